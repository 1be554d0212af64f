"""A sample person: what stands under `[person]` in a sample file."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.mentees import (
    Education,
    FormerName,
    Gender,
    IdNumberType,
    Municipality,
    Pronoun,
    ProtectedIdentity,
)
from mentorapp.store.mentees import add_mentee

from .days import Days

_CODES = {
    "pronoun": Pronoun,
    "gender": Gender,
    "id_number_type": IdNumberType,
    "protected_identity": ProtectedIdentity,
    "highest_education": Education,
}


def add_person(session: Session, record: Mapping[str, Any], days: Days) -> UUID:
    """The mentee; an unknown field is a TypeError, so that a slip in a file is found."""
    values: dict[str, Any] = dict(record)
    for name in _CODES.keys() & values.keys():
        values[name] = _CODES[name](values[name])
    values["birth_date"] = days.birth(**values.pop("turns"))
    if "former_names" in values:
        names = values["former_names"]
        values["former_names"] = [FormerName(name=one["name"], until=days.at(one["until"])) for one in names]
    if "municipalities" in values:
        places = values["municipalities"]
        values["municipalities"] = [
            Municipality(name=one["name"], from_date=days.maybe(one.get("from"))) for one in places
        ]
    return add_mentee(session, **values)
