"""How important an area is right now: from none to three small dots."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from mentorapp.domain.mapping import IMPORTANCE_MAX
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips

_DOT, _GAP = 7, 4


def dots_width(theme: Theme) -> int:
    return IMPORTANCE_MAX * theme.px(_DOT) + (IMPORTANCE_MAX - 1) * _GAP


def paint_dots(painter: QPainter, theme: Theme, right: QPointF, importance: int) -> None:
    """Filled dots for the importance, outlined for the rest; `right` is the middle of their right edge."""
    side = theme.px(_DOT)
    x = right.x() - dots_width(theme)
    for place in range(IMPORTANCE_MAX):
        box = QRectF(x + place * (side + _GAP), right.y() - side / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("edge" if place >= importance else "primary"))
        painter.setBrush(theme.colour("primary" if place < importance else "surface"))
        painter.drawEllipse(box)


def importance_words(texts: Texts, importance: int) -> str:
    return texts(f"mapping.importance_{importance}")


def importance_chips(theme: Theme, texts: Texts, importance: int) -> ChoiceChips:
    """The same as words to choose from; the digits choose too."""
    choices = [Choice(str(n), importance_words(texts, n), letter=str(n)) for n in range(IMPORTANCE_MAX + 1)]
    return ChoiceChips(theme, texts("mapping.importance"), choices, str(importance), ticked=True)
