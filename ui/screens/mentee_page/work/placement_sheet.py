"""A new placement in five lines: where, what kind, from when, how many hours, and supervisor. The rest may wait."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import VocationalProfile
from mentorapp.domain.matching import fit_of
from mentorapp.domain.numbers_typed import hours_a_week
from mentorapp.domain.placements import (
    FULL_TIME,
    PAID,
    EndReason,
    FormalOwner,
    Placement,
    PlacementType,
    planned_end_of,
)
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.workplaces import Workplace
from mentorapp.language.chart_words import plain_number
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_from
from mentorapp.store.placements import add_placement, end_placement
from mentorapp.store.sessions import add_session
from mentorapp.store.word_lists import get_word
from mentorapp.store.workplaces import add_workplace, change_workplace, get_workplace
from ui.widgets.choice_chips import Choice
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.field import LineField
from ui.widgets.picker import Picker
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox
from ui.widgets.workplace_chooser import WorkplaceChooser

from ..thing_sheet import Desk, ThingSheet
from ..words import day_in_full, genitive
from .compared import Compared
from .match_sheet import fit_lines, place_lines
from .wishes_card import wishes_of

_TRY = (PlacementType.STUDY_VISIT, PlacementType.INTRO_WEEKS, PlacementType.WORK_TEST)
_TRAIN = (PlacementType.INTERNSHIP, PlacementType.SOCIAL_INTERNSHIP, PlacementType.WORK_TRAINING,
          PlacementType.DAILY_ACTIVITY)  # fmt: skip
_SHORT = frozenset({PlacementType.STUDY_VISIT, PlacementType.INTRO_WEEKS})


class PlacementSheet(ThingSheet):
    """`others` are the placements there are, for the sum of the hours."""

    def __init__(self, desk: Desk, others: Sequence[Placement], profile: VocationalProfile | None) -> None:
        texts = desk.texts
        super().__init__(
            desk, title=texts("work.placement_new"), thing="placement", about=None, label="placement_added",
            save=texts("work.placement_save"),
        )  # fmt: skip
        self._others, self._profile, self._seen = others, profile, ""
        self._add_five()
        self._add_rest()
        self.body.addStretch(1)
        self.where.taken.connect(self._on_place)
        self.where.edited.connect(self._on_place)
        self.kind.chosen.connect(lambda _key: self._suit())
        self.from_day.edited.connect(self._suit)
        self.hours.edited.connect(lambda _text: self._suit())
        self._suit()

    def _add_five(self) -> None:
        desk, texts = self, self.texts
        self.where = self.add("workplace_id", WorkplaceChooser(desk.store, texts, desk.theme, texts("work.where")))
        self.kind = Picker(desk.theme, texts("work.kind"), _kinds(texts), PlacementType.INTERNSHIP.value)
        self.from_day = self.day_field(
            texts("around.from"), self.store.clock.today(), optional=False, lean=Lean.NEAREST
        )
        self.add_beside(("type", self.kind), ("from_date", self.from_day))
        self.hours = LineField(desk.theme, texts("work.hours"), placeholder=texts("work.hours_example"), longest=8)
        self.supervisor = ContactChooser(
            desk.store, texts, desk.theme, texts("work.supervisor"), mentee_id=self.person.mentee.id
        )
        self.add_beside(("hours_per_week", self.hours), ("supervisor_id", self.supervisor))
        self.said = self.add_words("")

    def _add_rest(self) -> None:
        texts, theme, name = self.texts, self.theme, self.person.name
        self.compared = Compared(theme, texts("work.wishes_of", name=genitive(texts, name)))
        self.body.addWidget(self.compared)
        self.reason = self.add("choice_reason", TextField(theme, texts("work.why"), lines=2))
        self.disclosure = self.add(
            "disclosure_words",
            TextField(
                theme, texts("work.disclosure", name=genitive(texts, name)), hint=texts("work.disclosure_hint"), lines=2
            ),
        )
        owners = [Choice(one.value, texts(f"codes.formal_owner_{one.value}")) for one in FormalOwner]
        self.owner = self.add_chips("formal_owner", texts("work.owner"), owners, FormalOwner.UNKNOWN.value)
        self.owner_other = self.add("formal_owner_other", LineField(theme, texts("work.owner_other")))
        self.owner.chosen.connect(lambda _key: self._suit())
        self.planned_to = self.add_day("planned_to", texts("work.planned_to"), None, ahead=True)
        self.along = self.add("along", TickBox(theme, texts("work.go_along"), texts("work.go_along_more"), fades=False))

    def first_field(self) -> QWidget:
        return self.where.line

    def choose_place(self, workplace_id: UUID) -> None:
        """The one that was chosen in the bank."""
        self.where.choose(workplace_id)
        self._on_place()
        self.where.edited.emit()

    def can_be_kept(self) -> bool:
        """Without a place there is nothing to keep."""
        key, name = self.where.value()
        missing = key is None and not name
        if missing:
            self.where.set_fault(self.texts("work.where_missing"))
            self.where.line.setFocus()
        return not missing and super().can_be_kept()

    def write(self, session: Session) -> object:
        from_day, kind = self.from_day.day(), self._kind()
        assert from_day is not None
        assert self.person.enrolment is not None
        hours = hours_a_week(self.hours.text()) if kind is not PlacementType.STUDY_VISIT else None
        supervisor = contact_from(session, self.supervisor.value())
        place = self._place_in(session, supervisor)
        found = add_placement(
            session, self.person.enrolment.id, place.id, kind, from_day,
            hours_per_week=hours, supervisor_id=supervisor or place.supervisor_id,
            choice_reason=self.reason.text(), disclosure_words=self.disclosure.text(),
            formal_owner=FormalOwner(self.owner.current()), formal_owner_other=self.owner_other.text(),
            planned_to=self._planned_to(kind, from_day),
        )  # fmt: skip
        if kind is PlacementType.STUDY_VISIT:
            end_placement(session, found, from_day, EndReason.PLANNED)
        if self.along.isChecked():
            self._book(session, place, kind, from_day)
        return found

    def _place_in(self, session: Session, supervisor: UUID | None) -> Workplace:
        """A new one is in the bank from now on, with its supervisor; so is one that had none."""
        key, name = self.where.value()
        workplace_id = key or add_workplace(session, name)
        if supervisor is not None and get_workplace(session, workplace_id).supervisor_id is None:
            change_workplace(session, workplace_id, supervisor_id=supervisor)
        return get_workplace(session, workplace_id)

    def _planned_to(self, kind: PlacementType, from_day: date) -> date | None:
        return planned_end_of(kind, from_day) or self.planned_to.day()

    def _book(self, session: Session, place: Workplace, kind: PlacementType, day: date) -> None:
        """The day at the place is a booking of the mentor's; a protected person's names no place."""
        visit = kind is PlacementType.STUDY_VISIT
        add_session(
            session,
            NewSession(
                mentee_id=self.person.mentee.id,
                enrolment_id=self.person.enrolment.id if self.person.enrolment else None,
                kind=SessionKind.ACCOMPANIMENT if visit else SessionKind.WORKPLACE_VISIT,
                event_date=day,
                attendance=Attendance.PLANNED,
                place="" if self.person.mentee.is_protected else place.name,
            ),
        )

    def _kind(self) -> PlacementType:
        return PlacementType(self.kind.current())

    def _on_place(self) -> None:
        """The facts beside the wishes, and the supervisor who is mostly there."""
        key = self.where.key
        if str(key) == self._seen:
            return
        self._seen = str(key)
        if key is None:
            self.compared.show_facts("", [], [])
        else:
            with self.store.read() as session:
                place = get_workplace(session, key)
                word = get_word(session, WordList.SECTOR, place.sector) if place.sector else None
            self._compare(place, word.name(self.texts.language) if word else "")
            if place.supervisor_id and self.supervisor.value().is_nobody:
                self.supervisor.choose(place.supervisor_id)
        self._fit()

    def _compare(self, place: Workplace, sector: str) -> None:
        texts, profile = self.texts, self._profile
        wishes = [texts("around.name_state", name=label, state=words) for label, words in wishes_of(texts, profile)]
        facts = [*place_lines(texts, place, sector), *fit_lines(texts, fit_of(profile, place, sector))]
        self.compared.show_facts(place.name, wishes, facts)

    def _suit(self) -> None:
        """What the kind brings with it, and what the hours come to."""
        kind, day = self._kind(), self.from_day.day()
        self.hours.setVisible(kind is not PlacementType.STUDY_VISIT)
        self.planned_to.setVisible(kind not in _SHORT)
        self.owner_other.setVisible(self.owner.current() == FormalOwner.OTHER.value)
        self.along.setEnabled(day is not None and day >= self.store.clock.today())
        self.said.setText(" ".join(part for part in (self._kind_said(kind, day), self._hours_said(day)) if part))
        self.said.setVisible(bool(self.said.text()))
        self._fit()

    def _kind_said(self, kind: PlacementType, day: date | None) -> str:
        end = planned_end_of(kind, day) if day else None
        if kind is PlacementType.INTRO_WEEKS and end is not None:
            return self.texts("work.two_weeks", day=day_in_full(self.texts, end, self.store.clock.today()))
        return self.texts("work.one_day") if kind is PlacementType.STUDY_VISIT else ""

    def _hours_said(self, day: date | None) -> str:
        """More than full time with what there is already."""
        hours = _readable(self.hours.text())
        if day is None or hours is None or self._kind() is PlacementType.STUDY_VISIT:
            return ""
        together = hours + sum((one.hours_on(day) or Decimal(0) for one in self._others), Decimal(0))
        if together <= FULL_TIME or hours > FULL_TIME:
            return ""
        return self.texts("work.too_many", hours=plain_number(self.texts, together))


def _kinds(texts: Texts) -> list[tuple[str, list[Choice]]]:
    paid = [one for one in PlacementType if one in PAID]
    groups = (("work.kind_try", _TRY), ("work.kind_train", _TRAIN), ("work.kind_paid", paid))
    return [
        (texts(heading), [Choice(one.value, texts(f"codes.placement_type_{one.value}")) for one in kinds])
        for heading, kinds in groups
    ]


def _readable(typed: str) -> Decimal | None:
    try:
        return hours_a_week(typed)
    except InputError:
        return None
