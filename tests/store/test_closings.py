"""Closing: what is asked for, what ends with it and what goes on, and the day within which it can be taken back."""

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.closing import (
    CheckState,
    CloseMode,
    CloseReason,
    Destination,
    Heading,
    NewClosure,
    Receiver,
    ResultClass,
    referrer_destination,
)
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError, MentorError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import InterventionKind, InterventionState
from mentorapp.store.after_support import count_contacts, list_after_support, start_work
from mentorapp.store.attempts import attempt_log
from mentorapp.store.closing_effects import called_off_by, open_interventions
from mentorapp.store.closings import (
    can_reopen,
    change_closure,
    close_enrolment,
    destinations_of,
    get_closure,
    reason_of,
    reason_word,
    reopen_enrolment,
    result_of,
)
from mentorapp.store.enrolments import (
    add_enrolment,
    change_level,
    change_status,
    get_enrolment,
    list_level_entries,
)
from mentorapp.store.interventions import add_intervention
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import get_mentee
from mentorapp.store.opening import OpenStore, open_unlocked
from mentorapp.store.outcome_checks import list_outcome_checks, record_check
from mentorapp.store.pauses import add_pause, list_pauses
from mentorapp.store.programmes import add_programme
from mentorapp.store.sessions import add_session, get_session, list_sessions, void_session
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.vault import Unlocked
from mentorapp.store.word_lists import add_word

UNKNOWN = (Heading(destination=Destination.UNKNOWN, primary=True),)


def closing(on: date, detail: str = "moved", **more: Any) -> NewClosure:
    values: dict[str, Any] = {"closed_on": on, "detail": detail, "headings": UNKNOWN}
    return NewClosure(**(values | more))


def close(store: Store, enrolment: UUID, new: NewClosure, **more: Any) -> None:
    with store.write("enrolment_closed") as session:
        close_enrolment(session, enrolment, new, **more)


def refused(store: Store, enrolment: UUID, new: NewClosure, **more: Any) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        close(store, enrolment, new, **more)
    return caught.value.field, caught.value.key


def book(session: Any, household: Any, on: date, enrolment: UUID | None = None) -> UUID:
    kind, planned = SessionKind.WALK_AND_TALK, Attendance.PLANNED
    new = NewSession(
        mentee_id=household.mentee,
        kind=kind,
        event_date=on,
        attendance=planned,
        enrolment_id=enrolment,
        start_time=time(9),
    )
    return add_session(session, new)


def tried(session: Any, household: Any, on: date, way: SessionKind = SessionKind.PHONE) -> UUID:
    new = NewSession(
        mentee_id=household.mentee,
        kind=SessionKind.CONTACT_ATTEMPT,
        event_date=on,
        attendance=Attendance.NOT_REACHED,
        attempt_way=way,
    )
    return add_session(session, new)


