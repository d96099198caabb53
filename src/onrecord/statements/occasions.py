"""Occasions and papers that the article dates anywhere: "the debate on Saturday", "sent a letter Wednesday"."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from onrecord.record import Time
from onrecord.statements.dated import PAPERS, is_free
from onrecord.statements.lines import Line, Page
from onrecord.statements.words import ENDS, RELATIVES

# Before whom people speak in turn, as in a hearing.
IN_SESSION = frozenset("court parliament tribunal jury panel inquest inquiry".split())
_IN_TURN = frozenset("debate debates hearing hearings trial proceedings forum".split())
_WRITTEN = frozenset("letter submission report article op-ed memo message email e-mail post book filing".split())
_NOUNS = PAPERS | IN_SESSION
_BEFORE, _BEHIND = 6, 3  # tokens between the noun and its date: "a submission to the court on Friday"


class Occasion(Struct, frozen=True):
    """A dated occasion or paper. `start` is where its date stands, `paragraph` the number of its paragraph."""

    noun: str
    day: str
    start: int
    paragraph: int

    @property
    def gathers(self) -> bool:
        """Whether several people speak at it in turn."""
        return self.noun in IN_SESSION or self.noun in _IN_TURN

    @property
    def is_paper(self) -> bool:
        return self.noun in _WRITTEN


def day_of(time: Time) -> str | None:
    """The calendar value of a time without its hour, EDTF."""
    return time.edtf.split("T")[0] if time.edtf else None


def dated_occasions(page: Page) -> tuple[Occasion, ...]:
    """The dated occasions of an article, outside its quotations, in order."""
    if not page.times_by_start:
        return ()
    return tuple(found for line in _lines_with_nouns(page) for found in _occasions_of(line))


def _lines_with_nouns(page: Page) -> Iterator[Line]:
    sentences = page.doc.sentences
    numbers = {
        bisect_right(sentences, start, key=lambda sentence: sentence.span.start) for start in page.times_by_start
    }
    for number in sorted(numbers - {0}):
        sentence = sentences[number - 1]
        line = Line(page, sentence.tokens, paragraph=sentence.paragraph)
        if not _NOUNS.isdisjoint(line.words):
            yield line


def _occasions_of(line: Line) -> Iterator[Occasion]:
    for i in range(len(line)):
        time = line.time_from(i)
        day = day_of(time) if time is not None and line.quoted[i] < 0 else None
        if time is None or day is None:
            continue
        behind = line.after(time.end, i)
        nouns = [*_nouns_before(line, i), *_noun_behind(line, behind)]
        papers = [noun for noun in nouns if noun not in IN_SESSION]
        if is_free(line, i, behind) and len(day) == len("2019-03-08"):  # "their February letter" is one of several
            yield from (Occasion(noun, day, time.start, line.paragraph) for noun in papers or nouns)


def _nouns_before(line: Line, i: int) -> Iterator[str]:
    """The nouns of occasions right before the date in its clause: "a submission to the court on Friday"."""
    for k in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
        if line.words[k] in _NOUNS:
            yield line.words[k]
        if line.words[k] in ENDS or line.words[k] == "," or line.words[k] in RELATIVES or line.quoted[k] >= 0:
            return


def _noun_behind(line: Line, i: int) -> tuple[str, ...]:
    """The noun that the date marks: "the Saturday debate", "Monday's hearing"."""
    return tuple(line.word(k) for k in range(i, i + _BEHIND) if line.word(k) in _NOUNS)[:1]
