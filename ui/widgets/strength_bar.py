"""How well a passphrase holds, as a word with a bar: svag, går, stark.

`StrengthBar(theme, texts)`; `set_strength(level)` with 0 (nothing yet), 1, 2 or 3. The word is `words()`.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .announce import announce
from .painted import Painted, rounded, smooth

_KEYS = ("strength_none", "strength_weak", "strength_fair", "strength_strong")
_BAR, _GAP, _PARTS, _LONGEST = 6, 4, 3, 280


class StrengthBar(Painted):
    """Three parts of one colour: the word tells, the bar only repeats it."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._texts = texts
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def strength(self) -> int:
        return self._level

    def words(self) -> str:
        return self._texts(f"widgets.{_KEYS[self._level]}")

    def set_strength(self, level: int) -> None:
        level = max(0, min(_PARTS, level))
        if level != self._level:
            self._level = level
            self._name()
            announce(self, self.words())
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.theme.metrics(Role.SMALL)
        return QSize(self.theme.px(180) + metrics.horizontalAdvance(self.words()), max(metrics.height(), _BAR))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        colour = self.theme.colour
        metrics = self.theme.metrics(Role.SMALL)
        words = max(metrics.horizontalAdvance(self._texts(f"widgets.{key}")) for key in _KEYS)
        track = min(self.theme.px(_LONGEST), max(30, self.width() - words - 12))
        part = (track - _GAP * (_PARTS - 1)) / _PARTS
        y = (self.height() - _BAR) / 2
        for place in range(_PARTS):
            box = QRectF(place * (part + _GAP), y, part, _BAR)
            if place < self._level:
                rounded(painter, box, 3, colour("primary"))
            else:
                rounded(painter, box, 3, colour("sunk"), colour("edge"), 1)
        painter.setFont(self.theme.font(Role.SMALL))
        painter.setPen(colour("ink2" if self._level == 0 else "ink"))
        painter.drawText(QRectF(track + 12, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.words())

    def _name(self) -> None:
        self.setAccessibleName(self._texts("widgets.strength", words=self.words()))
