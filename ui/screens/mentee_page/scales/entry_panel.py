"""The form that is being filled in on the tab, with its drafts, its button and the occasion it belongs to."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.domain.placements import Placement
from mentorapp.domain.scale_rounds import DueRound
from mentorapp.language.texts import Texts
from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.banner import FaultStrip
from ui.widgets.button import Button, Kind
from ui.widgets.draft_line import DraftLine
from ui.widgets.flow import FlowLayout
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.rows import put_after
from ui.widgets.scale_entry import Form, ScaleEntry
from ui.widgets.text import Text

from ..reading import Person
from .acts import ScalesActs
from .reading import Ratings
from .round_choice import RoundChoice
from .subject import Subject


class EntryPanel(QWidget):
    """Signals: `kept(Subject)` stored; `edited` something was typed; `print_wanted` a blank form."""

    kept = Signal(object)
    edited = Signal()
    print_wanted = Signal()

    def __init__(self, store: Store, theme: Theme, texts: Texts, acts: ScalesActs) -> None:
        super().__init__()
        self._store, self._theme, self._texts, self._acts = store, theme, texts, acts
        self._shown: Any = None
        self._is_storing = False  # what is written draws the page anew, while the form still stands
        self._person: Person | None = None
        self._drafts: FormDrafts | None = None
        self.subject: Subject | None = None
        self.entry: ScaleEntry | None = None
        self.round: RoundChoice | None = None
        self._laid_by: dict[str, Any] = {}
        self.strip = FaultStrip(theme)
        self.strip.act_wanted.connect(self.keep)
        self.draft_line: DraftLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.strip)

    def show_form(self, person: Person, ratings: Ratings, subject: Subject, due: DueRound | None = None) -> None:
        """Builds the form anew only when it is another one; what is typed in it stays where it is."""
        before = ratings.before(subject.scale, subject.placement_id)
        if self._is_storing:
            return
        name = whose(self._texts, person, subject)
        shown = (person.mentee.id, name, subject.key, before, person.hidden, ratings.due, ratings.today)
        if shown != self._shown:
            self.close_form()
            self._shown, self._person, self.subject = shown, person, subject
            form = Form(definition=subject.scale, name=name, before=before, hidden=person.hidden)
            self._build(form, ratings)
        if due is not None and self.round is not None:
            self.round.choose(due)
        self.show()

    def close_form(self) -> None:
        """What was typed is kept; the form goes."""
        if self._is_storing:
            return
        if self._drafts is not None:
            self._drafts.keep()
            self._drafts.forget()
        self._take_away()
        self.hide()

    def keep_draft(self) -> bool:
        """Within a second of a key. False when the world does not take it; a strip says why."""
        assert self._drafts is not None
        try:
            is_draft = self._drafts.keep()
        except WorldFault as fault:
            self._show_fault(fault)
            return False
        self.strip.clear()
        if self.draft_line is not None:
            self.draft_line.show_kept(is_draft)
            self.draft_line.setVisible(bool(self.draft_line.words()))
        return True

    def keep(self) -> None:
        """Stores the form, or says beside the line why not."""
        entry, person, subject = self.entry, self._person, self.subject
        if entry is None or person is None or subject is None or self._drafts is None or not entry.check():
            return
        due = self.round.chosen() if self.round is not None else None
        enrolment = person.enrolment.id if person.enrolment else None
        self._is_storing = True
        try:
            with faults_in_plain_words(), self._drafts.ending():
                self._acts.add(entry.form, subject, entry.answers(), person.mentee.id, enrolment, due)
        except InputError as refusal:
            entry.show_refusal(refusal)
        except WorldFault as fault:
            self._show_fault(fault)
        else:
            self._take_away()
            self._is_storing = False
            self.kept.emit(subject)
        finally:
            self._is_storing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter from any of its fields."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        if self.entry is not None:
            self.entry.focus_first()

    def _build(self, form: Form, ratings: Ratings) -> None:
        assert self._person is not None
        assert self.subject is not None
        self.ready = Button(self._theme, self._texts("scales.done"), "check", kind=Kind.PRIMARY)
        self.ready.clicked.connect(self.keep)
        entry = self.entry = ScaleEntry(self._theme, self._texts, self._store.clock, form, self.ready)
        entry.ended.connect(self.ready.setFocus)
        self.draft_line = DraftLine(self._theme, self._texts)
        self.draft_line.turned.connect(self._turn)
        self._drafts = FormDrafts(
            self._store, f"scales.entry:{self.subject.key}", self._person.mentee.id, parent=self,
            on_due=self.keep_draft,
        )  # fmt: skip
        self._drafts.add("answers", entry)
        more = self._add_more(entry, ratings)
        if self.round is not None:
            self._drafts.add("round", self.round)
        draft = self._drafts.restore()
        if draft is not None:
            self.draft_line.show_day(draft.changed_at.astimezone().date(), ratings.today)
        entry.edited.connect(self.edited)
        self._column.addWidget(entry)
        self._column.addWidget(self.draft_line)
        put_after(self, [entry, self.draft_line])
        _put_between(entry.comment.box, more)
        self.draft_line.setVisible(draft is not None)

    def _add_more(self, entry: ScaleEntry, ratings: Ratings) -> list[QWidget]:
        """The occasion, and the blank form: of forms of our own only."""
        line, more = FlowLayout(gap=10), list[QWidget]()
        if ratings.round_on(entry.form.definition, ratings.today) is not None:
            choice = self.round = RoundChoice(self._texts, ratings, entry.form.definition, entry.head.day.day())
            entry.day_changed.connect(lambda day: choice.show_day(day or ratings.today))
            line.addWidget(Text(self._theme, self._texts("scales.round"), Role.SMALL, tone="ink2"))
            line.addWidget(choice)
            more.append(choice)
        if not entry.form.definition.is_external:
            paper = Button(self._theme, self._texts("scales.print_blank"), "print", kind=Kind.QUIET)
            paper.clicked.connect(self.print_wanted)
            line.addWidget(paper)
            more.append(paper)
        entry.more.addLayout(line)
        return more

    def _take_away(self) -> None:
        for part in (self.entry, self.draft_line):
            if part is not None:
                part.hide()
                self._column.removeWidget(part)
                part.deleteLater()
        if self._drafts is not None:
            self._drafts.deleteLater()
        self.entry = self.draft_line = self._drafts = self.round = self._shown = self.subject = None
        self.strip.clear()

    def _turn(self, fresh: bool) -> None:
        """Begun anew, or back to what was kept."""
        assert self._drafts is not None
        if fresh:
            self._laid_by = self._drafts.put_fresh()
        else:
            self._drafts.put(self._laid_by)
        self.keep_draft()
        self.focus_first()

    def _show_fault(self, fault: WorldFault) -> None:
        sentence = self._texts("drafts.kept_here", sentence=self._texts.error(fault))
        self.strip.show_fault(sentence, self._texts("drafts.try_again"))


def whose(texts: Texts, person: Person, subject: Subject) -> str:
    """Whose form it is, by name where it is known."""
    if not subject.is_supervisors:
        return person.name
    return supervisor_name(person, subject.placement) or texts("charts.other")


def supervisor_name(person: Person, placement: Placement | None) -> str:
    """Empty where nobody is known; a protected person's says where they are (F5)."""
    supervisor = placement.supervisor if placement and not person.mentee.is_protected else None
    return supervisor.name if supervisor else ""


def _put_between(before: QWidget, parts: list[QWidget]) -> None:
    """Tab comes to them where they stand."""
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part
