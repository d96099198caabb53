"""Authority files: what they say, what is wrong with them, and whom they settle."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.identity.authority import Authorities, Authority, HeldRole, parse, read_authorities
from onrecord.identity.facts import Facts
from onrecord.identity.roles import RoleFacts, role_facts
from onrecord.record import PartyKind

CSV = """\
id,names,kind,roles,country
q1,Ada Venn | Ada M. Venn,person,Foreign Minister (2018-05-01/2021-03-31) | envoy,Teskia
q2,Ada Venn,person,judge,Orvenia
q3,Keld Basin Council | KBC,organisation,,
q4,John Smith,person,striker,
q5,Joseph R. Tolan Jr.,person,Vice President (2020-01-20/),
q6,Bo Tal,person,Ohio Gov. (2015-01-01/2018-12-31),
q7,Bo Tal,person,Ohio Gov. (2019-01-01/),
"""


@pytest.fixture
def listed(tmp_path: Path) -> Authorities:
    path = tmp_path / "people.csv"
    path.write_text(CSV)
    return read_authorities(path)


def test_a_row_of_csv(listed: Authorities) -> None:
    roles = (HeldRole("Foreign Minister", "2018-05-01", "2021-03-31"), HeldRole("envoy"))
    assert listed.rows[0] == Authority("q1", ("Ada Venn", "Ada M. Venn"), "person", roles, "Teskia")


@pytest.mark.parametrize("lines", [False, True])
def test_the_same_in_json(tmp_path: Path, listed: Authorities, lines: bool) -> None:
    path = tmp_path / "people.json"
    rows = [
        {"id": row.id, "names": list(row.names), "kind": row.kind, "country": row.country,
         "roles": [{"role": held.role, "start": held.start, "end": held.end} for held in row.roles]}
        for row in listed.rows
    ]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, rows)) if lines else json.dumps(rows))
    assert read_authorities(path).rows == listed.rows


@pytest.mark.parametrize(
    ("name", "kind", "role", "day", "found", "ground"),
    [
        ("Ada Venn", "person", "Foreign Minister", "2019-01-01", "q1", "authority: name and role"),
        ("Ada Venn", "person", "judge", None, "q2", "authority: name"),
        ("Ada Venn", "person", None, None, None, "several in the authority file: q1, q2"),
        ("Ada Venn", "person", "striker", None, None, "nothing but the name agrees with the authority file"),
        ("Joe Tolan", "person", "Vice President", None, "q5", "authority: name and role"),
        ("Tolan", "person", "Vice President", None, "q5", "authority: name and role"),
        ("Tolan", "person", None, None, None, "nothing but the name agrees with the authority file"),
        ("John Smith", "person", None, None, None, "nothing but the name agrees with the authority file"),
        ("John Smith", "person", "Keld striker", None, None, "nothing but the name agrees with the authority file"),
        ("KBC", "organisation", None, None, "q3", "authority: name"),
        ("KBC", "person", None, None, None, "in no authority file"),
        ("Nobody Known", "person", None, None, None, "in no authority file"),
        ("Bo Tal", "person", "Ohio Gov.", "2016-01-01", "q6", "authority: name and role"),
        ("Bo Tal", "person", "Ohio Gov.", "2020-01-01", "q7", "authority: name and role"),
        ("Bo Tal", "person", "Ohio Gov.", None, None, "several in the authority file: q6, q7"),
        ("Bo Tal", "person", "Texas Gov.", "2020-01-01", None, "nothing but the name agrees with the authority file"),
    ],
)
def test_whom_the_file_settles(
    listed: Authorities, name: str, kind: PartyKind, role: str | None, day: str | None, found: str | None, ground: str
) -> None:
    facts = Facts(name, kind, role=role_facts(role) if role else RoleFacts())
    assert listed.find(facts, day) == (found, ground)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name\nAda", "people.csv:1: the columns are name; need id and names"),
        ("", "people.csv:1: the columns are none; need id and names"),
        ("id,names,born\nq1,Ada,1970", "people.csv:1: unknown column “born”"),
        ("id,names\nq1,Ada,more", "people.csv:2: not as many cells as columns"),
        ("id,names\n,Ada", "people.csv:2: “id” is missing"),
        ("id,names\nq1, | ", "people.csv:2: “names” is missing"),
        ("id,names\nq1,Ada\n\nq1,Bo", "people.csv:4: id “q1” stands at .*people.csv:2 too"),
        ("id,names,kind\nq1,Ada,robot", "people.csv:2: “kind” is “robot”; write person"),
        ("id,names,roles\nq1,Ada,judge (2018/)", "people.csv:2: “2018” of “judge” is no day"),
        ("id,names,roles\nq1,Ada,judge (2018-02-30/)", "people.csv:2: “2018-02-30” of “judge” is no day"),
        ("id,names,roles\nq1,Ada,judge (2018-02-02/2017-01-01)", "people.csv:2: “judge” ends on 2017-01-01, before"),
        ('id,names\nq1,"Ada', "people.csv:[12]: is no CSV"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text)
    with pytest.raises(ReadError, match=words):
        read_authorities(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[{", "people.json:1: is no JSON"),
        ('{"id": "q1", "names": ["Ada"]}\n{"id"', "people.json:2: is no JSON"),
        ("[3]", "people.json: entry 1: “id” is missing"),
        ('[{"id": 7, "names": ["Ada"]}]', "people.json: entry 1: “id” is 7; write it as text"),
        ('[{"id": "q1", "names": [7]}]', "“names” is .*; write a list of texts"),
        ('[{"id": "q1", "names": ["Ada"], "born": 1}]', "unknown field “born”"),
        ('[{"id": "q1", "names": ["Ada"], "roles": [{"role": 1}]}]', "“roles”: .*; write"),
    ],
)
def test_what_is_wrong_with_json(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "people.json"
    path.write_text(text)
    with pytest.raises(ReadError, match=words):
        read_authorities(path)


def test_no_file_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_authorities(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("id,names\nq1,Müller".encode("latin-1"))
    with pytest.raises(ReadError, match="is no UTF-8 text"):
        read_authorities(tmp_path / "latin.csv")


def refusal(read: Callable[[], object]) -> str | None:
    """The message with which it is refused; None where it is read."""
    try:
        read()
    except ReadError as error:
        return str(error)
    return None


@settings(deadline=None)
@given(st.text(), st.sampled_from(["a.csv", "a.json"]))
def test_any_file_is_read_or_refused_by_name(tmp_path_factory: pytest.TempPathFactory, text: str, name: str) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(text.encode("utf-8", "replace"))
    refused = refusal(lambda: read_authorities(path))
    assert refused is None or refused.startswith(str(path))


VALUES = st.none() | st.integers() | st.text(max_size=8) | st.lists(st.text(max_size=8) | st.integers(), max_size=3)


@given(st.dictionaries(st.sampled_from(["id", "names", "kind", "roles", "country", "x"]), VALUES))
def test_any_row_is_a_party_or_refused(row: dict[str, object]) -> None:
    refused = refusal(lambda: parse([("here", row)]))
    if refused is None:
        (made,) = parse([("here", row)])
        assert made.id == str(row["id"]).strip()
        assert made.names
    else:
        assert refused.startswith("here: ")
