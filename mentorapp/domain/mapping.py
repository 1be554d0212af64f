"""The mapping (kartläggning): cards of life areas in any order, as dated versions, half-finished is fine.

What the mentee says and what the mentor sees are kept apart; every text has one information class.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

IMPORTANCE_MAX = 3


class MappingType(StrEnum):
    START = "start"
    UPDATE = "update"
    CLOSING = "closing"


class AnswerStatus(StrEnum):
    """NOT_ASKED and DECLINED are answers that are seen as such (P2)."""

    NOT_ASKED = "not_asked"
    WORKS = "works"
    PARTLY = "partly"
    NEEDS_SUPPORT = "needs_support"
    DECLINED = "declined"


class StillTrue(StrEnum):
    """What a new enrolment brought along is asked about once: "fortfarande sant?"."""

    OWN = "own"
    TO_CONFIRM = "to_confirm"
    CONFIRMED = "confirmed"


class Voice(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"


@entity
class MappingText:
    """A text with exactly one information class, in the mentee's words or the mentor's."""

    voice: Voice = internal()
    text: str = classed(C.PLAN)
    info_class: C = internal(default=C.PLAN)


@entity
class MappingAnswer:
    """One life area. `goal_id` is the goal it led to."""

    id: UUID = internal()
    mapping_id: UUID = internal()
    area: str = classed(C.PLAN)
    status: AnswerStatus = classed(C.PLAN, default=AnswerStatus.NOT_ASKED)
    importance: int = classed(C.PLAN, default=0)
    resources: str = classed(C.PLAN, default="")
    needs: str = classed(C.PLAN, default="")
    still_true: StillTrue = internal(default=StillTrue.OWN)
    answered_on: date | None = classed(C.PLAN, default=None)
    goal_id: UUID | None = internal(default=None)
    info_class: C = internal(default=C.PLAN)
    texts: tuple[MappingText, ...] = classed(C.PLAN, default=())

    @property
    def is_answered(self) -> bool:
        return self.status is not AnswerStatus.NOT_ASKED


@entity
class Mapping:
    """A version of the mapping of an enrolment; areas without an answer are "ej ställd"."""

    id: UUID = internal()
    enrolment_id: UUID = internal()
    version: int = classed(C.PLAN)
    type: MappingType = classed(C.PLAN, default=MappingType.START)
    started_on: date = classed(C.PLAN)
    completed_on: date | None = classed(C.PLAN, default=None)
    answers: tuple[MappingAnswer, ...] = classed(C.PLAN, default=())

    def answer(self, area: str) -> MappingAnswer | None:
        return next((a for a in self.answers if a.area == area), None)


@entity
class VocationalProfile:
    """Interests, skills and conditions for work: stage two of Supported Employment. One row a version."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    version: int = classed(C.WORK)
    made_on: date = classed(C.WORK)
    interests: str = classed(C.PLAN, default="")
    task_preferences: str = classed(C.WORK, default="")
    environment: str = classed(C.WORK, default="")
    skills: str = classed(C.WORK, default="")
    experience: str = classed(C.WORK, default="")
    commuting: str = classed(C.WORK, default="")
    conditions: str = classed(C.WORK, default="")
    wanted: str = classed(C.WORK, default="")
    unwanted: str = classed(C.WORK, default="")
    disclosure_words: str = classed(C.WORK, default="")


def answered_of(areas: Iterable[str], mapping: Mapping | None) -> tuple[int, int]:
    """(answered, all) over the areas in use; a "vill ej svara" is a full answer."""
    wanted = tuple(areas)
    answers = {a.area for a in mapping.answers if a.is_answered} if mapping else set()
    return sum(area in answers for area in wanted), len(wanted)


def check_importance(importance: int) -> None:
    if not 0 <= importance <= IMPORTANCE_MAX:
        raise InputError("importance", "number_range", lowest=0, highest=IMPORTANCE_MAX)
