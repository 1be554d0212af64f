"""Verbs on measurements that others made with instruments of their own (I18)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.measurements import ExternalMeasurement
from mentorapp.domain.periods import check_after_birth, check_not_future
from mentorapp.domain.sharing import InfoClass

from .attachments import attachment_row
from .births import birth_of
from .enrolment_rows import enrolment_row
from .hidden_classes import hidden_for
from .tables import value_of
from .tables.scales import ExternalMeasurementRow

_PLAIN = ("event_date", "attachment_id", "info_class", "enrolment_id")


def add_measurement(session: Session, mentee_id: UUID, name: str, event_date: date, **details: Any) -> UUID:
    """Name, day and value as they stand on the paper; `details` are fields of ExternalMeasurement."""
    row = ExternalMeasurementRow(mentee_id=mentee_id, info_class=InfoClass.HEALTH)
    _set(row, {"name": name, "event_date": event_date, **details})
    _check(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_measurement(session: Session, measurement_id: UUID, **details: Any) -> None:
    row = _row(session, measurement_id)
    _set(row, details)
    _check(session, row)


def remove_measurement(session: Session, measurement_id: UUID) -> None:
    session.delete(_row(session, measurement_id))


def list_measurements(session: Session, mentee_id: UUID) -> tuple[ExternalMeasurement, ...]:
    """Oldest first."""
    query = select(ExternalMeasurementRow).where(ExternalMeasurementRow.mentee_id == mentee_id)
    rows = session.scalars(query.order_by(ExternalMeasurementRow.event_date, ExternalMeasurementRow.id))
    return tuple(value_of(ExternalMeasurement, row) for row in rows)


def _set(row: ExternalMeasurementRow, details: dict[str, Any]) -> None:
    for name, value in details.items():
        if name in ("name", "value"):
            value = wording.line(name, value, required=name == "name")
        elif name == "note":
            value = wording.text(name, value)
        elif name not in _PLAIN:
            raise TypeError(f"a measurement has no {name}")
        setattr(row, name, value)


def _check(session: Session, row: ExternalMeasurementRow) -> None:
    check_not_future("event_date", row.event_date, session.info["clock"].today())
    check_after_birth("event_date", row.event_date, birth_of(session, row.mentee_id))
    if row.info_class in hidden_for(session, row.mentee_id):
        raise InputError("name", "youth_duty_hides")
    if row.enrolment_id is not None and enrolment_row(session, row.enrolment_id).mentee_id != row.mentee_id:
        raise NotFoundError("enrolment_unknown")
    if row.attachment_id is not None and attachment_row(session, row.attachment_id).mentee_id != row.mentee_id:
        raise NotFoundError("attachment_unknown")


def _row(session: Session, measurement_id: UUID) -> ExternalMeasurementRow:
    row = session.get(ExternalMeasurementRow, measurement_id)
    if row is None:
        raise NotFoundError("measurement_unknown")
    return row
