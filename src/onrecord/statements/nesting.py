"""Which statement stands inside which."""

from bisect import bisect_right

from onrecord.statements.drafts import Draft


def parents_of(drafts: list[Draft]) -> list[int | None]:
    """For each draft the number of the smallest draft whose content holds it, or None."""
    pieces = sorted((piece.start, piece.end, k) for k, draft in enumerate(drafts) for piece in draft.content)
    starts = [start for start, _, _ in pieces]
    sizes = [sum(map(len, draft.content)) for draft in drafts]
    return [
        _parent(drafts, sizes, i, pieces[max(0, (at := bisect_right(starts, draft.content[0].start)) - _NEAR) : at])
        for i, draft in enumerate(drafts)
    ]


_NEAR = 24  # pieces that begin before a statement and may hold it; deeper nests than this are not read


def _parent(drafts: list[Draft], sizes: list[int], i: int, near: list[tuple[int, int, int]]) -> int | None:
    draft = drafts[i]
    mark = draft.cue or draft.content[0]
    holders = [
        k
        for start, end, k in near
        if k != i and start <= mark.start and mark.end <= end and draft.content[0].end <= end and sizes[k] > sizes[i]
    ]
    return min(holders, key=lambda k: sizes[k], default=None)
