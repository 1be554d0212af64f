"""The rules behind Idag: which there are, in which group they stand, and how long before a day they speak.

The lead times are settings of the store (C.0); what stands here is what is shipped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The groups of Idag in their order of reading."""

    BOOKINGS = "bookings"
    WRITE_UP = "write_up"
    SILENCE = "silence"
    PROMISES = "promises"
    FOLLOW_UPS = "follow_ups"
    WATCH = "watch"
    DATES = "dates"
    GOOD = "good"


class Rule(StrEnum):
    """One derived reminder. Its days are lead times; for those of COUNTS how many, for TOLD how long it is told, for
    AFTER how long after the last time."""

    SILENCE = "silence"
    PROMISE = "promise"
    REVIEW = "review"
    PHASE = "phase"
    AFTER_SUPPORT_END = "after_support_end"
    OUTCOME_CHECK = "outcome_check"
    REFERRER_CHECKIN = "referrer_checkin"
    THINKING = "thinking"
    SIGNATURE = "signature"
    SAFETY_FOLLOW_UP = "safety_follow_up"
    WORKPLACE_FOLLOW_UP = "workplace_follow_up"
    ROUND_MISSING = "round_missing"
    STUDY_TALK = "study_talk"
    STUDY_TALK_NEXT = "study_talk_next"
    ORS = "ors"
    SRS = "srs"
    NO_SHOWS = "no_shows"
    INCOME_GAP = "income_gap"
    NOBODY_RESPONSIBLE = "nobody_responsible"
    MOVED = "moved"
    CONTACT_LEFT = "contact_left"
    TURNS_ADULT = "turns_adult"
    LEAVES_YOUTH_DUTY = "leaves_youth_duty"
    PROGRAMME_AGE = "programme_age"
    BENEFIT_DECISION = "benefit_decision"
    BENEFIT_AGE = "benefit_age"
    PLACEMENT_END = "placement_end"
    INTRO_END = "intro_end"
    STUDY_DATE = "study_date"
    CONSENT_END = "consent_end"
    ERASE = "erase"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """Whether a rule speaks, and its days, the longest first; without days it speaks at once, or by other settings."""

    days: tuple[int, ...]
    on: bool = True


SHIPPED: Mapping[Rule, RuleSetting] = {
    Rule.SILENCE: RuleSetting(()),
    Rule.PROMISE: RuleSetting((7,)),
    Rule.REVIEW: RuleSetting((7,)),
    Rule.PHASE: RuleSetting((14,)),
    Rule.AFTER_SUPPORT_END: RuleSetting((14,)),
    Rule.OUTCOME_CHECK: RuleSetting((0,)),
    Rule.REFERRER_CHECKIN: RuleSetting((5,)),
    Rule.THINKING: RuleSetting((0,)),
    Rule.SIGNATURE: RuleSetting((0,)),
    Rule.SAFETY_FOLLOW_UP: RuleSetting((0,)),
    Rule.WORKPLACE_FOLLOW_UP: RuleSetting((3,)),
    Rule.ROUND_MISSING: RuleSetting((60,)),
    Rule.STUDY_TALK: RuleSetting((5,)),
    Rule.STUDY_TALK_NEXT: RuleSetting((30,)),
    Rule.ORS: RuleSetting((60,)),
    Rule.SRS: RuleSetting((60,)),
    Rule.NO_SHOWS: RuleSetting((3,)),
    Rule.INCOME_GAP: RuleSetting((60,)),
    Rule.NOBODY_RESPONSIBLE: RuleSetting((60,)),
    Rule.MOVED: RuleSetting((3,)),
    Rule.CONTACT_LEFT: RuleSetting(()),
    Rule.TURNS_ADULT: RuleSetting((60,)),
    Rule.LEAVES_YOUTH_DUTY: RuleSetting((180, 90, 30)),
    Rule.PROGRAMME_AGE: RuleSetting((180, 90)),
    Rule.BENEFIT_DECISION: RuleSetting((120, 60)),
    Rule.BENEFIT_AGE: RuleSetting((365, 183, 91)),
    Rule.PLACEMENT_END: RuleSetting((21,)),
    Rule.INTRO_END: RuleSetting((3,)),
    Rule.STUDY_DATE: RuleSetting((21, 7, 1)),
    Rule.CONSENT_END: RuleSetting((30, 14)),
    Rule.ERASE: RuleSetting((0,)),
    Rule.GOOD: RuleSetting((7,)),
}

COUNTS = frozenset({Rule.NO_SHOWS, Rule.MOVED})
"""How many, not how long before."""
TOLD = frozenset({Rule.GOOD, Rule.ROUND_MISSING, Rule.ORS, Rule.SRS})
"""So many days since it happened; then nothing more is said of it."""
AFTER = frozenset({Rule.STUDY_TALK_NEXT})
"""So many days after the last time."""

GROUP_OF: Mapping[Rule, Group] = {
    Rule.SILENCE: Group.SILENCE,
    Rule.PROMISE: Group.PROMISES,
    **dict.fromkeys(
        (Rule.REVIEW, Rule.PHASE, Rule.AFTER_SUPPORT_END, Rule.OUTCOME_CHECK, Rule.REFERRER_CHECKIN, Rule.THINKING,
         Rule.SIGNATURE, Rule.SAFETY_FOLLOW_UP, Rule.WORKPLACE_FOLLOW_UP, Rule.ROUND_MISSING,
         Rule.STUDY_TALK, Rule.STUDY_TALK_NEXT),
        Group.FOLLOW_UPS,
    ),
    **dict.fromkeys(
        (Rule.ORS, Rule.SRS, Rule.NO_SHOWS, Rule.INCOME_GAP, Rule.NOBODY_RESPONSIBLE, Rule.MOVED, Rule.CONTACT_LEFT),
        Group.WATCH,
    ),
    **dict.fromkeys(
        (Rule.TURNS_ADULT, Rule.LEAVES_YOUTH_DUTY, Rule.PROGRAMME_AGE, Rule.BENEFIT_DECISION, Rule.BENEFIT_AGE,
         Rule.PLACEMENT_END, Rule.INTRO_END, Rule.STUDY_DATE, Rule.CONSENT_END,
         Rule.ERASE),
        Group.DATES,
    ),
    Rule.GOOD: Group.GOOD,
}  # fmt: skip


def rules_of(group: Group, rules: Mapping[Rule, RuleSetting]) -> Mapping[Rule, RuleSetting]:
    """The rules of one group, so that each group is worked out by itself."""
    return {rule: setting for rule, setting in rules.items() if GROUP_OF[rule] is group}


def lead_reached(days_left: int, leads: tuple[int, ...]) -> int | None:
    """The shortest lead time that has been reached; None while it is too early. A day that has passed is reached.

    What was put away speaks again when the next lead time is reached: the lead is part of what is put away.
    """
    return min((lead for lead in leads if days_left <= lead), default=None)
