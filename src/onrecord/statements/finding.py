"""Every statement that a page proposes, in the order of the article, overlaps settled."""

from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from onrecord.language import Reading
from onrecord.language.units import READ
from onrecord.spans import Span, overlap
from onrecord.statements.alone import announced_by, join_and_find_alone
from onrecord.statements.asked import question_put
from onrecord.statements.contents import drafts_of
from onrecord.statements.cues import VERBS
from onrecord.statements.drafts import Draft
from onrecord.statements.frames import according_to, as_told
from onrecord.statements.groups import find_groups
from onrecord.statements.lines import Line, Page
from onrecord.statements.tagged import over_paragraphs, tagged_drafts
from onrecord.statements.ties import named_heads, tag_behind, tied_quotations
from onrecord.statements.turns import find_turns, without_own_words
from onrecord.statements.words import FIRST_PERSON

# A sentence with none of these makes no statement; most sentences are passed over so.
_TRIGGERS = frozenset(VERBS) | {"according", ":", "”", '"', "''", "»"}


def find_drafts(page: Page, reading: Reading, *, wide: bool = False) -> list[Draft]:
    """The drafts of a page, each quotation used once, by their place in the article.

    wide: with what the corpus of the tagger counts beside words and beliefs; see `is_reported`.
    """
    drafts: list[Draft] = []
    tagged = list(tagged_drafts(page, reading, wide=wide))
    # Quotations to which the tagger finds no source: whether they go on with the one before, rules tell better.
    lone = [draft for draft in tagged if _is_lone(draft)]
    tagged = over_paragraphs(page, [draft for draft in tagged if not _is_lone(draft)])
    asked: list[tuple[int, Span]] = []
    announced: dict[int, Span] = {}
    for line in page.lines():
        if page.doc.paragraphs[line.paragraph].role not in READ or _TRIGGERS.isdisjoint(line.words):
            continue
        drafts += _drafts_of_line(line)
        if line.holder is None:
            question = question_put(line)
            drafts += [question.draft] if question and question.draft else []
            asked += [(line.paragraph, question.span)] if question else []
            announced |= announced_by(line)
    turns = find_turns(page)
    drafts = _united(page, tagged, drafts) if reading.digest else _settle(drafts)
    drafts = join_and_find_alone(page, [*turns, *without_own_words(page, drafts, turns)], announced)
    drafts = _without_frames(drafts)
    used = {number for draft in drafts for number in draft.quotations}
    drafts += [draft for draft in lone if used.isdisjoint(draft.quotations)]
    drafts.sort(key=lambda draft: (draft.content[0].start, -draft.content[-1].end))
    return _with_questions(drafts, asked)


def _is_lone(draft: Draft) -> bool:
    return draft.source is None and draft.cue is None and bool(draft.quotations)


def _without_frames(drafts: list[Draft]) -> list[Draft]:
    """Without quotations alone that hold words of others: the marks around a whole interview."""
    starts = sorted(draft.content[0].start for draft in drafts if draft.source is not None and draft.holder is None)

    def holds_another(draft: Draft) -> bool:
        at = bisect_left(starts, draft.content[0].start)
        return at < len(starts) and starts[at] < draft.content[-1].end

    return [draft for draft in drafts if draft.rule != "quotation alone" or not holds_another(draft)]


