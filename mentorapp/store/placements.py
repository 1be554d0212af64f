"""Verbs on placements and their hours over time. They may overlap; more than full time together is asked about."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.periods import check_after_birth, check_not_future
from mentorapp.domain.placements import (
    EndReason,
    FormalOwner,
    HoursPeriod,
    Placement,
    PlacementType,
    check_hours,
    check_placement,
    planned_end_of,
)

from .address_book import contact_row, contacts_by_id
from .births import birth_of
from .enrolment_rows import enrolment_row
from .references import is_voided, referring_rows
from .tables import value_of
from .tables.scales import ScaleResponseRow
from .tables.workplaces import HoursPeriodRow, PlacementRow, SupportIntensityRow, WorkplaceFollowUpRow
from .word_lists import get_word
from .workplaces import note_contact_with, workplace_row, workplaces_by_id

_LINES = ("schedule",)
_TEXTS = ("tasks", "choice_reason", "disclosure_words", "note")
_Level = TypeVar("_Level", HoursPeriodRow, SupportIntensityRow)
_PLAIN = ("type", "from_date", "planned_to", "to_date", "disclosure_told_by", "disclosure_told_on",
          "certificate_given")  # fmt: skip


def add_placement(
    session: Session,
    enrolment_id: UUID,
    workplace_id: UUID,
    type_: PlacementType,
    from_date: date,
    *,
    hours_per_week: Decimal | None = None,
    **details: Any,
) -> UUID:
    """A placement from a day on, with its first hours; `details` are fields of Placement. Two weeks of introduction and
    a study visit get the end that they bring, unless one is given. The supervisor is the workplace's where none is."""
    enrolment = enrolment_row(session, enrolment_id)
    workplace = workplace_row(session, workplace_id)
    row = PlacementRow(
        mentee_id=enrolment.mentee_id,
        enrolment_id=enrolment_id,
        workplace_id=workplace.id,
        type=type_,
        from_date=from_date,
        formal_owner=FormalOwner.UNKNOWN,
    )
    details["planned_to"] = details.get("planned_to") or planned_end_of(type_, from_date)
    details.setdefault("supervisor_id", workplace.supervisor_id)
    details.setdefault("instruction_form", workplace.instruction_form)
    _set(session, row, details)
    _check(session, row)
    if hours_per_week is not None:
        check_hours(hours_per_week)
        row.hours = [HoursPeriodRow(from_date=from_date, hours_per_week=hours_per_week)]
    session.add(row)
    today = session.info["clock"].today()
    note_contact_with(session, workplace.id, min(from_date, today))
    session.flush()
    return row.id


def change_placement(session: Session, placement_id: UUID, **details: Any) -> None:
    """Fields of Placement, `workplace_id` among them. With another first day the hours and the support of that day
    begin on it too; InputError `from_date` where there is a follow-up before it."""
    row = placement_row(session, placement_id)
    before = row.from_date
    if "workplace_id" in details:
        row.workplace_id = workplace_row(session, details.pop("workplace_id")).id
    _set(session, row, details)
    _check(session, row)
    if row.from_date != before:
        for hours in _begun_before(row.hours, row.from_date, before):
            row.hours.remove(hours)
        levels = session.scalars(select(SupportIntensityRow).where(SupportIntensityRow.placement_id == row.id))
        for support in _begun_before(levels.all(), row.from_date, before):
            session.delete(support)
        _refuse_earlier_follow_up(session, row)


def _begun_before(rows: Sequence[_Level], first_day: date, before: date) -> list[_Level]:
    """Lets what holds on the new first day begin with it; what is over by then, and is to go."""
    in_order = sorted(rows, key=lambda one: one.from_date)
    begun = [one for one in in_order if one.from_date <= first_day]
    if not begun:
        begun = [one for one in in_order if one.from_date == before]
    if begun:
        begun[-1].from_date = first_day
    return begun[:-1]


def _refuse_earlier_follow_up(session: Session, row: PlacementRow) -> None:
    days = select(WorkplaceFollowUpRow.event_date).where(WorkplaceFollowUpRow.placement_id == row.id)
    first = min(session.scalars(days), default=None)
    if first is not None and first < row.from_date:
        raise InputError("from_date", "placement_followed_up_before")


def end_placement(
    session: Session, placement_id: UUID, to_date: date, reason: EndReason, *, other: str = "",
    certificate_given: bool = False,
) -> None:  # fmt: skip
    """Its last day and why; `other` says it in words where the reason is OTHER."""
    row = placement_row(session, placement_id)
    row.to_date, row.end_reason, row.certificate_given = to_date, reason, certificate_given
    row.end_reason_other = wording.other("end_reason_other", other) if reason is EndReason.OTHER else ""
    _check(session, row)


