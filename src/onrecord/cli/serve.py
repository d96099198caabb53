"""`onrecord serve`"""

from pathlib import Path

import click


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option("--read-only", is_flag=True, help="Let nobody decide anything by hand on the page.")
def serve(archive: Path, host: str, port: int, read_only: bool) -> None:
    """Serves ARCHIVE as a page in the browser, till Ctrl-C.

    Parties can be merged and split there and debts closed, unless it is read-only; on another address than this
    machine's it always is.

    \b
    onrecord serve news.db
    onrecord serve news.db --port 0
    """
    from onrecord.web import serve as serve_page  # its web server would slow all other commands

    serve_page(archive, host=host, port=port, read_only=read_only, ready=_announce)


def _announce(address: str) -> None:
    click.echo(f"Serving at {address} (Ctrl-C ends)")
