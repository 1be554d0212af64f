"""The three dots at the end of a row: what else can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ui.theme import Theme

from .button import Button, Kind, Size

Act = tuple[str, Callable[[], object]]


class MoreButton(Button):
    """`acts` gives (words, what is done) when the menu opens."""

    def __init__(self, theme: Theme, name: str, acts: Callable[[], Sequence[Act]]) -> None:
        super().__init__(theme, "", "more", kind=Kind.QUIET, size=Size.ROW, name=name)
        self._acts = acts
        self.clicked.connect(self.open_menu)

    def menu_of_acts(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, do in self._acts():
            menu.addAction(words).triggered.connect(lambda _on=False, act=do: act())
        return menu

    def open_menu(self) -> None:
        self.menu_of_acts().popup(self.mapToGlobal(self.rect().bottomLeft()))
