"""What the tab shows of an enrolment beyond the page's person, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.closing import AfterSupport, AttemptLog, Closure, OutcomeCheck, incomes_on
from mentorapp.domain.enrolments import (
    Enrolment,
    EnrolmentStatus,
    LevelEntry,
    Pause,
    Referral,
    TargetGroupPeriod,
)
from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.programmes import Programme
from mentorapp.domain.routines import Checklist, RoutineEntry
from mentorapp.domain.sessions import Session as Contact
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import IncomePeriod, ParallelIntervention
from mentorapp.store.after_support import list_after_support
from mentorapp.store.attempts import attempt_log
from mentorapp.store.closing_effects import called_off_by, open_interventions
from mentorapp.store.closings import can_reopen, get_closure
from mentorapp.store.enrolments import list_enrolments, list_level_entries
from mentorapp.store.incomes import list_incomes
from mentorapp.store.outcome_checks import list_outcome_checks
from mentorapp.store.pauses import list_pauses
from mentorapp.store.programmes import get_programme
from mentorapp.store.referrals import get_referral
from mentorapp.store.routines import list_routine
from mentorapp.store.target_groups import list_target_groups
from mentorapp.store.word_lists import list_words

from ..reading import Person

Words = Mapping[str, Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A period that is over, with its closure where one was written."""

    enrolment: Enrolment
    programme: str
    closure: Closure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The enrolment in sight. `mine` says whether it is the one the page's person stands on too."""

    enrolment: Enrolment
    programme: Programme
    referral: Referral
    stays: tuple[LevelEntry, ...]
    pauses: tuple[Pause, ...]
    groups: tuple[TargetGroupPeriod, ...]
    given: tuple[AfterSupport, ...]
    closure: Closure | None
    checks: tuple[OutcomeCheck, ...]
    can_reopen: bool
    others: tuple[tuple[UUID, str], ...]
    earlier: tuple[Earlier, ...]
    interventions: tuple[ParallelIntervention, ...]
    bookings: tuple[Contact, ...]
    attempts: AttemptLog
    checklist: tuple[RoutineEntry, ...]
    at_start: tuple[IncomePeriod, ...]
    at_close: tuple[IncomePeriod, ...]
    reasons: Words
    referrers: Words
    target_groups: Words
    criteria: Words

    @property
    def is_open(self) -> bool:
        return self.enrolment.status is not EnrolmentStatus.CLOSED

    @property
    def is_started(self) -> bool:
        return self.enrolment.started_on is not None


def read_case(session: Session, person: Person, chosen: UUID | None) -> Case | None:
    """The enrolment chosen, or the one that matters; None for somebody without any."""
    every = list_enrolments(session, person.mentee.id)
    enrolment = next((one for one in every if one.id == chosen), None) or person.enrolment
    if enrolment is None:
        return None
    names = {one.programme_id: get_programme(session, one.programme_id) for one in every}
    open_ones = [one for one in every if one.status is not EnrolmentStatus.CLOSED]
    rest = [one for one in every if one.status is EnrolmentStatus.CLOSED and one.id != enrolment.id]
    started, ended = enrolment.started_on, enrolment.closed_on or person.today
    incomes = () if InfoClass.INCOME in person.hidden else list_incomes(session, person.mentee.id)
    found = open_interventions(session, person.mentee.id)
    return Case(
        enrolment=enrolment,
        programme=names[enrolment.programme_id],
        referral=_referral(get_referral(session, enrolment.id), person),
        stays=list_level_entries(session, enrolment.id),
        pauses=list_pauses(session, enrolment.id),
        groups=list_target_groups(session, enrolment.id),
        given=list_after_support(session, enrolment.id),
        closure=get_closure(session, enrolment.id),
        checks=list_outcome_checks(session, enrolment.id),
        can_reopen=can_reopen(session, enrolment.id),
        others=tuple((one.id, names[one.programme_id].name) for one in open_ones if one.id != enrolment.id),
        earlier=tuple(
            Earlier(enrolment=one, programme=names[one.programme_id].name, closure=get_closure(session, one.id))
            for one in rest
        ),
        interventions=tuple(one for one in found if one.info_class not in person.hidden),
        bookings=called_off_by(session, enrolment.id, person.today),
        attempts=attempt_log(session, person.mentee.id),
        checklist=list_routine(session, person.mentee.id, Checklist.CLOSING, enrolment_id=enrolment.id),
        at_start=incomes_on(incomes, started) if started else (),
        at_close=incomes_on(incomes, ended) if started else (),
        reasons=_words(session, WordList.CLOSE_REASON),
        referrers=_words(session, WordList.REFERRER_TYPE),
        target_groups=_words(session, WordList.TARGET_GROUP),
        criteria=_words(session, WordList.CRITERION),
    )


def _words(session: Session, list_: WordList) -> Words:
    return {word.code: word for word in list_words(session, list_, all_=True)}


def _referral(referral: Referral, person: Person) -> Referral:
    """Why somebody came is about home and family: it is not shown while that is not written down."""
    return replace(referral, reason_text="") if InfoClass.SOCIAL in person.hidden else referral
