"""The screens of meetings, built once and wired to the window: Möten, the wizard, and what is done afterwards."""

from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from ui.frame import Frame
from ui.mentee_room import open_page
from ui.requests import BookingRequest, DraftRequest, WizardRequest, WriteUpRequest
from ui.screens.meeting_after import AfterScreen
from ui.screens.meeting_wizard import MeetingWizard
from ui.screens.meetings import MeetingsScreen
from ui.widgets.screen import Screen

if TYPE_CHECKING:
    from ui.rooms import Rooms

_PLACES = {"wizard": ("wizard", WizardRequest), "after": ("meeting_after", WriteUpRequest)}
MEETING_DRAFTS = frozenset(_PLACES)
"""The first words of drafts that name their meeting after a colon."""


def add_meeting_screens(rooms: "Rooms") -> None:
    frame = rooms.frame
    frame.add_screen("meetings", lambda: _meetings(rooms))
    frame.add_screen("wizard", lambda: _wizard(rooms), partial(_open_wizard, frame), rail="meetings")
    frame.add_screen("meeting_after", lambda: _after(rooms), partial(_open_after, frame), rail="meetings")


def at_any_meeting(rooms: "Rooms", request: WizardRequest | WriteUpRequest) -> None:
    """To where it is prepared, or to where it is written up."""
    rooms.frame.go("wizard" if isinstance(request, WizardRequest) else "meeting_after", request)


def open_meeting_draft(rooms: "Rooms", request: DraftRequest) -> None:
    """Which meeting it is about stands in its name."""
    assert request.mentee_id is not None
    place, wanted = _PLACES[request.form.partition(".")[0]]
    rooms.frame.go(place, wanted(request.mentee_id, UUID(hex=request.form.partition(":")[2].partition(".")[0])))
    cast("Screen", rooms.frame.current).open_draft(request.form)


def _meetings(rooms: "Rooms") -> MeetingsScreen:
    meetings = MeetingsScreen(rooms.store, rooms.texts, rooms.theme)
    meetings.mentee_opened.connect(partial(rooms.frame.go, "mentee"))
    meetings.print_wanted.connect(rooms.open_preview)
    meetings.wizard_wanted.connect(partial(rooms.frame.go, "wizard"))
    meetings.write_up_wanted.connect(partial(rooms.frame.go, "meeting_after"))
    return meetings


def _wizard(rooms: "Rooms") -> MeetingWizard:
    wizard = MeetingWizard(rooms.store, rooms.texts, rooms.theme, rooms.kit.tasks, rooms.kit.parts)
    wizard.back_wanted.connect(rooms.frame.back)
    wizard.page_wanted.connect(partial(open_page, rooms))
    return wizard


def _open_wizard(frame: Frame, which: object) -> None:
    cast("MeetingWizard", frame.current).open(cast("WizardRequest", which))


def _after(rooms: "Rooms") -> AfterScreen:
    after = AfterScreen(rooms.store, rooms.texts, rooms.theme)
    after.back_wanted.connect(rooms.frame.back)
    after.print_wanted.connect(rooms.open_preview)
    after.book_wanted.connect(partial(book_next, rooms))
    return after


def _open_after(frame: Frame, which: object) -> None:
    cast("AfterScreen", frame.current).open(cast("WriteUpRequest", which))


def book_next(rooms: "Rooms", request: BookingRequest) -> None:
    """The form of the booking stands over Möten."""
    rooms.frame.go("meetings")
    cast("MeetingsScreen", rooms.frame.current).open_next(request)
