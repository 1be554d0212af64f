"""The question about violence that is asked of everybody: that it was asked, and what was offered (I21, I22).

The answer itself is a locked field: class VIOLENCE, left out of every print unless it is chosen.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
from .sharing import InfoClass as C


class Asked(StrEnum):
    ASKED = "asked"
    NOT_SUITABLE = "not_suitable"
    DECLINED = "declined"


@entity
class SafetyQuestion:
    id: UUID = internal()
    mentee_id: UUID = internal()
    asked: Asked = classed(C.VIOLENCE)
    asked_on: date = classed(C.VIOLENCE)
    support_offered: bool = classed(C.VIOLENCE, default=False)
    follow_up_on: date | None = classed(C.VIOLENCE, default=None)
    followed_up_on: date | None = classed(C.VIOLENCE, default=None)
    answer: str = classed(C.VIOLENCE, default="")
