"""The key under which an archive keeps a party.

Which parties are one is decided in onrecord.identity; a key only has to be readable and to be free.
"""

from hashlib import sha256

from onrecord.identity.bodies import known_kind, known_name
from onrecord.identity.folding import fold
from onrecord.record import Party

__all__ = ["fold", "party_key", "second_key", "usual_key"]


def party_key(party: Party, article_id: str) -> str:
    """What a page's address carries: the kind and the folded name, as in "person-ada-venn"."""
    name = known_name(party.name) if party.kind in ("country", "organisation") else None
    slug = fold(name or party.name).replace(" ", "-") or _digest(party.name)
    return f"unnamed-{slug}-{_digest(article_id)}" if party.kind == "unnamed" else f"{party.kind}-{slug}"


def usual_key(name: str) -> str | None:
    """The key of the country or great organisation that a name of it means: that of United States for "US"."""
    kind, usual = known_kind(name), known_name(name)
    return f"{kind}-{fold(usual).replace(' ', '-')}" if kind and usual else None


def second_key(key: str, article_id: str) -> str:
    """The key of a namesake of the party of that key, by the article in which it was met first."""
    return f"{key}-{_digest(article_id)}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
