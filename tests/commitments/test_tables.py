"""Each row of the tables by which commitments are found and judged."""

from importlib.resources import files

import pytest

from onrecord.commitments.cues import CUES, read_cues
from onrecord.commitments.finding import FRAMES
from onrecord.parties.tables import read_rows

CUE_ROWS = [
    line.split("\t")
    for line in (files("onrecord.data") / "commitments.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
][1:]


@pytest.mark.parametrize("row", CUE_ROWS, ids=[f"{row[0]} {row[1]}" for row in CUE_ROWS])
def test_a_row_of_cues_is_whole(row: list[str]) -> None:
    word, part, _forms, frames, act, strength, source = row
    assert part in {"verb", "noun", "adjective", "modal"}
    assert set(frames.replace(" ", "")) <= set(FRAMES)
    assert act in {"promise", "request", "demand", "expected", "refusal"}
    assert strength in {"1", "2", "3"}
    assert source.split()[0] in {"acts", "Levin", "Quirk", "own"}
    assert any(cue.lemma == word and cue.part == part for cue in CUES[word])


def test_no_row_stands_twice() -> None:
    named = [(row[0], row[1]) for row in CUE_ROWS]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("word", "lemma", "part"),
    [("Vowed", "vow", "verb"), ("pleas", "plea", "noun"), ("we’ll", "will", "modal"), ("I'd", "would", "modal"),
     ("won’t", "will", "modal"), ("replies", "reply", "noun")],
)  # fmt: skip
def test_a_form_leads_to_its_word(word: str, lemma: str, part: str) -> None:
    form = word if word in CUES else word[0].lower() + word[1:]
    assert (lemma, part) in {(cue.lemma, cue.part) for cue in CUES[form]}


def test_what_was_refused_had_been_asked_for() -> None:
    (refuse,) = read_cues("word\tpart\tforms\tframes\tact\tstrength\tsource\nspurn\tverb\t\ts\trefusal\t1\town\n")[
        "spurn"
    ]
    assert (refuse.act, refuse.status) == ("request", "refused")


def test_a_verb_is_of_a_deed_or_a_state_not_of_both() -> None:
    kinds = {kind: verbs.split() for kind, verbs in read_rows("deeds.tsv", 2)}
    assert set(kinds) == {"deed", "state"}
    both = set(kinds["deed"]) & set(kinds["state"])
    assert both == set()
    assert all(len(verbs) == len(set(verbs)) for verbs in kinds.values())


def test_a_weight_is_a_number() -> None:
    rows = read_rows("owed.tsv", 2)
    assert rows
    assert all(abs(float(weight)) < 10 for _, weight in rows)
