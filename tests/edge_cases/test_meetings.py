"""Edge cases of F about meetings: 22, called off or moved."""

from datetime import date, timedelta

from mentorapp.domain.meetings import Attended, MeetingKind, MeetingStatus, outdated_by_move
from mentorapp.store.meetings import (
    add_invitee,
    add_meeting,
    get_meeting,
    move_meeting,
    set_attended,
    set_meeting_status,
)
from mentorapp.store.mentees import add_mentee
from mentorapp.store.store import Store


def test_22_a_meeting_is_moved_called_off_and_who_could_not_come_is_noted(store: Store, day: date) -> None:
    with store.write("meeting_added") as session:
        mentee = add_mentee(session, "Birk")
        key = add_meeting(session, mentee, MeetingKind.SIP, day)
        siv = add_invitee(session, key, name="Siv Provsson")
    with store.write("meeting_moved") as session:
        move_meeting(session, key, day + timedelta(days=15))
    with store.write("meeting_called_off") as session:
        set_meeting_status(session, key, MeetingStatus.CANCELLED, "Siv Provsson kunde inte komma")
        set_attended(session, siv, Attended.CAME_NOT)
    with store.read() as session:
        found = get_meeting(session, key)
    assert (found.moved_from, found.status) == (day, MeetingStatus.CANCELLED)
    assert [one.attended for one in found.outside] == [Attended.CAME_NOT]
    assert outdated_by_move(day, found.event_date)
    assert not outdated_by_move(day, day + timedelta(days=14))
    store.undo()
    with store.read() as session:
        assert get_meeting(session, key).status is MeetingStatus.PLANNED
