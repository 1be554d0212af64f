"""A card: a frame with a head (icon, title, words at the right) and a body of rows or anything else.

`Card(theme, title="", icon=None, *, right="", tone="")`; `add(widget)` puts a widget with the card's margins,
`add_row(widget)` one from edge to edge with a hairline above. `tone` is soft, ok, blue, amber or heather.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import Role, Theme

from .icon_view import IconView
from .one_line import OneLine
from .text import Text

SIDE = 16
HEAD = 11
_ICON, _GAP = 20, 9
_TITLE_TONES = {"ok": "ok", "blue": "blue", "amber": "amber", "heather": "heather"}
_ANY_WIDTH = 16_777_215


class Card(QFrame):
    """Its accessible name is its title."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        icon: str | None = None,
        *,
        right: str = "",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("card", "true")
        self.setProperty("tone", tone)
        self.setAccessibleName(title)
        self._tone = tone
        self._rows: list[QWidget] = []
        self.right: Text | None = None
        self._title: OneLine | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(SIDE, HEAD, SIDE, 6)
        self.head.setSpacing(_GAP)
        whole.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(1)  # the hairline between two rows
        whole.addLayout(self.body)
        if title:
            self._fill_head(title, icon, right)
        else:
            self.head.setContentsMargins(0, 0, 0, 0)

    def set_title(self, title: str) -> None:
        self.setAccessibleName(title)
        if self._title is not None:
            self._title.set_words(title)

    def set_right(self, text: str) -> None:
        """The quiet words at the right of the head."""
        if self.right is None:
            self.right = Text(self.theme, text, Role.SMALL, tone="ink2")
            self.head.addWidget(self.right)
        self.right.setText(text)

    def add(self, content: QWidget | QLayout, *, above: int = 0, below: int = 12, indent: bool = False) -> None:
        """A widget or layout inside the margins of the card; `indent` sets it under the title instead of the icon."""
        framed = QHBoxLayout()
        framed.setContentsMargins(SIDE + (self.theme.px(_ICON) + _GAP if indent else 0), above, SIDE, below)
        if isinstance(content, QWidget):
            framed.addWidget(content, 1000)
            if content.maximumWidth() < _ANY_WIDTH:
                framed.addStretch(1)  # Else a text that stops at its longest line would stand in the middle.
        else:
            framed.addLayout(content)
        self.body.addLayout(framed)

    def add_row(self, row: QWidget) -> None:
        """A row from edge to edge; hairlines are drawn between rows."""
        self._rows.append(row)
        self.body.addWidget(row)

    def rows(self) -> tuple[QWidget, ...]:
        return tuple(self._rows)

    def is_last(self, row: QWidget) -> bool:
        """Whether nothing stands below the row, so that a tinted ground takes the card's corners."""
        visible = [r for r in self._rows if not r.isHidden()]
        last = self.body.itemAt(self.body.count() - 1)
        return bool(visible) and visible[-1] is row and last is not None and last.widget() in self._rows

    def is_first(self, row: QWidget) -> bool:
        """Whether the row stands at the very top, without a head above it."""
        return self._title is None and bool(self._rows) and self._rows[0] is row

    def clear(self) -> None:
        """Takes away all rows and everything else in the body."""
        self._rows.clear()
        _empty(self.body)

    def event(self, event: QEvent) -> bool:
        """A row that comes, goes or changes size moves the hairlines."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.theme.colour("line"))
        shown = [row for row in self._rows if not row.isHidden()]
        for row in shown[1:]:
            y = row.y() - 1
            painter.drawLine(self.theme.border, y, self.width() - 1 - self.theme.border, y)

    def _fill_head(self, title: str, icon: str | None, right: str) -> None:
        tone = _TITLE_TONES.get(self._tone, "ink")
        if icon:
            self.head.addWidget(IconView(self.theme, icon, tone=tone if tone != "ink" else "ink2", side=_ICON))
        self._title = OneLine(self.theme, Role.SECTION, tone=tone)
        self._title.set_words(title)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        if right:
            self.set_right(right)


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)
