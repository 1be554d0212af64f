"""The register that generated people share: the invented organisations over again by number, and who works there."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.store.tables.network import ContactRow, OrganisationRow

from .provkoping import read
from .rows import Ids, Rows

_PEOPLE_PER_PLACE = 8
"""So many mentees share the contacts of one round through the organisations."""

_ROLES = {
    OrganisationKind.ADULT_EDUCATION: NetworkRole.TEACHER,
    OrganisationKind.FOLK_HIGH_SCHOOL: NetworkRole.TEACHER,
    OrganisationKind.SCHOOL_GYMNASIUM: NetworkRole.TEACHER,
    OrganisationKind.GUIDANCE: NetworkRole.GUIDANCE_COUNSELLOR,
    OrganisationKind.EMPLOYER: NetworkRole.WORKPLACE_SUPERVISOR,
    OrganisationKind.PRIMARY_CARE: NetworkRole.REHAB_COORDINATOR,
    OrganisationKind.PSYCHIATRY: NetworkRole.THERAPIST,
    OrganisationKind.HOUSING_SUPPORT: NetworkRole.HOUSING_SUPPORTER,
    OrganisationKind.MUNICIPAL_LABOUR_UNIT: NetworkRole.MENTOR_OTHER,
}


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the register, and what they are to a mentee."""

    contact: UUID
    organisation: UUID
    kind: OrganisationKind
    at: str

    @property
    def role(self) -> NetworkRole:
        return _ROLES.get(self.kind, NetworkRole.CASEWORKER)


def add_register(rows: Rows, ids: Ids, mentees: int, day: date, chance: random.Random) -> list[Known]:
    """Rounds through the invented organisations, each with one person, until there are enough for so many mentees."""
    place = read("provkoping.toml")
    names = [one["name"].split() for one in place["contact"].values()]
    moment = datetime.combine(day, time(8), UTC)
    known = []
    for turn in range(1 + mentees // _PEOPLE_PER_PLACE):
        for one in place["organisation"].values():
            name = f"{one['name']} {turn + 1}" if turn else one["name"]
            organisation = ids.row(moment, name=name, kind=OrganisationKind(one["kind"]), unit=one.get("unit", ""))
            rows.setdefault(OrganisationRow, []).append(organisation)
            given, family = chance.choice(names)[0], chance.choice(names)[-1]
            contact = ids.row(moment, name=f"{given} {family}", organisation_id=organisation["id"])
            rows.setdefault(ContactRow, []).append(contact)
            known.append(Known(contact["id"], organisation["id"], organisation["kind"], name))
    return known
