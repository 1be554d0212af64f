"""Consents: the mentee lifts secrecy towards one recipient, about named classes, for a time (B.4).

Three kinds are kept apart and never open each other's doors: secrecy, registration in a follow-up system, and contact
after the closing. None of them is the legal basis for the mentor's own notes.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from .calendar import add_months
from .errors import InputError
from .fields import classed, entity, internal
from .network import CARE, GUARDIAN_AGE, Contact, NetworkLink, NetworkRole, Organisation, OrganisationKind
from .periods import check_order
from .sharing import Audience, Recipient, offered_scope
from .sharing import InfoClass as C

SOON_DAYS = 30
"""A consent that ends within so many days is shown as ending soon."""


class ConsentKind(StrEnum):
    SECRECY = "secrecy"
    REGISTRATION = "registration"
    CONTACT_AFTER_CLOSURE = "contact_after_closure"


class Direction(StrEnum):
    """RECEIVE is to fetch something: it lets nothing out."""

    GIVE = "give"
    RECEIVE = "receive"
    BOTH = "both"


class ConsentForm(StrEnum):
    WRITTEN = "written"
    ORAL_DOCUMENTED = "oral_documented"


class GivenBy(StrEnum):
    MENTEE = "mentee"
    MENTEE_AND_GUARDIAN = "mentee_and_guardian"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


@entity
class Consent:
    """One yes towards one recipient, [valid_from, valid_to]; `system` names the system of a registration."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID | None = internal(default=None)
    kind: ConsentKind = classed(C.PLAN, default=ConsentKind.SECRECY)
    recipient_organisation_id: UUID | None = internal(default=None)
    recipient_contact_id: UUID | None = internal(default=None)
    system: str = classed(C.PLAN, default="")
    audience: Audience = internal(default=Audience.OTHER)
    scope: tuple[C, ...] = internal(default=())
    direction: Direction = classed(C.PLAN, default=Direction.GIVE)
    purpose: str = classed(C.PLAN, default="")
    valid_from: date = classed(C.PLAN)
    valid_to: date = classed(C.PLAN)
    form: ConsentForm = classed(C.PLAN, default=ConsentForm.WRITTEN)
    given_by: GivenBy = classed(C.PLAN, default=GivenBy.MENTEE)
    signed_on: date | None = classed(C.PLAN, default=None)
    place_of_paper: str = classed(C.PLAN, default="")
    scan_id: UUID | None = internal(default=None)
    interpreter_used: bool = classed(C.PLAN, default=False)
    interpreter_name: str = classed(C.THIRD, default="")
    withdrawn_at: datetime | None = classed(C.PLAN, default=None)
    withdrawn_how: str = classed(C.PLAN, default="")
    contact: Contact | None = internal(default=None)
    organisation: Organisation | None = internal(default=None)

    def is_valid(self, day: date) -> bool:
        """Whether it can let anything out on `day`; a withdrawn one never does again."""
        return self.withdrawn_at is None and self.valid_from <= day <= self.valid_to

    def is_for(self, recipient: Recipient) -> bool:
        """A consent for one person is for that person; one for an organisation for its caseworkers (B.4)."""
        if self.recipient_contact_id is not None:
            return self.recipient_contact_id == recipient.contact_id
        if self.recipient_organisation_id is None:
            return False
        unnamed = recipient.contact_id is None and recipient.organisation_id == self.recipient_organisation_id
        return unnamed or recipient.unit_id == self.recipient_organisation_id

    def holds(self, recipient: Recipient, info_class: C, day: date) -> bool:
        lets_out = self.kind is ConsentKind.SECRECY and self.direction is not Direction.RECEIVE
        return lets_out and info_class in self.scope and self.is_for(recipient) and self.is_valid(day)

    @property
    def awaits_signature(self) -> bool:
        """Given by word of mouth only: the mentor is to get a signature."""
        return self.form is ConsentForm.ORAL_DOCUMENTED and self.signed_on is None and self.withdrawn_at is None


