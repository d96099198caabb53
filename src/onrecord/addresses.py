"""Where the page shows something: addresses from its root, for all who link to it."""

from collections.abc import Sequence
from urllib.parse import quote

from onrecord.spans import Span


def passage_address(id: str, pieces: Sequence[Span]) -> str:
    """That of words of the article of that id, marked there; of the article where there are none."""
    at = f"?at={pieces[0].start}-{pieces[-1].end}#passage" if pieces else ""
    return f"/article/{quote(id, safe='')}{at}"
