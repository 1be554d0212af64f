"""Days of placements and studies that come near: follow-ups, ends, deadlines, talks. Computed, never stored (C.0)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from .dates_ahead import DateAhead, Found, Settings, in_order, reached
from .placements import PlacementType
from .reminder_rules import Rule
from .reminders import Person
from .studies import StudyDate
from .workplace_support import SupportIntensity, suggested_visits

_FAR_WEEKS = 12
"""Longer than the rarest contact: one in ten weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementFacts:
    """A placement that goes on. `next_on` is what was said at the newest follow-up, `support` the level of today."""

    placement_id: UUID
    workplace: str
    type: PlacementType
    planned_to: date | None = None
    last_follow_up: date | None = None
    next_on: date | None = None
    support: SupportIntensity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyFacts:
    """Studies that go on: what is still to be done, the next talk that is booked, and the latest that was held."""

    studies_id: UUID
    course: str
    dates: tuple[StudyDate, ...] = ()
    next_talk: date | None = None
    last_talk: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """A person's placements and studies of open enrolments."""

    person: Person
    placements: tuple[PlacementFacts, ...] = ()
    studies: tuple[StudyFacts, ...] = ()


def work_ahead(
    people: Iterable[AtWork], rules: Settings, today: date, spoken_on: date | None = None
) -> tuple[DateAhead, ...]:
    """Everything of those rules that has reached a lead time, the nearest day first; on a day off nothing new."""
    spoken_on = spoken_on or today
    return in_order(
        found
        for one in people
        for facts in (_of_placements(one), _of_studies(one, rules))
        for found in reached(one.person, facts, rules, today, spoken_on)
    )


def _of_placements(one: AtWork) -> Iterator[Found]:
    for placement in one.placements:
        details = {
            "about": placement.placement_id,
            "placement_id": placement.placement_id,
            "name": placement.workplace,
            "kind": placement.type.value,
        }
        suggested = placement.next_on is None
        on = _suggested(placement) if suggested else placement.next_on
        if on is not None:
            yield Rule.WORKPLACE_FOLLOW_UP, on, {**details, "lacking": suggested}
        if placement.planned_to is not None and placement.type is not PlacementType.STUDY_VISIT:
            intro = placement.type is PlacementType.INTRO_WEEKS
            yield Rule.INTRO_END if intro else Rule.PLACEMENT_END, placement.planned_to, details


def _suggested(placement: PlacementFacts) -> date | None:
    """The first contact that the level of support brings after the last follow-up, where no other day was said."""
    support, last = placement.support, placement.last_follow_up
    if support is None:
        return None
    visits = suggested_visits(support, last, last or support.from_date, _FAR_WEEKS)
    return visits[0] if visits else None


def _of_studies(one: AtWork, rules: Settings) -> Iterator[Found]:
    """Talks come about monthly: the next is asked for only where there has been one, and none is booked."""
    for studies in one.studies:
        about = {"about": studies.studies_id, "name": studies.course}
        for day in studies.dates:
            details = {"about": day.id, "name": day.text or studies.course, "kind": day.kind.value}
            yield Rule.STUDY_DATE, day.on, details
        if studies.next_talk is not None:
            yield Rule.STUDY_TALK, studies.next_talk, about
        elif studies.last_talk is not None and Rule.STUDY_TALK_NEXT in rules:
            after = rules[Rule.STUDY_TALK_NEXT].days[0]
            yield Rule.STUDY_TALK_NEXT, studies.last_talk + timedelta(days=after), about
