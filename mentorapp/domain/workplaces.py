"""Workplaces as a bank that is used again for the next mentee, without a trace of who was there (B.9, W7).

Nothing in a workplace may be about a mentee: the page is fit to be shown to others, so a name in it is pointed out.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .network import Contact, Organisation
from .sharing import InfoClass as C

CAPACITY_MAX = 99
_SHORT_NAME = 2


@entity
class Workplace:
    """A site at an employer. `name` is what one says (Fantasihallen); `capacity` how many it has room for.

    `sector` is a code of the list SECTOR (W12); `instruction_form` how tasks are mostly given there: told, in writing,
    with pictures (W6). `put_away` hides it from the bank without touching what was.
    """

    id: UUID = internal()
    organisation_id: UUID | None = internal(default=None)
    organisation: Organisation | None = internal(default=None)
    supervisor_id: UUID | None = internal(default=None)
    supervisor: Contact | None = internal(default=None)
    name: str = classed(C.WORK)
    town: str = classed(C.WORK, default="")
    address: str = classed(C.WORK, default="")
    sector: str = classed(C.WORK, default="")
    tasks: str = classed(C.WORK, default="")
    environment: str = classed(C.WORK, default="")
    good_for: str = classed(C.WORK, default="")
    hours: str = classed(C.WORK, default="")
    travel: str = classed(C.WORK, default="")
    instruction_form: str = classed(C.WORK, default="")
    capacity: int | None = classed(C.WORK, default=None)
    last_contacted: date | None = classed(C.WORK, default=None)
    note: str = classed(C.WORK, default="")
    put_away: bool = internal(default=False)

    def texts(self) -> tuple[str, ...]:
        """Everything that is written freely, and so could name somebody."""
        return (self.name, self.tasks, self.environment, self.good_for, self.hours, self.travel, self.note)


def check_capacity(capacity: int | None) -> None:
    if capacity is not None and not 0 <= capacity <= CAPACITY_MAX:
        raise InputError("capacity", "number_range", lowest=0, highest=CAPACITY_MAX)


def named_in(texts: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Which of the names stand as words of their own in the texts, whatever their case, also with a genitive s.

    Names of two letters (Bo, My) must have their capital: in small letters they are other words.
    """
    joined = unicodedata.normalize("NFC", "\n".join(texts))
    found = []
    for name in dict.fromkeys(unicodedata.normalize("NFC", one.strip()) for one in names):
        case = re.IGNORECASE if len(name) > _SHORT_NAME else re.NOFLAG
        if len(name) >= _SHORT_NAME and re.search(rf"(?<!\w){re.escape(name)}(?:s|['’]s)?(?!\w)", joined, case):
            found.append(name)
    return tuple(found)
