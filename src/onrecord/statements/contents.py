"""The content of a cue: what stands behind it, before it, or around it."""

from collections.abc import Iterator

from onrecord.spans import Span, strip
from onrecord.statements.clauses import Lead, clause_end, is_marked, skip_lead
from onrecord.statements.dates import date_before
from onrecord.statements.drafts import Draft, Subject
from onrecord.statements.groups import Group
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, first_subject, source_after, source_before, span_of
from onrecord.statements.words import (
    ADVERBS,
    COMPLEMENTIZERS,
    DASHES,
    DETERMINERS,
    DISCOURSE,
    ENDS,
    PREPOSITIONS,
    PRONOUNS,
    WH,
)

_DROP = ",:;—–-"  # marks that no content begins or ends with


def drafts_of(line: Line, group: Group, before: Draft | None) -> Iterator[Draft]:
    """The statement that the cue makes, if it makes one.

    before: the statement found before it in the same line, whose speaker a participle or a second verb shares.
    """
    lead = skip_lead(line, group.verb + 1, addressee="a" in group.cue.frames)
    hangs = group.participle and line.word(group.first - 1) in {",", "and", "", *DASHES}
    found = None if hangs else source_before(line, group)
    inverted = None if group.participle else _inverted(line, group, lead)
    if inverted is not None:
        source, lead = inverted
        yield from _behind_its_content(line, group, source, lead, source.first, "inverted")
        return
    if found is not None and line.words[found.last] in {"you", "i", "we"}:
        return
    if found is not None and _closes_content(line, group, found, lead):
        yield from _behind_its_content(line, group, found, lead, found.start, "after its content")
        return
    yield from _before_its_content(line, group, found, lead, before)


# the cue behind its content


def _inverted(line: Line, group: Group, lead: Lead) -> tuple[Found, Lead] | None:
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


def _closes_content(line: Line, group: Group, found: Found, lead: Lead) -> bool:
    """Whether the content stands before the source and the cue, which close or interrupt it."""
    if not _has_content_before(line, found.start):
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


def _has_content_before(line: Line, start: int) -> bool:
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


def _behind_its_content(line: Line, group: Group, source: Found, lead: Lead, start: int, rule: str) -> Iterator[Draft]:
    start = min(start, group.first)
    pieces, used = _content_before(line, start)
    if not pieces:
        return
    if line.word(lead.first) in {",", *DASHES}:
        more, more_used = _content_goes_on(line, lead.first + 1, bool(used) or rule == "inverted")
        pieces, used = pieces + more, used + more_used
    yield _draft(line, group, source, pieces, rule, lead=lead, used=used)


def _content_before(line: Line, start: int) -> tuple[tuple[Span, ...], tuple[int, ...]]:
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
            line.page.doc.text, line.tokens[_content_start(line, opening)].start, closing.pieces[-1].end, _DROP
        )
        return ((span,), (number,)) if span else ((), ())
    return closing.pieces, (number,)


def _clause_before(line: Line, last: int) -> Span | None:
    if last < 1:
        return None
    first = _content_start(line, last)
    return strip(line.page.doc.text, line.tokens[first].start, line.tokens[last].end, _DROP) if first <= last else None


def _content_start(line: Line, last: int) -> int:
    """Where a content before its cue begins: at the sentence, or behind the last semicolon."""
    for i in range(last - 1, -1, -1):
        if line.words[i] == ";" and line.quoted[i] < 0:
            return i + 1
    if line.words[0] in DISCOURSE and last > 3:
        return 2 if line.words[1] == "," else 1
    return 0


def _content_goes_on(line: Line, i: int, quoted: bool) -> tuple[tuple[Span, ...], tuple[int, ...]]:
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
    span = strip(line.page.doc.text, line.tokens[i].start, line.tokens[end - 1].end, _DROP) if end > i else None
    return ((span,), ()) if span else ((), ())


# the cue before its content


