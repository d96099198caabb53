"""The converters between our records and the scorers' formats."""

import json
from pathlib import Path

import msgspec
import pytest

import attribution
import datelines
import gold
import run
import speed
from onrecord.intake.copy import DatelineText
from onrecord.record import Article, Commitment, Dateline, Engine, Event, Party, Record, Statement, Time, to_json
from onrecord.spans import Span

TEXT = "“We reply,” Corvast said on Friday, as she was told that Teskia waits."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


RECORD = Record(
    "a",
    Article(TEXT, dateline=Dateline("Valdmoor", "2019-03-08", "Boreal"), published="2019-03-08"),
    Engine("onrecord", "0"),
    (Party("p1", "Elena Corvast", "person"), Party("p2", "Teskia", "country")),
    (Time(at("Friday").start, at("Friday").end, "Friday", "DATE", "2019-03-08", "2019-03-08"),),
    (
        Statement("s1", (at("We reply,"),), at("Corvast"), at("said"), "p1", "direct", said_on="2019-03-08"),
        Statement("s2", (at("Teskia waits"),), None, None, None, "indirect", parent="s1"),
    ),
    (Event("e1", "respond", ("p1",), "planned", (at("We reply"),), when="2019-03"),),
    (Commitment("c1", "p1", (at("We"), at("reply")), "promise", "open", (at("We"),), to="p2"),),
)


def test_a_record_as_gold() -> None:
    made = gold.to_gold(RECORD)
    assert made["dateline"] == {"place": "Valdmoor", "date": "2019-03-08", "agency": "Boreal"}
    assert made["statements"] == [
        {
            "content": [[1, 10]],
            "speaker": "Elena Corvast",
            "speaker_span": [12, 19],
            "cue_span": [20, 24],
            "kind": "direct",
            "said_on": "2019-03-08",
            "parent": None,
        },
        {
            "content": [[57, 69]],
            "speaker": None,
            "speaker_span": None,
            "cue_span": None,
            "kind": "indirect",
            "said_on": None,
            "parent": 0,
        },
    ]
    assert made["times"] == [{"span": [28, 34], "value": "2019-03-08", "type": "DATE"}]
    assert made["events"][0]["participants"] == ["Elena Corvast"]
    assert made["commitments"][0] == {
        "who": "Elena Corvast", "to": "Teskia", "what": [1, 9], "due": None, "act": "promise", "status": "open",
    }  # fmt: skip


def test_records_of_an_earlier_run_are_converted(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(to_json(RECORD) + b"\n")
    gold.write_gold(tmp_path, tmp_path / "out", tmp_path / "records.jsonl")
    assert json.loads((tmp_path / "out/a.json").read_text("utf-8")) == gold.to_gold(RECORD)


def test_articles_are_read_where_no_records_are_given(tmp_path: Path) -> None:
    text = "Teskia waits\r\n\r\nMarek Dovalin said he was ready."
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.json").write_text('{"published": "2019-03-08"}')
    assert [row["text"] for row in gold.input_rows(tmp_path)] == [text]
    gold.write_gold(tmp_path, tmp_path / "out")
    made = json.loads((tmp_path / "out/a.json").read_text("utf-8"))
    assert [said["speaker"] for said in made["statements"]] == ["Marek Dovalin"]


@pytest.mark.parametrize(
    ("text", "content", "widened"),
    [
        ("“We agree,” she said.", "We agree", "“We agree,”"),
        ('"We agree," she said.', "We agree", '"We agree,"'),
        ("``We agree,'' she said.", "We agree,", "``We agree,''"),
        ("She said that it works.", "it works", "that it works"),
        ("She asked whether it works.", "it works", "whether it works"),
        ("She vowed to go.", "go", "to go"),
        ("She wants to “go home”.", "go home", "to “go home”"),
        ("She pointed to the deal.", "the deal", "the deal"),
        ("She said it works.", "it works", "it works"),
        ("The habitat that works.", "habitat", "habitat"),
        ("She left.” It works, she said.", "It works", "It works"),
        ("It’s Teskia’s, she said.", "It’s Teskia", "It’s Teskia"),
    ],
)
def test_content_as_polnear_counts_it(text: str, content: str, widened: str) -> None:
    start = text.index(content)
    assert attribution.widen(text, Span(start, start + len(content))).cut(text) == widened


def test_a_statement_as_polnear_has_it() -> None:
    whole = msgspec.structs.replace(
        RECORD, statements=tuple(msgspec.structs.replace(said, parent=None) for said in RECORD.statements)
    )
    assert attribution.to_polnear(whole, TEXT)["statements"] == [
        {"content": [[0, 11]], "source": [[12, 19]], "cue": [[20, 24]]},
        {"content": [[52, 69]], "source": None, "cue": None},
    ]


def test_polnear_has_no_statements_inside_statements() -> None:
    assert len(RECORD.statements) == 2
    assert RECORD.statements[1].parent == "s1"
    assert len(attribution.to_polnear(RECORD, TEXT)["statements"]) == 1


def test_offsets_lead_back_to_a_text_that_reading_has_cleaned() -> None:
    original = "\ufeff\r\n " + TEXT.replace(" ", "\u00a0 \x0c")
    source = attribution.to_polnear(RECORD, original)["statements"][0]["source"]
    assert [original[start:end] for start, end in source] == ["Corvast"]


DATELINE = DatelineText(Span(0, 9), "Valdmoor", "NPA", None, 3, 8)


@pytest.mark.parametrize(
    ("row", "found", "right"),
    [
        ({"place": "VALDMOOR.", "date": "March 8", "agency": "/NPA/"}, DATELINE, "found place date agency"),
        ({"place": "VALDMOOR", "date": None, "agency": "(NPA Sport)"}, DATELINE, "found place agency"),
        ({"place": "VALDMOOR", "date": "March 8", "agency": "(OTA)"}, DATELINE, "found place date"),
        ({"place": "GRENT", "date": "March 8, 2019", "agency": None}, DATELINE, "found date"),
        ({"place": "GRENT", "date": None, "agency": None}, None, ""),
    ],
)
def test_which_fields_of_a_dateline_are_right(
    row: dict[str, str | None], found: DatelineText | None, right: str
) -> None:
    judged = datelines.is_right({"shape": "place", **row}, found)
    assert " ".join(field for field, is_so in judged.items() if is_so) == right


@pytest.mark.parametrize(("found", "right"), [(None, True), (DATELINE, False)])
def test_a_line_that_is_no_dateline(found: DatelineText | None, right: bool) -> None:
    assert datelines.is_right({"shape": None}, found) == {"found": right}


def test_speed_is_measured_for_the_whole_road_and_each_stage() -> None:
    speeds = speed.measure(run.EXAMPLES, runs=1)
    assert set(speeds) == {
        "read",
        "intake",
        "language",
        "times",
        "parties",
        "tagger",
        "statements",
        "events",
        "commitments",
        "JSON",
    }
    assert all(figures.words > 0 and figures.articles > 0 for figures in speeds.values())


def test_the_table_says_what_is_under_its_floor_and_what_is_missing() -> None:
    parts = {"gold": {"data": "", "scores": {"times value": 0.7}, "floors": {"times value": 0.8}}}
    lines = list(run.table({"parts": parts, "missing": {"timex": ["data/timebank"]}, "speed": {}}))
    assert any("times value" in line and "0.7000" in line and "under its floor" in line for line in lines)
    assert "left out: timex, for want of data/timebank" in lines
