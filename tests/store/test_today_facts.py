"""What Idag, the list and the terminal remind of, from the rows of a store; of the dead and closed hardly anything."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.closing import Destination
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.plans import Who
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.reminder_rules import Group, Rule
from mentorapp.domain.safety import Asked
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind
from mentorapp.store.attention import read_attention
from mentorapp.store.commitments import add_commitment
from mentorapp.store.incomes import add_income
from mentorapp.store.intake import note_interest, offer
from mentorapp.store.interventions import add_intervention
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_link
from mentorapp.store.outcome_checks import add_checks
from mentorapp.store.overviews import list_lines
from mentorapp.store.profile import change_profile
from mentorapp.store.reminder_settings import change_rule
from mentorapp.store.sessions import add_session
from mentorapp.store.snoozes import put_away
from mentorapp.store.store import Store
from mentorapp.store.tables.closing import AfterSupportRow
from mentorapp.store.tables.enrolments import EnrolmentRow
from mentorapp.store.tables.mentees import MenteeRow
from mentorapp.store.tables.milestones import SafetyQuestionRow
from mentorapp.store.tables.programmes import ProgrammeRow
from mentorapp.store.today import Day, read_day
from mentorapp.store.youth_duties import add_youth_duty, change_youth_duty

DAY = timedelta(days=1)


def day_of(store: Store) -> Day:
    with store.read() as session:
        day = read_day(session)
    assert day.faults == {}
    return day


def rules(store: Store) -> set[Rule]:
    day = day_of(store)
    return {one.rule for one in (*day.follow_ups, *day.dates)} | {one.rule for one in day.watches}


def change(store: Store, row: Any, key: UUID, **values: Any) -> None:
    with store.write("mentee_changed") as session:
        found = session.get_one(row, key)
        for name, value in values.items():
            setattr(found, name, value)


@pytest.fixture
def everything(store: Store, household: Any, day: date) -> Any:
    """One person of whom every rule of an open enrolment has something to say."""
    mentee, enrolment = household.mentee, household.enrolment
    with store.write("mentee_changed") as session:
        session.get_one(MenteeRow, mentee).birth_date = date(day.year - 20, 12, 30)
        session.get_one(ProgrammeRow, household.programme).age_max = 20
        add_youth_duty(session, mentee, day - 400 * DAY)
        add_link(session, mentee, NetworkRole.GUARDIAN, contact_id=add_contact(session, "Siv Påhitt"))
        left = add_contact(session, "Fredrika Fiktiv", works_until=day - DAY)
        add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=left)
        add_income(session, mentee, IncomeSource.ACTIVITY_BENEFIT, day - 300 * DAY, decision_until=day + 30 * DAY)
        add_intervention(session, mentee, InterventionKind.HOUSING_SUPPORT, "Boendestödet")
        session.add(SafetyQuestionRow(mentee_id=mentee, asked=Asked.ASKED, asked_on=day - DAY, follow_up_on=day))
        session.add(AfterSupportRow(enrolment_id=enrolment, entry=Destination.EMPLOYMENT_REGULAR, started_on=day,
                                    planned_until=day + 14 * DAY))  # fmt: skip
        for back in (1, 2, 3):
            new = NewSession(mentee_id=mentee, kind=SessionKind.WALK_AND_TALK, event_date=day - back * DAY,
                             attendance=Attendance.NO_SHOW)  # fmt: skip
            add_session(session, new)
        talk = NewSession(mentee_id=mentee, kind=SessionKind.OTHER_ACTOR, event_date=day - 26 * DAY)
        add_session(session, talk)
    return household


def test_every_rule_of_an_open_enrolment_finds_its_facts(store: Store, everything: Any) -> None:
    assert rules(store) == {
        Rule.LEAVES_YOUTH_DUTY, Rule.PROGRAMME_AGE, Rule.CONTACT_LEFT, Rule.BENEFIT_DECISION, Rule.INCOME_GAP,
        Rule.NOBODY_RESPONSIBLE, Rule.SAFETY_FOLLOW_UP, Rule.AFTER_SUPPORT_END, Rule.NO_SHOWS, Rule.REFERRER_CHECKIN,
    } - {Rule.PROGRAMME_AGE}  # fmt: skip
    day = day_of(store)
    assert next(one for one in day.dates if one.rule is Rule.LEAVES_YOUTH_DUTY).lacking
    with store.read() as session:
        found = read_attention(session, list_lines(session))[everything.mentee]
    assert {one.rule for one in found.watches} == {one.rule for one in day.watches}
    assert [one.days for one in found.dates] == sorted(one.days for one in found.dates)


def test_f33_of_somebody_who_has_died_nothing_is_said(store: Store, everything: Any, day: date) -> None:
    with store.write("booking_made") as session:
        add_commitment(session, everything.enrolment, "Ringa", who=Who.MENTOR, by=day)
        new = NewSession(mentee_id=everything.mentee, kind=SessionKind.PHONE, event_date=day,
                         attendance=Attendance.PLANNED)  # fmt: skip
        add_session(session, new)
    assert day_of(store).bookings
    change(store, MenteeRow, everything.mentee, deceased_on=day)
    after = day_of(store)
    assert (after.bookings, after.standings, after.promises, after.good_things) == ((), (), (), ())
    assert rules(store) == set()
    with store.read() as session:
        assert read_attention(session, list_lines(session)) == {}


def test_closed_only_the_question_how_it_has_gone_is_left(store: Store, everything: Any, day: date) -> None:
    with store.write("mentee_changed") as session:
        row = session.get_one(EnrolmentRow, everything.enrolment)
        row.status, row.closed_on = EnrolmentStatus.CLOSED, day - 200 * DAY
        add_checks(session, everything.enrolment, day - 200 * DAY)
    assert rules(store) == {Rule.OUTCOME_CHECK}


def test_where_only_the_youth_duty_holds_nothing_sensitive_is_told(store: Store, everything: Any) -> None:
    change(store, ProgrammeRow, everything.programme, legal_profile=LegalProfile.KAA)
    assert not rules(store) & {
        Rule.BENEFIT_DECISION, Rule.INCOME_GAP, Rule.SAFETY_FOLLOW_UP, Rule.NOBODY_RESPONSIBLE,
    }  # fmt: skip
    assert Rule.LEAVES_YOUTH_DUTY in rules(store)


def test_a_talk_ends_the_row_of_missed_meetings(store: Store, everything: Any, day: date) -> None:
    with store.write("note_saved") as session:
        talk = NewSession(mentee_id=everything.mentee, kind=SessionKind.PHONE, event_date=day)
        add_session(session, talk)
    assert Rule.NO_SHOWS not in rules(store)


def test_f12_somebody_who_works_today_has_not_left(store: Store, household: Any, day: date, clock: Any) -> None:
    with store.write("link_added") as session:
        leaves = add_contact(session, "Fredrika Fiktiv", works_until=day)
        add_link(session, household.mentee, NetworkRole.CASEWORKER, contact_id=leaves)
    assert Rule.CONTACT_LEFT not in rules(store)
    clock.pass_days(1)
    (one,) = day_of(store).watches
    assert (one.rule, one.name, one.on) == (Rule.CONTACT_LEFT, "Fredrika Fiktiv", day)


def test_f35_a_refused_benefit_is_a_gap_at_once(store: Store, household: Any, day: date) -> None:
    with store.write("income_added") as session:
        add_income(session, household.mentee, IncomeSource.ACTIVITY_BENEFIT, day - 30 * DAY,
                   state=IncomeState.REFUSED, state_on=day)  # fmt: skip
    assert Rule.INCOME_GAP in rules(store)


def test_who_takes_over_the_youth_duty_is_known_once_named(store: Store, everything: Any) -> None:
    duty = next(one for one in day_of(store).dates if one.rule is Rule.LEAVES_YOUTH_DUTY).about
    assert duty is not None
    with store.write("mentee_changed") as session:
        change_youth_duty(session, duty, receiver_name="Vuxenutbildningen")
    assert not next(one for one in day_of(store).dates if one.rule is Rule.LEAVES_YOUTH_DUTY).lacking


def test_the_answer_is_asked_for_on_its_day(store: Store, household: Any, day: date, clock: Any) -> None:
    with store.write("mentee_added") as session:
        somebody = add_mentee(session, "Kim")
        nobody = add_mentee(session, "Lo")
        asked = note_interest(session, somebody, household.programme)
        offer(session, asked, day)
        waits = note_interest(session, nobody, household.programme)
        session.get_one(EnrolmentRow, waits).status = EnrolmentStatus.OFFERED
    assert Rule.THINKING not in rules(store)
    change(store, EnrolmentRow, asked, answer_by=None)
    clock.pass_days(7)
    assert [one.person.name for one in day_of(store).follow_ups if one.rule is Rule.THINKING] == ["Kim"]


def test_a_no_is_told_until_it_is_erased(store: Store, household: Any, day: date) -> None:
    with store.write("mentee_added") as session:
        somebody = add_mentee(session, "Kim")
        session.get_one(MenteeRow, somebody).erase_on = day
    (one,) = day_of(store).dates
    assert (one.rule, one.person.name) == (Rule.ERASE, "Kim")


def test_what_is_put_away_is_gone_until_its_day_and_undone_it_is_back(
    store: Store, everything: Any, day: date, clock: Any
) -> None:
    watch = next(one for one in day_of(store).watches if one.rule is Rule.INCOME_GAP)
    with store.write("put_away") as session:
        put_away(
            session, everything.mentee, watch.rule.value, watch.subject, until=day + 5 * DAY, reason="Beslut väntar"
        )
    assert Rule.INCOME_GAP not in rules(store)
    store.undo()
    assert Rule.INCOME_GAP in rules(store)
    store.redo()
    clock.pass_days(5)
    assert Rule.INCOME_GAP in rules(store)


def test_rules_that_are_off_say_nothing(store: Store, everything: Any, day: date) -> None:
    with store.write("mentee_changed") as session:
        for rule in Rule:
            change_rule(session, rule, on=False)
        add_commitment(session, everything.enrolment, "Ringa", who=Who.MENTOR, by=day)
    now = day_of(store)
    assert rules(store) == set()
    assert (now.silences(), now.promises_due(), now.phases_ending(), now.reviews_due()) == ((), (), (), ())
    assert now.good_things == ()


def test_silence_review_and_promise_can_be_put_away(store: Store, household: Any, day: date) -> None:
    with store.write("mentee_changed") as session:
        add_commitment(session, household.enrolment, "Ringa", who=Who.MENTOR, by=day)
    now = day_of(store)
    found: list[tuple[Rule, tuple[Any, ...]]] = [
        (Rule.SILENCE, now.silences()),
        (Rule.PROMISE, now.promises_due()),
        (Rule.PHASE, now.phases_ending()),
        (Rule.REVIEW, now.reviews_due()),
    ]
    with store.write("put_away") as session:
        for rule, ones in found:
            for one in ones:
                put_away(session, household.mentee, rule.value, one.subject, until=None)
    after = day_of(store)
    assert now.silences()
    assert now.promises_due()
    assert (after.silences(), after.promises_due(), after.phases_ending(), after.reviews_due()) == ((), (), (), ())


def test_on_a_holiday_nothing_new_speaks(store: Store, household: Any, day: date) -> None:
    with store.write("profile_changed") as session:
        session.add(SafetyQuestionRow(mentee_id=household.mentee, asked=Asked.ASKED, asked_on=day, follow_up_on=day))
    assert Rule.SAFETY_FOLLOW_UP in rules(store)
    with store.write("profile_changed") as session:
        change_profile(session, holidays=((day, day + 7 * DAY),))
    assert Rule.SAFETY_FOLLOW_UP not in rules(store)


def test_a_promise_of_a_contact_comes_with_the_phone(store: Store, household: Any, day: date) -> None:
    with store.write("mentee_changed") as session:
        contact = add_contact(session, "Fredrika Fiktiv", phone="010-000 00 00")
        add_commitment(session, household.enrolment, "Besked", who=Who.CONTACT, by=day, contact_id=contact)
    (promise,) = day_of(store).promises_due()
    assert promise.phone == "010-000 00 00"


def test_what_cannot_be_read_is_said_of_its_group(
    store: Store, household: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mentorapp.store.attention.to_watch", broken)
    with store.read() as session:
        assert set(read_day(session).faults) == {Group.WATCH}
