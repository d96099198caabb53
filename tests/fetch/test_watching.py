"""Feeds that are watched, over restarts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.fetch import Came, Fetcher, poll
from onrecord.reader import read_copy
from onrecord.record import Record
from tests.cli.conftest import Run
from tests.fetch.conftest import Site, answer

NOW = datetime(2021, 3, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def feed(*entries: tuple[str, str]) -> str:
    items = "".join(
        f"<item><guid isPermaLink='false'>{id}</guid><title>{id} talks</title>"
        f"<description>GRENT, March 8 (AFP) - {words}</description></item>"
        for id, words in entries
    )
    return f"<rss><channel><title>Keld</title>{items}</channel></rss>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(allowed=["127.0.0.1"], pace=0) as made:
        yield made


def look(path: Path, fetcher: Fetcher, site: Site, now: datetime = NOW) -> list[str]:
    """What came, each time with the archive opened anew, as after a restart."""
    with Archive.open(path, create=True) as archive:
        came = poll(archive, fetcher, site.url("/feed"), now=now, every=HOUR, read=_read)
        return [f"{each.stored} {each.record.id}" if isinstance(each, Came) else f"! {each}" for each in came]


def _read(copy) -> Record:  # type: ignore[no-untyped-def]
    return read_copy(copy, engine="rules")


def test_only_what_is_new_or_changed_comes(path: Path, fetcher: Fetcher, site: Site) -> None:
    site.pages["/feed"] = answer(feed(("a", "One."), ("b", "Two.")), ETag='"1"')
    assert look(path, fetcher, site) == ["new a", "new b"]
    assert look(path, fetcher, site) == []
    site.pages["/feed"] = answer(feed(("a", "One more."), ("b", "Two."), ("c", "Three.")), ETag='"2"')
    assert look(path, fetcher, site) == ["replaced a", "new c"]


def test_a_feed_that_fails_is_asked_less_often(path: Path, fetcher: Fetcher, site: Site) -> None:
    site.pages["/feed"] = answer(status=500)
    for failures, hours in ((1, 2), (2, 4), (3, 8)):
        (told,) = look(path, fetcher, site)
        assert "500 Internal Server Error" in told
        with Archive.open(path) as archive:
            known = archive.feed(site.url("/feed"))
        assert (known.failures, known.due) == (failures, (NOW + hours * HOUR).isoformat())
    site.pages["/feed"] = answer(feed(("a", "One.")))
    assert look(path, fetcher, site) == ["new a"]
    with Archive.open(path) as archive:
        assert archive.feed(site.url("/feed")).failures == 0


def test_a_watch_that_was_cut_short_goes_on(path: Path, fetcher: Fetcher, site: Site) -> None:
    site.pages["/feed"] = answer(feed(("a", "One."), ("b", "Two.")), ETag='"1"')
    with Archive.open(path, create=True) as archive:
        came = poll(archive, fetcher, site.url("/feed"), now=NOW, every=HOUR, read=_read)
        assert isinstance(next(came), Came)
        came.close()  # type: ignore[attr-defined]
    assert "new b" in look(path, fetcher, site)


def test_an_entry_that_cannot_be_read_stops_nothing(path: Path, fetcher: Fetcher, site: Site) -> None:
    broken = feed(("a", "One.")).replace("</channel>", "<item><guid>x</guid></item></channel>")
    site.pages["/feed"] = answer(broken)
    came = look(path, fetcher, site)
    assert (came[0], "the item holds no text" in came[1]) == ("new a", True)


def test_the_command(onrecord: Run, path: Path, site: Site) -> None:
    site.pages["/feed"] = answer(feed(("a", "Kasimir Bol said the port was open.")), ETag='"1"')
    command = ("watch", site.url("/feed"), "--archive", path, "--once", "--allow", "127.0.0.1", "--engine", "rules")
    first, second = onrecord(*command), onrecord(*command)
    assert (first.returncode, first.stdout[5:]) == (0, "  new       a talks [a]\n")
    assert (second.returncode, second.stdout) == (0, "")
    assert "the port was open" in onrecord("who", path, "Bol").stdout


def test_adding_an_address_twice(onrecord: Run, path: Path, site: Site) -> None:
    site.pages["/feed"] = answer(feed(("a", "One.")), ETag='"1"')
    command = ("add", path, site.url("/feed"), "--allow", "127.0.0.1", "--engine", "rules")
    assert onrecord(*command).stdout == "stored 1, already there 0, replaced 0, could not read 0\n"
    again = onrecord(*command)
    assert again.stdout == "stored 0, already there 0, replaced 0, could not read 0\n"
    assert again.stderr == f"{site.url('/feed')}: not changed since it was added\n"


def test_a_feed_that_leads_to_a_private_address(onrecord: Run, path: Path, site: Site) -> None:
    site.pages["/feed"] = answer(status=302, Location="http://10.0.0.1/feed")
    done = onrecord("add", path, site.url("/feed"), "--allow", "127.0.0.1")
    assert done.returncode == 1
    assert "10.0.0.1 is at 10.0.0.1, which is a private address" in done.stderr
    with Archive.open(path) as archive:
        assert archive.count().articles == 0


def test_reading_an_address(onrecord: Run, site: Site) -> None:
    site.pages["/a"] = answer("The port is open, Kasimir Bol said.", kind="text/plain")
    done = onrecord("read", site.url("/a"), "--allow", "127.0.0.1", "--engine", "rules", "--json")
    assert f'"id":"{site.url("/a")}"' in done.stdout
    refused = onrecord("read", site.url("/a"))
    assert (refused.returncode, "which is a private address" in refused.stderr) == (1, True)
