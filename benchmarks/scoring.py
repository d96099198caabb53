"""The scores of each part whose data is at hand, by the scorers of the data folder.

The folder has `eval/` (scorers), `gold/dev` (gold records) and `data/` (corpora). A part is run as its scorer's
own documentation says, in a process of its own, so that a score here is the score of anybody who runs it.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

import attribution
import coreference
import datelines
import event_scores
import gold
import pages
import timex
from onrecord.language import EngineName

Scores = dict[str, float]


class Part(Struct, frozen=True):
    """A benchmark: what it needs of the data folder, and how its scores come about.

    needs: paths below the data folder; all must be there.
    """

    name: str
    needs: tuple[str, ...]
    score: Callable[[Path], Scores]


def score_gold(data: Path) -> Scores:
    """Whole records against the gold records, hand annotated."""
    with converted_gold(data) as folder:
        return gold_scores(run_scorer(data, "record.py", data / "gold/dev", folder))


def score_timex(data: Path) -> Scores:
    """Times of TimeBank and AQUAINT, as TempEval-3 counts them."""
    corpora = [data / "data/timebank" / name for name in ("TimeBank", "AQUAINT")]
    documents = printed(data, "timex.py", "--texts", *corpora).splitlines()
    with written(map(timex.predict, documents)) as path:
        table = run_scorer(data, "timex.py", *corpora, path)
    scores = {f"{name} F1": table[name]["f1"] for name in ("strict", "relaxed", "value")}
    return {**scores, "value accuracy": table["value_accuracy"]}


def score_polnear(data: Path, engine: EngineName = "default") -> Scores:
    """Attributions of PolNeAR's development split."""
    split = data / "data/polnear/dev"
    with written(map(json.dumps, attribution.predictions(split, engine=engine))) as path:
        table = run_scorer(data, "attribution.py", split, path)
    scores = {f"{name} F1": table[f"content_{name}"]["f1"] for name in ("exact", "letters", "partial")}
    recalls = {f"{kind} recall": row["partial"] for kind, row in table["recall_by_kind"].items()}
    return {**scores, "triple F1": table["triple"]["f1"], "source accuracy": table["source_accuracy"], **recalls}


def score_accurate(data: Path) -> Scores:
    """The same by the accurate engine."""
    return score_polnear(data, "accurate")


def score_datelines(data: Path) -> Scores:
    """Datelines of some fifty agencies, and first lines that are none."""
    return datelines.scores(data / "data/wire/datelines.jsonl")


def score_gum(data: Path) -> Scores:
    """Names, and who is who, on GUM's articles of Wikinews."""
    return coreference.scores(data / "data/gum-news")


def score_events(data: Path) -> Scores:
    """Happenings of the articles that were marked for onrecord and kept aside from fitting."""
    with event_scores.written(data) as (marked, found):
        cells = run_scorer(data, "record.py", marked, found)["events"]
    return {f"events {column}": cells[column] for column in ("P", "R", "F1", "when")}


def score_told_apart(data: Path) -> Scores:
    """Paragraphs of PolNeAR that are no first ones: none of them has a dateline."""
    return {"none found": datelines.told_apart(data / "data/polnear/dev/text")}


def score_pages(data: Path, *, aside: bool) -> Scores:
    """Saved pages in English of the publishers that were tuned on, or of those kept aside."""
    folder = data / "data/pages"
    files = {page: file for page, file in pages.listed(data, "--lang", "en").items() if pages.is_aside(page) is aside}
    with only(folder, files) as part, written(pages.predictions(files)) as path:
        table = run_scorer(data, "intake.py", part, path, "--lang", "en")["scores"]
    return {field: table[field] for field in pages.FIELDS if table[field] is not None}


def page_misses(data: Path, field: str) -> str:
    """What the scorer says went wrong with a field, on the pages that were tuned on."""
    files = {page: file for page, file in pages.listed(data, "--lang", "en").items() if not pages.is_aside(page)}
    with only(data / "data/pages", files) as part, written(pages.predictions(files)) as path:
        return printed(data, "intake.py", part, path, "--lang", "en", "--misses", field)


