"""German, the second language: what counts as a time and what it means."""

import pytest
from tests.times.test_find_times import FRIDAY, doc_of, unmark

from onrecord.times import find_times


# The words in brackets are the one time of the text; the reports are of Friday, 21 January 2022.
@pytest.mark.parametrize(
    ("marked", "kind", "value", "edtf"),
    [
        ("Am [17. Dezember 2021] schrieb das Ministerium.", "DATE", "2021-12-17", "2021-12-17"),
        ("Sie trafen sich am [Freitag, 17. Dezember].", "DATE", "2021-12-17", "2021-12-17"),
        ("Sie trafen sich am [Freitag, dem 17. Dez. 2021].", "DATE", "2021-12-17", "2021-12-17"),
        ("Das Schreiben vom [17.12.2021] liegt vor.", "DATE", "2021-12-17", "2021-12-17"),
        ("Das Gericht tagt vom [10. bis 12. Januar].", "DATE", "2022-01-10", "2022-01-10/2022-01-12"),
        ("Der Gesandte sagte am [Freitag], er stimme zu.", "DATE", "2022-01-21", "2022-01-21"),
        ("Der Gesandte sagte am [Samstag], er stimme zu.", "DATE", "2022-01-15", "2022-01-15"),
        ("Die Gesandten werden sich am [Sonntag] treffen.", "DATE", "2022-01-23", "2022-01-23"),
        ("Am [Montag] soll abgestimmt werden.", "DATE", "2022-01-24", "2022-01-24"),
        ("Er ging [vergangenen Freitag].", "DATE", "2022-01-14", "2022-01-14"),
        ("Das Feuer begann am [Montagabend].", "TIME", "2022-01-17TEV", "2022-01-17"),
        ("Er kam [gestern Abend] an.", "TIME", "2022-01-20TEV", "2022-01-20"),
        ("Er kam [vorgestern].", "DATE", "2022-01-19", "2022-01-19"),
        ("Er kommt [morgen].", "DATE", "2022-01-22", "2022-01-22"),
        ("Beraten wurde [vergangene Woche].", "DATE", "2022-W02", "2022-01-10/2022-01-16"),
        ("Sie berieten in [der vergangenen Woche].", "DATE", "2022-W02", "2022-01-10/2022-01-16"),
        ("Die Sitzung endet [nächste Woche].", "DATE", "2022-W04", "2022-01-24/2022-01-30"),
        ("Er ging im [letzten Monat].", "DATE", "2021-12", "2021-12"),
        ("Er bleibt in [diesem Jahr].", "DATE", "2022", "2022"),
        ("Im [Vorjahr] war es mehr.", "DATE", "2021", "2021"),
        ("Im [September] schrieb die Gruppe.", "DATE", "2021-09", "2021-09"),
        ("Im [September] wird die Gruppe schreiben.", "DATE", "2022-09", "2022-09"),
        ("[Anfang Dezember 2021] war es so weit.", "DATE", "2021-12", "2021-12"),
        ("Es wuchs im [ersten Quartal 2021].", "DATE", "2021-Q1", "2021-01/2021-03"),
        ("Es wuchs im [4. Quartal].", "DATE", "2021-Q4", "2021-10/2021-12"),
        ("Er ist [1985] geboren.", "DATE", "1985", "1985"),
        ("Es begann in [den 1980er Jahren].", "DATE", "198", "198X"),
        ("Das war im [19. Jahrhundert].", "DATE", "18", "18XX"),
        ("Das war [vor sechs Jahren].", "DATE", "2016", "2016"),
        ("Das war [vor etwa zwei Jahren].", "DATE", "2020", "2020~"),
        ("Das war [vor zwei Tagen].", "DATE", "2022-01-19", "2022-01-19"),
        ("Sie beginnen um [9.30 Uhr].", "TIME", "2022-01-21T09:30", "2022-01-21T09:30"),
        ("Sie begannen am [Montag um 14 Uhr].", "TIME", "2022-01-17T14:00", "2022-01-17T14:00"),
        ("Wir planten ein [90-minütiges] Gespräch.", "DURATION", "PT90M", "PT90M"),
        ("Es dauerte [drei Wochen].", "DURATION", "P3W", "P3W"),
        ("Es dauerte [mehr als zwei Stunden].", "DURATION", "PT2H", "PT2H"),
        ("Es dauert [mehrere Tage].", "DURATION", "PXD", None),
        ("Sie stritten [jahrelang].", "DURATION", "PXY", None),
        ("Es fiel in [den letzten zehn Monaten].", "DURATION", "P10M", "P10M"),
        ("Sie treffen sich [jeden Freitag].", "SET", "XXXX-WXX-5", "P1W"),
        ("Sie treffen sich [montags].", "SET", "XXXX-WXX-1", "P1W"),
        ("Sie treffen sich [täglich].", "SET", "P1D", "P1D"),
        ("Sie treffen sich [zweimal im Monat].", "SET", "P1M", "P1M"),
        ("Das Amt ist am [Karfreitag] zu.", "DATE", "2022-04-15", "2022-04-15"),
        ("Es geschah an [Weihnachten].", "DATE", "2021-12-25", "2021-12-25"),
    ],
)
def test_a_time_and_its_values(marked: str, kind: str, value: str | None, edtf: str | None) -> None:
    text, expected = unmark(marked)
    found = find_times(doc_of(text), FRIDAY, language="de")
    assert [time.text for time in found] == expected
    assert (found[0].type, found[0].value, found[0].edtf) == (kind, value, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "Er ist 58 Jahre alt, sie die 37-jährige Ministerin.",
        "Er kam mit 2000 Menschen und 1500 Euro.",
        "Das Spiel endete 3:2.",
        "Sie mag ihn, so oder so.",
        "Das Ende der Welt.",
        "The ships left last week.",
    ],
)
def test_no_time(text: str) -> None:
    assert find_times(doc_of(text), FRIDAY, language="de") == ()


def test_a_set_says_how_often() -> None:
    (time,) = find_times(doc_of("Sie treffen sich zweimal im Monat."), FRIDAY, language="de")
    assert (time.freq, time.quant) == ("2X", None)
