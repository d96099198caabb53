"""`onrecord check`"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from onrecord.archive import current
from onrecord.cli.options import day, engine
from onrecord.cli.terminal import Terminal
from onrecord.errors import NewsError, ReadError
from onrecord.language.engines import EngineName

_RIGHT, _LOOK, _FAILED = 0, 1, 2


@click.command()
@click.argument("draft", type=click.Path(path_type=str))
@click.option("--archive", required=True, type=click.Path(path_type=Path), help="The archive to hold it against.")
@click.option("--json", "as_json", is_flag=True, help="Write the report for programs, with offsets.")
@click.option("--annotations", is_flag=True, help="Write W3C Web Annotations of the draft, as JSON-LD.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "markdown", "html", "docx"]),
    help="What the draft is, where its name and its first bytes do not tell.",
)
@click.option("--published", callback=day, metavar="YYYY-MM-DD", help="The day that the draft's own dates count from.")
@engine
@click.pass_context
def check(
    ctx: click.Context,
    draft: str,
    archive: Path,
    as_json: bool,
    annotations: bool,
    kind: str | None,
    published: str | None,
    engine: EngineName,
) -> None:
    """Holds each quotation of DRAFT against an archive, and says whether it is what was said.

    DRAFT is a file of text, Markdown, HTML or docx, or - for standard input; it is never added to the archive.
    docs/quotation-check.md says what each verdict means. The exit status is 0 where all quotations are exact or
    trimmed, 1 where there is something to look at, 2 where the check could not be made.

    \b
    onrecord check draft.docx --archive news.db
    pbpaste | onrecord check - --archive news.db
    """
    from onrecord.checking import check_draft, read_draft  # with the reader's word lists; --help does without
    from onrecord.checking.annotations import annotation_page
    from onrecord.checking.drafts import format_of
    from onrecord.cli.check_view import check_view

    try:
        data, name = _bytes_of(draft)
        read = read_draft(data, name=name, format=format_of(kind))
        with current(archive, now=datetime.now(UTC)) as opened:
            report = check_draft(read, opened, published=published, engine=engine)
    except NewsError as error:
        click.echo(f"onrecord: {error}", err=True)
        ctx.exit(_FAILED)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(report) + b"\n")
    elif annotations:
        iri = "urn:onrecord:draft" if draft == "-" else Path(draft).absolute().as_uri()
        sys.stdout.buffer.write(msgspec.json.encode(annotation_page(report, draft=iri)) + b"\n")
    else:
        Terminal().show(check_view(report))
    ctx.exit(_FAILED if not report.complete else _RIGHT if report.right else _LOOK)


def _bytes_of(draft: str) -> tuple[bytes, str]:
    """What the file or standard input holds, and what to call it. Raises ReadError."""
    try:
        if draft == "-":
            return sys.stdin.buffer.read(), "standard input"
        return Path(draft).read_bytes(), draft
    except IsADirectoryError as error:
        raise ReadError(f"{draft}: a folder; name the file of one draft") from error
    except FileNotFoundError as error:
        raise ReadError(f"{draft}: No such file or directory; check the path") from error
    except OSError as error:
        raise ReadError(f"{draft}: {error.strerror or error}; check the file and the right to read it") from error
