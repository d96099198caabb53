"""Whether the speaker that a draft gives can be the one that the archive gives. Doubt is never a contradiction."""

from collections.abc import Sequence
from typing import Final, Literal

from onrecord.archive.names import fold
from onrecord.checking.quotations import NAMED, Quoted, around, is_beside, is_name
from onrecord.checking.sources import SourceArticle
from onrecord.record import Party, Statement
from onrecord.spans import Span

Agreement = Literal["same", "other", "similar", "unknown"]

# Titles and particles before a name say nothing of whom it names.
_TITLES: Final = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady prof professor sen senator rep gov governor".split()
)
# Rules that find a name set apart from the words, and meant for nothing else.
_SET_APART: Final = frozenset(["credit", "turn", "name and colon"])
_LONG: Final = 5  # letters; a shorter name is another one where a letter differs


def agreement(quoted: Quoted, article: SourceArticle, said: Statement | None, spans: Sequence[Span]) -> Agreement:
    """How the draft's speaker stands to the source's.

    spans: of the words in the source.
    "unknown" where either is not named, or the source leaves room: words whose speaker was taken from what stands
    before are "other" only where the article does not name the draft's speaker at all.
    "similar": one letter apart, which is rather a name that was mistyped.
    """
    source = article.speaker_of(said)
    if quoted.speaker is None or source is None or said is None or not quoted.named:
        return "unknown"
    found = compare_parties(quoted.speaker, source)
    if found == "other" and _is_called_by_last_name(quoted, source):
        return "same"
    if found == "other" and _leaves_room(quoted.speaker, article, said, spans):
        return "unknown"
    return found


def _is_called_by_last_name(quoted: Quoted, source: Party) -> bool:
    """Whether the draft calls the speaker no more than the source's last name: which one of a family it means, it says
    elsewhere, and the reader may have missed it."""
    return _words(quoted.called or "")[-1:] == _words(source.name)[-1:] and len(_words(quoted.called or "")) == 1


def compare_parties(one: Party, other: Party) -> Agreement:
    """How two parties stand to each other by their names, roles and kinds."""
    if not (_is_named(one) and _is_named(other)):
        return "unknown"
    a, b = _words(one.name), _words(other.name)
    if not a or not b:
        return "unknown"
    namesakes = len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][0] != b[0][0]
    if _names(one) & _names(other) and not (namesakes and one.kind == other.kind == "person"):
        return "same"
    if _may_be_person(one) and _may_be_person(other):
        return _persons(a, b)
    if set(a) & set(b) or _is_acronym(a, b) or _is_acronym(b, a):
        return "unknown"
    roles = {word for party in (one, other) for word in _words(party.role or "")}
    return "unknown" if roles & {*a, *b} else "other"


def _is_named(party: Party) -> bool:
    return party.kind not in ("unnamed", "group") or is_name(party)


def _may_be_person(party: Party) -> bool:
    """Whether the party may be a person after all: a name of one word ("Tal said") may be a last name."""
    alone = party.kind == "organisation" and party.name.isalpha() and not party.name.isupper()
    return alone or party.kind in ("person", "unnamed", "group")


def _persons(a: list[str], b: list[str]) -> Agreement:
    if set(a) <= set(b) or set(b) <= set(a):
        return "same"
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


def _leaves_room(party: Party, article: SourceArticle, said: Statement, spans: Sequence[Span]) -> bool:
    """Whether the source may mean the draft's speaker after all.

    A name beside the words rules all others out, but for a body that the sentence names with it ("Vale told the KBC").
    A pronoun, a description, or a name in another paragraph rules out only those that the article does not name.
    """
    last = (_words(party.name) or [""])[-1]
    if any(inner.meets(span) for inner in article.inner for span in spans):
        return True  # the speaker there quotes somebody
    source = article.speaker_of(said)
    named = said.ground in NAMED or (source is not None and source.kind == "unnamed" and is_name(source))
    if named and (said.rule in _SET_APART or is_beside(article.record, said, spans)):
        return not _may_be_person(party) and last in _words(_beside(article, said))
    return not last or last in article.folded


def _beside(article: SourceArticle, said: Statement) -> str:
    """The sentences of the attribution without what was said."""
    span = around(article.record, said)
    parts, at = [], span.start
    for piece in said.content:
        parts.append(article.text[at : max(at, min(piece.start, span.end))])
        at = max(at, piece.end)
    return " ".join([*parts, article.text[at : max(at, span.end)]])
