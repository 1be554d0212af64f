"""The facts of everybody that the rules of Idag on dates and on what asks for care are worked out from.

One read a subject, however many people there are.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.closing import CheckState
from mentorapp.domain.consents import ConsentForm
from mentorapp.domain.dates_ahead import Dated, next_checkin
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.intake import answer_by
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.programmes import KAA_HIDDEN
from mentorapp.domain.reminders import Person
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.support import (
    IncomePeriod,
    IncomeState,
    IncomeStateOn,
    InterventionState,
    ParallelIntervention,
    StateOn,
)
from mentorapp.domain.watch import LeftContact, Watched

from .hidden_classes import hidden_people
from .overviews import MenteeLine
from .rating_facts import Totals, read_totals
from .settings import StoreSettings
from .straight import reader, run
from .tables.support import IncomePeriodRow, ParallelInterventionRow
from .work_facts import read_left_supervisors

_OPEN = frozenset(EnrolmentStatus) - {EnrolmentStatus.CLOSED}
_RECENT_DAYS = 365
_PERSONS = "SELECT id, deceased_on, erase_on FROM mentee"
_DUTIES = """
SELECT mentee_id, id, receiver_contact_id IS NOT NULL OR receiver_name != '' FROM youth_duty
WHERE handed_over_on IS NULL AND (to_date IS NULL OR to_date >= ?)
"""
_SETTLED = """
SELECT n.mentee_id, min(c.next_on) FROM check_in AS c JOIN network_link AS n ON n.contact_id = c.contact_id
WHERE n.role = ? AND (n.to_date IS NULL OR n.to_date >= ?) AND (n.from_date IS NULL OR n.from_date <= ?)
GROUP BY n.mentee_id
"""
_PROGRAMMES = "SELECT id, name, age_max, referrer_checkin_days FROM programme"
_GUARDED = "SELECT mentee_id, 1 FROM network_link WHERE role = ? AND (to_date IS NULL OR to_date >= ?)"
_OFFERED = "SELECT mentee_id, answer_by, offered_on FROM enrolment WHERE status = 'offered'"
_AFTER = """
SELECT e.mentee_id, max(a.planned_until) FROM after_support AS a JOIN enrolment AS e ON e.id = a.enrolment_id
WHERE a.ended_on IS NULL AND e.status != 'closed' GROUP BY e.mentee_id
"""
_CHECKS = """
SELECT e.mentee_id, c.id, c.months, c.planned_on FROM outcome_check AS c JOIN enrolment AS e ON e.id = c.enrolment_id
WHERE c.state = ? AND NOT EXISTS (SELECT 1 FROM enrolment AS n WHERE n.mentee_id = e.mentee_id AND n.status != 'closed')
ORDER BY c.planned_on
"""
_CONSENTS = """
SELECT c.mentee_id, c.id, coalesce(k.name, o.name, ''), c.valid_to, c.valid_from, c.form, c.signed_on FROM consent AS c
LEFT JOIN contact AS k ON k.id = c.recipient_contact_id
LEFT JOIN organisation AS o ON o.id = c.recipient_organisation_id
WHERE c.kind = 'secrecy' AND c.withdrawn_at IS NULL AND c.valid_to >= ? ORDER BY c.valid_to
"""
_SAFETY = """
SELECT mentee_id, min(follow_up_on) FROM safety_question
WHERE follow_up_on IS NOT NULL AND followed_up_on IS NULL GROUP BY mentee_id
"""
_TALKS = """
SELECT mentee_id, max(event_date) FROM session
WHERE mentee_id IN (SELECT mentee_id FROM enrolment WHERE status != 'closed')
      AND kind = 'other_actor' AND attendance = 'held' AND voided_at IS NULL
