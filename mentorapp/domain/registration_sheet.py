"""What P13 "Underlag för registrering" is made of: what is typed into a follow-up system at the start and at the end.

Without a consent to just that, and of a protected person always, it is anonymous: gender and year of birth and nothing
else. Every class is closed until that consent opens it; a consent to secrecy opens none of it, nor the other way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from .consents import Consent, ConsentKind
from .record_sheet import PartBlock
from .sharing import Audience, InfoClass, Template
from .sheet_parts import MentorBlock

_C = InfoClass
REGISTERED = frozenset({_C.ID, _C.CONTACT, _C.PLAN, _C.EDU, _C.INCOME})
"""What a registration by name holds; the number is ticked each time besides."""

REGISTRATION = Template("P13", 1, frozenset({Audience.MENTEE}), ticked=REGISTERED)
"""The mentor's own, about the mentee: nobody else is given it."""

REGISTER_WITHIN = timedelta(weeks=4)
"""Within how long a start or an end is to be reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationSheet:
    mentor: MentorBlock | None
    parts: tuple[PartBlock, ...]


def consent_to_register(
    consents: Iterable[Consent], enrolment_id: UUID | None, day: date, *, protected: bool
) -> Consent | None:
    """The yes that holds for this enrolment on that day; for another enrolment it was another yes."""
    if protected:
        return None
    about = (one for one in consents if one.kind is ConsentKind.REGISTRATION and one.is_valid(day))
    return next((one for one in about if one.enrolment_id in (None, enrolment_id)), None)


def opened_by(consent: Consent | None, ticks: frozenset[InfoClass]) -> frozenset[InfoClass]:
    """The classes that stand on the paper."""
    return frozenset() if consent is None else REGISTERED | (ticks & {_C.IDNUM})
