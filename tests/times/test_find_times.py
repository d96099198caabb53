"""What counts as a time, what it means, and where it begins and ends."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import Doc, make_doc
from onrecord.record import Paragraph, Time
from onrecord.spans import Span
from onrecord.times import find_times
from onrecord.times.languages import words_of

FRIDAY = date(2022, 1, 21)


def doc_of(text: str) -> Doc:
    """The doc of a text whose paragraphs are parted by blank lines."""
    ends = [match.start() for match in re.finditer(r"\n\n|\Z", text)]
    starts = [0, *(end + 2 for end in ends[:-1])]
    return make_doc(text, [Paragraph(Span(a, b), "body") for a, b in zip(starts, ends, strict=True) if a < b])


def times_of(text: str, anchor: date | None = FRIDAY, *, references: bool = False) -> tuple[Time, ...]:
    return find_times(doc_of(text), anchor, references=references)


def unmark(marked: str) -> tuple[str, list[str]]:
    """The text without its brackets, and what stood in them."""
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[([^\]]*)\]", marked)


# The words in brackets are the one time of the text; the reports are of Friday, 21 January 2022.
@pytest.mark.parametrize(
    ("marked", "kind", "value", "edtf"),
    [
        # days
        ("On [December 17, 2021], the ministry wrote.", "DATE", "2021-12-17", "2021-12-17"),
        ("It was signed on [17 Dec. 2021] in Avenport.", "DATE", "2021-12-17", "2021-12-17"),
        ("He wrote on [the 17th of December].", "DATE", "2021-12-17", "2021-12-17"),
        ("They met on [Friday, 17 December].", "DATE", "2021-12-17", "2021-12-17"),
        ("They met on [January 10].", "DATE", "2022-01-10", "2022-01-10"),
        ("GENEVA, [January 21]. The talks went on.", "DATE", "2022-01-21", "2022-01-21"),
        ("The file is dated [2021-12-17].", "DATE", "2021-12-17", "2021-12-17"),
        ("The file is dated [12/17/2021].", "DATE", "2021-12-17", "2021-12-17"),
        ("The file is dated [17/12/2021].", "DATE", "2021-12-17", "2021-12-17"),
        ("The [Nov. 7] attacks shook the town.", "DATE", "2021-11-07", "2021-11-07"),
        ("The court sits on [January 10-12].", "DATE", "2022-01-10", "2022-01-10/2022-01-12"),
        ("The answer came on [February 30].", "DATE", None, None),
        ("They met on [the 3rd] and parted.", "DATE", "2022-01-03", "2022-01-03"),
        ("They will meet on [the 3rd].", "DATE", "2022-02-03", "2022-02-03"),
        ("They met on [the 3rd of last month].", "DATE", "2021-12-03", "2021-12-03"),
        ("They vote on [the second Tuesday in November].", "DATE", "2021-11-09", "2021-11-09"),
        ("They met on [the last Monday of May 2021].", "DATE", "2021-05-31", "2021-05-31"),
        ("They met on [the fifth Monday in April 2021].", "DATE", None, None),
        ("The [9/11] attacks shook the town.", "DATE", "2001-09-11", "2001-09-11"),
        ("He was shot [Friday night, Oct. 22].", "TIME", "2021-10-22TNI", "2021-10-22"),
        # weekdays
        ("The envoy said on [Friday] that he agreed.", "DATE", "2022-01-21", "2022-01-21"),
        ("The envoy said on [Saturday] that he agreed.", "DATE", "2022-01-15", "2022-01-15"),
        ("The envoys will meet on [Sunday].", "DATE", "2022-01-23", "2022-01-23"),
        ("The talks are to be held on [Tuesday].", "DATE", "2022-01-25", "2022-01-25"),
        ("The talks will be held on [Tuesday].", "DATE", "2022-01-25", "2022-01-25"),
        ("The vote is scheduled for [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("Talks could begin as early as [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("By [Wednesday], the house had given its first results.", "DATE", "2022-01-19", "2022-01-19"),
        ("[Thursday]'s vote was a surprise to those who will lose.", "DATE", "2022-01-20", "2022-01-20"),
        ("He urged them to vote on [Christmas].", "DATE", "2021-12-25", "2021-12-25"),
        # what the words around a weekday tell of its side
        ("The house meets on [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("The house did not meet on [Monday].", "DATE", "2022-01-17", "2022-01-17"),
        ("The town, which holds its fair on [Saturday], is full.", "DATE", "2022-01-22", "2022-01-22"),
        ("She is holding a rally on [Sunday].", "DATE", "2022-01-23", "2022-01-23"),
        ("She is hailing his speech of [Sunday].", "DATE", "2022-01-16", "2022-01-16"),
        ("He seemed to be of two minds [Tuesday] when he spoke.", "DATE", "2022-01-18", "2022-01-18"),
        ("On [Monday], they agreed to meet.", "DATE", "2022-01-17", "2022-01-17"),
        ("They agreed to meet on [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("He set a holiday aside on [Tuesday] for the hastily planned trip.", "DATE", "2022-01-18", "2022-01-18"),
        ("Her victories in Avenport and Ostra on [Tuesday] will help.", "DATE", "2022-01-18", "2022-01-18"),
        ("If he follows up his [Tuesday] wins, he may stay.", "DATE", "2022-01-18", "2022-01-18"),
        ("[Monday]'s decision will be felt.", "DATE", "2022-01-17", "2022-01-17"),
        ("[Monday]'s vote will be close.", "DATE", "2022-01-24", "2022-01-24"),
        ("After a defeat on [Monday], the party will rest.", "DATE", "2022-01-17", "2022-01-17"),
        ("The two spoke ahead of the vote on [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("Ahead of [Monday]'s meeting, the two spoke.", "DATE", "2022-01-17", "2022-01-17"),
        ("He stays, although as [Tuesday] showed, it is hard.", "DATE", "2022-01-18", "2022-01-18"),
        ("They may come as soon as [Tuesday].", "DATE", "2022-01-25", "2022-01-25"),
        ("They were here as recently as [Tuesday].", "DATE", "2022-01-18", "2022-01-18"),
        ("The speaker wouldn't say on [Tuesday] what will come.", "DATE", "2022-01-18", "2022-01-18"),
        ("The envoy could not be reached on [Monday].", "DATE", "2022-01-17", "2022-01-17"),
        ("Neither of them could be reached on [Monday].", "DATE", "2022-01-17", "2022-01-17"),
        ("The talks could end on [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("They have to vote on [Monday].", "DATE", "2022-01-17", "2022-01-17"),
        ("They will have to vote on [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("Snow may fall on [Monday].", "DATE", "2022-01-24", "2022-01-24"),
        # The name of the day before is that day, unless a verb that looks ahead governs it.
        ("He spoke before [Thursday]'s vote.", "DATE", "2022-01-20", "2022-01-20"),
        ("He will speak on [Thursday].", "DATE", "2022-01-27", "2022-01-27"),
        ("He left [last Friday].", "DATE", "2022-01-14", "2022-01-14"),
        ("He promised a reply [this Sunday].", "DATE", "2022-01-23", "2022-01-23"),
        ("He replied [this Monday].", "DATE", "2022-01-17", "2022-01-17"),
        ("He will reply [this Monday].", "DATE", "2022-01-24", "2022-01-24"),
        ("He leaves [next Friday].", "DATE", "2022-01-28", "2022-01-28"),
        ("The fire began [late Saturday].", "TIME", "2022-01-15", "2022-01-15"),
        ("The fire began on [Monday night].", "TIME", "2022-01-17TNI", "2022-01-17"),
        ("Drones came [overnight into Sunday].", "TIME", "2022-01-16TNI", "2022-01-16"),
        # the days around the report
        ("It happened [today].", "DATE", "2022-01-21", "2022-01-21"),
        ("It happened [yesterday].", "DATE", "2022-01-20", "2022-01-20"),
        ("It happened [this morning].", "TIME", "2022-01-21TMO", "2022-01-21"),
        ("It happened [last night].", "TIME", "2022-01-20TNI", "2022-01-20"),
        ("They will meet [tonight].", "TIME", "2022-01-21TNI", "2022-01-21"),
        # weeks and longer
        ("Consultations were held [last week].", "DATE", "2022-W02", "2022-01-10/2022-01-16"),
        ("The session ends [next week].", "DATE", "2022-W04", "2022-01-24/2022-01-30"),
        ("It was said over [the weekend].", "DATE", "2022-W02-WE", "2022-01-15/2022-01-16"),
        ("It will be said over [the weekend].", "DATE", "2022-W03-WE", "2022-01-22/2022-01-23"),
        ("He resigned [last month].", "DATE", "2021-12", "2021-12"),
        ("He resigned [earlier this month].", "DATE", "2022-01", "2022-01"),
        ("He resigned at [the end of the month].", "DATE", "2022-01", "2022-01"),
        ("In [September], the group wrote.", "DATE", "2021-09", "2021-09"),
        ("In [September], the group will write.", "DATE", "2022-09", "2022-09"),
        ("It joined in [April last year].", "DATE", "2021-04", "2021-04"),
        ("It joined [last October].", "DATE", "2021-10", "2021-10"),
        ("The ban began in [late January].", "DATE", "2022-01", "2022-01"),
        ("The plan came in [mid-November].", "DATE", "2021-11", "2021-11"),
        ("It was passed in [December 2024].", "DATE", "2024-12", "2024-12"),
        ("It was passed in [May].", "DATE", "2021-05", "2021-05"),
        ("It grew in [the first quarter of 2023].", "DATE", "2023-Q1", "2023-01/2023-03"),
        ("It grew in [the third quarter].", "DATE", "2021-Q3", "2021-07/2021-09"),
        ("It grew in [the first half of 2020].", "DATE", "2020-H1", "2020-01/2020-06"),
        ("It has been shut for [the last week].", "DURATION", "P1W", "P1W"),
        ("They prayed as [Easter week] began.", "DATE", "2021-W13", "2021-03-29/2021-04-04"),
        ("He stopped [earlier in the evening].", "TIME", "2022-01-21TEV", "2022-01-21"),
        ("He was born in [the summer of 1994].", "DATE", "1994-SU", "1994-06/1994-08"),
        ("He was born in [1985].", "DATE", "1985", "1985"),
        ("It burned in [1066].", "DATE", "1066", "1066"),
        ("It was buried in [AD 79].", "DATE", "0079", "0079"),
        ("He was killed in [44 BC].", "DATE", "BC0044", "-0043"),
        ("He was born in [nineteen ninety-six].", "DATE", "1996", "1996"),
        ("It ran in the [2024] cycle.", "DATE", "2024", "2024"),
        ("It began in [the early 2010s].", "DATE", "201", "201X"),
        ("It began in [the '80s].", "DATE", "198", "198X"),
        ("It began in [the 19th century].", "DATE", "18", "18XX"),
        ("He stays [this year].", "DATE", "2022", "2022"),
        ("It was [six years ago].", "DATE", "2016", "2016"),
        ("It was [nearly four years ago].", "DATE", "2018", "2018~"),
        ("It was [six weeks ago].", "DATE", "2021-W49", "2021-12-06/2021-12-12"),
        ("The bank is to be sold in [February].", "DATE", "2022-02", "2022-02"),
        ("It crashed [last December].", "DATE", "2021-12", "2021-12"),
        ("A party before its convention in [April].", "DATE", "2022-04", "2022-04"),
        ("She resigned in [February].", "DATE", "2021-02", "2021-02"),
        ("The case is heard in [May].", "DATE", "2022-05", "2022-05"),
        ("He is charged with a theft in [May].", "DATE", "2021-05", "2021-05"),
        ("Since the vote in [February] he rests.", "DATE", "2021-02", "2021-02"),
        ("In [February], the party left.", "DATE", "2021-02", "2021-02"),
        ("They want it by [the end of December].", "DATE", "2021-12", "2021-12"),
        ("They want it by [the end of February].", "DATE", "2022-02", "2022-02"),
        ("They will file it in [December].", "DATE", "2022-12", "2022-12"),
        ("It rained [this weekend].", "DATE", "2022-W03-WE", "2022-01-22/2022-01-23"),
        ("It was cold [this winter].", "DATE", "2021-WI", "2021-12/2022-02"),
        ("It will be cold [this fall].", "DATE", "2022-FA", "2022-09/2022-11"),
        ("The party heading into [the spring].", "DATE", "2022-SP", "2022-03/2022-05"),
        ("It was cold [last winter].", "DATE", "2020-WI", "2020-12/2021-02"),
        ("If they come on [Tuesday], we stay.", "DATE", "2022-01-25", "2022-01-25"),
        ("They met on [Black Friday].", "DATE", "2021-11-26", "2021-11-26"),
        ("The [March] vote was close.", "DATE", "2021-03", "2021-03"),
        ("They didn't search the house until [October].", "DATE", "2021-10", "2021-10"),
        ("The final rules to be published in [early May] will tell.", "DATE", "2022-05", "2022-05"),
        ("It fell apart in [mid-1996].", "DATE", "1996", "1996"),
        ("It must be ready by [year-end].", "DATE", "2022", "2022"),
        ("It was sold over [the summer].", "DATE", "2021-SU", "2021-06/2021-08"),
        ("It rose in [the fiscal second quarter].", "DATE", "2021-Q2", None),
        ("It rose in [fiscal 2020].", "DATE", "2020", "2020~"),
        ("It fell in [the second half of the year].", "DATE", "2022-H2", "2022-07/2022-12"),
        ("It was signed [the month before last].", "DATE", "2021-11", "2021-11"),
        ("It was [a half-century ago].", "DATE", "1972", "1972"),
        # counted from another day
        ("He left [the day before last Tuesday].", "DATE", "2022-01-17", "2022-01-17"),
        ("He left [the day before yesterday].", "DATE", "2022-01-19", "2022-01-19"),
        ("He will leave [the day after tomorrow].", "DATE", "2022-01-23", "2022-01-23"),
        ("It was held [the week of January 3].", "DATE", "2022-W01", "2022-01-03/2022-01-09"),
        ("They met [two days after Christmas].", "DATE", "2021-12-27", "2021-12-27"),
        ("He was shot on [the night of Oct. 23].", "TIME", "2021-10-23TNI", "2021-10-23"),
        # what the text does not settle
        ("It ended [a few days later].", "DURATION", "PXD", None),
        ("It may take [a year or two].", "DURATION", "PXY", None),
        ("He was found at [10 p.m.] and died.", "TIME", "2022-01-21T22:00", "2022-01-21T22:00"),
        ("He told me [several days ago].", "DATE", "PAST_REF", None),
        ("It rose in [recent years].", "DATE", "PXY", None),
        ("It was rebuffed in [the days that followed].", "DATE", "PXD", None),
        # clock times
        ("The hearing is set for [June 26 at 9 am].", "TIME", "2022-06-26T09:00", "2022-06-26T09:00"),
        ("It began at [10:35 p.m. on Monday].", "TIME", "2022-01-17T22:35", "2022-01-17T22:35"),
        ("It began at [noon Thursday].", "TIME", "2022-01-20T12:00", "2022-01-20T12:00"),
        ("It ended at [midnight Thursday].", "TIME", "2022-01-20T24:00", "2022-01-21T00:00"),
        ("It began at [noon EST on Monday].", "TIME", "2022-01-17T12:00", "2022-01-17T12:00"),
        ("It ended in [the early hours of Friday].", "TIME", "2022-01-21TMO", "2022-01-21"),
        # lengths
        ("We planned a [90-minute] meeting.", "DURATION", "PT90M", "PT90M"),
        ("It lasted [less than an hour].", "DURATION", "PT1H", "PT1H"),
        ("It lasted [over two hours].", "DURATION", "PT2H", "PT2H"),
        ("He served [over 20 years].", "DURATION", "P20Y", "P20Y"),
        ("He served [a decade and a half].", "DURATION", "P15Y", "P15Y"),
        ("He served [two and a half years].", "DURATION", "P2Y6M", "P2Y6M"),
        ("It lasted [an hour and 20 minutes].", "DURATION", "PT1H20M", "PT1H20M"),
        ("It fell over [the past 10 months].", "DURATION", "P10M", "P10M"),
        ("It fell over [the last few months].", "DURATION", "PXM", None),
        ("He lost ground in [the last week] of the race.", "DURATION", "P1W", "P1W"),
        ("It takes [several days].", "DURATION", "PXD", None),
        ("It was known for [years].", "DURATION", "PXY", None),
        ("It takes [18 to 24 months].", "DURATION", "PXM", None),
        ("It came [just over a week] after the vote.", "DURATION", "P1W", "P1W"),
        ("Hands up for the [four-year] war.", "DURATION", "P4Y", "P4Y"),
        ("It ended the [monthslong] session.", "DURATION", "PXM", None),
        # sets
        ("They meet [every Friday].", "SET", "XXXX-WXX-5", "P1W"),
        ("They meet on [Tuesday nights].", "SET", "XXXX-WXX-2TNI", "P1W"),
        ("They give millions [every year].", "SET", "P1Y", "P1Y"),
        ("They meet [every two weeks].", "SET", "P2W", "P2W"),
        ("They met [day after day].", "SET", "P1D", "P1D"),
        ("The [weekly] meeting was off.", "SET", "P1W", "P1W"),
        # holidays
        ("It was sent on [Christmas Eve].", "DATE", "2021-12-24", "2021-12-24"),
        ("It was sent on [Thanksgiving].", "DATE", "2021-11-25", "2021-11-25"),
        ("It was sent [last Easter].", "DATE", "2021-04-04", "2021-04-04"),
    ],
)
def test_a_time_and_its_values(marked: str, kind: str, value: str | None, edtf: str | None) -> None:
    text, expected = unmark(marked)
    found = times_of(text)
    assert [time.text for time in found] == expected
    assert (found[0].type, found[0].value, found[0].edtf) == (kind, value, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "He may go, and the march goes on.",
        "Theresa May and June Carter spoke.",
        "Jan Kolbert, the minister, spoke.",
        "They sat in the sun until it set.",
        "The fall of the wall was no second too late.",
        "The stock rose to $2000 from $1985.",
        "Around 1500 soldiers and 2000 people marched past 1200 others.",
        "It drew 1,200 people and 2,000 police.",
        "Flight 1549 landed; Resolution 2231 passed.",
        "It rose 10-12 percent, then 5 percent.",
        "They won 3-2 and lost 2:1.",
        "Call 555-0134 or 2021-555.",
        "The 58-year-old and her 8-month-old son left.",
        "He is five years old, she was 37.",
        "They guard it 24 hours a day, seven days a week.",
        "He told “60 Minutes” and ABC's “This Week” so.",
        "The film “High Noon” ran.",
        "It will one day be large.",
        "He lives on the 21st floor and fears the 21st birthday.",
        "The Super Tuesday race and the house at Mar-a-Lago.",
        "He spoke at the March on Avenport.",
        "He was made Captain of the Year.",
        "The school has twelve hundred students.",
        "The People’s Party daily Zarya wrote of it.",
        "It costs $5 a day and 3 million barrels a day are sold.",
        "NBC's TODAY aired it, and the Daily Courier and USA Today printed it.",
        "He told CBS This Morning that 60 patients a week are seen.",
        "They want a better tomorrow.",
        "In today's world and today's global economy.",
        "More than a quarter of them and three-quarters of us agree.",
        "It came recently, soon and now, the hour before.",
        "He sleeps in the morning.",
        "",
    ],
)
def test_no_time(text: str) -> None:
    assert times_of(text) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On January 12 they met. The envoys left on the following day.", "2022-01-13"),
        ("On January 12 they met. They had met the previous night.", "2022-01-11"),
        ("They left in 2007. Output fell that same year.", "2007"),
        ("They left in 2007. Output fell a year earlier.", "2006"),
        ("On January 12 they met. Two days later they parted.", "2022-01-14"),
        ("In December they met. They left the same day.", None),
        ("It rose in the third quarter. The loss narrowed from a year earlier.", "2020-07/2020-09"),
        ("In 2019 it was built. Prices have risen since year-end.", "2021"),
        ("It grew in the first quarter of 2021 compared with the same period of 2020.", "2020-01/2020-03"),
        ("It rose in the third quarter. It had lost $2 million a year ago.", "2020-07/2020-09"),
        ("It rose in the third quarter. In the nine months it lost 2% more than a year earlier.", "2020"),
        (
            "It rose in the third quarter and may fall in this quarter. It had lost $2 million a year ago.",
            "2020-07/2020-09",
        ),
        ("It rose in the third quarter. It had lost money in the year-ago quarter.", "2020-07/2020-09"),
        ("It rose in the third quarter. For the quarter a year ago, it lost.", "2020-07/2020-09"),
        ("It rose in the third quarter. Nobody had thought so a year ago.", "2021"),
        ("It began in 2007. They met in June of that year.", "2007-06"),
        ("They met on January 12. At 9 a.m. they left.", "2022-01-12T09:00"),
        ("They met on January 12.\n\nThe road bends.\n\nThey left at 9 a.m.", "2022-01-21T09:00"),
        ("They met on January 12.\n\n9 a.m. The ministers have left.", "2022-01-21T09:00"),
        ("They met on April 24 and 25, 2020.", "2020-04-25"),
        ("The court sits from Dec. 30-Jan. 2.", "2021-12-30/2022-01-02"),
    ],
)
def test_what_was_told_last(text: str, edtf: str | None) -> None:
    assert times_of(text)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They will vote in June. He said nobody needs him in June.", ["2022-06", "2022-06"]),
        ("He told them in a town this large of votes in April. They vote on April 3.", ["2022-04", "2022-04-03"]),
        ("He said nobody needs him in June.", ["2021-06"]),
        # Two that contradict each other say nothing of a third.
        (
            "They will vote in June. He resigned in June. He said nobody needs him in June.",
            ["2022-06", "2021-06", "2021-06"],
        ),
        ("They voted in June 2014. He said nobody needs him in June.", ["2014-06", "2021-06"]),
    ],
)
def test_a_month_that_another_sentence_settles(text: str, edtf: list[str]) -> None:
    assert [time.edtf for time in times_of(text)] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("“We leave tomorrow,” she said on Tuesday.", ["2022-01-19", "2022-01-18"]),
        ("“We left yesterday,” she told the Courier late Wednesday.", ["2022-01-18", "2022-01-19"]),
        ("“We leave tomorrow,” she said.", ["2022-01-22"]),
        # Nothing dates the words themselves: the ships left on Tuesday.
        ("“We leave tomorrow,” she said. The ships had left on Tuesday.", ["2022-01-22", "2022-01-18"]),
        ("She said on Tuesday that they would leave tomorrow.", ["2022-01-18", "2022-01-22"]),
        ("“We leave tomorrow,” she said on Tuesday. “We stay,” he said on Wednesday.",
         ["2022-01-22", "2022-01-18", "2022-01-19"]),
    ],
)  # fmt: skip
def test_inside_a_quotation_the_day_it_was_said(text: str, edtf: list[str]) -> None:
    assert [time.edtf for time in times_of(text)] == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On December 17, 2021, they met.", "2021-12-17"),
        ("They met on December 17.", "XXXX-12-17"),
        ("They met on Friday.", "XXXX-WXX-5"),
        ("They met in June.", "XXXX-06"),
        ("They met last week.", None),
        ("They met the following day.", None),
        ("On May 3, 2019, they met. On June 4 they met, and the following day they parted.", None),
        ("They met for two days.", "P2D"),
    ],
)
def test_without_an_anchor(text: str, value: str | None) -> None:
    assert times_of(text, None)[-1].value == value


def test_how_it_was_read() -> None:
    (time,) = times_of("They met on Monday.")
    assert (time.rule, time.anchor, time.notes) == ("weekday", "2022-01-21", ())


def test_an_absolute_date_has_no_anchor() -> None:
    (time,) = times_of("They met on May 3, 2019.")
    assert time.anchor is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("They met on May 3.", "year inferred from 2022-01-21"),
        ("They met on Friday, Dec. 18, 2021.", "2021-12-18 is a Saturday, not a Friday"),
        ("They met at 9:30 a.m. EST on Monday.", "zone EST, UTC-05:00"),
        ("They met at 9:30 a.m. ET on Monday.", "zone ET, UTC-05:00"),
        ("They met at 9 a.m. Eastern time on July 2, 2021.", "zone EASTERN, UTC-04:00"),
        ("It fell in fiscal 2020.", "a fiscal year, whose months the text does not give"),
    ],
)
def test_what_a_value_rests_on_is_told(text: str, note: str) -> None:
    assert times_of(text)[0].notes == (note,)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("in early May", "START"),
        ("in mid-May", "MID"),
        ("at the end of 2020", "END"),
        ("about 20 days", "APPROX"),
        ("at least 20 days", "EQUAL_OR_MORE"),
        ("no more than 20 days", "EQUAL_OR_LESS"),
        ("more than 20 days", "MORE_THAN"),
        ("less than 20 days", "LESS_THAN"),
        ("20 days", None),
    ],
)
def test_modifiers(text: str, mod: str | None) -> None:
    assert times_of(text)[0].mod == mod


@pytest.mark.parametrize(
    ("text", "quant", "freq"),
    [
        ("They meet every Friday.", "EVERY", None),
        ("They meet each year.", "EACH", None),
        ("They meet twice a month.", None, "2X"),
        ("They meet three times a week.", None, "3X"),
        ("They meet twice daily.", None, "2X"),
        ("They meet weekly.", None, None),
    ],
)
def test_sets(text: str, quant: str | None, freq: str | None) -> None:
    (time,) = times_of(text)
    assert (time.type, time.quant, time.freq) == ("SET", quant, freq)


def test_references_are_times_where_asked_for() -> None:
    found = times_of("He is now here, and she will soon be.", references=True)
    assert [(time.text, time.value) for time in found] == [("now", "PRESENT_REF"), ("soon", "FUTURE_REF")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He will soon be here.", ["soon"]),
        ("He was soon released, and it soon became a flood.", []),
        ("They fear the future.", ["the future"]),
        ("They fear the future of the town.", []),
        ("Now for the weather.", []),
        ("Now the weather is fair.", ["Now"]),
        ("It will one day be large.", ["one day"]),
        ("It was built in one day.", ["one day"]),
        ("It will cut what future quarters yield.", ["future quarters"]),
    ],
)
def test_which_references_are_found(text: str, found: list[str]) -> None:
    assert [time.text for time in times_of(text, references=True)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It sells most in the second and fourth quarters.",
            [("the second", "2021-Q2"), ("fourth quarters", "2021-Q4")],
        ),
        (
            "It fell in the first and second quarters of 2019.",
            [("the first", "2019-Q1"), ("second quarters of 2019", "2019-Q2")],
        ),
        ("It came in the second and third rooms.", []),
    ],
)
def test_two_quarters(text: str, found: list[tuple[str, str]]) -> None:
    assert [(time.text, time.value) for time in times_of(text)] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In December they met. They left the same day.", "2021-12-XX"),
        ("In December they met. They left at the end of the day.", None),
        ("In December they met. They left the following day.", None),
        ("In 2019 they met. They left the same day.", None),
    ],
)
def test_a_day_of_a_month_that_was_told(text: str, value: str | None) -> None:
    assert times_of(text)[-1].value == value


def test_any_white_space_parts_words() -> None:
    assert [time.text for time in times_of("on January\n21,\u00a02022")] == ["January\n21,\u00a02022"]


PHRASES = st.sampled_from(
    "on Friday|last week|January 21|Jan. 2|, 2021|the|of|90-minute|two|years ago|and a half|early|9 a.m.|at|"
    "every|may|May|2000|1,200|the end of|quarter|said|will|.|?|“|’80s|nineteen ninety-six|from 2014-16|"
    "29 February|now|\n\n|é|𝒳"
    .split("|")
)  # fmt: skip
# Every word that the rules know, in any order, finds what no newspaper writes.
KNOWN = st.sampled_from([word for row in words_of("en").values() for word in row]).map(
    lambda word: word.capitalize() if len(word) % 2 else word
)
TEXTS = st.lists(PHRASES | KNOWN, max_size=25).map(" ".join) | st.text(max_size=80)


@given(TEXTS, st.dates() | st.none())
def test_times_stand_where_they_say(text: str, anchor: date | None) -> None:
    found = times_of(text, anchor, references=True)
    assert all(text[time.start : time.end] == time.text for time in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS)
def test_a_neutral_paragraph_moves_and_changes_nothing(text: str) -> None:
    neutral = "The road bends.\n\n"
    moved = times_of(neutral + text)
    assert [(t.start - len(neutral), t.end - len(neutral), t.value, t.edtf) for t in moved] == [
        (t.start, t.end, t.value, t.edtf) for t in times_of(text)
    ]


@pytest.mark.parametrize(
    "piece", ["last ", "1 ", "1", "1-2-", "from 1 to 2 ", "two hundred ", "the end of ", "early ", "p.m. "]
)
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    assert times_of(piece * (200_000 // len(piece))) == ()
