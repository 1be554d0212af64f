"""Why a consent opens nothing, and numbers ahead."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.consents import Consent, Direction
from mentorapp.domain.prints import number_ahead
from mentorapp.domain.sharing import Audience, InfoClass, Recipient
from mentorapp.domain.withheld import Lack, Lacking, lacking

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


def test_numbers_go_on() -> None:
    assert number_ahead("2026-0031", 0) == "2026-0031"
    assert number_ahead("2026-0099", 3) == "2026-0102"
