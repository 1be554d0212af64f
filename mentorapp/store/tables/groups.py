"""Tables of group activities. Who was there is a contact of each mentee's own (`session.group_meeting_id`)."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mentorapp.domain.groups import GroupKind

from .base import Row
from .types import Code


class GroupActivityRow(Row):
    __tablename__ = "group_activity"

    title: Mapped[str]
    kind: Mapped[GroupKind] = mapped_column(Code(GroupKind))
    kind_other: Mapped[str] = mapped_column(default="")
    organiser: Mapped[str] = mapped_column(default="")
    online: Mapped[bool] = mapped_column(default=False)
    from_date: Mapped[date | None]
    to_date: Mapped[date | None]
    topics: Mapped[tuple[str, ...]] = mapped_column(default=())


class GroupMeetingRow(Row):
    __tablename__ = "group_meeting"
    __table_args__ = (Index(None, "group_activity_id", "event_date"), Index(None, "event_date"))

    group_activity_id: Mapped[UUID] = mapped_column(ForeignKey("group_activity.id"))
    event_date: Mapped[date]
    start_time: Mapped[time | None]
    duration_min: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    topic: Mapped[str] = mapped_column(default="")
