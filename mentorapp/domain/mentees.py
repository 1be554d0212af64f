"""The person supported: what is kept about a mentee, and the rules about it."""

import secrets
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from .calendar import age_on
from .errors import InputError
from .fields import classed, entity, internal
from .periods import check_after_birth, check_not_future
from .sharing import InfoClass as C

SUPPORT_MONTHS_MAX = 600
OLDEST_BIRTH_YEAR = 1900
_MOVE_AHEAD = timedelta(days=366)
_ALIAS_LETTERS = "ACDEFGHJKLMNPQRSTUVWXYZ"


class Pronoun(StrEnum):
    HON = "hon"
    HAN = "han"
    HEN = "hen"
    OTHER = "other"
    UNKNOWN = "unknown"


class Gender(StrEnum):
    """Self-stated, never derived from an identity number."""

    WOMAN = "woman"
    MAN = "man"
    NON_BINARY = "non_binary"
    OTHER = "other"
    UNDISCLOSED = "undisclosed"


class IdNumberType(StrEnum):
    NONE = "none"
    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    RESERVE = "reserve"


class ProtectedIdentity(StrEnum):
    NONE = "none"
    SEKRETESSMARKERING = "sekretessmarkering"
    SKYDDAD_FOLKBOKFORING = "skyddad_folkbokforing"
    FINGERADE = "fingerade"


class Education(StrEnum):
    UNKNOWN = "unknown"
    NONE_COMPLETED = "none_completed"
    PRIMARY = "primary"
    UPPER_SECONDARY_INCOMPLETE = "upper_secondary_incomplete"
    UPPER_SECONDARY = "upper_secondary"
    FOLK_HIGH_SCHOOL = "folk_high_school"
    POST_SECONDARY = "post_secondary"
    FOREIGN_UNKNOWN = "foreign_unknown"


@entity
class FormerName:
    """A name used until a day; found by search, never printed."""

    id: UUID | None = internal(default=None)
    name: str = internal()
    until: date = internal()


@entity
class FormerNumber:
    """An identity number until a day, such as a samordningsnummer before the personnummer (F 4); never printed."""

    id: UUID = internal()
    id_number_type: IdNumberType = internal()
    id_number: str = internal()
    until: date = internal()


@entity
class Address:
    """Where the mentee lived from a day on; without a day, as far back as is known."""

    id: UUID | None = internal(default=None)
    address: str = classed(C.CONTACT)
    from_date: date | None = classed(C.CONTACT, default=None)


@entity
class Municipality:
    """The home municipality from a day on; the enrolling one is the one at start."""

    id: UUID | None = internal(default=None)
    name: str = classed(C.CONTACT)
    from_date: date | None = classed(C.CONTACT, default=None)


Place = TypeVar("Place", Address, Municipality)


@entity
class Mentee:
    """Everything kept about a person. A mentee can be saved with a preferred name alone.

    `erase_on` is the day from which somebody who said no is to be erased (a setting; the program never does it alone).
    """

    id: UUID = internal()
    preferred_name: str = classed(C.ID)
    family_name: str = classed(C.ID, default="")
    former_names: tuple[FormerName, ...] = internal(default=())
    pronoun: Pronoun = classed(C.ID, default=Pronoun.UNKNOWN)
    pronoun_other: str = classed(C.ID, default="")
    gender: Gender = classed(C.ID, default=Gender.UNDISCLOSED)
    gender_other: str = classed(C.ID, default="")
    birth_date: date | None = classed(C.ID, default=None)
    birth_year: int | None = classed(C.ID, default=None)
    id_number_type: IdNumberType = classed(C.IDNUM, default=IdNumberType.NONE)
    id_number: str = classed(C.IDNUM, default="")
    id_number_unchecked: bool = internal(default=False)
    protected_identity: ProtectedIdentity = classed(C.LOCATION, default=ProtectedIdentity.NONE)
    safe_contact: str = classed(C.CONTACT, default="")
    phones: tuple[str, ...] = classed(C.CONTACT, default=())
    email: str = classed(C.CONTACT, default="")
    addresses: tuple[Address, ...] = classed(C.CONTACT, default=())
    municipalities: tuple[Municipality, ...] = classed(C.CONTACT, default=())
    interpreter_language: str = classed(C.ID, default="")
    needs_easy_read: bool = classed(C.ID, default=False)
    communication_needs: str = classed(C.ID, default="")
    highest_education: Education = classed(C.EDU, default=Education.UNKNOWN)
    public_support_months_before: int | None = classed(C.INCOME, default=None)
    display_alias: str = internal(default="")
    deceased_on: date | None = internal(default=None)
    erase_on: date | None = internal(default=None)

    @property
    def full_name(self) -> str:
        return f"{self.preferred_name} {self.family_name}".strip()

    @property
    def is_protected(self) -> bool:
        return self.protected_identity is not ProtectedIdentity.NONE

    @property
    def born(self) -> date | None:
        """The day that ages are counted from: of the birth year alone its first, so that it is the age reached that
        year."""
        if self.birth_date is not None or self.birth_year is None:
            return self.birth_date
        return date(self.birth_year, 1, 1)

    def age(self, day: date) -> int | None:
        """Whole years on `day`."""
        return None if self.born is None else age_on(self.born, day)

    def municipality_on(self, day: date) -> str:
        place = _valid_on(self.municipalities, day)
        return "" if place is None else place.name

    def address_on(self, day: date) -> str:
        place = _valid_on(self.addresses, day)
        return "" if place is None else place.address

    def place_class(self) -> C:
        """Places of a protected person carry LOCATION, all others PRESENCE (invariant of B.2)."""
        return C.LOCATION if self.is_protected else C.PRESENCE


def _valid_on(places: tuple[Place, ...], day: date) -> Place | None:
    valid = [p for p in places if p.from_date is None or p.from_date <= day]
    return max(reversed(valid), key=lambda p: p.from_date or date.min, default=None)


def stops_reminders(mentee: Mentee) -> bool:
    """After a death nothing reminds of anything, and no letter is written (F 33). What was, stays readable."""
    return mentee.deceased_on is not None


def new_alias() -> str:
    """Two letters and three digits, "QT 412": nothing in it comes from the person."""
    letters = "".join(secrets.choice(_ALIAS_LETTERS) for _ in range(2))
    return f"{letters} {secrets.randbelow(900) + 100}"


def check_birth(birth_date: date | None, birth_year: int | None, today: date) -> None:
    """Refuses a birth in the future or before 1900."""
    year = birth_date.year if birth_date else birth_year
    if (birth_date and birth_date > today) or (year is not None and year > today.year):
        raise InputError("birth_date", "birth_in_future")
    if year is not None and year < OLDEST_BIRTH_YEAR:
        raise InputError("birth_date", "birth_too_early", year=OLDEST_BIRTH_YEAR)


def check_support_months(months: int | None) -> None:
    if months is not None and not 0 <= months <= SUPPORT_MONTHS_MAX:
        raise InputError("public_support_months_before", "support_months_range", highest=SUPPORT_MONTHS_MAX)


def check_move(from_date: date | None, birth_date: date | None, today: date) -> None:
    """A move may be planned, up to a year ahead."""
    check_after_birth("from_date", from_date, birth_date)
    if from_date is not None and from_date > today + _MOVE_AHEAD:
        raise InputError("from_date", "move_far_ahead")


def check_death(deceased_on: date | None, birth_date: date | None, today: date) -> None:
    check_not_future("deceased_on", deceased_on, today)
    check_after_birth("deceased_on", deceased_on, birth_date)
