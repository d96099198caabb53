"""Fit the weights of the events room: what names a happening, when it was, and which mentions tell of the same one.

    python training/events.py DATA                 all stages; about three hours on two cores
    python training/events.py DATA --only tables   a stage: teacher, trunk, heads or tables

A teacher (mpnet.py) learns from the marked articles which words name a happening of which type. It then labels these
and other articles. From that the shipped layers of the default tagger learn (joint.py), and then the small models that
judge, one an engine. The dates and links are log-linear and fitted on the marks alone. DATA is the folder `data` of
what train.py takes (training/README.md); results lie in --work.
"""

import argparse
import pickle
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor, nn

import joint
import mpnet
import packing
from corpus import kept_aside
from encoder import read_vocabulary
from export import recurrent_graph
from happenings import Labelled, Read, doc_of, labelled, read, unlabelled
from labelling import Soft
from loglinear import Example, fit
from onrecord.events import dating, judging, linking
from onrecord.events.candidates import candidate_at, spots
from onrecord.events.finding import mentions_of
from onrecord.events.signs import signs_of, signs_of_spot, unseen
from onrecord.events.words import TYPES
from onrecord.language import EngineName
from onrecord.language.tagger import load_tagger
from onrecord.language.units import Unit, units_of
from recurrent import RecurrentInput
from unpacking import recurrent_of

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "src" / "onrecord" / "data"
COLUMNS = len(TYPES) + 1
_EPOCHS, _RATE = 3, 8e-5  # of the teacher
_ROUNDS = 9  # epochs of the tagger's layers


# the models that ship


class Head(nn.Module):
    """The scores of judging.Model, as it is fitted. width: of the states, 0 for signs alone."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(judging.ROWS, COLUMNS, mode="sum")
        nn.init.zeros_(self.table.weight)
        self.bias = nn.Parameter(torch.zeros(COLUMNS))
        self.into = nn.Linear(width, hidden) if width else None
        self.out = nn.Linear(hidden, COLUMNS, bias=False)
        self.dropout, self.blur = nn.Dropout(0.3), nn.Dropout(0.2)

    def forward(self, rows: Tensor, starts: Tensor, states: Tensor) -> Tensor:
        scores: Tensor = self.table(rows, starts) + self.bias
        if self.into is not None:
            scores = scores + self.out(self.dropout(torch.relu(self.into(self.blur(states)))))
        return scores


def fit_head(
    signs: Sequence[Sequence[int]], states: np.ndarray | None, right: np.ndarray, weight: np.ndarray, epochs: int
) -> Head:
    """right: (candidates, COLUMNS) shares; weight: of each candidate."""
    torch.manual_seed(1)
    dice = np.random.default_rng(1)
    model = Head(0 if states is None else states.shape[1], HIDDEN)
    rest = [parameter for name, parameter in model.named_parameters() if not name.startswith("table")]
    optimiser = torch.optim.AdamW(
        [{"params": [model.table.weight], "weight_decay": 0.0}, {"params": rest, "weight_decay": 1e-2}], lr=3e-3
    )
    count, size = len(signs), 512
    steps = epochs * (count // size + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(epochs):
        model.train()
        begun, losses = time.monotonic(), []
        order = dice.permutation(count)
        for begin in range(0, count, size):
            chosen = order[begin : begin + size]
            rows, starts = _bag([[row for row in signs[i] if dice.random() > 0.15] for i in chosen])
            dense = torch.from_numpy(states[chosen].astype(np.float32)) if states is not None else torch.empty(0)
            scores = model(rows, starts, dense).log_softmax(-1)
            wanted, counts = torch.from_numpy(right[chosen]), torch.from_numpy(weight[chosen])
            loss = -((wanted * scores).sum(-1) * counts).mean() + 1e-3 * (model.table(rows, starts) ** 2).mean()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"head, epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    return model.eval()


HIDDEN = 96
_TAUGHT = 0.6  # share of the teacher's chances where marks are at hand
_SILVER_WEIGHT = 0.7  # of a candidate without marks


def _bag(signs: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    starts = np.cumsum([0, *(len(own) for own in signs[:-1])])
    return torch.tensor([row for own in signs for row in own], dtype=torch.long), torch.from_numpy(starts)


def fit_gate(model: Head, lemmas: np.ndarray, states: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What judging.Model.passed weighs: hidden values, and each lemma's row. right: the shares of happenings."""
    torch.manual_seed(1)
    assert model.into is not None
    with torch.no_grad():
        hidden = torch.cat([torch.relu(model.into(part.float())) for part in torch.from_numpy(states).split(4096)])
    rows, shares = torch.from_numpy(lemmas), torch.from_numpy(right)
    over, of_lemma = nn.Linear(hidden.shape[1], 1), nn.Embedding(judging.ROWS, 1)
    nn.init.zeros_(of_lemma.weight)
    optimiser = torch.optim.AdamW([*over.parameters(), *of_lemma.parameters()], lr=3e-3, weight_decay=1e-3)
    for _ in range(5):
        for chosen in torch.randperm(len(rows)).split(512):
            score = (over(hidden[chosen]) + of_lemma(rows[chosen]))[:, 0]
            loss = nn.functional.binary_cross_entropy_with_logits(score, shares[chosen])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
    with torch.no_grad():
        return over.weight[0].numpy(), (of_lemma.weight[:, 0] + over.bias).numpy()


