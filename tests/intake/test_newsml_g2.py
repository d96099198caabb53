"""NewsML-G2: what each element becomes, which body is read, and what is named as left out."""

import pytest

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.newsml_g2 import read_newsml_g2

HEAD = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:npa:1" version="3" xml:lang="en">'
NITF = (
    '<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Talks resume</hl1>'
    "<hl2>Both sides agree</hl2></hedline><byline>By Jane Roe, <byttl>Staff</byttl></byline></body.head><body.content>"
    "<p>GRENT, March 8 (NPA) - The envoys met, said Kasimir Bol.</p><p>He left.</p><table><tr><td>1</td></tr></table>"
    "</body.content></body></nitf></inlineXML></contentSet>"
)
XHTML = (
    '<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>'
    "x</title></head><body><p>The envoys <b>met</b>.</p><p>They left.<br/><br/>Talks end.</p></body></html></inlineXML>"
    '<inlineData contenttype="text/plain">The same.</inlineData></contentSet>'
)
META = (
    "<rightsInfo><usageTerms>Not for use in Orvenia</usageTerms></rightsInfo>"
    '<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NPA"/>'
    "<versionCreated>2019-03-08T15:00:00Z</versionCreated><firstCreated>2019-03-08T14:05:00+01:00</firstCreated>"
    '<pubStatus qcode="stat:usable"/><edNote>Corrects spelling of Bol.</edNote><signal qcode="sig:update"/>'
    '<link rel="irel:previousVersion" residref="urn:npa:0"/><link rel="irel:seeAlso" href="x"/></itemMeta>'
    '<contentMeta><urgency>4</urgency><located qcode="city:9"><name>VALDMOOR, Teskia</name></located>'
    '<by>By Ada Venn and Otto Lind</by><language tag="en-GB"/><headline role="hlrole:short">Talks</headline>'
    "<headline>Strait talks resume</headline><headline role='hlrole:sub'>Both sides agree</headline>"
    '<subject qcode="medtop:1"/></contentMeta>'
)


def item(*parts: str) -> Copy:
    (copy,) = read_newsml_g2((HEAD + "".join(parts) + "</newsItem>").encode(), name="a.xml")
    assert isinstance(copy, Copy), copy
    return copy


def test_the_fields_of_an_item() -> None:
    copy = item(META, NITF)
    assert (copy.id, copy.headline, copy.deck) == ("urn:npa:1", "Strait talks resume", "Both sides agree")
    assert copy.byline == ("Ada Venn", "Otto Lind")
    assert (copy.published, copy.language) == ("2019-03-08T14:05:00+01:00", "en-GB")
    assert copy.source.format == "newsml-g2"
    signals = copy.signals
    assert (signals.status, signals.version, signals.replaces, signals.urgency) == ("corrected", "3", "urn:npa:0", 4)
    assert signals.notes == ("Corrects spelling of Bol.", "usage terms: Not for use in Orvenia")


def test_what_is_left_out_is_named() -> None:
    assert item(META, NITF).source.left_out == ("another headline", "link", "subject", "table")


def test_the_dateline_of_the_text_outweighs_the_place_of_the_metadata() -> None:
    copy = item(META, NITF)
    assert copy.dateline is not None
    assert (copy.dateline.place, copy.place) == ("Grent", "Valdmoor")


def test_a_dateline_element_is_put_before_a_text_that_has_none() -> None:
    copy = item("<contentMeta><dateline>GRENT, March 8 (Reuters)</dateline></contentMeta>", XHTML)
    assert copy.dateline is not None
    assert copy.dateline.span.cut(copy.text) == "GRENT, March 8 (Reuters)"
    assert copy.text.endswith("GRENT, March 8 (Reuters)\n\nThe envoys met.\n\nThey left.\n\nTalks end.")


def test_the_nitf_of_a_body_tells_what_the_item_does_not() -> None:
    copy = item(NITF)
    assert (copy.headline, copy.deck, copy.byline) == ("Talks resume", "Both sides agree", ("Jane Roe",))
    assert copy.text.endswith("said Kasimir Bol.\n\nHe left.")


def test_creators_that_may_be_persons() -> None:
    meta = "<itemMeta><provider><name>Keld Press</name></provider></itemMeta><contentMeta>{}</contentMeta>"
    creator = "<creator><name>{}</name></creator>"
    for name, byline in [("Ada Venn", ("Ada Venn",)), ("Keld Press", ()), ("Thomson Reuters", ()), ("NPA", ())]:
        copy = item(meta.format(creator.format(name)), XHTML)
        assert (copy.byline, "creator" in copy.source.left_out) == (byline, not byline)