TABLE = [
    ("work_regular", CloseReason.GOAL_REACHED, {"employment_regular"}, ResultClass.WORK_OR_STUDIES),
    ("work_subsidised", CloseReason.GOAL_REACHED, {"employment_subsidised"}, ResultClass.WORK_OR_STUDIES),
    ("own_business", CloseReason.GOAL_REACHED, {"self_employment"}, ResultClass.WORK_OR_STUDIES),
    ("studies", CloseReason.GOAL_REACHED, {"studies_regular"}, ResultClass.WORK_OR_STUDIES),
    ("admin_transfer", CloseReason.ADMIN_TRANSFER, {"continues_here"}, ResultClass.NOT_COUNTED),
    ("labour_unit", CloseReason.OTHER_SUPPORT, {"municipal_labour_unit"}, ResultClass.ORDINARY_ACTIVITY),
    ("back_to_referrer", CloseReason.OTHER_SUPPORT, set(), ResultClass.OTHER_REASON),
    ("substance_use", CloseReason.HEALTH, {"health_care"}, ResultClass.OTHER_REASON),
    ("activity_benefit", CloseReason.OTHER_SUPPORT, {"social_insurance"}, ResultClass.OTHER_REASON),
    ("af_planning", CloseReason.OTHER_SUPPORT, {"employment_service"}, ResultClass.OTHER_REASON),
    ("not_attending", CloseReason.NOT_ATTENDING, {"unknown"}, ResultClass.OTHER_REASON),
    ("not_reachable", CloseReason.NOT_REACHABLE, {"unknown"}, ResultClass.OTHER_REASON),
    ("completed", CloseReason.PLANNED_END, {"municipal_labour_unit"}, ResultClass.COMPLETED),
    ("af_programme", CloseReason.RULES_FORCED, {"employment_service"}, ResultClass.OTHER_REASON),
    ("moved", CloseReason.MOVED_AWAY, {"unknown"}, ResultClass.OTHER_REASON),
    ("custody", CloseReason.CUSTODY, {"treatment_or_custody"}, ResultClass.OTHER_REASON),
    ("treatment_home", CloseReason.HEALTH, {"treatment_or_custody"}, ResultClass.OTHER_REASON),
    ("own_choice", CloseReason.OWN_CHOICE, {"unknown"}, ResultClass.OTHER_REASON),
    ("parental_leave", CloseReason.PARENTAL_LEAVE, {"parental_leave"}, ResultClass.OTHER_REASON),
    ("refused_ifo", CloseReason.TARGET_GROUP_LOST, {"daily_activity", "social_services"}, ResultClass.OTHER_REASON),
    ("housing_support", CloseReason.OTHER_SUPPORT, {"housing_support"}, ResultClass.OTHER_REASON),
    ("social_services", CloseReason.OTHER_SUPPORT, {"social_services"}, ResultClass.OTHER_REASON),
    ("care", CloseReason.OTHER_SUPPORT, {"health_care"}, ResultClass.OTHER_REASON),
]


@pytest.mark.parametrize(("detail", "reason", "destinations", "result"), TABLE)
def test_each_reason_of_the_sources_lies_on_both_axes(
    store: Store, detail: str, reason: CloseReason, destinations: set[str], result: ResultClass
) -> None:
    with store.read() as session:
        word = reason_word(session, detail)
    assert (reason_of(word), {one.value for one in destinations_of(word)}, result_of(word)) == (
        reason,
        destinations,
        result,
    )
    assert word.get("group")


def test_every_reason_is_reachable_and_has_a_place_on_both_axes(store: Store) -> None:
    from mentorapp.store.word_lists import list_words

    with store.read() as session:
        words = list_words(session, WordList.CLOSE_REASON)
    assert {reason_of(word) for word in words} == set(CloseReason)
    assert all(word.get("group") and word.get("result") and "official" in dict(word.more) for word in words)
    assert referrer_destination("evi") is Destination.EVI


def test_a_reason_of_the_units_own_counts_as_other(store: Store, household: Any, day: date) -> None:
    with store.write("word_added") as session:
        own = add_word(session, WordList.CLOSE_REASON, "Vann på lotteri")
        word = reason_word(session, own)
    assert (reason_of(word), destinations_of(word), result_of(word)) == (
        CloseReason.OTHER,
        (),
        ResultClass.OTHER_REASON,
    )
    assert refused(store, household.enrolment, closing(day, own)) == ("reason_other", "other_needs_words")
    close(store, household.enrolment, closing(day, own, reason_other="Flyttade till havet"))
    with store.read() as session:
        closure = get_closure(session, household.enrolment)
    assert closure is not None
    assert (closure.reason_other, closure.detail) == ("Flyttade till havet", own)


def test_a_closing_keeps_all_that_was_said(store: Store, household: Any, day: date) -> None:
    headings = (
        Heading(destination=Destination.STUDIES_REGULAR, extent_percent=50),
        Heading(destination=Destination.EMPLOYMENT_REGULAR, primary=True, extent_percent=50),
        Heading(destination=Destination.OTHER, other="Fotbollen"),
    )
    new = closing(
        day,
        "work_regular",
        headings=headings,
        farewell_held=True,
        last_scale_done=True,
        mentee_words="Tack",
        known_from="Farah",
        contact_after=True,
        reason_other="bara för annat",
    )
    close(store, household.enrolment, new)
    with store.read() as session:
        closure, enrolment = get_closure(session, household.enrolment), get_enrolment(session, household.enrolment)
        checks = list_outcome_checks(session, household.enrolment)
    assert closure is not None
    assert closure.headings[0].destination is Destination.EMPLOYMENT_REGULAR
    assert {one.extent_percent for one in closure.headings} == {50, None}
    assert (closure.mode, closure.reason, closure.counts_as_closed) == (
        CloseMode.COMPLETED,
        CloseReason.GOAL_REACHED,
        True,
    )
    assert (closure.farewell_held, closure.last_scale_done, closure.mentee_words) == (True, True, "Tack")
    assert (closure.known_from, closure.reason_other, closure.contact_after) == ("Farah", "", True)
    assert (enrolment.status, enrolment.closed_on) == (EnrolmentStatus.CLOSED, day)
    assert [(one.months, one.planned_on) for one in checks] == [(6, date(2027, 5, 25)), (12, date(2027, 11, 25))]


