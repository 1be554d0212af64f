"""A key drawn as a small cap (Ctrl K), beside what the key does."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import Role, Theme

from .painted import Painted, rounded, smooth

_SIDE, _EDGE, _RADIUS = 6, 1, 4


def keycap_size(theme: Theme, keys: str) -> QSize:
    metrics = theme.metrics(Role.CAPTION)
    return QSize(metrics.horizontalAdvance(keys) + 2 * _SIDE, metrics.height() + 2 * _EDGE)


def paint_keycap(
    painter: QPainter, theme: Theme, rect: QRect, keys: str, ink: QColor, edge: QColor, ground: QColor | None
) -> None:
    """Draws the cap in the middle of `rect`."""
    size = keycap_size(theme, keys)
    cap = QRect(0, 0, size.width(), size.height())
    cap.moveCenter(rect.center())
    rounded(painter, cap, _RADIUS, ground, edge)
    painter.setFont(theme.font(Role.CAPTION))
    painter.setPen(ink)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)


class KeyCap(Painted):
    """Only for the eye: what the key does has a name of its own."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.keys = keys
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return keycap_size(self.theme, self.keys)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        colour = self.theme.colour
        paint_keycap(painter, self.theme, self.rect(), self.keys, colour("ink2"), colour("line"), colour("surface"))
