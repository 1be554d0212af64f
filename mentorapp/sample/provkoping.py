"""The demo set Provköping: twelve invented people with their stories, from the files in `resources/sample`."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Session

from mentorapp.domain.intake import OutreachKind, month_of
from mentorapp.domain.mentees import Gender
from mentorapp.domain.programmes import Ladder, LegalProfile
from mentorapp.store.ladders import get_ladder
from mentorapp.store.outreach import add_outreach_effort
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.tables.lists import DeclineRow
from resources import path_of

from .agreed import add_consents
from .casework import add_group
from .days import Days
from .met import add_meetings
from .people import add_person
from .stories import add_story
from .surroundings import add_place, add_surroundings
from .working import add_working, add_workplaces

Record = Mapping[str, Any]


def fill_sample(store: Store, day: date) -> None:
    """Writes the sample people in one step, as they stand on `day`; the clock of the store must show that day.

    A store that already has a programme of the same name is refused with InputError and left as it was.
    """
    if store.clock.today() != day:
        raise ValueError("the clock of the store shows another day")
    place = read("provkoping.toml")
    with store.write("sample_filled") as session:
        # A session forgets rows that nobody holds, and each of a thousand verbs would read its mentee anew.
        held: list[object] = []
        event.listen(session, "pending_to_persistent", lambda _session, row: held.append(row))
        days = Days(day, store.clock.now())
        change_profile(session, **place["mentor"])
        programmes = {name: _programme(session, record, days) for name, record in place["programme"].items()}
        register = add_place(session, place, days)
        bank = add_workplaces(session, read("workplaces.toml"), register, days)
        change_setting(session, "session_rating_licence", True)
        mentees = {}
        for number, person, case in list_people():
            mentee = mentees[number] = add_person(session, person["person"], days)
            add_surroundings(session, mentee, case, register, days)
            enrolments = [
                add_story(session, mentee, programmes[record["programme"]], {**record, **more}, days)
                for record, more in zip(person["enrolment"], case["enrolment"], strict=True)
            ]
            add_consents(session, mentee, case, register, days)
            add_meetings(session, mentee, case, register, days)
            add_working(session, mentee, enrolments, read_work(number), register, bank, days)
        for group in place["group"]:
            add_group(session, group, mentees, days)
        for effort in place["outreach"]:
            add_outreach_effort(
                session,
                days.at(effort["day"]),
                OutreachKind(effort["kind"]),
                effort["sent"],
                reached=effort["reached"],
                note=effort["note"],
            )
        # Nobody is behind it any more: a no leaves only these.
        session.add_all(
            DeclineRow(
                month=month_of(days.at(no["day"])),
                reason=no["reason"],
                source=no["source"],
                gender=Gender(no["gender"]),
            )
            for no in place["decline"]
        )


def list_people() -> tuple[tuple[str, Record, Record], ...]:
    """The number, the story and the case of each of the twelve, in their order."""
    names = sorted(path.name for path in path_of("sample").glob("[0-9]*.toml"))
    return tuple((name[:2], read(name), read("case", name)) for name in names)


def read_work(number: str) -> Record:
    """What the person of that number has measured, worked and studied; not everybody has."""
    return next((read("work", path.name) for path in path_of("sample", "work").glob(f"{number}-*.toml")), {})


def read(*parts: str) -> Record:
    """A sample file; numbers with a decimal are exact."""
    path: Path = path_of("sample", *parts)
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def _programme(session: Session, record: Record, days: Days) -> UUID:
    ladder = _opened(get_ladder(record["ladder"]), frozenset(record.get("open_ended", ())))
    return add_programme(
        session,
        record["name"],
        ladder,
        owner=record["owner"],
        legal_profile=LegalProfile(record["legal_profile"]),
        age_min=record["age_min"],
        age_max=record["age_max"],
        starts=days.at(record["starts"]),
    )


def _opened(ladder: Ladder, codes: frozenset[str]) -> Ladder:
    """The ladder with those levels lasting as long as it takes."""
    levels = tuple(replace(one, planned_weeks=None) if one.code in codes else one for one in ladder.levels)
    return replace(ladder, levels=levels)
