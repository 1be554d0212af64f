"""Any of a list of words: small chips that are turned on and off, found by typing.

`WordChips(theme, label, more)`; `set_words((code, name), ...)` fills it, `chosen()` and `set_chosen(codes)` are what is
on, signal `edited`. As a field of forms it has `draft()` and `set_draft()`. A long list shows the first words and what
is chosen; letters typed on it leave what fits, Space or Enter turns a word on, Esc or Backspace ends the search.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mentorapp.language.names import fits
from ui.theme import Role, Theme, paint_icon

from .announce import announce
from .field import Field
from .flow import FlowLayout
from .painted import rounded, smooth
from .reader_press import ReaderPress

_SIDE, _AIR, _ICON, _GAP = 10, 7, 14, 5
_FIRST = 6
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class WordChip(ReaderPress, QPushButton):
    """On: a tick on the soft ground. Off: an outline."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None, *, checkable: bool = True) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.toggled.connect(lambda _on: self.updateGeometry())
        self.press_for_reader()

    @property
    def ring_radius(self) -> float:
        return self.height() / 2

    def sizeHint(self) -> QSize:
        metrics = self.theme.metrics(Role.SMALL)
        tick = self.theme.px(_ICON) + _GAP if self.isChecked() else 0
        return QSize(2 * _SIDE + metrics.horizontalAdvance(self.text()) + tick, metrics.height() + _AIR)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        painter, colour = smooth(self), self.theme.colour
        on, over = self.isChecked(), self.underMouse() or self.isDown()
        ground = colour("soft") if on else colour("sunk") if over else colour("surface")
        edge = colour("primary") if on else colour("edge") if self.isCheckable() else colour("line")
        rounded(painter, self.rect(), self.height() / 2, ground, edge, self.theme.border)
        rect = self.rect().adjusted(_SIDE, 0, -2, 0)
        if on:
            side = self.theme.px(_ICON)
            where = rect.adjusted(0, 0, 0, 0)
            where.setWidth(side)
            paint_icon(painter, "check", where, colour("primary"))
            rect.setLeft(rect.left() + side + _GAP)
        painter.setFont(self.theme.font(Role.SMALL))
        painter.setPen(colour("ink" if on else "ink2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())


class WordChips(Field):
    """One Tab stop; arrows walk. `more` is the word of the chip that brings out the rest."""

    edited = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, label: str, more: str, hint: str = "", parent: QWidget | None = None) -> None:
        self._row = QWidget()
        super().__init__(theme, label, self._row, hint, parent)
        self._flow = FlowLayout(self._row, gap=6, line_gap=6)
        self._chips: dict[str, WordChip] = {}
        self._typed = ""
        self._whole = False
        self._more = WordChip(theme, more, self._row, checkable=False)
        self._more.clicked.connect(self._show_whole)
        self._more.installEventFilter(self)
        self._flow.addWidget(self._more)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        layout = self.layout()
        if layout is not None:
            layout.setAlignment(Qt.AlignmentFlag(0))  # else the lines of chips would not count for the height
        self._suit()

    def set_words(self, words: Sequence[tuple[str, str]]) -> None:
        """(code, name) in their order; what is on stays on where its word is still there."""
        kept = self.chosen()
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        while self._flow.count():
            self._flow.takeAt(0)
        self._chips = {}
        for code, name in words:
            chip = self._chips[code] = WordChip(self.theme, name, self._row)
            chip.clicked.connect(self._on_clicked)
            chip.installEventFilter(self)
            self._flow.addWidget(chip)
        self._flow.addWidget(self._more)
        self.set_chosen(kept)

    def chosen(self) -> tuple[str, ...]:
        """In the order of the list."""
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    def set_chosen(self, codes: Sequence[str]) -> None:
        """From outside: nothing is emitted. The search ends and the list folds."""
        for code, chip in self._chips.items():
            chip.setChecked(code in codes)
        self._typed, self._whole = "", False
        self._suit()

    def draft(self) -> list[str]:
        return list(self.chosen())

    def set_draft(self, value: Any) -> None:
        self.set_chosen([str(code) for code in value])
        self.edited.emit()

    def chip(self, code: str) -> WordChip:
        return self._chips[code]

    def stop(self) -> QWidget:
        """Where Tab comes in."""
        return next((chip for chip in self._shown() if chip.focusPolicy() is Qt.FocusPolicy.StrongFocus), self._more)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and isinstance(watched, WordChip)):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers():
            shown = self._shown()
            self._focus(shown[(shown.index(watched) + _STEPS[key]) % len(shown)])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            watched.click()
            return True
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            return self._unsearch(whole=key is Qt.Key.Key_Escape)
        letter = event.text()
        ordinary = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if ordinary and letter.isprintable() and letter.strip():
            return self._search(letter)
        return False

    def _fitting(self, typed: str) -> list[WordChip]:
        return [chip for chip in self._chips.values() if fits(typed, chip.text())]

    def _search(self, letter: str) -> bool:
        found = self._fitting(self._typed + letter)
        if found:
            self._typed += letter
            self._suit()
            self._focus(found[0])
            announce(self._row, ", ".join(chip.text() for chip in found[:3]))
        return True

    def _unsearch(self, *, whole: bool) -> bool:
        if not self._typed:
            return False
        self._typed = "" if whole else self._typed[:-1]
        self._suit()
        self._focus(next(iter(self._fitting(self._typed)), self._more))
        return True

    def _on_clicked(self) -> None:
        sender = self.sender()
        self._typed = ""
        self._suit()
        if isinstance(sender, WordChip):
            self._focus(sender)
        self.edited.emit()

    def _show_whole(self) -> None:
        self._whole = True
        first = next((chip for chip in self._chips.values() if chip.isHidden()), None)
        self._suit()
        if first is not None:
            self._focus(first)

    def _shown(self) -> list[WordChip]:
        return [chip for chip in (*self._chips.values(), self._more) if not chip.isHidden()]

    def _suit(self) -> None:
        """While something is typed only what fits; else the first ones, what is on, and the way to the rest."""
        fitting = set(self._fitting(self._typed)) if self._typed else None
        for place, chip in enumerate(self._chips.values()):
            usual = self._whole or place < _FIRST or chip.isChecked() or chip.hasFocus()
            chip.setVisible(chip in fitting if fitting is not None else usual)
        hidden = any(chip.isHidden() for chip in self._chips.values())
        self._more.setVisible(fitting is None and hidden)
        self._one_tab_stop(next(iter(self._shown()), self._more))
        self._row.updateGeometry()
        self.resized.emit()

    def _focus(self, chip: WordChip) -> None:
        self._one_tab_stop(chip)
        chip.setFocus(Qt.FocusReason.TabFocusReason)

    def _one_tab_stop(self, stop: WordChip) -> None:
        for chip in (*self._chips.values(), self._more):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)
        self._row.setFocusProxy(stop)
