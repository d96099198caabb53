"""What people see: the console, and text made safe for it."""

import unicodedata
from typing import Final

from rich.console import Console

# Control characters, which could move the cursor or change the terminal's state. One sign stands for each, so
# that offsets stay; line ends and tabs are kept.
_CONTROLS: Final = {
    code: "�" for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\n\t"
}


class Terminal(Console):
    """Standard output, or standard error: in colours and as wide as the terminal, where it is one."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False)

    def on_broken_pipe(self) -> None:
        # Rich would exit here. The command ends in one place, `main`.
        raise BrokenPipeError


def plain(text: str) -> str:
    """`text`, as long as it was, with "�" for each control character."""
    return text.translate(_CONTROLS)
