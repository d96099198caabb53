"""The words of a Markdown text, each with its place in it, without emphasis, addresses and marks of lists.

Not a full parser: a draft is read for its words, so that what CommonMark (0.31) would draw otherwise matters only where
it changes them. Code is kept as it is, and a block of it holds no quotations.
"""

import re
from html import unescape
from typing import Final

from onrecord.checking.plain import Draft, Writer
from onrecord.intake.clean import clean

_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_QUOTED: Final = re.compile(r" {0,3}> ?")
# What a line may begin with: a heading, an item, a reference that is defined, a rule, the underline of a heading.
_LEAD: Final = re.compile(r" {0,3}(?:#{1,6}(?:\s+|$)|[-+*]\s+|\d{1,9}[.)]\s+)")
_DROPPED: Final = re.compile(r" {0,3}(?:\[[^\]\n]{1,200}\]:\s.*|=+\s*|(?:[-*_]\s*){3,}|<!--.*-->\s*)$")
_INLINE: Final = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | !?\[(?P<linked>[^\[\]\n]{0,500})\]
      \([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s+["'][^"'\n]{0,300}["'])?\)
    | \[\^[^\]\s]{1,50}\]                                          # a footnote
    | <(?P<address>https?://[^<>\s]{1,2000})>
    | </?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,1000})?/?>         # HTML within the line
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<stars>\*{1,3}|~~)
    | (?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])              # not in snake_case
    """,
    re.VERBOSE,
)


def read_markdown(text: str) -> Draft:
    """The draft of a Markdown text; paragraphs behind ">" are quotations that are set apart."""
    writer, at, fenced, quoting = Writer(), 0, False, False
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\r\n")
        begin = at
        at += len(line)
        if _FENCE.match(body):
            fenced = not fenced
            writer.paragraph()
            continue
        if fenced:
            continue
        quoted = _QUOTED.match(body)
        if quoting and not quoted and not body.strip():
            writer.close_block()
            quoting = False
        if quoted:
            if not quoting:
                writer.open_block()
                quoting = True
            begin, body = begin + quoted.end(), body[quoted.end() :]
        _write_line(writer, body, begin)
    return writer.draft("markdown")


def _write_line(writer: Writer, body: str, at: int) -> None:
    if not body.strip():
        writer.paragraph()
        return
    if _DROPPED.match(body):
        return
    lead = _LEAD.match(body)
    if lead:
        writer.paragraph()
        at, body = at + lead.end(), body[lead.end() :]
    elif writer.length and not writer.tail[-1].isspace():
        writer.made(" ", at)
    _write_inline(writer, body.rstrip(), at)
    if lead and lead[0].lstrip().startswith("#"):
        writer.paragraph()


def _write_inline(writer: Writer, body: str, at: int) -> None:
    last = 0
    for match in _INLINE.finditer(body):
        if match["stars"] and _is_alone(body, match):
            continue
        writer.copied(clean(body[last : match.start()]), at + last)
        last = match.end()
        for name in ("escaped", "address"):
            if match[name]:
                writer.copied(match[name], at + match.start(name))
        if match["linked"]:
            _write_inline(writer, match["linked"], at + match.start("linked"))
        if match["entity"]:
            writer.made(clean(unescape(match["entity"])), at + match.start(), len(match["entity"]))
    writer.copied(clean(body[last:]), at + last)


def _is_alone(body: str, match: re.Match[str]) -> bool:
    """Whether blanks stand on both sides: a star that is meant."""
    before, after = body[max(0, match.start() - 1) : match.start()], body[match.end() : match.end() + 1]
    return (not before or before.isspace()) and (not after or after.isspace())
