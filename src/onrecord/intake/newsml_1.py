"""NewsML 1.0 to 1.2: the articles of its news items. Source: IPTC NewsML 1.2, Functional Specification."""

from collections.abc import Iterator
from typing import Final

from lxml import etree
from msgspec.structs import replace

from onrecord.errors import ReadError
from onrecord.intake.blocks import Blocks, html_text
from onrecord.intake.copy import Copy
from onrecord.intake.markup import local_name, parse_xml, words_of
from onrecord.intake.nitf import told_by_nitf, within
from onrecord.intake.stated import moment, stated
from onrecord.intake.told import Told, byline_of, copy_of, sorted_names
from onrecord.record import Signals

# Roles of components that hold the text. Source: IPTC topic set "Role", and the roles of agencies' own.
_BODY: Final = frozenset(["", "main", "main text", "maintext", "body", "text", "story", "article"])
_DECK: Final = frozenset(["subheadline", "sub-headline", "deck"])
_TOLD_AGAIN: Final = frozenset(["headline", "stylesheet"])
# What a record has a field for; all else that an item says is named as left out.
_SAID: Final = frozenset("Genre SubjectCode OfInterestTo Metadata AssociatedWith Location TopicOccurrence".split())
_LINES: Final = frozenset("HeadLine SubHeadLine ByLine DateLine CreditLine".split())


