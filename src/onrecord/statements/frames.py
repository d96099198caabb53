"""Attributions without a verb of the table as their head: "according to", "as the ministry said", "When asked"."""

from collections.abc import Iterator

from msgspec import Struct

from onrecord.language import Quotation
from onrecord.record import Act
from onrecord.spans import Span, strip
from onrecord.statements.clauses import is_marked, skip_lead, speaks_soon
from onrecord.statements.cues import VERBS
from onrecord.statements.drafts import Draft
from onrecord.statements.groups import Group
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, first_subject, source_after, source_before, span_of
from onrecord.statements.words import AUXILIARIES, DASHES, PRONOUNS, RELATIVES

_NEW_CLAUSE = RELATIVES | {"and", "but", "while", "where", "when", "as"}
_DROP = ",:;—–-"


def according_to(line: Line) -> Iterator[Draft]:
    """ "…, according to the ministry" and "According to the ministry, …"."""
    for i, word in enumerate(line.words):
        if word != "according" or line.word(i + 1) != "to" or line.quoted[i] >= 0:
            continue
        source = source_after(line, i + 2)
        if source is None:
            continue
        pieces = _around(line, i, source.last + 1)
        if pieces:
            yield _made(line, source, pieces, line.span(i, i + 1), "say", "according to")


def as_told(line: Line) -> Iterator[Draft]:
    """ "The reaction, as the US side told us, was preliminary": the clause around is the content."""
    for i, word in enumerate(line.words):
        if (
            word != "as"
            or line.quoted[i] >= 0
            or not (i == 0 or line.words[i - 1] == "," or line.words[i - 1] in DASHES)
        ):
            continue
        found = _teller(line, i)
        if found is None:
            continue
        source, verb, act = found
        end = _aside_end(line, verb + 1)
        pieces = _around(line, i, end)
        if pieces:
            yield _made(line, source, pieces, line.span(verb, verb), act, "as told")


def _teller(line: Line, i: int) -> tuple[Found, int, Act] | None:
    """The subject and the verb behind "as": "as she told us", "as the ministry has said"."""
    for verb in range(i + 2, min(i + 14, line.stop)):
        word = line.words[verb]
        if word in {",", ";"} or line.quoted[verb] >= 0:
            return None
        entry = VERBS.get(word)
        if entry is not None and entry[1] != "ing" and entry[0].frames & {"c", "t", "a"}:
            found = source_before(line, _group(line, verb))
            if found is not None and found.first > i and not found.relative:
                return found, verb, entry[0].act
    return None


def _group(line: Line, verb: int) -> Group:
    first = verb
    while line.word(first - 1) in {"has", "have", "had", "also", "already", "once", "previously", "later"}:
        first -= 1
    cue, form = VERBS[line.words[verb]]
    return Group(first, verb, cue, form)


def _aside_end(line: Line, i: int) -> int:
    while i < line.stop and line.words[i] != "," and line.words[i] not in DASHES:
        i += 1
    return i


def _around(line: Line, first: int, behind: int) -> tuple[Span, ...]:
    """The clause that `[first, behind)` interrupts, opens or closes."""
    text = line.page.doc.text
    left = None
    if first > 1:
        begin = _clause_start(line, first)
        left = strip(text, line.tokens[begin].start, line.tokens[first - 1].end, _DROP + '“”"')
    if left is not None and line.word(first - 2) in {"so", "because", "that", "and", "but"}:
        left = None  # "so, as you said, we planned": only what follows was said
    right = None
    if behind < line.stop and line.words[behind] in {",", *DASHES}:
        following = line.word(behind + 1)
        short = first - _clause_start(line, first) < 8
        goes_on = following in AUXILIARIES or following.endswith("ed")
        if left is None or goes_on or (short and following not in _NEW_CLAUSE and not speaks_soon(line, behind + 1)):
            right = strip(text, line.tokens[behind].end, line.tokens[line.stop - 1].end, _DROP + '“”"')
    return tuple(span for span in (left, right) if span)


def _clause_start(line: Line, last: int) -> int:
    for i in range(last - 2, -1, -1):
        if line.words[i] == ";" and line.quoted[i] < 0:
            return i + 1
        if line.words[i] == "," and line.word(i + 1) in {"and", "but", "so"} and last - i > 5:
            return i + 2
    if line.words[0] == "asked" and line.word(1) in {"whether", "if", "about"}:
        return 2  # what follows was asked, and is what the aside is about
    return 1 if line.words[0] in {"and", "but", "so"} and last > 2 else 0


