"""Who speaks: the party that the source of each statement means."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from onrecord.language import Doc
from onrecord.parties import Cast, Mention, described, description_at, may_mean, party_at, spoken_for
from onrecord.parties.keys import role_words
from onrecord.parties.tables import BODIES, PEOPLE, TITLES
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


class Floor(Struct, frozen=True):
    """The party that spoke last: the number of its paragraph, and where its words and its source end."""

    party: int
    paragraph: int
    end: int


_FLOOR = 2  # paragraphs for which a speaker has the floor
_OPEN = Speaker(None, None)


def resolve_speakers(doc: Doc, cast: Cast, drafts: Sequence[Draft]) -> tuple[Cast, list[Speaker]]:
    """The speaker of each draft, in order; the cast gains the unnamed sources that only statements name."""
    speakers: list[Speaker] = []
    floor: Floor | None = None
    for draft in drafts:
        held = floor if floor and draft.paragraph - floor.paragraph <= _FLOOR else None
        cast, speaker = _resolve(doc, cast, draft, held)
        speakers.append(speaker)
        if draft.holder is None and speaker.party is not None and doc.paragraphs[draft.paragraph].role == "body":
            floor = Floor(
                speaker.party, draft.paragraph, max(part.end for part in (*draft.content, draft.source) if part)
            )
    return cast, speakers


def _resolve(doc: Doc, cast: Cast, draft: Draft, held: Floor | None) -> tuple[Cast, Speaker]:
    if draft.subject == "open":
        return cast, _OPEN
    if draft.subject == "previous" or draft.source is None:
        return cast, Speaker(held.party, "has the floor") if held is not None else _OPEN
    words = draft.source.cut(doc.text).lower().replace("’", "'").split()
    words[0] = words[0].partition("'")[0] or words[0]  # "they've"
    if words[-1] == "latter":
        return cast, _latter(cast, draft.source.start)
    words[0] = _SUBJECT_FORM.get(words[0], words[0]) if len(words) == 1 else words[0]
    if words[0] in _THIRD_PERSON and len(words) == 1 and draft.holder is not None:
        return cast, _OPEN  # bound once it is known who speaks around it; see `voices.heard`
    if words[0] in _THIRD_PERSON and len(words) == 1:
        return cast, _pronoun(cast, draft.source, words[0], held)
    if words[0] in _RELATIVE and len(words) == 1:
        return _antecedent(doc, cast, draft.source)
    if words[0] in _NOBODY and len(words) == 1:
        return cast, _OPEN
    mention = _named_behind(cast, doc, draft.source) or party_at(cast, draft.source)
    if mention is not None and mention.party is not None:
        return cast, Speaker(mention.party, mention.ground)
    heading = doc.paragraphs[draft.paragraph].role in _HEADINGS
    later = _role_given_later(cast, doc, draft) if heading else _office_told_later(cast, draft.source)
    if later:
        return cast, later
    told = description_at(cast, draft.source)
    if told is not None and told.party is not None:
        cast = spoken_for(cast, told.party, draft.source, description(draft.source.cut(doc.text)))
        return cast, Speaker(told.party, told.ground)
    holds = held.party if held else None
    meant = _author(cast, words, holds) or _definite(cast, words, holds)
    return (cast, meant) if meant else _unnamed(doc, cast, draft.source)


def _named_behind(cast: Cast, doc: Doc, source: Span) -> Mention | None:
    """The name in apposition at the end of a source: "the Teskan envoy, Mira Tolan"."""
    if "," not in source.cut(doc.text):
        return None
    ends = (mention for mention in cast.meeting(source) if mention.span.end == source.end and mention.form == "name")
    return next((m for m in ends if m.party is not None and cast.parties[m.party].kind == "person"), None)


def _antecedent(doc: Doc, cast: Cast, relative: Span) -> tuple[Cast, Speaker]:
    """Whom a relative pronoun stands for: "the envoy, who said …", "a report that says …"."""
    floor = max(0, relative.start - _FAR)
    before = doc.text[floor : relative.start].rstrip().removesuffix(",").rstrip()
    end = floor + len(before)
    near = cast.mentions[bisect_left(cast.mentions, floor, key=_start) : bisect_left(cast.mentions, end, key=_start)]
    ends = [mention for mention in near if mention.span.end == end and mention.party is not None]
    if ends:
        mention = _with_place(cast, near, max(ends, key=lambda mention: len(mention.span)))
        return cast, Speaker(mention.party, mention.ground)
    told = next((m for m in reversed(cast.descriptions) if m.span.end == end and m.party is not None), None)
    joint = next((m for m in near if _JOINT.fullmatch(doc.text, m.span.end, end)), None)
    if joint is not None:
        return _unnamed(doc, cast, Span(joint.span.start, end))
    if told is not None:
        return spoken_for(cast, told.party or 0, told.span, description(told.span.cut(doc.text))), Speaker(
            told.party, told.ground
        )
    noun = _NOUN_BEFORE.search(before)
    if noun is None:
        return cast, _OPEN
    return _unnamed(doc, cast, Span(end - len(noun[1]), end))


_JOINT = re.compile(r"\s+and\s+(?:[a-z]+\s){0,2}[a-z]+s")  # "Tolan and allies"


def _with_place(cast: Cast, near: Sequence[Mention], place: Mention) -> Mention:
    """The body that stands before a place, as "in Teskia" tells where it is; else the mention itself."""
    if place.party is None or cast.parties[place.party].kind not in ("country", "place"):
        return place
    for mention in near:
        if cast.text[mention.span.end : place.span.start].strip() in ("in", "of", "from", "in the", "of the"):
            return mention if mention.party is not None else place
    return place


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


def _office_told_later(cast: Cast, source: Span) -> Speaker | None:
    """The one person behind whose name the article tells most of this office: "the UN’s legal counsel" before "the UN
    undersecretary general for legal affairs, Jane Roe"."""
    told = source.cut(cast.text).lower().split()
    if told[0] != "the" or told[-1] not in TITLES:
        return None
    words = role_words(tuple(re.findall(r"\w+", source.cut(cast.text))))
    later = {
        m.party for m in _between(cast.mentions, source.end, source.end + _SOON) if m.form in ("name", "last_name")
    }
    holders = [
        i
        for i in later
        if i is not None
        and (role := cast.parties[i].role)
        and len(words & role_words(tuple(re.findall(r"\w+", role)))) > 1
        and cast.parties[i].mentions[0].start > source.end
    ]
    return Speaker(holders[0], "role told later") if len(holders) == 1 else None


