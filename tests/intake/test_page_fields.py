"""What pages say of themselves: headline, names, dates, publisher, address, language."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.pages.fields import Fields, find_fields
from onrecord.intake.pages.names import persons_of, signature_of
from onrecord.intake.pages.tree import parse
from onrecord.intake.pages.when import read_moment

PUBLISHED = "<meta property='article:published_time' content='2019-03-08T15:05:00+01:00'>"


def fields(head: str = "", body: str = "<p>x</p>", **article: Any) -> Fields:
    if article:
        said = json.dumps({"@type": "NewsArticle", **article})
        head += f'<script type="application/ld+json">{said}</script>'
    return find_fields(parse(f"<html lang='en-GB'><head>{head}</head><body>{body}</body></html>", name="a.html"))


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2019-03-08T14:05:12+01:00", "2019-03-08T14:05:12+01:00"),
        ("2019-03-08T14:05:12.345Z", "2019-03-08T14:05:12+00:00"),
        ("2019-03-08T14:05+0100", "2019-03-08T14:05:00+01:00"),
        ("2019-03-08 14:05:12", "2019-03-08T14:05:12"),
        ("2019-3-8", "2019-03-08"),
        ("20190308T140512Z", "2019-03-08T14:05:12+00:00"),
        ("1552050312", "2019-03-08T13:05:12+00:00"),
        ("1552050312000", "2019-03-08T13:05:12+00:00"),
        ("Fri, 08 Mar 2019 14:05:12 GMT", "2019-03-08T14:05:12+00:00"),
        ("Fri, 08 Mar 2019 14:05:12 +0100", "2019-03-08T14:05:12+01:00"),
        ("Fri Mar 08 2019 14:05:12 GMT+0100 (CET)", "2019-03-08T14:05:12+01:00"),
        ("March 8, 2019 2:05 PM", "2019-03-08T14:05:00"),
        ("2019-02-30", None),
        ("2019-03-08T25:05:12Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("08/03/2019", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_moments(value: str | None, moment: str | None) -> None:
    assert read_moment(value) == moment


@given(
    st.text(max_size=40) | st.from_regex(r"\d{4}-\d\d?-\d\d?[T ]\d\d?:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?", fullmatch=True)
)
def test_any_value_is_a_moment_or_none(value: str) -> None:
    moment = read_moment(value)
    assert moment is None or read_moment(moment) == moment


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Hanne Brisk", ("Hanne Brisk",)),
        ("By HANNE BRISK, Staff Writer", ("Hanne Brisk",)),
        ("Hanne Brisk, Oren Vale and Judit Palmai-Rey", ("Hanne Brisk", "Oren Vale", "Judit Palmai-Rey")),
        ("Hanne Brisk in Valdmoor", ("Hanne Brisk",)),
        ("hanne-brisk", ()),
        ("hbrisk@courier.example", ()),
        ("https://courier.example/authors/hanne-brisk", ()),
        ("@hannebrisk", ()),
        ("admin", ()),
        ("Keld Courier", ()),
        ("木村花子", ("木村花子",)),
        ("", ()),
    ],
)
def test_names_of_a_field(said: str, names: tuple[str, ...]) -> None:
    assert persons_of([[(said, False)]], publisher=["Keld Courier"]) == names


@pytest.mark.parametrize(
    ("named", "names"),
    [
        ([[("hbrisk", False)], [("Hanne Brisk", False)]], ("Hanne Brisk",)),
        ([[("Boreal", True)], [("Hanne Brisk", False)]], ("Hanne Brisk",)),
        ([[("Boreal", True)]], ("Boreal",)),
        ([[("Keld Courier", True)]], ("Keld Courier",)),
        ([[("Hanne Brisk", False), ("hanne brisk", False)]], ("Hanne Brisk",)),
        ([[("Hanne Brisk", False), ("Keld Courier", True)]], ("Hanne Brisk",)),
        ([], ()),
    ],
)
def test_persons_go_before_organisations(named: list[list[tuple[str, bool]]], names: tuple[str, ...]) -> None:
    assert (persons_of(named, publisher=["Keld Courier"]) or signature_of(named)) == names


def test_an_author_may_be_a_reference_to_another_node() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": "Ships wait", "author": {"@id": "#a"}},
        {"@type": "Person", "@id": "#a", "name": "Hanne Brisk", "url": "/a"},
    ]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert fields(head).byline == ("Hanne Brisk",)


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        ("<title>Ships wait off Grent - Keld Courier</title>", "<h1>Ships wait off Grent</h1>", "Ships wait off Grent"),
        ("<title>Ships wait off Grent - Keld Courier</title>", "<h1>Courier</h1>", "Ships wait off Grent"),
        ("<meta property='og:title' content='Ships wait off Grent'>",
         "<h1>Captains lose their licences</h1><h1>Ships wait off Grent again</h1>", "Ships wait off Grent again"),
        ("<meta property='og:title' content='Ships &amp;amp; pilots wait'>", "", "Ships & pilots wait"),
        ("", "<h1>Ships wait off Grent</h1>", "Ships wait off Grent"),
        ("", "", None),
    ],
)  # fmt: skip
def test_headlines(head: str, body: str, headline: str | None) -> None:
    assert fields(head, body).headline == headline


@pytest.mark.parametrize(
    ("head", "article", "published"),
    [
        ("", {"datePublished": "2019-03-08T14:05:00Z"}, "2019-03-08T14:05:00+00:00"),
        (PUBLISHED, {"datePublished": "2019-03-08"}, "2019-03-08T15:05:00+01:00"),
        (PUBLISHED, {}, "2019-03-08T15:05:00+01:00"),
        ("<meta name='date' content='tomorrow'>", {}, None),
    ],
)
def test_when_it_was_published(head: str, article: dict[str, str], published: str | None) -> None:
    assert fields(head, **article).published == published


def test_the_node_of_the_page_is_chosen_among_those_of_others() -> None:
    teaser = {
        "@type": "NewsArticle",
        "headline": "Captains lose licences",
        "datePublished": "2018-01-01",
        "author": "X Y",
    }
    head = f'<script type="application/ld+json">{json.dumps([teaser])}</script>'
    told = fields(head, "<h1>Ships wait off Grent</h1>", headline="Ships wait off Grent", datePublished="2019-03-08")
    assert (told.published, told.byline) == ("2019-03-08", ())


def test_scripts_that_are_not_json_are_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    assert fields(head, datePublished="2019-03-08").published == "2019-03-08"


@pytest.mark.parametrize(
    ("head", "language"),
    [("", "en-GB"), ("<meta property='og:locale' content='de_DE'>", "en-GB")],
)
def test_the_language_is_that_of_the_page(head: str, language: str) -> None:
    assert fields(head).language == language


def test_the_address_is_the_canonical_one() -> None:
    head = "<link rel='canonical' href='https://a.example/1'><meta property='og:url' content='https://a.example/2'>"
    assert fields(head).url == "https://a.example/1"
    assert fields("<link rel='canonical' href='/1'>").url is None
