import pytest

from onrecord.wording import dateline_sentence, doubt, lasting_roles, missing_mark, sentence, taken_for


@pytest.mark.parametrize(
    ("words", "behind", "mark"),
    [
        ("the meeting “businesslike", "”. ", "”"),
        ("the meeting “businesslike", ".” ", "”"),
        ('the meeting "businesslike', '".', '"'),
        ("the meeting ‘businesslike", "’.", "’"),
        ("it won’t “hold", "”", "”"),
        ("the meeting “businesslike", " and", ""),
        ("the meeting “businesslike”", "”", ""),
        ("the meeting", "”", ""),
        ("Nobody left", '"', ""),
        ("the meeting “businesslike", "", ""),
    ],
)
def test_the_closing_mark_is_taken_from_behind_the_words(words: str, behind: str, mark: str) -> None:
    assert missing_mark(words, behind) == mark


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        ("pronoun: has the floor", "taken for the last speaker"),
        ("pronoun: nearest", "taken for the nearest subject before"),
        ("same last name", None),
        ("full name", None),
        (None, None),
    ],
)
def test_a_ground_is_told_where_one_does_not_see_it(ground: str | None, words: str | None) -> None:
    assert taken_for(ground) == words


def test_notes_are_sentences() -> None:
    note = 'year inferred from "December 17, 2021" and "Friday"'
    assert sentence(note) == "Year inferred from “December 17, 2021” and “Friday”."
    assert dateline_sentence(note) == (
        "The dateline gives no year; it was inferred from “December 17, 2021” and “Friday”."
    )
    assert dateline_sentence("two days given") == "Two days given."
    assert sentence("Is it so?") == "Is it so?"


@pytest.mark.parametrize(
    ("roles", "kept"),
    [
        (["Secretary-General of the Council", "Secretary-General"], ("Secretary-General of the Council",)),
        (["foreign minister", "Norland’s Foreign Minister"], ("Norland’s Foreign Minister",)),
        (["Foreign Minister", "foreign minister"], ("Foreign Minister",)),
        (["Teskan counterpart"], ()),
        (["mayor", "senator"], ("mayor", "senator")),
    ],
)
def test_roles_that_say_something_away_from_their_article(roles: list[str], kept: tuple[str, ...]) -> None:
    assert lasting_roles(roles) == kept


@pytest.mark.parametrize(
    ("sure", "told"),
    [(None, None), (0.93, None), (0.6, None), (0.43, "uncertain: right in 43 of 100 such cases")],
    ids=["a rule", "sure", "at the bound", "doubtful"],
)
def test_doubt(sure: float | None, told: str | None) -> None:
    assert doubt(sure) == told
