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
        ("The Vesna Orlin tape was old. It was long.", "person"),
        ("Vesna van Orlin left. The tape was old.", "person"),
        ("“We go,” Tal said. She left.", "person"),
        ("Tal said that she would go.", "person"),
        ("Wanda Harrow left. Harrow was tired.", "person"),
        ("They met in Grent Lodge. It was cold.", "place"),
        ("They met at Grent Hall Station. It was cold.", "place"),
        ("Grent Police Station said no.", "organisation"),
        ("They met in Washington D.C. The hall was cold.", "place"),
    ],
    ids=lambda value: str(value)[:28],
)
def test_the_kind_of_a_name(text: str, kind: str) -> None:
    assert [party.kind for party in cast_of(text).parties] == [kind]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Theresa May left. May said no.", ["Theresa May"]),
        ("Orla May said no on Friday.", ["Orla May"]),
        ("She left in May. May 3 was cold.", []),
        ("It rained in April. May 3 was cold.", []),
        ("He sold Windows and an Xbox.", []),
        ("Varonia left. The Varonian ships came.", ["Varonia"]),
        ("Vesna Orlin left for the Orlin Foundation.", ["Vesna Orlin", "Orlin Foundation"]),
        ("Shares of Tolan rose. Tolan Inc said so.", ["Tolan Inc"]),
    ],
    ids=lambda value: str(value)[:28],
)
def test_who_is_named(text: str, found: list[str]) -> None:
    named = {mention.party for mention in cast_of(text).mentions if mention.name is not None}
    assert [party.name for i, party in enumerate(cast_of(text).parties) if i in named] == found


def test_a_capital_that_is_a_last_name() -> None:
    text = "Wanda Moscow, a singer, left. Moscow claims she was tired. She had been in Moscow before."
    cast = cast_of(text)
    meant = [(m.span.cut(text), cast.parties[m.party].kind) for m in cast.mentions if m.party is not None and m.name]
    assert meant == [("Wanda Moscow", "person"), ("Moscow", "person"), ("Moscow", "place")]


MATCH = "The goalkeeper and the striker met before kick-off. The coach saw three goals in the match. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MATCH + "Sweden beat them.", "organisation"),
        (MATCH + "They lost to a side that won against Sweden.", "organisation"),
        (MATCH + "It ended 1–2 Sweden.", "organisation"),
        (MATCH + "They play in Sweden.", "country"),
        ("The minister saw the match. Sweden beat them.", "country"),
    ],
    ids=["beats", "against", "score", "where it is", "no match"],
)
def test_a_country_that_plays_is_a_team(text: str, kind: str) -> None:
    assert [party.kind for party in cast_of(text).parties if party.name == "Sweden"] == [kind]


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
