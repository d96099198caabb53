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
from onrecord.intake.labels import is_furniture
from onrecord.intake.pages.blocks import Block, text_key
from onrecord.intake.pages.scene import Scene
from onrecord.intake.published import published_line

Part = Literal["body", "subheading", "caption", "credit", "note", "bullets", "out"]

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CLOSED = re.compile(r"""[.!?…。！？:;][\s"'”’»)\]】」』]*\Z""")
_SENTENCE = re.compile(r"""[.!?…。！？][\s"'”’»)\]】」』]*\Z""")

# Names that sites give to what is no paragraph of the article, whichever site it is. Own compilation from the Fundus
# test pages that were tuned on, and from the class names of common publishing systems.
_EMBEDS = re.compile(r"tweet|instagram-media|tiktok|fb-post|bluesky|threads-|embed|oembed")
_PULLED = re.compile(r"pull-?_?quote|pull-?_?(?:right|left|out)|\bquote-?box|blockquote--pull")
_CAPTIONS = re.compile(r"caption|\bcredit|(?:^|[\s_-])(?:image|img|photo|picture|gallery|figure|slideshow|media|video)(?:[\s_-]|$)")
_ASIDE = re.compile(
    r"news-?letter|sign-?up|subscri|promo|whatsapp|related|recommend|read-?more|more-(?:on|from|topic)|also-?read"
    r"|teaser|\bshar(?:e|ing)|social|comment|advert|\bad[s-]|sponsor|paywall|reg-?wall|cookie|consent|privacy|popup"
    r"|modal|toolbar|breadcrumb|\btags?\b|topics|(?:^|[\s_-])nav|menu|trending|most-?read|donat|outbrain|taboola|disclaimer"
    r"|correction-?policy|audio|listen"
)
_BIO = re.compile(r"bio(?:graphy)?(?:[\s_-]|$)|author|contributor|byline|about-(?:the-)?(?:author|writer)")
_DATES = re.compile(r"date|time-?stamp|published|updated")

