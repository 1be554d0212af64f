"""Forms at a workplace stand together as rounds, and the forms to fill in are known."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from mentorapp.domain.scale_marks import FilledHow, Mark, ScaleResponse
from mentorapp.domain.scales import Respondent, ScaleDefinition, ScaleKind, ScaleUse
from mentorapp.domain.workplace_rounds import answered_rounds, earlier_own, voice_rounds, workplace_forms
from mentorapp.domain.workplace_support import AnswersBy, WorkplaceFollowUp

VISIT, LATER = UUID(int=100), UUID(int=101)
OCT, NOV = date(2026, 10, 5), date(2026, 11, 20)


def filled(number: int, on: date, who: Respondent = Respondent.MENTEE, follow_up: UUID | None = None) -> ScaleResponse:
    return ScaleResponse(
        id=UUID(int=number), mentee_id=UUID(int=1), definition_id=UUID(int=2), code="work", version=1, respondent=who,
        event_date=on, follow_up_id=follow_up, marks=(Mark(item="pace", value=Decimal(50)),),
    )  # fmt: skip


def scale(code: str, who: Respondent, use: ScaleUse = ScaleUse.WORKPLACE, mirror: str = "") -> ScaleDefinition:
    return ScaleDefinition(
        id=UUID(int=hash(code) % 10**9), code=code, version=1, kind=ScaleKind.VAS_FORM, use=use, respondent=who,
        title_sv=code, mirror_of=mirror,
    )  # fmt: skip


def test_the_forms_of_a_follow_up_are_one_round_whichever_day_the_papers_came() -> None:
    own, other = filled(1, OCT, follow_up=VISIT), filled(2, NOV, Respondent.SUPERVISOR, VISIT)
    (only,) = voice_rounds([other, own])
    assert (only.on, only.follow_up_id, only.own, only.other) == (OCT, VISIT, own, other)


def test_forms_of_no_follow_up_stand_together_by_their_day_and_rounds_by_theirs() -> None:
    late, own, other = filled(1, NOV, follow_up=LATER), filled(2, OCT), filled(3, OCT, Respondent.SUPERVISOR)
    first, second = voice_rounds([late, own, other])
    assert (first.own, first.other, first.follow_up_id) == (own, other, None)
    assert (second.own, second.other) == (late, None)


def test_the_later_of_two_forms_by_one_person_counts() -> None:
    first, again = filled(1, OCT, follow_up=VISIT), filled(2, OCT, follow_up=VISIT)
    assert voice_rounds([again, first])[0].own == again


def oral(number: int, on: date, who: Respondent = Respondent.MENTEE, follow_up: UUID | None = None) -> ScaleResponse:
    return replace(
        filled(number, on, who, follow_up), marks=(), filled_how=FilledHow.ORAL, oral_note="Det går bra."
    )  # fmt: skip


def met(number: UUID, on: date, by: AnswersBy = AnswersBy.BOTH, *, talked: bool = False) -> WorkplaceFollowUp:
    return WorkplaceFollowUp(
        id=number, placement_id=UUID(int=3), event_date=on, answers_by=by, oral_instead=talked
    )  # fmt: skip


def test_what_was_talked_about_is_an_answer_without_marks_to_show_and_what_is_voided_is_neither() -> None:
    said, voided = oral(1, OCT, follow_up=VISIT), replace(filled(2, OCT), voided_on=NOV)
    assert voice_rounds([said, voided]) == ()
    (only,) = answered_rounds([said, voided])
    assert only.answer_of(Respondent.MENTEE) == said
    assert only.answer_of(Respondent.SUPERVISOR) is None


def test_of_one_person_marks_go_before_what_was_said() -> None:
    marks, said = filled(1, OCT, follow_up=VISIT), oral(2, NOV, follow_up=VISIT)
    (only,) = answered_rounds([marks, said])
    assert (only.on, only.answer_of(Respondent.MENTEE)) == (OCT, marks)


def test_a_form_of_no_follow_up_belongs_to_the_nearest_that_awaits_that_person() -> None:
    near, day = date(2026, 10, 8), timedelta(days=1)
    other = filled(2, OCT, Respondent.SUPERVISOR, VISIT)
    follow_ups = [met(VISIT, OCT), met(LATER, near + 2 * day)]
    (first, second) = voice_rounds([filled(1, near), filled(3, near, Respondent.SUPERVISOR), other], follow_ups)
    assert (first.follow_up_id, first.own, first.other) == (VISIT, None, other)
    assert second.follow_up_id == LATER
    assert {one.id.int for one in second.answers} == {1, 3}
    (same_day,) = voice_rounds([filled(1, OCT), other], follow_ups)
    assert (same_day.follow_up_id, same_day.own, same_day.other) == (VISIT, filled(1, OCT), other)
    (as_near,) = voice_rounds([filled(1, near)], [met(VISIT, near - day), met(LATER, near + day)])
    assert as_near.follow_up_id == LATER


def test_a_form_joins_no_follow_up_that_awaits_nothing_of_it_or_is_more_than_a_week_away() -> None:
    week = timedelta(days=7)
    for taken in (met(VISIT, OCT, AnswersBy.SUPERVISOR), met(VISIT, OCT, talked=True)):
        assert voice_rounds([filled(1, OCT)], [taken])[0].follow_up_id is None
    assert voice_rounds([filled(1, OCT)], [met(VISIT, OCT, AnswersBy.MENTEE)])[0].follow_up_id == VISIT
    assert len(voice_rounds([filled(1, OCT), filled(2, OCT, follow_up=VISIT)], [met(VISIT, OCT)])) == 2
    assert voice_rounds([filled(1, OCT + week)], [met(VISIT, OCT)])[0].follow_up_id == VISIT
    assert voice_rounds([filled(1, OCT + week + timedelta(days=1))], [met(VISIT, OCT)])[0].follow_up_id is None


def test_the_time_before_is_the_last_form_of_the_same_version() -> None:
    rounds = voice_rounds([filled(1, OCT), replace(filled(2, date(2026, 10, 20)), version=2), filled(3, NOV)])
    assert earlier_own(rounds, 2) == rounds[0].own
    assert earlier_own(rounds, 1) is None
    assert earlier_own(rounds, 0) is None
    only_other = voice_rounds([filled(1, OCT), filled(4, NOV, Respondent.SUPERVISOR)])
    assert earlier_own(only_other, 1) is None


def test_a_mentees_form_is_offered_with_its_mirror_and_a_lone_supervisors_form_by_itself() -> None:
    own, plain = scale("own", Respondent.MENTEE), scale("plain", Respondent.MENTEE)
    mirror, lone = scale("mirror", Respondent.SUPERVISOR, mirror="own"), scale("lone", Respondent.SUPERVISOR)
    evaluation = scale("intro", Respondent.SUPERVISOR, ScaleUse.INTRO_WEEKS)
    away = replace(scale("away", Respondent.MENTEE), in_use=False)
    scales = [own, mirror, plain, lone, evaluation, away, scale("self", Respondent.MENTEE, ScaleUse.SELF)]
    found = workplace_forms(scales, intro_weeks=False)
    assert [one.all_ for one in found] == [(own, mirror), (plain,), (lone,)]
    assert workplace_forms(scales, intro_weeks=True)[0].all_ == (evaluation,)
