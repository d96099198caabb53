"""The pages say what is so: their commands print what they show, and nothing public is left out."""

import doctest
import json
import re
from pathlib import Path

import msgspec
import pytest
from docs.generate import PAGES, ROOT, SCHEMA, page, run, schema

from onrecord import record
from onrecord.archive import Archive
from onrecord.archive.deed_schema import DEEDS
from onrecord.archive.schema import IDENTITY, KEEPING, TABLES
from tests.golden_records import example_records


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_shows_what_the_commands_print(path: Path) -> None:
    text = path.read_text("utf-8")
    assert page(text).splitlines() == text.splitlines(), "run `make docs`"


def test_the_schema_is_that_of_the_record() -> None:
    assert SCHEMA.read_text("utf-8") == schema(), "run `make docs`"
    assert json.loads(SCHEMA.read_text("utf-8")) == json.loads(json.dumps(record.schema()))


def test_the_python_of_the_readme_runs() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried > 0
    assert failed == 0


def commands() -> list[str]:
    listed = run("onrecord --help", ROOT).split("Commands:\n")[1]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


@pytest.mark.parametrize("command", commands())
def test_each_command_has_its_section_and_its_help(command: str) -> None:
    text = (ROOT / "docs/cli.md").read_text("utf-8")
    assert f"## `onrecord {command}`" in text
    assert f"$ onrecord {command} --help" in text


STRUCTS = (record.Record, record.Article, record.Dateline, record.Party, record.Time, record.Statement, record.Engine,
           record.Source, record.Paragraph, record.Signals, record.Event, record.Document, record.Step,
           record.Commitment)  # fmt: skip


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_each_field_of_a_record_is_explained(struct: type[msgspec.Struct]) -> None:
    text = (ROOT / "docs/record.md").read_text("utf-8")
    assert [field for field in struct.__struct_fields__ if f"`{field}`" not in text] == []


def test_each_table_of_an_archive_is_explained() -> None:
    text = (ROOT / "docs/archive.md").read_text("utf-8")
    tables = (*TABLES, *IDENTITY, *KEEPING, *DEEDS)
    names = [name for table in tables for name in re.findall(r"CREATE TABLE (\w+)", table)]
    assert names
    assert [name for name in names if f"`{name}`" not in text] == []


def test_each_rule_that_the_examples_use_is_explained() -> None:
    text = "".join((ROOT / "docs" / page).read_text("utf-8") for page in ("rules.md", "times.md"))
    used = {name for made in example_records() for said in made.statements for name in (said.rule, said.ground)}
    used |= {time.rule for made in example_records() for time in made.times}
    assert [name for name in sorted(used - {None}, key=str) if f"`{name}`" not in text] == []


def test_each_ground_of_who_is_who_is_explained(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "wire.db", create=True) as archive:
        archive.add_all(example_records())
        people = [*archive.persons(limit=1000), *archive.find_persons("official")]
        grounds = {seen.ground for person in people for seen in archive.appearances(person.key)}
    source = (ROOT / "src/onrecord/identity/deciding.py").read_text("utf-8")
    grounds |= set(re.findall(r'Verdict\("same", "([^"]+)", \d', source))
    text = (ROOT / "docs/identity.md").read_text("utf-8")
    assert len(grounds) > 5
    assert [ground for ground in sorted(grounds) if f"`{ground}`" not in text] == []


@pytest.mark.parametrize("path", [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "examples/README.md"], ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_each_example_is_told_of() -> None:
    text = (ROOT / "examples/README.md").read_text("utf-8")
    assert [made.id for made in example_records() if f"`{made.id}`" not in text] == []
