"""What a run of capitalised words is made of: titles, names of persons and bodies, countries, places."""

from collections.abc import Set
from typing import Literal

from msgspec import Struct

from onrecord.parties.closed import (
    FUNCTION_WORDS,
    LINKS,
    NEVER_FIRST,
    NO_PARTIES,
    OPENING,
    PARTICLES,
    PLACE_ENDS,
    POSSESSIVE,
    VERBS,
)
from onrecord.parties.shapes import is_acronym, is_capital, is_shouted
from onrecord.parties.tables import BODIES, COMMON, FIRST_NAMES, KNOWN, TITLES, Entry, known_at, title_at

PieceKind = Literal["person", "organisation", "country", "capital", "demonym", "place", "thing", "role", "unknown"]


class Piece(Struct, frozen=True, gc=False):
    """A part of a run: words `[first, last)`, of which `[name, last)` is the name; before it stands a title.

    known: the party's name where a table has it, else None.
    opening: whether it begins a sentence or a quotation, where a capital says little.
    """

    kind: PieceKind
    first: int
    name: int
    last: int
    known: str | None = None
    opening: bool = False


_BEHIND_PLACE = frozenset([",", "(", "—", "–", "-"])
_CAPITAL_FUNCTION_WORDS = frozenset(word.capitalize() for word in FUNCTION_WORDS)


def cut_run(words: list[str], first: int, last: int, written: Set[str]) -> list[Piece]:
    """The pieces of the run `[first, last)`, in order.

    written: the article's words as they are written; what stands there in small letters too is no name at the head
        of a sentence.
    """
    if last - first == 1 and words[first] in _CAPITAL_FUNCTION_WORDS:
        return []
    opening = first == 0 or words[first - 1] in OPENING
    if opening:
        first = _skip_opening(words, first, last, written)
    while first < last and (words[first].lower() in NEVER_FIRST or words[first] in {"&", "."}):
        first += 1
        opening = False
    return _cut(words, first, last, opening=opening) if first < last else []


def _skip_opening(words: list[str], first: int, last: int, written: Set[str]) -> int:
    """Past the word that has its capital from beginning the sentence, where it is no name."""
    known = known_at(words, first, last)
    if known and (known[0] > first + 1 or known[1].kind not in ("place", "thing") or last - first == 1):
        return first
    word = words[first].lower()
    if title_at(words, first, last) or (word in FIRST_NAMES and last - first > 1 and is_capital(words[first + 1])):
        return first
    if word in PARTICLES and last - first > 1:
        return first
    if word in FUNCTION_WORDS or "’" in word[2:] or "'" in word[2:]:
        return first + 1
    if last - first > 1 and is_body_name(words, first, last):
        return first
    plain = word in COMMON or word in written or (last - first > 1 and word.endswith(("ing", "ly")))
    return first + 1 if plain and not (last - first == 1 and _acts(words, last)) else first


def _acts(words: list[str], i: int) -> bool:
    """Whether a verb or a possessive stands at `i`: "Young said" may be of a "Jane Young"."""
    return i < len(words) and (words[i] in VERBS or words[i] in POSSESSIVE)


def _cut(words: list[str], first: int, last: int, *, opening: bool) -> list[Piece]:
    known = known_at(words, first, last) or _shouted(words, first, last)
    if known and known[0] == last:
        return [Piece(known[1].kind, first, first, last, known[1].name, opening)]
    if last - first == 1:
        return _single(words, first, opening=opening)
    titled = _titled(words, first, last, opening=opening)
    if titled:
        return titled
    if is_body_name(words, first, last):
        return [Piece("organisation", first, first, last, opening=opening)]
    if words[first].lower() in FIRST_NAMES and last - first <= 5 and not _is_slogan(words, first, last):
        return [Piece("person", first, first, last, opening=opening)]
    if words[last - 1] in PLACE_ENDS:
        return [Piece("place", first, first, last, opening=opening)]
    if known and known[1].kind in ("organisation", "country"):
        rest = _cut(words, known[0], last, opening=False)
        return [Piece(known[1].kind, first, first, known[0], known[1].name, opening), *rest]
    if known and known[1].kind in ("demonym", "place", "capital", "thing"):
        return _behind_place(words, first, known[0], last, opening=opening)
    return [Piece("unknown", first, first, last, opening=opening)]


def _is_slogan(words: list[str], first: int, last: int) -> bool:
    """Whether a verb or a function word stands in it: "Jeb Can Fix It"."""
    return any(
        word.lower() in VERBS or word.lower() in FUNCTION_WORDS
        for word in words[first + 1 : last]
        if word.lower() not in PARTICLES and word[0].isupper()
    )


