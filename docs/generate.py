"""Writes into the pages what a program knows better: outputs of commands, scores, the JSON Schema.

    python docs/generate.py

In README.md and docs/*.md, a block that opens with ```console and holds `$ onrecord ...` gets the command's real
output; its blocks share a folder that has `examples/` in it. A line `…` cuts the output short. What stands between
<!-- scores --> and <!-- end --> is made from benchmarks/floors.json.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
SCHEMA = ROOT / "docs/record.schema.json"
COMMAND = Path(sys.executable).with_name("onrecord")
# Fixed, so that the pages do not depend on who writes them.
SETTING = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}

_BLOCK = re.compile(r"^```console\n(?P<body>\$ onrecord\b.*?)^```$", re.MULTILINE | re.DOTALL)
_SCORES = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- end -->)", re.DOTALL)
# The scores that a reader of the page asks for first: part, score, what it says.
SHOWN = (
    ("gold", "statements F1", "statements found, F1 over 18 articles annotated by hand"),
    ("gold", "statements speaker", "of these, with the right speaker"),
    ("gold", "events F1", "happenings found there, F1"),
    ("gold", "events when", "of these, with the right date"),
    ("gold", "commitments F1", "promises, requests and debts found there, F1"),
    ("gold", "times relaxed F1", "times found there, F1"),
    ("gold", "times value", "of these, with the right value"),
    ("polnear", "partial F1", "statements found, F1 over 84 US articles of PolNeAR"),
    ("polnear", "triple F1", "of these, also with the right source"),
    ("polnear", "direct recall", "quotations found there"),
    ("polnear", "indirect recall", "indirect statements found there"),
    ("accurate", "partial F1", "statements found there by `--engine accurate`"),
    ("accurate", "triple F1", "of these, also with the right source"),
    ("timex", "relaxed F1", "times found, F1 over 256 articles of TimeBank and AQUAINT"),
    ("timex", "value accuracy", "of these, with the right value"),
    ("events kept aside", "events F1", "happenings found, F1 over 105 articles kept aside"),
    ("datelines", "all right", "datelines read rightly in all parts, of 105 first lines"),
)


def page(text: str) -> str:
    """The page with its generated parts made anew."""
    with TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder, "examples"))
        text = _BLOCK.sub(lambda block: f"```console\n{console(block['body'], Path(folder))}```", text)
    return _SCORES.sub(lambda _: "".join(f"{line}\n" for line in score_table()), text)


def console(body: str, folder: Path) -> str:
    """The commands of a block, each with its output; the lines from an `…` on are left out as they were before."""
    made = []
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        output = run(command.removeprefix("$ "), folder).splitlines()
        if "…" in shown:
            output = [*output[: shown.index("…")], "…"]
        made += [command, *output]
    return "".join(f"{line.rstrip()}\n" for line in made)


def run(command: str, folder: Path) -> str:
    """What the command prints. Raises SystemExit where it fails."""
    line = command.replace("onrecord", f'"{COMMAND}"', 1)
    shell = ["bash", "-o", "pipefail", "-c", line]
    setting = {**os.environ, **SETTING}
    done = subprocess.run(shell, cwd=folder, env=setting, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{command} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def score_table() -> Iterator[str]:
    """The scores of floors.json as a table; those that were never measured are left out."""
    floors = ROOT / "benchmarks/floors.json"
    parts = json.loads(floors.read_text("utf-8"))["parts"] if floors.exists() else {}
    yield "| score | |"
    yield "| ---: | --- |"
    for part, score, meaning in SHOWN:
        if score in parts.get(part, {}).get("scores", {}):
            yield f"| {parts[part]['scores'][score]:.2f} | {meaning} |"


def schema() -> str:
    return json.dumps(json.loads(run("onrecord schema", ROOT)), indent=1) + "\n"


def main() -> None:
    for path in PAGES:
        path.write_text(page(path.read_text("utf-8")), encoding="utf-8")
    SCHEMA.write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    main()
