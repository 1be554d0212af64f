"""A frame as high as what is in it: what is wider than the room there is scrolls sideways, and nothing is cut off."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.theme import Theme

_LEAST = 160


class SideScroll(QScrollArea):
    """`needed()` is how wide it must be so that nothing has to scroll; only where it does, Tab stops here."""

    def __init__(self, theme: Theme, inside: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._inside = theme, inside
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def needed(self) -> int:
        return self._inside.minimumSizeHint().width()

    def heightForWidth(self, width: int) -> int:
        needed = self.needed()
        bar = self.horizontalScrollBar().sizeHint().height() if needed > width else 0
        return self._inside.heightForWidth(max(width, needed)) + bar

    def sizeHint(self) -> QSize:
        return QSize(self.needed(), self.heightForWidth(self.needed()))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.needed(), self._theme.px(_LEAST)), self._theme.px(_LEAST) // 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scrolls = self.needed() > self.width()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
