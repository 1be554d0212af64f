"""Why a consent opens nothing, and which papers no longer hold."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.consents import Consent, Direction
from mentorapp.domain.prints import PrintRecord, number_ahead
from mentorapp.domain.sharing import Audience, InfoClass, Recipient
from mentorapp.domain.withheld import Lack, Lacking, lacking, no_longer_holds

TODAY = date(2026, 11, 25)
WHO = UUID(int=1)
FK = Recipient(audience=Audience.CASEWORKER, contact_id=WHO)
C = InfoClass


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def consent(*scope: InfoClass, first: int = -10, last: int = 90, gone: int | None = None, **more: Any) -> Consent:
    withdrawn = None if gone is None else datetime(2026, 11, 25, 12, tzinfo=UTC) + timedelta(days=gone)
    return Consent(
        id=UUID(int=9), mentee_id=UUID(int=8), recipient_contact_id=WHO, scope=scope, valid_from=day(first),
        valid_to=day(last), withdrawn_at=withdrawn, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        ([], Lacking(Lack.NOT_ASKED)),
        ([consent(C.HEALTH, direction=Direction.RECEIVE)], Lacking(Lack.NOT_ASKED)),
        ([consent(C.PLAN)], Lacking(Lack.OTHER_CLASSES)),
        ([consent(C.HEALTH, gone=-1)], Lacking(Lack.WITHDRAWN, day(-1))),
        ([consent(C.HEALTH, gone=-9), consent(C.HEALTH, gone=-1)], Lacking(Lack.WITHDRAWN, day(-1))),
        ([consent(C.HEALTH, last=-2)], Lacking(Lack.ENDED, day(-2))),
        ([consent(C.HEALTH, first=3)], Lacking(Lack.NOT_YET, day(3))),
        ([consent(C.HEALTH, last=2)], Lacking(Lack.NOT_THAT_DAY, day(2))),
    ],
)
def test_the_reason_is_the_nearest(consents: list[Consent], expected: Lacking) -> None:
    assert lacking(consents, FK, C.HEALTH, TODAY) == expected


def record(*classes: InfoClass, **more: Any) -> PrintRecord:
    return PrintRecord(
        id=UUID(int=3), number="2026-0031", template="P02", template_version=1, mentee_id=UUID(int=8),
        audience=Audience.CASEWORKER, recipient="Fredrika", classes=classes, sha256="", pages=1, printed_on=day(-1),
        printed_at=datetime(2026, 11, 24, 12, tzinfo=UTC), needed_on=day(1), contact_id=WHO, **more,
    )  # fmt: skip


def test_a_paper_falls_with_the_consent_of_one_of_its_classes() -> None:
    paper = record(C.PLAN, C.HEALTH, C.PRESENCE)
    both = [consent(C.PLAN, C.HEALTH)]
    assert not no_longer_holds(paper, FK, both, TODAY, day(1))
    assert no_longer_holds(paper, FK, [consent(C.PLAN), consent(C.HEALTH, gone=0)], TODAY, day(1))
    assert no_longer_holds(paper, FK, [consent(C.PLAN, C.HEALTH, last=0)], TODAY, None)


def test_when_and_where_need_no_consent() -> None:
    assert not no_longer_holds(record(C.PRESENCE), FK, [], TODAY, day(1))


def test_after_the_meeting_only_today_is_asked() -> None:
    assert not no_longer_holds(record(C.PLAN), FK, [consent(C.PLAN, last=10)], day(5), day(1))


def test_a_meeting_that_was_moved_far_takes_its_papers_along() -> None:
    open_ = [consent(C.PLAN)]
    assert no_longer_holds(record(C.PLAN), FK, open_, TODAY, day(20))
    assert not no_longer_holds(record(C.PLAN), FK, open_, TODAY, day(8))


@pytest.mark.parametrize("gone", ["delivered_on", "destroyed_on"])
def test_what_is_no_longer_here_is_not_asked_about(gone: str) -> None:
    assert not no_longer_holds(record(C.HEALTH, **{gone: TODAY}), FK, [], TODAY, day(1))


def test_numbers_go_on() -> None:
    assert number_ahead("2026-0031", 0) == "2026-0031"
    assert number_ahead("2026-0099", 3) == "2026-0102"
