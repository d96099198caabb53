"""Articles with mentions marked inline: "[person:1|Foreign Minister Jane Roe] said [person:1|she] …"; marks nest.

The kinds are person, org, country, place and group. The first line says what the file is and is left out.
"""

import re
from pathlib import Path

from mentions import PRONOUNS, Kind, Marked, Mention, Shape, set_aside
from onrecord.parties.tables import KNOWN, PEOPLES
from onrecord.spans import Span

_MARK = re.compile(r"\[(?P<kind>person|org|country|place|group):(?P<id>\w+)\||(?P<end>\])|(?P<open>\[)")
_WORD = re.compile(r"\w(?:[\w.&’'-]*\w)?")
_OWNED = re.compile(r"[’']s?\Z")
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
_OPENING = re.compile(r"(?:\A|[.!?”\"]\s*|\n\s*|[“\"])\Z")  # what stands before the first word of a sentence
_DETERMINERS = frozenset("the a an his her its their our my your this that these those both".split())
_PREPOSITIONS = frozenset("of in on at for from with to by behind".split())
_KINDS: dict[str, Kind] = {
    "person": "person", "org": "organisation", "country": "place", "place": "place", "group": "group",
}  # fmt: skip


def read_marked(path: Path) -> Marked:
    """The article of one file. Raises ValueError, naming the place, where marks do not balance."""
    first, _, marked = path.read_bytes().decode("utf-8").partition("\n")
    text, spans = unmark(marked if first.startswith("#") else f"{first}\n{marked}")
    whole = [span for _, _, span in spans]
    return Marked(path.stem, text, set_aside(_mention(text, kind, entity, span, whole) for kind, entity, span in spans))


def unmark(marked: str) -> tuple[str, list[tuple[str, str, Span]]]:
    """The text without its marks, and kind, id and span of each. A bracket of the text's own stays."""
    text, done = "", 0
    opened: list[tuple[str, str, int] | None] = []
    spans: list[tuple[str, str, Span]] = []
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if mark["kind"]:
            opened.append((mark["kind"], mark["id"], len(text)))
        elif mark["open"]:
            opened.append(None)
            text += "["
        else:
            mention = opened.pop() if opened else None
            text += "" if mention else "]"
            if mention:
                spans.append((*mention[:2], Span(mention[2], len(text))))
    if any(opened):
        raise ValueError(f"a mark is not closed: {marked[:40]!r} … has {len([one for one in opened if one])} too many")
    return text + marked[done:], spans


def _mention(text: str, kind: str, entity: str, span: Span, others: list[Span]) -> Mention:
    inside = [other for other in others if span.holds(other) and other != span]
    head = _head(text, span, inside)
    return Mention(span, span, head, _KINDS[kind], entity, _shape(text, span, head))


def _head(text: str, span: Span, inside: list[Span]) -> Span:
    """The last word before any preposition and outside the mentions inside: of "the head of the agency" the head."""
    end = span.start + len(_OWNED.sub("", span.cut(text)))
    words = [Span(*word.span()) for word in _WORD.finditer(text, span.start, end)] or [span]
    if len(words) > 1 and words[0].cut(text).lower() in _DETERMINERS:
        words = words[1:]
    own = [word for word in words if not any(other.holds(word) for other in inside)] or words
    links = [i for i, word in enumerate(own) if i and word.cut(text) in _PREPOSITIONS]
    return own[links[0] - 1 if links else -1]


def _shape(text: str, span: Span, head: Span) -> Shape:
    """A name is what has a capital on its head, unless it begins a sentence and is written small elsewhere.

    "A Democrat" is none, nor is a people or what comes from there: "the Russians", "Russian".
    """
    word, words = head.cut(text), span.cut(text)
    if words.lower() in PRONOUNS:
        return "pronoun"
    if _INDEFINITE.match(words) or word in PEOPLES or (word in KNOWN and KNOWN[word].kind == "demonym"):
        return "other"
    begins = _OPENING.search(text, max(0, head.start - 3), head.start) is not None
    common = begins and re.search(rf"\b{re.escape(word.lower())}\b", text) is not None
    return "name" if (word[0].isupper() or word[0].isdigit()) and not common else "other"
