"""Section lines and leftovers of the page round an article."""

import pytest

from onrecord.intake.labels import is_furniture, is_section


@pytest.mark.parametrize(
    "line", ["All news", "WORLD", "Politics", "World | Europe", "News > World", "Russian Politics & Diplomacy"]
)
def test_section_lines(line: str) -> None:
    assert is_section(line)


@pytest.mark.parametrize("line", ["Ruritania", "World leaders meet", "Politics is hard", "", "Envoys meet in Strelsau"])
def test_what_is_no_section(line: str) -> None:
    assert not is_section(line)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Read more: Envoys meet again",
        "READ MORE",
        "Also read | Envoys meet again",
        "Related: Envoys meet again",
        "More on this story",
        "More from Strelsau Courier",
        "Follow us on Twitter",
        "Follow Jane Roe on Twitter @janeroe",
        "Sign up for our newsletter",
        "Subscribe now",
        "Click here for more.",
        "Advertisement",
        "Story continues below advertisement",
        "© 2022 The Strelsau Courier. All rights reserved.",
        "(c) 2022 The Strelsau Courier",
        "Copyright 2022 The Strelsau Courier. All rights reserved.",
        "(Reporting by Jane Roe; Editing by Black Michael)",
        "Reporting by Jane Roe; Editing by Black Michael",
        "Our Standards: The Courier Trust Principles.",
        "Jane Roe in Strelsau contributed to this report.",
        "This article was originally published in the Courier.",
        "Photo: Jane Roe/Courier",
        "###",
        "-30-",
        "___",
        "ENDS",
    ],
)
def test_leftovers_of_the_page(paragraph: str) -> None:
    assert is_furniture(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Read the letter, the minister told them.",
        "More than 300 people were killed.",
        "Related talks were held in Zenda.",
        "Follow the money, she said.",
        "Subscribe to that view and you must leave, he said.",
        "Advertisement revenue fell by a third.",
        "Share prices fell in Strelsau.",
        "Reporting by the courts improved.",
        "Ends do not justify means, said the judge.",
        "Sign up or stay out, the minister told the envoys on Friday.",
        "Photo of the envoys were printed by all papers.",
        "Copyright" + " law was changed again" * 20,
        "",
    ],
)
def test_sentences_are_no_leftovers(paragraph: str) -> None:
    assert not is_furniture(paragraph)
