"""What a page says about its article, settled: where its marks disagree, the one that is most often right."""

import re
from difflib import SequenceMatcher

from lxml import html
from msgspec import Struct

from onrecord.intake.pages import jsonld
from onrecord.intake.pages.blocks import text_key, tidy
from onrecord.intake.pages.marks import Marks, find_marks
from onrecord.intake.pages.names import Field, persons_of, signature_of
from onrecord.intake.pages.when import read_moment

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "parsely-pub-date", "datepublished",
    "publish-date", "publish_date", "publication_date", "published_time", "pubdate", "article.published",
    "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dc.date", "dcterms.created", "dc.date.created",
    "date", "published", "originalpublicationdate", "article_date_original", "og:published_time", "displaydate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "last_modified",
    "lastmod", "dcterms.modified", "dc.date.modified", "article.updated", "revised", "modified",
)  # fmt: skip
_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "cre")
_TITLE_END = re.compile(r"\s+[|\-–—·•»*:]\s+(?=[^|\-–—·•»*]{1,40}\Z)")
_SEPARATOR = re.compile(r"\s*[|\-–—·•»]\s+")
_URL = re.compile(r"https?://[^\s<>\"']{3,2000}\Z")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
# How much of two titles must be the same for them to be of one article.
_ALIKE = 0.5
_PART = 0.4


class Fields(Struct, frozen=True):
    """What the page says; None and () where it does not. Dates are as in `record.Article.published`.

    byline: persons. signature: whom else the page names as the author.
    decks: what may be the standfirst, if it is to be seen on the page. titles: all that the page calls itself.
    body: the article's text, as some pages repeat it in their metadata, its paragraphs not always told apart.
    """

    headline: str | None
    byline: tuple[str, ...]
    signature: tuple[str, ...]
    published: str | None
    modified: str | None
    section: str | None
    publisher: str | None
    url: str | None
    language: str | None
    decks: tuple[str, ...]
    titles: tuple[str, ...]
    body: str | None


def find_fields(root: html.HtmlElement) -> Fields:
    """The fields of the article that the page is about."""
    marks, nodes = find_marks(root), jsonld.find_nodes(root)
    titles = [*marks.headings, *marks.meta.get("og:title", ()), *([marks.title] if marks.title else [])]
    node = jsonld.article_node(nodes, titles)
    publisher = _publisher(marks, node, nodes)
    authors = _authors(marks, node, nodes)
    return Fields(
        headline=_headline(marks, node),
        byline=persons_of(authors, publisher=_own_names(marks, publisher)),
        signature=signature_of(authors),
        published=_published(marks, node),
        modified=_modified(marks, node),
        section=jsonld.words(node, "articleSection")
        or marks.first("article:section", "og:section", "parsely-section", "section"),
        publisher=publisher,
        url=_url(marks, node),
        language=_language(marks, node),
        decks=_decks(marks, node),
        titles=tuple(titles),
        body=_body(node),
    )


def _headline(marks: Marks, node: jsonld.Node) -> str | None:
    """The h1 that says what the metadata say; else what these say: other articles stand in h1 too."""
    said = [
        title
        for title in (
            jsonld.words(node, "headline"),
            marks.first("og:title", "twitter:title"),
            jsonld.words(node, "alternativeHeadline"),
            marks.title,
        )
        if title
    ]
    if not said:
        return marks.headings[0] if marks.headings else None
    likeness = [(max(_likeness(h1, title) for title in said), -n, h1) for n, h1 in enumerate(marks.headings[:20])]
    best = max(likeness, default=(0.0, 0, ""))
    if best[0] >= _ALIKE or (len(marks.headings) == 1 and len(best[2]) > 20):
        return best[2]
    return said[0] if said[0] is not marks.title else _without_site(said[0])


def _without_site(title: str) -> str:
    """The title without the name of the site behind it."""
    parts = _TITLE_END.split(title, maxsplit=1)
    return parts[0] if len(parts) > 1 and len(parts[0]) >= len(parts[1]) else title


