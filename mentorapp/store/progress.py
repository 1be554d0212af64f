"""The steps towards a job or studies that every enrolment has taken, in a fixed number of reads (P20)."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.closing import AfterSupport
from mentorapp.domain.placements import Placement, Progress
from mentorapp.domain.progress import steps_taken
from mentorapp.domain.studies import EducationSupport

from .straight import reader
from .tables.closing import AfterSupportRow
from .tables.studies import EducationSupportRow
from .tables.workplaces import PlacementRow


class _OfEnrolment(Protocol):
    @property
    def enrolment_id(self) -> UUID: ...


V = TypeVar("V", bound=_OfEnrolment)


def read_steps(session: Session, enrolments: Collection[bytes]) -> Mapping[bytes, tuple[Progress, ...]]:
    """By the raw identifier of each of `enrolments`; what is still ahead is no step taken."""
    today = session.info["clock"].today()
    of_placement = reader(Placement, PlacementRow, "p", "workplace", "supervisor", "hours")
    placements = _grouped(of_placement.read(session, "FROM placement AS p"))
    studies = _grouped(reader(EducationSupport, EducationSupportRow, "s").read(session, "FROM education_support AS s"))
    given = _grouped(reader(AfterSupport, AfterSupportRow, "a").read(session, "FROM after_support AS a"))
    return {
        key: steps_taken(placements.get(key, ()), studies.get(key, ()), given.get(key, ()), today) for key in enrolments
    }


def _grouped(values: Iterable[V]) -> dict[bytes, list[V]]:
    found: dict[bytes, list[V]] = {}
    for one in values:
        found.setdefault(one.enrolment_id.bytes, []).append(one)
    return found
