"""*Vem sitter bredvid dig?*: nobody's name is on the screen, only aliases."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text


class Beside(QWidget):
    """`chosen(UUID)`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Text(theme, texts("meeting_mode.beside"), Role.WORDS, wrap=True))
        self._place = QWidget()
        self._place.setAccessibleName(texts("meeting_mode.beside"))
        self._flow = FlowLayout(self._place, 10, 10)
        column.addWidget(self._place)
        column.addStretch(1)
        self.buttons: dict[UUID, Button] = {}

    def show_aliases(self, aliases: Sequence[tuple[UUID, str]]) -> None:
        self.clear()
        for mentee_id, alias in aliases:
            button = Button(self._theme, alias)
            button.clicked.connect(partial(self._on_chosen, mentee_id))
            self._flow.addWidget(button)
            self.buttons[mentee_id] = button

    def clear(self) -> None:
        """When somebody is chosen nobody else's alias is left."""
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}

    def _on_chosen(self, mentee_id: UUID, _checked: bool = False) -> None:
        self.chosen.emit(mentee_id)
