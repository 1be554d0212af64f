"""Keys and letters as they are pressed: to whatever has the focus, å and ä too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def press(*what: Qt.Key | str, ctrl: bool = False, shift: bool = False) -> int:
    """Each key is one stroke, each text one letter after another; gives how many keys were pressed, letters apart."""
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    if shift:
        held |= Qt.KeyboardModifier.ShiftModifier
    strokes = 0
    for one in what:
        strokes += isinstance(one, Qt.Key)
        for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(Qt.Key.Key_unknown, c) for c in one]:
            target = focused()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, held, letter))
                target = QApplication.focusWidget() or target
        QApplication.processEvents()
    return strokes


def press_until(holds: Callable[[], bool], key: Qt.Key, most: int = 60) -> None:
    """Presses until it holds; a focus that never comes there is a failure, not a test without end."""
    for _ in range(most):
        if holds():
            return
        press(key)
    assert holds(), f"not after {most} keys"


def close_popup() -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
