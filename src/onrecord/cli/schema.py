"""`onrecord schema`"""

import json

import click

from onrecord import record


@click.command()
def schema() -> None:
    """The JSON Schema of a record.

    \b
    onrecord schema > record.schema.json
    """
    click.echo(json.dumps(record.schema(), indent=2, ensure_ascii=False))
