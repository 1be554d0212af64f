"""A filled form that is opened again: put right, printed for the mentee, or voided with a reason."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.scale_entry import About, AnsweredSheet, Form
from ui.widgets.text import Text

from ..reading import Person
from .entry_panel import whose
from .hand import placement_with
from .reading import Ratings, has_marks
from .round_choice import RoundChoice
from .subject import Subject


class AnswerSheet(AnsweredSheet):
    """Signal `print_wanted`: the filled form on paper, of what belongs to others the totals; SRS has none (B.8)."""

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
        self.round = self._add_round(response, ratings)
        self.paper = Button(theme, texts("scales.print_filled"), "print", kind=Kind.QUIET)
        self.paper.clicked.connect(self._on_print)
        self.acts.insertWidget(0, self.paper)
        self.paper.setVisible(not form.definition.is_for_the_screen)

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

    def _on_print(self) -> None:
        """The sheet makes room for the preview; what was changed in it stays as a draft."""
        self.close_over()
        if not self.isVisible():
            self.print_wanted.emit()


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
