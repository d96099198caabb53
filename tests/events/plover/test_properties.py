"""What holds of any text."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.plover import code_sentence
from onrecord.events.plover.lexicon import CODES, terms

WORDS = st.sampled_from(
    [
        *sorted(terms())[::9],
        *"Teskia Orvenia the rebels to and that said not will must of on Monday by if who it US".split(),
        *", ( ) `` ? “ ” :".split(),
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120)


@given(TEXTS)
def test_every_span_lies_in_the_text_and_every_code_is_one(text: str) -> None:
    for event in code_sentence(text):
        assert event.code in CODES
        assert event.actors or event.targets
        assert event.trigger in event.words
        for span in (*event.words, *event.actors, *event.targets):
            assert span.cut(text).strip()


@given(TEXTS)
def test_the_same_text_gives_the_same_events(text: str) -> None:
    assert code_sentence(text) == code_sentence(text)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_white_space_before_moves_the_spans_and_no_more(text: str) -> None:
    moved = code_sentence("  " + text)
    assert [(event.code, event.trigger.start) for event in moved] == [
        (event.code, event.trigger.start + 2) for event in code_sentence(text)
    ]
