"""One stage of Supported Employment: begun on a day, done on a day, begun again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.workplace_support import SeStage, StageEntry
from mentorapp.store.se_stages import begin_stage, change_stage, remove_stage
from ui.widgets.button import Button
from ui.widgets.date_field import DateField

from .sheet import Desk, PlacementSheet


class StageSheet(PlacementSheet):
    """The newest stretch of the stage; where it has ended, a new one can begin."""

    def __init__(self, desk: Desk, stage: SeStage) -> None:
        texts = desk.texts
        of_stage = [one for one in desk.view.stages if one.stage is stage]
        self._entry: StageEntry | None = of_stage[-1] if of_stage else None
        super().__init__(
            desk,
            title=texts(f"codes.se_stage_{stage.value}"),
            thing="stage",
            label="stage_changed" if of_stage else "stage_begun",
            part=stage.value,
        )
        self._stage = stage
        entry, today = self._entry, desk.view.today
        self.first = self.day_field(texts("placement.stage_from"), entry.from_date if entry else today, optional=False)
        self.last = self.day_field(texts("placement.stage_to"), entry.to_date if entry else None)
        self.add_beside(("from_date", self.first), ("to_date", self.last))
        for field in (self.first, self.last):
            field.set_limits(None, today)
        self.done = Button(desk.theme, texts("placement.stage_done"), "check")
        self.done.clicked.connect(self._end_today)
        self.again = Button(desk.theme, texts("placement.stage_again"), "plus")
        self.again.clicked.connect(self._begin_again)
        for button in (self.done, self.again):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.done.setVisible(entry is not None and entry.to_date is None)
        self.again.setVisible(entry is not None and entry.to_date is not None and entry.to_date < today)
        self.add_words(texts("placement.stage_help"))
        if entry is not None:
            self.add_removal(
                texts("placement.stage_remove"), "stage_removed", lambda session: remove_stage(session, entry.id)
            )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.first.line if self._entry is None else self.last.line

    def write(self, session: Session) -> object:
        first, last = self.first.day(), self.last.day()
        assert first is not None
        if self._entry is not None:
            change_stage(session, self._entry.id, first, last)
            return self._entry.id
        key = begin_stage(session, self.placement.enrolment_id, self._stage, first)
        if last is not None:
            change_stage(session, key, first, last)
        return key

    def _end_today(self) -> None:
        """Done as of today, in one press."""
        self._put(self.last)
        self.keep()

    def _begin_again(self) -> None:
        """A new stretch from today; the one before stays as it was."""
        self._entry, self._label = None, "stage_begun"
        self.last.set_day(None)
        self._put(self.first)
        self.keep()

    def _put(self, field: DateField) -> None:
        field.set_day(self.view.today)