_SCHOOLS = frozenset({
    OrganisationKind.SCHOOL_GYMNASIUM, OrganisationKind.ADULT_EDUCATION, OrganisationKind.FOLK_HIGH_SCHOOL,
    OrganisationKind.STUDY_ASSOCIATION, OrganisationKind.GUIDANCE,
})  # fmt: skip
_AUTHORITIES = frozenset({
    OrganisationKind.EMPLOYMENT_SERVICE, OrganisationKind.SOCIAL_INSURANCE, OrganisationKind.SOCIAL_SERVICES,
    OrganisationKind.MUNICIPAL_LABOUR_UNIT, OrganisationKind.KAA, OrganisationKind.EVI, OrganisationKind.PROBATION,
    OrganisationKind.HOUSING_SUPPORT, OrganisationKind.CSN,
})  # fmt: skip
_BY_ROLE = {
    NetworkRole.GUARDIAN: Audience.GUARDIAN,
    NetworkRole.GOD_MAN: Audience.GUARDIAN,
    NetworkRole.FORVALTARE: Audience.GUARDIAN,
    NetworkRole.MENTOR_OTHER: Audience.NEW_MENTOR,
    NetworkRole.WORKPLACE_SUPERVISOR: Audience.EMPLOYER,
    NetworkRole.TEACHER: Audience.SCHOOL,
    NetworkRole.CARE_CONTACT: Audience.CARE,
    NetworkRole.THERAPIST: Audience.CARE,
    NetworkRole.NEXT_OF_KIN: Audience.OTHER,
}


def audience_of(role: NetworkRole | None, kind: OrganisationKind | None) -> Audience:
    """Which column of D.2 somebody stands in: by the role around this mentee, else by the organisation."""
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    if kind in (OrganisationKind.EMPLOYER, OrganisationKind.SOCIAL_ENTERPRISE):
        return Audience.EMPLOYER
    if kind in _SCHOOLS:
        return Audience.SCHOOL
    if kind in CARE:
        return Audience.CARE
    return Audience.CASEWORKER if kind in _AUTHORITIES else Audience.OTHER


@dataclass(frozen=True, slots=True)
class ConsentLimits:
    """How long a consent is given for as it is offered, and at most, in months: settings, since the law leaves them
    open."""

    usual_months: int = 6
    most_months: int = 12


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def usual_end(today: date, born: date | None, limits: ConsentLimits) -> date:
    """The usual time; of somebody under 18 not past the day before the birthday, when it is to be given anew (F 7)."""
    end = months_after(today, limits.usual_months) - timedelta(days=1)
    if born is None:
        return end
    grown = add_months(born, 12 * GUARDIAN_AGE)
    return min(end, grown - timedelta(days=1)) if grown > today else end


def check_consent(
    kind: ConsentKind, audience: Audience, scope: Collection[C], first: date, last: date, limits: ConsentLimits
) -> None:
    """Refuses what cannot be agreed to: nothing at all, more than the ceiling lets through, or for too long."""
    check_order("valid_to", first, last)
    if last > months_after(first, limits.most_months):
        raise InputError("valid_to", "consent_too_long", months=limits.most_months)
    if kind is not ConsentKind.SECRECY:
        return
    if not scope:
        raise InputError("scope", "consent_about_nothing")
    if not set(scope) <= set(offered_scope(audience)):
        raise InputError("scope", "consent_above_ceiling")


class Standing(StrEnum):
    """How it stands with one recipient. Never-asked and withdrawn are told apart for the mentor only."""

    COVERS = "covers"
    ORAL = "oral"
    ENDS_SOON = "ends_soon"
    NOT_THAT_DAY = "not_that_day"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    NONE = "none"


def standing(consents: Iterable[Consent], recipient: Recipient, today: date, dates: Iterable[date] = ()) -> Standing:
    """What the light beside a recipient says on `today`, and on each of `dates` where there is a meeting."""
    about = [one for one in consents if one.kind is ConsentKind.SECRECY and one.is_for(recipient)]
    about = [one for one in about if one.direction is not Direction.RECEIVE]
    days = {today, *dates}
    if not any(one.is_valid(today) for one in about):
        return _without(about, today)
    if not all(any(one.is_valid(day) for one in about) for day in days):
        return Standing.NOT_THAT_DAY
    now = [one for one in about if one.is_valid(today)]
    if all(one.form is ConsentForm.ORAL_DOCUMENTED and one.signed_on is None for one in now):
        return Standing.ORAL
    last = max(one.valid_to for one in now)
    return Standing.ENDS_SOON if last < max(days) + timedelta(days=SOON_DAYS) else Standing.COVERS


@dataclass(frozen=True, slots=True)
class Light:
    """What is said beside a recipient: how it stands, and until or since which day."""

    standing: Standing
    day: date | None = None


