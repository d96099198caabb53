"""What was made to do harm: a clear error, in bounded time and memory, and nothing fetched or read beside it."""

import bz2
import gzip
import io
import json
import lzma
import resource
import zipfile
from pathlib import Path

import pytest
from tests.intake.packing import line, tarred, zipped

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies

LAUGHS = (
    '<?xml version="1.0"{encoding}?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><nitf><body><body.content><p>&c;</p></body.content></body></nitf>'
)


def read(data: bytes) -> list[Copy | ReadError]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = list(copies("-", stdin=io.BytesIO(data)))
    # In KiB: the peak of the process. What a trap would unpack to is far more.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600 * 1024
    return found


def error(data: bytes) -> str:
    found = read(data)
    assert isinstance(found[-1], ReadError), found[-1]
    return str(found[-1])


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress], ids=["gzip", "bzip2", "xz"])
def test_a_bomb(compress: "type[object]") -> None:
    # Members one after the other unpack to one stream of 512 MiB.
    zeros: bytes = compress(b"\0" * 2**24)  # type: ignore[call-arg,assignment]
    first: bytes = compress(line(1))  # type: ignore[call-arg,assignment]
    assert error(first + zeros * 32).endswith(
        "it unpacks to more than 200 times its size, as only a trap does; unpack it yourself if you trust it"
    )


def test_a_bomb_that_looks_like_one_text() -> None:
    assert error(gzip.compress(b"\0" * 2**24) * 32).startswith("standard input: the file has 64 MiB and an article may")


def test_a_zip_of_bombs() -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(12):
            archive.writestr(f"{number}.jsonl", line(number) + b"\0" * 2**25)
    assert "unpacks to more than 200 times its size" in error(whole.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS.format(encoding="").encode(),
        LAUGHS.format(encoding=' encoding="utf-16"').encode("utf-16"),
        b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>',
        b'<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]><nitf><body/></nitf>',
    ],
    ids=["laughs", "utf-16", "external", "parameter"],
)
def test_entities_are_refused(data: bytes) -> None:
    assert error(data).endswith("the XML declares entities, which are never resolved here; save it without them")


def test_a_dtd_is_not_fetched(tmp_path: Path) -> None:
    dtd = tmp_path / "a.dtd"
    dtd.write_text('<!ENTITY x "secret">')
    document = f'<!DOCTYPE rss SYSTEM "{dtd}"><rss><item><title>Talks</title><summary>a&x;b</summary></item></rss>'
    (copy,) = read(document.encode())
    assert isinstance(copy, Copy)
    assert copy.text == "Talks\n\na&x;b"


@pytest.mark.parametrize(
    "data",
    [
        b"<rss>" + b"<item>" * 100_000,
        b"<nitf>" + b"<p>" * 100_000 + b"x" + b"</p>" * 100_000 + b"</nitf>",
        b"<newsItem>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</newsItem>",
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"uri": "x",\n"bodies": [{"value": "' + b"<div>" * 100_000 + b'", "contentType": "text/html"}]}',
        b'{"@context": "https://schema.org", "@graph":\n' + b'[{"@graph":' * 50_000 + b"1" + b"}]" * 50_000 + b"}",
        b"<rss>" + b"<item/>" * 2_100_000 + b"</rss>",
    ],
    ids=["rss", "nitf", "g2", "json", "ninjs-html", "json-ld", "many-tags"],
)
def test_deep_and_wide(data: bytes) -> None:
    assert len(error(data)) < 400


def test_deep_mail() -> None:
    part = b"From: a@example.org\nTo: b@example.org\nSubject: x\nContent-Type: message/rfc822\n\n"
    assert all(len(str(each)) < 10_000 for each in read(part * 3000 + b"The end."))


def test_deep_archives() -> None:
    data = b"One."
    for _ in range(40):
        data = zipped({"a.zip": data})
    assert "packed more than 4 deep" in error(data)


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0" encoding="utf-8"?><rss><item><title>\xff\xfe Talks</title></item></rss>',
        b'<?xml version="1.0" encoding="x-none"?><rss><item><title>Talks</title></item></rss>',
        b'<?xml version="1.0" encoding="utf-16"?><rss><item><title>Talks</title></item></rss>',
        b'{"id": "a", "text": "\xff\xfe"}\n{"id": "b", "text": "b"}',
        b"From: a@example.org\nTo: =?utf-8?q?\xff=?=\nSubject: =?x-none?b?!!!?=\nDate: x\n\n\xff\xfe",
        b"id,text\n1,\xff\xfe\n",
        b"\x01NPA0123 4 pol 0250 x\n\x02\xff\xfe Talks\n\x03",
    ],
    ids=["xml", "unknown", "wrong", "json", "mail", "csv", "wire"],
)
def test_broken_encodings(data: bytes) -> None:
    for found in read(data):
        assert isinstance(found, Copy | ReadError)
        if isinstance(found, Copy):
            found.text.encode()


def test_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The envoys met.")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "up").symlink_to("..", target_is_directory=True)
    found = list(copies(tmp_path))
    assert isinstance(found[0], Copy)
    assert [str(each).removeprefix(f"{tmp_path}/") for each in found[1:]] == [
        "loop: Too many levels of symbolic links; check the file and the disk"
    ]


def test_a_line_without_an_end_costs_no_more_than_its_limit() -> None:
    found = read(line(1) + b'{"text": "' + b"x" * (80 * 2**20) + b'"}\n' + line(2))
    assert isinstance(found[0], Copy)
    assert "has more than 64 MiB" in str(found[1])
    assert isinstance(found[2], Copy)


def test_an_unclosed_field_of_a_table() -> None:
    assert "the row cannot be read: field larger than field limit" in error(b'id,text\n1,"' + b"x," * (40 * 2**20))


def test_a_sparse_member_of_a_tar_is_passed_over() -> None:
    data = bytearray(tarred({"a.txt": b"One."}))
    data[156:157] = b"S"
    assert [str(each) for each in read(bytes(data)) if isinstance(each, Copy)] == []


def test_a_thousand_articles_in_a_json_file() -> None:
    found = read(json.dumps([{"text": f"Article {n}."} for n in range(1000)]).encode())
    assert len(found) == 1000
