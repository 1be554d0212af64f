"""The light before a recipient: filled circle, triangle, square, dashed ring or padlock, always with a word beside it.

`ConsentLight(theme, light, words)` with `Light`; `paint_light(painter, theme, rect, light)` serves delegates.
"""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.consents import Standing
from ui.theme import Role, Theme, paint_icon

from .painted import Painted, smooth
from .text import Text

_SIDE = 16


class Light(StrEnum):
    """Filled is the only filled shape, so that it stands out without colour."""

    COVERS = "covers"
    PARTLY = "partly"
    NONE = "none"
    NOT_ASKED = "not_asked"
    NEVER = "never"


_TONES = {Light.COVERS: "ok", Light.PARTLY: "amber", Light.NONE: "no", Light.NOT_ASKED: "ink2", Light.NEVER: "ink2"}


LIGHT_OF = {
    Standing.COVERS: Light.COVERS,
    Standing.ORAL: Light.PARTLY,
    Standing.ENDS_SOON: Light.PARTLY,
    Standing.NOT_THAT_DAY: Light.NONE,
    Standing.WITHDRAWN: Light.NONE,
    Standing.ENDED: Light.NONE,
    Standing.NONE: Light.NOT_ASKED,
}
"""The shape for how it stands with a recipient; the words are `mentorapp.language.consent_words`."""


def light_tone(light: Light) -> str:
    """The token of a light's colour."""
    return _TONES[light]


def paint_light(painter: QPainter, theme: Theme, rect: QRect, light: Light) -> None:
    """In the middle of `rect`, 16 px at 100 %."""
    side = theme.px(_SIDE)
    colour = theme.colour(_TONES[light])
    square = QRectF(0, 0, side, side)
    square.moveCenter(QRectF(rect).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(side / _SIDE, side / _SIDE)
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if light is Light.COVERS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0.5, 0.5, 15, 15))
        pen.setColor(theme.colour("surface"))
        painter.setPen(pen)
        painter.drawPolyline(_points((4.7, 8.3), (7.0, 10.6), (11.3, 5.8)))
    elif light is Light.PARTLY:
        painter.drawPolygon(_points((8, 1.6), (15, 14.4), (1, 14.4)))
        painter.drawPolyline(_points((8, 6.2), (8, 9.4)))
        painter.drawPoint(QPointF(8, 11.9))
    elif light is Light.NONE:
        painter.drawRoundedRect(QRectF(1.3, 1.3, 13.4, 13.4), 2, 2)
        painter.drawLine(QPointF(5.2, 5.2), QPointF(10.8, 10.8))
        painter.drawLine(QPointF(10.8, 5.2), QPointF(5.2, 10.8))
    elif light is Light.NOT_ASKED:
        pen.setDashPattern([1.7, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13))
    painter.restore()
    if light is Light.NEVER:
        paint_icon(painter, "lock", square.toRect(), colour)


def _points(*at: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in at])


class _Shape(Painted):
    def __init__(self, theme: Theme, light: Light, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.light = light

    def sizeHint(self) -> QSize:
        side = self.theme.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        paint_light(smooth(self), self.theme, self.rect(), self.light)


class ConsentLight(QWidget):
    """Shape, the recipient in bold, and the word: never the shape alone."""

    def __init__(
        self, theme: Theme, light: Light, words: str, recipient: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._shape = _Shape(theme, light)
        line.addWidget(self._shape)
        self._recipient = Text(theme, recipient, Role.SMALL, bold=True, parent=self)
        self._recipient.setVisible(bool(recipient))
        line.addWidget(self._recipient)
        self._words = Text(theme, words, Role.SMALL, tone="ink2")
        line.addWidget(self._words)
        line.addStretch(1)
        self._name()

    def set_light(self, light: Light, words: str) -> None:
        self._shape.light = light
        self._shape.update()
        self._words.setText(words)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._recipient.text()} {self._words.text()}".strip())
