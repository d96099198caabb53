"""Pronouns that stand before the name: "As she spoke, Tolan laughed"; "In his reply, Vale was short"."""

import re
from itertools import groupby

from onrecord.parties.cast import Cast, Mention
from onrecord.parties.tables import Gender

# What opens a phrase or clause that stands before the main one.
_OPENING = re.compile(
    r"[“\"]?(?:As|When|While|In|After|Before|Since|Despite|During|With|At|On|By|For|If|Though|Although|Once|Until|To|From"
    r"|Through|Asked|Upon|Without|Unlike|Like)\b"
)
_GENDERS: dict[str, Gender] = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


def named_ahead(cast: Cast) -> dict[int, int]:
    """Where such a pronoun begins, and the number of the person whose name it stands before.

    The name is the subject behind the first comma, and nobody was named in the sentence before. All eight such in the
    articles marked for this were so.
    """
    found: dict[int, int] = {}
    people = (m for m in cast.mentions if m.form == "pronoun" or (m.party is not None and _is_person(cast, m.party)))
    for sentence, own in groupby(people, key=lambda mention: cast.sentence_of(mention.span.start)):
        pronouns: list[Mention] = []
        for mention in own:
            if mention.form != "pronoun":
                if pronouns and _is_ahead(cast, sentence, pronouns, mention):
                    found |= {pronoun.span.start: mention.party for pronoun in pronouns if mention.party is not None}
                break
            if _gender(cast, mention) is not None:
                pronouns.append(mention)
    return found


def _is_person(cast: Cast, party: int) -> bool:
    return cast.parties[party].kind == "person"


def _gender(cast: Cast, mention: Mention) -> Gender | None:
    return _GENDERS.get(mention.span.cut(cast.text).lower())


def _is_ahead(cast: Cast, sentence: int, pronouns: list[Mention], name: Mention) -> bool:
    wanted = {_gender(cast, pronoun) for pronoun in pronouns}
    if len(wanted) > 1 or any(pronoun.quoted for pronoun in pronouns) or name.form not in ("name", "last_name"):
        return False
    if name.party is None or cast.genders[name.party] not in (None, *wanted):
        return False
    between = cast.text[pronouns[0].span.end : name.span.start].rstrip()
    return between.find(",") == len(between) - 1 and _OPENING.match(cast.text, cast.sentences[sentence - 1]) is not None
