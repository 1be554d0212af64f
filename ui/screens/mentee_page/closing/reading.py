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
from mentorapp.store.after_support import count_contacts, list_after_support
from mentorapp.store.attempts import attempt_log
from mentorapp.store.closing_effects import called_off_by, open_interventions
from mentorapp.store.closings import can_reopen, get_closure
from mentorapp.store.incomes import list_incomes
from mentorapp.store.outcome_checks import list_outcome_checks
from mentorapp.store.pauses import list_pauses
from mentorapp.store.persons import enrolments_of, stays_of
from mentorapp.store.programmes import get_programme, list_programmes
from mentorapp.store.referrals import with_names
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
class Ending:
    """What only the closing needs to know: read when it is gone through."""

    interventions: tuple[ParallelIntervention, ...]
    bookings: tuple[Contact, ...]
    attempts: AttemptLog
    checklist: tuple[RoutineEntry, ...]
    reasons: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The enrolment in sight. `reasons` is empty while nothing has been closed."""

    enrolment: Enrolment
    programme: Programme
    referral: Referral
    stays: tuple[LevelEntry, ...]
    pauses: tuple[Pause, ...]
    groups: tuple[TargetGroupPeriod, ...]
    given: tuple[AfterSupport, ...]
    support_contacts: int
    closure: Closure | None
    checks: tuple[OutcomeCheck, ...]
    can_reopen: bool
    others: tuple[tuple[UUID, str], ...]
    earlier: tuple[Earlier, ...]
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
    every = enrolments_of(session, person.mentee.id)
    enrolment = next((one for one in every if one.id == chosen), None) or person.enrolment
    if enrolment is None:
        return None
    rest = [one for one in every if one.id != enrolment.id]
    closed = enrolment.status is EnrolmentStatus.CLOSED
    names = {one.id: one.name for one in list_programmes(session)} if rest else {}
    earlier = [one for one in rest if one.status is EnrolmentStatus.CLOSED]
    given = list_after_support(session, enrolment.id)
    at_start, at_close = _incomes(session, person, enrolment)
    return Case(
        enrolment=enrolment,
        programme=_programme(session, person, enrolment),
        referral=_referral(session, person, enrolment),
        stays=stays_of(session, enrolment.id),
        pauses=list_pauses(session, enrolment.id),
        groups=list_target_groups(session, enrolment.id),
        given=given,
        support_contacts=count_contacts(session, enrolment.id) if given else 0,
        closure=get_closure(session, enrolment.id) if closed else None,
        checks=list_outcome_checks(session, enrolment.id) if closed else (),
        can_reopen=closed and can_reopen(session, enrolment.id),
        others=tuple((one.id, names[one.programme_id]) for one in rest if one not in earlier),
        earlier=tuple(
            Earlier(enrolment=one, programme=names[one.programme_id], closure=get_closure(session, one.id))
            for one in earlier
        ),
        at_start=at_start,
        at_close=at_close,
        reasons=_words(session, WordList.CLOSE_REASON) if closed or earlier else {},
        referrers=_words(session, WordList.REFERRER_TYPE),
        target_groups=_words(session, WordList.TARGET_GROUP),
        criteria=_words(session, WordList.CRITERION),
    )


def read_ending(session: Session, person: Person, enrolment_id: UUID) -> Ending:
    found = open_interventions(session, person.mentee.id)
    return Ending(
        interventions=tuple(one for one in found if one.info_class not in person.hidden),
        bookings=called_off_by(session, enrolment_id, person.today),
        attempts=attempt_log(session, person.mentee.id),
        checklist=list_routine(session, person.mentee.id, Checklist.CLOSING, enrolment_id=enrolment_id),
        reasons=_words(session, WordList.CLOSE_REASON),
    )


def _programme(session: Session, person: Person, enrolment: Enrolment) -> Programme:
    """The page knows the one that matters already."""
    if person.programme is not None and person.programme.id == enrolment.programme_id:
        return person.programme
    return get_programme(session, enrolment.programme_id)


def _incomes(
    session: Session, person: Person, enrolment: Enrolment
) -> tuple[tuple[IncomePeriod, ...], tuple[IncomePeriod, ...]]:
    started = enrolment.started_on
    if started is None or InfoClass.INCOME in person.hidden:
        return (), ()
    incomes = list_incomes(session, person.mentee.id)
    return incomes_on(incomes, started), incomes_on(incomes, enrolment.closed_on or person.today)


def _words(session: Session, list_: WordList) -> Words:
    return {word.code: word for word in list_words(session, list_, all_=True)}


def _referral(session: Session, person: Person, enrolment: Enrolment) -> Referral:
    """Why somebody came is about home and family: it is not shown while that is not written down."""
    referral = with_names(session, enrolment.referral)
    return replace(referral, reason_text="") if InfoClass.SOCIAL in person.hidden else referral
