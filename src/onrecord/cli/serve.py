"""`onrecord serve`"""

from pathlib import Path

import click


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
def serve(archive: Path, host: str, port: int) -> None:
    """Serves ARCHIVE as a page in the browser, till Ctrl-C.

    \b
    onrecord serve news.db
    onrecord serve news.db --port 0
    """
    from onrecord.web import serve as serve_page  # its web server would slow all other commands

    serve_page(archive, host=host, port=port, ready=_announce)


def _announce(address: str) -> None:
    click.echo(f"Serving at {address} (Ctrl-C ends)")
