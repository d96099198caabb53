"""A whole draft against an archive: what is taken for a quotation, evidence, notes, hostile drafts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from onrecord.checking import Finding, Report, check
from onrecord.checking.annotations import annotation_page
from onrecord.checking.drafts import Format
from onrecord.checking.notes import other_office
from onrecord.checking.occasions import Occasion, contradict
from onrecord.reader import read
from onrecord.spans import Span

STORY = """\
Harbour talks begin

VALD, March 5, 2021. /NPA/. "We shall open the harbour when the last of the crews has been paid in full," Foreign \
Minister Ada Venn said on Friday. "Nobody will be paid twice."

Port head Oren Hale said the crews had waited for eleven days.
"""
# Another house ran the same copy, a third has the quotation otherwise.
COPY = STORY.replace("March 5", "March 6").replace("talks begin", "opens talks").replace("NPA", "OTA")
OTHER = """\
Venn on the harbour

GRENT, March 7, 2021. /KPS/. "We shall open the harbour once the last of the crews has been paid in full," \
Ada Venn said.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("check") / "a.onrecord", create=True) as opened:
        opened.add_all([read(COPY), read(STORY)])
        yield opened


def only(report: Report) -> Finding:
    [finding] = report.findings
    return finding


def test_evidence_is_earliest_first_and_copies_count_once(archive: Archive) -> None:
    finding = only(check("“Nobody will be paid twice,” Venn said.", archive))
    [evidence] = finding.evidence
    assert (evidence.day, evidence.agency, len(evidence.copies)) == ("2021-03-05", "NPA", 1)
    assert evidence.words == "Nobody will be paid twice"
    assert evidence.before is not None
    assert "Foreign Minister Ada Venn said on Friday" in evidence.before
    assert evidence.behind is not None
    assert evidence.behind.endswith("eleven days.")
    span = evidence.spans[0]
    record = archive.record(evidence.article)
    assert record is not None
    assert span.cut(record.article.text) == evidence.words
    assert evidence.link == f"/article/{evidence.article}?at={span.start}-{span.end}#passage"


def test_agencies_that_differ_are_all_shown(archive: Archive, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "b.onrecord", create=True) as three:
        three.add_all([read(STORY), read(OTHER)])
        draft = "“We shall open the harbour once the last of the crews has been paid in full,” Venn said."
        finding = only(check(draft, three))
    assert finding.verdict == "variants"
    assert {evidence.agency for evidence in finding.evidence} == {"NPA", "KPS"}


@pytest.mark.parametrize(
    ("draft", "about", "part"),
    [
        ("“Nobody will be paid twice,” Deputy Foreign Minister Ada Venn said.", "role", "Deputy Foreign Minister"),
        ("“We shall open the port when the last of the crews has been paid,” Venn said on Monday.", "date", "Monday"),
    ],
)
def test_what_contradicts_the_record_is_noted(archive: Archive, draft: str, about: str, part: str) -> None:
    notes = only(check(draft, archive)).notes
    assert [part in note.text for note in notes if note.about == about] == [True]


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        ("Deputy Foreign Minister", "Foreign Minister", True),
        ("President", "Prime Minister", True),
        ("Teskan Foreign Minister", "Foreign Minister", False),
        ("envoy", "lawyer", False),
    ],
)
def test_offices_that_cannot_be_one(one: str, other: str, another: bool) -> None:
    assert other_office(one, other) is another


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [("rally", "letter", True), ("rally", "rally", False), ("debate", "town hall", False), ("tweet", "debate", True)],
)
def test_occasions_that_cannot_be_one(one: str, other: str, so: bool) -> None:
    assert contradict(Occasion(one, Span(0, 1)), Occasion(other, Span(0, 1))) is so


@pytest.mark.parametrize(
    ("format", "draft"),
    [
        ("markdown", "Venn said:\n\n> Nobody will be paid twice.\n"),
        ("html", "<p>Venn said:</p><blockquote>Nobody will be paid twice.</blockquote>"),
        ("html", "<p>Venn said <q>Nobody will be paid twice.</q></p>"),
    ],
)
def test_quotations_that_are_set_apart(archive: Archive, format: Format, draft: str) -> None:
    assert only(check(draft, archive, format=format)).verdict == "exact"


def test_a_quotation_over_two_paragraphs_is_one(archive: Archive) -> None:
    first = "“We shall open the harbour when the last of the crews has been paid in full.\n\n"
    finding = only(check(f"{first}“Nobody will be paid twice,” Venn said.", archive))
    assert len(finding.pieces) == 2
    assert finding.verdict == "exact"


def test_an_empty_draft_has_an_empty_report(archive: Archive) -> None:
    report = check("", archive)
    assert (report.findings, report.right) == ((), True)


@pytest.mark.parametrize(
    "draft",
    [
        "“" + "nobody " * 3000 + "”",
        "“" * 5000,
        "“Nobody will be paid” " * 1500,
        "“" + "[" * 500 + "Nobody will be paid twice" + "]" * 500 + "”",
        "“" + "".join(f"{sign}\u202e\u200b" for sign in "Nobody will be paid twice") + "”",
        "“" + ". " * 2000 + "Nobody will be paid twice”",
        "“\u0301\u0301 \ufeff”",
    ],
    ids=["one word", "marks", "thousands", "brackets", "direction", "dots", "no letters"],
)
def test_hostile_drafts_are_answered(archive: Archive, draft: str) -> None:
    report = check(draft, archive)
    assert len(report.findings) <= 1000
    assert all(finding.words for finding in report.findings)
    assert report.complete == (draft.count("will") < 1000)


def test_hidden_signs_are_named_and_change_nothing(archive: Archive) -> None:
    hidden = "“Nоbody will\u200b be paid\u202e twice,” Venn said."
    finding = only(check(hidden, archive))
    assert finding.verdict == "exact"
    assert {"invisible characters", "look-alike characters"} <= set(finding.remarks)


UGLY = st.text(alphabet=st.sampled_from("Nobody will be paid twice the harbour“”\"'.,[]…\n\u200b\u202e"), max_size=200)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(UGLY)
def test_every_span_lies_in_the_draft(archive: Archive, draft: str) -> None:
    report = check(draft, archive, engine="rules")
    for finding in report.findings:
        assert finding.span.cut(report.text)
        assert all(finding.span.holds(piece) for piece in finding.pieces)
        assert all(step.at is None or step.at.cut(report.text) for step in finding.difference)
    assert check(draft, archive, engine="rules") == report
    assert len(annotation_page(report)["items"]) == len(report.findings)


WORDS = "We shall open the harbour when the last of the crews has been paid in full".split()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.integers(0, len(WORDS) - 1), st.sampled_from(["not", "never", "four", "Grent", "must", "most", "boats", ""]))
def test_no_changed_word_is_ever_exact_or_trimmed(archive: Archive, at: int, other: str) -> None:
    changed = [*WORDS[:at], *([other] if other else []), *WORDS[at + 1 :]]
    if other == "" and at in (0, len(WORDS) - 1):
        return  # that is a cut at its end
    finding = only(check(f"“{' '.join(changed)},” Venn said.", archive, engine="rules"))
    assert finding.verdict not in ("exact", "trimmed", "elided")
