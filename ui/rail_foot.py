"""In a low window the status line joins the rail's foot: what is saved and what can be undone, as icons."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.icon_view import IconView
from ui.widgets.painted import Painted


class RailFoot(Painted):
    """The words are names and tooltips."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 0, 7, 8)
        line.setSpacing(2)
        self.saved = IconView(theme, "check", tone="ok", side=16)
        self.undo = Button(theme, "", "undo", kind=Kind.QUIET, size=Size.ROW)
        self.undo.clicked.connect(self.undo_wanted)
        line.addStretch(1)
        line.addWidget(self.saved)
        line.addWidget(self.undo)
        line.addStretch(1)
        self.saved.hide()
        self.undo.hide()

    def set_saved(self, words: str) -> None:
        self.saved.setAccessibleName(words)
        self.saved.setToolTip(words)
        self.saved.show()

    def set_undo(self, words: str) -> None:
        """Empty words take the button away."""
        self.undo.setVisible(bool(words))
        self.undo.setAccessibleName(words)
        self.undo.setToolTip(words)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("rail"))
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
