"""What a record tells in signs of its own, in plain words: for the terminal and the page alike."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from onrecord.record import Act, Statement

# What a reader wants to know of a speaker who is not named beside the words. The grounds that are left out are
# seen at once: the name, a part of it, the role that stands beside it.
_TAKEN_FOR: Final[Mapping[str, str]] = {
    "pronoun: has the floor": "taken for the last speaker",
    "description: has the floor": "taken for the last speaker",
    "has the floor": "no speaker found beside it, taken for the last one’s",
    "document: its author has the floor": "taken for its author, who spoke last",
    "pronoun: likeliest person": "taken for whom the pronoun most likely means",
    "pronoun: likeliest party": "taken for whom the pronoun most likely means",
    "pronoun: nearest": "taken for the nearest subject before",
    "members of the body": "taken for the body whose members they are",
    "words of the name": "taken for the body whose name has these words",
    "paper: its owner": "the paper is taken for its owner’s words",
    "paper: its author": "the paper is taken for its author’s words",
    "paper: who issued it": "the paper is taken for the words of who issued it",
    "paper: as before": "the paper is taken for its author’s words",
    "role told later": "whose role the article gives further on",
    "the latter: named last": "taken for the person named last",
    "role given later": "whose role the article gives further on",
    "kind of body": "taken for the body of that kind in the article",
}
_CLOSING: Final[Mapping[str, str]] = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"'}
# American style puts the full stop or the comma before the mark.
_BEHIND = re.compile(r"[.,]?(?P<mark>[”’»“\"])")
_STRAIGHT = re.compile(r'"([^"]{1,200})"')
_NO_YEAR = "year inferred from "


def taken_for(ground: str | None) -> str | None:
    """Why a speaker is taken for somebody, to stand behind the words that name them; None where one sees it."""
    return _TAKEN_FOR.get(ground or "")


_DOUBTFUL = 0.6  # under this a statement is wrong, in its words or its source, nearly as often as right


def doubt(sure: float | None) -> str | None:
    """What warns of a statement that may well be wrong; None where it is likely right, or a rule's."""
    if sure is None or sure >= _DOUBTFUL:
        return None
    return f"uncertain: right in {100 * sure:.0f} of 100 such cases"


def act_in_words(act: Act, negated: bool = False) -> str | None:
    """What was done with the words, where that is more than saying them; that it was not done, where it was not."""
    if negated:
        return "not said" if act == "say" else f"not said: no {_NOUNS.get(act, act)}"
    return act if act != "say" else None


_NOUNS: Final[Mapping[Act, str]] = {
    "ask": "question", "deny": "denial", "propose": "proposal", "accept": "consent", "reject": "rejection",
    "accuse": "accusation", "warn": "warning", "criticise": "criticism", "expect": "expectation", "believe": "belief",
    "announce": "announcement",
}  # fmt: skip


def sentence(note: str) -> str:
    """A note as a sentence: with a capital, curly quotation marks and a full stop."""
    curly = _STRAIGHT.sub(r"“\1”", note.strip())
    return f"{curly[:1].upper()}{curly[1:]}{'' if curly.endswith(('.', '?', '!')) else '.'}"


def dateline_sentence(note: str) -> str:
    """A dateline's note as a sentence that says what it is about."""
    if note.startswith(_NO_YEAR):
        return sentence(f"the dateline gives no year; it was inferred from {note.removeprefix(_NO_YEAR)}")
    return sentence(note)


def missing_mark(words: str, behind: str) -> str:
    """The mark that closes the quotation in which `words` end, where `behind`, the text behind them, has it.

    Source: a sentence that ends within quotation marks leaves the closing one behind its full stop or before it.
    """
    last = max(words.rfind(opening) for opening in "“‘«„")
    opening = words[last] if last >= 0 and _CLOSING[words[last]] not in words[last:] else None
    if opening is None and words.count('"') % 2:
        opening = '"'
    found = _BEHIND.match(behind)
    return found["mark"] if opening and found and found["mark"] == _CLOSING[opening] else ""


def pieces_of(said: Statement, text: str) -> tuple[str, ...]:
    """The words of a statement, a string a piece; the last one with the closing mark that it lacks."""
    pieces = tuple(piece.cut(text) for piece in said.content)
    if not pieces:
        return pieces
    end = said.content[-1].end
    return *pieces[:-1], pieces[-1] + missing_mark(" … ".join(pieces), text[end : end + 2])


def lasting_roles(roles: Iterable[str]) -> tuple[str, ...]:
    """The roles that say something away from their article, each once.

    Left out are "Minister" beside "Foreign Minister of Teskia", and "Teskan counterpart", which is somebody else's.
    """
    given = [role for role in dict.fromkeys(roles) if not role.casefold().endswith("counterpart")]
    folded = [role.casefold() for role in given]
    return tuple(
        role
        for i, role in enumerate(given)
        if not any(folded[i] in other and (folded[i] != other or j < i) for j, other in enumerate(folded) if j != i)
    )
