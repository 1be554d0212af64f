"""What lies outside the window: preferences, the second start, printers, the process itself."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import WorldFault
from ui.app import Program
from ui.demo import demo_path, remove_demo
from ui.instance import FirstInstance, meeting_point, raise_first
from ui.preferences import PreferenceFile
from ui.printing import Printing, cancel, send
from ui.start import main

ROOT = Path(__file__).resolve().parents[3]


class TestPreferences:
    def test_they_are_kept_and_found_again(self, tmp_path: Path) -> None:
        file = PreferenceFile(tmp_path / "p")
        file.change(language="en", text_percent=150)
        again = PreferenceFile(tmp_path / "p")
        assert (again.now.language, again.now.text_percent, again.now.theme) == ("en", 150, "system")

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"language": 7}', '{"unknown": 1}', "\x00"])
    def test_what_cannot_be_read_gives_the_shipped_values(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "preferences.json").write_text(content, encoding="utf-8")
        assert PreferenceFile(tmp_path).now.language == "sv"

    def test_they_hold_no_person(self, unlocked: Program, profile: Path) -> None:
        unlocked.close()
        kept = json.loads((profile / "preferences.json").read_text(encoding="utf-8"))
        assert set(kept) == {"language", "theme", "text_percent", "store", "window"}

    def test_the_store_lies_in_the_profile_until_another_is_chosen(self, tmp_path: Path) -> None:
        file = PreferenceFile(tmp_path)
        assert file.store_path() == tmp_path / "mentor.mentor"
        file.change(store=str(tmp_path / "annan.mentor"))
        assert file.store_path() == tmp_path / "annan.mentor"


class TestSecondStart:
    def test_it_finds_the_first_window_and_asks_it_to_come(self, qtbot: QtBot, tmp_path: Path) -> None:
        point = meeting_point(tmp_path / "a.mentor")
        first = FirstInstance(point)
        assert first.listen()
        asked: list[bool] = []
        first.asked.connect(lambda: asked.append(True))
        code = "import sys; from PySide6.QtCore import QCoreApplication as C; a = C([]);"
        code += "from ui.instance import raise_first; sys.exit(0 if raise_first(sys.argv[1]) else 1)"
        second = subprocess.Popen([sys.executable, "-c", code, point], cwd=ROOT)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.returncode == 0
        assert asked == [True]
        first.close()

    def test_nobody_there_is_nobody_found(self, tmp_path: Path) -> None:
        assert not raise_first(meeting_point(tmp_path / "ingen.mentor"))

    def test_a_socket_that_a_dead_process_left_behind_is_taken_over(self, qtbot: QtBot, tmp_path: Path) -> None:
        point = meeting_point(tmp_path / "b.mentor")
        code = "import os, sys; from PySide6.QtCore import QCoreApplication as C; a = C([]);"
        code += "from ui.instance import FirstInstance; f = FirstInstance(sys.argv[1]); f.listen(); os._exit(9)"
        subprocess.run([sys.executable, "-c", code, point], cwd=ROOT, check=False)
        assert Path(point).exists()
        assert not raise_first(point)
        first = FirstInstance(point)
        assert first.listen()
        first.close()

    def test_two_stores_have_two_meeting_points_that_name_neither(self, tmp_path: Path) -> None:
        one, two = (meeting_point(tmp_path / name) for name in ("birk.mentor", "cleo.mentor"))
        assert one != two
        assert "birk" not in one


class TestPrinting:
    @pytest.fixture
    def fake_lp(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A program of that name that notes how it was called."""
        folder = tmp_path / "bin"
        folder.mkdir()
        lp = folder / "lp"
        lp.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/called\ncat > {tmp_path}/came\n')
        lp.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
        return lp

    def test_the_pdf_goes_to_the_queue_on_standard_input_under_a_neutral_title(
        self, fake_lp: Path, tmp_path: Path
    ) -> None:
        send(b"%PDF-1.7 Farah", Printing("kontoret", copies=2, duplex=True, greyscale=True))
        assert (tmp_path / "came").read_bytes() == b"%PDF-1.7 Farah"
        called = (tmp_path / "called").read_text().split("\n")
        assert called[called.index("-t") + 1] == "Mentor"
        assert called[called.index("-d") + 1] == "kontoret"
        assert called[called.index("-n") + 1] == "2"
        assert "sides=two-sided-long-edge" in called
        assert "media=A4" in called
        assert called[-2] == "-"

    def test_the_queue_names_the_job_by_which_it_can_be_taken_out(self, fake_lp: Path, tmp_path: Path) -> None:
        assert send(b"%PDF", Printing("kontoret")) == ""
        fake_lp.write_text("#!/bin/sh\necho 'request id is kontoret-7 (1 file(s))'\n")
        assert send(b"%PDF", Printing("kontoret")) == "kontoret-7"
        other = fake_lp.with_name("cancel")
        other.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/cancelled\n')
        other.chmod(0o755)
        cancel("kontoret-7")
        assert (tmp_path / "cancelled").read_text() == "kontoret-7\n"

    def test_a_queue_that_refuses_is_said_in_words(self, fake_lp: Path) -> None:
        fake_lp.write_text("#!/bin/sh\nexit 1\n")
        with pytest.raises(WorldFault) as refused:
            send(b"%PDF", Printing("kontoret"))
        assert refused.value.key == "printer_silent"

    def test_without_a_printing_system_too(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(WorldFault):
            send(b"%PDF", Printing("kontoret"))


class TestDemo:
    def test_only_its_own_files_are_removed(self, tmp_path: Path) -> None:
        store = demo_path(tmp_path)
        for file in (store, store.with_name(store.name + ".header"), tmp_path / "eget.txt"):
            file.write_text("x")
        remove_demo(tmp_path)
        assert [file.name for file in tmp_path.iterdir()] == ["eget.txt"]
        (tmp_path / "eget.txt").unlink()
        remove_demo(tmp_path)
        assert not tmp_path.exists()


class TestCommand:
    def test_options_that_do_not_go_together_show_the_usage(self, capsys: pytest.CaptureFixture[str]) -> None:
        for wrong in (["--pictures", "x"], ["--profile"], ["--demo", "--demo"], ["--demo", "list"]):
            assert main(wrong) == 2
            assert "mentorapp" in capsys.readouterr().err

    def test_a_verb_goes_to_the_terminal(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        assert main(["check", str(tmp_path / "borta.mentor"), "--passphrase-file", "-"]) == 2

    def test_nothing_heavy_is_loaded_before_the_first_paint(self, stored: Path, profile: Path) -> None:
        code = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Program
from ui.launch import Launch
app = QApplication([])
program = Program(app, Launch(Path(sys.argv[1])))
program.window.painted.disconnect()
program.window.painted.connect(lambda: app.exit(0))
program.start()
app.exec()
heavy = {"sqlalchemy", "reportlab", "keyring", "alembic", "zxcvbn", "segno", "pikepdf", "personnummer", "cryptography",
         "sqlcipher3"}
print(sorted(heavy & set(sys.modules)))
"""
        env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
        done = subprocess.run(
            [sys.executable, "-c", code, str(profile)], cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "[]"

    def test_the_process_leaves_no_image_of_its_memory(self) -> None:
        code = """
import resource
from ui.hardening import harden
harden()
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "0"

    @pytest.mark.long
    def test_without_a_screen_the_demo_leaves_pictures_and_plans(self, tmp_path: Path) -> None:
        folder = tmp_path / "bilder"
        env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        command = [sys.executable, "-m", "ui.start", "--demo", "--pictures", str(folder)]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert str(folder) in done.stdout
        names = {file.name for file in folder.iterdir()}
        assert names == {
            "idag.png", "deltagare.png", "oversikt.png", "kartlaggning.png", "plan.png", "runt-om.png", "min-plan.pdf",
            "min-plan-lattlast.pdf", "motesunderlag.pdf",
        }  # fmt: skip
        assert all(file.stat().st_size > 5_000 for file in folder.iterdir())


def test_qts_own_words_are_in_the_language_of_the_program(
    qtbot: QtBot, start: Callable[..., Program], stored: Path
) -> None:
    program = start()
    qtbot.waitUntil(lambda: QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt")
    program.gate.page.languages["en"].click()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
