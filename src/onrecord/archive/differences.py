"""What one version of an article says otherwise than another, paragraph by paragraph."""

from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from onrecord.record import Article

# Comparing takes time with the square of what differs; a text of so many paragraphs is compared as a whole.
_MOST_PARAGRAPHS: Final = 2000


class Change(Struct, frozen=True):
    """A paragraph that differs: `before` is None where it was added, `after` where it was taken out."""

    before: str | None
    after: str | None


def changes(old: Article, new: Article) -> tuple[Change, ...]:
    """What the new article changed, in its order; empty where only white space differs."""
    before, after = _paragraphs(old), _paragraphs(new)
    if max(len(before), len(after)) > _MOST_PARAGRAPHS:
        return () if before == after else (Change("\n\n".join(before), "\n\n".join(after)),)
    found: list[Change] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _paired(before[i:j], after[k:m])
    return tuple(found)


def words_changed(change: Change) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The words before and after, in runs; each run with whether it differs."""
    before, after = (change.before or "").split(), (change.after or "").split()
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old += [(" ".join(before[i:j]), tag != "equal")] if i < j else []
        new += [(" ".join(after[k:m]), tag != "equal")] if k < m else []
    return old, new


def _paragraphs(article: Article) -> list[str]:
    return [" ".join(part.span.cut(article.text).split()) for part in article.paragraphs]


def _paired(before: list[str], after: list[str]) -> list[Change]:
    """Paragraphs in the same place are one that was changed; those that have no partner were added or taken out."""
    pairs = list(zip(before, after, strict=False))
    found = [Change(old, new) for old, new in pairs]
    found += [Change(old, None) for old in before[len(pairs) :]]
    return found + [Change(None, new) for new in after[len(pairs) :]]
