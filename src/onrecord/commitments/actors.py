"""Who is to act: the subject of a verb, the object of another, the one whom a preposition names."""

from msgspec import Struct

from onrecord.commitments.lines import Line
from onrecord.commitments.words import BETWEEN, BREAKS, OPENS, PREPOSITIONS, QUOTES, RELATIVE, SOMEBODY, is_adverb
from onrecord.parties.closed import SAYING
from onrecord.parties.tables import BODIES, PEOPLE


class Actor(Struct, frozen=True, gc=False):
    """A noun phrase. party: whom it means by id, None for one that only the phrase names; ground: how it was found.

    first, end: its tokens, `[first, end)`.
    """

    first: int
    end: int
    party: str | None
    ground: str


_FAR = 24  # tokens that an aside behind a subject may have
_LONGEST = 8  # tokens of a noun phrase without a name


def subject_of(line: Line, verb: int) -> Actor | None:
    """The subject of the verb or auxiliary at `verb`, which stands before it."""
    i = verb - 1
    while i >= 0 and (line.words[i] in BETWEEN or (is_adverb(line.words[i]) and line.mention_to(i) is None)):
        if line.mention_to(i) is not None or line.mention_from(i) is not None:
            break
        i -= 1
    while i > 0 and line.words[i] in QUOTES:
        i -= 1
    if i < 0:
        return None
    word = line.words[i]
    if word == ")":
        opening = i - 1
        while opening > 0 and line.words[opening] != "(" and i - opening < _LONGEST:
            opening -= 1
        inside = phrase_to(line, opening - 1) if line.words[opening] == "(" and opening else None
        if inside is not None:
            return inside
    if word in RELATIVE:
        return _antecedent(line, i)
    if word == "," or word in ("—", "–", ")"):
        return _before_aside(line, i)
    if word in ("and", "or", "then", "but"):
        return _shared(line, i)
    found = phrase_to(line, i)
    return found or _shared(line, i)


def phrase_to(line: Line, last: int) -> Actor | None:
    """The noun phrase that ends with the token at `last`, where it is somebody."""
    mention = line.mention_to(last) or _joined(line, last)
    if mention is not None:
        first, party = mention
        head = _head_before(line, first)
        if head is not None:
            return head
        other = _joined_before(line, first)
        if other is not None:
            return Actor(other, last + 1, None, "joint")
        return Actor(first, last + 1, party, "beside")
    found = _described_to(line, last)
    other = _joined_before(line, found.first) if found is not None else None
    return found if found is None or other is None else Actor(other, last + 1, None, "joint")


def _joined_before(line: Line, first: int) -> int | None:
    """Where a list of parties begins of which the one at `first` is the last: "Roe, Vale and the council"."""
    if line.word(first - 1) != "and":
        return None
    before = line.mention_to(first - 2)
    if before is None:
        found = _described_to(line, first - 2)
        return found.first if found else None
    start = before[0]
    while line.word(start - 1) == "," and (more := line.mention_to(start - 2)) is not None:
        start = more[0]
    return None if line.word(start - 1) in PREPOSITIONS else start


def _joined(line: Line, i: int) -> tuple[int, str] | None:
    """The pronoun in a token such as "they've"."""
    found = line.mention_from(i)
    return (i, found[1]) if found is not None and found[0] == i + 1 else None


def _head_before(line: Line, first: int) -> Actor | None:
    """Of "the head of the council" the head, where the mention is the council."""
    i = first - 1
    if line.word(i) not in PREPOSITIONS or line.word(i) == "by" or i == 0:
        return None
    head = line.mention_to(i - 1)
    if head is not None:
        return Actor(head[0], i, head[1], "head")
    found = _described_to(line, i - 1)
    if found is None:
        return None
    return Actor(found.first, first, found.party, "head") if line.word(i) != "of" else found


def _described_to(line: Line, last: int) -> Actor | None:
    """The phrase of a noun for people or bodies: "residents", "the ministry's officials"."""
    if last < 0 or not is_somebody(line.words[last]):
        return None
    first = last
    while first > 0 and last - first < _LONGEST:
        before = line.words[first - 1]
        if (
            before in BREAKS
            or before in PREPOSITIONS
            or before in BETWEEN
            or before in SAYING
            or before in ("and", "or")
        ):
            break
        first -= 1
        if before in OPENS and before not in ("'s", "’s"):
            break
    while first < last and line.words[first] in OPENS and line.words[first] not in ("other", "some", "many"):
        first += 1
    return Actor(first, last + 1, None, "described")


def is_somebody(word: str) -> bool:
    return word in SOMEBODY or word in BODIES or word in PEOPLE


