"""Column types: identifiers as 16 bytes, codes as text, UTC instants, and small lists as JSON."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Date, DateTime, Dialect, Integer, LargeBinary, String, Text, Time, TypeDecorator

E = TypeVar("E", bound=StrEnum)


class Identifier(TypeDecorator[UUID]):
    """A UUID in 16 bytes: half the index of the text form."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        return None if value is None else UUID(bytes=value)


class Code(TypeDecorator[E], Generic[E]):
    """A code of an enumeration, stored as its value."""

    impl = String(40)
    cache_ok = True

    def __init__(self, codes: type[E]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.codes(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.codes(value)


class Instant(TypeDecorator[datetime]):
    """A moment with time zone, stored in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Tenths(TypeDecorator[Decimal]):
    """A number with one decimal, stored as whole tenths; one with more is a bug, never cut off in silence."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        tenths = value * 10
        if tenths != int(tenths):
            raise ValueError("a number has one decimal")
        return int(tenths)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 10


class JsonTuple(TypeDecorator[tuple[Any, ...]]):
    """A small tuple as a JSON list; `read` and `shown` turn each item from and to JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, read: Callable[[Any], Any] = str, shown: Callable[[Any], Any] = str) -> None:
        super().__init__()
        self.read = read
        self.shown = shown

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps([self.shown(v) for v in value], ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Any, ...] | None:
        return None if value is None else tuple(self.read(v) for v in json.loads(value))


def days_read(pair: list[str]) -> tuple[date, date]:
    return date.fromisoformat(pair[0]), date.fromisoformat(pair[1])


def days_shown(pair: tuple[date, date]) -> list[str]:
    return [pair[0].isoformat(), pair[1].isoformat()]


ANNOTATIONS: dict[Any, Any] = {
    UUID: Identifier,
    date: Date,
    datetime: Instant,
    time: Time,
    str: Text,
    Decimal: Tenths,
    tuple[str, ...]: JsonTuple(),
    tuple[int, ...]: JsonTuple(int, int),
    tuple[tuple[date, date], ...]: JsonTuple(days_read, days_shown),
}
