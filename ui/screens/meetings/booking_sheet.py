"""The form of a meeting: for whom, what kind, when and where, who comes, and the question that it is to answer."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.meetings import Meeting, MeetingForm, MeetingKind
from mentorapp.domain.numbers_typed import days_of_weeks, whole
from mentorapp.language.texts import Texts
from mentorapp.store.address_book import contact_from
from mentorapp.store.meeting_state import suggested_invitees
from mentorapp.store.meetings import (
    add_invitee,
    add_meeting,
    change_meeting,
    move_meeting,
    remove_invitee,
    remove_meeting,
)
from mentorapp.store.mentees import get_mentee
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import Field, LineField
from ui.widgets.mentee_chooser import MenteeChooser
from ui.widgets.removable_sheet import RemovableSheet
from ui.widgets.tick_box import TickBox
from ui.widgets.when_field import WhenField

from .invitees import InviteesField


class BookingSheet(RemovableSheet):
    """New, for somebody or for nobody yet; one that is there; or the next of one that comes back (`like`)."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        *,
        meeting: Meeting | None = None,
        like: Meeting | None = None,
        day: date | None = None,
        mentee_id: UUID | None = None,
    ) -> None:
        self._meeting = meeting
        now = meeting or like
        whose = now.mentee_id if now else mentee_id
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("meeting.change_title" if meeting else "meeting.book"),
            form=f"meetings.change:{meeting.id}" if meeting else "meetings.booking",
            mentee_id=None,
            label="meeting_changed" if meeting else "meeting_added",
            save_text=texts("meeting.save" if meeting else "meeting.book_it"),
        )
        self.who = self.add("mentee", MenteeChooser(store, texts, theme, texts("meeting.who")))
        self.who.choose(whose)
        self.who.setVisible(now is None)
        self._add_what(now, day)
        self.invitees = self.add("invitees", InviteesField(theme, texts, store, self.form.pill(MeetingForm.PHONE)))
        self.purpose = self.add(
            "purpose", LineField(theme, texts("meeting.purpose"), meeting.purpose if meeting else "")
        )
        self._add_more(now)
        if meeting is not None:
            key = meeting.id
            self.removal = self.add_removal(
                texts("meeting.remove"), "meeting_removed", lambda session: remove_meeting(session, key)
            )
        self.body.addStretch(1)
        self._invited = _contacts(now)
        self._show_people()
        self.who.edited.connect(self._on_who)
        self.when.day_changed.connect(lambda _day: self._show_people())

    def first_field(self) -> QWidget:
        if self.who.key is None:
            return self.who
        return self.kind

    def write(self, session: Session) -> object:
        mentee_id, day = self.who.value(), self.when.day()
        if mentee_id is None:
            raise InputError("mentee", "meeting_for_whom")
        if day is None:
            raise InputError("event_date", "date_empty")
        details = {
            "start_time": self.when.at(),
            "duration_min": whole("duration_min", self.minutes.text()),
            "place": self.place.text(),
            "form": MeetingForm(self.form.current()),
            "purpose": self.purpose.text(),
            "with_interpreter": self.interpreter.isChecked(),
            "repeat_days": days_of_weeks("repeat_days", self.weeks.text()),
        }
        kind = MeetingKind(self.kind.currentData())
        if self._meeting is None:
            key = add_meeting(session, mentee_id, kind, day, **details)
        else:
            key = self._meeting.id
            if day != self._meeting.event_date:
                move_meeting(session, key, day)
            change_meeting(session, key, kind=kind, **details)
        self._write_invitees(session, key)
        return key

    def _add_what(self, now: Meeting | None, day: date | None) -> None:
        theme, texts = self.theme, self.texts
        self.kind = QComboBox()
        for kind in MeetingKind:
            self.kind.addItem(texts(f"meeting.kind_{kind.value}"), kind)
        self.kind.setCurrentIndex(self.kind.findData(now.kind if now else MeetingKind.FOLLOW_UP_THREE_PARTY))
        self.add("kind", Field(theme, texts("meeting.kind"), self.kind))
        self.when = WhenField(theme, texts, self.store.clock, texts("meeting.when"), lean=Lean.AHEAD, optional=True)
        shown = day or (self._meeting.event_date if self._meeting else None)
        self.when.set_when(shown, now.start_time if now else None)
        minutes = str(now.duration_min) if now and now.duration_min else ""
        self.minutes = LineField(theme, texts("meeting.minutes"), minutes)
        self.add_beside(("event_date", self.when), ("duration_min", self.minutes))
        self.place = self.add("place", LineField(theme, texts("meeting.place"), now.place if now else ""))
        forms = [Choice(one.value, texts(f"meeting.form_{one.value}")) for one in MeetingForm]
        chosen = now.form if now else MeetingForm.IN_PERSON
        self.form = self.add(
            "form", ChoiceChips(theme, texts("meeting.form"), forms, chosen.value), texts("meeting.form")
        )

    def _add_more(self, now: Meeting | None) -> None:
        theme, texts = self.theme, self.texts
        self.interpreter = self.add("with_interpreter", TickBox(theme, texts("meeting.interpreter"), fades=False))
        self.interpreter.setChecked(bool(now and now.with_interpreter))
        weeks = str(now.repeat_days // 7) if now and now.repeat_days else ""
        self.weeks = self.add(
            "repeat_days", LineField(theme, texts("meeting.weeks"), weeks, hint=texts("meeting.weeks_hint"))
        )

    def _on_who(self) -> None:
        """An interpreter is offered to whoever needs one."""
        if self.who.key is not None:
            with self.store.read() as session:
                needs = bool(get_mentee(session, self.who.key).interpreter_language)
            self.interpreter.setChecked(needs or self.interpreter.isChecked())
        self._show_people()

    def _show_people(self) -> None:
        mentee_id = self.who.key
        today = self.store.clock.today()
        day = self.when.day() or today
        if mentee_id is None:
            self.invitees.show_people((), None, frozenset())
            return
        with self.store.read() as session:
            people = suggested_invitees(session, mentee_id, max(day, today))
        self.invitees.show_people(people, mentee_id, self._invited)

    def _write_invitees(self, session: Session, key: UUID) -> None:
        """Who was shown and is not ticked any more is not invited; anybody else stays."""
        chosen = self.invitees.chosen()
        if self._meeting is not None:
            shown = self.invitees.shown()
            for one in self._meeting.outside:
                if one.contact_id in shown and one.contact_id not in chosen:
                    remove_invitee(session, one.id)
        for contact_id in self.invitees.in_order(chosen):
            add_invitee(session, key, contact_id=contact_id)
        other = contact_from(session, self.invitees.other())
        if other is not None:
            add_invitee(session, key, contact_id=other)


def _contacts(meeting: Meeting | None) -> frozenset[UUID]:
    return frozenset(one.contact_id for one in meeting.outside if one.contact_id) if meeting else frozenset()
