"""The article's paragraphs among the blocks of a page, each with its role.

trafilatura proposes; what it takes along by mistake goes by its place, its markup and by repetition: a headline told
again, quotations pulled out of the text, teasers that are links as a whole, captions, embedded posts, what stands
above the headline or below the end.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from onrecord.intake.bylines import byline_names
from onrecord.intake.datelines import is_dateline_alone
from onrecord.intake.pages import wordings
from onrecord.intake.pages.blocks import Block, Look, look_of
from onrecord.intake.pages.scene import Scene
from onrecord.intake.published import published_line

Part = Literal["body", "subheading", "caption", "credit", "note", "out"]

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

# Names that sites give to what is no paragraph of the article, whichever site it is. Own compilation from the Fundus
# test pages that were tuned on, and from the class names of common publishing systems.
_EMBEDS = re.compile(r"tweet|instagram-media|tiktok|fb-post|bluesky|threads-|embed|oembed")
_PULLED = re.compile(r"pull-?_?quote|pull-?_?(?:right|left|out)|\bquote-?box|blockquote--pull")
_CAPTIONS = re.compile(r"caption|\bcredit|(?:^|[\s_-])(?:image|img|photo|picture|figure)(?:[\s_-]|$)")
_ASIDE = re.compile(
    r"news-?letter|sign-?up|subscri|(?:^|[\s_-])promos?(?:[\s_-]|$)|whatsapp|related|recommend|read-?more"
    r"|more-(?:on|from|topic)|also-?read|teaser|\bshar(?:e|ing)|social|comment|advert|\bad[s-]|sponsor|paywall|reg-?wall"
    r"|cookie|consent|privacy|popup|modal|toolbar|breadcrumb|\btags?\b|topics|(?:^|[\s_-])nav|menu|trending|most-?read"
    r"|donat|outbrain|taboola|disclaimer|audio|listen|e-?mail|registration|jump-?link|skip-?link|sticky"
)
_BIO = re.compile(r"bio(?:graphy)?(?:[\s_-]|$)|author|contributor|byline|about-(?:the-)?(?:author|writer)")
_DATES = re.compile(r"date(?!-?line)|time-?stamp|published|updated")

# In characters: what is longer is a paragraph, whatever it begins with.
_LONGEST_LINE = 320
_LONGEST_NOTE = 800
# The share of the text's letters that no caption, sign-up or other piece beside the text has.
_MUCH = 0.2
# In letters: what is longer than a book of a page is not searched for quotations pulled out of it.
_MOST_SEARCHED = 200_000
_LONGEST_HEADING = 140
# In characters, so that a credit is none; and the most captions, in a gallery.
_SHORTEST_CAPTION = 30
_MOST_CAPTIONS = 40


class Told(Struct, frozen=True):
    """A block of the page and the part that it plays in the article."""

    block: Block
    part: Part
    number: int


def tell_parts(scene: Scene, *, byline: Sequence[str] = ()) -> list[Told]:
    """The blocks that are the article's or belong to it, in order; what is not of it is left out.

    byline: who wrote it, so that notes about them are told from it.
    """
    numbers = [n for n in _candidates(scene) if n > scene.headline]
    seen: Counter[str] = Counter()
    joined = "\n".join(scene.keys[n] for n in numbers)
    headline = scene.keys[scene.headline] if scene.headline >= 0 else ""
    telling = _telling_names(scene, numbers)
    parts = {n: _part(scene, n, telling[n], byline) for n in numbers}
    prose = {scene.keys[n] for n in numbers if parts[n] == "body"}
    told: list[Told] = []
    for n in numbers:
        key, part = scene.keys[n], parts[n]
        if part == "out" or _is_repeated(scene, n, joined, seen, headline):
            continue
        # A caption may say the same as a paragraph; the paragraph stays.
        if part in {"caption", "credit"} and key in prose:
            continue
        seen[key] += 1
        told.append(Told(scene.blocks[n], part, n))
    return told


def find_captions(scene: Scene, told: Sequence[Told]) -> list[Block]:
    """The captions of the article's pictures, from its headline to its last paragraph, each once."""
    numbers = [t.number for t in told if t.part == "body"]
    if not numbers:
        return []
    others = {scene.keys[t.number] for t in told if t.part != "caption"}
    found: dict[str, Block] = {scene.keys[t.number]: t.block for t in told if t.part == "caption"}
    for n in range(scene.headline + 1, numbers[-1]):
        block, key = scene.blocks[n], scene.keys[n]
        if (
            block.tag == "figcaption"
            and len(block.text) >= _SHORTEST_CAPTION
            and block.linked < 0.5
            and key not in others
        ):
            found.setdefault(key, block)
    return list(found.values())[:_MOST_CAPTIONS]


