"""Names without what does not tell them apart: case, accents, punctuation."""

import re
import unicodedata
from functools import lru_cache

# Accents of Latin, Greek and Cyrillic letters. The marks of other scripts are vowels, which tell names apart.
_ACCENT = re.compile("[\u0300-\u036f]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The words of `name` in small letters, without accents and punctuation, one space between them."""
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", name)).casefold()
    kept = "".join(sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in plain)
    return unicodedata.normalize("NFC", " ".join(kept.split()))
