"""Drafts of each format as plain text, and where in the file each word stood."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.checking.drafts import Format, draft_of, format_of, read_draft
from onrecord.checking.plain import Draft
from onrecord.errors import ReadError
from onrecord.spans import Span

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, *, name: str = "word/document.xml") -> bytes:
    """A document of that body."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("“We **will** _go_,” she said.", "“We will go,” she said."),
        ("# Harbour closed #2\n\nShe said", "Harbour closed #2\n\nShe said"),
        ("See [the letter](https://example.org/a_(b)) now", "See the letter now"),
        ("one\ntwo", "one two"),
        ("- one\n- two", "one\n\ntwo"),
        (r"5 \* 3 and snake_case * 2", "5 * 3 and snake_case * 2"),
        ("a &amp; b &ldquo;c&rdquo;", "a & b “c”"),
        ("<em>we</em> go<!-- no -->", "we go<!-- no -->"),
        ("```\n“code”\n```\ntext", "text"),
        ("***\n\n[1]: https://example.org\n\nwords[^1]", "words"),
    ],
)
def test_markdown_as_it_is_read(written: str, read: str) -> None:
    assert draft_of(written, "markdown").text.strip() == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>“We <b>will</b>\n go,” she said.</p><p>Then</p>", "“We will go,” she said.\n\nThen"),
        ("<head><title>No</title><style>p{}</style></head><body>Yes</body>", "Yes"),
        ("<p>a &amp; &#8220;b&#8221;&nbsp;c", "a & “b”\xa0c"),
        ("She said <q>we go</q>", "She said “we go”"),
        ("<script>“no”</script><p>yes", "yes"),
        ("one<br>two", "one\ntwo"),
    ],
)
def test_html_as_it_is_read(written: str, read: str) -> None:
    assert draft_of(written, "html").text.strip() == read


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("text", "a\r\nb “we\r\nwill go” c"),
        ("markdown", "b “we **will** [go](x)” c"),
        ("html", "<p>b &ldquo;we <b>will</b>\n\n go&rdquo; c"),
    ],
)
def test_words_are_found_again_in_the_file(format: Format, written: str) -> None:
    draft = draft_of(written, format)
    for word in ("we", "will", "go"):
        at = draft.text.index(word)
        place = draft.in_file(Span(at, at + len(word)))
        assert place is not None
        assert place.cut(written) == word


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("markdown", "She wrote:\n\n> We will go\n> by sea.\n\nThen"),
        ("html", "<p>She wrote:<blockquote><p>We will go by sea.</p></blockquote>"),
    ],
)
def test_what_is_set_apart_is_a_block(format: Format, written: str) -> None:
    draft = draft_of(written, format)
    assert [block.cut(draft.text).strip() for block in draft.blocks] == ["We will go by sea."]


def test_a_document_without_what_was_deleted() -> None:
    body = (
        f"<w:p>{run('“We ')}<w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:ins>{run('will')}</w:ins>"
        f"{run(' go,” she said.')}</w:p><w:p/><w:tbl><w:tr><w:tc><w:p>{run('A cell')}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert read_draft(docx(body)).text.strip() == "“We will go,” she said.\n\nA cell"


def test_a_quotation_style_is_a_block() -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="IntenseQuote"/></w:pPr>{run("We will go.")}</w:p>'
    draft = read_draft(docx(body))
    assert [block.cut(draft.text).strip() for block in draft.blocks] == ["We will go."]
    assert draft.in_file(draft.blocks[0]) is None


@pytest.mark.parametrize(
    ("data", "name", "part"),
    [
        (b"", "a.txt", "a.txt"),
        (b"   \n", "a.txt", "a.txt"),
        (b"<p> </p>", "a.html", "holds no words"),
        (b"PK\x03\x04 torn", "a.docx", "no docx document"),
        (docx("", name="word/other.xml"), "a.docx", "no word/document.xml"),
        (docx("<w:p>"), "a.docx", "XML is broken"),
        (docx("")[:60], "a.docx", "no docx document"),
        (b"\xd0\xcf\x11\xe0 old", "a.doc", "no docx document"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, name: str, part: str) -> None:
    with pytest.raises(ReadError, match=part) as raised:
        read_draft(data, name=name)
    assert "\n" not in str(raised.value)


def test_a_document_that_declares_entities_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        bomb = '<!DOCTYPE a [<!ENTITY b "' + "x" * 9 + '">]><a>&b;</a>'
        archive.writestr("word/document.xml", bomb)
    with pytest.raises(ReadError, match="entities"):
        read_draft(held.getvalue(), name="bomb.docx")


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.md", b"words", "markdown"),
        ("A.HTML", b"words", "html"),
        ("standard input", b"<!doctype html><p>words", "html"),
        ("standard input", b"words", "text"),
        ("standard input", docx(f"<w:p>{run('words')}</w:p>"), "docx"),
    ],
)
def test_the_format_is_told_by_the_first_bytes_or_the_name(name: str, data: bytes, format: str) -> None:
    assert read_draft(data, name=name).format == format


def test_formats_have_names() -> None:
    assert format_of(None) is None
    assert format_of("markdown") == "markdown"
    with pytest.raises(ReadError, match="no format"):
        format_of("pdf")


UGLY = st.text(alphabet=st.sampled_from("ab “”\"'*_[]()<>&;#>-`\\\n\r\t\u200b\u202e\ud800\udc00é"), max_size=80)


def check_map(draft: Draft, written: str) -> None:
    places = [draft.in_file(Span(i, i + 1)) for i in range(len(draft.text))]
    known = [place for place in places if place is not None]
    assert all(0 <= place.start < place.end for place in known)
    starts = [place.start for place in known]
    assert starts == sorted(starts)


@given(UGLY, st.sampled_from(["text", "markdown", "html"]))
def test_any_text_can_be_read_and_its_places_rise(written: str, format: Format) -> None:
    check_map(draft_of(written, format), written)
