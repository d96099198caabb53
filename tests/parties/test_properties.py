"""What holds of any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.parties import Sources, find_parties, numbered, party_at
from onrecord.spans import Span
from tests.parties.articles import doc_of

WORDS = st.sampled_from(
    """
    Foreign Minister Ana Petrak Smith Jane John Mr Sen . , the The US Russia Moscow Russian side and of for ’s ' “ ” he
    She it they said ministry Ministry Institute (IRS) IRS prime minister president al-Rashid van der Jr U.S. & — /TASS/
    in who 41 bank newspaper \n 🜁 é ﬁ Between committee on Committee
    """.split(" ")
)  # fmt: skip
ARTICLES = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=120)


@given(ARTICLES)
def test_mentions_lie_in_order_and_never_meet(text: str) -> None:
    cast = find_parties(doc_of(text))
    spans = [mention.span for mention in cast.mentions]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
    assert all(mention.span.holds(mention.name) for mention in cast.mentions if mention.name)


@given(ARTICLES)
def test_parties_hold_their_mentions(text: str) -> None:
    cast = find_parties(doc_of(text))
    for index, party in enumerate(cast.parties):
        own = {mention.span for mention in (*cast.mentions, *cast.within) if mention.party == index}
        assert party.mentions == tuple(sorted(own))
    assert len(cast.genders) == len(cast.parties)


@given(ARTICLES)
def test_a_record_numbers_parties_by_their_first_mention(text: str) -> None:
    cast = find_parties(doc_of(text))
    found = numbered(cast)
    parties, ids = found.parties, found.ids
    assert [party.id for party in parties] == [f"p{number}" for number in range(1, len(parties) + 1)]
    firsts = [party.mentions[0] for party in parties]
    assert firsts == sorted(firsts)
    assert all(parties[int(id[1:]) - 1].name == cast.parties[index].name for index, id in ids.items())


@given(ARTICLES)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert find_parties(doc_of(text)) == find_parties(doc_of(text))


@given(ARTICLES, st.integers(0, 120), st.integers(1, 30))
def test_questions_never_fail(text: str, start: int, length: int) -> None:
    cast = find_parties(doc_of(text))
    span = Span(start, start + length)
    mention = party_at(cast, span)
    assert mention is None or mention.span.meets(span)
    sources = Sources(cast)
    index = sources.describe(span, "a US official")
    grown = sources.settled()
    assert [m.party for m in grown.mentions if m.span == span] == [index]
    assert [m.span for m in grown.mentions] == sorted(m.span for m in grown.mentions)


@given(ARTICLES)
def test_a_neutral_paragraph_in_front_moves_everything(text: str) -> None:
    front = "it rained for days\n"
    plain, moved = find_parties(doc_of(text)), find_parties(doc_of(front + text))
    spans = [mention.span.moved(len(front)) for mention in plain.mentions]
    assert spans == [mention.span for mention in moved.mentions if mention.span.start >= len(front)]
    assert [party.name for party in plain.parties] == [party.name for party in moved.parties]
