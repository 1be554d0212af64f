"""Which papers no longer hold: the consent of one class on them, the day of the meeting, whom they were for."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.consents import Consent
from mentorapp.domain.meetings import Meeting, MeetingKind, MeetingStatus
from mentorapp.domain.prints import PrintRecord, PrintState
from mentorapp.domain.sharing import Audience, InfoClass, Recipient
from mentorapp.domain.stale_papers import Stale, StaleWhy, stale, state_of

TODAY = date(2026, 11, 25)
WHO, OTHER = UUID(int=1), UUID(int=2)
FK = Recipient(audience=Audience.CASEWORKER, contact_id=WHO)
C = InfoClass


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def consent(*scope: InfoClass, last: int = 90, gone: bool = False, who: UUID = WHO) -> Consent:
    return Consent(
        id=UUID(int=9), mentee_id=UUID(int=8), recipient_contact_id=who, scope=scope, valid_from=day(-10),
        valid_to=day(last), withdrawn_at=datetime(2026, 11, 25, 12, tzinfo=UTC) if gone else None,
    )  # fmt: skip


def record(*asked: InfoClass, **more: Any) -> PrintRecord:
    return PrintRecord(
        id=UUID(int=3), number="2026-0031", template="P02", template_version=1, mentee_id=UUID(int=8),
        audience=Audience.CASEWORKER, recipient="Fredrika", classes=(*asked, C.PRESENCE), asked=asked, sha256="",
        pages=1, printed_on=day(-1), printed_at=datetime(2026, 11, 24, 12, tzinfo=UTC), needed_on=day(1),
        contact_id=WHO, **more,
    )  # fmt: skip


def meeting(on: int, **more: Any) -> Meeting:
    return Meeting(
        id=UUID(int=4), mentee_id=UUID(int=8), kind=MeetingKind.FOLLOW_UP_THREE_PARTY, event_date=day(on), **more
    )


def test_a_paper_falls_with_the_consent_of_one_of_its_classes() -> None:
    paper = record(C.PLAN, C.HEALTH)
    assert stale(paper, (FK,), [consent(C.PLAN, C.HEALTH)], TODAY, meeting(1)) is None
    withdrawn = [consent(C.PLAN), consent(C.HEALTH, gone=True)]
    assert stale(paper, (FK,), withdrawn, TODAY, meeting(1)) == Stale(StaleWhy.CONSENT, (C.HEALTH,))
    ends = [consent(C.PLAN, C.HEALTH, last=0)]
    assert stale(paper, (FK,), ends, TODAY, meeting(1)) == Stale(StaleWhy.CONSENT, (C.PLAN, C.HEALTH))
    assert stale(paper, (FK,), ends, TODAY, None) == Stale(StaleWhy.CONSENT, (C.PLAN, C.HEALTH))


def test_what_needed_no_consent_needs_none_later() -> None:
    assert stale(record(), (FK,), [], TODAY, meeting(1)) is None


def test_after_the_meeting_only_today_is_asked() -> None:
    assert stale(record(C.PLAN), (FK,), [consent(C.PLAN, last=10)], day(5), meeting(1)) is None


@pytest.mark.parametrize("moved", [-15, -14, -1, 0, 14, 15])
def test_a_meeting_that_was_moved_by_more_than_two_weeks_takes_its_papers_along(moved: int) -> None:
    found = stale(record(C.PLAN), (FK,), [consent(C.PLAN)], TODAY, meeting(1 + moved))
    assert found == (Stale(StaleWhy.MOVED) if abs(moved) > 14 else None)


def test_a_meeting_that_is_called_off_takes_its_papers_along() -> None:
    off = meeting(1, status=MeetingStatus.CANCELLED)
    assert stale(record(), (FK,), [], TODAY, off) == Stale(StaleWhy.CALLED_OFF)


def test_a_text_for_all_holds_only_while_it_does_for_everybody() -> None:
    both = (FK, Recipient(audience=Audience.SCHOOL, contact_id=OTHER))
    assert stale(record(C.PLAN), both, [consent(C.PLAN)], TODAY, None) == Stale(StaleWhy.CONSENT, (C.PLAN,))
    assert stale(record(C.PLAN), both, [consent(C.PLAN), consent(C.PLAN, who=OTHER)], TODAY, None) is None
    assert stale(record(C.PLAN), (), [consent(C.PLAN)], TODAY, None) == Stale(StaleWhy.CONSENT, (C.PLAN,))


def test_a_paper_for_a_guardian_falls_on_the_eighteenth_birthday() -> None:
    no_longer = Recipient(audience=Audience.OTHER, contact_id=WHO)
    assert stale(record(C.PLAN), (no_longer,), [consent(C.PLAN)], TODAY, None) == Stale(StaleWhy.ROLE)


@pytest.mark.parametrize(
    ("gone", "state"), [("delivered_on", PrintState.DELIVERED), ("destroyed_on", PrintState.DESTROYED)]
)
def test_what_is_no_longer_here_is_not_asked_about(gone: str, state: PrintState) -> None:
    paper = record(C.HEALTH, **{gone: TODAY})
    assert stale(paper, (FK,), [], TODAY, meeting(90)) is None
    assert state_of(paper, None) is state


def test_the_state_of_what_is_still_here() -> None:
    assert state_of(record(), None) is PrintState.PRINTED
    assert state_of(record(), Stale(StaleWhy.MOVED)) is PrintState.STALE
