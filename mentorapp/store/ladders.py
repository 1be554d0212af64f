"""The shipped ladders: data files that a programme copies. A damaged file is refused with the place of the damage."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.programmes import Ladder, Level
from resources import path_of


def list_ladders() -> tuple[Ladder, ...]:
    """The shipped ladders in the order of their file names."""
    return tuple(read_ladder(path) for path in sorted(path_of("ladders").glob("*.json")))


def get_ladder(code: str) -> Ladder:
    """KeyError when no shipped ladder has that code."""
    return {ladder.code: ladder for ladder in list_ladders()}[code]


def read_ladder(path: Path) -> Ladder:
    """WorldFault `ladder_damaged` names the file and the line, or the level, that cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        levels = tuple(_level(number, one) for number, one in enumerate(data["levels"], start=1))
        codes = [level.code for level in levels]
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice is not None:
            raise ValueError(twice)
        return Ladder(
            code=data["code"],
            name_sv=data["name_sv"],
            name_en=data["name_en"],
            exclusive=bool(data["exclusive"]),
            levels=levels,
            after_support_months=int(data.get("after_support_months", 3)),
        )
    except json.JSONDecodeError as error:
        raise WorldFault("ladder_damaged", file=path.name, place=error.lineno) from error
    except (KeyError, TypeError, ValueError) as error:
        raise WorldFault("ladder_damaged", file=path.name, place=str(error)) from error


def _level(number: int, data: Mapping[str, Any]) -> Level:
    weeks = data.get("planned_weeks")
    return Level(
        id=new_id(),
        order=number,
        code=data["code"],
        name_sv=data["name_sv"],
        name_en=data["name_en"],
        short_sv=data.get("short_sv", ""),
        short_en=data.get("short_en", ""),
        description_easy_sv=data.get("description_easy_sv", ""),
        planned_weeks=None if weeks is None else int(weeks),
        is_goal=bool(data.get("is_goal", False)),
        shape=data.get("shape", ""),
        typical_activities=tuple(data.get("typical_activities", ())),
        step_goals=tuple(data.get("step_goals", ())),
    )