GROUP BY mentee_id
"""
_MISSED = """
SELECT mentee_id, event_date FROM session WHERE attendance = 'no_show' AND event_date >= ? AND voided_at IS NULL
ORDER BY event_date DESC
"""
_LEFT = """
SELECT l.mentee_id, l.id, c.id, c.name, c.works_until FROM network_link AS l JOIN contact AS c ON c.id = l.contact_id
WHERE c.works_until < ? AND (l.to_date IS NULL OR l.to_date >= ?)
"""
_INCOME_STATES = "SELECT income_id, state, since FROM income_state ORDER BY since, id"
_INTERVENTION_STATES = "SELECT intervention_id, state, since FROM intervention_state ORDER BY since, id"

_NO_TOTALS = Totals()
_Rows = dict[Any, list[tuple[Any, ...]]]


def read_facts(
    session: Session,
    lines: Iterable[MenteeLine],
    people: Mapping[UUID, Person],
    settings: StoreSettings,
    rating_days: int,
) -> tuple[tuple[Dated, ...], tuple[Watched, ...]]:
    """Everybody but the dead; of a person without an open enrolment only what outlives one. ORS and SRS are read of
    those with a form of the last `rating_days`."""
    today = session.info["clock"].today()
    rows = _Facts(session, today)
    living = [line for line in lines if not rows.is_dead(line)]
    dated = tuple(rows.dated(line, people[line.mentee_id], settings) for line in living)
    return dated, _watched(session, rows, [line for line in living if line.status in _OPEN], people, rating_days)


def _watched(
    session: Session, rows: "_Facts", lines: Iterable[MenteeLine], people: Mapping[UUID, Person], rating_days: int
) -> tuple[Watched, ...]:
    today = session.info["clock"].today()
    missed = rows.read(_MISSED, (today - timedelta(days=_RECENT_DAYS)).isoformat())
    left = rows.read(_LEFT, today.isoformat(), today.isoformat())
    interventions, supervisors = _interventions(session), read_left_supervisors(session)
    totals = read_totals(session, rating_days)
    return tuple(
        Watched(
            person=people[line.mentee_id],
            came=_came(line, [date.fromisoformat(day) for _, day in missed.get(line.mentee_id, ())]),
            incomes=rows.incomes_of(line),
            interventions=tuple(
                one
                for one in interventions.get(line.mentee_id, ())
                if not (one.info_class in KAA_HIDDEN and rows.hides(line))
            ),
            left=(*_left(left.get(line.mentee_id, ())), *supervisors.get(line.mentee_id, ())),
            ors=() if rows.hides(line) else tuple(totals.get(line.mentee_id, _NO_TOTALS).ors),
            srs=() if rows.hides(line) else tuple(totals.get(line.mentee_id, _NO_TOTALS).srs),
        )
        for line in lines
    )


def _left(rows: Iterable[tuple[Any, ...]]) -> Iterable[LeftContact]:
    for _, link, contact, name, until in rows:
        yield LeftContact(
            link_id=UUID(bytes=link), contact_id=UUID(bytes=contact), name=name, until=date.fromisoformat(until)
        )


def _came(line: MenteeLine, missed: list[date]) -> tuple[tuple[date, Attendance], ...]:
    """What was missed, up to when the two last heard each other."""
    last = line.last_contact_on
    since = [(day, Attendance.NO_SHOW) for day in missed if last is None or day > last]
    return tuple(since) if last is None else (*since, (last, Attendance.HELD))


class _Facts:
    """What was read, by person."""

    def __init__(self, session: Session, today: date) -> None:
        self._session, self._today = session, today
        day = today.isoformat()
        self._persons = self.read(_PERSONS)
        self._duties = self.read(_DUTIES, day)
        self._programmes = {UUID(bytes=row[0]): row[1:] for row in run(session, _PROGRAMMES)}
        self._guarded = self.read(_GUARDED, NetworkRole.GUARDIAN.value, day)
        self._offered = self.read(_OFFERED)
        self._after = self.read(_AFTER)
        self._settled = self.read(_SETTLED, NetworkRole.CASEWORKER.value, day, day)
        self._checks = self.read(_CHECKS, CheckState.PLANNED.value)
        self._safety = self.read(_SAFETY)
        self._consents = self.read(_CONSENTS, today.isoformat())
        self._talks = self.read(_TALKS)
        self._hidden = hidden_people(session)
        self._incomes = _incomes(session)

    def read(self, statement: str, *values: str) -> _Rows:
        found: _Rows = {}
        for row in run(self._session, statement, values):
            found.setdefault(UUID(bytes=row[0]), []).append(row)
        return found

    def is_dead(self, line: MenteeLine) -> bool:
        return self._persons[line.mentee_id][0][1] is not None

    def hides(self, line: MenteeLine) -> bool:
        """Whether only the youth duty holds, so that nothing sensitive is shown (B.3)."""
        return line.mentee_id in self._hidden

    def incomes_of(self, line: MenteeLine) -> tuple[IncomePeriod, ...]:
        return () if self.hides(line) else tuple(self._incomes.get(line.mentee_id, ()))

    def dated(self, line: MenteeLine, person: Person, settings: StoreSettings) -> Dated:
        key = line.mentee_id
        is_open = line.status in _OPEN
        duty = self._duties.get(key, [(None, None, False)])[-1]
        programme, age_max, _ = self._programmes[line.programme_id] if is_open and line.programme_id else ("", None, 0)
        return Dated(
            person=person,
            birth_date=line.birth_date,
            has_guardian=is_open and key in self._guarded,
            youth_duty=UUID(bytes=duty[1]) if duty[1] and is_open else None,
            youth_duty_received=bool(duty[2]),
            programme=programme,
            programme_age_max=age_max,
            incomes=self.incomes_of(line) if is_open else (),
            after_support_until=self._day(self._after, key),
            answer_by=self._answer(key, settings.thinking_days),
            erase_on=_date(self._persons[key][0][2]),
            safety_on=self._day(self._safety, key) if is_open and not self.hides(line) else None,
            checkin_on=self._checkin(line) if is_open else None,
            checks=tuple((UUID(bytes=row[1]), row[2], date.fromisoformat(row[3])) for row in self._checks.get(key, ())),
            consents=self._consents_of(line, ending=True) if is_open else (),
            unsigned=self._consents_of(line, ending=False) if is_open else (),
        )

    def _consents_of(self, line: MenteeLine, *, ending: bool) -> tuple[tuple[UUID, str, date], ...]:
        """To whom and until when of those that hold; else those given by word of mouth, and since when."""
        rows = () if self.hides(line) else self._consents.get(line.mentee_id, ())
        if ending:
            last = {row[2]: row for row in rows}  # the latest towards each
            return tuple((UUID(bytes=row[1]), row[2], date.fromisoformat(row[3])) for row in last.values())
        oral = [row for row in rows if row[5] == ConsentForm.ORAL_DOCUMENTED.value and row[6] is None]
        return tuple((UUID(bytes=row[1]), row[2], date.fromisoformat(row[4])) for row in oral)

    def _day(self, rows: _Rows, key: UUID) -> date | None:
        return _date(rows[key][0][1]) if key in rows else None

    def _answer(self, key: UUID, days: int) -> date | None:
        if key not in self._offered:
            return None
        _, asked, offered = self._offered[key][0]
        return _date(asked) or (answer_by(date.fromisoformat(offered), days) if offered else None)

    def _checkin(self, line: MenteeLine) -> date | None:
        """The day that is settled with the caseworker; else the interval of the programme runs from the latest talk
        with another actor, and before the first there is none to keep."""
        settled = self._day(self._settled, line.mentee_id)
        if settled is not None:
            return settled
        last = self._day(self._talks, line.mentee_id)
        if last is None or line.programme_id is None:
            return None
        return next_checkin(last, line.started_on, self._programmes[line.programme_id][2])


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _incomes(session: Session) -> dict[UUID, list[IncomePeriod]]:
    states = _states(session, _INCOME_STATES, lambda code, day: IncomeStateOn(state=IncomeState(code), since=day))
    values = reader(IncomePeriod, IncomePeriodRow, "p", "states")
    found: dict[UUID, list[IncomePeriod]] = {}
    for key, *row in values.rows(session, "FROM income_period AS p ORDER BY p.from_date, p.id", first="p.id, "):
        one = values.make(tuple(row), states=tuple(states.get(key, ())))
        found.setdefault(one.mentee_id, []).append(one)
    return found


def _interventions(session: Session) -> dict[UUID, list[ParallelIntervention]]:
    states = _states(session, _INTERVENTION_STATES, lambda code, day: StateOn(state=InterventionState(code), since=day))
    values = reader(ParallelIntervention, ParallelInterventionRow, "p", "states")
    found: dict[UUID, list[ParallelIntervention]] = {}
    for key, *row in values.rows(session, "FROM parallel_intervention AS p ORDER BY p.id", first="p.id, "):
        one = values.make(tuple(row), states=tuple(states.get(key, ())))
        found.setdefault(one.mentee_id, []).append(one)
    return found


def _states(session: Session, statement: str, make: Callable[[str, date], Any]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = {}
    for key, code, day in run(session, statement):
        found.setdefault(key, []).append(make(code, date.fromisoformat(day)))
    return found
