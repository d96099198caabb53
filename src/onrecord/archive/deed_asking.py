"""The questions on deeds and debts in SQL, and the answers made of their rows."""

from collections.abc import Iterable
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from onrecord.archive.asking import ENTRY, ENTRY_WIDTH, SHOWN, entry_of
from onrecord.archive.deed_answers import Deed, DeedKind, Known, Owed, Side, Taking, Telling
from onrecord.record import PartyKind
from onrecord.spans import Span

When = Literal["overdue", "due", "undated", "ever"]

_TEXTS = msgspec.json.Decoder(tuple[str, ...])
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_Known = tuple[str, str, PartyKind, int]
_TAKING = msgspec.json.Decoder(list[tuple[_Known, Side]])
_KNOWN = msgspec.json.Decoder(list[_Known])
_ONE = msgspec.json.Decoder(_Known)

# The numbers under which a party's rows may stand: its own and those of the parties merged into it.
GROUP: Final = f"SELECT number FROM parties WHERE number = ({SHOWN}) OR shown = ({SHOWN})"

_SHOWN_AS: Final = """
    JOIN parties AS own ON own.number = {}
    JOIN parties AS shown ON shown.number = coalesce(own.shown, own.number)
"""
_AS_JSON: Final = "json_array(shown.key, shown.name, shown.kind, shown.articles)"

_TELLING: Final = f"""
    SELECT {ENTRY}, articles.filed, events.number, events.id, events.type, events.status, events.evidence,
        events.pieces,
        (SELECT json_group_array(json_array(json_array(key, name, kind, articles), side)) FROM (
            SELECT shown.key, shown.name, shown.kind, shown.articles, participants.side FROM participants
            {_SHOWN_AS.format("participants.party")}
            WHERE participants.event = events.number ORDER BY participants.position)),
        events."when", events.first, events.last, events.other_dates, events."where", events.format,
        events.planned_length, events.length, events.plover, events.mode, events.context,
        (SELECT name FROM documents WHERE documents.article = events.article AND documents.id = events.document),
        (SELECT speaker FROM statements
            WHERE statements.article = events.article AND statements.id = events.told_by)
    FROM events JOIN articles ON articles.number = events.article
"""

_OWED: Final = f"""
    SELECT {ENTRY}, articles.filed, commitments.number, commitments.id,
        (SELECT {_AS_JSON} FROM (SELECT commitments.debtor AS party) AS one {_SHOWN_AS.format("one.party")}),
        commitments.who, commitments.act, commitments.status, commitments.what, commitments.what_pieces,
        commitments.evidence,
        (SELECT {_AS_JSON} FROM (SELECT commitments.creditor AS party) AS one {_SHOWN_AS.format("one.party")}),
        commitments.due, commitments.due_first, commitments.due_last, commitments.condition, commitments.closed_by,
        (SELECT speaker FROM statements
            WHERE statements.article = commitments.article AND statements.id = commitments.told_by)
    FROM commitments JOIN articles ON articles.number = commitments.article
"""

OWED_BY_NUMBER: Final = f"{_OWED} WHERE commitments.number = :number"
OWED_BY_ID: Final = f"{_OWED} WHERE articles.id = :article AND commitments.id = :id"

# What the party of a key did or owes, in which enough of the stems stand: those that share most first.
SHARING: Final = """
    SELECT found.number FROM (
        SELECT number, article, count(DISTINCT stem) AS shared FROM stems
        WHERE party IN ({group}) AND deed = :deed AND stem IN ({stems})
        GROUP BY number, article HAVING count(DISTINCT stem) >= :least
    ) AS found JOIN articles ON articles.number = found.article
    WHERE articles.filed > :after ORDER BY found.shared DESC, found.number LIMIT :limit
"""
STEMS: Final = """
    SELECT DISTINCT stem FROM stems WHERE article = (SELECT number FROM articles WHERE id = :article)
        AND deed = :deed AND number = :number ORDER BY stem
"""

_TO_EVENT: Final = f"""
    (SELECT json_group_array({_AS_JSON}) FROM participants {_SHOWN_AS.format("participants.party")}
        WHERE participants.event = events.number)
"""
_TO_STEP: Final = f"""
    (SELECT json_group_array({_AS_JSON}) FROM holders {_SHOWN_AS.format("holders.party")}
        WHERE holders.step = steps.number)
"""
_TO_OWED: Final = f"""
    (SELECT json_group_array({_AS_JSON}) FROM (SELECT commitments.creditor AS party) AS one
        {_SHOWN_AS.format("one.party")})
"""
DEEDS_OF: Final = {
    "event": f"""
        SELECT {ENTRY}, events.type, articles.filed, events.number, events.evidence, events.pieces, events.status,
            events."when", events.first, events.last, {_TO_EVENT},
            (SELECT speaker FROM statements
                WHERE statements.article = events.article AND statements.id = events.told_by)
        FROM events JOIN articles ON articles.number = events.article WHERE events.number = :number
    """,
    "step": f"""
        SELECT {ENTRY}, steps.what, articles.filed, steps.number, steps.evidence, steps.pieces, 'held',
            steps."when", NULL, NULL, {_TO_STEP}, NULL
        FROM steps JOIN documents ON documents.number = steps.document
        JOIN articles ON articles.number = documents.article WHERE steps.number = :number
    """,
    "owed": f"""
        SELECT {ENTRY}, commitments.status, articles.filed, commitments.number,
            coalesce(commitments.closed_by, commitments.evidence), commitments.pieces, 'held',
            NULL, NULL, NULL, {_TO_OWED}, NULL
        FROM commitments JOIN articles ON articles.number = commitments.article WHERE commitments.number = :number
    """,
}


