"""Who still owes what to whom: one debt that several articles tell put together, and the report that closes it.

Precise first: an answer closes a debt only where the debtor gave it, to the creditor or to nobody in particular, later
than the debt was told, and where its words are those of what was owed. docs/timeline.md has the rule with examples.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from math import ceil
from typing import Final

from msgspec import Struct

from onrecord.archive import Archive
from onrecord.archive.deed_answers import Deed, DeedKind, Known, Owed
from onrecord.archive.deed_asking import When
from onrecord.archive.names import fold
from onrecord.archive.settling import Ruling
from onrecord.archive.stems import deed_stems, stem, stems
from onrecord.edtf import bounds
from onrecord.record import CommitmentAct, CommitmentStatus

# Shares of the stems of what is owed, set by judgement, precise first; see docs/timeline.md for what was measured.
_SAME_DEBT: Final = 0.75
_SAME_DEBT_OTHER_DUE: Final = 0.8
# In days. What is due so long after it is owed anew.
_NEXT_TIME: Final = 31
_ANSWERS: Final = 0.5
# A long clause says more than its deed; of more stems than this half is asked no longer.
_ENOUGH_STEMS: Final = 6
_MOST_TELLINGS: Final = 50
# Only what happened closes a debt; what a speaker claims is shown beside it.
_HAPPENED: Final = frozenset(["held", "ongoing"])


class Debt(Struct, frozen=True, omit_defaults=True):
    """Something owed, with all the articles that tell it, the first in front.

    ref: by what a person settles it: the first article's id and its own. due: as it was told last, EDTF.
    dues: the dates that the articles give, where they differ.
    closed_by: the report of its end. reports: others of it: that only a speaker makes, that came before it was told as
    open again, or that came later.
    ruling: the decision by hand that holds.
    """

    ref: str
    who: Known
    what: str
    act: CommitmentAct
    status: CommitmentStatus
    overdue: bool
    tellings: tuple[Owed, ...]
    to: Known | None = None
    due: str | None = None
    due_last: str | None = None
    condition: str | None = None
    dues: tuple[str, ...] = ()
    closed_by: Deed | None = None
    reports: tuple[Deed, ...] = ()
    ruling: Ruling | None = None


class Debts(Struct, frozen=True):
    """The debts of a list: those that are open, debtor by debtor, and those that were closed.

    more: whether there are other open ones.
    """

    open: tuple[Debt, ...]
    closed: tuple[Debt, ...]
    more: bool = False


def debts(
    archive: Archive,
    *,
    on: str,
    by: str | None = None,
    to: str | None = None,
    overdue: bool = False,
    most: int | None = None,
    most_closed: int | None = None,
) -> Debts:
    """The debts that are open on that day, by debtor, and those that were closed.

    A debtor stands the higher the longer a debt of theirs is overdue; of one debtor, those due first come first.
    by, to: keys of parties. overdue: only those whose day is past.
    most: so many open ones and no more; most_closed: likewise of those that an article itself calls met or refused.
    """
    rulings, seen = archive.rulings(), set[int]()
    whens: tuple[When, ...] = ("overdue",) if overdue else ("overdue", "due", "undated")
    left_open = chain.from_iterable(archive.owed(when, on=on, by=by, to=to) for when in whens)
    opened: list[Debt] = []
    closed: list[Debt] = []
    more = False
    for debt in _each(archive, left_open, rulings, seen, on=on):
        if debt.status != "open":
            closed.append(debt)
        elif len(opened) == most:
            more = True
            break
        elif debt.overdue or not overdue:
            opened.append(debt)
    ended = islice(archive.owed("ever", on=on, by=by, to=to, closed=True), most_closed)
    for debt in _each(archive, ended, rulings, seen, on=on):
        if debt.status != "open":
            closed.append(debt)
        elif debt.overdue or not overdue:  # opened again by hand
            opened.append(debt)
    return Debts(tuple(_by_debtor(opened)), tuple(sorted(closed, key=_ended, reverse=True)), more)


def due_since(archive: Archive, first: str, *, on: str, by: str | None = None, to: str | None = None) -> list[Debt]:
    """The debts with a day, that of `first` or a later one, that are open on the day `on`, in order of time."""
    told = chain.from_iterable(archive.owed(when, on=on, by=by, to=to, since=first) for when in ("overdue", "due"))
    found = [debt for debt in _each(archive, told, archive.rulings(), set(), on=on) if debt.status == "open"]
    return sorted(found, key=lambda debt: (debt.due_last or "", debt.ref))


def _each(
    archive: Archive, told: Iterable[Owed], rulings: Sequence[Ruling], seen: set[int], *, on: str
) -> Iterator[Debt]:
    """Each debt that was not seen, once, with all its tellings."""
    for owed in told:
        if owed.number not in seen:
            same = _tellings(archive, owed)
            seen |= {one.number for one in same}
            yield _debt(archive, same, rulings, on=on)


def _ended(debt: Debt) -> tuple[str, str]:
    return (debt.closed_by.filed if debt.closed_by else debt.tellings[-1].filed), debt.ref


def debt_of(archive: Archive, ref: str, *, on: str) -> Debt:
    """The debt of which a telling is named so. Raises StoreError where there is none."""
    return _debt(archive, _tellings(archive, archive.commitment(ref)), archive.rulings(), on=on)


def _tellings(archive: Archive, owed: Owed) -> list[Owed]:
    """All tellings of the same debt, the first first."""
    found = {owed.number: owed}
    waiting = [(owed, archive.stems_of(owed))]
    while waiting and len(found) < _MOST_TELLINGS:
        one, own = waiting.pop()
        for other, others in archive.owed_alike(one.who.key, own, least=min(len(own), 2)):
            if other.number not in found and is_same_debt(one, other, own, others):
                found[other.number] = other
                waiting.append((other, others))
    return sorted(found.values(), key=lambda one: (one.filed, one.number))


def is_same_debt(one: Owed, other: Owed, own: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two articles tell the same debt of one debtor; own, others: what is owed in stems.

    The creditor is the same or left open, and the words agree: the more, where the days on which it is due differ.
    """
    if one.article.id == other.article.id or (one.to and other.to and one.to.key != other.to.key):
        return False
    shared = own & others
    if not _dues_agree(one, other):
        # A fee that is due again next year is another one.
        alike = len(shared) >= _SAME_DEBT_OTHER_DUE * len(own | others)
        return bool(own) and alike and _days_apart(one.due_last, other.due_last) <= _NEXT_TIME
    if own == others:
        return bool(own)
    return (
        len(shared) >= 2 and len(shared) >= _SAME_DEBT * min(len(own), len(others)) and bool(_deeds(one.what) & others)
    )


