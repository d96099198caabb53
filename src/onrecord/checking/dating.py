"""Whether the day and the occasion that a draft gives for a saying can be those that the archive gives."""

from datetime import date

from onrecord.checking.occasions import Occasion, contradict, find_occasion
from onrecord.checking.quotations import Quoted, around
from onrecord.checking.sources import SourceArticle
from onrecord.record import Statement


def source_day(article: SourceArticle, said: Statement | None) -> str | None:
    """The day on which the article says that the words were said; None where it gives none, or no whole day."""
    return said.said_on if said and said.said_on and _day(said.said_on) else None


def is_other_day(quoted: Quoted, article: SourceArticle, said: Statement | None) -> bool:
    """Whether the draft dates the saying otherwise than the source, or later than the source was published."""
    there = source_day(article, said)
    told = _day(quoted.said_on) if quoted.said_on else None
    if there is not None:
        day = date.fromisoformat(there)
        if told is not None:
            return told != day
        return quoted.weekday is not None and day.isoweekday() != quoted.weekday
    last = _day(article.entry.day) if article.entry.day else None
    return told is not None and last is not None and told > last


def source_occasion(article: SourceArticle, said: Statement | None) -> Occasion | None:
    """The occasion that the sentence around the words names there."""
    return find_occasion(article.text, around(article.record, said), said.content) if said else None


def is_other_occasion(quoted: Quoted, article: SourceArticle, said: Statement | None) -> bool:
    """Whether draft and source name occasions that cannot be one."""
    if quoted.occasion is None:
        return False
    there = source_occasion(article, said)
    return there is not None and contradict(quoted.occasion, there)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 and "/" not in value else None
    except ValueError:
        return None
