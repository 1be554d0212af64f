"""A note that both of them see: what is written here is of class PLAN and nothing else."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.sessions import NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.write_up import WriteUp, write_up
from ui.theme import Theme
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text_field import TextField


class NoteSheet(FormSheet):
    """One box; the ordinary note has the rest."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID, name: str) -> None:
        super().__init__(
            window, theme, texts, store, texts("meeting_mode.note", name=name), form="meeting.note",
            mentee_id=mentee_id, label="note_saved", save_text=texts("meeting_mode.note_save"),
        )  # fmt: skip
        self._about = mentee_id
        self.text = self.add("text", TextField(theme, texts("meeting_mode.note_text")))

    def write(self, session: Session) -> object:
        day = self.store.clock.today()
        segments = (NoteSegment(text=self.text.text(), info_class=InfoClass.PLAN),)
        new = NewSession(mentee_id=self._about, kind=SessionKind.OFFICE, event_date=day, segments=segments)
        return write_up(session, WriteUp(new=new))
