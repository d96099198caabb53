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

from onrecord.intake.agencies import agency_name
from onrecord.intake.bylines import byline_names
from onrecord.intake.labels import is_furniture
from onrecord.intake.pages.blocks import Block, Look, look_of
from onrecord.intake.pages.scene import Scene
from onrecord.intake.published import published_line

Part = Literal["body", "subheading", "caption", "credit", "note", "out"]

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CLOSED = re.compile(r"""[.!?…。！？:;][\s"'”’»)\]】」』]*\Z""")
_SENTENCE = re.compile(r"""[.!?…。！？][\s"'”’»)\]】」』]*\Z""")

# Names that sites give to what is no paragraph of the article, whichever site it is. Own compilation from the Fundus
# test pages that were tuned on, and from the class names of common publishing systems.
_EMBEDS = re.compile(r"tweet|instagram-media|tiktok|fb-post|bluesky|threads-|embed|oembed")
_PULLED = re.compile(r"pull-?_?quote|pull-?_?(?:right|left|out)|\bquote-?box|blockquote--pull")
_CAPTIONS = re.compile(r"caption|\bcredit|(?:^|[\s_-])(?:image|img|photo|picture|figure)(?:[\s_-]|$)")
_ASIDE = re.compile(
    r"news-?letter|sign-?up|subscri|(?:^|[\s_-])promos?(?:[\s_-]|$)|whatsapp|related|recommend|read-?more|more-(?:on|from|topic)|also-?read"
    r"|teaser|\bshar(?:e|ing)|social|comment|advert|\bad[s-]|sponsor|paywall|reg-?wall|cookie|consent|privacy|popup"
    r"|modal|toolbar|breadcrumb|\btags?\b|topics|(?:^|[\s_-])nav|menu|trending|most-?read|donat|outbrain|taboola|disclaimer"
    r"|audio|listen|e-?mail|reg-?wall|registration|jump-?link|skip-?link|sticky"
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
# Sentences that speak of the site and its readers, not of the news. Own compilation.
_HOUSE = re.compile(
    r"""
    [-–—•*\s([]{0,3}
    (?: our\ (?:community|group)\ members\ are | by\ (?:providing|entering|submitting|clicking|signing|subscribing|continuing)\b
      | (?:if\ you['’]ve\ )?(?:do\ you\ have|have\ you\ got|got|have)\ (?:a|any|some)\ (?:story|tip|news|celebrity|information)
      | (?:please\ )?get\ in\ touch\b | (?:you\ can\ )?(?:e-?mail|contact|message|write\ to|call)\ (?:us|our|the\ (?:author|reporter|writer|editor))\b
      | for\ (?:more|the\ latest|all\ the\ latest|(?:more\ )?(?:local|breaking|uk|world)\ news)\b.{0,60}\b(?:stories|news|updates|visit|follow|check|sign|click|read)
      | (?:sign\ up|subscribe|register|log\ in|sign\ in|join|follow|like)\ (?:to|for|with|on|up|us|our|the|now|here|today|free)\b
        .{0,200}\b(?:newsletter|e-?mails?|inbox|alerts?|updates|channel|community|app|facebook|twitter|instagram|whatsapp
        |tiktok|threads|youtube|telegram|google|account|conversations?|forum|group|free)\b
      | (?:don['’]t|never)\ miss\b | stay\ (?:up[ -]to[ -]date|informed|ahead|tuned|connected)\b | keep\ up\ (?:to\ date|with\ (?:our|the\ latest))
      | get\ (?:the|our|breaking|daily|weekly|all|more|e-?mail)\b.{0,80}\b(?:newsletters?|inbox|alerts|app|delivered|every\ (?:day|morning|week))\b
      | (?:story|article|text|content|report)\ continues\b | scroll\ (?:to|for)\b | (?:keep|continue)\ (?:reading|scrolling)\b
      | (?:to\ (?:view|see|watch)\ this|this\ (?:video|content|player|embed|map|chart))\b.{0,60}\b(?:javascript|browser|cookies|available|enable|consent|supported|load)
      | (?:please\ )?(?:enable|use|upgrade)\b.{0,30}\b(?:javascript|browser|cookies)
      | (?:leave|post|add)\ (?:a|your)\ comments?\b | let\ us\ know\b | what\ do\ you\ think\b | have\ your\ say\b
      | share\ (?:your|this)\b | show\ (?:more|less|comments)\b | view\ (?:gallery|comments|all|more)\b | read\ our\b | recommended\b
      | (?:skip|back)\ to\b | loading\b | image\ (?:source|caption)\b | media\ caption\b | published\ under\b | filed\ under\b | tags?\s?:
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
_LONGEST_NOTE = 800
# The share of the text's letters in paragraphs of one look, above which another look says something.
_NEARLY_ALL = 0.75
# The share of the text's letters that no caption, sign-up or other piece beside the text has.
_MUCH = 0.2
# In letters: what is longer than a book of a page is not searched for quotations pulled out of it.
_MOST_SEARCHED = 200_000
# What may stand behind the last paragraph.
_BEHIND = frozenset(["credit", "note"])
_LONGEST_HEADING = 140


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
    return _settled(scene, told)


def _candidates(scene: Scene) -> list[int]:
    """What trafilatura kept, and the paragraphs between that look just like those it kept."""
    kept = [n for n, is_kept in enumerate(scene.kept) if is_kept]
    plain = [n for n in kept if scene.blocks[n].tag == "p" and scene.blocks[n].linked < 0.5 and n > scene.headline]
    if len(plain) < 3:
        return kept
    looks = Counter(look_of(scene.blocks[n]) for n in plain)
    first = scene.headline + 1 if scene.headline >= 0 else plain[0]
    missed = [n for n in range(first, plain[-1]) if not scene.kept[n] and _is_missed(scene, n, looks)]
    return sorted([*kept, *missed])


def _is_missed(scene: Scene, n: int, looks: Counter[Look]) -> bool:
    block = scene.blocks[n]
    return (
        block.tag == "p"
        and looks[look_of(block)] >= 3
        and block.linked < 0.5
        and len(block.text) >= 40
        and _SENTENCE.search(block.text) is not None
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
        return "credit" if _CREDIT.match(text) or len(text) < 30 else "caption"
    if _EMBEDS.search(names) or _is_post(block) or _PULLED.search(names) or _ASIDE.search(names):
        return "out"
    if "aside" in block.inside and not scene.within[n]:
        return "out"
    if len(text) <= _LONGEST_LINE and (line := _line_part(block, byline, names)):
        return line
    if len(text) <= _LONGEST_NOTE and _is_about(text, byline):
        return "out"
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
    if is_furniture(text) or (_HOUSE.match(text) and not text.startswith(('"', "“", "‘"))):
        return "out"
    if (_SIGN_UP.search(text) and (block.linked >= 0.15 or block.slanted >= 0.9 or block.strong >= 0.9)):
        return "out"
    if _is_photo_credit(text):
        return "credit"
    if _BIO.search(names):
        return "out"
    return None


def _is_photo_credit(text: str) -> bool:
    """Whether the words end with an agency behind a stroke or as a bracket: "Jane Roe/Boreal Images", "(Picture: PA)"."""
    if len(text) > 90 or _SENTENCE.search(text):
        return False
    last = re.split(r"[/|(:©]", text)[-1].strip(" )").removesuffix(" Images").removesuffix(" via")
    return last != text and agency_name(last) is not None


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
        return 24 <= len(key) and len(joined) <= _MOST_SEARCHED and joined.count(key) > 1
    return False


def _settled(scene: Scene, told: list[Told]) -> list[Told]:
    """The parts in the light of their neighbours: where the article ends, what looks foreign, headings over nothing."""
    common = _common_look(scene, told)
    last = max((i for i, t in enumerate(told) if t.part == "body" and _is_plain(scene, t, common)), default=-1)
    if last < 0:
        return told
    ended = [t for i, t in enumerate(told) if (i <= last and not _is_foreign(t, common)) or t.part in _BEHIND]
    return [t for i, t in enumerate(ended) if not (t.part == "subheading" and _is_over_nothing(scene, ended, i))]


def _common_look(scene: Scene, told: Sequence[Told]) -> Look | None:
    """The look of nearly all the text, or None where paragraphs look this way and that."""
    letters: Counter[Look] = Counter()
    for t in told:
        if t.part == "body" and t.block.tag != "li":
            letters[look_of(t.block)] += len(t.block.text)
    if not letters:
        return None
    look, most = letters.most_common(1)[0]
    return look if most >= _NEARLY_ALL * letters.total() else None


def _is_plain(scene: Scene, told: Told, common: Look | None) -> bool:
    return look_of(told.block) == common if common else scene.within[told.number]


def _is_foreign(told: Told, common: Look | None) -> bool:
    """Whether a short piece without an end stands among paragraphs of another look: a box, a label, a figure."""
    return (
        common is not None
        and told.part == "body"
        and told.block.tag in {"p", "div", "span"}
        and look_of(told.block) != common
        and len(told.block.text) <= _LONGEST_HEADING
        and _CLOSED.search(told.block.text) is None
    )


def _is_over_nothing(scene: Scene, told: Sequence[Told], i: int) -> bool:
    """Whether a heading stands at the end, or over a list of links."""
    if not any(t.part in {"body", "subheading"} for t in told[i + 1 :]):
        return True
    n = told[i].number
    below = next((b for b in scene.blocks[n + 1 : n + 4] if len(b.text) >= 20), None)
    return below is not None and below.linked >= 0.9 and below.tag != "p"
