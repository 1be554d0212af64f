"""In words for the mentor: why a consent opens nothing. Never for paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .consents import Consent, ConsentKind, Direction
from .matrix import InfoClass
from .sharing import Recipient


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
