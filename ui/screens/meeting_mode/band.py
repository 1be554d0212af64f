"""The calm band over everything: that the screen may be shown, and when it was last saved."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.icon_view import IconView
from ui.widgets.painted import Painted
from ui.widgets.text import Text


class Band(Painted):
    """Nothing on it can be pressed."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        words = texts("meeting_mode.band")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(10)
        line.addWidget(IconView(theme, "screen", tone="primary", side=20))
        line.addWidget(Text(theme, words, tone="primary", bold=True), 1)
        self.saved = Text(theme, "", Role.SMALL, tone="ink2")
        line.addWidget(self.saved)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("soft"))
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