def test_the_class_of_the_reason_in_the_list_counts_too(store: Store, household: Any, day: date) -> None:
    headings = (Heading(destination=Destination.SOCIAL_INSURANCE, primary=True),)
    close(store, household.enrolment, closing(day, "activity_benefit", headings=headings))
    with store.read() as session:
        closure = get_closure(session, household.enrolment)
        assert closure is not None
        assert (closure.info_class, closure.printed_reason) == (InfoClass.HEALTH, CloseReason.OTHER)


def test_what_is_missing_is_said_beside_its_field(store: Store, household: Any, day: date) -> None:
    key = household.enrolment
    assert refused(store, key, closing(day, "")) == ("detail", "close_reason_missing")
    assert refused(store, key, closing(day, headings=())) == ("headings", "destination_missing")
    assert refused(store, key, closing(day + timedelta(days=1))) == ("closed_on", "date_in_future")
    assert refused(store, key, closing(day - timedelta(days=101))) == ("closed_on", "closed_before_start")
    other = (Heading(destination=Destination.OTHER, primary=True),)
    assert refused(store, key, closing(day, headings=other)) == ("heading_other", "other_needs_words")
    assert refused(store, key, closing(day, manager_talk_on=day + timedelta(days=1)))[0] == "manager_talk_on"
    with store.write("work_started") as session:
        start_work(session, key, Destination.STUDIES_REGULAR, day)
    assert refused(store, key, closing(day - timedelta(days=1))) == ("closed_on", "closed_before_work")
    with store.read() as session:
        assert get_closure(session, key) is None
        assert get_enrolment(session, key).status is EnrolmentStatus.AFTER_SUPPORT


def test_stays_and_pauses_end_and_after_support_goes_on(store: Store, household: Any, day: date) -> None:
    with store.write("trial") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=9))
        add_pause(session, household.enrolment, day - timedelta(days=8), to_date=day - timedelta(days=7))
        add_pause(session, household.enrolment, day - timedelta(days=3))
        start_work(session, household.enrolment, Destination.STUDIES_REGULAR, day - timedelta(days=2))
    close(store, household.enrolment, closing(day))
    with store.read() as session:
        assert [one.left_on for one in list_level_entries(session, household.enrolment)] == [
            day - timedelta(days=9),
            day,
        ]
        assert [one.to_date for one in list_pauses(session, household.enrolment)] == [day - timedelta(days=7), day]
        assert [one.ended_on for one in list_after_support(session, household.enrolment)] == [None]


def test_every_open_intervention_needs_somebody_who_takes_over(store: Store, household: Any, day: date) -> None:
    with store.write("trial") as session:
        care = add_intervention(
            session, household.mentee, InterventionKind.CARE_CONTACT, "Vårdcentralen", state=InterventionState.ONGOING
        )
        debt = add_intervention(
            session, household.mentee, InterventionKind.DEBT_ADVICE, "Kommunen", state=InterventionState.ONGOING
        )
        add_intervention(
            session,
            household.mentee,
            InterventionKind.OTHER,
            "Klubben",
            state=InterventionState.ENDED,
            kind_other="Idrott",
        )
    half = {care: Receiver(name="Siv Soffa"), uuid4(): Receiver(name="Någon")}
    assert refused(store, household.enrolment, closing(day), receivers=half) == ("receivers", "receiver_missing")
    close(store, household.enrolment, closing(day), receivers=half | {debt: Receiver(name="ingen")})
    with store.read() as session:
        names = {one.id: one.receiver_name for one in open_interventions(session, household.mentee)}
    assert names == {care: "Siv Soffa", debt: "ingen"}


