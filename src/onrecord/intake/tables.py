"""The tables that intake reads from `onrecord/data`; each file says where its rows come from."""

from importlib.resources import files


def read_lines(file: str) -> list[str]:
    """The lines of a table, without comments and blank ones."""
    text = files("onrecord.data").joinpath(file).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_cells(file: str) -> list[list[list[str]]]:
    """The rows of a table, each cell as the list of what `|` divides in it; an empty cell is an empty list."""
    return [[_parts(cell) for cell in line.split("\t")] for line in read_lines(file)]


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
