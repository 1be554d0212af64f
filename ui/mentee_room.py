"""To a person's page: at one of its tabs, or at one note of a contact."""

from typing import TYPE_CHECKING
from uuid import UUID

from ui.requests import PageRequest

if TYPE_CHECKING:
    from ui.rooms import Rooms


def open_page(rooms: "Rooms", request: PageRequest) -> None:
    """A person's page, at the tab that is asked for."""
    rooms.frame.go("mentee", request.mentee_id)
    rooms.page.choose_tab(request.tab)


def open_session(rooms: "Rooms", mentee_id: UUID, session_id: UUID) -> None:
    """The note of a contact, over its mentee's page."""
    rooms.frame.go("mentee", mentee_id)
    rooms.page.open_item(session_id)
