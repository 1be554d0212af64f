"""A demo mentee whose every text field in the store holds a word that stands nowhere else, and people who ask to see.

The words are put in by walking the tables, so that a new field has one without anybody thinking of it; what a text
field is classed as comes from its entity, and a field of no entity fails the test.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Text, select

from mentorapp import domain
from mentorapp.domain.fields import class_of
from mentorapp.domain.meetings import MeetingKind, NewPoint
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.plans import Who
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store import (
    commitments,
    consents,
    meeting_papers,
    meetings,
    network,
    placements,
    plans,
    protocols,
    steps,
    workplaces,
)
from mentorapp.store.mentees import change_mentee
from mentorapp.store.store import Store
from mentorapp.store.tables import Table
from mentorapp.store.tables.meetings import MeetingInviteeRow
from mentorapp.store.tables.network import NetworkLinkRow, OrganisationRow
from mentorapp.store.tables.plans import GoalRow
from mentorapp.store.tables.types import JsonTuple
from tests.store.test_everything_survives import fill

C = InfoClass
CODES = frozenset({
    "area", "code", "detail", "interpreter_language", "instruction_form", "item", "ladder_code", "media_type",
    "mirror_of", "referral_referrer_type", "round_of", "rule", "sector", "shape", "subject", "target_group", "month",
    "source", "shown_in",
})  # fmt: skip
"""Text columns that hold a code of the program or of a word list, never somebody's words."""
OF_THE_PROGRAM = frozenset({
    "draft", "journal_change", "journal_step", "list_word", "print_log", "print_subject", "programme_target",
    "scale_mark", "setting", "store_mark", "meeting_choice", "attachment_content", "decline", "snooze", "disposal",
})  # fmt: skip
"""Tables that hold nothing of a person in words of its own; drafts and journal are proven by the leak tests."""
ELSEWHERE = {
    "closure_heading": ("Heading", "other"),
    "meeting_wording": ("Meeting", "purpose"),
}
"""Rows without an entity of their own, and the field whose class they have."""
SHARED = frozenset({"contact", "organisation", "workplace", "programme", "level", "scale_definition", "scale_item",
                    "mentor_profile", "group_activity", "group_meeting"})  # fmt: skip


ABOUT = frozenset({"workplace", "meeting", "organisation", "contact"})
"""Whose a word can be: what is a recipient's own is told by these."""


@dataclass(frozen=True)
class Mark:
    """Where a word was put: its classes, whose row it is (None is nobody's), and about which workplace or meeting."""

    field: str
    classes: frozenset[InfoClass] | None
    owner: UUID | None
    about: frozenset[UUID]
    workplace_relevant: bool


@dataclass
class MarkedCase:
    mentee: UUID
    meeting: UUID
    activity: UUID
    forms: tuple[UUID, ...]
    contacts: dict[Audience, UUID]
    invitees: dict[Audience, UUID]
    organisations: dict[Audience, UUID]
    consent: UUID
    """Withdrawn long ago: it opens nothing, and its form can still be printed."""
    workplace: UUID | None = None
    marks: dict[str, Mark] = field(default_factory=dict)


@cache
def entities() -> dict[str, type]:
    found = {}
    for one in pkgutil.iter_modules(domain.__path__):
        module = importlib.import_module(f"{domain.__name__}.{one.name}")
        for kind in vars(module).values():
            if isinstance(kind, type) and is_dataclass(kind) and any(f.metadata for f in fields(kind)):
                found[kind.__name__] = kind
    return found


def class_of_column(row: type, column: str) -> InfoClass | None:
    """KeyError for a text column that no entity classes: then it can be printed by nobody's decision."""
    table = row.__tablename__  # type: ignore[attr-defined]
    if table in ELSEWHERE:
        name, column = ELSEWHERE[table]
        return class_of(entities()[name], column)
    if column.startswith("referral_"):
        return class_of(entities()["Referral"], column.removeprefix("referral_"))
    try:
        return class_of(entities()[row.__name__.removesuffix("Row")], column)
    except StopIteration:
        raise KeyError(f"{table}.{column} has no class") from None


