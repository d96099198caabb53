"""Versions behind what is shown, kills, embargoes, and what feeds have brought."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.archive import Archive, Feed, current
from onrecord.archive.differences import Change, changes, words_changed
from onrecord.record import Paragraph, Record, Signals, SignalStatus
from onrecord.spans import Span
from tests.archive.conftest import record_of

NOW = datetime(2021, 3, 9, 12, tzinfo=UTC)


def item(id: str = "a1", words: str = "we shall answer", *, headline: str = "Talks go on", **signals: Any) -> Record:
    record = record_of(id, said=[("Ada Venn", words)], headline=headline)
    return replace(record, article=replace(record.article, signals=Signals(**signals)))


def shown(archive: Archive) -> list[str | None]:
    return [entry.headline for entry in archive.latest()]


def quoted(archive: Archive) -> list[str]:
    return [said.content[0] for person in archive.find_persons("Venn") for said in archive.statements_of(person.key)]


def test_a_new_version_is_shown_and_the_old_one_kept(archive: Archive) -> None:
    archive.add(item(words="no reply", headline="First", version="1"))
    assert archive.add(item(words="a reply", headline="Second", version="2", status="corrected")) == "replaced"
    assert (shown(archive), quoted(archive)) == (["Second"], ["a reply"])
    latest, former = archive.history("a1")
    assert (latest.signals.version, latest.changes) == ("2", ())
    assert (former.headline, former.changes) == ("First", (Change("First", "Second"),))


def test_an_older_version_that_comes_late_is_kept_behind(archive: Archive) -> None:
    archive.add(item(headline="Second", version="10"))
    assert archive.add(item(headline="First", version="9")) == "older"
    assert archive.add(item(headline="First", version="9")) == "same"
    assert shown(archive) == ["Second"]
    assert [version.headline for version in archive.history("a1")] == ["Second", "First"]


def test_a_version_that_was_replaced_does_not_come_back(archive: Archive) -> None:
    first, second = item(headline="First"), item(headline="Second")
    assert [archive.add(first), archive.add(second), archive.add(first)] == ["new", "replaced", "same"]
    assert shown(archive) == ["Second"]


def test_another_engine_makes_no_version(archive: Archive) -> None:
    archive.add(item())
    assert archive.add(replace(item(), statements=())) == "replaced"
    assert len(archive.history("a1")) == 1


@pytest.mark.parametrize("status", ["killed", "withdrawn"])
def test_a_kill_withdraws_the_statements_and_stays_on_the_record(archive: Archive, status: SignalStatus) -> None:
    archive.add(item(words="the port is closed", version="1"))
    archive.add(item("a2", words="no comment"))
    kill = item(words="the port is closed", headline="KILL: Talks go on", version="2", status=status)
    assert archive.add(kill) == "replaced"
    assert quoted(archive) == ["no comment"]
    assert archive.search_statements("port") == []
    assert archive.search("closed") == []
    assert [(hit.entry.signals.status, hit.entry.statements) for hit in archive.search("KILL")] == [(status, 0)]
    assert [version.signals.status for version in archive.history("a1")] == [status, "usable"]
    assert archive.count().statements == 1
    # Reading the old file again does not bring it back; a later version does.
    assert archive.add(item(words="the port is closed", version="1")) == "older" or quoted(archive) == ["no comment"]
    assert archive.add(item(words="the port is open", version="3")) == "replaced"
    assert sorted(quoted(archive)) == ["no comment", "the port is open"]


def test_a_kill_without_a_version_is_final(archive: Archive) -> None:
    archive.add(item(headline="First"))
    archive.add(item(headline="KILL", status="killed"))
    assert archive.add(item(headline="First")) != "replaced"
    assert archive.add(item(headline="Other")) == "older"
    assert shown(archive) == ["KILL"]


def test_an_item_takes_the_place_of_another(archive: Archive) -> None:
    archive.add(item("a1", words="no reply", headline="First"))
    assert archive.add(item("a2", words="a reply", headline="Second", replaces="a1")) == "replaced"
    assert (shown(archive), quoted(archive)) == (["Second"], ["a reply"])
    assert [version.id for version in archive.history("a2")] == ["a2", "a1"]
    archive.add(item("a3", words="yes", headline="Third", replaces="a2"))
    assert [version.id for version in archive.history("a3")] == ["a3", "a2", "a1"]
    assert archive.add(item("a1", words="no reply", headline="First")) == "same"
    assert shown(archive) == ["Third"]


def test_an_item_that_comes_after_what_replaced_it(archive: Archive) -> None:
    archive.add(item("a2", headline="Second", replaces="a1"))
    assert archive.add(item("a1", headline="First")) == "older"
    assert shown(archive) == ["Second"]


def test_items_that_replace_each_other(archive: Archive) -> None:
    archive.add(item("a1", headline="First", replaces="a2"))
    archive.add(item("a2", headline="Second", replaces="a1"))
    archive.add(item("a3", headline="Third", replaces="a3"))
    assert len(shown(archive)) >= 2


def test_an_embargo_holds_until_its_time(archive: Archive, path: Path) -> None:
    record = item(status="embargoed", embargo="2021-03-09T13:00:00+00:00")
    assert archive.add(record, now=NOW) == "held"
    assert archive.add(record) == "held" or archive.add(record) == "same"
    assert (shown(archive), quoted(archive), archive.record("a1")) == ([], [], None)
    assert [(held.id, held.until) for held in archive.held()] == [("a1", "2021-03-09T13:00:00+00:00")]
    assert archive.release(NOW) == []
    later = NOW.replace(hour=13)
    with current(path, now=NOW) as reading:
        assert reading.latest() == []
    with current(path, now=later) as reading:
        assert [entry.id for entry in reading.latest()] == ["a1"]
    assert (archive.held(), quoted(archive)) == ([], ["we shall answer"])
    assert archive.add(record, now=later) == "same"
    assert archive.add(record) == "same"


@pytest.mark.parametrize(
    ("embargo", "now", "held"),
    [
        ("2021-03-09T13:00:00+02:00", "2021-03-09T10:59:59+00:00", True),
        ("2021-03-09T13:00:00+02:00", "2021-03-09T11:00:00+00:00", False),
        ("2021-03-09T13:00:00", "2021-03-10T00:59:00+00:00", True),
        ("2021-03-09T13:00:00", "2021-03-10T01:00:00+00:00", False),
        ("2021-03-09", "2021-03-09T11:00:00+00:00", True),
        ("..", "2999-01-01T00:00:00+00:00", True),
        ("Friday", "2999-01-01T00:00:00+00:00", True),
        (None, "2000-01-01T00:00:00+00:00", False),
    ],
)
def test_when_an_embargo_ends(archive: Archive, embargo: str | None, now: str, held: bool) -> None:
    stored = archive.add(item(embargo=embargo), now=datetime.fromisoformat(now))
    assert stored == ("held" if held else "new")


def test_a_kill_of_what_is_held(archive: Archive) -> None:
    archive.add(item(status="embargoed", embargo="2021-03-10T13:00:00+00:00", version="1"), now=NOW)
    assert archive.add(item(headline="KILL", status="killed", version="2"), now=NOW) == "new"
    assert archive.release(NOW.replace(year=2022)) == []
    assert shown(archive) == ["KILL"]


def test_what_feeds_have_brought(archive: Archive, path: Path) -> None:
    url = "https://example.org/feed"
    assert archive.feed(url) == Feed(url)
    feed = Feed(url, '"e1"', "Fri, 08 Mar 2019 14:05:00 GMT", "2021-03-09T12:00:00+00:00", None, 2)
    archive.save_feed(feed, [("e", "d1")])
    archive.save_feed(feed, [("e", "d2")])
    with Archive.open(path) as again:
        assert (again.feed(url), again.brought(url, "e"), again.brought(url, "f")) == (feed, "d2", None)


def of_paragraphs(*words: str) -> Record:
    text, parts = "", []
    for each in words:
        parts.append(Paragraph(Span(len(text), len(text) + len(each)), "body"))
        text += f"{each}\n\n"
    record = record_of("a1")
    return replace(record, article=replace(record.article, text=text, paragraphs=tuple(parts)))


def test_changes() -> None:
    old = of_paragraphs("One.", "Two is here.", "Three.", "Four.")
    new = of_paragraphs("One.", "Two was here.", "Four.", "Five.")
    assert changes(old.article, new.article) == (
        Change("Two is here.", "Two was here."), Change("Three.", None), Change(None, "Five."),
    )  # fmt: skip
    assert words_changed(Change("Two is here.", "Two was here.")) == (
        [("Two", False), ("is", True), ("here.", False)], [("Two", False), ("was", True), ("here.", False)],
    )  # fmt: skip


PARAGRAPHS = st.lists(st.sampled_from(["a b", "a c", "d", "e f g"]), min_size=1, max_size=6)


@given(PARAGRAPHS, PARAGRAPHS)
@settings(max_examples=200)
def test_changes_lead_from_one_to_the_other(before: list[str], after: list[str]) -> None:
    found = changes(of_paragraphs(*before).article, of_paragraphs(*after).article)
    gone = [change.before for change in found if change.before is not None]
    come = [change.after for change in found if change.after is not None]
    assert sorted([*before, *come]) == sorted([*after, *gone])
    assert (found == ()) == (before == after)


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.sampled_from(["a1", "a2"]), st.sampled_from(["usable", "killed"])), max_size=8
    )
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_order_the_latest_version_is_shown(added: list[tuple[int, str, SignalStatus]]) -> None:
    with TemporaryDirectory() as folder, Archive.open(Path(folder, "news.db"), create=True) as archive:
        for version, id, status in added:
            archive.add(item(id, f"version {version} {status}", version=str(version), status=status))
        for id in {id for _, id, _ in added}:
            record = archive.record(id)
            assert record is not None
            assert record.article.signals.version == str(max(v for v, of, _ in added if of == id))
        dead = {r.id for id in ("a1", "a2") if (r := archive.record(id)) and r.article.signals.status == "killed"}
        assert {said.article.id for p in archive.find_persons("Venn") for said in archive.statements_of(p.key)} == (
            {id for _, id, _ in added} - dead
        )