def read_newsml_1(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a NewsML 1 file in order, one for each text: an item may hold several, in several languages."""
    root = parse_xml(data, name=name)
    items = (
        [root] if local_name(root) == "NewsItem" else [each for each in root.iter() if local_name(each) == "NewsItem"]
    )
    told = [each for item in items for each in _articles(item, name)]
    if not told:
        yield ReadError(f"{name}: the file holds no news item; give one that does")
    for number, each in enumerate(told, start=1):
        where = name if len(told) == 1 else f"{name}: item {number}"
        try:
            yield copy_of(each, where=where, published=published)
        except ReadError as error:
            yield error


def _articles(item: etree._Element, name: str) -> Iterator[Told]:
    """One for each component that holds the text of a story, else one for the item."""
    stories: dict[etree._Element, list[etree._Element]] = {}
    for component in _all(item, "NewsComponent"):
        if _role(component) in _BODY and any(_holds_text(each) for each in _own(component, "ContentItem")):
            stories.setdefault(_story(component), []).append(component)
    if not stories:
        yield _told(item, item, [], name)
    for number, (story, bodies) in enumerate(stories.items()):
        told = _told(item, story, bodies, name)
        # A second text of one item, such as another language, is an article of its own.
        yield told if number == 0 else replace(told, id=told.id and f"{told.id}#{number + 1}")


def _told(item: etree._Element, story: etree._Element, bodies: list[etree._Element], name: str) -> Told:
    lines = [*_all(story, "NewsLines", within=bodies), *_ancestors_lines(story, item)]
    management = _first(item, "NewsManagement")
    deck = next((_body(each, name)[0] for each in _all(story, "NewsComponent") if _role(each) in _DECK), None)
    body, left, inner = _joined(bodies, name)
    told = Told(
        format="newsml-1",
        id=_urn(item),
        body=body,
        headline=_line(lines, "HeadLine"),
        deck=_line(lines, "SubHeadLine") or (" ".join(deck.split()) if deck else None),
        byline=byline_of(_line(lines, "ByLine")),
        dateline=_line(lines, "DateLine"),
        published=moment(_words(management, "FirstCreated")) or moment(_words(management, "ThisRevisionCreated")),
        language=_formal(story, "Language") or _formal(item, "Language"),
        provider=_party(item, "Provider") or _formal(item.getparent(), "NewsService") or _words(item, "ProviderId"),
        publisher=_party(item, "Source"),
        signals=_signals(item, management),
        left_out=sorted_names(left | _unkept(item, story, bodies)),
    )
    return told if inner is None else within(told, inner)


def _signals(item: etree._Element, management: etree._Element | None) -> Signals:
    revision = _first(item, "RevisionId")
    words = [_formal(management, "Status"), *(each.get("FormalName") for each in _all(management, "Instruction"))]
    return stated(
        [*words, *(each.get("FormalName") for each in _all(item, "Genre"))],
        notes=[words_of(each) for each in _all(management, "Comment")],
        version=words_of(revision),
        embargo=_embargo(management),
        urgency=_formal(management, "Urgency"),
        terms=_words(item, "UsageTerms"),
    )


def _embargo(management: etree._Element | None) -> str | None:
    """When an embargoed item becomes usable, as its StatusWillChange says."""
    change = _first(management, "StatusWillChange")
    if (_formal(management, "Status") or "").lower() not in ("embargoed", "withheld") or change is None:
        return None
    return moment(_words(change, "DateAndTime"))


def _urn(item: etree._Element) -> str | None:
    """The item's name without its revision, so that all revisions have the same."""
    parts = [_words(item, name) for name in ("ProviderId", "DateId", "NewsItemId")]
    if all(parts):
        return "urn:newsml:" + ":".join(filter(None, parts))
    return _words(item, "PublicIdentifier")


def _joined(bodies: list[etree._Element], name: str) -> tuple[str | None, set[str], Told | None]:
    texts, left, nitf = [], set(), None
    for component in bodies:
        text, unread, inner = _body(component, name)
        nitf = nitf or inner
        texts += [text] if text else []
        left |= unread
    return "\n\n".join(texts) or None, left, nitf


def _body(component: etree._Element, name: str) -> tuple[str | None, set[str], Told | None]:
    """The text of the first of the component's contents that has one; others are the same in another form."""
    for item in filter(_holds_text, _own(component, "ContentItem")):
        data = _first(item, "DataContent")
        if data is None:
            continue
        nitf = _first(data, "nitf")
        if nitf is not None:
            return None, set(), told_by_nitf(nitf)
        if len(data):
            blocks = Blocks(data)
            return blocks.text, blocks.left_out, None
        text, left = html_text("".join(map(str, data.itertext())), name=name)
        return text, left, None
    return None, set(), None


def _holds_text(item: etree._Element) -> bool:
    kind = (_formal(item, "MimeType") or _formal(item, "Format") or "").lower()
    data = _first(item, "DataContent")
    return data is not None and "css" not in kind and "image" not in kind and words_of(data) is not None


def _story(component: etree._Element) -> etree._Element:
    """The component that has the lines of the story: this one, or that which it is a part of."""
    parent = component.getparent()
    if _own(component, "NewsLines") or parent is None or local_name(parent) != "NewsComponent":
        return component
    return parent


def _unkept(item: etree._Element, story: etree._Element, bodies: list[etree._Element]) -> set[str]:
    """The roles of components that were not read, and the names of lines and properties."""
    kept = {id(each) for each in bodies} | {id(story)}
    roles = {_role(each) for each in _all(story, "NewsComponent") if id(each) not in kept} - _DECK - _TOLD_AGAIN
    lines = {local_name(line) for each in _all(story, "NewsLines", within=bodies) for line in each} - _LINES - {""}
    said = {local_name(each) for each in item.iter()} & _SAID
    return (roles - {""}) | lines | said


def _ancestors_lines(story: etree._Element, item: etree._Element) -> Iterator[etree._Element]:
    above = story.getparent()
    while above is not None and above is not item:
        yield from _own(above, "NewsLines")
        above = above.getparent()


def _line(lines: list[etree._Element], name: str) -> str | None:
    found = (words_of(each) for block in lines for each in block if local_name(each) == name)
    return next(filter(None, found), None)


def _role(component: etree._Element) -> str:
    return next((each.get("FormalName", "").lower() for each in _own(component, "Role")), "")


def _party(item: etree._Element, name: str) -> str | None:
    block = _first(item, name)
    return None if block is None else _formal(block, "Party")


def _own(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if local_name(child) == name]


def _all(
    element: etree._Element | None, name: str, *, within: list[etree._Element] | None = None
) -> Iterator[etree._Element]:
    """All of that name in the element; of its components only those that hold the text, where `within` gives them."""
    if element is None:
        return
    if within is not None:
        yield from _own(element, name)
        for each in within:
            if each is not element:
                yield from _own(each, name)
        return
    yield from (each for each in element.iter() if local_name(each) == name and each is not element)


def _first(element: etree._Element | None, name: str) -> etree._Element | None:
    return next(_all(element, name), None)


def _words(element: etree._Element | None, name: str) -> str | None:
    return words_of(_first(element, name))


def _formal(element: etree._Element | None, name: str) -> str | None:
    return next((value for each in _all(element, name) if (value := each.get("FormalName"))), None)
