"""A filled form that is opened again: put right, printed for the mentee, or voided with a reason."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import MentorError
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from mentorapp.store.scale_responses import void_response
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.field import LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.scale_entry import About, Form, ScaleSheet
from ui.widgets.text import Text

from ..reading import Person
from .entry_panel import whose
from .hand import placement_with
from .reading import Ratings, has_marks
from .round_choice import RoundChoice
from .subject import Subject


class AnswerSheet(ScaleSheet):
    """Signal `print_wanted`: the filled form on paper, which only forms of our own have."""

    print_wanted = Signal()

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, form: Form, ratings: Ratings) -> None:
        response = form.response
        assert response is not None
        day = day_in_full(texts, response.event_date, store.clock.today())
        super().__init__(
            window, theme, texts, store, form, About(mentee_id=response.mentee_id),
            form=f"scales.answers:{response.id}",
            title=texts("scales.of_day", title=form.definition.title(texts.language), day=day),
        )  # fmt: skip
        self._response = response
        self.round = self._add_round(response, ratings)
        self.paper = Button(theme, texts("scales.print_filled"), "print", kind=Kind.QUIET)
        self.paper.clicked.connect(self._on_print)
        self.void = Button(theme, texts("scales.void"), "x", kind=Kind.QUIET)
        self.void.clicked.connect(lambda: self._ask_why())
        acts = QHBoxLayout()
        for button in (self.paper, self.void):
            acts.addWidget(button)
        acts.addStretch(1)
        self.body.addLayout(acts)
        self.paper.setVisible(can_be_printed(form.definition))
        self.reason = LineField(theme, texts("scales.void_why"), longest=200)
        self.void_now = Button(theme, texts("scales.void_now"))
        self.void_now.clicked.connect(lambda: self._void())
        self._why = QWidget()
        inside = QVBoxLayout(self._why)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.reason)
        inside.addWidget(self.void_now, 0, Qt.AlignmentFlag.AlignLeft)
        self.register("void_reason", self.reason)
        self.body.addWidget(self._why)
        self._why.hide()

    def details(self) -> dict[str, Any]:
        if self.round is None:
            return super().details()
        due = self.round.settled()
        return {**super().details(), "round": due.kind, "round_of": due.of}

    def _add_round(self, response: ScaleResponse, ratings: Ratings) -> RoundChoice | None:
        """Of self-ratings within the enrolment that matters now: of others no occasions are read."""
        scale = self.entry.form.definition
        if response.enrolment_id != ratings.enrolment_id or ratings.round_on(scale, response.event_date) is None:
            return None
        choice = RoundChoice(self.texts, ratings, scale, response.event_date, response)
        self.entry.day_changed.connect(lambda day: choice.show_day(day or response.event_date))
        line = FlowLayout(gap=10)
        line.addWidget(Text(self.theme, self.texts("scales.round"), Role.SMALL, tone="ink2"))
        line.addWidget(choice)
        self.entry.more.addLayout(line)
        QWidget.setTabOrder(self.entry.comment.box, choice)
        self.register("round", choice)
        return choice

    def prepare(self, values: dict[str, object]) -> None:
        self._why.setVisible(bool(values.get("void_reason")))

    def _ask_why(self) -> None:
        self._why.show()
        self._fit()
        self._go_to(self.reason.line)

    def _void(self) -> None:
        """It stays to be seen; Ctrl+Z brings it back."""
        if not self.reason.text().strip():
            self.reason.set_fault(self.texts("scales.void_why_missing"))
            self._go_to(self.reason.line)
            return
        try:
            with self._drafts.ending(), self.store.write("scale_voided") as session:
                void_response(session, self._response.id, self.reason.text())
        except MentorError as refusal:
            self.fault.show_sentence(self.texts.error(refusal))
            self._fit()
        else:
            self.close_over()

    def _on_print(self) -> None:
        """The sheet makes room for the preview; what was changed in it stays as a draft."""
        self.close_over()
        if not self.isVisible():
            self.print_wanted.emit()


def can_be_printed(scale: ScaleDefinition) -> bool:
    """What belongs to others is never printed, and so neither is what is about the two of them (B.8)."""
    return not scale.is_external


def form_of(texts: Texts, person: Person, ratings: Ratings, response: ScaleResponse) -> Form:
    """A filled form with the marks of the one before it."""
    scale = ratings.versions[response.code, response.version]
    placement = placement_with(ratings, response.placement_id) if response.placement_id else None
    earlier = ratings.of(scale.code, scale.version, response.placement_id)
    before = [one for one in earlier if one.event_date < response.event_date and has_marks(one)]
    return Form(
        definition=scale,
        name=whose(texts, person, Subject(scale, placement)),
        response=response,
        before=before[-1] if before else None,
        hidden=person.hidden,
    )
