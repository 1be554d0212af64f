"""Everything that the page of a placement shows, read in one go as frozen values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.network import Contact
from mentorapp.domain.placements import FULL_TIME, Placement, PlacementType, TooMany, hours_together, too_many_hours
from mentorapp.domain.routines import Checklist, RoutineEntry
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.sessions import Session as Contacted
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import EducationSupport
from mentorapp.domain.work_begun import is_work_to_say
from mentorapp.domain.workplace_rounds import VoiceRound, WorkplaceForms, answered_rounds, workplace_forms
from mentorapp.domain.workplace_support import (
    Adaptation,
    FollowUpForm,
    StageEntry,
    SupportIntensity,
    WorkplaceFollowUp,
)
from mentorapp.domain.workplaces import named_in
from mentorapp.store.adaptations import list_adaptations
from mentorapp.store.after_support import list_after_support
from mentorapp.store.enrolments import get_enrolment
from mentorapp.store.follow_ups import list_follow_ups
from mentorapp.store.hidden_classes import hidden_for
from mentorapp.store.mentees import get_mentee
from mentorapp.store.placements import get_placement, list_placements
from mentorapp.store.routines import list_routine
from mentorapp.store.scale_definitions import list_scales, list_versions
from mentorapp.store.scale_responses import list_placement_responses
from mentorapp.store.se_stages import list_stages
from mentorapp.store.sessions import list_sessions
from mentorapp.store.study_plans import list_study_plans
from mentorapp.store.support_intensities import list_support
from mentorapp.store.word_lists import list_words


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A placement with what belongs to it. `answers` are the rounds, also those that were only talked about; `scales`
    all versions by code and number; `forms` what can be filled in.

    `place_shown`: of a protected person the workplace is not shown before somebody has asked to see it (F 5).
    """

    today: date
    mentee: Mentee
    placement: Placement
    adaptations: tuple[Adaptation, ...]
    support: tuple[SupportIntensity, ...]
    follow_ups: tuple[WorkplaceFollowUp, ...]
    visits: tuple[Contacted, ...]
    answers: tuple[VoiceRound, ...]
    scales: Mapping[tuple[str, int], ScaleDefinition]
    forms: tuple[WorkplaceForms, ...]
    stages: tuple[StageEntry, ...]
    tasks: tuple[RoutineEntry, ...]
    together: TooMany | None
    instructions: Mapping[str, Word]
    hidden: frozenset[InfoClass]
    asks_about_work: bool
    place_shown: bool

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "placement", "placement_hours", "adaptation", "support_intensity", "workplace", "workplace_follow_up",
            "scale_definition", "scale_response", "scale_mark", "se_stage", "routine_item", "list_word", "contact",
            "organisation", "mentee", "session", "after_support", "enrolment", "education_support",
        }
    )  # fmt: skip

    @property
    def name(self) -> str:
        return self.mentee.preferred_name

    @property
    def supervisor(self) -> Contact | None:
        return self.placement.supervisor

    @property
    def is_intro(self) -> bool:
        return self.placement.type is PlacementType.INTRO_WEEKS

    @property
    def is_open(self) -> bool:
        return self.placement.is_open(self.today)

    @property
    def last_visit(self) -> date | None:
        """When one last was in touch about it."""
        seen = [one.event_date for one in self.visits if one.attendance is Attendance.HELD]
        seen += [one.event_date for one in self.follow_ups if one.form is not FollowUpForm.FORM_ONLY]
        return max(seen, default=None)

    @property
    def rounds(self) -> tuple[VoiceRound, ...]:
        """Those with marks to show."""
        return tuple(one for one in self.answers if one.own or one.other)

    def answered(self, follow_up_id: UUID) -> VoiceRound | None:
        return next((one for one in self.answers if one.follow_up_id == follow_up_id), None)


def read_view(session: Session, placement_id: UUID, today: date, *, place_shown: bool) -> View:
    """NotFoundError when it is gone."""
    placement = get_placement(session, placement_id)
    mentee = get_mentee(session, placement.mentee_id)
    every = list_placements(session, mentee.id)
    studies = [one.studies for one in list_study_plans(session, mentee.id)]
    enrolment, given = (
        get_enrolment(session, placement.enrolment_id),
        list_after_support(session, placement.enrolment_id),
    )
    met = list_follow_ups(session, placement_id)
    return View(
        today=today,
        mentee=mentee,
        placement=placement,
        adaptations=list_adaptations(session, placement_id),
        support=list_support(session, placement_id),
        follow_ups=met,
        visits=_visits(session, placement, every),
        answers=answered_rounds(list_placement_responses(session, placement_id), met),
        scales={(one.code, one.version): one for one in list_versions(session)},
        forms=workplace_forms(list_scales(session), intro_weeks=placement.type is PlacementType.INTRO_WEEKS),
        stages=list_stages(session, placement.enrolment_id),
        tasks=list_routine(session, mentee.id, Checklist.SE),
        together=_too_many(every, studies, placement, today),
        instructions={one.code: one for one in list_words(session, WordList.INSTRUCTION, all_=True)},
        hidden=hidden_for(session, mentee.id),
        asks_about_work=is_work_to_say(placement, enrolment, given, today),
        place_shown=place_shown or not mentee.is_protected,
    )


def _visits(session: Session, placement: Placement, every: Sequence[Placement]) -> tuple[Contacted, ...]:
    """Contacts at a workplace while the placement was on, the newest first; not what says that it was at another."""
    others = [one for one in every if one.id != placement.id]
    return tuple(
        one
        for one in list_sessions(session, placement.mentee_id)
        if one.kind is SessionKind.WORKPLACE_VISIT
        and one.attendance is not Attendance.MOVED
        and _is_on(placement, one.event_date)
        and not _is_elsewhere(one, placement, others)
    )


def _is_on(placement: Placement, day: date) -> bool:
    return placement.from_date <= day and placement.is_open(day)


def _is_elsewhere(visit: Contacted, placement: Placement, others: Sequence[Placement]) -> bool:
    """Its place names another workplace of that day, and not this one."""
    names = {one.workplace.name for one in others if one.workplace is not None and _is_on(one, visit.event_date)}
    here = {placement.workplace.name} if placement.workplace is not None else set()
    return bool(named_in([visit.place], names - here)) and not named_in([visit.place], here)


def _too_many(
    placements: Sequence[Placement], studies: Sequence[EducationSupport], placement: Placement, today: date
) -> TooMany | None:
    """Where this one and others come to more than full time: now, else the next time that they will."""
    if not placement.is_open(today):
        return None
    day = max(today, placement.from_date)
    now = hours_together(placements, studies, day)
    if now > FULL_TIME:
        return TooMany(day, now)
    ahead = (one for one in too_many_hours(placements, studies) if one.on > day)
    return next((one for one in ahead if placement.hours_on(one.on) is not None), None)
