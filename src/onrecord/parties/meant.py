"""The chunks that mean somebody without a name: "the prime minister", "the ministry", "the US side", "he"."""

from collections.abc import Iterator

from onrecord.parties.closed import FORMS, POSSESSIVE, PREPOSITIONS, PRONOUNS
from onrecord.parties.phrases import office_end, role_at
from onrecord.parties.reading import Chunk, Reading
from onrecord.parties.shapes import is_capital
from onrecord.parties.tables import BODIES, KNOWN, TITLES, known_at

# Small words at which something may begin that means a party.
_TRIGGERS = frozenset(
    {title.split()[0] for title, row in TITLES.items() if row.kind != "courtesy"}
    | {word for word, body in BODIES.items() if body.alone}
    | {"side"}
    | PRONOUNS
    | FORMS
    | {pronoun.capitalize() for pronoun in PRONOUNS | FORMS}
)


def find_meant(reading: Reading) -> Iterator[Chunk]:
    """What means a party without naming it: "the prime minister", "the ministry", "the US side", "he"."""
    for i in [i for i, word in enumerate(reading.words) if word in _TRIGGERS]:
        chunk = _mean_at(reading, i)
        if chunk is not None:
            yield chunk


def _mean_at(reading: Reading, i: int) -> Chunk | None:
    words, word = reading.words, reading.words[i].lower()
    if word in PRONOUNS or word in FORMS:
        return reading.chunk("pronoun", i, i + 1)
    if word == "side":
        return _side(reading, i)
    end = role_at(words, i, len(words))
    if end is not None:
        return role_chunk(reading, i, end)
    body, after = BODIES.get(word), reading.word(i + 1)
    if body is None or not body.alone or after in BODIES or after in TITLES or is_capital(after):
        return None
    return _body(reading, i)


def _body(reading: Reading, i: int) -> Chunk | None:
    """ "the ministry", or a body named by its country: "the Swedish government", "Ukraine’s emergency service"."""
    start = reading.phrase_start(i)
    definite = reading.word(start).lower() == "the"
    if not definite:
        owner = _owner_start(reading, i)
        start = start if owner is None else owner
    name = start + definite
    if _is_state_body(reading, name, i):
        return reading.chunk("organisation", start, i + 1, name=name)
    return reading.chunk("body", start, i + 1) if definite else None


def _is_state_body(reading: Reading, name: int, i: int) -> bool:
    """Whether the words from `name` on are a country or people and small words that lead to the noun at `i`."""
    words = reading.words
    known = known_at(words, name, i)
    if known is None or known[1].kind not in ("country", "demonym", "place") or words[i] in _CHANGING:
        return False
    return words[known[0]] in POSSESSIVE or all(word.islower() for word in words[known[0] : i])


def _owner_start(reading: Reading, i: int) -> int | None:
    """Where the owner begins of "Ukraine’s state emergency service", whose noun stands at `i`."""
    words = reading.words
    for k in range(i - 1, max(0, i - 5), -1):
        if words[k] in POSSESSIVE:
            return reading.starts.get(k)
        if not words[k].isalpha() or words[k] in PREPOSITIONS:
            return None
    return None


# "the Danish company" is one of many: no name.
_CHANGING = frozenset(
    """
    company firm group team club bank newspaper paper magazine startup retailer carmaker charity fund hospital school
    university college museum station outlet broadcaster forces network
    """.split()
)


def _side(reading: Reading, i: int) -> Chunk | None:
    """ "the US side", "the Russian side"."""
    for first in (i - 1, i - 2):
        entry = KNOWN.get(" ".join(reading.words[max(0, first) : i]))
        if first > 0 and entry and entry.kind in ("country", "demonym") and reading.words[first - 1].lower() == "the":
            chunk = reading.chunk("people", first - 1, i + 1)
            chunk.known = entry.name
            return chunk
    return None


def role_chunk(reading: Reading, i: int, end: int) -> Chunk | None:
    """An office that stands for who holds it: "the prime minister", "Israel’s prime minister"."""
    words = reading.words
    if i in reading.taken:
        return None
    start = reading.phrase_start(i)
    if words[start].lower() != "the" and not _is_owned_by_state(words, start, i):
        return None
    after = reading.word(end)
    if after in POSSESSIVE and is_capital(reading.word(end + 1)):
        return None
    chunk = reading.chunk("role", start, end)
    whole = words[start : office_end(words, end, len(words))]
    chunk.words = tuple(word for word in whole if word.lower() != "the")
    return chunk


def _is_owned_by_state(words: list[str], start: int, i: int) -> bool:
    """Whether the phrase begins with a country's or a body's possessive: "Israel’s prime minister"."""
    known = known_at(words, start, i)
    return known is not None and known[0] < i and words[known[0]] in POSSESSIVE
