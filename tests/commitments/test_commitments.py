"""Who owes what to whom: rows of sentences with the commitments that they make, and sentences that make none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import read
from onrecord.record import check, to_json

DAY = "2019-03-08"  # a Friday


def owed(text: str, published: str = DAY) -> list[str]:
    """ "who > to: what", in the order of the record."""
    record = read(text, published=published)
    names = {party.id: party.name for party in record.parties}
    return [
        f"{names[debt.who]} > {names[debt.to] if debt.to else '-'}: {debt.what[0].cut(text)}"
        for debt in record.commitments
    ]


MADE = [
    ("Jane Roe vowed on Friday to open the harbour.", "Jane Roe > -: open the harbour"),
    ("Jane Roe has pledged to stay until the vote.", "Jane Roe > -: stay until the vote"),
    ("Orvenia urged Teskia to keep the strait open.", "Teskia > Orvenia: keep the strait open"),
    ("Jane Roe called on lawmakers to close the port.", "lawmakers > Jane Roe: close the port"),
    ("The Keld Basin Council asked Orvenia to reply in writing.", "Orvenia > Keld Basin Council: reply in writing"),
    ("Jane Roe promised that the road would open in May.", "Jane Roe > -: the road would open in May"),
    ("Jane Roe encouraged residents to report damaged roads.", "residents > Jane Roe: report damaged roads"),
    (
        "Orvenia agreed to buy the vessels for 30 million dollars.",
        "Orvenia > -: buy the vessels for 30 million dollars",
    ),
    ("Jane Roe said she plans to visit Teskia.", "Jane Roe > -: visit Teskia"),
    ("Teskia said it still awaits Orvenia's written reply.", "Orvenia > Teskia: Orvenia's written reply"),
    ("Orvenia has yet to reply to the letter.", "Orvenia > -: reply to the letter"),
    (
        "The Keld Basin Council met at the request of Orvenia.",
        "Keld Basin Council > Orvenia: met at the request of Orvenia",
    ),
    ("Jane Roe called for Orvenia’s apology.", "Orvenia > Jane Roe: Orvenia’s apology"),
    ("Jane Roe promised not to use the funds.", "Jane Roe > -: not to use the funds"),
    ("The ministers are scheduled to meet on Monday.", "ministers > -: meet on Monday"),
    ("“We won't use the funds,” Jane Roe said.", "Jane Roe > -: won't use the funds"),
]


@pytest.mark.parametrize(("text", "expected"), MADE, ids=[text[:40] for text, _ in MADE])
def test_a_sentence_makes_a_commitment(text: str, expected: str) -> None:
    assert owed(text) == [expected]


NONE = [
    "The ships left the harbour of Grent on Friday.",
    "It will rain in Teskia on Sunday.",
    "Jane Roe asked whether the ships had left.",
    "Prices will rise further this year.",
    "Jane Roe said the talks had been useful.",
    "The will of the people is clear.",
    "Jane Roe has not agreed to sign the treaty.",
    "Jane Roe never promised to open the harbour.",
    "The guide tells residents how to keep warm.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_makes_none(text: str) -> None:
    assert owed(text) == []


DUE = [
    ("Jane Roe promised to answer by Wednesday.", "2019-03-13"),
    ("Orvenia vowed to reply no later than May 10.", "2019-05-10"),
    ("Jane Roe pledged to reply within a week.", "2019-03-15"),
    ("Jane Roe pledged to reply.", None),
    ("Jane Roe vowed on Thursday to open the harbour.", None),
]


@pytest.mark.parametrize(("text", "due"), DUE)
def test_a_deadline_is_a_date(text: str, due: str | None) -> None:
    assert [debt.due for debt in read(text, published=DAY).commitments] == [due]


ENDS = [
    ("Jane Roe urged the ministry to answer her letter. The ministry refused.", "refused", "ministry refused"),
    ("Jane Roe urged the ministry to answer her letter. The ministry complied.", "met", "ministry complied"),
    ("Jane Roe urged the ministry to answer her letter. The ships left.", "open", None),
]


@pytest.mark.parametrize(("text", "status", "words"), ENDS)
def test_the_article_may_tell_the_end(text: str, status: str, words: str | None) -> None:
    (debt,) = read(text, published=DAY).commitments
    assert (debt.status, debt.closed_by.cut(text) if debt.closed_by else None) == (status, words)


def test_a_condition_is_kept_apart() -> None:
    text = "Jane Roe vowed to open the harbour if the ministry pays for it."
    (debt,) = read(text, published=DAY).commitments
    assert debt.condition is not None
    assert debt.condition.cut(text) == "if the ministry pays for it"
    assert debt.what[0].cut(text) == "open the harbour"


WORDS = st.sampled_from(
    """
    Roe Jane Orvenia the ministry council will would must vowed urged asked to that not answer reply open if by Friday
    , . “ ” ( ) and who it we for on request promise of
    """.split()
)


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_any_words_give_a_sound_record_and_the_same_twice(text: str) -> None:
    record = read(text, published=DAY, engine="rules")
    check(record)
    assert to_json(record) == to_json(read(text, published=DAY, engine="rules"))
    for debt in record.commitments:
        assert debt.cue is not None
        assert debt.evidence[0].start <= debt.what[0].start < debt.what[-1].end <= debt.evidence[-1].end
