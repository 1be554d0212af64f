"""Placements with hours over time: they may overlap, they end and go on, and what never was is taken away."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.placements import EndReason, FormalOwner, Placement, PlacementType, ToldBy
from mentorapp.domain.scale_marks import Mark
from mentorapp.store.adaptations import add_adaptation, list_adaptations
from mentorapp.store.follow_ups import add_follow_up, list_follow_ups, remove_follow_up
from mentorapp.store.network import add_contact
from mentorapp.store.placements import (
    add_placement,
    change_placement,
    end_placement,
    get_placement,
    list_placements,
    remove_hours,
    remove_placement,
    reopen_placement,
    set_hours,
)
from mentorapp.store.scale_responses import NewResponse, add_response, get_response, void_response
from mentorapp.store.store import Store
from mentorapp.store.support_intensities import list_support, set_support
from mentorapp.store.workplaces import add_workplace, get_workplace

Refusal = Callable[[str, str], Any]
JANUARY = date(2026, 1, 5)


@pytest.fixture
def hall(store: Store) -> UUID:
    with store.write("workplace_added") as session:
        boss = add_contact(session, "Åke Handledare")
        return add_workplace(session, "Fantasihallen", supervisor_id=boss, instruction_form="shown")


def place(store: Store, household: Any, hall: UUID, from_date: date = JANUARY, **details: Any) -> UUID:
    type_ = details.pop("type_", PlacementType.INTERNSHIP)
    with store.write("placement_added") as session:
        return add_placement(session, household.enrolment, hall, type_, from_date, **details)


def read(store: Store, placement: UUID) -> Placement:
    with store.read() as session:
        return get_placement(session, placement)


def hours_of(store: Store, placement: UUID) -> list[tuple[str, int]]:
    return [(f"{one.from_date:%m-%d}", int(one.hours_per_week)) for one in read(store, placement).hours]


def test_a_placement_takes_over_the_supervisor_and_the_way_of_telling(
    store: Store, household: Any, hall: UUID, day: date
) -> None:
    placed = place(
        store, household, hall, hours_per_week=Decimal(8), formal_owner=FormalOwner.OTHER, formal_owner_other="Region",
        planned_to=date(2026, 6, 30), schedule="mån ons", tasks="Plocka", choice_reason="Nära hemmet",
        disclosure_words="Att jag behöver pauser", disclosure_told_by=ToldBy.TOGETHER, disclosure_told_on=day,
        certificate_given=True, note="Börjar lugnt",
    )  # fmt: skip
    one = read(store, placed)
    assert one.supervisor is not None
    assert one.workplace is not None
    assert (one.supervisor.name, one.workplace.name, one.instruction_form) == (
        "Åke Handledare",
        "Fantasihallen",
        "shown",
    )
    assert (one.mentee_id, one.formal_owner_other, one.planned_to) == (household.mentee, "Region", date(2026, 6, 30))
    assert [(one.from_date, one.percent) for one in one.hours] == [(JANUARY, 20)]
    with store.read() as session:
        assert list_placements(session, household.mentee) == (one,)
        assert get_workplace(session, hall).last_contacted == JANUARY
    store.undo()
    with store.read() as session:
        assert list_placements(session, household.mentee) == ()
    store.redo()
    assert read(store, placed) == one


def test_two_weeks_of_introduction_and_a_visit_have_their_end_unless_another_is_said(
    store: Store, household: Any, hall: UUID
) -> None:
    weeks = place(store, household, hall, type_=PlacementType.INTRO_WEEKS, planned_to=None)
    visit = place(store, household, hall, type_=PlacementType.STUDY_VISIT, supervisor_id=None)
    longer = place(store, household, hall, type_=PlacementType.INTRO_WEEKS, planned_to=date(2026, 1, 30))
    ends = [read(store, one).planned_to for one in (weeks, visit, longer)]
    assert ends == [date(2026, 1, 18), JANUARY, date(2026, 1, 30)]
    assert read(store, visit).supervisor is None


@pytest.mark.parametrize(
    ("details", "field", "key"),
    [
        ({"from_date": date(2002, 2, 28)}, "from_date", "before_birth"),
        ({"planned_to": JANUARY - timedelta(days=1)}, "planned_to", "ends_before_start"),
        ({"to_date": JANUARY - timedelta(days=1)}, "to_date", "ends_before_start"),
        ({"to_date": date(2027, 11, 27)}, "to_date", "date_in_future"),
        ({"disclosure_told_on": date(2026, 11, 26)}, "disclosure_told_on", "date_in_future"),
        ({"formal_owner": FormalOwner.OTHER, "formal_owner_other": "ab"}, "formal_owner_other", "other_needs_words"),
        ({"schedule": "a" * 201}, "schedule", "too_long"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, household: Any, hall: UUID, refusal: Refusal, details: dict[str, Any], field: str, key: str
) -> None:
    placed = place(store, household, hall)
    with refusal(field, key) as session:
        change_placement(session, placed, **details)
    with refusal(field, key) as session:
        add_placement(session, household.enrolment, hall, PlacementType.INTERNSHIP, **{"from_date": JANUARY, **details})


@pytest.mark.parametrize(("hours", "key"), [("40.1", "number_range"), ("-1", "number_range"),
                                            ("7.25", "number_unreadable")])  # fmt: skip
def test_hours_that_are_none_are_refused(
    store: Store, household: Any, hall: UUID, refusal: Refusal, hours: str, key: str
) -> None:
    with refusal("hours_per_week", key) as session:
        add_placement(session, household.enrolment, hall, PlacementType.INTERNSHIP, JANUARY,
                      hours_per_week=Decimal(hours))  # fmt: skip
    placed = place(store, household, hall)
    with refusal("hours_per_week", key) as session:
        set_hours(session, placed, JANUARY, Decimal(hours))


def test_hours_step_up_are_said_again_and_taken_away(
    store: Store, household: Any, hall: UUID, refusal: Refusal
) -> None:
    placed = place(store, household, hall, hours_per_week=Decimal(8), to_date=date(2026, 6, 30))
    with store.write("hours_set") as session:
        set_hours(session, placed, date(2026, 4, 1), Decimal(30))
        first = set_hours(session, placed, date(2026, 3, 1), Decimal(16))
        assert set_hours(session, placed, date(2026, 3, 1), Decimal(20)) == first
    assert hours_of(store, placed) == [("01-05", 8), ("03-01", 20), ("04-01", 30)]
    with refusal("from_date", "hours_before_placement") as session:
        set_hours(session, placed, JANUARY - timedelta(days=1), Decimal(8))
    with refusal("from_date", "hours_after_placement") as session:
        set_hours(session, placed, date(2026, 7, 1), Decimal(8))
    with store.write("hours_removed") as session:
        remove_hours(session, first)
    assert hours_of(store, placed) == [("01-05", 8), ("04-01", 30)]
    with pytest.raises(NotFoundError, match="hours_unknown"), store.write("x") as session:
        remove_hours(session, first)
    store.undo()
    assert hours_of(store, placed) == [("01-05", 8), ("03-01", 20), ("04-01", 30)]
    store.undo()
    assert hours_of(store, placed) == [("01-05", 8)]


@pytest.mark.parametrize(
    ("first_day", "hours"),
    [
        (date(2025, 12, 1), [("12-01", 8), ("03-01", 20), ("04-01", 30)]),
        (date(2026, 2, 1), [("02-01", 8), ("03-01", 20), ("04-01", 30)]),
        (date(2026, 3, 1), [("03-01", 20), ("04-01", 30)]),
        (date(2026, 3, 15), [("03-15", 20), ("04-01", 30)]),
        (date(2026, 9, 1), [("09-01", 30)]),
    ],
)
def test_with_another_first_day_the_hours_and_the_support_of_that_day_begin_on_it(
    store: Store, household: Any, hall: UUID, first_day: date, hours: list[tuple[str, int]]
) -> None:
    placed = place(store, household, hall, hours_per_week=Decimal(8))
    with store.write("hours_set") as session:
        set_hours(session, placed, date(2026, 3, 1), Decimal(20))
        set_hours(session, placed, date(2026, 4, 1), Decimal(30))
        for from_date, per_week in ((JANUARY, 8), (date(2026, 3, 1), 2), (date(2026, 4, 1), 3)):
            set_support(session, placed, from_date, Decimal(per_week))
    before = read(store, placed)
    with store.write("placement_changed") as session:
        change_placement(session, placed, from_date=first_day)
    assert hours_of(store, placed) == hours
    with store.read() as session:
        assert [f"{one.from_date:%m-%d}" for one in list_support(session, placed)] == [on for on, _ in hours]
    assert read(store, placed).hours_on(first_day) == before.hours_on(max(first_day, JANUARY))
    store.undo()
    assert read(store, placed) == before


def test_hours_that_begin_later_stay_where_they_are_when_the_first_day_moves_back(
    store: Store, household: Any, hall: UUID
) -> None:
    placed = place(store, household, hall)
    with store.write("hours_set") as session:
        set_hours(session, placed, date(2026, 2, 1), Decimal(8))
    with store.write("placement_changed") as session:
        change_placement(session, placed, from_date=date(2026, 1, 1), note="tidigare")
    assert hours_of(store, placed) == [("02-01", 8)]


def test_a_placement_does_not_begin_after_its_first_follow_up(
    store: Store, household: Any, hall: UUID, refusal: Refusal
) -> None:
    placed = place(store, household, hall)
    with store.write("follow_up_added") as session:
        add_follow_up(session, placed, date(2026, 2, 1))
    with store.write("placement_changed") as session:
        change_placement(session, placed, from_date=date(2026, 2, 1))
    with refusal("from_date", "placement_followed_up_before") as session:
        change_placement(session, placed, from_date=date(2026, 2, 2))


def test_it_ends_with_a_reason_and_goes_on_without_one(
    store: Store, household: Any, hall: UUID, refusal: Refusal
) -> None:
    placed = place(store, household, hall)
    last = date(2026, 6, 30)
    with refusal("end_reason_other", "other_needs_words") as session:
        end_placement(session, placed, last, EndReason.OTHER)
    with refusal("to_date", "ends_before_start") as session:
        end_placement(session, placed, JANUARY - timedelta(days=1), EndReason.PLANNED)
    with store.write("placement_ended") as session:
        end_placement(session, placed, last, EndReason.OTHER, other="hallen brann", certificate_given=True)
    one = read(store, placed)
    assert (one.to_date, one.end_reason, one.end_reason_other) == (last, EndReason.OTHER, "hallen brann")
    assert one.certificate_given
    with store.write("placement_reopened") as session:
        reopen_placement(session, placed)
    assert (read(store, placed).to_date, read(store, placed).end_reason, read(store, placed).end_reason_other) == (
        None, None, ""
    )  # fmt: skip
    store.undo()
    assert read(store, placed) == one
    with store.write("placement_changed") as session:
        change_placement(session, placed, to_date=None)
    assert read(store, placed).end_reason is None
    with store.write("placement_ended") as session:
        end_placement(session, placed, last, EndReason.JOB, other="inte sparat")
    assert read(store, placed).end_reason_other == ""


def test_everything_of_it_can_be_put_right_and_only_that(store: Store, household: Any, hall: UUID) -> None:
    placed = place(store, household, hall, formal_owner=FormalOwner.OTHER, formal_owner_other="Regionen")
    with store.write("placement_changed") as session:
        change_placement(
            session, placed, workplace_id=add_workplace(session, "Lagret"), type=PlacementType.WORK_TRAINING,
            formal_owner=FormalOwner.MUNICIPALITY, instruction_form="", supervisor_id=None,
        )  # fmt: skip
    one = read(store, placed)
    assert one.workplace is not None
    assert (one.workplace.name, one.type, one.formal_owner_other) == ("Lagret", PlacementType.WORK_TRAINING, "")
    assert (one.instruction_form, one.supervisor) == ("", None)
    with pytest.raises(TypeError, match="mentee_id"), store.write("x") as session:
        change_placement(session, placed, mentee_id=uuid4())


def test_what_never_was_goes_with_all_that_is_its_own(store: Store, household: Any, hall: UUID) -> None:
    placed = place(store, household, hall, hours_per_week=Decimal(8))
    with store.write("adaptation_added") as session:
        add_adaptation(session, placed, "Lugn plats")
        set_support(session, placed, JANUARY, Decimal(3))
    with store.write("placement_removed") as session:
        remove_placement(session, placed)
    with pytest.raises(NotFoundError, match="placement_unknown"):
        read(store, placed)
    with store.raw() as connection:
        for table in ("placement_hours", "adaptation", "support_intensity"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
    store.undo()
    with store.read() as session:
        assert len(get_placement(session, placed).hours) == 1
        assert len(list_adaptations(session, placed)) == len(list_support(session, placed)) == 1


def test_what_has_follow_ups_or_forms_is_ended_instead_and_voided_forms_do_not_hold_it(
    store: Store, household: Any, hall: UUID, day: date, refusal: Refusal
) -> None:
    placed = place(store, household, hall)
    with store.write("follow_up_added") as session:
        visit = add_follow_up(session, placed, day)
        filled = add_response(session, NewResponse(
            mentee_id=household.mentee, code="workplace_mentee", event_date=day, follow_up_id=visit,
            marks=(Mark(item="pace", value=Decimal(5)),),
        ))  # fmt: skip
    with refusal("from_date", "placement_in_use") as session:
        remove_placement(session, placed)
    with refusal("event_date", "follow_up_has_forms") as session:
        remove_follow_up(session, visit)
    with store.write("scale_voided") as session:
        void_response(session, filled)
    with store.write("follow_up_removed") as session:
        remove_follow_up(session, visit)
    with store.read() as session:
        assert list_follow_ups(session, placed) == ()
        assert (get_response(session, filled).placement_id, get_response(session, filled).follow_up_id) == (
            placed,
            None,
        )
    with store.write("placement_removed") as session:
        remove_placement(session, placed)
    with store.read() as session:
        assert get_response(session, filled).placement_id is None
    store.undo()
    store.undo()
    with store.read() as session:
        assert get_response(session, filled).follow_up_id == visit


def test_what_is_not_there_is_said(store: Store, household: Any, hall: UUID) -> None:
    with pytest.raises(NotFoundError, match="enrolment_unknown"), store.write("x") as session:
        add_placement(session, uuid4(), hall, PlacementType.INTERNSHIP, JANUARY)
    with pytest.raises(NotFoundError, match="workplace_unknown"):
        place(store, household, uuid4())
    with pytest.raises(NotFoundError, match="contact_unknown"):
        place(store, household, hall, supervisor_id=uuid4())


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT id FROM placement WHERE mentee_id = x'00' ORDER BY from_date DESC",
         "ix_placement_mentee_id_from_date"),
        ("SELECT id FROM placement_hours WHERE placement_id = x'00' ORDER BY from_date",
         "ix_placement_hours_placement_id_from_date"),
        ("SELECT id FROM workplace_follow_up WHERE placement_id = x'00' ORDER BY event_date DESC, id DESC LIMIT 1",
         "ix_workplace_follow_up_placement_id_event_date"),
        ("SELECT id FROM support_intensity WHERE placement_id = x'00' ORDER BY from_date",
         "ix_support_intensity_placement_id_from_date"),
        ('SELECT id FROM adaptation WHERE placement_id = x\'00\' ORDER BY "order"',
         "ix_adaptation_placement_id_order"),
        ("SELECT id FROM se_stage WHERE enrolment_id = x'00'", "ix_se_stage_enrolment_id"),
        ('SELECT id FROM study_date WHERE education_support_id = x\'00\' ORDER BY "on"',
         "ix_study_date_education_support_id_on"),
        ("SELECT id FROM external_measurement WHERE mentee_id = x'00' ORDER BY event_date",
         "ix_external_measurement_mentee_id_event_date"),
    ],
)  # fmt: skip
def test_what_stands_on_the_page_of_a_placement_is_found_through_its_index(
    store: Store, query: str, index: str
) -> None:
    with store.raw() as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert index in plan[0]
    assert not any(step.startswith("SCAN") for step in plan)
