"""The program itself, with a folder of its own and a passphrase that costs as little as may be."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.calendar import Clock
from mentorapp.store.keys import FLOOR, KdfCost
from mentorapp.store.ladders import get_ladder
from mentorapp.store.opening import create_store
from mentorapp.store.programmes import add_programme
from mentorapp.store.slots import SlotSecrets
from ui.app import Program
from ui.launch import Launch
from ui.parts import Parts
from ui.printing import Printing

PASSPHRASE = "grind sol mossa"


class HandClock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 25, 10, 58, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.astimezone().date()

    def turn(self, **by: float) -> None:
        self.at += timedelta(**by)


class TestParts(Parts):
    """No dialog opens, nothing is restarted, the process stays as it is; what was asked for is noted."""

    __test__ = False
    cost: KdfCost | None = FLOOR

    def __init__(self) -> None:
        self.hand = HandClock()
        self.restarted: list[tuple[str, ...]] = []
        self.left = False
        self.chosen: Path | None = None
        self.printing: Printing | None = None
        self.sent: list[bytes] = []
        self.job = ""
        self.cancelled: list[str] = []
        self.secrets: SlotSecrets | None = None

    @property
    def clock(self) -> Clock:
        return self.hand

    @property
    def arguments(self) -> tuple[str, ...]:
        return ("--profile", "somewhere")

    def hour(self) -> int:
        return 8

    def harden(self) -> None:
        pass

    def leave(self) -> None:
        self.left = True

    def restart(self, arguments: Sequence[str]) -> bool:
        self.restarted.append(tuple(arguments))
        return True

    def keyring(self) -> SlotSecrets | None:
        return self.secrets

    def ask_open(self, window: QWidget, title: str, kinds: str) -> Path | None:
        return self.chosen

    def ask_save(self, window: QWidget, name: str, kinds: str) -> Path | None:
        return self.chosen

    def ask_printer(self, window: QWidget) -> Printing | None:
        return self.printing

    def send(self, pdf: bytes, printing: Printing) -> str:
        self.sent.append(pdf)
        return self.job

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)


@pytest.fixture
def parts() -> TestParts:
    return TestParts()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture(scope="session")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with a programme and nobody in it, made once: deriving its keys costs the most."""
    folder = tmp_path_factory.mktemp("sealed")
    opened = create_store(folder / "mentor.mentor", PASSPHRASE, cost=FLOOR)
    with opened.store.write("programme_added") as session:
        add_programme(session, "Level Up", get_ladder("level_up"))
    opened.close()
    return folder


@pytest.fixture
def stored(profile: Path, sealed: Path) -> Path:
    """A copy of it where the program looks for it."""
    shutil.copytree(sealed, profile)
    return profile / "mentor.mentor"


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, profile: Path, parts: TestParts) -> Iterator[Callable[..., Program]]:
    """Starts the program; at the end everything that is open is closed."""
    started: list[Program] = []

    def start_program(**launch: object) -> Program:
        program = Program(qapp, Launch(profile, **launch), parts)  # type: ignore[arg-type]
        started.append(program)
        program.window.setWindowState(Qt.WindowState.WindowNoState)
        program.window.resize(1366, 768)
        program.start()
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        qtbot.waitUntil(lambda: program.window.isActiveWindow())
        return program

    yield start_program
    for program in started:
        program.close()
        program.window.hide()
        program.window.deleteLater()
        program.deleteLater()
    qapp.processEvents()


@pytest.fixture
def unlocked(qtbot: QtBot, start: Callable[..., Program], stored: Path) -> Program:
    """The program with the store open, on Idag."""
    program = start()
    program.gate.page.field.line.setText(PASSPHRASE)
    QTest.keyClick(program.gate.page.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=20_000)
    return program


@pytest.fixture
def keys() -> Callable[..., None]:
    """Presses keys where the focus is."""

    def press(*pressed: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in pressed:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key, modifier)

    return press


@pytest.fixture
def tab_to(keys: Callable[..., None]) -> Callable[[QWidget], None]:
    """Presses Tab until the focus is on `target`."""

    def go(target: QWidget) -> None:
        for _ in range(60):
            if QApplication.focusWidget() is target:
                return
            keys(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {target.accessibleName()}")

    return go
