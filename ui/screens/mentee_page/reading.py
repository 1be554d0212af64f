"""Everything the page shows about one person, read from the store in one go as frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import (
    Enrolment,
    EnrolmentStatus,
    LadderStep,
    LevelEntry,
    StepState,
    ladder_steps,
)
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.plans import Commitment, Goal, GoalState, Plan
from mentorapp.domain.profile import MentorProfile
from mentorapp.domain.programmes import KAA_HIDDEN, Programme, hides_sensitive
from mentorapp.domain.sessions import Session as Contact
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.enrolments import that_matters
from mentorapp.store.meeting_ahead import NO_FACTS, HeadFacts, head_facts
from mentorapp.store.persons import booking_of, enrolments_of, mentee_of, plans_of, promises_of, stays_of
from mentorapp.store.profile import get_profile
from mentorapp.store.programmes import get_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A mentee with the enrolment that matters now. Without one there is no ladder, no plan and no promise."""

    mentee: Mentee
    mentor: MentorProfile
    today: date
    enrolment: Enrolment | None
    programme: Programme | None
    stairs: tuple[LadderStep, ...]
    stays: tuple[LevelEntry, ...]
    plan: Plan | None
    earlier_goals: tuple[Goal, ...]  # reached, changed or dropped, also those a review left behind; newest plan first
    promises: tuple[Commitment, ...]
    hidden: frozenset[InfoClass]  # what is not written down while only the youth duty holds
    booking: Contact | None
    head: HeadFacts = NO_FACTS

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "mentee", "mentee_former_name", "mentee_address", "mentee_municipality", "enrolment", "level_entry",
            "level", "programme", "session", "commitment", "plan", "goal", "step", "step_undone", "mentor_profile",
            "meeting", "meeting_invitee", "consent", "print_log",
        }
    )  # fmt: skip

    @property
    def name(self) -> str:
        return self.mentee.preferred_name

    @property
    def here(self) -> LadderStep | None:
        """The step that is drawn as the current one; the highest where several are open."""
        return next((s for s in reversed(self.stairs) if s.state is StepState.HERE), None)


@dataclass(slots=True)
class Known:
    """What is the same for everybody and seldom changes, kept between two people; `forget` when one of it changes."""

    mentor: MentorProfile | None = None
    programmes: dict[UUID, Programme] = field(default_factory=dict)

    tables = frozenset({"mentor_profile", "programme", "level"})

    def programme(self, session: Session, programme_id: UUID) -> Programme:
        if programme_id not in self.programmes:
            self.programmes[programme_id] = get_programme(session, programme_id)
        return self.programmes[programme_id]

    def forget(self) -> None:
        self.mentor = None
        self.programmes.clear()


def read_person(session: Session, mentee_id: UUID, known: Known) -> Person:
    """NotFoundError when there is no such mentee."""
    mentee = mentee_of(session, mentee_id)
    enrolments = enrolments_of(session, mentee_id)
    enrolment = that_matters(enrolments)
    known.mentor = known.mentor or get_profile(session)
    programme = known.programme(session, enrolment.programme_id) if enrolment else None
    stays = stays_of(session, enrolment.id) if enrolment else ()
    plans = plans_of(session, enrolment.id) if enrolment else ()
    return Person(
        mentee=mentee,
        mentor=known.mentor,
        today=session.info["clock"].today(),
        enrolment=enrolment,
        programme=programme,
        stairs=ladder_steps(programme.levels, stays) if programme else (),
        stays=stays,
        plan=next(iter(plans), None),
        earlier_goals=tuple(g for plan in plans for g in plan.goals if g.state is not GoalState.ACTIVE),
        promises=promises_of(session, enrolment.id) if enrolment else (),
        hidden=_hidden(session, enrolments, known),
        booking=booking_of(session, mentee_id),
        head=head_facts(session, mentee_id),
    )


def as_of_now(session: Session, person: Person) -> Person:
    """The same with what comes next as it is now; what was booked for an hour ago is no longer the next."""
    if person.booking is not None and person.booking.event_date <= person.today:
        booking = booking_of(session, person.mentee.id)
        person = person if booking == person.booking else replace(person, booking=booking)
    if person.head.ahead is not None and person.head.ahead.meeting.event_date <= person.today:
        head = head_facts(session, person.mentee.id)
        person = person if head == person.head else replace(person, head=head)
    return person


def _hidden(session: Session, enrolments: Sequence[Enrolment], known: Known) -> frozenset[InfoClass]:
    """Health, home, money and violence, where no other basis than the youth duty lets them be written (B.3)."""
    open_ones = [e for e in enrolments if e.status is not EnrolmentStatus.CLOSED]
    profiles = frozenset(known.programme(session, e.programme_id).legal_profile for e in open_ones)
    return KAA_HIDDEN if hides_sensitive(profiles) else frozenset()
