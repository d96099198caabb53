"""A wire of our own making, its archive, the real server before it and the real browser before that."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from onrecord.archive import Archive
from onrecord.record import (
    Article,
    Dateline,
    Engine,
    Paragraph,
    Party,
    Record,
    Role,
    Signals,
    Source,
    Statement,
    Time,
)
from onrecord.spans import Span

SCRIPT = "<script>alert(1)</script> & “friends”"
ODD_ID = "wire/2022?a=1&b=#2 é"
LONG_WORD = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ENGINE = Engine("onrecord", "0")

SERVER = """
import sys
from pathlib import Path
from onrecord.web import serve
serve(Path(sys.argv[1]), port=0, ready=lambda url: print(url, flush=True))
"""

PARTS: tuple[tuple[Role, str], ...] = (
    ("section", "Diplomacy"),
    ("headline", "Ilves says the Vald meeting will help Sarmia answer in writing"),
    ("deck", "On December 17, 2021, Norland published the draft of a treaty on the northern straits"),
    (
        "body",
        "VALD, January 21. /NPA/. Norland’s Foreign Minister Mara Ilves said on Friday that her meeting with Tomas "
        "Rede will help Sarmia issue a reply to the proposals.",
    ),
    (
        "body",
        "“We did not repeat what had been said here on January 10. And the reaction, as the Sarmian side told us, was "
        "preliminary,” Ilves said. “A reply in writing will follow,” she added.",
    ),
    ("body", "Rede promised that Sarmia would answer “in good time”. A diplomat hinted that little was settled."),
    ("background", "The draft was published on December 17, 2021. The first talks were held last week."),
)


def article_of(parts: tuple[tuple[Role, str], ...]) -> tuple[str, tuple[Paragraph, ...]]:
    """The text of the parts, a blank line between them, and its paragraphs."""
    text, paragraphs = "", []
    for role, words in parts:
        start = len(text)
        text += words
        paragraphs.append(Paragraph(Span(start, len(text)), role))
        text += "\n\n"
    return text.rstrip("\n"), tuple(paragraphs)


def place(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text`, for the nth time from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def time_of(text: str, words: str, edtf: str | None, *, nth: int = 0, notes: tuple[str, ...] = ()) -> Time:
    span = place(text, words, nth)
    return Time(span.start, span.end, words, "DATE", value=edtf, edtf=edtf, notes=notes)


def talks() -> Record:
    """An article with all that the page can show: a nested statement, pieces, an open speaker, inferred years."""
    text, paragraphs = article_of(PARTS)

    def said(id: str, *pieces: str, speaker: str | None, source: str, **more: Any) -> Statement:
        content = tuple(place(text, piece) for piece in pieces)
        given: dict[str, Any] = {"kind": "indirect", **more}
        return Statement(id, content, source=place(text, source), cue=None, speaker=speaker, **given)

    told = "the reaction, as the Sarmian side told us, was preliminary"
    repeated = f"We did not repeat what had been said here on January 10. And {told}"
    statements = (
        said("s1", "the Vald meeting will help Sarmia answer in writing", speaker="p1", source="Ilves"),
        said(
            "s2", "her meeting with Tomas Rede will help Sarmia issue a reply to the proposals",
            speaker="p1", source="Norland’s Foreign Minister Mara Ilves", said_on="2022-01-21",
        ),
        said(
            "s3", repeated, "A reply in writing will follow",
            speaker="p1", source="Ilves", kind="direct",
        ),
        said("s4", told, speaker="p3", source="the Sarmian side", parent="s3"),
        said(
            "s5", "Sarmia would answer “in good time”",
            speaker="p2", source="Rede", kind="mixed", act="promise", to="p1", ground="role given later",
        ),
        said("s6", "little was settled", speaker=None, source="A diplomat"),
    )  # fmt: skip
    times = (
        time_of(text, "January 21", "2022-01-21", notes=("year inferred from “December 17, 2021”",)),
        time_of(text, "Friday", "2022-01-21"),
        time_of(text, "January 10", "2022-01-10"),
        time_of(text, "December 17, 2021", "2021-12-17", nth=1),
        time_of(text, "last week", "2022-01-10/2022-01-16"),
    )
    return Record(
        "talks",
        Article(
            text=text,
            headline=PARTS[1][1],
            deck=PARTS[2][1],
            section="Diplomacy",
            dateline=Dateline(
                "Vald", "2022-01-21", "NPA", place(text, "VALD, January 21. /NPA/."), ('year inferred from "Friday"',)
            ),
            published="2022-01-21T14:05:00Z",
            language="en",
            source=Source(agency="NPA", url="javascript:alert(1)", format="text"),
            paragraphs=paragraphs,
        ),
        ENGINE,
        (
            Party("p1", "Mara Ilves", "person", "Norland’s Foreign Minister"),
            Party("p2", "Tomas Rede", "person"),
            Party("p3", "Sarmian side", "group"),
        ),
        times,
        statements,
    )


def brief(id: str, headline: str, *, day: str | None = "2022-01-20", **more: Any) -> Record:
    """An article of a headline and a line in which Mara Ilves speaks."""
    text, paragraphs = article_of((("headline", headline), ("body", f"Mara Ilves said item {id} is closed.")))
    said = Statement("s1", (place(text, f"item {id} is closed"),), place(text, "Mara Ilves"), None, "p1", "indirect")
    given: dict[str, Any] = {"section": "World", "dateline": Dateline("Ost", day, "NPA"), **more}
    article = Article(text=text, headline=headline, paragraphs=paragraphs, **given)
    return Record(id, article, ENGINE, (Party("p1", "Mara Ilves", "person", "foreign minister"),), (), (said,))


def wire() -> list[Record]:
    return [
        talks(),
        brief(ODD_ID, SCRIPT, day="2022-01-22"),
        brief("fix", "Straits close for two days", signals=Signals("corrected", ("Corrects the number of days",))),
        brief("gone", "Ferry sinks", day="2022-01-19", signals=Signals("killed", ("The ferry is afloat",))),
        brief("long", LONG_WORD, day="2022-01-18"),
        *(brief(f"b{number}", f"Brief {number}", day="2022-01-17") for number in range(60)),
    ]


@pytest.fixture(scope="session")
def archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "wire.db"
    with Archive.open(path, create=True) as archive:
        archive.add_all(wire())
    return path


@pytest.fixture(scope="session")
def address(archive_path: Path) -> Iterator[str]:
    """The address of a server that runs in a process of its own; no slash at its end."""
    command = [sys.executable, "-c", SERVER, str(archive_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip().rstrip("/")
        process.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("ONRECORD_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no Chromium here; install one, or give its path in ONRECORD_CHROMIUM")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """One page for all tests: a new one for each takes longer than the test."""
    with browser.new_context(base_url=address) as context:
        yield context.new_page()


@pytest.fixture
def page(desk: Page) -> Iterator[Page]:
    """A page at desk width, which fails the test where the browser complains of something."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        complaints.append(message.text)

    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.emulate_media(media="screen", color_scheme="light", reduced_motion="no-preference")
    desk.on("console", note)
    yield desk
    desk.remove_listener("console", note)
    # A refused page is asked for on purpose; the browser notes its status all the same.
    assert [text for text in complaints if "the server responded with a status" not in text] == []
