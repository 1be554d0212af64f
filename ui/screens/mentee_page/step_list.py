"""The steps of one goal: rows that are renewed in place, one of them perhaps being edited, and a line to add more.

One Tab stop for the rows; the arrows walk over them. What the user does goes to the callables of `StepActs`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.plans import DoneBy, Step
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.add_line import AddLine
from ui.widgets.form_drafts import MakeDrafts

from .reading import Person
from .step_drops import StepDrops
from .step_editor import StepEditor
from .step_row import StepRow
from .who_chip import WhoChip
from .words import step_right


@dataclass(frozen=True, slots=True)
class StepActs:
    """What can be done to steps; each is one step that the user sees, stored at once."""

    add: Callable[[UUID, str], object]
    tick: Callable[[UUID, bool], None]
    credit: Callable[[Step, DoneBy, str], None]
    change: Callable[[Step, dict[str, object]], None]
    move: Callable[[UUID, int], None]
    drop: Callable[[UUID], None]
    drafts: MakeDrafts


def _names(person: Person) -> tuple[str, str, date]:
    """What the words at the right of a row are made of, beside the step itself."""
    return person.name, person.mentor.first_name, person.today


class StepList(QWidget):
    """Signal `left(int)`: an arrow went above the first row (-1) or below the last (1)."""

    left = Signal(int)

    def __init__(
        self, theme: Theme, texts: Texts, clock: Clock, goal_id: UUID, acts: StepActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._texts, self._clock, self._acts = theme, texts, clock, acts
        self._person: Person | None = None
        self._same_names = False
        self._rows: dict[UUID, StepRow] = {}
        self._editor: StepEditor | None = None
        self._asking: WhoChip | None = None
        self.drops = StepDrops(self, self.rows, acts.move)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 1, 0, 0)
        self._stack.setSpacing(1)
        self.adding = AddLine(theme, texts, texts("plan.new_step"), lambda words: acts.add(goal_id, words))
        self._goal_id = goal_id
        self._stack.addWidget(self.adding)

    def rows(self) -> tuple[StepRow, ...]:
        return tuple(self._rows.values())

    def row(self, step_id: UUID) -> StepRow:
        return self._rows[step_id]

    def editor(self) -> StepEditor | None:
        return self._editor

    def show_steps(self, person: Person, steps: Sequence[Step]) -> None:
        """Renews the rows that are there, adds and takes away the others; focus stays on its step."""
        if self._person is None:
            self.adding.keep_drafts(self._acts.drafts(f"plan.new_step:{self._goal_id}"))
        self._same_names = self._person is not None and _names(self._person) == _names(person)
        self._person = person
        wanted = {step.id: step for step in steps}
        for step_id in [one for one in self._rows if one not in wanted]:
            self._take_away(step_id)
        kept = {step.id: self._row_of(step) for step in steps}
        if list(kept) != list(self._rows) or self._stack.count() - 1 != len(kept):
            for place, row in enumerate(kept.values()):
                if self._stack.indexOf(row) != place:
                    self._stack.insertWidget(place, row)
        self._rows = kept
        self._one_tab_stop()
        self.update()

    def edit(self, step_id: UUID) -> StepEditor:
        """Opens the form in the place of the row; a form that is open is kept first."""
        if self._editor is not None:
            self._editor.keep()
        row, person = self._rows[step_id], self._person
        assert person is not None
        editor = StepEditor(
            self._theme,
            self._texts,
            self._clock,
            person,
            row.step,
            lambda new: self._acts.change(row.step, new),
            self._acts.drafts(f"plan.step:{step_id}"),
        )
        editor.closed.connect(lambda: self._end_editing(editor, step_id))
        self._editor = editor
        self._stack.insertWidget(self._stack.indexOf(row), editor)
        row.hide()
        editor.text.line.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.text.line.selectAll()
        return editor

    def paintEvent(self, _event: object) -> None:
        """Hairlines above every row; a thick one where a step that is dragged would go."""
        painter = QPainter(self)
        line = self._theme.colour("line")
        for place in range(self._stack.count()):
            item = self._stack.itemAt(place)
            widget = item.widget() if item else None
            if widget is not None and not widget.isHidden():
                painter.fillRect(0, widget.y() - 1, self.width(), 1, line)
        if self.drops.over >= 0:
            rows = self.rows()
            y = rows[self.drops.over].y() if self.drops.over < len(rows) else self.adding.y()
            painter.fillRect(0, max(0, y - 2), self.width(), 3, self._theme.colour("primary"))

    def _row_of(self, step: Step) -> StepRow:
        assert self._person is not None
        row = self._rows.get(step.id)
        if row is not None and row.step == step and self._same_names:
            return row
        right = step_right(self._texts, self._person, step)
        if row is not None:
            row.set_step(step, right)
            return row
        row = StepRow(self._theme, step, right, self)
        row.tick_wanted.connect(lambda ticked: self._tick(row, ticked))
        row.edit_wanted.connect(lambda: self.edit(row.step.id))
        row.move_wanted.connect(lambda way: self._acts.move(row.step.id, way))
        row.drop_wanted.connect(lambda: self._drop(row))
        row.walk_wanted.connect(lambda way: self._walk(row, way))
        row.menu_wanted.connect(lambda at: self.menu(row).popup(at))
        return row

    def _tick(self, row: StepRow, ticked: bool) -> None:
        self._stop_asking()
        self._acts.tick(row.step.id, ticked)
        self._one_tab_stop(row)
        if ticked and self._person is not None and row.step.is_done:
            chip = WhoChip(self._theme, self._texts, self._person)
            chip.answered.connect(lambda by: self._credit(row, by))
            chip.over.connect(self._stop_asking)
            self._asking = chip
            row.set_beside(chip)

    def asking(self) -> WhoChip | None:
        """The question that stands after a tick."""
        return self._asking

    def _credit(self, row: StepRow, by: DoneBy) -> None:
        """Somebody else has a name, which is written in the form."""
        if by is DoneBy.OTHER:
            self._stop_asking()
            editor = self.edit(row.step.id)
            editor.done_by.choose(by.value)
            editor.done_by_name.setVisible(True)
            editor.done_by_name.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._acts.credit(row.step, by, "")
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stop_asking()

    def _stop_asking(self) -> None:
        if self._asking is not None:
            row = self._asking.parentWidget()
            self._asking = None
            if isinstance(row, StepRow):
                row.set_beside(None)

    def menu(self, row: StepRow) -> QMenu:
        """The same acts for the mouse as the keys give."""
        menu = QMenu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ids = list(self._rows)
        place = ids.index(row.step.id)
        menu.addAction(self._texts("plan.step_edit"), lambda: self.edit(row.step.id))
        menu.addAction(self._texts("plan.step_up"), lambda: self._acts.move(row.step.id, -1)).setEnabled(place > 0)
        down = menu.addAction(self._texts("plan.step_down"), lambda: self._acts.move(row.step.id, 1))
        down.setEnabled(place < len(ids) - 1)
        menu.addAction(self._texts("plan.step_drop"), lambda: self._drop(row))
        return menu

    def _drop(self, row: StepRow) -> None:
        """Focus goes to the next row, or to the line for a new step."""
        rows = list(self._rows.values())
        place = rows.index(row)
        after: QWidget = rows[place + 1] if place + 1 < len(rows) else rows[place - 1] if place else self.adding
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._acts.drop(row.step.id)

    def _walk(self, row: StepRow, way: int) -> None:
        rows = [one for one in self._rows.values() if not one.isHidden()]
        place = rows.index(row) + way
        if 0 <= place < len(rows):
            self.focus_row(rows[place])
        elif place == len(rows):
            self.adding.line.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit(way)

    def focus_row(self, row: StepRow) -> None:
        self._one_tab_stop(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _end_editing(self, editor: StepEditor, step_id: UUID) -> None:
        had_focus = editor.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if self._editor is editor:
            self._editor = None
        editor.hide()
        self._stack.removeWidget(editor)
        editor.deleteLater()
        row = self._rows.get(step_id)
        if row is not None:
            row.show()
            if had_focus:
                self.focus_row(row)
        self.update()

    def _take_away(self, step_id: UUID) -> None:
        row = self._rows.pop(step_id)
        if self._asking is not None and self._asking.parentWidget() is row:
            self._asking = None
        row.hide()
        self._stack.removeWidget(row)
        row.deleteLater()

    def _one_tab_stop(self, stop: StepRow | None = None) -> None:
        """The row that has or last had the focus, else the first that is not done."""
        rows = list(self._rows.values())
        if stop is None:
            tabbed = [r for r in rows if r.focusPolicy() is Qt.FocusPolicy.StrongFocus]
            stop = next((r for r in rows if r.hasFocus()), None) or (tabbed[0] if len(tabbed) == 1 else None)
        stop = stop or next((r for r in rows if not r.isChecked()), rows[0] if rows else None)
        for row in rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)
