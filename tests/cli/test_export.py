"""`onrecord export`"""

import json
from pathlib import Path

from tests.cli.conftest import STORY, TALKS, Run


def test_an_archive_as_ninjs_and_back(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire/a.txt").write_text(STORY)
    (tmp_path / "wire/b.txt").write_text(TALKS)
    onrecord("add", tmp_path / "news.db", tmp_path / "wire", "--published", "2021-03-09")
    done = onrecord("export", tmp_path / "news.db")
    items = [json.loads(line) for line in done.stdout.splitlines()]
    assert [item["headlines"][0]["value"] for item in items] == [
        "Harbour talks end without a date",
        "Venn says written reply is due",
    ]
    message = onrecord("export", tmp_path / "news.db", "--format", "newsml-g2").stdout
    again = onrecord("add", tmp_path / "again.db", "-", stdin=message)
    assert again.stdout == "stored 2, already there 0, replaced 0, could not read 0\n"
    one = onrecord("export", tmp_path / "again.db", items[1]["uri"], "--format", "records").stdout
    assert json.loads(one)["article"]["dateline"]["place"] == "Vald"


def test_an_id_that_is_not_there(onrecord: Run, tmp_path: Path) -> None:
    onrecord("add", tmp_path / "news.db", "-", stdin=STORY)
    done = onrecord("export", tmp_path / "news.db", "nothing")
    assert done.returncode == 1
    assert "has no article nothing; `onrecord search` shows the ids in square brackets" in done.stderr
