"""Events and debts in plain words: for the terminal, the page and the calendar alike."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

# A type of event as a reader names one; those that are not here are named as they are ("attack", "protest").
_NOUNS: Final[Mapping[str, str]] = {
    "meet": "meeting", "publish": "publication", "propose": "proposal", "respond": "answer", "agree": "agreement",
    "sign": "signing", "elect": "election", "appoint": "appointment", "resign": "resignation",
    "announce": "announcement", "sanction": "sanctions", "sue": "lawsuit", "convict": "conviction",
    "deploy": "deployment", "withdraw": "withdrawal", "die": "death", "injure": "injuries", "other": "event",
}  # fmt: skip
EVENT_TYPES: Final = tuple(
    "meet call visit talks publish propose respond agree sign vote elect appoint resign announce order sanction sue "
    "arrest charge convict protest strike attack clash deploy withdraw aid die injure disaster launch trade "
    "other".split()
)
_LENGTH = re.compile(
    r"P(?:(?P<year>\d+)Y)?(?:(?P<month>\d+)M)?(?:(?P<week>\d+)W)?(?:(?P<day>\d+)D)?"
    r"(?:T(?:(?P<hour>\d+)H)?(?:(?P<minute>\d+)M)?)?",
    re.ASCII,
)
_ACTS: Final[Mapping[str, str]] = {"promise": "promised", "request": "asked for", "demand": "demanded",
                                   "expected": "expected"}  # fmt: skip


def type_in_words(type: str) -> str:
    """ "meeting" for "meet"."""
    return _NOUNS.get(type, type)


def act_of_debt(act: str) -> str:
    """How it came to be owed: "promised", "asked for"."""
    return _ACTS.get(act, act)


def report_in_words(status: str, reported: str) -> str:
    """What a report is to a debt of that status. reported: "claimed" where only a speaker tells it."""
    if reported == "claimed":
        return "said to be answered"
    return "perhaps answered" if status == "open" else "also told"


def length_in_words(iso: str) -> str:
    """ "90 minutes" for "PT90M"; what is no length with numbers stays as it is."""
    found = _LENGTH.fullmatch(iso)
    given = found.groupdict().items() if found else ()
    return " ".join(f"{int(count)} {unit}{'' if int(count) == 1 else 's'}" for unit, count in given if count) or iso


def listed(names: Iterable[str], *, most: int = 6) -> str:
    """The names with commas, at most so many, and how many more there are."""
    all_names = list(names)
    more = len(all_names) - most
    return ", ".join(all_names[:most]) + (f" and {more} more" if more > 0 else "")


def is_in_full(what: str, words: str) -> bool:
    """Whether the clause says no more than what is owed, so that it need not stand twice."""
    return " ".join(words.split()).strip(" .") == " ".join(what.split()).strip(" .")
