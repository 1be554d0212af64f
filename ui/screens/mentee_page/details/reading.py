"""What only the tab Uppgifter needs of a person, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.ages import MAJORITY
from mentorapp.domain.intake import IntakeStage, stage_of
from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.mentees import FormerNumber
from mentorapp.domain.network import REPRESENTATIVES, NetworkLink, is_current
from mentorapp.domain.occupation import DutyEnd, OccupationPeriod, YouthDuty, duty_end
from mentorapp.domain.routines import Checklist, RoutineEntry
from mentorapp.store.doubles import Likeness, likely_doubles
from mentorapp.store.identity_numbers import list_former_numbers
from mentorapp.store.mentees import get_mentee
from mentorapp.store.network import get_contact, list_links
from mentorapp.store.occupations import list_occupations
from mentorapp.store.routines import list_routine
from mentorapp.store.sessions import list_sessions
from mentorapp.store.settings import StoreSettings, get_settings
from mentorapp.store.word_lists import list_words
from mentorapp.store.youth_duties import list_youth_duties

from ..reading import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """`doubles` are others who may be the same person: alias and age, since a name alone says nothing new."""

    person: Person
    settings: StoreSettings
    stage: IntakeStage | None
    contacts_before: int
    words: Mapping[str, Word]
    former_numbers: tuple[FormerNumber, ...]
    occupations: tuple[OccupationPeriod, ...]
    duties: tuple[YouthDuty, ...]
    duty: YouthDuty | None
    duty_end: DutyEnd | None
    receiver_name: str
    handover: tuple[RoutineEntry, ...]
    representatives: tuple[NetworkLink, ...]
    doubles: tuple[str, ...]

    @property
    def is_minor(self) -> bool:
        age = self.person.mentee.age(self.person.today)
        return age is not None and age < MAJORITY


def read_details(session: Session, person: Person) -> Details:
    mentee, today = person.mentee, person.today
    settings = get_settings(session)
    duties = list_youth_duties(session, mentee.id)
    duty = next((one for one in duties if one.holds(today)), None)
    stage = stage_of(person.enrolment)
    return Details(
        person=person,
        settings=settings,
        stage=stage,
        contacts_before=0 if stage is None else len(list_sessions(session, mentee.id)),
        words={word.code: word for word in list_words(session, WordList.REFERRER_TYPE, all_=True)},
        former_numbers=list_former_numbers(session, mentee.id),
        occupations=list_occupations(session, mentee.id),
        duties=duties,
        duty=duty,
        duty_end=None if duty is None else duty_end(duty, mentee.birth_date, today, settings.youth_duty_age),
        receiver_name=_receiver(session, duty),
        handover=list_routine(session, mentee.id, Checklist.KAA_HANDOVER) if duty is not None else (),
        representatives=_representatives(session, mentee.id, mentee.age(today), today),
        doubles=_doubles(session, person),
    )


def _receiver(session: Session, duty: YouthDuty | None) -> str:
    if duty is None or duty.receiver_contact_id is None:
        return ""
    return get_contact(session, duty.receiver_contact_id).name


def _representatives(session: Session, mentee_id: UUID, age: int | None, today: date) -> tuple[NetworkLink, ...]:
    """A guardian's role ends by itself at 18 (F 7)."""
    links = list_links(session, mentee_id)
    return tuple(link for link in links if link.role in REPRESENTATIVES and is_current(link, age, today))


def _doubles(session: Session, person: Person) -> tuple[str, ...]:
    mentee = person.mentee
    found = likely_doubles(
        session,
        mentee.preferred_name,
        mentee.family_name,
        birth_date=mentee.birth_date,
        birth_year=mentee.birth_year,
        but_not=mentee.id,
    )
    return tuple(_alias(session, like, person) for like in found)


def _alias(session: Session, like: Likeness, person: Person) -> str:
    other = get_mentee(session, like.mentee_id)
    age = other.age(person.today)
    place = "" if other.is_protected else other.municipality_on(person.today)
    return ", ".join(part for part in (other.display_alias, "" if age is None else str(age), place) if part)
