"""The date of a saying, a row each: `[content]  {source}  <cue>  ^date of the saying^`. All names are invented."""

import pytest

from tests.statements.marked import circumstances_of

# Of the forms that news has; the date stands between ^ and ^ where it is that of the saying.
DATED = {
    "behind the cue": "{Mira Tolan} <said> ^Friday^ [the talks would go on].",
    "behind the cue, with that": "{Mira Tolan} <said> on ^Friday^ that [the talks would go on].",
    "before the cue": "{The ministry} on ^Sunday^ <confirmed> [the use of the ferry].",
    "before the cue, with an adverb": "{The Teskan mayor} on ^Sunday^ also <confirmed> [the closure].",
    "behind its content": "“[We shall answer],” {Mira Tolan} <said> on ^Monday^.",
    "behind its content, bare": "[The draft was ready], {the ministry} <said> ^Monday^.",
    "behind a turned subject": "“[We shall answer],” <said> {Mira Tolan} on ^Monday^.",
    "behind an apposition": "“[We shall answer],” <said> {Mira Tolan}, the Teskan envoy, on ^Monday^.",
    "in an aside": "[The ferry], {officials} <said> on ^Friday^, [would sail again].",
    "behind the addressee": "{Mira Tolan} <told> reporters on ^Monday^ that [the talks would go on].",
    "before the addressee": "{Mira Tolan} <said> ^Monday^ to reporters that [the talks would go on].",
    "at a news conference": "{Mira Tolan} <told> a news conference in Grent on ^Jan. 3^ [the talks would go on].",
    "in a statement": "{The ministry} <said> in a statement released ^late Thursday^ that [the draft was ready].",
    "in a statement behind": "[The draft was ready], {the ministry} <said> in a statement on ^Thursday^.",
    "in a post": "“[It is over],” {the envoy} <wrote> on X on ^Monday^.",
    "at a hearing": "{The captain} <said> at a hearing on ^March 4^ that [the light was out].",
    "in an interview of a year": "{The captain} <said> in a ^2018^ interview that [the light was out].",
    "in an interview broadcast": "{She} <said> in an interview with the Courier published on ^Sunday^ [it was over].",
    "interview about something": "{She} <said> in an interview about the crash on ^Sunday^ that [it was over].",
    "opens the sentence": "On ^Monday^, {the envoy} <said> [the draft was ready].",
    "opens without a comma": "On ^Monday^ {the envoy} <said> [the draft was ready].",
    "opens bare": "^Late Monday^, {the envoy} <said> [the draft was ready].",
    "opens with speaking": "Speaking on ^Tuesday^, {the envoy} <said> [the draft was ready].",
    "opens with speaking somewhere": "Speaking to reporters in Grent on ^Tuesday^, {she} <said> [the draft was ready].",
    "opens with talks": "At the talks on ^Monday^ {the envoy} <said> [the draft was ready].",
    "opens with a statement": "In a statement on ^Monday^, {the envoy} <said> [the draft was ready].",
    "opens behind an adverb": "However, on ^Monday^ {the envoy} <said> [the draft was ready].",
    "after the talks": "After talks in Grent on ^Monday^, {the envoy} <said> [the draft was ready].",
    "after a possessive": "At ^Monday^'s hearing {the envoy} <said> [the draft was ready].",
    "the day of the debate": "During the ^Saturday^ debate, {the minister} <said> [the pact would stay].",
    "in the cue": "{The envoy} <said ^Tuesday^> [the draft was ready].",
    "in a long cue": "{The envoy} <said in a statement ^Tuesday^> that [the draft was ready].",
    "according to": "[The draft was ready], <according to> {the ministry} on ^Monday^.",
    "in commas": "{The envoy}, in a letter on ^28 February^, <rejected> [the questions as one-sided].",
    "subject far before": "{Teska} did not come, but, in a letter to the court on ^May 2^, <rejected> [it as false].",
    "speaking in commas": "{The envoy}, speaking in Grent on ^Monday^, <said> [the draft was ready].",
    "sent a letter": "{The committee} sent a letter ^Wednesday^ to the mayor <demanding> [answers].",
    "behind the content with a statement": "{The council} <condemned> [the shelling] in a statement on ^Sunday^.",
    "behind the content, published": "{The council} <condemned> [the shelling] in statements published on ^Sunday^.",
    "demand": "{The council} on ^Friday^ <demanded> [the release of the crew].",
    "asked": "Asked on ^Tuesday^ about the ferry, {the envoy} <said> [the draft was ready].",
    "tweet": "{The mayor} <tweeted> ^early Saturday^: “[We are safe.]”",
    "with a number in brackets": "^Today^ (8), {reports} <arise> that [the envoy will leave].",
}

# A date is there, and it is not that of the saying.
NOT_DATED = {
    "in the content": "{Mira Tolan} <said> [the talks would go on until Friday].",
    "in the content, in front": "[The talks end on Friday], {Mira Tolan} <said>.",
    "planned": "{Mira Tolan} will <say> on Friday that [the talks failed].",
    "of the attack": "{Mira Tolan} <said> of Monday's attack that [it was a crime].",
    "about the attack": "{Mira Tolan} <told> reporters about the attack on Monday that [it was a crime].",
    "relative clause": "{Mira Tolan}, who resigned on Friday, <said> [the talks would go on].",
    "relative clause behind": "“[It is over],” <said> {Mira Tolan}, who resigned on Friday.",
    "elected": "“[It is over],” <said> {Mira Tolan}, elected on Sunday.",
    "a later clause": "“[It is over],” {she} <said>, and on Friday the ships left.",
    "a participle": "“[It is over],” {she} <said>, leaving the palace on Friday.",
    "when": "“[It is over],” {she} <said> when the ships left on Friday.",
    "in response to": "In response to the attack on Monday, {the envoy} <said> [the talks would go on].",
    "after the attack": "After the attack on Monday, {the envoy} <said> [the talks would go on].",
    "a town flooded": "In a town flooded on Monday, {the mayor} <said> [the water was falling].",
    "deadline": "{The council} <asked> the crews by Friday to [leave the harbour].",
    "another saying": "On Monday the envoy said no, and {the mayor} <said> [the ferry was safe].",
    "been silent": "{The envoy} has since Friday <said> [nothing would change].",
    "since": "Since Monday, {the mayor} <said>, [the ferry had been safe].",
    "the vote": "{Mira Tolan} <said> after the Sunday vote that [the people had spoken].",
}


@pytest.mark.parametrize("marked", DATED.values(), ids=DATED.keys())
def test_the_date_of_a_saying(marked: str) -> None:
    found, expected, text = circumstances_of(marked)
    assert (found.said_on.cut(text) if found.said_on else None) == expected.get("date")


@pytest.mark.parametrize("marked", NOT_DATED.values(), ids=NOT_DATED.keys())
def test_a_date_of_something_else(marked: str) -> None:
    found, _, text = circumstances_of(marked)
    assert (found.said_on.cut(text) if found.said_on else None) is None