def text_columns() -> Iterator[tuple[type, str, bool]]:
    """Every column that holds words: the row, the column, and whether it is a list of words."""
    for mapper in Table.registry.mappers:
        row = mapper.class_
        if row.__tablename__ in OF_THE_PROGRAM:
            continue
        for column in mapper.columns:
            many = isinstance(column.type, JsonTuple) and column.key == "phones"
            if (isinstance(column.type, Text) or many) and column.key not in CODES:
                yield row, column.key, many


def marked_case(store: Store, day: date) -> MarkedCase:
    """Everything that the test of the store writes, more of it in every class, and then a word in every text."""
    mentee = fill(store, day)
    with store.write("filled") as db:
        change_mentee(db, mentee, protected_identity=ProtectedIdentity.NONE)
        case = _people(db, mentee, day)
        _in_every_class(db, case, day)
    with store.write("filled") as db:
        _mark(db, case)
    return case


_ROLES = {
    Audience.GUARDIAN: (NetworkRole.GOD_MAN, None),
    Audience.CASEWORKER: (NetworkRole.CASEWORKER, OrganisationKind.SOCIAL_INSURANCE),
    Audience.EMPLOYER: (NetworkRole.WORKPLACE_SUPERVISOR, OrganisationKind.EMPLOYER),
    Audience.SCHOOL: (NetworkRole.TEACHER, OrganisationKind.ADULT_EDUCATION),
    Audience.CARE: (NetworkRole.CARE_CONTACT, OrganisationKind.PSYCHIATRY),
    Audience.NEW_MENTOR: (NetworkRole.MENTOR_OTHER, OrganisationKind.MUNICIPAL_LABOUR_UNIT),
    Audience.OTHER: (NetworkRole.NEXT_OF_KIN, None),
}


def _people(db: Any, mentee: UUID, day: date) -> MarkedCase:
    contacts, places, invited = {}, {}, {}
    meeting = meetings.add_meeting(
        db, mentee, MeetingKind.MULTI_PARTY, day + timedelta(days=9), place="x", purpose="x", wants_raised="x",
        wants_not_raised="x", status_reason="x", next_on=day + timedelta(days=60),
    )  # fmt: skip
    for audience, (role, kind) in _ROLES.items():
        if kind is not None:
            places[audience] = network.add_organisation(db, f"Org {audience}", kind, unit="x", address="x", phone="x")
        contacts[audience] = network.add_contact(
            db, f"Contact {audience}", title="x", phone="1", email="a@exempel.se", organisation_id=places.get(audience)
        )
        network.add_link(db, mentee, role, contact_id=contacts[audience])
        invited[audience] = meetings.add_invitee(db, meeting, contact_id=contacts[audience], role="x")
    forms = tuple(db.scalars(select(Table.metadata.tables["scale_definition"].c.id)))
    activity = db.scalar(select(Table.metadata.tables["group_activity"].c.id))
    consent = consents.add_consent(db, mentee, contact_id=contacts[Audience.EMPLOYER], scope=(C.WORK,), purpose="x")
    consents.withdraw_consent(db, consent)
    return MarkedCase(mentee, meeting, activity, forms, contacts, invited, places, consent)


