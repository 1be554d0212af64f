"""What P25 "Ärendelista" is made of: a row for each case by its alias, for a review of cases (S18).

A row holds parts with classes of their own, so that what may not be said leaves the rest of the row standing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .reminder_rules import Rule
from .sharing import Audience, Block, InfoClass, Template
from .sheet_parts import AddresseeBlock
from .summary_sheet import TextBlock

CASE_LIST = Template("P25", 1, frozenset({Audience.SUPERVISION}))

_C = InfoClass
CLASS_OF_RULE: Mapping[Rule, InfoClass] = {
    **dict.fromkeys(Rule, _C.PLAN),
    **dict.fromkeys((Rule.SILENCE, Rule.NO_SHOWS), _C.PRESENCE),
    **dict.fromkeys((Rule.WORKPLACE_FOLLOW_UP, Rule.PLACEMENT_END, Rule.INTRO_END), _C.WORK),
    **dict.fromkeys((Rule.STUDY_TALK, Rule.STUDY_TALK_NEXT, Rule.STUDY_DATE), _C.EDU),
    **dict.fromkeys((Rule.INCOME_GAP, Rule.BENEFIT_DECISION, Rule.BENEFIT_AGE), _C.INCOME),
    **dict.fromkeys((Rule.TURNS_ADULT, Rule.LEAVES_YOUTH_DUTY, Rule.PROGRAMME_AGE), _C.ID),
    Rule.SAFETY_FOLLOW_UP: _C.VIOLENCE,
    Rule.ROUND_MISSING: _C.RATING,
    Rule.ORS: _C.HEALTH,
    Rule.SRS: _C.ALLIANCE,
}
"""What a reminder tells of: a birthday is ID, which no alias may have beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCellBlock(Block):
    """Where on the ladder, and in which week; `status` is a code of EnrolmentStatus. 0 is before the first level."""

    status: str
    order: int
    name: str
    week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCellBlock(Block):
    """The last contact, so many days ago, by a code of SessionKind; and the next one that is booked."""

    days: int | None
    kind: str
    next_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRowBlock(Block):
    """`mentee_id` is for the log, which says about whom a paper is; it is never drawn. `first` is the next step where
    it takes a tick: then `step` is the next of those that take none."""

    mentee_id: UUID
    alias: str
    level: LevelCellBlock | None
    contact: ContactCellBlock | None
    first: TextBlock | None
    step: TextBlock | None
    flags: tuple[TextBlock, ...]

    @property
    def classes(self) -> frozenset[InfoClass]:
        """What of the person the row holds."""
        parts = (self, self.level, self.contact, self.first, self.step, *self.flags)
        return frozenset(one.info_class for one in parts if one is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseListSheet:
    to: AddresseeBlock | None
    rows: tuple[CaseRowBlock, ...]
