"""The mapping (kartläggning): cards of life areas in any order, as dated versions, half-finished is fine.

What the mentee says and what the mentor sees are kept apart; every text has one information class.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

IMPORTANCE_MAX = 3
WISHES = "dreams"
"""The area of dreams and wishes: a section of its own, where each wish is a text of its own (P3)."""


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
    """A text with exactly one information class, in the mentee's words or the mentor's.

    A wish is a text of its own among the dreams; `goal_id` is the goal it led to.
    """

    id: UUID = internal()
    voice: Voice = internal()
    text: str = classed(C.PLAN)
    info_class: C = internal(default=C.PLAN)
    goal_id: UUID | None = internal(default=None)


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
        """What an earlier version brought along counts when it has been asked about again."""
        return self.status is not AnswerStatus.NOT_ASKED and self.still_true is not StillTrue.TO_CONFIRM

    @property
    def words(self) -> str:
        """What the mentee says; wishes one below the other."""
        return "\n".join(text.text for text in self.texts if text.voice is Voice.MENTEE)

    @property
    def view(self) -> str:
        """What the mentor sees."""
        return "\n".join(text.text for text in self.texts if text.voice is Voice.MENTOR)

    @property
    def wishes(self) -> tuple[MappingText, ...]:
        return tuple(text for text in self.texts if text.voice is Voice.MENTEE)

    def text_of(self, voice: Voice) -> MappingText | None:
        return next((text for text in self.texts if text.voice is voice), None)


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

    @property
    def is_complete(self) -> bool:
        """Said to be done for this time: read from then on; what changes goes into the next version."""
        return self.completed_on is not None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChange:
    """One area in two versions; None where that version says nothing about it."""

    area: str
    before: MappingAnswer | None
    after: MappingAnswer | None

    @property
    def is_other(self) -> bool:
        """Whether status, importance or any words differ."""
        return _said(self.before) != _said(self.after)


def _said(answer: MappingAnswer | None) -> tuple[object, ...]:
    if answer is None or answer.status is AnswerStatus.NOT_ASKED:
        return ()
    return answer.status, answer.importance, answer.words, answer.view, answer.resources, answer.needs


def compared(older: Mapping, newer: Mapping, areas: Iterable[str]) -> tuple[AreaChange, ...]:
    """The areas in their order, as they were and as they are; left out are those that neither has asked about."""
    pairs = (AreaChange(area=area, before=older.answer(area), after=newer.answer(area)) for area in areas)
    return tuple(pair for pair in pairs if _said(pair.before) or _said(pair.after))


def answered_of(areas: Iterable[str], mapping: Mapping | None) -> tuple[int, int]:
    """(answered, all) over the areas in use; a "vill ej svara" is a full answer."""
    wanted = tuple(areas)
    answers = {a.area for a in mapping.answers if a.is_answered} if mapping else set()
    return sum(area in answers for area in wanted), len(wanted)


def check_importance(importance: int) -> None:
    if not 0 <= importance <= IMPORTANCE_MAX:
        raise InputError("importance", "number_range", lowest=0, highest=IMPORTANCE_MAX)
