"""What may not be written down about a person while only the youth duty holds (B.3, F2006:39)."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.programmes import KAA_HIDDEN, hides_sensitive
from mentorapp.domain.sharing import InfoClass

from .tables.enrolments import EnrolmentRow
from .tables.programmes import ProgrammeRow

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
