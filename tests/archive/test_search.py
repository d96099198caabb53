from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from tests.archive.conftest import Make


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, make: Make) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("search") / "news.db"
    with Archive.open(path, create=True) as archive:
        archive.add(make("ports", headline="Ports stay open", said=[("Ada Venn", "the written reply is due")]))
        archive.add(make("café", headline="A café in Vald", said=[("Bo O’Dell", "the reply was|only oral")]))
        archive.add(make("long", headline="Much ado", said=[("Cy Orth", "word " * 400 + "harbour is far")]))
        yield archive


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("ports", {"ports"}),
        ("PORTS open", {"ports"}),
        ("cafe", {"café"}),
        ("CAFÉ", {"café"}),
        ("reply", {"ports", "café"}),
        ("reply written", {"ports"}),
        ('"written reply"', {"ports"}),
        ('"reply written"', set()),
        ("ports harbour", set()),
        ("port", set()),  # words, not parts of words
        ("O'Dell", {"café"}),
        ("reply OR ports", set()),  # no language of its own: "or" is a word like any other
        ("-reply!", {"ports", "café"}),
        ("…", set()),
        ("", set()),
    ],
)
def test_articles_found(filled: Archive, query: str, ids: set[str]) -> None:
    assert {hit.entry.id for hit in filled.search(query)} == ids


def test_the_headline_weighs_more(archive: Archive, make: Make) -> None:
    archive.add(make("told", said=[("Ada Venn", "the harbour is far")]))
    archive.add(make("headed", headline="The harbour opens", said=[("Ada Venn", "that was all, and no more")]))
    assert [hit.entry.id for hit in archive.search("harbour")] == ["headed", "told"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", ["harbour"]),
        ("cafe", ["café"]),
        ('"stay open"', ["stay open"]),
        ("reply oral", ["reply", "oral"]),
    ],
)
def test_marks_stand_on_the_words(filled: Archive, query: str, found: list[str]) -> None:
    (hit,) = filled.search(query)
    record = filled.record(hit.entry.id)
    assert record is not None
    assert hit.snippet in record.article.text
    assert [mark.cut(hit.snippet) for mark in hit.marks] == found


def test_statements_found_with_their_words_marked(filled: Archive) -> None:
    (said,) = filled.search_statements("reply oral")
    assert (said.speaker, said.article.id, said.content) == ("Bo O’Dell", "café", ("the reply was", "only oral"))
    assert [mark.cut(" … ".join(said.content)) for mark in said.marks] == ["reply", "oral"]


def test_statements_are_found_by_their_speaker(filled: Archive) -> None:
    (said,) = filled.search_statements("venn due")
    assert [mark.cut(said.content[0]) for mark in said.marks] == ["due"]


def test_pages(filled: Archive) -> None:
    both = filled.search("reply")
    assert [*filled.search("reply", limit=1), *filled.search("reply", limit=1, offset=1)] == both
    assert filled.search("reply", offset=2) == []


@settings(deadline=None)  # a disk may take its time
@given(st.text(st.characters()) | st.text("\"“”'*:^(){}+- replyANDORT\0\ud800", max_size=60))
def test_any_query_gets_an_answer(filled: Archive, query: str) -> None:
    for hit in filled.search(query):
        assert all(mark.end <= len(hit.snippet) for mark in hit.marks)
    for said in filled.search_statements(query):
        assert all(mark.end <= len(" … ".join(said.content)) for mark in said.marks)
