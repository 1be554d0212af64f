"""Who takes over what goes on around the person: a receiver for each, or that nobody does."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.closing import Receiver
from mentorapp.domain.support import ParallelIntervention
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_from
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.tick_box import TickBox


class ReceiverField(QWidget):
    """One intervention. `edited` is told of both parts."""

    edited = Signal()

    def __init__(self, store: Store, texts: Texts, theme: Theme, one: ParallelIntervention, mentee_id: UUID) -> None:
        super().__init__()
        self._nobody = texts("closing.nobody_word")
        what = one.kind_other or texts(f"codes.intervention_kind_{one.kind.value}")
        label = texts("closing.receiver_of", what=what, actor=one.actor) if one.actor else what
        self.who = ContactChooser(store, texts, theme, label, mentee_id=mentee_id)
        self.nobody = TickBox(theme, texts("closing.nobody"), name=f"{label}: {texts('closing.nobody')}")
        self.nobody.setChecked(one.receiver_name == self._nobody)
        if one.receiver_contact_id is not None:
            self.who.choose(one.receiver_contact_id)
        elif one.receiver_name and not self.nobody.isChecked():
            self.who.set_draft({"key": "", "name": one.receiver_name, "sure": False})
        self.who.setEnabled(not self.nobody.isChecked())
        self.who.edited.connect(self.edited)
        self.nobody.toggled.connect(self._on_nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.who)
        column.addWidget(self.nobody)

    def is_answered(self) -> bool:
        choice = self.who.value()
        return self.nobody.isChecked() or bool(choice.contact_id or choice.new_name)

    def check(self) -> bool:
        return self.nobody.isChecked() or self.who.check()

    def receiver(self, session: Session) -> Receiver:
        """Somebody new is made in the same write."""
        if self.nobody.isChecked():
            return Receiver(name=self._nobody)
        return Receiver(contact_id=contact_from(session, self.who.value()))

    def draft(self) -> object:
        return {"who": self.who.draft(), "nobody": self.nobody.isChecked()}

    def set_draft(self, value: object) -> None:
        assert isinstance(value, dict)
        self.who.set_draft(value["who"])
        self.nobody.setChecked(bool(value["nobody"]))

    def _on_nobody(self, nobody: bool) -> None:
        self.who.setEnabled(not nobody)
        self.edited.emit()


def receivers_of(session: Session, fields: Mapping[UUID, ReceiverField]) -> dict[UUID, Receiver]:
    return {key: field.receiver(session) for key, field in fields.items() if field.is_answered()}


def all_answered(fields: Sequence[ReceiverField]) -> bool:
    return all(field.is_answered() for field in fields)
