"""Finishes the layout of a part of the window before it is painted.

Left to itself a change climbs up one layout for each round of the event loop: with cards in columns in a page that
scrolls, the first paint comes before the last of them, and everything is painted twice.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

_SAID = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
_ROUNDS = 3
"""A scroll bar that comes takes room, and words that wrap anew want another height."""


def settle(widget: QWidget) -> None:
    """From the inside out; what is hidden is left as it is."""
    layout = widget.layout()
    if layout is not None:
        _show_new(widget, layout)
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden() and (child.layout() is not None or _holds(child)):
            settle(child)
    if layout is not None:
        layout.activate()
    if isinstance(widget, QScrollArea):
        _fit(widget)


def _show_new(widget: QWidget, layout: QLayout) -> None:
    """What a layout was given is shown in the next round only; what somebody has hidden stays hidden.

    The layouts are asked, not their items: Python's name for an item that Qt made can outlive it.
    """
    for child in widget.children():
        if isinstance(child, QWidget) and child.isHidden() and not child.testAttribute(_SAID) and _has(layout, child):
            child.show()


def _has(layout: QLayout, widget: QWidget) -> bool:
    inner = (one for one in layout.children() if isinstance(one, QLayout))
    return layout.indexOf(widget) >= 0 or any(_has(one, widget) for one in inner)


def _fit(area: QScrollArea) -> None:
    """What is in it gets its size at once, where it would wait for the next round: until then it would be squeezed."""
    inside = area.widget() if area.widgetResizable() else None
    if inside is None:
        return
    for _ in range(_ROUNDS):
        before = inside.size()
        QApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
        if inside.size() == before:
            return
        settle(inside)


def _holds(widget: QWidget) -> bool:
    """A scroll area has no layout itself; what it shows is a child of its viewport."""
    parent = widget.parentWidget()
    return isinstance(widget, QScrollArea) or (isinstance(parent, QScrollArea) and parent.viewport() is widget)