def light_of(consents: Iterable[Consent], recipient: Recipient, today: date, dates: Iterable[date] = ()) -> Light:
    """The standing with its day: the last one it holds, that of the withdrawal, or the one it ended on."""
    about = [one for one in consents if one.kind is ConsentKind.SECRECY and one.is_for(recipient)]
    about = [one for one in about if one.direction is not Direction.RECEIVE]
    found = standing(about, recipient, today, dates)
    if found is Standing.WITHDRAWN:
        return Light(found, max(one.withdrawn_at.astimezone().date() for one in about if one.withdrawn_at is not None))
    if found is Standing.ENDED:
        return Light(found, max(one.valid_to for one in about if one.valid_to < today))
    now = [one.valid_to for one in about if one.is_valid(today)]
    return Light(found, max(now, default=None))


@dataclass(frozen=True, slots=True)
class Lost:
    """What was let out to a recipient until `day` and is not any more: taken back, or run out."""

    classes: tuple[C, ...]
    day: date


def lost_of(consents: Iterable[Consent], recipient: Recipient, today: date) -> Lost | None:
    """What a recipient who still sees something has lost within `SOON_DAYS`: the part of a yes that the light of the
    whole cannot show."""
    about = [one for one in consents if one.kind is ConsentKind.SECRECY and one.is_for(recipient)]
    about = [one for one in about if one.direction is not Direction.RECEIVE]
    held = {info_class for one in about if one.is_valid(today) for info_class in one.scope}
    if not held:
        return None
    first = today - timedelta(days=SOON_DAYS)
    over = [one for one in about if not one.is_valid(today) and first <= _last_day(one) <= today]
    ended = [(_last_day(one), one.scope) for one in over]
    lost = {info_class: day for day, scope in sorted(ended) for info_class in scope if info_class not in held}
    if not lost:
        return None
    return Lost(tuple(one for one in C if one in lost), max(lost.values()))


def _last_day(consent: Consent) -> date:
    """The day it was taken back or, where it was not, the last one it held."""
    return consent.valid_to if consent.withdrawn_at is None else consent.withdrawn_at.astimezone().date()


def state_of(consent: Consent, today: date) -> Light:
    """How it stands with one consent of any kind, by itself."""
    if consent.withdrawn_at is not None:
        return Light(Standing.WITHDRAWN, consent.withdrawn_at.astimezone().date())
    if consent.valid_to < today:
        return Light(Standing.ENDED, consent.valid_to)
    if consent.valid_from > today:
        return Light(Standing.NOT_THAT_DAY, consent.valid_from)
    if consent.awaits_signature:
        return Light(Standing.ORAL, consent.valid_to)
    soon = consent.valid_to < today + timedelta(days=SOON_DAYS)
    return Light(Standing.ENDS_SOON if soon else Standing.COVERS, consent.valid_to)


def new_since(consent: Consent, links: Iterable[NetworkLink], today: date) -> tuple[NetworkLink, ...]:
    """Caseworkers who came to the unit after a consent for it was given: it holds for them, and the mentee is to know
    of them (F 12)."""
    if consent.recipient_organisation_id is None or not consent.is_valid(today):
        return ()
    return tuple(
        link
        for link in links
        if link.contact is not None
        and link.from_date is not None
        and consent.valid_from < link.from_date <= today
        and (link.to_date is None or link.to_date >= today)
        and consent.recipient_organisation_id in (link.organisation_id, link.contact.organisation_id)
        and audience_of(link.role, link.organisation.kind if link.organisation else None) is Audience.CASEWORKER
    )


def check_giver(given_by: GivenBy, age: int | None, roles: Collection[NetworkRole]) -> None:
    """A guardian signs for somebody under 18 only, and a representative where there is one appointed (F 7, F 8)."""
    if given_by in (GivenBy.GUARDIAN, GivenBy.MENTEE_AND_GUARDIAN) and age is not None and age >= GUARDIAN_AGE:
        raise InputError("given_by", "consent_guardian_of_adult")
    if given_by is GivenBy.REPRESENTATIVE and not {NetworkRole.GOD_MAN, NetworkRole.FORVALTARE} & set(roles):
        raise InputError("given_by", "consent_no_representative")


def _without(about: list[Consent], today: date) -> Standing:
    if any(one.withdrawn_at is not None for one in about):
        return Standing.WITHDRAWN
    return Standing.ENDED if any(one.valid_to < today for one in about) else Standing.NONE
