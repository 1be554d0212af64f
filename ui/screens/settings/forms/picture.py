"""A question as it will stand on paper: the text above its line or its steps, the words of the ends outside."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.scales import ScaleItem, ScaleKind
from mentorapp.language.texts import Texts
from ui.theme import LIGHT, Role, Theme
from ui.widgets.painted import Painted, smooth

# Of the 170 mm between the margins of a sheet (P04): where the line begins, and where it ends.
_SHEET, _FROM, _TO = 170.0, 33.0, 133.0
_SIDE, _AIR, _GAP, _TICK, _RING = 14, 12, 9, 8, 12
_WORDS = int(Qt.TextFlag.TextWordWrap.value)
_RIGHT = _WORDS | int(Qt.AlignmentFlag.AlignRight.value)


@dataclass(frozen=True, slots=True)
class Look:
    """What the whole form decides for each of its questions. `steps` None stands for steps that are not settled yet."""

    kind: ScaleKind = ScaleKind.VAS_FORM
    steps: int | None = None
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class _Places:
    text: QRect
    left: QRect
    right: QRect
    y: int


class QuestionPicture(Painted):
    """Paper is light in the dark too. `show_item` renews it; what it shows is read aloud as its description."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._item, self._number, self._look, self._easy = ScaleItem(code=""), 1, Look(), False
        self.setAccessibleName(texts("forms.picture"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_item(self, item: ScaleItem, number: int, look: Look, *, easy: bool = False) -> None:
        self._item, self._number, self._look, self._easy = item, number, look, easy
        left, right = self._ends()
        self.setAccessibleDescription(f"{number}. {self._text()} {left} – {right}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self.theme.px(460)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(220), self.heightForWidth(max(self.width(), self.theme.px(220))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max(places.left.bottom(), places.right.bottom(), places.y + self.theme.px(_RING)) + self.theme.px(_AIR)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), QColor(LIGHT.surface))
        painter.setPen(self.theme.colour("edge"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        places = self._places(self.width())
        painter.setPen(QColor(LIGHT.ink))
        self._paint_words(painter, places)
        begin, end = self._x(self.width(), _FROM), self._x(self.width(), _TO)
        if self._look.kind is ScaleKind.LIKERT:
            self._paint_steps(painter, begin, end, places.y)
        else:
            self._paint_line(painter, begin, end, places.y)

    def _text(self) -> str:
        return self._item.text(self._look.language, easy=self._easy)

    def _ends(self) -> tuple[str, str]:
        return self._item.ends(self._look.language)

    def _role(self) -> Role:
        return Role.SECTION if self._easy else Role.BODY

    def _x(self, width: int, millimetres: float) -> float:
        return _SIDE + (width - 2 * _SIDE) * millimetres / _SHEET

    def _places(self, width: int) -> _Places:
        begin, end = round(self._x(width, _FROM)), round(self._x(width, _TO))
        large, small = self.theme.metrics(self._role(), False), self.theme.metrics(Role.SMALL)
        top = self.theme.px(_AIR)
        room = QRect(begin, top, max(1, width - _SIDE - begin), 10_000)
        text = large.boundingRect(room, _WORDS, self._text() or " ")
        words_top = text.bottom() + self.theme.px(_GAP)
        left, right = self._ends()
        beside = QRect(_SIDE, words_top, max(1, begin - _GAP - _SIDE), 10_000)
        after = QRect(end + _GAP, words_top, max(1, width - _SIDE - end - _GAP), 10_000)
        return _Places(
            text=QRect(room.left(), top, room.width(), text.height()),
            left=QRect(beside.left(), words_top, beside.width(), small.boundingRect(beside, _RIGHT, left).height()),
            right=QRect(after.left(), words_top, after.width(), small.boundingRect(after, _WORDS, right).height()),
            y=words_top + small.height() // 2,
        )

    def _paint_words(self, painter: QPainter, places: _Places) -> None:
        painter.setFont(self.theme.font(self._role(), False))
        painter.drawText(places.text, _WORDS, self._text())
        painter.setFont(self.theme.font(self._role(), True))
        number = QRect(_SIDE, places.text.top(), places.left.width(), places.text.height())
        painter.drawText(number, _RIGHT, str(self._number))
        painter.setFont(self.theme.font(Role.SMALL))
        left, right = self._ends()
        painter.drawText(places.left, _RIGHT, left)
        painter.drawText(places.right, _WORDS, right)

    def _paint_line(self, painter: QPainter, begin: float, end: float, y: int) -> None:
        painter.setPen(QPen(QColor(LIGHT.ink), 1.4))
        painter.drawLine(QPointF(begin, y), QPointF(end, y))
        for x in (begin, end):
            painter.drawLine(QPointF(x, y - _TICK), QPointF(x, y + _TICK))

    def _paint_steps(self, painter: QPainter, begin: float, end: float, y: int) -> None:
        """Numbers in rings, evenly over the length of a line."""
        steps = self._look.steps or 0
        ring = self.theme.metrics(Role.SMALL).height() * 0.62
        first, last = begin + ring, end - ring
        for step in range(steps):
            x = first + (last - first) * (step / (steps - 1) if steps > 1 else 0.5)
            box = QRectF(x - ring, y - ring, 2 * ring, 2 * ring)
            painter.drawEllipse(box)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), str(step + 1))
