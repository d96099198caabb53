"""A record that is exported and read again says the same of its place, byline, status and version."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.export import newsml_g2, newsml_g2_message, ninjs
from onrecord.intake import read_text
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies
from onrecord.reader import read_copy
from onrecord.record import Dateline, Record, Signals, SignalStatus, Source

WRITERS: dict[str, Callable[[Record], bytes]] = {"ninjs": ninjs, "newsml-g2": newsml_g2}
TEXT = "GRENT, March 8 (Boreal) - Port head Kasimir Bol said on Friday the ships had left.\n\nHe gave no reason."
STATUSES: tuple[SignalStatus, ...] = (
    "usable", "corrected", "updated", "withheld", "embargoed", "withdrawn", "killed",
)  # fmt: skip


def again(record: Record, format: str) -> Record:
    (copy,) = copies("-", stdin=io.BytesIO(WRITERS[format](record)))
    assert isinstance(copy, Copy), copy
    return read_copy(copy, engine="rules")


def told(record: Record) -> dict[str, Any]:
    """What has to come back."""
    article, signals = record.article, record.article.signals
    return {
        "id": record.id, "place": article.dateline.place, "byline": article.byline, "status": signals.status,
        "version": signals.version, "embargo": signals.embargo, "replaces": signals.replaces,
        "urgency": signals.urgency, "published": article.published, "headline": article.headline, "deck": article.deck,
        "section": article.section, "language": article.language, "url": article.source.url,
    }  # fmt: skip


def record_of(text: str = TEXT, *, id: str = "urn:npa:1", place: str | None = None, **given: Any) -> Record:
    signals = given.pop("signals", Signals())
    copy = read_text(text, id=id, published=given.pop("published", "2019-03-08T14:05:00+00:00"), **given)
    return read_copy(replace(copy, signals=signals, place=place), engine="rules")


FULL = record_of(
    headline="Ships leave <Grent> & the strait",
    deck="Port head gives no reason",
    section="World",
    byline=("Ada Venn", "Otto Lind"),
    language="en",
    source=Source("NPA", "Keld Courier", "https://example.org/a", "text"),
    signals=Signals("corrected", ("Corrects name", "usage terms: Not in Orvenia"), "3", None, "urn:npa:0", 4),
)


@pytest.mark.parametrize("format", WRITERS)
def test_all_fields_come_back(format: str) -> None:
    back = again(FULL, format)
    assert told(back) == told(FULL)
    assert back.article.text == FULL.article.text
    assert back.article.dateline == FULL.article.dateline
    assert back.article.signals == FULL.article.signals
    assert (back.article.source.publisher, back.article.source.left_out) == ("Keld Courier", ())
    assert [said.content for said in back.statements] == [said.content for said in FULL.statements]


@pytest.mark.parametrize("format", WRITERS)
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("embargo", [None, "2019-03-09T06:00:00+01:00", ".."])
def test_each_status_comes_back(format: str, status: SignalStatus, embargo: str | None) -> None:
    if embargo and status not in ("embargoed", "withheld", "withdrawn", "killed"):
        pytest.skip("an item with an embargo is at least embargoed")
    record = record_of(signals=Signals(status, version="2", embargo=embargo))
    assert told(again(record, format)) == told(record)


@pytest.mark.parametrize("format", WRITERS)
@pytest.mark.parametrize("published", [None, "2019-03-08", "2019-03-08T14:05:00+00:00", "2019-03-08T14:05:00-05:30"])
def test_each_date_comes_back(format: str, published: str | None) -> None:
    record = record_of(published=published)
    assert told(again(record, format)) == told(record)


NAMES = st.from_regex(r"[A-Z][a-zé]{2,8} [A-Z][a-z]{2,8}", fullmatch=True).filter(lambda name: name.isprintable())
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60)


@pytest.mark.parametrize("format", WRITERS)
@given(
    place=st.none() | st.from_regex(r"[A-Z][a-z]{3,10}", fullmatch=True),
    byline=st.lists(NAMES, max_size=3, unique=True).map(tuple),
    status=st.sampled_from(STATUSES),
    version=st.none() | st.integers(1, 99).map(str),
    words=WORDS,
    dated=st.booleans(),
)
@settings(max_examples=80, deadline=None)
def test_any_record_comes_back(
    format: str,
    place: str | None,
    byline: tuple[str, ...],
    status: SignalStatus,
    version: str | None,
    words: str,
    dated: bool,
) -> None:
    text = TEXT if dated else "The envoys met at the port on Friday, officials said, and they parted soon."
    signals = Signals(status, version=version)
    record = record_of(f"{text}\n\nAt the end: {words}.", place=place, byline=byline, signals=signals)
    back = told(again(record, format))
    expected = told(record)
    assert {name: back[name] for name in ("place", "byline", "status", "version")} == {
        name: expected[name] for name in ("place", "byline", "status", "version")
    }


def test_ninjs_has_only_what_its_schema_has() -> None:
    item = json.loads(ninjs(FULL))
    assert set(item) <= {
        "uri", "standard", "type", "version", "versionCreated", "embargoedUntil", "pubStatus", "urgency", "usageTerms",
        "edNote", "language", "headlines", "bodies", "people", "by", "located", "infoSources", "subjects", "genres",
        "altIds",
    }  # fmt: skip
    assert item["by"] == "Ada Venn and Otto Lind"


def test_what_xml_cannot_hold_is_replaced() -> None:
    record = replace(FULL, article=replace(FULL.article, headline="Ships\uffff leave", dateline=Dateline("Gr\x01ent")))
    assert "Ships\ufffd leave" in newsml_g2(record).decode()


def test_a_message_of_many(tmp_path: Path) -> None:
    second = record_of(id="urn:npa:2")
    path = tmp_path / "all.xml"
    path.write_bytes(b"".join(newsml_g2_message([FULL, second])))
    assert [copy.id for copy in copies(path) if isinstance(copy, Copy)] == ["urn:npa:1", "urn:npa:2"]