def _before_its_content(
    line: Line, group: Group, found: Found | None, lead: Lead, before: Draft | None
) -> Iterator[Draft]:
    first, rule = _content_first(line, group, lead)
    if first is None:
        return
    subject: Subject = "named" if found else "same"
    if found is None:
        if not _shares_subject(line, group, before):
            return
        found = None if before is not None else first_subject(line, group.first)
        if found is None and before is None and not group.participle:
            return
    relative = (found.relative or _is_subordinate(line, found)) if found else False
    if group.participle and group.first == 0:
        relative, found = True, _subject_behind(line, first) or found
    pieces, used = _content_after(line, first, group, relative=relative)
    if rule == "object" and _is_pointer(line, first, pieces):
        return
    if pieces and (rule != "clause" or _is_clause(line, first, pieces)):
        yield _draft(line, group, found, pieces, rule, lead=lead, used=used, subject=subject, before=before)


def _is_pointer(line: Line, first: int, pieces: tuple[Span, ...]) -> bool:
    """Whether an object only points at something said elsewhere: "condemned the decision", "denied it"."""
    words = sum(piece.cut(line.page.doc.text).count(" ") + 1 for piece in pieces)
    return line.quoted[first] < 0 and words < 3


def _is_subordinate(line: Line, found: Found) -> bool:
    """Whether the clause hangs on another behind a comma: "When Noda pressed him to come, the minister …"."""
    return line.word(found.first - 1) in {
        "when",
        "while",
        "although",
        "though",
        "after",
        "as",
        "if",
        "since",
        "because",
    }


def _subject_behind(line: Line, first: int) -> Found | None:
    """The subject behind the comma of an opening participle: "Noting that the talks failed, Lavrov …"."""
    for i in range(first, line.stop):
        if line.words[i] == "," and line.quoted[i] < 0:
            mention = line.mention_from(i + 1)
            if mention is not None:
                return Found(i + 1, line.after(mention.span.end, i + 1) - 1, i + 1)
            return source_after(line, i + 1)
    return None


def _is_clause(line: Line, first: int, pieces: tuple[Span, ...]) -> bool:
    """Whether what stands behind the cue says something: not "said in Oslo", "said sarcastically"."""
    words = sum(piece.cut(line.page.doc.text).count(" ") + 1 for piece in pieces)
    if line.word(first - 1) in COMPLEMENTIZERS:
        return words > 1
    return words > 2 and not (line.words[first] in PREPOSITIONS and words < 7)


def _shares_subject(line: Line, group: Group, before: Draft | None) -> bool:
    left = line.word(group.first - 1)
    return group.participle or left in {"and", "but", "then", ",", "or"}


def _content_first(line: Line, group: Group, lead: Lead) -> tuple[int | None, str]:
    """The first token of the content behind the cue, and the frame that took it; None where no frame fits."""
    frames, i = group.cue.frames, lead.first
    if i >= line.stop:
        return None, ""
    word = line.words[i]
    clausal = frames & {"c", "t", "a", "q"}
    if is_marked(line, i) and (clausal or (line.quoted[i] >= 0 and frames & {"o", "s"})):
        if word in {":", ","}:
            return i + 1, "quotation"
        if word in COMPLEMENTIZERS:
            return (i + 1, "clause") if clausal - {"q"} else (None, "")
        return i, "clause" if word in WH else "quotation"
    return _unmarked_first(line, group, i, direct=group.verb + 1)


def _unmarked_first(line: Line, group: Group, i: int, *, direct: int) -> tuple[int | None, str]:
    frames, word = group.cue.frames, line.words[i]
    if word in ENDS or word == "," or word in DASHES:
        return None, ""
    if word == "to" and frames & {"i"} and line.word(i + 1) not in DETERMINERS and line.mention_from(i + 1) is None:
        return i + 1, "infinitive"
    if "k" in frames and line.word(direct) in _PARTICLES.get(group.cue.lemma, ()):
        return _behind_particle(line, group, direct)
    if "u" in frames:
        behind = _infinitive(line, direct)
        if behind is not None:
            return behind, "urge"
    if "s" in frames and "as" in line.words[direct : direct + 12]:
        return direct, "as"
    if "c" in frames and word not in {"to", "for", "of", "about", "as"}:
        return i, "clause"
    if "o" in frames and _begins_object(line, direct):
        return direct, "object"
    return None, ""


