"""What becomes of identities, and of decisions on them, where articles are replaced, killed, or made anew."""

from pathlib import Path
from typing import Any

from msgspec import structs

from onrecord.archive import Archive, Feed
from onrecord.archive.migrating import migrate
from onrecord.record import Record, Signals
from tests.archive.cases import article
from tests.archive.test_decisions import NOTE
from tests.archive.test_identities import keys


def item(id: str, headline: str, role: str | None = "minister", **signals: Any) -> Record:
    made = article(id, [("Ada Venn", role)], headline=headline)
    return structs.replace(made, article=structs.replace(made.article, signals=Signals(**signals)))


def articles(archive: Archive, name: str) -> list[int]:
    return [person.articles for person in archive.find_persons(name)]


def split(archive: Archive) -> tuple[int, str, str]:
    """Makes two of the Ada Venn of a1 and a2: the number of the decision, and the two keys."""
    archive.add(item("a1", "Talks go on"))
    archive.add(item("a2", "No talks"))
    number = archive.split(keys(archive, "a1")[0], ["a2"], **NOTE)
    first, second = keys(archive, "a1", "a2")
    return number, first, second


def test_a_later_version_keeps_what_was_decided(archive: Archive) -> None:
    _, first, second = split(archive)
    assert archive.add(item("a2", "No talks yet", None, version="2")) == "replaced"
    assert keys(archive, "a1", "a2") == [first, second]
    assert articles(archive, "Ada Venn") == [1, 1]


def test_what_takes_an_items_place_keeps_what_was_decided_for_it(archive: Archive) -> None:
    number, first, second = split(archive)
    assert archive.add(item("a3", "No talks yet", replaces="a2")) == "replaced"
    assert archive.add(item("a4", "Talks after all", replaces="a3")) == "replaced"
    assert keys(archive, "a1", "a4") == [first, second]
    archive.undo(number, **NOTE)
    assert keys(archive, "a1", "a4") == [first, first]
    assert articles(archive, "Ada Venn") == [2]


def test_a_kill_takes_its_parties_out_of_the_counts(archive: Archive) -> None:
    archive.add(article("a1", [("Ada Venn", "minister"), ("Bo Tal", "judge")]))
    archive.add(item("a2", "No talks"))
    archive.add(item("a1", "KILL", status="killed"))
    assert (articles(archive, "Ada Venn"), articles(archive, "Bo Tal")) == ([1], [])
    assert archive.count().persons == 1


def test_a_kill_of_what_was_split_and_its_return(archive: Archive) -> None:
    _, first, second = split(archive)
    archive.add(item("a2", "KILL", status="killed", version="2"))
    assert articles(archive, "Ada Venn")[0] == 1
    archive.add(item("a2", "Talks after all", version="3"))
    assert keys(archive, "a1", "a2") == [first, second]


def test_an_archive_made_anew_keeps_versions_embargoes_and_feeds(archive: Archive, path: Path) -> None:
    _, first, second = split(archive)
    archive.add(item("a3", "No talks yet", replaces="a2"))
    archive.add(item("a1", "KILL", status="killed", version="2"))
    archive.add(item("a5", "For tomorrow", embargo="2031-03-09T06:00:00Z"))
    feed = Feed("https://news.example/feed", etag='"1"', failures=2)
    archive.save_feed(feed, [("one", "digest")])
    before = archive.history("a1"), archive.history("a3"), archive.held(), archive.count()
    archive.close()
    assert migrate(path) == 2
    with Archive.open(path) as again:
        assert (again.history("a1"), again.history("a3"), again.held(), again.count()) == before
        assert again.feed(feed.url) == feed
        assert again.brought(feed.url, "one") == "digest"
        assert again.add(item("a2", "No talks")) == "same"
        assert keys(again, "a3") == [second]
        again.add(item("a1", "Talks go on after all", version="9"))
        assert keys(again, "a1") == [first]
