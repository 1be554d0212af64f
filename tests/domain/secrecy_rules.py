"""D.2 typed a second time from the specification, as it stands there, and a slow way to say what it lets through.

Nothing here looks at `matrix` or at the gate of `sharing`: it is what they are compared with.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from mentorapp.domain.consents import Consent, ConsentKind, Direction
from mentorapp.domain.sharing import Audience, Block, Choices, InfoClass, Recipient, Template

COLUMNS = ("mentee", "guardian", "caseworker", "employer", "school", "care", "new_mentor", "supervision", "statistics")
TABLE = """
ID       | A  | A | C | C  | C  | C | C+ | alias   | X
CONTACT  | A  | C | C | T  | T  | T | C+ | X       | X
IDNUM    | T  | T | T | X  | T  | T | C+ | X       | X
PLAN     | A  | C | C | Tw | C  | C | C+ | alias   | counts
PRESENCE | A  | C | C | Co | Co | T | C+ | alias   | counts
WORK     | A  | C | C | Co | T  | T | C+ | alias   | counts
EDU      | A  | C | C | X  | C  | T | C+ | alias   | counts
INCOME   | A  | C | C | X  | T  | T | C+ | X       | counts
HEALTH   | A  | T | T | X  | T  | C | T  | alias T | counts
SOCIAL   | A  | T | T | X  | X  | T | T  | alias T | counts
RATING   | A  | T | C | X  | T  | T | C+ | alias   | counts
ALLIANCE | A  | X | X | X  | X  | X | C+ | alias   | counts
VIOLENCE | ar | X | T | X  | X  | T | T  | X       | X
LOCATION | T  | X | T | X  | X  | T | T  | X       | X
THIRD    | X  | X | X | X  | X  | X | X  | X       | X
PRIVATE  | X  | X | X | X  | X  | X | X  | X       | X
"""
"""A, C, T, X as in D.2; o: one's own only, w: what is marked as of use at work only, +: free within the same
organisation, ar: where the mentee asks for everything. The figures of the last column leave as counts, never as
blocks; THIRD is for nobody since "own words only" are in the classes of what they are about."""


@cache
def cell(audience: Audience, info_class: InfoClass) -> str:
    if audience is Audience.OTHER or audience is Audience.STATISTICS:
        return "X"
    for line in TABLE.strip().splitlines():
        name, *cells = (part.strip() for part in line.split("|"))
        if name == info_class.value:
            return cells[COLUMNS.index(audience.value)]
    raise KeyError(info_class)


def may_see(
    block: Block,
    template: Template,
    recipient: Recipient,
    choices: Choices,
    consents: Iterable[Consent],
    days: Iterable[date],
) -> bool:
    """Whether a block that stands for itself may be shown, read off the table."""
    if recipient.audience not in template.audiences:
        return False
    if block.item and block.item in choices.left_out:
        return False
    own = block.about is not None and block.about in recipient.own
    carried = {block.info_class, *block.also}
    if recipient.audience in (Audience.EMPLOYER, Audience.SCHOOL):
        carried |= block.outward
    if own and block.info_class is not InfoClass.LOCATION:
        carried -= {InfoClass.LOCATION}
    held, dates = tuple(consents), tuple(days)
    return all(_class_passes(block, one, template, recipient, choices, held, dates, own) for one in carried)


def _class_passes(
    block: Block,
    info_class: InfoClass,
    template: Template,
    recipient: Recipient,
    choices: Choices,
    consents: tuple[Consent, ...],
    days: tuple[date, ...],
    own: bool,
) -> bool:
    if block.invitation and own and info_class is InfoClass.PRESENCE:
        return True
    found = cell(recipient.audience, info_class)
    item = bool(block.item) and block.item in choices.items
    ticked = item or info_class in choices.classes
    if found == "X":
        return False
    if recipient.audience is Audience.MENTEE:
        if found == "ar":
            return template.access_request and ticked
        return ticked if found == "T" or info_class in template.ticked else True
    if found in ("A", "alias"):
        return True
    if found == "alias T":
        return item
    if found == "C+" and recipient.internal:
        return True
    if "o" in found and not own:
        return False
    if "w" in found and not block.workplace_relevant:
        return False
    agreed = bool(days) and all(any(_agreed(one, recipient, info_class, day) for one in consents) for day in days)
    return agreed and (item or not found.startswith("T"))


def _agreed(consent: Consent, recipient: Recipient, info_class: InfoClass, day: date) -> bool:
    """B.4: of secrecy, to give, about the class, on that day, not taken back, for this one."""
    if consent.kind is not ConsentKind.SECRECY or consent.direction is Direction.RECEIVE:
        return False
    if consent.withdrawn_at is not None or not consent.valid_from <= day <= consent.valid_to:
        return False
    if info_class not in consent.scope:
        return False
    if consent.recipient_contact_id is not None:
        return consent.recipient_contact_id == recipient.contact_id
    unit = consent.recipient_organisation_id
    nobody_named = recipient.contact_id is None and recipient.organisation_id == unit
    return unit is not None and (nobody_named or recipient.unit_id == unit)
