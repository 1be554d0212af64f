"""What opens over the tab: each form makes or changes one thing of the enrolment."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.closing import ENTRIES, AfterSupport, Destination
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.enrolments import DecidedBy, LevelEntry, Pause, Track
from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.after_support import (
    change_after_support,
    end_after_support,
    remove_after_support,
    start_work,
)
from mentorapp.store.level_entries import change_level_entry, leave_level, remove_level_entry
from mentorapp.store.pauses import add_pause, change_pause, remove_pause, resume
from mentorapp.store.re_enrolment import re_enrol
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.picker import Picker
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..reading import Person
from ..words import genitive
from .reading import Case
from .words import level_title


class Sheet(FormSheet):
    """A form of this tab: `thing` names its draft, `about` the one it changes."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        case: Case,
        *,
        title: str,
        thing: str,
        label: str,
        save: str,
        about: UUID | None = None,
    ) -> None:
        form = f"closing.{thing}:{about or case.enrolment.id}"
        super().__init__(
            window, theme, texts, store, title, form=form, mentee_id=person.mentee.id, label=label, save_text=save
        )
        self.person, self.case = person, case

    def add_day(
        self, name: str, caption: str, day: date | None, *, optional: bool = False, ahead: bool = False
    ) -> DateField:
        """A date that has been, unless `ahead`."""
        lean = Lean.AHEAD if ahead else Lean.BACK
        return self.add(
            name, DateField(self.theme, self.texts, self.store.clock, caption, day, lean=lean, optional=optional)
        )

    def add_chips(self, name: str, caption: str, choices: list[Choice], chosen: str) -> ChoiceChips:
        return self.add(name, ChoiceChips(self.theme, caption, choices, chosen, ticked=True), caption)

    def add_removal(self, text: str, label: str, remove: object) -> Button:
        """At the end of the form, quietly: undone by Ctrl+Z as everything."""
        button = Button(self.theme, text, kind=Kind.QUIET)
        button.clicked.connect(lambda: self._remove(label, remove))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _remove(self, label: str, remove: object) -> None:
        assert callable(remove)
        try:
            with self._drafts.ending(), self.store.write(label) as session:
                remove(session)
        except InputError as refusal:
            self.show_refusal(refusal)
        else:
            self.close_over()


class PauseSheet(Sheet):
    """A rest: a new one, or one to put right."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        case: Case,
        pause: Pause | None,
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            person,
            case,
            title=texts("closing.pause_change" if pause else "closing.pause_begin"),
            thing="pause",
            label="pause_changed" if pause else "pause_added",
            save=texts("closing.save" if pause else "closing.pause_begin"),
            about=pause.id if pause else None,
        )
        self._pause = pause
        start = pause.from_date if pause else person.today
        self.from_day = self.add_day("from_date", texts("closing.pause_from"), start)
        self.to_day = self.add_day(
            "to_date", texts("closing.pause_to"), pause.to_date if pause else None, optional=True, ahead=True
        )
        self.reason = self.add(
            "reason", TextField(theme, texts("closing.pause_reason"), pause.reason if pause else "", lines=2)
        )
        keeper = pause.who_keeps_contact if pause else person.mentor.name
        self.keeper = self.add("who_keeps_contact", LineField(theme, texts("closing.pause_keeper"), keeper))
        if pause is not None:
            self.add_removal(texts("closing.remove"), "pause_removed", lambda session: remove_pause(session, pause.id))
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        start = self.from_day.day()
        assert start is not None
        words = {"reason": self.reason.text(), "who_keeps_contact": self.keeper.text()}
        if self._pause is None:
            return add_pause(session, self.case.enrolment.id, start, to_date=self.to_day.day(), **words)
        change_pause(session, self._pause.id, from_date=start, to_date=self.to_day.day(), **words)
        return None


class ResumeSheet(Sheet):
    """From which day it goes on."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, case: Case) -> None:
        title = texts("closing.pause_end")
        super().__init__(
            window, theme, texts, store, person, case, title=title, thing="resume", label="pause_ended", save=title
        )
        self.on = self.add_day("from_date", texts("closing.resume_on"), person.today)
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        day = self.on.day()
        assert day is not None
        resume(session, self.case.enrolment.id, day)
        return None


