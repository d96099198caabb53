"""What stands between the headline and the text of a page, for pages that say nothing in their metadata: when and by
whom; and the dateline that has an element of its own."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from onrecord.intake.bylines import byline_names, given_names
from onrecord.intake.copy import DatelineText
from onrecord.intake.datelines import find_dateline
from onrecord.intake.pages.blocks import Block, tidy
from onrecord.intake.pages.scene import Scene
from onrecord.intake.pages.when import read_moment
from onrecord.intake.places import written_place
from onrecord.intake.published import published_line
from onrecord.spans import Span

# How far above and below the headline a date or a name may stand, in blocks, and how long its line may be.
_ABOVE, _BELOW = 4, 20
_LONGEST = 120
_CJK = re.compile(
    r"(\d{4})\s?[年/.]\s?(\d{1,2})\s?[月/.]\s?(\d{1,2})\s?日?(?:[^\d]{0,6}(\d{1,2})\s?[時:]\s?(\d{2})\s?分?)?"
)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](20\d\d)(?:[\s,|–-]{1,4}(\d{1,2})[:.](\d{2}))?")
_UPDATED = re.compile(r"updat|modif|更新|güncel|aktualis|mis à jour|actualiz", re.IGNORECASE)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|profiles?|people|by|\w{0,8}reporters?|journalists?|writers?|staff|contributors?|columnists?)/",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"\s(?:on|at|published|updated|posted)\b|\d", re.IGNORECASE)
_PARTS = re.compile(r"\s[|/•·]\s")
_NAMED_BYLINE = re.compile(r"byline|author|reporter|writer|contributor|journalist")
_DATELINE = re.compile(r"date-?line|(?:content|article|story)-?_?location|placeline", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,4}|[\u3040-\u30ff\u4e00-\u9fff]{2,6}")


class Shown(Struct, frozen=True):
    """What the page shows near its headline. published: as in `record.Article.published`."""

    published: str | None = None
    byline: tuple[str, ...] = ()


def find_shown(scene: Scene, lead: int, *, language: str | None) -> Shown:
    """The date and the names near the headline. lead: the number of the first paragraph's block."""
    blocks = list(_near(scene, lead))
    dates = (date for _, block in blocks if not _UPDATED.match(block.text) and (date := _date(block, language)))
    names = (names for n, block in blocks if n > scene.headline and (names := _names(scene, n, block)))
    return Shown(next(dates, None), next(names, ()))


def _near(scene: Scene, lead: int) -> Iterator[tuple[int, Block]]:
    if scene.headline < 0:
        return
    for n in [
        *range(scene.headline + 1, min(lead, scene.headline + _BELOW)),
        *range(scene.headline - 1, scene.headline - _ABOVE, -1),
    ]:
        if n >= 0 and len(scene.blocks[n].text) <= _LONGEST:
            yield n, scene.blocks[n]


def _date(block: Block, language: str | None) -> str | None:
    """The moment of the block's time element, or the first date of its parts."""
    times = list(islice(block.element.iter("time"), 3))
    for time in times:
        if moment := read_moment(time.get("datetime")):
            return moment
    parts = [block.text, *_PARTS.split(block.text), *(tidy(" ".join(time.itertext())) for time in times)]
    return next(filter(None, (_written(part, language) for part in parts if part)), None)


def _written(text: str, language: str | None) -> str | None:
    """The date of a line. Of "04/05/2025" the first number is the day, but in English, which has it both ways: there
    it counts only where no other reading is a date."""
    stated = published_line(text)
    if stated and stated[0]:
        return stated[0]
    if match := _CJK.search(text):
        year, month, day, hour, minute = match.groups()
    elif match := _NUMBERS.search(text):
        day, month, year, hour, minute = match.groups()
        if (language or "en").startswith("en"):
            if int(day) <= 12 and int(month) <= 12 and day != month:
                return None
            if int(month) > 12:
                day, month = month, day
    else:
        return read_moment(text)
    clock = f"T{int(hour):02}:{minute}" if hour and int(hour) < 24 else ""
    return read_moment(f"{year}-{int(month):02}-{int(day):02}{clock}")


def _names(scene: Scene, n: int, block: Block) -> tuple[str, ...]:
    if names := byline_names(_BEFORE_DATE.split(block.text, maxsplit=1)[0].strip(" ,|·•–—-")):
        return names
    links = [tidy(a.text_content()[:200]) for a in block.element.iter("a") if _AUTHOR_PAGE.search(a.get("href") or "")]
    if links and (names := tuple(name for words in links if _NAME.fullmatch(words) for name in given_names(words))):
        return names
    first = re.split(r"\s?[|•·/]\s|\d", block.text, maxsplit=1)[0].strip()
    is_beside_date = first != block.text and _date(block, "xx") is not None
    if not (is_beside_date or _NAMED_BYLINE.search(scene.names[n])):
        return ()
    return given_names(first) if _NAME.fullmatch(first) and published_line(first) is None else ()


def dateline_apart(block: Block, text: str, start: int) -> DatelineText | None:
    """The dateline that the paragraph `block` has in an element of its own, named so ("<span class=dateline>").

    text: the article's text, in which the paragraph begins at `start`.
    """
    for element in block.element.iter("span", "b", "strong", "em", "i", "a", "div", "cite", "small"):
        if not _DATELINE.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"):
            continue
        words = tidy(element.text_content()[:200])
        place = words.rstrip(" —–-,.:|")
        if place and text.startswith(words, start) and len(words) < len(block.text):
            found = find_dateline(words, 0, len(words))
            end = start + len(words)
            if found is not None:
                return DatelineText(Span(start, end), found.place, found.agency, found.year, found.month, found.day)
            return DatelineText(Span(start, end), written_place(place))
    return None
