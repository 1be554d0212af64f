"""Into meeting mode and out of it: what lies open is put away first, and the text is one step larger meanwhile."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QToolTip

from mentorapp.store.settings import get_settings
from ui.frame import is_alone
from ui.requests import DraftRequest, MeetingModeRequest, WizardRequest, WriteUpRequest
from ui.screens.meeting_mode import LeaveCard, MeetingMode
from ui.theme import TEXT_SIZES
from ui.widgets.overlay import Overlay
from ui.widgets.save_card import passphrase_checked

if TYPE_CHECKING:
    from ui.kit import Kit
    from ui.rooms import Rooms

_NOT_OF_ONE = frozenset({"mentees"})
"""Whoever is only marked in the list is not yet who sits beside."""


class MeetingModeSwitch(QObject):
    """`toggle` is F8."""

    def __init__(self, rooms: "Rooms", kit: "Kit") -> None:
        super().__init__(rooms)
        self._rooms, self._kit = rooms, kit
        self._screen: MeetingMode | None = None
        self._asking: LeaveCard | None = None
        self._larger = 0

    @property
    def screen(self) -> MeetingMode:
        if self._screen is None:
            rooms = self._rooms
            self._screen = MeetingMode(rooms.store, rooms.texts, rooms.theme)
            self._screen.leave_wanted.connect(self.toggle)
            self._screen.lock_wanted.connect(rooms.lock_wanted)
        return self._screen

    @property
    def is_on(self) -> bool:
        return is_alone(self._rooms.frame.current)

    def toggle(self) -> None:
        if self.is_on:
            self._leave()
        else:
            self.enter(self._wanted())

    def enter(self, request: MeetingModeRequest) -> None:
        """Not while something that is being written cannot be kept: it would be in sight."""
        if self.is_on or not self._put_away():
            return
        self._grow()
        self._rooms.frame.go("meeting_mode", request)

    def open_draft(self, request: DraftRequest) -> None:
        """What was begun at a meeting, with the meeting; a note of its own with its mentee."""
        form, _, key = request.form.partition(":")
        meeting, _, invitee = key.partition(".")
        self.enter(MeetingModeRequest(request.mentee_id, UUID(hex=meeting) if meeting else None))
        if form == "meeting.note":
            self.screen.open_note()
        elif form == "meeting.oral":
            self.screen.ask_oral(UUID(hex=invitee))

    def set_size(self, percent: int) -> None:
        """While it is on, another size is for now: the chosen one comes back."""
        self._rooms.theme.set_text_percent(percent)

    def _leave(self) -> None:
        with self._rooms.store.read() as session:
            asks = get_settings(session).meeting_mode_passphrase
        if not asks:
            self._end()
        elif self._asking is None:
            rooms, check = self._rooms, passphrase_checked(self._rooms.store.path)
            card = LeaveCard(self._kit.window, rooms.theme, rooms.texts, self._kit.tasks, check)
            card.allowed.connect(self._end)
            card.closed.connect(self._on_card_closed)
            self._asking = card
            card.open(card.passphrase.line)

    def _on_card_closed(self) -> None:
        self._asking = None

    def _end(self) -> None:
        """A note that is being written stays as a draft."""
        if not self._put_away():
            return
        self.screen.forget()
        self._rooms.theme.set_text_percent(self._kit.preferences.now.text_percent)
        self._rooms.frame.back()

    def _wanted(self) -> MeetingModeRequest:
        here = self._rooms.frame.here
        if here is not None and isinstance(here.subject, WizardRequest | WriteUpRequest):
            return MeetingModeRequest(here.subject.mentee_id, here.subject.meeting_id)
        asked = getattr(self._rooms.frame.current, "meeting_mode_request", None)
        if callable(asked):
            request = asked()
            assert isinstance(request, MeetingModeRequest)
            return request
        known = here is not None and here.key not in _NOT_OF_ONE
        return MeetingModeRequest(self._rooms.shown_mentee() if known else None)

    def _grow(self) -> None:
        theme = self._rooms.theme
        at = TEXT_SIZES.index(theme.text_percent)
        theme.set_text_percent(TEXT_SIZES[min(at + 1, len(TEXT_SIZES) - 1)])

    def _put_away(self) -> bool:
        """Menus, lists, cards and the quick note: drafts stay. False when something cannot be put away."""
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        built = self._rooms.__dict__
        if "note" in built and self._rooms.note.is_open:
            self._rooms.note.close_note()
        for overlay in self._kit.window.findChildren(Overlay):
            if overlay.isVisible():
                overlay.close_over()
        still = any(one.isVisible() for one in self._kit.window.findChildren(Overlay))
        return not still and not ("note" in built and self._rooms.note.is_open)
