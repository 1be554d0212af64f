"""What is around a sample person: people, money, support by others, milestones; from `resources/sample/case`.

A name that stands nowhere else in the files is a KeyError, so that a slip is found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.occupation import Occupation
from mentorapp.domain.plans import Who
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.safety import Asked
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.incomes import add_income, set_income_state
from mentorapp.store.interventions import add_intervention, set_intervention_state
from mentorapp.store.milestones import add_milestone
from mentorapp.store.network import add_link
from mentorapp.store.obstacles import add_obstacle, clear_obstacle
from mentorapp.store.occupations import add_occupation
from mentorapp.store.residences import add_municipality
from mentorapp.store.routines import set_routine_item
from mentorapp.store.safety_questions import add_question
from mentorapp.store.vocational_profiles import change_vocational_profile
from mentorapp.store.youth_duties import add_youth_duty

from .days import Days

Record = Mapping[str, Any]


@dataclass(slots=True)
class Place:
    """Organisations and contacts of the set by their short names."""

    organisations: dict[str, UUID] = field(default_factory=dict)
    contacts: dict[str, UUID] = field(default_factory=dict)


def add_place(session: Session, record: Record, days: Days) -> Place:
    """The register that all sample people share."""
    place = Place()
    for name, one in record.get("organisation", {}).items():
        place.organisations[name] = add_organisation(
            session, one["name"], OrganisationKind(one["kind"]), unit=one.get("unit", "")
        )
    for name, one in record.get("contact", {}).items():
        place.contacts[name] = add_contact(
            session,
            one["name"],
            title=one.get("title", ""),
            organisation_id=place.organisations[one["at"]] if "at" in one else None,
            works_until=days.maybe(one.get("until")),
        )
    return place


def add_surroundings(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> None:
    """Everything of a person that outlives an enrolment."""
    for one in record.get("municipality", ()):
        add_municipality(session, mentee, one["name"], days.maybe(one.get("from")))
    for one in record.get("link", ()):
        _add_link(session, mentee, one, place, days)
    for one in record.get("income", ()):
        _add_income(session, mentee, one, days)
    for one in record.get("intervention", ()):
        _add_intervention(session, mentee, one, place, days)
    for one in record.get("occupation", ()):
        add_occupation(session, mentee, Occupation(one["is"]), days.at(one["from"]), to_date=days.maybe(one.get("to")))
    for one in record.get("duty", ()):
        add_youth_duty(session, mentee, days.at(one["from"]), municipality=one["municipality"])
    for one in record.get("obstacle", ()):
        _add_obstacle(session, mentee, one, place, days)
    for one in record.get("milestone", ()):
        add_milestone(
            session,
            mentee,
            MilestoneKind(one["kind"]),
            days.at(one["on"]),
            kind_other=one.get("kind_other", ""),
            note=one.get("note", ""),
            mentee_wants_shown=one.get("shown", True),
        )
    for one in record.get("routine", ()):
        set_routine_item(
            session, mentee, Checklist(one["list"]), one["item"], ItemState(one["state"]), on=days.maybe(one.get("on"))
        )
    for one in record.get("safety", ()):
        add_question(
            session,
            mentee,
            Asked(one["asked"]),
            days.at(one["on"]),
            support_offered=one.get("offered", False),
            follow_up_on=days.maybe(one.get("follow_up")),
            followed_up_on=days.maybe(one.get("followed_up")),
        )
    if "profile" in record:
        change_vocational_profile(session, mentee, **record["profile"])


def _add_link(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> None:
    """`who` is a contact of the register, `at` an organisation where nobody is named yet."""
    rest = {name: record[name] for name in ("responsible_for", "appointment", "not_to_tell") if name in record}
    add_link(
        session,
        mentee,
        NetworkRole(record["role"]),
        contact_id=place.contacts[record["who"]] if "who" in record else None,
        organisation_id=place.organisations[record["at"]] if "at" in record else None,
        from_date=days.maybe(record.get("from")),
        to_date=days.maybe(record.get("to")),
        **rest,
    )


def _add_income(session: Session, mentee: UUID, record: Record, days: Days) -> None:
    income = add_income(
        session,
        mentee,
        IncomeSource(record["source"]),
        days.at(record["from"]),
        state=IncomeState(record.get("state", "granted")),
        state_on=days.maybe(record.get("state_on")),
        extent=record.get("extent"),
        decision_until=days.maybe(record.get("until")),
        to_date=days.maybe(record.get("to")),
        known_from=record.get("known_from", ""),
    )
    for state in record.get("then", ()):
        set_income_state(session, income, IncomeState(state["state"]), days.at(state["on"]))


def _add_intervention(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> None:
    rest = {name: record[name] for name in ("kind_other", "next_step", "mentor_task", "owner_name") if name in record}
    if "who" in record:
        rest["contact_id"] = place.contacts[record["who"]]
    intervention = add_intervention(
        session,
        mentee,
        InterventionKind(record["kind"]),
        record["actor"],
        state=InterventionState(record["state"]),
        since=days.at(record["since"]),
        to_date=days.maybe(record.get("to")),
        **rest,
    )
    for state in record.get("then", ()):
        set_intervention_state(session, intervention, InterventionState(state["state"]), days.at(state["on"]))


def _add_obstacle(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> None:
    owner = Who(record["owner"]) if "owner" in record else None
    contact = place.contacts[record["who"]] if "who" in record else None
    obstacle = add_obstacle(
        session,
        mentee,
        record["text"],
        ObstacleKind(record["kind"]),
        owner=owner,
        owner_contact_id=contact,
        since=days.at(record["since"]),
    )
    if "cleared" in record:
        clear_obstacle(session, obstacle, days.at(record["cleared"]))
