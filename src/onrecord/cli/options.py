"""Options that several commands have."""

from datetime import date
from pathlib import Path

import click

from onrecord.errors import ReadError
from onrecord.intake.kinds import KINDS

engine = click.option(
    "--engine",
    type=click.Choice(["default", "accurate", "rules"]),
    default="default",
    show_default=True,
    help="What finds the statements: accurate is better and slower, rules read without a model.",
)

authority = click.option(
    "--authority",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who is who: CSV or JSON with id, names, kind, roles, country (docs/identity.md).",
)

format_option = click.option(
    "--format",
    "kind",
    type=click.Choice(KINDS),
    help="What the files hold, where their content is not to tell it.",
)

allow = click.option(
    "--allow",
    multiple=True,
    metavar="HOST",
    help="Fetch from this host although it is at a private address; may be given again.",
)
follow = click.option("--follow", is_flag=True, help="Read the entries of a feed from the pages that they lead to.")


def _map(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    if not value:
        return {}
    from onrecord.intake.columns import column_map

    try:
        return column_map(value)
    except ReadError as error:
        raise click.BadParameter(str(error).removeprefix("columns: ")) from error


columns = click.option(
    "--column",
    "columns",
    multiple=True,
    callback=_map,
    metavar="FIELD=COLUMN",
    help="Of CSV and Parquet: which column holds a field, such as text=body; may be given again.",
)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The day as YYYY-MM-DD; None where it was not given."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from error
