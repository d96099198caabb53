"""Who speaks: the party that the source of each statement means."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.language import Doc
from onrecord.parties import Cast, Mention, Sources, description_at, party_at
from onrecord.parties.tables import BODIES, DOCUMENTS
from onrecord.spans import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.offices import bearer, holder, named_beside, of_age
from onrecord.statements.relatives import antecedent
from onrecord.statements.speaker import OPEN, Floor, Speaker, description, unnamed

_THIRD_PERSON = frozenset("he she they it".split())
_NOBODY = frozenset("i we you that this my our your me us".split())
_RELATIVE = frozenset("who which that whose".split())
# Forms of the pronouns that stand for somebody beside a cue that is a noun: "his claim", "according to him".
_SUBJECT_FORM = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it"}
_HEADINGS = frozenset(["headline", "deck"])
_FLOOR = 2  # paragraphs for which a speaker has the floor


def resolve_speakers(doc: Doc, cast: Cast, drafts: Sequence[Draft]) -> tuple[Cast, list[Speaker]]:
    """The speaker of each draft, in order; the cast gains the unnamed sources that only statements name."""
    sources = Sources(cast)
    speakers: list[Speaker] = []
    floor: Floor | None = None
    body: int | None = None  # the organisation that spoke last
    for draft in drafts:
        held = floor if floor and draft.paragraph - floor.paragraph <= _FLOOR else None
        role = doc.paragraphs[draft.paragraph].role
        speaker = _resolve(sources, draft, held, body, heading=role in _HEADINGS)
        speakers.append(speaker)
        if speaker.party is not None and sources.party(speaker.party).kind == "organisation":
            body = speaker.party
        if draft.holder is None and speaker.party is not None and role == "body":
            end = max(part.end for part in (*draft.content, draft.source) if part)
            floor = Floor(speaker.party, draft.paragraph, end)
    return sources.settled(), speakers


def _resolve(sources: Sources, draft: Draft, held: Floor | None, body: int | None, *, heading: bool) -> Speaker:
    if draft.subject == "open":
        return OPEN
    if draft.subject == "previous" or draft.source is None:
        return Speaker(held.party, "has the floor") if held is not None else OPEN
    words = draft.source.cut(sources.cast.text).lower().replace("’", "'").split()
    words[0] = words[0].partition("'")[0] or words[0]  # "they've"
    if words[-1] == "latter":
        return _latter(sources.cast, draft.source.start)
    if len(words) == 1:
        word = _SUBJECT_FORM.get(words[0], words[0])
        if word in _THIRD_PERSON:  # one in a quotation is bound once it is known who speaks there; see `voices.heard`
            return _pronoun(sources, draft.source, word, held) if draft.holder is None else OPEN
        if word in _RELATIVE:
            return antecedent(sources, draft.source)
        if word in _NOBODY:
            return OPEN
    return _named(sources, draft.source, words, held.party if held else None, body, heading=heading)


def _named(
    sources: Sources, source: Span, words: list[str], held: int | None, body: int | None, *, heading: bool
) -> Speaker:
    """Whom a name, an office or a description means."""
    cast = sources.cast
    mention = named_beside(cast, source) or party_at(cast, source)
    if mention is not None and mention.party is not None:
        return Speaker(mention.party, mention.ground)
    office = holder(cast, source, heading=heading)
    if office:
        return office
    told = description_at(cast, source)
    if told is not None and told.party is not None:
        sources.speak(told.party, source, description(source.cut(cast.text)))
        return Speaker(told.party, told.ground)
    return (
        of_age(cast, source, held)
        or bearer(cast, source)
        or _author(sources, words, held)
        or _definite(sources, words, held)
        or _same_body(sources, words, body)
        or unnamed(sources, source)
    )


def _same_body(sources: Sources, words: list[str], body: int | None) -> Speaker | None:
    """The organisation that spoke last, for "the department" where its name has no other noun for a body."""
    if body is None or words[0] != "the" or len(words) < 2 or words[-1] not in _OF_STATE:
        return None
    plain = len(words) == 2 or (len(words) == 3 and words[1] in _LEVELS)
    named = sources.party(body).name.lower().split()
    if not plain or not BODIES.keys().isdisjoint(named):
        return None
    return Speaker(body, "description: the body that spoke last")


# Nouns by which a name without any is taken up; "the union", "the campaign" and "the government" mostly mean another.
_OF_STATE = frozenset("department ministry agency bureau commission".split())


def _author(sources: Sources, words: list[str], held: int | None) -> Speaker | None:
    """The body or person that has the floor, where "the letter" or "its report" goes on speaking for them; "the court
    documents" are others."""
    several = len(words) > 2 and words[-1].endswith("s")
    if held is None or words[0] not in {"the", "its", "their", "his", "her"} or words[-1] not in DOCUMENTS or several:
        return None
    return Speaker(held, "document: its author has the floor") if sources.party(held).kind != "unnamed" else None


def _definite(sources: Sources, words: list[str], held: int | None) -> Speaker | None:
    """Who has the floor, where "the agency" or "the spokesman" goes on meaning them; None for a longer description,
    which tells of somebody new. Guesses beyond that were right in one of six cases on articles read afterwards."""
    if held is None or words[0] != "the" or len(words) < 2:
        return None
    party, noun = sources.party(held), words[-1]
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
    return OPEN


def _pronoun(sources: Sources, source: Span, word: str, held: Floor | None) -> Speaker:
    """Who has the floor, where the pronoun may mean them and nobody else has acted since; else whom it means there."""
    mention = next((mention for mention in sources.cast.meeting(source) if mention.form == "pronoun"), None)
    if mention is not None and mention.ground == "pronoun: named behind it":
        return Speaker(mention.party, mention.ground)
    if held is not None and sources.fits(held.party, word) and not _is_interrupted(sources, held, source.start, word):
        return Speaker(held.party, "pronoun: has the floor")
    if mention is None or (mention.party is None and mention.perhaps is None):
        return OPEN
    return Speaker(mention.perhaps if mention.party is None else mention.party, mention.ground or "pronoun: nearest")


def _is_interrupted(sources: Sources, held: Floor, at: int, word: str) -> bool:
    """Whether somebody else whom the pronoun may mean has acted, outside quotations, since the floor was taken."""
    cast = sources.cast
    between = (*_between(cast.mentions, held.end, at), *_between(cast.descriptions, held.end, at))
    seen: set[int] = set()  # the sentences whose subject was looked at
    for mention in sorted(between, key=_start):
        sentence = cast.sentence_of(mention.span.start)
        first, party = sentence not in seen, mention.party
        seen.add(sentence)
        acts = mention.subject and not mention.quoted and mention.form != "pronoun"
        if first and acts and party is not None and party != held.party and sources.fits(party, word):
            return True
    return False


def _between(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that begin in `[start, end)`."""
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=_start)]


def _start(mention: Mention) -> int:
    return mention.span.start
