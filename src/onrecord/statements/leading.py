"""Contents behind their cue: where they begin, by the frames of the verb, and where they end."""

from onrecord.spans import Span, strip
from onrecord.statements.clauses import Lead, clause_end, is_marked
from onrecord.statements.groups import Group
from onrecord.statements.lines import Line
from onrecord.statements.words import (
    ADVERBS,
    COMPLEMENTIZERS,
    DASHES,
    DETERMINERS,
    EDGES,
    ENDS,
    PRONOUNS,
    WH,
)


def content_first(line: Line, group: Group, lead: Lead) -> tuple[int | None, str]:
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


def content_after(line: Line, first: int, group: Group, *, relative: bool) -> tuple[tuple[Span, ...], tuple[int, ...]]:
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
    span = strip(text, line.tokens[first].start, stop, EDGES)
    if quotation is not None and span:
        span = strip(text, max(span.start, quotation.pieces[0].start), span.end, EDGES)
    tail = _later_pieces(line, used)
    return ((span, *tail), used) if span else ((), ())


def _later_pieces(line: Line, used: tuple[int, ...]) -> tuple[Span, ...]:
    """The pieces, in later paragraphs, of a quotation that this paragraph leaves open."""
    if not used:
        return ()
    return line.page.doc.quotations[used[-1]].pieces[1:]
