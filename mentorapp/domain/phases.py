"""Phases that follow one another, several of which may go on at once: the stages of SE, the phases of studies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .studies import WAY, StudyPhase, StudyPhaseOn
from .workplace_support import StageNow, StageState


@dataclass(frozen=True, slots=True)
class Phase:
    """`key` is the key of its name among the texts."""

    code: str
    key: str
    state: StageState
    since: date | None = None
    until: date | None = None


def stage_phases(stages: Iterable[StageNow]) -> tuple[Phase, ...]:
    """What `workplace_support.stages_now` gives."""
    return tuple(
        Phase(one.stage.value, f"codes.se_stage_{one.stage.value}", one.state, one.since, one.until) for one in stages
    )


def study_phases(phase: StudyPhase, begun: Iterable[StudyPhaseOn] = ()) -> tuple[Phase, ...]:
    """The four phases on the way. Completed studies have passed all of them; interrupted ones stop where they were."""
    since = {one.phase: one.since for one in sorted(begun, key=lambda one: one.since)}
    reached = [at for at, one in enumerate(WAY) if one in since]
    here = WAY.index(phase) if phase in WAY else None
    passed = len(WAY) if phase is StudyPhase.COMPLETED else max(reached, default=-1) + 1 if here is None else here
    return tuple(
        Phase(
            one.value,
            f"codes.study_phase_{one.value}",
            StageState.CURRENT if at == here else StageState.DONE if at < passed else StageState.AHEAD,
            since.get(one),
        )
        for at, one in enumerate(WAY)
    )


def phase_lines(widths: Sequence[float], room: float) -> tuple[tuple[int, ...], ...]:
    """The places of the phases on each line, as many on a line as there is room for; at least one."""
    lines: list[list[int]] = []
    used = 0.0
    for place, width in enumerate(widths):
        if lines and used + width <= room:
            lines[-1].append(place)
            used += width
        else:
            lines.append([place])
            used = width
    return tuple(tuple(line) for line in lines)