def _antecedent(line: Line, i: int) -> Actor | None:
    """Whom "who" at `i` means."""
    before = i - 1
    while before >= 0 and line.words[before] in (",", "and", "but"):
        before -= 1
    found = phrase_to(line, before) if before >= 0 else None
    return Actor(found.first, found.end, found.party, "relative") if found else None


def _before_aside(line: Line, comma: int) -> Actor | None:
    """Of "Jane Roe, head of the council, will" Jane Roe."""
    for i in range(comma - 1, max(-1, comma - _FAR), -1):
        if line.words[i] in (",", "—", "–", "("):
            mention = line.mention_to(i - 1)
            if mention is not None:
                return Actor(mention[0], i, mention[1], "aside")
    return _shared(line, comma)


def _shared(line: Line, i: int) -> Actor | None:
    """The subject of the clause that ends at `i`: "the minister met the envoys and agreed to"."""
    start = i
    while start > 0 and line.words[start - 1] not in _STARTS:
        start -= 1
    for at in range(start, i):
        mention = line.mention_from(at)
        if (
            mention is not None
            and line.word(at - 1) not in PREPOSITIONS
            and line.word(mention[0]) not in ("'s", "’s", "’")
        ):
            return Actor(at, mention[0], mention[1], "shared")
    return None


_STARTS = frozenset('; : — – “ ” " . ? ! … that because although though whether while whereas but said'.split())


def object_from(line: Line, first: int) -> Actor | None:
    """The noun phrase that begins with the token at `first`, up to "to" or "not to" of an infinitive."""
    end = first
    mention = line.mention_from(first)
    if mention is not None:
        end = mention[0]
    while end < min(len(line), first + 2 * _LONGEST):
        if end > first and infinitive_at(line, end) is not None:
            break
        word = line.words[end]
        if word in _ASKED:
            return None
        if word == "(":
            end = _behind_bracket(line, end)
            continue
        if word == "," and mention is not None and infinitive_at(line, end + 1) is not None:
            break
        if word in BREAKS:
            return None
        inner = line.mention_from(end)
        end = inner[0] if inner is not None and inner[0] > end else end + 1
    else:
        return None
    if mention is not None and (
        mention[0] == end
        or line.words[mention[0]] in PREPOSITIONS | {",", "(", "who", "and"}
        or line.tokens[mention[0]].start in line.page.time_starts
    ):
        return Actor(
            first, end if line.words[mention[0]] == "and" else mention[0], _alone(line, mention, end), "object"
        )
    last = end - 1
    if first == last and line.words[first] in _OBJECTS:
        return None
    if not any(is_somebody(line.words[k]) or line.words[k] in PREPOSITIONS for k in range(first, end)):
        return None
    head = next((k for k in range(first, end) if line.words[k] in PREPOSITIONS), end)
    if head == first or not (is_somebody(line.words[head - 1]) or line.words[first] in SOMEBODY):
        return None
    inside = line.mention_to(last)
    if inside is not None and inside[0] == first:
        return Actor(first, end, inside[1], "object")
    bare = first
    while bare < last and line.words[bare] in OPENS and line.words[bare] not in ("all", "both"):
        bare += 1
    return Actor(bare, end, None, "object")


def _behind_bracket(line: Line, i: int) -> int:
    """The token behind the bracket that opens at `i`, or behind the opening one where none closes it nearby."""
    for end in range(i + 1, min(i + _LONGEST, len(line))):
        if line.words[end] == ")":
            return end + 1
    return i + 1


_ASKED = frozenset("how what when where why whether so".split())
_OBJECTS = frozenset("him her them it us me you".split())


def _alone(line: Line, mention: tuple[int, str], end: int) -> str | None:
    """The party of a mention that is the whole phrase; None where "and" joins another."""
    return None if mention[0] < end and line.words[mention[0]] == "and" else mention[1]


def infinitive_at(line: Line, i: int) -> int | None:
    """The verb of "to V", "not to V" or "to immediately V" at `i`."""
    if line.word(i) == "not":
        i += 1
    if line.word(i) != "to":
        return None
    i += 1
    while is_adverb(line.word(i)) or line.word(i) in _BEFORE_VERB:
        i += 1
    if (
        i >= len(line)
        or line.words[i] in _NO_VERBS
        or not line.words[i][0].isalpha()
        or line.mention_from(i) is not None
    ):
        return None
    return (
        i if line.tokens[i].text.islower() or line.words[i - 1] in QUOTES or line.role in ("headline", "deck") else None
    )


_BEFORE_VERB = frozenset("not also then now again first further".split()) | QUOTES
_NO_VERBS = frozenset(
    """
    a an the this that these those his her its their our my your no any every each which whom whose what him them us me
    you it and or date death more less
    """.split()
)
