"""What real articles quote, as people annotated it: the stuff that drafts are made of in `quotations.py`."""

import csv
import glob
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from onrecord.archive import Archive
from onrecord.intake.text import read_text
from onrecord.parties.tables import COMMON
from onrecord.reader import read_copy
from onrecord.record import Source
from reading import read_exactly

NAME = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|[a-z]+)\s){0,3}?(?P<name>(?:[A-Z][\w’'-]+\.?\s){0,2}(?:Mc|Mac|O['’])?[A-Z][\w’'-]{2,})"
)
# Sources that begin with a capital and are no person's name.
NO_NAMES = frozenset(
    """
    the he she they it we you who some many one those critics officials republicans democrats americans voters both all
    most others another several these this that there police his her their our its my trump's clinton's sources news
    republican democrat gopers democratic
    """.split()
)
_OPENS, _CLOSES = '“"', '”"'


class Spoken(Struct, frozen=True):
    """A statement of an article.

    kind: how the article gives it: wholly in quotation marks, in part, or not. words: without the outer marks.
    speaker: a name, where the article names the speaker beside the words.
    """

    article: str
    words: str
    kind: Literal["direct", "mixed", "indirect"]
    speaker: str | None
    said_on: str | None = None
    weekday: str | None = None
    occasion: str | None = None


# What stands behind a quotation where the text dates it: “...,” Vale said Tuesday at a rally in Grent.
_BEHIND = re.compile(
    r"""[,.?!]?["”]\s(?:[\w.’'-]+\s){1,5}?(?:said|told\s\w+)
    (?:\s(?:on\s)?(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)?
    (?:\s(?:in|at|during)\s(?:an?|the|his|her)\s(?:\w+\s){0,2}?
       (?P<occasion>interview|speech|rally|debate|letter|hearing)\b)?""",
    re.VERBOSE,
)


def build(data: Path, path: Path) -> None:
    """Makes the archive of all training articles of PolNeAR and the gold articles, unless it is there."""
    if path.exists():
        return
    meta = metadata(data)
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.unlink(missing_ok=True)
    with Archive.open(unfinished, create=True) as archive:
        for file in sorted((data / "data/polnear/train/text").glob("*.txt")):
            row = meta.get(file.stem, {})
            source = Source(format="text", publisher=row.get("publisher"))
            copy = read_text(read_exactly(file), published=row.get("publication_date"), source=source)
            archive.add(read_copy(replace(copy, id=file.stem)))
        for file in sorted((data / "gold/dev").glob("*.json")):
            published = json.loads(file.read_text("utf-8"))["published"]
            copy = read_text(read_exactly(file.with_suffix(".txt")), published=published)
            archive.add(read_copy(replace(copy, id=file.stem)))
    unfinished.rename(path)


def metadata(data: Path) -> dict[str, dict[str, str]]:
    """What PolNeAR says of each article, by its name."""
    with (data / "data/polnear/metadata.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["filename"]: row for row in csv.DictReader(lines, delimiter="\t")}


def spoken(data: Path) -> list[Spoken]:
    """All statements of the archive's articles that can be made a draft of, in order."""
    found = [one for file in sorted((data / "data/polnear/train/text").glob("*.txt")) for one in polnear(file)]
    found += [one for file in sorted((data / "gold/dev").glob("*.json")) for one in gold(file)]
    return list({(one.article, one.words): one for one in found}.values())


def elsewhere(data: Path) -> list[Spoken]:
    """Statements of PolNeAR's other articles, which are not in the archive, that share no five words with one there."""
    held: set[tuple[str, ...]] = set()
    for file in sorted((data / "data/polnear/train/text").glob("*.txt")):
        held |= fives(read_exactly(file))
    found = [one for file in sorted((data / "data/polnear/dev/text").glob("*.txt")) for one in polnear(file)]
    return [one for one in found if one.kind == "direct" and not fives(one.words) & held]


def fives(text: str) -> set[tuple[str, ...]]:
    """All runs of five words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def gold(file: Path) -> Iterator[Spoken]:
    """The statements of an article that we annotated."""
    text = read_exactly(file.with_suffix(".txt"))
    for said in json.loads(file.read_text("utf-8"))["statements"]:
        if len(said["content"]) != 1 or said["parent"] is not None:
            continue
        start, end = said["content"][0]
        span = said["speaker_span"]
        name = name_in(text[span[0] : span[1]]) if span else None
        if said["kind"] == "direct" and not (text[:start].rstrip()[-1:] in _OPENS and is_closed(text, end)):
            continue
        made = made_of(file.stem, text, start, end, name, said["said_on"])
        if made and (made.kind == said["kind"] or said["kind"] == "direct"):
            yield replace(made, kind=said["kind"])


def is_closed(text: str, end: int) -> bool:
    """Whether a closing mark stands behind the words, a stop between them or not."""
    return any(mark in text[end : end + 2] for mark in _CLOSES)


def polnear(file: Path) -> Iterator[Spoken]:
    """The attributions of an article of PolNeAR whose content is one stretch."""
    text = read_exactly(file)
    spans: dict[str, list[tuple[int, int]]] = {}
    lines = annotations(file)
    for line in lines:
        cells = line.split("\t")
        if cells[0].startswith("T") and len(cells) > 2:
            spans[cells[0]] = [tuple(map(int, part.split())) for part in cells[1].split(" ", 1)[1].split(";")]  # type: ignore[misc]
    for line in lines:
        cells = line.split("\t")
        if not cells[0].startswith("E"):
            continue
        roles = defaultdict(list)
        for part in cells[1].split():
            role, _, id = part.partition(":")
            roles[role.rstrip("0123456789")].append(id)
        content = [span for id in roles["Content"] for span in spans.get(id, [])]
        if len(content) != 1:
            continue
        source = [text[a:b] for id in roles["Source"] for a, b in spans.get(id, [])]
        made = made_of(file.stem, text, *content[0], name_in(source[0]) if len(source) == 1 else None, None)
        if made and made.kind == "direct":
            end = content[0][1]
            behind = _BEHIND.match(text, end) or _BEHIND.match(text, end - 1) or _BEHIND.match(text, end - 2)
            if behind:
                made = replace(made, weekday=behind["day"], occasion=behind["occasion"])
        if made:
            yield made


def annotations(file: Path) -> list[str]:
    """The lines of the first annotator of a text; none where nobody annotated it."""
    found = sorted((file.parent.parent / "attributions").glob(f"{glob.escape(file.stem)}*.ann"))
    return read_exactly(found[0]).split("\n") if found else []


def made_of(id: str, text: str, start: int, end: int, speaker: str | None, said_on: str | None) -> Spoken | None:
    """The statement of a stretch; None where it runs over paragraphs or its marks are not plain."""
    words = text[start:end].strip()
    if "\n" in words:
        return None
    bare = words[:1] in _OPENS and words.rstrip(".,")[-1:] in _CLOSES
    inner = words[1:].rstrip(".,").rstrip(_CLOSES) if bare else words
    if bare and not any(mark in inner for mark in '“”"'):
        return Spoken(id, inner.strip().rstrip(","), "direct", speaker, said_on)
    if not any(mark in words for mark in ("“", "”", '"', "«", "»", "''", "‘", "’ ")):
        kind: Literal["direct", "indirect"] = "indirect"
        # Words inside a quotation that began before them are quoted too.
        paragraph = text.rfind("\n", 0, start) + 1
        before = text[paragraph:start]
        if before.count("“") > before.count("”") or before.count('"') % 2:
            return None
        return Spoken(id, re.sub(r"^(?:that|whether|to)\s", "", words), kind, speaker, said_on)
    return Spoken(id, words, "mixed", speaker, said_on)


def name_in(source: str) -> str | None:
    """The name that a source is; None where it is a pronoun, a description or several."""
    words = source.strip().split()
    several = any(part in source for part in (",", " and ", " of ", "’s", "'s"))
    if not words or words[0].lower() in NO_NAMES or len(words) > 6 or several:
        return None
    found = NAME.fullmatch(source.strip())
    if not found or any(w.lower() in NO_NAMES or w.lower() in COMMON or w.isupper() for w in found["name"].split()):
        return None
    return found["name"].strip()
