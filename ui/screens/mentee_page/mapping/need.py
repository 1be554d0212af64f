"""A need or a wish while it is on its way to becoming a goal, by key, by button, or dragged with the mouse."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QMimeData

from ui.widgets.dragging import key_of, mime

_KIND = "application/x-mentor-need"


@dataclass(frozen=True, slots=True)
class Need:
    """An area of the mapping, or one wish in it. What is dragged carries these keys and no words."""

    area: str
    wish_id: UUID | None = None

    def to_mime(self) -> QMimeData:
        return mime(_KIND, f"{self.area}/{self.wish_id.hex if self.wish_id else ''}")


def need_of(data: QMimeData) -> Need | None:
    """None for anything else that is dragged over us."""
    area, _, wish = key_of(data, _KIND).partition("/")
    return Need(area, UUID(hex=wish) if wish else None) if area else None
