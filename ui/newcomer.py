"""The first run as it happens: a key is made in memory, proved on paper, and only then stored."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import InputError
from ui.kit import Kit
from ui.screens.first_run.screen import FirstRunScreen
from ui.theme import ThemeChoice

if TYPE_CHECKING:
    from mentorapp.store.keys import KdfCost, RootSecret
    from mentorapp.store.opening import OpenStore
    from ui.screens.first_run.start_step import StartChoice


class Newcomer(QObject):
    """`finished` carries the OpenStore and whether to look around first; `left` says that nothing came of it."""

    finished = Signal(object, bool)
    language_chosen = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, path: Path) -> None:
        super().__init__(kit.window)
        self._kit = kit
        self._path = path
        self._passphrase = ""
        self._root: RootSecret | None = None
        self._cost: KdfCost | None = kit.parts.cost
        self._opened: OpenStore | None = None
        self.page = self._make_page()

    def show(self) -> None:
        self._kit.window.show_page(self.page)
        self.page.focus_first()

    def show_start_for(self, opened: "OpenStore") -> None:
        """A store without any programme: the last step is still to be taken."""
        from mentorapp.store.ladders import list_ladders

        self._opened = opened
        self.page.show_start(list_ladders())
        self.show()

    def close(self) -> None:
        """The window is closed before the last step: what was made so far is kept, and asked about the next time."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _make_page(self) -> FirstRunScreen:
        page = FirstRunScreen(self._kit.texts, self._kit.theme)
        page.language_chosen.connect(self._on_language)
        page.theme_chosen.connect(self._on_theme)
        page.text_size_chosen.connect(self._on_text_size)
        page.passphrase_chosen.connect(self._on_passphrase)
        page.sheet_proved.connect(partial(self._store, True))
        page.sheet_skipped.connect(partial(self._store, False))
        page.start_chosen.connect(self._on_start)
        page.left.connect(self.left)
        return page

    def _on_language(self, language: str) -> None:
        if language != self._kit.preferences.now.language:
            self._kit.preferences.change(language=language)
            self.language_chosen.emit(language)
            self.page = self._make_page()
            self.show()

    def _on_theme(self, choice: str) -> None:
        self._kit.preferences.change(theme=choice)
        self._kit.theme.choose(ThemeChoice(choice))

    def _on_text_size(self, percent: int) -> None:
        self._kit.preferences.change(text_percent=percent)
        self._kit.theme.set_text_percent(percent)

    def _on_passphrase(self, passphrase: str) -> None:
        from mentorapp.store.keys import calibrate, new_root
        from mentorapp.store.recovery import group_matches
        from ui.recovery_paper import RecoveryPaper

        self._passphrase = passphrase
        self._root = self._root or new_root()
        if self._cost is None:
            self._kit.tasks.run(calibrate, self._on_calibrated)
        step = self.page.show_sheet(partial(group_matches, self._root))
        paper = RecoveryPaper(self._kit, self._root, self._path.name)
        paper.serve(step.proof)

    def _on_calibrated(self, cost: "KdfCost") -> None:
        self._cost = cost

    def _store(self, proved: bool) -> None:
        path, passphrase, root = self._path, self._passphrase, self._root
        clock, preferences = self._kit.parts.clock, self._kit.preferences

        def make() -> "OpenStore":
            from mentorapp.store.opening import create_store
            from mentorapp.store.settings import change_setting

            if path == preferences.store_path():
                preferences.prepare_store_folder()
            opened = create_store(path, passphrase, clock=clock, cost=self._cost, root=root)
            if proved:
                with opened.store.write("sheet_proved") as session:
                    change_setting(session, "recovery_sheet_proved", True)
            return opened

        self.page.set_busy(True)
        self._kit.tasks.run(make, self._on_stored, self._on_refused)

    def _on_stored(self, opened: "OpenStore") -> None:
        from mentorapp.store.ladders import list_ladders

        self._opened = opened
        self._passphrase, self._root = "", None
        self._kit.preferences.change(store=str(self._path))
        self.page.show_start(list_ladders())

    def _on_refused(self, error: Exception) -> None:
        self.page.set_busy(False)
        raise error

    def _on_start(self, choice: "StartChoice") -> None:
        from mentorapp.store.ladders import get_ladder
        from mentorapp.store.opening import begun_anew
        from mentorapp.store.programmes import add_programme

        opened = self._opened
        if opened is None or self.page.start is None:
            return
        if not choice.sample:
            try:
                with opened.store.write("programme_added") as session:
                    add_programme(session, choice.programme, get_ladder(choice.ladder))
            except InputError as error:
                self.page.start.programme.set_fault(self.page.texts.error(error))
                self.page.start.programme.line.setFocus()
                return
        self._opened = None
        self.finished.emit(begun_anew(opened), choice.sample)
