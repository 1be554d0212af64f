"""Se upp: what asks for care. Facts without a word of blame; how it is said is another matter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .livelihood import gap_now, income_gaps
from .reminder_rules import Rule, RuleSetting
from .reminders import Person, Promise
from .responsibility import nobody_responsible
from .sessions import Attendance
from .support import IncomePeriod, ParallelIntervention


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """`count` is how many no-shows or moves, `on` the day it is about, `name` who left or what is without anybody.

    `kind` is the kind of an intervention: of a protected person it is said instead of the name.
    """

    rule: Rule
    person: Person
    subject: str
    name: str = ""
    kind: str = ""
    count: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftContact:
    """Somebody round a mentee who has left and whom nobody has followed."""

    link_id: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A person's facts. `came` is the attendance of planned contacts that are over, the newest first, with its day."""

    person: Person
    came: tuple[tuple[date, Attendance], ...] = ()
    incomes: tuple[IncomePeriod, ...] = ()
    interventions: tuple[ParallelIntervention, ...] = ()
    left: tuple[LeftContact, ...] = ()


def to_watch(
    people: Iterable[Watched], promises: Iterable[Promise], rules: Mapping[Rule, RuleSetting], today: date
) -> tuple[Watch, ...]:
    """In the order of the people, then promises that were moved again and again."""
    found = [one for watched in people for one in _of(watched, rules, today)]
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
    for contact in watched.left:
        if contact.on <= today:
            yield Watch(
                rule=Rule.CONTACT_LEFT, person=person, name=contact.name, on=contact.on, subject=str(contact.link_id)
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
