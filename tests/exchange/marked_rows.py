"""Who a marked mentee has around, and something of theirs in every class: what the words are put into."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select

from mentorapp.domain.closing import CheckState, Destination, Heading, NewClosure
from mentorapp.domain.consents import ConsentKind
from mentorapp.domain.meetings import MeetingKind, NewPoint
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.plans import DoneBy, Origin, Who
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scales import Respondent, ScaleKind, ScaleUse
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.domain.summary_sheet import PROPOSAL, PROPOSAL_CLASSES
from mentorapp.store import (
    adaptations,
    after_support,
    attachments,
    check_ins,
    closings,
    commitments,
    consents,
    enrolments,
    follow_ups,
    meeting_papers,
    meetings,
    milestones,
    network,
    obstacles,
    outcome_checks,
    placements,
    plans,
    programmes,
    protocols,
    scale_definitions,
    scale_responses,
    steps,
    workplaces,
    youth_duties,
)
from mentorapp.store.scale_responses import NewResponse
from mentorapp.store.tables import Table

C = InfoClass
_ROLES: Mapping[Audience, tuple[NetworkRole, OrganisationKind | None]] = {
    Audience.GUARDIAN: (NetworkRole.GOD_MAN, None),
    Audience.CASEWORKER: (NetworkRole.CASEWORKER, OrganisationKind.SOCIAL_INSURANCE),
    Audience.EMPLOYER: (NetworkRole.WORKPLACE_SUPERVISOR, OrganisationKind.EMPLOYER),
    Audience.SCHOOL: (NetworkRole.TEACHER, OrganisationKind.ADULT_EDUCATION),
    Audience.CARE: (NetworkRole.CARE_CONTACT, OrganisationKind.PSYCHIATRY),
    Audience.NEW_MENTOR: (NetworkRole.MENTOR_OTHER, OrganisationKind.MUNICIPAL_LABOUR_UNIT),
    Audience.OTHER: (NetworkRole.NEXT_OF_KIN, None),
}


SAID_BY_PLACE = frozenset({Audience.CASEWORKER, Audience.EMPLOYER, Audience.SCHOOL})
"""Those who have no role at the meeting: they are named with their organisation."""


def add_people(db: Any, mentee: UUID, meeting: UUID) -> tuple[dict[Audience, UUID], ...]:
    """One contact for each audience, their organisations, and each as an invitee of the meeting."""
    contacts, places, invited = {}, {}, {}
    for audience, (role, kind) in _ROLES.items():
        if kind is not None:
            places[audience] = network.add_organisation(db, f"Org {audience}", kind, unit="x", address="x", phone="x")
        contacts[audience] = network.add_contact(
            db, f"Contact {audience}", title="x", phone="1", email="a@exempel.se", organisation_id=places.get(audience)
        )
        network.add_link(db, mentee, role, contact_id=contacts[audience])
        role_there = "" if audience in SAID_BY_PLACE else "x"
        invited[audience] = meetings.add_invitee(db, meeting, contact_id=contacts[audience], role=role_there)
    check_ins.set_check_in(db, contacts[Audience.CASEWORKER], 30)
    return contacts, places, invited


def add_big_meeting(db: Any, mentee: UUID, day: date) -> UUID:
    meeting = meetings.add_meeting(
        db, mentee, MeetingKind.MULTI_PARTY, day + timedelta(days=9), place="x", purpose="x", wants_raised="x",
        wants_not_raised="x", status_reason="x", next_on=day + timedelta(days=60),
    )  # fmt: skip
    for one in PROPOSAL_CLASSES:
        meeting_papers.set_wording(db, meeting, f"{PROPOSAL}{one.value}", "x")
    meeting_papers.add_agenda_item(db, meeting, "x", owner="x", info_class=C.PLAN, workplace_relevant=True)
    return meeting


def add_consents(db: Any, mentee: UUID, employer: UUID, office: UUID) -> UUID:
    """Of all kinds; none of them opens anything for those who ask. The one that was taken back can still be printed."""
    consents.add_consent(db, mentee, kind=ConsentKind.REGISTRATION, system="x", place_of_paper="x")
    of_a_unit = consents.add_consent(db, mentee, organisation_id=office, scope=(C.PLAN,), purpose="x")
    consents.withdraw_consent(db, of_a_unit)
    consent = consents.add_consent(
        db, mentee, contact_id=employer, scope=(C.WORK,), purpose="x", place_of_paper="x", interpreter_used=True,
        interpreter_name="x",
    )  # fmt: skip
    consents.withdraw_consent(db, consent, "x")
    return consent


def add_workplace(db: Any, mentee: UUID, organisation: UUID, supervisor: UUID, day: date) -> UUID:
    """The employer's own place, where the mentee is."""
    (first, *_) = placements.list_placements(db, mentee)
    own = workplaces.add_workplace(
        db, "x", organisation_id=organisation, supervisor_id=supervisor, town="x", address="x",
        tasks="x", environment="x", good_for="x", hours="x", travel="x", note="x",
    )  # fmt: skip
    placements.add_placement(
        db, first.enrolment_id, own, first.type, day - timedelta(days=9), schedule="x", tasks="x", choice_reason="x",
        disclosure_words="x", note="x",
    )  # fmt: skip
    return own