# call for, warn of, point out, speak about: the prepositions that take a content.
_PARTICLES = {
    "call": {"for", "on"},
    "appeal": {"for", "to"},
    "warn": {"of", "against", "about"},
    "point": {"to", "out"},
    "speak": {"of", "about"},
    "talk": {"of", "about"},
    "refer": {"to"},
}


def _behind_particle(line: Line, group: Group, i: int) -> tuple[int | None, str]:
    if line.words[i] in {"on", "to"} and group.cue.lemma in {"call", "appeal"}:
        behind = _infinitive(line, i + 1)
        return (behind, "urge") if behind is not None else (None, "")
    first = i + 1
    if line.word(first) in COMPLEMENTIZERS:
        first += 1
    return (first, "particle") if first < line.stop else (None, "")


def _infinitive(line: Line, i: int) -> int | None:
    """Behind the "to" of "urged both sides to return", or None."""
    for k in range(i + 1, min(i + 14, line.stop - 1)):
        if line.words[k] in ENDS or line.words[k] == ",":
            return None
        following = line.words[k + 1]
        if line.words[k] == "to" and following not in DETERMINERS and line.tokens[k + 1].text[0].islower():
            return k + 1
        if line.words[k] == "not" and following == "to":
            return k
    return None


def _begins_object(line: Line, i: int) -> bool:
    word = line.word(i)
    if i + 1 >= line.stop or word in PRONOUNS - {"it", "you"} or word in ADVERBS or word == "to":
        return False
    return word.isalpha() or line.quoted[i] >= 0 or word[:1].isalnum()


def _content_after(line: Line, first: int, group: Group, *, relative: bool) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    text = line.page.doc.text
    if first >= line.stop and not (first < len(line) and line.quoted[first] >= 0):
        return (), ()
    quotation = line.quotation_from(first)
    introduced = line.word(first - 1) in {":", ","}
    if quotation is not None and (introduced or line.after(quotation.span.end, first) >= line.stop):
        return quotation.pieces, (line.quoted[first],)
    end = clause_end(line, first, group, relative=relative)
    while end > first and line.words[end - 1] in {",", "and", "but", "while"}:
        end -= 1
    if end <= first:
        return (), ()
    used = tuple(dict.fromkeys(n for n in line.quoted[first:end] if n >= 0))
    stop = line.tokens[end - 1].end
    if line.quoted[end - 1] >= 0:  # a mark at the very end is left out; one inside stays
        stop = min(line.page.doc.quotations[line.quoted[end - 1]].pieces[-1].end, stop)
    span = strip(text, line.tokens[first].start, stop, _DROP)
    if quotation is not None and span:
        span = strip(text, max(span.start, quotation.pieces[0].start), span.end, _DROP)
    tail = _later_pieces(line, used)
    return ((span, *tail), used) if span else ((), ())


def _later_pieces(line: Line, used: tuple[int, ...]) -> tuple[Span, ...]:
    """The pieces, in later paragraphs, of a quotation that this paragraph leaves open."""
    if not used:
        return ()
    return line.page.doc.quotations[used[-1]].pieces[1:]


def _draft(
    line: Line,
    group: Group,
    source: Found | None,
    pieces: tuple[Span, ...],
    rule: str,
    *,
    lead: Lead,
    used: tuple[int, ...],
    subject: Subject = "named",
    before: Draft | None = None,
) -> Draft:
    return Draft(
        content=pieces,
        source=span_of(line, source) if source else before.source if before and subject == "same" else None,
        cue=line.span(group.verb, group.verb),
        act=group.cue.act,
        rule=rule,
        subject=subject,
        paragraph=line.paragraph,
        quotations=used,
        holder=line.holder,
        said_on=lead.date or date_before(line, min(group.first, source.first if source else group.first)),
        addressee=lead.addressee,
    )
