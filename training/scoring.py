"""The scores of a model on documents, by the scorer of the corpus."""

import importlib.util
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from torch import nn

from batches import Batch, batched
from corpus import Document
from fitting import Inputs
from labelling import Row, rows
from onrecord.language.decoding import Attribution, Chain, attributions_of, best_tags


def load_scorer(path: Path) -> ModuleType:
    """The scorer `eval/attribution.py` of the data folder as a module."""
    spec = importlib.util.spec_from_file_location("polnear_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def chain_of(model: nn.Module) -> Chain:
    with torch.no_grad():
        between, first = model.chain.transitions()  # type: ignore[union-attr,operator]
    return Chain(between.numpy().astype(np.float32), first.numpy().astype(np.float32))


@torch.no_grad()
def scores_of(models: Sequence[nn.Module], given: Sequence[Row], inputs: Inputs, size: Any) -> list[tuple[Any, Any]]:
    """The log-chances of tags and links, (tokens, 7) each, of every row, averaged over the models."""
    numbers = {id(row): i for i, row in enumerate(given)}
    found: list[Any] = [None] * len(given)
    for chosen in batched(given, size, 6000, None):
        batch = Batch.of(chosen, inputs(chosen))
        made = [model(*batch.inputs) for model in models]
        tags = sum(t.float() for t, _ in made) / len(made)
        links = sum(k.float().softmax(-1) for _, k in made) / len(made)
        for i, row in enumerate(chosen):
            found[numbers[id(row)]] = (tags[i, : len(row.tags)].numpy(), links[i, : len(row.tags)].numpy())
    return found


def softmax(scores: Any) -> Any:
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def predict(document: Document, scored: Sequence[tuple[Any, Any]], chain: Chain) -> list[Attribution]:
    found: list[Attribution] = []
    for unit, (tags, links) in zip(document.units, scored, strict=True):
        best = best_tags(tags[None], [len(tags)], chain)[0]
        found += attributions_of(unit, best, softmax(tags), links)
    return found


def evaluate(
    models: Sequence[nn.Module],
    documents: Sequence[Document],
    inputs: Inputs,
    size: Any,
    scorer: ModuleType,
    chain: Chain | None = None,
) -> dict[str, Any]:
    """The scorer's summary over the documents."""
    counts: Counter[Any] = Counter()
    every = [list(rows(document)) for document in documents]
    scored = iter(scores_of(models, [row for some in every for row in some], inputs, size))
    chain = chain or chain_of(models[0])
    for document, some in zip(documents, every, strict=True):
        text = document.doc.text
        predicted = [as_scored(scorer, found, text) for found in predict(document, [next(scored) for _ in some], chain)]
        gold = [as_scored(scorer, attribution, text) for attribution in document.attributions]
        scorer.score_document(text, [g for g in gold if g.content], predicted, counts)
    return scorer.summarize(counts)  # type: ignore[no-any-return]


def as_scored(scorer: ModuleType, found: Any, text: str) -> Any:
    parts = {}
    for role in ("content", "source", "cue"):
        pieces = [(p.start, p.end) if hasattr(p, "start") else p for p in getattr(found, role)]
        parts[role] = scorer.characters(pieces, text)
    return scorer.Statement(**parts)


def line(summary: dict[str, Any]) -> str:
    """The figures that count, in one line."""
    found = summary["content_partial"]
    rows = {"partial": found, "exact": summary["content_exact"], "triple": summary["triple"]}
    told = [f"{name} {100 * row['f1']:.1f}" for name, row in rows.items()]
    told += [f"P {100 * found['p']:.1f} R {100 * found['r']:.1f} | source {100 * summary['source_accuracy']:.1f} |"]
    told += [f"{kind} {100 * row['partial']:.1f}" for kind, row in summary["recall_by_kind"].items()]
    return " ".join(told)
