"""The tabs of the page: words with a bar under the chosen one; in a narrow window one button with a list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget

from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.painted import smooth

_SIDE, _AIR, _BAR = 15, 19, 3


class _Bar(QTabBar):
    ring_radius = 6.0

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__()
        self.theme = theme
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for name in names:
            self.addTab(name)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def tabSizeHint(self, index: int) -> QSize:
        metrics = self.theme.metrics(Role.BODY, True)
        wide = metrics.horizontalAdvance(self.tabText(index)) + 2 * _SIDE
        return QSize(wide, metrics.height() + _AIR)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def focus_rect(self) -> QRect:
        return self.tabRect(self.currentIndex()).adjusted(4, 4, -4, -6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(self)
        colour = self.theme.colour
        for place in range(self.count()):
            rect = self.tabRect(place)
            chosen = place == self.currentIndex()
            over = rect.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
            painter.setFont(self.theme.font(Role.BODY, chosen))
            painter.setPen(colour("primary" if chosen else "ink" if over else "ink2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(place))
            if chosen:
                bar = QRect(rect.left() + _SIDE - 4, rect.bottom() - _BAR + 1, rect.width() - 2 * _SIDE + 8, _BAR)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("primary"))
                painter.drawRoundedRect(bar, 1.5, 1.5)

    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.font(Role.BODY, True))
        self.updateGeometry()
        self.update()


class PageTabs(QWidget):
    """Signal `chosen(int)`: a tab was taken by the user or by `choose`."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, names: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._names = tuple(names)
        self.bar = _Bar(theme, names)
        self.bar.setAccessibleName(name)
        self.bar.currentChanged.connect(self._on_changed)
        self.button = Button(theme, self._names[0], trailing="down", kind=Kind.NORMAL)
        self.button.clicked.connect(lambda: self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height()))))
        self.button.hide()
        self._folded, self._margin = False, 0
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.bar)
        self._line.addWidget(self.button)
        self._line.addStretch(1)

    def current(self) -> int:
        return self.bar.currentIndex()

    def choose(self, place: int) -> None:
        self.bar.setCurrentIndex(place % len(self._names))

    def set_folded(self, folded: bool) -> None:
        self.bar.setVisible(not folded)
        self.button.setVisible(folded)
        self._folded = folded
        self._fit()

    def set_margin(self, margin: int) -> None:
        """The words of the first tab stand in line with the page."""
        self._margin = margin
        self._fit()

    def menu(self) -> QMenu:
        """The tabs as a list, for the narrow window."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, name in enumerate(self._names):
            menu.addAction(name, partial(self.choose, place))
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline under the whole row."""
        painter = smooth(self)
        y = self.height() - 1
        painter.fillRect(QRect(0, y, self.width(), 1), self._theme.colour("line"))

    def _fit(self) -> None:
        left = self._margin if self._folded else max(0, self._margin - _SIDE + 8)
        self._line.setContentsMargins(left, 2 if self._folded else 0, 0, 8 if self._folded else 0)

    def _on_changed(self, place: int) -> None:
        self.button.set_text(self._names[place])
        self.chosen.emit(place)
