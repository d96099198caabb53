"""The day that an option names."""

from datetime import date

import click


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The day as YYYY-MM-DD; None where it was not given."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from error
