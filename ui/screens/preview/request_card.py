"""When somebody asked for all that is stored about them, and how the mentor knows who asked (D.4)."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.domain.disclosures import AccessRequest, due_on
from mentorapp.domain.errors import InputError
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.disclosures import add_access_request, change_access_request, list_access_requests
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.inset import inset
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from mentorapp.store.store import Store

_FORM = "preview.request"


class RequestCard(Card):
    """Signal `changed` once the request is kept; the one that is not handed over yet is gone on with."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__(theme, texts("preview.request"), "key")
        self._texts, self._store = texts, store
        self._mentee: UUID | None = None
        self._request: UUID | None = None
        self._drafts: FormDrafts | None = None
        self.asked = DateField(theme, texts, store.clock, texts("preview.request_asked"), optional=False)
        self.how = TextField(theme, texts("preview.request_how"), lines=2)
        self.due = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.keep = Button(theme, texts("preview.request_keep"), "check")
        self.keep.clicked.connect(self.write)
        self.in_person = TickBox(theme, texts("preview.request_in_person"), fades=False)
        self.handed = Button(theme, texts("preview.request_handed"), "check")
        self.handed.clicked.connect(self.hand_over)
        self.last = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.add(self.asked, below=8)
        self.add(self.how, below=8)
        inset(self, self.due, below=8)
        self.add(self.keep, below=10)
        self._handing = (inset(self, self.in_person, below=4), inset(self, self.handed, below=10))
        self._last_box = inset(self, self.last, below=12)
        self.hide()

    def show_person(self, mentee_id: UUID) -> None:
        with self._store.read() as session:
            requests = list_access_requests(session, mentee_id)
        found = next((one for one in requests if not one.handed_over_on), None)
        self._say_last(next((one for one in requests if one.handed_over_on), None))
        for box in self._handing:
            box.setVisible(found is not None)
        if (mentee_id, found.id if found else None) == (self._mentee, self._request):
            return
        self._mentee = mentee_id
        self._request = found.id if found else None
        self.in_person.setChecked(False)
        self.asked.set_day(found.asked_on if found else self._store.clock.today())
        self.how.set_text(found.identity_checked_how if found else "")
        self._say_due()
        if self._drafts is not None:
            self._drafts.forget()
            self._drafts.deleteLater()
        self._drafts = FormDrafts(self._store, _FORM, mentee_id, parent=self)
        self._drafts.add("asked", self.asked)
        self._drafts.add("how", self.how)
        self._drafts.restore()

    def write(self) -> None:
        """Kept as a request; the answer is due a month after it was asked for."""
        mentee, drafts = self._mentee, self._drafts
        if not self.asked.check():
            return
        asked = self.asked.day()
        if mentee is None or drafts is None or asked is None:
            return
        today = self._store.clock.today()
        details = {"identity_checked_how": self.how.text(), "identity_checked_on": today if self.how.text() else None}
        try:
            with drafts.ending(), self._store.write("access_request_kept") as session:
                if self._request is None:
                    self._request = add_access_request(session, mentee, asked, **details)
                else:
                    change_access_request(session, self._request, **details)
        except InputError as error:
            self.asked.set_fault(self._texts.error(error))
            return
        self._say_due()
        self.show_person(mentee)
        self.changed.emit()

    def hand_over(self) -> None:
        """The extract is in the hands of whoever asked: today, and face to face or not. Undo takes it back."""
        if self._request is None or self._mentee is None:
            return
        today = self._store.clock.today()
        with self._store.write("access_request_handed_over") as session:
            change_access_request(session, self._request, handed_over_on=today, in_person=self.in_person.isChecked())
        self.show_person(self._mentee)
        self.changed.emit()

    def _say_last(self, last: AccessRequest | None) -> None:
        """When it was last handed over, and how."""
        day = last.handed_over_on if last else None
        self._last_box.setVisible(day is not None)
        if last is not None and day is not None:
            key = "preview.request_last_in_person" if last.in_person else "preview.request_last"
            self.last.setText(self._texts(key, day=full_date(self._texts, day)))

    def _say_due(self) -> None:
        day = self.asked.day()
        self.due.setText(self._texts("preview.request_due", day=full_date(self._texts, due_on(day))) if day else "")
