"""Offline for real: no network at all in reach, and under a trace no socket but those that never leave the machine."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.system

PASSPHRASE = "granit paraply mossa kanot trumpet"
MENTORAPP = [sys.executable, "-m", "ui.start"]
SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)")


@pytest.fixture
def traced(needs: Callable[..., None], tmp_path: Path) -> tuple[list[str], Path]:
    """What to put before a command, and where all its sockets are written down, those of its children too."""
    needs("strace")
    trace = tmp_path / "trace"
    return ["strace", "-f", "-qq", "-e", "trace=socket,socketpair,connect,bind,sendto", "-o", str(trace)], trace


def families(trace: Path) -> set[str]:
    return set(SOCKET.findall(trace.read_text(encoding="utf-8", errors="replace")))


def test_the_trace_sees_a_socket(without_network: list[str], traced: tuple[list[str], Path]) -> None:
    script = "import socket; socket.socket(socket.AF_INET6); socket.socket(socket.AF_UNIX)"
    subprocess.run([*without_network, *traced[0], sys.executable, "-c", script], check=True)
    assert families(traced[1]) == {"AF_INET6", "AF_UNIX"}


def test_there_is_no_network_where_we_run(without_network: list[str]) -> None:
    listed = subprocess.run([*without_network, "cat", "/proc/net/dev"], capture_output=True, text=True, check=True)
    assert [line.split(":")[0].strip() for line in listed.stdout.splitlines()[2:]] == ["lo"]
    script = "import socket; socket.create_connection(('127.0.0.1', 9))"
    tried = subprocess.run(
        [*without_network, sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "Network is unreachable" in tried.stderr


def test_the_sample_people_are_pictured_and_printed_without_a_socket(
    without_network: list[str], traced: tuple[list[str], Path], tmp_path: Path, root: Path
) -> None:
    pictures = tmp_path / "pictures"
    environment = os.environ | {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [*without_network, *traced[0], *MENTORAPP, "--demo", "--pictures", str(pictures)]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)
    assert {file.suffix for file in pictures.iterdir()} == {".png", ".pdf"}
    assert families(traced[1]) == set()


def test_the_terminal_works_without_a_socket(
    without_network: list[str], traced: tuple[list[str], Path], tmp_path: Path, root: Path
) -> None:
    asked = [
        ["demo", "prov.mentor"],
        ["check", "prov.mentor"],
        ["list", "--store", "prov.mentor"],
        ["print", "P01", "--store", "prov.mentor", "--mentee", "Birk Provare", "--for", "mentee", "--out", "plan.pdf"],
    ]
    for words in asked:
        command = [*without_network, *traced[0], *MENTORAPP, *words, "--passphrase-file", "-"]
        environment = os.environ | {"PYTHONPATH": str(root), "HOME": str(tmp_path)}
        subprocess.run(
            command, cwd=tmp_path, env=environment, input=PASSPHRASE.encode(), check=True, capture_output=True
        )
        assert families(traced[1]) == set(), words
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_the_window_needs_no_more_than_the_sockets_of_its_desktop(
    without_network: list[str], traced: tuple[list[str], Path], walk: Callable[..., object]
) -> None:
    """Screen, window manager and accessibility bus are reached by sockets that are files."""
    walk("demo", "--demo", desktop=without_network, program=traced[0])
    assert "/.X11-unix/" in traced[1].read_text(encoding="utf-8", errors="replace")
    assert families(traced[1]) == {"AF_UNIX"}


def test_choosing_and_using_a_printer_asks_the_scheduler_of_this_machine_and_nobody_else(
    needs: Callable[..., None], without_network: list[str], traced: tuple[list[str], Path], root: Path
) -> None:
    """The one exception: CUPS asks at the loopback address where the scheduler has no socket that is a file."""
    needs("lp")
    script = """
from PySide6.QtWidgets import QApplication
from mentorapp.domain.errors import WorldFault
from ui.printing import Printing, list_printers, send
app = QApplication([])
print(list_printers())
try:
    send(b"%PDF-1.7", Printing("Annan"))
except WorldFault as fault:
    print(fault.key)
"""
    environment = {key: value for key, value in os.environ.items() if key != "CUPS_SERVER"}
    environment |= {"QT_QPA_PLATFORM": "offscreen"}
    command = [*without_network, *traced[0], sys.executable, "-c", script]
    done = subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True, text=True)
    assert done.stdout.split()[-1] == "printer_silent"
    trace = traced[1].read_text(encoding="utf-8", errors="replace")
    addresses = re.findall(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"', trace)
    assert {one or other for one, other in addresses} <= {"127.0.0.1", "::1"}
    assert set(re.findall(r"port=htons\((\d+)\)", trace)) <= {"631"}
    assert families(traced[1]) <= {"AF_UNIX", "AF_INET", "AF_INET6"}
