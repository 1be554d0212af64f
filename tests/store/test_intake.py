"""The way in: interest, thinking time, yes and no, and the counts that are left."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.intake import OutreachKind
from mentorapp.domain.mentees import Gender
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.store.enrolments import add_enrolment, change_status, current_enrolment, list_level_entries
from mentorapp.store.intake import Waiting, accept, decline, list_waiting, note_interest, offer, take_back_no
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, get_mentee
from mentorapp.store.outreach import (
    add_outreach_effort,
    change_outreach_effort,
    count_referrers,
    intake_counts,
    list_declines,
    list_outreach_efforts,
    remove_outreach_effort,
)
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.sessions import add_session, list_sessions
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store

S = EnrolmentStatus


@pytest.fixture
def programme(store: Store) -> UUID:
    with store.write("programme_added") as session:
        change_profile(session, name="Moa Mentorsson")
        return add_programme(session, "Level Up", get_ladder("level_up"))


@pytest.fixture
def alva(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Alva", gender=Gender.WOMAN, birth_date=date(2007, 1, 2))


def enrolment_of(store: Store, mentee: UUID) -> Any:
    with store.read() as session:
        return current_enrolment(session, mentee)


def interest(store: Store, mentee: UUID, programme: UUID, **how: Any) -> UUID:
    with store.write("interest_noted") as session:
        return note_interest(session, mentee, programme, **{"referrer_type": "self"} | how)


def test_an_interest_keeps_route_and_day(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    interest(store, alva, programme, referrer_type="evi", on=day - timedelta(3))
    found = enrolment_of(store, alva)
    assert (found.status, found.interest_on, found.mentor_name) == (S.INTEREST, day - timedelta(3), "Moa Mentorsson")
    assert (found.referral.referrer_type, found.referral.on) == ("evi", day - timedelta(3))


def test_noting_the_interest_again_puts_it_right(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    first = interest(store, alva, programme)
    assert interest(store, alva, programme, referrer_type="", on=day - timedelta(9)) == first
    found = enrolment_of(store, alva)
    assert (found.interest_on, found.referral.referrer_type) == (day - timedelta(9), "self")


def test_thinking_time_has_a_day_to_ask_again(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    key = interest(store, alva, programme, on=day - timedelta(5))
    with store.write("offered") as session:
        offer(session, key, day - timedelta(2))
    found = enrolment_of(store, alva)
    assert (found.status, found.offered_on, found.answer_by) == (S.OFFERED, day - timedelta(2), day + timedelta(5))
    with store.write("setting_changed") as session:
        change_setting(session, "thinking_days", 10)
        offer(session, key, day)
    assert enrolment_of(store, alva).answer_by == day + timedelta(10)
    with store.write("offered") as session:
        offer(session, key, day, day + timedelta(3))
    assert enrolment_of(store, alva).answer_by == day + timedelta(3)


def test_a_yes_begins_on_a_level_and_takes_in_what_was_written_before(
    store: Store, alva: UUID, programme: UUID, day: date
) -> None:
    with store.write("note_saved") as session:
        contact = NewSession(mentee_id=alva, kind=SessionKind.OUTREACH, event_date=day - timedelta(20))
        add_session(session, contact)
        levels = get_programme(session, programme).levels
    key = interest(store, alva, programme, referrer_type="outreach", on=day - timedelta(5))
    with store.write("accepted") as session:
        accept(session, key, day, level_id=levels[1].id)
    found = enrolment_of(store, alva)
    assert (found.status, found.started_on) == (S.ACTIVE, day)
    with store.read() as session:
        assert [entry.level_id for entry in list_level_entries(session, key)] == [levels[1].id]
        assert [one.enrolment_id for one in list_sessions(session, alva)] == [key]


def test_a_yes_begins_on_the_first_level_and_asks_how_the_person_came(
    store: Store, alva: UUID, programme: UUID, day: date
) -> None:
    key = interest(store, alva, programme, referrer_type="")
    with pytest.raises(InputError) as caught, store.write("accepted") as session:
        accept(session, key, day)
    assert (caught.value.field, caught.value.key) == ("referrer_type", "referrer_type_missing")
    with store.write("accepted") as session:
        accept(session, key, day, referrer_type="self")
        levels = get_programme(session, programme).levels
    assert enrolment_of(store, alva).referral.referrer_type == "self"
    with store.read() as session:
        assert [entry.level_id for entry in list_level_entries(session, key)] == [levels[0].id]


def test_a_yes_may_be_to_another_programme(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    with store.write("programme_added") as session:
        other = add_programme(session, "Fri", get_ladder("free"))
        third = add_programme(session, "SE", get_ladder("se"))
        add_enrolment(session, alva, third, started_on=day)
    key = interest(store, alva, programme)
    with pytest.raises(InputError) as caught, store.write("accepted") as session:
        accept(session, key, day, programme_id=third)
    assert caught.value.key == "enrolment_still_open"
    with store.write("accepted") as session:
        accept(session, key, day, programme_id=other)
    with store.read() as session:
        found = next(e for e in [current_enrolment(session, alva)] if e)
    assert found.status is S.ACTIVE


def test_a_start_before_the_interest_is_asked_about(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    key = interest(store, alva, programme)
    with pytest.raises(InputError) as caught, store.write("accepted") as session:
        accept(session, key, day - timedelta(1))
    assert (caught.value.field, caught.value.key) == ("started_on", "start_before_interest")


def test_who_has_begun_is_past_the_door(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    key = interest(store, alva, programme)
    with store.write("accepted") as session:
        accept(session, key, day)
    verbs: tuple[Any, ...] = (
        lambda s: offer(s, key, day),
        lambda s: accept(s, key, day),
        lambda s: decline(s, alva, "not_now"),
    )
    for verb in verbs:
        with pytest.raises(InputError) as caught, store.write("offered") as session:
            verb(session)
        assert caught.value.key == "already_begun"


def test_a_no_is_a_count_and_a_day_of_erasure(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    interest(store, alva, programme)
    with store.write("note_saved") as session:
        booked = NewSession(
            mentee_id=alva, kind=SessionKind.OFFICE, event_date=day + timedelta(2), attendance=Attendance.PLANNED
        )
        add_session(session, booked)
    with pytest.raises(InputError) as caught, store.write("declined") as session:
        decline(session, alva, "")
    assert caught.value.key == "decline_reason_missing"
    with store.write("declined") as session:
        decline(session, alva, "benefit_worry")
    found = enrolment_of(store, alva)
    assert (found.status, found.started_on, found.counts_in_statistics) == (S.CLOSED, None, False)
    with store.read() as session:
        assert get_mentee(session, alva).erase_on == day + timedelta(30)
        (count,) = list_declines(session)
        assert (count.month, count.reason, count.source, count.gender) == (
            "2026-11",
            "benefit_worry",
            "self",
            Gender.WOMAN,
        )
        assert [one.attendance for one in list_sessions(session, alva)] == [Attendance.CANCELLED_MENTEE]


def test_a_no_from_somebody_without_an_interest_is_counted_too(store: Store, alva: UUID, day: date) -> None:
    with store.write("declined") as session:
        decline(session, alva, "no_answer", on=day - timedelta(30), erase_on=day)
    with store.read() as session:
        assert get_mentee(session, alva).erase_on == day
        assert [(one.month, one.source) for one in list_declines(session)] == [("2026-10", "")]


def test_somebody_who_was_enrolled_before_is_not_erased_for_a_no(
    store: Store, alva: UUID, programme: UUID, day: date
) -> None:
    with store.write("enrolment_added") as session:
        earlier = add_enrolment(session, alva, programme, started_on=day - timedelta(400))
        change_status(session, earlier, S.CLOSED, closed_on=day - timedelta(200))
    interest(store, alva, programme)
    with store.write("declined") as session:
        decline(session, alva, "not_now")
    with store.read() as session:
        assert get_mentee(session, alva).erase_on is None


@pytest.mark.parametrize("offered", [False, True])
def test_a_no_can_be_taken_back_and_the_count_stays(
    store: Store, alva: UUID, programme: UUID, day: date, offered: bool
) -> None:
    key = interest(store, alva, programme)
    if offered:
        with store.write("offered") as session:
            offer(session, key, day)
    with store.write("declined") as session:
        decline(session, alva, "not_now")
    with store.write("no_taken_back") as session:
        take_back_no(session, alva)
    found = enrolment_of(store, alva)
    assert found.status is (S.OFFERED if offered else S.INTEREST)
    assert (found.closed_on, found.counts_in_statistics) == (None, True)
    with store.read() as session:
        assert get_mentee(session, alva).erase_on is None
        assert len(list_declines(session)) == 1


def test_a_new_interest_after_a_no_goes_on_from_there(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    key = interest(store, alva, programme)
    with store.write("declined") as session:
        decline(session, alva, "not_now")
    assert interest(store, alva, programme) == key
    with store.read() as session:
        assert get_mentee(session, alva).erase_on is None
    assert enrolment_of(store, alva).ordinal == 1


def test_undo_takes_a_no_back_whole(store: Store, alva: UUID, programme: UUID) -> None:
    interest(store, alva, programme)
    before = enrolment_of(store, alva)
    with store.write("declined") as session:
        decline(session, alva, "not_now")
    store.undo()
    assert enrolment_of(store, alva) == before
    with store.read() as session:
        assert (list_declines(session), get_mentee(session, alva).erase_on) == ((), None)


def test_nobody_unknown_comes_in(store: Store, programme: UUID) -> None:
    for verb in (lambda s: note_interest(s, UUID(int=7), programme), lambda s: take_back_no(s, UUID(int=7))):
        with pytest.raises(NotFoundError), store.write("interest_noted") as session:
            verb(session)


def test_reached_and_enrolled_are_two_counts(store: Store, programme: UUID, day: date) -> None:
    with store.write("outreach_added") as session:
        add_outreach_effort(session, day - timedelta(40), OutreachKind.LETTER, 30, reached=4)
        add_outreach_effort(session, day, OutreachKind.CALL, 10, reached=6, note="  Hösten  ")
        people = [add_mentee(session, name) for name in ("Alva", "Birk", "Cleo", "Love")]
        came = note_interest(session, people[0], programme, referrer_type="outreach")
        accept(session, came, day)
        offer(session, note_interest(session, people[1], programme, referrer_type="self"), day)
        note_interest(session, people[2], programme)
        decline(session, people[3], "not_now")
    with store.read() as session:
        counts = intake_counts(session)
        assert (counts.sent, counts.reached, counts.came_by_outreach) == (40, 10, 1)
        assert (counts.interested, counts.thinking, counts.declined) == (1, 1, 1)
        assert [(one.reason, one.count, one.genders) for one in counts.noes] == [
            ("not_now", 1, ((Gender.UNDISCLOSED, 1),))
        ]
        newer = intake_counts(session, day - timedelta(7), day)
        assert (newer.sent, newer.reached, newer.declined) == (10, 6, 1)
        assert intake_counts(session, day + timedelta(30)).declined == 0
        assert intake_counts(session, None, day - timedelta(60)).declined == 0
        assert [one.note for one in list_outreach_efforts(session)] == ["Hösten", ""]


def test_an_effort_is_changed_and_taken_away(store: Store, day: date) -> None:
    with store.write("outreach_added") as session:
        key = add_outreach_effort(session, day, OutreachKind.LETTER, 30)
    with store.write("outreach_changed") as session:
        change_outreach_effort(session, key, reached=5, note="Svar")
    with store.read() as session:
        assert [(one.reached, one.note) for one in list_outreach_efforts(session)] == [(5, "Svar")]
    with pytest.raises(TypeError), store.write("outreach_changed") as session:
        change_outreach_effort(session, key, place="här")
    with store.write("outreach_removed") as session:
        remove_outreach_effort(session, key)
    with pytest.raises(NotFoundError), store.write("outreach_removed") as session:
        remove_outreach_effort(session, key)


def test_own_initiative_is_counted_by_gender(store: Store, programme: UUID, day: date) -> None:
    with store.write("mentee_added") as session:
        for name, gender, way in (
            ("Alva", Gender.WOMAN, "self"),
            ("Birk", Gender.MAN, "self"),
            ("Cleo", Gender.NON_BINARY, "evi"),
        ):
            mentee = add_mentee(session, name, gender=gender)
            accept(session, note_interest(session, mentee, programme, referrer_type=way), day)
        add_enrolment(session, add_mentee(session, "Love"), programme, started_on=day)
    with store.read() as session:
        found = [(one.referrer_type, one.gender.value, one.enrolments) for one in count_referrers(session)]
    assert found == [("self", "man", 1), ("self", "woman", 1), ("evi", "non_binary", 1), ("unknown", "undisclosed", 1)]


def test_the_days_of_those_who_wait(store: Store, alva: UUID, programme: UUID, day: date) -> None:
    with store.write("offered") as session:
        offer(session, note_interest(session, alva, programme), day)
        birk = add_mentee(session, "Birk")
        decline(session, birk, "not_now")
        add_mentee(session, "Cleo")
    with store.read() as session:
        found = list_waiting(session)
    assert found == {alva: Waiting(answer_by=day + timedelta(7)), birk: Waiting(erase_on=day + timedelta(30))}


def test_whom_the_unit_seeks_out_has_a_route_and_no_interest_yet(
    store: Store, alva: UUID, programme: UUID, day: date
) -> None:
    interest(store, alva, programme, referrer_type="outreach", is_interested=False)
    found = enrolment_of(store, alva)
    assert (found.interest_on, found.referral.referrer_type, found.referral.on) == (None, "outreach", day)
    interest(store, alva, programme, referrer_type="outreach")
    assert enrolment_of(store, alva).interest_on == day


def test_a_programme_without_levels_is_begun_without_one(store: Store, alva: UUID, day: date) -> None:
    with store.write("programme_added") as session:
        flat = add_programme(session, "KAA", replace(get_ladder("free"), levels=()))
        key = note_interest(session, alva, flat, referrer_type="kaa")
        accept(session, key, day)
    with store.read() as session:
        assert list_level_entries(session, key) == ()
    assert enrolment_of(store, alva).status is S.ACTIVE
