"""What the colours of the small staircase mean, in words beside each shape."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentorapp.domain.enrolments import StepState
from mentorapp.language import Texts
from ui.theme import PASSED, Role, Theme, mix
from ui.widgets.flow import FlowLayout
from ui.widgets.painted import Painted, rounded, smooth
from ui.widgets.text import Text

_SIDE, _DOT = 12, 5


class _Step(Painted):
    """One step in the colour and shape of its state; the dot stands over the one where somebody is."""

    def __init__(self, theme: Theme, state: StepState) -> None:
        super().__init__(theme)
        self._state = state

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_SIDE), self.theme.px(_SIDE) + 2 * self.theme.px(_DOT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens, side = smooth(self), self.theme.tokens, self.theme.px(_SIDE)
        here = self._state is StepState.HERE
        top = self.height() - side if here else (self.height() - side) // 2
        step = QRectF(0, top, side, side)
        if self._state is StepState.AHEAD:
            rounded(painter, step, 2, None, self.theme.colour("edge"), 1.3)
            return
        rounded(painter, step, 2, QColor(tokens.rust) if here else mix(tokens.primary, tokens.canvas, PASSED))
        if here:
            dot = self.theme.px(_DOT)
            painter.drawEllipse(QRectF((side - dot) / 2, top - dot - 1, dot, dot))


class Legend(QWidget):
    """has been here, is here now, lies ahead."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=6)
        for state in (StepState.BEEN, StepState.HERE, StepState.AHEAD):
            flow.addWidget(_Step(theme, state))
            words = Text(theme, texts(f"mentees.legend_{state}"), Role.CAPTION, tone="ink2")
            words.setContentsMargins(0, 0, 10, 0)
            flow.addWidget(words)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
