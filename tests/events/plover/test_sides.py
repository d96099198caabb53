"""Who acts, and to whom it is done."""

import pytest

from onrecord.events.plover import code_sentence

# {actor}  [target]; <word> that tells the event
ROWS = [
    "{Teskan troops} <attacked> [Orvenian rebels] near Grent.",
    "{The Orvenian army} <attacked> [the rebels].",
    "[Two Luskan tourists] were <shot> dead by {gunmen} in Grent.",
    "{Teskia} <accused> [Orvenia] of hiding weapons.",
    "The minister said on Monday that {Teskia} <attacked> [Orvenia].",
    "{Teskia} <attacked> [Orvenia], police said.",
    "{Orvenia} said it would <allow> [Council inspectors] to enter.",
    "{Orvenia} said [Teskia] <must> pull out its forces.",
    "{Lusk} <sent> food to [Orvenia].",
    "{Lusk}, a neighbour of both, has <refused> to send troops to [Orvenia].",
    "{Teskia} and {Lusk} <signed> a friendship treaty.",
    "{Teskia} on Friday <called> on [Orvenia] and [Lusk] to withdraw.",
    "{Orvenia} <imposed> sanctions on [Lusk].",
    "{Leaders of the Aldra Union} (AU) <met> on Sunday.",
    "{Orvenian rebels} <kidnapped> two [Luskan nurses] and fled.",
    "{Egret Bay police} <arrested> [Marek Dovalin].",
]


def unmark(marked: str) -> tuple[str, dict[str, list[str]]]:
    """The text without marks, and what stood in each kind of them."""
    found: dict[str, list[str]] = {"{": [], "[": [], "<": []}
    text, opened = "", {}
    for sign in marked:
        if sign in "{[<":
            opened[sign] = len(text)
        elif sign in "}]>":
            kind = {"}": "{", "]": "[", ">": "<"}[sign]
            found[kind].append(text[opened[kind] :])
        else:
            text += sign
    return text, found


@pytest.mark.parametrize("marked", ROWS)
def test_sides(marked: str) -> None:
    text, expected = unmark(marked)
    event = code_sentence(text)[0]
    assert event.trigger.cut(text) == expected["<"][0]
    assert [bare(span.cut(text)) for span in event.actors] == [bare(words) for words in expected["{"]]
    assert [bare(span.cut(text)) for span in event.targets] == [bare(words) for words in expected["["]]


def bare(words: str) -> str:
    """A phrase without what begins it: an article, a number."""
    return words.removeprefix("The ").removeprefix("the ").removeprefix("Two ").removesuffix(", a neighbour of both")


def test_the_parties_of_the_sides_are_numbered() -> None:
    event = code_sentence("Teskia met Orvenia. Orvenia accused Teskia of spying.")[1]
    assert len(event.actor_parties) == len(event.target_parties) == 1
    assert event.actor_parties != event.target_parties


def test_a_place_is_no_target_of_a_meeting() -> None:
    assert code_sentence("The foreign ministers met in Port Sarn.")[0].targets == ()
