"""The quick note over the window: filled at every opening, kept as a draft while it is written, saved in one write."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InputError, MentorError, WorldFault
from mentorapp.domain.sessions import Attendance
from mentorapp.language import Texts, time_of_day
from mentorapp.language.relative import ago
from mentorapp.store.drafts import get_draft, keep_draft, remove_draft
from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.profile import get_profile
from mentorapp.store.store import Store
from mentorapp.store.write_up import write_up
from ui.requests import NoteRequest
from ui.theme import Theme
from ui.widgets.announce import announce

from .content import BOX_CLASSES, Content, from_draft, joined, to_draft, to_write_up
from .form import NoteForm
from .hints import other_names
from .panel import Panel
from .reading import Candidate, list_candidates, mentor_first_name
from .subject import Subject, booking_words, subject_of
from .urgent import UrgentCard
from .veil import Veil

_WIDTH, _AIR, _TWO_COLUMNS = 830, 24, 680


class QuickNote(Veil):
    """Covers its parent; nothing behind it is reached until it closes. Built once."""

    closed = Signal()
    saved = Signal(object)
    asked = Signal(str)

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._mentor = ""
        self._kept: Content | None = None
        self._behind: tuple[Subject, Content] | None = None
        self._again: Callable[[], object] = self.save
        self._subject = Subject(None, None, Content(day=store.clock.today()))
        self.form = NoteForm(theme, texts, store, self._candidates, self)
        self.panel = Panel(theme, texts, self.form, self)
        self.setAccessibleName(texts("note.title"))
        self._connect()
        self._bind_keys()

    def open(self, request: NoteRequest) -> None:
        """Filled from the draft where there is one, else from the booking, else for a walk today."""
        if not self.keep_draft():
            return
        self.form.chooser.forget()
        with self._store.read() as session:
            self._mentor = mentor_first_name(session) or self._texts("note.me")
        self._show_subject(subject_of(self._store, request, self._texts.language))
        self.cover()
        self.panel.area.verticalScrollBar().setValue(0)
        known = self._subject.facts is not None
        (self.form.boxes.first.box if known else self.form.chooser.line).setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self._texts("note.title"))

    def keep_draft(self) -> bool:
        """Writes what is typed as a draft, if it has changed. False when the world refuses; a strip says why."""
        content, subject = self.form.content(), self._subject
        if not self.is_open or content == self._kept:
            return True
        fresh = content == subject.fresh
        try:
            with faults_in_plain_words(), self._store.write("draft_kept") as session:
                if fresh:
                    remove_draft(session, subject.form, subject.mentee_id)
                else:
                    keep_draft(session, subject.form, subject.mentee_id, to_draft(content))
        except WorldFault as fault:
            self._show_fault(fault, self.keep_draft)
            return False
        self._kept = content
        self.panel.strip.clear()
        at = time_of_day(self._texts, self._store.clock.now().astimezone().time())
        self.panel.set_draft("" if fresh else self._texts("note.draft_kept", time=at))
        return True

    def save(self, attendance: Attendance | None = None) -> None:
        """One write: the contact, its promise, its tick, the next booking, and the end of the draft."""
        subject = self._subject
        if not self.is_open or not self._can_be_saved() or subject.mentee_id is None:
            return
        content = self.form.content()
        content = content if attendance is None else replace(content, attendance=attendance)
        booking = subject.booking
        links = (None, None) if booking is None else (booking.id, booking.enrolment_id)
        label = "booking_made" if attendance is Attendance.PLANNED else "note_saved"
        try:
            note = to_write_up(content, subject.mentee_id, *links)
            with faults_in_plain_words(), self._store.write(label) as session:
                session_id = write_up(session, note)
                remove_draft(session, subject.form, subject.mentee_id)
        except InputError as refusal:
            self.form.show_refusal(refusal)
        except MentorError as fault:
            self._show_fault(fault, partial(self.save, attendance))
        else:
            self._put_away()
            self.saved.emit(session_id)
            self._hint(content, subject.mentee_id)

    def close_note(self) -> None:
        """The draft stays. While it cannot be kept, the note stays open: nothing typed is lost."""
        if self.is_open and self.keep_draft():
            self._put_away()

    def stops(self) -> list[QWidget]:
        panel = self.panel
        last = [panel.save, panel.keep, panel.urgent, panel.close_button, panel.unlink]
        return [panel.strip.button, panel.left_behind.button, *self.form.stops(), *last]

    def reached(self, stop: QWidget) -> None:
        if self.form.isAncestorOf(stop):
            self.panel.area.ensureWidgetVisible(stop, 0, 30)

    def place(self) -> None:
        parent = self.parentWidget()
        if parent is None or not self.is_open:
            return
        self.setGeometry(parent.rect())
        air = min(_AIR, parent.width() // 30)
        width = min(self._theme.px(_WIDTH), parent.width() - 2 * air)
        self.form.set_columns(width >= self._theme.px(_TWO_COLUMNS))
        wanted, most = self.panel.wanted_height(width), parent.height() - 2 * air
        self.panel.set_scrolls(wanted > most)
        height = min(wanted, most)
        top = max(air, (parent.height() - height) * 2 // 5)
        self.panel.setGeometry((parent.width() - width) // 2, top, width, height)

    def show_urgent(self) -> UrgentCard:
        """Where to call when something cannot wait; the note stays as it is below."""
        with self._store.read() as session:
            local = get_profile(session).local_help
        card = UrgentCard(self.window(), self._theme, self._texts, local)
        card.open(card.close_button)
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_note()

    def _connect(self) -> None:
        form, panel = self.form, self.panel
        form.paused.connect(self.keep_draft)
        form.edited.connect(partial(panel.set_draft, ""))
        form.resized.connect(self.place)
        form.booking_wanted.connect(partial(self.save, Attendance.PLANNED))
        form.chooser.chosen.connect(self._on_chosen)
        form.chooser.finished.connect(form.kind.focus)
        panel.save_wanted.connect(partial(self.save, None))
        panel.close_wanted.connect(self.close_note)
        panel.retry_wanted.connect(lambda: self._again())
        panel.unlink_wanted.connect(self._unlink)
        panel.move_wanted.connect(self._take_along)
        panel.fit_wanted.connect(self.place)
        panel.urgent_wanted.connect(self.show_urgent)
        self._theme.changed.connect(self.place)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = dict.fromkeys(("Ctrl+Return", "Ctrl+Enter"), partial(self.save, None))
        for number, info_class in enumerate(BOX_CLASSES, start=1):
            keys[f"Ctrl+Shift+{number}"] = partial(self.form.boxes.add, info_class)
        for sequence, do in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _candidates(self) -> tuple[Candidate, ...]:
        with self._store.read() as session:
            return list_candidates(session)

    def _show_subject(self, subject: Subject, content: Content | None = None) -> None:
        """The form for a person: given content, else the kept draft of just this person and form, else fresh."""
        self._subject = subject
        today = self._store.clock.today()
        with self._store.read() as session:
            draft = get_draft(session, subject.form, subject.mentee_id)
        stored = None if draft is None else from_draft(draft.content, subject.fresh)
        facts, booking = subject.facts, subject.booking
        self.form.set_person(facts, self._mentor)
        self.form.next_contact.set_limits(today, None)
        self.form.fill(content or stored or subject.fresh, subject.fresh)
        self._kept = stored if content else self.form.content()
        self.panel.strip.clear()
        self.panel.set_reader(self._texts("note.the_mentee") if facts is None else facts.mentee.preferred_name)
        day = "" if draft is None else ago(self._texts, draft.changed_at.astimezone().date(), today)
        self.panel.set_draft(self._texts("note.draft_from", day=day) if day and not content else "")
        self.panel.set_booking("" if booking is None else booking_words(self._texts, booking, today))
        self.place()

    def _on_chosen(self, mentee_id: UUID) -> None:
        """What was written about nobody yet goes with the choice; what was written about somebody stays theirs."""
        before, content = self._subject, self.form.content()
        if mentee_id == before.mentee_id or not self.keep_draft():
            self.form.chooser.show_person(before.facts)
            return
        written = content != before.fresh
        subject = subject_of(self._store, NoteRequest(mentee_id=mentee_id), self._texts.language)
        if written and before.facts is None:
            self._show_subject(subject.without_booking(self._store.clock.today()))
            self._bring(before, content)
            return
        self._behind = (before, content) if written else None
        self._show_subject(subject)
        self._show_behind()

    def _bring(self, before: Subject, content: Content) -> None:
        """Moves a draft to the form now shown, below what is already kept there."""
        own, facts = self.form.content(), self._subject.facts
        content = content if own == self._subject.fresh else joined(own, content)
        open_steps = {step for step, _ in facts.steps} if facts else set()
        content = replace(content, step_id=content.step_id if content.step_id in open_steps else None)
        self._show_subject(self._subject, content)
        if self.keep_draft():
            with self._store.write("draft_removed") as session:
                remove_draft(session, before.form, before.mentee_id)

    def _show_behind(self) -> None:
        facts = None if self._behind is None else self._behind[0].facts
        self.panel.left_behind.setVisible(facts is not None)
        if facts is not None:
            sentence = self._texts("note.left_behind", name=facts.mentee.preferred_name)
            self.panel.left_behind.set_words(sentence, self._texts("note.take_along"))
        self.place()

    def _take_along(self) -> None:
        if self._behind is not None:
            (before, content), self._behind = self._behind, None
            self._bring(before, content)
            self._show_behind()
            self.form.boxes.first.box.setFocus()

    def _unlink(self) -> None:
        """Another contact than the booked one: what is typed goes along, the booking stays to be written up."""
        before, content = self._subject, self.form.content()
        self._show_subject(before.without_booking(self._store.clock.today()))
        if content != before.fresh:
            self._bring(before, content)
        self.form.boxes.first.box.setFocus()

    def _can_be_saved(self) -> bool:
        """What the note lacks is said beside its field."""
        self.form.clear_faults()
        if self._subject.facts is None:
            self.form.chooser.set_fault(self._texts("note.whom"))
            self.form.chooser.line.setFocus()
            return False
        forbidden = self.form.boxes.forbidden()
        for box in forbidden:
            box.field.set_fault(self._texts("note.not_here"))
            box.field.box.setFocus()
        return not forbidden and self.form.dates_read()

    def _hint(self, content: Content, about: UUID) -> None:
        names = other_names(content.texts(), self._candidates(), about)
        if names:
            self.asked.emit(self._texts("note.other_names", names=", ".join(names)))

    def _show_fault(self, fault: MentorError, again: Callable[[], object]) -> None:
        self._again = again
        key = f"note.kept_here_{fault.key}"
        kept_here = partial(self._texts, "note.kept_here", sentence=self._texts.error(fault))
        self.panel.strip.show_fault(
            self._texts(key) if self._texts.has(key) else kept_here(), self._texts("note.try_again")
        )
        self.place()

    def _put_away(self) -> None:
        self._behind = None
        self.panel.left_behind.hide()
        self.uncover()
        self.closed.emit()
