"""The default tagger taught happenings beside attributions, so that its states serve both rooms.

The layers learn three things of each token at once: its tag and link, as the accurate engine has them; which happening
it names, as the teacher and the marks say; and what the teacher itself holds of it, on the AXES along which its states
differ most (hints; Romero et al., ICLR 2015), which tells of every token, where happenings are three in a hundred; what
each of the three is worth was not measured apart. Only tags and links stay in the graph; events.py fits the head that
ships.
"""

import random
import time
from collections.abc import Sequence

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor, nn

from batches import batched, pad
from crf import Chain
from fitting import LINK_SHARE, rate_at
from labelling import Soft
from onrecord.language import labels
from onrecord.language.tagger import Tagger, batches
from onrecord.language.units import Unit
from recurrent import Recurrent, RecurrentInput

HIDDEN = 96  # of the head that is learnt beside the layers
_TOKENS = 1600  # in a batch, at most
_RATE, _HEAD_RATE = 1.5e-3, 3e-3
_OF_HAPPENINGS, _OF_HINTS = 2.0, 0.5  # of the loss, where tags and links have 1; set once


class Told(Struct, frozen=True):
    """What is told of a unit's happenings. shares: (tokens, columns), how likely each token names none, or one of each
    type; hints: (tokens, axes), what the teacher holds; both float16. weight: in the loss."""

    shares: np.ndarray
    hints: np.ndarray
    weight: float


class Lesson(Struct, frozen=True):
    """A unit with what is told of it; None where it is not to be learnt."""

    unit: Unit
    soft: Soft | None
    told: Told | None


class Joint(nn.Module):
    """The layers of `trunk` with a head for happenings and one for hints."""

    def __init__(self, trunk: Recurrent, columns: int, axes: int) -> None:
        super().__init__()
        self.trunk = trunk
        width = 2 * trunk.enter.out_features
        self.head = nn.Sequential(nn.Linear(width, HIDDEN), nn.ReLU(), nn.Dropout(0.3), nn.Linear(HIDDEN, columns))
        self.hints = nn.Linear(width, axes)

    def forward(self, rows: Tensor, marks: Tensor, lengths: Tensor) -> tuple[Tensor, ...]:
        """Scores of tags, links and happenings, and hints: (units, tokens, ...) each."""
        x = self.trunk.states(rows, marks, lengths)
        return self.trunk.tags(x), self.trunk.links(x), self.head(x), self.hints(x)


def teach(model: Joint, lessons: Sequence[Lesson], inputs: RecurrentInput, epochs: int, seed: int = 1) -> None:
    """Trains `model` in place, `model.trunk` with it. Two cores read about 10,000 tokens a second."""
    torch.manual_seed(seed)
    dice = random.Random(seed)
    fresh = [*model.head.parameters(), *model.hints.parameters()]
    groups = [{"params": model.trunk.parameters(), "lr": _RATE}, {"params": fresh, "lr": _HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * sum(1 for _ in batched(lessons, inputs.size, _TOKENS, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_at(step, steps))
    begun = time.monotonic()
    for epoch in range(epochs):
        model.train()
        losses = []
        for chosen in batched(lessons, inputs.size, _TOKENS, dice):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                made = model(*inputs(chosen))
            parts = _losses(model.trunk.chain, chosen, *(part.float() for part in made))
            loss = parts[0] + _OF_HAPPENINGS * parts[1] + _OF_HINTS * parts[2]
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append([part.item() for part in parts])
        means = ", ".join(f"{mean:.4f}" for mean in np.mean(losses, 0))
        print(f"joint, epoch {epoch + 1}: {means}, {time.monotonic() - begun:.0f} s", flush=True)
    model.eval()


def _losses(
    chain: Chain, lessons: Sequence[Lesson], tags: Tensor, links: Tensor, kinds: Tensor, hints: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Of tags and links, of happenings, and of hints, each a token of what is told."""
    mask = pad([np.ones(len(lesson.unit.tokens), np.int64) for lesson in lessons]).bool()
    units, tokens = mask.shape
    single, pairs = torch.zeros(units, tokens, labels.TAGS), torch.zeros(units, tokens - 1, labels.TAGS, labels.TAGS)
    linked, shares, wanted = torch.zeros_like(links), torch.zeros_like(kinds), torch.zeros_like(hints)
    weights = torch.zeros(units, tokens)
    for i, (lesson, n) in enumerate(zip(lessons, mask.sum(1).tolist(), strict=True)):
        if lesson.soft is not None:
            single[i, :n] = torch.from_numpy(lesson.soft.tags)
            pairs[i, : n - 1] = torch.from_numpy(lesson.soft.pairs)
            linked[i, :n] = torch.from_numpy(lesson.soft.links)
        if lesson.told is not None:
            shares[i, :n] = torch.from_numpy(lesson.told.shares)
            wanted[i, :n] = torch.from_numpy(lesson.told.hints)
            weights[i, :n] = lesson.told.weight
    of_tags = torch.zeros(())
    tagged = torch.tensor([lesson.soft is not None for lesson in lessons])
    if tagged.any():
        of_tags = chain(tags[tagged], mask[tagged], single[tagged], pairs[tagged])
        inside = ((1 - single[:, :, labels.OUTSIDE]) * mask)[tagged]
        wrong = -(linked[tagged] * links[tagged].log_softmax(-1)).sum(-1)
        of_tags = of_tags + LINK_SHARE * (wrong * inside).sum() / inside.sum().clamp(min=1)
    told = weights.sum().clamp(min=1)
    of_kinds = (-(shares * kinds.log_softmax(-1)).sum(-1) * weights).sum() / told
    of_hints = ((hints - wanted).pow(2).mean(-1) * weights).sum() / told
    return of_tags, of_kinds, of_hints


@torch.no_grad()
def tagged_by(tagger: Tagger, units: Sequence[Unit]) -> list[Soft]:
    """What a tagger makes of units, as labels."""
    chain = Chain()
    for part, scores in ((chain.between, tagger.chain.between), (chain.first, tagger.chain.first)):
        part.copy_(torch.from_numpy(np.where(scores < -_BARRED, 0.0, scores)))
    order = sorted(range(len(units)), key=lambda i: -len(units[i].tokens))
    found: dict[int, Soft] = {}
    for begin, end in batches([len(units[i].tokens) for i in order]):
        chosen = order[begin:end]
        scores, links, _ = tagger.scores([units[i] for i in chosen])
        mask = pad([np.ones(len(units[i].tokens), np.int64) for i in chosen]).bool()
        single, pairs = chain.marginals(torch.from_numpy(scores), mask)
        for i, number in enumerate(chosen):
            n = len(units[number].tokens)
            parts = (single[i, :n].numpy(), pairs[i, : n - 1].numpy(), links[i, :n])
            found[number] = Soft(*(part.astype(np.float16) for part in parts))
    return [found[i] for i in range(len(units))]


_BARRED = 1e3
