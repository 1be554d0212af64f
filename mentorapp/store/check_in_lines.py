"""The caseworkers with the mentees that each has, and the regular talks with them (S8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentorapp.domain.disclosures import CheckIn
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.network import Contact, NetworkRole
from mentorapp.domain.reminders import Person

from .address_book import contacts_by_id
from .attention import person_of
from .check_ins import list_check_ins
from .overviews import list_lines
from .tables.mentees import MenteeRow
from .tables.network import NetworkLinkRow

LEAD_DAYS = 5
_NOW = frozenset({EnrolmentStatus.ACTIVE, EnrolmentStatus.PAUSED, EnrolmentStatus.AFTER_SUPPORT})


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """`check_in` is None until it is settled how often; `due` five days ahead."""

    contact: Contact
    people: tuple[Person, ...]
    check_in: CheckIn | None
    due: bool


def list_check_in_lines(session: Session) -> tuple[CheckInLine, ...]:
    """Those with a day first, the nearest before; then by name. Of somebody who has died nothing is said (F 33)."""
    today = session.info["clock"].today()
    living = {line.mentee_id: person_of(line) for line in list_lines(session) if line.status in _NOW}
    for key in session.scalars(select(MenteeRow.id).where(MenteeRow.deceased_on.is_not(None))):
        living.pop(key, None)
    people: dict[UUID, dict[UUID, Person]] = {}
    for row in _caseworkers(session, today):
        if row.contact_id is not None and row.mentee_id in living:
            people.setdefault(row.contact_id, {})[row.mentee_id] = living[row.mentee_id]
    contacts = {key: one for key, one in contacts_by_id(session, people).items() if not one.has_left(today)}
    settled = {one.contact_id: one for one in list_check_ins(session)}
    soon = today + timedelta(days=LEAD_DAYS)
    lines = []
    for key, contact in contacts.items():
        check_in = settled.get(contact.id)
        due = check_in is not None and check_in.next_on is not None and check_in.next_on <= soon
        lines.append(CheckInLine(contact, tuple(people[key].values()), check_in, due))
    return tuple(sorted(lines, key=_nearest))


def _caseworkers(session: Session, day: date) -> Iterable[NetworkLinkRow]:
    """The roles of caseworkers that hold on `day`."""
    link = NetworkLinkRow
    query = select(link).where(link.role == NetworkRole.CASEWORKER, link.contact_id.is_not(None))
    query = query.where(or_(link.from_date.is_(None), link.from_date <= day))
    return session.scalars(query.where(or_(link.to_date.is_(None), link.to_date >= day)).order_by(link.id))


def _nearest(line: CheckInLine) -> tuple[bool, int, str]:
    day = line.check_in.next_on if line.check_in else None
    return day is None, day.toordinal() if day else 0, line.contact.name
