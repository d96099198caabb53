"""NewsML-G2: news items alone, in a message, or the parts of one. Source: IPTC NewsML-G2 2.x, Guidelines."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from msgspec.structs import replace

from onrecord.errors import ReadError
from onrecord.intake.blocks import Blocks, html_text
from onrecord.intake.bylines import byline_names
from onrecord.intake.copy import Copy
from onrecord.intake.markup import local_name, parse_xml, words_of
from onrecord.intake.nitf import told_by_nitf, within
from onrecord.intake.stated import UNTIL_FURTHER_NOTICE, moment, stated
from onrecord.intake.told import Told, byline_of, copy_of, sorted_names
from onrecord.record import Signals

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# Items that hold no news of their own.
_OTHERS: Final = frozenset("packageItem conceptItem knowledgeItem planningItem catalogItem".split())
_FRAGMENTS: Final = frozenset("contentSet contentMeta itemMeta".split())
# What a record has a field for, or what says nothing about the article; all else is named as left out.
_KEPT: Final = frozenset(
    """
    provider versionCreated firstCreated contentCreated embargoed pubStatus edNote signal role located creator by
    dateline headline language urgency infoSource usageTerms description itemClass generator catalogRef catalog hash
    """.split()
)
# Roles of headlines and descriptions by the last part of their code. Source: IPTC NewsCodes "headlinerole" and
# "descriptionrole", and the codes of agencies' own.
_MAIN: Final = frozenset(["", "main", "headline", "title", "long", "full"])
_DECK: Final = frozenset("sub subhead subheadline subtitle deck standfirst dek hl2".split())
# A link that leads to what this item takes the place of. Source: IPTC NewsCodes "itemrelation".
_BEFORE: Final = frozenset(["previousversion", "replaces", "previous"])
# The note of an exported item whose source counts no versions: the format asks for one.
NO_VERSION: Final = "The source gives no version; 1 is assumed."
_PUBLISHER: Final = "publisher"
_MARKED = re.compile(r"<(?:p|br|div)[\s/>]", re.IGNORECASE)
# Creators that are persons, where a file says so. Source: IPTC NewsCodes "cpnature".
_PERSON: Final = "cpnat:person"


def read_newsml_g2(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a NewsML-G2 file in order; in place of an item that has no words, the error that says why."""
    root = parse_xml(data, name=name)
    items = _items(root)
    texts = [item for item in items if local_name(item) not in _OTHERS]
    around = sorted({local_name(item) for item in items} & _OTHERS)
    if not texts:
        yield ReadError(f"{name}: {_only(items)}; give the news items that it names")
    for number, item in enumerate(texts, start=1):
        where = name if len(texts) == 1 else f"{name}: item {number}"
        try:
            yield copy_of(_told(item, around, where), where=where, published=published)
        except ReadError as error:
            yield error


def _items(root: etree._Element) -> list[etree._Element]:
    if local_name(root) in _FRAGMENTS or local_name(root) in _OTHERS | {"newsItem"}:
        return [root]
    return [item for item in root.iter() if local_name(item) in _OTHERS | {"newsItem"}]


def _only(items: list[etree._Element]) -> str:
    if not items:
        return "the message holds no items"
    names = ", ".join(sorted({local_name(item) for item in items}))
    references = [ref.get("residref") or ref.get("href") or "" for item in items for ref in item.iter() if
                  local_name(ref) == "itemRef"]  # fmt: skip
    return f"{names} holds no text of its own" + (f" and names {len(references)} items" if references else "")


def _told(item: etree._Element, around: list[str], where: str) -> Told:
    fields = _Fields(item)
    told = Told(
        format="newsml-g2",
        id=item.get("guid"),
        headline=fields.headline(_MAIN) or fields.words("headline"),
        deck=fields.headline(_DECK),
        byline=fields.byline(),
        dateline=fields.words("dateline"),
        place=fields.place(),
        published=next(filter(None, map(fields.moment, ("firstCreated", "versionCreated", "contentCreated"))), None),
        language=fields.language(),
        provider=fields.named("infoSource", but=_PUBLISHER) or fields.named("provider", but=_PUBLISHER),
        publisher=fields.named("infoSource", role=_PUBLISHER),
        section=fields.section(),
        url=next((words_of(each) for each in fields.all("altId") if _code(each.get("type")) == "url"), None),
        summary=fields.words("description"),
        signals=_signals(item, fields),
        left_out=sorted_names([*fields.left_out(), *around]),
    )
    return _with_content(told, fields.all("contentSet"), fields.all("creator"), where)


def _signals(item: etree._Element, fields: "_Fields") -> Signals:
    embargoed = fields.first("embargoed")
    embargo = None if embargoed is None else moment(words_of(embargoed)) or UNTIL_FURTHER_NOTICE
    before = [
        link.get("residref") or link.get("href")
        for link in fields.all("link")
        if _code(link.get("rel")) in _BEFORE or _code(link.get("reluri")) in _BEFORE
    ]
    other = next((id for id in before if id and id != item.get("guid")), None)
    return stated(
        [fields.code("pubStatus"), *fields.codes("signal"), *fields.codes("genre")],
        notes=[words for note in fields.all("edNote") if (words := _note(note)) != NO_VERSION],
        terms=fields.words("usageTerms"),
        version=None if any(words_of(note) == NO_VERSION for note in fields.all("edNote")) else item.get("version"),
        embargo=embargo,
        replaces=other,
        urgency=fields.words("urgency"),
    )


def _note(note: etree._Element) -> str | None:
    """The words of a note, which some agencies write as a page of its own."""
    return " ".join(Blocks(note).paragraphs) if len(note) else words_of(note)