def _days_apart(one: str | None, other: str | None) -> int:
    """Between two days, where both are given."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if one and other else 0


def _dues_agree(one: Owed, other: Owed) -> bool:
    if one.due_first is None or other.due_first is None or one.due_last is None or other.due_last is None:
        return True
    return (one.due_first <= other.due_first and other.due_last <= one.due_last) or (
        other.due_first <= one.due_first and one.due_last <= other.due_last
    )


def _debt(archive: Archive, told: Sequence[Owed], rulings: Sequence[Ruling], *, on: str) -> Debt:
    first = told[0]
    dated = [one for one in told if one.due]
    due_last = dated[-1].due_last if dated else None
    ruling = next((ruling for ruling in rulings if any(_is_of(ruling, one) for one in told)), None)
    answers = list(_answers(archive, told))
    still_open = max((one.filed for one in told if one.status == "open"), default="")
    sure = [deed for deed in answers if deed.status in _HAPPENED and deed.filed > still_open]
    own = next((one for one in reversed(told) if one.status != "open"), None)
    status: CommitmentStatus = own.status if own and own.filed >= still_open else "open"
    closed_by = sure[0] if sure else None
    if closed_by:
        status = "refused" if closed_by.name == "refused" else "met"
    if ruling:
        status = ruling.of.status
        closed_by = closed_by if status != "open" else None
    return Debt(
        ref=first.ref,
        who=first.who,
        what=first.what,
        act=first.act,
        status=status,
        overdue=status == "open" and due_last is not None and due_last < on,
        tellings=tuple(told),
        to=next((one.to for one in told if one.to), None),
        due=dated[-1].due if dated else None,
        due_last=due_last,
        condition=next((one.condition for one in told if one.condition), None),
        dues=tuple(dict.fromkeys(one.due for one in dated if one.due)) if len({one.due for one in dated}) > 1 else (),
        closed_by=closed_by,
        reports=tuple(deed for deed in answers if deed != closed_by),
        ruling=ruling,
    )


def _is_of(ruling: Ruling, owed: Owed) -> bool:
    """Whether a decision by hand is on this telling: by its article and words, as far as another reading keeps them."""
    made = ruling.of
    if made.article != owed.article.id:
        return False
    if fold(made.what) == fold(owed.what):
        return True
    a, b = stems(made.what), stems(owed.what)
    return fold(made.who) == fold(owed.called) and len(a & b) >= _SAME_DEBT * max(1, min(len(a), len(b)))


def _answers(archive: Archive, told: Sequence[Owed]) -> Iterator[Deed]:
    """What the debtor did that answers the debt, in the order in which it was reported."""
    first = told[0]
    articles = {one.article.id for one in told}
    found: dict[tuple[str, str], Deed] = {}
    # Of the same words the first telling is asked for: what was done since then may answer it.
    for one in {one.what: one for one in reversed(told)}.values():
        own = archive.stems_of(one)
        kinds: tuple[DeedKind, ...] = ("event", "step", "owed")
        least = _least(len(own))
        alike = (archive.deeds_alike(kind, one.who.key, own, least=least, after=first.filed) for kind in kinds)
        for deed, done in chain.from_iterable(alike):
            if deed.article.id not in articles and answers(deed, done, one, own):
                found.setdefault(
                    (deed.article.id, deed.words), deed
                )  # an event, and the step that it is in a paper's life
    yield from sorted(found.values(), key=lambda deed: (deed.filed, deed.kind, deed.number))


def _least(count: int) -> int:
    """How many of so many stems of what is owed an answer has at least."""
    return 1 if count < 2 else max(2, ceil(_ANSWERS * min(count, _ENOUGH_STEMS)))


def answers(deed: Deed, done: frozenset[str], owed: Owed, own: frozenset[str]) -> bool:
    """Whether a deed of the debtor is what was owed.

    done, own: the stems of the deed and of what is owed. The deed itself must be the same, not only what it is about:
    "criticised the report" is no answer to "will publish the report". It came later, and it was done to the creditor,
    or to nobody that is named.
    """
    shared = own & done
    if not own or len(shared) < _least(len(own)):
        return False
    to = {party.key for party in deed.to} - {owed.who.key}
    named = owed.to is not None and owed.to.key in to
    if owed.to is not None and to and not named:
        return False
    if deed.kind == "owed":
        return deed.name in ("met", "refused")
    if deed.status not in _HAPPENED and deed.status != "claimed":
        return False
    if not _deeds(owed.what) & (done | {stem(deed.name.partition(" ")[0])}):
        return False
    days, told = bounds(deed.when) if deed.when else None, owed.article.day
    if days is not None and told is not None:
        return days[1].isoformat() >= told
    # Without a day it may be old; one word alone says little.
    return named or (deed.kind == "step" and len(own) > 1)


def _deeds(what: str) -> set[str]:
    """What is to be done, in stems: the words that are known to name a deed, else the first that says anything."""
    said = [one for word in fold(what).split() for one in stems(word)]
    return {one for one in said if one in deed_stems()} or set(said[:1])


def _by_debtor(found: Iterable[Debt]) -> Iterator[Debt]:
    """Debtor by debtor, in the order in which the first debt of each comes."""
    groups: dict[str, list[Debt]] = {}
    for debt in sorted(found, key=_order):
        groups.setdefault(debt.who.key, []).append(debt)
    for group in groups.values():
        yield from group


def _order(debt: Debt) -> tuple[bool, bool, str, str]:
    return not debt.overdue, debt.due_last is None, debt.due_last or "", debt.tellings[0].filed
