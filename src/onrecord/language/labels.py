"""The labels that the tagger gives to tokens.

Each token is outside all attributions or begins (B) or continues (I) a stretch that is the source, the cue or the
content of one. Beside it, each token of a stretch points to the cue that it belongs to, by the cue's place among
those of the unit, counted from the token.
"""

OUTSIDE = 0
SOURCE, CUE, CONTENT = 1, 3, 5  # the label that begins a stretch; the one that continues it is one more
TAGS = 7

# A link is 0 (to no cue) or LINK_MIDDLE + the number of the cue less the number of cues begun up to and with the
# token: -1 is the last cue begun, 0 the next one. Farther cues than -3 and +2 count as these.
NO_LINK = 0
LINK_MIDDLE = 4
LINKS = 7


def link_label(cue: int, begun: int) -> int:
    """The link of a token before which, itself counted, `begun` cues have begun, to the cue of that number."""
    return LINK_MIDDLE + max(-3, min(2, cue - begun))


def allowed(before: int | None, tag: int) -> bool:
    """Whether `tag` may follow `before` (None: nothing): a stretch continues only what has begun."""
    return tag in (OUTSIDE, SOURCE, CUE, CONTENT) or before in (tag, tag - 1)
