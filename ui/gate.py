"""Before a store is open: which page stands in the window, and the way from what is typed to an open store."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import MentorError
from mentorapp.language.texts import Texts
from mentorapp.store.errors import StoreInUseError, WrongPassphraseError
from mentorapp.store.vault import has_keyring_slot
from ui.instance import meeting_point, raise_first
from ui.parts import Parts
from ui.preferences import PreferenceFile
from ui.screens.unlock import UnlockScreen
from ui.tasks import Tasks
from ui.theme import Theme
from ui.window import MainWindow

if TYPE_CHECKING:
    from mentorapp.store.opening import OpenStore

# Which act fits which fault; what is not named here gets "try again".
_FIND = frozenset(
    {
        "store_missing",
        "store_is_folder",
        "store_plaintext",
        "store_foreign",
        "store_empty",
        "store_too_short",
        "store_damaged",
        "store_newer",
        "store_unreadable",
        "store_unreachable",
    }
)
_SHEET = frozenset({"header_missing", "header_damaged"})


class Gate(QObject):
    """`opened` carries the OpenStore; `path_changed` says that another store was chosen."""

    opened = Signal(object)
    path_changed = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, window: MainWindow, preferences: PreferenceFile, tasks: Tasks, parts: Parts, path: Path | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._tasks, self._parts = window, preferences, tasks, parts
        self._fixed_path = path
        self._act: Callable[[], None] | None = None
        self._page: UnlockScreen | None = None
        self.note = ""

    @property
    def theme(self) -> Theme:
        return self._window.theme

    @property
    def texts(self) -> Texts:
        return Texts(self._preferences.now.language)

    def path(self) -> Path:
        return self._fixed_path or self._preferences.store_path()

    def show(self) -> None:
        """The unlock page where a store was made before, else the first run."""
        if self.path().exists() or self._preferences.now.store or self._fixed_path:
            self.show_unlock()
        else:
            self.show_first_run()

    def show_unlock(self) -> None:
        page = UnlockScreen(self.texts, self.theme, self._parts.clock.now().astimezone(), self.note)
        page.passphrase_given.connect(self._on_passphrase)
        page.keyring_wanted.connect(self._on_keyring)
        page.sheet_wanted.connect(self.show_recover)
        page.new_wanted.connect(self.show_first_run)
        page.act_wanted.connect(self._on_act)
        page.language_chosen.connect(self._on_language)
        before, self._page = self._window.page, page
        if isinstance(before, UnlockScreen):
            page.take_over(before)
        self._window.show_page(page)
        page.show_missing(not self.path().exists())
        if not self.path().exists():
            self._show_fault(page, self.texts("unlock.missing"), "unlock.find", self._find)
        page.focus_first()

    def look_closer(self) -> None:
        """After the first paint: may the computer's own key be used?"""
        if self._page is not None and has_keyring_slot(self.path()):
            self._page.offer_keyring()

    def show_first_run(self) -> None:
        raise NotImplementedError

    def show_recover(self) -> None:
        raise NotImplementedError

    def _on_passphrase(self, passphrase: str) -> None:
        path, clock = self.path(), self._parts.clock

        def open_() -> "OpenStore":
            from mentorapp.store.opening import open_store

            return open_store(path, passphrase, clock=clock)

        self._open(open_)

    def _on_keyring(self) -> None:
        path, parts = self.path(), self._parts

        def open_() -> "OpenStore":
            from mentorapp.store.errors import KeyringUnavailableError
            from mentorapp.store.opening import open_with_keyring

            secrets = parts.keyring()
            if secrets is None:
                raise KeyringUnavailableError
            return open_with_keyring(path, secrets, clock=parts.clock)

        self._open(open_)

    def _open(self, open_: "Callable[[], OpenStore]") -> None:
        page = self._page
        if page is None:
            return
        page.clear_fault()
        page.set_busy(True)
        self._tasks.run(open_, self.opened.emit, partial(self._on_refused, open_))

    def _on_refused(self, again: "Callable[[], OpenStore]", error: Exception) -> None:
        page = self._page
        if page is None:
            return
        page.set_busy(False)
        if not isinstance(error, MentorError):
            raise error
        sentence = self.texts.error(error)
        if isinstance(error, WrongPassphraseError):
            page.show_wrong(sentence)
        elif error.key in _FIND:
            self._show_fault(page, sentence, "unlock.find", self._find)
        elif error.key in _SHEET:
            self._show_fault(page, sentence, "unlock.use_sheet", self.show_recover)
        elif isinstance(error, StoreInUseError):
            self._raise_other(page, sentence)
        else:
            self._show_fault(page, sentence, "unlock.try_again", partial(self._open, again))

    def _raise_other(self, page: UnlockScreen, sentence: str) -> None:
        """Another process holds the store: its window comes forward."""
        raise_first(meeting_point(self.path()))
        self._show_fault(page, sentence, "unlock.show_other", lambda: self._raise_other(page, sentence))

    def _show_fault(self, page: UnlockScreen, sentence: str, act: str, do: Callable[[], None]) -> None:
        self._act = do
        page.show_fault(sentence, self.texts(act))

    def _on_act(self) -> None:
        if self._act is not None:
            self._act()

    def _find(self) -> None:
        kinds = f"{self.texts('unlock.files')};;{self.texts('unlock.all_files')}"
        path = self._parts.ask_open(self._window, self.texts("unlock.find_title"), kinds)
        if path is not None:
            self._fixed_path = None
            self._preferences.change(store=str(path))
            self.path_changed.emit()
            self.show_unlock()
            self.look_closer()

    def _on_language(self, language: str) -> None:
        if language != self._preferences.now.language:
            self._preferences.change(language=language)
            self.language_chosen.emit(language)
            self.show_unlock()
            self.look_closer()