def _in_every_class(db: Any, case: MarkedCase, day: date) -> None:
    employer = case.contacts[Audience.EMPLOYER]
    (first, *_) = placements.list_placements(db, case.mentee)
    own = workplaces.add_workplace(
        db, "x", organisation_id=case.organisations[Audience.EMPLOYER], supervisor_id=employer, town="x", address="x",
        tasks="x", environment="x", good_for="x", hours="x", travel="x", note="x",
    )  # fmt: skip
    case.workplace, enrolment = own, first.enrolment_id
    placements.add_placement(
        db, enrolment, own, first.type, day - timedelta(days=9), schedule="x", tasks="x", choice_reason="x",
        disclosure_words="x", note="x",
    )  # fmt: skip
    meeting_papers.add_agenda_item(db, case.meeting, "x", owner="x", info_class=C.PLAN, workplace_relevant=True)
    (plan, *_) = plans.list_plans(db, enrolment)
    points = []
    for one in InfoClass:
        goal = plans.add_goal(
            db, plan.id, "x", info_class=one, easy_wording="x", why="x", who="x", workplace_relevant=one is C.PLAN
        )
        done = steps.add_step(db, goal, "x", due=day, who="x", easy_text="x")
        steps.tick_step(db, done, on=day, note="x")
        steps.add_step(db, goal, "x", due=day + timedelta(days=5), who="x", easy_text="x")
        commitments.add_commitment(
            db, enrolment, "x", who=Who.CONTACT, who_name="x", by=day + timedelta(days=3), info_class=one
        )
        meeting_papers.add_agenda_item(db, case.meeting, "x", owner="x", info_class=one)
        points.append(NewPoint("x", one, workplace_relevant=one in (C.PLAN, C.WORK)))
    protocols.write_protocol(db, case.meeting, points)


def _mark(db: Any, case: MarkedCase) -> None:
    for row, column, many in text_columns():
        for one in db.scalars(select(row)):
            if not getattr(one, column):
                continue
            word = f"Zqx{len(case.marks) + 1:04}w"
            setattr(one, column, (word,) if many else word)
            case.marks[word] = _mark_of(db, one, column)


def _mark_of(db: Any, row: Any, column: str) -> Mark:
    reached = _reached(db, row)
    goal = next((one for one in reached if isinstance(one, GoalRow)), None)
    by_row = getattr(row, "info_class", None) or (goal.info_class if goal else None) or _by_link(db, row)
    info_class = class_of_column(type(row), column)
    owners = {one.id for one in reached if one.__tablename__ == "mentee"}
    return Mark(
        field=f"{type(row).__tablename__}.{column}",
        classes=None if info_class is None else frozenset({by_row or info_class}),
        owner=next(iter(owners), None),
        about=frozenset(one.id for one in reached if one.__tablename__ in ABOUT),
        workplace_relevant=bool(getattr(row, "workplace_relevant", goal is not None and goal.workplace_relevant)),
    )


def _by_link(db: Any, row: Any) -> InfoClass | None:
    """Who somebody at a meeting is, is of the class of the link to them: that there is a care contact is HEALTH, that
    there is an employer is WORK."""
    if not isinstance(row, MeetingInviteeRow) or row.contact_id is None:
        return None
    place = db.get(OrganisationRow, row.organisation_id) if row.organisation_id else None
    if place is not None and place.kind is OrganisationKind.EMPLOYER:
        return C.WORK
    found = db.scalar(select(NetworkLinkRow.info_class).where(NetworkLinkRow.contact_id == row.contact_id))
    return None if found is None else InfoClass(found)


def _reached(db: Any, row: Any) -> list[Any]:
    """The row itself and all rows that it belongs to, upwards; of what many share only the first."""
    found, ahead, seen = [], [row], set()
    while ahead:
        one = ahead.pop()
        found.append(one)
        if one is not row and one.__tablename__ in SHARED:
            continue
        for column in one.__table__.columns:
            value = getattr(one, column.key)
            for key in column.foreign_keys if value is not None else ():
                parent = _parent(db, key, value)
                if parent is not None and parent.id not in seen:
                    seen.add(parent.id)
                    ahead.append(parent)
    return found


def _parent(db: Any, key: ForeignKey, value: UUID) -> Any:
    mapper = next(one for one in Table.registry.mappers if one.local_table is key.column.table)
    return db.get(mapper.class_, value)
