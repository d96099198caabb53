"""Files that say who is who: ids of one's own for persons, organisations and countries, as CSV or JSON.

A row or object has `id`, `names` (the usual one first), `kind`, and may have `roles` (each with the days from and until
which it was held) and `country`. In CSV several names or roles in one cell are parted by ` | ` and a role's days stand
behind it in brackets: "Foreign Minister (2018-05-01/2021-03-31) | envoy (2021-04-01/)".
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec import Struct

from onrecord.errors import ReadError
from onrecord.identity.bodies import body_words, known_name
from onrecord.identity.facts import Facts, facts_of
from onrecord.identity.folding import fold
from onrecord.identity.matching import Listed, settle
from onrecord.identity.persons import block, parse_person
from onrecord.identity.roles import RoleFacts, role_facts
from onrecord.record import PartyKind, Record

_KINDS = ("person", "organisation", "country", "place", "group")
_ROLE = re.compile(r"(?P<role>[^()]*[^()\s])\s*\(\s*(?P<start>[\d-]*)\s*/\s*(?P<end>[\d-]*)\s*\)")
_FIELDS = frozenset(["id", "names", "kind", "roles", "country"])


class HeldRole(Struct, frozen=True):
    """start, end: "YYYY-MM-DD", both inclusive; None where the file does not say."""

    role: str
    start: str | None = None
    end: str | None = None


class Authority(Struct, frozen=True):
    """What a file says of one party."""

    id: str
    names: tuple[str, ...]
    kind: PartyKind = "person"
    roles: tuple[HeldRole, ...] = ()
    country: str | None = None


class Authorities:
    """The parties of a file, to be found by the names and roles that an article gives."""

    def __init__(self, rows: Iterable[Authority]) -> None:
        self.rows = tuple(rows)
        self._by_block: dict[tuple[str, str], list[Authority]] = {}
        for row in self.rows:
            for key in dict.fromkeys(_blocks(row.kind, row.names)):
                self._by_block.setdefault(key, []).append(row)

    def find(self, facts: Facts, day: str | None) -> tuple[str | None, str]:
        """The id of the party that an article names, and the ground; None where none fits, or more than one.

        day: the article's; of roles with days only those count that were held on it or before.
        """
        keys = dict.fromkeys(_blocks(facts.kind, (facts.name, *facts.forms)))
        rows = {row.id: row for key in keys for row in self._by_block.get(key, ())}
        return settle(facts, [_listed(row, day) for row in rows.values()])

    def apply(self, record: Record) -> Record:
        """The record with `authority` set in each party that one row fits, and in no other."""
        day = _day(record)
        parties = []
        for party, facts in zip(record.parties, facts_of(record), strict=True):
            found, _ = self.find(msgspec.structs.replace(facts, authority=None), day)
            parties.append(msgspec.structs.replace(party, authority=found))
        return msgspec.structs.replace(record, parties=tuple(parties))


def _day(record: Record) -> str | None:
    """The day by which roles are judged: the dateline's, else that of publication."""
    given = (record.article.dateline.date, (record.article.published or "")[:10])
    return next((day for day in given if day and _is_day(day)), None)


