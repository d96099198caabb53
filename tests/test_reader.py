"""Who belongs in a record."""

from onrecord import read


def test_who_is_only_described_belongs_where_he_speaks_or_acts() -> None:
    text = "Mira Tolan said on Monday that it was late. Two neighbours are tall. Two officials said that it was not."
    assert {party.name for party in read(text, published="2019-03-08", engine="rules").parties} == {
        "Mira Tolan",
        "Two officials",
    }
