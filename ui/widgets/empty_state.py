"""What stands where nothing is yet: one sentence, one suggestion, one button.

`EmptyState(theme, sentence, second="", act="", *, icon=None, act_icon=None)`; signal `act_wanted`.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Role, Theme

from .button import Button, Kind
from .icon_view import IconView
from .text import Text

_ANY = 16_777_215  # centred lines need no shortest way back to the left edge


class EmptyState(QWidget):
    """In the middle of its place; the largest type when it fills a screen (`large`)."""

    act_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        second: str = "",
        act: str = "",
        *,
        icon: str | None = None,
        act_icon: str | None = None,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{sentence} {second}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 20)
        column.setSpacing(8)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        if icon:
            column.addWidget(IconView(theme, icon, tone="primary", side=36), 0, middle)
        first = Text(theme, sentence, Role.DISPLAY if large else Role.WORDS, wrap=True)
        first.setMaximumWidth(_ANY)
        first.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(first)
        if second:
            more = Text(theme, second, tone="ink2", wrap=True)
            more.setMaximumWidth(_ANY)
            more.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(more)
        self.button: Button | None = None
        if act:
            self.button = Button(theme, act, act_icon, kind=Kind.PRIMARY)
            self.button.clicked.connect(self.act_wanted)
            column.addSpacing(8)
            column.addWidget(self.button, 0, middle)
            self.setFocusProxy(self.button)
        column.addStretch(1)
