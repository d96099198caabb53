"""Decides for each party of an article which party of the archive it is. The caller holds the transaction.

The rules are those of onrecord.identity; here is what they are asked with: who is known under such a name, what is
known of them, and who stands beside them. Each question is bounded, however large the archive is.
"""

import sqlite3
from collections.abc import Callable
from typing import Final

from msgspec import Struct, structs

from onrecord.archive.joining import join
from onrecord.archive.knowing import candidates, company_of, holds, known_of, pinned
from onrecord.archive.names import party_key, second_key
from onrecord.identity.deciding import Known, Verdict, agree, closest, differ_by_name, judge
from onrecord.identity.facts import Facts, facts_of
from onrecord.identity.folding import fold
from onrecord.identity.persons import parse_person
from onrecord.record import Party, Record

_MOST_DOUBTS: Final = 3

Doubt = tuple[int, str]


class Decided(Struct, frozen=True):
    """Which party of the archive one of an article is. doubts: whom it may be too, and why it was left apart."""

    party: int
    ground: str
    facts: Facts
    doubts: tuple[Doubt, ...] = ()


class _Choice(Struct, frozen=True):
    """What the rules say of one party of an article. number: None where it is nobody known.

    joined: other parties that this article shows to be parts of that one.
    """

    number: int | None
    ground: str
    doubts: tuple[Doubt, ...] = ()
    joined: tuple[int, ...] = ()


def decide(db: sqlite3.Connection, record: Record) -> list[Decided]:
    """The party of the archive that each party of the record is; those that are nobody known are added.

    Bodies and full names come first, those that need their company next, last names alone last: what stands
    first in the article makes no difference.
    """
    facts = facts_of(record)
    beside: set[int] = set()
    taken: set[int] = set()
    found: dict[int, Decided] = {}
    twins: dict[tuple[str, str], int] = {}  # of the parties that the article names alike
    pins = pinned(db, record.id)
    for at, one in enumerate(facts):
        if pin := pins.get(called(one)):
            found[at] = Decided(pin[0], pin[1], one)
            taken.add(pin[0])
            beside.add(pin[0])
    for stage in _STAGES:
        for at in (at for at, one in enumerate(facts) if stage(one) and at not in found):
            twin = twins.get(called(facts[at]))
            if twin is not None:
                found[at] = structs.replace(found[twin], facts=facts[at])
                continue
            twins[called(facts[at])] = at
            choice = _choose(db, facts[at], beside, taken)
            party = _added(db, record.id, record.parties[at]) if choice.number is None else choice.number
            for part in choice.joined:
                join(db, party, part)
            found[at] = Decided(party, choice.ground, facts[at], choice.doubts)
            if facts[at].kind == "person":
                taken.add(party)
        beside |= {one.party for one in found.values() if one.facts.kind in ("person", "organisation")}
    return [found[at] for at in range(len(facts))]


def called(facts: Facts) -> tuple[str, str]:
    """By what a decision by hand knows a party of an article again, whatever reads it."""
    return facts.kind, fold(facts.name) or facts.name


def _is_body(facts: Facts) -> bool:
    return facts.kind != "person"


def _is_rare(facts: Facts) -> bool:
    return facts.kind == "person" and parse_person(facts.name).is_full and not parse_person(facts.name).is_common


def _is_frequent(facts: Facts) -> bool:
    return facts.kind == "person" and parse_person(facts.name).is_common and parse_person(facts.name).is_full


def _is_short(facts: Facts) -> bool:
    return facts.kind == "person" and not parse_person(facts.name).is_full


_STAGES: Final[tuple[Callable[[Facts], bool], ...]] = (_is_body, _is_rare, _is_frequent, _is_short)


class _Option(Struct, frozen=True):
    """A known party that may be the one, with how sure that is, its articles and its company."""

    number: int
    verdict: Verdict
    known: Known
    articles: int
    company: float


