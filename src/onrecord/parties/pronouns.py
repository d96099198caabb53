"""Whom "he", "she", "they" and "it" mean."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.parties.ahead import named_ahead
from onrecord.parties.cast import Cast, Mention
from onrecord.parties.ranking import Case, Kind, Nobody, Pair, class_behind, weight
from onrecord.parties.tables import Gender
from onrecord.record import Party

_FARTHEST = 3  # paragraphs back
_MOST = 12  # parties that are asked about, those mentioned last
_GENDERS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_MANY = frozenset("they them their theirs themselves".split())
_CASES: dict[str, Case] = {
    **dict.fromkeys("he she they it".split(), "subject"),
    **dict.fromkeys("him them".split(), "object"),
    **dict.fromkeys("his her hers their theirs its".split(), "owner"),
    **dict.fromkeys("himself herself themselves itself".split(), "self"),
}
_WORD = re.compile(r"\s*([\w’']+|\S)")


class Option(NamedTuple):
    """A party that a pronoun may mean, None for nobody.

    near: how many sentences before it was mentioned last, and whether not as a subject.
    """

    party: int | None
    told: Pair | Nobody
    near: tuple[int, bool] = (0, False)


Choice = Callable[[Mention, Sequence[Option]], int | None]


class Seen(NamedTuple):
    """What an article has said of a party so far: its latest mention, where that stands, and how many there are."""

    last: Mention
    sentence: int
    paragraph: int
    mentions: int


def bind_quoted(cast: Cast, voices: Mapping[int, int]) -> Cast:
    """The cast with the pronouns inside quotations bound too. voices: who speaks where a mention begins."""
    return bound(cast, likeliest, voices, quoted=True)


def likeliest(mention: Mention, options: Sequence[Option]) -> int | None:
    """The party of the likeliest option; of equals, of the first. "They" and "it" mean nobody where there is doubt."""
    return max(options, key=lambda option: weight(option.told) + _doubt(option.told)).party


def _doubt(told: Pair | Nobody) -> float:
    return _DOUBT if isinstance(told, Nobody) and told.kind != "one" else 0.0


# In logits. Of the articles that the weights were fitted on, 42 of 100 "they" and "it" that got a party were right
# at 0, 56 at 1, and a third fewer got one.
_DOUBT = 1.0


def bound(cast: Cast, choice: Choice, voices: Mapping[int, int], *, quoted: bool) -> Cast:
    """The cast with each open pronoun, inside quotations or outside, bound as `choice` says."""
    course = Course(cast)
    ahead = {} if quoted else named_ahead(cast)
    mentions: list[Mention] = []
    for mention in sorted((*cast.mentions, *cast.descriptions), key=_start):
        if mention.form == "pronoun" and mention.party is None and mention.quoted == quoted:
            named = ahead.get(mention.span.start)
            options = course.options(mention, voices.get(mention.span.start)) if named is None else []
            if named is not None:
                mention = replace(mention, party=named, ground="pronoun: named behind it")
            elif options:
                mention = _bound(cast, mention, options, choice)
        course.note(mention)
        if mention.form not in ("description", "paper"):
            mentions.append(mention)
    return replace(cast, mentions=tuple(mentions))


def _bound(cast: Cast, mention: Mention, options: Sequence[Option], choice: Choice) -> Mention:
    party = choice(mention, options)
    if party is None:
        nearest = min(options[:-1], key=lambda option: option.near)
        return replace(mention, perhaps=nearest.party)
    what = "person" if cast.parties[party].kind == "person" else "party"
    return replace(mention, party=party, ground=f"pronoun: likeliest {what}")


def _start(mention: Mention) -> int:
    return mention.span.start


class Course:
    """The course of an article while its pronouns are bound: who was mentioned, and where last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._seen: dict[int, Seen] = {}
        self._chains: dict[str, int] = {}
        self._floor: int | None = None
        self._sentence = self._paragraph = 0  # where reading stands
        counts = Counter(m.party for m in cast.mentions if m.form not in ("place", "pronoun"))
        most = max(counts.values(), default=1)
        self._shares = {party: 4 * count // most for party, count in counts.items()}

    def _place(self, at: int) -> tuple[int, int]:
        """The numbers of the sentence and the paragraph at an offset, which lies behind the last one asked for."""
        sentences, paragraphs = self._cast.sentences, self._cast.paragraphs
        while self._sentence < len(sentences) and sentences[self._sentence] <= at:
            self._sentence += 1
        while self._paragraph < len(paragraphs) and paragraphs[self._paragraph] <= at:
            self._paragraph += 1
        return self._sentence, self._paragraph

    def note(self, mention: Mention) -> None:
        """The mention is read, whoever it means."""
        party, form = mention.party, mention.form
        if party is None or form == "place":
            return
        seen = self._seen.pop(party, None)
        count = 1 if seen is None else seen[3] + 1
        self._seen[party] = Seen(mention, *self._place(mention.span.start), count)
        if form == "pronoun" and (kind := kind_of(self._word(mention))):
            self._chains[kind] = party
        if mention.says and not mention.quoted:
            self._floor = party

    def options(self, mention: Mention, speaker: int | None) -> list[Option]:
        """Whom a pronoun may mean, the party mentioned last first, and then nobody; `speaker` it does not. Empty where
        nobody fits."""
        cast, word = self._cast, self._word(mention)
        kind, case = kind_of(word) or "thing", _CASES[word]
        sentence, paragraph = self._place(mention.span.start)
        found: list[Option] = []
        for party, seen in reversed(self._seen.items()):
            if paragraph - seen.paragraph > _FARTHEST or len(found) == _MOST:
                break
            one, last = cast.parties[party], seen.last
            if party == speaker or not may_mean(one, cast.genders[party], word):
                continue
            told = Pair(
                kind, case, min(sentence - seen.sentence, 4), min(paragraph - seen.paragraph, 3), min(len(found), 3),
                min(seen.mentions, 8).bit_length(), self._shares.get(party, 0), last.form, one.kind, last.subject,
                last.quoted, last.says, mention.quoted, mention.says, self._chains.get(kind) == party,
                self._floor == party, cast.genders[party] is not None,
            )  # fmt: skip
            found.append(Option(party, told, (sentence - seen.sentence, not last.subject)))
        if not found:
            return []
        behind = _WORD.match(cast.text, mention.span.end)
        before = class_behind(behind[1].lower() if behind else "")
        return [*found, Option(None, Nobody(kind, case, mention.quoted, mention.says, before))]

    def _word(self, mention: Mention) -> str:
        return mention.span.cut(self._cast.text).lower()


def kind_of(word: str) -> Kind | None:
    """The kind of a pronoun of the third person; None for others."""
    if word not in _CASES:
        return None
    return "one" if word in _GENDERS else "many" if word in _MANY else "thing"


def may_mean(party: Party, gender: Gender | None, pronoun: str) -> bool:
    """Whether the pronoun fits the party: "he" and "she" persons of that or unknown gender, "it" and "they" others."""
    wanted = _GENDERS.get(pronoun)
    if wanted is not None:
        is_one = party.kind == "person" or (party.kind == "unnamed" and party.name.partition(" ")[0] not in _ANYBODY)
        return is_one and gender in (None, wanted)
    if pronoun in _MANY:
        return party.kind in ("organisation", "country", "group")
    return party.kind in ("organisation", "country")


# "The next president" is nobody yet.
_ANYBODY = frozenset("next future any every no potential prospective average typical".split())


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
            wanted = _GENDERS.get(mention.span.cut(cast.text).lower())
            named = people.get(sentence, set())
            if wanted and len(named) == 1:
                votes.setdefault(next(iter(named)), set()).add(wanted)
    return tuple(_settled(gender, votes.get(i, set())) for i, gender in enumerate(cast.genders))


def _settled(gender: Gender | None, votes: set[Gender]) -> Gender | None:
    return next(iter(votes)) if gender is None and len(votes) == 1 else gender
