"""What a short block of a page says that it is: a teaser, a sign-up, a credit, a note. Never a list of publishers.

Own compilations, from the Fundus test pages that were tuned on and from what publishing systems print. Each pattern is
anchored at the beginning of the block, and asked only of blocks that are short.
"""

import re

from onrecord.intake.agencies import agency_name
from onrecord.intake.labels import is_furniture
from onrecord.intake.signals import is_note

_FLAGS = re.VERBOSE | re.IGNORECASE

_TEASER = re.compile(
    r"""
    [-–—•*►▶>»\s]{0,4}
    (?: (?:read|see|watch|listen|learn|find\ out|discover|explore|catch\ up|click|tap)
        \ (?:more|also|next|now|this|here|on|:|\|)
      | (?:also|must|further)[ -](?:read|see|watch|reading)\b
      | (?:read|watch|listen|see|opinion|analysis|explained|explainer|more|related|in\ pictures|in\ depth|live
        |exclusive|don['’]t\ miss|just\ in|e-?mail|contact|twitter|follow|up\ next|next\ up)\s?[:|►▶»]
      | (?:recommended|related|trending|more)
        \ (?:stories|articles|reading|news|coverage|videos|topics|content|on|from)\b
    )
    """,
    _FLAGS,
)
# Sentences that speak of the site and its readers, not of the news.
_HOUSE = re.compile(
    r"""
    [-–—•*\s([]{0,3}
    (?: our\ (?:community|group)\ members\ are
      | by\ (?:providing|entering|submitting|clicking|signing|subscribing|continuing)\b.{0,160}\b
        (?:agree|privacy|terms|consent)
      | (?:if\ you['’]ve\ )?(?:do\ you\ have|have\ you\ got|got|have)\ (?:a|any|some)
        \ (?:story|tip|news|celebrity|information)\b
      | (?:please\ )?get\ in\ touch\b
      | (?:you\ can\ )?(?:e-?mail|contact|message|write\ to|call)
        \ (?:us|our|the\ (?:author|reporter|writer|editor))\b
      | for\ (?:more|the\ latest|all\ the\ latest|(?:more\ )?(?:local|breaking|world)\ news)\b.{0,60}\b
        (?:stories|news|updates|visit|follow|check|sign|click|read)\b
      | (?:sign\ up|subscribe|register|log\ in|sign\ in|join|follow|like)
        \ (?:to|for|with|on|up|us|our|the|now|here|today|free)\b.{0,200}\b
        (?:newsletter|e-?mails?|inbox|alerts?|updates|channel|community|app|facebook|twitter|instagram|whatsapp|tiktok
        |threads|youtube|telegram|google|account|conversations?|forum|free)\b
      | (?:don['’]t|never)\ miss\b
      | stay\ (?:up[ -]to[ -]date|informed|ahead|tuned|connected)\b
      | keep\ up\ (?:to\ date|with\ (?:our|the\ latest))\b
      | get\ (?:the|our|breaking|daily|weekly|all|more|e-?mail)\b.{0,80}\b
        (?:newsletters?|inbox|alerts|app|delivered|every\ (?:day|morning|week))\b
      | (?:story|article|text|content|report)\ continues\b | scroll\ to\b | (?:keep|continue)\ (?:reading|scrolling)\b
      | (?:to\ (?:view|see|watch)\ this|this\ (?:video|content|player|embed|map|chart))\b.{0,60}\b
        (?:javascript|browser|cookies|available|enable|consent|supported|load)
      | (?:please\ )?(?:enable|use|upgrade)\b.{0,30}\b(?:javascript|browser|cookies)
      | (?:leave|post|add)\ (?:a|your)\ comments?\b | let\ us\ know\b
      | what\ do\ you\ think\?\s?(?:$|let|tell|leave|share|join|vote|comment) | have\ your\ say\b
      | share\ (?:your\ (?:thoughts|views|story)|this)\b | show\ (?:more|less|comments)\b
      | view\ (?:gallery|comments|all|more)\b | read\ our\b | (?:recommended|loading)\W{0,3}$
      | (?:skip|back)\ to\ (?:top|content|main|the\ top)\b
      | image\ (?:source|caption)\b | media\ caption\b | (?:published|filed)\ under\b | tags?\s?:
    )
    """,
    _FLAGS,
)
_SIGN_UP = re.compile(
    r"\b(?:sign(?:ing)?[ -]up|subscrib\w+|register|download|follow us|join (?:us|our|the)|click (?:here|below)"
    r"|get (?:the|our)|newsletters?|inbox|our app|whatsapp|push notifications?|support (?:us|our)|donate"
    r"|become a member)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"""
    [-–—•*\s([]{0,3}
    (?: (?:with\ )?(?:additional|further)\ (?:reporting|files|research|contributions?|writing)\b
      | with\ (?:files|reporting|contributions|additional|input|inputs|information)\ (?:from|by)\b
      | (?:reporting|writing|editing|edited|written|compiled|translated|translation|produced|production|graphics?
        |photos?|photographs?|video)\ by\s(?-i:[A-Z])
      | (?:source|sources|agency|agencies|credit|photo|image|picture|pic)s?\s?:
      | (?:©|\(c\)|copyright\b)
      | reporting\ from\ (?-i:[A-Z])[^.]{1,50}$
      | a\ version\ of\ this\ (?:article|story|piece)\ (?:appear|was\ |first\ )
      | first\ published\b | originally\ published\b
      | this\ (?:article|story|piece|report)\ (?:(?:was|is|has\ been)\ )?(?:first\ |originally\ |also\ |re-?)?
        (?:published|produced|written|part\ of|sponsored|supported|made\ possible|adapted|translated|funded)\b
      | .{2,120}\bcontributed\ (?:to\ this|reporting)\b
    )
    """,
    _FLAGS,
)
_CORRECTION = re.compile(
    r"""
    [-–—•*\s([]{0,3}
    (?: (?:editor['’]?s['’]?|publisher['’]?s['’]?)\ note\b | correct(?:ion|ed)\s?[:–—-] | clarification\b
      | an?\ (?:earlier|previous|original)\ version\ of\ this\b
      | (?:this|the)\ (?:story|article|report|headline|piece|post)\ (?:has\ been|was)
        \ (?:updated|corrected|amended|clarified|changed|edited)\b
      | this\ is\ a\ (?:breaking|developing)\b | (?:breaking|developing)\ (?:news|story)\b
      | more\ to\ (?:come|follow)\b
    )
    """,
    _FLAGS,
)
# The ends of sentences in the scripts of the world; Thai and Lao have none. Source: Unicode, Sentence_Terminal.
_ENDS = ".!?…。！？｡।॥؟۔։።။។᠃"
_SENTENCE_END = re.compile(rf"""[{_ENDS}][\s"'”’»)\]】」』]*\Z""")
_CLOSED = re.compile(rf"""[{_ENDS}:;：；][\s"'”’»)\]】」』]*\Z""")
_POST = re.compile(r"\(@\w{1,30}\)|pic\.twitter\.com/|https?://t\.co/")
_QUOTED = ('"', "“", "‘", "'", "«", "„")


def is_teaser(text: str) -> bool:
    """Whether the words send the reader to another article: "Read more: ...", "Related stories"."""
    return _TEASER.match(text) is not None


def is_house_talk(text: str) -> bool:
    """Whether the words speak of the site and its readers: "Never miss a story", "Got a tip?"."""
    return is_furniture(text) or (_HOUSE.match(text) is not None and not text.startswith(_QUOTED))


def speaks_of_sign_up(text: str) -> bool:
    """Whether the words name something to sign up for, wherever they do."""
    return _SIGN_UP.search(text) is not None


def is_credit(text: str) -> bool:
    """Whether the words say who else worked on the article, or took the picture."""
    return _CREDIT.match(text) is not None or _is_photo_credit(text)


def is_correction(text: str) -> bool:
    """Whether the words are the editors' about the article: a correction, an update, "more to follow"."""
    return _CORRECTION.match(text) is not None or is_note(text)


def is_post(text: str) -> bool:
    """Whether the words have the marks of a post of a social network: "— Name (@handle) March 8, 2019"."""
    return _POST.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether the words end like a sentence."""
    return _SENTENCE_END.search(text) is not None


def is_closed(text: str) -> bool:
    """Whether the words end like a sentence, or lead on to a list."""
    return _CLOSED.search(text) is not None


def _is_photo_credit(text: str) -> bool:
    """Whether the words end with an agency behind a stroke or in brackets: "Jane Roe/PA Images"."""
    if len(text) > 90 or ends_sentence(text):
        return False
    last = re.split(r"[/|(:©]", text)[-1].strip(" )").removesuffix(" Images").removesuffix(" via")
    return last != text and agency_name(last) is not None