def _united(page: Page, tagged: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """What the tagger found, and what only rules find: statements inside statements, questions that were put,
    quotations that a mark ties to their speaker, and what somebody plainly said."""
    used = {number for draft in tagged for number in draft.quotations}
    pieces = sorted(piece for draft in tagged for piece in draft.content)
    settled = _settle(ruled)
    own = [draft for draft in settled if _is_rules_own(draft, used, pieces)]
    parts = sorted(part for draft in (*tagged, *own) for part in _parts_of(draft))
    return [*tagged, *own, *(draft for draft in settled if _is_plain(page, draft) and _is_free(draft, parts))]


def _parts_of(draft: Draft) -> list[Span]:
    """Its content, source and cue."""
    return [*draft.content, *(span for span in (draft.source, draft.cue) if span)]


def _is_plain(page: Page, draft: Draft) -> bool:
    """Whether somebody named "said" a clause: no doubt is left then, though the tagger may pass it over."""
    said = draft.cue is not None and draft.cue.cut(page.doc.text).lower() in _SAID
    return said and draft.rule == "clause" and draft.subject == "named" and draft.holder is None


def _is_free(draft: Draft, parts: list[Span]) -> bool:
    """Whether nothing of a draft lies in `parts`, which are in order."""
    first, last = min(_parts_of(draft)).start, max(part.end for part in _parts_of(draft))
    at = bisect_left(parts, last, key=lambda part: part.start)
    return all(part.end <= first for part in parts[max(0, at - _NEAR) : at])


def _is_rules_own(draft: Draft, used: set[int], tagged: list[Span]) -> bool:
    """Whether a draft of the rules stands beside those of the tagger, whose pieces are `tagged`, in order."""
    if draft.holder is not None:
        return True
    if draft.rule in _TIES:
        return used.isdisjoint(draft.quotations)
    parts = _parts_of(draft)
    if draft.rule not in _NESTED or draft.subject != "named":
        return False
    at = bisect_right(tagged, min(parts).start, key=lambda piece: piece.start)
    return any(all(piece.holds(part) for part in parts) for piece in tagged[max(0, at - _NEAR) : at])


# Rules that are right inside the words of another; "object" and "as" are not, there.
_NESTED = frozenset(["according to", "as told", "clause", "infinitive", "quotation", "urge"])
_SAID = frozenset(["said", "says"])
# Quotations that a mark ties to their speaker, and questions put.
_TIES = frozenset(["question put", "colon and quotation", "comma and quotation", "tag behind", "credit", "borne words"])


def _with_questions(drafts: list[Draft], asked: list[tuple[int, Span]]) -> list[Draft]:
    """The drafts, each question given to the first statement behind it in its paragraph."""
    found = list(drafts)
    for paragraph, span in asked:
        at = bisect_left(found, span.end, key=lambda draft: draft.content[0].start)
        for i in range(at, min(at + _NEAR, len(found))):
            if found[i].paragraph == paragraph and found[i].holder is None:
                found[i] = replace(found[i], asked=span)
                break
    return found


def _ties_of_line(line: Line) -> list[Draft]:
    """The quotations that a mark ties to their speaker."""
    return [*tied_quotations(line), *tag_behind(line)]


def _drafts_of_line(line: Line) -> list[Draft]:
    found: list[Draft] = [*according_to(line), *as_told(line)]
    taken = {draft.cue.start for draft in found if draft.cue}
    before: Draft | None = None
    for group in find_groups(line):
        if line.tokens[group.verb].start in taken:
            continue
        for draft in drafts_of(line, group, before):
            found.append(draft)
            before = draft
    used = {number for draft in found for number in draft.quotations}
    found += [draft for draft in _ties_of_line(line) if used.isdisjoint(draft.quotations)]
    if line.holder is not None:
        return [draft for draft in found if _is_told_of_another(line, draft)]
    if line.page.doc.paragraphs[line.paragraph].role == "headline" or _is_transcript(line):
        found += named_heads(line)
    return found


def _is_told_of_another(line: Line, draft: Draft) -> bool:
    """Whether a statement inside a quotation is that of somebody else than its speaker: not "I think", "we hope"."""
    if draft.source is None or draft.subject != "named":
        return False
    words = draft.source.cut(line.page.doc.text).lower().split()
    return words[0] not in FIRST_PERSON and words[-1] not in {"who", "which", "that"}


def _is_transcript(line: Line) -> bool:
    return len(line) > 4 and line.words[1] == ":" and line.tokens[0].text.isupper() and len(line.words[0]) > 2


def _settle(drafts: list[Draft]) -> list[Draft]:
    """Of two drafts with nearly the same content the one that stands first in the order of `_strength` stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.content[0].start):
        rivals = [i for i in range(max(0, len(kept) - _NEAR), len(kept)) if _is_same(draft, kept[i])]
        if all(_strength(draft) < _strength(kept[i]) for i in rivals):
            kept = [other for i, other in enumerate(kept) if i not in rivals] if rivals else kept
            kept.append(draft)
    return kept


_NEAR = 12  # drafts of the same words begin near each other; no sentence makes more


_BY_RULE = {"according to": 0, "as told": 0, "inverted": 1, "after its content": 1, "quotation": 2, "question put": 0}


def _strength(draft: Draft) -> tuple[int, int]:
    return _BY_RULE.get(draft.rule, 3), draft.content[0].start


def _is_same(draft: Draft, other: Draft) -> bool:
    if draft.holder != other.holder:
        return False
    if draft.cue is not None and other.cue is not None and draft.cue.start == other.cue.start:
        return True
    if other.content[-1].end <= draft.content[0].start:
        return False
    common = overlap(draft.content, other.content)
    return 2 * common >= 1.6 * max(sum(map(len, draft.content)), sum(map(len, other.content)))
