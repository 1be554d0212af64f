"""What the tab reads about a person's ratings, in one go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.measurements import ExternalMeasurement
from mentorapp.domain.placements import Placement
from mentorapp.domain.rounds_counted import as_counted, filled_of
from mentorapp.domain.routines import Attachment
from mentorapp.domain.scale_marks import ScaleResponse, total
from mentorapp.domain.scale_rounds import DueRound, Filled, RoundKind, has_baseline, missing_rounds, round_for
from mentorapp.domain.scales import ScaleDefinition, ScaleUse
from mentorapp.domain.session_ratings import SessionLimits, Total
from mentorapp.store.attachments import list_attachments
from mentorapp.store.drafts import list_drafts
from mentorapp.store.measurements import list_measurements
from mentorapp.store.placements import list_placements
from mentorapp.store.scale_definitions import list_scales, list_versions
from mentorapp.store.scale_responses import list_responses
from mentorapp.store.scale_rounds import list_due_rounds
from mentorapp.store.settings import get_settings
from mentorapp.store.store import Store

from ..reading import Person
from .groups import Group, groups_of, kept_away

ENTRY = "scales.entry"
"""The name of the draft of a form, before the key of its subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """`responses` are all of them, oldest first, also those that count no more; `versions` every version there is.

    Each response has the occasion it counts for. `to_come` are occasions that have no day yet: the end of the level
    that is now, and the end.
    """

    groups: tuple[Group, ...]
    keeps_away: bool
    responses: tuple[ScaleResponse, ...]
    versions: Mapping[tuple[str, int], ScaleDefinition]
    due: tuple[DueRound, ...]
    to_come: tuple[DueRound, ...]
    enrolment_id: UUID | None
    measurements: tuple[ExternalMeasurement, ...]
    files: tuple[Attachment, ...]
    placements: tuple[Placement, ...]
    limits: SessionLimits
    change_mm: int
    has_licence: bool
    today: date

    def group(self, key: str) -> Group | None:
        return next((one for one in self.groups if one.key == key), None)

    def response(self, key: str) -> ScaleResponse | None:
        """One that counts, by its identifier as text."""
        return next((one for one in self.responses if str(one.id) == key and one.voided_on is None), None)

    def every(self, code: str) -> tuple[ScaleResponse, ...]:
        """Of one form, oldest first, also what was voided."""
        return tuple(one for one in self.responses if one.code == code)

    def of(self, code: str, version: int | None = None, placement: UUID | None = None) -> tuple[ScaleResponse, ...]:
        """What counts."""
        return tuple(
            one
            for one in self.every(code)
            if one.voided_on is None
            and version in (None, one.version)
            and (placement is None or one.placement_id == placement)
        )

    def versions_filled(self, code: str) -> tuple[ScaleDefinition, ...]:
        """The versions that have forms, newest first."""
        numbers = sorted({one.version for one in self.of(code)}, reverse=True)
        return tuple(self.versions[code, number] for number in numbers)

    def before(self, scale: ScaleDefinition, placement: UUID | None = None) -> ScaleResponse | None:
        """The last one of just that version that has a mark."""
        marked = [one for one in self.of(scale.code, scale.version, placement) if has_marks(one)]
        return marked[-1] if marked else None

    def totals(self, scale: ScaleDefinition) -> tuple[Total, ...]:
        """Of forms with all their lines, oldest first."""
        found = ((one.event_date, total(scale, one.marks)) for one in self.of(scale.code, scale.version))
        return tuple(Total(on, value) for on, value in found if value is not None)

    def without_total(self, scale: ScaleDefinition) -> tuple[date, ...]:
        """The days of forms that were filled in partly: a gap in the chart (F 18)."""
        partly = (one for one in self.of(scale.code, scale.version) if total(scale, one.marks) is None)
        return tuple(one.event_date for one in partly if not one.is_oral)

    def missing(self, scale: ScaleDefinition) -> tuple[DueRound, ...]:
        """Occasions that have come and gone without a form: of own forms only, which have occasions."""
        if scale.use is not ScaleUse.SELF or scale.is_external:
            return ()
        return missing_rounds(self.due, self._filled(scale.code), self.today)

    def round_on(self, scale: ScaleDefinition, on: date, but: ScaleResponse | None = None) -> DueRound | None:
        """The occasion that a form of that day is set to by itself; None where the form has none. `but` is that form,
        where it is there already."""
        if scale.use is not ScaleUse.SELF or self.enrolment_id is None:
            return None
        return round_for(self.due, self._filled(scale.code, but), on)

    def lacks_baseline(self, scale: ScaleDefinition) -> bool:
        """Whether there are forms, but none from the beginning to compare with (I4)."""
        filled = self._filled(scale.code)
        return bool(filled) and bool(self.due) and not has_baseline(self.due, filled)

    def _filled(self, code: str, but: ScaleResponse | None = None) -> tuple[Filled, ...]:
        return filled_of(one for one in self.of(code) if one.enrolment_id == self.enrolment_id and one != but)


def read_ratings(session: Session, person: Person) -> Ratings:
    settings = get_settings(session)
    scales, mentee = list_scales(session), person.mentee.id
    enrolment = person.enrolment.id if person.enrolment else None
    due, versions = list_due_rounds(session, enrolment) if enrolment else (), _by_version(list_versions(session))
    return Ratings(
        groups=groups_of(scales, person.hidden, bool(settings.kasam_permission)),
        keeps_away=kept_away(scales, person.hidden),
        responses=_counted(list_responses(session, mentee, voided=True), versions, due, enrolment),
        versions=versions,
        due=due,
        to_come=_to_come(person, due),
        enrolment_id=enrolment,
        measurements=list_measurements(session, mentee),
        files=list_attachments(session, mentee),
        placements=list_placements(session, mentee),
        limits=settings.session_limits,
        change_mm=settings.change_mm,
        has_licence=settings.session_rating_licence,
        today=person.today,
    )


def begun_forms(store: Store, mentee_id: UUID) -> frozenset[str]:
    """The keys of forms that wait as drafts."""
    with store.read() as session:
        names = [one.form for one in list_drafts(session) if one.mentee_id == mentee_id]
    return frozenset(name.partition(":")[2] for name in names if name.startswith(f"{ENTRY}:"))


def has_marks(response: ScaleResponse) -> bool:
    return any(mark.value is not None for mark in response.marks)


def _counted(
    responses: Sequence[ScaleResponse],
    versions: Mapping[tuple[str, int], ScaleDefinition],
    due: Sequence[DueRound],
    enrolment: UUID | None,
) -> tuple[ScaleResponse, ...]:
    """Only self-ratings of the enrolment have occasions."""
    mine = [
        one
        for one in responses
        if one.enrolment_id == enrolment and versions[one.code, one.version].use is ScaleUse.SELF
    ]
    counted = {one.id: one for one in as_counted(due, mine)}
    return tuple(counted.get(one.id, one) for one in responses)


def _to_come(person: Person, due: Sequence[DueRound]) -> tuple[DueRound, ...]:
    if person.enrolment is None or person.enrolment.closed_on is not None:
        return ()
    level = [(RoundKind.AFTER_LEVEL, str(person.here.level.order))] if person.here else []
    there = {one.key for one in due}
    ends = (key for key in (*level, (RoundKind.CLOSE, "")) if key not in there)
    return tuple(DueRound(kind=kind, of=of, on=person.today) for kind, of in ends)


def _by_version(versions: Iterable[ScaleDefinition]) -> Mapping[tuple[str, int], ScaleDefinition]:
    return {(one.code, one.version): one for one in versions}
