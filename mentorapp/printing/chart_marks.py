"""The unit box of a chart on a page, and the shapes of its voices: told apart without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.pathobject import PDFPathObject

from mentorapp.domain.charts import Voice
from mentorapp.domain.geometry import Point

from . import drawings
from .lines import line_width, one_line
from .styles import INK, SECOND, SPRUCE, WIDTH, Colour, Style
from .tagging import TaggedCanvas

DASHES: dict[Voice, tuple[float, ...]] = {Voice.OTHER: (4.5, 3.0)}
_DOT, _NEWEST, _DIAMOND, _TICK, _MISSING = 3.6, 4.2, 5.0, 4.5, 2.8
_WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Paper:
    """Where the unit box lies; `x`, `y` is its lower left corner in points."""

    canvas: TaggedCanvas
    x: float
    y: float
    width: float
    height: float

    @staticmethod
    def wide(word: str, style: Style) -> float:
        return line_width(one_line(word, style, WIDTH), style.size)

    def at(self, point: Point) -> tuple[float, float]:
        return self.x + point.x * self.width, self.y + point.y * self.height

    def stroke(self, points: Sequence[Point], colour: Colour, width: float, dashes: Sequence[float] = ()) -> None:
        if len(points) < 2:
            return
        drawings.pen(self.canvas, colour, width)
        self.canvas.setDash(*dashes)
        self.canvas.drawPath(self._path(points))
        self.canvas.setDash()

    def fill(self, points: Sequence[Point], colour: Colour) -> None:
        self.canvas.ink(colour)
        self.canvas.drawPath(self._path(points), stroke=0, fill=1)

    def _path(self, points: Sequence[Point]) -> PDFPathObject:
        path = self.canvas.beginPath()
        path.moveTo(*self.at(points[0]))
        for point in points[1:]:
            path.lineTo(*self.at(point))
        return path

    def word(self, x: float, baseline: float, word: str, style: Style) -> None:
        self.canvas.text(x, baseline, one_line(word, style, WIDTH), style)


def voice(canvas: TaggedCanvas, x: float, y: float, of: Voice, newest: bool = False) -> None:
    """Filled circle (the newest hollow), hollow diamond, short tick."""
    if of is Voice.OWN:
        drawings.pen(canvas, SPRUCE, 1.9 if newest else 0.6)
        canvas.ink(_WHITE if newest else SPRUCE)
        canvas.circle(x, y, _NEWEST if newest else _DOT, stroke=1, fill=1)
    elif of is Voice.OTHER:
        drawings.pen(canvas, INK, 1.5)
        canvas.ink(_WHITE)
        path = canvas.beginPath()
        path.moveTo(x, y - _DIAMOND)
        for across, up in ((_DIAMOND, 0.0), (0.0, _DIAMOND), (-_DIAMOND, 0.0)):
            path.lineTo(x + across, y + up)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
    else:
        drawings.pen(canvas, SECOND, 1.3)
        canvas.line(x, y - _TICK, x, y + _TICK)


def missing(canvas: TaggedCanvas, x: float, y: float) -> None:
    drawings.pen(canvas, SECOND, 1.0)
    canvas.ink(_WHITE)
    canvas.circle(x, y, _MISSING, stroke=1, fill=1)
