"""What was asked: the question that a statement answers."""

from msgspec import Struct

from onrecord.language import Quotation
from onrecord.spans import Span
from onrecord.statements.clauses import is_marked, skip_lead
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Line
from onrecord.statements.words import DASHES, PRONOUNS


class Question(Struct, frozen=True):
    """What was asked; `draft` is the question as a statement of its own, where it is quoted."""

    span: Span
    draft: Draft | None = None


def question_put(line: Line) -> Question | None:
    """What was asked, in "When asked about the talks, the minister said …" and "When asked, “Will you come?”";
    who asked is left open."""
    for i in line.places("asked"):
        far = i >= _FAR and line.words[i - 1] not in {"was", "were"}
        if far or line.quoted[i] >= 0 or not _is_passive(line, i):
            continue
        lead = skip_lead(line, i + 1, addressee=False)
        first = lead.first + (line.word(lead.first) in {",", ":"})
        quotation = line.quotation_from(first)
        if quotation is not None:
            return Question(quotation.pieces[0], _quoted_question(line, i, first, quotation))
        if line.word(first) in {"about", "whether", "if", "why", "how", "what"} or is_marked(line, first):
            end = _clause_end(line, first)
            begin = first + 1 if line.word(first) in {"about", "whether", "if"} else first
            return Question(line.span(begin, end - 1)) if end > begin else None
    return None


_FAR = 12  # tokens; "When he was asked" opens the sentence


def _clause_end(line: Line, i: int) -> int:
    while i < line.stop and line.words[i] != "," and line.words[i] not in DASHES:
        i += 1
    return i


def _quoted_question(line: Line, asked: int, first: int, quotation: Quotation) -> Draft:
    return Draft(
        content=quotation.pieces,
        source=None,
        cue=line.span(asked, asked),
        act="ask",
        rule="question put",
        subject="open",
        paragraph=line.paragraph,
        quotations=(line.quoted[first],),
        holder=line.holder,
    )


def _is_passive(line: Line, i: int) -> bool:
    before = line.words[max(0, i - 3) : i]
    return (
        i == 0
        or before[-1] in {"when", "if", "once", "was", "were", "being", "also", "later"}
        or (before[-1] in PRONOUNS and "when" in before)
    )
