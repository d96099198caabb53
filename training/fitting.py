"""One way of training for every model: annotated labels, mixed with those of teachers where there are any."""

import random
import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor, nn

from batches import Batch, batched
from crf import one_hot
from labelling import Row, Soft
from onrecord.language import labels

Inputs = Callable[[Sequence[Row]], tuple[Tensor, ...]]
WARM_UP = 0.06  # of the steps
LINK_SHARE = 0.3  # of the loss; as in the study of the corpus, not swept


class Plan(Struct, frozen=True):
    """How a model is trained.

    rates: learning rate by the beginning of a parameter's name, the first that fits; "" fits all.
    tokens: in a batch, at most; pieces for the encoder.
    taught: share of the teachers' labels in the loss, the annotated ones have the rest.
    half: bfloat16 for what allows it.
    """

    epochs: int
    rates: dict[str, float]
    tokens: int
    taught: float = 0.0
    decay: float = 0.01
    half: bool = True
    seed: int = 1


def fit(model: nn.Module, rows: Sequence[Row], inputs: Inputs, size: Callable[[Row], int], plan: Plan) -> None:
    """Trains `model` in place; the same plan and rows give the same weights on the same kind of machine."""
    torch.manual_seed(plan.seed)
    dice = random.Random(plan.seed)
    optimiser = torch.optim.AdamW(_groups(model, plan), weight_decay=plan.decay)
    steps = plan.epochs * sum(1 for _ in batched(rows, size, plan.tokens, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_at(step, steps))
    begun = time.monotonic()
    for epoch in range(plan.epochs):
        model.train()
        losses = []
        for chosen in batched(rows, size, plan.tokens, dice):
            batch = Batch.of(chosen, inputs(chosen))
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=plan.half):
                tags, links = model(*batch.inputs)
            loss = _loss(model, batch, tags.float(), links.float(), plan.taught)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
            if len(losses) % 500 == 0:
                print(f"  {len(losses)} batches, {time.monotonic() - begun:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    model.eval()


def _groups(model: nn.Module, plan: Plan) -> list[dict[str, object]]:
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        rate = next(rate for begins, rate in plan.rates.items() if name.startswith(begins))
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def rate_at(step: int, steps: int) -> float:
    """The share of the learning rate: up over the first steps, then down in a line."""
    return min((step + 1) / (WARM_UP * steps), max(0.02, (steps - step) / steps))


def _loss(model: nn.Module, batch: Batch, tags: Tensor, links: Tensor, taught: float) -> Tensor:
    single, pairs = one_hot(batch.tags, batch.mask)
    linked = nn.functional.one_hot(batch.links, labels.LINKS).float()
    weight = ((batch.tags > 0) & batch.mask).float()
    if taught:
        share = torch.tensor([taught if row.annotated else 1.0 for row in batch.rows])[:, None, None]
        soft_single, soft_pairs, soft_links = soft_labels(batch)
        single = share * soft_single + (1 - share) * single
        pairs = share[..., None] * soft_pairs + (1 - share[..., None]) * pairs
        linked = share * soft_links + (1 - share) * linked
        weight = (1 - single[:, :, labels.OUTSIDE]) * batch.mask
    wrong_links = -(linked * links.log_softmax(-1)).sum(-1)
    link_loss = (wrong_links * weight).sum() / weight.sum().clamp(min=1)
    chain: Tensor = model.chain(tags, batch.mask, single, pairs)
    return chain + LINK_SHARE * link_loss


def soft_labels(batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The teachers' tags, pairs and links of a batch, padded with 0."""
    units, tokens = batch.tags.shape
    single = torch.zeros(units, tokens, labels.TAGS)
    pairs = torch.zeros(units, tokens - 1, labels.TAGS, labels.TAGS)
    links = torch.zeros(units, tokens, labels.LINKS)
    for i, row in enumerate(batch.rows):
        soft = row.soft
        assert soft is not None
        n = len(row.tags)
        single[i, :n] = torch.from_numpy(soft.tags).float()
        pairs[i, : n - 1] = torch.from_numpy(soft.pairs).float()
        links[i, :n] = torch.from_numpy(soft.links).float()
    return single, pairs, links


@torch.no_grad()
def taught_by(
    models: Sequence[nn.Module], rows: Sequence[Row], inputs: Inputs, size: Callable[[Row], int], tokens: int = 6000
) -> list[Soft]:
    """What the models make of each row, averaged."""
    found: dict[int, Soft] = {}
    numbers = {id(row): i for i, row in enumerate(rows)}
    for chosen in batched(rows, size, tokens, None):
        batch = Batch.of(chosen, inputs(chosen))
        sums: list[Tensor] = []
        for model in models:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tags, links = model(*batch.inputs)
            single, pairs = model.chain.marginals(tags.float(), batch.mask)  # type: ignore[union-attr,operator]
            parts = [single, pairs, links.float().softmax(-1)]
            sums = [a + b for a, b in zip(sums, parts, strict=True)] if sums else parts
        for i, row in enumerate(chosen):
            n = len(row.tags)
            single, pairs, links = (part[i].numpy() / len(models) for part in sums)
            found[numbers[id(row)]] = Soft(
                single[:n].astype(np.float16), pairs[: n - 1].astype(np.float16), links[:n].astype(np.float16)
            )
    return [found[i] for i in range(len(rows))]
