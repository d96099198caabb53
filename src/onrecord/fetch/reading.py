"""Articles from addresses: what is fetched, read by whichever reader its content asks for."""

from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.errors import ReadError
from onrecord.fetch.fetcher import Fetched, Fetcher
from onrecord.intake import Copy
from onrecord.intake.reading import Asked, read_fetched


def is_address(source: str) -> bool:
    """Whether a source is an address of the web and no path."""
    return source.lower().startswith(("http://", "https://"))


def read_address(fetcher: Fetcher, url: str, asked: Asked, *, follow: bool = False) -> Iterator[Copy | ReadError]:
    """The articles at an address; in place of what cannot be read, the error.

    follow: read the entries of a feed from their pages rather than as the feed has them.
    """
    try:
        fetched = fetcher.get(url)
    except ReadError as error:
        yield error
        return
    yield from read_answer(fetcher, fetched, asked, follow=follow)


def read_answer(
    fetcher: Fetcher, fetched: Fetched, asked: Asked, *, follow: bool = False
) -> Iterator[Copy | ReadError]:
    """The articles of an answer; none of one that says that nothing has changed."""
    if fetched.data is None:
        return
    for found in read_fetched(fetched.data, fetched.url, asked):
        if follow and isinstance(found, Copy) and found.source.format == "feed":
            yield from followed(fetcher, found, asked)
        else:
            yield found


def followed(fetcher: Fetcher, entry: Copy, asked: Asked) -> Iterator[Copy | ReadError]:
    """The article of the page that a feed's entry leads to, under the entry's id; the entry where there is none.

    What only the feed says (its date, its byline) fills what the page does not.
    """
    url = entry.source.url
    if url is None:
        yield entry
        return
    try:
        fetched = fetcher.get(url)
        copies = list(read_fetched(fetched.data or b"", fetched.url, asked))
    except ReadError as error:
        yield error
        yield entry
        return
    article = next((each for each in copies if isinstance(each, Copy)), None)
    if article is None:
        yield from (each for each in copies if isinstance(each, ReadError))
        yield entry
        return
    yield replace(
        article,
        id=entry.id,
        published=article.published or entry.published,
        byline=article.byline or entry.byline,
        section=article.section or entry.section,
    )
