"""The rules of statements, a row each: `[content]  {source}  <cue>`. All countries and people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.spans import Span
from tests.statements.marked import parts_of, statements_of, unmark

ROWS = {
    "indirect with that": "{The minister} <said> that [the talks would go on].",
    "indirect without that": "{Mira Tolan} <said> [the talks would go on].",
    "direct in front": "“[We shall answer in writing],” {Mira Tolan} <said>.",
    "direct behind": "{Mira Tolan} <said>: “[We shall answer in writing.]”",
    "direct behind a comma": '{Mira Tolan} <said>, "[We shall answer in writing.]"',
    "verb before its subject": "“[We shall answer in writing],” <said> {Mira Tolan}, the envoy.",
    "broken by its attribution": "“[We shall answer],” {she} <said>, “[but not today.]”",
    "goes on behind its attribution": "“[We shall answer],” {Mira Tolan} <said> on Friday. “[It will be in writing.]”",
    "mixed": "{Mira Tolan} <called> [the offer “a first step” towards peace].",
    "over an apposition": "{Mira Tolan}, the Teskan envoy, <said> [the talks would go on].",
    "in an aside": "[The talks], {officials} <said>, [were cut short].",
    "at the end": "[The talks were cut short], {officials} <said> on Friday.",
    "according to, behind": "[The talks were cut short], <according to> {the ministry}.",
    "according to, in front": "<According to> {the ministry}, [the talks were cut short].",
    "told somebody": "{Mira Tolan} <told> reporters that [the talks would go on].",
    "vow": "{The government} <vowed> to [answer within a month].",
    "urge": "{The council} <urged> both sides to [return to the table].",
    "object": "{The council} <condemned> [the shelling of the harbour town].",
    "participle of the same speaker": "{She} <said> [the offer was fair], <adding> that [time was short].",
    "question": "“[Will they come?]” {Mira Tolan} <asked>.",
    "in a statement": "{The ministry} <said> in a statement on Friday that [the draft was ready].",
    "told both sides": "{Mira Tolan} <told> both sides last month that [ships must pass].",
    "its own speaker once": "{Mira Tolan} <said> that [she expected to receive an answer this week].",
    "an adverb in front": "Meanwhile, [the patrol boats were withdrawn], {Mira Tolan} <said>.",
    "another speaker behind but": "{Oren Vale} <said> [the talks failed], but {Mira Tolan} <said> [they would go on].",
    "a dash in the way": "{Oren Vale} <said> [the talks failed] - but what does that mean?",
    "an unknown verb": "“[We shall answer],” {Mira Tolan} <went> on.",
    "when asked": 'When asked why, {Mira Tolan} <said>, "[We shall answer.]"',
    "behind a colon and a name": "{Mira Tolan}: “[We shall answer in writing.]”",
    "behind a colon and a bare verb": "{Mira Tolan} <answered> with a smile: “[We shall answer.]”",
    "from a paper": "From {the report}: “[The strait was open in all of 2018.]”",
    "a label behind another": "{Mira Tolan}: “[We shall answer.]” {Oren Vale}: “[We shall wait.]”",
    "a name that nobody knows": '"[We shall answer]," {Hale} <said>.',
    "an apposition behind the name": "“[We shall answer],” {Hale B. Moor Jr.}, the head of the port, <said> on Friday.",
    "a title before the name": "“[We shall answer],” {chief executive Lowen Mace} <said> at a meeting.",
    "a cry": "“[We shall answer!]” <beamed> {Mira Tolan}, standing up.",
    "a paper in front of its place": "“[The strait is open],” <reads> {a long article in the Courier}.",
    "a question with its tag": "“[Will they come?]” {Mr. Vale} <asked>, looking up.",
    "a comma before": "In the song, {Mira Tolan} <sings>, “[We shall answer in spring.]”",
    "a sign": "{A banner over the bridge} <read> “[No ship shall pass]”.",
    "chants": "{The captains} answered with <chants> of “[Open the strait]”.",
    "unnamed": "{A senior official close to the talks} <said> [the draft was ready].",
}

NOTHING = {
    "a title": "The film “Nobody Said It” opens today.",
    "a scare quote": "They met in the so-called “yellow room” of the palace.",
    "a title before a clause": "The host of “Harbour Nights,” the company listed on Friday, moved to Teska.",
    "a title with a comma": "He won “Harbour Nights,” which ended in May.",
    "a noun": "The report and its claims were long.",
    "a denied saying": "Mira Tolan has not said that.",
    "a passive": "It is said to be cold in Teska.",
    "an infinitive": "There was little to say about it.",
    "a name": "The United States and three more states joined.",
    "no words": "The council met for an hour and went home.",
}


@pytest.mark.parametrize("marked", ROWS.values(), ids=ROWS.keys())
def test_parts_of_a_statement(marked: str) -> None:
    text, expected = unmark(marked)
    found = parts_of(text, statements_of(text)[0])
    if "adding" in text:
        expected["source"] *= 2  # the participle has the same source
    assert {key: sorted(value) for key, value in found.items()} == {k: sorted(v) for k, v in expected.items()}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_is_no_statement(text: str) -> None:
    found = statements_of(text)[0]
    assert found == ()


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“We came to listen.\n“We leave with an answer,” Mira Tolan said."
    (said,) = statements_of(text)[0]
    assert [piece.cut(text) for piece in said.content] == ["We came to listen.", "We leave with an answer,"[:-1]]
    assert said.kind == "direct"


def test_a_quotation_alone_is_of_who_spoke_before() -> None:
    text = "Mira Tolan said the talks had been long.\n“We leave with an answer to all of it.”"
    first, second = statements_of(text)[0]
    assert (second.speaker, second.source, second.cue) == (first.speaker, None, None)


def test_a_quotation_alone_behind_a_question_is_its_answer_by_somebody_else() -> None:
    text = "“Will you come to Teska?” Mira Tolan asked.\n“I will come as soon as I can.”"
    question, answer = statements_of(text)[0]
    assert (answer.speaker, answer.asked, answer.act) == (None, question.content[0], "answer")


# What stands in the marks of one statement is parted by " | ".
JOINED = {
    "over an apposition": "“We came,” said Mira Tolan, who leads the envoys of Teska. “We stay for now.”",
    "over a sentence": "“We came to listen,” Mira Tolan said. The envoys had arrived at noon. “We stay for now.”",
    "over what else she said": "“We came to listen,” Mira Tolan said, adding that it was late. “We stay for now.”",
    "a paragraph of its own": "“We came to listen,” Mira Tolan said.\n“We stay for now.”",
    "two paragraphs": "“We came to listen,” Mira Tolan said.\n“We stay for now.”\n“We leave on Sunday.”",
    "behind words partly quoted": "Mira Tolan called the offer “a first step.”\n“We stay for now.”",
}


@pytest.mark.parametrize("text", JOINED.values(), ids=JOINED.keys())
def test_a_quotation_that_goes_on_is_one_statement(text: str) -> None:
    last = [said for said in statements_of(text)[0] if said.content[-1].cut(text).startswith("We ")]
    assert len(last) == 1
    assert len(last[0].content) == text.count("“")


APART = {
    "another speaker between": "“We came,” Mira Tolan said. “We go,” Oren Vale said. “We stay for now.”",
    "a question": "“Will you come?” Mira Tolan asked.\n“We stay for now, and for long.”",
    "the reporter's paragraph between": "“We came,” Mira Tolan said.\nIt rained in Teska.\n“We stay for now.”",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_a_quotation_that_does_not_go_on_is_another_statement(text: str) -> None:
    first = statements_of(text)[0][0]
    assert len(first.content) == 1


def test_the_question_that_is_answered() -> None:
    text = "When asked about the length of the talks, Mira Tolan said they had been short."
    (said,) = statements_of(text)[0]
    assert said.asked is not None
    assert said.asked.cut(text) == "the length of the talks"


def test_a_quoted_question_is_not_of_who_answers_in_the_next_sentence() -> None:
    text = (
        "At a long meeting with the captains in the old port, Oren Vale was asked, “Is it late?” The envoy said it was."
    )
    question = statements_of(text)[0][0]
    assert (question.speaker, question.act, question.source) == (None, "ask", None)


def test_a_quoted_question_has_no_speaker() -> None:
    text = "When he was asked, “Will you come to Teska?” Oren Vale answered: “I will come.”"
    question, answer = statements_of(text)[0]
    assert (question.speaker, question.act) == (None, "ask")
    assert answer.asked == question.content[0]


def test_a_statement_inside_a_statement() -> None:
    text = "“The reaction, as the Teskan side told us, was preliminary,” Mira Tolan said."
    outer, inner = statements_of(text)[0]
    assert inner.parent == outer.id
    assert [piece.cut(text) for piece in inner.content] == ["The reaction", "was preliminary"]
    assert (outer.kind, inner.kind) == ("direct", "indirect")


SPEAKERS = {
    "last name": ("Mira Tolan arrived. Tolan said the talks would go on.", "Mira Tolan"),
    "pronoun": ("Mira Tolan arrived. “It was long,” she said.", "Mira Tolan"),
    "title": ("Foreign Minister Mira Tolan arrived. The minister said the talks would go on.", "Mira Tolan"),
    "description": ("A Teskan official said the talks would go on.", "Teskan official"),
    "spokesman for somebody": ("Mira Tolan left. A spokesman for Tolan denied that it failed.", "spokesman for Tolan"),
    "name in apposition": ("Her envoy, Oren Vale, said the talks would go on.", "Oren Vale"),
    "the latter": ("Mira Tolan met Oren Vale. The latter said the talks would go on.", "Oren Vale"),
    "behind an aside": ("Asked whether it would come, as Oren Vale had hinted, Mira Tolan said: “No.”", "Mira Tolan"),
    "the agency": ("The Teskan Port Company said it was late.\nThe agency said it would go on.", "Teskan Port Company"),
    "the 37-year-old": ("Oren Vale said it was late.\nThe 37-year-old said the talks would go on.", "Oren Vale"),
    "the letter": ("Mira Tolan said it was late.\nThe letter said that talks would go on.", "Mira Tolan"),
    "a senator unknown": ("Mira Tolan arrived.\nThe former senator said the talks would go on.", "former senator"),
    "somebody new": ("Mira Tolan arrived. A senator said the talks would go on.", "senator"),
    "nobody to mean": ("“It was long,” he said.", None),
    "you": ("“As you said, we planned for an hour and a half,” Mira Tolan said.", None),
}


@pytest.mark.parametrize(("text", "name"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_the_speaker(text: str, name: str | None) -> None:
    found, names = statements_of(text)
    assert names.get(found[-1].speaker or "") == name


PIECES = ["“", "”", '"', "‘", "’", ", ", ". ", " said ", " according to ", "\n", " that ", "Mira Tolan", " he ", " as ",
          " told ", "asked", " the talks", ":", " and ", "—", " vowed to ", "(", ")", "🙂", "é"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_gives_statements_whose_spans_hold_text(text: str) -> None:
    if not text.strip():
        return
    found, names = statements_of(text)
    ids = [said.id for said in found]
    for said in found:
        spans = [*said.content, *(span for span in (said.source, said.cue, said.asked) if span)]
        assert all(span.cut(text).strip() for span in spans)
        assert said.speaker is None or said.speaker in names
        assert said.parent is None or said.parent in ids
    assert len(set(ids)) == len(ids)


def test_a_neutral_paragraph_in_front_moves_every_span() -> None:
    text = "Mira Tolan said the talks would go on.\n“They were long,” she said."
    front = "The weather was fine and the harbour quiet.\n"
    moved = [[span.moved(len(front)) for span in said.content] for said in statements_of(text)[0]]
    assert [list(said.content) for said in statements_of(front + text)[0]] == moved


def test_reading_twice_gives_the_same() -> None:
    text = "Mira Tolan said the talks would go on, and vowed to answer. “They were long,” she said."
    assert statements_of(text) == statements_of(text)


def test_spans_are_of_the_record_kind() -> None:
    (said,) = statements_of("Mira Tolan said the talks would go on.")[0]
    assert all(isinstance(span, Span) for span in said.content)