def test_what_must_not_be_written_under_the_youth_duty_holds_nobody_back(
    store: Store, household: Any, day: date
) -> None:
    with store.write("trial") as session:
        add_intervention(
            session, household.mentee, InterventionKind.CARE_CONTACT, "Vårdcentralen", state=InterventionState.ONGOING
        )
        duty = add_programme(session, "KAA", get_ladder("free"), legal_profile=LegalProfile.KAA)
        alone = add_enrolment(session, household.mentee, duty, started_on=day)
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
    close(store, alone, closing(day))


def test_bookings_ahead_are_named_and_called_off_and_stay_to_be_seen(
    store: Store, household: Any, clock: Any, day: date
) -> None:
    with store.write("trial") as session:
        mine = book(session, household, day + timedelta(days=4), household.enrolment)
        loose = book(session, household, day + timedelta(days=2))
        today = book(session, household, day)
    with store.read() as session:
        assert [one.id for one in called_off_by(session, household.enrolment, day)] == [loose, mine]
    close(store, household.enrolment, closing(day))
    with store.read() as session:
        states = {one.id: one.attendance for one in list_sessions(session, household.mentee)}
    cancelled = Attendance.CANCELLED_MENTOR
    assert states == {mine: cancelled, loose: cancelled, today: Attendance.PLANNED}


def test_bookings_within_the_after_support_stand(store: Store, household: Any, day: date) -> None:
    with store.write("trial") as session:
        start_work(session, household.enrolment, Destination.STUDIES_REGULAR, day)
        within = book(session, household, day + timedelta(days=30), household.enrolment)
        beyond = book(session, household, day + timedelta(days=200), household.enrolment)
    close(store, household.enrolment, closing(day))
    with store.read() as session:
        assert get_session(session, within).attendance is Attendance.PLANNED
        assert get_session(session, beyond).attendance is Attendance.CANCELLED_MENTOR


def test_bookings_of_another_programme_stand(store: Store, household: Any, day: date) -> None:
    with store.write("trial") as session:
        other = add_programme(session, "Fri", get_ladder("free"))
        second = add_enrolment(session, household.mentee, other, started_on=day)
        kept = [book(session, household, day + timedelta(days=1), one) for one in (second, None)]
    close(store, household.enrolment, closing(day))
    with store.read() as session:
        assert {get_session(session, one).attendance for one in kept} == {Attendance.PLANNED}


def test_not_reachable_needs_tries_in_several_ways_over_time_and_a_talk(
    store: Store, household: Any, day: date
) -> None:
    new = closing(day, "not_reachable")
    with store.write("trial") as session:
        old = tried(session, household, day - timedelta(days=90))
        held = NewSession(mentee_id=household.mentee, kind=SessionKind.PHONE, event_date=day - timedelta(days=60))
        add_session(session, held)
        for days in (40, 30, 20, 10):
            tried(session, household, day - timedelta(days=days))
    with store.read() as session:
        log = attempt_log(session, household.mentee)
    assert (len(log.attempts), log.ways, log.days, log.is_enough) == (4, 1, 30, False)
    assert refused(store, household.enrolment, new) == ("detail", "attempts_missing")
    with store.write("trial") as session:
        letter = tried(session, household, day - timedelta(days=5), SessionKind.LETTER)
    assert refused(store, household.enrolment, new) == ("manager_talk_on", "manager_talk_missing")
    with store.write("trial") as session:
        void_session(session, letter, "fel person")
        void_session(session, old, "fel person")
    talked = closing(day, "not_reachable", manager_talk_on=day)
    assert refused(store, household.enrolment, talked) == ("detail", "attempts_missing")
    with store.write("setting_changed") as session:
        change_setting(session, "closing_attempts", 4)
        change_setting(session, "closing_attempt_kinds", 1)
        change_setting(session, "closing_attempt_days", 20)
    close(store, household.enrolment, talked)
    with store.read() as session:
        closure = get_closure(session, household.enrolment)
    assert closure is not None
    assert closure.manager_talk_on == day


def test_without_a_try_the_log_is_empty(store: Store, household: Any) -> None:
    with store.read() as session:
        log = attempt_log(session, household.mentee)
    assert (log.attempts, log.ways, log.days) == ((), 0, 0)


