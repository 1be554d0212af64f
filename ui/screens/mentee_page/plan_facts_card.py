"""The head of the plan, each line changed where it stands; and the way to the next version and to the earlier ones."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.plans import Agreement, Plan
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.icon_view import IconView
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .reading import Person
from .words import day_in_full

Change = Callable[[UUID, dict[str, object]], None]
"""Stores new values of a plan by their names."""


class PlanFactsCard(Card):
    """Signals `review_wanted` and `earlier_wanted`."""

    review_wanted = Signal()
    earlier_wanted = Signal()

    def __init__(self, store: Store, theme: Theme, texts: Texts, change: Change) -> None:
        super().__init__(theme, texts("plan.the_plan"))
        self._texts, self._store, self._change = texts, store, change
        self._mentee: UUID | None = None
        self._plan: Plan | None = None
        self._form: FactsForm | None = None
        self.edit_button = Button(theme, "", "pencil", kind=Kind.QUIET, size=Size.ROW, name=texts("plan.facts_change"))
        self.edit_button.clicked.connect(self.edit)
        self.head.addWidget(self.edit_button)
        self.head.setContentsMargins(SIDE, 5, 8, 2)
        self._facts = QWidget()
        self._lines = QFormLayout(self._facts)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(16)
        self._lines.setVerticalSpacing(5)
        self._lines.setFormAlignment(Qt.AlignmentFlag.AlignLeft)
        self._signs: dict[str, IconView] = {}
        self._values = {key: self._line(key) for key in ("valid_from", "made_with", "agreed", "review_on")}
        self.add(self._facts, below=6)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        self.review = Button(theme, texts("plan.review"), "flag", kind=Kind.QUIET, size=Size.ROW)
        self.review.clicked.connect(self.review_wanted)
        self.earlier = Button(theme, texts("plan.earlier_versions"), "history", kind=Kind.QUIET, size=Size.ROW)
        self.earlier.clicked.connect(self.earlier_wanted)
        self._buttons.addWidget(self.review)
        self._buttons.addWidget(self.earlier)
        self._buttons.addStretch(1)
        self._buttons.setContentsMargins(SIDE - 13, 0, 8, 8)
        self.body.addLayout(self._buttons)

    def _line(self, key: str) -> Text:
        label = Text(self.theme, self._texts(f"plan.fact_{key}"), Role.SMALL, tone="ink2")
        label.setMinimumWidth(self.theme.px(100))
        value = Text(self.theme, "", Role.SMALL, wrap=True)
        if key not in ("agreed", "review_on"):
            self._lines.addRow(label, value)
            return value
        with_sign = QWidget()
        line = QHBoxLayout(with_sign)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        sign = self._signs[key] = IconView(self.theme, "warn", tone="amber", side=16)
        line.addWidget(sign)
        line.addWidget(value, 1)
        self._lines.addRow(label, with_sign)
        return value

    def show_person(self, person: Person) -> None:
        if self._form is not None and self._mentee != person.mentee.id:
            self.write_all()
            self._end_editing()
        self._mentee = person.mentee.id
        plan = self._plan = person.plan
        self.setVisible(plan is not None)
        if plan is None:
            return
        texts = self._texts
        said = day_in_full(texts, plan.valid_from, person.today)
        self._values["valid_from"].setText(texts("plan.fact_from", day=said, version=plan.version))
        self._values["made_with"].setText(plan.made_with or texts("plan.fact_nobody"))
        self._values["agreed"].setText(texts(f"plan.agreed_{plan.agreed_by_mentee.value}"))
        overdue = plan.is_overdue(person.today)
        review = day_in_full(texts, plan.review_on, person.today)
        self._values["review_on"].setText(texts("plan.fact_review_passed", day=review) if overdue else review)
        self._signs["review_on"].setVisible(overdue)
        signed = plan.agreed_by_mentee is Agreement.SIGNED
        self._signs["agreed"].set_icon("check" if signed else "warn", "ok" if signed else "amber")
        self.earlier.setVisible(plan.version > 1)

    def edit(self) -> "FactsForm":
        """The form in the place of the lines; each field is stored when it is left."""
        if self._form is not None:
            return self._form
        assert self._plan is not None
        drafts = PageDrafts(self._store, f"plan.facts:{self._plan.id}", self._mentee, texts=self._texts)
        form = FactsForm(self.theme, self._texts, self._store.clock, self._plan, self._change, drafts)
        form.closed.connect(self._end_editing)
        self._form = form
        self.body.insertWidget(0, form)
        self._facts.hide()
        self.edit_button.hide()
        form.made_with.line.setFocus(Qt.FocusReason.OtherFocusReason)
        form.made_with.line.selectAll()
        return form

    def write_all(self) -> None:
        """What is written in the form and not stored yet."""
        if self._form is not None:
            self._form.drafts.write_all()

    def _end_editing(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            form.hide()
            self.body.removeWidget(form)
            form.deleteLater()
        self._facts.show()
        self.edit_button.show()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)


class FactsForm(QWidget):
    """Made with, the mentee's own part, agreed, reviewed on. Signal `closed`."""

    closed = Signal()

    def __init__(
        self, theme: Theme, texts: Texts, clock: Clock, plan: Plan, change: Change, drafts: PageDrafts
    ) -> None:
        super().__init__()
        self.drafts = drafts
        drafts.setParent(self)
        self.made_with = LineField(theme, texts("plan.fact_made_with"), plan.made_with)
        drafts.attach("made_with", self.made_with, lambda new: change(plan.id, {"made_with": new}))
        self.part = TextField(theme, texts("plan.fact_participation"), plan.mentee_participation, lines=2)
        drafts.attach("mentee_participation", self.part, lambda new: change(plan.id, {"mentee_participation": new}))
        choices = [Choice(one.value, texts(f"plan.agreed_short_{one.value}")) for one in Agreement]
        self.agreed = ChoiceChips(theme, texts("plan.fact_agreed"), choices, plan.agreed_by_mentee.value, ticked=True)
        self.agreed.chosen.connect(lambda key: change(plan.id, {"agreed_by_mentee": Agreement(key)}))
        self.review_on = DateField(
            theme, texts, clock, texts("plan.fact_review_on"), plan.review_on, lean=Lean.AHEAD, optional=False
        )
        drafts.attach("review_on", self.review_on, lambda day: change(plan.id, {"review_on": day}))
        self.ready = Button(theme, texts("plan.ready"), size=Size.ROW)
        self.ready.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 8)
        column.setSpacing(8)
        column.addWidget(self.made_with)
        column.addWidget(self.part)
        column.addWidget(Text(theme, texts("plan.fact_agreed"), Role.SMALL, bold=True))
        column.addWidget(self.agreed)
        column.addWidget(self.review_on)
        column.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ready.setFocus(Qt.FocusReason.OtherFocusReason)
            self.closed.emit()
        else:
            super().keyPressEvent(event)
