"""Rows for bulk inserts, with identifiers that sort by the moment they stand for and are the same each time."""

from datetime import datetime
from typing import Any
from uuid import UUID

from mentorapp.store.tables import Table

Row = dict[str, Any]
Rows = dict[type[Table], list[Row]]


class Ids:
    """UUIDs of version 7 from a moment and a running number."""

    def __init__(self) -> None:
        self._count = 0

    def at(self, moment: datetime) -> UUID:
        self._count += 1
        milliseconds = int(moment.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 0x7 << 76 | 0b10 << 62 | self._count)

    def row(self, moment: datetime, **values: Any) -> Row:
        """A row with those values and what every table has."""
        return {"id": self.at(moment), "created_at": moment, "updated_at": moment, **values}
