"""Reads what the mentor's own follow-up counts: everybody who has begun and counts, past the ORM.

A no, what is marked as not to be counted and what was voided are left out; no name is read.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from mentorapp.domain.closing import POSITIVE, CheckState, Destination, ResultClass
from mentorapp.domain.figures import Counted, Figures, FigureTable, Unit, figure_table, support_months
from mentorapp.domain.lists import WordList
from mentorapp.domain.mentees import Gender
from mentorapp.domain.placements import Progress, progress_moves
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.stays import Moves, moved
from mentorapp.domain.support import InterventionKind

from .closings import result_of
from .progress import read_steps
from .safety_questions import count_asked
from .straight import run
from .word_lists import get_word

NOT_YET = "not_yet"
STILL, NOT_STILL = "still", "not_still"

_ENROLMENTS = """
SELECT e.id, e.mentee_id, m.gender, m.highest_education, m.public_support_months_before, e.criteria,
       coalesce(nullif(e.referral_referrer_type, ''), e.referral_source, 'unknown')
FROM enrolment e JOIN mentee m ON m.id = e.mentee_id
WHERE e.started_on IS NOT NULL AND e.counts_in_statistics ORDER BY e.started_on, e.id
"""
_CONTACTS = """
SELECT id, mentee_id, kind, support_kinds FROM session WHERE attendance = 'held' AND voided_at IS NULL
"""
_CLOSED = "SELECT enrolment_id, detail FROM closure"
_MILESTONES = "SELECT kind, mentee_id FROM milestone"
_GUIDANCE = "SELECT mentee_id, state FROM routine_item WHERE checklist = ? ORDER BY state_on"
_ASKED = "SELECT mentee_id, asked FROM safety_question ORDER BY asked_on"
_NPF = "SELECT mentee_id, state FROM parallel_intervention WHERE kind = ? ORDER BY created_at"
_CHECKS = "SELECT enrolment_id, months, destination FROM outcome_check WHERE state = ?"
_PLACEMENTS = """
SELECT p.id, p.mentee_id, p.type, coalesce(nullif(w.sector, ''), 'unknown')
FROM placement AS p JOIN workplace AS w ON w.id = p.workplace_id JOIN enrolment AS e ON e.id = p.enrolment_id
WHERE e.started_on IS NOT NULL AND e.counts_in_statistics AND p.from_date <= ? ORDER BY p.from_date, p.id
"""
_STAYS = """
SELECT s.enrolment_id, l."order" FROM level_entry s JOIN level l ON l.id = s.level_id
ORDER BY s.enrolment_id, s.entered_on
"""


@dataclass(frozen=True, slots=True)
class _Everybody:
    """Whom the tables count: their genders by the raw identifiers that stand in the rows."""

    enrolments: Mapping[Any, Gender]
    persons: Mapping[Any, Gender]
    rows: tuple[tuple[Any, ...], ...]


def read_figures(session: Session) -> Figures:
    """All tables, of all time; each total is that of its parts."""
    rows = tuple(run(session, _ENROLMENTS))
    everybody = _Everybody({row[0]: Gender(row[2]) for row in rows}, {row[1]: Gender(row[2]) for row in rows}, rows)
    months = {row[1]: row[4] for row in rows if row[4] is not None}
    ladders: dict[bytes, list[int]] = {}
    for enrolment, order in run(session, _STAYS):
        if enrolment in everybody.enrolments:
            ladders.setdefault(enrolment, []).append(order)
    moves = moved(ladders.values())
    steps = read_steps(session, everybody.enrolments)
    between = [progress_moves(one) for one in steps.values()]
    return Figures(
        tables=(
            *_who(everybody),
            *_given(session, everybody),
            *_placed(session, everybody, steps),
            *_outcomes(session, everybody),
        ),
        months=support_months(months.values()),
        forward=moves.forward,
        still=moves.still,
        back=moves.back,
        not_asked=count_asked(session).not_yet,
        steps=Moves(
            forward=sum(one.forward for one in between),
            still=sum(one.still for one in between),
            back=sum(one.back for one in between),
        ),
        stepped=sum(bool(one) for one in steps.values()),
    )


def _who(everybody: _Everybody) -> Iterator[FigureTable]:
    rows, persons, enrolments = everybody.rows, everybody.persons, everybody.enrolments
    yield figure_table(Counted.REFERRER, Unit.ENROLMENTS, enrolments, ((row[6], row[0]) for row in rows))
    yield figure_table(Counted.EDUCATION, Unit.PERSONS, persons, ((row[3], row[1]) for row in rows))
    criteria = ((code, row[0]) for row in rows for code in json.loads(row[5]))
    yield figure_table(Counted.CRITERION, Unit.ENROLMENTS, enrolments, criteria)


def _given(session: Session, everybody: _Everybody) -> Iterator[FigureTable]:
    persons = everybody.persons
    held = [row for row in run(session, _CONTACTS) if row[1] in persons]
    support = ((code, row[1]) for row in held for code in json.loads(row[3]))
    yield figure_table(Counted.SUPPORT, Unit.PERSONS, persons, support)
    contacts = {row[0]: persons[row[1]] for row in held}
    yield figure_table(Counted.FORM, Unit.CONTACTS, contacts, ((row[2], row[0]) for row in held))
    yield figure_table(Counted.MILESTONE, Unit.PERSONS, persons, run(session, _MILESTONES))
    guidance = dict.fromkeys(persons, ItemState.OPEN.value) | dict(run(session, _GUIDANCE, (Checklist.GUIDANCE,)))
    yield _by_newest(Counted.GUIDANCE, everybody, guidance)
    counts = count_asked(session)
    left = {key.bytes for key in counts.not_yet}
    asked = dict.fromkeys((key for key in persons if key in left), NOT_YET) | dict(run(session, _ASKED))
    # Of whom only the youth duty holds nobody asks: they are not among those that the share is of (I22).
    may = {key: gender for key, gender in persons.items() if key in asked}
    yield figure_table(Counted.SAFETY, Unit.PERSONS, may, ((code, key) for key, code in asked.items()))
    yield _by_newest(Counted.NPF, everybody, dict(run(session, _NPF, (InterventionKind.NPF_ASSESSMENT,))))


def _placed(
    session: Session, everybody: _Everybody, steps: Mapping[bytes, tuple[Progress, ...]]
) -> Iterator[FigureTable]:
    """Placements that have begun, by kind and by sector (W12); the steps that each enrolment has ever taken (P20)."""
    rows = run(session, _PLACEMENTS, (session.info["clock"].today().isoformat(),)).fetchall()
    placements = {key: everybody.persons[mentee] for key, mentee, _kind, _sector in rows}
    yield figure_table(Counted.PLACEMENT, Unit.PLACEMENTS, placements, ((kind, key) for key, _m, kind, _s in rows))
    yield figure_table(Counted.SECTOR, Unit.PLACEMENTS, placements, ((sector, key) for key, _m, _k, sector in rows))
    taken = ((one.step.value, key) for key, found in steps.items() for one in found)
    yield figure_table(Counted.STEP, Unit.ENROLMENTS, everybody.enrolments, taken)


def _outcomes(session: Session, everybody: _Everybody) -> Iterator[FigureTable]:
    results = {
        enrolment: result_of(get_word(session, WordList.CLOSE_REASON, detail))
        for enrolment, detail in run(session, _CLOSED)
        if enrolment in everybody.enrolments
    }
    closed = {key: everybody.enrolments[key] for key, one in results.items() if one is not ResultClass.NOT_COUNTED}
    yield figure_table(Counted.RESULT, Unit.ENROLMENTS, closed, ((one.value, key) for key, one in results.items()))
    reached: dict[Any, Gender] = {}
    found: list[tuple[str, Any]] = []
    for enrolment, months, destination in run(session, _CHECKS, (CheckState.REACHED,)):
        if enrolment in everybody.enrolments:
            reached[enrolment, months] = everybody.enrolments[enrolment]
            still = destination is not None and Destination(destination) in POSITIVE
            found.append((f"{STILL if still else NOT_STILL}_{months}", (enrolment, months)))
    yield figure_table(Counted.LASTS, Unit.ENROLMENTS, reached, found)


def _by_newest(counted: Counted, everybody: _Everybody, said: Mapping[Any, str]) -> FigureTable:
    """One code a person, the newest that was said; of nobody else."""
    return figure_table(counted, Unit.PERSONS, everybody.persons, ((code, key) for key, code in said.items()))
