"""What a cue means, whether it was given whole or as its verb alone, and whether the saying is denied."""

from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.parties import find_parties
from onrecord.record import Act
from onrecord.spans import Span
from onrecord.statements.acts import ACTS, meaning_of, read_acts
from onrecord.statements.circumstances import circumstances, line_at
from onrecord.statements.cues import VERBS
from onrecord.statements.lines import Page
from onrecord.times import find_times
from tests.statements.marked import circumstances_of, doc_of

# cue | words behind it | act
MEANT = """
said | | say
has repeatedly denied | | deny
made it clear | | say
was asked whether | | ask
according to | | say
his claim | | say
said in a statement | | say
expressed concern | | believe
voiced hope | that | expect
issued a warning | | warn
issued a statement saying | | say
put out a statement urging | | request
made a promise | | promise
's view | | believe
pointed out | | say
called | for | demand
called for | | demand
called on | | request
called | on | request
called | the offer | say
lashed out at | | criticise
hit back | | answer
's accusation | that | accuse
her repeated denials | | deny
is confident | that | believe
remains hopeful | | expect
was pleased | that | praise
seemed to suggest | | say
tried to explain | | say
went on to say | | say
is expected | to | expect
refused to | sign the draft | reject
declined | to comment | say
declined to comment | | say
refused to say | whether | say
was worried | that | believe
came out against | | reject
has proposed | | propose
gave a pledge | | promise
asked for | | request
threatened | | warn
""".strip().splitlines()


@pytest.mark.parametrize("row", MEANT)
def test_the_act_of_a_cue(row: str) -> None:
    cue, behind, act = (part.strip() for part in row.split("|"))
    meaning = meaning_of(cue.split(), behind.split())
    assert meaning is not None
    assert meaning.act == act


@pytest.mark.parametrize("cue", ["sailed", ":", "in", "the palace", ""])
def test_words_that_no_table_has(cue: str) -> None:
    assert meaning_of(cue.split()) is None


SENTENCES = {
    "asked to leave": ("{She} <asked> him to [leave].", "request", False),
    "told to leave": ("{She} <told> the crews to [leave].", "order", False),
    "asked whether": ("{She} <asked> whether [the ferry was safe].", "ask", False),
    "not said": ("{She} did not <say> [who would sign].", "say", True),
    "not said, cue whole": ("{She} <did not say> [who would sign].", "say", True),
    "never promised": ("{She} never <promised> [a ferry].", "promise", True),
    "yet to say": ("{The ministry} has yet to <say> [who would sign].", "say", True),
    "stopped short": ("{The ministry} stopped short of <saying> [who would sign].", "say", True),
    "without saying": ("{She} left without <saying> [who would sign].", "say", True),
    "no one": ("{No one} <said> [who would sign].", "say", True),
    "no official": ("{No official} <said> [who would sign].", "say", True),
    "refused to say": ("{She} refused to <say> [who would sign].", "say", True),
    "refused, cue whole": ("{She} <refused to say> [who would sign].", "say", True),
    "declined to comment": ("{She} <declined to comment> on [the draft].", "say", True),
    "refused to sign": ("{She} <refused> to [sign the draft].", "reject", False),
    "denied": ("{She} <denied> that [the ferry was unsafe].", "deny", False),
    "did not deny": ("{She} did not <deny> that [the ferry was unsafe].", "deny", True),
    "a view": ("{She} does not <believe> that [the ferry is safe].", "believe", False),
    "a view, cue whole": ("{She} <does not believe> that [the ferry is safe].", "believe", False),
    "an expectation": ("{She} did not <expect> [an answer].", "expect", False),
    "not only": ("{She} not only <said> [it was over].", "say", False),
    "said no": ("{She} <said> [it was not over].", "say", False),
    "another's denial": ("The ferry did not sail, {she} <said>.", "say", False),
}


@pytest.mark.parametrize(("marked", "act", "negated"), SENTENCES.values(), ids=SENTENCES.keys())
def test_act_and_denial(marked: str, act: str, negated: bool) -> None:
    found, _, _ = circumstances_of(marked)
    assert (found.act, found.negated) == (act, negated)


def _rows() -> list[list[str]]:
    table = (files("onrecord.data") / "acts.tsv").read_text("utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")][1:]


def test_every_row_of_the_table_is_whole_and_stands_once() -> None:
    rows = _rows()
    acts = set(get_args(Act))
    assert all(len(row) == 5 and row[4] for row in rows)
    assert all(row[3] in acts or (row[1] == "helper" and not row[3]) for row in rows)
    assert {row[1] for row in rows} == {"verb", "noun", "adjective", "phrase", "helper"}
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


def test_the_verbs_that_find_statements_keep_their_acts() -> None:
    assert {form: word.act for form, word in ACTS.verbs.items() if form in VERBS} == {
        form: verb.act for form, (verb, _) in VERBS.items()
    }


def test_each_phrase_is_found_by_its_own_words() -> None:
    for row in _rows():
        if row[1] == "phrase":
            meaning = meaning_of(row[0].split())
            assert meaning is not None, row


def test_a_table_names_its_act() -> None:
    found = read_acts("cue\tpart\tforms\tact\tsource\nmurk\tnoun\t\twarn\town\n")
    assert found.nouns["murks"].act == "warn"


TEXT = "On Monday, Mira Tolan told reporters in Grent that “the talks” would go on, and Oren Vale did not say why."


@given(st.data())
def test_circumstances_of_any_spans_lie_in_the_sentence(data: st.DataObject) -> None:
    def spans(most: int) -> tuple[Span, ...]:
        found = []
        for _ in range(data.draw(st.integers(0, most))):
            start = data.draw(st.integers(0, len(TEXT) - 1))
            found.append(Span(start, data.draw(st.integers(start + 1, len(TEXT)))))
        return tuple(found)

    doc = doc_of(TEXT)
    page = Page(doc, find_parties(doc), find_times(doc, None))
    line = line_at(page, data.draw(st.integers(0, len(TEXT) - 1)))
    assert line is not None
    found = circumstances(line, source=spans(2), cue=spans(2) or None, content=spans(3))
    assert all(0 <= span.start < span.end <= len(TEXT) for span in (found.addressee, found.said_on) if span)
