"""Lists of words that a unit may change: shipped in `resources/lists`, renamed, put away or added to in the store.

Levels, reasons and activity types are configuration, not code (P29). A code that has been used is never taken away.
"""

from dataclasses import dataclass
from enum import StrEnum

from .sharing import InfoClass


class WordList(StrEnum):
    """SUPPORT_KIND is what was given in a contact (S4, P11): its entries are the activity types."""

    SUPPORT_KIND = "support_kind"
    METHOD = "method"
    TOPIC = "topic"
    HEALTH_TOPIC = "health_topic"
    REFERRER_TYPE = "referrer_type"
    DECLINE_REASON = "decline_reason"
    LIFE_AREA = "life_area"
    CLOSE_REASON = "close_reason"
    TARGET_GROUP = "target_group"
    CRITERION = "criterion"
    ONBOARDING = "onboarding"
    GUIDANCE = "guidance"
    DOCUMENTS = "documents"
    KAA_HANDOVER = "kaa_handover"
    CLOSING = "closing"
    NPF_FOLLOW_ON = "npf_follow_on"
    SE = "se"
    SED = "sed"
    SECTOR = "sector"
    INSTRUCTION = "instruction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """An entry of a list. `more` holds what only some lists have (a reason's group, mapping and result class)."""

    code: str
    name_sv: str
    name_en: str
    order: int
    in_use: bool = True
    shipped: bool = True
    info_class: InfoClass = InfoClass.PLAN
    more: tuple[tuple[str, str], ...] = ()

    def name(self, language: str) -> str:
        return (self.name_sv if language == "sv" else self.name_en) or self.name_sv

    def get(self, key: str) -> str:
        return dict(self.more).get(key, "")
