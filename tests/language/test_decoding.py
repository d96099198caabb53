"""From scores to stretches of text: the likeliest tags, and what belongs together."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.decoding import Attribution, Chain, attributions_of, best_tags
from onrecord.language.labels import CONTENT, CUE, LINKS, NO_LINK, OUTSIDE, SOURCE, TAGS, allowed, link_label
from onrecord.language.tokens import find_tokens
from onrecord.language.units import Unit

BARRED = np.array([[0 if allowed(a, b) else -1e4 for b in range(TAGS)] for a in range(TAGS)], np.float32)
FIRST = np.array([0 if allowed(None, b) else -1e4 for b in range(TAGS)], np.float32)


def random_chain(seed: int) -> Chain:
    dice = np.random.default_rng(seed)
    return Chain(
        BARRED + dice.normal(size=(TAGS, TAGS)).astype(np.float32), FIRST + dice.normal(size=TAGS).astype(np.float32)
    )


def worth(row: tuple[int, ...], scores: np.ndarray, chain: Chain) -> float:
    steps = sum(float(chain.between[a, b]) for a, b in pairwise(row))
    return float(chain.first[row[0]]) + steps + sum(float(scores[t, tag]) for t, tag in enumerate(row))


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_no_row_of_tags_is_likelier(seed: int, tokens: int) -> None:
    chain = random_chain(seed)
    scores = np.random.default_rng(seed + 1).normal(size=(1, tokens, TAGS)).astype(np.float32) * 3
    found = tuple(best_tags(scores, [tokens], chain)[0].tolist())
    best = max(worth(row, scores[0], chain) for row in product(range(TAGS), repeat=tokens))
    assert worth(found, scores[0], chain) == pytest.approx(best, abs=1e-4)


@given(st.integers(0, 10_000), st.lists(st.integers(1, 30), min_size=1, max_size=6))
def test_units_are_decoded_alike_alone_and_together(seed: int, lengths: list[int]) -> None:
    lengths = sorted(lengths, reverse=True)
    chain = random_chain(seed)
    scores = np.random.default_rng(seed).normal(size=(len(lengths), lengths[0], TAGS)).astype(np.float32)
    together = best_tags(scores, lengths, chain)
    for i, length in enumerate(lengths):
        alone = best_tags(scores[i : i + 1, :length], [length], chain)[0]
        assert together[i, :length].tolist() == alone.tolist()
        assert all(allowed(a, b) for a, b in pairwise(alone.tolist()))


ROLES = {"S": SOURCE, "Q": CUE, "C": CONTENT}


def read(marked: str) -> list[tuple[str, ...]]:
    """Source, cue and content of what is found in words such as "She/S1 said/Q1 they/C1 left/C1 ./O": a number tells
    the attribution, a capital where a stretch begins, a small letter where it goes on."""
    words, signs = zip(*(pair.rsplit("/", 1) for pair in marked.split()), strict=True)
    text = " ".join(words)
    unit = Unit(0, tuple(find_tokens(text, 0, len(text))), bytes(len(words)))
    tags = [OUTSIDE if s == "O" else ROLES[s[0].upper()] + (s[0].islower()) for s in signs]
    cues = [s[1] for s in signs if s[0] == "Q"]
    links, begun = [], 0
    for sign in signs:
        begun += sign[0] == "Q"
        own = sign[1:]
        links.append(link_label(cues.index(own), begun) if own in cues else NO_LINK)
    found = attributions_of(
        unit, np.array(tags), np.eye(TAGS, dtype=np.float32)[tags], np.eye(LINKS, dtype=np.float32)[links]
    )
    return [
        tuple(" + ".join(p.cut(text) for p in getattr(one, role)) for role in ("source", "cue", "content"))
        for one in found
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("She/S1 said/Q1 they/C1 left/c1 ./O", [("She", "said", "they left")]),
        (
            "Go/C1 ,/O she/S1 said/Q1 ,/O now/C1 ./O",
            [("she", "said", "Go + now")],
        ),
        (
            "She/S1 said/Q1 no/C1 and/O added/Q2 yes/C2 ./O",
            [("She", "said", "no"), ("She", "added", "yes")],
        ),
        ("It/O is/O said/Q1 they/C1 left/c1 ./O", [("", "said", "they left")]),
        ("He/S1 left/O ./O It/O was/O said/Q2 rain/C2 came/c2 ./O", [("", "said", "rain came")]),
        ("She/S1 has/Q1 not/O said/Q1 who/C1 ./O", [("She", "has + said", "who")]),
        ("MIRA/S :/O We/C go/c ./c", [("MIRA", "", "We go .")]),
        ("She/S1 spoke/Q1 ./O", []),
        ("Rain/O fell/O ./O", []),
    ],
    ids=[
        "plain",
        "two pieces",
        "the source of the one before",
        "no source",
        "not over a stop",
        "a cue in pieces",
        "no cue",
        "no content",
        "nothing",
    ],
)
def test_what_belongs_together(marked: str, expected: list[tuple[str, ...]]) -> None:
    assert read(marked) == expected


@given(st.integers(0, 10_000), st.integers(1, 40))
def test_any_scores_give_attributions_inside_the_unit(seed: int, tokens: int) -> None:
    dice = np.random.default_rng(seed)
    text = " ".join("word" for _ in range(tokens))
    unit = Unit(0, tuple(find_tokens(text, 0, len(text))), bytes(dice.integers(0, 4, tokens).tolist()))
    chances = dice.random((tokens, TAGS)).astype(np.float32)
    tags = best_tags(chances[None], [tokens], random_chain(seed))[0]
    for one in attributions_of(unit, tags, chances, dice.random((tokens, LINKS)).astype(np.float32)):
        assert isinstance(one, Attribution)
        assert one.content
        assert all(piece.end <= len(text) for piece in (*one.source, *one.cue, *one.content))
        assert list(one.content) == sorted(one.content)
        assert np.isfinite(one.signs).all()
