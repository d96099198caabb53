"""The book of an article's parties while it is read: who is who, under whichever name."""

from collections import deque
from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from onrecord.parties.closed import DETERMINERS, LAST_NAME_OPENERS, SUFFIXES
from onrecord.parties.keys import (
    body_key,
    core_of,
    ends_name,
    initials,
    is_in_name,
    is_last_name,
    is_short_form,
    person_key,
    role_fits,
    role_words,
)
from onrecord.parties.reading import Chunk
from onrecord.parties.tables import BODIES, FIRST_NAMES, TITLES, Gender, People
from onrecord.parties.told import Told
from onrecord.record import PartyKind
from onrecord.spans import Span


class Entry(Struct):
    """A party as far as it is known.

    words: those of its fullest name; first: where that stands first.
    roles: the words of each office that the article gives; role: the one to be shown.
    described: the small words before an organisation's name: "investment banking giant".
    seen: offset of the latest mention so far, -1 where none was read yet.
    """

    name: str
    kind: PartyKind
    words: tuple[str, ...]
    gender: Gender | None = None
    role: str | None = None
    roles: list[frozenset[str]] = []
    described: str = ""
    aliases: list[str] = []
    seen: int = -1
    first: int = -1


# Words before a body's noun that tell it from no other.
_IDLE = frozenset("new special powerful influential former then newly local".split())
# Behind a firm's name, mostly left out when it is named again.
_LEGAL_FORMS = frozenset("corp corporation inc co cos company ltd limited plc llc llp ag gmbh nv sa spa".split())
# Parties of one last name and latest mentions, offices of one person: no article comes near them, and a hostile
# page of a megabyte stays linear.
_MOST = 200
_MOST_OFFICES = 20
# How a short name may fit a person's full one, from the strictest to the loosest.
_FITS = ((is_last_name, "same last name"), (ends_name, "same last name"), (is_in_name, "part of the name"))


