"""Countries and towns that an article on a match means as teams: "Teskia beat Orvenia 3–0".

A team is a body of its own that bears the name of its country or town. An article is on a match where it has several
words of sport (of 930 others none had five); a country or place of it is a team where words beside it say that it
plays.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set

from onrecord.parties.book import Entry
from onrecord.parties.cast import Mention

# Words of sport that news of other things has seldom; own list.
_SPORT = frozenset(
    """
    goalkeeper striker midfielder defender winger equaliser equalizer equalised equalized halftime half-time
    kick-off kickoff offside unbeaten scoreline scorer goalless friendly qualifier qualifiers semi-final semifinal
    semi-finals semifinals quarter-final quarterfinal quarter-finals quarterfinals final fixture matches match goals
    scored goal penalty penalties header captain coach tournament squad substitute innings wicket wickets batsman
    batting bowler overs scrum fly-half tries lineout tiebreak kicked stoppage scoring
    """.split()
)
_ENOUGH = 5  # different words of sport
_BEFORE = frozenset(
    "against beat beats beating defeated defeating over v vs versus edged thrashed faced face facing".split()
)
_BEHIND = frozenset(
    """
    beat beats defeated win won wins winning lost loses drew draws scored scores played plays play faced faces face
    kicked qualified led leads advanced conceded equalised equalized finished missed dominated v vs versus bowled
    batted reached
    """.split()
)
_OWNED = frozenset("goalkeeper keeper coach captain striker midfielder defence defense team squad goal players".split())
_LANDS = frozenset(["country", "place"])
_WORD = re.compile(r"\w+")
_NEAR = 24  # characters


def playing(entries: Sequence[Entry], mentions: Sequence[Mention], text: str, written: Set[str]) -> frozenset[int]:
    """The numbers of the countries and places that are teams in the article. written: its words."""
    if len(_SPORT & written) < _ENOUGH:
        return frozenset()
    places: Counter[int] = Counter()
    plays: Counter[int] = Counter()
    for mention in mentions:
        if mention.party is not None and mention.form in ("country", "place") and entries[mention.party].kind in _LANDS:
            places[mention.party] += 1
            plays[mention.party] += _plays(mention, text)
    return frozenset(party for party, count in plays.items() if count and 4 * count >= places[party])


def _plays(mention: Mention, text: str) -> bool:
    """Whether a word beside the mention says that it plays, or a score stands there."""
    start, end = mention.span.start, mention.span.end
    before = _WORD.findall(text, max(0, start - _NEAR), start)
    behind = _WORD.findall(text, end, end + _NEAR)
    if (before and before[-1] in _BEFORE) or (behind and (behind[0] in _BEHIND or behind[0].isdigit())):
        return True
    if len(before) > 1 and before[-1].isdigit() and before[-2].isdigit():
        return True  # "1–2 Teskia"
    return len(behind) > 1 and behind[0] == "s" and behind[1] in _OWNED
