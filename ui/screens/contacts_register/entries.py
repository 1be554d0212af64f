"""The rows of the register: people at work, private persons, those who have left, organisations; and how each reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.network import Contact, Organisation
from mentorapp.language.dates import full_date
from mentorapp.language.names import fits
from mentorapp.language.texts import Texts
from mentorapp.store.network import count_mentees, list_contacts, list_organisations, private_contacts
from ui.widgets.contact_chooser import about
from ui.widgets.delegates import TwoLines

DOT = " · "


class Group(StrEnum):
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PRIVATE = "private"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Entry:
    """A person or an organisation; `mentees` is around how many the person is, never around whom."""

    group: Group
    contact: Contact | None
    organisation: Organisation | None
    mentees: int
    people: int

    @property
    def key(self) -> UUID:
        found = self.contact or self.organisation
        assert found is not None
        return found.id

    @property
    def name(self) -> str:
        found = self.contact or self.organisation
        assert found is not None
        return found.name


def read_entries(session: Session, today: date) -> tuple[Entry, ...]:
    """Everybody and everything, by name within each group."""
    counts, private = count_mentees(session, today), private_contacts(session)
    contacts = list_contacts(session)
    at_work: dict[UUID, int] = {}
    for one in contacts:
        if one.organisation_id is not None and not one.has_left(today):
            at_work[one.organisation_id] = at_work.get(one.organisation_id, 0) + 1
    people = [_person(one, counts, private, today) for one in contacts]
    places = [Entry(Group.ORGANISATIONS, None, one, 0, at_work.get(one.id, 0)) for one in list_organisations(session)]
    return (*people, *places)


def _person(one: Contact, counts: Mapping[UUID, int], private: Mapping[UUID, object], today: date) -> Entry:
    group = Group.PRIVATE if one.id in private else Group.LEFT if one.has_left(today) else Group.PEOPLE
    return Entry(group, one, None, counts.get(one.id, 0), 0)


def shown(entries: Iterable[Entry], group: Group, sought: str) -> list[Entry]:
    """Those of the group whose name, title or organisation fits what is typed."""
    return [one for one in entries if one.group is group and fits(sought, *_words(one))]


def counts(entries: Sequence[Entry]) -> dict[Group, int]:
    return {group: sum(one.group is group for one in entries) for group in Group}


def _words(entry: Entry) -> tuple[str, ...]:
    if entry.contact is not None:
        return entry.contact.name, about(entry.contact), entry.contact.phone
    place = entry.organisation
    assert place is not None
    return place.name, place.unit, place.kind_other


def lines(texts: Texts, entry: Entry) -> TwoLines:
    """Siv Provsson / utredare, Försäkringskassan · 070-174 06 05 · slutar 15 december 2026 / hos 3 deltagare."""
    if entry.contact is not None:
        second, right = _contact_line(texts, entry.contact), ""
        if entry.mentees:
            right = texts("register.around", count=entry.mentees)
        return TwoLines(entry.name, second, letter=entry.name[:1].upper(), right=right)
    assert entry.organisation is not None
    right = texts("register.working", count=entry.people) if entry.people else ""
    return TwoLines(entry.name, _organisation_line(texts, entry.organisation), icon="office", right=right)


def _contact_line(texts: Texts, contact: Contact) -> str:
    leaves = texts("register.leaves", day=full_date(texts, contact.works_until)) if contact.works_until else ""
    return DOT.join(part for part in (about(contact), contact.phone, contact.email, leaves) if part)


def _organisation_line(texts: Texts, place: Organisation) -> str:
    kind = place.kind_other or texts(f"codes.organisation_kind_{place.kind.value}")
    name_says_it = kind.casefold() == place.name.casefold()
    return DOT.join(part for part in ("" if name_says_it else kind, place.unit, place.address, place.phone) if part)


def read_aloud(texts: Texts, entry: Entry) -> str:
    row = lines(texts, entry)
    return ", ".join(part for part in (row.title, row.second, row.right) if part)
