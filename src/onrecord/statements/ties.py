"""Quotations and headings that a mark ties to a speaker, whatever the verb: a colon, or a comma inside the mark."""

from collections.abc import Iterable, Iterator

from onrecord.spans import Span, strip
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, first_subject, source_after, span_of
from onrecord.statements.words import EDGES, PRONOUNS


def tied_quotations(line: Line) -> Iterator[Draft]:
    """The quotations of a line that a colon before them or a comma behind them ties to a subject."""
    for number in dict.fromkeys(n for n in line.quoted if n >= 0):
        first = line.quoted.index(number)
        found = _behind_colon(line, first) or _before_comma(line, first, number)
        if found is not None:
            yield found


def _behind_colon(line: Line, first: int) -> Draft | None:
    """ "The mayor smiled: “…”" """
    if first < 3 or line.words[first - 1] != ":" or line.quotation_from(first) is None:
        return None
    source = first_subject(line, first - 1)
    return _draft(line, first, source, None, "colon and quotation") if source else None


def _before_comma(line: Line, first: int, number: int) -> Draft | None:
    """ "“…,” she went on" """
    last = next((i for i in range(len(line) - 1, first, -1) if line.quoted[i] == number), first)
    if line.words[last - 1] != "," or line.quotation_to(last) is None:
        return None
    source, verb = _subject_and_verb(line, last + 1)
    if source is None or verb >= line.stop or not line.words[verb].isalpha():
        return None
    return _draft(line, first, source, line.span(verb, verb), "comma and quotation")


def _subject_and_verb(line: Line, first: int) -> tuple[Found | None, int]:
    """The subject and the token of its verb, in either order, from the token `first`."""
    if line.word(first) in PRONOUNS:
        return source_after(line, first), first + 1
    before = _mentioned(line, first)
    if before is not None:
        return before, before.last + 1
    return _mentioned(line, first + 1), first


def _mentioned(line: Line, first: int) -> Found | None:
    mention = line.mention_from(first)
    return Found(first, line.after(mention.span.end, first) - 1, first) if mention else None


def _draft(line: Line, first: int, source: Found, cue: Span | None, rule: str) -> Draft:
    number = line.quoted[first]
    return Draft(
        content=line.page.doc.quotations[number].pieces,
        source=span_of(line, source),
        cue=cue,
        act="say",
        rule=rule,
        subject="named",
        paragraph=line.paragraph,
        quotations=(number,),
        holder=line.holder,
    )


_HEAD = 9  # tokens; a name with its title


def named_heads(line: Line) -> Iterable[Draft]:
    """ "Lavrov: talks will help" in a headline, and "WALLACE: …" in a transcript."""
    i = next(iter(line.places(":")), 0)
    mention = line.mention_to(i - 1) if 0 < i < _HEAD else None
    if mention is None or mention.span.start != line.tokens[0].start or line.quotation_from(i + 1):
        return ()
    span = strip(line.page.doc.text, line.tokens[i].end, line.tokens[max(i, line.stop - 1)].end, EDGES)
    if span is None:
        return ()
    return (
        Draft(
            content=(span,),
            source=mention.span,
            cue=None,
            act="say",
            rule="name and colon",
            subject="named",
            paragraph=line.paragraph,
            quotations=tuple({n for n in line.quoted if n >= 0}),
            holder=line.holder,
        ),
    )
