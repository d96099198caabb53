import json

from onrecord import read
from onrecord.export import plover

TEXT = (
    "GRENT, March 8 (Boreal) - Teskia accused Orvenia on Friday of closing the strait. "
    "Orvenian police arrested two Teskan sailors, the ministry said. If Teskia attacks, Lusk could help."
)


def test_an_event_a_line() -> None:
    record = read(TEXT, published="2019-03-08")
    rows = [json.loads(line) for line in plover(record)]
    assert [(row["event"], row.get("mode"), row["eventText"]) for row in rows] == [
        ("DISAPPROVE", None, "accused"),
        ("COERCE", "arrest", "arrested"),
    ]
    first = rows[0]
    assert first["id"] == f"{record.id}-1"
    assert first["articleId"] == record.id
    assert first["date"] == "2019-03-08"
    assert [actor["actorText"] for actor in first["source"]] == ["Teskia"]
    assert [actor["actorText"] for actor in first["target"]] == ["Orvenia"]
    assert first["text"] == "Teskia accused Orvenia on Friday of closing the strait."


def test_the_same_record_gives_the_same_bytes() -> None:
    record = read(TEXT, published="2019-03-08")
    assert list(plover(record)) == list(plover(record))


def test_an_article_without_events() -> None:
    assert list(plover(read("The port of Grent lies on the Aldra Strait."))) == []
