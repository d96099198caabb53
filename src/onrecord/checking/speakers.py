"""Whether the speaker that a draft gives can be the one that the archive gives. Doubt is never a contradiction."""

import re
from typing import Final, Literal

from onrecord.archive.names import fold
from onrecord.checking.quotations import NAMED, Quoted
from onrecord.checking.sources import SourceArticle
from onrecord.record import Party, Statement
from onrecord.spans import Span

Agreement = Literal["same", "other", "similar", "unknown"]

# Titles and particles before a name say nothing of whom it names.
_TITLES: Final = frozenset("mr mrs ms miss mx dr sir dame lord lady prof professor sen senator rep gov governor".split())
_LONG: Final = 5  # letters; a shorter name is another one where a letter differs
_WORD: Final = re.compile(r"\w+")


def agreement(quoted: Quoted, article: SourceArticle, said: Statement | None) -> Agreement:
    """How the draft's speaker stands to the source's.

    "unknown" where either is not named, or the source leaves room: words whose speaker was taken from what stands
    before are "other" only where the article does not name the draft's speaker at all.
    "similar": one letter apart, which is rather a name that was mistyped.
    """
    source = article.speaker_of(said)
    if quoted.speaker is None or source is None or said is None or not quoted.named:
        return "unknown"
    found = compare_parties(quoted.speaker, source)
    if found != "other":
        return found
    if _is_named_around(quoted.speaker, article, said):
        return "unknown"
    return "other"


def compare_parties(one: Party, other: Party) -> Agreement:
    """How two parties stand to each other by their names, roles and kinds."""
    if "unnamed" in (one.kind, other.kind) or "group" in (one.kind, other.kind):
        return "unknown"
    ones, others = _names(one), _names(other)
    if ones & others:
        return "same"
    a, b = _words(one.name), _words(other.name)
    if not a or not b:
        return "unknown"
    if one.kind == other.kind == "person":
        return _persons(a, b)
    if set(a) & set(b) or _is_acronym(a, b) or _is_acronym(b, a):
        return "unknown"
    if "person" in (one.kind, other.kind):
        person, body = (one, b) if one.kind == "person" else (other, a)
        return "unknown" if set(body) & set(_words(person.role or "")) or not person.role else "other"
    return "other"


def _persons(a: list[str], b: list[str]) -> Agreement:
    if a[-1] == b[-1]:
        both = len(a) > 1 and len(b) > 1
        return "other" if both and a[0][0] != b[0][0] else "same"
    if set(a) & set(b) and (len(a) == 1 or len(b) == 1):
        return "same"
    if len(a[-1]) >= _LONG and _one_apart(a[-1], b[-1]):
        return "similar"
    return "other"


def _names(party: Party) -> set[str]:
    return {" ".join(_words(name)) for name in (party.name, *party.aliases)} - {""}


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in _TITLES]


def _is_acronym(short: list[str], long: list[str]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _one_apart(a: str, b: str) -> bool:
    """Whether one letter was changed, added or left out, or two neighbours changed places."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest, other = a[start:], b[start:]
    if len(a) == len(b):
        return rest[1:] == other[1:] or (rest[:2] == other[:2][::-1] and rest[2:] == other[2:])
    return rest[1:] == other or rest == other[1:]


def _is_named_around(party: Party, article: SourceArticle, said: Statement) -> bool:
    """Whether the source leaves room for the draft's speaker: a name beside the words rules others out, a pronoun or
    nothing only those that the article does not name."""
    if said.ground in NAMED and said.source is not None:
        return False
    last = (_words(party.name) or [""])[-1]
    return bool(last) and last in fold(article.text).split()


def names_in(text: str, span: Span) -> list[str]:
    """The words of a stretch that begin with a capital."""
    return [word for word in _WORD.findall(text[span.start : span.end]) if word[0].isupper()]
