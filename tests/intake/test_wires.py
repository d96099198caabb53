"""IPTC 7901 and ANPA 1312, as they came over lines."""

import pytest

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.kinds import kind_of
from onrecord.intake.wires import read_anpa1312, read_iptc7901

IPTC = (
    b"\x01NPA0123 4 pol 0250 {}\r\n\x02\r\nStrait talks to resume\r\n\r\n   GRENT, March 8 (NPA) - The envoys met,\r\n"
    b"said Kasimir Bol.\r\n   He left.\r\n\x03\r\n081405 GMT mar 19\r\n\x04"
)
ANPA = (
    b"\x16\x16\x01a0456\x1f--\r\n{} i {} 03-08 0250\r\n\x02^Strait talks resume<\r\n^By JANE ROE=\r\n"
    b"   GRENT (AP) _ The envoys met Friday, said Kasimir Bol.\r\n   He left.\r\n\x03\r\n\x04"
)


def iptc(more: bytes = b"Strait-talks") -> Copy:
    (copy,) = read_iptc7901(IPTC.replace(b"{}", more), name="a")
    assert isinstance(copy, Copy)
    return copy


def anpa(keyword: bytes = b"BC-Strait", priority: bytes = b"r") -> Copy:
    (copy,) = read_anpa1312(ANPA.replace(b"{}", priority, 1).replace(b"{}", keyword), name="a", published="2019-03-09")
    assert isinstance(copy, Copy)
    return copy


def test_iptc7901() -> None:
    copy = iptc()
    assert (copy.headline, copy.section, copy.published) == (
        "Strait talks to resume",
        "pol",
        "2019-03-08T14:05:00+00:00",
    )
    assert copy.dateline is not None
    assert (copy.dateline.place, copy.dateline.agency) == ("Grent", "NPA")
    assert (copy.signals.status, copy.signals.urgency) == ("usable", 4)
    assert copy.source.left_out == ("keywords", "number", "words")


def test_anpa1312() -> None:
    copy = anpa()
    assert (copy.headline, copy.byline, copy.section) == ("Strait talks resume", ("Jane Roe",), "i")
    assert (copy.published, copy.source.agency) == ("2019-03-08", "AP")


@pytest.mark.parametrize(
    ("keyword", "status", "version"),
    [
        (b"BC-Strait--1st Ld-Writethru", "updated", "2"),
        (b"BC-Strait, 2nd Ld-Writethru", "updated", "3"),
        (b"BC-Strait--Kill", "killed", None),
        (b"BC-Strait--Corrective", "corrected", None),
        (b"BC-Strait", "usable", None),
        (b"BC-Skills gap", "usable", None),
    ],
)
def test_the_keyword_line_tells_the_state(keyword: bytes, status: str, version: str | None) -> None:
    signals = anpa(keyword).signals
    assert (signals.status, signals.version) == (status, version)


def test_priorities() -> None:
    assert [anpa(priority=letter).signals.urgency for letter in (b"f", b"b", b"u", b"r", b"d")] == [1, 2, 3, 4, 5]


AP = """z6715-----
r z BC-BKN--Talks-Strait 1stLd-Writethru   02-20 0500
^BC-BKN--Talks-Strait, 1st Ld-Writethru,416<
^Strait talks resume after a night<
^AP Photo GAT105, GAT106<
^Eds: Updates with quotes. With AP Photos.<
^The envoys met on Friday and parted soon.<
^By JANE ROE=
^AP Staff Writer=
\t   GRENT (AP) _ The envoys met on Friday, said Kasimir Bol.
\t   ``We parted soon,'' he said.

\t   AP-WF-02-20-16 0337GMT<

"""
DPA = """eca0003 3 i 380  dpa 0045

Orvenia/straits/
REFILE
1ST LEAD
Envoys meet again
in the port of Grent
By Ada Venn =

Grent (dpa) - The envoys met on Friday, the port
said.

They parted soon.

* * * *
The following information is not intended for publication

## Editorial contacts
- Reporting by: Ada Venn

212322 GMT Nov 18
"""


def test_what_stands_above_a_story_of_ap() -> None:
    (copy,) = read_anpa1312(AP.encode(), name="a")
    assert isinstance(copy, Copy)
    assert (copy.headline, copy.byline) == ("Strait talks resume after a night", ("Jane Roe",))
    assert (copy.published, copy.source.agency) == ("2016-02-20T03:37:00+00:00", "AP")
    told = [copy.text[part.span.start : part.span.end].strip() for part in copy.paragraphs if part.role == "body"]
    assert told == ["GRENT (AP) _ The envoys met on Friday, said Kasimir Bol.", "``We parted soon,'' he said."]
    assert (copy.signals.status, copy.signals.version) == ("updated", "2")
    assert "Updates with quotes. With AP Photos." in copy.signals.notes
    assert {"media", "summary", "keywords"} <= set(copy.source.left_out)


def test_what_stands_above_a_story_of_dpa() -> None:
    (copy,) = read_iptc7901(DPA.encode(), name="a")
    assert isinstance(copy, Copy)
    assert (copy.headline, copy.byline) == ("Envoys meet again in the port of Grent", ("Ada Venn",))
    assert copy.text.endswith("The envoys met on Friday, the port\nsaid.\n\nThey parted soon.")
    assert (copy.source.agency, copy.published) == ("dpa", "2018-11-21T23:22:00+00:00")
    assert (copy.signals.status, copy.signals.notes) == ("corrected", ("REFILE", "1ST LEAD"))
    assert "not for publication" in copy.source.left_out


@pytest.mark.parametrize(("text", "kind"), [(AP, "anpa1312"), (DPA, "iptc7901"), ("Talks end\nr i BC-x", "text")])
def test_a_message_without_its_frame_is_told(text: str, kind: str) -> None:
    assert kind_of(text.encode()) == kind


def test_many_messages_in_a_file() -> None:
    found = list(read_iptc7901(IPTC.replace(b"{}", b"") * 3 + b"noise", name="a"))
    assert [isinstance(each, Copy) for each in found] == [True] * 3


def test_no_message() -> None:
    (error,) = read_iptc7901(b"The envoys met.", name="a")
    assert isinstance(error, ReadError)
    assert str(error) == "a: there is no message between the marks SOH and ETX; save it as plain text"