class StaySheet(Sheet):
    """A stay on a level, put right: which level, the days, the track, who decided, in whose words."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        case: Case,
        stay: LevelEntry,
    ) -> None:
        levels = {level.id: level for level in case.programme.levels}
        super().__init__(
            window,
            theme,
            texts,
            store,
            person,
            case,
            title=level_title(texts, levels[stay.level_id]),
            thing="stay",
            label="stay_changed",
            save=texts("closing.save"),
            about=stay.id,
        )
        self._stay = stay
        choices = [Choice(str(level.id), level_title(texts, level)) for level in case.programme.levels]
        self.level = self.add("level_id", Picker(theme, texts("closing.level"), [("", choices)], str(stay.level_id)))
        self.entered = self.add_day("entered_on", texts("closing.stay_from"), stay.entered_on)
        self.left = self.add_day("left_on", texts("closing.stay_to"), stay.left_on, optional=True)
        self.left.setVisible(stay.left_on is not None)
        tracks = [Choice(one.value, texts(f"closing.track_{one.value}")) for one in Track]
        self.track = self.add_chips("track", texts("closing.track"), tracks, stay.track.value)
        self.track_text = self.add("track_text", LineField(theme, texts("closing.track_text"), stay.track_text))
        self.track_text.setVisible(stay.track is not Track.NONE)
        self.track.chosen.connect(lambda key: self.track_text.setVisible(key != Track.NONE.value))
        by = [Choice(one.value, texts(f"codes.decided_by_{one.value}")) for one in DecidedBy]
        self.decided_by = self.add_chips("decided_by", texts("mentee.level_decided_by"), by, stay.decided_by.value)
        own = texts("mentee.level_words", name=genitive(texts, person.name))
        self.reason = self.add("reason", TextField(theme, texts("mentee.level_reason"), stay.reason, lines=2))
        self.words = self.add("mentee_words", TextField(theme, own, stay.mentee_words, lines=2))
        self.view = self.add("mentor_view", TextField(theme, texts("closing.mentor_view"), stay.mentor_view, lines=2))
        self._add_ends(stay)
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        entered = self.entered.day()
        changes: dict[str, object] = {
            "track": Track(self.track.current()),
            "track_text": self.track_text.text(),
            "decided_by": DecidedBy(self.decided_by.current()),
            "reason": self.reason.text(),
            "mentee_words": self.words.text(),
            "mentor_view": self.view.text(),
        }
        if entered != self._stay.entered_on:
            changes["entered_on"] = entered
        if self.left.day() != self._stay.left_on:
            changes["left_on"] = self.left.day()
        if self.level.current() != str(self._stay.level_id):
            changes["level_id"] = UUID(self.level.current())
        change_level_entry(session, self._stay.id, **changes)
        return None

    def _add_ends(self, stay: LevelEntry) -> None:
        texts, today = self.texts, self.person.today
        if stay.left_on is None and not self.case.programme.ladder_exclusive and self.case.is_open:
            self.leave_level = self.add_removal(
                texts("closing.leave_level"), "level_left", lambda session: leave_level(session, stay.id, today)
            )
        self.remove = self.add_removal(
            texts("closing.remove_stay"), "stay_removed", lambda session: remove_level_entry(session, stay.id)
        )


class WorkSheet(Sheet):
    """Has begun to work or study, apart from the closing; or that put right and ended."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        case: Case,
        given: AfterSupport | None,
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            person,
            case,
            title=texts("closing.work_change" if given else "closing.work_begun"),
            thing="work",
            label="after_support_changed" if given else "work_started",
            save=texts("closing.save"),
            about=given.id if given else None,
        )
        self._given = given
        months = case.programme.after_support_months
        self.body.addWidget(
            Text(theme, texts("closing.work_explained", count=months), Role.SMALL, tone="ink2", wrap=True)
        )
        kinds = [Choice(one.value, texts(f"codes.destination_{one.value}")) for one in _ENTRIES]
        self.entry = self.add_chips("entry", texts("closing.work_kind"), kinds, given.entry.value if given else "")
        self.started = self.add_day(
            "started_on", texts("closing.work_from"), given.started_on if given else person.today
        )
        extents = [Choice("", texts("closing.extent_unknown"))]
        extents += [Choice(str(one), texts("closing.percent", percent=one)) for one in (25, 50, 75, 100)]
        extent = str(given.extent_percent) if given and given.extent_percent else ""
        self.extent = self.add("extent_percent", Picker(theme, texts("closing.extent"), [("", extents)], extent))
        self.place = self.add("place", LineField(theme, texts("closing.place"), given.place if given else ""))
        if person.mentee.is_protected:
            self.body.addWidget(Text(theme, texts("closing.place_protected"), Role.CAPTION, tone="ink2", wrap=True))
        plan = given.contact_plan if given else ""
        self.plan = self.add("contact_plan", TextField(theme, texts("closing.contact_plan"), plan, lines=2))
        if given is not None:
            self._add_ends(given)
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        started = self.started.day()
        assert started is not None
        if not self.entry.current():
            raise InputError("entry", "entry_is_no_work")
        percent = self.extent.current()
        values: dict[str, object] = {
            "extent_percent": int(percent) if percent else None,
            "place": self.place.text(),
            "contact_plan": self.plan.text(),
        }
        entry = Destination(self.entry.current())
        if self._given is None:
            return start_work(session, self.case.enrolment.id, entry, started, **values)  # type: ignore[arg-type]
        values |= {"entry": entry, "started_on": started}
        if self.until.day() != self._given.planned_until:
            values["planned_until"] = self.until.day()
        change_after_support(session, self._given.id, **values)
        return None

    def _add_ends(self, given: AfterSupport) -> None:
        texts, today = self.texts, self.person.today
        self.until = self.add_day("planned_until", texts("closing.support_until"), given.planned_until, ahead=True)
        if given.ended_on is None:
            self.end = self.add_removal(
                texts("closing.support_end"),
                "after_support_ended",
                lambda session: end_after_support(session, given.id, today),
            )
        self.remove = self.add_removal(
            texts("closing.remove_work"),
            "after_support_removed",
            lambda session: remove_after_support(session, given.id),
        )


class BackSheet(Sheet):
    """Came back: from when, and in which programme."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        case: Case,
        programmes: Mapping[UUID, str],
    ) -> None:
        title = texts("closing.came_back")
        super().__init__(
            window, theme, texts, store, person, case, title=title, thing="back", label="came_back", save=title
        )
        self.body.addWidget(Text(theme, texts("closing.back_explained"), Role.SMALL, tone="ink2", wrap=True))
        choices = [Choice(str(key), name) for key, name in programmes.items()]
        self.programme = self.add_chips("programme", texts("mentee.programme"), choices, str(case.programme.id))
        self.on = self.add_day("started_on", texts("closing.back_from"), person.today)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.on.line

    def write(self, session: Session) -> object:
        day = self.on.day()
        assert day is not None
        return re_enrol(session, self.case.enrolment.id, day, programme_id=UUID(self.programme.current()))


_ENTRIES = tuple(one for one in Destination if one in ENTRIES)
