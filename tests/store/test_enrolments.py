"""Enrolments and the ladder: the invariants of the specification, forwards and backwards."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.enrolments import (
    DecidedBy,
    Direction,
    EnrolmentStatus,
    Referral,
    ReferralSource,
    StepState,
)
from mentorapp.domain.errors import InputError, NotFoundError, WorldFault
from mentorapp.domain.programmes import LegalProfile
from mentorapp.store.enrolments import (
    add_enrolment,
    change_level,
    change_status,
    current_enrolment,
    get_enrolment,
    list_enrolments,
    list_level_entries,
    staircase_of,
)
from mentorapp.store.ladders import get_ladder, list_ladders, read_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme, get_programme, list_programmes
from mentorapp.store.store import Store


def test_a_pause_leaves_the_person_on_the_step(store: Store, household: Any, day: date) -> None:
    with store.write("enrolled") as session:
        change_status(session, household.enrolment, EnrolmentStatus.PAUSED)
    with store.read() as session:
        assert [entry.left_on for entry in list_level_entries(session, household.enrolment)] == [None]


def test_closing_ends_the_last_stay_and_leaves_the_earlier_alone(store: Store, household: Any, day: date) -> None:
    moved = day - timedelta(days=30)
    with store.write("enrolled") as session:
        change_level(session, household.enrolment, household.levels[1], moved)
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
    with store.read() as session:
        assert [entry.left_on for entry in list_level_entries(session, household.enrolment)] == [moved, day]


def test_only_one_enrolment_in_a_programme_is_open(store: Store, household: Any, day: date) -> None:
    with pytest.raises(InputError) as caught, store.write("enrolled") as session:
        add_enrolment(session, household.mentee, household.programme, started_on=day)
    assert caught.value.key == "enrolment_still_open"


def test_a_person_comes_back_with_a_second_enrolment(store: Store, household: Any, day: date) -> None:
    with store.write("enrolled") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
        again = add_enrolment(session, household.mentee, household.programme, started_on=day)
    with store.read() as session:
        assert [e.ordinal for e in list_enrolments(session, household.mentee)] == [2, 1]
        current = current_enrolment(session, household.mentee)
        assert current is not None
        assert current.id == again
        assert list_level_entries(session, household.enrolment)[0].left_on == day


@pytest.mark.parametrize(
    ("status", "dates", "key"),
    [
        (EnrolmentStatus.ACTIVE, {}, "start_missing"),
        (EnrolmentStatus.CLOSED, {"started_on": date(2026, 1, 1)}, "close_date_missing"),
        (EnrolmentStatus.ACTIVE, {"started_on": date(2027, 1, 1)}, "start_in_future"),
        (
            EnrolmentStatus.CLOSED,
            {"started_on": date(2026, 2, 1), "closed_on": date(2026, 1, 1)},
            "closed_before_start",
        ),
    ],
)
def test_dates_must_hold_together(
    store: Store, household: Any, status: EnrolmentStatus, dates: dict[str, date], key: str
) -> None:
    with pytest.raises(InputError) as caught, store.write("enrolled") as session:
        person = add_mentee(session, "Cleo")
        add_enrolment(session, person, household.programme, status=status, **dates)  # type: ignore[arg-type]
    assert caught.value.key == key


def test_how_the_person_came_is_kept(store: Store, household: Any, day: date) -> None:
    referral = Referral(source=ReferralSource.SELF, on=day, reason_text="Ville komma ut.", expectation="Eget arbete")
    with store.write("enrolled") as session:
        person = add_mentee(session, "Cleo")
        enrolment = add_enrolment(
            session, person, household.programme, status=EnrolmentStatus.OFFERED, offered_on=day, referral=referral
        )
        with pytest.raises(InputError):
            add_enrolment(
                session,
                add_mentee(session, "Dagny"),
                household.programme,
                status=EnrolmentStatus.INTEREST,
                referral=Referral(source=ReferralSource.OTHER),
            )
    with store.read() as session:
        assert get_enrolment(session, enrolment).referral == referral


def test_levels_go_up_down_skip_and_restart(store: Store, household: Any, day: date) -> None:
    one, two, _three, four = household.levels
    moves = [(two, 80), (four, 60), (two, 40), (two, 30), (one, 20), (one, 10)]
    with store.write("level_changed") as session:
        for level, days in moves:
            change_level(
                session,
                household.enrolment,
                level,
                day - timedelta(days=days),
                decided_by=DecidedBy.MENTEE,
                mentee_words="Jag vill",
            )
    with store.read() as session:
        entries = list_level_entries(session, household.enrolment)
        enrolment = get_enrolment(session, household.enrolment)
        stairs = staircase_of(session, enrolment)
    assert [e.direction for e in entries] == [
        Direction.INITIAL, Direction.UP, Direction.SKIP, Direction.DOWN, Direction.RESTART, Direction.RESTART,
        Direction.RESTART,
    ]  # fmt: skip
    assert all(a.left_on == b.entered_on for a, b in pairwise(entries))
    assert [s.state for s in stairs] == [StepState.HERE, StepState.AHEAD, StepState.AHEAD, StepState.AHEAD]


def test_a_move_must_come_after_the_start_and_the_move_before(store: Store, household: Any, day: date) -> None:
    for on, key in (
        (day + timedelta(days=1), "level_in_future"),
        (day - timedelta(days=101), "level_before_start"),
    ):
        with pytest.raises(InputError) as caught, store.write("level_changed") as session:
            change_level(session, household.enrolment, household.levels[1], on)
        assert caught.value.key == key
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=10))
    with pytest.raises(InputError) as caught, store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[2], day - timedelta(days=20))
    assert caught.value.key == "level_before_earlier"


def test_stages_of_supported_employment_overlap(store: Store, day: date) -> None:
    with store.write("enrolled") as session:
        programme = add_programme(session, "SE", get_ladder("se"))
        levels = get_programme(session, programme).levels
        person = add_mentee(session, "Hugo")
        enrolment = add_enrolment(session, person, programme, started_on=day - timedelta(days=9))
        change_level(session, enrolment, levels[0].id, day - timedelta(days=9))
        change_level(session, enrolment, levels[1].id, day)
    with store.read() as session:
        assert [e.left_on for e in list_level_entries(session, enrolment)] == [None, None]


def test_a_level_of_another_programme_is_refused(store: Store, household: Any, day: date) -> None:
    with store.write("programme_added") as session:
        other = get_programme(session, add_programme(session, "Annan", get_ladder("free")))
    for level in (other.levels[0].id, uuid4()):
        with pytest.raises(NotFoundError), store.write("level_changed") as session:
            change_level(session, household.enrolment, level, day)


def test_a_programme_copies_its_ladder_and_keeps_its_rules(store: Store) -> None:
    with store.write("programme_added") as session:
        add_programme(
            session, "KAA", get_ladder("free"), legal_profile=LegalProfile.KAA, age_max=20, contact_interval_days=7
        )
        with pytest.raises(InputError):
            add_programme(session, "KAA", get_ladder("free"))
        with pytest.raises(InputError):
            add_programme(session, "Annan", get_ladder("free"), age_min=30, age_max=20)
        with pytest.raises(InputError):
            add_programme(session, "Tredje", get_ladder("free"), starts=date(2026, 2, 1), ends=date(2026, 1, 1))
    with store.read() as session:
        programmes = list_programmes(session)
        assert [p.name for p in programmes] == ["KAA"]
        assert [level.order for level in programmes[0].levels] == [1, 2, 3]
        with pytest.raises(NotFoundError):
            get_programme(session, uuid4())
        with pytest.raises(NotFoundError):
            get_enrolment(session, uuid4())


def test_the_five_ladders_are_shipped() -> None:
    ladders = {ladder.code: ladder for ladder in list_ladders()}
    assert list(ladders) == ["level_up", "praktiktrappan", "se", "sed", "free"]
    assert [level.planned_weeks for level in ladders["level_up"].levels] == [None, 8, 8, None]
    assert [code for code, ladder in ladders.items() if not ladder.exclusive] == ["se"]
    level = ladders["level_up"].levels[3]
    assert (level.short_name("sv"), level.name("en"), level.is_goal) == ("Mål", "Studies or adapted work", True)
    assert ladders["praktiktrappan"].levels[0].short_name("en") == "Work placement"


@pytest.mark.parametrize(
    ("content", "place"),
    [('{"code": "x",\n "levels": [}', 2), ('{"code": "x"}', "'levels'"), ('{"levels": [{"code": 1}]}', "'name_sv'")],
)
def test_a_damaged_ladder_is_refused_with_the_place(tmp_path: Any, content: str, place: object) -> None:
    path = tmp_path / "egen.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WorldFault) as caught:
        read_ladder(path)
    assert caught.value.values == {"file": "egen.json", "place": place}
