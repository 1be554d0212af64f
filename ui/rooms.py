"""The working screens of an open store, built once and wired to the frame round them. Loaded after the first paint."""

from typing import TYPE_CHECKING

from mentorapp.store.opening import OpenStore
from ui.frame import Frame
from ui.screens.today import TodayScreen

if TYPE_CHECKING:
    from ui.app import Program


class Rooms:
    """What is in the window while a store is open."""

    def __init__(self, program: "Program", opened: OpenStore) -> None:
        self._program = program
        store, texts, theme = opened.store, program.texts, program.theme
        self.frame = Frame(store, texts, theme)
        self.today = TodayScreen(store, texts, theme)
        self.frame.add_screen("today", self.today)
        self.frame.assemble()
        self.frame.lock_wanted.connect(program.lock)

    def show(self) -> None:
        self._program.window.show_page(self.frame)
        self.frame.go("today")

    def keep_drafts(self) -> None:
        self.frame.keep_drafts()

    def try_again(self) -> None:
        self.keep_drafts()

    def close(self) -> None:
        self.frame.let_go()
