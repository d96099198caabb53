"""Lines for the events and debts of an archive."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from onrecord.archive import Entry
from onrecord.archive.deed_answers import Deed
from onrecord.cli.answer_view import source_view
from onrecord.cli.terminal import plain
from onrecord.deed_wording import act_of_debt, is_in_full, length_in_words, listed, type_in_words
from onrecord.stories.happenings import Happening, Variant
from onrecord.stories.owed import Debt

_STATUS = {"held": "green", "ongoing": "green", "planned": "cyan", "cancelled": "red", "claimed": "yellow"}


def happening_view(one: Happening) -> Text:
    """An event: its date, type, parties and place, what the articles say otherwise of it, and each of them."""
    view = Text(f"{one.when or 'undated'}  ", style="")
    view.append(type_in_words(one.type), style="bold").append(f"  {one.status}", style=_STATUS[one.status])
    named = plain(listed(party.name for party in one.parties))
    view.append(f"  {named}" if named else "")
    view.append(f", {plain(one.where)}" if one.where else "")
    facts = [*one.format, length_in_words(one.length) if one.length else ""]
    facts += [f"planned for {length_in_words(one.planned_length)}" if one.planned_length else ""]
    if told := "; ".join(filter(None, facts)):
        view.append(f"\n    {plain(told)}", style="dim")
    for line in _variants(one):
        view.append(f"\n    {plain(line)}", style="yellow")
    for told_by in one.tellings:
        view.append(f"\n    {plain(_flat(told_by.words))}", style="italic")
        teller = f"{told_by.teller}: " if told_by.teller else ""
        view.append(f"\n    {plain(teller)}{_source(told_by.article)}", style="dim")
    return view


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


def debt_view(debt: Debt) -> Text:
    """A debt: when it is due, what is owed to whom, the sentence, and the articles; what closed it."""
    view = Text(f"{_due(debt)}  ", style="bold red" if debt.overdue else "bold")
    view.append(plain(_flat(debt.what)), style="not bold default")
    view.append(f"  to {plain(debt.to.name)}" if debt.to else "", style="not bold default")
    view.append(f"\n    {act_of_debt(debt.act)} [{plain(debt.ref)}]", style="not bold dim default")
    if debt.condition:
        view.append(f"\n    on condition: {plain(_flat(debt.condition))}", style="not bold default")
    if debt.dues:
        view.append(f"\n    due: {'; '.join(debt.dues)}", style="not bold yellow")
    for told in debt.tellings:
        if not is_in_full(told.what, told.words):
            view.append(f"\n    {plain(_flat(told.words))}", style="not bold italic default")
        teller = f"{told.teller}: " if told.teller else ""
        view.append(f"\n    {plain(teller)}{_source(told.article)}", style="not bold dim default")
        if told.closed_by:
            view.append(f"\n    {told.status}: {plain(_flat(told.closed_by))}", style="not bold green")
    if debt.closed_by:
        view.append(f"\n    {_answer(debt.closed_by, debt.status)}", style="not bold green")
    for deed in debt.claimed:
        view.append(f"\n    {_answer(deed, 'perhaps answered')}", style="not bold yellow")
    if debt.ruling:
        ruling = debt.ruling
        told_by = (
            f"{ruling.of.status} by hand (decision {ruling.number}): {ruling.by}, {ruling.at[:10]}: {ruling.because}"
        )
        view.append(f"\n    {plain(told_by)}", style="not bold green")
    return view


def _due(debt: Debt) -> str:
    if debt.status != "open":
        return debt.status
    if debt.due is None:
        return "no date"
    return f"overdue, {debt.due}" if debt.overdue else f"due {debt.due}"


def _answer(deed: Deed, name: str) -> str:
    when = f" on {deed.when}" if deed.when else ""
    return f"{name}{when}: {plain(_flat(deed.words))}\n    {_source(deed.article)}"


def _source(entry: Entry) -> str:
    return "  ".join(filter(None, (plain(entry.headline or ""), source_view(entry))))


def _flat(words: str) -> str:
    return " ".join(words.split())
