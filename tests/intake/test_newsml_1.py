"""NewsML 1.2: items, their components and lines."""

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.newsml_1 import read_newsml_1

START = (
    '<NewsML Version="1.2"><NewsEnvelope><NewsService FormalName="NPA"/></NewsEnvelope><NewsItem><Identification>'
    "<NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20190308</DateId><NewsItemId>77</NewsItemId>"
    '<RevisionId PreviousRevision="1" Update="N">2</RevisionId><PublicIdentifier>urn:newsml:npa.example:20190308:77:2'
    "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20190308T140500+0100"
    '</FirstCreated><Status FormalName="{status}"/><Urgency FormalName="3"/>{more}</NewsManagement>'
)
LINES = (
    "<NewsLines><HeadLine>{}</HeadLine><ByLine>By Jane Roe</ByLine><DateLine>GRENT, March 8 (Reuters)</DateLine>"
    "</NewsLines>"
)
BODY = (
    '<NewsComponent><Role FormalName="{}"/><ContentItem><MimeType FormalName="text/html"/><DataContent>{}</DataContent>'
    "</ContentItem></NewsComponent>"
)


def story(language: str, headline: str, text: str) -> str:
    return (
        f'<NewsComponent>{LINES.format(headline)}<DescriptiveMetadata><Language FormalName="{language}"/>'
        f"</DescriptiveMetadata>{BODY.format('StyleSheet', 'p {}')}{BODY.format('SubHeadLine', '<p>Both agree</p>')}"
        f"{BODY.format('Main', text)}{BODY.format('Contact', '<p>Call us.</p>')}</NewsComponent>"
    )


def read(*components: str, status: str = "Usable", more: str = "") -> list[Copy | ReadError]:
    start = START.format(status=status, more=more)
    whole = f"{start}<NewsComponent>{''.join(components)}</NewsComponent></NewsItem></NewsML>"
    return list(read_newsml_1(whole.encode(), name="a.xml"))


def test_the_fields() -> None:
    (copy,) = read(story("en", "Strait talks resume", "<p>The envoys met.</p><p>They left.</p>"))
    assert isinstance(copy, Copy)
    assert (copy.id, copy.headline, copy.deck) == (
        "urn:newsml:npa.example:20190308:77",
        "Strait talks resume",
        "Both agree",
    )
    assert (copy.byline, copy.language, copy.published) == (("Jane Roe",), "en", "2019-03-08T14:05:00+01:00")
    assert (copy.signals.version, copy.signals.urgency) == ("2", 3)
    assert copy.text.endswith("GRENT, March 8 (Reuters)\n\nThe envoys met.\n\nThey left.")
    assert copy.source.left_out == ("contact",)


def test_two_languages_are_two_articles() -> None:
    found = read(
        story("en", "Talks resume", "<p>The envoys met.</p>"), story("de", "Neue Gespräche", "<p>Man traf sich.</p>")
    )
    told = [(copy.id, copy.language, copy.headline) for copy in found if isinstance(copy, Copy)]
    urn = "urn:newsml:npa.example:20190308:77"
    assert told == [(urn, "en", "Talks resume"), (f"{urn}#2", "de", "Neue Gespräche")]


def test_text_without_a_role_and_marked_up_as_a_string() -> None:
    inner = "<NewsLines><HeadLine>Talks</HeadLine></NewsLines><ContentItem><DataContent>{}</DataContent></ContentItem>"
    (copy,) = read(f"<NewsComponent>{inner.format('&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.')}</NewsComponent>")
    assert isinstance(copy, Copy)
    assert copy.text == "Talks\n\nOne.\n\nTwo."


def test_the_status() -> None:
    will = (
        "<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20190309T060000Z</DateAndTime>"
        "</StatusWillChange>"
    )
    for status, more, expected in [
        ("Canceled", "", ("killed", None)),
        ("Withheld", "", ("withheld", None)),
        ("Embargoed", will, ("embargoed", "2019-03-09T06:00:00+00:00")),
        ("Usable", "<Instruction FormalName='Rectify'/>", ("corrected", None)),
    ]:
        (copy,) = read(story("en", "Talks", "<p>The envoys met.</p>"), status=status, more=more)
        assert isinstance(copy, Copy)
        assert (copy.signals.status, copy.signals.embargo) == expected


def test_a_file_without_items() -> None:
    (error,) = read_newsml_1(b"<NewsML/>", name="a.xml")
    assert str(error) == "a.xml: the file holds no news item; give one that does"
