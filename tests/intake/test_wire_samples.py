"""The IPTC's own samples, where they are at hand: each gives an article, and nothing is dropped without a name."""

import os
from pathlib import Path

import pytest

from onrecord.intake.copy import Copy
from onrecord.intake.files import copies

DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).resolve().parents[3] / "shared")
SAMPLES = [path for path in sorted((DATA / "data/wire").rglob("*")) if path.suffix in (".xml", ".json")]

pytestmark = pytest.mark.skipif(not SAMPLES, reason="no wire samples; ONRECORD_DATA names their folder")


def taken(path: Path) -> list[Copy]:
    found = list(copies(path))
    assert [str(each) for each in found if not isinstance(each, Copy)] == []
    return [each for each in found if isinstance(each, Copy)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name[:40]}")
def test_each_sample_is_an_article(path: Path) -> None:
    (copy,) = taken(path)
    assert copy.source.format in ("newsml-g2", "newsml-1", "ninjs")
    assert copy.text.strip()


def sample(name: str) -> Copy:
    path = next((path for path in SAMPLES if path.match(name)), None)
    if path is None:
        pytest.skip(f"{name} is not among the samples")
    return taken(path)[0]


def test_a_newsml_g2_item() -> None:
    copy = sample("newsml-g2/*LISTING_1_*")
    assert (copy.signals.status, copy.signals.embargo) == ("embargoed", "2018-10-23T12:00:00+00:00")
    assert (copy.signals.version, copy.place, copy.source.agency) == ("11", "Berlin", "Reuters")


def test_a_ninjs_item() -> None:
    copy = sample("3.1/005*")
    assert copy.byline == ("Paulo Santalucia", "Frances d'Emilio")
    assert copy.dateline is not None
    assert (copy.dateline.place, copy.dateline.agency, copy.place) == ("Grosseto", "AP", "Grossetto")
    assert {"copyrightnotice", "organisations", "people", "places"} <= set(copy.source.left_out)
