"""The foot of a form: what the small marks are, and how many lines have marks, or their total when all have."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.scale_marks import Mark, bounds, total
from mentorapp.domain.scales import ScaleDefinition, ScaleKind
from mentorapp.domain.session_ratings import TOTAL_MAX
from mentorapp.language import numbers
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from ..announce import announce
from ..card import SIDE
from ..painted import Painted, row_path, smooth
from ..text import Text
from .scale_line import paint_before

_AIR, _CORNER, _SIDE = 9, 11.0, 16


class _Legend(Painted):
    """The small mark, as on the lines."""

    def sizeHint(self) -> QSize:
        side = self.theme.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_before(smooth(self), self.theme, QPointF(self.width() / 2, self.height() / 2 - self.theme.px(9)))


class FootStrip(Painted):
    """The last part of its card."""

    def __init__(self, theme: Theme, texts: Texts, definition: ScaleDefinition, before: str, extra: QWidget) -> None:
        super().__init__(theme)
        self._texts, self._definition = texts, definition
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE + 2, _AIR, SIDE + 2, _AIR)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(8)
        legend = _Legend(theme, self)
        legend.setVisible(bool(before) and definition.kind is not ScaleKind.EXTERNAL_TOTAL)
        self._line.addWidget(legend)
        self._line.addWidget(Text(theme, before, Role.SMALL, tone="ink2", wrap=True), 1)
        self.number = Text(theme, "", Role.WORDS)
        self.rest = Text(theme, "", tone="ink2")
        count = QHBoxLayout()
        count.setSpacing(5)
        count.addWidget(self.number, 0, Qt.AlignmentFlag.AlignBaseline)
        count.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignBaseline)
        self._line.addLayout(count)
        whole.addLayout(self._line)
        whole.addWidget(extra)

    def show_marks(self, marks: tuple[Mark, ...], asked: int) -> None:
        """`asked` is how many lines there are to fill in."""
        before = self.number.text()
        whole = total(self._definition, marks)
        if whole is None or self._definition.kind is ScaleKind.EXTERNAL_TOTAL:
            held = sum(mark.value is not None for mark in marks)
            unit = "numbers" if self._definition.kind is ScaleKind.EXTERNAL_TOTAL else "lines"
            self.number.setText("")
            self.rest.setText(self._texts(f"scales.so_many_{unit}", count=asked, held=held))
        else:
            self.number.setText(total_words(self._texts, self._definition, whole))
            self.rest.setText(self._texts("scales.of_most", most=numbers.plain(self._texts, most(self._definition))))
        self.number.setVisible(bool(self.number.text()))
        if self.number.text() not in ("", before):
            announce(self, self.said())

    def said(self) -> str:
        """3 av 4 linjer, or 19,2 av 40."""
        return f"{self.number.text()} {self.rest.text()}".strip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        inside = QRectF(self.rect())
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("sunk"))
        painter.drawPath(row_path(inside, _CORNER, False, True))


def most(definition: ScaleDefinition) -> Decimal:
    """The largest total there is."""
    return TOTAL_MAX if definition.kind is ScaleKind.EXTERNAL_LINES else bounds(definition)[1]


def total_words(texts: Texts, definition: ScaleDefinition, value: Decimal) -> str:
    is_cm = definition.kind is ScaleKind.EXTERNAL_LINES
    return numbers.tenths(texts, value) if is_cm else numbers.plain(texts, value)
