"""Ratings of everybody as the rules of Idag need them: totals of ORS and SRS, and forms whose occasion has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.reminders import Person
from mentorapp.domain.rounds_ahead import FormRounds, Rounds
from mentorapp.domain.scale_rounds import Filled, RoundKind, due_rounds
from mentorapp.domain.scales import WELL_BEING
from mentorapp.domain.session_ratings import ORS, Total

from .scale_files import shipped_scales
from .straight import run

_TOTALS = """
WITH newest AS (
    SELECT mentee_id, code, max(event_date) AS last FROM scale_response WHERE code IN ('ors', 'srs')
    GROUP BY mentee_id, code HAVING max(event_date) >= ?
), looked_at AS (
    SELECT mentee_id, code, min(date(last, '-90 days'), coalesce((
        SELECT event_date FROM scale_response AS b WHERE b.mentee_id = newest.mentee_id AND b.code = newest.code
        ORDER BY event_date DESC LIMIT 1 OFFSET 5), '')) AS first FROM newest
)
SELECT r.mentee_id, r.code, r.event_date, sum(m.value)
FROM looked_at AS n JOIN scale_response AS r
     ON r.mentee_id = n.mentee_id AND r.code = n.code AND r.event_date >= n.first AND r.voided_on IS NULL
JOIN scale_mark AS m ON m.response_id = r.id
GROUP BY r.id HAVING count(m.value) = 4 ORDER BY r.event_date, r.id
"""
"""Of people with a form since a day, what the newest is held against: ninety days, and at least the six newest forms,
since one with a line missing has no total (F 18)."""
_ASKED = """
WITH asked AS (
    SELECT e.id, e.mentee_id, e.started_on, e.closed_on FROM enrolment AS e
    LEFT JOIN closure AS c ON c.enrolment_id = e.id
    WHERE e.started_on IS NOT NULL AND (
        e.status IN ('active', 'after_support')
        OR (e.status = 'closed' AND c.mode != 'administrative' AND c.reason != 'deceased'
            AND NOT EXISTS (SELECT 1 FROM enrolment AS n WHERE n.mentee_id = e.mentee_id AND n.status != 'closed')
            AND ((c.closed_on >= ?1 AND NOT c.last_scale_done)
                 OR EXISTS (SELECT 1 FROM outcome_check AS k WHERE k.enrolment_id = e.id
                            AND k.planned_on BETWEEN ?1 AND ?2 AND k.state IN ('planned', 'reached'))))))
"""
"""Stands before each statement below. Enrolments with somebody to ask: open ones that do not rest, and closed ones
whose end or later check is new."""
_ENROLMENTS = "SELECT id, mentee_id, started_on, closed_on FROM asked ORDER BY started_on, id"
_LEFT = """
SELECT s.enrolment_id, l."order", s.left_on FROM level_entry AS s JOIN level AS l ON l.id = s.level_id
JOIN asked ON asked.id = s.enrolment_id WHERE s.left_on IS NOT NULL
"""
_CHECKS = """
SELECT k.enrolment_id, k.months, k.planned_on FROM outcome_check AS k JOIN asked ON asked.id = k.enrolment_id
WHERE k.state IN ('planned', 'reached')
"""
_FILLED = """
SELECT r.enrolment_id, r.code, r.round, r.round_of, r.event_date
FROM asked JOIN scale_response AS r ON r.mentee_id = asked.mentee_id AND r.enrolment_id = asked.id
WHERE r.voided_on IS NULL ORDER BY r.event_date, r.id
"""
_FORMS = "SELECT code, version, use, in_use, title_sv, title_en FROM scale_definition"

_Grouped = Mapping[bytes, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Totals:
    """Of one person, oldest first."""

    ors: list[Total] = field(default_factory=list)
    srs: list[Total] = field(default_factory=list)


def read_totals(session: Session, days: int) -> Mapping[UUID, Totals]:
    """By mentee, of those with a form of the last so many days: the totals of their latest whole forms."""
    since = session.info["clock"].today() - timedelta(days=days)
    found: dict[UUID, Totals] = {}
    for mentee, code, on, tenths in run(session, _TOTALS, (since.isoformat(),)):
        totals = found.setdefault(UUID(bytes=mentee), Totals())
        of_code = totals.ors if code == ORS else totals.srs
        of_code.append(Total(date.fromisoformat(on), Decimal(tenths) / 10))
    return found


def read_rounds(session: Session, people: Mapping[UUID, Person], days: int) -> tuple[Rounds, ...]:
    """Enrolments of `people` with their occasions, closed ones only where an occasion is of the last so many days."""
    today = session.info["clock"].today()
    since = ((today - timedelta(days=days)).isoformat(), today.isoformat())
    left, checks = _grouped(session, _LEFT, since), _grouped(session, _CHECKS, since)
    filled, forms = _grouped(session, _FILLED, since), _forms(session)
    return tuple(
        Rounds(
            person=people[UUID(bytes=mentee)],
            enrolment_id=UUID(bytes=key),
            due=due_rounds(
                date.fromisoformat(started),
                [(order, date.fromisoformat(on)) for _, order, on in left.get(key, ())],
                date.fromisoformat(closed) if closed else None,
                [(months, date.fromisoformat(on)) for _, months, on in checks.get(key, ())],
            ),
            forms=_of_enrolment(forms, filled.get(key, ())),
        )
        for key, mentee, started, closed in run(session, _ASKED + _ENROLMENTS, since)
        if UUID(bytes=mentee) in people
    )


def _of_enrolment(forms: Mapping[str, tuple[str, str]], filled: Any) -> tuple[FormRounds, ...]:
    by_code: dict[str, list[Filled]] = {WELL_BEING: []}
    for _, code, kind, of, on in filled:
        by_code.setdefault(code, []).append(Filled(kind=RoundKind(kind), of=of, on=date.fromisoformat(on)))
    return tuple(
        FormRounds(code=code, title_sv=forms[code][0], title_en=forms[code][1], filled=tuple(found))
        for code, found in by_code.items()
        if code in forms
    )


def _forms(session: Session) -> Mapping[str, tuple[str, str]]:
    """The titles of the self-ratings in use, as the newest version of each says them."""
    every = {
        (one.code, one.version): (one.use.value, one.in_use, one.title_sv, one.title_en) for one in shipped_scales()
    }
    every |= {(code, version): tuple(rest) for code, version, *rest in run(session, _FORMS)}
    newest = {code: every[code, version] for code, version in sorted(every)}
    return {code: (sv, en or sv) for code, (use, in_use, sv, en) in newest.items() if use == "self" and in_use}


def _grouped(session: Session, statement: str, since: tuple[str, ...]) -> _Grouped:
    found: dict[bytes, list[tuple[Any, ...]]] = {}
    for row in run(session, _ASKED + statement, since):
        found.setdefault(row[0], []).append(row)
    return found
