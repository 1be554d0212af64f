"""F6: from one part of the window to the next. A screen may name its parts; otherwise it is one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.focus_chain import chain_from, is_stop


def step_region(regions: Sequence[QWidget], step: int) -> None:
    """Puts the focus on the first control of the next (1) or previous (-1) region that has one."""
    shown = [region for region in regions if region.isVisible()]
    here = QApplication.focusWidget()
    at = next((n for n, region in enumerate(shown) if _holds(region, here)), -1 if step > 0 else 0)
    for distance in range(1, len(shown) + 1):
        first = first_stop(shown[(at + step * distance) % len(shown)])
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return


def first_stop(region: QWidget) -> QWidget | None:
    """The first control in the region that Tab would reach."""
    if is_stop(region):
        return region
    return next((one for one in chain_from(region) if is_stop(one) and region.isAncestorOf(one)), None)


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))
