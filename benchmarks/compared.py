"""An article's mentions as annotated and as found, side by side: which names were found, and who was led to whom."""

from collections.abc import Iterable

from msgspec import Struct

from coref_scores import Clusters, Score
from mentions import Kind, Marked, Mention, matched
from onrecord.spans import Span

# Persons, organisations and places by name; of what kind the mention found must be, by that of the one wanted.
NAMED: dict[Kind, frozenset[Kind]] = {kind: frozenset([kind]) for kind in ("person", "organisation", "place")}
ANY_KIND: dict[Kind, frozenset[Kind]] = dict.fromkeys(NAMED, frozenset(NAMED))
# Who is who: a ministry may be read as its country, and who has no name as a group.
LINKED: dict[Kind, frozenset[Kind]] = {
    "person": frozenset(["person", "group"]),
    "organisation": frozenset(["organisation", "place", "group"]),
    "group": frozenset(["person", "organisation", "place", "group"]),
}

# "Democrats" may be a group for the annotator and an organisation for the reader; neither is asked for.
_MANY: dict[Kind, frozenset[Kind]] = {"group": frozenset(["person", "organisation", "group"])}


class Compared(Struct, frozen=True):
    """An article's mentions as annotated and as found. pairs: by index, those wanted and found that are the same.

    missed: indices of those wanted that were not found. spurious: of those found that are no mention of the kind.
    """

    article: Marked
    wanted: tuple[Mention, ...]
    found: tuple[Mention, ...]
    pairs: dict[int, int]
    missed: tuple[int, ...]
    spurious: tuple[int, ...]


def compare_names(article: Marked, found: tuple[Mention, ...], kinds: dict[Kind, frozenset[Kind]] = NAMED) -> Compared:
    """Mentions by name. One found that is no name is right where a name was wanted, and is never spurious."""
    wanted = [mention.shape == "name" and mention.kind in kinds and not mention.aside for mention in article.mentions]
    counted = [mention.shape == "name" and mention.kind in kinds for mention in found]
    return _compared(article, found, wanted, counted, kinds)


def compare_links(article: Marked, found: tuple[Mention, ...]) -> Compared:
    """Mentions of persons, organisations and groups by name or pronoun, to see who is who."""
    shapes = ("name", "pronoun")
    wanted = [mention.shape in shapes and mention.kind in LINKED and not mention.aside for mention in article.mentions]
    counted = [mention.shape in shapes and mention.kind in LINKED for mention in found]
    return _compared(article, found, wanted, counted, LINKED)


def _compared(
    article: Marked,
    found: tuple[Mention, ...],
    wanted: list[bool],
    counted: list[bool],
    kinds: dict[Kind, frozenset[Kind]],
) -> Compared:
    """The comparison; what is found of the annotator's other mentions ("the minister") is neither right nor wrong."""
    asked = tuple(mention for mention, is_so in zip(article.mentions, wanted, strict=True) if is_so)
    others = tuple(mention for mention, is_so in zip(article.mentions, wanted, strict=True) if not is_so)
    pairs = matched(asked, found, kinds=kinds)
    left = [j for j in range(len(found)) if j not in set(pairs.values())]
    allowed = {left[j] for j in matched(others, [found[j] for j in left], kinds={**_MANY, **kinds}).values()}
    missed = tuple(i for i in range(len(asked)) if i not in pairs)
    return Compared(article, asked, found, pairs, missed, tuple(j for j in left if counted[j] and j not in allowed))


def names_score(compared: Iterable[Compared], kind: Kind | None = None, *, exact: bool = False) -> Score:
    """Precision and recall of mentions by name, of one kind or all; with `exact` their extent must be right too."""
    right = wrong = missed = 0
    for one in compared:
        for i, j in one.pairs.items():
            if kind in (None, one.wanted[i].kind):
                is_right = not exact or same_extent(one.article.text, one.wanted[i], one.found[j])
                right, wrong, missed = right + is_right, wrong + (not is_right), missed + (not is_right)
        wrong += sum(kind in (None, one.found[j].kind) for j in one.spurious)
        missed += sum(kind in (None, one.wanted[i].kind) for i in one.missed)
    return Score(right / (right + wrong) if right else 0.0, right / (right + missed) if right else 0.0)


def same_extent(text: str, wanted: Mention, found: Mention) -> bool:
    """Whether whole or bare name of the one is that of the other, an article before and an "'s" behind apart.

    A person's name may also begin at its head, behind a title: "Ada Vale" of "musician Ada Vale".
    """
    extents = [wanted.span, wanted.name]
    if wanted.kind == "person" and wanted.head.end < wanted.name.end:
        extents.append(Span(wanted.head.start, wanted.name.end))
    ours = {_bare(span.cut(text)) for span in (found.span, found.name)}
    return not ours.isdisjoint(_bare(span.cut(text)) for span in extents)


def _bare(words: str) -> str:
    kept = words.split()
    kept = kept[1:] if kept and kept[0].lower() in ("the", "a", "an") else kept
    return " ".join(kept).removesuffix("’s").removesuffix("'s").rstrip(" ’'.")


def clusters(compared: Compared, *, singletons: bool) -> tuple[Clusters, Clusters]:
    """Who is who as annotated and as found. A mention is its number among those wanted; a spurious one is below 0.

    Without singletons what only one mention means is left out, on each side by its own count.
    """
    kept = {j: i for i, j in compared.pairs.items()} | {j: -1 - j for j in compared.spurious}
    wanted = _grouped(enumerate(compared.wanted))
    found = _grouped((key, compared.found[j]) for j, key in kept.items())
    least = 1 if singletons else 2
    return [one for one in wanted if len(one) >= least], [one for one in found if len(one) >= least]


def _grouped(mentions: Iterable[tuple[int, Mention]]) -> Clusters:
    by_entity: dict[str, list[int]] = {}
    for key, mention in mentions:
        by_entity.setdefault(mention.entity, []).append(key)
    return [frozenset(keys) for keys in by_entity.values()]


# The pronouns by what decides whom they mean: who speaks, a person before, a body or several before.
PRONOUN_CLASSES = {
    "I, we, you": frozenset("i me my mine myself we us our ours ourselves you your yours yourself yourselves".split()),
    "he, she": frozenset("he him his himself she her hers herself".split()),
    "it, they": frozenset("it its itself they them their theirs themselves".split()),
}


def pronouns_score(compared: Iterable[Compared], words: frozenset[str]) -> Score:
    """Of the pronouns among `words` that were led to a party, and of those that mean who is named, the share led right.

    A pronoun is led right where its party is also found by a name of the same entity. What stands for nobody who is
    named in the article counts only where it was led to somebody who is.
    """
    right = led = asked = 0
    for one in compared:
        text = one.article.text
        named = {mention.entity for mention in one.wanted if mention.shape == "name"}
        same = {
            (one.wanted[i].entity, one.found[j].entity) for i, j in one.pairs.items() if one.wanted[i].shape == "name"
        }
        parties = {mention.entity for mention in one.found if mention.shape == "name"}
        asked += sum(mention.entity in named and mention.span.cut(text).lower() in words for mention in one.wanted)
        of_found = {j: one.wanted[i].entity for i, j in one.pairs.items()} | dict.fromkeys(one.spurious)
        for j, entity in of_found.items():
            pronoun = one.found[j]
            if pronoun.entity in parties and pronoun.span.cut(text).lower() in words:
                led += 1
                right += (entity, pronoun.entity) in same
    return Score(right / led if led else 0.0, right / asked if asked else 0.0)