def test_a_contact_on_a_closed_enrolment_does_not_open_it(store: Store, household: Any, day: date) -> None:
    close(store, household.enrolment, closing(day))
    with store.write("note_saved") as session:
        add_session(
            session,
            NewSession(
                mentee_id=household.mentee, enrolment_id=household.enrolment, kind=SessionKind.PHONE, event_date=day
            ),
        )
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.CLOSED
        assert len(list_sessions(session, household.mentee)) == 1


def test_contacts_from_the_first_day_of_work_count_as_after_support(store: Store, household: Any, day: date) -> None:
    def contact(session: Any, days: int, attendance: Attendance = Attendance.HELD) -> None:
        on = day - timedelta(days=days)
        new = NewSession(mentee_id=household.mentee, kind=SessionKind.PHONE, event_date=on, attendance=attendance)
        add_session(session, new)

    with store.write("trial") as session:
        for days in (20, 9, 1):
            contact(session, days)
        contact(session, 2, Attendance.NOT_REACHED)
        assert count_contacts(session, household.enrolment) == 0
        start_work(session, household.enrolment, Destination.STUDIES_REGULAR, day - timedelta(days=10))
    close(store, household.enrolment, closing(day - timedelta(days=5)))
    with store.read() as session:
        assert count_contacts(session, household.enrolment) == 2


def test_what_is_known_afterwards_is_added(store: Store, household: Any, day: date) -> None:
    close(store, household.enrolment, closing(day))
    two = (*UNKNOWN, Heading(destination=Destination.SOCIAL_SERVICES))
    with store.write("closure_changed") as session:
        assert list_outcome_checks(session, household.enrolment) == ()
        change_closure(
            session,
            household.enrolment,
            mentee_words="Det var bra",
            contact_after=True,
            headings=two,
            farewell_held=True,
        )
    with store.read() as session:
        closure, checks = get_closure(session, household.enrolment), list_outcome_checks(session, household.enrolment)
    assert closure is not None
    assert (closure.mentee_words, closure.farewell_held, len(closure.headings)) == ("Det var bra", True, 2)
    with store.write("check_recorded") as session:
        record_check(session, checks[0].id, CheckState.DECLINED)
        change_closure(session, household.enrolment, contact_after=False)
    with store.read() as session:
        assert [one.months for one in list_outcome_checks(session, household.enrolment)] == [6]
    with store.write("closure_changed") as session:
        change_closure(session, household.enrolment, contact_after=True)
    with store.read() as session:
        assert [one.months for one in list_outcome_checks(session, household.enrolment)] == [6, 12]
    with store.write("closure_changed") as session:
        change_closure(session, household.enrolment, known_from="Farah")
    with pytest.raises(TypeError), store.write("closure_changed") as session:
        change_closure(session, household.enrolment, reason="other")
    with pytest.raises(NotFoundError), store.write("closure_changed") as session:
        change_closure(session, uuid4(), mentee_words="")


def test_a_follow_up_says_where_the_person_is_now(store: Store, household: Any, clock: Any, day: date) -> None:
    close(store, household.enrolment, closing(day, contact_after=True))
    clock.pass_days(181)
    with store.read() as session:
        six, twelve = (one.id for one in list_outcome_checks(session, household.enrolment))
    for given, field in (
        ({"state": CheckState.REACHED}, "destination"),
        ({"state": CheckState.NOT_REACHED, "done_on": day - timedelta(days=1)}, "done_on"),
        ({"state": CheckState.NOT_REACHED, "done_on": day + timedelta(days=999)}, "done_on"),
    ):
        with pytest.raises(InputError) as caught, store.write("check_recorded") as session:
            record_check(session, six, **given)
        assert caught.value.field == field
    with store.write("check_recorded") as session:
        record_check(session, six, CheckState.REACHED, destination=Destination.STUDIES_REGULAR, note=" Trivs ")
        record_check(session, twelve, CheckState.NOT_REACHED, destination=Destination.OTHER)
    with store.read() as session:
        first, second = list_outcome_checks(session, household.enrolment)
    assert (first.done_on, first.destination, first.note) == (
        clock.today(),
        Destination.STUDIES_REGULAR,
        "Trivs",
    )
    assert (second.state, second.destination) == (CheckState.NOT_REACHED, None)
    with store.write("check_recorded") as session:
        record_check(session, six, CheckState.PLANNED, day)
    with store.read() as session:
        assert list_outcome_checks(session, household.enrolment)[0].done_on is None
    with pytest.raises(NotFoundError), store.write("check_recorded") as session:
        record_check(session, uuid4(), CheckState.DECLINED)


