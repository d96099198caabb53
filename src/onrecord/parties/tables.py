"""The tables of names, titles and bodies, read once from `onrecord/data`; each file says where its rows come from."""

from importlib.resources import files
from typing import Literal

from msgspec import Struct

EntryKind = Literal["country", "capital", "demonym", "organisation", "place", "thing"]
Gender = Literal["m", "f"]


class Entry(Struct, frozen=True, gc=False):
    """What a known name stands for. `name` is the party's name; of a capital or a demonym, its country's."""

    kind: EntryKind
    name: str


class Title(Struct, frozen=True, gc=False):
    """A word before or instead of a person's name. `kind` is courtesy, office, rank or job."""

    kind: str
    gender: Gender | None


class Body(Struct, frozen=True, gc=False):
    """A word by which a name is an organisation's. opens: of, for or on may follow; alone: "the bank" is used."""

    kind: str
    opens: bool
    alone: bool


class People(Struct, frozen=True, gc=False):
    """A common noun for people. noun: its singular; plural: whether this form is one.

    bodies: the nouns of the bodies whose members it may mean.
    """

    noun: str
    plural: bool
    gender: Gender | None
    bodies: frozenset[str]


def read_lines(file: str) -> list[str]:
    """The lines of a table, without comments and blank ones."""
    text = files("onrecord.data").joinpath(file).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_rows(file: str, columns: int) -> list[list[str]]:
    """The first `columns` cells of each row of a table; cells left out at the end are empty."""
    rows = [line.split("\t")[:columns] for line in read_lines(file)]
    return [row + [""] * (columns - len(row)) for row in rows]


def _known_names() -> dict[str, Entry]:
    """Each known name to what it stands for. Where two tables have a name, the later of the calls below wins."""
    found = {line: Entry("place", line) for line in read_lines("places.tsv")}
    found |= {line: Entry("thing", line) for line in read_lines("things.txt")}
    for name, aliases in read_rows("well_known.tsv", 2):
        found |= {alias: Entry("organisation", name) for alias in [name, *_cell(aliases)]}
    for name, _, _, aliases in read_rows("territories.tsv", 4):
        found |= {alias: Entry("place", name) for alias in [name, *_cell(aliases)]}
    for name, _, capitals, _ in read_rows("countries.tsv", 4):
        found |= {capital: Entry("capital", name) for capital in _cell(capitals)}
    for name, demonyms, _, aliases in read_rows("countries.tsv", 4):
        found |= {demonym: Entry("demonym", name) for demonym in _cell(demonyms)}
        found |= {alias.removeprefix("the "): Entry("country", name) for alias in [name, *_cell(aliases)]}
    for name, kind, aliases in read_rows("known.tsv", 3):
        if kind == "organisation":
            found |= {alias: Entry("organisation", name) for alias in [name, *_cell(aliases)]}
    return found


def _cell(text: str) -> list[str]:
    return [part for part in text.split("|") if part]


def _peoples() -> dict[str, str]:
    """The plural of each demonym that takes an s ("Russians") to its country."""
    return {
        f"{demonym}s": name
        for name, demonyms, _, _ in read_rows("countries.tsv", 4)
        for demonym in _cell(demonyms)
        if not demonym.endswith(("ese", "sh", "ch", "ss", "Dutch"))
    }


def _first_names() -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = {}
    for gender, names in read_rows("first_names.tsv", 2):
        for name in names.split():
            both = name in found or gender == "-"
            found[name] = None if both else "f" if gender == "f" else "m"
    return found


def _titles() -> dict[str, Title]:
    found = {}
    for word, kind, gender in read_rows("titles.tsv", 3):
        found[word] = Title(kind, "m" if gender == "m" else "f" if gender == "f" else None)
    return found


def _plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun for people; none of one that is plural in sense ("crowd", "staff")."""
    if noun in _IRREGULAR:
        return (_IRREGULAR[noun],)
    if noun.endswith("man"):
        return (noun[:-3] + "men",)
    if noun.endswith("y") and noun[-2] not in "aeou":
        return (noun[:-1] + "ies",)
    return (noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s"),)


_IRREGULAR = {"person": "people", "child": "children", "wife": "wives", "passer-by": "passers-by", "thief": "thieves"}
# Singular in form, many in sense.
_COLLECTIVE = frozenset("crowd audience family public team jury staff crew couple police".split())


def _people() -> dict[str, People]:
    """Each form of the nouns for people: the table's own, then the titles of one word that are no courtesy."""
    found: dict[str, People] = {}
    rows = [(nouns.split(), gender, bodies) for nouns, gender, bodies in read_rows("people.tsv", 3)]
    rows += [([title], row.gender or "", "") for title, row in _titles().items() if row.kind in ("job", "office")]
    for nouns, gender, bodies in rows:
        sex: Gender | None = "m" if gender == "m" else "f" if gender == "f" else None
        of = frozenset(bodies.split())
        for noun in nouns:
            if " " in noun or len(noun) < 3 or noun in found:
                continue
            found[noun] = People(noun, noun in _COLLECTIVE, sex, of)
            found |= {plural: People(noun, True, sex, of) for plural in _plurals(noun)}
    return found


def _documents() -> dict[str, str]:
    """Each noun of a paper, and its plural, to the first noun of its kind."""
    kinds = [line.split() for line in read_lines("documents.txt")]
    return {form: kind[0] for kind in kinds for noun in kind for form in (noun, f"{noun}s")}


KNOWN = _known_names()
PEOPLES = _peoples()
TITLES = _titles()
BODIES = {word: Body(kind, "opens" in use, "alone" in use) for word, kind, use in read_rows("organisations.tsv", 3)}
PEOPLE = _people() | {people: People(people, True, None, frozenset()) for people in (*PEOPLES, "sides")}
DOCUMENTS = _documents()
FIRST_NAMES = _first_names()
PERHAPS_PLACES = frozenset(read_lines("ambiguous_places.txt"))
COMMON = frozenset(word for line in read_lines("common_words.txt") for word in line.split())


def first_words(phrases: dict[str, Entry] | dict[str, Title]) -> dict[str, int]:
    """The first word of each phrase to the number of words of the longest that begins so."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        parts = phrase.split()
        longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return longest


_KNOWN_FIRST = first_words(KNOWN)
_TITLE_FIRST = first_words(TITLES)


def known_at(words: list[str], first: int, last: int) -> tuple[int, Entry] | None:
    """The longest known name that begins at `first` and ends by `last`: its end and what it is."""
    for end in range(min(last, first + _KNOWN_FIRST.get(words[first], 0)), first, -1):
        entry = KNOWN.get(" ".join(words[first:end]) if end > first + 1 else words[first])
        if entry is not None:
            return end, entry
    return None


def title_at(words: list[str], first: int, last: int) -> int | None:
    """The end of the longest title that begins at `first` and ends by `last`; case does not count."""
    opening = words[first].lower()
    if "-" in opening and opening not in _TITLE_FIRST:
        opening = without_former(opening)
    for end in range(min(last, first + _TITLE_FIRST.get(opening, 0)), first, -1):
        if " ".join((opening, *words[first + 1 : end])).lower() in TITLES:
            return end
    return None


def without_former(word: str) -> str:
    """The word, in small letters, without what says that an office is over or held for another: "Then-Secretary"."""
    prefix, _, rest = word.partition("-")
    return rest if prefix in ("then", "ex", "acting", "former") and rest else word
