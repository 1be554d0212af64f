"""A tick box large enough for a finger and for two people at one screen; what is done stays in its place.

`TickBox(theme, text, second="", *, name="", strike=False)`; signals of QCheckBox (`toggled`, `clicked`).
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import DISABLED, Role, Theme, mix, paint_icon

from .painted import rounded, smooth
from .reader_press import ReaderPress

_BOX, _GAP, _TARGET, _RADIUS = 20, 12, 34, 5
_WRAP = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value)


class TickBox(ReaderPress, QCheckBox):
    """`second` is a quiet line below; `strike` draws a line through the words when ticked.

    What is done fades; a choice that is on does not (`fades=False`). Without words (`text` empty) it is the box alone
    and `name` says what is ticked.
    """

    ring_radius = float(_RADIUS)

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        second: str = "",
        *,
        name: str = "",
        strike: bool = False,
        fades: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._second = second
        self._strike = strike
        self._fades = fades
        self._rects: dict[int, tuple[QRect, QRect]] = {}
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(second)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)
        self.press_for_reader()

    def set_words(self, text: str, second: str = "") -> None:
        if (text, second) == (self.text(), self._second):
            return
        self._second = second
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(second)
        self.updateGeometry()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._forget_sizes()

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._whole_size()
        return QSize(self._hint)

    def _whole_size(self) -> QSize:
        box = self.theme.px(_BOX)
        target = max(box, _TARGET)
        if not self.text():
            return QSize(target, target)
        widest = max(
            self.theme.metrics(Role.BODY).horizontalAdvance(self.text()),
            self.theme.metrics(Role.SMALL).horizontalAdvance(self._second),
        )
        width = box + _GAP + widest + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = self.theme.px(_BOX) + _GAP + self.theme.px(120)
        return QSize(min(hint.width(), least), hint.height())

    def hasHeightForWidth(self) -> bool:
        return bool(self.text())

    def heightForWidth(self, width: int) -> int:
        """Kept for each width: a layout asks for the height of the same words a dozen times."""
        if width not in self._heights:
            first, second = self._text_rects(width)
            self._heights[width] = max(first.height() + second.height(), self.theme.px(_BOX), _TARGET)
        return self._heights[width]

    def hitButton(self, pos: QPoint) -> bool:
        """All of it is the target, words too."""
        return self.rect().contains(pos)

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: round the box."""
        return self._box()

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        self._paint_box(painter)
        if self.text():
            self._paint_words(painter)

    def _box(self) -> QRect:
        side = self.theme.px(_BOX)
        x = 0 if self.text() else (self.width() - side) // 2
        return QRect(x, (self.height() - side) // 2, side, side)

    def _paint_box(self, painter: QPainter) -> None:
        colour = self.theme.colour
        box = self._box()
        ticked = self.isChecked()
        edge = colour("primary") if ticked or self.underMouse() else colour("edge")
        rounded(painter, box, _RADIUS, colour("primary") if ticked else colour("surface"), edge, 1.3)
        if ticked:
            side = round(box.width() * 0.8)
            inner = QRect(0, 0, side, side)
            inner.moveCenter(box.center())
            paint_icon(painter, "check", inner, colour("onprimary"))

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self.theme.tokens
        first, second = self._text_rects(self.width())
        top = (self.height() - first.height() - second.height()) // 2
        quiet = self.theme.colour("ink2")
        font = self.theme.font(Role.BODY)
        font.setStrikeOut(self._strike and self.isChecked())
        painter.setFont(font)
        pale = mix(tokens.ink2, tokens.surface, DISABLED)
        ink = quiet if self._fades and self.isChecked() else self.theme.colour("ink")
        painter.setPen(ink if self.isEnabled() else pale)
        painter.drawText(first.translated(0, top), _WRAP, self.text())
        if self._second:
            painter.setFont(self.theme.font(Role.SMALL))
            painter.setPen(quiet)
            painter.drawText(second.translated(0, top + first.height()), _WRAP, self._second)

    def _text_rects(self, width: int) -> tuple[QRect, QRect]:
        if width not in self._rects:
            self._rects[width] = self._laid_out(width)
        return self._rects[width]

    def _forget_sizes(self) -> None:
        self._rects.clear()
        self._heights.clear()
        self._hint = None

    def _laid_out(self, width: int) -> tuple[QRect, QRect]:
        x = self.theme.px(_BOX) + _GAP
        room = QRect(x, 0, max(1, width - x), 10_000)
        first = self.theme.metrics(Role.BODY).boundingRect(room, _WRAP, self.text())
        first.setWidth(room.width())
        if not self._second:
            return first, QRect(x, 0, room.width(), 0)
        second = self.theme.metrics(Role.SMALL).boundingRect(room, _WRAP, self._second)
        second.setWidth(room.width())
        return first, second

    def _on_theme_changed(self) -> None:
        self._forget_sizes()
        self.updateGeometry()
        self.update()
