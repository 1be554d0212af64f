"""Programmes and ladders as configuration: changed, moved, refused where something depends on them."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.programmes import LegalProfile, OutcomeDefinition, Target
from mentorapp.store.enrolments import change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.programme_levels import add_level, change_level_facts, move_level, remove_level
from mentorapp.store.programmes import add_programme, change_programme, get_programme, set_target
from mentorapp.store.store import Store
from mentorapp.store.tables.plans import GoalRow


def _codes(store: Store, programme: Any) -> list[str]:
    with store.read() as session:
        levels = get_programme(session, programme).levels
    assert [level.order for level in levels] == list(range(1, len(levels) + 1))
    return [level.name_sv for level in levels]


def test_the_facts_of_a_programme_are_changed_and_taken_back(store: Store, household: Any) -> None:
    facts: dict[str, Any] = {
        "name": "Trappan",
        "owner": "AME Provköping",
        "legal_profile": LegalProfile.ESF_PROJECT,
        "age_min": 16,
        "age_max": 29,
        "requires_benefit": True,
        "starts": date(2026, 1, 1),
        "ends": date(2027, 12, 31),
        "contact_interval_days": 10,
        "referrer_checkin_days": 20,
        "after_support_months": 6,
        "retention_months": 24,
        "outcome_definition": OutcomeDefinition.REGULAR_ONLY,
        "ladder_exclusive": False,
        "criteria": ("neither",),
        "target_groups": ("kaa_16_19",),
    }
    with store.write("programme_changed") as session:
        change_programme(session, household.programme, **facts)
    with store.read() as session:
        programme = get_programme(session, household.programme)
    assert {name: getattr(programme, name) for name in facts} == facts
    store.undo()
    with store.read() as session:
        assert get_programme(session, household.programme).name == "Level Up"


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"age_min": 20, "age_max": 19}, "age_max"),
        ({"starts": date(2026, 2, 1), "ends": date(2026, 1, 1)}, "ends"),
        ({"contact_interval_days": 0}, "contact_interval_days"),
        ({"referrer_checkin_days": 366}, "referrer_checkin_days"),
        ({"after_support_months": -1}, "after_support_months"),
        ({"retention_months": 0}, "retention_months"),
        ({"name": "SE"}, "programme_name"),
        ({"name": " "}, "programme_name"),
    ],
)
def test_facts_that_cannot_be_are_refused(store: Store, household: Any, details: dict[str, Any], field: str) -> None:
    with store.write("programme_added") as session:
        add_programme(session, "SE", get_ladder("se"))
    with pytest.raises(InputError) as refusal, store.write("programme_changed") as session:
        change_programme(session, household.programme, **details)
    assert refusal.value.field == field
    with store.read() as session:
        assert get_programme(session, household.programme).name == "Level Up"


def test_a_programme_keeps_its_own_name_and_has_only_its_own_facts(store: Store, household: Any) -> None:
    with store.write("programme_changed") as session:
        change_programme(session, household.programme, name="Level Up")
        with pytest.raises(TypeError):
            change_programme(session, household.programme, levels=())
    with store.read() as session, pytest.raises(NotFoundError):
        get_programme(session, uuid4())


def test_levels_are_not_made_one_at_a_time_while_somebody_is_on_two(store: Store, household: Any, day: date) -> None:
    with store.write("programme_changed") as session:
        change_programme(session, household.programme, ladder_exclusive=False)
        change_level(session, household.enrolment, household.levels[1], day)
    with pytest.raises(InputError, match="stays_overlap"), store.write("programme_changed") as session:
        change_programme(session, household.programme, ladder_exclusive=True)


def test_a_target_is_set_changed_and_taken_away(store: Store, household: Any) -> None:
    with store.write("programme_changed") as session:
        set_target(session, household.programme, "enrolled", 20)
        set_target(session, household.programme, "enrolled", 25)
        set_target(session, household.programme, "work_or_studies", 60)
        set_target(session, household.programme, "work_or_studies", None)
        set_target(session, household.programme, "never_set", None)
        assert get_programme(session, household.programme).targets == (Target(indicator="enrolled", value=25),)
        with pytest.raises(InputError):
            set_target(session, household.programme, "enrolled", -1)


def test_levels_are_added_renamed_and_moved(store: Store, household: Any) -> None:
    names = _codes(store, household.programme)
    with store.write("level_added") as session:
        added = add_level(session, household.programme, "Prova på", planned_weeks=4, typical_activities=("walk", " "))
        change_level_facts(
            session, added, name_en="Try out", description_easy_sv="Du provar.", is_goal=False, step_goals=("Rutiner",)
        )
    assert _codes(store, household.programme) == [*names, "Prova på"]
    with store.write("level_moved") as session:
        move_level(session, added, 2)
    assert _codes(store, household.programme) == [names[0], "Prova på", *names[1:]]
    with store.write("level_moved") as session:
        move_level(session, added, 2)
    with store.read() as session:
        level = get_programme(session, household.programme).levels[1]
    assert (level.name_en, level.planned_weeks, level.typical_activities) == ("Try out", 4, ("walk",))
    assert level.step_goals == ("Rutiner",)
    store.undo()
    assert _codes(store, household.programme) == [*names, "Prova på"]


def test_a_level_nobody_has_been_on_is_removed(store: Store, household: Any) -> None:
    names = _codes(store, household.programme)
    with store.write("level_removed") as session:
        remove_level(session, household.levels[1])
    assert _codes(store, household.programme) == [names[0], *names[2:]]
    store.undo()
    assert _codes(store, household.programme) == names


def test_a_level_in_use_or_aimed_at_stays(store: Store, household: Any) -> None:
    with pytest.raises(InputError, match="level_in_use"), store.write("level_removed") as session:
        remove_level(session, household.levels[0])
    with store.write("goal_added") as session:
        session.get_one(GoalRow, household.goal).target_level_id = household.levels[3]
    with pytest.raises(InputError, match="level_in_use"), store.write("level_removed") as session:
        remove_level(session, household.levels[3])


@pytest.mark.parametrize(("name", "value"), [("planned_weeks", 0), ("planned_weeks", 521), ("name_sv", " ")])
def test_a_level_is_refused_what_cannot_be(store: Store, household: Any, name: str, value: object) -> None:
    with pytest.raises(InputError) as refusal, store.write("level_changed") as session:
        change_level_facts(session, household.levels[0], **{name: value})
    assert refusal.value.field == name


def test_what_is_no_level_is_told(store: Store, household: Any) -> None:
    with store.write("level_changed") as session:
        with pytest.raises(NotFoundError):
            change_level_facts(session, uuid4(), name_sv="Ny")
        with pytest.raises(NotFoundError):
            add_level(session, uuid4(), "Ny")
        with pytest.raises(TypeError):
            change_level_facts(session, household.levels[0], order=3)
