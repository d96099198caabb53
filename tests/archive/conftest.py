"""Records made by hand, of invented people in invented countries."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.record import (
    Article,
    Dateline,
    Engine,
    Paragraph,
    Party,
    PartyKind,
    Record,
    Source,
    Statement,
    Time,
)
from onrecord.spans import Span

Make = Callable[..., Record]


def record_of(
    id: str,
    *,
    said: Iterable[tuple[str, str]] = (),
    headline: str = "Talks go on",
    day: str | None = "2021-03-05",
    published: str | None = None,
    section: str | None = None,
    kind: PartyKind = "person",
    role: str | None = None,
    said_on: str | None = None,
) -> Record:
    """A record of "SPEAKER said WORDS." paragraphs; `|` in the words parts a statement into pieces."""
    text, parties, statements = headline, dict[str, Party](), []
    for number, (speaker, words) in enumerate(said):
        party = Party(f"p{len(parties) + 1}", speaker, kind, role, mentions=())
        party = parties.setdefault(speaker, party)
        text += f"\n\n{speaker} said "
        content = []
        for piece in words.split("|"):
            content.append(Span(len(text), len(text) + len(piece)))
            text += piece + "; "
        statements.append(
            Statement(f"s{number + 1}", tuple(content), None, None, party.id, "indirect", said_on=said_on)
        )
    article = Article(
        text=text,
        headline=headline,
        section=section,
        dateline=Dateline("Vald", day, "NPA"),
        published=published,
        source=Source(format="text"),
        paragraphs=(Paragraph(Span(0, len(headline)), "headline"),),
    )
    times = (Time(0, 5, text[:5], "DATE", value="2021-03-05", edtf="2021-03-05"),)
    return Record(id, article, Engine("test", "1"), tuple(parties.values()), times, tuple(statements))


@pytest.fixture(scope="session")
def make() -> Make:
    """Makes a record; see `record_of`."""
    return record_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive.open(path, create=True) as opened:
        yield opened
