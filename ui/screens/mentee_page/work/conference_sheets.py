"""Talks about the studies: one to come with its points, and one held with what was agreed and promised (P24)."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import Origin, Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import StudyConference, StudyPlan, talk_after
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import add_commitment
from mentorapp.store.study_plans import add_conference, change_conference, remove_conference
from ui.theme import Role
from ui.widgets.button import Button, Kind, Size
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..support_words import study_name
from ..thing_sheet import Desk, ThingSheet
from ..words import day_in_full

_PROMISES_MAX = 6


class TalkSheet(ThingSheet):
    """A talk ahead, or put right: when, where, who is there, and a point a line."""

    def __init__(self, desk: Desk, plan: StudyPlan, one: StudyConference | None) -> None:
        texts, theme = desk.texts, desk.theme
        super().__init__(
            desk,
            title=texts("work.talk_change" if one else "work.talk_new"),
            thing="talk",
            about=one.id if one else plan.studies.id,
            label="conference_changed" if one else "conference_added",
        )
        self._plan, self._one = plan, one
        self.add_words(study_name(texts, plan.studies))
        day = one.event_date if one else next_talk_on(plan, self.store.clock.today())
        self.on = self.day_field(texts("work.talk_on"), day, optional=False, lean=Lean.NEAREST)
        self.where = LineField(theme, texts("work.talk_place"), one.place if one else "")
        self.add_beside(("event_date", self.on), ("place", self.where))
        present = one.present if one else _present_before(plan)
        self.present = self.add("present", LineField(theme, texts("work.talk_present"), present))
        points = one.points if one else texts("work.talk_points_usual")
        self.points = self.add(
            "points", TextField(theme, texts("work.talk_points"), points, lines=5, hint=texts("work.talk_points_hint"))
        )
        self.agreed: TextField | None = None
        if one is not None and one.held:
            self.agreed = self.add("agreed", TextField(theme, texts("work.talk_agreed"), one.agreed, lines=3))
        if one is not None:
            self.add_removal(
                texts("work.talk_remove"), "conference_removed", lambda session: remove_conference(session, one.id)
            )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.on.line

    def write(self, session: Session) -> object:
        day = self.on.day()
        assert day is not None
        details: dict[str, Any] = {
            "place": self.where.text(), "present": self.present.text(), "points": self.points.text(),
        }  # fmt: skip
        if self._one is None:
            return add_conference(session, self._plan.studies.id, day, **details)
        if self.agreed is not None:
            details["agreed"] = self.agreed.text()
        change_conference(session, self._one.id, event_date=day, **details)
        return self._one.id


class HeldTalkSheet(ThingSheet):
    """A talk that has been: who was there, what was agreed, who promised what, and when the next one is."""

    def __init__(self, desk: Desk, plan: StudyPlan, one: StudyConference) -> None:
        texts, theme = desk.texts, desk.theme
        super().__init__(
            desk, title=texts("work.talk_write_up_title"), thing="held_talk", about=one.id, label="conference_changed"
        )
        self._plan, self._one = plan, one
        today = self.store.clock.today()
        self.on = self.day_field(texts("work.talk_was_on"), min(one.event_date, today), optional=False)
        self.present = LineField(theme, texts("work.talk_was_present"), one.present)
        self.add_beside(("event_date", self.on), ("present", self.present))
        points = "\n".join(texts("work.talk_point", words=point) for point in one.agenda)
        if points:
            self.body.addWidget(Text(theme, points, Role.SMALL, wrap=True))
        self.agreed = self.add("agreed", TextField(theme, texts("work.talk_agreed"), one.agreed, lines=3))
        self.promises: list[tuple[LineField, ChoiceChips, LineField, DateField]] = []
        self.body.addWidget(Text(theme, texts("work.talk_promises"), Role.SMALL, bold=True))
        self._after = self.body.count()
        self.more = Button(theme, texts("work.talk_promise_more"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.more.clicked.connect(self._add_more)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_promise()
        self.next_on = self.add(
            "next_on",
            self.day_field(texts("work.talk_next"), talk_after(max(today, one.event_date)), lean=Lean.AHEAD),
        )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.agreed.box

    def prepare(self, values: dict[str, Any]) -> None:
        """A draft with more promises needs more lines."""
        while len(self.promises) < _PROMISES_MAX and f"what_{len(self.promises)}" in values:
            self._add_promise()

    def can_be_kept(self) -> bool:
        """Nobody promises without a name: a line with words says who."""
        for what, who, name, _by in self.promises:
            if what.text().strip() and who.current() == Who.CONTACT.value and not name.text().strip():
                name.set_fault(self.texts("work.talk_promise_name"))
                name.line.setFocus()
                return False
        return super().can_be_kept()

    def write(self, session: Session) -> object:
        day = self.on.day()
        assert day is not None
        agreed = {"event_date": day, "present": self.present.text(), "agreed": self.agreed.text(), "held": True}
        change_conference(session, self._one.id, **agreed)
        self._promise(session)
        following = self.next_on.day()
        if following is not None:
            if following <= day:
                raise InputError("next_on", "ends_before_start")
            add_conference(session, self._plan.studies.id, following, place=self._one.place,
                           present=self.present.text(), points=self._one.points)  # fmt: skip
        return self._one.id

    def _promise(self, session: Session) -> None:
        """With the verb of all promises: they stand in the plan and on Idag with the others."""
        assert self.person.enrolment is not None
        for what, who, name, by in self.promises:
            if what.text().strip():
                key = Who(who.current())
                add_commitment(
                    session, self.person.enrolment.id, what.text(), who=key,
                    who_name=name.text() if key is Who.CONTACT else "", by=by.day(), origin=Origin.MEETING,
                    origin_id=self._one.id, info_class=InfoClass.EDU,
                )  # fmt: skip

    def _add_more(self) -> None:
        self._add_promise()
        self._fit()
        self.promises[-1][0].line.setFocus()

    def _add_promise(self) -> None:
        """What, who and by when; the name of somebody else only where it is somebody else."""
        texts, theme, place = self.texts, self.theme, len(self.promises)
        what = LineField(theme, texts("plan.promise_what"))
        choices = [
            Choice(Who.MENTEE.value, self.person.name),
            Choice(Who.MENTOR.value, self.person.mentor.first_name or texts("mentee.the_mentor")),
            Choice(Who.CONTACT.value, texts("plan.someone_else")),
        ]
        who = ChoiceChips(theme, texts("plan.promise_who"), choices, Who.MENTEE.value, ticked=True)
        name = LineField(theme, texts("plan.promise_who_name"))
        by = self.day_field(texts("plan.promise_by"), None, ahead=True)
        for key, widget in (("what", what), ("who", who), ("who_name", name), ("by", by)):
            self.body.insertWidget(self._after, widget)
            self._after += 1
            self.register(f"{key}_{place}", widget)
        name.hide()
        who.chosen.connect(lambda key: self._on_who(name, key))
        self.promises.append((what, who, name, by))
        self.more.setVisible(len(self.promises) < _PROMISES_MAX)

    def _on_who(self, name: LineField, key: str) -> None:
        name.setVisible(key == Who.CONTACT.value)
        self._fit()


def next_talk_on(plan: StudyPlan, today: date) -> date:
    """A month after the newest one that was held, never in the past; else today."""
    held = [one.event_date for one in plan.conferences if one.held]
    return max(today, talk_after(max(held))) if held else today


def _present_before(plan: StudyPlan) -> str:
    """Those who were there last time, or the support team."""
    newest = max(plan.conferences, key=lambda one: (one.event_date, one.id), default=None)
    return newest.present if newest is not None else ", ".join(one.name for one in plan.team)


def suggested_talk(texts: Texts, plan: StudyPlan, today: date) -> str:
    """Nästa månad: 30 december; empty where one is planned, or none has been held."""
    if plan.next_conference is not None or not any(one.held for one in plan.conferences):
        return ""
    return texts("work.talk_suggested", day=day_in_full(texts, next_talk_on(plan, today), today))
