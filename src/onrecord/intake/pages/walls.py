"""Pages that stand where an article should: an error, a wall of cookies, a check for robots, a subscribers' gate."""

import re
from collections.abc import Sequence

from onrecord.intake.pages.scene import Scene

# In characters of text that was taken for the article's: what has more is an article, whatever it speaks of.
_FEW = 700
_BEGINNING = 3000
# How many paragraphs a list of articles has at least, and what share of them under headlines of their own.
_MANY = 4
_MOST = 0.6
_TITLES = frozenset(["h2", "h3", "h4", "h5", "a"])
# What the page is, the signs of it, and the mend. Own compilation from what servers and consent managers send.
_WALLS = (
    (
        "an error page",
        r"""
        \b(?:404|410|403|500|502|503)\b.{0,30}\b(?:error|not\ found|forbidden|gone|unavailable)
        | \berror\ (?:404|403|410|50\d)\b | page\ (?:was\ )?not\ found
        | page\ (?:you\ (?:are|were)\ looking\ for|cannot\ be\ found|does(?:n['’]t|\ not)\ exist|no\ longer\ exists)
        | (?:access|permission)\ (?:is\ |was\ )?denied | internal\ server\ error | service\ unavailable | bad\ gateway
        | seite\ (?:wurde\ )?nicht\ gefunden | page\ introuvable | página\ no\ encontrada
        """,
        "open its address in a browser, and save the page that holds the article",
    ),
    (
        "a check for robots",
        r"""
        just\ a\ moment | verify(?:ing)?\ (?:that\ )?you\ are\ (?:a\ )?human | are\ you\ (?:a\ )?(?:robot|human)\b
        | unusual\ traffic | checking\ your\ browser | captcha | attention\ required | security\ check
        """,
        "open it in a browser, pass the check, and save the page then",
    ),
    (
        "a wall of cookies",
        r"""
        (?:we|our\ partners|this\ (?:web)?site)\b.{0,80}\b(?:use|store|value|process)\b.{0,80}\b
        (?:cookies|privacy|personal\ data)
        | accept\ (?:all\ )?(?:cookies|and\ continue) | your\ privacy\ (?:choices|matters|settings)
        | cookie\ (?:consent|settings|policy) | manage\ (?:your\ )?(?:consent|preferences)
        | wir\ verwenden\ cookies | utilisons\ des\ cookies
        """,
        "accept or refuse them in a browser, and save the page that comes then",
    ),
    (
        "a page that only a script fills",
        r"""
        (?:enable|turn\ on|requires?|need)\b.{0,30}\bjavascript | javascript\ (?:is\ )?(?:disabled|required)
        | browser\ is\ (?:not\ supported|out\ of\ date)
        """,
        "save it from a browser once its text is to be seen",
    ),
    (
        "a gate for subscribers",
        r"""
        (?:subscribe|log\ in|sign\ in|register)\b.{0,40}\b
        (?:to\ (?:continue|keep)\ reading|to\ read|for\ (?:full\ )?access)
        | already\ a\ subscriber
        """,
        "save it while you are signed in",
    ),
)
_PATTERNS = tuple((what, re.compile(signs, re.VERBOSE | re.IGNORECASE), mend) for what, signs, mend in _WALLS)


def wall_of(titles: Sequence[str | None], text: str, *, read: int) -> tuple[str, str] | None:
    """What the page is, where it is no article, and the mend; None where nothing says so.

    text: the article's, or where there is hardly any, the beginning of all that the page shows.
    read: how many characters were taken for the article's.
    """
    if read > _FEW:
        return None
    said = [title for title in titles if title]
    for words in (*said, text[:_BEGINNING]):
        for what, signs, mend in _PATTERNS:
            if signs.search(words):
                return what, mend
    return None


def is_list(scene: Scene, paragraphs: Sequence[int]) -> bool:
    """Whether most of the paragraphs, whose blocks' numbers are given, stand each right under a headline that is a
    link, as the summaries on the front page of a section do."""
    under = sum(scene.blocks[n - 1].linked >= 0.9 and scene.blocks[n - 1].tag in _TITLES for n in paragraphs if n)
    return len(paragraphs) >= _MANY and under >= _MOST * len(paragraphs)
