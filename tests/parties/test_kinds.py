"""What a name is that no table settles."""

import pytest

from onrecord.parties.kinds import KINDS, of_name, of_place, scores
from onrecord.parties.tables import read_rows
from tests.parties.articles import cast_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Xanthe Pellor, 41, said no.", "person"),
        ("The newspaper Dagens Blad said no. Dagens Blad left.", "organisation"),
        ("Rain fell in Grentsburg. It was cold in Grentsburg.", "place"),
        ("Shares of Cilmorex rose. Cilmorex Corp said so.", "organisation"),
        ("Vesna Harrow spoke. Harrow said no.", "person"),
    ],
    ids=lambda value: str(value)[:28],
)
def test_the_kind_of_a_name(text: str, kind: str) -> None:
    assert [party.kind for party in cast_of(text).parties] == [kind]


def test_the_table_has_a_weight_for_each_kind() -> None:
    rows = read_rows("name_kinds.tsv", 5)
    assert len(rows) > 1000
    assert len({row[0] for row in rows}) == len(rows)
    assert all(len(row) == 1 + len(KINDS) and all(float(cell) == float(cell) for cell in row[1:]) for row in rows)


def test_what_is_told_of_a_name() -> None:
    assert {"words 2", "last roe", "pair given other"} <= set(of_name(("Jane", "Roe")))
    assert {"single acronym"} <= set(of_name(("KBC",)))
    assert "linked" in of_name(("Union", "of", "Towns"))


def test_what_is_told_of_a_place() -> None:
    words = "It rained in Grent , Teskia .".split()
    assert of_place(words, 3, 4)[0] == "before in"
    assert "between in ," in of_place(words, 3, 4)
    assert of_place(["Grent"], 0, 1)[:2] == ("before ^", "after ^")


def test_signs_of_many_places_count_as_one() -> None:
    once = scores(("Grent",), [("before in",)], [])
    assert once == pytest.approx(scores(("Grent",), [("before in",)] * 5, []))
