"""What an agency says about its own copy: corrected, updated, withdrawn, killed, under embargo."""

import re
from collections.abc import Sequence

from onrecord.record import Signals, SignalStatus

# What is graver outweighs what is not: a killed story may have been corrected before.
_GRAVITY: tuple[SignalStatus, ...] = (
    "usable", "updated", "corrected", "embargoed", "withheld", "withdrawn", "killed",
)  # fmt: skip

# How agencies mark headlines: a word in capitals and a dash, colon or bracket behind it. Source: Reuters Handbook of
# Journalism ("Corrections, refiles, kills, repeats and embargoes"); AP Stylebook ("correctives").
_HEADLINE: dict[SignalStatus, str] = {
    "killed": r"KILL(?:ED)?|BULLETIN\ KILL",
    "withdrawn": r"(?:STORY\ |ARTICLE\ )?(?:WITHDRAWN|WITHDRAWAL|WITHDRAW|RETRACTED|RETRACTION)",
    "withheld": r"HOLD|HOLD\ FOR\ RELEASE|WITHHELD",
    "embargoed": r"(?:UNDER\ )?EMBARGO(?:ED)?|Embargoed",
    "corrected": r"(?:OFFICIAL[ -])?(?:CORRECT(?:ED|ION)|Correct(?:ed|ion))(?:\s\d)?|CORRECTIVE|Corrective|REFILE",
    "updated": r"""
        (?:UPDATE|WRAPUP|SNAPSHOT)\s\d{1,2} | UPDATED?
      | (?:.{0,80},\ )?\d{1,2}(?:st|nd|rd|th)\ (?:Ld|LD|Lead)[ -]?Writethru.*
    """,
}

# How editors' notes begin. Source: the same, and the notes of PolNeAR (2015-16) and TimeBank (1998-2000).
_NOTE: dict[SignalStatus, str] = {
    "killed": r"(?:editors?[:,]?\ (?:please\ )?|please\ )kill\b",
    "withdrawn": r"""
        (?:editors?[:,]?\ )?please\ (?:withdraw|disregard|do\ not\ use)\ (?:the|this)\b
      | (?:this|the)\ (?:story|article|report|item)(?:,.{0,80},)?\ (?:has\ been|is|was)\ (?:withdrawn|retracted)\b
      | story\ withdrawn\b
    """,
    "withheld": r"(?:editors?[:,]?\ (?:please\ )?)?(?:hold\ for\ release|hold\ until\ further\ notice)\b",
    "embargoed": r"""
        (?:(?:strictly\ )?under\ embargo|(?:strictly\ )?embargoed|embargo|not\ for\ (?:release|publication))
        \s?(?:for\ release\ |for\ publication\ )?(?:until|till|to|before|at|:)
    """,
    "corrected": r"""
        corrects\b(?=.{0,160}(?:[);:]|$))
      | correct(?:ed|ing)\ (?:to|in|the|year|date|name|spelling|headline)\b
      | correction\s?(?:[:–—-]|$)
      | (?:this|the)\ (?:story|article|report|version|headline|post|piece|item|dispatch)
        \ (?:has\ (?:since\ )?been\ |was\ |is\ )?(?:correct(?:s|ed)|amended|clarified)\b
      | (?:eds|editors?)\s?[:,.]\ (?:corrects|corrected|correcting|restores|fixes)\b
      | refil(?:es|ing)\ (?:to\ (?:correct|fix|add|remove)|with)\b
      | an?\ (?:earlier|previous|prior|original|initial)\ version\ of\ (?:this|the)
        \ (?:story|article|report|headline|post|piece|caption)\b
      | clarification\s?[:–—-]
    """,
    "updated": r"""
        (?<=[(\[])(?:adds?|updates?|updating|updated|recasts?|rewrites|writes\ through)\b[^()]{0,200}[)\]]
      | (?:this|the)\ (?:story|article|report|headline|post|piece|page)\ (?:has\ been|was|is\ being)\ updated\b
      | (?:eds|editors?)\s?[:,.]\ (?:updates|updated|updating|adds|recasts|leads|minor\ edits)\b
      | this\ is\ an?\ updat(?:e|ed\ version)\ of\b
    """,
}


def _compiled(signs: dict[SignalStatus, str], frame: str, flags: re.RegexFlag) -> dict[SignalStatus, re.Pattern[str]]:
    return {status: re.compile(frame.format(sign), flags | re.VERBOSE) for status, sign in signs.items()}


_ON_HEADLINE = _compiled(_HEADLINE, r"(?:{})(?:\s?[-–—:(\[]|$)", re.NOFLAG)
_ON_NOTE = _compiled(_NOTE, r"[(\[]?\s?(?:{})", re.IGNORECASE)

# Notes stand before the first paragraph or behind the last one; counted in paragraphs, with headline, deck and credits.
_FIRST, _LAST = 5, 4


def find_signals(headline: str | None, paragraphs: Sequence[str]) -> Signals:
    """The gravest status that the headline or an editor's note gives, and the notes as they stand there."""
    edges = [*paragraphs[:_FIRST], *paragraphs[max(_FIRST, len(paragraphs) - _LAST) :]]
    found = _read(_ON_HEADLINE, [headline] if headline else []) + _read(_ON_NOTE, edges)
    if not found:
        return Signals()
    gravest = max((status for status, _ in found), key=_GRAVITY.index)
    return Signals(gravest, tuple(dict.fromkeys(words for _, words in found)))


def is_note(paragraph: str) -> bool:
    """Whether the paragraph begins as editors' notes do: "(Adds details)", "This story has been corrected to ..."."""
    return any(sign.match(paragraph) for sign in _ON_NOTE.values())


def _read(signs: dict[SignalStatus, re.Pattern[str]], lines: Sequence[str]) -> list[tuple[SignalStatus, str]]:
    return [(status, line) for line in lines for status, sign in signs.items() if sign.match(line)]
