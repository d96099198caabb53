"""The record of one article: immutable structs, JSON in and out, JSON Schema.

The field names are a contract with every program that reads records; see docs/record.md.
Spans count Unicode code points of `article.text`. `None` means "the article does not say", or
"it could not be resolved": the span of what was not resolved is kept.
"""

from typing import Any, Literal

import msgspec
from msgspec import Struct

from onrecord.errors import RecordError
from onrecord.spans import Span

Role = Literal[
    "section", "headline", "deck", "byline", "dateline", "subheading", "body", "background", "caption", "credit",
    "note", "boilerplate",
]  # fmt: skip
PartyKind = Literal["person", "organisation", "country", "place", "group", "unnamed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say", "ask", "answer", "deny", "promise", "demand", "request", "propose", "accept", "reject",
    "accuse", "warn", "praise", "criticise", "expect", "believe", "announce", "order",
]  # fmt: skip
EventStatus = Literal["held", "ongoing", "planned", "cancelled", "claimed"]
CommitmentAct = Literal["promise", "request", "demand", "expected"]
CommitmentStatus = Literal["open", "met", "refused"]
SignalStatus = Literal["usable", "corrected", "updated", "withheld", "embargoed", "withdrawn", "killed"]


class Paragraph(Struct, frozen=True):
    """A paragraph of the text and the part that it plays in the article."""

    span: Span
    role: Role


class Dateline(Struct, frozen=True, omit_defaults=True):
    """Where, when and by which agency an article was filed, as its first line says.

    place: as people write it ("Geneva" for "GENEVA"); a region or country after it is left out.
    date: EDTF; only where the dateline names a day. `notes` says when its year was inferred, and from what.
    """

    place: str | None = None
    date: str | None = None
    agency: str | None = None
    span: Span | None = None
    notes: tuple[str, ...] = ()


class Source(Struct, frozen=True, omit_defaults=True):
    """Where the copy came from. `format` is that of the file: "text", "jsonl", ...

    left_out: names of what the file says and the record has no place for: "subject", "renditions", "table".
    """

    agency: str | None = None
    publisher: str | None = None
    url: str | None = None
    format: str | None = None
    left_out: tuple[str, ...] = ()


class Signals(Struct, frozen=True, omit_defaults=True):
    """What the agency says about the copy itself: corrected, killed, under embargo.

    version: as the agency counts it.
    embargo: the moment until which it is held, as `Article.published` has one; ".." until further notice.
    replaces: id of the item that this one takes the place of, where it has another id.
    urgency: 1 (most urgent) to 9, as the IPTC's formats count.
    """

    status: SignalStatus = "usable"
    notes: tuple[str, ...] = ()
    version: str | None = None
    embargo: str | None = None
    replaces: str | None = None
    urgency: int | None = None


class Article(Struct, frozen=True):
    """The copy that was read. Every span of the record counts in its `text`.

    published: "YYYY-MM-DD", or with a time "YYYY-MM-DDThh:mm:ss" and a zone where the source gives one.
    language: BCP 47 ("en").
    """

    text: str
    headline: str | None = None
    deck: str | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    dateline: Dateline = Dateline()
    published: str | None = None
    language: str | None = None
    source: Source = Source()
    paragraphs: tuple[Paragraph, ...] = ()
    signals: Signals = Signals()


class Party(Struct, frozen=True):
    """Somebody whom the article lets act or speak.

    name: the fullest name in the article, without titles, or the description of an unnamed source.
    role: the title or office that the article gives, as it stands there.
    aliases: the other ways in which the article names the party, each once, in order.
    mentions: every place that means the party, pronouns included.
    authority: the party's id in an authority file, where one was given and matched.
    """

    id: str
    name: str
    kind: PartyKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    authority: str | None = None