# Lines that say what they are. Own compilation; each is anchored at its beginning, and short.
_TEASER = re.compile(
    r"""
    [-–—•*►▶>»\s]{0,4}
    (?: (?:read|see|watch|listen|learn|find\ out|discover|explore|catch\ up|click|tap)\ (?:more|also|next|now|this|here|on|:|\|)
      | (?:also|must|further)[ -](?:read|see|watch|reading)
      | (?:read|watch|listen|see|opinion|analysis|explained|explainer|more|related|in\ pictures|in\ depth|live|exclusive
        |don['’]t\ miss|just\ in|e-?mail|contact|twitter|follow|up\ next|next\ up)\s?[:|►▶»]
      | (?:recommended|related|trending|more)\ (?:stories|articles|reading|news|coverage|videos|topics|content|on|from|in)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"\b(?:sign(?:ing)?[ -]up|subscrib\w+|register|download|follow us|join (?:us|our|the)|click (?:here|below)|get (?:the|our)|"
    r"newsletters?|inbox|our app|whatsapp|push notifications?|support (?:us|our)|donate|become a member)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"""
    [-–—•*\s([]{0,3}
    (?: (?:with\ )?(?:additional|further)\ (?:reporting|files|research|contributions?|writing)\b
      | with\ (?:files|reporting|contributions|additional|input|inputs|information)\ (?:from|by)\b
      | (?:reporting|writing|editing|edited|written|compiled|translated|translation|produced|production|graphics?|photos?
         |photographs?|video)\ by\s
      | (?:source|sources|agency|agencies|credit|photo|image|picture|pic)s?\s?:
      | (?:©|\(c\)|copyright\b)
      | first\ published\b | originally\ published\b | this\ (?:article|story|piece|report)\ (?:was|is|has\ been|first|originally)\b
      | .{2,120}\bcontributed\ (?:to\ this|reporting)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"""
    [-–—•*\s([]{0,3}
    (?: (?:editor['’]?s['’]?|publisher['’]?s['’]?)\ note\b | correction\b | corrected\b | clarification\b | update\ ?:
      | an?\ (?:earlier|previous|original)\ version\ of\ this\b
      | (?:this|the)\ (?:story|article|report|headline|piece|post)\ (?:has\ been|was)\ (?:updated|corrected|amended|clarified|changed|edited)
      | this\ is\ a\ (?:breaking|developing)\b | (?:breaking|developing)\ (?:news|story)\b | more\ to\ (?:come|follow)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# In characters: what is longer is a paragraph, whatever it begins with.
_LONGEST_LINE = 320
_LONGEST_HEADING = 140


class Told(Struct, frozen=True):
    """A block of the page and the part that it plays in the article."""

    block: Block
    part: Part
    number: int


def tell_parts(scene: Scene, *, byline: Sequence[str] = (), decks: Sequence[str] = ()) -> list[Told]:
    """The blocks that are the article's or belong to it, in order; what is not of it is left out.

    byline: who wrote it, so that notes about them are told from it. decks: what may be its standfirst, which is no
    paragraph.
    """
    numbers = [n for n in _candidates(scene) if n > scene.headline]
    seen: Counter[str] = Counter()
    joined = "\n".join(scene.keys[n] for n in numbers)
    headline = scene.keys[scene.headline] if scene.headline >= 0 else ""
    told: list[Told] = []
    for n in numbers:
        block, key = scene.blocks[n], scene.keys[n]
        part = _part(scene, n, byline)
        if part != "out" and _is_repeated(scene, n, joined, seen, headline):
            part = "out"
        seen[key] += 1
        if part != "out":
            told.append(Told(block, part, n))
    return _settled(scene, told)


def _candidates(scene: Scene) -> list[int]:
    """What trafilatura kept, and the paragraphs between that look just like those it kept."""
    kept = [n for n, is_kept in enumerate(scene.kept) if is_kept]
    plain = [n for n in kept if scene.blocks[n].tag == "p" and scene.blocks[n].linked < 0.5 and n > scene.headline]
    if len(plain) < 3:
        return kept
    looks = Counter(_look(scene.blocks[n]) for n in plain)
    first = min(plain[0], max((n for n in range(scene.headline + 1, plain[0])), default=plain[0]))
    first = scene.headline + 1 if scene.headline >= 0 else plain[0]
    missed = [n for n in range(first, plain[-1]) if not scene.kept[n] and _is_missed(scene, n, looks)]
    return sorted([*kept, *missed])


def _look(block: Block) -> tuple[str, str, str]:
    parent = block.element.getparent()
    return block.tag, block.element.get("class") or "", "" if parent is None else parent.tag


def _is_missed(scene: Scene, n: int, looks: Counter[tuple[str, str, str]]) -> bool:
    block = scene.blocks[n]
    return (
        block.tag == "p"
        and looks[_look(block)] >= 3
        and block.linked < 0.5
        and len(block.text) >= 40
        and _SENTENCE.search(block.text) is not None
        and not block.inside & {"nav", "aside", "footer", "form", "figure", "header"}
        and not scene.names[n]
    )


def _part(scene: Scene, n: int, byline: Sequence[str]) -> Part:
    block, names = scene.blocks[n], scene.names[n]
    text = block.text
    if block.linked >= 0.9 or (block.inside & {"nav", "footer"} and not scene.within[n]):
        return "out"
    if "figure" in block.inside or block.tag == "figcaption" or _CAPTIONS.search(names):
        return "credit" if _CREDIT.match(text) or len(text) < 30 else "caption"
    if _EMBEDS.search(names) or _is_post(block) or _PULLED.search(names) or _ASIDE.search(names):
        return "out"
    if "aside" in block.inside and not scene.within[n]:
        return "out"
    if len(text) <= _LONGEST_LINE and (line := _line_part(block, byline, names)):
        return line
    if block.tag in _HEADINGS or _is_bold_heading(block):
        return "subheading" if len(text) <= _LONGEST_HEADING else "body"
    if block.slanted >= 0.95 and _CLOSED.search(text) is None and len(text) <= 200:
        return "caption"
    return "body"


def _line_part(block: Block, byline: Sequence[str], names: str) -> Part | None:
    """What a short block says that it is; None where it says nothing."""
    text = block.text
    if published_line(text) or byline_names(text) or (_DATES.search(names) and re.search(r"\d", text) and len(text) < 80):
        return "out"
    if _CORRECTION.match(text):
        return "note"
    if _TEASER.match(text) and (block.linked >= 0.3 or len(text) < 120 or block.strong > 0.9):
        return "out"
    if _CREDIT.match(text):
        return "credit"
    if is_furniture(text) or (_SIGN_UP.search(text) and (block.linked >= 0.15 or block.slanted >= 0.9 or block.strong >= 0.9)):
        return "out"
    if _BIO.search(names) or _is_about(text, byline):
        return "out"
    return None


def _is_about(text: str, byline: Sequence[str]) -> bool:
    """Whether the paragraph tells of the one who wrote the article: "Jane Roe is a reporter in Strelsau"."""
    verbs = r"\s(?:is|was|has|covers?|writes?|reports?|works?|joined|can be reached)\b"
    return any(re.match(re.escape(name) + verbs, text, re.IGNORECASE) for name in byline)


def _is_post(block: Block) -> bool:
    """Whether a quoted block is a post of a social network, by its signature: "— Name (@handle) March 8, 2019"."""
    return "blockquote" in block.inside and re.search(r"\(@\w{1,30}\)|pic\.twitter\.com/|https?://t\.co/", block.text) is not None


def _is_bold_heading(block: Block) -> bool:
    return (
        block.strong >= 0.95
        and block.tag in {"p", "div"}
        and len(block.text) <= _LONGEST_HEADING
        and _CLOSED.search(block.text.rstrip("?")) is None
    )


def _is_repeated(scene: Scene, n: int, joined: str, seen: Counter[str], headline: str) -> bool:
    """Whether the block says what stands in the article already: the headline, or a quotation pulled out of it."""
    block, key = scene.blocks[n], scene.keys[n]
    if not key or key == headline or seen[key]:
        return True
    if "blockquote" in block.inside or "aside" in block.inside or block.tag in {"div", "h2", "h3", "h4"}:
        return 24 <= len(key) and joined.count(key) > 1
    return False


def _settled(scene: Scene, told: list[Told]) -> list[Told]:
    """The parts in the light of their neighbours: where the article ends, and headings over nothing."""
    last = max((i for i, t in enumerate(told) if _is_plain(scene, t)), default=-1)
    if last < 0:
        return told
    ended = [t for i, t in enumerate(told) if i <= last or t.part in {"credit", "note"}]
    return [t for i, t in enumerate(ended) if not (t.part == "subheading" and _is_over_nothing(ended, i))]


def _is_plain(scene: Scene, told: Told) -> bool:
    return told.part == "body" and scene.within[told.number]


def _is_over_nothing(told: Sequence[Told], i: int) -> bool:
    following = next((t.part for t in told[i + 1 :] if t.part in {"body", "subheading"}), None)
    return following is None
