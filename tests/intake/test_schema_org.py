"""schema.org articles as JSON-LD."""

from typing import Any

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.schema_org import read_json_ld

ARTICLE: dict[str, Any] = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Talks resume",
    "alternativeHeadline": "Both agree",
    "articleBody": "The envoys met.\n\nThey left.", "author": [{"@type": "Person", "name": "Ada Venn"}],
    "datePublished": "2019-03-08T14:05:00Z", "dateline": "GRENT, March 8 (Reuters)", "inLanguage": "en",
    "publisher": {"@type": "Organization", "name": "Keld Courier"}, "mainEntityOfPage": {"@id": "https://example.org/a"},
    "articleSection": ["World", "Sea"], "image": "x.jpg", "dateModified": "2019-03-09",
}  # fmt: skip


def test_the_fields() -> None:
    (copy,) = read_json_ld(ARTICLE, where="a")
    assert isinstance(copy, Copy)
    assert (copy.headline, copy.deck, copy.byline) == ("Talks resume", "Both agree", ("Ada Venn",))
    assert (copy.published, copy.section, copy.language) == ("2019-03-08T14:05:00+00:00", "World", "en")
    assert (copy.id, copy.source.url, copy.source.publisher) == (
        "https://example.org/a", "https://example.org/a", "Keld Courier",
    )  # fmt: skip
    assert copy.dateline is not None
    assert copy.dateline.place == "Grent"
    assert copy.source.left_out == ("dateModified", "image")


def test_a_correction_and_a_retraction() -> None:
    (copy,) = read_json_ld(
        ARTICLE | {"correction": {"@type": "CorrectionComment", "text": "The year was wrong."}}, where="a"
    )
    assert isinstance(copy, Copy)
    assert (copy.signals.status, copy.signals.notes) == ("corrected", ("The year was wrong.",))
    (copy,) = read_json_ld(ARTICLE | {"creativeWorkStatus": "Retracted"}, where="a")
    assert isinstance(copy, Copy)
    assert copy.signals.status == "withdrawn"


def test_articles_in_a_graph() -> None:
    graph = {"@graph": [{"@type": "Organization", "name": "x"}, ARTICLE, ARTICLE | {"headline": "Talks end"}]}
    assert [copy.headline for copy in read_json_ld(graph, where="a") if isinstance(copy, Copy)] == [
        "Talks resume",
        "Talks end",
    ]


def test_no_article() -> None:
    (error,) = read_json_ld({"@type": "Recipe"}, where="a")
    assert isinstance(error, ReadError)
    assert str(error) == "a: the JSON-LD holds no article; give one whose @type is NewsArticle"
