"""Small closed classes of English words that the rules of commitments look at, beside those of statements."""

from typing import Final

from onrecord.statements.words import ADVERBS, BE, DETERMINERS, MODALS, NEGATIONS, POSSESSIVES, PREPOSITIONS

# Between a subject and its verb, or a verb and its infinitive.
BETWEEN: Final = (
    BE
    | MODALS
    | NEGATIONS
    | ADVERBS
    | frozenset(
        """
        has have had having do does did 've ’ve been 'd ’d to going currently immediately soon today tomorrow yesterday
        now reportedly apparently each both themselves himself herself itself ourselves
        """.split()
    )
) - frozenset(["that"])
RELATIVE: Final = frozenset("who which that".split())
# Marks and words at which a clause ends, seen from a verb backwards.
BREAKS: Final = frozenset(
    """
    , ; : — – - ( ) [ ] “ ” " « » . ! ? … that because although though whether unless until when where while whereas if
    but
    """.split()
)
QUOTES: Final = frozenset(["“", '"', "«", "‘", "``", "''", "'"])
CLOSING: Final = frozenset(["”", '"', "»", "’", "''", ")", "]"])
DASHES: Final = frozenset(["—", "–", "--", "-"])
CONDITIONS: Final = frozenset(["if", "unless", "provided", "providing"])
# Behind a comma: what goes on is no part of what is to be done.
TURNS: Final = frozenset(
    """
    who which where while whereas although though because since but yet so he she they it i we you this that these those
    according adding said says say saying warning noting despite instead however whose nor the
    """.split()
)
# Behind "and" or nothing at all: the same.
SUBORDINATE: Final = frozenset("because although though whereas while".split())
SUBJECTS: Final = frozenset("he she they it i we you".split())
# A party's noun beside those of people and bodies.
SOMEBODY: Final = frozenset(
    """
    anyone everyone everybody anybody somebody someone people residents police sides side both all others countries
    country nations nation states state government governments authorities officials companies company members world
    west community communities motorists employers parents schools hospitals banks firms
    """.split()
)
OPENS: Final = DETERMINERS | POSSESSIVES | frozenset("all both some many several other most two three four".split())

# Verbs and nouns in -ly.
_NO_ADVERBS: Final = frozenset(
    "reply apply comply supply rely imply multiply fly ally rally tally bully family assembly monopoly july".split()
)


def is_adverb(word: str) -> bool:
    """Whether a word in small letters ends as adverbs do."""
    return word.endswith("ly") and word not in _NO_ADVERBS


__all__ = ["ADVERBS", "BE", "BETWEEN", "DETERMINERS", "MODALS", "NEGATIONS", "POSSESSIVES", "PREPOSITIONS", "is_adverb"]
