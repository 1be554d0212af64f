"""Adaptations with their lights, support that fades, follow-ups with three voices, and stages that may overlap."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.workplace_support import (
    AdaptationLight,
    AnswersBy,
    FollowUpForm,
    SeStage,
    SupportMode,
    next_follow_up,
    sounds_like_diagnosis,
)
from mentorapp.store.adaptations import (
    add_adaptation,
    change_adaptation,
    end_adaptation,
    list_adaptations,
    remove_adaptation,
    set_light,
)
from mentorapp.store.follow_ups import (
    add_follow_up,
    change_follow_up,
    get_follow_up,
    list_follow_ups,
    remove_follow_up,
)
from mentorapp.store.placements import add_placement
from mentorapp.store.se_stages import begin_stage, change_stage, end_stage, list_stages, remove_stage
from mentorapp.store.store import Store
from mentorapp.store.support_intensities import list_support, remove_support, set_support
from mentorapp.store.workplaces import add_workplace, get_workplace

Refusal = Callable[[str, str], Any]
FIRST = date(2026, 10, 1)


@pytest.fixture
def hall(store: Store) -> UUID:
    with store.write("workplace_added") as session:
        return add_workplace(session, "Fantasihallen")


@pytest.fixture
def placed(store: Store, household: Any, hall: UUID) -> UUID:
    with store.write("placement_added") as session:
        return add_placement(session, household.enrolment, hall, PlacementType.INTERNSHIP, FIRST)


def needs(store: Store, placed: UUID) -> list[str]:
    with store.read() as session:
        return [one.text for one in list_adaptations(session, placed)]


def test_each_light_is_its_own_and_goes_out_again(store: Store, placed: UUID, day: date) -> None:
    with store.write("adaptation_added") as session:
        need = add_adaptation(session, placed, "  En uppgift i taget ", agreed=True)
    with store.write("adaptation_lit") as session:
        set_light(session, need, AdaptationLight.WORKS, True)
        set_light(session, need, AdaptationLight.IN_PLACE, True)
        set_light(session, need, AdaptationLight.AGREED, False)
    with store.read() as session:
        (one,) = list_adaptations(session, placed)
    assert (one.text, one.agreed_on, one.in_place_on, one.works_on) == ("En uppgift i taget", None, day, day)
    store.undo()
    with store.read() as session:
        (one,) = list_adaptations(session, placed)
    assert (one.agreed_on, one.works_on) == (day, None)


def test_needs_stand_in_their_order_and_those_no_longer_needed_last(store: Store, placed: UUID, day: date) -> None:
    with store.write("adaptation_added") as session:
        first, second = (add_adaptation(session, placed, text) for text in ("Lugn plats", "Raster"))
        add_adaptation(session, placed, "Bilder")
    with store.write("adaptation_ended") as session:
        end_adaptation(session, first)
    assert needs(store, placed) == ["Raster", "Bilder", "Lugn plats"]
    with store.write("adaptation_changed") as session:
        end_adaptation(session, first, False)
        change_adaptation(session, second, "Raster varje timme")
    assert needs(store, placed) == ["Lugn plats", "Raster varje timme", "Bilder"]
    with store.write("adaptation_removed") as session:
        remove_adaptation(session, second)
        add_adaptation(session, placed, "Skrivet")
    assert needs(store, placed) == ["Lugn plats", "Bilder", "Skrivet"]


def test_a_need_has_words_and_a_diagnosis_is_never_refused(store: Store, placed: UUID, refusal: Refusal) -> None:
    with refusal("text", "text_missing") as session:
        add_adaptation(session, placed, " ")
    with store.write("adaptation_added") as session:
        assert sounds_like_diagnosis("har adhd")
        need = add_adaptation(session, placed, "har adhd")
    with refusal("text", "text_missing") as session:
        change_adaptation(session, need, "")


def test_support_is_said_from_days_on_and_said_again(store: Store, placed: UUID, refusal: Refusal) -> None:
    with store.write("support_set") as session:
        later = set_support(session, placed, date(2026, 11, 1), Decimal(3))
        set_support(session, placed, FIRST, Decimal(5), SupportMode.BESIDE)
        assert set_support(session, placed, date(2026, 11, 1), Decimal("0.5"), SupportMode.PHONE) == later
    with store.read() as session:
        levels = list_support(session, placed)
    assert [(one.from_date, str(one.per_week), one.mode) for one in levels] == [
        (FIRST, "5", SupportMode.BESIDE), (date(2026, 11, 1), "0.5", SupportMode.PHONE)
    ]  # fmt: skip
    with refusal("from_date", "hours_before_placement") as session:
        set_support(session, placed, FIRST - timedelta(days=1), Decimal(1))
    for per_week, key in (("14.1", "number_range"), ("-1", "number_range"), ("0.33", "number_unreadable")):
        with refusal("per_week", key) as session:
            set_support(session, placed, FIRST, Decimal(per_week))
    with store.write("support_removed") as session:
        remove_support(session, later)
    with store.read() as session:
        assert len(list_support(session, placed)) == 1
    store.undo()
    with store.read() as session:
        assert list_support(session, placed) == levels


def test_a_follow_up_has_three_voices_and_its_needs_become_adaptations(
    store: Store, placed: UUID, hall: UUID, day: date
) -> None:
    with store.write("follow_up_added") as session:
        visit = add_follow_up(
            session, placed, day, form=FollowUpForm.THREE_PARTY, answers_by=AnswersBy.MENTEE, present="Åke",
            mentee_words="Bra", supervisor_words="Bra", observations="Lugnt", agreed_changes="Kortare pass",
            keep_from_employer=False, next_on=day + timedelta(days=14), adaptations=("Kortare pass", "Lugn plats"),
        )  # fmt: skip
    with store.read() as session:
        one = get_follow_up(session, visit)
        assert list_follow_ups(session, placed) == (one,)
        assert get_workplace(session, hall).last_contacted == day
        assert [adapted.agreed_on for adapted in list_adaptations(session, placed)] == [day, day]
    assert (one.present, one.agreed_changes, one.keep_from_employer) == ("Åke", "Kortare pass", False)
    with store.write("follow_up_added") as session:
        add_follow_up(session, placed, day - timedelta(days=7))
    with store.read() as session:
        kept = list_follow_ups(session, placed)
        assert [seen.event_date for seen in kept] == [day, day - timedelta(days=7)]
        assert next_follow_up(kept) == day + timedelta(days=14)
    with store.write("follow_up_changed") as session:
        change_follow_up(session, visit, form=FollowUpForm.PHONE, next_on=None)
    with store.write("follow_up_removed") as session:
        remove_follow_up(session, visit)
    store.undo()
    store.undo()
    with store.read() as session:
        assert get_follow_up(session, visit) == one


@pytest.mark.parametrize(
    ("details", "field", "key"),
    [
        ({"event_date": date(2026, 11, 26)}, "event_date", "date_in_future"),
        ({"event_date": FIRST - timedelta(days=1)}, "event_date", "hours_before_placement"),
        ({"next_on": date(2026, 11, 24)}, "next_on", "ends_before_start"),
        ({"oral_instead": True}, "mentee_words", "oral_note_missing"),
        ({"observations": "a" * 10_001}, "observations", "too_long"),
    ],
)
def test_a_follow_up_that_cannot_be_is_refused(
    store: Store, placed: UUID, day: date, refusal: Refusal, details: dict[str, Any], field: str, key: str
) -> None:
    with refusal(field, key) as session:
        add_follow_up(session, placed, **{"event_date": day, **details})
    with store.write("follow_up_added") as session:
        visit = add_follow_up(session, placed, day, mentee_words="")
    with refusal(field, key) as session:
        change_follow_up(session, visit, **details)


@pytest.mark.parametrize("voice", ["mentee_words", "supervisor_words", "observations"])
def test_they_would_rather_talk_and_any_voice_is_enough(store: Store, placed: UUID, day: date, voice: str) -> None:
    with store.write("follow_up_added") as session:
        visit = add_follow_up(session, placed, day, oral_instead=True, **{voice: "Det går bra."})
    with store.read() as session:
        assert get_follow_up(session, visit).oral_instead


def test_stages_overlap_and_begin_again(store: Store, household: Any, day: date, refusal: Refusal) -> None:
    start = day - timedelta(days=100)
    with store.write("stage_begun") as session:
        first = begin_stage(session, household.enrolment, SeStage.AGREEMENT, start)
        begin_stage(session, household.enrolment, SeStage.PROFILE)
    with refusal("from_date", "stage_overlaps") as session:
        begin_stage(session, household.enrolment, SeStage.AGREEMENT)
    with store.write("stage_ended") as session:
        end_stage(session, first, start + timedelta(days=5))
    with store.write("stage_begun") as session:
        again = begin_stage(session, household.enrolment, SeStage.AGREEMENT, start + timedelta(days=6))
        end_stage(session, again)
    with store.read() as session:
        kept = list_stages(session, household.enrolment)
    assert [(one.stage, one.to_date) for one in kept] == [
        (SeStage.AGREEMENT, start + timedelta(days=5)), (SeStage.AGREEMENT, day), (SeStage.PROFILE, None)
    ]  # fmt: skip
    with refusal("from_date", "stage_overlaps") as session:
        change_stage(session, again, start + timedelta(days=5), None)
    with store.write("stage_changed") as session:
        change_stage(session, again, start + timedelta(days=10), None)
    with store.write("stage_removed") as session:
        remove_stage(session, first)
    store.undo()
    store.undo()
    with store.read() as session:
        assert list_stages(session, household.enrolment) == kept


@pytest.mark.parametrize(
    ("first", "last", "field", "key"),
    [(1, None, "from_date", "date_in_future"), (0, 1, "to_date", "date_in_future"),
     (-5, -6, "to_date", "ends_before_start"), (-101, None, "from_date", "stage_before_start")],
)  # fmt: skip
def test_a_stage_lies_within_what_has_been(
    store: Store, household: Any, day: date, refusal: Refusal, first: int, last: int | None, field: str, key: str
) -> None:
    with store.write("stage_begun") as session:
        stage = begin_stage(session, household.enrolment, SeStage.PROFILE, day)
    until = None if last is None else day + timedelta(days=last)
    with refusal(field, key) as session:
        change_stage(session, stage, day + timedelta(days=first), until)


def test_what_is_not_there_is_said(store: Store, placed: UUID, day: date) -> None:
    nothing = uuid4()
    acts: tuple[tuple[str, Callable[[Any], object]], ...] = (
        ("adaptation_unknown", lambda session: change_adaptation(session, nothing, "x")),
        ("placement_unknown", lambda session: add_adaptation(session, nothing, "x")),
        ("support_unknown", lambda session: remove_support(session, nothing)),
        ("placement_unknown", lambda session: set_support(session, nothing, day, Decimal(1))),
        ("follow_up_unknown", lambda session: remove_follow_up(session, nothing)),
        ("placement_unknown", lambda session: add_follow_up(session, nothing, day)),
        ("stage_unknown", lambda session: end_stage(session, nothing)),
        ("enrolment_unknown", lambda session: begin_stage(session, nothing, SeStage.PROFILE)),
    )
    for key, act in acts:
        with pytest.raises(NotFoundError, match=key), store.write("x") as session:
            act(session)
    with pytest.raises(TypeError, match="mood"), store.write("x") as session:
        add_follow_up(session, placed, day, mood="good")
