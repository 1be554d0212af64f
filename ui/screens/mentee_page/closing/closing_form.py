"""The closing, gone through in any order and kept as a draft until the button is pressed: one write ends it all."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.closing import CloseReason, NewClosure, referrer_destination
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.stays import pause_on
from mentorapp.language.texts import Texts
from mentorapp.store.closings import close_enrolment, destinations_of, reason_of
from mentorapp.store.routines import set_routine_item
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import FaultLine, LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.picker import Picker
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

from ..reading import Person
from ..words import DOT, contact_title, day_said, genitive
from .attempts_panel import AttemptsPanel
from .destinations import Destinations
from .reading import Case, Ending
from .receivers import ReceiverField, all_answered, receivers_of

_YES, _NO = "yes", "no"
_CONTACT_AFTER = "contact_after"
_FIELDS = {"last_scale": "last_scale_done", "farewell": "farewell_held"}
_GROUPS = (
    "work_studies", "ordinary", "completed", "other_support", "rules", "personal", "sensitive", "administrative",
)  # fmt: skip
FORM = "closing.close"


class ClosingForm(QWidget):
    """Signals `closed`, `attempt_wanted`, `pause_wanted`, and `advanced(done, all)` when something was answered."""

    closed = Signal()
    attempt_wanted = Signal()
    pause_wanted = Signal()
    advanced = Signal(int, int)

    def __init__(self, store: Store, texts: Texts, theme: Theme, person: Person, case: Case, ending: Ending) -> None:
        super().__init__()
        self._store, self._texts, self._theme = store, texts, theme
        self._person, self._case, self._ending = person, case, ending
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._faults: dict[str, FaultLine] = {}
        self.drafts = FormDrafts(store, f"{FORM}:{case.enrolment.id}", person.mentee.id, parent=self)
        self.attempts = AttemptsPanel(theme, texts)
        self.attempts.attempt_wanted.connect(self.attempt_wanted)
        self.attempts.pause_wanted.connect(self.pause_wanted)
        self._column.addWidget(self.attempts)
        self._add_manager()
        self._add_why()
        self._add_said()
        self._add_receivers()
        self._add_after()
        self._add_end()
        self.show_case(person, case, ending)
        self.drafts.restore()
        self._tell()

    def has_draft(self) -> bool:
        return self.drafts.keep()

    def show_case(self, person: Person, case: Case, ending: Ending) -> None:
        """What the store has learned meanwhile: tries, bookings."""
        self._person, self._case, self._ending = person, case, ending
        self.attempts.show_log(person, ending.attempts, paused=pause_on(case.pauses, person.today) is not None)
        self._show_bookings()
        self._on_reason(self.reason.current(), offer=False)

    def keep(self) -> None:
        """Closes, or says beside the field why not."""
        self._clear_faults()
        if not all(entry.check() for entry in self.drafts.entries.values()):
            return
        try:
            with self.drafts.ending(), self._store.write("enrolment_closed") as session:
                received = receivers_of(session, self.takers)
                close_enrolment(session, self._case.enrolment.id, self._new(), receivers=received)
                self._tick_off(session)
        except InputError as refusal:
            self._refuse(refusal)
        else:
            self.closed.emit()

    def _tick_off(self, session: Session) -> None:
        mentee, enrolment = self._person.mentee.id, self._case.enrolment.id
        for code in filter(self._is_ticked, self.ticks):
            set_routine_item(session, mentee, Checklist.CLOSING, code, ItemState.DONE, enrolment_id=enrolment)

    def first_field(self) -> QWidget:
        return self.reason.box

    def _new(self) -> NewClosure:
        day = self.day.day()
        assert day is not None
        answer = self.after.current()
        return NewClosure(
            closed_on=day,
            detail=self.reason.current(),
            headings=self.destinations.value(),
            reason_other=self.other.text(),
            farewell_held=self._is_ticked("farewell"),
            last_scale_done=self._is_ticked("last_scale"),
            mentee_words=self.words.text(),
            contact_after=None if not answer else answer == _YES,
            manager_talk_on=self.manager.day() if not self.manager.isHidden() else None,
        )

    def _add(self, name: str, widget: Any, caption: str = "") -> Any:
        if caption:
            self._column.addWidget(Text(self._theme, caption, Role.SMALL, bold=True))
        self._column.addWidget(widget)
        entry = self.drafts.add(name, widget)
        entry.on_edit(self._tell)
        if not hasattr(widget, "set_fault"):
            line = self._faults[name] = FaultLine(self._theme)
            self._column.addWidget(line)
            entry.on_edit(lambda: line.show_sentence(None))
        return widget

    def _add_manager(self) -> None:
        self.manager: DateField = self._add(
            "manager_talk_on",
            DateField(self._theme, self._texts, self._store.clock, self._texts("closing.manager_talk"), lean=Lean.BACK),
        )

    def _add_why(self) -> None:
        texts = self._texts
        groups = []
        for group in (*_GROUPS, ""):
            words = [
                one for one in self._ending.reasons.values() if one.in_use and _group_of(one.get("group")) == group
            ]
            if words:
                title = texts(f"closing.group_{group or 'own'}")
                groups.append((title, [Choice(one.code, one.name(texts.language)) for one in words]))
        why = Picker(self._theme, texts("closing.why"), groups, nothing=texts("closing.choose"))
        self.reason: Picker = self._add("detail", why)
        self.other: LineField = self._add("reason_other", LineField(self._theme, texts("closing.why_other")))
        self.destinations: Destinations = self._add(
            "headings", Destinations(self._theme, texts), texts("closing.destinations")
        )
        self.reason.chosen.connect(lambda key: self._on_reason(key, offer=True))

    def _add_said(self) -> None:
        """The unit's own list for a closing; the question about contact afterwards has its place further down."""
        texts = self._texts
        self.ticks: dict[str, TickBox] = {}
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        self._column.addLayout(ticks)
        for entry in self._ending.checklist:
            code = entry.word.code
            if code != _CONTACT_AFTER:
                tick = self.ticks[code] = TickBox(self._theme, entry.word.name(texts.language))
                tick.setChecked(entry.state is ItemState.DONE)
                ticks.addWidget(tick)
                self.drafts.add(_FIELDS.get(code, f"item:{code}"), tick).on_edit(self._tell)
        own = texts("mentee.level_words", name=genitive(texts, self._person.name))
        self.words: TextField = self._add("mentee_words", TextField(self._theme, own, lines=3))

    def _is_ticked(self, code: str) -> bool:
        return code in self.ticks and self.ticks[code].isChecked()

    def _add_receivers(self) -> None:
        texts, person = self._texts, self._person
        self.takers = {
            one.id: ReceiverField(self._store, texts, self._theme, one, person.mentee.id)
            for one in self._ending.interventions
        }
        if self.takers:
            self._column.addWidget(Text(self._theme, texts("closing.take_over"), Role.SMALL, bold=True))
        for key, field in self.takers.items():
            self._column.addWidget(field)
            self.drafts.add(f"receiver:{key.hex}", field).on_edit(self._tell)
        line = self._faults["receivers"] = FaultLine(self._theme)
        self._column.addWidget(line)

    def _add_after(self) -> None:
        texts = self._texts
        choices = (Choice(_YES, texts("closing.yes")), Choice(_NO, texts("closing.no")))
        asked = texts("closing.contact_after", name=self._person.name)
        self.after: ChoiceChips = self._add(
            "contact_after", ChoiceChips(self._theme, asked, choices, ticked=True), asked
        )
        self._column.addWidget(
            Text(self._theme, texts("closing.contact_after_why"), Role.CAPTION, tone="ink2", wrap=True)
        )

    def _add_end(self) -> None:
        texts = self._texts
        self.day: DateField = self._add(
            "closed_on",
            DateField(
                self._theme,
                texts,
                self._store.clock,
                texts("closing.last_day"),
                self._person.today,
                lean=Lean.BACK,
                optional=False,
            ),
        )
        self.bookings = Text(self._theme, "", Role.SMALL, tone="ink2", wrap=True)
        self._column.addWidget(self.bookings)
        self.fault = FaultLine(self._theme)
        self._column.addWidget(self.fault)
        self.ready = Button(self._theme, texts("closing.close"), kind=Kind.PRIMARY)
        self.ready.clicked.connect(lambda: self.keep())
        self._column.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Text(self._theme, texts("closing.undo_today"), Role.CAPTION, tone="ink2", wrap=True))

    def _on_reason(self, key: str, *, offer: bool) -> None:
        """Not reachable shows the tries first; another reason suggests where the person goes."""
        word = self._ending.reasons.get(key)
        reason = reason_of(word) if word is not None else None
        self.other.setVisible(reason is CloseReason.OTHER)
        unreached = reason is CloseReason.NOT_REACHABLE
        self.attempts.setVisible(unreached)
        self.manager.setVisible(unreached and self._ending.attempts.is_enough)
        if offer and word is not None:
            back = (referrer_destination(self._case.referral.referrer_type),)
            self.destinations.offer(destinations_of(word) or back)

    def _show_bookings(self) -> None:
        """What the closing calls off, named before it does."""
        texts, today = self._texts, self._person.today
        lines = [
            DOT.join([day_said(texts, one.event_date, today), contact_title(texts, one.kind, one.attendance, None)])
            for one in self._ending.bookings
        ]
        self.bookings.setText("\n".join([texts("closing.called_off"), *lines]))
        self.bookings.setVisible(bool(lines))

    def _answered(self) -> list[bool]:
        return [
            bool(self.reason.current()),
            bool(self.destinations.value()),
            *(tick.isChecked() for tick in self.ticks.values()),
            bool(self.words.text().strip()),
            all_answered(list(self.takers.values())),
            bool(self.after.current()),
        ]

    def _tell(self) -> None:
        answered = self._answered()
        self.advanced.emit(sum(answered), len(answered))

    def steps(self) -> tuple[int, int]:
        answered = self._answered()
        return sum(answered), len(answered)

    def _refuse(self, refusal: InputError) -> None:
        """Beside its field with the focus there; at the button where it has none."""
        sentence = self._texts.error(refusal)
        names = {"heading_other": "headings", "extent_percent": "headings"}
        name = names.get(refusal.field, refusal.field)
        entry = self.drafts.entries.get(name)
        if entry is not None and not entry.widget.isHidden():
            if not entry.set_fault(sentence):
                self._faults[name].show_sentence(sentence)
            entry.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name in self._faults:
            self._faults[name].show_sentence(sentence)
            next(iter(self.takers.values())).who.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fault.show_sentence(sentence)

    def _clear_faults(self) -> None:
        for line in (*self._faults.values(), self.fault):
            line.show_sentence(None)
        for entry in self.drafts.entries.values():
            entry.set_fault(None)


def _group_of(group: str) -> str:
    """Of the unit's own reasons, those with a group that is not known here stand last."""
    return group if group in _GROUPS else ""
