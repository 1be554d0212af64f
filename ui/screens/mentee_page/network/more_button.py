"""The three dots at the end of a row: what else can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size

Act = tuple[str, Callable[[], object]]


class MoreButton(Button):
    """`acts` are (words, what is done); asked for when the menu opens."""

    def __init__(
        self, theme: Theme, name: str, acts: Callable[[], Sequence[Act]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", "more", kind=Kind.QUIET, size=Size.ROW, name=name, parent=parent)
        self._acts = acts
        self.clicked.connect(self.open_menu)

    def menu_of_acts(self) -> QMenu:
        menu = QMenu(self)
        for words, do in self._acts():
            menu.addAction(words).triggered.connect(lambda _on=False, act=do: act())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open_menu(self) -> None:
        self.menu_of_acts().popup(self.mapToGlobal(self.rect().bottomLeft()))
