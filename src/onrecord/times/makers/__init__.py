"""What the rules of every language make of their hits, by the names that `rules.toml` calls them.

A maker knows word classes and the groups of a pattern, never words: those are in the folder of the language.
"""

from collections.abc import Callable, Mapping

from onrecord.times.expressions import Expression
from onrecord.times.hits import Hit
from onrecord.times.makers import calendar, clocks, days, lengths, relative, sets

Maker = Callable[[Hit], Expression | None]

MAKERS: Mapping[str, Maker] = {
    name: maker for module in (days, calendar, relative, lengths, clocks, sets) for name, maker in module.MAKERS.items()
}
