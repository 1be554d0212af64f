"""Obstacles: something to clear, with somebody who owns it (P30)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .periods import check_not_future
from .plans import Who
from .sharing import InfoClass as C


class ObstacleKind(StrEnum):
    RULES = "rules"
    WAITING = "waiting"
    CONTACT = "contact"
    TRANSPORT = "transport"
    MONEY = "money"
    HEALTH = "health"
    HOUSING = "housing"
    TECH = "tech"
    LANGUAGE = "language"
    OTHER = "other"


@entity
class Obstacle:
    """`owner` None means that nobody has taken it on yet."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    text: str = classed(C.PLAN)
    kind: ObstacleKind = classed(C.PLAN)
    kind_other: str = classed(C.PLAN, default="")
    owner: Who | None = classed(C.PLAN, default=None)
    owner_contact_id: UUID | None = internal(default=None)
    owner_name: str = classed(C.PLAN, default="")
    since: date = classed(C.PLAN)
    cleared_on: date | None = classed(C.PLAN, default=None)
    info_class: C = internal(default=C.PLAN)

    @property
    def is_open(self) -> bool:
        return self.cleared_on is None

    @property
    def is_nobodys(self) -> bool:
        """Still in the way, and nobody has taken it on."""
        return self.is_open and self.owner is None


def obstacle_class(kind: ObstacleKind) -> C:
    if kind is ObstacleKind.HEALTH:
        return C.HEALTH
    if kind is ObstacleKind.MONEY:
        return C.INCOME
    return C.SOCIAL if kind is ObstacleKind.HOUSING else C.PLAN


def check_obstacle(since: date, cleared_on: date | None, today: date) -> None:
    """Neither day lies ahead, and nothing is cleared before it began."""
    check_not_future("since", since, today)
    check_not_future("cleared_on", cleared_on, today)
    if cleared_on is not None and cleared_on < since:
        raise InputError("cleared_on", "cleared_before_since")
