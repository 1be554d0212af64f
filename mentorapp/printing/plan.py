"""P01 "Min plan", the mentee's own copy, ordinary or easy to read.

What was held back leaves no trace: goals are numbered anew, and where nothing is left the sentence is the same as
where nothing was written.
"""

from datetime import date

from mentorapp.domain.plan_sheet import MIN_PLAN, PlanSheet
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from .plan_easy import easy_plan
from .plan_ordinary import ordinary_plan


def render_plan(released: Released[PlanSheet], *, texts: Texts, easy: bool, number: str, printed_on: date) -> bytes:
    """The plan as PDF/UA-1 and PDF/A-2a. `number` is the print's number, ÅÅÅÅ-NNNN.

    Easy to read is 14 points, a card for each goal, easy wordings where there are any, and no facts about the plan.
    """
    if not isinstance(released, Released) or not isinstance(released.sheet, PlanSheet):
        raise TypeError("render_plan takes a released PlanSheet")
    if released.template.code != MIN_PLAN.code:
        raise ValueError(f"{released.template.code} is not {MIN_PLAN.code}")
    made = easy_plan if easy else ordinary_plan
    return made(released.sheet, texts=texts, number=number, printed_on=printed_on)
