"""What may not be written down about a person while only the youth duty holds (B.3, F2006:39)."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.programmes import KAA_HIDDEN, LegalProfile, hides_sensitive
from mentorapp.domain.sharing import InfoClass

from .straight import run
from .tables.enrolments import EnrolmentRow
from .tables.programmes import ProgrammeRow

_PROFILES = """
SELECT e.mentee_id, p.legal_profile FROM enrolment AS e JOIN programme AS p ON p.id = e.programme_id
WHERE e.status != 'closed'
"""
_NOTHING: frozenset[InfoClass] = frozenset()


def hidden_for(session: Session, mentee_id: UUID) -> frozenset[InfoClass]:
    """Health, home, money and violence, unless the person is enrolled on another basis too."""
    query = (
        select(ProgrammeRow.legal_profile)
        .join(EnrolmentRow, EnrolmentRow.programme_id == ProgrammeRow.id)
        .where(EnrolmentRow.mentee_id == mentee_id, EnrolmentRow.status != EnrolmentStatus.CLOSED)
    )
    return KAA_HIDDEN if hides_sensitive(frozenset(session.scalars(query))) else _NOTHING


def hidden_classes(session: Session, enrolment_id: UUID) -> frozenset[InfoClass]:
    """The same for whose enrolment it is."""
    return hidden_for(session, session.get_one(EnrolmentRow, enrolment_id).mentee_id)


def hidden_people(session: Session) -> frozenset[UUID]:
    """Everybody for whom only the youth duty holds, in one read."""
    profiles: dict[bytes, set[LegalProfile]] = {}
    for mentee, profile in run(session, _PROFILES):
        profiles.setdefault(mentee, set()).add(LegalProfile(profile))
    return frozenset(UUID(bytes=key) for key, found in profiles.items() if hides_sensitive(frozenset(found)))
