"""The list of pages: one Tab stop, the arrows choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.rail import Place, RailButton


class PageList(QWidget):
    """`chosen` carries the key of the page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, places: tuple[Place, ...]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        self.buttons: dict[str, RailButton] = {}
        for place in places:
            button = RailButton(theme, place, quiet=False)
            button.clicked.connect(lambda _checked=False, key=place.key: self.chosen.emit(key))
            column.addWidget(button)
            self.buttons[place.key] = button

    def set_current(self, key: str) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self.buttons)
        at = next((place for place, key in enumerate(keys) if self.buttons[key].hasFocus()), None)
        if not way or at is None:
            super().keyPressEvent(event)
            return
        key = keys[(at + way) % len(keys)]
        self.chosen.emit(key)
        self.buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
