"""The tabs of the page: words with a bar under the chosen one; what has no room is in a list at the end.

In a narrow window all of it is one button with a list.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget

from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.painted import smooth

_SIDE, _CLOSE, _AIR, _BAR = 15, 9, 19, 3


class _Bar(QTabBar):
    ring_radius = 6.0

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__()
        self.theme = theme
        self.side = _SIDE
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
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + 2 * self.side, metrics.height() + _AIR)

    def widths(self, side: int) -> list[int]:
        """How wide each tab is with that much air at its sides."""
        metrics = self.theme.metrics(Role.BODY, True)
        return [metrics.horizontalAdvance(self.tabText(place)) + 2 * side for place in range(self.count())]

    def set_shown(self, places: frozenset[int], side: int) -> None:
        """Only these tabs, with that much air; the current one is always among them."""
        if side == self.side and all(self.isTabVisible(n) is (n in places) for n in range(self.count())):
            return
        self.side = side
        for place in sorted(range(self.count()), key=lambda n: n not in places):
            self.setTabVisible(place, place in places)
        self.setFont(self.font())  # The bar keeps the places of its tabs until something of this kind changes.
        self.updateGeometry()

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        shown = [wide for place, wide in enumerate(self.widths(self.side)) if self.isTabVisible(place)]
        return QSize(sum(shown), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """What has no room goes into the list, so the row never makes the window wider."""
        return QSize(0, super().minimumSizeHint().height())

    def focus_rect(self) -> QRect:
        return self.tabRect(self.currentIndex()).adjusted(4, 4, -4, -6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(self)
        colour = self.theme.colour
        for place in filter(self.isTabVisible, range(self.count())):
            rect = self.tabRect(place)
            chosen = place == self.currentIndex()
            over = rect.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
            painter.setFont(self.theme.font(Role.BODY, chosen))
            painter.setPen(colour("primary" if chosen else "ink" if over else "ink2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(place))
            if chosen:
                left, wide = rect.left() + self.side - 4, rect.width() - 2 * self.side + 8
                bar = QRect(left, rect.bottom() - _BAR + 1, wide, _BAR)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("primary"))
                painter.drawRoundedRect(bar, 1.5, 1.5)

    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.font(Role.BODY, True))
        self.updateGeometry()
        self.update()


class PageTabs(QWidget):
    """`PageTabs(theme, name, words, more)` with the words by the tab's name; `more` is said on the list of the rest.

    Signal `chosen(str)`: a tab was taken by the user or by `choose`.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, words: Mapping[str, str], more: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = dict(words)
        self._names = tuple(words)
        self.bar = _Bar(theme, tuple(words.values()))
        self.bar.setAccessibleName(name)
        self.bar.currentChanged.connect(self._on_changed)
        self.more = Button(theme, more, trailing="down", kind=Kind.QUIET)
        self.more.clicked.connect(lambda: _drop(self.rest_menu(), self.more))
        self.more.hide()
        self.button = Button(theme, self._words[self._names[0]], trailing="down", kind=Kind.NORMAL)
        self.button.clicked.connect(lambda: _drop(self.menu(), self.button))
        self.button.hide()
        self._folded, self._margin = False, 0
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        for part in (self.bar, self.more, self.button):
            self._line.addWidget(part)
        self._line.addStretch(1)
        theme.changed.connect(self._fit)

    def current(self) -> str:
        return self._names[self.bar.currentIndex()]

    def choose(self, name: str) -> None:
        place = self._names.index(name)
        self.bar.setTabVisible(place, True)
        self.bar.setCurrentIndex(place)

    def step(self, way: int) -> str:
        """The name of the next (1) or previous (-1) tab; the first comes after the last."""
        return self._names[(self.bar.currentIndex() + way) % len(self._names)]

    def set_folded(self, folded: bool) -> None:
        if folded is not self._folded:
            self._folded = folded
            self.bar.setVisible(not folded)
            self.button.setVisible(folded)
            self._fit()

    def set_margin(self, margin: int) -> None:
        """The words of the first tab stand in line with the page."""
        if margin != self._margin:
            self._margin = margin
            self._fit()

    def menu(self) -> QMenu:
        """The tabs as a list, for the narrow window."""
        return self._menu_of(self._names)

    def rest(self) -> tuple[str, ...]:
        """The tabs that have no room in the row."""
        return tuple(name for place, name in enumerate(self._names) if not self.bar.isTabVisible(place))

    def rest_menu(self) -> QMenu:
        return self._menu_of(self.rest())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline under the whole row."""
        painter = smooth(self)
        y = self.height() - 1
        painter.fillRect(QRect(0, y, self.width(), 1), self._theme.colour("line"))

    def _menu_of(self, names: Sequence[str]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            menu.addAction(self._words[name], partial(self.choose, name))
        return menu

    def _fit(self) -> None:
        """Less air first; then the last tabs go into the list, but never the one that is chosen."""
        if self._folded:
            self.more.hide()
            self._line.setContentsMargins(self._margin, 2, 0, 8)
            return
        whole = self.width() - self._margin
        side = _SIDE if sum(self.bar.widths(_SIDE)) <= whole else _CLOSE
        widths = self.bar.widths(side)
        shown = list(range(len(widths)))
        if sum(widths) > whole:
            room = whole - self.more.sizeHint().width()
            while len(shown) > 1 and sum(widths[n] for n in shown) > room:
                shown.remove(max(n for n in shown if n != self.bar.currentIndex()))
        self.bar.set_shown(frozenset(shown), side)
        self.more.setVisible(len(shown) < len(widths))
        self._line.setContentsMargins(max(0, self._margin - side + 8), 0, 0, 0)

    def _on_changed(self, place: int) -> None:
        self.button.set_text(self._words[self._names[place]])
        self._fit()
        self.chosen.emit(self._names[place])


def _drop(menu: QMenu, button: Button) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
