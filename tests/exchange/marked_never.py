"""Text fields that no paper holds, each for a reason; everything else must be on one."""

from collections.abc import Mapping

from mentorapp.domain.sharing import InfoClass
from tests.exchange.marked_case import Mark

_BANK = "a workplace is chosen on the screen; papers say what was agreed for the placement there (D.3, P03)"
_REACHED = "how others are reached is on the screen: on paper they are named, with what they represent (D.3, P07, P08)"
_MASKED = "names of others are taken out of P10, and no other paper has this field (D.4)"
_COUNTED = "what kind of course it was is counted; the certificate says its title, topics and days (P21)"
_OF_A_UNIT = "a unit is named where the consent is the unit's (P09), and only authorities have such consents (B.4)"
_OF_NOBODY = "about nobody: on P17, which has a test of its own, or in statistics only"
ON_NO_PAPER: Mapping[str, str] = {
    "contact.email": _REACHED,
    "contact.title": _REACHED,
    "organisation.address": _REACHED,
    "organisation.kind_other": _REACHED,
    "organisation.phone": _REACHED,
    "workplace.address": _BANK,
    "workplace.environment": _BANK,
    "workplace.good_for": _BANK,
    "workplace.hours": _BANK,
    "workplace.note": _BANK,
    "workplace.tasks": _BANK,
    "workplace.town": _BANK,
    "workplace.travel": _BANK,
    "enrolment.referral_contact": _MASKED,
    "obstacle.owner_name": _MASKED,
    "parallel_intervention.owner_name": _MASKED,
    "workplace_follow_up.present": _MASKED,
    "youth_duty.receiver_name": _MASKED,
    "group_activity.kind_other": _COUNTED,
    "group_meeting.place": _COUNTED,
    "disposal.decided_by": _OF_NOBODY,
    "disposal.rule": _OF_NOBODY,
    "outreach_effort.note": _OF_NOBODY,
    "programme.owner": "who runs a programme is for statistics (P14)",
    "level.step_goals": "what may be proposed as steps is on the screen; a step that was taken is a step of the plan",
    "mentor_profile.local_help": "the numbers for a crisis are on the screen of the mentor (F 36)",
    "scale_definition.licence_note": "by what right a form is used is the mentor's own matter",
    "scale_definition.title_sv ALLIANCE": "how the two of them have it together is on the screen only (B.8)",
    "scale_definition.title_en ALLIANCE": "as in Swedish",
    "organisation.unit HEALTH": _OF_A_UNIT,
    "organisation.unit SOCIAL": _OF_A_UNIT,
    "organisation.unit WORK": _OF_A_UNIT,
    "organisation.unit LOCATION WORK": _OF_A_UNIT,
}
"""By the field, or by the field in one class."""
PROTECTED: Mapping[str, str] = {
    "organisation.unit PLAN": "an office says in which town a protected person is (F 5)",
    "organisation.unit LOCATION PLAN": "as any office",
}
ONLY_MASKED = frozenset({"goal.who", "step.who", "step.done_by_name"})
"""Names on the mentee's plan. What is VIOLENCE is on P10 alone (D.2), which takes the names of others out."""


def on_no_paper(mark: Mark, language: str, *, protected: bool) -> bool:
    """The words of the other language are looked for when that one is printed."""
    if mark.field.endswith("_en" if language == "sv" else "_sv"):
        return True
    if InfoClass.VIOLENCE in (mark.classes or ()) and mark.field in ONLY_MASKED:
        return True
    return bool({mark.field, mark.in_class} & {*ON_NO_PAPER, *(PROTECTED if protected else ())})
