"""Contents in front of their cue: "“…,” said the minister", "The talks failed, officials said on Friday"."""

from onrecord.spans import Span, strip
from onrecord.statements.clauses import Lead, skip_lead
from onrecord.statements.groups import Group
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, source_after
from onrecord.statements.words import (
    DASHES,
    DISCOURSE,
    EDGES,
    ENDS,
    PREPOSITIONS,
)


def inverted(line: Line, group: Group, lead: Lead) -> tuple[Found, Lead] | None:
    """The source and what follows it in "“…,” said the minister on Friday" and "The talks failed, said Lavrov"."""
    if group.form in {"base", "ing"} or not group.cue.frames & {"c", "q", "t"} or "a" in group.cue.frames:
        return None
    left = group.first - 1
    closes = left >= 0 and line.quotation_to(left) is not None
    if not closes and not (line.word(left) == "," or line.word(left) in DASHES):
        return None
    source = source_after(line, group.verb + 1)
    if source is None:
        return None
    after = skip_lead(line, source.last + 1, addressee=False)
    behind_quotation = closes or (left > 0 and line.quotation_to(left - 1) is not None)
    if behind_quotation:
        return source, after if after.date else Lead(after.first, lead.date)
    if group.cue.lemma not in _INVERTED:
        return None
    if _ends_group(line, after.first) or line.word(after.first) in {"who", "in", "on", "at", "after"}:
        return source, after if after.date else Lead(after.first, lead.date)
    return None


# Verbs that stand before their subject behind a plain comma: "The talks failed, said Lavrov".
_INVERTED = frozenset("say add note write report argue explain warn reply conclude".split())


def _ends_group(line: Line, i: int) -> bool:
    return i >= line.stop or line.words[i] in ENDS or line.words[i] == "," or line.words[i] in DASHES


def closes_content(line: Line, group: Group, found: Found, lead: Lead) -> bool:
    """Whether the content stands before the source and the cue, which close or interrupt it."""
    if not _has_words_before(line, found.start):
        return False
    if not group.cue.frames & {"c", "a"} and not _is_quoted_before(line, found.start):
        return False
    if _ends_group(line, lead.first):
        return not _opens_quotation(line, lead.first) or _is_quoted_before(line, found.start)
    left = found.start - 1
    following = line.word(lead.first)
    if _is_quoted_before(line, found.start):
        return following != "that" and line.quoted[lead.first] < 0 and following != ":"
    return following in PREPOSITIONS - {"like"} and left > 3 and _is_short_phrase(line, lead.first)


def _opens_quotation(line: Line, i: int) -> bool:
    """Whether behind the comma at `i` a quotation begins that is a sentence of its own."""
    quotation = line.quotation_from(i + 1) if line.word(i) == "," else None
    return quotation is not None and line.page.doc.text[quotation.pieces[0].start].isupper()


def _is_quoted_before(line: Line, start: int) -> bool:
    """Whether a quotation ends right before the token `start`, with or without a comma behind its mark."""
    left = start - 1
    return (
        left < 0
        or line.quotation_to(left) is not None
        or (line.word(left) == "," and line.quotation_to(left - 1) is not None)
    )


def _is_short_phrase(line: Line, first: int) -> bool:
    end = first
    while end < line.stop and line.words[end] not in {",", ";"} and line.quoted[end] < 0:
        end += 1
    return end - first <= 6


def _has_words_before(line: Line, start: int) -> bool:
    if start == 0:
        return _quotation_before(line, line.tokens[0].start) is not None
    left = line.word(start - 1)
    if line.quotation_to(start - 1) is not None:
        return True
    return (left == "," or left in DASHES) and start > 2


def _quotation_before(line: Line, offset: int) -> int | None:
    """The number of the quotation of the paragraph that ends right before `offset`, nothing but space between."""
    number = line.page.outer.before(offset) if line.holder is None else None
    if number is None:
        return None
    between = line.page.doc.text[line.page.doc.quotations[number].span.end : offset]
    return number if not between.strip() and "\n" not in between else None


def content_before(line: Line, start: int) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """The content that ends right before the token `start`, and the quotations that it is made of."""
    last = start - 1
    if (last >= 0 and line.word(last) == ",") or line.word(last) in DASHES:
        last -= 1
    number = _quotation_before(line, line.tokens[0].start) if last < 0 else None
    if last >= 0 and line.quotation_to(last) is not None:
        number = line.quoted[last]
    if number is None:
        span = _clause_before(line, last)
        return ((span,), ()) if span else ((), ())
    closing = line.page.doc.quotations[number]
    opening = line.after(closing.span.start, 0)
    # Words of the reporter before the mark in the same sentence belong to the content: "The plan is “dead,” he said".
    lead_in = last >= 0 and closing.span.start >= line.tokens[0].start and opening > 1
    if lead_in and line.words[opening - 1] not in {",", ":"} and line.quoted[opening - 1] < 0:
        span = strip(
            line.page.doc.text, line.tokens[_content_start(line, opening)].start, closing.pieces[-1].end, EDGES
        )
        return ((span,), (number,)) if span else ((), ())
    return closing.pieces, (number,)


def _clause_before(line: Line, last: int) -> Span | None:
    if last < 1:
        return None
    first = _content_start(line, last)
    return strip(line.page.doc.text, line.tokens[first].start, line.tokens[last].end, EDGES) if first <= last else None


def _content_start(line: Line, last: int) -> int:
    """Where a content before its cue begins: at the sentence, or behind the last semicolon."""
    for i in range(last - 1, -1, -1):
        if line.words[i] == ";" and line.quoted[i] < 0:
            return i + 1
    if line.words[0] in DISCOURSE and last > 3:
        return 2 if line.words[1] == "," else 1
    return 0


def content_goes_on(line: Line, i: int, quoted: bool) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """The rest of a content that the attribution broke: "“…,” he said, “…”"; "The toll, he said, rose"."""
    quotation = line.quotation_from(i)
    if quotation is not None:
        return quotation.pieces, (line.quoted[i],)
    word = line.word(i)
    if (
        quoted
        or not word
        or word.endswith("ing")
        or word
        in {"who", "which", "where", "when", "as", "while", "after", "but", "and", "though", "although", "citing"}
    ):
        return (), ()
    end = i
    while end < line.stop and not (line.words[end] == ";" and line.quoted[end] < 0):
        end += 1
    span = strip(line.page.doc.text, line.tokens[i].start, line.tokens[end - 1].end, EDGES) if end > i else None
    return ((span,), ()) if span else ((), ())
