"""The small staircase of lists: behind filled, here rust with a dot above, ahead outlined.

`MiniStairs(theme, texts, states)`; `paint_mini_stairs(painter, theme, rect, states)` and `mini_stairs_size(theme)`
serve delegates. `states` is a tuple of `StepState`, lowest step first.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import MINI_FIRST, stair_boxes
from mentorapp.language.texts import Texts
from ui.theme import PASSED, Theme, mix

from .painted import Painted, rounded, smooth

_WIDE, _HIGH, _DOT = 58, 30, 3.0


def mini_stairs_size(theme: Theme) -> QSize:
    return QSize(theme.px(_WIDE), theme.px(_HIGH))


def paint_mini_stairs(
    painter: QPainter, theme: Theme, rect: QRect, states: Sequence[StepState], ground: str = "surface"
) -> None:
    """Stands in the left of `rect`, on its foot; `ground` is the token of what it is painted on."""
    if not states:
        return
    size = mini_stairs_size(theme)
    width, dot = min(size.width(), rect.width()), _DOT * theme.scale
    high = min(size.height(), rect.height()) - 3 * dot
    bottom = rect.center().y() + size.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box, state in zip(stair_boxes(len(states), MINI_FIRST, min(0.035, 0.2 / len(states))), states, strict=True):
        step = QRectF(rect.x() + box.x * width, bottom - box.height * high, box.width * width, box.height * high)
        _paint_step(painter, theme, step, state, ground)
        if state is StepState.HERE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("rust"))
            painter.drawEllipse(QPointF(step.center().x(), step.top() - 1 - dot), dot, dot)
    painter.restore()


def _paint_step(painter: QPainter, theme: Theme, step: QRectF, state: StepState, ground: str) -> None:
    tokens = theme.tokens
    if state is StepState.BEEN:
        rounded(painter, step, 1.5, mix(tokens.primary, getattr(tokens, ground), PASSED))
    elif state is StepState.HERE:
        rounded(painter, step, 1.5, theme.colour("rust"))
    else:
        rounded(painter, step, 2, None, theme.colour("edge"), 1.3)


def stairs_in_words(texts: Texts, states: Sequence[StepState]) -> str:
    """Where the person is, for those who do not see the picture."""
    here = [place for place, state in enumerate(states, start=1) if state is StepState.HERE]
    if not here:
        return texts("widgets.stairs_nowhere", count=len(states))
    return texts("widgets.stairs_at", step=here[-1], count=len(states))


class MiniStairs(Painted):
    """A picture with a name; the words beside it say the same."""

    def __init__(
        self, theme: Theme, texts: Texts, states: Sequence[StepState] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._texts = texts
        self.set_states(states)

    def set_states(self, states: Sequence[StepState]) -> None:
        self._states = tuple(states)
        self.setAccessibleName(stairs_in_words(self._texts, self._states))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return mini_stairs_size(self.theme)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        paint_mini_stairs(smooth(self), self.theme, self.rect(), self._states)
