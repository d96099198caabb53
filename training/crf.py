"""A chain over the labels of a unit: what it costs to expect one thing and be told another."""

import torch
from torch import Tensor, nn

from onrecord.language import labels

_NEVER = -1e4


class Chain(nn.Module):
    """A linear-chain CRF. Scores are (units, tokens, tags); masks are true where there is a token."""

    def __init__(self) -> None:
        super().__init__()
        tags = range(labels.TAGS)
        self.between = nn.Parameter(torch.zeros(labels.TAGS, labels.TAGS))
        self.first = nn.Parameter(torch.zeros(labels.TAGS))
        barred = torch.tensor([[0.0 if labels.allowed(a, b) else _NEVER for b in tags] for a in tags])
        self.register_buffer("barred", barred)
        self.register_buffer("barred_first", torch.tensor([0.0 if labels.allowed(None, b) else _NEVER for b in tags]))

    def transitions(self) -> tuple[Tensor, Tensor]:
        """The scores of each tag behind each other (before, behind), and of each as the first."""
        return self.between + self.barred, self.first + self.barred_first

    def forward(self, scores: Tensor, mask: Tensor, single: Tensor, pairs: Tensor) -> Tensor:
        """The expected negative log-likelihood a token.

        single: (units, tokens, tags), how likely each tag is to a teacher; one-hot for annotated ones.
        pairs: (units, tokens - 1, tags, tags), the same for each two tags that follow each other.
        """
        between, first = self.transitions()
        both = mask[:, 1:, None, None]
        told = (scores * single * mask[:, :, None]).sum() + (first.clamp(min=-100) * single[:, 0]).sum()
        told = told + (between.clamp(min=-100) * (pairs * both).sum((0, 1))).sum()
        forward = first + scores[:, 0]
        for t in range(1, scores.shape[1]):
            step = torch.logsumexp(forward[:, :, None] + between, 1) + scores[:, t]
            forward = torch.where(mask[:, t, None], step, forward)
        return (torch.logsumexp(forward, 1).sum() - told) / mask.sum()

    @torch.no_grad()
    def marginals(self, scores: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """How likely each tag, and each two tags in a row, are: shapes as `single` and `pairs` above."""
        between, first = self.transitions()
        tokens = scores.shape[1]
        ahead = torch.empty_like(scores)
        behind = torch.zeros_like(scores)
        ahead[:, 0] = first + scores[:, 0]
        for t in range(1, tokens):
            step = torch.logsumexp(ahead[:, t - 1, :, None] + between, 1) + scores[:, t]
            ahead[:, t] = torch.where(mask[:, t, None], step, ahead[:, t - 1])
        for t in range(tokens - 2, -1, -1):
            step = torch.logsumexp(between + (scores[:, t + 1] + behind[:, t + 1])[:, None, :], 2)
            behind[:, t] = torch.where(mask[:, t + 1, None], step, behind[:, t + 1])
        whole = torch.logsumexp(ahead[:, -1], 1)
        single = (ahead + behind - whole[:, None, None]).exp() * mask[:, :, None]
        later = (scores[:, 1:] + behind[:, 1:])[:, :, None, :]
        pairs = (ahead[:, :-1, :, None] + between + later - whole[:, None, None, None]).exp()
        return single, pairs * mask[:, 1:, None, None]


def one_hot(tags: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """`single` and `pairs` of annotated tags (units, tokens)."""
    single = nn.functional.one_hot(tags, labels.TAGS).float() * mask[:, :, None]
    return single, single[:, :-1, :, None] * single[:, 1:, None, :]
