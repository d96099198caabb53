"""Articles that tell of deeds and debts, each clause a paragraph. People, places and papers are invented."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct, structs

from onrecord.record import (
    Article,
    Commitment,
    Dateline,
    Document,
    Engine,
    Event,
    Paragraph,
    Party,
    PartyKind,
    Record,
    Signals,
    Source,
    Step,
)
from onrecord.spans import Span

# By name, what a party is; all others are persons.
KINDS: dict[str, PartyKind] = {
    "Sarmia": "country",
    "Norland": "country",
    "Keld": "country",
    "Straits Council": "organisation",
    "Port Union": "organisation",
}


class Did(Struct, frozen=True):
    """An event: its type, the clause that tells it, and who takes part; all else as `Event` has it."""

    type: str
    words: str
    who: Sequence[str]
    more: dict[str, Any]


class Owes(Struct, frozen=True):
    """A commitment: who owes, the clause, and within it what is owed; all else as `Commitment` has it."""

    who: str
    words: str
    what: str
    to: str | None
    more: dict[str, Any]


class Wrote(Struct, frozen=True):
    """A document: its name, and the steps of its life, each with its clause, by whom and to whom."""

    name: str
    steps: Sequence[tuple[str, str, Sequence[str], Sequence[str], str | None]]
    by: Sequence[str] = ()


def did(type: str, words: str, *who: str, **more: Any) -> Did:
    return Did(type, words, who, more)


def owes(who: str, words: str, what: str, *, to: str | None = None, **more: Any) -> Owes:
    return Owes(who, words, what, to, more)


def article(
    id: str,
    *told: Did | Owes | Wrote,
    day: str | None = "2022-01-21",
    headline: str = "Talks go on",
    published: str | None = None,
    signals: Signals | None = None,
) -> Record:
    """The record of an article that tells this, in this order."""
    text, paragraphs, parties = headline, [Paragraph(Span(0, len(headline)), "headline")], dict[str, Party]()
    events: list[Event] = []
    owed: list[Commitment] = []
    papers: list[Document] = []

    def written(words: str) -> Span:
        nonlocal text
        start = len(text) + 2
        text += f"\n\n{words}"
        paragraphs.append(Paragraph(Span(start, len(text)), "body"))
        return Span(start, len(text))

    def party(name: str) -> str:
        made = Party(f"p{len(parties) + 1}", name, KINDS.get(name, "person"))
        return parties.setdefault(name, made).id

    for one in told:
        if isinstance(one, Did):
            given = {"status": "held", **one.more}
            for side in ("actors", "targets"):
                given[side] = tuple(map(party, given.get(side, ())))
            span = written(one.words)
            events.append(Event(f"e{len(events) + 1}", one.type, tuple(map(party, one.who)), evidence=(span,), **given))
        elif isinstance(one, Owes):
            span = written(one.words)
            start = text.index(one.what, span.start)
            given = {"act": "promise", "status": "open", **one.more}
            if words := given.get("closed_by"):
                given["closed_by"] = written(words)
            to = party(one.to) if one.to else None
            what = (Span(start, start + len(one.what)),)
            owed.append(Commitment(f"c{len(owed) + 1}", party(one.who), what, evidence=(span,), to=to, **given))
        else:
            steps = tuple(
                Step(what, written(words), tuple(map(party, by)), tuple(map(party, to)), when)
                for what, words, by, to, when in one.steps
            )
            papers.append(
                Document(
                    f"d{len(papers) + 1}",
                    one.name,
                    "letter",
                    (steps[0].evidence,),
                    tuple(map(party, one.by)),
                    life=steps,
                )
            )
    made = Article(
        text=text,
        headline=headline,
        dateline=Dateline("Vald", day, "NPA"),
        published=published,
        source=Source(format="text"),
        paragraphs=tuple(paragraphs),
        signals=signals or Signals(),
    )
    record = Record(id, made, Engine("test", "1"), tuple(parties.values()))
    return structs.replace(record, events=tuple(events), commitments=tuple(owed), documents=tuple(papers))
