"""What somebody needs at the workplace: its words, and whether it still is needed."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.workplace_support import Adaptation, sounds_like_diagnosis
from mentorapp.store.adaptations import change_adaptation, end_adaptation, remove_adaptation
from ui.widgets.field import LineField
from ui.widgets.tick_box import TickBox

from .sheet import Desk, PlacementSheet


class AdaptationSheet(PlacementSheet):
    def __init__(self, desk: Desk, adaptation: Adaptation) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=texts("placement.adaptation"),
            thing="adaptation",
            label="adaptation_changed",
            part=adaptation.id,
        )
        self._adaptation = adaptation
        self.words = self.add("text", LineField(desk.theme, texts("placement.need"), adaptation.text))
        self.words.edited.connect(self._hint)
        self.ended = self.add("ended", TickBox(desk.theme, texts("placement.need_ended"), fades=False))
        self.ended.setChecked(adaptation.ended_on is not None)
        self.add_removal(
            texts("placement.need_remove"),
            "adaptation_removed",
            lambda session: remove_adaptation(session, adaptation.id),
        )
        self.body.addStretch(1)
        self._hint(adaptation.text)

    def first_field(self) -> QWidget:
        return self.words.line

    def write(self, session: Session) -> object:
        change_adaptation(session, self._adaptation.id, self.words.text())
        if self.ended.isChecked() != (self._adaptation.ended_on is not None):
            end_adaptation(session, self._adaptation.id, self.ended.isChecked())
        return self._adaptation.id

    def _hint(self, typed: str) -> None:
        careful = sounds_like_diagnosis(typed)
        self.words.hint.setText(self.texts("placement.diagnosis") if careful else "")
        self.words.hint.setVisible(careful)