def reopen_placement(session: Session, placement_id: UUID) -> None:
    """It goes on after all."""
    row = placement_row(session, placement_id)
    row.to_date = None
    _check(session, row)


def remove_placement(session: Session, placement_id: UUID) -> None:
    """Takes away what never was; InputError `from_date` where there are follow-ups or forms of it. Voided forms stay
    with the mentee."""
    row = placement_row(session, placement_id)
    session.refresh(row)
    own = {"placement_hours", "adaptation", "support_intensity"}
    others = referring_rows(session, PlacementRow, placement_id)
    if any(one.__tablename__ not in own and not is_voided(one) for one in others):
        raise InputError("from_date", "placement_in_use")
    for one in others:
        if isinstance(one, ScaleResponseRow):
            one.placement_id = None
        elif not isinstance(one, HoursPeriodRow):
            session.delete(one)
    session.delete(row)


def set_hours(session: Session, placement_id: UUID, from_date: date, hours_per_week: Decimal) -> UUID:
    """So many hours a week from a day on; another number for a day that has one replaces it. InputError."""
    row = placement_row(session, placement_id)
    check_hours(hours_per_week)
    if from_date < row.from_date:
        raise InputError("from_date", "hours_before_placement")
    if row.to_date is not None and from_date > row.to_date:
        raise InputError("from_date", "hours_after_placement")
    found = next((one for one in row.hours if one.from_date == from_date), None)
    if found is None:
        found = HoursPeriodRow(placement_id=placement_id, from_date=from_date)
        row.hours.append(found)
    found.hours_per_week = hours_per_week
    session.flush()
    session.expire(row, ["hours"])
    return found.id


def remove_hours(session: Session, hours_id: UUID) -> None:
    found = session.get(HoursPeriodRow, hours_id)
    if found is None:
        raise NotFoundError("hours_unknown")
    placement = placement_row(session, found.placement_id)
    placement.hours.remove(found)


def get_placement(session: Session, placement_id: UUID) -> Placement:
    return _values(session, [placement_row(session, placement_id)])[0]


def list_placements(session: Session, mentee_id: UUID) -> tuple[Placement, ...]:
    """Of every enrolment of a person, the newest first."""
    query = (
        select(PlacementRow)
        .where(PlacementRow.mentee_id == mentee_id)
        .order_by(PlacementRow.from_date.desc(), PlacementRow.id.desc())
        .options(selectinload(PlacementRow.hours))
    )
    return tuple(_values(session, list(session.scalars(query))))


def placement_row(session: Session, placement_id: UUID) -> PlacementRow:
    row = session.get(PlacementRow, placement_id)
    if row is None:
        raise NotFoundError("placement_unknown")
    return row


def _set(session: Session, row: PlacementRow, details: dict[str, Any]) -> None:
    if "formal_owner" in details or "formal_owner_other" in details:
        _set_owner(row, details)
    for name, value in details.items():
        if name in _LINES:
            value = wording.line(name, value)
        elif name in _TEXTS:
            value = wording.text(name, value)
        elif name == "instruction_form":
            value = get_word(session, WordList.INSTRUCTION, value).code if value else ""
        elif name == "supervisor_id":
            value = contact_row(session, value).id if value else None
        elif name not in _PLAIN:
            raise TypeError(f"a placement has no {name}")
        setattr(row, name, value)


def _set_owner(row: PlacementRow, details: dict[str, Any]) -> None:
    row.formal_owner = details.pop("formal_owner", row.formal_owner)
    other = details.pop("formal_owner_other", row.formal_owner_other)
    is_other = row.formal_owner is FormalOwner.OTHER
    row.formal_owner_other = wording.other("formal_owner_other", other) if is_other else ""


def _check(session: Session, row: PlacementRow) -> None:
    today = session.info["clock"].today()
    check_placement(row.from_date, row.planned_to, row.to_date)
    check_after_birth("from_date", row.from_date, birth_of(session, row.mentee_id))
    check_not_future("disclosure_told_on", row.disclosure_told_on, today)
    if row.to_date is None:
        row.end_reason, row.end_reason_other = None, ""
    elif row.to_date > today + timedelta(days=366):
        raise InputError("to_date", "date_in_future")


def _values(session: Session, rows: list[PlacementRow]) -> list[Placement]:
    contacts = contacts_by_id(session, {row.supervisor_id for row in rows if row.supervisor_id})
    places = workplaces_by_id(session, frozenset(row.workplace_id for row in rows))
    return [
        value_of(
            Placement,
            row,
            workplace=places[row.workplace_id],
            supervisor=contacts.get(row.supervisor_id) if row.supervisor_id else None,
            hours=tuple(value_of(HoursPeriod, one) for one in row.hours),
        )
        for row in rows
    ]
