"""Where the rows of two voices stand at a width, and how they are drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from mentorapp.domain.charts import Voice
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows, place_of
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .chart_painting import chart_pen, paint_missing, paint_voice

VOICES = (Voice.OWN, Voice.OTHER, Voice.EARLIER)
_ROW, _NARROW_ROW, _NARROW, _GAP, _EDGE, _AIR = 40, 30, 430, 20, 9, 12
_NAMES_MOST, _ENDS_MOST = 0.34, 0.2
_END_TICK = 5
_APART = 3.0


def marks_of(row: VoiceRow) -> tuple[float | None, float | None, float | None]:
    """Own, other, earlier: where on the line, 0 to 1."""
    own, other, earlier = (None if mark is None else place_of(mark) for mark in (row.own, row.other, row.earlier))
    return own, other, earlier


class VoicePlaces:
    """Rows at a width. Where it is narrow, or a question is long, it stands above its line."""

    def __init__(self, theme: Theme, rows: VoiceRows, width: int) -> None:
        metrics = theme.metrics(Role.BODY)
        widest = max((metrics.horizontalAdvance(row.name) for row in rows.rows), default=0)
        self.width = width
        self.narrow = width < theme.px(_NARROW) or widest + 2 > int(width * _NAMES_MOST)
        self._count = len(rows.rows)
        self.name_high = metrics.height() if self.narrow else 0
        self._line_high = theme.px(_NARROW_ROW if self.narrow else _ROW)
        self.head = theme.line(Role.CAPTION) if rows.ends is not None and rows.rows else 0
        self.ends = self._ends(theme, rows, width)
        self.names = min(widest + 2, int(width * _NAMES_MOST))
        edge, air = theme.px(_EDGE), theme.px(_AIR)
        self._left = edge if self.narrow and not self.ends[0] else 0 if self.narrow else self.names + theme.px(_GAP)
        self._left += self.ends[0] + air if self.ends[0] else 0
        self._right = width - (self.ends[1] + air if self.ends[1] else edge)

    @staticmethod
    def _ends(theme: Theme, rows: VoiceRows, width: int) -> tuple[int, int]:
        """Room for end words at both sides, where each row has its own."""
        if rows.ends is not None or not rows.rows:
            return 0, 0
        metrics, most = theme.metrics(Role.CAPTION), int(width * _ENDS_MOST)
        left = max(metrics.horizontalAdvance(row.left) for row in rows.rows)
        right = max(metrics.horizontalAdvance(row.right) for row in rows.rows)
        return min(left, most), min(right, most)

    def line(self, number: int) -> QRectF:
        """The line of a row from end to end, as high as the row without its question above."""
        top = self.head + number * (self._line_high + self.name_high) + self.name_high
        return QRectF(self._left, top, max(1.0, self._right - self._left), self._line_high)

    def at(self, number: int, mark: float) -> QPointF:
        line = self.line(number)
        return QPointF(line.left() + mark * line.width(), line.center().y())

    @property
    def height(self) -> int:
        return self.head + self._count * (self._line_high + self.name_high)


class VoicePainter:
    def __init__(self, painter: QPainter, theme: Theme, texts: Texts, rows: VoiceRows, places: VoicePlaces) -> None:
        self._painter, self._theme, self._texts = painter, theme, texts
        self._rows, self._places = rows, places

    def paint(self) -> None:
        if self._rows.ends is not None:
            line = self._places.line(0)
            self._caption(QRectF(line.left(), 0, line.width(), self._places.head), self._rows.ends[0])
            self._caption(QRectF(line.left(), 0, line.width(), self._places.head), self._rows.ends[1], right=True)
        for number, row in enumerate(self._rows.rows):
            self._name(number, row)
            self._line(number)
            if self._rows.ends is None:
                self._own_ends(number, row)
            self._marks(number, row)

    def _name(self, number: int, row: VoiceRow) -> None:
        metrics, line = self._theme.metrics(Role.BODY), self._places.line(number)
        room = QRectF(0, line.top(), self._places.names, line.height())
        if self._places.narrow:
            room = QRectF(0, line.top() - metrics.height(), self._places.width, metrics.height())
        self._painter.setFont(self._theme.font(Role.BODY))
        self._painter.setPen(self._theme.colour("ink"))
        said = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(room.width()))
        self._painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)

    def _line(self, number: int) -> None:
        tick = QPointF(0, _END_TICK * self._theme.scale)
        left, right = self._places.at(number, 0), self._places.at(number, 1)
        self._painter.setPen(chart_pen(self._theme, "edge" if self._theme.high_contrast else "line", 2))
        self._painter.drawLine(left, right)
        self._painter.setPen(chart_pen(self._theme, "edge", 1.5))
        for end in (left, right):
            self._painter.drawLine(end - tick, end + tick)

    def _own_ends(self, number: int, row: VoiceRow) -> None:
        """The words outside the line, as on the paper."""
        line, air = self._places.line(number), self._theme.px(_AIR)
        left, right = self._places.ends
        self._caption(QRectF(line.left() - air - left, line.top(), left, line.height()), row.left, right=True)
        self._caption(QRectF(line.right() + air, line.top(), right, line.height()), row.right)

    def _marks(self, number: int, row: VoiceRow) -> None:
        own, other, earlier = (None if mark is None else self._places.at(number, mark) for mark in marks_of(row))
        if row.joined and own is not None and other is not None:
            self._painter.setPen(chart_pen(self._theme, "amber", _APART))
            self._painter.drawLine(own, other)
        for at, voice in ((earlier, Voice.EARLIER), (other, Voice.OTHER), (own, Voice.OWN)):
            if at is not None:
                paint_voice(self._painter, self._theme, at, voice)
        if own is None and self._rows.own_on is not None:
            at, scale = self._places.at(number, 0), self._theme.scale
            paint_missing(self._painter, self._theme, at)
            beside = QRectF(at.x() + 8 * scale, at.y() - 18 * scale, self._places.line(number).width(), 18 * scale)
            self._caption(beside, self._texts("charts.missing"))

    def _caption(self, room: QRectF, word: str, right: bool = False) -> None:
        metrics = self._theme.metrics(Role.CAPTION)
        self._painter.setFont(self._theme.font(Role.CAPTION))
        self._painter.setPen(self._theme.colour("ink2"))
        said = metrics.elidedText(word, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(room.adjusted(-2, 0, 2, 0), side | Qt.AlignmentFlag.AlignVCenter, said)
