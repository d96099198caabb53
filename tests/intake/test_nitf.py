"""NITF alone in a file."""

from onrecord.intake.copy import Copy
from onrecord.intake.nitf import read_nitf

FILE = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf><head><title>Talks</title><tobject tobject.type="news"/><docdata management-status="{status}"
 management-doc-idref="npa-0"><doc-id id-string="npa-1"/><du-key version="2" key="k"/><urgency ed-urg="3"/>
<evloc city="Valdmoor"/><date.issue norm="20190308T140500Z"/>{more}</docdata></head><body><body.head>
<hedline><hl1>Strait talks resume</hl1></hedline><byline>By <person>Jane Roe</person>, <byttl>Staff Writer</byttl>
</byline><distributor>Northern Press</distributor><dateline><location>GRENT</location>, <story.date>March 8</story.date>
</dateline></body.head><body.content><block><p>The envoys met&nbsp;again.</p><media><media-caption>A table
</media-caption></media><p>They left.</p></block></body.content><body.end><tagline>Edited by X</tagline></body.end>
</body></nitf>"""


def read(status: str = "usable", more: str = "") -> Copy:
    (copy,) = read_nitf(FILE.format(status=status, more=more).encode(), name="a.xml")
    assert isinstance(copy, Copy)
    return copy


def test_the_fields() -> None:
    copy = read()
    assert (copy.id, copy.headline, copy.byline) == ("npa-1", "Strait talks resume", ("Jane Roe",))
    assert (copy.published, copy.place, copy.source.publisher) == (
        "2019-03-08T14:05:00+00:00", "Valdmoor", "Northern Press",
    )  # fmt: skip
    assert copy.text == "Strait talks resume\n\nGRENT, March 8\n\nThe envoys met again.\n\nThey left."
    assert copy.dateline is not None
    assert (copy.dateline.place, copy.dateline.month, copy.dateline.day) == ("Grent", 3, 8)


def test_a_second_headline_that_says_nothing_new() -> None:
    again = FILE.format(status="usable", more='<key-list><keyword key="TALKS"/></key-list>')
    for deck, expected in [("Strait talks resume", None), ("TALKS", None), ("Envoys agree", "Envoys agree")]:
        made = again.replace("</hl1>", f"</hl1><hl2>{deck}</hl2>").replace("<person>Jane Roe</person>, ", "gr/bp")
        (copy,) = read_nitf(made.encode(), name="a.xml")
        assert isinstance(copy, Copy)
        assert (copy.deck, copy.byline) == (expected, ())


def test_the_signals() -> None:
    signals = read().signals
    assert (signals.status, signals.version, signals.replaces, signals.urgency) == ("usable", "2", "npa-0", 3)
    assert read("canceled").signals.status == "killed"
    assert read("withheld").signals.status == "withheld"
    assert read(more='<correction info="Corrects the date"/>').signals.status == "corrected"
    held = read(more='<date.release norm="20190309T060000Z"/>').signals
    assert (held.status, held.embargo) == ("embargoed", "2019-03-09T06:00:00+00:00")


def test_what_is_left_out_is_named() -> None:
    assert read().source.left_out == ("body.end", "media", "tobject")
