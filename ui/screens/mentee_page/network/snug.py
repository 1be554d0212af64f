"""A button or chip at the right of a wide row that stays as wide as its words."""

from typing import TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

WidgetT = TypeVar("WidgetT", bound=QWidget)


def snug(widget: WidgetT) -> WidgetT:
    """Takes no more room than it needs: words that end at their longest line would leave it the rest."""
    widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return widget
