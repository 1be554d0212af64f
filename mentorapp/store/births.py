"""The day a mentee was born, for rules on dates that cannot be before it."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError

from .tables.mentees import MenteeRow


def birth_of(session: Session, mentee_id: UUID) -> date | None:
    """None where it is not known. NotFoundError for somebody who is not in the store."""
    row = session.get(MenteeRow, mentee_id)
    if row is None:
        raise NotFoundError("mentee_unknown")
    return row.birth_date
