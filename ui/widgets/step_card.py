"""One card in an empty window, for what is done step by step: a head, a body that scrolls, buttons that stay.

`StepCard(theme)`; `set_head(small, title)`, `show_body(widget)`, and buttons by `add_left` and `add_right`.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Role, Theme

from .button import Button
from .card import Card
from .mark import Mark
from .text import Text
from .widths import em, page_margin

_WIDEST_EM = 44
_LEAST_EM = 20
_SIDE = 28
_RING = 5  # room for the focus ring at the edges of what scrolls


class _Scroll(QScrollArea):
    """Asks for as much height as its content, so that the card is no taller than it must be, and `least` at least, so
    that it does not jump from step to step."""

    _least = 0

    def set_least(self, pixels: int) -> None:
        self._least = pixels
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        inside = self.widget()
        if inside is None:
            return super().sizeHint()
        wide = self.viewport().width()
        layout = inside.layout()
        high = layout.heightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else -1
        return QSize(super().sizeHint().width(), max(high, inside.sizeHint().height(), self._least) + 2)


class StepCard(QWidget):
    """What it holds decides its height, up to the height of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._outer = QVBoxLayout(self)
        self._outer.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        self.card = Card(theme)
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across.addWidget(self.card, 100)
        across.addStretch(1)
        self._outer.addLayout(across)
        self._outer.addStretch(1)
        inside = QVBoxLayout()
        inside.setContentsMargins(_SIDE, 20, _SIDE, 20)
        inside.setSpacing(14)
        self.card.body.addLayout(inside)
        inside.addLayout(self._head())
        self._area = _Scroll()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        inside.addWidget(self._area, 1)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        foot = QHBoxLayout()
        foot.addLayout(self._left)
        foot.addStretch(1)
        foot.addLayout(self._right)
        inside.addLayout(foot)
        theme.changed.connect(self._fit)

    def set_head(self, small: str, title: str) -> None:
        self._small.setText(small)
        self._title.setText(title)
        self.card.setAccessibleName(f"{title}. {small}" if small else title)

    def show_body(self, body: QWidget) -> None:
        """In place of the one before, which is kept by whoever made it."""
        self._area.takeWidget()
        layout = body.layout()
        if layout is not None:
            layout.setContentsMargins(_RING, _RING, _RING, _RING)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)
        body.show()
        self._fit()

    def add_left(self, button: Button) -> None:
        self._left.addWidget(button)

    def add_right(self, button: Button) -> None:
        self._right.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(self.theme, 34))
        self._title = Text(self.theme, "", Role.TITLE)
        head.addWidget(self._title)
        head.addStretch(1)
        self._small = Text(self.theme, "", Role.SMALL, tone="ink2")
        head.addWidget(self._small)
        return head

    def _fit(self) -> None:
        margin = page_margin(self)
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self.card.setMaximumWidth(em() * _WIDEST_EM)
        self._area.set_least(em() * _LEAST_EM)
        fit = getattr(self._area.widget(), "fit", None)
        if callable(fit):
            fit()
