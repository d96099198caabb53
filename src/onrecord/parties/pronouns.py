"""Whom "he", "she", "they" and "it" may mean."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.parties.cast import Cast, Mention
from onrecord.parties.tables import Gender
from onrecord.record import Party

_FARTHEST = 2  # paragraphs back
_MOST = 60  # mentions back, so that a page without paragraphs costs no more
_GENDERS: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_MANY = frozenset(["they", "them", "their"])


def antecedents(cast: Cast, at: int, pronoun: str) -> tuple[int, ...]:
    """The parties that a pronoun standing at `at` may mean, best first, each once.

    Those of its sentence come first, then of the sentences before it, nearest first, at most two paragraphs back;
    of one sentence subjects come first, then what stands nearest. Mentions inside quotations come last.
    """
    ranked = sorted(_candidates(cast, cast.mentions, at, pronoun))
    return tuple(dict.fromkeys(party for *_, party in ranked))


def _candidates(cast: Cast, mentions: Sequence[Mention], at: int, pronoun: str) -> Iterator[tuple[int, int, int, int]]:
    """(cost of the distance, 0 for a subject, how far, party) of each mention that fits."""
    paragraph, sentence = cast.paragraph_of(at), cast.sentence_of(at)
    word = pronoun.lower()
    before = bisect_left(mentions, at, key=lambda mention: mention.span.start)
    for mention in reversed(mentions[max(0, before - _MOST) : before]):
        start = mention.span.start
        if mention.party is None:
            continue
        if paragraph - cast.paragraph_of(start) > _FARTHEST:
            break
        if may_mean(cast.parties[mention.party], cast.genders[mention.party], word):
            cost = sentence - cast.sentence_of(start) + 8 * mention.quoted
            yield cost, int(not mention.subject), at - start, mention.party


def may_mean(party: Party, gender: Gender | None, pronoun: str) -> bool:
    """Whether the pronoun fits the party: "he" and "she" persons of that or unknown gender, "it" and "they" others."""
    wanted = _GENDERS.get(pronoun)
    if wanted is not None:
        return party.kind == "person" and gender in (None, wanted)
    if party.kind == "person":
        return False
    return pronoun not in _MANY or party.kind in ("organisation", "country", "group", "unnamed")


def bind_pronouns(cast: Cast) -> Cast:
    """The cast with each "he" and "she" outside quotations given to its best antecedent, in order of the text, so
    that a chain of pronouns keeps its person. "they" and "it" stay open: they mean things as often as parties."""
    mentions: list[Mention] = []
    for mention in cast.mentions:
        word = "" if mention.form != "pronoun" or mention.quoted else _pronoun_of(cast, mention)
        if word in _GENDERS:
            ranked = min(_candidates(cast, mentions, mention.span.start, word), default=None)
            if ranked is not None:
                mention = msgspec.structs.replace(mention, party=ranked[-1], ground="nearest person before")
        mentions.append(mention)
    return msgspec.structs.replace(cast, mentions=tuple(mentions))


def _pronoun_of(cast: Cast, mention: Mention) -> str:
    return cast.text[mention.span.start : mention.span.end].lower()


def gender_votes(cast: Cast) -> tuple[Gender | None, ...]:
    """The genders, with those the article itself shows: a "he" or "she" in a sentence that names one person before it.

    A name list only suggests; where all such pronouns agree, they decide.
    """
    votes: dict[int, set[Gender]] = {}
    people: dict[int, set[int]] = {}
    for mention in cast.mentions:
        sentence = cast.sentence_of(mention.span.start)
        if mention.party is not None and cast.parties[mention.party].kind == "person":
            people.setdefault(sentence, set()).add(mention.party)
        elif mention.form == "pronoun" and not mention.quoted:
            wanted = _GENDERS.get(_pronoun_of(cast, mention))
            named = people.get(sentence, set())
            if wanted and len(named) == 1:
                votes.setdefault(next(iter(named)), set()).add(wanted)
    return tuple(_settled(gender, votes.get(i, set())) for i, gender in enumerate(cast.genders))


def _settled(gender: Gender | None, votes: set[Gender]) -> Gender | None:
    return next(iter(votes)) if gender is None and len(votes) == 1 else gender
