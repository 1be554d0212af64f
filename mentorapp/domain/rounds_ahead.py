"""Forms whose occasion has come and that nobody has filled in yet: asked for kindly, and only for a while (I5, I17)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .calendar import days_between
from .dates_ahead import DateAhead, Settings, in_order
from .reminder_rules import Rule
from .reminders import Person
from .scale_rounds import DueRound, Filled, held_rounds


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRounds:
    """A form with its titles, and when it has been filled in during an enrolment."""

    code: str
    title_sv: str
    title_en: str
    filled: tuple[Filled, ...] = ()  # oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """An enrolment with its occasions and the forms that are to be filled in at them."""

    person: Person
    enrolment_id: UUID
    due: tuple[DueRound, ...]
    forms: tuple[FormRounds, ...]


def rounds_ahead(
    enrolments: Iterable[Rounds], rules: Settings, today: date, spoken_on: date | None = None
) -> tuple[DateAhead, ...]:
    """One row an enrolment, for its latest occasion: an earlier one can no longer be made up for."""
    setting = rules.get(Rule.ROUND_MISSING)
    if setting is None or not setting.on:
        return ()
    spoken_on = spoken_on or today
    return in_order(row for one in enrolments for row in _of(one, setting.days[0], today, spoken_on))


def _of(one: Rounds, told: int, today: date, spoken_on: date) -> Iterator[DateAhead]:
    due = latest_round(one.due, spoken_on)
    if due is None or days_between(due.on, today) > told:
        return
    lacking = [form for form in one.forms if due.key not in held_rounds((due,), form.filled)]
    if lacking:
        yield DateAhead(
            rule=Rule.ROUND_MISSING,
            person=one.person,
            on=due.on,
            days=days_between(today, due.on),
            lead=told,
            about=one.enrolment_id,
            kind=due.kind.value,
            age=int(due.of) if due.of else None,
            form=lacking[0].code,
            forms=tuple((form.title_sv, form.title_en) for form in lacking),
        )


def latest_round(due: Sequence[DueRound], today: date) -> DueRound | None:
    """The newest occasion that has come; `due` is oldest first."""
    come = [one for one in due if one.on <= today]
    return come[-1] if come else None
