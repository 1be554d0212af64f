"""A row of small pips: so many steps of so many, never a percentage.

`StepPips(theme, texts, done=0, total=0)`; `set_steps(done, total)`. `paint_pips` serves delegates.
"""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme

from .painted import Painted, rounded, smooth

_MOST = 12
_GAP = 3


def pips_size(theme: Theme, total: int, large: bool = False) -> QSize:
    wide, high = _pip(theme, large)
    shown = min(total, _MOST)
    return QSize(shown * (wide + _GAP), high)


def paint_pips(painter: QPainter, theme: Theme, at: QPoint, done: int, total: int, large: bool = False) -> None:
    """Filled for done, outlined for left; above twelve steps each pip stands for more than one."""
    wide, high = _pip(theme, large)
    shown = min(total, _MOST)
    filled = done if total <= _MOST else round(done * shown / total)
    for place in range(shown):
        box = QRectF(at.x() + place * (wide + _GAP), at.y(), wide, high)
        if place < filled:
            rounded(painter, box, 3, theme.colour("primary"))
        else:
            rounded(painter, box, 3, theme.colour("surface"), theme.colour("primary"), 1.3)


def _pip(theme: Theme, large: bool) -> tuple[int, int]:
    return theme.px(21 if large else 15), theme.px(9 if large else 8)


class StepPips(Painted):
    """Its name is the words that stand beside it: 2 av 4."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        done: int = 0,
        total: int = 0,
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._texts = texts
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_steps(done, total)

    def set_steps(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setAccessibleName(self.words())
        self.setToolTip(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        return self._texts("widgets.steps_done", done=self._done, count=self._total)

    def sizeHint(self) -> QSize:
        return pips_size(self.theme, self._total, self._large)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        paint_pips(smooth(self), self.theme, QPoint(0, 0), self._done, self._total, self._large)
