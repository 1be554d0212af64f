"""Studies on the way, apart from those that are an outcome (W10): added, or changed."""

from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError
from mentorapp.domain.studies import EducationSupport, StudyPhase
from mentorapp.store.education_supports import (
    add_education_support,
    change_education_support,
    remove_education_support,
)
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField
from ui.widgets.text_field import TextField

from ..support_words import study_name
from .thing_sheet import Desk, ThingSheet

_ENDED = {StudyPhase.COMPLETED: True, StudyPhase.INTERRUPTED: False}


class StudySheet(ThingSheet):
    def __init__(self, desk: Desk, one: EducationSupport | None) -> None:
        texts, theme = desk.texts, desk.theme
        super().__init__(
            desk,
            title=study_name(texts, one) if one else texts("around.studies_new"),
            thing="studies",
            about=one.id if one else None,
            label="studies_changed" if one else "studies_added",
        )
        self._one = one
        self.course = self.add(
            "course",
            LineField(
                theme, texts("around.course"), one.course if one else "", placeholder=texts("around.course_example")
            ),
        )
        self.school = LineField(theme, texts("around.school"), one.school if one else "")
        pace = str(one.pace_percent) if one and one.pace_percent else ""
        self.pace = LineField(theme, texts("around.pace"), pace, longest=3)
        self.add_beside(("school", self.school), ("pace_percent", self.pace))
        phases = [Choice(phase.value, texts(f"codes.study_phase_{phase.value}")) for phase in StudyPhase]
        self.phase = self.add_chips(
            "phase", texts("around.phase"), phases, one.phase.value if one else StudyPhase.CHOOSE.value
        )
        self.from_day = self.day_field(texts("around.from"), one.from_date if one else None)
        self.to_day = self.day_field(texts("around.to"), one.to_date if one else None, ahead=True)
        self.add_beside(("from_date", self.from_day), ("to_date", self.to_day))
        self.note = self.add("note", TextField(theme, texts("around.note"), one.note if one else "", lines=2))
        self.add_words(texts("around.studies_help"))
        if one is not None:
            self.add_removal(
                texts("around.studies_remove"), "studies_removed", lambda s: remove_education_support(s, one.id)
            )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.course.line

    def write(self, session: Session) -> object:
        phase = StudyPhase(self.phase.current())
        values: dict[str, Any] = {
            "phase": phase,
            "school": self.school.text(),
            "pace_percent": _number("pace_percent", self.pace.text()),
            "from_date": self.from_day.day(),
            "to_date": self.to_day.day(),
            "completed": _ENDED.get(phase),
            "note": self.note.text(),
        }
        if self._one is not None:
            change_education_support(session, self._one.id, course=self.course.text(), **values)
            return self._one.id
        assert self.person.enrolment is not None
        return add_education_support(session, self.person.enrolment.id, self.course.text(), **values)


def _number(field: str, typed: str) -> int | None:
    figures = typed.replace("%", "").strip()
    if not figures:
        return None
    if not figures.isascii() or not figures.isdigit():
        raise InputError(field, "number_unreadable")
    return int(figures)
