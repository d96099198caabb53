"""Who speaks: the party that the source of each statement means."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from onrecord.language import Doc
from onrecord.parties import Cast, Mention, antecedents, described, party_at
from onrecord.parties.tables import BODIES
from onrecord.record import PartyKind
from onrecord.spans import Span
from onrecord.statements.drafts import Draft

_THIRD_PERSON = frozenset("he she they it".split())
_NOBODY = frozenset("i we you that this my our your me us".split())
_RELATIVE = frozenset("who which that whose".split())
# Forms of the pronouns that stand for somebody beside a cue that is a noun: "his claim", "according to him".
_SUBJECT_FORM = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it"}
_PLURAL_UNNAMED = frozenset(
    "many some others several most few all both people officials residents sources authorities critics analysts "
    "experts witnesses supporters opponents activists protesters lawmakers diplomats voters investors economists "
    "researchers scientists doctors police families relatives neighbours neighbors".split()
)
_HEADINGS = frozenset(["headline", "deck"])
_LEADING = frozenset("a an the this that these those".split())


class Speaker(Struct, frozen=True):
    """A party's number in `Cast.parties`, None where it could not be told, and the ground for it."""

    party: int | None
    ground: str | None


_OPEN = Speaker(None, None)


def resolve_speakers(doc: Doc, cast: Cast, drafts: Sequence[Draft]) -> tuple[Cast, list[Speaker]]:
    """The speaker of each draft, in order; the cast gains the unnamed sources that only statements name."""
    speakers: list[Speaker] = []
    floor: tuple[int, int] | None = None  # the party that spoke last, and the number of its paragraph
    for draft in drafts:
        held = floor[0] if floor and draft.paragraph - floor[1] <= 2 else None
        cast, speaker = _resolve(doc, cast, draft, held)
        speakers.append(speaker)
        if draft.holder is None and speaker.party is not None and doc.paragraphs[draft.paragraph].role == "body":
            floor = (speaker.party, draft.paragraph)
    return cast, speakers


def _resolve(doc: Doc, cast: Cast, draft: Draft, held: int | None) -> tuple[Cast, Speaker]:
    if draft.subject == "open":
        return cast, _OPEN
    if draft.subject == "previous" or draft.source is None:
        return cast, Speaker(held, "has the floor") if held is not None else _OPEN
    words = draft.source.cut(doc.text).lower().replace("’", "'").split()
    words[0] = words[0].partition("'")[0] or words[0]  # "they've"
    if words[-1] == "latter":
        return cast, _latter(cast, draft.source.start)
    words[0] = _SUBJECT_FORM.get(words[0], words[0]) if len(words) == 1 else words[0]
    if words[0] in _THIRD_PERSON and len(words) == 1:
        return cast, _pronoun(cast, draft, words[0], held)
    if words[0] in _RELATIVE and len(words) == 1:
        return _antecedent(doc, cast, draft.source)
    if words[0] in _NOBODY and len(words) == 1:
        return cast, _OPEN
    mention = _named_behind(cast, doc, draft.source) or party_at(cast, draft.source)
    if mention is not None and mention.party is not None:
        return cast, Speaker(mention.party, mention.ground)
    later = _role_given_later(cast, doc, draft) if doc.paragraphs[draft.paragraph].role in _HEADINGS else None
    meant = later or _author(cast, words, held) or _definite(cast, words, held)
    return (cast, meant) if meant else _unnamed(doc, cast, draft.source)


def _named_behind(cast: Cast, doc: Doc, source: Span) -> Mention | None:
    """The name in apposition at the end of a source: "the Teskan envoy, Mira Tolan"."""
    if "," not in source.cut(doc.text):
        return None
    ends = (m for m in cast.mentions if m.span.end == source.end and m.form == "name" and m.party is not None)
    return next(ends, None)


def _antecedent(doc: Doc, cast: Cast, relative: Span) -> tuple[Cast, Speaker]:
    """Whom a relative pronoun stands for: "the envoy, who said …", "a report that says …"."""
    floor = max(0, relative.start - _FAR)
    before = doc.text[floor : relative.start].rstrip().removesuffix(",").rstrip()
    end = floor + len(before)
    near = cast.mentions[bisect_left(cast.mentions, floor, key=_start) : bisect_left(cast.mentions, end, key=_start)]
    ends = [mention for mention in near if mention.span.end == end and mention.party is not None]
    if ends:
        mention = max(ends, key=lambda mention: len(mention.span))
        return cast, Speaker(mention.party, mention.ground)
    noun = _NOUN_BEFORE.search(before)
    if noun is None:
        return cast, _OPEN
    return _unnamed(doc, cast, Span(end - len(noun[1]), end))


