"""Every place of the window, and every form over it, with the sample people: a name, and the way there."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QApplication

from mentorapp.store.adaptations import list_adaptations
from mentorapp.store.education_supports import list_education_supports
from mentorapp.store.follow_ups import list_follow_ups
from mentorapp.store.overviews import list_lines
from mentorapp.store.placements import list_placements
from mentorapp.store.scale_responses import list_responses
from mentorapp.store.workplaces import list_workplaces
from ui.requests import DraftRequest, NoteRequest, PlacementRequest
from ui.rooms import Rooms
from ui.screens.mentee_page.tab_list import TABS
from ui.screens.mentees import NEW_MENTEE
from ui.widgets.overlay import Overlay

Places = list[tuple[str, Callable[[], object]]]
_AT_WORK = ("details", "hours", "supervisor", "disclosure", "end", "support", "follow_up", "new_adaptation")
_FILLED_IN = ("well_being", "four_areas", "equality", "coherence")


def places(rooms: Rooms, persons: int = 4) -> Places:
    """Everything that is reached without opening a form over the window."""
    people = _people(rooms)
    with rooms.store.read() as session:
        placements = [one for person in people for one in list_placements(session, person)]
    tabs: Places = [
        (f"{name} of person {number}", partial(_tab, rooms, name, person))
        for number, person in enumerate(people[:persons])
        for name in TABS
    ]
    rooms.frame.go("settings")
    return [
        ("today", lambda: rooms.frame.go("today")),
        ("mentees", lambda: rooms.frame.go("mentees")),
        ("meetings", lambda: rooms.frame.go("meetings")),
        ("groups", lambda: rooms.frame.go("groups")),
        ("register", lambda: rooms.frame.go("register")),
        ("figures", lambda: rooms.frame.go("figures")),
        ("new mentee", partial(rooms.open_draft, DraftRequest(None, NEW_MENTEE))),
        *tabs,
        *((f"form {code}", partial(rooms.open_draft, DraftRequest(people[0], f"scales.entry:{code}")))
          for code in _FILLED_IN),
        *((f"settings {key}", partial(_settings, rooms, key)) for key in rooms.settings._pages),
        ("workplaces", lambda: rooms.frame.go("workplaces")),
        *((f"placement {number}", partial(rooms.frame.go, "placement", PlacementRequest(one.mentee_id, one.id)))
          for number, one in enumerate(placements[:3])),
        ("note", lambda: rooms.open_note(NoteRequest(people[0]))),
    ]  # fmt: skip


def sheets(rooms: Rooms) -> Places:
    """The forms about workplaces, placements, studies and ratings; each lies over the window until `put_away`."""
    people = _people(rooms)
    with rooms.store.read() as session:
        placement = next(one for person in people for one in list_placements(session, person))
        student, studies = next((p, one) for p in people for one in list_education_supports(session, p))
        filled = next(one for person in people for one in list_responses(session, person))
        met = list_follow_ups(session, placement.id)[0].id.hex
        parts = [
            *(f"placement.hours:{placement.id.hex}.{one.id.hex}" for one in placement.hours[:1]),
            *(f"placement.adaptation:{placement.id.hex}.{one.id.hex}"
              for one in list_adaptations(session, placement.id)[:1]),
            *(f"placement.{thing}:{placement.id.hex}.{met}{more}"
              for thing, more in (("follow_up", ""), ("marks", "-mentee"), ("marks", "-supervisor"))),
        ]  # fmt: skip
        workplace = list_workplaces(session)[0].id.hex
    named = [
        *((placement.mentee_id, f"placement.{thing}:{placement.id.hex}") for thing in _AT_WORK),
        *((placement.mentee_id, part) for part in parts),
        *((placement.mentee_id, f"work.{thing}") for thing in ("placement", "stage")),
        *((student, f"work.{thing}:{studies.id}") for thing in ("studies", "date", "helper", "talk")),
        (filled.mentee_id, f"scales.answers:{filled.id}"),
        (filled.mentee_id, "scales.measurement"),
        (None, "workplaces.workplace"),
        (None, f"workplaces.workplace:{workplace}"),
        (None, "settings.scale"),
        (None, f"settings.scale:{filled.code}"),
    ]
    return [(form, partial(_sheet, rooms, DraftRequest(person, form))) for person, form in named]


def put_away(rooms: Rooms) -> None:
    """What lies over the window is closed."""
    for overlay in rooms.frame.window().findChildren(Overlay):
        if overlay.isVisible():
            overlay.close_over()
    if "note" in rooms.__dict__ and rooms.note.is_open:
        rooms.note.close_note()
    QApplication.processEvents()


def _people(rooms: Rooms) -> list[UUID]:
    with rooms.store.read() as session:
        return [line.mentee_id for line in list_lines(session)]


def _tab(rooms: Rooms, name: str, person: UUID) -> None:
    rooms.frame.go("mentee", person)
    rooms.page.choose_tab(name)


def _settings(rooms: Rooms, key: str) -> None:
    rooms.frame.go("settings")
    rooms.settings.show_page(key)


def _sheet(rooms: Rooms, request: DraftRequest) -> None:
    put_away(rooms)
    rooms.open_draft(request)
    QApplication.processEvents()
