"""What one screen asks the window for, as frozen values: screens do not know one another."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.exchange.addressees import THE_MENTEES_OWN, To


@dataclass(frozen=True, slots=True)
class NoteRequest:
    """A quick note wanted: for whom, writing up which booking, already chosen kind and attendance, or a kept draft."""

    mentee_id: UUID | None = None
    booking_id: UUID | None = None
    kind: SessionKind | None = None
    attendance: Attendance | None = None


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """A form that was begun, to be gone on with: its name as `ui.widgets.draft_keeper` says, and whom it is about."""

    mentee_id: UUID | None
    form: str


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A person's page wanted at one of its tabs, by the tab's name."""

    mentee_id: UUID
    tab: str


@dataclass(frozen=True, slots=True)
class PlacementRequest:
    """The page of a placement wanted; `mentee_id` is whose it is."""

    mentee_id: UUID
    placement_id: UUID


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """A preview wanted for the mentee, ordinary or easy-read (None lets the mentee's own need decide). Of nobody it is
    a blank form.

    `template` is a code of the catalogue, P01 being the plan. `about` is what it is about where that is not the person:
    the group activity of a certificate (P21), the version of a form (P04), a filled form or a follow-up (P05), a talk
    about studies (P22). `to` is for whom, where that is not the mentee: a contact, a party of a meeting, or, with no
    more than a meeting, all its parties at once (P08).
    """

    mentee_id: UUID | None = None
    easy: bool | None = None
    at_once: bool = False
    template: str = "P01"
    about: UUID | None = None
    to: To = THE_MENTEES_OWN


@dataclass(frozen=True, slots=True)
class WizardRequest:
    """The meeting wizard wanted; `step` is 1 (the meeting) to 5 (look through and print), None where one was last."""

    mentee_id: UUID
    meeting_id: UUID
    step: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingModeRequest:
    """The window to be shown to whoever sits beside. Without a mentee it is asked who that is; without a meeting it is
    the one of today, if there is one."""

    mentee_id: UUID | None = None
    meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """The next meeting wanted, like that one, on a day where one is agreed already."""

    mentee_id: UUID
    last_id: UUID
    day: date | None = None


@dataclass(frozen=True, slots=True)
class WriteUpRequest:
    """What is done after a meeting is wanted: who came, what was decided, the protocol, the next day."""

    mentee_id: UUID
    meeting_id: UUID