def add_in_every_class(db: Any, mentee: UUID, meeting: UUID, day: date) -> None:
    (enrolment, *_) = [one for one in enrolments.list_enrolments(db, mentee) if one.closed_on is None]
    (plan, *_) = plans.list_plans(db, enrolment.id)
    points = []
    for one in InfoClass:
        goal = plans.add_goal(
            db, plan.id, "x", info_class=one, easy_wording="x", why="x", who="x", workplace_relevant=one is C.PLAN
        )
        done = steps.add_step(db, goal, "x", due=day, who="x", easy_text="x")
        steps.tick_step(db, done, on=day, by=DoneBy.OTHER, name="xxx", note="x")
        steps.add_step(db, goal, "x", due=day + timedelta(days=5), who="x", easy_text="x")
        if one is C.HEALTH:
            meeting_papers.set_wording(db, meeting, f"step:{done}", "x")
        for origin, at in ((Origin.PLAN, None), (Origin.MEETING, meeting)):
            commitments.add_commitment(
                db, enrolment.id, "x", who=Who.CONTACT, who_name="x", by=day + timedelta(days=3), info_class=one,
                origin=origin, origin_id=at, need="x",
            )  # fmt: skip
        meeting_papers.add_agenda_item(db, meeting, "x", owner="x", info_class=one)
        obstacles.add_obstacle(db, mentee, "x", ObstacleKind.RULES, info_class=one)
        milestones.add_milestone(db, mentee, MilestoneKind.CV_DONE, day, note="x", info_class=one)
        attachments.add_attachment(db, mentee, f"{one.value}.txt", b"x", info_class=one)
        points.append(NewPoint("x", one, workplace_relevant=one in (C.PLAN, C.WORK)))
    protocols.write_protocol(db, meeting, points)


def add_what_has_ended(db: Any, mentee: UUID, day: date) -> None:
    """An enrolment before the one that goes on, with all that belongs to an end; and a youth duty."""
    programme = next(one for one in programmes.list_programmes(db) if one.name == "SE")
    enrolment = enrolments.add_enrolment(db, mentee, programme.id, started_on=day - timedelta(days=900))
    work = after_support.start_work(
        db, enrolment, Destination.EMPLOYMENT_REGULAR, day - timedelta(days=700), place="x", contact_plan="x"
    )
    after_support.end_after_support(db, work, day - timedelta(days=600))
    headings = (Heading(destination=Destination.OTHER, primary=True, other="xxx"),)
    new = NewClosure(
        closed_on=day - timedelta(days=500), detail="other", headings=headings, reason_other="xxx", known_from="x",
        mentee_words="x", contact_after=True,
    )  # fmt: skip
    closings.close_enrolment(db, enrolment, new)
    for check in outcome_checks.list_outcome_checks(db, enrolment)[:1]:
        outcome_checks.record_check(db, check.id, CheckState.REACHED, day, destination=Destination.OTHER, note="x")
    youth_duties.add_youth_duty(
        db, mentee, day - timedelta(days=2000), to_date=day - timedelta(days=1500), municipality="x", receiver_name="x"
    )


def add_filled_forms(db: Any, mentee: UUID, workplace: UUID, supervisor: UUID, day: date) -> None:
    """Every form twice, with a comment: also the one that asks how the two of them have it together."""
    placement = next(one for one in placements.list_placements(db, mentee) if one.workplace_id == workplace)
    for scale in scale_definitions.list_scales(db):
        items = scale.items[:1] if scale.kind is ScaleKind.EXTERNAL_TOTAL else scale.items
        marks = tuple(Mark(item=one.code, value=_MIDDLE.get(scale.kind, Decimal(50))) for one in items)
        new = NewResponse(mentee_id=mentee, code=scale.code, event_date=day, marks=marks, comment="x")
        if scale.use is ScaleUse.WORKPLACE:
            new = replace(new, placement_id=placement.id)
        if scale.respondent is Respondent.SUPERVISOR:
            new = replace(new, contact_id=supervisor, placement_id=placement.id)
        for on in (day - timedelta(days=9), day):
            scale_responses.add_response(db, replace(new, event_date=on))


def add_follow_up(db: Any, mentee: UUID, workplace: UUID, day: date) -> None:
    """At the employer's own place, with both voices."""
    placement = next(one for one in placements.list_placements(db, mentee) if one.workplace_id == workplace)
    met = follow_ups.add_follow_up(
        db, placement.id, day - timedelta(days=2), mentee_words="x", agreed_changes="x", observations="x",
        next_on=day + timedelta(days=20),
    )  # fmt: skip
    adaptations.add_adaptation(db, placement.id, "x", agreed_on=day - timedelta(days=2))
    for code in ("workplace_mentee", "workplace_supervisor"):
        marks = tuple(Mark(item=one.code, value=Decimal(40)) for one in scale_definitions.get_scale(db, code).items)
        new = NewResponse(
            mentee_id=mentee, code=code, event_date=day - timedelta(days=2), marks=marks, comment="x",
            placement_id=placement.id, follow_up_id=met,
        )  # fmt: skip
        scale_responses.add_response(db, new)


_MIDDLE = {ScaleKind.EXTERNAL_LINES: Decimal(5), ScaleKind.LIKERT: Decimal(3)}


def ids_of(db: Any, table: str, **where: Any) -> tuple[UUID, ...]:
    found = Table.metadata.tables[table]
    query = select(found.c.id)
    for column, value in where.items():
        query = query.where(found.c[column] == value)
    return tuple(db.scalars(query))
