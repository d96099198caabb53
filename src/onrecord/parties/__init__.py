"""Who is named in an article, and who "he", "the minister" and "the US side" are."""

from onrecord.parties.cast import (
    Cast,
    Form,
    Mention,
    described,
    description_at,
    may_speak,
    numbered,
    party_at,
    spoken_for,
    with_mentions,
)
from onrecord.parties.find import find_parties
from onrecord.parties.pronouns import bind_quoted, may_mean

__all__ = [
    "Cast",
    "Form",
    "Mention",
    "bind_quoted",
    "described",
    "description_at",
    "find_parties",
    "may_mean",
    "may_speak",
    "numbered",
    "party_at",
    "spoken_for",
    "with_mentions",
]