def test_one_body_is_read_and_the_others_are_named() -> None:
    assert item(XHTML).source.left_out == ("another inlineData",)


LINES = """(Adds quote)
    * Ships wait

    By Jane Roe
    GRENT (AFP) - They met on
Friday.
    They left.
"""
LAID_OUT = """The envoys
            met on Friday
            and left."""


@pytest.mark.parametrize(
    ("words", "paragraphs"),
    [
        (
            LINES,
            ["(Adds quote)", "* Ships wait", "By Jane Roe", "GRENT (AFP) - They met on Friday.", "They left."],
        ),
        (LAID_OUT, ["The envoys met on Friday and left."]),
        ("The envoys\nmet on Friday\nand left.", ["The envoys met on Friday and left."]),
    ],
    ids=["wire", "indented", "wrapped"],
)
def test_a_story_in_one_element_keeps_its_paragraphs(words: str, paragraphs: list[str]) -> None:
    copy = item(f"<contentSet><inlineXML><html><body><p>{words}</p></body></html></inlineXML></contentSet>")
    assert copy.text.split("\n\n") == paragraphs


def test_plain_text_that_is_none_and_a_page_with_a_header() -> None:
    plain = '<inlineData contenttype="text/plain"><![CDATA[<p>The envoys met.</p>]]></inlineData>'
    assert item(f"<contentSet>{plain}</contentSet>").text == "The envoys met."
    page = "<html><body><header><ul><li>Sport</li></ul><h1>Talks</h1></header><p>The envoys met.</p></body></html>"
    copy = item(f"<contentSet><inlineXML>{page}</inlineXML></contentSet>")
    assert (copy.text, copy.source.left_out) == ("The envoys met.", ("header",))


def test_a_note_that_is_a_page() -> None:
    note = "<itemMeta><edNote><section><h3>Note</h3><ul><li>One</li><li>Two</li></ul></section></edNote></itemMeta>"
    assert item(note, XHTML).signals.notes == ("Note One Two",)


def test_inline_data() -> None:
    assert item("<contentSet><inlineData>One.\n\nTwo.</inlineData></contentSet>").text == "One.\n\nTwo."
    marked = (
        '<contentSet><inlineData contenttype="text/html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.</inlineData></contentSet>'
    )
    assert item(marked).text == "One.\n\nTwo."


def test_an_item_without_a_body_is_its_description() -> None:
    copy = item("<contentMeta><headline>Talks</headline><description>Envoys at a table.</description></contentMeta>")
    assert copy.text == "Talks\n\nEnvoys at a table."
    assert copy.signals.notes == ("the item has no body; its text is the summary",)


def test_an_embargo() -> None:
    meta = "<itemMeta><embargoed>{}</embargoed></itemMeta>"
    held = item(meta.format("2019-03-09T06:00:00Z"), XHTML).signals
    assert (held.status, held.embargo) == ("embargoed", "2019-03-09T06:00:00+00:00")
    assert item(meta.format(""), XHTML).signals.embargo == ".."


def test_the_most_severe_signal_wins() -> None:
    meta = '<itemMeta><pubStatus qcode="stat:canceled"/><signal qcode="sig:correction"/></itemMeta>'
    assert (
        item(meta, "<contentMeta><headline>CORRECTED-Talks resume</headline></contentMeta>", XHTML).signals.status
        == "killed"
    )


def test_a_message_of_several_items() -> None:
    one = HEAD + XHTML + "</newsItem>"
    package = '<packageItem guid="p"><groupSet><group><itemRef residref="urn:npa:1"/></group></groupSet></packageItem>'
    empty = HEAD + "</newsItem>"
    read = list(
        read_newsml_g2(f"<newsMessage><itemSet>{package}{one}{empty}</itemSet></newsMessage>".encode(), name="m")
    )
    assert isinstance(read[0], Copy)
    assert "packageItem" in read[0].source.left_out
    assert [str(each) for each in read[1:]] == [
        "m: item 2: the item holds no text (only packageItem); give the item that has the words"
    ]


def test_a_package_alone() -> None:
    package = '<packageItem guid="p"><groupSet><group><itemRef residref="urn:npa:1"/></group></groupSet></packageItem>'
    (error,) = read_newsml_g2(package.encode(), name="p.xml")
    assert isinstance(error, ReadError)
    assert str(error) == (
        "p.xml: packageItem holds no text of its own and names 1 items; give the news items that it names"
    )
