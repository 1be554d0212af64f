"""The hands of whoever works by keyboard alone: they press keys where the focus is, and count them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_FURTHEST = 120


class Hand:
    """Words that are written are not counted. `strokes` counts a modifier as one more, `keys` a chord as one."""

    def __init__(self) -> None:
        self.strokes = self.keys = 0
        self._at = 0

    def begin_counting(self) -> None:
        self.strokes = self.keys = 0

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.strokes += 1 + modifier.value.bit_count()
            self.keys += 1
            QTest.keyClick(_menu() or focused(), key, modifier)

    def tab(self, times: int = 1) -> None:
        self.press(*[Qt.Key.Key_Tab] * times)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def space(self) -> None:
        self.press(Qt.Key.Key_Space)

    def save(self) -> None:
        """Ctrl+Enter, as every form hears it."""
        self.press(Qt.Key.Key_Return, modifier=CTRL)

    def choose(self, letters: str) -> None:
        """Letters that choose: they are strokes, as they say nothing themselves."""
        self.strokes += len(letters)
        self.keys += len(letters)
        self.write(letters)

    def write(self, words: str) -> None:
        """A character at a time, as from a Swedish keyboard; QTest knows no å."""
        self._at += 1_000  # letters for a choice are read together only when they come soon after one another
        for character in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                event.setTimestamp(self._at)
                QCoreApplication.sendEvent(focused(), event)

    def to(self, name: str) -> QWidget:
        """Tab until the focus is on what is called so, or on the first whose name holds these words."""
        return self.tab_until(lambda widget: name in focus_name(widget), name)

    def tab_until(self, there: Callable[[QWidget], bool], what: str = "there") -> QWidget:
        passed: list[str] = []
        for _ in range(_FURTHEST):
            widget = focused()
            if there(widget):
                return widget
            passed.append(focus_name(widget))
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {what!r}, only to {list(dict.fromkeys(passed))}")


def _menu() -> QWidget | None:
    """An open menu takes every key."""
    return QApplication.activePopupWidget()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "The focus is lost"
    return widget


def focus_name(widget: QWidget) -> str:
    """What a screen reader would say of it."""
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    return widget.accessibleName() or (said if isinstance(said, str) else "") or type(widget).__name__