class Time(Struct, frozen=True):
    """An expression that names a date, a clock time, a period, a duration or a set.

    text: the characters of `[start, end)`.
    value: TIMEX3, as TimeML counts ("2022-W02", "P3D", "PXD"); None where the text does not settle it.
    edtf: an EDTF date or interval ("2022-01-10/2022-01-16"); of a duration or set its ISO 8601 period.
        None where the text does not settle a calendar value ("several days ago").
    mod: TIMEX3 `mod` ("APPROX", "START", "LESS_THAN"), or None.
    quant, freq: of a set, as in TIMEX3: "EVERY" and "2X" (twice), or None.
    anchor: the date that a relative expression was counted from, EDTF; None for an absolute one.
    rule: the rule that found it.
    notes: assumptions that the value rests on, and contradictions, in words.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None = None
    edtf: str | None = None
    mod: str | None = None
    anchor: str | None = None
    rule: str | None = None
    notes: tuple[str, ...] = ()
    quant: str | None = None
    freq: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Statement(Struct, frozen=True):
    """Words or beliefs that an article gives as somebody's.

    content: the words, in pieces where the cue breaks them or they run over paragraphs.
    source: the mention of the speaker beside the words, with its title; None where none stands there.
    cue: the word that makes it a statement ("said", "according to"); None where there is none.
    speaker: id of a party; None where the article leaves it open or it could not be resolved.
    negated: whether the article says that it was not said or done ("did not say", "refused to say").
    said_on: EDTF, only where the article dates the saying.
    to: id of the party that was spoken to.
    asked: the question that it answers, where the article gives it.
    parent: id of the statement whose content holds this one.
    rule: the rule that found it, or "tagger".
    sure: how likely its content and speaker's mention are right, 0 to 1, as calibrated (docs/statements.md).
    ground: on what ground the speaker was resolved ("same last name", "pronoun: last speaker").
    """

    id: str
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: str | None
    kind: StatementKind
    act: Act = "say"
    negated: bool = False
    said_on: str | None = None
    to: str | None = None
    asked: Span | None = None
    parent: str | None = None
    rule: str | None = None
    sure: float | None = None
    ground: str | None = None


class Event(Struct, frozen=True, omit_defaults=True):
    """A happening that the article reports, once however often it is mentioned.

    type: one of the types of docs/events.md ("meet", "publish", "attack").
    participants: ids of the parties that take part, actors first.
    actors, targets: of the participants, who does it and to whom it is done; all are actors where both sides act alike.
    status: "claimed" where only a speaker says that it happened; `told_by` is then the statement.
    evidence: the clause that tells most of it, in one piece or more.
    triggers: the word that names it, in each mention, in the order of the text.
    plover, mode, context: as PLOVER codes it ("CONSULT", "third-party", ("military",)), where it has such a thing.
    when: EDTF. other_dates: EDTF of other dates that the article gives for the same happening.
    where: the place as the article writes it.
    format: of a meeting, talks or call: "bilateral", "council", "deputies", "ministers", "leaders", "by phone", ...
    planned_length, length: of a meeting, ISO 8601 ("PT90M").
    document: id of the document that is published, signed, answered ...
    sure: how likely it is a happening of this type, 0 to 1.
    rule: what found it.
    """

    id: str
    type: str
    participants: tuple[str, ...]
    status: EventStatus
    evidence: tuple[Span, ...]
    triggers: tuple[Span, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    plover: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    when: str | None = None
    other_dates: tuple[str, ...] = ()
    where: str | None = None
    format: tuple[str, ...] = ()
    planned_length: str | None = None
    length: str | None = None
    document: str | None = None
    told_by: str | None = None
    sure: float | None = None
    rule: str | None = None


class Step(Struct, frozen=True, omit_defaults=True):
    """What was done with a document: "published", "handed over", "answered", "signed", "rejected" ... `by` and `to` are
    parties' ids, `when` EDTF, `event` the id of the event that tells it."""

    what: str
    evidence: Span
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    when: str | None = None
    event: str | None = None


class Document(Struct, frozen=True, omit_defaults=True):
    """Something put on paper: a draft, letter, report, treaty, ruling.

    name: as the article names it at its fullest. kind: the noun ("draft agreement", "letter").
    issued_by, addressed_to: parties' ids. date: EDTF of its issue. life: what was done with it, in the text's order.
    """

    id: str
    name: str
    kind: str
    mentions: tuple[Span, ...]
    issued_by: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()
    date: str | None = None
    life: tuple[Step, ...] = ()


class Commitment(Struct, frozen=True, omit_defaults=True):
    """What somebody owes somebody.

    who: id of the party that is to act. to: of the one to whom it is owed; of a request or demand, the one who asks.
    what: the words that say what is to be done. cue: the word that makes it owed ("will", "urged").
    condition: the clause on which it depends ("if ..."). due: EDTF.
    evidence: the clause that it was read from. closed_by: what the article says of its being met or refused.
    told_by: a statement's id. rule: what found it.
    """

    id: str
    who: str
    what: tuple[Span, ...]
    act: CommitmentAct
    status: CommitmentStatus
    evidence: tuple[Span, ...]
    to: str | None = None
    due: str | None = None
    cue: Span | None = None
    condition: Span | None = None
    closed_by: Span | None = None
    told_by: str | None = None
    rule: str | None = None


class Engine(Struct, frozen=True):
    """What read the article. `model` is the SHA-256 of the weights, None where none were used."""

    name: str
    version: str
    model: str | None = None


