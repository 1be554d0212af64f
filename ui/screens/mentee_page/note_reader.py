"""A contact opened for reading. Ändra writes a new version of it; Ta bort takes it out of every list, with a reason."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.private_notes import PrivateNote
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.sessions import get_session, list_versions, void_session
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.field import LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

from .note_facts import NoteFacts, fact_lines, private_chip, readable
from .note_form import NoteForm
from .note_sheets import CommentSheet, MoveSheet
from .words import contact_title


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
            facts = fact_lines(session, texts, contact)
            earlier = list_versions(session, session_id)[1:] if contact.version > 1 else ()
        title = contact_title(texts, contact.kind, contact.attendance, contact.duration_min, contact.place)
        super().__init__(window, theme, title)
        self.theme, self._texts, self._store, self._contact = theme, texts, store, contact
        self._hidden, self._title = hidden, title
        self.facts = NoteFacts(theme, texts, contact, facts, private, earlier)
        self.facts.show_earlier.toggled.connect(lambda _on: QTimer.singleShot(0, self, self._place))
        self.body.addWidget(self.facts)
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
        form = NoteForm(self._behind(), self.theme, self._texts, self._store, self._title, self._contact, self._hidden)
        form.open()
        return form

    def comment(self) -> CommentSheet:
        """What the mentee says about it (F29)."""
        sheet = CommentSheet(self._behind(), self.theme, self._texts, self._store, self._contact)
        sheet.open()
        return sheet

    def move_elsewhere(self) -> MoveSheet:
        """It was about somebody else (F25)."""
        sheet = MoveSheet(self._behind(), self.theme, self._texts, self._store, self._contact)
        sheet.open()
        return sheet

    def open_draft(self, form: str) -> None:
        """What was begun about this note: its change, or why it is to go."""
        begun = {"page.note": self.edit, "contacts.comment": self.comment, "contacts.move": self.move_elsewhere}
        if form.partition(":")[0] in begun:
            begun[form.partition(":")[0]]()
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

    def _behind(self) -> QWidget:
        """The window, once this is out of the way."""
        self.close_over()
        window = self.parentWidget()
        assert window is not None
        return window

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
        self.comment_button = Button(theme, texts("contacts.comment_button"), kind=Kind.QUIET)
        self.comment_button.clicked.connect(self.comment)
        self.move_button = Button(theme, texts("contacts.move_button"), kind=Kind.QUIET)
        self.move_button.clicked.connect(self.move_elsewhere)
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.remove_now, self.close_button, self.edit_button):
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.comment_button, self.move_button, self.remove_button):
            line.addWidget(button)
        self.foot.addLayout(line)
        self.move_button.setVisible(self._contact.group_meeting_id is None)  # not before: it would be a window


class PrivateReader(Overlay):
    """A private note, with the chip that says that it is never printed."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, note: PrivateNote) -> None:
        super().__init__(window, theme, texts("mentee.line_private"))
        self.body.addWidget(private_chip(theme, texts), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Text(theme, full_date(texts, note.event_date), Role.SMALL, tone="ink2"))
        self.body.addWidget(readable(theme, note.text))
        self.body.addStretch(1)
        self.close_button = Button(theme, texts("mentee.close"))
        self.close_button.clicked.connect(self.close_over)
        self.foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)
