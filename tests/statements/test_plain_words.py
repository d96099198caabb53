"""What somebody named "said" is a statement though the tagger passes it over."""

import pytest

from onrecord import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("GRENT, March 8 (Boreal) - Port head Kasimir Bol said on Friday the ships had left.", "the ships had left"),
        ("VALD, March 5. /NPA/. Minister Ada Venn said on Friday the reply is due.", "the reply is due"),
        ("Ada Venn said on Friday the talks would go on in May.", "the talks would go on in May"),
    ],
)
def test_a_named_speaker_and_said(text: str, content: str) -> None:
    assert [said.content[0].cut(text) for said in read(text, published="2019-03-08").statements] == [content]


def test_nothing_is_told_twice() -> None:
    text = "“We shall answer,” Ada Venn said on Friday. Bo Tal said the talks had gone well."
    found = [piece.cut(text) for said in read(text, published="2019-03-08").statements for piece in said.content]
    assert found == ["We shall answer", "the talks had gone well"]


@pytest.mark.parametrize("text", ["Bo Tal signed on Friday the papers.", "The ships had left on Friday."])
def test_where_nobody_said_anything(text: str) -> None:
    assert read(text, published="2019-03-08").statements == ()
