"""Dates that come near: ages, decisions, ends. Computed from the facts of a person on the local date, never stored."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from .ages import MAJORITY, day_of_turning
from .calendar import days_between
from .reminder_rules import AFTER, Rule, RuleSetting, lead_reached
from .reminders import Person
from .support import IncomePeriod, IncomeSource, IncomeState

BENEFIT_ENDS_AT = 30
"""Activity benefit is paid at the longest to the month before the 30th birthday (B.10; a point of law)."""
_BENEFITS = frozenset({IncomeSource.ACTIVITY_BENEFIT, IncomeSource.ACTIVITY_BENEFIT_SCHOOL})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAhead:
    """`on` is so many `days` from today (0 today, below 0 when it has passed); `lead` is the lead time reached.

    `about` tells two occasions of a rule apart. `name` is whose or what's; `lacking` that somebody is still to be
    named, as who takes over when the youth duty ends, or that the day is a suggestion that nobody has agreed on.
    `age` is how old, how many months after, or which level; `kind` a code of what ends or is to be done; `forms` are
    titles in Swedish and English, and `form` the code of the first of them.
    """

    rule: Rule
    person: Person
    on: date
    days: int
    lead: int
    about: UUID | None = None
    name: str = ""
    age: int | None = None
    lacking: bool = False
    kind: str = ""
    placement_id: UUID | None = None
    form: str = ""
    forms: tuple[tuple[str, str], ...] = ()

    @property
    def subject(self) -> str:
        """What is put away when this is: the occasion and its lead time."""
        return f"{self.about or ''}{self.on.isoformat()}/{self.lead}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A person's facts as the rules on dates need them. Days are those of an open enrolment or an open period."""

    person: Person
    birth_date: date | None = None
    has_guardian: bool = False
    youth_duty: UUID | None = None
    youth_duty_received: bool = False
    programme: str = ""
    programme_age_max: int | None = None
    incomes: tuple[IncomePeriod, ...] = ()
    after_support_until: date | None = None
    answer_by: date | None = None
    erase_on: date | None = None
    safety_on: date | None = None
    checkin_on: date | None = None
    checks: tuple[tuple[UUID, int, date], ...] = ()
    consents: tuple[tuple[UUID, str, date], ...] = ()
    unsigned: tuple[tuple[UUID, str, date], ...] = ()


Settings = Mapping[Rule, RuleSetting]
Found = tuple[Rule, date, dict[str, Any]]
"""A rule, the day it is about, and further fields of DateAhead."""


@dataclass(frozen=True, slots=True)
class Ages:
    """Ages at which something ends by law. Settings of the store."""

    youth_duty: int = 20
    benefit: int = BENEFIT_ENDS_AT


def dates_ahead(
    people: Iterable[Dated], rules: Settings, today: date, ages: Ages | None = None, spoken_on: date | None = None
) -> tuple[DateAhead, ...]:
    """Everything of those rules that has reached a lead time, the nearest day first.

    `spoken_on` is the mentor's latest day of work: on a day off nothing new is reached.
    """
    ages, spoken_on = ages or Ages(), spoken_on or today
    found = [one for dated in people for one in _of(dated, rules, ages, today, spoken_on)]
    return in_order(found)


def in_order(found: Iterable[DateAhead]) -> tuple[DateAhead, ...]:
    """The nearest day first."""
    return tuple(sorted(found, key=lambda one: (one.on, one.rule)))


def _of(dated: Dated, rules: Settings, ages: Ages, today: date, spoken_on: date) -> Iterator[DateAhead]:
    found = (*_ages(dated, ages), *_benefits(dated, ages), *_follow_ups(dated))
    yield from reached(dated.person, found, rules, today, spoken_on)


def reached(
    person: Person, found: Iterable[Found], rules: Settings, today: date, spoken_on: date
) -> Iterator[DateAhead]:
    """Of the days of a person those whose rule is asked for and on, and has reached a lead time."""
    for rule, on, details in found:
        setting = rules.get(rule)
        if setting is None or not setting.on:
            continue
        left = days_between(today, on)
        lead = lead_reached(days_between(spoken_on, on), (0,) if rule in AFTER else setting.days)
        if lead is not None and (left >= 0 or rule not in _ONLY_AHEAD):
            yield DateAhead(rule=rule, person=person, on=on, days=left, lead=lead, **details)


_ONLY_AHEAD = frozenset({Rule.TURNS_ADULT, Rule.PROGRAMME_AGE, Rule.BENEFIT_AGE, Rule.CONSENT_END})
"""Birthdays that are over are no longer ahead; what waits to be done stays until it is done."""


def _ages(dated: Dated, ages: Ages) -> Iterator[Found]:
    if dated.birth_date is None:
        return
    if dated.has_guardian:
        yield Rule.TURNS_ADULT, day_of_turning(dated.birth_date, MAJORITY), {"age": MAJORITY}
    if dated.youth_duty is not None:
        on = day_of_turning(dated.birth_date, ages.youth_duty)
        lacking = not dated.youth_duty_received
        yield Rule.LEAVES_YOUTH_DUTY, on, {"age": ages.youth_duty, "about": dated.youth_duty, "lacking": lacking}
    age = 0 if dated.programme_age_max is None else dated.programme_age_max + 1
    if age and not (dated.youth_duty is not None and age == ages.youth_duty):  # said once
        yield Rule.PROGRAMME_AGE, day_of_turning(dated.birth_date, age), {"age": age, "name": dated.programme}


def _benefits(dated: Dated, ages: Ages) -> Iterator[Found]:
    running = [i for i in dated.incomes if i.source in _BENEFITS and i.state is IncomeState.GRANTED and not i.to_date]
    for income in running:
        if income.decision_until is not None:
            yield Rule.BENEFIT_DECISION, income.decision_until, {"about": income.id}
    if running and dated.birth_date is not None:
        birthday = day_of_turning(dated.birth_date, ages.benefit)
        last = birthday.replace(day=1) - timedelta(days=1)
        yield Rule.BENEFIT_AGE, last, {"age": ages.benefit}


def _follow_ups(dated: Dated) -> Iterator[Found]:
    for rule, on in (
        (Rule.AFTER_SUPPORT_END, dated.after_support_until),
        (Rule.THINKING, dated.answer_by),
        (Rule.ERASE, dated.erase_on),
        (Rule.SAFETY_FOLLOW_UP, dated.safety_on),
        (Rule.REFERRER_CHECKIN, dated.checkin_on),
    ):
        if on is not None:
            yield rule, on, {}
    for check_id, months, on in dated.checks:
        yield Rule.OUTCOME_CHECK, on, {"about": check_id, "age": months}
    for consent_id, name, on in dated.consents:
        yield Rule.CONSENT_END, on, {"about": consent_id, "name": name}
    for consent_id, name, on in dated.unsigned:
        yield Rule.SIGNATURE, on, {"about": consent_id, "name": name}


def next_checkin(last: date | None, started_on: date | None, interval_days: int) -> date | None:
    """When the referrer is to hear next: so many days after the last time, or after the start."""
    since = last or started_on
    return None if since is None else since + timedelta(days=interval_days)
