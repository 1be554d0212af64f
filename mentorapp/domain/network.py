"""Organisations, the people who work there, and who is around a mentee in which role, from when until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .fields import classed, entity, internal
from .periods import check_order
from .sharing import InfoClass as C

GUARDIAN_AGE = 18


class OrganisationKind(StrEnum):
    EMPLOYMENT_SERVICE = "employment_service"
    SOCIAL_INSURANCE = "social_insurance"
    SOCIAL_SERVICES = "social_services"
    MUNICIPAL_LABOUR_UNIT = "municipal_labour_unit"
    KAA = "kaa"
    EVI = "evi"
    PRIMARY_CARE = "primary_care"
    PSYCHIATRY = "psychiatry"
    HABILITATION = "habilitation"
    SCHOOL_GYMNASIUM = "school_gymnasium"
    ADULT_EDUCATION = "adult_education"
    FOLK_HIGH_SCHOOL = "folk_high_school"
    STUDY_ASSOCIATION = "study_association"
    GUIDANCE = "guidance"
    EMPLOYER = "employer"
    SOCIAL_ENTERPRISE = "social_enterprise"
    HOUSING_SUPPORT = "housing_support"
    PROBATION = "probation"
    CSN = "csn"
    CIVIL_SOCIETY = "civil_society"
    PRIVATE = "private"
    OTHER = "other"


class NetworkRole(StrEnum):
    """What somebody is to a mentee (E20, H6). REHAB_COORDINATOR is the coordinator of sick leave and return to work."""

    CASEWORKER = "caseworker"
    REFERRER = "referrer"
    GUIDANCE_COUNSELLOR = "guidance_counsellor"
    TEACHER = "teacher"
    WORKPLACE_SUPERVISOR = "workplace_supervisor"
    HEALTH_COORDINATOR = "health_coordinator"
    HOUSING_SUPPORTER = "housing_supporter"
    CARE_CONTACT = "care_contact"
    THERAPIST = "therapist"
    REHAB_COORDINATOR = "rehab_coordinator"
    GUARDIAN = "guardian"
    GOD_MAN = "god_man"
    FORVALTARE = "forvaltare"
    NEXT_OF_KIN = "next_of_kin"
    MENTOR_OTHER = "mentor_other"
    OTHER = "other"


AUTHORITIES = (
    OrganisationKind.SOCIAL_INSURANCE,
    OrganisationKind.EMPLOYMENT_SERVICE,
    OrganisationKind.SOCIAL_SERVICES,
)
"""The authorities a mentee mostly has to do with: the network shows "saknas" where none has a named person."""

TELLS_WHERE = frozenset({
    OrganisationKind.EMPLOYER, OrganisationKind.SOCIAL_ENTERPRISE, OrganisationKind.SCHOOL_GYMNASIUM,
    OrganisationKind.ADULT_EDUCATION, OrganisationKind.FOLK_HIGH_SCHOOL,
})  # fmt: skip
"""Where one works or studies: of a protected person the name of it says where they are (F 5)."""
CARE = frozenset({OrganisationKind.PRIMARY_CARE, OrganisationKind.PSYCHIATRY, OrganisationKind.HABILITATION})
REPRESENTATIVES = frozenset({NetworkRole.GUARDIAN, NetworkRole.GOD_MAN, NetworkRole.FORVALTARE})
PRIVATE_ROLES = frozenset({NetworkRole.GUARDIAN, NetworkRole.NEXT_OF_KIN})
_HEALTH_ROLES = frozenset({NetworkRole.CARE_CONTACT, NetworkRole.THERAPIST})
_SOCIAL_ROLES = frozenset({NetworkRole.HOUSING_SUPPORTER, NetworkRole.NEXT_OF_KIN})


@entity
class Organisation:
    """A unit of an authority, a school, an employer. Shared by all mentees: nothing in it is about one of them."""

    id: UUID = internal()
    name: str = classed(C.PLAN)
    kind: OrganisationKind = classed(C.PLAN)
    kind_other: str = classed(C.PLAN, default="")
    unit: str = classed(C.PLAN, default="")
    address: str = classed(C.PLAN, default="")
    phone: str = classed(C.PLAN, default="")


@entity
class Contact:
    """A named professional or private person. `works_until` is the last day where the contact has left."""

    id: UUID = internal()
    name: str = classed(C.PLAN)
    title: str = classed(C.PLAN, default="")
    organisation_id: UUID | None = internal(default=None)
    organisation: Organisation | None = internal(default=None)
    phone: str = classed(C.PLAN, default="")
    email: str = classed(C.PLAN, default="")
    works_until: date | None = classed(C.PLAN, default=None)

    def has_left(self, day: date) -> bool:
        return self.works_until is not None and self.works_until < day


@entity
class NetworkLink:
    """Somebody's role around a mentee, [from_date, to_date]. Without a contact the organisation has no named person.

    `appointment` is what a representative may decide about; `not_to_tell` is what the mentee does not want this
    person to know, and is for the mentor's eyes only.
    """

    id: UUID = internal()
    mentee_id: UUID = internal()
    contact_id: UUID | None = internal(default=None)
    organisation_id: UUID | None = internal(default=None)
    role: NetworkRole = classed(C.PLAN)
    role_other: str = classed(C.PLAN, default="")
    responsible_for: str = classed(C.PLAN, default="")
    from_date: date | None = classed(C.PLAN, default=None)
    to_date: date | None = classed(C.PLAN, default=None)
    appointment: str = classed(C.SOCIAL, default="")
    not_to_tell: str = internal(default="")
    info_class: C = internal(default=C.PLAN)
    contact: Contact | None = internal(default=None)
    organisation: Organisation | None = internal(default=None)

    @property
    def is_missing(self) -> bool:
        """An authority without a named person: the page says "saknas"."""
        return self.contact_id is None


def link_class(role: NetworkRole, kind: OrganisationKind | None) -> C:
    """That somebody has a contact in care is HEALTH in itself; next of kin and support at home are SOCIAL."""
    if role in _HEALTH_ROLES or kind in CARE:
        return C.HEALTH
    return C.SOCIAL if role in _SOCIAL_ROLES or kind is OrganisationKind.PROBATION else C.PLAN


def is_current(link: NetworkLink, age: int | None, day: date) -> bool:
    """Whether the role holds on `day`, the mentee being `age`. A guardian's ends by itself at 18 (F 7)."""
    if (link.from_date and link.from_date > day) or (link.to_date and link.to_date < day):
        return False
    return link.role is not NetworkRole.GUARDIAN or age is None or age < GUARDIAN_AGE


def check_link(from_date: date | None, to_date: date | None) -> None:
    check_order("to_date", from_date, to_date)


def same_authority(one: Organisation, other: Organisation) -> bool:
    """Of the large authorities there is one for a mentee, whatever the office; else it is the organisation itself."""
    return one.id == other.id or (one.kind is other.kind and one.kind in AUTHORITIES)


@dataclass(frozen=True, slots=True)
class ContactChoice:
    """Who is chosen in a form: somebody known, or a name of somebody new. Neither is nobody."""

    contact_id: UUID | None = None
    new_name: str = ""

    @property
    def is_nobody(self) -> bool:
        return self.contact_id is None and not self.new_name


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """Which organisation is chosen in a form: a known one, or the name of a new one. Neither is none."""

    organisation_id: UUID | None = None
    new_name: str = ""

    @property
    def is_none(self) -> bool:
        return self.organisation_id is None and not self.new_name
