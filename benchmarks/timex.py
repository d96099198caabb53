"""Times found in the documents of a TimeML corpus, as its scorer takes them.

    python benchmarks/timex.py docs.jsonl > PRED.jsonl

docs.jsonl: lines {"doc", "dct", "text"}. PRED.jsonl: lines {"doc", "times": [{"start", "end", "type", "value"}]}.
"""

import json
import re
import sys
from datetime import date

from onrecord.language import make_doc
from onrecord.record import Paragraph
from onrecord.spans import Span, strip
from onrecord.times import find_times

_GAP = re.compile(r"\n[ \t]*\n")


def blank_line_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text`, which blank lines part."""
    starts = [0, *(gap.end() for gap in _GAP.finditer(text))]
    ends = [*(gap.start() for gap in _GAP.finditer(text)), len(text)]
    spans = (strip(text, start, end) for start, end in zip(starts, ends, strict=True) if start < end)
    return [Paragraph(Span(span.start, span.end), "body") for span in spans if span]


def predict(line: str) -> str:
    """The scorer's line for one document."""
    row = json.loads(line)
    doc = make_doc(row["text"], blank_line_paragraphs(row["text"]))
    times = find_times(doc, date.fromisoformat(row["dct"]), references=True)
    found = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value or ""} for t in times]
    return json.dumps({"doc": row["doc"], "times": found})


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            sys.stdout.write(predict(line) + "\n")


if __name__ == "__main__":
    main()
