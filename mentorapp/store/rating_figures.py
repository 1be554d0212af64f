"""Reads what the figures on ratings count: every enrolment that counts with its occasions and the mentee's own forms.

Past the ORM, a fixed number of reads. No name is read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Gender
from mentorapp.domain.rating_figures import (
    Answers,
    Case,
    FormFigures,
    RoundShare,
    form_figures,
    latest_answers,
    round_shares,
)
from mentorapp.domain.rounds_counted import as_counted
from mentorapp.domain.scale_marks import Mark, ScaleResponse
from mentorapp.domain.scale_rounds import DueRound, due_rounds
from mentorapp.domain.scales import WELL_BEING, Respondent, ScaleDefinition, ScaleKind, ScaleUse
from mentorapp.domain.session_ratings import ORS, SRS
from mentorapp.domain.total_figures import (
    LastMean,
    OrsFigures,
    TotalFigures,
    last_mean,
    ors_figures,
    total_figures,
)

from .scale_definitions import list_versions
from .settings import get_settings
from .straight import reader, run
from .tables.scales import ScaleMarkRow, ScaleResponseRow

_ENROLMENTS = """
SELECT e.id, e.mentee_id, m.gender, ifnull(m.birth_date, m.birth_year || '-01-01'), e.started_on, e.closed_on
FROM enrolment AS e JOIN mentee AS m ON m.id = e.mentee_id
WHERE e.started_on IS NOT NULL AND e.counts_in_statistics ORDER BY e.started_on, e.id
"""
_LEFT = """
SELECT s.enrolment_id, l."order", s.left_on FROM level_entry AS s JOIN level AS l ON l.id = s.level_id
WHERE s.left_on IS NOT NULL
"""
_CHECKS = "SELECT enrolment_id, months, planned_on FROM outcome_check"
_FORMS = "FROM scale_response AS p WHERE p.voided_on IS NULL ORDER BY p.event_date, p.id"
_MARKS = """
FROM scale_mark AS m JOIN scale_response AS p ON p.id = m.response_id WHERE p.voided_on IS NULL ORDER BY m."order"
"""

_Days = Mapping[bytes, list[tuple[int, date]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingFigures:
    """`forms` and `answers` are by form and version, `rounds` by the code of the form, all in the order of the forms.

    `ors`, `srs` and the totals are None or empty while nobody has such a form.
    """

    forms: tuple[FormFigures, ...]
    rounds: Mapping[str, tuple[RoundShare, ...]]
    answers: tuple[Answers, ...]
    ors: OrsFigures | None
    srs: LastMean | None
    totals: tuple[TotalFigures, ...]


def read_rating_figures(session: Session) -> RatingFigures:
    cases, versions, settings = _cases(session), list_versions(session), get_settings(session)
    own = [one for one in versions if one.use is ScaleUse.SELF and one.respondent is Respondent.MENTEE]
    lines = [one for one in own if not one.is_external]
    totals = [one for one in own if one.kind is ScaleKind.EXTERNAL_TOTAL]
    today = session.info["clock"].today()
    shares = {
        code: round_shares(code, cases, today, code == WELL_BEING) for code in dict.fromkeys(one.code for one in own)
    }
    return RatingFigures(
        forms=_there(form_figures(one, cases, settings.change_mm) for one in lines),
        rounds={code: found for code, found in shares.items() if found},
        answers=tuple(answers for one in lines for answers in latest_answers(one, cases)),
        ors=ors_figures(_newest(versions, ORS), cases, settings.session_limits),
        srs=last_mean(_newest(versions, SRS), cases),
        totals=_there(total_figures(one, cases) for one in totals),
    )


def _there(found: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(one for one in found if one is not None)


def _newest(versions: Iterable[ScaleDefinition], code: str) -> ScaleDefinition:
    """ORS and SRS are somebody else's: they have one version."""
    return [one for one in versions if one.code == code][-1]


def _cases(session: Session) -> tuple[Case, ...]:
    rows = run(session, _ENROLMENTS).fetchall()
    left, checks = _days(session, _LEFT), _days(session, _CHECKS)
    forms = _by_enrolment(rows, _responses(session))
    due = {key: _due(started, left.get(key, ()), closed, checks.get(key, ())) for key, *_, started, closed in rows}
    return tuple(
        Case(
            enrolment_id=UUID(bytes=key),
            gender=Gender(gender),
            birth_date=_date(born),
            due=due[key],
            responses=as_counted(due[key], forms.get(key, ())),
        )
        for key, _mentee, gender, born, *_ in rows
    )


def _due(
    started: str, left: Iterable[tuple[int, date]], closed: str | None, checks: Iterable[tuple[int, date]]
) -> tuple[DueRound, ...]:
    return due_rounds(date.fromisoformat(started), left, _date(closed), checks)


def _by_enrolment(rows: Iterable[Any], responses: Iterable[ScaleResponse]) -> Mapping[bytes, list[ScaleResponse]]:
    """Where a form names no enrolment, as those of a contact do, it is the one that had begun on that day."""
    begun: dict[bytes, list[tuple[str, bytes]]] = {}
    counted = set()
    for key, mentee, _gender, _born, started, _closed in rows:
        begun.setdefault(mentee, []).append((started, key))
        counted.add(key)
    found: dict[bytes, list[ScaleResponse]] = {}
    for one in responses:
        key = one.enrolment_id.bytes if one.enrolment_id else None
        if key is None:
            on = one.event_date.isoformat()
            key = next((k for started, k in reversed(begun.get(one.mentee_id.bytes, [])) if started <= on), None)
        if key in counted:
            found.setdefault(key, []).append(one)
    return found


def _responses(session: Session) -> list[ScaleResponse]:
    of_response: dict[bytes, list[Mark]] = {}
    marks = reader(Mark, ScaleMarkRow, "m")
    for key, *row in marks.rows(session, _MARKS, first="p.id, "):
        of_response.setdefault(key, []).append(marks.make(tuple(row)))
    made = reader(ScaleResponse, ScaleResponseRow, "p", "marks")
    return [
        made.make(tuple(row), marks=tuple(of_response.get(key, ())))
        for key, *row in made.rows(session, _FORMS, first="p.id, ")
    ]


def _days(session: Session, statement: str) -> _Days:
    found: dict[bytes, list[tuple[int, date]]] = {}
    for key, number, on in run(session, statement):
        found.setdefault(key, []).append((number, date.fromisoformat(on)))
    return found


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
