"""Whatever comes, each reader gives copies whose spans lie in their text, or an error with a name in it."""

import gzip
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.packing import page, record, tarred, zipped
from tests.intake.test_feeds import ATOM, RDF, RSS
from tests.intake.test_mail import message
from tests.intake.test_newsml_1 import START, story
from tests.intake.test_newsml_g2 import HEAD, META, NITF
from tests.intake.test_ninjs import ONE, THREE
from tests.intake.test_nitf import FILE
from tests.intake.test_schema_org import ARTICLE
from tests.intake.test_wires import ANPA, IPTC

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies
from onrecord.intake.kinds import KINDS, Kind
from onrecord.intake.stated import moment, stated, status_of

SEEDS: dict[str, bytes] = {
    "newsml-g2": f"{HEAD}{META}{NITF}</newsItem>".encode(),
    "newsml-1": (START + story("en", "Talks", "<p>They met.</p>") + "</NewsItem></NewsML>").encode(),
    "nitf": FILE.encode(),
    "rss": RSS.encode(),
    "atom": ATOM.encode(),
    "rdf": RDF.encode(),
    "ninjs-1": json.dumps(ONE).encode(),
    "ninjs-3": json.dumps(THREE, indent=1).encode(),
    "json-ld": json.dumps(ARTICLE).encode(),
    "iptc7901": IPTC,
    "anpa1312": ANPA,
    "mail": bytes(message(html="<p>x</p>")),
    "csv": b'title,body,date\n"Talks, again","The envoys met.",2019-03-08\n',
    "warc": record("https://example.org/a", page("The envoys met.")),
    "gzip": gzip.compress(b"The envoys met."),
    "zip": zipped({"a.txt": b"The envoys met.", "b.json": b'{"text": "They left."}'}),
    "tar": tarred({"a.txt": b"The envoys met."}),
}


def holds(data: bytes, kind: Kind | None = None) -> None:
    for found in copies("-", stdin=io.BytesIO(data), kind=kind):
        if isinstance(found, ReadError):
            assert "standard input" in str(found)
            continue
        assert isinstance(found, Copy)
        assert found.text.strip()
        assert all(0 <= part.span.start < part.span.end <= len(found.text) for part in found.paragraphs)
        found.text.encode()


@pytest.mark.parametrize("name", SEEDS)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_an_error_or_less_copy(name: str, data: st.DataObject) -> None:
    whole = bytearray(SEEDS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        match data.draw(st.sampled_from(["cut", "drop", "put", "twice"])):
            case "cut":
                del whole[at:]
            case "drop":
                del whole[at : at + data.draw(st.integers(1, 40))]
            case "put":
                whole[at:at] = data.draw(
                    st.binary(max_size=8) | st.sampled_from([b"<", b"&x;", b'"', b"]]>", b"\0", b"{"])
                )
            case _:
                whole[at:at] = whole[at : at + 200]
    holds(bytes(whole))


@pytest.mark.parametrize("kind", KINDS)
@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode) | st.sampled_from(sorted(SEEDS.values())))
@settings(max_examples=40, deadline=None)
def test_any_reader_takes_any_bytes(kind: Kind, data: bytes) -> None:
    holds(data, kind)


NAMES = [*THREE, *ONE, *ARTICLE]
NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*NAMES, "name", "value", "role", "items", "@graph"]), inner, max_size=5)
    ),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.parametrize("kind", ["ninjs", "json-ld", "json-feed", "json"])
@given(st.dictionaries(st.sampled_from([*NAMES, "items", "version", "associations"]), NESTED, max_size=8))
@settings(max_examples=120, deadline=None)
def test_properties_of_any_type(kind: Kind, values: dict[str, object]) -> None:
    holds(json.dumps(values).encode(), kind)


@given(st.text(max_size=30))
def test_a_moment_is_iso_or_none(text: str) -> None:
    found = moment(text)
    assert found is None or moment(found) == found


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018-10-23T12:00:00Z", "2018-10-23T12:00:00+00:00"),
        ("2018-10-23 12:00", "2018-10-23T12:00:00"),
        ("20130605T210000+0200", "2013-06-05T21:00:00+02:00"),
        ("2019-08-09T09:30:04.123-05:00", "2019-08-09T09:30:04-05:00"),
        ("20080219+0100", "2008-02-19"),
        ("2019-03-08", "2019-03-08"),
        ("Fri, 08 Mar 2019 14:05:00 GMT", "2019-03-08T14:05:00+00:00"),
        ("2019-02-30", None),
        ("Friday", None),
        (None, None),
    ],
)
def test_moments(value: str | None, expected: str | None) -> None:
    assert moment(value) == expected


@pytest.mark.parametrize(
    ("word", "status"),
    [("stat:canceled", "killed"), ("Withheld", "withheld"), ("http://cv.iptc.org/newscodes/signal/update", "updated"),
     ("sig:correction", "corrected"), ("Retracted", "withdrawn"), ("text-only", None), ("", None)],
)  # fmt: skip
def test_words_of_vocabularies(word: str, status: str | None) -> None:
    assert status_of(word) == status


def test_notes_count_and_unknown_urgencies_do_not() -> None:
    signals = stated(["usable"], notes=["Embargoed until Friday", None], urgency="12")
    assert (signals.status, signals.urgency) == ("embargoed", None)
