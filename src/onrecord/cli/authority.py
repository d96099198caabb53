"""`onrecord authority`"""

from pathlib import Path

import click

from onrecord.archive import Archive


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
def authority(archive: Path, file: Path) -> None:
    """Gives the parties of ARCHIVE the ids that FILE has for them, and makes one of those with the same id.

    FILE is CSV or JSON with id, names, kind, roles and country (docs/identity.md). What is added later needs
    `onrecord add --authority FILE`.

    \b
    onrecord authority news.db people.csv
    """
    from onrecord.identity.authority import read_authorities

    listed = read_authorities(file)
    with Archive.open(archive) as opened:
        changed = sum(opened.add(listed.apply(record)) == "replaced" for record in opened.records())
    click.echo(f"{len(listed.rows)} parties in {file}; articles in which ids changed: {changed}")
