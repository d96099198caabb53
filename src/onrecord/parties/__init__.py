"""Who is named in an article, and who "he", "the minister" and "the US side" are."""

from onrecord.parties.cast import (
    Cast,
    Form,
    Mention,
    Numbered,
    description_at,
    may_speak,
    numbered,
    party_at,
    with_mentions,
)
from onrecord.parties.find import find_parties
from onrecord.parties.pronouns import bind_quoted
from onrecord.parties.sources import Sources

__all__ = [
    "Cast",
    "Form",
    "Mention",
    "Numbered",
    "Sources",
    "bind_quoted",
    "description_at",
    "find_parties",
    "may_speak",
    "numbered",
    "party_at",
    "with_mentions",
]