def _blocks(kind: PartyKind, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield kind, block(parse_person(name)) if kind == "person" else body_words(name)


def _listed(row: Authority, day: str | None) -> Listed:
    held = [role for role in row.roles if day is None or role.start is None or role.start <= day]
    now = [role for role in held if day is None or role.end is None or day <= role.end]
    return Listed(row.id, row.names, _role_facts(held, row.country), _role_facts(now, row.country))


def _role_facts(roles: Iterable[HeldRole], country: str | None) -> RoleFacts:
    facts = [role_facts(held.role) for held in roles]
    joined = {
        name: frozenset[str]().union(*(getattr(one, name) for one in facts)) for name in RoleFacts.__struct_fields__
    }
    if country:
        joined["countries"] |= {known_name(country) or country}
    return RoleFacts(**joined)


# -- reading


def read_authorities(path: Path) -> Authorities:
    """The parties of a CSV or JSON file. Raises ReadError with the file, the line and the mend of what is wrong."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}); name an authority file") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: is no UTF-8 text; save it as UTF-8") from error
    read = _json_rows if path.suffix.lower() in (".json", ".jsonl") else _csv_rows
    return Authorities(parse(read(text, str(path))))


def parse(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Authority]:
    """The parties of rows, each with its place ("people.csv:3") for messages. Raises ReadError."""
    found: dict[str, str] = {}
    made = []
    for where, row in rows:
        one = _authority(row, where)
        if one.id in found:
            raise ReadError(f"{where}: id “{one.id}” stands at {found[one.id]} too; give each party one row")
        found[one.id] = where
        made.append(one)
    return made


def _csv_rows(text: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = set(reader.fieldnames or ())
        if not {"id", "names"} <= header:
            given = ", ".join(sorted(header)) or "none"
            raise ReadError(f"{name}:1: the columns are {given}; need id and names, may have kind, roles, country")
        if extra := header - _FIELDS:
            raise ReadError(f"{name}:1: unknown column “{min(map(str, extra))}”; use {', '.join(sorted(_FIELDS))}")
        for row in reader:
            where = f"{name}:{reader.line_num}"
            if None in row or None in row.values():
                raise ReadError(f"{where}: not as many cells as columns; put quotation marks around commas")
            yield where, {key: value.strip() for key, value in row.items() if value.strip()}
    except csv.Error as error:
        raise ReadError(f'{name}:{reader.line_num}: is no CSV ({error}); quote cells with "') from error


def _json_rows(text: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects of a JSON list, or of lines of JSON."""
    if text.lstrip().startswith("["):
        for number, row in enumerate(_decoded(text, name, 0), 1):
            yield f"{name}: entry {number}", row if isinstance(row, dict) else {}
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            row = _decoded(line, name, number - 1)
            yield f"{name}:{number}", row if isinstance(row, dict) else {}


def _decoded(text: str, name: str, before: int) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = before + getattr(error, "lineno", 1)
        raise ReadError(f"{name}:{line}: is no JSON ({error}); write a list of objects, or one a line") from error


def _authority(row: Mapping[str, Any], where: str) -> Authority:
    if extra := set(row) - _FIELDS:
        raise ReadError(f"{where}: unknown field “{min(extra)}”; use {', '.join(sorted(_FIELDS))}")
    id, kind, country = (_text(row, field, where) for field in ("id", "kind", "country"))
    if id is None:
        raise ReadError(f"{where}: “id” is missing; give the party an id of your own")
    if kind is not None and kind not in _KINDS:
        raise ReadError(f"{where}: “kind” is “{kind}”; write {', '.join(_KINDS)}")
    names = tuple(_texts(row, "names", where))
    if not any(fold(name) for name in names):
        raise ReadError(f"{where}: “names” is missing; give the usual name, others behind it")
    roles = tuple(_held(role, where) for role in _roles(row, where))
    return Authority(id, names, _kind(kind), roles, country)


def _kind(kind: str | None) -> PartyKind:
    return next((known for known in get_args(PartyKind) if known == kind), "person")


def _text(row: Mapping[str, Any], field: str, where: str) -> str | None:
    value = row.get(field)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise ReadError(f"{where}: “{field}” is {value!r}; write it as text")
    return value.strip()


def _texts(row: Mapping[str, Any], field: str, where: str) -> list[str]:
    value = row.get(field, [])
    parts = value.split("|") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise ReadError(f"{where}: “{field}” is {value!r}; write a list of texts, in CSV parted by |")
    return [part.strip() for part in parts if part.strip()]


def _roles(row: Mapping[str, Any], where: str) -> list[HeldRole]:
    """The roles as the file has them: text with its days in brackets, or objects {"role", "start", "end"}."""
    value = row.get("roles", [])
    if isinstance(value, list) and any(isinstance(part, dict) for part in value):
        try:
            return msgspec.convert(value, list[HeldRole])
        except msgspec.ValidationError as error:
            raise ReadError(f'{where}: “roles”: {error}; write {{"role", "start", "end"}} for each') from error
    made = []
    for text in _texts(row, "roles", where):
        found = _ROLE.fullmatch(text)
        made.append(HeldRole(found["role"], found["start"] or None, found["end"] or None) if found else HeldRole(text))
    return made


def _held(role: HeldRole, where: str) -> HeldRole:
    for day in (role.start, role.end):
        if day is not None and not _is_day(day):
            raise ReadError(f"{where}: “{day}” of “{role.role}” is no day; write it as YYYY-MM-DD")
    if role.start and role.end and role.end < role.start:
        raise ReadError(f"{where}: “{role.role}” ends on {role.end}, before it starts; turn the days round")
    return role


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
