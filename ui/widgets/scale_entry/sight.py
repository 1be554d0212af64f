"""Brings a part of a form in sight, in whatever scrolls around it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_in_sight(part: QWidget) -> None:
    """As soon as a form that has just come or changed knows its places; with a little of what comes after."""
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part, 0, part.height())
            return
        above = above.parentWidget()
