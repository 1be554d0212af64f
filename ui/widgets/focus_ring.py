"""One ring per window that shows where the keyboard is: 2 px, outside the control, on every ground.

`FocusRing(window, theme)` is built once per window and dialog. A control may tell its shape: `ring_radius` (a number)
and `focus_rect()` (in its own coordinates). A view's ring goes round its current row.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.theme import Theme

_WIDTH, _GAP, _FIELD_GAP, _RADIUS = 2, 2, 1, 7.0
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.Paint,
        QEvent.Type.UpdateRequest,
    }
)


class FocusRing(QWidget):
    """Shows for the keyboard on all controls, and always on text fields."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keys = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self.update)
        self._listen()

    def target(self) -> QWidget | None:
        """The control that the ring is round, if it is shown."""
        return self._target if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and not isinstance(watched, QWidget):
            self._on_key()
        elif kind == QEvent.Type.MouseButtonPress and not isinstance(watched, QWidget):
            self._by_keys = False
        elif kind == QEvent.Type.Show and watched is self.parent():
            self._listen()
        elif kind in _MOVES and self._target is not None:
            self._place()
        return False

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), _WIDTH))
        half = _WIDTH / 2
        radius = _radius(self._target) + _gap(self._target) + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _listen(self) -> None:
        """The handle of the window says whether mouse or keyboard was last used; it exists once shown."""
        handle = self.window().windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)
            self._on_focus_changed(None, QApplication.focusWidget())

    def _on_key(self) -> None:
        self._by_keys = True
        focused = QApplication.focusWidget()
        if self._target is None and focused is not None and focused.window() is self.window():
            self._follow(focused)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self.window():
            self._let_go()
        elif isinstance(new, _FIELDS) or (self._by_keys and not QApplication.mouseButtons()):
            self._follow(new)
        else:
            self._let_go()

    def _follow(self, target: QWidget) -> None:
        self._let_go()
        self._target = target
        chain: list[QWidget] = [target]
        if isinstance(target, QAbstractScrollArea):
            chain.append(target.viewport())
        parent = target.parentWidget()
        while parent is not None and parent is not self.window():
            chain.append(parent)
            parent = parent.parentWidget()
        for widget in chain:
            widget.installEventFilter(self)
        self._watched = chain
        target.destroyed.connect(self._on_destroyed)
        self._place()

    def _let_go(self) -> None:
        """What is being deleted loses the focus first, and can then no longer be asked anything."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._target is not None and isValid(self._target):
            self._target.destroyed.disconnect(self._on_destroyed)
        self._target = None
        self.hide()

    def _on_destroyed(self) -> None:
        self._target = None
        self._watched = []
        self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None:
            return
        where = _shape(target)
        if where.isEmpty() or not target.isVisible():
            self.hide()
            return
        spread = _gap(target) + _WIDTH
        where = QRect(target.mapTo(self.window(), where.topLeft()), where.size())
        where = where.adjusted(-spread, -spread, spread, spread)
        if not _in_sight(target, where, self.window()):
            self.hide()
            return
        if where != self.geometry():
            self.setGeometry(where)
        if not self.isVisible():
            self.show()
        self.raise_()


def _shape(target: QWidget) -> QRect:
    """What of the control the ring goes round, in its own coordinates."""
    own = getattr(target, "focus_rect", None)
    if own is not None:
        rect = own()
        return rect if isinstance(rect, QRect) else target.rect()
    if isinstance(target, QAbstractItemView):
        return _row(target)
    if isinstance(target, QTabBar):
        return target.tabRect(target.currentIndex())
    return target.rect()


def _row(view: QAbstractItemView) -> QRect:
    """The current row from edge to edge, or the whole view when nothing is current."""
    index = view.currentIndex()
    if not index.isValid():
        return view.rect()
    rect = view.visualRect(index)
    if view.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
        rect.setLeft(0)
        rect.setRight(view.viewport().width() - 1)
    spread = _GAP + _WIDTH
    rect = rect.adjusted(spread, spread, -spread, -spread) & view.viewport().rect()
    return QRect(view.viewport().mapTo(view, rect.topLeft()), rect.size())


def _in_sight(target: QWidget, where: QRect, window: QWidget) -> bool:
    """Whether the control is not scrolled out of the areas it lies in."""
    parent = target.parentWidget()
    while parent is not None and parent is not window:
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            seen = QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
            if not seen.intersects(where) or not seen.contains(where.center()):
                return False
        parent = area
    return True


def _gap(target: QWidget | None) -> int:
    return _FIELD_GAP if isinstance(target, _FIELDS) else _GAP


def _radius(target: QWidget | None) -> float:
    radius = getattr(target, "ring_radius", _RADIUS)
    return float(radius) if isinstance(radius, int | float) else _RADIUS
