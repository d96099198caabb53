"""Who is named in an article, and who "he", "the minister" and "the US side" are."""

from onrecord.parties.cast import Cast, Form, Mention, described, party_at
from onrecord.parties.find import find_parties
from onrecord.parties.pronouns import antecedents

__all__ = ["Cast", "Form", "Mention", "antecedents", "described", "find_parties", "party_at"]