def everything(store: Store, household: Any) -> tuple[object, ...]:
    with store.read() as session:
        return (
            get_enrolment(session, household.enrolment),
            list_level_entries(session, household.enrolment),
            list_pauses(session, household.enrolment),
            list_sessions(session, household.mentee),
            get_closure(session, household.enrolment),
            list_outcome_checks(session, household.enrolment),
            open_interventions(session, household.mentee),
            get_mentee(session, household.mentee),
        )


@pytest.fixture
def busy(store: Store, household: Any, day: date) -> dict[UUID, Receiver]:
    """A pause that goes on, a booking ahead, an intervention: all that a closing ends."""
    with store.write("trial") as session:
        add_pause(session, household.enrolment, day - timedelta(days=3), to_date=day + timedelta(days=3))
        book(session, household, day + timedelta(days=4))
        care = add_intervention(
            session, household.mentee, InterventionKind.CARE_CONTACT, "Vårdcentralen", state=InterventionState.ONGOING
        )
    return {care: Receiver(name="Siv Soffa")}


def test_undo_takes_the_whole_closing_back_and_redo_does_it_again(
    store: Store, household: Any, day: date, busy: dict[UUID, Receiver]
) -> None:
    before = everything(store, household)
    close(store, household.enrolment, closing(day, contact_after=True), receivers=busy)
    after = everything(store, household)
    assert store.undo() is not None
    assert everything(store, household) == before
    assert store.redo() is not None
    assert everything(store, household) == after


def test_within_the_day_a_closing_is_taken_back_also_after_the_lock(
    opened: OpenStore,
    sealed: tuple[Path, Unlocked],
    household: Any,
    clock: Any,
    day: date,
    busy: dict[UUID, Receiver],
) -> None:
    store = opened.store
    before = everything(store, household)
    close(store, household.enrolment, closing(day, contact_after=True), receivers=busy)
    closed = everything(store, household)
    opened.close()
    again = open_unlocked(store.path, sealed[1], clock=clock)
    try:
        assert again.store.undo() is None
        with again.store.write("enrolment_reopened") as session:
            assert can_reopen(session, household.enrolment)
            reopen_enrolment(session, household.enrolment)
        assert everything(again.store, household) == before
        assert again.store.undo() is not None
        assert everything(again.store, household) == closed
    finally:
        again.close()


def test_the_next_day_a_new_enrolment_is_the_way(store: Store, household: Any, clock: Any, day: date) -> None:
    with pytest.raises(NotFoundError), store.write("enrolment_reopened") as session:
        reopen_enrolment(session, household.enrolment)
    close(store, household.enrolment, closing(day))
    clock.pass_days(1)
    with pytest.raises(MentorError) as caught, store.write("enrolment_reopened") as session:
        reopen_enrolment(session, household.enrolment)
    assert caught.value.key == "reopen_too_late"
    with store.read() as session:
        assert not can_reopen(session, uuid4())


def test_nothing_is_taken_back_over_what_came_later(store: Store, household: Any, day: date) -> None:
    close(store, household.enrolment, closing(day, contact_after=True))
    with store.write("check_recorded") as session:
        check = list_outcome_checks(session, household.enrolment)[0]
        record_check(session, check.id, CheckState.DECLINED)
    with pytest.raises(MentorError) as caught, store.write("enrolment_reopened") as session:
        reopen_enrolment(session, household.enrolment)
    assert caught.value.key == "undo_depends"
    store.undo()
    with store.write("came_back") as session:
        add_enrolment(session, household.mentee, household.programme, started_on=day)
    with pytest.raises(InputError) as refusal, store.write("enrolment_reopened") as session:
        reopen_enrolment(session, household.enrolment)
    assert refusal.value.key == "enrolment_still_open"


def test_a_restart_keeps_the_closing(
    opened: OpenStore, sealed: tuple[Path, Unlocked], household: Any, clock: Any, day: date
) -> None:
    close(opened.store, household.enrolment, closing(day, contact_after=True))
    before = everything(opened.store, household)
    opened.close()
    again = open_unlocked(opened.store.path, sealed[1], clock=clock)
    try:
        assert everything(again.store, household) == before
    finally:
        again.close()