def write_head(model: Head, gate: tuple[np.ndarray, np.ndarray] | None, path: Path) -> None:
    """The weights as judging.load reads them; the table in whole numbers, a scale a column."""
    table = model.table.weight.detach().numpy()
    scale = np.abs(table).max(0).clip(1e-8) / 127
    arrays = {
        "table": np.rint(table / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": model.bias.detach().numpy().astype(np.float32),
    }
    if model.into is not None:
        arrays |= {
            "into": model.into.weight.detach().numpy().astype(np.float16),
            "into_bias": model.into.bias.detach().numpy().astype(np.float32),
            "out": model.out.weight.detach().numpy().astype(np.float16),
        }
    if gate is not None:
        arrays |= {"gate": gate[0].astype(np.float16), "gate_lemmas": gate[1].astype(np.float16)}
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


# dates and links


def date_examples(article: Read) -> list[Example]:
    """Each marked mention with the dates that it may have."""
    numbers, found = article.article.numbers(), []

    def date(candidate, options):  # type: ignore[no-untyped-def]
        when = article.article.events[numbers[candidate.span.start]]["when"]
        right = [i for i, option in enumerate(options) if option.value == when] or [0]
        found.append(Example(tuple(dict.fromkeys(option.signs, 1.0) for option in options), frozenset(right)))
        return options[right[0]]

    mentions_of(article.scene, _marked(article), date, 0.5)
    return found


def link_examples(article: Read, dates: dict[str, float]) -> list[Example]:
    """Each marked mention with those before it that may tell of the same happening."""
    numbers, found = article.article.numbers(), []
    mentions = mentions_of(article.scene, _marked(article), lambda _, options: dating.chosen(dates, options), 0.5)
    happening = [numbers[mention.span.start] for mention in mentions]

    def choose(i: int, options: list[tuple[int, linking.Signs]]) -> int:
        right = [k for k, (n, _) in enumerate(options) if n >= 0 and happening[n] == happening[i]] or [0]
        found.append(Example(tuple(dict.fromkeys(signs, 1.0) for _, signs in options), frozenset(right)))
        return options[right[0]][0]

    linking.linked(mentions, choose)
    return found


def _marked(article: Read):  # type: ignore[no-untyped-def]
    """The judgement of the marks."""
    types = article.article.types()

    def judge(scene):  # type: ignore[no-untyped-def]
        return [(candidate_at(s), types[s.start], 1.0) for s in spots(scene) if s.start in types]

    return judge


def write_table(weights: dict[str, float], path: Path, what: str) -> None:
    lines = [
        f"# {what}",
        "# Source: fitted by training/events.py on articles whose happenings were marked for onrecord.",
    ]
    lines += [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.02]
    path.write_text("\n".join(lines) + "\n", "utf-8")


# stages


def stage_teacher(data: Path, work: Path) -> None:
    if (work / "events-teacher.pt").exists():
        return
    folder = mpnet.pretrained(work)
    lessons = [
        (units, {at: TYPES.index(kind) + 1 for at, kind in article.types().items()})
        for article, units in _units(labelled(data))
        if not article.aside
    ]
    model = mpnet.teach(mpnet.Teacher(folder, COLUMNS), lessons, mpnet.Pieces(folder), _EPOCHS, _RATE)
    torch.save(model.state_dict(), work / "events-teacher.pt")


def stage_trunk(data: Path, work: Path) -> None:
    """Teaches the layers of the shipped default engine happenings too, and packs them anew."""
    vocabulary, kept = read_vocabulary(packing.VOCABULARY), work / "joint.pt"
    trunk = recurrent_of(packing.DEFAULT_FILE)
    if kept.exists():
        trunk.load_state_dict(torch.load(kept))
    else:
        inputs = RecurrentInput(vocabulary, forget=0.1, seed=1)
        joint.teach(joint.Joint(trunk, COLUMNS, mpnet.AXES), list(_joint_lessons(data, work)), inputs, _ROUNDS)
        torch.save(trunk.state_dict(), kept)
    reach = packing.reach_of(trunk, packing.some_rows(data.parent), vocabulary)
    packing.pack(recurrent_graph(trunk, reach), trunk, "words", packing.DEFAULT_FILE, data.parent)


def _joint_lessons(data: Path, work: Path) -> Iterator[joint.Lesson]:
    """The units of all articles: tags as the accurate engine has them, but for the documents that calibrate these;
    happenings as the teacher and the marks say, but for the articles kept aside."""
    taught, tagger = _taught(data, work), load_tagger("accurate")
    for article, units in _units(_all(data)):
        given = taught.get(article.name)
        soft: list[Soft | None] = [None] * len(units)
        if not (article.name.startswith("polnear/") and kept_aside(Path(article.name).stem)):
            soft = list(joint.tagged_by(tagger, units))
        for unit, own in zip(units, soft, strict=True):
            starts = [token.start for token in unit.tokens]
            told = None
            if given is not None:
                shares = _shares(article, given, starts).astype(np.float16)
                told = joint.Told(shares, given.states[_places(given, starts)], _weight(article))
            if own is not None or told is not None:
                yield joint.Lesson(unit, own, told)


def stage_heads(data: Path, work: Path, engines: Sequence[EngineName]) -> None:
    for engine in engines:
        lessons = _lessons(data, work, engine)
        path = ROOT / "accurate" / "src" / "onrecord_accurate" if engine == "accurate" else TABLES
        model = fit_head(lessons.signs, lessons.states, lessons.shares, lessons.weights, epochs=20)
        gate = None
        if engine == "accurate" and lessons.states is not None:
            gate = fit_gate(model, lessons.lemmas, lessons.states, 1 - lessons.shares[:, judging.NONE])
        write_head(model, gate, path / f"events_{engine}.npz")


class Lessons(Struct, frozen=True):
    """The spots of articles: the rows of their signs and lemmas, their states, (spots, width), the shares of the
    columns, (spots, COLUMNS), and their weights."""

    signs: list[list[int]]
    lemmas: np.ndarray
    states: np.ndarray | None
    shares: np.ndarray
    weights: np.ndarray


def _lessons(data: Path, work: Path, engine: EngineName) -> Lessons:
    """The spots of all articles but those kept aside. The default engine, whose states know of happenings, judges by
    the word alone; the others look at what stands around it too."""
    taught = _taught(data, work)
    signs, lemmas, states, shares, weights = [], [], [], [], []
    for article in _read_all(_all(data), engine):
        if article.article.name not in taught or not article.spots:
            continue
        places = [spot.start for spot in article.spots]
        for spot, new in zip(article.spots, unseen(article.spots), strict=True):
            near = engine == "default"
            own = signs_of_spot(spot, new) if near else signs_of(article.scene, candidate_at(spot), new)
            signs.append([judging.row_of(sign) for sign in own])
        lemmas += [judging.row_of(spot.word.lemma) for spot in article.spots]
        if engine != "rules":
            states.append(judging.states_at(article.reading, places).astype(np.float16))
        shares.append(_shares(article.article, taught[article.article.name], places))
        weights += [_weight(article.article)] * len(places)
    held = np.concatenate(states) if states else None
    return Lessons(signs, np.array(lemmas), held, np.concatenate(shares), np.array(weights, np.float32))


def _shares(article: Labelled, taught: mpnet.Taught, starts: Sequence[int]) -> np.ndarray:
    """What the teacher says of the tokens that begin at `starts`, and the marks where there are any: (tokens,
    COLUMNS). Where the teacher read nothing, nothing happens."""
    shares = np.zeros((len(starts), COLUMNS), np.float32)
    shares[:, judging.NONE] = 1.0
    places = _places(taught, starts)
    known = taught.starts[places] == starts
    shares[known] = taught.chances[places[known]]
    if not article.events:
        return shares
    types = article.types()
    own = [TYPES.index(types[start]) + 1 if start in types else judging.NONE for start in starts]
    return _TAUGHT * shares + (1 - _TAUGHT) * np.eye(COLUMNS, dtype=np.float32)[own]


def _places(taught: mpnet.Taught, starts: Sequence[int]) -> np.ndarray:
    return np.searchsorted(taught.starts, starts).clip(max=len(taught.starts) - 1)


def _weight(article: Labelled) -> float:
    return 1.0 if article.events else _SILVER_WEIGHT


def _all(data: Path) -> list[tuple[Labelled, str]]:
    marked = list(labelled(data))
    return [*marked, *unlabelled(data, {article.name for article, _ in marked})]


def _units(articles: Iterable[tuple[Labelled, str]]) -> Iterator[tuple[Labelled, tuple[Unit, ...]]]:
    for article, text in articles:
        taken = doc_of(article, text)
        if taken is not None and (units := units_of(taken[1])):
            yield article, units


def _taught(data: Path, work: Path) -> dict[str, mpnet.Taught]:
    """What the teacher holds of each article that is not kept aside, by its name; kept in `work`, as it takes twenty
    minutes."""
    kept = work / "events-taught.pickle"
    if not kept.exists():
        folder = mpnet.pretrained(work)
        teacher, pieces = mpnet.Teacher(folder, COLUMNS), mpnet.Pieces(folder)
        teacher.load_state_dict(torch.load(work / "events-teacher.pt"))
        articles = [(article, units) for article, units in _units(_all(data)) if not article.aside]
        axes = mpnet.axes_of(teacher.eval(), [units for _, units in articles[:: len(articles) // 60 + 1]], pieces)
        made = {article.name: mpnet.taught(teacher, axes, units, pieces) for article, units in articles}
        kept.write_bytes(pickle.dumps(made))
    found: dict[str, mpnet.Taught] = pickle.loads(kept.read_bytes())
    return found


def stage_tables(data: Path) -> None:
    articles = [article for article in _read_all(labelled(data), "default") if not article.article.aside]
    # Dates from real news alone: who writes an article knows days that its readers are not told.
    real = [article for article in articles if not article.article.name.startswith("written/")]
    dates = fit([one for article in real for one in date_examples(article)], least=5, l1=0.0, l2=25.0, steps=200)
    write_table(dates, TABLES / "event_dates.tsv", "sign\tweight")
    links = fit([e for article in articles for e in link_examples(article, dates)], least=2, l1=0.0, l2=5.0, steps=200)
    write_table(links, TABLES / "event_links.tsv", "sign\tweight")


def _read_all(articles, engine: EngineName) -> Iterator[Read]:  # type: ignore[no-untyped-def]
    for article, text in articles:
        found = read(article, text, engine)
        if found is not None:
            yield found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", choices=["teacher", "trunk", "heads", "tables"])
    parser.add_argument("--engine", choices=["default", "accurate", "rules"], action="append")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "training")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    if args.only in (None, "teacher"):
        stage_teacher(args.data, args.work)
    if args.only in (None, "trunk"):
        stage_trunk(args.data, args.work)
    if args.only in (None, "heads"):
        stage_heads(args.data, args.work, args.engine or ["default", "accurate", "rules"])
    if args.only in (None, "tables"):
        stage_tables(args.data)


if __name__ == "__main__":
    main()
