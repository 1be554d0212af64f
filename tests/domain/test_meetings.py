"""Rules of meetings by themselves: names of recipients, what comes back, and papers of another day."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.meetings import (
    STALE_AFTER_DAYS,
    Meeting,
    MeetingInvitee,
    MeetingKind,
    MeetingStatus,
    due_again,
    outdated_by_move,
    recipient_key,
)

DAY = date(2026, 11, 25)
ID = UUID(int=1)


def held(day: date, kind: MeetingKind = MeetingKind.SIP, repeat: int | None = 28) -> Meeting:
    return Meeting(id=ID, mentee_id=ID, kind=kind, event_date=day, status=MeetingStatus.HELD, repeat_days=repeat)


def planned(day: date) -> Meeting:
    return Meeting(id=ID, mentee_id=ID, kind=MeetingKind.SIP, event_date=day, repeat_days=28)


def invitee(**more: Any) -> MeetingInvitee:
    return MeetingInvitee(id=ID, meeting_id=ID, **more)


def test_a_recipient_is_named_the_same_from_meeting_to_meeting() -> None:
    assert recipient_key(invitee(is_mentee=True)) == "mentee"
    assert recipient_key(invitee(is_mentor=True)) == "mentor"
    assert recipient_key(invitee(contact_id=ID, name="Siv")) == f"contact:{ID.hex}"
    assert recipient_key(invitee(name="Siv")) == recipient_key(invitee(name="SIV"))


def test_only_the_newest_of_a_kind_comes_back() -> None:
    later, earlier = held(DAY), held(DAY - timedelta(days=28))
    for both in ((later, earlier), (earlier, later)):
        assert due_again(both) == ((later, DAY + timedelta(days=28)),)
    other = held(DAY - timedelta(days=30), MeetingKind.MULTI_PARTY, 7)
    assert [day for _, day in due_again((later, other))] == [DAY - timedelta(days=23), DAY + timedelta(days=28)]
    assert due_again((later, planned(DAY + timedelta(days=20)))) == ()
    assert due_again((held(DAY, repeat=None),)) == ()


@given(st.integers(-400, 400))
def test_papers_outdate_only_by_more_than_fourteen_days(days: int) -> None:
    assert outdated_by_move(DAY, DAY + timedelta(days=days)) is (abs(days) > STALE_AFTER_DAYS)
    assert not outdated_by_move(None, DAY)
