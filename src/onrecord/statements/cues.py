"""Cues: the verbs by which an article gives words or beliefs as somebody's.

The table `data/cues.tsv` has a row a verb. Its frames say what the verb may take as content:

    c  a clause, marked or not           "said the talks failed", "said that ..."
    t  a marked clause or a quotation     "learned that ...", "answered: “...”"
    a  an addressee, then a clause        "told reporters the talks failed"
    o  an object                          "condemned the strikes on the capital"
    s  an object and "as"                 "described the offer as a start"
    i  "to" and an infinitive             "vowed to answer in writing"
    u  an object, "to" and an infinitive  "urged both sides to return"
    k  a preposition and its object       "called for new talks", "warned of war"
    q  a quotation only                   "“Go,” he shouted"
"""

import re
from importlib.resources import files
from typing import Literal

from msgspec import Struct, convert

from onrecord.record import Act

Form = Literal["base", "third", "past", "ing"]


class Verb(Struct, frozen=True):
    """A row of the table."""

    lemma: str
    frames: frozenset[str]
    act: Act


def regular_forms(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of a regular verb."""
    if re.search(r"[^aeiou]y$", lemma):
        stem = lemma[:-1]
        return stem + "ies", stem + "ied", stem + "ied", lemma + "ing"
    third = lemma + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", lemma) else "s")
    if lemma.endswith("e"):
        return third, lemma + "d", lemma + "d", lemma[:-1] + "ing"
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


def forms_of(lemma: str, irregular: str) -> dict[str, Form]:
    """The forms of a verb; `irregular` gives those of one that is not regular, as the tables do."""
    third, past, participle, ing = irregular.split() if irregular else regular_forms(lemma)
    return {
        lemma: "base",
        third: "third",
        **dict.fromkeys([*past.split("|"), *participle.split("|")], "past"),
        **dict.fromkeys(ing.split("|"), "ing"),
    }


def read_verbs(table: str) -> dict[str, tuple[Verb, Form]]:
    """{word form in small letters: (verb, form)} of a table as in `data/cues.tsv`; its first row names the columns."""
    found: dict[str, tuple[Verb, Form]] = {}
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    for lemma, irregular, frames, act, _source in rows[1:]:
        verb = Verb(lemma, frozenset(frames), convert(act, Act))
        for form, kind in forms_of(lemma, irregular).items():
            if kind != "base" or form not in found:
                found[form] = (verb, kind)
    return found


VERBS = read_verbs((files("onrecord.data") / "cues.tsv").read_text("utf-8"))
