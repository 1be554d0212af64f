"""One of a few: pills in a row, one Tab stop; arrows, first letters and digits choose.

`ChoiceChips(theme, name, choices, chosen="")` with `Choice(key, text, icon=None, letter="")`; `current()`,
`choose(key)`, `set_blocked(key, reason)`. Signal `chosen(str)` carries the key when the user has chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from ui.theme import DISABLED, Role, Theme, mix, paint_icon

from .flow import FlowLayout
from .painted import rounded, smooth
from .reader_press import ReaderPress

_SIDE, _GAP, _AIR, _ICON = 13, 9, 11, 18
_FORGETS_AFTER_MS = 900


@dataclass(frozen=True, slots=True)
class Choice:
    """`letter` chooses it from the keyboard; without one the first letters of `text` do."""

    key: str
    text: str
    icon: str | None = None
    letter: str = ""


class Pill(ReaderPress, QRadioButton):
    """A radio button that looks like a pill; a chosen one without an icon of its own gets a tick when `ticked`."""

    def __init__(self, theme: Theme, choice: Choice, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(choice.text, parent)
        self.theme = theme
        self.choice = choice
        self._ticked = ticked
        self.setAccessibleName(choice.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.press_for_reader()

    @property
    def ring_radius(self) -> float:
        return self.height() / 2

    def sizeHint(self) -> QSize:
        metrics = self.theme.metrics(Role.BODY, True)
        width = 2 * _SIDE + metrics.horizontalAdvance(self.text())
        if self.choice.icon or self._ticked:
            width += self.theme.px(_ICON) + _GAP
        return QSize(width, metrics.height() + _AIR)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        tokens, colour = self.theme.tokens, self.theme.colour
        chosen = self.isChecked()
        over = self.underMouse() or self.isDown()
        ground = colour("primary2" if over else "primary") if chosen else colour("sunk" if over else "surface")
        ink = colour("onprimary") if chosen else colour("ink")
        if not self.isEnabled():
            ground, ink = colour("surface"), mix(tokens.ink2, tokens.surface, DISABLED)
        edge = ground if chosen and self.isEnabled() else colour("edge")
        rounded(painter, self.rect(), self.height() / 2, ground, edge, self.theme.border)
        icon = self.choice.icon or ("check" if self._ticked and chosen else None)
        metrics = self.theme.metrics(Role.BODY, chosen)
        side = self.theme.px(_ICON)
        wide = metrics.horizontalAdvance(self.text()) + (side + _GAP if icon else 0)
        x = max(4, (self.width() - wide) // 2)
        if icon:
            paint_icon(painter, icon, QRect(x, 0, side, self.height()), ink)
            x += side + _GAP
        painter.setFont(self.theme.font(Role.BODY, chosen))
        painter.setPen(ink)
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())


class ChoiceChips(QWidget):
    """`name` is the question: Hur sågs ni?"""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[Choice],
        chosen: str = "",
        *,
        ticked: bool = False,
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._typed = ""
        self._typed_at = 0
        self._group = QButtonGroup(self)
        self._pills: dict[str, Pill] = {}
        flow = FlowLayout(self, gap)
        for choice in choices:
            pill = Pill(theme, choice, ticked, self)
            pill.installEventFilter(self)
            self._pills[choice.key] = pill
            self._group.addButton(pill)
            pill.clicked.connect(partial(self._on_clicked, pill))
            flow.addWidget(pill)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if chosen:
            self.choose(chosen)
        else:
            self._one_tab_stop()

    def current(self) -> str:
        """The key of the choice, empty when nothing is chosen."""
        return next((key for key, pill in self._pills.items() if pill.isChecked()), "")

    def choose(self, key: str) -> None:
        """Chooses without a word; an empty key chooses nothing."""
        if key in self._pills:
            self._pills[key].setChecked(True)
        else:
            self._group.setExclusive(False)
            for pill in self._pills.values():
                pill.setChecked(False)
            self._group.setExclusive(True)
        self._one_tab_stop()

    def pill(self, key: str) -> Pill:
        return self._pills[key]

    def set_blocked(self, key: str, reason: str | None) -> None:
        """A choice that is not open says why in its tooltip and description."""
        pill = self._pills[key]
        pill.setEnabled(reason is None)
        pill.setToolTip(reason or "")
        pill.setAccessibleDescription(reason or "")
        self._one_tab_stop()

    def focus(self) -> None:
        """Puts the focus on the choice, or on the first when nothing is chosen."""
        self._stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, Pill):
            return self._on_key(watched, event)
        return False

    def _on_key(self, pill: Pill, event: QKeyEvent) -> bool:
        """Arrows walk and choose at once; letters and digits choose what begins so."""
        ahead = (Qt.Key.Key_Right, Qt.Key.Key_Down)
        back = (Qt.Key.Key_Left, Qt.Key.Key_Up)
        if event.key() in (*ahead, *back):
            self._step(pill, 1 if event.key() in ahead else -1)
            return True
        letters = event.text()
        if letters.isprintable() and letters.strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return self._on_letters(letters.casefold(), event.timestamp())
        return False

    def _step(self, pill: Pill, way: int) -> None:
        pills = [one for one in self._pills.values() if one.isEnabled()]
        if pill in pills:
            self._take(pills[(pills.index(pill) + way) % len(pills)])

    def _on_letters(self, letters: str, at: int) -> bool:
        """Letters typed soon after one another are read together (30), else as a new beginning."""
        together = self._typed + letters if at - self._typed_at < _FORGETS_AFTER_MS else letters
        self._typed_at = at
        for typed in (together, letters):
            found = self._beginning_with(typed)
            if found is not None:
                self._typed = typed
                self._take(found)
                return True
        self._typed = ""
        return False

    def _beginning_with(self, typed: str) -> Pill | None:
        """The next one that begins so, after the chosen one, so that the same letter again goes on."""
        pills = [one for one in self._pills.values() if one.isEnabled()]
        start = next((place for place, one in enumerate(pills) if one.isChecked()), -1)
        skip = 1 if len(typed) == 1 else 0
        turned = [*pills[start + skip :], *pills[: start + skip]] if start >= 0 else pills
        by_letter = [one for one in turned if one.choice.letter.casefold() == typed]
        by_text = [one for one in turned if one.text().casefold().startswith(typed)]
        return next(iter((*by_letter, *by_text)), None)

    def _take(self, pill: Pill) -> None:
        pill.setFocus(Qt.FocusReason.TabFocusReason)
        if not pill.isChecked():
            pill.setChecked(True)
            self._on_clicked(pill)

    def _on_clicked(self, pill: Pill, _checked: bool = True) -> None:
        self._one_tab_stop()
        self.chosen.emit(pill.choice.key)

    def _stop(self) -> Pill:
        enabled = [one for one in self._pills.values() if one.isEnabled()] or list(self._pills.values())
        return next((one for one in enabled if one.isChecked()), enabled[0])

    def _one_tab_stop(self) -> None:
        if not self._pills:
            return
        stop = self._stop()
        for pill in self._pills.values():
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pill is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)
