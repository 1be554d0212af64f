"""Every rest of everybody in one read, by enrolment: weeks on a level are counted without them (P13)."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Pause

from .straight import reader
from .tables.enrolments import PauseRow


def read_rests(session: Session) -> dict[UUID, tuple[Pause, ...]]:
    """The oldest first."""
    found: dict[UUID, tuple[Pause, ...]] = {}
    for pause in reader(Pause, PauseRow, "p").read(session, "FROM pause AS p ORDER BY p.from_date"):
        found[pause.enrolment_id] = (*found.get(pause.enrolment_id, ()), pause)
    return found
