"""How likely a pronoun means a party: a sum of weights of what is true of the two.

The weights were fitted on articles that were annotated for this (training/parties.py); `data/pronouns.tsv` holds them,
and each can be read: what speaks for an antecedent has a weight above 0.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.parties.tables import read_rows

Kind = Literal["one", "many", "thing"]
Case = Literal["subject", "object", "owner", "self"]


class Pair(NamedTuple):
    """What is told of a pronoun and a party that it may mean.

    kind: "one" for he and she, "many" for they, "thing" for it; case: the pronoun's.
    away, paragraphs: sentences and paragraphs since the party was mentioned, 0 to 4 and 0 to 3.
    rank: how many other parties that fit were mentioned since, 0 to 3.
    mentions: the binary digits of how often it was mentioned so far; share: how often the article names it, in
        quarters of its most named party.
    form, subject, quoted, said: of its latest mention (said: beside a verb of saying).
    party: its kind. inside: the pronoun stands in a quotation; says: beside a verb of saying.
    chain: the pronoun before of this kind meant the party; floor: it spoke last; gender: its gender is known.
    """

    kind: Kind
    case: Case
    away: int
    paragraphs: int
    rank: int
    mentions: int
    share: int
    form: str
    party: str
    subject: bool
    quoted: bool
    said: bool
    inside: bool
    says: bool
    chain: bool
    floor: bool
    gender: bool


class Nobody(NamedTuple):
    """What is told of a pronoun that may mean no party. before: the class of the word behind it; see `class_behind`."""

    kind: Kind
    case: Case
    inside: bool
    says: bool
    before: str


def features(told: Pair | Nobody) -> tuple[str, ...]:
    """The names of what is true, as the table of weights has them."""
    made = _of_nobody(told) if isinstance(told, Nobody) else _of_pair(told)
    return tuple(f"{told.kind} {name}" for name in made)


def _of_pair(told: Pair) -> list[str]:
    made = [
        f"{told.away} sentences",
        f"{told.paragraphs} paragraphs",
        f"rank {told.rank}",
        f"mentions {told.mentions}",
        f"share {told.share}",
        f"form {told.form}",
        f"kind {told.party}",
        f"{told.case} of {'subject' if told.subject else 'other'} {min(told.away, 1)}",
    ]
    if told.quoted:
        made.append("quoted as well" if told.inside else "quoted before")
    elif told.inside:
        made.append("outside the quotation")
    if told.chain:
        made.append(f"chain {min(told.away, 2)}")
    if told.gender:
        made.append("gender")
    if told.says:
        made.append("says and spoke last" if told.floor else "says and did not speak last")
    elif told.said:
        made.append(f"acts and had said {min(told.away, 2)}")
    return made


def _of_nobody(told: Nobody) -> list[str]:
    made = ["nobody", f"nobody {told.case}"]
    if told.says:
        made.append("nobody says")
    if told.inside:
        made.append("nobody quoted")
    if told.case == "subject":
        made.append(f"nobody before {told.before}")
    return made


@lru_cache(maxsize=50_000)
def weight(told: Pair | Nobody) -> float:
    """How much speaks for the choice."""
    table = _weights()
    return sum(table.get(name, 0.0) for name in features(told))


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {name: float(number) for name, number in read_rows("pronouns.tsv", 2)}


def class_behind(word: str) -> str:
    """The class of the word behind a pronoun: "be", "have", "modal", "seem", "small" or "other"."""
    return _CLASSES.get(word, "other")


_CLASSES = {
    **dict.fromkeys("is was 's ’s are were be been isn wasn isn't wasn't".split(), "be"),
    **dict.fromkeys("has had have".split(), "have"),
    **dict.fromkeys("will would can could may might must should".split(), "modal"),
    **dict.fromkeys(
        "seems seemed appears appeared turns turned remains remained makes made takes took".split(), "seem"
    ),
    **dict.fromkeys("to for that when if as and , . ;".split(), "small"),
}
