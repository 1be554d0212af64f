"""Se upp: what asks for care. Facts without a word of blame; how it is said is another matter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from .calendar import days_between
from .livelihood import gap_now, income_gaps
from .reminder_rules import Rule, RuleSetting
from .reminders import Person, Promise
from .responsibility import nobody_responsible
from .session_ratings import SHIPPED as SHIPPED_LIMITS
from .session_ratings import SessionLimits, Sign, Total, ors_signs, srs_signs
from .sessions import Attendance
from .support import IncomePeriod, ParallelIntervention


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """`count` is how many no-shows or moves, `on` the day it is about, `name` who left or what is without anybody.

    `kind` is the kind of an intervention: of a protected person it is said instead of the name. `sign` is what a
    rating gives reason to ask about, `limit` the change that counts; `placement_id` where a supervisor is lacking.
    """

    rule: Rule
    person: Person
    subject: str
    name: str = ""
    kind: str = ""
    count: int = 0
    on: date | None = None
    sign: Sign | None = None
    limit: Decimal | None = None
    placement_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftContact:
    """Somebody round a mentee who has left and whom nobody has followed; `until` was their last day.

    `link_id` is the link of the network, or the placement that they are supervisor of, which then is `placement_id`.
    """

    link_id: UUID
    name: str
    until: date
    contact_id: UUID | None = None
    placement_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A person's facts. `came` is the attendance of planned contacts that are over, the newest first, with its day;
    `ors` and `srs` are the totals of whole forms, oldest first."""

    person: Person
    came: tuple[tuple[date, Attendance], ...] = ()
    incomes: tuple[IncomePeriod, ...] = ()
    interventions: tuple[ParallelIntervention, ...] = ()
    left: tuple[LeftContact, ...] = ()
    ors: tuple[Total, ...] = ()
    srs: tuple[Total, ...] = ()


def to_watch(
    people: Iterable[Watched],
    promises: Iterable[Promise],
    rules: Mapping[Rule, RuleSetting],
    today: date,
    limits: SessionLimits = SHIPPED_LIMITS,
) -> tuple[Watch, ...]:
    """In the order of the people, then promises that were moved again and again."""
    found = [
        one
        for watched in people
        for one in (*_ratings(watched, rules, today, limits), *_of(watched, rules, today), *_left(watched, today))
    ]
    found += _moved(promises, rules[Rule.MOVED])
    return tuple(one for one in found if rules[one.rule].on)


def _of(watched: Watched, rules: Mapping[Rule, RuleSetting], today: date) -> Iterator[Watch]:
    person = watched.person
    missed = no_shows_in_a_row(watched.came)
    if missed and len(missed) >= rules[Rule.NO_SHOWS].days[0]:
        yield Watch(rule=Rule.NO_SHOWS, person=person, count=len(missed), on=missed[0], subject=missed[0].isoformat())
    ahead = rules[Rule.INCOME_GAP].days[0]
    gap = gap_now(income_gaps(watched.incomes, date.min, today, ahead), today)
    if gap is not None:
        yield Watch(rule=Rule.INCOME_GAP, person=person, on=gap.first, subject=gap.first.isoformat())
    for one in nobody_responsible(watched.interventions, today, rules[Rule.NOBODY_RESPONSIBLE].days[0]):
        yield Watch(
            rule=Rule.NOBODY_RESPONSIBLE,
            person=person,
            name=one.intervention.actor,
            kind=one.intervention.kind.value,
            on=one.ends_on,
            subject=f"{one.intervention.id}{one.ends_on or ''}",
        )


def _ratings(
    watched: Watched, rules: Mapping[Rule, RuleSetting], today: date, limits: SessionLimits
) -> Iterator[Watch]:
    """Of the newest ORS and SRS, for so many days; one row each, however many limits it goes past."""
    for rule, signs in ((Rule.ORS, ors_signs(watched.ors, limits)), (Rule.SRS, srs_signs(watched.srs, limits))):
        sign = next(iter(signs), None)
        if sign is not None and days_between(sign.at.on, today) <= rules[rule].days[0]:
            yield Watch(
                rule=rule,
                person=watched.person,
                sign=sign,
                limit=limits.reliable_change,
                on=sign.at.on,
                subject=f"{sign.at.on.isoformat()}/{sign.at.value}",
            )


def _left(watched: Watched, today: date) -> Iterator[Watch]:
    """Somebody who is the supervisor of a placement is told of there, and not once more for the network."""
    placed = {one.contact_id for one in watched.left if one.placement_id is not None}
    for one in watched.left:
        if one.until < today and (one.placement_id is not None or one.contact_id not in placed):
            yield Watch(
                rule=Rule.CONTACT_LEFT,
                person=watched.person,
                name=one.name,
                on=one.until,
                placement_id=one.placement_id,
                subject=str(one.link_id),
            )


def no_shows_in_a_row(came: Iterable[tuple[date, Attendance]]) -> tuple[date, ...]:
    """The days of the newest planned contacts that were missed one after another; a held one ends the row.

    What the mentor or the mentee had called off in time is neither.
    """
    days = []
    for day, attendance in came:
        if attendance is Attendance.NO_SHOW:
            days.append(day)
        elif attendance is Attendance.HELD:
            break
    return tuple(days)


def _moved(promises: Iterable[Promise], setting: RuleSetting) -> Iterator[Watch]:
    for promise in promises:
        commitment = promise.commitment
        if commitment.moved_count >= setting.days[0]:
            yield Watch(
                rule=Rule.MOVED,
                person=promise.person,
                name=commitment.what,
                count=commitment.moved_count,
                on=commitment.by,
                subject=f"{commitment.id}/{commitment.moved_count}",
            )
