"""Width classes counted in em, so that a larger font behaves like a narrower window."""

from enum import IntEnum

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

_WIDE, _MID, _LOW = 60, 42, 34


class Width(IntEnum):
    """Ordered: `width_class(w) >= Width.MID`."""

    NARROW = 1
    MID = 2
    WIDE = 3


def em() -> int:
    """The line height of the body font, in pixels."""
    return QFontMetrics(QApplication.font()).height()


def width_class(widget: QWidget) -> Width:
    """The class of the window that the widget is in."""
    width = widget.window().width() / em()
    return Width.WIDE if width >= _WIDE else Width.MID if width >= _MID else Width.NARROW


def is_low(widget: QWidget) -> bool:
    """Whether the window is so low that heads fold to one line."""
    return widget.window().height() / em() < _LOW


def page_margin(widget: QWidget) -> int:
    return {Width.WIDE: 24, Width.MID: 16, Width.NARROW: 12}[width_class(widget)]
