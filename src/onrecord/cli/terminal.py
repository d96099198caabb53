"""What people see: the console, and text made safe for it."""

import unicodedata
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment

# Control characters, which could move the cursor or change the terminal's state. One sign stands for each, so
# that offsets stay; line ends and tabs are kept.
_CONTROLS: Final = {
    code: "�" for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\n\t"
}


class Terminal(Console):
    """Standard output, or standard error: in colours and as wide as the terminal, where it is one."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False)

    def show(self, *parts: RenderableType) -> None:
        """Print the parts, one below the other."""
        self.print(_Trimmed(Group(*parts)))

    def on_broken_pipe(self) -> None:
        # Rich would exit here. The command ends in one place, `main`.
        raise BrokenPipeError


class _Trimmed:
    """What it is given, without the blanks at the ends of lines, which Rich leaves where it wraps and in tables."""

    def __init__(self, inside: RenderableType) -> None:
        self._inside = inside

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in console.render_lines(self._inside, options, pad=False):
            yield from _trimmed(line)
            yield Segment.line()


def _trimmed(line: list[Segment]) -> list[Segment]:
    kept = list(line)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    return [*kept[:-1], Segment(kept[-1].text.rstrip(" "), kept[-1].style, kept[-1].control)] if kept else []


def plain(text: str) -> str:
    """`text`, as long as it was, with "�" for each control character."""
    return text.translate(_CONTROLS)
