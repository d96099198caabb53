"""Which debts are one, and what closes them."""

import pytest

from onrecord.archive import Archive
from onrecord.errors import StoreError
from onrecord.record import Record
from onrecord.stories.owed import Debt, Debts, debt_of, debts
from tests.stories.cases import Did, Owes, Wrote, article, did, owes

ON = "2022-02-01"
NOTE = {"by": "Bo", "at": "2022-02-01", "because": "the desk knows"}
REPLY = owes(
    "Sarmia",
    "Sarmia will prepare a written response to the Norland drafts",
    "prepare a written response to the Norland drafts",
    to="Norland",
    due="2022-01-28",
)


def listed(archive: Archive, *records: Record) -> Debts:
    archive.add_all(records)
    return debts(archive, on=ON)


def only(archive: Archive, *records: Record) -> Debt:
    found = listed(archive, *records)
    [debt] = (*found.open, *found.closed)
    return debt


SAME = {
    "the same words": REPLY,
    "other words of the matter": owes(
        "Sarmia", "it awaits a written answer to the drafts", "a written answer to the drafts", to="Norland"
    ),
    "no creditor": owes("Sarmia", "a response in writing to the drafts is due", "response in writing to the drafts"),
    "the month of the day": owes(
        "Sarmia", "a written response to the drafts in January", "written response to the drafts", due="2022-01"
    ),
}
APART = {
    "another debtor": owes(
        "Keld",
        "Keld will prepare a written response to the drafts",
        "prepare a written response to the drafts",
        to="Norland",
    ),
    "another creditor": owes(
        "Sarmia", "a written response to the drafts of Keld", "written response to the drafts", to="Keld"
    ),
    "another deed": owes("Sarmia", "Sarmia will publish the drafts", "publish the drafts", to="Norland"),
    "another matter": owes(
        "Sarmia", "a written response on the fisheries", "written response on the fisheries", to="Norland"
    ),
    "another day, in other words": owes(
        "Sarmia",
        "a response on the drafts and the straits",
        "response on the drafts and the straits",
        to="Norland",
        due="2022-03-01",
    ),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_two_articles_tell_one_debt(archive: Archive, other: Owes) -> None:
    found = listed(archive, article("a1", REPLY), article("a2", other, day="2022-01-22"))
    assert [[told.article.id for told in debt.tellings] for debt in found.open] == [["a1", "a2"]]


@pytest.mark.parametrize("other", APART.values(), ids=APART)
def test_two_articles_tell_two_debts(archive: Archive, other: Owes) -> None:
    assert len(listed(archive, article("a1", REPLY), article("a2", other, day="2022-01-22")).open) == 2


CLOSES: dict[str, Did | Wrote | Owes] = {
    "an answer": did(
        "respond",
        "Sarmia handed over its written response",
        "Sarmia",
        "Norland",
        actors=("Sarmia",),
        targets=("Norland",),
        when="2022-01-26",
    ),
    "the noun": did(
        "other", "the written reply to the drafts arrived from Sarmia", "Sarmia", actors=("Sarmia",), when="2022-01"
    ),
    "the type, not the verb": did(
        "respond", "a written paper on the drafts", "Sarmia", actors=("Sarmia",), when="2022-01-26"
    ),
    "a step in a paper's life": Wrote(
        "Norland drafts", [("answered", "the drafts were answered in writing", ["Sarmia"], ["Norland"], "2022-01-26")]
    ),
    "told as met": owes(
        "Sarmia",
        "the written response to the drafts that it had promised",
        "written response to the drafts",
        to="Norland",
        status="met",
        closed_by="came on Wednesday",
    ),
}
LEAVES_OPEN: dict[str, Did | Wrote | Owes] = {
    "somebody else's": did(
        "respond",
        "Keld handed over its written response to the drafts",
        "Keld",
        "Norland",
        actors=("Keld",),
        targets=("Norland",),
        when="2022-01-26",
    ),
    "to somebody else": did(
        "respond",
        "Sarmia handed over its written response to the drafts",
        "Sarmia",
        "Keld",
        actors=("Sarmia",),
        targets=("Keld",),
        when="2022-01-26",
    ),
    "planned": did(
        "respond",
        "Sarmia will hand over its written response",
        "Sarmia",
        "Norland",
        actors=("Sarmia",),
        status="planned",
        when="2022-02-26",
    ),
    "another deed on the same matter": did(
        "other", "Sarmia criticised the written drafts", "Sarmia", actors=("Sarmia",), when="2022-01-26"
    ),
    "another matter": did(
        "respond", "Sarmia answered on the fisheries", "Sarmia", "Norland", actors=("Sarmia",), when="2022-01-26"
    ),
    "long before": did(
        "respond",
        "Sarmia gave a written response to the drafts",
        "Sarmia",
        "Norland",
        actors=("Sarmia",),
        when="2021-06-01",
    ),
    "a step long before": Wrote(
        "Norland drafts", [("answered", "the drafts were answered in writing", ["Sarmia"], ["Norland"], "2021-06-01")]
    ),
    "undated, to nobody": did("respond", "Sarmia gave a written response to drafts", "Sarmia", actors=("Sarmia",)),
    "done to the debtor": did(
        "respond",
        "Norland handed Sarmia its written response on the drafts",
        "Norland",
        "Sarmia",
        actors=("Norland",),
        targets=("Sarmia",),
        when="2022-01-26",
    ),
}


@pytest.mark.parametrize("told", CLOSES.values(), ids=CLOSES)
def test_a_later_report_closes_the_debt(archive: Archive, told: Did | Wrote | Owes) -> None:
    debt = only(archive, article("a1", REPLY), article("a2", told, day="2022-01-27"))
    assert (debt.status, debt.overdue) == ("met", False)
    evidence = debt.closed_by.article.id if debt.closed_by else debt.tellings[-1].article.id
    assert evidence == "a2"


def test_another_day_within_a_month_is_a_contradiction_and_next_year_another_debt(archive: Archive) -> None:
    fees = [
        owes("Keld", "Keld will pay the fee", "pay the fee", due=due)
        for due in ("2022-03-01", "2022-03-15", "2023-03-01")
    ]
    archive.add_all(article(f"a{n}", fee, day=f"2022-01-0{n}") for n, fee in enumerate(fees, 1))
    one, other = debts(archive, on=ON).open
    assert (one.dues, one.due, other.due) == (("2022-03-01", "2022-03-15"), "2022-03-15", "2023-03-01")


@pytest.mark.parametrize("told", LEAVES_OPEN.values(), ids=LEAVES_OPEN)
def test_what_does_not_close_it(archive: Archive, told: Did | Wrote | Owes) -> None:
    debt = only(archive, article("a1", REPLY), article("a2", told, day="2022-01-27"))
    assert (debt.status, debt.overdue, debt.closed_by) == ("open", True, None)


def test_a_report_of_an_earlier_article_closes_nothing(archive: Archive) -> None:
    answer = article("a0", CLOSES["an answer"], day="2022-01-20")
    assert only(archive, article("a1", REPLY, day="2022-01-27"), answer).status == "open"


def test_what_only_a_speaker_claims_is_shown_beside(archive: Archive) -> None:
    claim = did(
        "respond",
        "a written response was sent",
        "Sarmia",
        "Norland",
        actors=("Sarmia",),
        targets=("Norland",),
        when="2022-01-26",
        status="claimed",
    )
    debt = only(archive, article("a1", REPLY), article("a2", claim, day="2022-01-27"))
    assert (debt.status, [deed.article.id for deed in debt.reports]) == ("open", ["a2"])


def test_a_debt_told_as_open_behind_the_answer_stays_open(archive: Archive) -> None:
    records = (
        article("a1", REPLY),
        article("a2", CLOSES["an answer"], day="2022-01-27"),
        article("a3", REPLY, day="2022-01-30"),
    )
    debt = only(archive, *records)
    assert (debt.status, [deed.article.id for deed in debt.reports]) == ("open", ["a2"])


def test_a_refusal_is_told_as_one(archive: Archive) -> None:
    refused = owes(
        "Sarmia",
        "it refused the written response to the drafts",
        "written response to the drafts",
        to="Norland",
        status="refused",
    )
    assert only(archive, article("a1", REPLY), article("a2", refused, day="2022-01-27")).status == "refused"


def test_one_word_closes_only_what_names_the_creditor(archive: Archive) -> None:
    apology = owes("Tomas Rede", "Rede must apologise", "apologise", to="Mara Ilves")
    named = did(
        "other", "Rede apologised to Ilves", "Tomas Rede", "Mara Ilves", actors=("Tomas Rede",), when="2022-01-26"
    )
    assert only(archive, article("a1", apology), article("a2", named, day="2022-01-27")).status == "met"


def test_by_debtor_and_overdue_ones_first(archive: Archive) -> None:
    archive.add_all(
        [
            article("a1", owes("Keld", "Keld will pay the harbour fee", "pay the harbour fee", due="2022-03-01")),
            article("a2", owes("Norland", "Norland will pay the harbour fee", "pay the harbour fee")),
            article("a3", owes("Sarmia", "Sarmia will pay the harbour fee", "pay the harbour fee", due="2022-01-05")),
            article("a4", owes("Keld", "Keld will mend the lighthouse", "mend the lighthouse", due="2022-01-15")),
        ]
    )
    found = debts(archive, on=ON)
    assert [(debt.who.name, debt.due, debt.overdue) for debt in found.open] == [
        ("Sarmia", "2022-01-05", True),
        ("Keld", "2022-01-15", True),
        ("Keld", "2022-03-01", False),
        ("Norland", None, False),
    ]
    assert [debt.due for debt in debts(archive, on=ON, overdue=True).open] == ["2022-01-05", "2022-01-15"]
    assert [debt.due for debt in debts(archive, on=ON, by="country-keld").open] == ["2022-01-15", "2022-03-01"]
    some = debts(archive, on=ON, most=2)
    assert (len(some.open), some.more) == (2, True)


def test_a_due_month_is_overdue_when_it_is_over(archive: Archive) -> None:
    archive.add(
        article("a1", owes("Keld", "Keld will pay the harbour fee in January", "pay the harbour fee", due="2022-01"))
    )
    assert [debts(archive, on=on).open[0].overdue for on in ("2022-01-31", "2022-02-01")] == [False, True]


def test_closed_and_opened_by_hand(archive: Archive) -> None:
    archive.add_all([article("a1", REPLY), article("a2", REPLY, day="2022-01-22")])
    number = archive.settle_debt("a2/c1", "refused", **NOTE)
    debt = debt_of(archive, "a1/c1", on=ON)
    assert (debt.status, debt.ruling and debt.ruling.because) == ("refused", "the desk knows")
    archive.settle_debt("a1/c1", "open", **NOTE)
    assert debt_of(archive, "a1/c1", on=ON).status == "open"
    archive.undo(number + 1, **NOTE)
    assert debt_of(archive, "a1/c1", on=ON).status == "refused"
    archive.undo(number, **NOTE)
    assert debt_of(archive, "a1/c1", on=ON).status == "open"


def test_what_was_opened_by_hand_stays_open_whatever_is_reported(archive: Archive) -> None:
    archive.add_all([article("a1", REPLY), article("a2", CLOSES["an answer"], day="2022-01-27")])
    archive.settle_debt("a1/c1", "open", **NOTE)
    debt = debt_of(archive, "a1/c1", on=ON)
    assert (debt.status, debt.closed_by, len(debt.reports)) == ("open", None, 1)


def test_a_debt_that_is_not_there(archive: Archive) -> None:
    archive.add(article("a1", REPLY))
    for ref in ("a1/c9", "a9/c1", "c1", ""):
        with pytest.raises(StoreError, match="has no debt"):
            archive.settle_debt(ref, "met", **NOTE)
    with pytest.raises(StoreError, match="“by” is blank"):
        archive.settle_debt("a1/c1", "met", by=" ", at="x", because="y")
