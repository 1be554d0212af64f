"""What may be on a paper, read off the table of the specification (`tests/domain/secrecy_rules.py`) and nothing else,
and what no paper holds at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.registration_sheet import REGISTRATION
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.exchange.orders import Kind
from tests.domain.secrecy_rules import cell
from tests.exchange.marked_case import Mark, MarkedCase

C = InfoClass


@dataclass(frozen=True)
class Asker:
    """Who asks for a paper. `internal` is a new mentor of the same organisation."""

    audience: Audience
    internal: bool = False

    def __str__(self) -> str:
        return f"{self.audience.value}{' of the same organisation' if self.internal else ''}"


THE_MENTEE = Asker(Audience.MENTEE)
IN_SUPERVISION = Asker(Audience.SUPERVISION)


@dataclass(frozen=True)
class Asked:
    """One way to ask: what was agreed to on all the days, and whether everything was ticked."""

    asker: Asker
    agreed: frozenset[InfoClass]
    ticked: bool


NEVER: Mapping[str, str] = {
    "private_note.text": "private notes have a review of their own (D.4)",
    "disclosure.*": "what was told by law is looked at case by case (D.4)",
    "meeting.wants_not_raised": "on the screen only (B.11)",
    "draft.*": "what is being typed is not stored yet",
}
"""What no paper holds, not even for the mentee who asks for everything."""


def _is_in(mark: Mark, fields: Iterable[str]) -> bool:
    return mark.field in fields or f"{mark.field.partition('.')[0]}.*" in fields


ALWAYS = frozenset({"mentor_profile.name", "mentor_profile.title", "mentor_profile.unit", "mentor_profile.phone"})
"""The mentor as prints name them."""
OF_FORMS = ("scale_item.", "scale_definition.")
OF_WORK = frozenset({C.WORK, C.RATING})
"""What the form of a supervisor asks is about nobody while it is blank; filled in, it tells of how the work goes."""
OF_A_MEETING = frozenset({"meeting.place"})
"""When and where: for whoever is invited (B.4)."""
OWN_NAMES = frozenset({"contact.name", "organisation.name", "meeting_invitee.name", "meeting_invitee.role"})
"""What a recipient is called is no news to them."""
NAMES = OWN_NAMES | {"contact.title"}
"""Who is at a meeting is known to everybody there."""


def allowed(case: MarkedCase, kind: Kind, parties: Iterable[Asked]) -> set[str]:
    """The words that may be on a paper: of one text for all parties what every one of them may see (P08)."""
    found = [{word for word, mark in case.marks.items() if _may_be(case, kind, one, mark)} for one in parties]
    return set.intersection(*found)


def _may_be(case: MarkedCase, kind: Kind, asked: Asked, mark: Mark) -> bool:
    audience = asked.asker.audience
    if audience not in kind.template.audiences or mark.owner not in (None, case.mentee):
        return False
    if mark.classes is None:
        return kind.template.access_request and not _is_in(mark, NEVER)
    if mark.field.startswith(OF_FORMS) and audience is Audience.EMPLOYER:
        return kind.template.code == "P04" or (C.WORK in asked.agreed and mark.classes <= OF_WORK)
    if mark.field in ALWAYS or _is_own_name(case, audience, mark):
        return True
    if kind.template.code == REGISTRATION.code:
        return _is_registered(case, asked, mark.classes)
    if mark.field in OF_A_MEETING and case.meeting in mark.about and audience is not Audience.MENTEE:
        return True
    own = bool(mark.about & _own(case, audience))
    at_home = C.LOCATION in mark.classes and not own
    return all(_class_may_be(kind, asked, mark, one, own) for one in mark.classes if one is not C.LOCATION or at_home)


BY_NAME = frozenset({C.ID, C.CONTACT, C.PLAN, C.EDU, C.INCOME})
"""What is registered of somebody who has said yes to it; whoever is marked has (P13)."""


def _is_registered(case: MarkedCase, asked: Asked, classes: frozenset[InfoClass]) -> bool:
    """A protected person never is by name; the number is ticked each time."""
    return not case.protected and classes <= BY_NAME | ({C.IDNUM} if asked.ticked else frozenset())


def _is_own_name(case: MarkedCase, audience: Audience, mark: Mark) -> bool:
    return mark.field in OWN_NAMES and bool(
        mark.about & {case.contacts.get(audience), case.organisations.get(audience)}
    )


def _class_may_be(kind: Kind, asked: Asked, mark: Mark, info_class: InfoClass, own: bool) -> bool:
    audience, ticked = asked.asker.audience, asked.ticked
    found = cell(audience, info_class)
    if found == "X" or (audience is Audience.SUPERVISION and info_class is C.ID):
        return False
    if audience is Audience.MENTEE:
        if found == "ar":
            return kind.template.access_request and ticked
        return ticked or (found == "A" and info_class not in kind.template.ticked)
    if found in ("A", "alias") or (found == "C+" and asked.asker.internal):
        return True
    if found == "alias T":
        return ticked
    if "o" in found and not own:
        return False
    if "w" in found and not mark.workplace_relevant and mark.field not in NAMES:
        return False
    return info_class in asked.agreed and (ticked or not found.startswith("T"))


def _own(case: MarkedCase, audience: Audience) -> set[UUID | None]:
    if audience is Audience.MENTEE:
        return set()
    places = {case.workplace} if audience is Audience.EMPLOYER else set[UUID | None]()
    return {case.meeting, case.organisations.get(audience), *places}
