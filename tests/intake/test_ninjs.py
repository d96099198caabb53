"""ninjs 1, 2 and 3: what each property becomes."""

from typing import Any

import pytest

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.json_files import read_values
from onrecord.intake.ninjs import is_ninjs, read_ninjs

BODY = "GRENT, March 8 (NPA) - The envoys met, said Kasimir Bol."
ONE = {
    "uri": "urn:npa:1", "type": "text", "versioncreated": "2019-03-08T14:05:00Z", "version": "2", "language": "en",
    "byline": "Ada Venn and Otto Lind", "located": "Valdmoor, Teskia", "headline": "Talks resume", "urgency": 3,
    "pubstatus": "usable", "body_text": BODY, "body_xhtml": f"<p>{BODY}</p><p>He left.</p>", "ednote": "Corrects name",
    "usageterms": "Not in Orvenia", "subject": [{"name": "x"}],
}  # fmt: skip
THREE = {
    "uri": "urn:npa:1", "type": "text", "versionCreated": "2019-03-08T14:05:00Z", "version": "2", "language": "en",
    "by": "Ada Venn and Otto Lind", "located": "Valdmoor, Teskia", "urgency": 3, "pubStatus": "usable",
    "headlines": [{"role": "main", "value": "Talks resume"}, {"role": "sub", "value": "Both agree"}],
    "bodies": [{"role": "text", "contentType": "text/plain", "value": BODY},
               {"role": "richtext", "contentType": "application/xhtml+xml", "value": f"<p>{BODY}</p><p>He left.</p>"}],
    "edNote": "Corrects name", "usageTerms": "Not in Orvenia", "subjects": [{"name": "x"}],
}  # fmt: skip


def read(values: dict[str, Any]) -> Copy:
    (copy,) = read_ninjs(values, where="a.json")
    assert isinstance(copy, Copy), copy
    return copy


@pytest.mark.parametrize("values", [ONE, THREE], ids=["1", "3"])
def test_the_fields(values: dict[str, Any]) -> None:
    copy = read(values)
    assert is_ninjs(values)
    assert (copy.id, copy.headline, copy.byline) == ("urn:npa:1", "Talks resume", ("Ada Venn", "Otto Lind"))
    assert (copy.published, copy.language, copy.place) == ("2019-03-08T14:05:00+00:00", "en", "Valdmoor")
    assert copy.dateline is not None
    assert copy.dateline.place == "Grent"
    assert copy.text.endswith("said Kasimir Bol.\n\nHe left.")
    signals = copy.signals
    assert (signals.status, signals.version, signals.urgency) == ("corrected", "2", 3)
    assert signals.notes == ("Corrects name", "usage terms: Not in Orvenia")


def test_what_is_left_out_is_named() -> None:
    assert read(ONE).source.left_out == ("subject",)
    assert read(THREE).source.left_out == ("subjects",)


def test_a_subheadline_is_the_deck() -> None:
    assert read(THREE).deck == "Both agree"


@pytest.mark.parametrize(
    ("more", "status", "embargo"),
    [
        ({"pubStatus": "canceled"}, "killed", None),
        ({"pubStatus": "withheld"}, "withheld", None),
        ({"embargoed": "2019-03-09T06:00:00Z"}, "embargoed", "2019-03-09T06:00:00+00:00"),
        ({"embargoedUntil": "2019-03-09T06:00:00Z"}, "embargoed", "2019-03-09T06:00:00+00:00"),
        ({"edNote": "", "genres": [{"uri": "http://cv.iptc.org/newscodes/signal/update"}]}, "updated", None),
        ({"edNote": "", "profile": "Correction"}, "corrected", None),
        ({"edNote": "", "profile": "text-only"}, "usable", None),
    ],
)
def test_the_status(more: dict[str, Any], status: str, embargo: str | None) -> None:
    signals = read(THREE | more).signals
    assert (signals.status, signals.embargo) == (status, embargo)


def test_the_dialect_of_superdesk() -> None:
    item = {
        "guid": "g1", "versioncreated": "2019-03-09T00:00:00+0000", "firstpublished": "2019-03-08T14:05:00+0000",
        "body_html": "<p>The envoys met.</p>", "headline": "Talks", "source": "Keld Press",
        "description_html": "<p>x</p>",
    }  # fmt: skip
    copy = read(item)
    assert is_ninjs(item)
    assert (copy.id, copy.text, copy.published) == ("g1", "Talks\n\nThe envoys met.", "2019-03-08T14:05:00+00:00")
    assert copy.source.publisher == "Keld Press"


def test_items_in_the_answer_of_a_service() -> None:
    found = list(read_values({"total": 2, "items": [THREE, ONE | {"uri": "urn:npa:2"}]}, where="a.json"))
    assert [copy.id for copy in found if isinstance(copy, Copy)] == ["urn:npa:1", "urn:npa:2"]


@pytest.mark.parametrize(("given", "language"), [("EN", "en"), ("en_GB", "en-GB"), ("nb-NO", "nb-NO")])
def test_languages(given: str, language: str) -> None:
    assert read(THREE | {"language": given}).language == language


def test_an_associated_text_is_an_article_and_a_picture_is_none() -> None:
    picture = {"name": "photo", "uri": "urn:p", "type": "picture", "headlines": [{"value": "A table"}]}
    text = {"name": "sidebar", "uri": "urn:t", "type": "text", "bodies": [{"value": "The strait is narrow."}]}
    found = list(read_ninjs(THREE | {"associations": [picture, text]}, where="a"))
    assert [copy.id for copy in found if isinstance(copy, Copy)] == ["urn:npa:1", "urn:t"]
    assert isinstance(found[0], Copy)
    assert "associations" in found[0].source.left_out


def test_a_picture_is_its_description() -> None:
    copy = read(
        {"uri": "urn:p", "type": "picture", "description_text": "Envoys at a table.", "renditions": {"main": {}}}
    )
    assert (copy.text, copy.source.left_out) == ("Envoys at a table.", ("renditions",))


def test_an_item_without_words() -> None:
    (error,) = read_ninjs({"uri": "urn:p", "renditions": {"main": {"href": "x"}}}, where="a.json")
    assert isinstance(error, ReadError)
    assert str(error) == "a.json: the item holds no text (only renditions); give the item that has the words"


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("Von Ada Venn, dpa", ("Ada Venn",)),
        ("Par Ada Venn", ("Ada Venn",)),
        ("NTB", ()),
        ("Vonnegut Roe", ("Vonnegut Roe",)),
    ],
)
def test_bylines_of_other_languages(by: str, names: tuple[str, ...]) -> None:
    assert read(THREE | {"by": by}).byline == names
