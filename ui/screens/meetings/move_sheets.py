"""Two short forms: another day for a meeting, and that it does not happen."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.meetings import Attended, Meeting, MeetingStatus
from mentorapp.language.texts import Texts
from mentorapp.store.meetings import move_meeting, set_attended, set_meeting_status
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text
from ui.widgets.when_field import WhenField


class MoveSheet(FormSheet):
    """Papers made for a day far from the new one are to be made anew (F 22); the row says so."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, meeting: Meeting) -> None:
        super().__init__(window, theme, texts, store, texts("meeting.move_title"), form=f"meetings.move:{meeting.id}",
                         mentee_id=None, label="meeting_moved", save_text=texts("meeting.move_it"))  # fmt: skip
        self._meeting = meeting
        self.when = WhenField(theme, texts, store.clock, texts("meeting.new_day"), lean=Lean.AHEAD, optional=False)
        self.when.set_when(meeting.event_date, meeting.start_time)
        self.add("event_date", self.when)
        self.place = self.add("place", LineField(theme, texts("meeting.place"), meeting.place))
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        day = self.when.day()
        assert day is not None
        move_meeting(session, self._meeting.id, day, start_time=self.when.at(), place=self.place.text())
        return self._meeting.id


class CallOffSheet(FormSheet):
    """Who could not come is noted like anything else, without blame (F 22). The reason is the mentor's own."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, meeting: Meeting) -> None:
        super().__init__(window, theme, texts, store, texts("meeting.call_off_title"),
                         form=f"meetings.call_off:{meeting.id}", mentee_id=None, label="meeting_called_off",
                         save_text=texts("meeting.call_off_it"))  # fmt: skip
        self._meeting = meeting
        self._parties = {str(one.id): one for one in meeting.invitees if not one.is_mentor}
        choices = [
            Choice(key, one.name or texts("meeting.the_mentee" if one.is_mentee else "meeting.somebody"))
            for key, one in self._parties.items()
        ]
        choices.append(Choice("nobody", texts("meeting.could_all")))
        self.who = self.add(
            "who", ChoiceChips(theme, texts("meeting.who_could_not"), choices), texts("meeting.who_could_not")
        )
        self.reason = self.add("status_reason", LineField(theme, texts("meeting.why"), hint=texts("meeting.why_hint")))
        self.body.addWidget(Text(theme, texts("meeting.call_off_help"), Role.SMALL, tone="ink2", wrap=True))
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        chosen = self._parties.get(self.who.current())
        if self._meeting.status is MeetingStatus.HELD:
            raise InputError("who", "meeting_was_held")
        set_meeting_status(session, self._meeting.id, MeetingStatus.CANCELLED, self._said())
        if chosen is not None:
            set_attended(session, chosen.id, Attended.CAME_NOT)
        return self._meeting.id

    def _said(self) -> str:
        """Siv Provsson kunde inte komma · sjuk."""
        chosen, reason = self._parties.get(self.who.current()), self.reason.text().strip()
        if chosen is None:
            return reason
        name = chosen.name or self.texts("meeting.the_mentee" if chosen.is_mentee else "meeting.somebody")
        could_not = self.texts("meeting.could_not", who=name)
        return f"{could_not}. {reason}" if reason else could_not
