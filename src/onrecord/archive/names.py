"""When two names are the same, and the key under which an archive keeps a party.

Names are compared without regard to case, accents and punctuation: "MÜLLER-ORTH" and "Müller Orth" are one.
Over the archive, the same name and kind is the same party; only unnamed sources ("a senior official") are
never taken for each other from one article to the next.
"""

import re
import unicodedata
from hashlib import sha256

from onrecord.record import Party

# Accents of Latin, Greek and Cyrillic letters. The marks of other scripts are vowels, which tell names apart.
_ACCENT = re.compile("[\u0300-\u036f]+")


def fold(name: str) -> str:
    """The words of `name` in small letters, without accents and punctuation, one space between them."""
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", name)).casefold()
    kept = "".join(sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in plain)
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def party_key(party: Party, article_id: str) -> str:
    """What a page's address carries: the kind and the folded name, as in "person-ada-venn"."""
    slug = fold(party.name).replace(" ", "-") or _digest(party.name)
    return f"unnamed-{slug}-{_digest(article_id)}" if party.kind == "unnamed" else f"{party.kind}-{slug}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
