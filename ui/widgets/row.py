"""A row in a card: when, tile, who and why, and one act at the right; below the words in a narrow window.

`Row(theme, title, second="", *, lead="", lead_second="", tile=None, action=None, tint="")`; `action` is any widget,
usually a `Button` of size ROW. Signals: `opened` (Enter or a click on the words), `menu_wanted` (menu key, right
button). `add_right(widget)` puts a chip before the act. `tint` is soft (now) or amber (careful).
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Theme

from .card import SIDE, Card
from .painted import Painted, row_path, smooth
from .text import Text
from .tile import Tile

_AIR = 8
_GAP = 12
_LEAD = 44
_CORNER = 12
TINTS = {"soft": "soft", "amber": "ambersoft"}


class Row(Painted):
    """Its act is its Tab stop; a row without an act takes the focus itself."""

    opened = Signal()
    menu_wanted = Signal()
    ring_radius = 6.0
    enter_opens = True  # also from its act, which Space presses

    def __init__(
        self,
        theme: Theme,
        title: str,
        second: str = "",
        *,
        lead: str = "",
        lead_second: str = "",
        tile: Tile | None = None,
        action: QWidget | None = None,
        tint: str = "",
        lead_width: int = _LEAD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._tint = tint
        self._lead_width = lead_width
        self.action = action
        self.title = Text(theme, title, bold=True, wrap=True)
        self.second = Text(theme, second, Role.SMALL, tone="ink" if tint else "ink2", wrap=True, parent=self)
        self.second.setVisible(bool(second))
        self.setAccessibleName(". ".join(part for part in (lead, lead_second, title, second) if part))
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(SIDE, _AIR, SIDE, _AIR)
        self._whole.setSpacing(_GAP)
        self._right = QHBoxLayout()
        self._right.setSpacing(_GAP)
        self._whole.addLayout(self._left(lead, lead_second, tile), 1)
        self._whole.addLayout(self._right)
        if action is None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        else:
            self._right.addWidget(action)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To its act. A focus proxy would be a second stop, last in the window where rows are made anew."""
        if self.action is None:
            super().setFocus(reason)
        else:
            self.action.setFocus(reason)

    def add_right(self, widget: QWidget) -> None:
        """Before the act."""
        self._right.insertWidget(max(0, self._right.count() - (self.action is not None)), widget)

    def set_stacked(self, stacked: bool) -> None:
        """In a narrow window the act stands under the words."""
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(way)
        self._right.setAlignment(Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, _event: object) -> None:
        if not self._tint:
            return
        card = self.parentWidget()
        first = isinstance(card, Card) and card.is_first(self)
        last = isinstance(card, Card) and card.is_last(self)
        painter = smooth(self)
        radius = _CORNER - self.theme.border
        path = row_path(QRectF(self.rect()), radius, first, last)
        painter.fillPath(path, self.theme.colour(TINTS[self._tint]))

    def _left(self, lead: str, lead_second: str, tile: Tile | None) -> QHBoxLayout:
        left = QHBoxLayout()
        left.setSpacing(_GAP)
        if lead:
            left.addLayout(self._lead(lead, lead_second))
            left.setSpacing(_GAP if not lead_second else _GAP - 4)
        if tile is not None:
            left.addWidget(tile)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch(1)
        left.addLayout(words, 1000)
        left.addStretch(1)  # beside words that stop at their longest line, so that the act stays at the edge
        return left

    def _lead(self, lead: str, lead_second: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        first = Text(self.theme, lead, Role.CAPTION if lead_second else Role.SECTION, bold=True)
        first.setMinimumWidth(self.theme.px(self._lead_width))
        column.addWidget(first)
        if lead_second:
            column.addWidget(Text(self.theme, lead_second, Role.CAPTION))
        column.addStretch(1)
        return column
