"""The caseworkers with the mentees that each has, and the regular talks with them (S8)."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from mentorapp.domain.disclosures import CheckIn
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.network import Contact, NetworkRole, is_current
from mentorapp.domain.reminders import Person

from .attention import person_of
from .check_ins import list_check_ins
from .mentees import get_mentee
from .network import list_links
from .overviews import list_lines

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
    contacts: dict[object, Contact] = {}
    people: dict[object, list[Person]] = {}
    for line in list_lines(session):
        mentee = get_mentee(session, line.mentee_id)
        if line.status not in _NOW or mentee.deceased_on is not None:
            continue
        for link in list_links(session, line.mentee_id):
            contact = link.contact
            if contact is None or link.role is not NetworkRole.CASEWORKER or contact.has_left(today):
                continue
            if is_current(link, mentee.age(today), today) and person_of(line) not in people.get(contact.id, []):
                contacts[contact.id] = contact
                people.setdefault(contact.id, []).append(person_of(line))
    settled = {one.contact_id: one for one in list_check_ins(session)}
    soon = today + timedelta(days=LEAD_DAYS)
    lines = []
    for key, contact in contacts.items():
        check_in = settled.get(contact.id)
        due = check_in is not None and check_in.next_on is not None and check_in.next_on <= soon
        lines.append(CheckInLine(contact, tuple(people[key]), check_in, due))
    return tuple(sorted(lines, key=_nearest))


def _nearest(line: CheckInLine) -> tuple[bool, int, str]:
    day = line.check_in.next_on if line.check_in else None
    return day is None, day.toordinal() if day else 0, line.contact.name
