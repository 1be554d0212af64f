"""What a sample person has measured, worked and studied; from `resources/sample/work`, and the bank of workplaces.

Written by the same verbs as the user's; only days that a verb takes from the clock are set back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.placements import EndReason, FormalOwner, PlacementType, ToldBy
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.scale_marks import FilledHow, Mark
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.domain.workplace_support import FollowUpForm, SeStage, SupportMode
from mentorapp.store.adaptations import add_adaptation
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.placements import add_placement, end_placement, set_hours
from mentorapp.store.routines import set_routine_item
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.se_stages import begin_stage, end_stage
from mentorapp.store.support_intensities import set_support
from mentorapp.store.tables.workplaces import AdaptationRow
from mentorapp.store.workplaces import add_workplace

from .days import Days
from .studying import add_study_details
from .surroundings import Place

Record = Mapping[str, Any]

_WORKPLACE = ("town", "sector", "tasks", "environment", "good_for", "hours", "travel", "instruction_form", "capacity")
_LIGHTS = {"agreed": "agreed_on", "in_place": "in_place_on", "works": "works_on"}
_FORMS = {"mentee": "workplace_mentee", "supervisor": "workplace_supervisor"}


def add_workplaces(session: Session, record: Mapping[str, Record], place: Place, days: Days) -> dict[str, UUID]:
    """The bank by the short names of its workplaces."""
    return {
        name: add_workplace(
            session,
            one["name"],
            organisation_id=place.organisations[one["at"]] if "at" in one else None,
            supervisor_id=place.contacts[one["supervisor"]] if "supervisor" in one else None,
            last_contacted=days.maybe(one.get("contacted")),
            **{key: one[key] for key in _WORKPLACE if key in one},
        )
        for name, one in record.items()
    }


def add_working(
    session: Session,
    mentee: UUID,
    enrolments: Sequence[UUID],
    record: Record,
    place: Place,
    bank: Mapping[str, UUID],
    days: Days,
) -> None:
    """Stages, forms, placements and studies; the enrolment is the first unless another is said (from 1)."""
    for one in record.get("stage", ()):
        stage = begin_stage(session, enrolments[0], SeStage(one["stage"]), days.at(one["from"]))
        if "to" in one:
            end_stage(session, stage, days.at(one["to"]))
    for one in record.get("routine", ()):
        set_routine_item(session, mentee, Checklist.SE, one["item"], ItemState.DONE, on=days.at(one["on"]))
    for one in record.get("rating", ()):
        enrolment = enrolments[one.get("enrolment", 1) - 1]
        _add_form(session, NewResponse(
            mentee_id=mentee,
            code=one["form"],
            enrolment_id=enrolment,
            event_date=days.at(one["on"]),
            filled_how=FilledHow(one.get("how", "alone")),
        ), one["marks"])  # fmt: skip
    for one in record.get("placement", ()):
        _add_placement(session, mentee, enrolments[0], one, place, bank, days)
    if "study" in record:
        add_study_details(session, mentee, enrolments[record["study"].get("enrolment", 1) - 1], record["study"], place,
                          days)  # fmt: skip


def _add_form(session: Session, new: NewResponse, marks: Sequence[Any]) -> UUID:
    scale = get_scale(session, new.code)
    return add_response(session, replace(new, marks=tuple(_marks(scale, marks))))


def _marks(scale: ScaleDefinition, values: Sequence[Any]) -> Iterator[Mark]:
    """In the order of the form; an empty text is a line left for another time."""
    for item, value in zip(scale.items, values, strict=True):
        if value != "":
            yield Mark(item=item.code, value=Decimal(value))


def _add_placement(
    session: Session,
    mentee: UUID,
    enrolment: UUID,
    record: Record,
    place: Place,
    bank: Mapping[str, UUID],
    days: Days,
) -> None:
    hours = [(days.at(day), Decimal(count)) for day, count in record.get("hours", ())]
    placement = add_placement(
        session,
        enrolment,
        bank[record["at"]],
        PlacementType(record["type"]),
        days.at(record["from"]),
        hours_per_week=hours[0][1] if hours else None,
        formal_owner=FormalOwner(record.get("owner", "unknown")),
        supervisor_id=place.contacts[record["supervisor"]] if "supervisor" in record else None,
        planned_to=days.maybe(record.get("planned_to")),
        schedule=record.get("schedule", ""),
        tasks=record.get("tasks", ""),
        choice_reason=record.get("why", ""),
        disclosure_words=record.get("disclosure", ""),
        disclosure_told_by=ToldBy(record.get("told_by", "nobody")),
        disclosure_told_on=days.maybe(record.get("told_on")),
    )
    for day, count in hours[1:]:
        set_hours(session, placement, day, count)
    for support in record.get("support", ()):
        set_support(session, placement, days.at(support[0]), Decimal(support[1]), SupportMode(support[2]))
    for one in record.get("adaptations", ()):
        _add_adaptation(session, placement, one, days)
    for one in record.get("follow_up", ()):
        _add_follow_up(session, mentee, enrolment, placement, one, record, place, days)
    if "to" in record:
        end_placement(session, placement, days.at(record["to"]), EndReason(record["end"]),
                      certificate_given=record.get("certificate", False))  # fmt: skip


def _add_adaptation(session: Session, placement: UUID, record: Record, days: Days) -> None:
    row = session.get_one(AdaptationRow, add_adaptation(session, placement, record["text"]))
    for light, column in _LIGHTS.items():
        setattr(row, column, days.maybe(record.get(light)))
    session.flush()


def _add_follow_up(
    session: Session,
    mentee: UUID,
    enrolment: UUID,
    placement: UUID,
    record: Record,
    of: Record,
    place: Place,
    days: Days,
) -> None:
    on = days.at(record["on"])
    names = ("present", "mentee_words", "supervisor_words", "observations")
    follow_up = add_follow_up(
        session,
        placement,
        on,
        form=FollowUpForm(record["form"]),
        oral_instead=record.get("oral", False),
        agreed_changes=record.get("agreed", ""),
        next_on=days.maybe(record.get("next")),
        **{name: record[name] for name in names if name in record},
    )
    for voice, code in _FORMS.items():
        if voice in record:
            by = place.contacts[of["supervisor"]] if voice == "supervisor" and "supervisor" in of else None
            new = NewResponse(mentee_id=mentee, code=code, enrolment_id=enrolment, event_date=on,
                              follow_up_id=follow_up, contact_id=by)  # fmt: skip
            _add_form(session, new, record[voice])
