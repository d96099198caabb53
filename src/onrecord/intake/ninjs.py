"""ninjs: news in JSON, versions 1.x, 2.x and 3.x. Source: the schemas of the IPTC, ninjs 1.0 to 3.3.

Version 1 has `headline`, `body_xhtml` and the like with any name behind the line, 2 and 3 have lists of values with
roles. Names are compared in small letters, since 1 writes `versioncreated` and 3 `versionCreated`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from onrecord.errors import ReadError
from onrecord.intake.blocks import html_text
from onrecord.intake.copy import Copy
from onrecord.intake.markup import parse_xml
from onrecord.intake.nitf import told_by_nitf, within
from onrecord.intake.stated import moment, stated, status_of
from onrecord.intake.told import Told, byline_of, copy_of, sorted_names
from onrecord.record import Signals

# What a record has a field for, or what says nothing about the article; all else is named as left out.
_KEPT: Final = frozenset(
    """
    uri guid type mimetype source firstpublished representationtype profile version versioncreated firstcreated
    contentcreated embargoed
    embargoeduntil pubstatus urgency language by byline located headlines descriptions bodies title usageterms ednote
    standard $standard infosources
    """.split()
)
_DATES: Final = ("firstpublished", "firstcreated", "versioncreated", "contentcreated")
_DECK: Final = frozenset("sub subheadline subhead subtitle deck standfirst".split())
_MAIN: Final = frozenset(["", "main", "headline", "full", "simple"])
# Roles of people who wrote the item, in `rel`. Source: ninjs, User Guide ("creator"), and the roles of agencies' own.
_WRITERS: Final = frozenset(["creator", "author"])
# Roles by which `export.ninjs` writes into `altIds` what ninjs has no property for.
_ALTERNATIVES: Final = frozenset(["replaces", "url", "published", "embargo"])
_PARAGRAPHS = re.compile(r"\n\s*\n")
# How deep associations may stand within associations.
_DEEPEST: Final = 4


def is_ninjs(values: Mapping[str, Any]) -> bool:
    """Whether the names of a JSON object are those of a ninjs item."""
    names = {name.lower() for name in values}
    told = names & {"versioncreated", "headlines", "bodies", "headline", "renditions", "eventdetails", "descriptions"}
    # Superdesk, which many agencies use, writes `guid` for `uri`.
    return (
        bool(names & {"uri", "guid"})
        and "text" not in names
        and bool(told or any(n.startswith("body_") for n in names))
    )


def read_ninjs(values: Mapping[str, Any], *, where: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The article of an item, and behind it those that are associated with it and have a text of their own.

    where: what to call the item in a message.
    """
    try:
        yield copy_of(_told(values, where), where=where, published=published)
    except ReadError as error:
        yield error
    for name, item in _associated(values, _DEEPEST):
        if _has_text(item):
            yield from read_ninjs({**item, "associations": None}, where=f"{where}: {name}", published=published)


def _told(values: Mapping[str, Any], where: str) -> Told:
    item = _Item(values)
    told = Told(
        format="ninjs",
        id=item.words("uri") or item.words("guid"),
        headline=item.valued("headline", _MAIN) or item.any_valued("headline") or item.words("title"),
        deck=item.valued("headline", _DECK),
        summary=item.any_plain("description", where),
        byline=item.byline(),
        place=item.words("located"),
        published=item.alternative("published") or next(filter(None, map(moment, map(item.words, _DATES))), None),
        language=item.words("language"),
        provider=item.provider(),
        publisher=item.with_role("infosources", "publisher"),
        section=item.section(),
        url=item.alternative("url"),
        signals=_signals(item),
        left_out=item.left_out(),
    )
    return _with_body(told, item, where)


def _signals(item: "_Item") -> Signals:
    genres = [each.get(key) for each in item.objects("genres") for key in ("literal", "uri", "name")]
    return stated(
        [item.words("pubstatus"), item.words("profile"), *(word for word in genres if isinstance(word, str))],
        notes=_PARAGRAPHS.split(item.words("ednote") or ""),
        terms=item.words("usageterms"),
        version=item.words("version"),
        embargo=moment(item.words("embargoeduntil") or item.words("embargoed")) or item.alternative("embargo"),
        replaces=item.alternative("replaces"),
        urgency=item.words("urgency"),
    )


def _with_body(told: Told, item: "_Item", where: str) -> Told:
    """The item with the body that keeps its paragraphs best; one of markup before one of plain text."""
    bodies = sorted(item.values("body"), key=lambda body: _KINDS.get(_kind(*body), 3))
    for role, kind, value in bodies:
        inner = _body(_kind(role, kind, value), value, where)
        if inner.body:
            return within(told, inner)
    return told


def _body(kind: str, value: str, where: str) -> Told:
    if kind == "nitf":
        try:
            return told_by_nitf(parse_xml(value.encode("utf-8", "replace"), name=where))
        except ReadError:  # cut short, as in examples: another body says the same
            return Told(format="")
    if kind == "plain":
        return Told(format="", body=value)
    text, left = html_text(value, name=where)
    return Told(format="", body=text, left_out=sorted_names(left))


