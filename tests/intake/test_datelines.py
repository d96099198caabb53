"""Datelines: place, date and agency at the head of a paragraph, and what only looks like one."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.datelines import REACH, find_dateline, is_dateline_alone

SHARED = Path(os.environ.get("ONRECORD_DATA", Path(__file__).resolve().parents[2].parent / "shared"))
WIRE = SHARED / "data" / "wire" / "datelines.jsonl"


def found(text: str) -> tuple[str, str | None, str | None, tuple[int | None, ...]] | None:
    """`(the dateline as it stands, place, agency, (year, month, day))`, or None."""
    dateline = find_dateline(text, 0, len(text))
    if dateline is None:
        return None
    day = (dateline.year, dateline.month, dateline.day)
    return dateline.span.cut(text), dateline.place, dateline.agency, day


NO_DAY = (None, None, None)


@pytest.mark.parametrize(
    ("text", "dateline", "place", "agency", "day"),
    [
        ("STRELSAU (AP) — The", "STRELSAU (AP) —", "Strelsau", "AP", NO_DAY),
        ("LA PLATA, Ruritania (AP) _ The", "LA PLATA, Ruritania (AP) _", "La Plata", "AP", NO_DAY),
        ("STRELSAU, March 8. /NPA/. The", "STRELSAU, March 8. /NPA/.", "Strelsau", "NPA", (None, 3, 8)),
        ("STRELSAU (Meridian) — The", "STRELSAU (Meridian) —", "Strelsau", "Meridian", NO_DAY),
        ("STRELSAU (AP)_ The", "STRELSAU (AP)_", "Strelsau", "AP", NO_DAY),
        ("HAVANA (AP ) --", "HAVANA (AP ) --", "Havana", "AP", NO_DAY),
        ("GENEVA, Jan 21 (Reuters) - The", "GENEVA, Jan 21 (Reuters) -", "Geneva", "Reuters", (None, 1, 21)),
        ("GENEVA/STRELSAU, Jan 21 (Reuters) - X", "GENEVA/STRELSAU, Jan 21 (Reuters) -", "Geneva/Strelsau", "Reuters",
         (None, 1, 21)),
        ("Damascus, SANA- The", "Damascus, SANA-", "Damascus", "SANA", NO_DAY),
        ("(Reuters) - The", "(Reuters) -", None, "Reuters", NO_DAY),
        ("April 25 (Reuters) - The", "April 25 (Reuters) -", None, "Reuters", (None, 4, 25)),
        ("GENEVA, Jan 2 (Reuters Breakingviews) - It", "GENEVA, Jan 2 (Reuters Breakingviews) -", "Geneva", "Reuters",
         (None, 1, 2)),
        ("GENEVA, January 21. /TASS/. The", "GENEVA, January 21. /TASS/.", "Geneva", "TASS", (None, 1, 21)),
        ("GENEVA, January 21. /TASS Correspondent Jane Roe/. The", "GENEVA, January 21. /TASS Correspondent Jane Roe/.",
         "Geneva", "TASS", (None, 1, 21)),
        ("TASS, January 21. The", "TASS, January 21.", None, "TASS", (None, 1, 21)),
        ("ЖЕНЕВА, 21 января. /ТАСС/. Глава", "ЖЕНЕВА, 21 января. /ТАСС/.", "Женева", "TASS", (None, 1, 21)),
        ("MOSCOW. Jan 21 (Interfax) - The", "MOSCOW. Jan 21 (Interfax) -", "Moscow", "Interfax", (None, 1, 21)),
        ("МОСКВА, 21 янв - РИА Новости. Глава", "МОСКВА, 21 янв - РИА Новости.", "Москва", "RIA Novosti",
         (None, 1, 21)),
        ("BEIJING, Jan. 21, 2024 (Xinhua) -- X", "BEIJING, Jan. 21, 2024 (Xinhua) --", "Beijing", "Xinhua",
         (2024, 1, 21)),
        ("BEIJING, Feb. 29 (Xinhua) -- X", "BEIJING, Feb. 29 (Xinhua) --", "Beijing", "Xinhua", (None, 2, 29)),
        ("Berlin (dpa) - Die", "Berlin (dpa) -", "Berlin", "dpa", NO_DAY),
        ("Potsdam (dpa/bb) - Die", "Potsdam (dpa/bb) -", "Potsdam", "dpa", NO_DAY),
        ("TOKYO, Jan. 21, Kyodo - The", "TOKYO, Jan. 21, Kyodo -", "Tokyo", "Kyodo", (None, 1, 21)),
        ("New Delhi, Jan 21 (PTI) The", "New Delhi, Jan 21 (PTI)", "New Delhi", "PTI", (None, 1, 21)),
        ("New Delhi [India], January 21 (ANI): X", "New Delhi [India], January 21 (ANI):", "New Delhi", "ANI",
         (None, 1, 21)),
        ("Madrid, 21 ene (EFE).- El", "Madrid, 21 ene (EFE).-", "Madrid", "EFE", (None, 1, 21)),
        ("Paris, 21 août 2024 (AFP) - Le", "Paris, 21 août 2024 (AFP) -", "Paris", "AFP", (2024, 8, 21)),
        ("(ANSA) - ROMA, 21 GEN - Il", "(ANSA) - ROMA, 21 GEN -", "Roma", "ANSA", (None, 1, 21)),
        ("ANKARA (AA) - The", "ANKARA (AA) -", "Ankara", "Anadolu", NO_DAY),
        ("WASHINGTON -(Dow Jones)- The", "WASHINGTON -(Dow Jones)-", "Washington", "Dow Jones", NO_DAY),
        ("NEW YORK--(BUSINESS WIRE)--Acme", "NEW YORK--(BUSINESS WIRE)--", "New York", "Business Wire", NO_DAY),
        ("NEW YORK, NY / ACCESSWIRE / May 3, 2024 / Acme", "NEW YORK, NY / ACCESSWIRE / May 3, 2024 /", "New York",
         "Accesswire", (2024, 5, 3)),
        ("ABU DHABI, 21st January, 2024 (WAM) -- X", "ABU DHABI, 21st January, 2024 (WAM) --", "Abu Dhabi", "WAM",
         (2024, 1, 21)),
        ("Tehran, IRNA – The", "Tehran, IRNA –", "Tehran", "IRNA", NO_DAY),
        ("LONDON, Monday, Jan 21 (Reuters) - X", "LONDON, Monday, Jan 21 (Reuters) -", "London", "Reuters",
         (None, 1, 21)),
        ("GENEVA, February 30. /TASS/. X", "GENEVA, February 30. /TASS/.", "Geneva", "TASS", NO_DAY),
        ("ZENDA, Ruritania (RNA) — The", "ZENDA, Ruritania (RNA) —", "Zenda", "RNA", NO_DAY),
        ("WASHINGTON, Jan. 21 — The", "WASHINGTON, Jan. 21 —", "Washington", None, (None, 1, 21)),
        ("ZENDA, Jan. 21 — The", "ZENDA, Jan. 21 —", "Zenda", None, (None, 1, 21)),
        ("WASHINGTON, D.C., Jan. 3, 2023 – A", "WASHINGTON, D.C., Jan. 3, 2023 –", "Washington", None, (2023, 1, 3)),
        ("Geneva, 21 January 2022", "Geneva, 21 January 2022", "Geneva", None, (2022, 1, 21)),
        ("21 January 2014 – The", "21 January 2014 –", None, None, (2014, 1, 21)),
        ("WASHINGTON—The", "WASHINGTON—", "Washington", None, NO_DAY),
        ("NASHUA, N.H. - At", "NASHUA, N.H. -", "Nashua", None, NO_DAY),
        ("RANGOON, Burma - The", "RANGOON, Burma -", "Rangoon", None, NO_DAY),
        ("LAKE ZENDA — The", "LAKE ZENDA —", "Lake Zenda", None, NO_DAY),
        ("SCRANTON, Pa. — Vice", "SCRANTON, Pa. —", "Scranton", None, NO_DAY),
        ("NEW DELHI: The", "NEW DELHI:", "New Delhi", None, NO_DAY),
        ("München/London – Die", "München/London –", "München/London", None, NO_DAY),
        ("ANKARA", "ANKARA", "Ankara", None, NO_DAY),
        ("WASHINGTON _", "WASHINGTON _", "Washington", None, NO_DAY),
        ("新华社日内瓦1月21日电（记者甲乙）联合国", "新华社日内瓦1月21日电（记者甲乙）", "日内瓦", "Xinhua",
         (None, 1, 21)),
        ("(서울=연합뉴스) 아무개 기자 = 대통령은", "(서울=연합뉴스) 아무개 기자 =", "서울", "Yonhap", NO_DAY),
    ],
)  # fmt: skip
def test_datelines_are_read(
    text: str, dateline: str, place: str | None, agency: str | None, day: tuple[int | None, ...]
) -> None:
    assert found(text) == (dateline, place, agency, day)


@pytest.mark.parametrize(
    "text",
    [
        "The minister (Reuters photo) said",
        "May (AP) was",
        "Sunday (AP) — The",
        "STRELSAU (Video) — See",
        "NATO - the alliance",
        "QUESTIONABLE SHIPPING CLAIMS — For years, the captains",
        "NATO — The alliance",
        "UNESCO: The list",
        "UPDATE: The White House",
        "EXCLUSIVE — The",
        "FACT CHECK: Did",
        "BREAKING: Police",
        "Q: What is",
        "Rassendyll — who is",
        "Police - 3 dead",
        "POLLS NOT WRONG, JUST TOO EARLY - The minister",
        "WORLD HEALTH ORGANIZATION (WHO) — The",
        "IN the heart of Ruritania, where",
        "ACME HOLDINGS Inc. said",
        "42 seats, 6700 votes",
        "Jan 6 hearings resumed",
        "July 23, 1988: The",
        "January 21 – The talks",
        "London — the city that",
        "LONDON - the city that",
        "Prime Minister: The talks",
        "AFP, MANILA",
        "WORLD",
        "",
        "— ",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("UNITED NATIONS", "United Nations"),
        ("ST. PETERSBURG", "St. Petersburg"),
        ("WASHINGTON/BEIJING", "Washington/Beijing"),
        ("WASHINGTON and LONDON", "Washington and London"),
        ("RAS AL-KHAIMAH", "Ras al-Khaimah"),
        ("DAR ES SALAAM", "Dar es Salaam"),
        ("O'SMACH", "O'Smach"),
        ("N'DJAMENA", "N'Djamena"),
        ("SANA'A", "Sana'a"),
        ("MCALLEN", "McAllen"),
        ("ABOARD AIR FORCE ONE", "Aboard Air Force One"),
        ("THE HAGUE", "The Hague"),
        ("São Paulo", "São Paulo"),
    ],
)
def test_places_are_given_as_people_write_them(written: str, place: str | None) -> None:
    dateline = find_dateline(f"{written} (AP) — The", 0, len(written) + 11)
    assert dateline is not None
    assert dateline.place == place


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("GENEVA", True),
        ("Geneva", True),
        ("GENEVA, March 8", True),
        ("GENEVA (AP) —", True),
        ("GENEVA (AP) — The", False),
        ("Geneva waits", False),
        ("Harbours", False),
        ("", False),
    ],
)
def test_a_dateline_may_be_a_line_of_its_own(line: str, alone: bool) -> None:
    assert is_dateline_alone(line) is alone


def test_only_the_paragraph_is_read() -> None:
    text = "x GENEVA (AP) — The talks"
    dateline = find_dateline(text, 2, len(text))
    assert dateline is not None
    assert dateline.span.cut(text) == "GENEVA (AP) —"
    assert find_dateline(text, 2, 12) is None


# A reader would take the second for a dateline of Rome, January 21, as we do; the row has the agency alone.
OTHERWISE = {"(ANSA) - Rome, January 21 - Prime"}


def wire_rows() -> list[dict[str, Any]]:
    if not WIRE.exists():
        return []
    return [json.loads(line) for line in WIRE.read_text("utf-8").splitlines()]


@pytest.mark.skipif(not WIRE.exists(), reason=f"no {WIRE}; set ONRECORD_DATA to the folder with data/")
def test_rows_of_agency_practice() -> None:
    wrong = [row["text"] for row in wire_rows() if not agrees(row) and row["text"] not in OTHERWISE]
    assert wrong == []


def agrees(row: dict[str, Any]) -> bool:
    dateline = find_dateline(row["text"], 0, len(row["text"]))
    if dateline is None or row["shape"] is None:
        return dateline is None and row["shape"] is None
    given = [row[key] is not None for key in ("place", "date", "agency")]
    place = (row["place"] or "").strip(".-").casefold()
    return given == [x is not None for x in (dateline.place, dateline.day, dateline.agency)] and (
        place == (dateline.place or "").casefold()
    )


PIECES = [
    "GENEVA",
    "Rio de Janeiro",
    ", ",
    " (AP)",
    "(",
    ")",
    "/",
    "/TASS/",
    " - ",
    "— ",
    "January 21",
    "2024",
    ".",
    "N.H.",
    "the ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join), st.integers(0, 5))
def test_on_any_text_a_dateline_lies_at_its_head(text: str, start: int) -> None:
    dateline = find_dateline(text, min(start, len(text)), len(text))
    if dateline is not None:
        assert dateline.span.start == start
        assert dateline.span.end <= min(len(text), start + REACH)
        assert dateline.place or dateline.agency or dateline.day
        assert (dateline.month is None) == (dateline.day is None)
