"""To whom it was said, a row each: `[content]  {source}  <cue>  ~addressee~`. All names are invented."""

import pytest

from tests.statements.marked import circumstances_of

TOLD = {
    "told reporters": "{Mira Tolan} <told> ~reporters~ that [the talks would go on].",
    "told a body": "“[It is over],” {Mira Tolan} <told> ~the Foreign Affairs Committee~ on Friday.",
    "told behind its content": "[It was over], {she} <told> ~the court~.",
    "told without that": "{Mira Tolan} <told> ~the Grent Courier~ [the talks would go on].",
    "told a pronoun": "{Mira Tolan} <told> ~him~ that [the talks would go on].",
    "told with a date before": "{Mira Tolan} <told> ~both sides~ last month that [ships must pass].",
    "asked whether": "{Oren Vale} <asked> ~the minister~ whether [the ferry was safe].",
    "asked to": "{Oren Vale} <asked> ~the minister~ to [close the port].",
    "asked to, given whole": "{Oren Vale} <asked> [~the minister~ to close the port].",
    "urged to": "{The council} <urged> ~Teskia~ to [return to the table].",
    "called on": "{The council} <called on> ~Teskia~ to [return to the table].",
    "called on, the verb alone": "{The council} <called> on ~Teskia~ to [return to the table].",
    "warned that": "{The envoy} <warned> ~Oren Vale~ that [time was short].",
    "assured": "{The envoy} <assured> ~her~ that [nothing would change].",
    "said to": "“[It is over],” {the envoy} <said> to ~Mira Tolan~.",
    "said to reporters": "“[It is over],” <said> {the envoy} to ~reporters~.",
    "wrote in a letter to": "{The envoy} <wrote> in a letter to ~the council~ that [time was short].",
    "in a letter to, in front": "In a letter to ~the council~, {the envoy} <said> [time was short].",
    "in an interview with": "{The envoy} <said> in an interview with ~the Grent Courier~ that [time was short].",
    "speaking to": "Speaking to ~reporters~ in Grent, {the envoy} <said> [time was short].",
    "thanked": "{The envoy} <thanked> ~Mira Tolan~ for [her patience].",
    "replied to": "{The envoy} <replied> to ~Mira Tolan~ that [time was short].",
    "ordered to": "{The general} <ordered> ~the crews~ to [leave the harbour].",
    "was asked": "~Mira Tolan~ was <asked> whether [the ferry was safe].",
    "was told by": "~Mira Tolan~ was <told> by {aides} that [the ferry was safe].",
    "cue with its auxiliaries": "{Mira Tolan} <has told> ~reporters~ that [the talks would go on].",
}

NOBODY = {
    "said": "{Mira Tolan} <said> [the talks would go on].",
    "accused": "{The council} <accused> Teskia of [closing the strait].",
    "said in a place": "“[It is over],” {the envoy} <said> in Grent.",
    "asked about": "{Oren Vale} <asked> about [the ferry].",
    "asked whether": "{Oren Vale} <asked> whether [the ferry was safe].",
    "asked, turned": "“[Is it safe?]” <asked> {Oren Vale}.",
    "warned of": "{The envoy} <warned> of [a long winter].",
    "warned that": "{The envoy} <warned> that [the winter would be long].",
    "ordered a thing": "{The general} <ordered> [a halt to the firing].",
    "according to": "[It was over], <according to> {the ministry}.",
    "promised to": "{The envoy} <promised> to [write to the council].",
    "in a letter": "{The envoy} <said> in a letter that [time was short].",
    "demanded": "{The council} <demanded> [an answer from Teskia].",
}


@pytest.mark.parametrize("marked", TOLD.values(), ids=TOLD.keys())
def test_who_was_told(marked: str) -> None:
    found, expected, text = circumstances_of(marked)
    assert (found.addressee.cut(text) if found.addressee else None) == expected["addressee"]


@pytest.mark.parametrize("marked", NOBODY.values(), ids=NOBODY.keys())
def test_nobody_was_told(marked: str) -> None:
    found, _, text = circumstances_of(marked)
    assert (found.addressee.cut(text) if found.addressee else None) is None
