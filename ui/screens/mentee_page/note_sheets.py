"""Two short forms about a note that is read: what the mentee says about it, and whom it is about instead."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session as StoreSession

from mentorapp.domain.sessions import Session
from mentorapp.language.names import sort_key
from mentorapp.language.texts import Texts
from mentorapp.store.overviews import list_lines
from mentorapp.store.session_moves import move_session
from mentorapp.store.sessions import comment_session
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text
from ui.widgets.text_field import TextField


class CommentSheet(FormSheet):
    """The mentee's own words stand beside the note; the note is not changed by them."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, contact: Session) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("contacts.comment_title"),
            form=f"contacts.comment:{contact.id}",
            mentee_id=contact.mentee_id,
            label="session_commented",
            save_text=texts("contacts.comment_save"),
        )
        self._contact = contact
        self.body.addWidget(Text(theme, texts("contacts.comment_why"), tone="ink2", wrap=True))
        self.comment = self.add(
            "mentee_comment", TextField(theme, texts("contacts.comment"), contact.mentee_comment, lines=5)
        )
        self.body.addStretch(1)

    def write(self, session: StoreSession) -> object:
        comment_session(session, self._contact.id, self.comment.text())
        return self._contact.id


class MoveSheet(FormSheet):
    """The note goes with all that belongs to it; here only the day and that it was moved stay."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, contact: Session) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("contacts.move_title"),
            form=f"contacts.move:{contact.id}",
            mentee_id=contact.mentee_id,
            label="session_moved",
            save_text=texts("contacts.move_save"),
        )
        self._contact = contact
        self.body.addWidget(Text(theme, texts("contacts.move_why"), tone="ink2", wrap=True))
        self.who = QComboBox()
        self.who.addItem(texts("contacts.move_nobody"), "")
        for key, name in self._people():
            self.who.addItem(name, str(key))
        self.add("mentee_id", Field(theme, texts("contacts.move_who"), self.who))
        self.body.addStretch(1)

    def can_be_kept(self) -> bool:
        if self.who.currentData():
            return super().can_be_kept()
        self._field().set_fault(self.texts("contacts.move_missing"))
        self.who.setFocus()
        return False

    def write(self, session: StoreSession) -> object:
        move_session(session, self._contact.id, UUID(self.who.currentData()))
        return self._contact.id

    def _field(self) -> Any:
        return self.who.parentWidget()

    def _people(self) -> list[tuple[UUID, str]]:
        """Everybody else by name, with the alias that tells two of the same name apart."""
        with self.store.read() as session:
            lines = [line for line in list_lines(session) if line.mentee_id != self._contact.mentee_id]
        named = [(line.mentee_id, f"{line.full_name} · {line.alias}".strip(" ·")) for line in lines]
        return sorted(named, key=lambda pair: sort_key(pair[1]))
