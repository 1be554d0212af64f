"""A widget inside the margins of a card that can be hidden whole: an empty layout would keep its margins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .button import Button
from .card import SIDE, Card


def inset(card: Card, content: QWidget, *, left: int = SIDE, above: int = 0, below: int = 12) -> QWidget:
    """Puts `content` last in the card and gives what is to be shown and hidden."""
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(left, above, SIDE, below)
    lines.addWidget(content, 0, Qt.AlignmentFlag.AlignLeft if isinstance(content, Button) else Qt.AlignmentFlag(0))
    card.body.addWidget(box)
    return box
