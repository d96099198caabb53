"""PLOVER's codes for happenings that were found otherwise, by the word that names them."""

from collections.abc import Iterable

from onrecord.events.plover.coding import Coded
from onrecord.spans import Span


def by_word(events: Iterable[Coded]) -> dict[Span, Coded]:
    """{a word that tells an event: the event}, for the triggers of `record.Event`.

    A word that another governs has the code of that: the meeting of "agreed to [meet]" is AGREE, since it is still to
    come. One that is only told of ("condemned the [attack]") has its own.
    """
    found: dict[Span, Coded] = {}
    for event in sorted(events, key=lambda event: not event.real):
        for word in event.words if event.real else (event.trigger,):
            found.setdefault(word, event)
    return found
