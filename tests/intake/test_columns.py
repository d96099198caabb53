"""CSV and Parquet with a map of columns."""

import io
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import ReadError
from onrecord.intake.columns import column_map, read_csv, read_parquet
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies

TABLE = 'title,body,date,author\n"Talks, again","The envoys\nmet.",2019-03-08,"Ada Venn, Otto Lind"\nNone,,,\n'


def read(data: bytes | str, **given: Any) -> list[Copy | ReadError]:
    whole = data.encode() if isinstance(data, str) else data
    return list(read_csv(io.BytesIO(whole), name="a.csv", **given))


def test_columns_are_known_by_their_names() -> None:
    first, second = read(TABLE)
    assert isinstance(first, Copy)
    assert (first.headline, first.published, first.byline) == ("Talks, again", "2019-03-08", ("Ada Venn", "Otto Lind"))
    assert first.text == "Talks, again\n\nThe envoys\nmet."
    assert str(second) == 'a.csv:4: "text" is ""; write the article\'s text there'


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters(delimiter: str) -> None:
    (copy,) = read(f"id{delimiter}text\n7{delimiter}The envoys met.\n")
    assert isinstance(copy, Copy)
    assert (copy.id, copy.text) == ("7", "The envoys met.")


def test_a_map_outweighs_the_names() -> None:
    (copy,) = read(
        "text,lead,when\nno,The envoys met.,8 Mar 2019 14:05:00 +0000\n", columns={"text": "lead", "published": "when"}
    )
    assert isinstance(copy, Copy)
    assert (copy.text, copy.published) == ("The envoys met.", "2019-03-08T14:05:00+00:00")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    (copy,) = read("id,text\n1,“Façade”\n".encode(encoding))
    assert isinstance(copy, Copy)
    assert copy.text == "“Façade”"


@pytest.mark.parametrize(
    ("table", "columns", "says"),
    [
        ("id,name\n", {}, "a.csv: no column is known to hold the text; name it (text=COLUMN) of id, name"),
        ("id,text\n", {"headline": "top"}, "a.csv: there is no column 'top' for headline; the columns are id, text"),
    ],
)
def test_a_column_that_is_not_there(table: str, columns: dict[str, str], says: str) -> None:
    with pytest.raises(ReadError) as raised:
        read(table, columns=columns)
    assert str(raised.value) == says


def test_a_table_without_rows() -> None:
    (error,) = copies("-", stdin=io.BytesIO(b"id,text,title\n"))
    assert str(error) == "standard input: the table has no rows; give one that has"


def test_pairs() -> None:
    assert column_map(["text=body", "headline=a=b"]) == {"text": "body", "headline": "a=b"}
    with pytest.raises(ReadError, match="'words=body' is no FIELD=COLUMN"):
        column_map(["words=body"])


def test_parquet(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="pip install 'onrecord[parquet]'")
    path = tmp_path / "a.parquet"
    rows = "SELECT i AS id, 'The envoys met ' || i || ' times.' AS body, DATE '2019-03-08' AS date FROM range(200) t(i)"
    duckdb.connect().execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet)")
    with path.open("rb") as stream:
        from_disk = list(read_parquet(stream, name="a"))
    found = list(read_parquet(io.BytesIO(path.read_bytes()), name="a"))
    assert found == from_disk
    assert len(found) == 200
    assert isinstance(found[7], Copy)
    assert (found[7].id, found[7].text, found[7].published) == ("7", "The envoys met 7 times.", "2019-03-08")


def test_a_damaged_parquet_file() -> None:
    pytest.importorskip("duckdb", reason="pip install 'onrecord[parquet]'")
    (error,) = read_parquet(io.BytesIO(b"PAR1" + b"\0" * 100 + b"PAR1"), name="a")
    assert str(error).startswith("a: the Parquet file cannot be read: ")
