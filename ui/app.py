"""Builds the objects once and passes them down; the way from start to unlock page to working window, and to the end.

Nothing here may import SQLAlchemy before the first paint: the working screens come by `ui.rooms`, after unlocking.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mentorapp.domain.errors import MentorError, WorldFault
from ui.gate import Gate
from ui.hook import Hook
from ui.instance import FirstInstance, meeting_point, raise_first
from ui.kit import Kit
from ui.launch import Launch
from ui.parts import Parts
from ui.preferences import PreferenceFile
from ui.start import DEMO_FOLDER
from ui.theme import Theme, ThemeChoice
from ui.window import MainWindow, Message

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from mentorapp.store.opening import OpenStore
    from ui.clipboard import ClipboardKeeper
    from ui.stay import Stay

_BETWEEN_PIECES_MS = 3
# After these faults something that was written is perhaps not stored yet.
UNSAVED = frozenset({"disk_full", "disk_fault", "store_read_only", "store_unreachable", "draft_not_kept", "memory_low"})


class Program(QObject):
    """The running program: the window, the gate before the store, and what is open behind it."""

    def __init__(self, app: QApplication, launch: Launch, parts: Parts | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._launch = launch
        self.preferences = PreferenceFile(launch.profile)
        kept = self.preferences.now
        choice = ThemeChoice(kept.theme) if kept.theme in set(ThemeChoice) else ThemeChoice.SYSTEM
        self.theme = Theme(app, choice, kept.text_percent)
        self.hook = Hook(self)
        self.hook.raised.connect(self._on_error)
        self.window = MainWindow(self.theme)
        self.window.place(kept.window)
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self._on_closing)
        self.kit = Kit(self.window, self.preferences, self.hook.take, parts or Parts())
        self.gate = Gate(self.kit, launch.demo_folder)
        self.gate.opened.connect(self._on_opened)
        self.gate.path_changed.connect(self._listen)
        self.gate.language_chosen.connect(self._translate)
        self._stay: Stay | None = None
        self._clipboard: ClipboardKeeper | None = None
        self._instance: FirstInstance | None = None
        self._translator: QTranslator | None = None
        self._pieces: list[Callable[[], object]] = []

    @property
    def stay(self) -> "Stay":
        """What is open; made when something is to be opened."""
        if self._stay is None:
            from ui.stay import Stay

            self._stay = Stay(self.kit, self._launch)
            self._stay.begin_wanted.connect(self.gate.show_start)
            self._stay.lock_wanted.connect(self.lock)
            self._stay.idle.connect(partial(self.lock, anyway=True))
            self._stay.language_chosen.connect(self.change_language)
        return self._stay

    def start(self) -> None:
        """The window with its first page."""
        if self._launch.demo:
            self.stay.look_around()
        else:
            self.gate.show()
        self.window.show()

    def lock(self, *, anyway: bool = False) -> None:
        """Drafts kept, store closed, and a fresh process at the unlock page in place of this one."""
        texts = self.kit.texts
        try:
            self.stay.keep_drafts()
        except WorldFault as fault:
            if not anyway:
                again = partial(self.lock, anyway=True)
                self.window.tell(Message(texts.error(fault), texts("window.lock_anyway"), again))
                return
        arguments = self.stay.arguments_after_lock()
        self._close_everything(keep_demo=DEMO_FOLDER in arguments)
        if not self.kit.parts.restart(arguments):
            sys.stderr.write(texts("window.not_restarted") + "\n")
        self.kit.parts.leave()

    def close(self) -> None:
        """Keeps what is typed and closes what is open; a second call does nothing."""
        if self._stay is not None:
            with suppress(WorldFault):
                self._stay.keep_drafts()
        self._close_everything()

    def change_language(self, language: str) -> None:
        self.preferences.change(language=language)
        self._translate()
        self.stay.build_anew()

    def _on_painted(self) -> None:
        """What the first page did not need, a piece at a time: letters typed meanwhile are not held up."""
        self._pieces = [
            self.kit.parts.harden,
            self._load_scripts,
            self._translate,
            self._listen,
            self._keep_clipboard,
            self._collect,
            self.gate.look_closer,
            self._preload,
        ]
        self._do_next_piece()

    def _do_next_piece(self) -> None:
        self._pieces.pop(0)()
        if self._pieces:
            QTimer.singleShot(_BETWEEN_PIECES_MS, self, self._do_next_piece)

    def _load_scripts(self) -> None:
        from ui.theme import load_scripts

        load_scripts()

    def _keep_clipboard(self) -> None:
        from ui.clipboard import ClipboardKeeper

        self._clipboard = ClipboardKeeper(self._app.clipboard(), self)

    def _collect(self) -> None:
        """What is there now stays until the end: the collector, off until here, need not look at it again."""
        import gc

        gc.freeze()
        gc.enable()

    def _preload(self) -> None:
        from ui.preload import preload

        preload()

    def _listen(self) -> None:
        """For a second start with the same store; the sample people are nobody's, so each start has its own."""
        if self._instance is not None:
            self._instance.close()
            self._instance = None
        if not self._launch.demo:
            self._instance = FirstInstance(meeting_point(self.gate.path()), self)
            self._instance.asked.connect(self.window.come_forward)
            self.gate.other_window = not self._instance.listen()

    def _translate(self) -> None:
        """The words that Qt itself brings, such as those of its dialogs."""
        from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        language = self.preferences.now.language
        QLocale.setDefault(QLocale(QLocale.Language.Swedish if language == "sv" else QLocale.Language.English))
        self._translator = QTranslator(self)
        if self._translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(self._translator)

    def _on_opened(self, opened: "OpenStore", look_around: bool) -> None:
        self.stay.enter(opened, look_around)

    def _on_error(self, error: BaseException) -> None:
        """Whatever nobody caught. Sentences go to the strip, bugs to the report box."""
        from mentorapp.store.faults import fault_behind

        known = error if isinstance(error, MentorError) else fault_behind(error)
        if known is None:
            self._report(error)
            return
        texts = self.kit.texts
        rooms = self._stay.rooms if self._stay is not None else None
        if known.key in UNSAVED and rooms is not None:
            rooms.keeping.keep_trying()
            self.window.tell(Message(texts.error(known), texts("window.try_again"), rooms.keeping.try_again))
        else:
            self.window.tell(Message(texts.error(known), texts("window.close")))

    def _report(self, error: BaseException) -> None:
        from ui.report import report_of
        from ui.report_box import ReportBox

        report = report_of(error)
        sys.stderr.write(report + "\n")
        ReportBox(self.window, self.theme, self.kit.texts, report).open_report()

    def _on_closing(self) -> None:
        """The window is being closed: as locking, but nothing starts anew."""
        self.close()
        self.kit.parts.leave()

    def _close_everything(self, *, keep_demo: bool = False) -> None:
        with suppress(OSError):
            self.preferences.change(window=self.window.placed())
        if self._clipboard is not None:
            self._clipboard.clear()
        if self._instance is not None:
            self._instance.close()
            self._instance = None
        if self._stay is not None or self._launch.demo_folder is not None:
            self.stay.close(keep_demo=keep_demo)
        self.gate.close()
        self.kit.close()


def run(launch: Launch, parts: Parts | None = None) -> int:
    """The whole program until it ends; what comes back is the exit code."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Mentor")
    app.setDesktopFileName("mentor")
    program = Program(app, launch, parts)
    if not launch.demo and raise_first(meeting_point(program.gate.path())):
        return 0
    program.hook.install()
    program.start()
    return app.exec()