_KINDS: Final = {"html": 0, "nitf": 1, "plain": 2}


def _kind(role: str, kind: str, value: str) -> str:
    told = f"{kind} {role}".lower()
    if "nitf" in told:
        return "nitf"
    if "html" in told or "richtext" in told:
        return "html"
    return "plain" if "plain" in told or "text" in told else "html" if value.lstrip().startswith("<") else "plain"


class _Item:
    """The properties of one item, by their names in small letters."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {name.lower(): value for name, value in values.items() if value not in (None, "", [], {})}

    def words(self, name: str) -> str | None:
        value = self._values.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return value.strip() or None if isinstance(value, str) else None

    def objects(self, name: str) -> list[Mapping[str, Any]]:
        value = self._values.get(name)
        return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

    def values(self, name: str) -> list[tuple[str, str, str]]:
        """Role, media type and value of each headline, body or description."""
        plural = {"body": "bodies"}.get(name, f"{name}s")
        listed = [tuple(str(each.get(key) or "") for key in ("role", "contentType", "value")) for each in
                  self.objects(plural)]  # fmt: skip
        named = [(key[len(name) + 1 :], "", value) for key, value in self._values.items()
                 if (key == name or key.startswith(f"{name}_")) and isinstance(value, str)]  # fmt: skip
        return [(role, kind, value) for role, kind, value in [*listed, *named] if value.strip()]

    def valued(self, name: str, roles: frozenset[str]) -> str | None:
        return next((value for role, _, value in self.values(name) if role.lower() in roles), None)

    def any_valued(self, name: str) -> str | None:
        return next((value for _, _, value in self.values(name)), None)

    def any_plain(self, name: str, where: str) -> str | None:
        found = self.values(name)
        best = next((each for each in found if each[0].lower() in ("text", "caption", "lead", "main", "")), None)
        _, _, value = best or (found[0] if found else ("", "", ""))
        return html_text(value, name=where)[0] if value else None

    def byline(self) -> tuple[str, ...]:
        people = [each.get("name") for each in self.objects("people") if each.get("rel") in _WRITERS]
        named = tuple(name for name in people if isinstance(name, str) and name.strip())
        by = self.words("by") or self.words("byline")
        return named or byline_of(by)

    def provider(self) -> str | None:
        listed = [each for each in self.objects("infosources") if each.get("role") != "publisher"]
        names = [each.get("name") for each in listed]
        named = next((name for name in names if isinstance(name, str) and name.strip()), None)
        return named or self.words("source") or self.words("copyrightholder")

    def with_role(self, name: str, role: str) -> str | None:
        """The name of the first object of that role in a list."""
        found = (each.get("name") for each in self.objects(name) if each.get("role") == role)
        return next((each for each in found if isinstance(each, str)), None)

    def alternative(self, role: str) -> str | None:
        """The first of `altIds` of that role."""
        found = (each.get("value") for each in self.objects("altids") if each.get("role") == role)
        return next((each.strip() for each in found if isinstance(each, str) and each.strip()), None)

    def section(self) -> str | None:
        """The subject that says that it is the section."""
        found = (each.get("name") for each in self.objects("subjects") if each.get("rel") == "section")
        return next((each for each in found if isinstance(each, str)), None)

    def left_out(self) -> tuple[str, ...]:
        kept = (*(f"{name}_" for name in ("body", "headline", "description")), "body", "headline", "description")
        names = {name for name in self._values if name not in _KEPT and not name.startswith(kept)}
        if not self._values.get("infosources") and not self._values.get("source"):
            names.discard("copyrightholder")
        if len(self.values("headline")) > 1 + (self.valued("headline", _DECK) is not None):
            names.add("another headline")
        read = {
            "people": all(each.get("rel") in _WRITERS for each in self.objects("people")),
            "subjects": all(each.get("rel") == "section" for each in self.objects("subjects")),
            "altids": all(each.get("role") in _ALTERNATIVES for each in self.objects("altids")),
            "genres": all(status_of(str(each.get("name"))) for each in self.objects("genres")),
        }
        # Version 1 has objects where 2 and 3 have lists of them.
        return sorted_names(name for name in names if not (read.get(name) and self.objects(name)))


def _associated(values: Mapping[str, Any], deepest: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    held = values.get("associations")
    pairs = list(held.items()) if isinstance(held, dict) else []
    if isinstance(held, list):
        pairs = [(str(each.get("name") or number), each) for number, each in enumerate(held) if isinstance(each, dict)]
    for name, item in pairs:
        if isinstance(item, dict):
            yield f"association {name}", item
            if deepest > 1:
                yield from _associated(item, deepest - 1)


def _has_text(values: Mapping[str, Any]) -> bool:
    """Whether an associated item is an article: its text is a body, not the description of a picture."""
    item = _Item(values)
    return item.words("type") in (None, "text", "composite") and bool(item.values("body"))
