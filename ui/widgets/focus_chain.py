"""The order of Tab, walked along without harm.

PySide takes the widget that `nextInFocusChain` gives for a part of the one that was asked: when that one goes, or what
lies between the two, a widget that is alive would count as deleted. So in the end every parent that was passed is asked
for its own children, which puts it right.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def chain_from(widget: QWidget, *, forward: bool = True) -> Iterator[QWidget]:
    """What comes after `widget`, or before it, once round the window: stops of Tab and all that lies between them."""
    homes: set[QWidget] = set()
    passed: set[QWidget] = set()
    at = widget
    try:
        while True:
            at = (at.nextInFocusChain() if forward else at.previousInFocusChain()) or widget
            home = at.parentWidget()
            if home is not None:
                homes.add(home)
            # A chain that Qt has broken can go in a circle that `widget` is not in.
            if at is widget or at in passed:
                return
            passed.add(at)
            yield at
    finally:
        for home in homes:
            home.findChildren(QWidget, options=_DIRECT)


def takes_tab(widget: QWidget) -> bool:
    """By itself: what hands its focus on is no stop."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def is_stop(widget: QWidget) -> bool:
    """Whether Tab comes there now."""
    return widget.isVisible() and takes_tab(widget) and widget.isEnabled()