def _with_content(told: Told, sets: list[etree._Element], creators: list[etree._Element], where: str) -> Told:
    """The item with the first of its contents that holds text; the others are named."""
    left: set[str] = set()
    chosen: Told | None = None
    for content in (child for each in sets for child in each if local_name(child)):
        kind = local_name(content)
        made = _content(content, told, where) if chosen is None and kind != "remoteContent" else None
        if made is not None:
            chosen = made
        elif kind == "remoteContent" or len(content) or words_of(content):
            left.add(kind if chosen is None else f"another {kind}")
    told = chosen or told
    names = {*told.left_out, *left}
    if told.byline and set(told.byline) >= {name for each in creators if (name := words_of(each))}:
        names.discard("creator")
    return replace(told, left_out=sorted_names(names))


def _content(content: etree._Element, told: Told, where: str) -> Told | None:
    """The item with the body that one content of it holds; None where it holds no words."""
    if local_name(content) == "inlineXML":
        inner = next((child for child in content if local_name(child)), None)
        if inner is None:
            return None
        if local_name(inner) == "nitf":
            return within(told, told_by_nitf(inner)) if words_of(inner) else None
        blocks = Blocks(inner)
        body, left = blocks.text, blocks.left_out
    elif "html" in (content.get("contenttype") or ""):
        body, left = html_text("".join(map(str, content.itertext())), name=where)
    elif content.get("encoding"):  # base64: pictures
        return None
    else:
        body, left = "".join(map(str, content.itertext())).strip() or None, set()
        if body and _MARKED.search(body):  # "text/plain" is said of HTML too
            body, left = html_text(body, name=where)
    return within(told, Told(format="", body=body, left_out=sorted_names(left))) if body else None


class _Fields:
    """The metadata of an item, by name, wherever in its blocks they stand."""

    def __init__(self, item: etree._Element) -> None:
        self._item = item
        blocks = [item, *(child for child in item if local_name(child) in ("itemMeta", "contentMeta", "rightsInfo"))]
        self._own = [child for block in blocks for child in block if local_name(child)]
        if local_name(item) == "contentSet":
            self._own = [item]

    def all(self, name: str) -> list[etree._Element]:
        return [child for child in self._own if local_name(child) == name]

    def first(self, name: str) -> etree._Element | None:
        return next(iter(self.all(name)), None)

    def words(self, name: str) -> str | None:
        return next(filter(None, map(words_of, self.all(name))), None)

    def moment(self, name: str) -> str | None:
        return moment(self.words(name))

    def codes(self, name: str) -> list[str]:
        return [
            code for each in self.all(name) if (code := each.get("qcode") or each.get("uri") or each.get("literal"))
        ]

    def code(self, name: str) -> str | None:
        return next(iter(self.codes(name)), None)

    def headline(self, roles: frozenset[str]) -> str | None:
        return next((words_of(each) for each in self.all("headline") if _code(each.get("role")) in roles), None)

    def language(self) -> str | None:
        tag = next((each.get("tag") for each in self.all("language") if each.get("tag")), None)
        return tag or self._item.get(_LANGUAGE)

    def named(self, name: str, *, role: str | None = None, but: str | None = None) -> str | None:
        """The name of a party, else the readable part of its code. role: that it must have; but: must not have."""
        listed = [each for each in self.all(name) if role in (None, of := _code(each.get("role"))) and of != but]
        for each in listed:
            child = next((inner for inner in each if local_name(inner) == "name"), None)
            if words := words_of(child):
                return words
        return next((code for each in listed if (code := _tail(each))), None)

    def section(self) -> str | None:
        """The name of the subject that says that it is the section."""
        sections = [each for each in self.all("subject") if each.get("literal") == "section"]
        return words_of(sections[0]) if sections else None

    def byline(self) -> tuple[str, ...]:
        creators = [each for each in self.all("creator") if each.get("type") == _PERSON]
        persons = tuple(filter(None, map(words_of, creators)))
        if persons:
            return persons
        if self.first("by") is None:
            return self._creators()
        return byline_of(self.words("by"))

    def _creators(self) -> tuple[str, ...]:
        """The creators that could be persons by their names, where nothing says what they are."""
        senders = {self.named("provider"), self.named("infoSource")}
        untyped = [words_of(each) for each in self.all("creator") if each.get("type") is None]
        return tuple(
            name for words in untyped if words and words not in senders for name in byline_names(f"By {words}")
        )

    def place(self) -> str | None:
        located = self.first("located")
        return None if located is None else self.named("located")

    def left_out(self) -> set[str]:
        names = (
            {local_name(each) for each in self._own} - _KEPT - {"itemMeta", "contentMeta", "rightsInfo", "contentSet"}
        )
        chosen = (self.headline(_MAIN) or self.words("headline"), self.headline(_DECK))
        if any(words_of(each) not in chosen for each in self.all("headline")):
            names.add("another headline")
        if self.byline() == () and self.first("creator") is not None:
            names.add("creator")
        read = {
            "link": all(_code(each.get("rel")) in _BEFORE for each in self.all("link")),
            "subject": all(each.get("literal") == "section" for each in self.all("subject")),
            "altId": all(_code(each.get("type")) == "url" for each in self.all("altId")),
        }
        names -= {name for name, whole in read.items() if whole}
        return names


def _code(code: str | None) -> str:
    """The last part of a code in small letters: "hlrole:Sub" is "sub"."""
    return (code or "").replace("/", ":").rpartition(":")[2].lower()


def _tail(element: etree._Element) -> str | None:
    """The readable part of a code such as "city:Moscow"; None of a number or an address."""
    tail = (element.get("qcode") or "").partition(":")[2] or element.get("literal") or ""
    return tail if any(map(str.isalpha, tail)) and not any(map(str.isdigit, tail)) else None