@contextmanager
def only(folder: Path, files: dict[str, Path]) -> Iterator[Path]:
    """A folder with these pages and what is expected of them: the scorer counts all that a folder holds."""
    with TemporaryDirectory() as made:
        for file in files.values():
            place = Path(made, file.parent.name)
            place.mkdir(exist_ok=True)
            (place / file.name).symlink_to(file)
            for beside in folder.joinpath(file.parent.name).glob("*.json"):
                if file.name.startswith(f"{beside.stem}_") and not (place / beside.name).exists():
                    (place / beside.name).symlink_to(beside)
        yield Path(made)


PARTS = (
    Part("gold", ("eval/record.py", "gold/dev"), score_gold),
    Part("timex", ("eval/timex.py", "data/timebank/TimeBank", "data/timebank/AQUAINT"), score_timex),
    Part("polnear", ("eval/attribution.py", "data/polnear/dev/text", "data/polnear/dev/attributions"), score_polnear),
    Part("accurate", ("eval/attribution.py", "data/polnear/dev/text", "data/polnear/dev/attributions"), score_accurate),
    Part("datelines", ("data/wire/datelines.jsonl",), score_datelines),
    Part("gum", ("data/gum-news",), score_gum),
    Part("events kept aside", ("eval/record.py", "data/polnear/train/text", "data/timebank"), score_events),
    Part("not datelines", ("data/polnear/dev/text",), score_told_apart),
    Part("pages", ("eval/intake.py", "data/pages"), partial(score_pages, aside=False)),
    Part("pages kept aside", ("eval/intake.py", "data/pages"), partial(score_pages, aside=True)),
)


def missing(part: Part, data: Path) -> list[Path]:
    """What the part needs and the data folder has not."""
    return [data / need for need in part.needs if not (data / need).exists()]


def digest(part: Part, data: Path) -> str:
    """SHA-256 of all that the part reads, names and contents: scores on other data are other scores."""
    found = sha256()
    for path in sorted(file for need in part.needs for file in files_of(data / need)):
        found.update(f"{path.relative_to(data)}\0".encode() + path.read_bytes() + b"\0")
    return found.hexdigest()


def files_of(path: Path) -> Iterator[Path]:
    return (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else iter([path])


def gold_scores(table: dict[str, dict[str, Any]]) -> Scores:
    """The figures of the gold table that are shares, by row and column.

    A row of which nothing was predicted is left out: its accuracies would be 1 over no pairs at all.
    """
    return {
        f"{row} {column}": figure
        for row, cells in table.items()
        for column, figure in cells.items()
        if isinstance(figure, float) and cells.get("pred") != 0 and column not in {"P", "R", "strict P", "strict R"}
    }


def score_articles(data: Path) -> dict[str, Scores]:
    """The gold scores of each article by itself; one that has nothing to count is 1, as the scorer has it."""
    with converted_gold(data) as folder:
        return {path.stem: score_alone(data, path, folder) for path in sorted((data / "gold/dev").glob("*.json"))}


def score_alone(data: Path, article: Path, predictions: Path) -> Scores:
    with TemporaryDirectory() as alone:
        Path(alone, article.name).write_bytes(article.read_bytes())
        return gold_scores(run_scorer(data, "record.py", alone, predictions))


@contextmanager
def converted_gold(data: Path) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        gold.write_gold(data / "gold/dev", Path(folder))
        yield Path(folder)


@contextmanager
def written(lines: Iterable[str]) -> Iterator[Path]:
    """A file of the lines, for as long as it is needed."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "predictions.jsonl")
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        yield path


def run_scorer(data: Path, name: str, *arguments: Path | str) -> Any:
    """What the scorer says with --json."""
    return json.loads(printed(data, name, *arguments, "--json"))


def printed(data: Path, name: str, *arguments: Path | str) -> str:
    """What the scorer prints. Raises SystemExit with its own words where it fails."""
    command = [sys.executable, data / "eval" / name, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{name} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout
