"""A form over the window that makes or changes one thing, and loses nothing that is typed in it.

A subclass adds its fields under the names of the domain, and writes:

    class PromiseSheet(FormSheet):
        def __init__(self, window, theme, texts, store, mentee_id):
            super().__init__(window, theme, texts, store, texts("plan.promise"), form="plan.promise",
                             mentee_id=mentee_id, label="commitment_added", save_text=texts("plan.promise_add"))
            self.what = self.add("what", LineField(theme, texts("plan.promise_what")))
            self.who = self.add("who", ChoiceChips(...), texts("plan.promise_who"))

        def write(self, session):
            return add_commitment(session, self.mentee_id, NewCommitment(what=self.what.text(), ...))

`open()` puts back what was kept of exactly this form and mentee; Ctrl+Enter or the button writes it and takes the draft
away in the same write; Esc and *Stäng, behåll utkast* keep it. Names of forms: see `draft_keeper`.
"""

from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .banner import FaultStrip
from .button import Button, Kind
from .draft_line import DraftLine
from .field import FaultLine, Field
from .form_drafts import FormDrafts
from .overlay import Overlay
from .text import Text
from .widths import Width, width_class

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorapp.store.store import Store

WidgetT = TypeVar("WidgetT", bound=QWidget)


class FormSheet(Overlay):
    """Signal `kept(object)`: written; it carries what `write` returned. A sheet is opened once and then goes."""

    kept = Signal(object)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: "Store",
        title: str,
        *,
        form: str,
        mentee_id: UUID | None,
        label: str,
        save_text: str,
    ) -> None:
        super().__init__(window, theme, title)
        self.texts, self.store, self.mentee_id = texts, store, mentee_id
        self._label = label
        self._faults: dict[str, FaultLine] = {}
        self._laid_by: dict[str, Any] = {}
        self._one_column = width_class(window) is Width.NARROW
        self._drafts = FormDrafts(store, form, mentee_id, parent=self, on_due=self.keep_draft)
        self.body.setSpacing(10)
        self.strip = FaultStrip(theme)
        self.strip.act_wanted.connect(lambda: self.keep())
        self.fault = FaultLine(theme)
        self.draft_line = DraftLine(theme, texts)
        self.draft_line.turned.connect(self._turn)
        self.ready = Button(theme, save_text, kind=Kind.PRIMARY, keys="Ctrl ↵")
        self.ready.clicked.connect(lambda: self.keep())
        self.leave = Button(theme, texts("drafts.close_keep"))
        self.leave.clicked.connect(lambda: self.close_over())
        self._lay_out_foot()
        self.closed.connect(self.deleteLater)

    def add(self, name: str, widget: WidgetT, caption: str = "") -> WidgetT:
        """A field under its name in the domain; `caption` stands above one that has no label of its own."""
        if caption:
            self.body.addWidget(Text(self.theme, caption, Role.SMALL, bold=True))
        self.body.addWidget(widget)
        self._register(name, widget, self.body)
        return widget

    def add_beside(self, *fields: tuple[str, QWidget]) -> QBoxLayout:
        """Fields side by side, below one another in a narrow window."""
        line = QVBoxLayout() if self._one_column else QHBoxLayout()
        line.setSpacing(12)
        self.body.addLayout(line)
        for name, widget in fields:
            line.addWidget(widget, 1)
            self._register(name, widget, self.body)
        return line

    def register(self, name: str, widget: QWidget) -> None:
        """A field that the subclass has laid out itself."""
        self._register(name, widget, None)

    def write(self, session: "Session") -> object:
        """Stores it. InputError names the field; nothing is changed then."""
        raise NotImplementedError

    def can_be_kept(self) -> bool:
        """Whether everything in sight can be read; a field that cannot says so itself."""
        shown = [entry for entry in self._drafts.entries.values() if entry.widget.isVisibleTo(self)]
        unread = next((entry for entry in shown if not entry.check()), None)
        if unread is not None:
            self._go_to(unread.widget)
        return unread is None

    def prepare(self, values: dict[str, Any]) -> None:
        """Before a draft is put back: the place to add fields that only a draft like this one needs."""

    def first_field(self) -> QWidget:
        """Where the focus goes."""
        return next(iter(self._drafts.entries.values())).widget if self._drafts.entries else self.leave

    def open(self, first: QWidget | None = None) -> None:
        """With what was kept, if anything was."""
        draft = self._drafts.restore(self.prepare)
        if draft is not None:
            self.draft_line.show_day(draft.changed_at.astimezone().date(), self.store.clock.today())
        super().open(first or self.first_field())

    def values(self) -> dict[str, Any]:
        """What the fields hold, as JSON can hold it."""
        return self._drafts.values()

    def keep(self) -> None:
        """Writes it, or says beside the field why not."""
        self._clear_faults()
        if not self.can_be_kept():
            return
        from mentorapp.store.faults import faults_in_plain_words

        try:
            with faults_in_plain_words(), self._drafts.ending(), self.store.write(self._label) as session:
                result = self.write(session)
        except InputError as refusal:
            self.show_refusal(refusal)
        except WorldFault as fault:
            self._show_fault(fault)
        else:
            super().close_over()
            self.kept.emit(result)

    def keep_draft(self) -> bool:
        """False when the world does not take it; a strip says why."""
        try:
            is_draft = self._drafts.keep()
        except WorldFault as fault:
            self._show_fault(fault)
            return False
        if not self.strip.isHidden():
            self.strip.clear()
            self._fit()
        self.draft_line.show_kept(is_draft)
        return True

    def close_over(self) -> None:
        """The draft stays. While it cannot be kept the sheet stays open: nothing typed is lost."""
        if self.keep_draft():
            self._drafts.forget()
            super().close_over()

    def show_refusal(self, refusal: InputError) -> None:
        """The sentence beside its field and the focus there; at the foot where no field of that name is shown."""
        sentence = self.texts.error(refusal)
        entry = self._drafts.entries.get(refusal.field)
        if entry is None or not entry.widget.isVisible():
            self.fault.show_sentence(sentence)
        else:
            if not entry.set_fault(sentence):
                self._faults[refusal.field].show_sentence(sentence)
            self._go_to(entry.widget)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _go_to(self, field: QWidget) -> None:
        """To the field; in one that holds several, to the one that it sends the focus to."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_part(field if isinstance(field, Field) else field.focusProxy() or field)

    def _lay_out_foot(self) -> None:
        self.foot.setSpacing(8)
        self.foot.addWidget(self.strip)
        self.foot.addWidget(self.fault)
        buttons = self.foot_buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.foot.addLayout(buttons)
        if self._one_column:
            self.foot.addWidget(self.draft_line)
        else:
            buttons.addWidget(self.draft_line)

    def _register(self, name: str, widget: QWidget, below: QBoxLayout | None) -> None:
        entry = self._drafts.add(name, widget)
        if not isinstance(widget, Field):
            line = self._faults[name] = FaultLine(self.theme)
            (below or self.foot).addWidget(line)
            entry.on_edit(lambda: line.show_sentence(None))

    def _turn(self, fresh: bool) -> None:
        """Begun anew, or back to what was kept: both can be had again until the sheet closes."""
        if fresh:
            self._laid_by = self._drafts.put_fresh()
        else:
            self._drafts.put(self._laid_by)
        self.keep_draft()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_faults(self) -> None:
        self.fault.show_sentence(None)
        for name, entry in self._drafts.entries.items():
            if not entry.set_fault(None):
                self._faults[name].show_sentence(None)

    def _show_fault(self, fault: WorldFault) -> None:
        sentence = self.texts("drafts.kept_here", sentence=self.texts.error(fault))
        self.strip.show_fault(sentence, self.texts("drafts.try_again"))
        self._fit()

    def _fit(self) -> None:
        if self.isVisible():
            self._place()
