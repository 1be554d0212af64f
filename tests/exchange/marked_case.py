"""A demo mentee whose every text field in the store holds a word that stands nowhere else, and people who ask to see.

The words are put in by walking the tables, so that a new field has one without anybody thinking of it; what a text
field is classed as comes from its entity, and a field of no entity fails the test.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Text, select

from mentorapp import domain
from mentorapp.domain.fields import class_of
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.plans import Origin
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.domain.summary_sheet import PROPOSAL
from mentorapp.store.mentees import change_mentee
from mentorapp.store.store import Store
from mentorapp.store.tables import Table
from mentorapp.store.tables.meetings import MeetingInviteeRow, MeetingWordingRow
from mentorapp.store.tables.network import ContactRow, NetworkLinkRow, OrganisationRow
from mentorapp.store.tables.plans import CommitmentRow, GoalRow, StepRow
from mentorapp.store.tables.scales import ScaleDefinitionRow
from mentorapp.store.tables.types import JsonTuple
from tests.exchange.marked_rows import (
    add_big_meeting,
    add_consents,
    add_filled_forms,
    add_follow_up,
    add_in_every_class,
    add_people,
    add_what_has_ended,
    add_workplace,
    ids_of,
)
from tests.store.test_everything_survives import fill

C = InfoClass
CODES = frozenset({
    "area", "code", "detail", "interpreter_language", "instruction_form", "item", "ladder_code", "media_type",
    "mirror_of", "referral_referrer_type", "round_of", "rule", "sector", "shape", "subject", "target_group", "month",
    "source", "shown_in",
})  # fmt: skip
"""Text columns that hold a code of the program or of a word list, never somebody's words."""
NO_CODES = frozenset({"disposal.rule"})
OF_THE_PROGRAM = frozenset({
    "draft", "journal_change", "journal_step", "list_word", "print_log", "print_subject", "programme_target",
    "scale_mark", "setting", "store_mark", "meeting_choice", "attachment_content", "decline", "snooze",
})  # fmt: skip
"""Tables that hold nothing of a person in words of its own; drafts and journal are proven by the leak tests."""
ELSEWHERE = {
    "closure_heading": ("Heading", "other"),
    "meeting_wording": ("Meeting", "purpose"),
}
"""Rows without an entity of their own, and the field whose class they have."""
LISTS = frozenset({("mentee", "phones"), ("group_activity", "topics"), ("level", "step_goals")})
"""Columns that hold several texts in somebody's words."""
SHARED = frozenset({"contact", "organisation", "workplace", "programme", "level", "scale_definition", "scale_item",
                    "mentor_profile", "group_activity", "group_meeting"})  # fmt: skip


_NO_ROW = UUID(int=0)

ABOUT = frozenset({"workplace", "meeting", "organisation", "contact"})
"""Whose a word can be: what is a recipient's own is told by these."""


WHERE = frozenset({
    "mentee.phones", "mentee.email", "mentee.safe_contact", "mentee_address.address", "mentee_municipality.name",
    "workplace.name", "workplace.town", "workplace.address", "session.place", "meeting.place", "after_support.place",
    "education_support.school", "study_conference.place", "group_meeting.place", "youth_duty.municipality",
})  # fmt: skip
"""What tells where a protected person lives, works, studies or is met (B.2, F 5)."""
ORGANISATION_SAYS = frozenset({"name", "unit", "address"})
WHERE_ONE_IS = frozenset({
    OrganisationKind.EMPLOYER, OrganisationKind.SOCIAL_ENTERPRISE, OrganisationKind.SCHOOL_GYMNASIUM,
    OrganisationKind.ADULT_EDUCATION, OrganisationKind.FOLK_HIGH_SCHOOL,
})  # fmt: skip
"""Where one works or studies is where one can be found; an authority is not."""


@dataclass(frozen=True)
class Mark:
    """Where a word was put: its classes, whose row it is (None is nobody's), and about which workplace or meeting."""

    field: str
    classes: frozenset[InfoClass] | None
    owner: UUID | None
    about: frozenset[UUID]
    workplace_relevant: bool

    @property
    def in_class(self) -> str:
        """The field and the class it stands in."""
        return f"{self.field} {' '.join(sorted(self.classes or ()))}".strip()


@dataclass(kw_only=True)
class MarkedCase:
    """`consent` was withdrawn long ago: it opens nothing, and its form can still be printed."""

    mentee: UUID
    meeting: UUID
    contacts: dict[Audience, UUID]
    invitees: dict[Audience, UUID]
    organisations: dict[Audience, UUID]
    workplace: UUID
    consent: UUID
    protected: bool
    consents: tuple[UUID, ...]
    abouts: tuple[UUID, ...]
    disposals: tuple[UUID, ...]
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
            many = isinstance(column.type, JsonTuple) and (row.__tablename__, column.key) in LISTS
            name = f"{row.__tablename__}.{column.key}"
            if (isinstance(column.type, Text) or many) and (column.key not in CODES or name in NO_CODES):
                yield row, column.key, many


def marked_case(store: Store, day: date, *, protected: bool = False) -> MarkedCase:
    """A full case with a word in every text."""
    case = full_case(store, day, protected=protected)
    with store.write("filled") as db:
        _mark(db, case)
    return case


