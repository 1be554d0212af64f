"""What the sample people have said yes to, from `resources/sample/case`: every state of a light is there somewhere."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import ConsentForm, ConsentKind, Direction, GivenBy
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.consents import add_consent, withdraw_consent
from mentorapp.store.tables.consents import ConsentRow

from .days import Days
from .surroundings import Place

Record = Mapping[str, Any]
_WORDS = ("purpose", "place_of_paper", "system", "interpreter_name")


def add_consents(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> None:
    """In the order of the file; the newest last."""
    for one in record.get("consent", ()):
        _add_consent(session, mentee, one, place, days)


def _add_consent(session: Session, mentee: UUID, record: Record, place: Place, days: Days) -> None:
    """`who` is a contact of the register, `at` an organisation whose caseworkers are all meant."""
    consent = add_consent(
        session,
        mentee,
        kind=ConsentKind(record.get("kind", "secrecy")),
        contact_id=place.contacts[record["who"]] if "who" in record else None,
        organisation_id=place.organisations[record["at"]] if "at" in record else None,
        scope=[InfoClass(name) for name in record.get("scope", ())],
        valid_from=days.at(record["from"]),
        valid_to=days.at(record["to"]),
        direction=Direction(record.get("direction", "give")),
        form=ConsentForm.ORAL_DOCUMENTED if record.get("oral") else ConsentForm.WRITTEN,
        given_by=GivenBy(record.get("by", "mentee")),
        signed_on=None if record.get("oral") else days.at(record["from"]),
        interpreter_used=record.get("interpreter", False),
        **{name: record[name] for name in _WORDS if name in record},
    )
    if "withdrawn" in record:
        withdraw_consent(session, consent)
        session.get_one(ConsentRow, consent).withdrawn_at = days.written(record["withdrawn"], 0)
