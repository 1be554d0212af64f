"""The round field that searches or filters. `SearchField(theme, placeholder, *, keys="", icon="search", pill=True)`.

Signals: `textEdited(str)`; `list_wanted` (Down: go to what was found); `left` (Esc in an empty field).
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

from .line import Line


class SearchField(Line):
    """Esc empties it first and leaves it then."""

    list_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        *,
        keys: str = "",
        icon: str = "search",
        pill: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder, icon=icon, keys=keys, pill=pill, parent=parent)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription(keys)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)
