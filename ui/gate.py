"""Before a store is open: which page stands in the window, and the way from what is typed to an open store."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import InputError, MentorError
from mentorapp.language.texts import Texts
from ui.instance import meeting_point, raise_first
from ui.kit import Kit
from ui.screens.unlock import UnlockScreen

if TYPE_CHECKING:
    from mentorapp.store.opening import OpenStore
    from ui.newcomer import Newcomer
    from ui.screens.recover import RecoverScreen

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
_WRONG, _IN_USE = "passphrase_wrong", "store_in_use"
_SHEET = frozenset({"header_missing", "header_damaged"})


class Gate(QObject):
    """`opened` carries the OpenStore and whether to look around first; `path_changed`: another store was chosen."""

    opened = Signal(object, bool)
    path_changed = Signal()
    language_chosen = Signal(str)

    def __init__(self, kit: Kit, demo_folder: Path | None = None) -> None:
        super().__init__(kit.window)
        self._kit = kit
        self._fixed_path = _demo_path(demo_folder) if demo_folder is not None else None
        self._act: Callable[[], None] | None = None
        self._page: UnlockScreen | None = None
        self._newcomer: Newcomer | None = None
        # Whether another window of this program stood there first; `ui.app` finds out.
        self.other_window = False

    @property
    def texts(self) -> Texts:
        return self._kit.texts

    @property
    def page(self) -> UnlockScreen:
        """The unlock page while it is shown."""
        assert self._page is not None
        return self._page

    @property
    def newcomer(self) -> "Newcomer":
        """The first run while it goes on."""
        assert self._newcomer is not None
        return self._newcomer

    def path(self) -> Path:
        return self._fixed_path or self._kit.preferences.store_path()

    def show(self) -> None:
        """The unlock page where a store was made before, else the first run."""
        if self.path().exists() or self._kit.preferences.now.store or self._fixed_path:
            self.show_unlock()
        else:
            self.show_first_run()

    def show_unlock(self) -> None:
        page = UnlockScreen(
            self.texts, self._kit.theme, self._kit.parts.hour(), _demo_words(self.texts) if self._fixed_path else ""
        )
        page.passphrase_given.connect(self._on_passphrase)
        page.keyring_wanted.connect(self._on_keyring)
        page.sheet_wanted.connect(self.show_recover)
        page.new_wanted.connect(self.show_first_run)
        page.act_wanted.connect(self._on_act)
        page.language_chosen.connect(self._on_language)
        before, self._page = self._kit.window.page, page
        if isinstance(before, UnlockScreen):
            page.take_over(before)
        self._kit.window.show_page(page)
        page.show_missing(not self.path().exists())
        if not self.path().exists():
            self._show_fault(page, self.texts("unlock.missing"), "unlock.find", self._find)
        page.focus_first()

    def look_closer(self) -> None:
        """After the first paint: may the computer's own key be used?"""

        def looked(allowed: bool) -> None:
            if allowed and self._page is not None:
                self._page.offer_keyring()

        if self._page is not None:
            self._kit.tasks.run(partial(_may_use_keyring, self.path()), looked)

    def show_first_run(self) -> None:
        self._page = None
        self._newcomer = self._make_newcomer()
        self._newcomer.show()

    def show_start(self, opened: "OpenStore") -> None:
        """An open store without any programme: the last step of the first run was never taken."""
        self._page = None
        self._newcomer = self._make_newcomer()
        self._newcomer.show_start_for(opened)

    def show_recover(self) -> None:
        from ui.screens.recover import RecoverScreen

        self._page = None
        page = RecoverScreen(self.texts, self._kit.theme)
        page.left.connect(self._back_to_unlock)
        page.sheet_given.connect(partial(self._on_sheet, page))
        self._kit.window.show_page(page)
        page.focus_first()

    def close(self) -> None:
        if self._newcomer is not None:
            self._newcomer.close()

    def _make_newcomer(self) -> "Newcomer":
        from ui.newcomer import Newcomer

        newcomer = Newcomer(self._kit, self.path())
        newcomer.finished.connect(self.opened)
        newcomer.language_chosen.connect(self.language_chosen)
        newcomer.left.connect(self._on_left)
        return newcomer

    def _on_left(self) -> None:
        """Esc in the first step: back to the unlock page where one came from, else nothing."""
        if self._kit.preferences.now.store or self._fixed_path:
            self._back_to_unlock()

    def _back_to_unlock(self) -> None:
        self.show_unlock()
        self.look_closer()

    def _on_sheet(self, page: "RecoverScreen", sheet: str, passphrase: str) -> None:
        path, parts = self.path(), self._kit.parts

        def open_() -> "OpenStore":
            from mentorapp.store.opening import recover_store

            return recover_store(path, sheet, passphrase, clock=parts.clock, cost=parts.cost)

        def refused(error: Exception) -> None:
            page.set_busy(False)
            if not isinstance(error, InputError):
                raise error
            page.show_refused(self.texts.error(error))

        page.set_busy(True)
        self._kit.tasks.run(open_, partial(_enter, self), refused)

    def _on_passphrase(self, passphrase: str) -> None:
        path, clock = self.path(), self._kit.parts.clock

        def open_() -> "OpenStore":
            from mentorapp.store.opening import open_store

            return open_store(path, passphrase, clock=clock)

        self._open(open_)

    def _on_keyring(self) -> None:
        path, parts = self.path(), self._kit.parts

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
        self._kit.tasks.run(open_, partial(_enter, self), partial(self._on_refused, open_))

    def _on_refused(self, again: "Callable[[], OpenStore]", error: Exception) -> None:
        page = self._page
        if page is None:
            return
        page.set_busy(False)
        if not isinstance(error, MentorError):
            raise error
        sentence = self.texts.error(error)
        if error.key == _WRONG:
            page.show_wrong(sentence)
        elif error.key in _FIND:
            self._show_fault(page, sentence, "unlock.find", self._find)
        elif error.key in _SHEET:
            self._show_fault(page, sentence, "unlock.use_sheet", self.show_recover)
        elif error.key == _IN_USE and self.other_window:
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
        path = self._kit.parts.ask_open(self._kit.window, self.texts("unlock.find_title"), kinds)
        if path is not None:
            self._fixed_path = None
            self._kit.preferences.change(store=str(path))
            self.path_changed.emit()
            self._back_to_unlock()

    def _on_language(self, language: str) -> None:
        if language != self._kit.preferences.now.language:
            self._kit.preferences.change(language=language)
            self.language_chosen.emit(language)
            self._back_to_unlock()


def _enter(gate: Gate, opened: "OpenStore") -> None:
    gate.opened.emit(opened, False)


def _demo_path(folder: Path) -> Path:
    from ui.demo import demo_path

    return demo_path(folder)


def _may_use_keyring(path: Path) -> bool:
    from mentorapp.store.vault import has_keyring_slot

    return has_keyring_slot(path)


def _demo_words(texts: Texts) -> str:
    """After a lock among the sample people the page tells how to come back to them."""
    from ui.demo import PASSPHRASE

    return texts("window.demo_passphrase", passphrase=PASSPHRASE)
