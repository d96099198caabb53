"""The questions on deeds and debts in SQL, and the answers made of their rows."""

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

OWED_BY_NUMBERS: Final = f"{_OWED} WHERE commitments.number IN (SELECT value FROM json_each(:numbers))"
OWED_BY_ID: Final = f"{_OWED} WHERE articles.id = :article AND commitments.id = :id"

# What the party of a key did or owes, in which enough of the stems stand: those that share most first. A stem may count
# twice where parties were merged; whoever asks compares the stems themselves.
SHARING: Final = """
    SELECT found.number, found.article FROM (
        SELECT number, article, count(*) AS shared FROM stems
        WHERE party IN ({group}) AND deed = :deed AND stem IN (SELECT value FROM json_each(:stems))
        GROUP BY number HAVING count(*) >= :least
    ) AS found JOIN articles ON articles.number = found.article
    WHERE articles.filed > :after ORDER BY found.shared DESC, found.number LIMIT :limit
"""
STEMS: Final = """
    SELECT DISTINCT number, stem FROM stems
    WHERE article IN (SELECT value FROM json_each(:articles)) AND deed = :deed
"""
NUMBER: Final = "SELECT number FROM articles WHERE id = :id"

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
            events."when", {_TO_EVENT},
            (SELECT speaker FROM statements
                WHERE statements.article = events.article AND statements.id = events.told_by)
        FROM events JOIN articles ON articles.number = events.article
        WHERE events.number IN (SELECT value FROM json_each(:numbers))
    """,
    "step": f"""
        SELECT {ENTRY}, steps.what, articles.filed, steps.number, steps.evidence, steps.pieces, 'held',
            steps."when", {_TO_STEP}, NULL
        FROM steps JOIN documents ON documents.number = steps.document
        JOIN articles ON articles.number = documents.article
        WHERE steps.number IN (SELECT value FROM json_each(:numbers))
    """,
    "owed": f"""
        SELECT {ENTRY}, commitments.status, articles.filed, commitments.number,
            coalesce(commitments.closed_by, commitments.evidence), commitments.pieces, 'held',
            NULL, {_TO_OWED}, NULL
        FROM commitments JOIN articles ON articles.number = commitments.article
        WHERE commitments.number IN (SELECT value FROM json_each(:numbers))
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
    """The question for events in order of time; of those without a date, the ones that were added last first."""
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
    order = "events.first DESC, events.number DESC" if newest or not dated else "events.first, events.number"
    # First which, then what is told of them: else all of it would be looked up for those that the limit leaves out.
    numbers = f"SELECT events.number FROM events WHERE {' AND '.join(asked)} ORDER BY {order} LIMIT :limit"
    return f"{_TELLING} WHERE events.number IN ({numbers}) ORDER BY {order}"


# Those that may be the same as some of these numbers: of their type, with one of their parties, on a day that they
# cover or over all of it. What lasts longer than a month makes no two events one (onrecord.stories.happenings).
_SHARED: Final = """
    own.number IN (SELECT value FROM json_each(:numbers)) AND other.number <> own.number AND EXISTS (
        SELECT 1 FROM participants AS mine JOIN parties AS me ON me.number = mine.party
        JOIN participants AS theirs ON theirs.event = other.number
        JOIN parties AS them ON them.number = theirs.party
        WHERE mine.event = own.number AND coalesce(them.shown, them.number) = coalesce(me.shown, me.number))
"""
NEAR: Final = f"""
    {_TELLING} WHERE events.number IN (
        SELECT other.number FROM events AS own CROSS JOIN events AS other
        ON other.type = own.type AND other.first BETWEEN own.first AND own.last WHERE {_SHARED}
        UNION
        SELECT other.number FROM events AS own CROSS JOIN events AS other
        ON other.type = own.type AND other.first BETWEEN date(own.first, '-31 days') AND date(own.first, '-1 day')
        AND other.last >= own.last WHERE {_SHARED}
    ) ORDER BY events.number
"""


def owed_sql(*, by: bool, to: bool, when: When, closed: bool, since: bool = False) -> str:
    """The question for commitments, those first that are due first.

    by, to: only those of the parties of the keys `by` and `to`.
    when: "overdue" by the day `on`, "due" then or later; "undated", or whenever they are due ("ever"), those that were
        added last first.
    closed: those that their own article calls met or refused, instead of those that it leaves open.
    since: only what is due on the day `since` or later.
    """
    asked = {
        "overdue": "commitments.due_last < :on",
        "due": "commitments.due_last >= :on",
        "undated": "commitments.due_last IS NULL",
        "ever": "1",
    }
    parts = [asked[when], f"commitments.status {'<>' if closed else '='} 'open'"]
    parts += ["commitments.due_last >= :since"] if since else []
    parts += [f"commitments.debtor IN ({_group('by')})"] if by else []
    parts += [f"commitments.creditor IN ({_group('to')})"] if to else []
    order = "commitments.number DESC" if when in ("undated", "ever") else "commitments.due_last, commitments.number"
    return f"{_OWED} WHERE {' AND '.join(parts)} ORDER BY {order} LIMIT :limit OFFSET :offset"


def _group(name: str) -> str:
    return GROUP.replace(":key", f":{name}")


SHARING_OF: Final = SHARING.format(group=_group("party"))


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
    name, filed, number, words, pieces, status, when, to, teller = row[ENTRY_WIDTH:]
    known = tuple(Known(*one) for one in _KNOWN.decode(to))
    return Deed(kind, name, entry_of(row), filed, number, words, _SPANS.decode(pieces), status, when, known, teller)
