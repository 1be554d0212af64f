"""A stage of Supported Employment: begun on a day, ended on another; put right, or taken away."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.workplace_support import SeStage, StageEntry
from mentorapp.store.se_stages import begin_stage, change_stage, remove_stage
from ui.widgets.choice_chips import Choice

from ..thing_sheet import Desk, ThingSheet


class StageSheet(ThingSheet):
    """`stage` is suggested for a new one."""

    def __init__(self, desk: Desk, one: StageEntry | None, stage: SeStage | None = None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=texts(f"codes.se_stage_{one.stage.value}") if one else texts("work.stage_begin"),
            thing="stage",
            about=one.id if one else None,
            label="stage_changed" if one else "stage_begun",
        )
        self._one = one
        if one is None:
            choices = [Choice(each.value, texts(f"codes.se_stage_{each.value}")) for each in SeStage]
            self.stage = self.add_chips("stage", texts("work.stage"), choices, (stage or SeStage.AGREEMENT).value)
            self.add_words(texts("work.stages_overlap"))
        day = one.from_date if one else self.store.clock.today()
        self.from_day = self.add_day("from_date", texts("around.from"), day, optional=False)
        if one is not None:
            self.to_day = self.add_day("to_date", texts("around.to"), one.to_date)
            self.add_removal(texts("work.stage_remove"), "stage_removed", lambda session: remove_stage(session, one.id))
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.from_day.line if self._one is not None else self.stage

    def write(self, session: Session) -> object:
        first = self.from_day.day()
        assert first is not None
        if self._one is not None:
            change_stage(session, self._one.id, first, self.to_day.day())
            return self._one.id
        assert self.person.enrolment is not None
        return begin_stage(session, self.person.enrolment.id, SeStage(self.stage.current()), first)
