"""The words that make something owed, from the table `data/commitments.tsv`.

Its frames say who is to act, and where it stands what is to be done:

    s  the subject, in an infinitive              "vowed to answer", "a promise to answer"
    p  the subject, in a clause                   "promised that the road would open"
    v  the subject, in an object                  "pledged new schools"
    g  the subject, in a gerund                   "committed to opening the road"
    b  the subject, in an infinitive behind "be"  "is expected to answer"
    m  the subject, in a bare infinitive          "will answer"
    h  the subject of "have"                      "has yet to answer"
    o  the object, in an infinitive               "urged both sides to answer"; in the passive the subject
    n  whom a preposition names, in an infinitive "called on both sides to answer"
    t  the subject of the clause                  "demanded that both sides answer"
    r  an owner or nobody, behind "for"           "called for an answer", "called for the minister's dismissal"
    q  the one who was told                       "told us when asking to meet"
    w  the one behind "from" or "for"             "awaiting an answer from the minister"
    k  the one who was asked                      "questions to the minister"
    y  who prepares or gives it                   "prepare a written response"
    a  who did it at a request                    "met at the request of the minister"
    z  the one behind "for", or nobody            "a deadline to answer"
"""

from importlib.resources import files
from typing import Final, Literal

from msgspec import Struct, convert

from onrecord.record import CommitmentAct, CommitmentStatus
from onrecord.statements.cues import Form, forms_of

Part = Literal["verb", "noun", "adjective", "modal"]


class Cue(Struct, frozen=True, gc=False):
    """A form of a word of the table. status: how it stands with what it makes owed ("refused to answer": refused).

    strength: how often what such a word says is owed, from 1 (seldom) to 3 (mostly), as judged by reading.
    joined: the subject is a part of the token ("we'll").
    """

    lemma: str
    part: Part
    form: Form
    frames: str
    act: CommitmentAct
    status: CommitmentStatus
    strength: int = 1
    joined: bool = False


# Acts of the table that tell the end as well: what was refused had been asked for.
_ENDED: Final[dict[str, tuple[CommitmentAct, CommitmentStatus]]] = {
    "refusal": ("request", "refused"),
}
_JOINED = ("i", "we", "you", "he", "she", "they", "it")


def read_cues(table: str) -> dict[str, tuple[Cue, ...]]:
    """Each form of the words of a table, in small letters and with a capital, to what it may be; the first row names
    the columns."""
    found: dict[str, list[Cue]] = {}
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    for word, part, irregular, frames, named, strength, _source in rows[1:]:
        act, status = _ENDED.get(named) or (convert(named, CommitmentAct), "open")
        kind = convert(part, Part)
        for form, which in _forms(word, kind, irregular).items():
            found.setdefault(form, []).append(
                Cue(word, kind, which, frames.replace(" ", ""), act, status, int(strength))
            )
    for ending, word in (("ll", "will"), ("d", "would")):
        cue = Cue(word, "modal", "base", "m", "promise", "open", joined=True)
        found |= {f"{pronoun}{mark}{ending}": [cue] for pronoun in _JOINED for mark in "'’"}
    capitals = {form[0].upper() + form[1:]: cues for form, cues in found.items()}
    return {form: tuple(cues) for form, cues in (capitals | found).items()}


def _forms(word: str, part: Part, irregular: str) -> dict[str, Form]:
    if part == "verb":
        return forms_of(word, irregular)
    if part != "noun":
        return dict.fromkeys([word, *irregular.split()], "base")
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return {word: "base", plural: "third"}


CUES: Final = read_cues((files("onrecord.data") / "commitments.tsv").read_text("utf-8"))
