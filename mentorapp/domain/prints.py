"""The log of what was printed: the PDF itself is not kept, its number and fingerprint are."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from .fields import entity, internal
from .sharing import Audience, InfoClass


class PrintState(StrEnum):
    DRAFT = "draft"
    PRINTED = "printed"
    DELIVERED = "delivered"
    STALE = "stale"
    DESTROYED = "destroyed"


class DeliveredHow(StrEnum):
    NOT_YET = "not_yet"
    PRINTER = "printer"
    FILE = "file"
    BY_HAND = "by_hand"
    POST = "post"


@entity
class PrintRecord:
    """One line of the log; `number` is ÅÅÅÅ-NNNN, counted within the year. `asked` are the classes that are on it by
    consent."""

    id: UUID = internal()
    number: str = internal()
    template: str = internal()
    template_version: int = internal()
    mentee_id: UUID | None = internal()
    audience: Audience = internal()
    recipient: str = internal()
    classes: tuple[InfoClass, ...] = internal()
    ticked: tuple[InfoClass, ...] = internal(default=())
    asked: tuple[InfoClass, ...] = internal(default=())
    sha256: str = internal()
    pages: int = internal()
    printed_on: date = internal()
    printed_at: datetime = internal()
    state: PrintState = internal(default=PrintState.PRINTED)
    delivered_how: DeliveredHow = internal(default=DeliveredHow.NOT_YET)
    contact_id: UUID | None = internal(default=None)
    organisation_id: UUID | None = internal(default=None)
    meeting_id: UUID | None = internal(default=None)
    needed_on: date | None = internal(default=None)
    delivered_on: date | None = internal(default=None)
    destroyed_on: date | None = internal(default=None)


def print_number(year: int, count: int) -> str:
    """2026-0148."""
    return f"{year:04}-{count:04}"


def number_ahead(number: str, ahead: int) -> str:
    """The number so many places after that one."""
    year, _, count = number.partition("-")
    return print_number(int(year), int(count) + ahead)
