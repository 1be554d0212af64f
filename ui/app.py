"""Builds the objects once and passes them down; the way from start to unlock page to working window, and to the end.

Nothing here may import SQLAlchemy before the first paint: the working screens come by `ui.rooms`, after unlocking.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from mentorapp.domain.errors import MentorError, WorldFault
from mentorapp.language.texts import Texts
from ui.clipboard import ClipboardKeeper
from ui.gate import Gate
from ui.hook import Hook
from ui.instance import FirstInstance, meeting_point, raise_first
from ui.parts import Parts
from ui.preferences import PreferenceFile
from ui.report import report_of
from ui.tasks import Tasks
from ui.theme import Theme, ThemeChoice, load_scripts
from ui.window import MainWindow, Message

if TYPE_CHECKING:
    from mentorapp.store.opening import OpenStore
    from ui.rooms import Rooms


@dataclass(frozen=True, slots=True)
class Launch:
    """How the program was asked to start: `profile` is a folder for preferences and store in place of the usual ones.

    `demo` opens the sample people unlocked; `demo_folder` opens the unlock page of sample people made before.
    """

    profile: Path | None = None
    demo: bool = False
    demo_folder: Path | None = None


class Program(QObject):
    """The running program: one window, and at most one open store."""

    def __init__(self, app: QApplication, launch: Launch, parts: Parts | None = None) -> None:
        super().__init__(app)
        self.app = app
        self.parts = parts or Parts()
        self.preferences = PreferenceFile(launch.profile)
        kept = self.preferences.now
        choice = ThemeChoice(kept.theme) if kept.theme in set(ThemeChoice) else ThemeChoice.SYSTEM
        self.theme = Theme(app, choice, kept.text_percent)
        self.hook = Hook(self)
        self.hook.raised.connect(self._on_error)
        self.tasks = Tasks(self.hook.take, self)
        self.window = MainWindow(self.theme)
        self.window.place(kept.window)
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self._on_closing)
        self.gate = Gate(self.window, self.preferences, self.tasks, self.parts)
        self.gate.opened.connect(self._on_opened)
        self.gate.path_changed.connect(self._listen)
        self.gate.language_chosen.connect(self._on_language)
        self.opened: OpenStore | None = None
        self.rooms: Rooms | None = None
        self.clipboard = ClipboardKeeper(app.clipboard(), self)
        self._instance: FirstInstance | None = None
        self._translator: QTranslator | None = None

    @property
    def texts(self) -> Texts:
        return Texts(self.preferences.now.language)

    def start(self) -> None:
        """The window with its first page."""
        self.gate.show()
        self.window.show()

    def lock(self, *, anyway: bool = False) -> None:
        """Drafts kept, store closed, and a fresh process at the unlock page in place of this one."""
        if self.rooms is None:
            return
        try:
            self.rooms.keep_drafts()
        except WorldFault as fault:
            if not anyway:
                act = self.texts("window.lock_anyway")
                self.window.tell(Message(self.texts.error(fault), act, partial(self.lock, anyway=True)))
                return
        self._close_everything()
        if not self.parts.restart(self.parts.arguments):
            sys.stderr.write(self.texts("window.not_restarted") + "\n")
        self.app.exit(0)

    def _on_painted(self) -> None:
        from ui.hardening import harden
        from ui.preload import preload

        harden()
        preload()
        load_scripts()
        self._translate()
        self._listen()
        self.gate.look_closer()

    def _listen(self) -> None:
        if self._instance is not None:
            self._instance.close()
        self._instance = FirstInstance(meeting_point(self.gate.path()), self)
        self._instance.asked.connect(self.window.come_forward)
        self._instance.listen()

    def _translate(self) -> None:
        """The words that Qt itself brings, such as those of its dialogs."""
        if self._translator is not None:
            self.app.removeTranslator(self._translator)
        language = self.preferences.now.language
        QLocale.setDefault(QLocale(QLocale.Language.Swedish if language == "sv" else QLocale.Language.English))
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            self.app.installTranslator(translator)
        self._translator = translator

    def _on_language(self, _language: str) -> None:
        self._translate()

    def _on_opened(self, opened: "OpenStore") -> None:
        from ui.rooms import Rooms

        self.opened = opened
        self.window.untell()
        self.rooms = Rooms(self, opened)
        self.rooms.show()

    def _on_error(self, error: BaseException) -> None:
        """Whatever nobody caught. Sentences go to the strip, bugs to the report box."""
        from mentorapp.store.faults import fault_behind

        known = error if isinstance(error, MentorError) else fault_behind(error)
        if known is None:
            from ui.report_box import ReportBox

            report = report_of(error)
            sys.stderr.write(report + "\n")
            ReportBox(self.window, self.theme, self.texts, report).open_report()
            return
        texts = self.texts
        if isinstance(known, WorldFault) and self.rooms is not None:
            self.window.tell(Message(texts.error(known), texts("window.try_again"), self.rooms.try_again))
        else:
            self.window.tell(Message(texts.error(known), texts("window.close")))

    def _on_closing(self) -> None:
        """The window is being closed: the same as locking, but nothing starts anew."""
        if self.rooms is not None:
            with suppress(WorldFault):
                self.rooms.keep_drafts()
        self._close_everything()
        self.app.quit()

    def _close_everything(self) -> None:
        with suppress(OSError):
            self.preferences.change(window=self.window.placed())
        self.clipboard.clear()
        if self._instance is not None:
            self._instance.close()
        if self.rooms is not None:
            self.rooms.close()
            self.rooms = None
        if self.opened is not None:
            self.opened.close()
            self.opened = None
        self.tasks.close()


def run(launch: Launch, parts: Parts | None = None) -> int:
    """The whole program until it ends; what comes back is the exit code."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Mentor")
    app.setDesktopFileName("mentor")
    program = Program(app, launch, parts)
    if raise_first(meeting_point(program.gate.path())):
        return 0
    program.hook.install()
    program.start()
    return app.exec()
