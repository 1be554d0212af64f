"""A light that is lit and put out by a click or Space: filled with a tick, or a dashed ring.

`LightToggle(theme, name)`; signals of QCheckBox (`clicked`, `toggled`).
"""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import Theme

from .consent_light import Light, paint_light
from .painted import rounded, smooth
from .reader_press import ReaderPress

_TARGET = 34


class LightToggle(ReaderPress, QCheckBox):
    """`name` is the whole of what it says: *Instruktioner med bild: på plats*. The target is large enough for both."""

    ring_radius = 8.0

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.press_for_reader()

    def sizeHint(self) -> QSize:
        side = max(_TARGET, self.theme.px(_TARGET))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        if self.underMouse():
            rounded(painter, self.rect(), self.ring_radius, self.theme.colour("sunk"))
        paint_light(painter, self.theme, self.rect(), Light.COVERS if self.isChecked() else Light.NOT_ASKED)
