"""One promise: a box to tick, what, who and by when. Its menu changes it, moves the day or strikes it out."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.plans import Commitment, CommitmentState
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import SIDE
from ui.widgets.date_field import DateField
from ui.widgets.form_drafts import FormDrafts, MakeDrafts
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .reading import Person
from .words import DOT, promise_when, promise_who


class PromiseRow(QWidget):
    """Signals carry the promise: `ticked(bool)`, `moved(date)`, `dropped()`, `change_wanted()` by F2 or Enter."""

    ticked = Signal(bool)
    moved = Signal(object)
    dropped = Signal()
    change_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, clock: Clock, drafts: MakeDrafts) -> None:
        super().__init__()
        self._theme, self._texts, self._clock, self._make_drafts = theme, texts, clock, drafts
        self._promise: Commitment | None = None
        self._day: DateField | None = None
        self._drafts: FormDrafts | None = None
        self.box = TickBox(theme)
        self.box.clicked.connect(self.ticked)
        self._what = Text(theme, "", wrap=True)
        self._who = Text(theme, "", Role.SMALL, bold=True)
        self._when = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE - 7, 8, SIDE, 8)
        line.setSpacing(5)
        line.addWidget(self.box)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self._what)
        second = QHBoxLayout()
        second.setSpacing(0)
        second.addWidget(self._who)
        second.addWidget(self._when, 1)
        self._words.addLayout(second)
        line.addLayout(self._words, 1)
        self.more = MoreButton(theme, texts("plan.promise_more"), self._acts)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys it is F2 and the menu key, on the row's one Tab stop
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def promise_id(self) -> str:
        return "" if self._promise is None else str(self._promise.id)

    def show_promise(self, person: Person, promise: Commitment) -> None:
        self._promise = promise
        who = promise_who(self._texts, person, promise)
        self.more.setAccessibleDescription(promise.what)
        when = DOT.join(part for part in (promise_when(self._texts, promise, person.today), promise.need) if part)
        done = promise.state is CommitmentState.DONE
        self.box.setChecked(done)
        self.box.setAccessibleName(promise.what)
        self.box.setAccessibleDescription(DOT.join(part for part in (who, when) if part))
        self._what.setText(promise.what)
        self._what.set_tone("ink2" if done else "ink")
        nobodys = promise.is_nobodys and not done
        self._who.setText(who)
        self._who.set_tone("amber" if nobodys else "ink")
        self._when.setText(f"{DOT}{when}" if who and when else when)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, do in self._acts():
            menu.addAction(words, do)
        return menu

    def _acts(self) -> tuple[Act, ...]:
        return (
            (self._texts("plan.promise_move"), self.open_day),
            (self._texts("plan.promise_drop"), self.dropped.emit),
            (self._texts("plan.promise_change"), self.change_wanted.emit),
        )

    def open_day(self) -> DateField:
        """A field for the new day, under the words."""
        if self._day is None:
            assert self._promise is not None
            field = DateField(
                self._theme, self._texts, self._clock, self._texts("plan.step_due"), self._promise.by, lean=Lean.AHEAD
            )
            field.line.editingFinished.connect(self._on_left)
            self._day = field
            self._drafts = self._make_drafts(f"plan.promise_day:{self._promise.id}")
            self._drafts.setParent(self)
            self._drafts.add("by", field)
            self._words.addWidget(field)
            self._drafts.restore()
        self._day.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._day.line.selectAll()
        return self._day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.box.hasFocus() and not event.modifiers():
            self.change_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words ticks as the box does."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below = self.box.mapToGlobal(QPoint(0, self.box.height()))
        self.menu().popup(below if by_key else event.globalPos())
        event.accept()

    def _on_left(self) -> None:
        """A day that can be read is stored; another one stays to be put right."""
        field, promise, drafts = self._day, self._promise, self._drafts
        if field is None or promise is None or drafts is None or field.fault():
            return
        day = field.day()
        if day is not None and day != promise.by:
            with drafts.ending():
                self.moved.emit(day)
        self._close_day()

    def _close_day(self) -> None:
        field, self._day = self._day, None
        if self._drafts is not None:
            self._drafts.discard()
            self._drafts = None
        if field is not None:
            field.hide()
            self._words.removeWidget(field)
            field.deleteLater()
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
