"""Options that several commands have."""

from datetime import date

import click

engine = click.option(
    "--engine",
    type=click.Choice(["default", "accurate", "rules"]),
    default="default",
    show_default=True,
    help="What finds the statements: accurate is better and slower, rules read without a model.",
)

file_format = click.option(
    "--format",
    type=click.Choice(["text", "json", "jsonl", "html"]),
    help="What the files hold, where their first bytes do not tell it.",
)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The day as YYYY-MM-DD; None where it was not given."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from error
