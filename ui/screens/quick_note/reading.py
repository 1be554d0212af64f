"""What the quick note reads from the store: whom it can be about, and what it must know of the chosen one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.calendar import age_on
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.lists import WordList
from mentorapp.domain.mentees import Mentee, ProtectedIdentity
from mentorapp.domain.programmes import KAA_HIDDEN, hides_sensitive
from mentorapp.domain.sessions import Session as Contact
from mentorapp.store.begun_bookings import latest_begun
from mentorapp.store.enrolments import list_enrolments
from mentorapp.store.mentees import get_mentee
from mentorapp.store.overviews import MenteeLine, list_lines
from mentorapp.store.plans import get_current_plan
from mentorapp.store.profile import get_profile
from mentorapp.store.programmes import get_programme
from mentorapp.store.sessions import get_session, list_sessions
from mentorapp.store.word_lists import list_words

_LISTS = (WordList.SUPPORT_KIND, WordList.METHOD, WordList.TOPIC)
_REMEMBERED = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the note can be about. `place` is empty for a protected person."""

    mentee_id: UUID
    name: str
    alias: str
    age: int | None
    place: str
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The chosen person: open steps of the plan as (step, text), places of earlier contacts, whether only the
    youth-duty basis holds, and the words that fit the person as (code, name)."""

    mentee: Mentee
    age: int | None
    steps: tuple[tuple[UUID, str], ...]
    places: tuple[str, ...]
    hides_sensitive: bool
    words: Mapping[WordList, tuple[tuple[str, str], ...]]


def list_candidates(session: Session) -> tuple[Candidate, ...]:
    """Everybody; those whose enrolment is closed last."""
    today = session.info["clock"].today()
    found = [_candidate(line, today) for line in list_lines(session)]
    return tuple(sorted(found, key=lambda one: one.closed))


def _candidate(line: MenteeLine, today: date) -> Candidate:
    year = line.birth_year
    return Candidate(
        mentee_id=line.mentee_id,
        name=line.full_name,
        alias=line.alias,
        age=age_on(line.birth_date, today) if line.birth_date else None if year is None else today.year - year,
        place=line.municipality if line.protected_identity is ProtectedIdentity.NONE else "",
        closed=line.status is EnrolmentStatus.CLOSED,
    )


def read_facts(session: Session, mentee_id: UUID, language: str = "sv") -> Facts:
    mentee = get_mentee(session, mentee_id)
    enrolments = [e for e in list_enrolments(session, mentee_id) if e.status is not EnrolmentStatus.CLOSED]
    programmes = [get_programme(session, e.programme_id) for e in enrolments]
    hidden = hides_sensitive(frozenset(programme.legal_profile for programme in programmes))
    return Facts(
        mentee=mentee,
        age=mentee.age(session.info["clock"].today()),
        steps=tuple(step for e in enrolments for step in _open_steps(session, e.id)),
        places=() if mentee.is_protected else _places(list_sessions(session, mentee_id, limit=_REMEMBERED)),
        hides_sensitive=hidden,
        words={list_: _words(session, list_, language, hidden) for list_ in _LISTS},
    )


def _words(session: Session, list_: WordList, language: str, hidden: bool) -> tuple[tuple[str, str], ...]:
    """Where only the youth duty holds, words about health, economy and home are not offered."""
    words = list_words(session, list_)
    return tuple((w.code, w.name(language)) for w in words if not (hidden and w.info_class in KAA_HIDDEN))


def _open_steps(session: Session, enrolment_id: UUID) -> tuple[tuple[UUID, str], ...]:
    plan = get_current_plan(session, enrolment_id)
    goals = () if plan is None else ((plan.main_goal,) if plan.main_goal else ()) + plan.active_goals
    return tuple((step.id, step.text) for goal in goals for step in goal.steps if not step.is_done)


def _places(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """Newest first, each once."""
    return tuple(dict.fromkeys(contact.place for contact in contacts if contact.place))


def begun_booking(session: Session, mentee_id: UUID | None, now: datetime) -> Contact | None:
    """The latest booking of today that has begun and waits to be written up: of one person, or of anybody."""
    found = latest_begun(session, now.time(), mentee_id)
    return None if found is None else get_session(session, found)


def mentor_first_name(session: Session) -> str:
    return get_profile(session).first_name
