"""Finishes the layout of a part of the window before it is painted.

Left to itself a change climbs up one layout for each round of the event loop: with cards in columns in a page that
scrolls, the first paint comes before the last of them, and everything is painted twice.
"""

from PySide6.QtWidgets import QScrollArea, QWidget


def settle(widget: QWidget) -> None:
    """From the inside out; what is hidden is left as it is."""
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden() and (child.layout() is not None or _holds(child)):
            settle(child)
    layout = widget.layout()
    if layout is not None:
        layout.activate()


def _holds(widget: QWidget) -> bool:
    """A scroll area has no layout itself; what it shows is a child of its viewport."""
    parent = widget.parentWidget()
    return isinstance(widget, QScrollArea) or (isinstance(parent, QScrollArea) and parent.viewport() is widget)