class Book:
    """The parties of an article. Names are registered before mentions are resolved, so that a headline's
    "Lavrov" finds the "Sergey Lavrov" of the body."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.vocabulary: set[str] = set()  # the words of all names
        self._by_key: dict[tuple[str, ...], int] = {}
        self._by_word: dict[str, list[int]] = {}  # each word of a person's name
        self._by_end: dict[str, list[int]] = {}  # the last word of an organisation's name
        self.told = Told()
        self._acted: deque[int] = deque(maxlen=_MOST)  # the organisations that did something, latest last
        self._recent: dict[str, deque[int]] = {kind: deque(maxlen=_MOST) for kind in ("person", "organisation")}

    def add_person(self, words: tuple[str, ...], name: str, at: int) -> int:
        """The index of the person of that full name; one with the same first and last name is the same."""
        key = person_key(words)
        index = self._by_key.get(key)
        if index is None:
            index = self._add(key, Entry(name, "person", words, _gender_of(words), first=at))
            for word in {word.casefold() for word in words if word not in SUFFIXES}:
                _put(self._by_word, word, index)
        elif len(words) > len(self.entries[index].words):
            entry = self.entries[index]
            entry.words, entry.name = words, name
        return index

    def add_body(self, words: tuple[str, ...], name: str, kind: PartyKind, at: int) -> int:
        """The index of the organisation or country of that name."""
        key = body_key(words)
        index = self._by_key.get(key)
        if index is None:
            index = self._add(key, Entry(name, kind, words, first=at))
            if kind == "organisation":
                for end in {words[-1].casefold(), core_of(words)[-1].casefold()}:
                    _put(self._by_end, end, index)
                if len(words) > 1 and words[-1].casefold() in _LEGAL_FORMS:
                    self._by_key.setdefault(body_key(words[:-1]), index)
                if acronym := initials(words):
                    self._by_key.setdefault((acronym,), index)
        return index

    def _add(self, key: tuple[str, ...], entry: Entry) -> int:
        self.entries.append(entry)
        self.vocabulary.update(entry.words)
        self._by_key[key] = len(self.entries) - 1
        return self._by_key[key]

    def find_body(self, words: tuple[str, ...]) -> int | None:
        return self._by_key.get(body_key(words))

    def alias(self, words: tuple[str, ...], index: int) -> None:
        """From now on these words name the party too, unless they name another already."""
        self.vocabulary.update(words)
        self._by_key.setdefault(body_key(words), index)

    def find_person(self, words: tuple[str, ...], gender: Gender | None) -> tuple[int, str] | None:
        """The person that a last name, a short or a full name means, and on what ground.

        Of several the nearest mentioned before; where none was, the first that comes.
        """
        full = len(words) > 1 and words[0].casefold() not in LAST_NAME_OPENERS
        index = self._by_key.get(person_key(words)) if full else None
        if index is not None:
            return index, "full name"
        sharing = self._by_word.get(words[-1].casefold(), ())
        candidates = [i for i in sharing if self._may_be(i, words, gender)]
        for fits, ground in _FITS:
            fitting = [i for i in candidates if fits(words, self.entries[i].words)]
            if fitting:
                return self._nearest(fitting), ground
        index = self._by_key.get(person_key(words)) if len(words) > 1 else None
        return None if index is None else (index, "full name")

    def _may_be(self, index: int, words: tuple[str, ...], gender: Gender | None) -> bool:
        """Whether the words may be short for the entry's name. "Donald Roe" is not short for "Donald Roe Jr"."""
        entry = self.entries[index]
        if entry.words[-1] in SUFFIXES and len(words) > 1 and words[0] == entry.words[0]:
            return False
        return len(words) < len(entry.words) and (gender is None or entry.gender in (None, gender))

    def _nearest(self, indices: list[int]) -> int:
        if len(indices) == 1:
            return indices[0]
        before = [i for i in indices if self.entries[i].seen >= 0]
        if before:
            return max(before, key=lambda i: self.entries[i].seen)
        return min(indices, key=lambda i: self.entries[i].first)

    def kind_of(self, words: tuple[str, ...]) -> PartyKind | None:
        """What these words name in the article: a person by full or last name, a body by its name or acronym."""
        index = self.find_body(words)
        if index is not None and self.entries[index].kind != "country":
            return self.entries[index].kind
        return "person" if self.find_person(words, None) else None

    def find_short_body(self, words: tuple[str, ...]) -> int | None:
        """The latest organisation whose name ends so: "the ministry", "the Air Force"."""
        fitting = [
            i
            for i in self._by_end.get(words[-1].casefold(), ())
            if len(self.entries[i].words) > len(words) and is_short_form(words, self.entries[i].words)
        ]
        return self._nearest(fitting) if fitting else None

    def find_by_kind(self, noun: str) -> int | None:
        """The latest organisation that a noun may mean though its name does not end so: "the company"."""
        recent = reversed(self._recent["organisation"])
        return next((i for i in recent if _is_of_kind(self.entries[i], noun)), None)

    def add_described(self, chunk: Chunk, name: str, gender: Gender | None) -> int:
        """The index of a new party that has no name, only this description."""
        kind: PartyKind = "group" if chunk.plural else "unnamed"
        self.entries.append(Entry(name, kind, chunk.words, gender, first=chunk.start))
        self.told.remember(chunk, len(self.entries) - 1)
        return len(self.entries) - 1

    def see(self, index: int, at: int) -> None:
        """The party is described at `at`."""
        self.entries[index].seen = max(self.entries[index].seen, at)

    def find_body_of(self, people: People) -> int | None:
        """The organisation that acted or else was mentioned last whose members the noun may mean: the committee, for
        "lawmakers"."""
        recent = chain(reversed(self._acted), reversed(self._recent["organisation"]))
        return next((i for i in recent if not people.bodies.isdisjoint(map(str.lower, self.entries[i].words))), None)

    def find_like_body(self, words: tuple[str, ...]) -> int | None:
        """The one organisation whose long name has all the words that tell: "the House committee"."""
        noun = words[-1].casefold()
        ends = self._by_end.get(noun) if noun in BODIES else None
        longer = [i for i in ends if len(self.entries[i].words) > len(words)] if ends else []
        told = role_words(words) - {noun} - _IDLE if longer else frozenset[str]()
        if not told:
            return None
        fitting = [i for i in longer if told <= self._told_of(i)]
        return fitting[0] if len(fitting) == 1 else None

    def _told_of(self, index: int) -> frozenset[str]:
        entry = self.entries[index]
        return role_words(entry.words) | frozenset(entry.described.split())

    def acted(self, index: int) -> None:
        """The party did something, or something that it wrote is told of."""
        if self.entries[index].kind == "organisation":
            self._acted.append(index)

    def find_role(self, words: frozenset[str]) -> int | None:
        """The person, nearest before, to whom the article gave an office that holds these words."""
        recent = list(dict.fromkeys(reversed(self._recent["person"])))
        for fits in (frozenset.issubset, role_fits):
            found = next((i for i in recent if any(fits(words, role) for role in self.entries[i].roles)), None)
            if found is not None:
                return found
        return None

    def give_role(self, index: int, text: str, *, strong: bool) -> None:
        """The article gives the person this title or office; the first one is shown.

        strong: it is a title before the name, which may complete the one shown: "US President" after "President".
        """
        entry = self.entries[index]
        words = role_words(tuple(text.replace(".", " ").replace(",", " ").split()))
        if not any(word in TITLES for word in words):
            return  # "Germany’s": whose, not what
        if words not in entry.roles and len(entry.roles) < _MOST_OFFICES:
            entry.roles.append(words)
        shown = _shown(text)
        if shown and (entry.role is None or (strong and _completes(shown, entry.role))):
            entry.role = shown
        entry.gender = _gender_by_title(text) or entry.gender

    def note(self, index: int, span: Span, alias: str | None) -> None:
        """The party is mentioned at `span`, by the name `alias` where it is a name."""
        entry = self.entries[index]
        entry.seen = max(entry.seen, span.start)
        if entry.kind in self._recent:
            self._recent[entry.kind].append(index)
        if alias and alias != entry.name and alias not in entry.aliases:
            entry.aliases.append(alias)


