"""What the twelve have measured, worked and studied, as the specification tells it; it holds on any day."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from mentorapp.domain.placements import PlacementType, progress_moves, progression, too_many_hours
from mentorapp.domain.scale_marks import total
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.session_ratings import ORS, SRS, RatingSign, Total, ors_signs
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.workplace_support import StageState, current_support, stages_now
from mentorapp.store.adaptations import list_adaptations
from mentorapp.store.enrolments import list_enrolments
from mentorapp.store.follow_ups import list_follow_ups
from mentorapp.store.mentees import find_mentees
from mentorapp.store.placements import list_placements
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import list_placement_responses, list_responses
from mentorapp.store.scale_rounds import list_missing_rounds
from mentorapp.store.se_stages import list_stages
from mentorapp.store.store import Store
from mentorapp.store.study_plans import list_study_plans
from mentorapp.store.support_intensities import list_support
from mentorapp.store.workplaces import list_workplaces, mentees_named_in

SampleOn = Callable[[date], Store]


def whom(store: Store, name: str) -> tuple[UUID, tuple[UUID, ...]]:
    with store.read() as session:
        mentee = find_mentees(session, name)[0]
        return mentee.id, tuple(one.id for one in reversed(list_enrolments(session, mentee.id)))


def test_birk_went_from_20_to_50_percent_with_two_rounds_of_two_voices(sample: Store, day: date) -> None:
    mentee, (enrolment, *_) = whom(sample, "Birk")
    with sample.read() as session:
        training, visit = list_placements(session, mentee)
        forms = list_placement_responses(session, training.id)
        lights = [(one.agreed_on, one.in_place_on, one.works_on) for one in list_adaptations(session, training.id)]
        stages = stages_now(list_stages(session, enrolment), day)
        support = current_support(list_support(session, training.id), day)
        missing = list_missing_rounds(session, enrolment, "well_being")
    assert (training.type, visit.type) == (PlacementType.WORK_TRAINING, PlacementType.STUDY_VISIT)
    assert [one.percent for one in training.hours] == [20, 30, 50]
    assert [one.code for one in forms] == ["workplace_mentee", "workplace_supervisor"] * 2
    own, theirs = forms[-2:]
    assert all((theirs.value(mark.item) or 0) <= mark.value for mark in own.marks if mark.value is not None), (
        "the supervisor's marks are the lower ones"
    )
    assert [sum(day is not None for day in one) for one in lights] == [3, 3, 2, 1]
    assert [one.state for one in stages] == [StageState.DONE] * 4 + [StageState.CURRENT]
    assert support is not None
    assert support.per_week == 3
    assert [one.kind for one in missing] == [RoundKind.AFTER_LEVEL]


def test_cleos_totals_rise_and_fall(sample: Store) -> None:
    mentee, _ = whom(sample, "Cleo")
    with sample.read() as session:
        forms = list_responses(session, mentee, (ORS, SRS))
        scales = {code: get_scale(session, code) for code in (ORS, SRS)}
    totals = {code: [total(scales[code], one.marks) for one in forms if one.code == code] for code in (ORS, SRS)}
    assert totals[ORS] == [Decimal("18.4"), Decimal("24.1"), Decimal("26.0"), Decimal("19.2")]
    assert totals[SRS] == [Decimal("37.0"), Decimal("34.0")]
    shown = [Total(one.event_date, total(scales[ORS], one.marks) or Decimal(0)) for one in forms if one.code == ORS]
    assert [one.sign for one in ors_signs(shown)] == [RatingSign.ORS_FALLEN]


def test_dagny_has_a_team_dates_and_talks_around_her_studies(sample: Store, day: date) -> None:
    mentee, _ = whom(sample, "Dagny")
    with sample.read() as session:
        (plan,) = list_study_plans(session, mentee)
    assert [one.phase.value for one in plan.phases] == ["prepare", "choose", "get", "keep"]
    assert [one.name for one in plan.team] == ["Petra Påhittander", "Ylva Vägvis", "Dagnys mamma"]
    assert [one.done_on is not None for one in plan.dates] == [True, False, False]
    assert plan.next_conference is not None
    assert plan.next_conference.event_date == day + timedelta(days=9)
    assert len(plan.next_conference.agenda) == 4


def test_farahs_two_weeks_were_followed_up_by_talking(sample: Store, day: date) -> None:
    mentee, _ = whom(sample, "Farah")
    with sample.read() as session:
        (weeks,) = list_placements(session, mentee)
        (talk,) = list_follow_ups(session, weeks.id)
        forms = list_placement_responses(session, weeks.id)
    assert weeks.planned_to == weeks.from_date + timedelta(days=13)
    assert talk.oral_instead
    assert forms == ()


def test_hugos_support_faded_and_his_job_and_studies_go_on_at_once(sample: Store, day: date) -> None:
    mentee, _ = whom(sample, "Hugo")
    with sample.read() as session:
        job, internship = list_placements(session, mentee)
        levels = [one.per_week for one in list_support(session, internship.id)]
        now = current_support(list_support(session, job.id), day)
        (studies,) = list_study_plans(session, mentee)
    assert levels == [5, 3, 1]
    assert now is not None
    assert now.per_week == Decimal("0.5")
    assert progress_moves(progression((job, internship))).forward == 1
    assert too_many_hours((job, internship)) == ()
    assert studies.studies.pace_percent == 25


def test_love_left_some_lines_for_another_time(sample: Store) -> None:
    mentee, _ = whom(sample, "Love")
    with sample.read() as session:
        first, second = list_responses(session, mentee)
    assert len(first.marks) == 5
    assert len(second.marks) == 10


def test_the_bank_names_nobody(sample: Store) -> None:
    with sample.read() as session:
        bank = list_workplaces(session)
        named = mentees_named_in(session, *(text for one in bank for text in one.texts()))
    assert len(bank) == 6
    assert named == ()


def test_of_those_whom_only_the_youth_duty_holds_nothing_is_rated(sample: Store) -> None:
    for name in ("Elis",):
        mentee, _ = whom(sample, name)
        with sample.read() as session:
            assert list_responses(session, mentee) == ()


@pytest.mark.parametrize("name", ["Birk", "Cleo", "Dagny", "Farah", "Hugo", "Jari", "Kim", "Love"])
def test_every_form_has_the_class_of_what_it_asks(sample: Store, name: str) -> None:
    mentee, _ = whom(sample, name)
    with sample.read() as session:
        forms = list_responses(session, mentee)
    assert forms
    own = {"well_being": InfoClass.HEALTH, "ors": InfoClass.HEALTH, "srs": InfoClass.ALLIANCE}
    assert all(own.get(one.code, one.info_class) is one.info_class for one in forms)
