"""What the store knows by name, so that it can be taken out of a text: people, and places."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentorapp.domain.masking import Hidden, Masking
from mentorapp.language import Texts

from .tables.meetings import MeetingInviteeRow
from .tables.mentees import AddressRow, FormerNameRow, MenteeRow, MunicipalityRow
from .tables.network import ContactRow, OrganisationRow
from .tables.own import MentorProfileRow
from .tables.plans import CommitmentRow, StepRow
from .tables.studies import EducationSupportRow, StudyHelperRow
from .tables.support import ObstacleRow, ParallelInterventionRow
from .tables.workplaces import WorkplaceRow

_PEOPLE: tuple[InstrumentedAttribute[str], ...] = (
    MenteeRow.preferred_name, MenteeRow.family_name, FormerNameRow.name, ContactRow.name, MentorProfileRow.name,
    MeetingInviteeRow.name, CommitmentRow.who_name, StepRow.done_by_name, ObstacleRow.owner_name,
    ParallelInterventionRow.owner_name, ParallelInterventionRow.receiver_name, StudyHelperRow.name,
)  # fmt: skip
_PLACES: tuple[InstrumentedAttribute[str], ...] = (
    OrganisationRow.name, OrganisationRow.unit, OrganisationRow.address, WorkplaceRow.name, WorkplaceRow.town,
    WorkplaceRow.address, MunicipalityRow.name, AddressRow.address, EducationSupportRow.school, MentorProfileRow.unit,
)  # fmt: skip


def masking(session: Session, *, texts: Texts, more: Iterable[str] = (), shown: Iterable[str] = ()) -> Masking:
    """For free texts about anybody: another mentee may stand in them too. `more` are names that the store does not
    know, `shown` words that are no names.

    An authority is no place: that it is Försäkringskassan tells of nobody.
    """
    ordinary = frozenset(texts("supervision.ordinary").split())
    said = {word.casefold() for word in ordinary}
    return Masking(
        _all(session, _PEOPLE) | set(more),
        (one for one in _all(session, _PLACES) if one.strip().casefold() not in said),
        {one: texts(f"supervision.hidden_{one.value}") for one in Hidden},
        ordinary=ordinary,
        shown=shown,
    )


def _all(session: Session, columns: Iterable[InstrumentedAttribute[str]]) -> set[str]:
    return {one for column in columns for one in session.scalars(select(column).where(column != "").distinct())}
