"""The paper of a caseworker's month (P12): a sheet for each of their mentees goes through `release()` by itself, with
that mentee's own consents; who is not let through is not on it, and the paper does not say so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.month_sheet import MONTH, MonthSheet
from mentorapp.domain.prints import number_ahead
from mentorapp.domain.reminders import Person
from mentorapp.domain.sharing import Audience, Choices, InfoClass, Recipient, Released, release
from mentorapp.domain.sheet_parts import addressee
from mentorapp.language import Texts
from mentorapp.store.address_book import get_contact
from mentorapp.store.check_in_lines import list_check_in_lines
from mentorapp.store.consents import list_consents
from mentorapp.store.month_sheets import gather_month_sheet
from mentorapp.store.print_log import next_number
from mentorapp.store.store import Store

from .addressees import To, addressee_of
from .orders import Order

PERSON = "person:"
"""What is left out of the order by this and a mentee is the whole of that mentee."""


@dataclass(frozen=True, slots=True)
class MonthPerson:
    """One of the caseworker's mentees: what may be told of the month, and whether that is anything at all."""

    person: Person
    released: Released[MonthSheet]

    @property
    def may_be_told(self) -> bool:
        return self.released.sheet.says_something


def read_month(session: Session, contact_id: UUID, month: date, *, texts: Texts) -> tuple[MonthPerson, ...]:
    """All mentees of that caseworker, those of whom nothing may be told too: for the mentor's screen."""
    today = session.info["clock"].today()
    line = next((one for one in list_check_in_lines(session) if one.contact.id == contact_id), None)
    found = []
    for person in line.people if line else ():
        whom = addressee_of(session, person.mentee_id, To(contact_id=contact_id))
        head = addressee(contact_id, whom.name, whom.organisation)
        sheet = gather_month_sheet(session, person.mentee_id, contact_id, head, month, texts=texts)
        consents = list_consents(session, person.mentee_id)
        found.append(MonthPerson(person, release(sheet, MONTH, whom.recipient, Choices(), consents, {today})))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ManyTold:
    """What is drawn, and of whom it tells: for each what is there by consent."""

    pdf: bytes
    sheets: tuple[MonthSheet, ...]
    number: str
    recipient: Recipient
    name: str
    classes: frozenset[InfoClass]
    subjects: tuple[tuple[UUID, frozenset[InfoClass]], ...]


def make_month(store: Store, order: Order, draw: Callable[..., bytes], *, texts: Texts, ahead: int = 0) -> ManyTold:
    """NotFoundError for an order to nobody."""
    if order.to.contact_id is None:
        raise NotFoundError("contact_unknown")
    today = store.clock.today()
    month = order.month or today
    with store.read() as session:
        contact = get_contact(session, order.to.contact_id)
        people = read_month(session, contact.id, month, texts=texts)
        number = number_ahead(next_number(session, today), ahead)
    told = [one for one in people if one.may_be_told and f"{PERSON}{one.person.mentee_id}" not in order.left_out]
    sheets = [one.released for one in told] or [_empty(contact.id, contact.name)]
    return ManyTold(
        pdf=draw(sheets, month=month, texts=texts, number=number, printed_on=today),
        sheets=tuple(one.sheet for one in sheets),
        number=number,
        recipient=sheets[0].recipients[0],
        name=contact.name,
        classes=frozenset[InfoClass]().union(*(one.classes for one in sheets)),
        subjects=tuple((one.person.mentee_id, one.released.asked) for one in told),
    )


def _empty(contact_id: UUID, name: str) -> Released[Any]:
    """A paper that tells of nobody still says whom it is for."""
    recipient = Recipient(audience=Audience.CASEWORKER, contact_id=contact_id, own=frozenset({contact_id}))
    sheet = MonthSheet(to=addressee(contact_id, name, ""), mentor=None, person=None, facts=())
    return release(sheet, MONTH, recipient)