def _put(table: dict[str, list[int]], word: str, index: int) -> None:
    found = table.setdefault(word, [])
    if len(found) < _MOST:
        found.append(index)


def _gender_of(words: Sequence[str]) -> Gender | None:
    """What the list of given names suggests for a full name."""
    return FIRST_NAMES.get(words[0].casefold()) if len(words) > 1 else None


def _shown(text: str) -> str | None:
    """The title as a record shows it, without its article; None for "Mr"."""
    text = text.strip(" ,’'")
    first, _, rest = text.partition(" ")
    shown = rest if rest and first.lower() in DETERMINERS else text
    title = TITLES.get(shown.lower().rstrip("."))
    return None if title and title.kind == "courtesy" else shown


def _completes(shown: str, role: str) -> bool:
    longer = len(shown) > len(role) and shown[0].isupper()
    return longer and (shown.endswith(role) or shown.startswith(f"{role} "))


def _gender_by_title(text: str) -> Gender | None:
    """The gender that the title's own word gives, first or last: not that of "the queen’s adviser" in between."""
    words = text.lower().replace(".", " ").replace(",", " ").split()
    for word in (words[-1], words[0]):
        title = TITLES.get(word)
        if title and title.gender:
            return title.gender
    return None


def _is_of_kind(entry: Entry, noun: str) -> bool:
    """Whether `noun` ("company", "paper", "bank") may mean the organisation, by its name or the words before it."""
    if any(word.startswith(noun) for word in entry.described.split()):
        return True
    kind = BODIES[noun].kind
    ends = BODIES.get(entry.words[-1].casefold())
    if kind == "media":
        return "media" in {ends.kind if ends else None, *_kinds(entry.described)}
    if noun in _ANY_BODY:
        return ends is None or ends.kind == kind
    return False


_ANY_BODY = frozenset("company firm group organisation organization".split())


def _kinds(described: str) -> set[str]:
    """The kinds of body that the words before a name say: media for "newspaper"."""
    return {BODIES[word].kind for word in described.split() if word in BODIES}
