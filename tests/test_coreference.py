"""Who is mentioned and who is who: how annotated articles are read, and what is counted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import coreference
import peer_mentions
from compared import PRONOUN_CLASSES, clusters, compare_links, compare_names, names_score, pronouns_score
from conllu import read_conllu
from marked import read_marked, unmark
from mentions import Kind, Marked, Mention, Shape, read_mentions, set_aside
from onrecord.spans import Span

# Words, part of speech, features, head, relation, the rest: as GUM has them.
CONLLU = """\
# newdoc id = made
# meta::dateCreated = 2019-03-08
# newpar
# text = Teskia's minister waits
1-2	Teskia's	_	_	_	_	_	_	_	_
1	Teskia	Teskia	PROPN	NNP	Number=Sing	3	nmod	_	Entity=(1-person-new-n-1-3-coref(2-place-new-n-2-1-coref-T
2	's	's	PART	POS	_	1	case	_	Entity=2)
3	minister	minister	NOUN	NN	Number=Sing	4	nsubj	_	Entity=1)
4	waits	wait	VERB	VBZ	_	0	root	_	_

# newpar
# text = Foreign minister Ada Vale of the Free University of Orvenia left; she waits.
1	Foreign	foreign	ADJ	JJ	_	2	amod	_	Entity=(1-person-giv:act-nnnnn-cf1-2,3,4-coref
2	minister	minister	NOUN	NN	Number=Sing	11	nsubj	_	_
3	Ada	Ada	PROPN	NNP	Number=Sing	2	flat	_	_
4	Vale	Vale	PROPN	NNP	Number=Sing	2	flat	_	_
5	of	of	ADP	IN	_	8	case	_	_
6	the	the	DET	DT	_	8	det	_	Entity=(3-organization-new-nnnnn-cf3-2,3,5-sgl
7	Free	Free	ADJ	NNP	_	8	amod	_	_
8	University	University	PROPN	NNP	Number=Sing	2	nmod	_	_
9	of	of	ADP	IN	_	10	case	_	_
10	Orvenia	Orvenia	PROPN	NNP	Number=Sing	8	nmod	_	Entity=(4-place-new-nnnnn-cf4-1-sgl-Orvenia)3)1)
11	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
12	;	;	PUNCT	:	_	11	punct	_	_
13	she	she	PRON	PRP	Gender=Fem|PronType=Prs	14	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
14	waits	wait	VERB	VBZ	_	11	parataxis	_	SpaceAfter=No
15	.	.	PUNCT	.	_	11	punct	_	_
"""


def test_an_article_in_conllu(tmp_path: Path) -> None:
    (tmp_path / "made.conllu").write_text(CONLLU, "utf-8")
    article = read_conllu(tmp_path / "made.conllu")
    text = "Teskia's minister waits\n\nForeign minister Ada Vale of the Free University of Orvenia left; she waits."
    assert (article.text, article.published) == (text, "2019-03-08")
    rows = [(m.span.cut(text), m.head.cut(text), m.kind, m.shape, m.aside) for m in article.mentions]
    assert rows == [
        ("Teskia's minister", "minister", "person", "other", False),
        ("Teskia's", "Teskia", "place", "name", False),
        ("Foreign minister Ada Vale of the Free University of Orvenia", "Ada", "person", "name", False),
        ("the Free University of Orvenia", "University", "organisation", "name", False),
        ("Orvenia", "Orvenia", "place", "name", True),  # inside the name of an organisation
        ("she", "she", "person", "pronoun", False),
    ]


@pytest.mark.parametrize(
    ("marked", "mentions"),
    [
        ("[person:1|Foreign Minister Ada Vale] left", "Foreign Minister Ada Vale|Vale|person|name"),
        ("[person:1|She] left", "She|She|person|pronoun"),
        ("[person:1|The minister] left", "The minister|minister|person|other"),
        (
            "[person:1|the head of [org:2|the Council]]",
            "the head of the Council|head|person|other, the Council|Council|organisation|name",
        ),
        (
            "[org:1|Bank of [country:2|Orvenia]]",
            "Bank of Orvenia|Bank|organisation|name, Orvenia|Orvenia|place|name|aside",
        ),
        (
            "[person:1|[country:2|Orvenia] President Vale]",
            "Orvenia President Vale|Vale|person|name, Orvenia|Orvenia|place|name",
        ),
        ("[org:1|the council’s] seat", "the council’s|council|organisation|other"),
        ("[org:1|Vale’s] seat", "Vale’s|Vale|organisation|name"),
        ("[group:1|A Teskan official] spoke", "A Teskan official|official|group|other"),
        ("[group:1|Police] came; the police left", "Police|Police|group|other"),
        ("the [country:1|Russians] came", "Russians|Russians|place|other"),
        ("left [sic] as is", ""),
    ],
)
def test_mentions_marked_inline(tmp_path: Path, marked: str, mentions: str) -> None:
    (tmp_path / "a.txt").write_text(f"# KIND-CHECK a\n{marked}", "utf-8")
    article = read_marked(tmp_path / "a.txt")
    made = [
        "|".join([m.span.cut(article.text), m.head.cut(article.text), m.kind, m.shape] + ["aside"] * m.aside)
        for m in article.mentions
    ]
    assert ", ".join(made) == mentions
    assert "|" not in article.text


def test_a_mark_that_is_not_closed_is_named() -> None:
    with pytest.raises(ValueError, match="not closed"):
        unmark("[person:1|Vale left")


TEXT = "Ada Vale met Oren Tolan. She told him."


def mention(words: str, entity: str, kind: Kind = "person", shape: Shape = "name") -> Mention:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    return Mention(span, span, span, kind, entity, shape)


VALE, TOLAN = mention("Ada Vale", "1"), mention("Oren Tolan", "2")
SHE, HIM = mention("She", "1", shape="pronoun"), mention("him", "2", shape="pronoun")
ARTICLE = Marked("a", TEXT, set_aside([VALE, TOLAN, SHE, HIM]))


@pytest.mark.parametrize(
    ("found", "precision", "recall", "exact"),
    [
        ([VALE, TOLAN], 1, 1, 1),
        ([VALE], 1, 1 / 2, 1),
        ([VALE, mention("Oren Tolan", "2", "organisation")], 1 / 2, 1 / 2, 1 / 2),
        ([mention("Ada Vale met", "1"), TOLAN], 1, 1, 1 / 2),
        ([VALE, mention("Oren", "2")], 1 / 2, 1 / 2, 1 / 2),  # without the head
        ([VALE, TOLAN, mention("told", "3")], 2 / 3, 1, 2 / 3),
        ([VALE, TOLAN, mention("told", "3", shape="other")], 1, 1, 1),  # only names can be spurious
        ([], 0, 0, 0),
    ],
)
def test_names_that_were_found(found: list[Mention], precision: float, recall: float, exact: float) -> None:
    compared = [compare_names(ARTICLE, tuple(found))]
    made = names_score(compared, "person")
    if len(found) == 2 and found[1].kind == "organisation":
        assert (names_score(compared).precision, made.precision, made.recall) == (precision, 1, recall)
    else:
        assert (made.precision, made.recall) == pytest.approx((precision, recall))
    assert names_score(compared, exact=True).precision == pytest.approx(exact)


@pytest.mark.parametrize(
    ("whole", "name", "found", "bare", "right", "exact"),
    [
        ("musician Ada Vale", "musician Ada Vale", "Ada Vale", "Ada Vale", True, True),
        ("musician Ada Vale", "musician Ada Vale", "musician Ada Vale", "Ada Vale", True, True),
        ("musician Ada Vale", "musician Ada Vale", "Vale", "Vale", False, False),
        ("Ada Vale of Corvast’s band", "Ada Vale", "Ada Vale", "Ada Vale", True, True),
        ("Ada Vale of Corvast’s band", "Ada Vale", "Ada Vale of Corvast", "Corvast", False, False),  # in a title
    ],
)
def test_the_extent_of_a_name(whole: str, name: str, found: str, bare: str, right: bool, exact: bool) -> None:
    text = "The musician Ada Vale of Corvast’s band left."

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    article = Marked("a", text, (Mention(at(whole), at(name), at("Ada"), "person", "1", "name"),))
    compared = [compare_names(article, (Mention(at(found), at(bare), at(bare), "person", "p1", "name"),))]
    assert names_score(compared).f1 == right
    assert names_score(compared, exact=True).f1 == exact


def test_what_the_annotator_has_otherwise_is_neither_right_nor_wrong() -> None:
    aside = Marked("a", TEXT, set_aside([VALE, mention("Oren Tolan", "2", shape="other")]))
    assert names_score([compare_names(aside, (VALE, TOLAN))]).f1 == 1


def test_who_is_who() -> None:
    led = (VALE, TOLAN, SHE, mention("him", "1", shape="pronoun"), mention("told", "3"))
    compared = compare_links(ARTICLE, led)
    wanted, found = clusters(compared, singletons=True)
    assert [sorted(map(str, cluster)) for cluster in wanted] == [["0", "2"], ["1", "3"]]
    assert sorted(map(len, found)) == [1, 1, 3]
    assert len(clusters(compared, singletons=False)[1]) == 1
    score = pronouns_score([compared], PRONOUN_CLASSES["he, she"])
    assert (score.precision, score.recall) == (1 / 2, 1 / 2)
    assert list(coreference.wrong_links(compared)) == [
        "pronoun [him] is [Oren Tolan], not [She] | Ada Vale met Oren Tolan. She told him."
    ]


def test_the_reader_s_mentions_have_offsets_of_the_text_given() -> None:
    text = "\ufeffPort head Kasimir Bol said\u00a0 on Friday the ships had left.\r\n\r\nHe said Orvenia waits."
    found = read_mentions(Marked("a", text, (), "2019-03-08"))
    assert ("Kasimir Bol", "name") in [(m.name.cut(text), m.shape) for m in found]
    assert ("He", "pronoun") in [(m.span.cut(text), m.shape) for m in found]
    assert len({m.entity for m in found if m.name.cut(text) in ("Kasimir Bol", "He")}) == 1


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[person:1|Kasimir Bol] said on Friday: [person:1|he] left.", "utf-8")
    command = [sys.executable, coreference.__file__, "--marked", str(tmp_path)]
    done = subprocess.run([*command, "--json"], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout)["persons"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    done = subprocess.run([*command, "--list", "missed"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""


def test_what_another_program_found_is_scored(tmp_path: Path) -> None:
    (tmp_path / "made.conllu").write_text(CONLLU, "utf-8")
    text = read_conllu(tmp_path / "made.conllu").text
    start = text.index("Ada Vale")
    found = {"id": "made", "mentions": [[start, start + 8, "person"]]}
    (tmp_path / "found.jsonl").write_text(json.dumps(found), "utf-8")
    command = [sys.executable, peer_mentions.__file__, str(tmp_path), "--found", str(tmp_path / "found.jsonl")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    rows = {line[:24].strip(): line[24:].split() for line in done.stdout.splitlines()[1:]}
    assert rows["persons"] == ["1.0000", "1.0000", "1.0000"]
    assert rows["organisations"] == ["0.0000", "0.0000", "0.0000"]
    assert rows["mentions"][:2] == ["1.0000", "0.3333"]
