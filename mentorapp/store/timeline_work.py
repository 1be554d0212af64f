"""What the timeline tells of workplaces, studies and filled forms: read in one go, newest first.

Marks are not read. Forms of a follow-up belong to it; those about how the two of them work together stand nowhere, for
the page is seen by both.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from mentorapp.domain.placements import percent_of
from mentorapp.domain.sharing import InfoClass

from .straight import run
from .timeline_items import WorkEvent, WorkItem

_WORK = """
WITH place AS (
  SELECT p.*, CASE WHEN m.protected_identity = 'none' THEN w.name ELSE '' END AS name
  FROM placement AS p JOIN workplace AS w ON w.id = p.workplace_id JOIN mentee AS m ON m.id = p.mentee_id
  WHERE p.mentee_id = :mentee
), hours AS (
  SELECT h.*, lag(h.hours_per_week) OVER (PARTITION BY h.placement_id ORDER BY h.from_date) AS before, p.name
  FROM place AS p JOIN placement_hours AS h ON h.placement_id = p.id
)
SELECT * FROM (
  SELECT p.id, p.from_date AS day, 'begun' AS event, p.id, p.name, p.name, p.type, '' AS text,
         (SELECT h.hours_per_week FROM hours AS h WHERE h.placement_id = p.id AND h.from_date = p.from_date),
         NULL, 'WORK' AS info_class
  FROM place AS p WHERE p.from_date <= :today
  UNION ALL
  SELECT p.id, p.to_date, 'ended', p.id, p.name, p.name, coalesce(p.end_reason, ''), p.end_reason_other, NULL, NULL,
         'WORK'
  FROM place AS p WHERE p.to_date <= :today AND p.type != 'study_visit'
  UNION ALL
  SELECT h.id, h.from_date, 'hours', h.placement_id, h.name, h.name, '', '', h.hours_per_week, h.before, 'WORK'
  FROM hours AS h WHERE h.before IS NOT NULL AND h.from_date <= :today
  UNION ALL
  SELECT f.id, f.event_date, 'follow_up', p.id, p.name, p.name, f.form, substr(f.agreed_changes, 1, 240), NULL, NULL,
         'WORK'
  FROM place AS p JOIN workplace_follow_up AS f ON f.placement_id = p.id
  UNION ALL
  SELECT s.id, s.since, 'phase', e.id, e.course, e.course, s.phase, '', NULL, NULL, 'EDU'
  FROM enrolment AS n JOIN education_support AS e ON e.enrolment_id = n.id
       JOIN study_phase AS s ON s.education_support_id = e.id WHERE n.mentee_id = :mentee
  UNION ALL
  SELECT r.id, r.event_date, 'rating', r.id, d.title_sv, d.title_en, r.respondent, '', NULL, NULL, r.info_class
  FROM scale_response AS r JOIN scale_definition AS d ON d.id = r.definition_id
  WHERE r.mentee_id = :mentee AND r.voided_on IS NULL AND r.follow_up_id IS NULL AND r.info_class != 'ALLIANCE'
)
"""
"""The workplace of a protected person is not named (F 5)."""
_OF_CLASS = " WHERE info_class = :info_class"
_NEWEST = " ORDER BY day DESC, 1 DESC, event LIMIT :limit OFFSET :offset"


def read_work_items(
    session: Session, mentee_id: UUID, info_class: InfoClass | None, offset: int, limit: int
) -> Sequence[WorkItem]:
    """What is planned is no event yet."""
    values: dict[str, object] = {
        "mentee": mentee_id.bytes, "today": session.info["clock"].today().isoformat(), "limit": limit, "offset": offset,
    }  # fmt: skip
    statement = _WORK
    if info_class is not None:
        statement += _OF_CLASS
        values["info_class"] = info_class.value
    return [_item(row) for row in run(session, statement + _NEWEST, values)]


def _item(row: tuple[Any, ...]) -> WorkItem:
    key, day, event, about, name_sv, name_en, code, text, hours, before, info_class = row
    happened, of = WorkEvent(event), UUID(bytes=key)
    return WorkItem(
        id=uuid5(of, event) if happened is WorkEvent.ENDED else of,
        on=date.fromisoformat(day),
        event=happened,
        about=UUID(bytes=about),
        name_sv=name_sv,
        name_en=name_en,
        code=code,
        text=text,
        percent=_percent(hours),
        before=_percent(before),
        info_class=InfoClass(info_class),
    )


def _percent(hours: int | None) -> int | None:
    """Of hours as the table holds them."""
    return None if hours is None else percent_of(Decimal(hours) / 10)
