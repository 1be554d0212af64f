"""Obstacles: something to clear, with somebody who owns it (P30)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
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


def obstacle_class(kind: ObstacleKind) -> C:
    if kind is ObstacleKind.HEALTH:
        return C.HEALTH
    if kind is ObstacleKind.MONEY:
        return C.INCOME
    return C.SOCIAL if kind is ObstacleKind.HOUSING else C.PLAN
