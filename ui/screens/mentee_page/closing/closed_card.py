"""A closing that is done: why and where to, what may still be added, the follow-ups, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.closing import CheckState, Destination, OutcomeCheck
from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.closings import change_closure
from mentorapp.store.outcome_checks import record_check
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.inset import inset
from ui.widgets.picker import Picker
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..reading import Person
from ..words import day_in_full, genitive
from .list_card import Line, ListCard
from .reading import Case
from .sheets import Sheet
from .words import destination, reason

_YES, _NO = "yes", "no"


class ClosedCard(Card):
    """Signals `back_wanted`, `reopen_wanted` and `change_wanted`."""

    back_wanted = Signal()
    reopen_wanted = Signal()
    change_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("closing.end"))
        self._texts = texts
        self.said = Text(theme, "", wrap=True)
        self.words = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        inset(self, self.said, below=4)
        self._words_box = inset(self, self.words, below=4)
        self.back = Button(theme, texts("closing.came_back"), kind=Kind.PRIMARY, size=Size.ROW)
        self.back.clicked.connect(self.back_wanted)
        self.change = Button(theme, texts("closing.add_to"), "pencil", size=Size.ROW)
        self.change.clicked.connect(self.change_wanted)
        self.reopen = Button(theme, texts("closing.reopen"), "undo", size=Size.ROW)
        self.reopen.clicked.connect(self.reopen_wanted)
        acts = QWidget()
        flow = FlowLayout(acts, 8)
        for button in (self.back, self.change, self.reopen):
            flow.addWidget(button)
        inset(self, acts, above=8, below=14)

    def show_case(self, person: Person, case: Case) -> None:
        texts, closure = self._texts, case.closure
        self.setVisible(not case.is_open)
        if case.is_open or case.enrolment.closed_on is None:
            return
        lines = [texts("closing.ended_on", day=day_in_full(texts, case.enrolment.closed_on, person.today))]
        if closure is not None:
            lines.append(reason(texts, case, closure))
            lines += [destination(texts, heading) for heading in closure.headings]
            if not closure.counts_as_closed:
                lines.append(texts("closing.not_counted"))
        self.said.setText("\n".join(lines))
        words = texts("mentee.quoted", words=closure.mentee_words) if closure and closure.mentee_words else ""
        self.words.setText(words)
        self._words_box.setVisible(bool(words))
        self.change.setVisible(closure is not None)
        self.reopen.setVisible(case.can_reopen)


class ChecksCard(ListCard):
    """Still there after six and twelve months? Signal `check_wanted(UUID)`."""

    check_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts, texts("closing.checks"), texts("closing.checks_none"))
        self._due: OutcomeCheck | None = None

    def due(self) -> Button | None:
        """The check whose day has come, if it has."""
        return self.button(self._due.id.hex) if self._due is not None else None

    def show_case(self, person: Person, case: Case) -> None:
        due = (one for one in case.checks if one.state is CheckState.PLANNED and one.planned_on <= person.today)
        self._due = next(due, None)
        self.setVisible(not case.is_open and case.closure is not None)
        self.show_lines(
            [
                Line(
                    key=one.id.hex,
                    title=self.texts("closing.check_months", count=one.months),
                    second=self._said(person, one),
                    act=lambda one=one: self.check_wanted.emit(one.id),  # type: ignore[misc]
                    act_name=self.texts("closing.check_fill"),
                )
                for one in case.checks
            ]
        )

    def _said(self, person: Person, one: OutcomeCheck) -> str:
        texts = self.texts
        if one.state is CheckState.PLANNED:
            return texts("closing.check_planned", day=day_in_full(texts, one.planned_on, person.today))
        parts = [texts(f"codes.check_state_{one.state.value}")]
        if one.destination is not None:
            parts.append(texts(f"codes.destination_{one.destination.value}"))
        if one.done_on is not None:
            parts.append(day_in_full(texts, one.done_on, person.today))
        return "\n".join(part for part in (" · ".join(parts), one.note) if part)


class CheckSheet(Sheet):
    """How a follow-up went: reached, not reached, or did not want to."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        person: Person,
        case: Case,
        check: OutcomeCheck,
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            person,
            case,
            title=texts("closing.check_months", count=check.months),
            thing="check",
            label="check_recorded",
            save=texts("closing.save"),
            about=check.id,
        )
        self._check = check
        states = [Choice(one.value, texts(f"codes.check_state_{one.value}")) for one in CheckState]
        self.state = self.add_chips("state", texts("closing.check_how"), states, check.state.value)
        places = [Choice(one.value, texts(f"codes.destination_{one.value}")) for one in Destination]
        now = check.destination.value if check.destination else ""
        self.now = self.add(
            "destination",
            Picker(theme, texts("closing.check_now"), [("", places)], now, nothing=texts("closing.choose")),
        )
        self.on = self.add_day("done_on", texts("closing.check_on"), check.done_on or person.today)
        self.note = self.add("note", TextField(theme, texts("closing.check_note"), check.note, lines=2))
        self.state.chosen.connect(self._on_state)
        self._on_state(check.state.value)
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        now = self.now.current()
        record_check(
            session,
            self._check.id,
            CheckState(self.state.current()),
            self.on.day(),
            destination=Destination(now) if now else None,
            note=self.note.text(),
        )
        return None

    def _on_state(self, key: str) -> None:
        self.now.setVisible(key == CheckState.REACHED.value)
        self.on.setVisible(key != CheckState.PLANNED.value)


class ClosureSheet(Sheet):
    """What may be known first afterwards: the person's words, and the yes to be contacted."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, case: Case) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            person,
            case,
            title=texts("closing.ended"),
            thing="closure",
            label="closure_changed",
            save=texts("closing.save"),
        )
        closure = case.closure
        assert closure is not None
        own = texts("mentee.level_words", name=genitive(texts, person.name))
        self.words = self.add("mentee_words", TextField(theme, own, closure.mentee_words, lines=3))
        chosen = "" if closure.contact_after is None else _YES if closure.contact_after else _NO
        choices = [Choice(_YES, texts("closing.yes")), Choice(_NO, texts("closing.no"))]
        self.after = self.add_chips("contact_after", texts("closing.contact_after", name=person.name), choices, chosen)
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        changes: dict[str, object] = {"mentee_words": self.words.text()}
        if self.after.current():
            changes["contact_after"] = self.after.current() == _YES
        if self.case.closure is None:
            raise InputError("mentee_words", "closure_unknown")
        change_closure(session, self.case.enrolment.id, **changes)
        return None
