"""Where sentences end."""

import re

# Words that a full stop may follow inside a sentence. Titles and ranks, months, states, companies, Latin; the
# common ones of AP and Reuters copy (counted over the PolNeAR training texts, 2016).
ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof rev fr sr jr st gov lt gen col sgt capt maj cmdr adm sen rep reps sens pres hon supt insp
    det cpl pvt ret messrs esq
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    inc corp co ltd llc bros plc cos assn dept univ
    vs v no nos vol pp ed al etc eg ie cf approx est fig
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo
    ave blvd rd mt ft
    """.split()
)

# A stop, what closes with it, and the white space behind.
_STOP = re.compile(r"""(?P<mark>[.!?…]+)(?P<close>["”’'»)\]]*)(?=\s|$)\s*""")
# What goes on behind "9 a.m." in the same sentence.
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)|[ECMP][SD]?T\b|GMT\b|UTC\b|BST\b"
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence of `text[start:end]`, which is one paragraph; none is blank.

    A question or a stop inside quotation marks ends the sentence only where a capital follows: in
    "“Why?” he asked" it does not.
    """
    found, begin = [], start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and not _ends_here(text, begin, stop, end):
            continue
        found.append((begin, stop.end("close")))
        begin = stop.end()
    if begin < end:
        found.append((begin, end))
    trimmed = (_trim(text, a, b) for a, b in found)
    return [(a, b) for a, b in trimmed if a < b]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _ends_here(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end()]
    if following.islower():
        return False
    if stop["mark"] != "." or stop["close"]:
        return True
    before = _WORD_BEFORE.search(text, max(begin, stop.start() - 12), stop.start())
    if before is None:
        return True
    word = before.group()
    if len(word) == 1 and word.islower() and text[before.start() - 1] == ".":
        return _AFTER_CLOCK.match(text, stop.end()) is None
    if len(word) == 1 and word.isupper():
        # An initial ("George W. Bush") or the end of "U.S.": the latter ends a sentence only before a word
        # that starts one, which cannot be told from a name; a new sentence is rarer than a name.
        return False
    return word.lower() not in ABBREVIATIONS or following in '“"‘«'
