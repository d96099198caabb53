"""How likely a candidate is a commitment: the sum of weights of what is true of it.

`data/owed.tsv` holds the weights, which were fitted on articles in which commitments were marked for this
(training/commitments.py).
"""

from functools import lru_cache
from typing import Final

from onrecord.commitments.candidates import Candidate
from onrecord.commitments.lines import Line
from onrecord.parties.tables import BODIES, read_rows

# The least sum of weights; chosen by F1 over articles that the weights were not fitted on.
LEAST: Final = -0.15
_PRONOUNS: Final = frozenset("i we you he she they it who which".split())
_GROUNDS: Final = {
    "speaker's own": "speaker",
    "hearer before": "hearer",
    "object of": "object's owner",
    "joint": "beside",
}
_MAYBE: Final = frozenset("may might could can when would should".split())
_OPEN: Final = frozenset("if whether unless".split())


def signs(found: Candidate) -> list[str]:
    """What is true of a candidate."""
    line, cue, what = found.line, found.cue, found.what
    part = "verb" if cue.part == "verb" else f"{cue.part} {cue.lemma}" if cue.part == "modal" else cue.part
    party = line.page.parties[found.who.party] if found.who.party else None
    kind = party.kind if party is not None else _described(line.words[found.who.end - 1])
    subject = line.words[found.who.first].partition("’")[0].partition("'")[0]
    ground = _GROUNDS.get(found.who.ground, found.who.ground)
    inside = _inside(found)
    told = [
        "any",
        f"strength {cue.strength}",
        f"cue {cue.lemma} {found.frame}",
        f"frame {found.frame}",
        f"verb {_class(line, found.verb)} {part}",
        f"kind {kind} {found.frame}",
        f"ground {ground}",
        f"ground {ground} {cue.strength}",
        f"in {inside} {part}",
        f"form {cue.form} {cue.part}",
    ]
    if line.role != "body":
        told.append("heading")
    if found.negated:
        told.append(f"negated {cue.part}")
    if what.condition is not None:
        told.append("condition")
    if found.to is not None:
        told.append(f"to {found.frame}")
    if found.passive:
        told.append("passive")
    if found.who.end == found.who.first + 1 and subject in _PRONOUNS:
        told.append(f"subject {subject}")
    if line.words[-1] == "?":
        told.append("question")
    if what.end - what.first < 3:
        told.append("short")
    if _is_open(line, found.at):
        told.append(f"maybe {cue.part}")
    if found.told is not None:
        told.append(f"act {found.told.act} {cue.act}")
        if found.told.speaker is not None:
            own = "own" if found.told.speaker == found.who.party else "other"
            told += [f"{own} {part}", f"{own} {inside}"]
    if cue.part == "modal" and line.words[found.verb] == "be" and line.word(found.verb + 1).endswith(("ed", "en")):
        told.append("passive what")
    return told


def _is_open(line: Line, i: int) -> bool:
    """Whether the clause of the word at `i` leaves open if it is so: "if it agrees to", "may agree to"."""
    first = i
    while first > 0 and line.words[first - 1] not in (",", ";", "“", '"', "that"):
        first -= 1
    before = line.words[first:i]
    return not _OPEN.isdisjoint(before) or not _MAYBE.isdisjoint(before[-4:])


def _class(line: Line, i: int) -> str:
    """Whether the verb at `i` is of a deed or a state; of "continue to answer" that of "answer"."""
    if line.words[i] in ("not", "never"):
        i += 1
    if line.word(i) in ("continue", "continuing", "continued"):
        i += 2 if line.word(i + 1) == "to" else 1
    verb = line.word(i)
    return _classes().get(verb) or _classes().get(verb.removesuffix("ing")) or "other"


def _described(noun: str) -> str:
    """Whether a noun is for those who hold an office or act together, or for people in general."""
    return "authority" if noun in _AUTHORITIES or noun in BODIES else "described"


_AUTHORITIES: Final = frozenset(
    """
    police officials officers authorities ministers prosecutors firefighters investigators lawmakers directors
    organisers organizers lawyers attorneys detectives inspectors regulators judges troops soldiers negotiators
    """.split()
)


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Verbs in their base form to "deed" or "state"."""
    return {verb: kind for kind, verbs in read_rows("deeds.tsv", 2) for verb in verbs.split()}


def _inside(found: Candidate) -> str:
    """How what is to be done is told: quoted, in indirect speech, or by the article itself."""
    start = found.line.tokens[found.at].start
    if found.line.page.quotation_at(start) is not None:
        return "quoted"
    return "reported" if found.told is not None else "told"


# Frames so rare that no weights can be fitted for them, and so narrow that what they find is owed.
SURE: Final = frozenset("yqkwzah")


def chance_of(found: Candidate) -> float:
    """The sum of the weights; over 0 it is likelier a commitment than not."""
    if found.frame in SURE:
        return 0.0
    table = _weights()
    return sum(table.get(sign, 0.0) for sign in signs(found))


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_rows("owed.tsv", 2)}
