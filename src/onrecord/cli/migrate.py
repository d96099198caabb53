"""`onrecord migrate`"""

from pathlib import Path

import click


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
def migrate(archive: Path) -> None:
    """Makes ARCHIVE anew from the records that it holds, for this version of onrecord.

    Who is who is decided anew, in the order of the wire, whatever the order of adding was; decisions by hand still
    hold. The old file stays as it is until the new one is whole. No other program may have it open.

    \b
    onrecord migrate news.db
    """
    from onrecord.archive.migrating import migrate as made_anew

    click.echo(f"made anew: {made_anew(archive)} articles")
