"""A new person in the caller's one write: the mentee, the programme where there was none, and the enrolment."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus, Referral, ReferralSource
from mentorapp.domain.errors import InputError
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.profile import get_profile
from mentorapp.store.programmes import add_programme, get_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What was typed on the card. Without a programme one is made from the shipped `ladder`."""

    preferred_name: str
    family_name: str = ""
    source: ReferralSource | None = None
    source_other: str = ""
    safe_contact: str = ""
    programme: UUID | None = None
    ladder: str = ""
    starts_now: bool = False


def add_person(session: Session, person: NewPerson) -> UUID:
    """InputError names the field. An interest is no start: the ladder begins when the person does."""
    mentee_id = add_mentee(
        session, person.preferred_name, family_name=person.family_name, safe_contact=person.safe_contact
    )
    programme_id = person.programme
    if programme_id is None:
        if not person.ladder:
            raise InputError("programme", "programme_not_chosen")
        ladder = get_ladder(person.ladder)
        programme_id = add_programme(session, ladder.name_sv, ladder)
    today = session.info["clock"].today()
    enrolment_id = add_enrolment(
        session,
        mentee_id,
        programme_id,
        status=EnrolmentStatus.ACTIVE if person.starts_now else EnrolmentStatus.INTEREST,
        started_on=today if person.starts_now else None,
        referral=Referral(source=person.source, source_other=person.source_other, on=today),
        mentor_name=get_profile(session).name,
    )
    programme = get_programme(session, programme_id)
    if person.starts_now and programme.ladder_exclusive and programme.levels:
        change_level(session, enrolment_id, programme.levels[0].id, today)
    return mentee_id
