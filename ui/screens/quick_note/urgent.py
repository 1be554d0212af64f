"""Something urgent was told: whom to call, at once and in this order. The program judges no risk (F36)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

_NUMBERS = ("112", "1177")


class UrgentCard(Overlay):
    """`local` are the unit's own numbers, a line each. Nothing here can be typed or pressed but Stäng."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, local: str) -> None:
        super().__init__(window, theme, texts("note.urgent_title"))
        for number in _NUMBERS:
            self.body.addWidget(Text(theme, texts(f"note.urgent_{number}"), Role.WORDS))
            self.body.addWidget(Text(theme, texts(f"note.urgent_{number}_more"), tone="ink2", wrap=True))
            self.body.addSpacing(6)
        self.body.addWidget(Text(theme, texts("note.urgent_local"), bold=True))
        own = Text(
            theme, local.strip() or texts("note.urgent_none"), tone="ink" if local.strip() else "ink2", wrap=True
        )
        own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(own)
        self.body.addSpacing(6)
        self.body.addWidget(Text(theme, texts("note.urgent_after"), Role.SMALL, tone="ink2", wrap=True))
        self.body.addStretch(1)
        self.close_button = Button(theme, texts("note.urgent_close"))
        self.close_button.clicked.connect(self.close_over)
        self.foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)
