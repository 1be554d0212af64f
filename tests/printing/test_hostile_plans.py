"""Whatever stands in the fields, a plan is printed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorapp.domain.plan_sheet import CommitmentBlock, GoalBlock, MainGoalBlock, PlanSheet, StepBlock
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock
from mentorapp.printing.files import page_count

Render = Callable[..., bytes]
TextOf = Callable[[bytes], str]
TEXT = st.text(st.characters(), max_size=60)
PLAN = InfoClass.PLAN


def filled(farah: PlanSheet, texts: list[str]) -> PlanSheet:
    """A plan with these texts in every field that a person fills in."""
    one, two, three = texts
    assert farah.facts
    assert farah.next_meeting
    assert farah.next_meeting.place
    step = StepBlock(info_class=PLAN, text=one, easy_text=two, due=date(2026, 12, 1), done_on=None, who=three)
    return PlanSheet(
        person=PersonBlock(info_class=InfoClass.ID, preferred_name=one, family_name=two),
        mentor=MentorBlock(info_class=PLAN, name=two, title=three, unit=one, phone=two),
        facts=replace(farah.facts, made_with=three, mentee_participation=one),
        main_goal=MainGoalBlock(info_class=PLAN, wording=three, easy_wording=one),
        goals=(GoalBlock(info_class=PLAN, number=1, wording=one, easy_wording=two, why=three, steps=(step, step)),),
        commitments=tuple(
            CommitmentBlock(info_class=PLAN, who=two, what=three, by=None, own=own) for own in (True, False)
        ),
        next_meeting=replace(farah.next_meeting, place=replace(farah.next_meeting.place, place=one)),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXT, min_size=3, max_size=3), st.booleans())
def test_any_text_in_any_field_is_printed(farah: PlanSheet, render: Render, texts: list[str], easy: bool) -> None:
    assert render(filled(farah, texts), easy=easy).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "text",
    [
        "F" * 1000,
        "å " * 500,
        "😀" * 300,
        "محمد علی " * 60,
        "<img src='file:///etc/passwd'/>" * 20,
        "<b>&amp;</b>\x00\ud800\u202e",
        "\n\n\n",
        "",
        "\u0301" * 50,
    ],
)
@pytest.mark.parametrize("easy", [True, False])
def test_hostile_text_in_every_field_is_printed_in_few_pages(
    farah: PlanSheet, render: Render, text: str, easy: bool
) -> None:
    assert 1 <= page_count(render(filled(farah, [text] * 3), easy=easy)) <= 14


@pytest.mark.parametrize("easy", [True, False])
def test_markup_in_a_name_is_printed_as_it_was_typed(
    farah: PlanSheet, render: Render, text_of: TextOf, easy: bool
) -> None:
    person = PersonBlock(info_class=InfoClass.ID, preferred_name="<b>Åsa</b> & \u202eCo", family_name="😀")
    assert "<b>Åsa</b> & Co 😀" in text_of(render(replace(farah, person=person), easy=easy))
