"""A strip across a screen: a sentence and one button.

`Banner(theme, sentence, act="", *, icon="info", tone="soft")` says something; `FaultStrip(theme)` is shape (b) of
faults, the world's, with `show_fault(sentence, act)` and `clear()`. Signal of both: `act_wanted`.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme

from .announce import announce
from .button import Button, Size
from .icon_view import IconView
from .painted import Painted, rounded, smooth
from .text import Text

_TONES = {"soft": ("soft", "primary"), "amber": ("ambersoft", "amber"), "ok": ("oksoft", "ok")}


class Banner(Painted):
    """At most one above the groups of a screen."""

    act_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        act: str = "",
        *,
        icon: str = "info",
        tone: str = "soft",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._ground, self._edge = _TONES[tone]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(12)
        line.addWidget(IconView(theme, icon, tone=self._edge, side=20))
        self._text = Text(theme, sentence, wrap=True)
        self._text.setMaximumWidth(16_777_215)
        line.addWidget(self._text, 1)
        self.button = Button(theme, act or " ", size=Size.ROW)
        line.addWidget(self.button)  # before it is shown: without a parent it would be a window of its own
        self.button.setVisible(bool(act))
        self.button.clicked.connect(self.act_wanted)
        self.setAccessibleName(sentence)

    def sentence(self) -> str:
        return self._text.text()

    def set_words(self, sentence: str, act: str = "") -> None:
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setVisible(bool(act))
        if act:
            self.button.set_text(act)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self.theme.colour
        rounded(smooth(self), self.rect(), 9, colour(self._ground), colour(self._edge), self.theme.border)


class FaultStrip(Banner):
    """Hidden until something of the world fails; the rest of the screen works on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon="warn", tone="amber", parent=parent)
        self.hide()

    def show_fault(self, sentence: str, act: str = "") -> None:
        self.set_words(sentence, act)
        self.show()
        announce(self, sentence)

    def clear(self) -> None:
        self.hide()
