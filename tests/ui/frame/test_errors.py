"""Whatever nobody caught: sentences on the strip, bugs in the report box, and nobody's data anywhere."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import InputError, MentorError, WorldFault
from mentorapp.language.texts import Texts
from ui.app import Program
from ui.hook import Hook
from ui.report import report_of
from ui.report_box import ReportBox
from ui.tasks import Tasks

SECRET = "Farah Sagolik 20010203-2384"


def failing(name: str) -> None:
    try:
        dict[str, int]()[name]
    except KeyError as error:
        raise ValueError(f"no {name}") from error


def caught() -> BaseException:
    try:
        failing(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_kinds_and_places_and_never_a_value() -> None:
    report = report_of(caught())
    assert "ValueError" in report
    assert "KeyError" in report
    assert "failing" in report
    assert "test_errors.py:" in report
    for word in SECRET.split():
        assert word not in report
    assert str(Path.home()) not in report
    assert str(Path.cwd()) not in report


def test_a_bug_gives_a_report_to_copy_and_the_window_goes_on(
    start: Callable[..., Program], capsys: pytest.CaptureFixture[str]
) -> None:
    program = start()
    program.hook.take(caught())
    box = program.window.findChild(ReportBox)
    assert box is not None
    assert box.isVisible()
    assert box.accessibleName() == "Något gick fel i programmet. Det du skrivit är sparat."
    box.copy.click()
    assert QApplication.clipboard().text() == box.report
    for word in SECRET.split():
        assert word not in box.report
        assert word not in capsys.readouterr().err
    box.shut.click()
    assert not box.isVisible()


def test_what_the_user_can_put_right_is_a_sentence(start: Callable[..., Program]) -> None:
    program = start()
    program.hook.take(MentorError("store_exists"))
    assert program.window.strip.sentence() == Texts("sv")("errors.store_exists")
    assert program.window.strip.button.text() == "Stäng"
    program.window.strip.button.click()
    assert program.window.strip.isHidden()


def test_a_fault_of_the_world_offers_to_try_again(unlocked: Program) -> None:
    unlocked.hook.take(OSError(28, "No space left on device"))
    strip = unlocked.window.strip
    assert strip.sentence().startswith("Disken är full.")
    assert unlocked.stay.rooms is not None
    assert unlocked.stay.rooms.frame.status.text_of("saved") == "Inte sparat – försöker igen"
    strip.button.click()
    assert strip.isHidden()
    assert unlocked.stay.rooms.frame.status.text_of("saved").startswith("Sparat ")
    assert unlocked.stay.rooms.frame.status.text_of("done") == "Nu är allt sparat."


def test_a_printer_that_is_silent_has_nothing_to_do_with_saving(unlocked: Program) -> None:
    unlocked.hook.take(WorldFault("printer_silent"))
    assert unlocked.window.strip.sentence() == "Skrivaren svarar inte. Papperen ligger kvar här."
    assert unlocked.window.strip.button.text() == "Stäng"


def test_an_error_in_the_worker_reaches_the_window(qtbot: QtBot, start: Callable[..., Program]) -> None:
    program = start()

    def fail() -> None:
        raise WorldFault("disk_fault")

    program.kit.tasks.run(fail, lambda _none: None)
    qtbot.waitUntil(lambda: not program.window.strip.isHidden())
    assert program.window.strip.sentence() == Texts("sv")("errors.disk_fault")


def test_the_hook_takes_what_python_would_print_and_gives_it_back(qtbot: QtBot) -> None:
    before = sys.excepthook
    hook = Hook()
    raised: list[BaseException] = []
    hook.raised.connect(raised.append)
    hook.install()
    try:
        error = ValueError("x")
        sys.excepthook(ValueError, error, None)
        assert raised == [error]
        with pytest.raises(SystemExit):
            sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        hook.remove()
        sys.excepthook = before


class TestTasks:
    def test_a_value_comes_back_in_the_windows_thread(self, qtbot: QtBot) -> None:
        import threading

        tasks = Tasks(lambda _error: None)
        done: list[tuple[int, bool]] = []
        main = threading.current_thread()
        tasks.run(lambda: 7, lambda value: done.append((value, threading.current_thread() is main)))
        assert tasks.busy
        qtbot.waitUntil(lambda: done == [(7, True)])
        assert not tasks.busy
        tasks.close()

    def test_an_error_goes_to_whoever_asked_or_to_the_net(self, qtbot: QtBot) -> None:
        net: list[BaseException] = []
        own: list[BaseException] = []
        tasks = Tasks(net.append)

        def fail() -> None:
            raise InputError("field", "passphrase_empty")

        tasks.run(fail, lambda _none: None, own.append)
        tasks.run(fail, lambda _none: None)
        qtbot.waitUntil(lambda: len(own) == 1 and len(net) == 1)
        tasks.close()

    def test_nobody_hears_of_a_cancelled_task(self, qtbot: QtBot) -> None:
        heard: list[object] = []
        tasks = Tasks(heard.append)
        tasks.run(lambda: 1, heard.append).cancel()
        last: list[int] = []
        tasks.run(lambda: 2, last.append)
        qtbot.waitUntil(lambda: last == [2])
        assert heard == []
        tasks.close()
