"""What the list says about a person: age and place, step, last contact, next one."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.calendar import age_on, days_between
from mentorapp.domain.enrolments import EnrolmentStatus, Pause, StepState
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.stays import level_week
from mentorapp.language import Texts, time_of_day
from mentorapp.language.relative import ago, ahead, capital
from mentorapp.store.attention import Attention
from mentorapp.store.intake import Waiting
from mentorapp.store.overviews import MenteeLine

DOT = " · "
_COUNTED_DAYS = 99
_DAYS_A_MONTH = 30.44
_NOT_WAITING = Waiting()
_NOTHING = Attention()


@dataclass(frozen=True, slots=True)
class Person:
    """A line of the list with what depends on the day it is read."""

    line: MenteeLine
    today: date
    renamed: bool = False
    waiting: Waiting = _NOT_WAITING
    attention: Attention = _NOTHING
    rests: tuple[Pause, ...] = ()

    @property
    def has_declined(self) -> bool:
        """A no is an enrolment that was closed before it began."""
        return self.line.status is EnrolmentStatus.CLOSED and self.line.started_on is None

    @property
    def age(self) -> int | None:
        if self.line.birth_date is not None:
            return age_on(self.line.birth_date, self.today)
        return None if self.line.birth_year is None else self.today.year - self.line.birth_year

    @property
    def is_protected(self) -> bool:
        return self.line.protected_identity is not ProtectedIdentity.NONE


def described(texts: Texts, person: Person) -> str:
    """QT 412 · 19 år · Provköping; no place for a protected person."""
    age = "" if person.age is None else texts("mentees.age", count=person.age)
    place = "" if person.is_protected else person.line.municipality
    return DOT.join(part for part in (person.line.alias, age, place) if part)


def stairs(line: MenteeLine) -> tuple[StepState, ...]:
    """The small staircase, lowest step first."""
    place = line.place
    return tuple(
        StepState.HERE if order == place.order else StepState.BEEN if order in place.been else StepState.AHEAD
        for order in range(1, place.levels + 1)
    )


def step_words(texts: Texts, person: Person) -> str:
    """Nivå 2 · vecka 4 av 8."""
    line, place = person.line, person.line.place
    if person.has_declined or (line.status is None and person.waiting.erase_on is not None):
        return texts("mentees.declined")
    if line.status is None:
        return texts("mentees.not_enrolled")
    status = texts(f"codes.enrolment_status_{line.status}")
    if line.status is not EnrolmentStatus.ACTIVE and line.status is not EnrolmentStatus.PAUSED:
        return status
    if place.order is None or place.since is None:
        return status if line.status is EnrolmentStatus.PAUSED else texts("mentees.before_first")
    level = texts("mentees.level", order=place.order)
    if line.status is EnrolmentStatus.PAUSED:
        return level + DOT + status.lower()
    days = days_between(place.since, person.today)
    if place.planned_weeks:
        week = level_week(place.since, person.today, person.rests)
        return level + DOT + texts("mentees.week_of", week=week, weeks=place.planned_weeks)
    if days <= _COUNTED_DAYS:
        return level + DOT + texts("mentees.day", count=days + 1)
    return level + DOT + texts("mentees.months", count=round(days / _DAYS_A_MONTH))


def last_words(texts: Texts, person: Person) -> str:
    """9 dagar sedan."""
    last = person.line.last_contact_on
    return texts("mentees.not_yet") if last is None else ago(texts, last, person.today)


def next_words(texts: Texts, person: Person) -> str:
    """I dag 13.00; 3 december."""
    line = person.line
    if line.next_on is None:
        return texts("mentees.nothing_booked")
    day = capital(ahead(texts, line.next_on, person.today))
    at = line.next_at
    return f"{day} {time_of_day(texts, at)}" if at and is_soon(person) else day


def is_soon(person: Person) -> bool:
    """Today or tomorrow."""
    return person.line.next_on is not None and days_between(person.today, person.line.next_on) <= 1
