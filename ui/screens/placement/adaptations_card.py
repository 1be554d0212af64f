"""Anpassningar: each need with three lights, and a line to type the next one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.workplace_support import Adaptation, AdaptationLight, sounds_like_diagnosis
from mentorapp.language.dates import day_said
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.add_line import AddLine
from ui.widgets.card import SIDE, Card
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.inset import inset
from ui.widgets.light_toggle import LightToggle
from ui.widgets.rows import Rows, put_after
from ui.widgets.text import Text

from .reading import View

_AIR, _COLUMN = 3, 62
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


def column_width(theme: Theme, texts: Texts) -> int:
    """The heads of the three columns and the lights below them stand in line."""
    metrics = theme.metrics(Role.CAPTION)
    words = [texts(f"codes.adaptation_light_{light.value}") for light in AdaptationLight]
    return max(theme.px(_COLUMN), *(metrics.horizontalAdvance(word) + 6 for word in words))


class NeedRow(QWidget):
    """Signals: `lit(AdaptationLight, bool)`, `change_wanted`. The words are a name; a double click changes them."""

    lit = Signal(object, bool)
    change_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, one: Adaptation, view: View) -> None:
        super().__init__()
        self.adaptation = one
        self._texts = texts
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, _AIR, 8, _AIR)
        line.setSpacing(0)
        self.words = Text(theme, one.text, wrap=True)
        self.words.setToolTip(texts("placement.need_change"))
        line.addWidget(self.words, 1)
        self.lights: dict[AdaptationLight, LightToggle] = {}
        if one.ended_on is not None:
            self._show_ended(theme, line, view)
        else:
            for light in AdaptationLight:
                line.addWidget(self._column(theme, light, view))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.change_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.change_wanted.emit()
        event.accept()

    def _column(self, theme: Theme, light: AdaptationLight, view: View) -> QWidget:
        held = QWidget()
        held.setFixedWidth(column_width(theme, self._texts))
        inside = QHBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        word = self._texts(f"codes.adaptation_light_{light.value}")
        toggle = LightToggle(theme, self._texts("placement.light", need=self.adaptation.text, light=word))
        day = self.adaptation.lit_on(light)
        toggle.setChecked(day is not None)
        if day is not None:
            said = day_said(self._texts, day, view.today)
            toggle.setToolTip(said)
            toggle.setAccessibleDescription(said)
        toggle.setObjectName(f"{self.adaptation.id}:{light.value}")
        toggle.clicked.connect(lambda on: self.lit.emit(light, on))
        inside.addWidget(toggle, 0, Qt.AlignmentFlag.AlignCenter)
        self.lights[light] = toggle
        return held

    def _show_ended(self, theme: Theme, line: QHBoxLayout, view: View) -> None:
        assert self.adaptation.ended_on is not None
        self.words.set_tone("ink2")
        day = day_said(self._texts, self.adaptation.ended_on, view.today)
        said = Text(theme, self._texts("placement.need_ended_on", day=day), Role.CAPTION, tone="ink2")
        said.setContentsMargins(0, 6, 8, 6)
        line.addWidget(said)


class AdaptationsCard(Card):
    """Signals carry the adaptation: `lit(Adaptation, AdaptationLight, bool)`, `change_wanted(Adaptation)`.

    The lights are one Tab stop: arrows walk, Space lights, Enter or F2 changes the words.
    """

    lit = Signal(object, object, bool)
    change_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, add: Callable[[str], object]) -> None:
        super().__init__(theme, texts("placement.adaptations"))
        self._texts, self._add = texts, add
        self._shown: object = None
        self._made: list[NeedRow] = []
        self._heads = [_head(theme, texts, light) for light in AdaptationLight]
        for head in self._heads:
            self.head.addWidget(head)
        self.head.setSpacing(0)
        self.head.setContentsMargins(SIDE, 11, 8, 6)
        self.empty = Text(theme, texts("placement.needs_empty"), tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty, below=4)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)
        self.new: AddLine | None = None
        self.hint = Text(theme, "", Role.CAPTION, tone="amber", wrap=True)
        self._hint_box = inset(self, self.hint, below=10)
        self._hint_box.hide()
        theme.changed.connect(self._fit_heads)
        self._fit_heads()

    def turn_to(self, drafts: FormDrafts) -> None:
        """Another placement: a line of its own, with what was kept of it."""
        before, self.new = self.new, AddLine(self.theme, self._texts, self._texts("placement.need_new"), self._add)
        if before is not None:
            self.body.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.body.insertWidget(self.body.indexOf(self._hint_box), self.new)
        self._order_tabs()
        self.new.keep_drafts(drafts)
        self.new.line.textChanged.connect(self._on_typed)
        self._on_typed(self.new.line.text())

    def show_view(self, view: View) -> None:
        shown = (view.placement.id, view.today, view.adaptations)
        if shown == self._shown:
            return
        self._shown = shown
        self._made = [self._row(one, view) for one in view.adaptations]
        self.listed.fill(self._made)
        self._order_tabs()
        self._empty_box.setVisible(not view.adaptations)
        for head in self._heads:
            head.setVisible(any(row.lights for row in self._made))

    def light(self, row: int, light: AdaptationLight) -> LightToggle:
        return self._made[row].lights[light]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, LightToggle):
            return self._on_key(watched, event)
        return False

    def _row(self, one: Adaptation, view: View) -> NeedRow:
        row = NeedRow(self.theme, self._texts, one, view)
        row.lit.connect(lambda light, on: self.lit.emit(one, light, on))
        row.change_wanted.connect(lambda: self.change_wanted.emit(one))
        for toggle in row.lights.values():
            toggle.installEventFilter(self)
        return row

    def _grid(self) -> list[list[LightToggle]]:
        return [list(row.lights.values()) for row in self._made if row.lights]

    def _current(self) -> LightToggle | None:
        """Where the focus is, or the first light."""
        every = [toggle for row in self._grid() for toggle in row]
        return next((one for one in every if one.hasFocus()), every[0] if every else None)

    def _on_key(self, toggle: LightToggle, event: QKeyEvent) -> bool:
        grid, key = self._grid(), Qt.Key(event.key())
        at = next(((r, c) for r, row in enumerate(grid) for c, one in enumerate(row) if one is toggle), None)
        if at is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _ENTER:
            row = next(one for one in self._made if toggle in one.lights.values())
            self.change_wanted.emit(row.adaptation)
            return True
        if key not in _STEPS:
            return False
        down, right = _STEPS[key]
        wanted = max(0, min(len(grid) - 1, at[0] + down)), max(0, min(len(grid[0]) - 1, at[1] + right))
        target = grid[wanted[0]][wanted[1]]
        self._one_stop(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _order_tabs(self) -> None:
        """The line to type in comes after the last light, whichever of the lights is the stop."""
        stop = self._current()
        for row in self._grid():
            for toggle in row:
                toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self.new is not None:
            put_after(self.listed, [self.new])
        self._one_stop(stop)

    def _one_stop(self, stop: LightToggle | None) -> None:
        for row in self._grid():
            for toggle in row:
                toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus if toggle is stop else Qt.FocusPolicy.ClickFocus)

    def _on_typed(self, typed: str) -> None:
        """Pointed out beside the field, never refused."""
        careful = sounds_like_diagnosis(typed)
        self.hint.setText(self._texts("placement.diagnosis") if careful else "")
        self._hint_box.setVisible(careful)

    def _fit_heads(self) -> None:
        for head in self._heads:
            head.setFixedWidth(column_width(self.theme, self._texts))


def _head(theme: Theme, texts: Texts, light: AdaptationLight) -> Text:
    word = Text(theme, texts(f"codes.adaptation_light_{light.value}"), Role.CAPTION, tone="ink2")
    word.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return word