def _choose(db: sqlite3.Connection, facts: Facts, beside: set[int], taken: set[int]) -> _Choice:
    """Whom the rules take the party for.

    taken: the persons that others of the article are. An article tells its persons apart, so this is another one.
    """
    if facts.kind == "unnamed":
        return _Choice(None, "unnamed, in this article alone")
    sure: list[_Option] = []
    doubts: list[Doubt] = []
    for number, articles in candidates(db, facts).items():
        if number in taken:
            continue
        known = known_of(db, number, facts)
        asked: list[float] = []

        def company(number: int = number, asked: list[float] = asked) -> float:
            asked.append(company_of(db, number, beside))
            return asked[-1]

        verdict = judge(facts, known, company)
        if verdict.answer == "same":
            sure.append(_Option(number, verdict, known, articles, max(asked, default=0.0)))
        elif verdict.answer == "unsure":
            doubts.append((number, verdict.ground))
    return _best(db, facts, sure, doubts)


def _best(db: sqlite3.Connection, facts: Facts, sure: list[_Option], doubts: list[Doubt]) -> _Choice:
    """The surest. Of several as sure one, if they agree; where they do not, the party stays apart from all of them."""
    first = max((option.verdict.rank for option in sure), default=0)
    best = _closest(db, facts, [option for option in sure if option.verdict.rank == first])
    if best and not _contested(best[0], sure):
        joined = tuple(other.number for other in sure if _is_part(facts, best[0], other))
        return _Choice(best[0].number, best[0].verdict.ground, joined=joined)
    rivals = [(option.number, "one of several of that name") for option in best]
    ground = "new: one of several of that name" if rivals else "new: like a name that is known" if doubts else "new"
    return _Choice(None, ground, doubts=tuple((rivals + doubts)[:_MOST_DOUBTS]))


def _closest(db: sqlite3.Connection, facts: Facts, best: list[_Option]) -> list[_Option]:
    """Those that are as sure, the closest first: that bears the very name, with most company, in most articles."""
    by_office = any(option.verdict.ground == "last name and role" for option in best)

    def rank(option: _Option) -> tuple[bool, float, int, int]:
        weight = holds(db, option.number, facts) if by_office else option.articles
        return facts.name not in option.known.names, -option.company, -weight, option.number

    return sorted(best, key=rank)


def _contested(best: _Option, sure: list[_Option]) -> bool:
    """Whether another that is as sure, or that bears a name as close, is known to be somebody else.

    One that is in the news far more often is meant all the same, but by a form of the name nobody is.
    """
    loose = best.verdict.rank < _BY_ROLE
    rivals = [
        other
        for other in sure
        if other is not best
        and (other.verdict.rank == best.verdict.rank or (loose and other.verdict.ground == "form of the name"))
        and not agree(best.known, other.known)
    ]
    if loose and any(differ_by_name(best.known, other.known) for other in rivals):
        return True  # "George Roe" beside George W. and George H. W. Roe
    often = max((other.articles for other in rivals), default=0)
    return bool(rivals) and (best.verdict.ground == "form of the name" or best.articles < _FAR_MORE * often)


def _is_part(facts: Facts, best: _Option, other: _Option) -> bool:
    """Whether another party is shown to be a part of the same: both are surely the one of this article, and agree.

    By the fullest name: "George Roe" in an article on George W. Roe does not make one of all who are called so.
    """
    own = [parse_person(facts.name)]
    if facts.kind == "person" and closest(own, [parse_person(name) for name in other.known.names]) != "same":
        return False
    sure = min(best.verdict.rank, other.verdict.rank) >= _SURE and other is not best
    return sure and other.articles <= min(best.articles, _MOST_JOINED) and agree(best.known, other.known)


# How many times more articles one of several has who is taken for the one that is meant.
_FAR_MORE: Final = 8
# Ranks of verdicts: by the same name, and by name and role.
_SURE: Final = 4
_BY_ROLE: Final = 5
_MOST_JOINED: Final = 50


def _added(db: sqlite3.Connection, id: str, party: Party) -> int:
    """A new party, which has no article yet."""
    key = party_key(party, id)
    if _taken(db, key):
        key = second_key(key, id)
    while _taken(db, key):
        key = second_key(key, f"{id} {key}")
    sql = "INSERT INTO parties (key, name, kind, folded, last) VALUES (?, ?, ?, '', '')"
    return db.execute(sql, (key, party.name, party.kind)).lastrowid or 0


def _taken(db: sqlite3.Connection, key: str) -> bool:
    return db.execute("SELECT 1 FROM parties WHERE key = ?", (key,)).fetchone() is not None
