"""Studies with phases that have days, dates that matter, who helps, and talks about them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.studies import CsnState, StudyDateKind, StudyPhase, StudyPlan, open_dates
from mentorapp.store.education_supports import (
    add_education_support,
    change_education_support,
    list_education_supports,
    remove_education_support,
)
from mentorapp.store.network import add_contact
from mentorapp.store.store import Store
from mentorapp.store.study_plans import (
    add_conference,
    add_helper,
    add_study_date,
    change_conference,
    change_helper,
    change_study_date,
    get_study_plan,
    list_study_plans,
    remove_conference,
    remove_helper,
    remove_study_date,
    set_study_date_done,
)

Refusal = Callable[[str, str], Any]
AUTUMN = date(2026, 9, 1)


@pytest.fixture
def studies(store: Store, household: Any) -> UUID:
    with store.write("studies_added") as session:
        return add_education_support(
            session, household.enrolment, "Svenska 1", phase=StudyPhase.PREPARE, phase_since=AUTUMN, level="grund",
            goal="Bli svetsare", barriers="Buller", accommodations="Hörselskydd\nPauser", csn_state=CsnState.APPLIED,
            certificate_on=AUTUMN,
        )  # fmt: skip


def plan(store: Store, studies: UUID) -> StudyPlan:
    with store.read() as session:
        return get_study_plan(session, studies)


def phases(store: Store, studies: UUID) -> list[tuple[str, str]]:
    return [(one.phase.value, f"{one.since:%m-%d}") for one in plan(store, studies).phases]


def into(store: Store, studies: UUID, phase: StudyPhase, since: date | None = None) -> None:
    with store.write("studies_changed") as session:
        change_education_support(session, studies, phase=phase, phase_since=since)


def test_each_phase_has_the_day_it_began(store: Store, studies: UUID, day: date) -> None:
    into(store, studies, StudyPhase.CHOOSE, date(2026, 10, 1))
    into(store, studies, StudyPhase.GET)
    assert phases(store, studies) == [("prepare", "09-01"), ("choose", "10-01"), ("get", "11-25")]
    assert plan(store, studies).studies.phase is StudyPhase.GET
    into(store, studies, StudyPhase.GET)
    assert len(phases(store, studies)) == 3
    store.undo()
    assert phases(store, studies) == [("prepare", "09-01"), ("choose", "10-01")]
    assert plan(store, studies).studies.phase is StudyPhase.CHOOSE


def test_the_phase_of_now_may_have_begun_on_another_day(store: Store, studies: UUID) -> None:
    into(store, studies, StudyPhase.CHOOSE, date(2026, 10, 1))
    into(store, studies, StudyPhase.CHOOSE, date(2026, 10, 8))
    assert phases(store, studies) == [("prepare", "09-01"), ("choose", "10-08")]
    into(store, studies, StudyPhase.CHOOSE, AUTUMN)
    assert phases(store, studies) == [("choose", "09-01")]


def test_a_phase_of_before_is_put_in_its_place(store: Store, studies: UUID) -> None:
    into(store, studies, StudyPhase.GET, date(2026, 11, 1))
    into(store, studies, StudyPhase.CHOOSE, date(2026, 10, 1))
    assert phases(store, studies) == [("prepare", "09-01"), ("choose", "10-01"), ("get", "11-01")]
    assert plan(store, studies).studies.phase is StudyPhase.GET
    into(store, studies, StudyPhase.PREPARE, date(2026, 10, 1))
    assert phases(store, studies) == [("prepare", "09-01"), ("get", "11-01")]
    into(store, studies, StudyPhase.KEEP, date(2026, 11, 1))
    assert phases(store, studies) == [("prepare", "09-01"), ("keep", "11-01")]
    assert plan(store, studies).studies.phase is StudyPhase.KEEP


def test_no_phase_begins_tomorrow(store: Store, household: Any, studies: UUID, day: date, refusal: Refusal) -> None:
    tomorrow = day + timedelta(days=1)
    with refusal("phase_since", "date_in_future") as session:
        change_education_support(session, studies, phase=StudyPhase.KEEP, phase_since=tomorrow)
    with refusal("phase_since", "date_in_future") as session:
        add_education_support(session, household.enrolment, "Svets", phase_since=tomorrow)


def test_dates_that_matter_are_done_or_ahead(store: Store, studies: UUID, day: date, refusal: Refusal) -> None:
    with store.write("study_date_added") as session:
        exam = add_study_date(session, studies, StudyDateKind.EXAM, day + timedelta(days=9), "Prov 1")
        add_study_date(session, studies, StudyDateKind.APPLICATION, day + timedelta(days=3))
    with store.write("study_date_done") as session:
        set_study_date_done(session, exam)
    with store.write("study_date_changed") as session:
        change_study_date(session, exam, StudyDateKind.OTHER, day, "Uppropet")
    kept = plan(store, studies).dates
    assert [(one.kind, one.text, one.done_on) for one in kept] == [
        (StudyDateKind.OTHER, "Uppropet", day), (StudyDateKind.APPLICATION, "", None)
    ]  # fmt: skip
    assert [one.kind for one in open_dates(kept)] == [StudyDateKind.APPLICATION]
    with refusal("text", "other_needs_words") as session:
        add_study_date(session, studies, StudyDateKind.OTHER, day, "ab")
    with refusal("text", "other_needs_words") as session:
        change_study_date(session, exam, StudyDateKind.OTHER, day)
    with store.write("study_date_done") as session:
        set_study_date_done(session, exam, False)
    with store.write("study_date_removed") as session:
        remove_study_date(session, exam)
    assert len(plan(store, studies).dates) == 1
    store.undo()
    store.undo()
    assert plan(store, studies).dates == kept


def test_who_helps_keeps_the_name_also_when_the_register_changes(store: Store, studies: UUID, refusal: Refusal) -> None:
    with store.write("study_helper_added") as session:
        syv = add_contact(session, "Sture Vägledare")
        first = add_helper(session, studies, ContactChoice(contact_id=syv), "väljer kurs")
        add_helper(session, studies, ContactChoice(new_name="Mormor"), "väcker")
    kept = plan(store, studies).team
    assert [(one.name, one.contact_id, one.does) for one in kept] == [
        ("Sture Vägledare", syv, "väljer kurs"), ("Mormor", None, "väcker")
    ]  # fmt: skip
    with store.write("study_helper_changed") as session:
        change_helper(session, first, ContactChoice(new_name="Berit"), "läser")
    assert (plan(store, studies).team[0].name, plan(store, studies).team[0].contact_id) == ("Berit", None)
    with refusal("name", "name_missing") as session:
        add_helper(session, studies, ContactChoice())
    with store.write("study_helper_removed") as session:
        remove_helper(session, first)
    assert [one.name for one in plan(store, studies).team] == ["Mormor"]
    store.undo()
    store.undo()
    assert plan(store, studies).team == kept


def test_talks_are_ahead_until_they_have_been_held(store: Store, studies: UUID, day: date, refusal: Refusal) -> None:
    with store.write("conference_added") as session:
        ahead = add_conference(session, studies, day + timedelta(days=5), place="Komvux", points="Närvaro\nStöd")
        add_conference(session, studies, day, present="Sture", agreed="Fortsätta", held=True)
    assert [one.held for one in plan(store, studies).conferences] == [True, False]
    following = plan(store, studies).next_conference
    assert following is not None
    assert (following.id, following.agenda) == (ahead, ("Närvaro", "Stöd"))
    with refusal("event_date", "date_in_future") as session:
        change_conference(session, ahead, held=True)
    with store.write("conference_changed") as session:
        change_conference(session, ahead, event_date=day, held=True)
    assert plan(store, studies).next_conference is None
    with store.write("conference_removed") as session:
        remove_conference(session, ahead)
    assert len(plan(store, studies).conferences) == 1
    with pytest.raises(TypeError, match="mood"), store.write("x") as session:
        add_conference(session, studies, day, mood="good")


def test_studies_go_with_all_that_is_theirs_and_come_back(
    store: Store, household: Any, studies: UUID, day: date
) -> None:
    with store.write("studies_changed") as session:
        add_study_date(session, studies, StudyDateKind.EXAM, day)
        add_helper(session, studies, ContactChoice(new_name="Mormor"))
        add_conference(session, studies, day)
        add_education_support(session, household.enrolment, "Svets", from_date=AUTUMN)
    whole = plan(store, studies)
    with store.read() as session:
        both = list_study_plans(session, household.mentee)
        assert [one.studies for one in both] == list(list_education_supports(session, household.mentee))
        assert [one.studies.course for one in both] == ["Svenska 1", "Svets"]
        assert both[0] == whole
    with store.write("studies_removed") as session:
        remove_education_support(session, studies)
    with store.raw() as connection:
        for table in ("study_date", "study_helper", "study_conference"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
    store.undo()
    assert plan(store, studies) == whole


def test_what_is_not_there_is_said(store: Store, studies: UUID, day: date) -> None:
    nothing, nobody = uuid4(), ContactChoice(new_name="Ingen")
    acts: tuple[tuple[str, Callable[[Any], object]], ...] = (
        ("studies_unknown", lambda session: get_study_plan(session, nothing)),
        ("studies_unknown", lambda session: add_study_date(session, nothing, StudyDateKind.EXAM, day)),
        ("studies_unknown", lambda session: add_helper(session, nothing, nobody)),
        ("studies_unknown", lambda session: add_conference(session, nothing, day)),
        ("study_date_unknown", lambda session: remove_study_date(session, nothing)),
        ("study_helper_unknown", lambda session: remove_helper(session, nothing)),
        ("conference_unknown", lambda session: remove_conference(session, nothing)),
        ("contact_unknown", lambda session: add_helper(session, studies, ContactChoice(contact_id=nothing))),
    )
    for key, act in acts:
        with pytest.raises(NotFoundError, match=key), store.write("x") as session:
            act(session)
