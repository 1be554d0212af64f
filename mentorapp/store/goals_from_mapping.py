"""From a need or a dream to a goal in the mentee's own words: the goal, its first steps, and what it came from."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mapping import Voice
from mentorapp.domain.plans import GoalLevel, goal_class
from mentorapp.domain.sharing import InfoClass

from .plans import add_goal, begin_plan
from .steps import add_step
from .tables.mapping import MappingAnswerRow, MappingRow, MappingTextRow
from .tables.plans import GoalRow


def make_goal(
    session: Session,
    mapping_id: UUID,
    area: str,
    words: str,
    *,
    wish_id: UUID | None = None,
    level: GoalLevel = GoalLevel.SUB,
    steps: Sequence[str] = (),
) -> UUID:
    """A goal in the current plan, which is begun when there is none; empty steps are left out.

    Its class is that of the area or of the mentee's words, whichever is sensitive. The answer, or the wish, remembers
    the goal. A done version of the mapping stays as it is in all other ways.
    """
    answer, wish = _source(session, mapping_id, area, wish_id)
    said = wish.info_class if wish is not None else _words_class(answer)
    plan = begin_plan(session, session.get_one(MappingRow, mapping_id).enrolment_id)
    info_class = goal_class(area, said, answer.info_class)
    goal = add_goal(session, plan, words, level=level, area=area, info_class=info_class)
    for step in steps:
        if step.strip():
            add_step(session, goal, step)
    if wish is not None:
        wish.goal_id = goal
    else:
        answer.goal_id = goal
    session.flush()
    return goal


def list_goal_words(session: Session, goal_ids: Collection[UUID]) -> dict[UUID, str]:
    """The words of goals by their ids, of whatever version of a plan."""
    if not goal_ids:
        return {}
    rows = session.execute(select(GoalRow.id, GoalRow.wording).where(GoalRow.id.in_(goal_ids)))
    return {row.id: row.wording for row in rows}


def _source(
    session: Session, mapping_id: UUID, area: str, wish_id: UUID | None
) -> tuple[MappingAnswerRow, MappingTextRow | None]:
    query = select(MappingAnswerRow).where(MappingAnswerRow.mapping_id == mapping_id, MappingAnswerRow.area == area)
    answer = session.scalars(query).first()
    wish = None if wish_id is None else session.get(MappingTextRow, wish_id)
    if answer is None or (wish_id is not None and wish is None):
        raise NotFoundError("mapping_unknown")
    return answer, wish


def _words_class(answer: MappingAnswerRow) -> InfoClass:
    return next((text.info_class for text in answer.texts if text.voice is Voice.MENTEE), answer.info_class)
