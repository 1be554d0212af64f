"""Whom a row is about: every row below a mentee leads up to one, so that changes and erasure find all of it."""

from uuid import UUID

from sqlalchemy.orm import Session

from .tables import Table
from .tables.closing import ClosureRow
from .tables.enrolments import EnrolmentRow
from .tables.mapping import MappingAnswerRow, MappingRow
from .tables.meetings import MeetingRow
from .tables.mentees import MenteeRow
from .tables.plans import GoalRow, PlanRow, StepRow
from .tables.scales import ScaleResponseRow
from .tables.sessions import SessionRow
from .tables.studies import EducationSupportRow
from .tables.support import IncomePeriodRow, ParallelInterventionRow
from .tables.workplaces import PlacementRow

_PARENTS: tuple[tuple[str, type[Table]], ...] = (
    ("enrolment_id", EnrolmentRow),
    ("plan_id", PlanRow),
    ("goal_id", GoalRow),
    ("step_id", StepRow),
    ("session_id", SessionRow),
    ("answer_id", MappingAnswerRow),
    ("mapping_id", MappingRow),
    ("closure_id", ClosureRow),
    ("intervention_id", ParallelInterventionRow),
    ("income_id", IncomePeriodRow),
    ("placement_id", PlacementRow),
    ("meeting_id", MeetingRow),
    ("response_id", ScaleResponseRow),
    ("education_support_id", EducationSupportRow),
)


def parents() -> tuple[tuple[str, str], ...]:
    """The columns that lead to a parent row, and the parent's table."""
    return tuple((name, kind.__tablename__) for name, kind in _PARENTS)


def mentee_of(session: Session, row: Table) -> UUID | None:
    """The mentee a row is about; None for configuration. Parents come from the session's own memory where it can."""
    if isinstance(row, MenteeRow):
        return row.id
    direct: UUID | None = getattr(row, "mentee_id", None)
    if direct is not None:
        return direct if direct.int else None
    for name, parent_kind in _PARENTS:
        key = getattr(row, name, None)
        if key is not None:
            with session.no_autoflush:
                parent = session.get(parent_kind, key)
            return None if parent is None else mentee_of(session, parent)
    return None
