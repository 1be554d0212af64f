"""Phases in a row: done, going on - several may -, ahead; on as many lines as they need."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.phases import phase_lines, stage_phases, study_phases
from mentorapp.domain.studies import StudyPhase, StudyPhaseOn
from mentorapp.domain.workplace_support import SeStage, StageEntry, StageState, stages_now

DONE, CURRENT, AHEAD = StageState.DONE, StageState.CURRENT, StageState.AHEAD


def test_stages_that_overlap_all_go_on() -> None:
    entries = [
        StageEntry(id=uuid4(), mentee_id=uuid4(), enrolment_id=uuid4(), stage=stage, from_date=since, to_date=until)
        for stage, since, until in (
            (SeStage.AGREEMENT, date(2026, 8, 1), date(2026, 8, 20)),
            (SeStage.JOB_SEARCH, date(2026, 9, 1), None),
            (SeStage.EMPLOYER, date(2026, 9, 14), None),
        )
    ]
    phases = stage_phases(stages_now(entries, date(2026, 11, 25)))
    assert [one.state for one in phases] == [DONE, AHEAD, CURRENT, CURRENT, AHEAD]
    assert (phases[0].code, phases[0].key) == ("agreement", "codes.se_stage_agreement")
    assert (phases[0].since, phases[0].until) == (date(2026, 8, 1), date(2026, 8, 20))


@pytest.mark.parametrize(
    ("phase", "begun", "states"),
    [
        (StudyPhase.PREPARE, [], [CURRENT, AHEAD, AHEAD, AHEAD]),
        (StudyPhase.GET, [StudyPhase.PREPARE, StudyPhase.GET], [DONE, DONE, CURRENT, AHEAD]),
        (StudyPhase.COMPLETED, [StudyPhase.KEEP], [DONE, DONE, DONE, DONE]),
        (StudyPhase.INTERRUPTED, [StudyPhase.PREPARE, StudyPhase.CHOOSE], [DONE, DONE, AHEAD, AHEAD]),
        (StudyPhase.INTERRUPTED, [], [AHEAD, AHEAD, AHEAD, AHEAD]),
    ],
)
def test_studies_go_through_their_phases(phase: StudyPhase, begun: list[StudyPhase], states: list[StageState]) -> None:
    since = [StudyPhaseOn(phase=one, since=date(2026, 9, at)) for at, one in enumerate(begun, start=1)]
    phases = study_phases(phase, since)
    assert [one.state for one in phases] == states
    assert [one.since for one in phases if one.since] == [one.since for one in since]


@given(st.lists(st.floats(10, 300), max_size=8), st.floats(50, 900))
def test_lines_hold_all_phases_in_order_within_their_room(widths: list[float], room: float) -> None:
    lines = phase_lines(widths, room)
    assert [place for line in lines for place in line] == list(range(len(widths)))
    assert all(len(line) == 1 or sum(widths[place] for place in line) <= room for line in lines)