def _made(line: Line, source: Found, pieces: tuple[Span, ...], cue: Span, act: Act, rule: str) -> Draft:
    used = {n for n in line.quoted if n >= 0 and any(piece.meets(line.page.doc.quotations[n].span) for piece in pieces)}
    return Draft(
        pieces, span_of(line, source), cue, act, rule, "named", line.paragraph, tuple(sorted(used)), line.holder
    )


class Question(Struct, frozen=True):
    """What was asked; `draft` is the question as a statement of its own, where it is quoted."""

    span: Span
    draft: Draft | None = None


def question_put(line: Line) -> Question | None:
    """What was asked, in "When asked about the talks, the minister said …" and "When asked, “Will you come?”";
    who asked is left open."""
    for i, word in enumerate(line.words[:12]):
        if word != "asked" or line.quoted[i] >= 0 or not _is_passive(line, i):
            continue
        lead = skip_lead(line, i + 1, addressee=False)
        first = lead.first + (line.word(lead.first) in {",", ":"})
        quotation = line.quotation_from(first)
        if quotation is not None:
            return Question(quotation.pieces[0], _quoted_question(line, i, first, quotation))
        if line.word(first) in {"about", "whether", "if", "why", "how", "what"} or is_marked(line, first):
            end = _aside_end(line, first)
            begin = first + 1 if line.word(first) in {"about", "whether", "if"} else first
            return Question(line.span(begin, end - 1)) if end > begin else None
    return None


def _quoted_question(line: Line, asked: int, first: int, quotation: Quotation) -> Draft:
    return Draft(
        quotation.pieces,
        None,
        line.span(asked, asked),
        "ask",
        "question put",
        "open",
        line.paragraph,
        (line.quoted[first],),
        line.holder,
    )


def _is_passive(line: Line, i: int) -> bool:
    before = line.words[max(0, i - 3) : i]
    return (
        i == 0
        or before[-1] in {"when", "if", "once", "was", "were", "being", "also", "later"}
        or (before[-1] in PRONOUNS and "when" in before)
    )


def before_colon(line: Line) -> Draft | None:
    """The quotation that a sentence ends with behind a colon, whatever its verb: "The mayor smiled: “…”"."""
    for i in range(2, len(line) - 1):
        if line.words[i] == ":" and line.quoted[i] < 0:
            quotation = line.quotation_from(i + 1)
            source = first_subject(line, i) if quotation else None
            if quotation is None or source is None:
                return None
            return Draft(
                quotation.pieces,
                span_of(line, source),
                None,
                "say",
                "colon and quotation",
                "named",
                line.paragraph,
                (line.quoted[i + 1],),
                line.holder,
            )
    return None


def behind_comma(line: Line) -> Draft | None:
    """The quotation that a comma inside its mark ties to a subject, whatever the verb: "“…,” she went on"."""
    for i in range(2, line.stop - 2):
        quotation = line.quotation_to(i)
        if quotation is None or line.words[i - 1] != ",":
            continue
        first = i + 1
        if line.words[first] in PRONOUNS or line.mention_from(first) is not None:
            source = source_after(line, first) if line.words[first] in PRONOUNS else _mentioned(line, first)
            verb = source.last + 1 if source else line.stop
        else:
            verb, source = first, _mentioned(line, first + 1)
        if source is None or verb >= line.stop or not line.words[verb].isalpha():
            return None
        return Draft(
            quotation.pieces,
            span_of(line, source),
            line.span(verb, verb),
            "say",
            "comma and quotation",
            "named",
            line.paragraph,
            (line.quoted[i],),
            line.holder,
        )
    return None


def _mentioned(line: Line, first: int) -> Found | None:
    mention = line.mention_from(first)
    return Found(first, line.after(mention.span.end, first) - 1, first) if mention else None


def colon_heads(line: Line) -> Iterator[Draft]:
    """ "Lavrov: talks will help" in a headline, and "WALLACE: …" in a transcript."""
    for i in range(1, min(9, line.stop - 1)):
        if line.words[i] in {",", ";"} or line.quoted[i] >= 0:
            return
        if line.words[i] == ":":
            mention = line.mention_to(i - 1)
            if mention is None or mention.span.start != line.tokens[0].start or line.quotation_from(i + 1):
                return
            span = strip(line.page.doc.text, line.tokens[i].end, line.tokens[line.stop - 1].end, _DROP)
            if span:
                yield Draft(
                    (span,),
                    mention.span,
                    None,
                    "say",
                    "name and colon",
                    "named",
                    line.paragraph,
                    tuple({n for n in line.quoted if n >= 0}),
                    line.holder,
                )
            return
