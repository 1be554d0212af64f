"""In words for the mentor: why a consent opens nothing, and which printed papers no longer hold. Never for paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .consents import Consent, ConsentKind, Direction
from .matrix import InfoClass, Rule, rule_for
from .meetings import outdated_by_move
from .prints import PrintRecord
from .sharing import Recipient, covers

_NEEDS = frozenset({Rule.CONSENT, Rule.CONSENT_TICKED})


class Lack(StrEnum):
    """What is the matter with consent about one class. NOT_ASKED and WITHDRAWN are told apart for the mentor only."""

    NOT_ASKED = "not_asked"
    OTHER_CLASSES = "other_classes"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    NOT_YET = "not_yet"
    NOT_THAT_DAY = "not_that_day"


@dataclass(frozen=True, slots=True)
class Lacking:
    """`on` is when it was withdrawn, ended, or begins."""

    lack: Lack
    on: date | None = None


def lacking(consents: Iterable[Consent], recipient: Recipient, info_class: InfoClass, today: date) -> Lacking:
    """Of a class that no consent opens: the nearest reason, the newest first."""
    towards = [
        one
        for one in consents
        if one.kind is ConsentKind.SECRECY and one.direction is not Direction.RECEIVE and one.is_for(recipient)
    ]
    about = [one for one in towards if info_class in one.scope]
    if not about:
        return Lacking(Lack.OTHER_CLASSES if any(one.is_valid(today) for one in towards) else Lack.NOT_ASKED)
    valid = [one for one in about if one.is_valid(today)]
    if valid:
        return Lacking(Lack.NOT_THAT_DAY, max(one.valid_to for one in valid))
    withdrawn = [one.withdrawn_at.date() for one in about if one.withdrawn_at is not None]
    if withdrawn:
        return Lacking(Lack.WITHDRAWN, max(withdrawn))
    ahead = [one.valid_from for one in about if one.valid_from > today]
    return Lacking(Lack.NOT_YET, min(ahead)) if ahead else Lacking(Lack.ENDED, max(one.valid_to for one in about))


def no_longer_holds(
    record: PrintRecord, recipient: Recipient, consents: Sequence[Consent], today: date, meeting_on: date | None
) -> bool:
    """Whether a paper that is still here should be destroyed: a class on it is no longer agreed to on its days, or its
    meeting was moved too far. What was handed over or destroyed is not asked about."""
    if record.delivered_on is not None or record.destroyed_on is not None:
        return False
    if meeting_on is not None and outdated_by_move(record.needed_on, meeting_on):
        return True
    needed = record.needed_on if meeting_on is None else meeting_on
    days = {today, needed} if needed is not None and needed >= today else {today}
    asked = (one for one in record.classes if _asks(recipient, one))
    return any(not covers(consents, recipient, one, days) for one in asked)


def _asks(recipient: Recipient, info_class: InfoClass) -> bool:
    """The name of a recipient and when to come need no consent (PRESENCE of an invitation): they are on every paper."""
    return info_class is not InfoClass.PRESENCE and rule_for(recipient.audience, info_class) in _NEEDS
