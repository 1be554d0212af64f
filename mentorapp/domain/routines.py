"""Checklists of routine: what is offered to everybody, ticked with a date, declined, or not needed.

The items of a list come from the lists in `resources/lists`; only what somebody has said about an item is stored.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
from .lists import Word, WordList
from .sharing import InfoClass as C


class Checklist(StrEnum):
    """ONBOARDING (P5), GUIDANCE (P26), DOCUMENTS (P27, P28), KAA_HANDOVER (E24), CLOSING (C.8), NPF_FOLLOW_ON (I26).

    SE (W2): the word's `stage` says where in Supported Employment. SED (P25): its `phase` where in Supported Education.
    """

    ONBOARDING = "onboarding"
    GUIDANCE = "guidance"
    DOCUMENTS = "documents"
    KAA_HANDOVER = "kaa_handover"
    CLOSING = "closing"
    NPF_FOLLOW_ON = "npf_follow_on"
    SE = "se"
    SED = "sed"


class ItemState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DECLINED = "declined"
    NOT_NEEDED = "not_needed"


@entity
class RoutineItem:
    """What is said about one item for one mentee. `item` is a code of the list, or own words with `item_other`."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID | None = internal(default=None)
    checklist: Checklist = classed(C.PLAN)
    item: str = classed(C.PLAN)
    item_other: str = classed(C.PLAN, default="")
    state: ItemState = classed(C.PLAN, default=ItemState.OPEN)
    state_on: date | None = classed(C.PLAN, default=None)
    note: str = classed(C.PLAN, default="")
    info_class: C = internal(default=C.PLAN)


@entity
class Attachment:
    """A file kept inside the encrypted store (P28); its bytes are read on their own."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    name: str = classed(C.WORK)
    media_type: str = internal()
    size: int = internal()
    added_on: date = classed(C.WORK)
    info_class: C = internal(default=C.WORK)
    routine_item_id: UUID | None = internal(default=None)
    removed_on: date | None = internal(default=None)


CHECKLIST_CLASS = {Checklist.DOCUMENTS: C.WORK, Checklist.GUIDANCE: C.EDU, Checklist.NPF_FOLLOW_ON: C.HEALTH,
    Checklist.SE: C.WORK, Checklist.SED: C.EDU}  # fmt: skip
"""The class of a list's items where it is not PLAN."""

OWN = "other"
"""The item of a row that is in somebody's own words; these stand in `item_other`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineEntry:
    """An item as a checklist shows it: its word, and what has been said about it for this mentee, if anything."""

    word: Word
    said: RoutineItem | None = None

    @property
    def state(self) -> ItemState:
        return ItemState.OPEN if self.said is None else self.said.state

    @property
    def state_on(self) -> date | None:
        return None if self.said is None else self.said.state_on

    @property
    def info_class(self) -> C:
        return self.word.info_class if self.said is None else self.said.info_class

    @property
    def is_own(self) -> bool:
        return self.word.code == OWN


def list_of(checklist: Checklist) -> WordList:
    """The list of words that a checklist takes its items from."""
    return WordList(checklist.value)


def class_of_checklist(checklist: Checklist) -> C:
    return CHECKLIST_CLASS.get(checklist, C.PLAN)