def _candidates(scene: Scene) -> list[int]:
    """What trafilatura kept, and the paragraphs between that look just like those it kept."""
    kept = [n for n, is_kept in enumerate(scene.kept) if is_kept]
    plain = [n for n in kept if scene.blocks[n].tag == "p" and scene.blocks[n].linked < 0.5 and n > scene.headline]
    if len(plain) < 3:
        return kept
    looks = Counter(look_of(scene.blocks[n]) for n in plain)
    first = scene.headline + 1 if scene.headline >= 0 else plain[0]
    missed = [n for n in range(first, plain[-1]) if not scene.kept[n] and _is_missed(scene, n, looks)]
    above = [n for n in range(max(first, plain[0] - 2), plain[0]) if is_dateline_alone(scene.blocks[n].text)]
    return sorted({*kept, *missed, *above})


def _is_missed(scene: Scene, n: int, looks: Counter[Look]) -> bool:
    block = scene.blocks[n]
    return (
        block.tag == "p"
        and looks[look_of(block)] >= 3
        and block.linked < 0.5
        and len(block.text) >= 40
        and wordings.ends_sentence(block.text)
        and not block.inside & {"nav", "aside", "footer", "form", "figure", "header"}
    )


def _telling_names(scene: Scene, numbers: Sequence[int]) -> dict[int, str]:
    """The names around each block; none where much of the text has the same, which then are those of its paragraphs."""
    letters: Counter[str] = Counter()
    for n in numbers:
        letters[scene.names[n]] += len(scene.blocks[n].text)
    common = {names for names, count in letters.items() if count >= _MUCH * letters.total()}
    return {n: "" if scene.names[n] in common else scene.names[n] for n in numbers}


def _part(scene: Scene, n: int, names: str, byline: Sequence[str]) -> Part:
    block = scene.blocks[n]
    text = block.text
    if block.linked >= 0.9 or (block.inside & {"nav", "footer"} and not scene.within[n]):
        return "out"
    if "figure" in block.inside or block.tag == "figcaption" or _CAPTIONS.search(names):
        return "credit" if wordings.is_credit(text) or len(text) < _SHORTEST_CAPTION else "caption"
    if _EMBEDS.search(names) or _PULLED.search(names) or _ASIDE.search(names):
        return "out"
    if "blockquote" in block.inside and wordings.is_post(text):
        return "out"
    if "aside" in block.inside and not scene.within[n]:
        return "out"
    if len(text) <= _LONGEST_LINE and (line := _line_part(block, names)):
        return line
    if len(text) <= _LONGEST_NOTE and _is_about(text, byline):
        return "out"
    if block.tag in _HEADINGS or _is_bold_heading(block):
        return "subheading" if len(text) <= _LONGEST_HEADING else "body"
    if block.slanted >= 0.95 and not wordings.is_closed(text) and len(text) <= 200:
        return "caption"
    return "body"


def _line_part(block: Block, names: str) -> Part | None:
    """What a short block says that it is; None where it says nothing."""
    text = block.text
    is_set_off = block.linked >= 0.15 or block.slanted >= 0.9 or block.strong >= 0.9
    if published_line(text) or byline_names(text) or _is_date_line(text, names):
        return "out"
    if wordings.is_correction(text):
        return "note"
    if wordings.is_teaser(text) and (is_set_off or len(text) < 120):
        return "out"
    if wordings.is_credit(text):
        return "credit"
    if wordings.is_house_talk(text) or (wordings.speaks_of_sign_up(text) and is_set_off) or _BIO.search(names):
        return "out"
    return None


def _is_date_line(text: str, names: str) -> bool:
    return len(text) < 80 and _DATES.search(names) is not None and any(map(str.isdigit, text))


def _is_about(text: str, byline: Sequence[str]) -> bool:
    """Whether the paragraph tells of the one who wrote the article: "Jane Roe is a reporter in Strelsau"."""
    verbs = r"\s(?:is|was|has|covers?|writes?|reports?|works?|joined|can be reached)\b"
    return any(re.match(re.escape(name) + verbs, text, re.IGNORECASE) for name in byline)


def _is_bold_heading(block: Block) -> bool:
    return (
        block.strong >= 0.95
        and block.tag in {"p", "div"}
        and len(block.text) <= _LONGEST_HEADING
        and not wordings.is_closed(block.text.rstrip("?"))
    )


def _is_repeated(scene: Scene, n: int, joined: str, seen: Counter[str], headline: str) -> bool:
    """Whether the block says what stands in the article already: the headline, or a quotation pulled out of it."""
    block, key = scene.blocks[n], scene.keys[n]
    if not key or key == headline or seen[key]:
        return True
    if "blockquote" in block.inside or "aside" in block.inside or block.tag in {"div", "h2", "h3", "h4"}:
        return len(key) >= 24 and len(joined) <= _MOST_SEARCHED and joined.count(key) > 1
    return False