def _likeness(one: str, other: str) -> float:
    first, second = text_key(one), text_key(other)
    if not first or not second:
        return 0.0
    if first in second or second in first:
        # The name of a site stands in the titles of all its pages, and is short.
        share = min(len(first), len(second)) / max(len(first), len(second))
        return share if share < _PART else 0.5 + share / 2
    words, others = one.casefold().split()[:60], other.casefold().split()[:60]
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _published(marks: Marks, node: jsonld.Node) -> str | None:
    candidates = [jsonld.words(node, "datePublished", "dateCreated"), *(marks.first(name) for name in _PUBLISHED)]
    return _fullest([moment for value in candidates if (moment := read_moment(value))])


def _modified(marks: Marks, node: jsonld.Node) -> str | None:
    candidates = [jsonld.words(node, "dateModified"), *(marks.first(name) for name in _MODIFIED)]
    return _fullest([moment for value in candidates if (moment := read_moment(value))])


def _fullest(moments: list[str]) -> str | None:
    """The first moment, with the time and zone of one that gives the same more fully."""
    if not moments:
        return None
    first = moments[0]
    fuller = (
        m
        for m in moments
        if len(m) > len(first) and m.startswith(first[:10]) and (len(first) == 10 or m.startswith(first[:16]))
    )
    return next(fuller, first)


def _authors(marks: Marks, node: jsonld.Node, nodes: list[jsonld.Node]) -> list[Field]:
    """What may name the authors, the surest first."""

    def named(*names: str) -> Field:
        return [(value, False) for name in names for value in marks.meta.get(name, ())]

    return [
        jsonld.people(node, nodes, "author"),
        named("author", "byl", "dc.creator", "og:author"),
        jsonld.people(node, nodes, "creator"),
        named("article:author", "parsely-author", "sailthru.author", "dcterms.creator", "twitter:creator"),
        [(words, False) for words in marks.authors if len(words) <= 80],
    ]


def _own_names(marks: Marks, publisher: str | None) -> list[str]:
    return [name for name in (publisher, *(marks.first(site) for site in _SITE)) if name]


def _publisher(marks: Marks, node: jsonld.Node, nodes: list[jsonld.Node]) -> str | None:
    named = jsonld.people(node, nodes, "publisher", "sourceOrganization")
    return named[0][0] if named else marks.first(*_SITE) or _site_in_title(marks)


def _site_in_title(marks: Marks) -> str | None:
    """What stands at the end of the page's title behind the headline that is on the page: "Ships wait - Grent Post"."""
    for headline in marks.headings:
        if marks.title and marks.title.startswith(headline) and len(headline) > len(marks.title) / 2:
            return _SEPARATOR.split(marks.title[len(headline) :])[-1].strip() or None
    return None


def _url(marks: Marks, node: jsonld.Node) -> str | None:
    page = node.get("mainEntityOfPage")
    known = page.get("@id") if isinstance(page, dict) else page
    candidates = (marks.canonical, marks.first("og:url"), node.get("url"), known)
    return next((tidy(url) for url in candidates if isinstance(url, str) and _URL.match(url.strip())), None)


def _language(marks: Marks, node: jsonld.Node) -> str | None:
    said = (marks.language, jsonld.words(node, "inLanguage"), marks.first("content-language", "og:locale", "language"))
    for tag in said:
        if tag and _TAG.match(tag.strip()):
            first, *rest = re.split("[-_]", tag.strip())
            return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
    return None


def _body(node: jsonld.Node) -> str | None:
    body = node.get("articleBody")
    return jsonld.plain_lines(body) if isinstance(body, str) else None


def _decks(marks: Marks, node: jsonld.Node) -> tuple[str, ...]:
    said = [jsonld.words(node, name) for name in ("alternativeHeadline", "description", "abstract")]
    said += [
        value
        for name in ("description", "og:description", "twitter:description", "sailthru.description", "dc.description")
        for value in marks.meta.get(name, ())
    ]
    return tuple(dict.fromkeys(deck for deck in said if deck))
