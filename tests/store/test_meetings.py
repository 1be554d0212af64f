"""Verbs on meetings: who is invited, the agenda, choices, other words, the protocol, and regular talks."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.meetings import (
    STANDARD_AGENDA,
    MeetingKind,
    MeetingStatus,
    NewPoint,
    PartyChoices,
    next_after,
)
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.address_book import add_contact
from mentorapp.store.check_in_lines import list_check_in_lines
from mentorapp.store.check_ins import end_check_in, hold_check_in, list_check_ins, set_check_in
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.meeting_papers import (
    add_agenda_item,
    change_agenda_item,
    get_choices,
    last_choices,
    list_wordings,
    order_agenda,
    remove_agenda_item,
    set_choices,
    set_wording,
)
from mentorapp.store.meeting_state import meeting_lines_between
from mentorapp.store.meetings import (
    add_invitee,
    add_meeting,
    change_meeting,
    get_meeting,
    list_all_meetings,
    move_meeting,
    remove_invitee,
    remove_meeting,
    set_meeting_status,
    set_told_mentee,
)
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.network import add_link
from mentorapp.store.programmes import add_programme
from mentorapp.store.protocols import list_protocol, write_protocol
from mentorapp.store.store import Store
from mentorapp.store.today import read_day

KIND = MeetingKind.SIP


@pytest.fixture
def birk(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Birk")


@pytest.fixture
def key(store: Store, birk: UUID, day: date) -> UUID:
    with store.write("meeting_added") as session:
        return add_meeting(session, birk, KIND, day)


def test_a_meeting_begins_with_mentee_mentor_and_the_standard_agenda(store: Store, birk: UUID, key: UUID) -> None:
    with store.read() as session:
        found = get_meeting(session, key)
    assert [(one.is_mentee, one.is_mentor) for one in found.invitees] == [(True, False), (False, True)]
    assert [one.code for one in found.agenda] == [one.code for one in STANDARD_AGENDA]
    assert found.outside == ()


def test_who_is_invited_comes_once_and_the_mentee_always(store: Store, key: UUID) -> None:
    with store.write("invitee_added") as session:
        siv = add_contact(session, "Siv Provsson")
        first = add_invitee(session, key, contact_id=siv)
        assert add_invitee(session, key, contact_id=siv) == first
        with pytest.raises(InputError, match=r"required|invitee_name"):
            add_invitee(session, key)
        set_told_mentee(session, first, True)
        assert get_meeting(session, key).outside[0].told_mentee
        mentee = next(one for one in get_meeting(session, key).invitees if one.is_mentee)
        with pytest.raises(InputError, match="meeting_needs_mentee"):
            remove_invitee(session, mentee.id)
        remove_invitee(session, first)
        assert get_meeting(session, key).outside == ()
        with pytest.raises(NotFoundError):
            remove_invitee(session, first)


def test_what_was_held_is_not_moved_and_what_is_ahead_was_not_held(store: Store, key: UUID, day: date) -> None:
    with store.write("meeting_changed") as session:
        move_meeting(session, key, day)
        assert get_meeting(session, key).moved_from is None
        move_meeting(session, key, day + timedelta(days=1), place="AME")
        with pytest.raises(InputError, match="held_in_future"):
            set_meeting_status(session, key, MeetingStatus.HELD)
        move_meeting(session, key, day)
        set_meeting_status(session, key, MeetingStatus.HELD)
        with pytest.raises(InputError, match="meeting_was_held"):
            move_meeting(session, key, day + timedelta(days=1))
        change_meeting(session, key, wants_raised="Pengarna")
        with pytest.raises(TypeError):
            change_meeting(session, key, colour="red")
        assert get_meeting(session, key).wants_raised == "Pengarna"


def test_removed_and_unknown_meetings(store: Store, key: UUID, day: date) -> None:
    with store.write("meeting_removed") as session:
        remove_meeting(session, key)
    with store.read() as session:
        assert list_all_meetings(session, day, day) == ()
        with pytest.raises(NotFoundError):
            get_meeting(session, uuid4())
    store.undo()
    with store.read() as session:
        assert len(meeting_lines_between(session, day, day)) == 1
    store.redo()
    with store.read() as session:
        assert list_all_meetings(session, day, day) == ()


def test_an_item_of_ones_own_comes_last_and_can_be_changed_and_removed(store: Store, key: UUID) -> None:
    with store.write("agenda_changed") as session:
        item = add_agenda_item(session, key, "Bussen", minutes=5, owner="Birk")
        change_agenda_item(session, item, title="Bussen hem", info_class=InfoClass.WORK)
        last = get_meeting(session, key).agenda[-1]
        assert (last.title, last.minutes, last.owner, last.info_class) == ("Bussen hem", 5, "Birk", InfoClass.WORK)
        with pytest.raises(InputError):
            change_agenda_item(session, item, title=" ")
        with pytest.raises(TypeError):
            change_agenda_item(session, item, code="x")
        remove_agenda_item(session, item)
        with pytest.raises(NotFoundError):
            change_agenda_item(session, uuid4(), minutes=3)
        assert get_meeting(session, key).agenda[-1].code == STANDARD_AGENDA[-1].code


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(len(STANDARD_AGENDA))))
def test_any_order_of_the_agenda_is_kept_and_undone(store: Store, key: UUID, order: list[int]) -> None:
    with store.read() as session:
        before = [one.id for one in get_meeting(session, key).agenda]
    wanted = [before[at] for at in order]
    with store.write("agenda_ordered") as session:
        order_agenda(session, key, wanted)
    with store.read() as session:
        assert [one.id for one in get_meeting(session, key).agenda] == wanted
        with pytest.raises(ValueError, match="every item once"):
            order_agenda(session, key, wanted[1:])
    if wanted != before:
        store.undo()
        with store.read() as session:
            assert [one.id for one in get_meeting(session, key).agenda] == before


def test_the_last_choices_for_a_recipient_begin_the_next_meeting(
    store: Store, birk: UUID, key: UUID, day: date
) -> None:
    chosen = PartyChoices("contact:1", frozenset({"step:1"}), frozenset({"contacts"}), frozenset({InfoClass.PLAN}))
    with store.write("choices_set") as session:
        assert get_choices(session, key, "contact:1") is None
        set_choices(session, key, PartyChoices("contact:1"))
        set_choices(session, key, chosen)
        assert get_choices(session, key, "contact:1") == chosen
        later = add_meeting(session, birk, KIND, day + timedelta(days=30))
        assert last_choices(session, later, "contact:1") == chosen
        assert last_choices(session, later, "contact:2") is None
        assert last_choices(session, key, "contact:1") is None


def test_other_words_are_kept_until_they_are_emptied(store: Store, key: UUID) -> None:
    with store.write("wording_set") as session:
        set_wording(session, key, "step:1", "")
        set_wording(session, key, "step:1", "Busskortet är klart")
        set_wording(session, key, "step:1", "Busskortet är löst")
        assert list_wordings(session, key) == {"step:1": "Busskortet är löst"}
        set_wording(session, key, "step:1", "")
        assert list_wordings(session, key) == {}


def test_a_protocol_is_written_anew_and_its_versions_stay(store: Store, key: UUID) -> None:
    with store.write("protocol_written") as session:
        assert list_protocol(session, key) == ()
        assert write_protocol(session, key, [NewPoint("Vi provar 50 procent.")]) == 1
        assert write_protocol(session, key, [NewPoint("Vi provar 30 procent."), NewPoint("Sture visar.")]) == 2
        assert [one.text for one in list_protocol(session, key)] == ["Vi provar 30 procent.", "Sture visar."]
        assert [one.text for one in list_protocol(session, key, 1)] == ["Vi provar 50 procent."]


def test_regular_talks_follow_their_interval(store: Store, birk: UUID, day: date) -> None:
    with store.write("check_in_set") as session:
        siv, per = add_contact(session, "Siv Provsson"), add_contact(session, "Per Hallman")
        with pytest.raises(InputError, match="interval_range"):
            set_check_in(session, siv, 0)
        set_check_in(session, siv, 30)
        hold_check_in(session, siv, day - timedelta(days=2))
        (found,) = list_check_ins(session)
        assert (found.last_on, found.next_on) == (day - timedelta(days=2), day + timedelta(days=28))
        set_check_in(session, siv, 14)
        assert list_check_ins(session)[0].next_on == day + timedelta(days=12)
        end_check_in(session, siv)
        end_check_in(session, per)
        assert list_check_ins(session) == ()


def test_a_caseworker_is_listed_with_those_who_take_part_now(store: Store, birk: UUID, day: date) -> None:
    with store.write("check_in_set") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        siv, gone = add_contact(session, "Siv Provsson"), add_contact(session, "Gustav", works_until=day)
        for contact in (siv, gone):
            add_link(session, birk, NetworkRole.CASEWORKER, contact_id=contact)
        add_link(session, birk, NetworkRole.TEACHER, contact_id=add_contact(session, "Olof"))
        assert list_check_in_lines(session) == ()
        add_enrolment(session, birk, programme, started_on=day)
        assert {line.contact.name for line in list_check_in_lines(session)} == {"Siv Provsson", "Gustav"}
        set_check_in(session, siv, 30, day + timedelta(days=5))
        assert [(line.contact.name, line.due) for line in list_check_in_lines(session)] == [
            ("Siv Provsson", True), ("Gustav", False),
        ]  # fmt: skip
        change_mentee(session, birk, deceased_on=day)
        assert list_check_in_lines(session) == ()


def test_the_day_of_what_comes_back(day: date) -> None:
    assert next_after(day, None) is None
    assert next_after(day, 28) == day + timedelta(days=28)


def test_the_day_settled_with_the_caseworker_is_told_of_on_idag(store: Store, birk: UUID, day: date) -> None:
    def told() -> list[date]:
        with store.read() as session:
            return [one.on for one in read_day(session).follow_ups if one.rule is Rule.REFERRER_CHECKIN]

    with store.write("check_in_set") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        add_enrolment(session, birk, programme, started_on=day)
        siv = add_contact(session, "Siv Provsson")
        add_link(session, birk, NetworkRole.CASEWORKER, contact_id=siv)
    assert told() == []
    with store.write("check_in_set") as session:
        set_check_in(session, siv, 30, day + timedelta(days=5))
    assert told() == [day + timedelta(days=5)]
    with store.write("check_in_held") as session:
        hold_check_in(session, siv, day)
    assert told() == []
