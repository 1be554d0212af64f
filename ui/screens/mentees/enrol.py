"""A new person in the caller's one write: the mentee, the programme where there was none, and the enrolment."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError
from mentorapp.store.intake import accept, note_interest
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme

OUTREACH = "outreach"
"""The way of those whom the unit sought out: nobody has said yet that they are interested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What was typed on the card. Without a programme one is made from the shipped `ladder`."""

    preferred_name: str
    family_name: str = ""
    referrer_type: str = ""
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
    if person.starts_now and not person.referrer_type:
        raise InputError("referrer_type", "referrer_type_missing")
    enrolment_id = note_interest(
        session,
        mentee_id,
        programme_id,
        referrer_type=person.referrer_type,
        referrer_other=person.source_other,
        is_interested=person.referrer_type != OUTREACH,
    )
    if person.starts_now:
        accept(session, enrolment_id, session.info["clock"].today())
    return mentee_id
