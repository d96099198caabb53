"""Lines for the events and debts of an archive."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.archive import Entry
from onrecord.archive.deed_answers import Deed
from onrecord.cli.answer_view import source_view
from onrecord.cli.terminal import plain
from onrecord.deed_wording import act_of_debt, is_in_full, length_in_words, listed, report_in_words, type_in_words
from onrecord.stories.happenings import Happening, Variant
from onrecord.stories.owed import Debt

_STATUS = {"held": "green", "ongoing": "green", "planned": "cyan", "cancelled": "red", "claimed": "yellow"}


def happening_view(one: Happening) -> RenderableType:
    """An event: its date, type, parties and place, what the articles say otherwise of it, and each of them."""
    view = Text(f"{one.when or 'undated'}  ")
    view.append(type_in_words(one.type), style="bold").append(f"  {one.status}", style=_STATUS[one.status])
    named = plain(listed(party.name for party in one.parties))
    view.append(f"  {named}" if named else "")
    view.append(f", {plain(one.where)}" if one.where else "")
    return Group(view, Padding(Group(*_of_happening(one)), (0, 0, 0, 4)))


def _of_happening(one: Happening) -> Iterator[Text]:
    facts = [*one.format, f"lasted {length_in_words(one.length)}" if one.length else ""]
    facts += [f"planned for {length_in_words(one.planned_length)}" if one.planned_length else ""]
    if told := "; ".join(filter(None, facts)):
        yield Text(plain(told), style="dim")
    yield from (Text(plain(line), style="yellow") for line in _variants(one))
    for telling in one.tellings:
        yield Text(plain(_flat(telling.words)), style="italic")
        yield _source(telling.article, telling.teller)


def _variants(one: Happening) -> Iterator[str]:
    for name, variants, words in (
        ("status", one.statuses, str),
        ("dates", one.dates, str),
        ("length", one.lengths, length_in_words),
        ("planned length", one.planned_lengths, length_in_words),
    ):
        if variants:
            yield f"{name}: {_told(variants, words)}"


def _told(variants: Iterable[Variant], words: object) -> str:
    shown = words if callable(words) else str
    return "; ".join(f"{shown(one.value)} [{', '.join(one.articles)}]" for one in variants)


def debt_view(debt: Debt, *, named: bool = False) -> RenderableType:
    """A debt: when it is due, what is owed to whom, the sentence, and the articles; what closed it.

    named: says who owes it, where no heading does.
    """
    view = Text(f"{debt.who.name}: " if named else "", style="bold")
    view.append(_due(debt), style="bold red" if debt.overdue else "bold")
    view.append(f"  {plain(_flat(debt.what))}", style="not bold")
    view.append(f"  to {plain(debt.to.name)}" if debt.to else "", style="not bold")
    return Group(view, Padding(Group(*_of_debt(debt)), (0, 0, 0, 4)))


def _of_debt(debt: Debt) -> Iterator[Text]:
    yield Text(f"{act_of_debt(debt.act)} [{plain(debt.ref)}]", style="dim")
    if debt.condition:
        yield Text(f"on condition: {plain(_flat(debt.condition))}")
    if debt.dues:
        yield Text(f"due: {'; '.join(debt.dues)}", style="yellow")
    for told in debt.tellings:
        if not is_in_full(told.what, told.words):
            yield Text(plain(_flat(told.words)), style="italic")
        yield _source(told.article, told.teller)
        if told.closed_by:
            yield Text(f"{told.status}: {plain(_flat(told.closed_by))}", style="green")
    if debt.closed_by:
        yield from _answer(debt.closed_by, debt.status, "green")
    for deed in debt.reports:
        yield from _answer(deed, report_in_words(debt.status, deed.status), "yellow")
    if debt.ruling:
        made = debt.ruling
        words = f"{made.of.status} by hand (decision {made.number}): {made.by}, {made.at[:10]}: {made.because}"
        yield Text(plain(words), style="green")


def _due(debt: Debt) -> str:
    if debt.status != "open":
        return debt.status
    if debt.due is None:
        return "no date"
    return f"overdue, {debt.due}" if debt.overdue else f"due {debt.due}"


def _answer(deed: Deed, name: str, style: str) -> Iterator[Text]:
    when = f" on {deed.when}" if deed.when else ""
    yield Text(f"{name}{when}: {plain(_flat(deed.words))}", style=style)
    yield _source(deed.article, deed.teller)


def _source(entry: Entry, teller: str | None) -> Text:
    told = "  ".join(filter(None, (plain(entry.headline or ""), source_view(entry))))
    return Text(f"{plain(teller)}: {told}" if teller else told, style="dim")


def _flat(words: str) -> str:
    return " ".join(words.split())
