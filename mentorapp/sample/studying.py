"""The studies of a sample person in detail: phases, support team, dates that matter, and talks about them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.network import ContactChoice
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.studies import CsnState, StudyDateKind, StudyPhase
from mentorapp.store.education_supports import change_education_support, list_education_supports
from mentorapp.store.routines import set_routine_item
from mentorapp.store.study_plans import add_conference, add_helper, add_study_date, set_study_date_done
from mentorapp.store.tables.studies import StudyDateRow

from .days import Days
from .surroundings import Place

Record = Mapping[str, Any]

_TEXTS = ("goal", "barriers", "accommodations", "level")
_CONFERENCE = ("place", "present", "points", "agreed", "held")


def add_study_details(
    session: Session, mentee: UUID, enrolment: UUID, record: Record, place: Place, days: Days
) -> None:
    """To the studies that the enrolment has from its casework."""
    studies = next(one for one in list_education_supports(session, mentee) if one.enrolment_id == enrolment)
    change_education_support(
        session,
        studies.id,
        csn_state=CsnState(record.get("csn", "unknown")),
        **{name: record[name] for name in _TEXTS if name in record},
    )
    for phase, since in record.get("phases", ()):
        change_education_support(session, studies.id, phase=StudyPhase(phase), phase_since=days.at(since))
    for one in record.get("team", ()):
        who = ContactChoice(contact_id=place.contacts[one["who"]]) if "who" in one else ContactChoice(
            new_name=one["name"]
        )  # fmt: skip
        add_helper(session, studies.id, who, one["does"])
    for one in record.get("dates", ()):
        _add_date(session, studies.id, one, days)
    for one in record.get("conferences", ()):
        add_conference(session, studies.id, days.at(one["on"]),
                       **{name: one[name] for name in _CONFERENCE if name in one})  # fmt: skip
    for one in record.get("routine", ()):
        set_routine_item(session, mentee, Checklist.SED, one["item"], ItemState.DONE, on=days.at(one["on"]))


def _add_date(session: Session, studies: UUID, record: Record, days: Days) -> None:
    key = add_study_date(session, studies, StudyDateKind(record["kind"]), days.at(record["on"]), record["text"])
    if "done" in record:
        set_study_date_done(session, key)
        session.get_one(StudyDateRow, key).done_on = days.at(record["done"])
        session.flush()