def full_case(store: Store, day: date, *, protected: bool = False) -> MarkedCase:
    """Everything that the test of the store writes, and more of it in every class."""
    mentee = fill(store, day)
    with store.write("filled") as db:
        if not protected:
            change_mentee(db, mentee, protected_identity=ProtectedIdentity.NONE)
        meeting = add_big_meeting(db, mentee, day)
        contacts, places, invited = add_people(db, mentee, meeting)
        employer = contacts[Audience.EMPLOYER]
        workplace = add_workplace(db, mentee, places[Audience.EMPLOYER], employer, day)
        add_in_every_class(db, mentee, meeting, day)
        add_what_has_ended(db, mentee, day)
        add_filled_forms(db, mentee, workplace, employer, day)
        add_follow_up(db, mentee, workplace, day)
        consent = add_consents(db, mentee, employer, places[Audience.CASEWORKER])
        return MarkedCase(
            mentee=mentee, meeting=meeting, contacts=contacts, invitees=invited, organisations=places,
            workplace=workplace, consent=consent, protected=protected,
            consents=ids_of(db, "consent"), abouts=_abouts(db), disposals=ids_of(db, "disposal"),
        )  # fmt: skip


def _abouts(db: Any) -> tuple[UUID, ...]:
    """All that a paper can be about where that is not the person."""
    tables = ("group_activity", "meeting", "consent", "scale_definition", "workplace_follow_up", "scale_response",
              "study_conference")  # fmt: skip
    return tuple(one for table in tables for one in ids_of(db, table))


def _mark(db: Any, case: MarkedCase) -> None:
    for row, column, many in text_columns():
        for one in db.scalars(select(row)):
            if not getattr(one, column):
                continue
            word = f"Zqx{len(case.marks) + 1:04}w"
            setattr(one, column, (word,) if many else word)
            case.marks[word] = _mark_of(db, one, column, protected=case.protected)


def _mark_of(db: Any, row: Any, column: str, *, protected: bool) -> Mark:
    reached = _reached(db, row)
    goal = next((one for one in reached if isinstance(one, GoalRow)), None)
    by_row = getattr(row, "info_class", None) or (goal.info_class if goal else None) or _by_link(db, row)
    info_class = class_of_column(type(row), column)
    owners = {one.id for one in reached if one.__tablename__ == "mentee"}
    name = f"{type(row).__tablename__}.{column}"
    tells_where = protected and (name in WHERE or (column in ORGANISATION_SAYS and _is_where_one_is(row)))
    return Mark(
        field=name,
        classes=None if info_class is None else frozenset({by_row or info_class, *([C.LOCATION] * tells_where)}),
        owner=next(iter(owners), None),
        about=frozenset(one.id for one in reached if one.__tablename__ in ABOUT) | _promised_at(row),
        workplace_relevant=bool(getattr(row, "workplace_relevant", goal is not None and goal.workplace_relevant)),
    )


def _promised_at(row: Any) -> frozenset[UUID]:
    """A promise made at a meeting is about that meeting."""
    at_a_meeting = isinstance(row, CommitmentRow) and row.origin is Origin.MEETING and row.origin_id is not None
    return frozenset({row.origin_id}) if at_a_meeting else frozenset()


def _is_where_one_is(row: Any) -> bool:
    return isinstance(row, OrganisationRow) and row.kind in WHERE_ONE_IS


def _by_link(db: Any, row: Any) -> InfoClass | None:
    """Who somebody is, and from where, is of the class of the link to them: that there is a care contact is HEALTH,
    that there is an employer is WORK. What others' instruments are called has the class of what they measure."""
    if isinstance(row, ScaleDefinitionRow):
        return {"ors": C.HEALTH, "srs": C.ALLIANCE, "kasam_13": C.HEALTH, "kasam_29": C.HEALTH}.get(row.code)
    if isinstance(row, MeetingWordingRow):
        return _of_wording(db, row.item)
    if not isinstance(row, MeetingInviteeRow | ContactRow | OrganisationRow):
        return None
    place = row if isinstance(row, OrganisationRow) else db.get(OrganisationRow, row.organisation_id or _NO_ROW)
    if place is not None and place.kind is OrganisationKind.EMPLOYER:
        return C.WORK
    query = select(NetworkLinkRow.info_class).join(ContactRow, ContactRow.id == NetworkLinkRow.contact_id)
    if isinstance(row, OrganisationRow):
        found = db.scalar(query.where(ContactRow.organisation_id == row.id))
    else:
        found = db.scalar(query.where(ContactRow.id == (row.id if isinstance(row, ContactRow) else row.contact_id)))
    return None if found is None else InfoClass(found)


def _of_wording(db: Any, item: str) -> InfoClass | None:
    """Other words for something have its class; a proposal has the one that it was written in."""
    if item.startswith(PROPOSAL):
        return InfoClass(item.removeprefix(PROPOSAL))
    if item.startswith("step:"):
        return InfoClass(db.get(GoalRow, db.get(StepRow, UUID(item.removeprefix("step:"))).goal_id).info_class)
    return C.PRESENCE


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
