"""The pages of tests/intake/pages and the copy that each is read as, beside it in JSON.

python -m tests.page_records      write the JSON anew; read the diff like code
"""

import json
from pathlib import Path
from typing import Any

from onrecord.intake.copy import Copy
from onrecord.intake.pages import read_page

PAGES = sorted(Path(__file__).parent.glob("intake/pages/*.html"))


def as_json(copy: Copy) -> dict[str, Any]:
    """What the copy says, each paragraph as its role and its words."""
    said = {name: getattr(copy, name) for name in ("headline", "deck", "section", "published", "modified", "language")}
    dateline = copy.dateline and [copy.dateline.span.cut(copy.text), copy.dateline.place, copy.dateline.agency]
    return {
        **said,
        "byline": list(copy.byline),
        "publisher": copy.source.publisher,
        "agency": copy.source.agency,
        "url": copy.source.url,
        "dateline": dateline,
        "signals": [copy.signals.status, *copy.signals.notes],
        "paragraphs": [[paragraph.role, paragraph.span.cut(copy.text)] for paragraph in copy.paragraphs],
    }


def expected(page: Path) -> Path:
    return page.with_suffix(".json")


def main() -> None:
    for page in PAGES:
        read = as_json(read_page(page.read_bytes(), name=page.name))
        expected(page).write_text(json.dumps(read, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
