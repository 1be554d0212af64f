"""Which form is in hand: a version of it and, at work, the placement it is about; and how far one has come with it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.placements import Placement
from mentorapp.domain.scales import Respondent, ScaleDefinition, ScaleKind, ScaleUse

from .reading import Ratings


@dataclass(frozen=True, slots=True)
class Subject:
    scale: ScaleDefinition
    placement: Placement | None = None

    @property
    def key(self) -> str:
        """As it stands in the name of a draft."""
        whole = f"{self.scale.code}/{self.scale.version}"
        return f"{whole}/{self.placement.id}" if self.placement else whole

    @property
    def placement_id(self) -> UUID | None:
        return self.placement.id if self.placement else None

    @property
    def is_at_work(self) -> bool:
        return self.scale.use in (ScaleUse.WORKPLACE, ScaleUse.INTRO_WEEKS)

    @property
    def is_supervisors(self) -> bool:
        return self.scale.respondent is Respondent.SUPERVISOR


class Stage(StrEnum):
    """LICENCE is asked first, NOWHERE has no placement, EMPTY is before the first, DONE was filled in today."""

    LICENCE = "licence"
    NOWHERE = "nowhere"
    EMPTY = "empty"
    DONE = "done"
    FORM = "form"


def stage_of(ratings: Ratings, subject: Subject, *, opened: bool) -> Stage:
    """`opened`: somebody asked for the form, or has begun it."""
    if subject.scale.kind is ScaleKind.EXTERNAL_LINES and not ratings.has_licence:
        return Stage.LICENCE
    if subject.is_at_work and subject.placement is None:
        return Stage.NOWHERE
    if opened:
        return Stage.FORM
    filled = ratings.of(subject.scale.code, placement=subject.placement_id)
    if not filled:
        return Stage.EMPTY
    return Stage.DONE if filled[-1].event_date == ratings.today else Stage.FORM


def subject_named(ratings: Ratings, key: str) -> Subject | None:
    """The form of a draft, without a version the newest; None when there is no such version or placement any more."""
    code, _, rest = key.partition("/")
    version, _, place = rest.partition("/")
    newest = max((number for known, number in ratings.versions if known == code), default=0)
    scale = ratings.versions.get((code, int(version) if version.isdigit() else newest))
    if scale is None:
        return None
    placement = next((one for one in ratings.placements if str(one.id) == place), None)
    return None if place and placement is None else Subject(scale, placement)