def _shouted(words: list[str], first: int, last: int) -> tuple[int, Entry] | None:
    """The known name that the whole run writes in capitals: "GENEVA", "MEXICO CITY"."""
    whole = " ".join(words[first:last])
    entry = KNOWN.get(whole.title()) if len(whole) > 3 and whole.isupper() else None
    return (last, entry) if entry else None


def _behind_place(words: list[str], first: int, behind: int, last: int, *, opening: bool) -> list[Piece]:
    """A run that begins with a place or a people: "Palestinian Ammar Hijazi", "Baltimore Orioles"."""
    rest = _cut(words, behind, last, opening=False)
    if rest and rest[0].kind in ("person", "role", "country"):
        return rest
    return [Piece("unknown", first, first, last, opening=opening)]


def _single(words: list[str], i: int, *, opening: bool) -> list[Piece]:
    word = words[i]
    if word.lower() in TITLES and word not in FIRST_NAMES:
        return [Piece("role", i, i, i + 1, opening=opening)]
    if word in NO_PARTIES or not word[0].isalpha() or (is_shouted(word) and word.lower() in COMMON):
        return []
    if i == 0 and is_shouted(word) and len(words) > 1 and words[1] in _BEHIND_PLACE:
        return []  # the place of a dateline
    if is_acronym(word):
        return [Piece("organisation", i, i, i + 1, opening=opening)]
    return [Piece("unknown", i, i, i + 1, opening=opening)]


def is_body_name(words: list[str], first: int, last: int) -> bool:
    """Whether the run names a body: it ends in "Ministry", or "Bank of", "Institute for" stands in it."""
    end = words[last - 1].lower() if words[last - 1] != "." else words[last - 2].lower()
    if end in BODIES:
        return words[last - 1] != "Station" or words[last - 2] in _NO_STOPS
    for i in range(first, last - 2):
        if words[i + 1] in LINKS:
            body = BODIES.get(words[i].lower())
            return body is not None and body.opens
    return False


# Stations at which nobody stops; others are places.
_NO_STOPS = frozenset("Police Fire Radio TV Television Research Power".split())


def _titled(words: list[str], first: int, last: int, *, opening: bool) -> list[Piece]:
    """The title and the name of "Russian Foreign Minister Sergey Lavrov", or only a title; empty where neither."""
    found = _last_title(words, first, last)
    if found is None:
        return []
    start, end = found
    if start > first and words[first].lower() in FIRST_NAMES and end == last:
        return []  # "Stephen King"
    name = _behind_office(words, end, last)
    if name >= last:
        if end < last and is_body_name(words, first, last) and words[end] not in LINKS:
            return []
        return [Piece("role", first, first, last, opening=opening)]
    if end < name and words[name].lower() not in FIRST_NAMES and last - name < 2:
        return [Piece("role", first, first, last, opening=opening)]
    royal = TITLES[words[end - 1].lower()].gender if words[end - 1].lower() in TITLES else None
    if royal and words[name] in PLACE_ENDS:
        return [Piece("place", first, first, last, opening=opening)]  # "King Road", while "President Park" is somebody
    if _is_no_person(words, name, last) or is_body_name(words, name, last):
        return []
    rest = known_at(words, name, last)
    if rest and rest[0] == last and rest[1].kind not in ("place", "thing", "capital"):
        return [Piece("role", first, first, name, opening=opening), *_cut(words, name, last, opening=False)]
    if last - name > 5:
        return []
    return [Piece("person", first, name, last, opening=opening)]


def _is_no_person(words: list[str], name: int, last: int) -> bool:
    """Whether what follows the title is a place or plain words: "King Road Residence", "General Election"."""
    if last - name == 1 or words[name].lower() in FIRST_NAMES:
        return False
    return words[last - 1] in PLACE_ENDS or all(word.lower() in COMMON for word in words[name:last])


def _last_title(words: list[str], first: int, last: int) -> tuple[int, int] | None:
    """`[start, end)` of the title that stands last in the run, with the stop of "Sen."."""
    found = None
    i = first
    while i < last:
        end = title_at(words, i, last) if i == first or words[i - 1] not in {*LINKS, "the"} else None
        if end is None:
            i += 1
            continue
        if end < last and words[end] == ".":
            end += 1
        if not (i > first and end == last and found):  # "Judge Mark Judge": a title at the end is a last name
            found = (i, end)
        i = end
    return found


def _behind_office(words: list[str], i: int, last: int) -> int:
    """Behind "of Foreign Affairs", "for Health", "of Iran", where the name begins."""
    if i >= last or words[i] not in LINKS:
        return i
    i += 1
    i = max([i, *(k + 1 for k in range(i, last) if words[k] in {"and", "of", "for", "the"})])
    while i < last:
        known = known_at(words, i, last)
        if known and known[1].kind in ("country", "place", "organisation"):
            i = known[0]
        elif words[i].lower() in COMMON or words[i].lower() in BODIES or words[i].lower() in TITLES:
            i += 1
        else:
            break
    return i
