"""Shape and name of each voice: stands under the picture, beside the link that shows it as a table."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.charts import Voice
from ui.theme import Role, Theme

from .chart_painting import paint_voice
from .painted import Painted, smooth

_SIGN, _BETWEEN, _LINES = 19, 18, 4


class VoiceLegend(Painted):
    """Breaks into lines where one has no room. Its words are in the description of the picture too."""

    def __init__(self, theme: Theme, voices: tuple[tuple[Voice, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_voices(voices)

    def set_voices(self, voices: tuple[tuple[Voice, str], ...]) -> None:
        self._voices = voices
        self.setAccessibleName(", ".join(name for _, name in voices))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = sum(self._widths()) + max(0, len(self._voices) - 1) * self.theme.px(_BETWEEN)
        return QSize(wide, self.heightForWidth(max(wide, 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = 1 + max((line for line, _ in self._places(width)), default=0)
        return lines * self._line_high() - self.theme.px(_LINES)

    def paintEvent(self, _event: object) -> None:
        painter, high, sign = smooth(self), self.theme.line(Role.CAPTION), self.theme.px(_SIGN)
        for (voice, name), (line, x) in zip(self._voices, self._places(self.width()), strict=True):
            y = line * self._line_high() + high / 2
            paint_voice(painter, self.theme, QPointF(x + sign * 0.42, y), voice, size=0.9)
            painter.setFont(self.theme.font(Role.CAPTION))
            painter.setPen(self.theme.colour("ink"))
            room = QRectF(x + sign, y - high / 2, self.width() - x - sign, high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)

    def _line_high(self) -> int:
        return self.theme.line(Role.CAPTION) + self.theme.px(_LINES)

    def _widths(self) -> list[int]:
        metrics = self.theme.metrics(Role.CAPTION)
        return [self.theme.px(_SIGN) + metrics.horizontalAdvance(name) + 2 for _, name in self._voices]

    def _places(self, width: int) -> list[tuple[int, int]]:
        """The line of each voice and where on it it begins."""
        found: list[tuple[int, int]] = []
        line = x = 0
        for wide in self._widths():
            if x and x + wide > width:
                line, x = line + 1, 0
            found.append((line, x))
            x += wide + self.theme.px(_BETWEEN)
        return found
