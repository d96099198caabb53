"""What a site's robots.txt allows. Source: RFC 9309 (Robots Exclusion Protocol)."""

import re
from typing import Final
from urllib.parse import quote, unquote

from msgspec import Struct

# In bytes, as the RFC has it: what stands behind is not read.
LONGEST: Final = 500 * 1024
_LINE = re.compile(r"\s*([A-Za-z-]{1,40})\s*:\s*([^#]*)")
# A rule with more stars than this is taken up to there: each star costs a search.
_MOST_STARS: Final = 20


class Rule(Struct, frozen=True):
    """A path that may or may not be asked; "*" stands for anything, "$" at the end for the end."""

    allows: bool
    path: str


class Robots(Struct, frozen=True):
    """The rules for us, and how many seconds to leave between two requests, where the site says so."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether the path, with its query, may be asked: the longest rule that fits says so, "allow" on a tie."""
        asked = _plain(path)
        fitting = [rule for rule in self.rules if _fits(rule.path, asked)]
        if not fitting or path == "/robots.txt":
            return True
        return max(fitting, key=lambda rule: (len(rule.path), rule.allows)).allows


ALLOWS_ALL: Final = Robots()
ALLOWS_NOTHING: Final = Robots((Rule(False, "/"),))


def read_robots(data: bytes, *, agent: str) -> Robots:
    """The rules of a robots.txt for `agent`, a product name such as "onrecord"; else those for all."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    open_group = False
    for line in data[:LONGEST].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        field, value = match[1].lower(), match[2].strip()
        if field == "user-agent":
            names = [*names, value.lower()] if open_group else [value.lower()]
            open_group = True
            groups.setdefault(value.lower(), [])
        elif field in ("allow", "disallow", "crawl-delay"):
            open_group = False
            for name in names:
                groups[name].append((field, value))
    lines = groups.get(agent.lower(), groups.get("*", []))
    rules = tuple(Rule(field == "allow", _plain(value)) for field, value in lines if value and field != "crawl-delay")
    return Robots(rules, next((delay for field, value in lines if (delay := _delay(field, value)) is not None), None))


def _delay(field: str, value: str) -> float | None:
    return float(value) if field == "crawl-delay" and re.fullmatch(r"\d{1,5}(?:\.\d{1,3})?", value) else None


def _plain(path: str) -> str:
    """The path as paths are compared: what need not be escaped is not."""
    return quote(unquote(path), safe="/?&=*$:@!,;+~'()")


def _fits(rule: str, path: str) -> bool:
    """Whether the rule's path fits the beginning of the path, or all of it where it ends in "$"."""
    ends = rule.endswith("$")
    parts = rule.removesuffix("$").split("*")[:_MOST_STARS]
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    for number, part in enumerate(parts[1:], start=2):
        if ends and number == len(parts):
            return len(path) - len(part) >= at and path.endswith(part)
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not ends or at == len(path)