class Wanted(Struct, frozen=True):
    """Which events are asked for. party: a key. words: what FTS5 is asked for. article: an id.

    first, last: days; an event is wanted that covers one of them or of those between.
    """

    party: str | None = None
    words: str | None = None
    article: str | None = None
    type: str | None = None
    status: str | None = None
    first: str | None = None
    last: str | None = None


def events_sql(wanted: Wanted, *, dated: bool, newest: bool = False) -> str:
    """The question for events in order of time; of those without a date, the latest reported first."""
    asked = ["events.first IS NOT NULL" if dated else "events.first IS NULL"]
    if wanted.party is not None:
        asked.append(f"events.number IN (SELECT event FROM participants WHERE party IN ({_group('party')}))")
    if wanted.words is not None:
        asked.append("events.article IN (SELECT rowid FROM article_words WHERE article_words MATCH :words)")
    if wanted.article is not None:
        asked.append("events.article = (SELECT number FROM articles WHERE id = :article)")
    if wanted.type is not None:
        asked.append("events.type = :type")
    if wanted.status is not None:
        asked.append("events.status = :status")
    if dated and wanted.last is not None:
        asked.append("events.first <= :last")
    if dated and wanted.first is not None:
        # Long ones that began before have an index of their own, so that not all that is older is looked through.
        asked.append("(events.first >= :first OR (events.last > events.first AND events.last >= :first))")
    order = "events.first DESC, events.number DESC" if newest else "events.first, events.number"
    if not dated:
        order = "articles.filed DESC, events.number"
    return f"{_TELLING} WHERE {' AND '.join(asked)} ORDER BY {order} LIMIT :limit"


# Those that may be the same as one of that type and those days: on a day that it covers, or over all of it.
NEAR: Final = f"""
    {_TELLING} WHERE events.type = :type AND (
        events.first BETWEEN :first AND :last
        OR (events.last > events.first AND events.last >= :last AND events.first < :first)
    ) ORDER BY events.number LIMIT :limit
"""


def owed_sql(*, by: bool, to: bool, when: When, closed: bool) -> str:
    """The question for commitments, those first that are due first.

    by, to: only those of the parties of the keys `by` and `to`.
    when: "overdue" by the day `on`, "due" then or later; "undated", or whenever they are due ("ever"), those that were
        added last first.
    closed: those that their own article calls met or refused, instead of those that it leaves open.
    """
    asked = {
        "overdue": "commitments.due_last < :on",
        "due": "commitments.due_last >= :on",
        "undated": "commitments.due_last IS NULL",
        "ever": "1",
    }
    parts = [asked[when], f"commitments.status {'<>' if closed else '='} 'open'"]
    parts += [f"commitments.debtor IN ({_group('by')})"] if by else []
    parts += [f"commitments.creditor IN ({_group('to')})"] if to else []
    order = "commitments.number DESC" if when in ("undated", "ever") else "commitments.due_last, commitments.number"
    return f"{_OWED} WHERE {' AND '.join(parts)} ORDER BY {order} LIMIT :limit OFFSET :offset"


def sharing_sql(stems: Iterable[str]) -> tuple[str, dict[str, str]]:
    """The question for what shares stems with another deed, and the stems as they are asked with."""
    asked = {f"stem{number}": stem for number, stem in enumerate(stems)}
    return SHARING.format(group=_group("party"), stems=", ".join(f":{name}" for name in asked)), asked


def _group(name: str) -> str:
    return GROUP.replace(":key", f":{name}")


def telling_of(row: tuple[Any, ...]) -> Telling:
    """A row of `events_sql` or NEAR."""
    filed, number, id, type, status, words, pieces, parties, when, first, last, others = row[
        ENTRY_WIDTH : ENTRY_WIDTH + 12
    ]
    where, format, planned, length, plover, mode, context, document, teller = row[ENTRY_WIDTH + 12 :]
    taking = tuple(Taking(Known(*known), side) for known, side in _TAKING.decode(parties))
    return Telling(
        entry_of(row), filed, number, id, type, status, words, _SPANS.decode(pieces), taking, when, first, last,
        _TEXTS.decode(others), where, _TEXTS.decode(format), planned, length, plover, mode, _TEXTS.decode(context),
        document, teller,
    )  # fmt: skip


def owed_of(row: tuple[Any, ...]) -> Owed:
    """A row of `owed_sql`."""
    filed, number, id, who, called, act, status, what, pieces, words, to = row[ENTRY_WIDTH : ENTRY_WIDTH + 11]
    return Owed(
        entry_of(row), filed, number, id, Known(*_ONE.decode(who)), called, act, status, what, _SPANS.decode(pieces),
        words, Known(*_ONE.decode(to)) if to else None, *row[ENTRY_WIDTH + 11 :],
    )  # fmt: skip


def deed_of(kind: DeedKind, row: tuple[Any, ...]) -> Deed:
    """A row of `DEEDS_OF[kind]`."""
    name, filed, number, words, pieces, status, when, first, last, to, teller = row[ENTRY_WIDTH:]
    known = tuple(Known(*one) for one in _KNOWN.decode(to))
    return Deed(
        kind, name, entry_of(row), filed, number, words, _SPANS.decode(pieces), status, when, first, last, known, teller
    )
