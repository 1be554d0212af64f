"""A promise changed: its words, who makes it, its day. A day that is moved is counted."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mentorapp.domain.plans import Commitment, Who
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import change_commitment
from mentorapp.store.network import contact_from
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.form_sheet import FormSheet

from .promise_fields import PromiseFields
from .reading import Person

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PromiseSheet(FormSheet):
    """The row's own form, over the window."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, promise: Commitment
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("plan.promise_change"),
            form=f"plan.promise:{promise.id}",
            mentee_id=person.mentee.id,
            label="commitment_changed",
            save_text=texts("plan.promise_save"),
        )
        self._promise = promise
        self.fields = fields = PromiseFields(store, theme, texts, person)
        self.add("what", fields.what)
        self.add("who", fields.who, texts("plan.promise_who"))
        self.add("who_name", fields.who_name)
        self.add("by", fields.by)
        self.add("need", fields.need)
        fields.show_promise(promise)

    def write(self, session: "Session") -> object:
        words, promise = self.fields.words(), self._promise
        name_alone = promise.contact_id is None and words.contact.new_name == promise.who_name
        change_commitment(
            session,
            promise.id,
            what=words.what,
            who=words.who,
            who_name=promise.who_name if name_alone else "",
            contact_id=None if name_alone or words.who is not Who.CONTACT else contact_from(session, words.contact),
            by=words.by,
            need=words.need,
        )
        return promise.id
