"""The order of Tab where it is known what comes before, so that the chain of the window need not be walked along."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.widgets.rows import stops


def in_tab_order(before: QWidget, parts: Iterable[QWidget]) -> None:
    """What Tab comes to in `parts`, after `before`."""
    for part in parts:
        for stop in stops(part):
            QWidget.setTabOrder(before, stop)
            before = stop
