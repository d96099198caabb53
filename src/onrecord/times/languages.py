"""The grammar of each language, read from its folder: `words.toml` and `rules.toml`.

docs/times.md says what these files hold. A language is nothing but its two files.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.times import expressions
from onrecord.times.expressions import Expression
from onrecord.times.grammar import Grammar, Modifier, Rule
from onrecord.times.lexemes import Habits, Lexicon
from onrecord.times.makers import MAKERS

LANGUAGES = ("de", "en")


@cache
def grammar(language: str, *, references: bool = False) -> Grammar:
    """The grammar of a language. Raises LookupError for one that has no folder.

    language: the first part of its BCP 47 tag, "en".
    references: whether "now", "recently" and the like are found too.
    """
    if language not in LANGUAGES:
        raise LookupError(f'no times in the language "{language}"; there are {", ".join(LANGUAGES)}')
    words, rules = (_read(language, name) for name in ("words.toml", "rules.toml"))
    lexicon = Lexicon(words_of(language), _habits(words["habits"]), rules["sets"], words["feasts"])
    made = [_rule(row) for row in rules["rules"] if references or not row.get("reference")]
    return Grammar(lexicon, made, rules["fragments"], [_modifier(row, rules["kinds"]) for row in rules["modifiers"]])


def _read(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files("onrecord.times").joinpath(language, name).read_text("utf-8"))


def words_of(language: str) -> dict[str, dict[str, object]]:
    """The words that the rules of a language know, with their values, by class."""
    return dict(_words(_read(language, "words.toml")["words"]))


def _words(table: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, object]]]:
    """The words of each class with their values: `class = "words"`, or `class = { value = "words" }`."""
    for name, row in table.items():
        by_value = row if isinstance(row, dict) else {"none": row}
        yield name, {word: _value(value) for value, words in by_value.items() for word in words.split()}


def _value(written: str) -> object:
    """A whole number, a word, or None for "none"."""
    if written.lstrip("-").isdigit():
        return int(written)
    return None if written == "none" else written


def _habits(table: Mapping[str, Any]) -> Habits:
    return Habits(
        names=frozenset(table["names"].split()),
        capital_nouns=table["capital_nouns"],
        plural=tuple(table["plural"].split()),
        past=tuple(table["past"].split()),
        lasting=tuple(table.get("lasting", "").split()),
        decimal=table["decimal"],
        day_first=table["day_first"],
    )


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(row["name"], row["needs"], row["pattern"], MAKERS[row["make"]], row.get("group"), row.get("mod"))


def _modifier(row: Mapping[str, Any], kinds: Mapping[str, str]) -> Modifier:
    of: list[type[Expression]] = [getattr(expressions, kind) for kind in kinds[row["of"]].split()]
    return Modifier(row["pattern"], row.get("mod"), tuple(of), row["before"])
