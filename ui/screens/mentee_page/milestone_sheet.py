"""A milestone: what, when, and whether the mentee wants it to be seen."""

from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.milestones import Milestone, MilestoneKind, milestone_class
from mentorapp.language.texts import Texts
from mentorapp.store.milestones import add_milestone, change_milestone, remove_milestone
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.class_chip import class_label
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.removable_sheet import RemovableSheet
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

from .reading import Person


class MilestoneSheet(RemovableSheet):
    """New, or one that is there and can be taken away."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, milestone: Milestone | None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("contacts.milestone"),
            form=f"contacts.milestone:{milestone.id}" if milestone else "contacts.milestone",
            mentee_id=person.mentee.id,
            label="milestone_changed" if milestone else "milestone_added",
            save_text=texts("contacts.save"),
        )
        self._milestone = milestone
        self.kind = QComboBox()
        for kind in MilestoneKind:
            if milestone_class(kind) not in person.hidden or (milestone and milestone.kind is kind):
                self.kind.addItem(texts(f"codes.milestone_kind_{kind.value}"), kind)
        self.kind.setCurrentIndex(self.kind.findData(milestone.kind if milestone else MilestoneKind.COURSE_PASSED))
        self.on = DateField(
            theme, texts, store.clock, texts("contacts.milestone_day"),
            milestone.event_date if milestone else person.today, optional=False,
        )  # fmt: skip
        self._kind_field = Field(theme, texts("contacts.milestone_kind"), self.kind, hint=" ")
        self.add_beside(("kind", self._kind_field), ("event_date", self.on))
        self.other = self.add(
            "kind_other", LineField(theme, texts("contacts.milestone_other"), milestone.kind_other if milestone else "")
        )
        self.note = self.add(
            "note", TextField(theme, texts("contacts.milestone_note"), milestone.note if milestone else "", lines=2)
        )
        self.shown = self.add("mentee_wants_shown", TickBox(theme, texts("contacts.milestone_shown", name=person.name)))
        self.shown.setChecked(milestone.mentee_wants_shown if milestone else True)
        if milestone is not None:
            key = milestone.id
            self.removal = self.add_removal(
                texts("contacts.remove"), "milestone_removed", lambda session: remove_milestone(session, key)
            )
        self.body.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _at: self._suit())
        self._suit()

    def write(self, session: Session) -> object:
        kind, day = MilestoneKind(self.kind.currentData()), self.on.day()
        assert day is not None
        other, note, shown = self.other.text(), self.note.text(), self.shown.isChecked()
        if self._milestone is None:
            return add_milestone(
                session, self._mentee(), kind, day, kind_other=other, note=note, mentee_wants_shown=shown
            )
        change_milestone(session, self._milestone.id, kind, day, kind_other=other, note=note, mentee_wants_shown=shown)
        return self._milestone.id

    def _mentee(self) -> UUID:
        assert self.mentee_id is not None
        return self.mentee_id

    def _suit(self) -> None:
        """The class follows the kind, and is said."""
        kind = MilestoneKind(self.kind.currentData())
        self.other.setVisible(kind is MilestoneKind.OTHER)
        label = class_label(self.texts, milestone_class(kind))
        self._kind_field.hint.setText(self.texts("contacts.milestone_class", label=label))
