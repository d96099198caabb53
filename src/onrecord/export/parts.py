"""What both formats ask of a record: the paragraphs of its body, its notes to editors, its publication status."""

from typing import Final

from onrecord.record import Article, Record, SignalStatus

# Roles of paragraphs that have elements of their own, or are no part of the article.
_APART: Final = frozenset("section headline deck byline boilerplate caption credit".split())
_TERMS: Final = "usage terms: "
_OF_INTAKE: Final = "the item has no body;"

# IPTC NewsCodes "pubstatusg2"; what is not in here is usable.
PUB_STATUS: Final[dict[SignalStatus, str]] = {"withheld": "withheld", "withdrawn": "canceled", "killed": "canceled"}
# IPTC NewsCodes "signal". "withdrawn" has none: it tells a withdrawal from a kill, which are both canceled.
SIGNAL: Final[dict[SignalStatus, str]] = {"corrected": "correction", "updated": "update", "withdrawn": "withdrawn"}


def body(article: Article) -> list[str]:
    """The paragraphs of the body, white space within them as single blanks."""
    kept = [part.span.cut(article.text) for part in article.paragraphs if part.role not in _APART]
    return [" ".join(words.split()) for words in kept]


def editor_notes(article: Article) -> list[str]:
    """The notes that do not stand in the text itself."""
    text = " ".join(article.text.split())
    return [
        note
        for note in article.signals.notes
        if not note.startswith((_TERMS, _OF_INTAKE)) and " ".join(note.split()) not in text
    ]


def usage_terms(article: Article) -> str | None:
    return next((note[len(_TERMS) :] for note in article.signals.notes if note.startswith(_TERMS)), None)


def moment(record: Record) -> str | None:
    """When it was published, where the source gives the time of day; "Z" for UTC, as both formats write it."""
    published = record.article.published
    return published.replace("+00:00", "Z") if published and "T" in published else None


def day(record: Record) -> str | None:
    """The day of publication, where the source gives no more than that."""
    published = record.article.published
    return published if published and "T" not in published else None


def listed(names: tuple[str, ...]) -> str | None:
    """ "Ada Venn, Otto Lind and Jane Roe"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else None
