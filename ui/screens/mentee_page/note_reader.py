"""A contact opened for reading. Ändra writes a new version of it; Ta bort takes it out of every list, with a reason."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.private_notes import PrivateNote
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.dates import full_date, long_date, time_of_day
from mentorapp.language.relative import capital
from mentorapp.language.texts import Texts
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.sessions import get_session, void_session
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.class_chip import ClassChip
from ui.widgets.field import LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

from .note_form import NoteForm
from .words import DOT, contact_title


class NoteReader(Overlay):
    """Shows the stored version; the form comes in its place when it is changed."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        session_id: UUID,
        hidden: frozenset[InfoClass] = frozenset(),
    ) -> None:
        with store.read() as session:
            contact = get_session(session, session_id)
            private = [n for n in list_private_notes(session, contact.mentee_id) if n.session_id == session_id]
        title = contact_title(texts, contact.kind, contact.attendance, contact.duration_min, contact.place)
        super().__init__(window, theme, title)
        self.theme, self._texts, self._store, self._contact = theme, texts, store, contact
        self._hidden, self._title = hidden, title
        self.body.addWidget(self._read_only(private))
        self.body.addStretch(1)
        self._buttons()
        self._drafts = FormDrafts(store, f"page.note_reason:{session_id}", contact.mentee_id, parent=self)
        self._drafts.add("reason", self.reason)
        self.closed.connect(self.deleteLater)

    def first_field(self) -> QWidget:
        return self.close_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit()
        else:
            super().keyPressEvent(event)

    def edit(self) -> NoteForm:
        """The form in the place of the text."""
        self.close_over()
        window = self.parentWidget()
        assert window is not None
        form = NoteForm(window, self.theme, self._texts, self._store, self._title, self._contact, self._hidden)
        form.open()
        return form

    def open_draft(self, form: str) -> None:
        """What was begun about this note: its change, or why it is to go."""
        if form.startswith("page.note:"):
            self.edit()
        else:
            self.ask_reason()

    def close_over(self) -> None:
        self._drafts.keep()
        self._drafts.forget()
        super().close_over()

    def ask_reason(self) -> LineField:
        """Why it is to go; asked for before it goes, kept with the row."""
        self._drafts.restore()
        self.reason.show()
        self.remove_now.show()
        self.remove_button.hide()
        QTimer.singleShot(0, self, self._place)
        self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.reason

    def remove(self) -> None:
        try:
            with self._drafts.ending(), self._store.write("session_voided") as session:
                void_session(session, self._contact.id, self.reason.text())
        except InputError as refusal:
            self.reason.set_fault(self._texts.error(refusal))
            self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_over()

    def _read_only(self, private: list[PrivateNote]) -> QWidget:
        contact, texts = self._contact, self._texts
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self.theme, self._facts(), Role.SMALL, tone="ink2", wrap=True))
        for segment in contact.segments:
            column.addWidget(ClassChip(self.theme, texts, segment.info_class), 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(_readable(self.theme, segment.text))
        for note in private:
            column.addWidget(private_chip(self.theme, texts), 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(_readable(self.theme, note.text))
        if not contact.segments and not private:
            column.addWidget(Text(self.theme, texts("mentee.note_without_text"), tone="ink2", wrap=True))
        if contact.next_step:
            column.addWidget(Text(self.theme, texts("mentee.note_next_step"), Role.SMALL, bold=True))
            column.addWidget(_readable(self.theme, contact.next_step))
        return box

    def _facts(self) -> str:
        contact, texts = self._contact, self._texts
        parts = [capital(long_date(texts, contact.event_date)) + f" {contact.event_date.year}"]
        if contact.start_time is not None:
            parts.append(time_of_day(texts, contact.start_time))
        if contact.place:
            parts.append(contact.place)
        if contact.written_late_days:
            parts.append(texts("mentee.written_late", count=contact.written_late_days))
        if contact.version > 1:
            parts.append(texts("mentee.note_version", version=contact.version))
        return DOT.join(parts)

    def _buttons(self) -> None:
        texts, theme = self._texts, self.theme
        self.reason = LineField(theme, texts("mentee.note_remove_why"))
        self.reason.line.returnPressed.connect(self.remove)
        self.reason.hide()
        self.foot.addWidget(self.reason)
        self.remove_now = Button(theme, texts("mentee.note_remove_now"), kind=Kind.PRIMARY)
        self.remove_now.clicked.connect(self.remove)
        self.remove_now.hide()
        self.close_button = Button(theme, texts("mentee.close"))
        self.close_button.clicked.connect(self.close_over)
        self.edit_button = Button(theme, texts("mentee.note_change"), "pencil", keys="F2")
        self.edit_button.clicked.connect(self.edit)
        self.remove_button = Button(theme, texts("mentee.note_remove"), "x", kind=Kind.QUIET)
        self.remove_button.clicked.connect(self.ask_reason)
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.remove_now, self.close_button, self.edit_button):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.remove_button)
        self.foot.addLayout(line)


class PrivateReader(Overlay):
    """A private note, with the chip that says that it is never printed."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, note: PrivateNote) -> None:
        super().__init__(window, theme, texts("mentee.line_private"))
        self.body.addWidget(private_chip(theme, texts), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Text(theme, full_date(texts, note.event_date), Role.SMALL, tone="ink2"))
        self.body.addWidget(_readable(theme, note.text))
        self.body.addStretch(1)
        self.close_button = Button(theme, texts("mentee.close"))
        self.close_button.clicked.connect(self.close_over)
        self.foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)


def private_chip(theme: Theme, texts: Texts) -> ClassChip:
    return ClassChip(theme, texts, InfoClass.PRIVATE, texts("mentee.private_never_printed"))


def _readable(theme: Theme, words: str) -> Text:
    """Text that can be marked and copied, also from the keyboard."""
    text = Text(theme, words, wrap=True)
    by_both = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    text.setTextInteractionFlags(by_both)
    text.setAccessibleName(words)
    return text