class Record(Struct, frozen=True):
    """All that was read from one article. `id` is the one given with the copy, else made from its text."""

    id: str
    article: Article
    engine: Engine
    parties: tuple[Party, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    documents: tuple[Document, ...] = ()


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


def to_json(record: Record) -> bytes:
    """One line of UTF-8 JSON, without a line end; the same record always gives the same bytes.

    Raises RecordError where a text holds half a surrogate pair, which UTF-8 cannot write.
    """
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError as error:
        raise RecordError(f"the record holds half a surrogate pair, which JSON cannot: {error.reason}") from error


def from_json(data: bytes | str) -> Record:
    """The record that `to_json` wrote. Raises RecordError on other JSON, naming the field, and on spans
    that lie outside the text or ids that name nothing."""
    try:
        record = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"not a record: {error}") from error
    check(record)
    return record


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    made = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "onrecord record", **made}


def spans_of(record: Record) -> list[tuple[str, Span]]:
    """Every span of the record with the path of the field that holds it."""
    article = record.article
    found = [(f"article.paragraphs[{i}]", p.span) for i, p in enumerate(article.paragraphs)]
    if article.dateline.span:
        found.append(("article.dateline", article.dateline.span))
    for i, party in enumerate(record.parties):
        found += [(f"parties[{i}].mentions[{j}]", span) for j, span in enumerate(party.mentions)]
    found += [(f"times[{i}]", time.span) for i, time in enumerate(record.times)]
    for i, said in enumerate(record.statements):
        found += [(f"statements[{i}].content[{j}]", span) for j, span in enumerate(said.content)]
        single = (("source", said.source), ("cue", said.cue), ("asked", said.asked))
        found += [(f"statements[{i}].{name}", span) for name, span in single if span]
    for i, event in enumerate(record.events):
        found += [(f"events[{i}].evidence[{j}]", span) for j, span in enumerate(event.evidence)]
        found += [(f"events[{i}].triggers[{j}]", span) for j, span in enumerate(event.triggers)]
    for i, owed in enumerate(record.commitments):
        found += [(f"commitments[{i}].what[{j}]", span) for j, span in enumerate(owed.what)]
        found += [(f"commitments[{i}].evidence[{j}]", span) for j, span in enumerate(owed.evidence)]
        single = (("cue", owed.cue), ("condition", owed.condition), ("closed_by", owed.closed_by))
        found += [(f"commitments[{i}].{name}", span) for name, span in single if span]
    for i, paper in enumerate(record.documents):
        found += [(f"documents[{i}].mentions[{j}]", span) for j, span in enumerate(paper.mentions)]
        found += [(f"documents[{i}].life[{j}].evidence", step.evidence) for j, step in enumerate(paper.life)]
    return found


def check(record: Record) -> None:
    """Raises RecordError where a span ends after the text, a time's text is not what its span holds, or an
    id names no party or statement of the record."""
    text = record.article.text
    for path, span in spans_of(record):
        if span.end > len(text):
            raise RecordError(f"{path} is [{span.start}, {span.end}) and the text has {len(text)} characters")
    for i, time in enumerate(record.times):
        if text[time.start : time.end] != time.text:
            raise RecordError(f"times[{i}].text is {time.text!r} and the text has {text[time.start : time.end]!r}")
    _check_ids(record)


def _check_ids(record: Record) -> None:
    parties = {party.id for party in record.parties}
    statements = {said.id for said in record.statements}
    named = [
        (f"statements[{i}].{key}", value, parties)
        for i, s in enumerate(record.statements)
        for key, value in (("speaker", s.speaker), ("to", s.to))
    ]
    named += [(f"statements[{i}].parent", s.parent, statements) for i, s in enumerate(record.statements)]
    events, documents = {event.id for event in record.events}, {paper.id for paper in record.documents}
    for i, event in enumerate(record.events):
        sides = (("participants", event.participants), ("actors", event.actors), ("targets", event.targets))
        named += [(f"events[{i}].{side}", value, parties) for side, values in sides for value in values]
        named += [
            (f"events[{i}].told_by", event.told_by, statements),
            (f"events[{i}].document", event.document, documents),
        ]
    for i, owed in enumerate(record.commitments):
        named += [
            (f"commitments[{i}].who", owed.who, parties),
            (f"commitments[{i}].to", owed.to, parties),
            (f"commitments[{i}].told_by", owed.told_by, statements),
        ]
    for i, paper in enumerate(record.documents):
        papers = (("issued_by", paper.issued_by), ("addressed_to", paper.addressed_to))
        named += [(f"documents[{i}].{side}", value, parties) for side, values in papers for value in values]
        for j, step in enumerate(paper.life):
            named += [
                (f"documents[{i}].life[{j}].{side}", value, parties)
                for side, values in (("by", step.by), ("to", step.to))
                for value in values
            ]
            named.append((f"documents[{i}].life[{j}].event", step.event, events))
    for path, value, known in named:
        if value is not None and value not in known:
            raise RecordError(f"{path} is {value!r}, and the record has nothing of that id")
