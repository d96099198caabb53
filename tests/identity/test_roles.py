import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.identity.deciding import Known, bearing
from onrecord.identity.matching import known_as
from onrecord.identity.roles import OFFICES, role_facts
from onrecord.parties.tables import read_rows


@pytest.mark.parametrize(
    ("role", "offices", "countries", "places", "words"),
    [
        ("Russian Foreign Minister", {"foreign minister"}, {"Russia"}, set(), set()),
        ("former U.S. President", {"president"}, {"United States"}, set(), set()),
        ("Ohio Gov.", {"governor"}, set(), {"Ohio"}, set()),
        ("spokesman for the Keld Council", {"spokesman"}, set(), set(), {"keld", "council"}),
        ("FBI Director", {"director"}, set(), set(), {"fbi"}),
        ("director of the Federal Bureau of Investigation", {"director"}, set(), set(), {"fbi"}),
        ("adviser to the Russian president", {"adviser"}, set(), set(), {"russian"}),  # not Russia's president
        ("Vice President", {"vice president"}, set(), set(), set()),
        ("winner", set(), set(), set(), set()),
    ],
)
def test_what_a_role_says(role: str, offices: set[str], countries: set[str], places: set[str], words: set[str]) -> None:
    facts = role_facts(role)
    assert (set(facts.offices), set(facts.countries), set(facts.places)) == (offices, countries, places)
    assert words <= facts.words


@pytest.mark.parametrize(
    ("role", "other", "says"),
    [
        ("Foreign Minister", "Teskan foreign minister", "for"),
        ("Ohio Gov.", "governor of Ohio", "for"),
        ("New York mayor", "former New York City Mayor", "for"),
        ("FBI Director", "director of the Federal Bureau of Investigation", "for"),
        ("spokesman for the Keld Council", "Keld Council spokeswoman", "for"),
        ("spokesman", "spokesman", "silent"),
        ("Sen.", "presidential candidate", "silent"),
        ("mother", "judge", "silent"),  # a judge may be a mother
        ("striker", "judge", "apart"),
        ("Ohio Gov.", "Texas Gov.", "against"),
        ("Peruvian Foreign Minister", "Chilean Foreign Minister", "against"),
    ],
)
def test_what_two_roles_say(role: str, other: str, says: str) -> None:
    assert bearing(role_facts(role), known_as(("Ada Venn",), role_facts(other))) == says
    assert bearing(role_facts(other), known_as(("Ada Venn",), role_facts(role))) == says


def test_each_form_of_an_office_stands_once() -> None:
    forms = [form for row in read_rows("offices.tsv", 3) for form in row[2].split("|")]
    assert sorted(form for form in forms if forms.count(form) > 1) == []
    assert all(form == form.lower() for form in forms)
    assert {office.field for office in OFFICES.values()} > {"-", "politics", "law", "sport"}


@given(st.text(max_size=300))
def test_any_role_can_be_read(role: str) -> None:
    assert bearing(role_facts(role), Known(("Ada Venn",))) == "silent"
