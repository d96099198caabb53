"""Whether two speakers can be one."""

import pytest

from onrecord.checking.speakers import compare_parties
from onrecord.record import Party, PartyKind


def party(name: str, kind: PartyKind = "person", role: str | None = None, aliases: tuple[str, ...] = ()) -> Party:
    return Party("p1", name, kind, role, aliases)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (party("Ada Venn"), party("Venn"), "same"),
        (party("Venn", "unnamed"), party("Ada Venn"), "same"),
        (party("Ada Venn"), party("Ada M. Venn"), "same"),
        (party("Ada Venn"), party("Bo Venn", aliases=("Venn",)), "other"),
        (party("Ada Venn"), party("Oren Hale"), "other"),
        (party("Marek Dovalin"), party("Marek Dovalen"), "similar"),
        (party("Ada Venn"), party("Ada Vern"), "other"),
        (party("a diplomat", "unnamed"), party("Ada Venn"), "unknown"),
        (party("the crews", "group"), party("Ada Venn"), "unknown"),
        (party("Keld Basin Council", "organisation"), party("KBC", "organisation"), "unknown"),
        (party("Keld Basin Council", "organisation"), party("Ada Venn", role="head of the council"), "unknown"),
        (party("Keld Basin Council", "organisation"), party("Ada Venn", role="Mayor"), "other"),
        (party("Teskia", "country"), party("Orvenia", "country"), "other"),
    ],
    ids=lambda value: value.name if isinstance(value, Party) else value,
)
def test_how_two_speakers_stand_to_each_other(one: Party, other: Party, found: str) -> None:
    assert compare_parties(one, other) == found
    assert compare_parties(other, one) == found
