"""What a page says about its article outside JSON-LD: meta tags, links, microdata and headings."""

from lxml import html
from msgspec import Struct

from onrecord.intake.pages.blocks import tidy
from onrecord.intake.pages.jsonld import plain_words

# A page has some fifty of them; what comes after so many is no news page's.
_MOST = 2000


class Marks(Struct, frozen=True):
    """The marks of a page. meta: the contents of its meta tags by name, in small letters, each list in order.

    headings: the words of its h1 elements.
    authors: the words of links and elements that say they hold the author's name.
    """

    meta: dict[str, list[str]]
    title: str | None
    canonical: str | None
    language: str | None
    headings: tuple[str, ...]
    authors: tuple[str, ...]

    def first(self, *names: str) -> str | None:
        """The first of these meta tags that says anything."""
        return next((value for name in names for value in self.meta.get(name, ())), None)


def find_marks(root: html.HtmlElement) -> Marks:
    """What the page says about itself."""
    title = root.find(".//title")
    return Marks(
        meta=_meta(root),
        title=_words(title) if title is not None else None,
        canonical=_canonical(root),
        language=root.get("lang") or root.get("xml:lang"),
        headings=tuple(filter(None, (_words(h1) for h1 in root.iter("h1"))))[:_MOST],
        authors=tuple(_authors(root)),
    )


def _words(element: html.HtmlElement) -> str:
    return tidy(element.text_content()[:2000])


def _meta(root: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element, _ in zip(root.iter("meta"), range(_MOST), strict=False):
        content = plain_words((element.get("content") or "")[:5000])
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                values = found.setdefault(name.strip().lower(), [])
                if content not in values:
                    values.append(content)
    return found


def _canonical(root: html.HtmlElement) -> str | None:
    for element, _ in zip(root.iter("link"), range(_MOST), strict=False):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return str(element.get("href")).strip()
    return None


def _authors(root: html.HtmlElement) -> list[str]:
    found = root.xpath('//*[@rel="author" or @itemprop="author" or @itemprop="creator"][not(self::meta or self::link)]')
    return list(dict.fromkeys(filter(None, (_words(each) for each in found[:20]))))
