"""Verbs on what leaves outside the papers or is asked for by law, and on what was disposed of."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.disclosures import AccessRequest, Disclosure, Disposal, LegalGround, due_on
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.periods import check_not_future, check_order

from .births import birth_of
from .tables import value_of
from .tables.consents import AccessRequestRow, DisclosureRow, DisposalRow

_REQUEST_PLAIN = ("identity_checked_on", "handed_over_on", "in_person")


def add_disclosure(
    session: Session,
    mentee_id: UUID,
    event_date: date,
    *,
    recipient: str,
    ground: LegalGround,
    decided_by: str,
    reason: str,
    what: str,
    ground_other: str = "",
) -> UUID:
    """What was told without consent. Nothing of it may be left out: ground, who decided, why, what and to whom."""
    birth_of(session, mentee_id)
    check_not_future("event_date", event_date, session.info["clock"].today())
    row = DisclosureRow(
        mentee_id=mentee_id,
        event_date=event_date,
        recipient=wording.line("disclosure_recipient", recipient, required=True),
        ground=ground,
        ground_other=wording.other("ground_other", ground_other) if ground is LegalGround.OTHER_LAW else "",
        decided_by=wording.line("decided_by", decided_by, required=True),
        reason=wording.text("disclosure_reason", reason, required=True),
        what=wording.text("disclosure_what", what, required=True),
    )
    session.add(row)
    session.flush()
    return row.id


def list_disclosures(session: Session, mentee_id: UUID) -> tuple[Disclosure, ...]:
    """The latest first."""
    query = select(DisclosureRow).where(DisclosureRow.mentee_id == mentee_id)
    return tuple(value_of(Disclosure, row) for row in session.scalars(query.order_by(DisclosureRow.event_date.desc())))


def add_access_request(session: Session, mentee_id: UUID, asked_on: date, **details: Any) -> UUID:
    """Somebody asked to see what is stored; the answer is due within the time of `due_on`."""
    birth_of(session, mentee_id)
    check_not_future("asked_on", asked_on, session.info["clock"].today())
    row = AccessRequestRow(mentee_id=mentee_id, asked_on=asked_on, due_on=due_on(asked_on))
    _set_request(row, details)
    session.add(row)
    session.flush()
    return row.id


def change_access_request(session: Session, request_id: UUID, **details: Any) -> None:
    """How identity was checked, when the extract was handed over, and whether face to face."""
    row = session.get(AccessRequestRow, request_id)
    if row is None:
        raise NotFoundError("access_request_unknown")
    _set_request(row, details)


def list_access_requests(session: Session, mentee_id: UUID) -> tuple[AccessRequest, ...]:
    """The latest first."""
    query = select(AccessRequestRow).where(AccessRequestRow.mentee_id == mentee_id)
    rows = session.scalars(query.order_by(AccessRequestRow.asked_on.desc()))
    return tuple(value_of(AccessRequest, row) for row in rows)


def add_disposal(
    session: Session, rule: str, counts: Mapping[str, int], *, decided_by: str = "", persons: int = 1
) -> UUID:
    """That something was disposed of today: by which rule and how many rows of each kind, and nothing about whom."""
    row = DisposalRow(
        disposed_on=session.info["clock"].today(),
        rule=wording.line("rule", rule, required=True),
        decided_by=wording.line("decided_by", decided_by),
        persons=persons,
        counts=tuple(sorted(counts.items())),
    )
    session.add(row)
    session.flush()
    return row.id


def list_disposals(session: Session) -> tuple[Disposal, ...]:
    """The latest first."""
    query = select(DisposalRow).order_by(DisposalRow.disposed_on.desc(), DisposalRow.id.desc())
    return tuple(value_of(Disposal, row) for row in session.scalars(query))


def _set_request(row: AccessRequestRow, details: Mapping[str, Any]) -> None:
    for name, value in details.items():
        if name in _REQUEST_PLAIN:
            setattr(row, name, value)
        elif name == "identity_checked_how":
            row.identity_checked_how = wording.line(name, value)
        elif name == "note":
            row.note = wording.text(name, value)
        else:
            raise TypeError(f"a request has no field {name}")
    check_order("handed_over_on", row.asked_on, row.handed_over_on)
