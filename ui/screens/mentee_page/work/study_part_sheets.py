"""What belongs to studies: a date that matters, and somebody in the support team with what they do (P23, P25)."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.studies import StudyDate, StudyDateKind, StudyHelper
from mentorapp.store.network import contact_from
from mentorapp.store.study_plans import (
    add_helper,
    add_study_date,
    change_helper,
    change_study_date,
    remove_helper,
    remove_study_date,
)
from ui.widgets.choice_chips import Choice
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.field import LineField

from ..thing_sheet import Desk, ThingSheet


class StudyDateSheet(ThingSheet):
    """A last day to apply, an exam, the money, the first day."""

    def __init__(self, desk: Desk, studies_id: UUID, one: StudyDate | None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=texts("work.date_change" if one else "work.date_new"),
            thing="date",
            about=one.id if one else studies_id,
            label="study_date_changed" if one else "study_date_added",
        )
        self._studies_id, self._one = studies_id, one
        kinds = [Choice(kind.value, texts(f"codes.study_date_kind_{kind.value}")) for kind in StudyDateKind]
        kind = one.kind if one else StudyDateKind.APPLICATION
        self.kind = self.add_chips("kind", texts("work.date_kind"), kinds, kind.value)
        self.on = self.add(
            "on", self.day_field(texts("work.date_on"), one.on if one else None, optional=False, lean=Lean.AHEAD)
        )
        self.words = self.add("text", LineField(desk.theme, texts("work.date_text"), one.text if one else ""))
        if one is not None:
            self.add_removal(
                texts("work.date_remove"), "study_date_removed", lambda session: remove_study_date(session, one.id)
            )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.kind

    def write(self, session: Session) -> object:
        day, kind = self.on.day(), StudyDateKind(self.kind.current())
        assert day is not None
        if self._one is not None:
            change_study_date(session, self._one.id, kind, day, self.words.text())
            return self._one.id
        return add_study_date(session, self._studies_id, kind, day, self.words.text())


class StudyHelperSheet(ThingSheet):
    """Somebody of the register or by name, and what they do."""

    def __init__(self, desk: Desk, studies_id: UUID, one: StudyHelper | None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=one.name if one else texts("work.helper_new"),
            thing="helper",
            about=one.id if one else studies_id,
            label="study_helper_changed" if one else "study_helper_added",
        )
        self._studies_id, self._one = studies_id, one
        self.who = self.add(
            "name",
            ContactChooser(desk.store, texts, desk.theme, texts("work.helper_who"), mentee_id=desk.person.mentee.id),
        )
        if one is not None and one.contact_id is not None:
            self.who.choose(one.contact_id)
        elif one is not None:
            self.who.show_name(one.name)
        self.does = self.add(
            "does",
            LineField(
                desk.theme, texts("work.helper_does"), one.does if one else "",
                placeholder=texts("work.helper_does_example"),
            ),
        )  # fmt: skip
        if one is not None:
            self.add_removal(
                texts("work.helper_remove"), "study_helper_removed", lambda session: remove_helper(session, one.id)
            )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.who.line

    def write(self, session: Session) -> object:
        who = self._who(session)
        if self._one is not None:
            change_helper(session, self._one.id, who, self.does.text())
            return self._one.id
        return add_helper(session, self._studies_id, who, self.does.text())

    def _who(self, session: Session) -> ContactChoice:
        """Somebody new is in the register from now on; who stood here by name alone goes on doing so."""
        chosen = self.who.value()
        if chosen.is_nobody or (self._one is not None and chosen.new_name == self._one.name):
            return chosen
        return ContactChoice(contact_from(session, chosen))
