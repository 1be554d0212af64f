"""The rail at the left: mark, the main button, the places, and at the foot what is done with the whole window.

`Rail(theme, name, main, places, foot)` with `Place(key, text, icon, keys="")`; the signal `chosen(str)` carries the
key of whatever was pressed, `set_current(key)` marks where one is, `set_words(bool)` shows words or icons only.
"""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.theme import Role, Theme, paint_icon

from .button import Button, Kind, Size
from .keycap import keycap_size, paint_keycap
from .mark import Mark
from .painted import Painted, rounded, smooth
from .reader_press import ReaderPress
from .text import Text

_WIDE, _FOLDED = 196, 64
_SIDE, _ICON, _GAP, _BAR = 12, 20, 12, 4
_RADIUS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """`keys` is the shortcut as shown; the shortcut itself belongs to the table of actions."""

    key: str
    text: str
    icon: str
    keys: str = ""


class RailButton(ReaderPress, QToolButton):
    """One place. The chosen one has a ground, a bar at its left edge and bold words."""

    ring_radius = float(_RADIUS)

    def __init__(self, theme: Theme, place: Place, quiet: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.place = place
        self._quiet = quiet
        self._words = True
        self.setText(place.text)
        self.setCheckable(not quiet)
        self.setAccessibleName(place.text)
        self.setAccessibleDescription(place.keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(True)
        theme.changed.connect(self.updateGeometry)
        self.press_for_reader()

    def nextCheckState(self) -> None:
        """A press does not mark the place: the window does, once it is there."""

    def on_reader_toggled(self, checked: bool) -> None:
        self.setChecked(not checked)
        self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the rail walks
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def set_words(self, words: bool) -> None:
        self._words = words
        keys = f" ({self.place.keys})" if self.place.keys else ""
        self.setToolTip("" if words else self.place.text + keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        role = Role.SMALL if self._quiet else Role.BODY
        height = self.theme.metrics(role).height() + (17 if self._quiet else 19)
        if not self._words:
            return QSize(self.theme.px(48), height + (0 if self._quiet else 4))
        icon = self.theme.px(_ICON)
        width = _SIDE + icon + _GAP + self.theme.metrics(role, True).horizontalAdvance(self.place.text) + _SIDE
        if self.place.keys and self._quiet:
            width += keycap_size(self.theme, self.place.keys).width() + 8
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.sizeHint().height())

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        colour = self.theme.colour
        chosen = self.isChecked()
        if chosen:
            rounded(painter, self.rect(), _RADIUS, colour("surface"))
            bar = QRect(0, 0, _BAR, self.height() // 2)
            bar.moveTop((self.height() - bar.height()) // 2)
            rounded(painter, bar, 2, colour("primary"))
        elif self.underMouse() or self.isDown():
            rounded(painter, self.rect(), _RADIUS, colour("sunk"))
        self._paint_content(painter, colour("primary" if chosen else "ink2" if self._quiet else "ink"))

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        icon = self.theme.px(_ICON if not self._quiet else 18)
        if not self._words:
            paint_icon(painter, self.place.icon, _centred(self.rect(), icon), ink)
            return
        paint_icon(painter, self.place.icon, QRect(13, 0, icon, self.height()), ink)
        painter.setFont(self.theme.font(Role.SMALL if self._quiet else Role.BODY, self.isChecked()))
        painter.setPen(ink)
        x = 13 + icon + _GAP
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, self.place.text)
        if self._quiet and self.place.keys:
            colour = self.theme.colour
            size = keycap_size(self.theme, self.place.keys)
            where = QRect(self.width() - size.width() - _SIDE, 0, size.width(), self.height())
            paint_keycap(painter, self.theme, where, self.place.keys, colour("ink2"), colour("line"), colour("surface"))


class Rail(Painted):
    """Up and Down walk over all of it. By Tab there are the main button, the place where one is, and the foot."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        main: Place,
        places: tuple[Place, ...],
        foot: tuple[Place, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(name)
        self._words = True
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 14, _SIDE, 10)
        column.setSpacing(2)
        column.addLayout(self._head(name))
        column.addSpacing(12)
        self.main = Button(theme, main.text, main.icon, kind=Kind.PRIMARY, size=Size.RAIL, name=main.text)
        self.main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.main.installEventFilter(self)
        self.main.clicked.connect(lambda: self.chosen.emit(main.key))
        column.addWidget(self.main)
        column.addSpacing(12)
        for place in places:
            column.addWidget(self._button(place, quiet=False))
        column.addStretch(1)
        for place in foot:
            column.addWidget(self._button(place, quiet=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._one_tab_stop()

    def set_current(self, key: str) -> None:
        """Marks the place; a key that is no place leaves none marked."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._one_tab_stop()

    def set_words(self, words: bool) -> None:
        if words == self._words:
            return
        self._words = words
        self._name.setVisible(words)
        self.main.set_icon_only(not words)
        for button in self._buttons.values():
            button.set_words(words)
        side = _SIDE if words else 8
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 14, side, 10)
        self.updateGeometry()

    def button(self, key: str) -> RailButton:
        return self._buttons[key]

    def sizeHint(self) -> QSize:
        layout = self.layout()
        least = layout.minimumSize() if layout is not None else QSize(0, 0)
        wanted = max((b.sizeHint().width() for b in self._buttons.values()), default=0)
        if not self._words:
            return QSize(self.theme.px(_FOLDED), least.height())
        return QSize(max(self.theme.px(_WIDE), wanted + 2 * _SIDE + 1), least.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Also from the main button, whose arrows end up here."""
        row: list[QWidget] = [self.main, *self._buttons.values()]
        focused = next((place for place, button in enumerate(row) if button.hasFocus()), None)
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if focused is None or not way:
            super().keyPressEvent(event)
        else:
            row[(focused + way) % len(row)].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        arrow = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if arrow and watched is self.main and cast("QKeyEvent", event).key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.keyPressEvent(cast("QKeyEvent", event))
            return True
        return False

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("rail"))
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _head(self, name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(Mark(self.theme))
        self._name = Text(self.theme, name, Role.WORDS)
        head.addWidget(self._name)
        head.addStretch(1)
        return head

    def _button(self, place: Place, quiet: bool) -> RailButton:
        button = RailButton(self.theme, place, quiet)
        button.clicked.connect(lambda: self.chosen.emit(place.key))
        self._buttons[place.key] = button
        return button

    def _one_tab_stop(self) -> None:
        places = [button for button in self._buttons.values() if button.isCheckable()]
        stop = next((button for button in places if button.isChecked()), places[0] if places else None)
        for button in places:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


def _centred(rect: QRect, side: int) -> QRect:
    square = QRect(0, 0, side, side)
    square.moveCenter(rect.center())
    return square
