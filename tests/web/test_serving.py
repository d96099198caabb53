import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from onrecord.archive import Archive
from onrecord.errors import NewsError, StoreError
from onrecord.web import serve
from tests.web.conftest import SERVER, brief


def never(address: str) -> None:
    pytest.fail(f"it listens at {address}")


def test_an_archive_that_is_not_there_is_told_before_anything_listens(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.db"):
        serve(tmp_path / "none.db", port=0, ready=never)


def test_a_file_that_is_no_archive_is_told_before_anything_listens(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Minutes of the meeting\n" * 99)
    with pytest.raises(StoreError, match=r"notes\.db"):
        serve(tmp_path / "notes.db", port=0, ready=never)


def test_a_port_that_is_taken(archive_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(NewsError, match=rf"127\.0\.0\.1:{port}: cannot listen .* choose another port"):
            serve(archive_path, port=port, ready=never)


@pytest.mark.parametrize("host", ["no such host.invalid", "192.0.2.1"])
def test_an_address_that_is_not_ours(archive_path: Path, host: str) -> None:
    with pytest.raises(NewsError, match=host):
        serve(archive_path, host=host, port=0, ready=never)


def page_of(address: str) -> tuple[int, str]:
    try:
        answer = urlopen(address, timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read().decode()


def test_a_name_from_elsewhere_gets_nothing(archive_path: Path) -> None:
    command = [sys.executable, "-c", SERVER, str(archive_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        statuses = []
        for host in ("localhost", "elsewhere.invalid"):
            try:
                answer = urlopen(Request(address, headers={"Host": host}), timeout=10)
            except HTTPError as error:
                answer = error
            with answer:
                statuses.append(answer.status)
        process.send_signal(signal.SIGINT)
    assert statuses == [200, 400]


def test_the_archive_may_grow_and_go_while_it_is_served(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Archive.open(path, create=True) as archive:
        archive.add(brief("one", "First story"))
    command = [sys.executable, "-c", SERVER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert "First story" in page_of(address)[1]
        with Archive.open(path) as archive:
            archive.add(brief("two", "Second story"))
        assert "Second story" in page_of(address)[1]
        for file in tmp_path.iterdir():
            file.unlink()
        status, page = page_of(address)
        assert (status, "The archive cannot be read" in page) == (503, True)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (0, "")
