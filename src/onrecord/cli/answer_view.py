"""Lines for what an archive answered."""

from collections.abc import Sequence

from rich.text import Text

from onrecord.archive import ArticleHit, Entry, Likely, Person, Said
from onrecord.cli.terminal import plain
from onrecord.spans import Span
from onrecord.wording import lasting_roles

_FOUND = "bold yellow"


def hit_view(hit: ArticleHit) -> Text:
    """An article that was found: its headline and source, and the words around what was found."""
    view = Text(plain(hit.entry.headline or hit.entry.id), style="bold")
    view.append(f"\n{source_view(hit.entry)}\n", style="not bold dim")
    return view.append_text(_marked(hit.snippet.replace("\n", " "), hit.marks, style="not bold"))


def said_view(said: Said, *, speaker: bool = True) -> Text:
    """A statement: its date, the speaker and the words, and the article below."""
    view = Text(f"{said.said_on or said.article.day or 'undated'}  ", style="")
    if speaker:
        view.append(f"{plain(said.speaker or 'Speaker not resolved')}  ", style="bold")
    words = " … ".join(said.content)
    quoted = said.kind == "direct"
    view.append("“" if quoted else "").append_text(_marked(words, said.marks)).append("”" if quoted else "")
    headline = plain(said.article.headline or "")
    return view.append(f"\n{'  '.join(filter(None, (headline, source_view(said.article))))}", style="dim")


def person_view(person: Person, likely: Sequence[Likely] = ()) -> Text:
    """A party: its name, roles and key, how often it is quoted, and which others may be the same."""
    view = Text(plain(person.name), style="bold")
    view.append(plain("".join(f", {role}" for role in lasting_roles(person.roles))), style="not bold")
    counts = f"{_counted(person.statements, 'statement')} in {_counted(person.articles, 'article')}"
    view.append(f"\n{counts} [{plain(person.key)}]", style="not bold dim")
    for one in likely:
        words = f"\nPerhaps the same: {one.person.name} [{one.person.key}], {one.ground}"
        view.append(plain(words), style="not bold dim")
    return view


def source_view(entry: Entry) -> str:
    filed = ", ".join(plain(part) for part in (entry.place, entry.day, entry.agency) if part)
    return f"{filed} [{plain(entry.id)}]" if filed else f"[{plain(entry.id)}]"


def _marked(words: str, marks: tuple[Span, ...], *, style: str = "") -> Text:
    text = Text(plain(words), style=style)
    for mark in marks:
        text.stylize(_FOUND, mark.start, mark.end)
    return text


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