_SOON = 1500  # characters, some three paragraphs


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
    plain = len(words) == 2 or (len(words) == 3 and words[1] in _LEVELS)
    goes_on = body is not None and body.alone and plain and party.kind == "organisation"
    return Speaker(held, "description: has the floor") if goes_on or noun == party.name.lower().split()[-1] else None


# "the provincial department": of which state or town, not which of several.
_LEVELS = frozenset("provincial federal national state local regional municipal city county central".split())


def _latter(cast: Cast, at: int) -> Speaker:
    """The person named last before `at`."""
    for mention in reversed(cast.mentions):
        if mention.span.end <= at and mention.party is not None and cast.parties[mention.party].kind == "person":
            return Speaker(mention.party, "the latter: named last")
    return _OPEN


def _pronoun(cast: Cast, source: Span, word: str, held: Floor | None) -> Speaker:
    """Who has the floor, where the pronoun may mean them and nobody else has acted since; else whom it means there."""
    mention = next((mention for mention in cast.meeting(source) if mention.form == "pronoun"), None)
    if held is not None and _fits(cast, held.party, word) and not _is_interrupted(cast, held, source.start, word):
        return Speaker(held.party, "pronoun: has the floor")
    if mention is None or (mention.party is None and mention.perhaps is None):
        return _OPEN
    return Speaker(mention.perhaps if mention.party is None else mention.party, mention.ground or "pronoun: nearest")


def _fits(cast: Cast, party: int, word: str) -> bool:
    one = cast.parties[party]
    if one.kind == "unnamed" and word in ("he", "she") and PEOPLE.keys().isdisjoint(one.name.lower().split()):
        return False  # "a non-profit"
    return may_mean(one, cast.genders[party], word)


def _is_interrupted(cast: Cast, held: Floor, at: int, word: str) -> bool:
    """Whether somebody else whom the pronoun may mean has acted, outside quotations, since the floor was taken."""
    between = (*_between(cast.mentions, held.end, at), *_between(cast.descriptions, held.end, at))
    seen: set[int] = set()  # the sentences whose subject was looked at
    for mention in sorted(between, key=_start):
        sentence = cast.sentence_of(mention.span.start)
        first, party = sentence not in seen, mention.party
        seen.add(sentence)
        acts = mention.subject and not mention.quoted and mention.form != "pronoun"
        if first and acts and party is not None and party != held.party and _fits(cast, party, word):
            return True
    return False


def _between(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that begin in `[start, end)`."""
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=_start)]


def _unnamed(doc: Doc, cast: Cast, source: Span) -> tuple[Cast, Speaker]:
    name = description(source.cut(doc.text))
    words = name.lower().split()
    kind: PartyKind = "unnamed" if _PLURAL_UNNAMED.isdisjoint(words) and "and" not in words else "group"
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
