import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.cli.conftest import Run


def test_it_serves_where_it_says_until_it_is_interrupted(archive: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", str(archive), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("Serving at http://127.0.0.1:")
    with urllib.request.urlopen(line.split()[2], timeout=30) as page:
        assert "Venn says written reply is due" in page.read().decode()
    process.send_signal(signal.SIGINT)
    _, failed = process.communicate(timeout=30)
    assert (process.returncode, failed) in ((0, ""), (130, ""))


def test_a_port_that_is_taken(onrecord: Run, archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = onrecord("serve", archive, "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"onrecord: 127.0.0.1:{port}: cannot listen there")
    assert "0 takes a free one" in done.stderr
