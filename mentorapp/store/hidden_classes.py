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


def hidden_classes(session: Session, enrolment_id: UUID) -> frozenset[InfoClass]:
    """Health, home, money and violence, unless the same person is enrolled on another basis too."""
    mentee_id = select(EnrolmentRow.mentee_id).where(EnrolmentRow.id == enrolment_id).scalar_subquery()
    query = (
        select(ProgrammeRow.legal_profile)
        .join(EnrolmentRow, EnrolmentRow.programme_id == ProgrammeRow.id)
        .where(EnrolmentRow.mentee_id == mentee_id, EnrolmentRow.status != EnrolmentStatus.CLOSED)
    )
    return KAA_HIDDEN if hides_sensitive(frozenset(session.scalars(query))) else _NOTHING