def _start(mention: Mention) -> int:
    return mention.span.start


_FAR = 80  # characters before a relative pronoun in which its noun phrase begins
_NOUN_BEFORE = re.compile(
    r"(?:^|\W)((?:an?|the|some|many|one|two|those|another)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)$", re.IGNORECASE
)


def _role_given_later(cast: Cast, doc: Doc, draft: Draft) -> Speaker | None:
    """The one person whose role the article tells behind a heading that gives the role alone: "Minister: no talks"."""
    assert draft.source is not None
    office = draft.source.cut(doc.text).split()[-1].lower()
    holders = [
        i
        for i, party in enumerate(cast.parties)
        if party.kind == "person" and party.role and office in party.role.lower().split()
    ]
    return Speaker(holders[0], "role given later") if len(holders) == 1 else None


# What speaks for whom it is by ("the letter stated": the committee), as the guidelines of the gold records have it.
_DOCUMENTS = frozenset(
    """
    report study letter brochure guidance statement survey memo filing submission opinion ruling document lawsuit
    complaint booklet leaflet advisory notice release communique communiqué paper
    """.split()
)


def _author(cast: Cast, words: list[str], held: int | None) -> Speaker | None:
    """The body or person that has the floor, where "the letter" or "its report" goes on speaking for them."""
    if held is None or words[0] not in {"the", "its", "their", "his", "her"} or words[-1] not in _DOCUMENTS:
        return None
    return Speaker(held, "document: its author has the floor") if cast.parties[held].kind != "unnamed" else None


def _definite(cast: Cast, words: list[str], held: int | None) -> Speaker | None:
    """Who has the floor, where "the agency" or "the spokesman" goes on meaning them; None for a longer description,
    which tells of somebody new. Guesses beyond that were right in one of six cases on articles read afterwards."""
    if held is None or words[0] != "the" or len(words) < 2:
        return None
    party, noun = cast.parties[held], words[-1]
    if noun.endswith("-year-old") and party.kind == "person":
        return Speaker(held, "description: has the floor")
    body = BODIES.get(noun)
    goes_on = body is not None and body.alone and len(words) == 2 and party.kind == "organisation"
    return Speaker(held, "description: has the floor") if goes_on or noun in party.name.lower().split() else None


def _latter(cast: Cast, at: int) -> Speaker:
    """The person named last before `at`."""
    for mention in reversed(cast.mentions):
        if mention.span.end <= at and mention.party is not None and cast.parties[mention.party].kind == "person":
            return Speaker(mention.party, "the latter: named last")
    return _OPEN


def _pronoun(cast: Cast, draft: Draft, word: str, held: int | None) -> Speaker:
    assert draft.source is not None
    likely = antecedents(cast, draft.source.start, word)
    if held is not None and held in likely:
        return Speaker(held, "pronoun: has the floor")
    return Speaker(likely[0], "pronoun: nearest before") if likely else _OPEN


def _unnamed(doc: Doc, cast: Cast, source: Span) -> tuple[Cast, Speaker]:
    name = description(source.cut(doc.text))
    kind: PartyKind = "group" if any(word.lower() in _PLURAL_UNNAMED for word in name.split()) else "unnamed"
    cast, party = described(cast, source, name, kind=kind)
    return cast, Speaker(party, "description")


# Prepositions behind which a participle tells more of the noun before it: "residents interviewed in Teska".
_LINKS = frozenset("in by at with from for on to of as".split())


def description(source: str) -> str:
    """The name of an unnamed source: without its article, and without a participle behind the noun."""
    words = source.split()
    if len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    for i in range(1, len(words)):
        told = words[i].endswith(("ed", "ing")) or words[i] in _PARTICIPLES
        if told and (i + 1 == len(words) or words[i + 1].lower() in _LINKS):
            return " ".join(words[:i]).rstrip(",")
    return " ".join(words)


_PARTICIPLES = frozenset("seen shown made given led held sent written".split())
