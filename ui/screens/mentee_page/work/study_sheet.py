"""Studies on the way, apart from those that are an outcome (W10, W11, P23): added, or changed."""

from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError
from mentorapp.domain.studies import CsnState, EducationSupport, StudyPhase
from mentorapp.store.education_supports import (
    add_education_support,
    change_education_support,
    remove_education_support,
)
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField
from ui.widgets.picker import Picker
from ui.widgets.text_field import TextField

from ..support_words import study_name
from ..thing_sheet import Desk, ThingSheet
from ..words import genitive

_ENDED = {StudyPhase.COMPLETED: True, StudyPhase.INTERRUPTED: False}


class StudySheet(ThingSheet):
    """Money is not asked about where the youth duty keeps it hidden."""

    def __init__(self, desk: Desk, one: EducationSupport | None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=study_name(texts, one) if one else texts("work.studies_new"),
            thing="studies",
            about=one.id if one else None,
            label="studies_changed" if one else "studies_added",
        )
        self._one = one
        self._add_what(one)
        self._add_when(one)
        self._add_plan(one)
        self.phase.chosen.connect(lambda _key: self._suit())
        self._suit()
        if one is not None:
            self.add_removal(
                texts("work.studies_remove"), "studies_removed", lambda s: remove_education_support(s, one.id)
            )
        self.body.addStretch(1)

    def _add_what(self, one: EducationSupport | None) -> None:
        texts, theme, name = self.texts, self.theme, genitive(self.texts, self.person.name)
        self.course = self.add(
            "course",
            LineField(theme, texts("work.course"), one.course if one else "", placeholder=texts("work.course_example")),
        )
        goal = one.goal if one else ""
        self.goal = self.add("goal", TextField(theme, texts("work.study_goal", name=name), goal, lines=2))
        self.school = LineField(theme, texts("work.school"), one.school if one else "")
        self.level = LineField(
            theme, texts("work.level"), one.level if one else "", placeholder=texts("work.level_example")
        )
        self.add_beside(("school", self.school), ("level", self.level))

    def _add_when(self, one: EducationSupport | None) -> None:
        texts, theme = self.texts, self.theme
        phases = [Choice(phase.value, texts(f"codes.study_phase_{phase.value}")) for phase in StudyPhase]
        self.phase = self.add_chips(
            "phase", texts("work.phase"), phases, one.phase.value if one else StudyPhase.PREPARE.value
        )
        self.from_day = self.day_field(texts("around.from"), one.from_date if one else None)
        self.to_day = self.day_field(texts("around.to"), one.to_date if one else None, ahead=True)
        pace = str(one.pace_percent) if one and one.pace_percent else ""
        self.pace = LineField(theme, texts("work.pace"), pace, longest=5)
        self.add_beside(("from_date", self.from_day), ("to_date", self.to_day), ("pace_percent", self.pace))
        self.certificate = self.add_day(
            "certificate_on", texts("work.certificate"), one.certificate_on if one else None
        )

    def _add_plan(self, one: EducationSupport | None) -> None:
        texts, theme = self.texts, self.theme
        self.barriers = self.add(
            "barriers", TextField(theme, texts("work.barriers"), one.barriers if one else "", lines=2)
        )
        self.needs = self.add(
            "accommodations",
            TextField(
                theme, texts("work.accommodations"), one.accommodations if one else "", lines=2,
                hint=texts("work.accommodations_hint"),
            ),
        )  # fmt: skip
        states = [Choice(state.value, texts(f"codes.csn_state_{state.value}")) for state in CsnState]
        self.csn = self.add(
            "csn_state",
            Picker(theme, texts("work.csn"), [("", states)], (one.csn_state if one else CsnState.UNKNOWN).value),
        )
        self.csn.setVisible("INCOME" not in self.person.hidden)
        self.note = self.add("note", TextField(theme, texts("around.note"), one.note if one else "", lines=2))
        self.add_words(texts("work.studies_help"))

    def first_field(self) -> QWidget:
        return self.course.line

    def write(self, session: Session) -> object:
        phase = StudyPhase(self.phase.current())
        values: dict[str, Any] = {
            "phase": phase,
            "school": self.school.text(),
            "level": self.level.text(),
            "pace_percent": _number("pace_percent", self.pace.text()),
            "from_date": self.from_day.day(),
            "to_date": self.to_day.day(),
            "completed": _ENDED.get(phase),
            "certificate_on": self.certificate.day() if phase is StudyPhase.COMPLETED else None,
            "goal": self.goal.text(),
            "barriers": self.barriers.text(),
            "accommodations": self.needs.text(),
            "csn_state": CsnState(self.csn.current()),
            "note": self.note.text(),
        }
        if self._one is not None:
            change_education_support(session, self._one.id, course=self.course.text(), **values)
            return self._one.id
        assert self.person.enrolment is not None
        return add_education_support(session, self.person.enrolment.id, self.course.text(), **values)

    def _suit(self) -> None:
        self.certificate.setVisible(self.phase.current() == StudyPhase.COMPLETED.value)
        self._fit()


def _number(field: str, typed: str) -> int | None:
    figures = typed.replace("%", "").strip()
    if not figures:
        return None
    if not figures.isascii() or not figures.isdigit():
        raise InputError(field, "number_unreadable")
    return int(figures)
