"""What the employer may know, in the mentee's words, and who has told it."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.placements import ToldBy
from mentorapp.domain.workplace_support import sounds_like_diagnosis
from mentorapp.language.names import genitive
from mentorapp.store.placements import change_placement
from ui.widgets.choice_chips import Choice
from ui.widgets.text_field import TextField

from .sheet import Desk, PlacementSheet


class DisclosureSheet(PlacementSheet):
    """The mentee decides; health is said as a need."""

    def __init__(self, desk: Desk) -> None:
        texts, view = desk.texts, desk.view
        super().__init__(
            desk, title=texts("placement.disclosure"), thing="disclosure", label="placement_changed"
        )  # fmt: skip
        placement = self.placement
        self.words = self.add(
            "disclosure_words",
            TextField(
                desk.theme,
                texts("placement.disclosure_words", whose=genitive(texts, view.name)),
                placement.disclosure_words,
                hint=texts("placement.disclosure_hint"),
                lines=3,
            ),
        )
        self.words.edited.connect(self._hint)
        choices = [Choice(one.value, texts(f"placement.teller_{one.value}", name=view.name)) for one in ToldBy]
        chosen = placement.disclosure_told_by.value
        self.told_by = self.add_chips("disclosure_told_by", texts("placement.told_by"), choices, chosen)
        self.told_by.chosen.connect(self._on_told)
        self.told_on = self.add(
            "disclosure_told_on", self.day_field(texts("placement.told_when"), placement.disclosure_told_on)
        )
        self.told_on.set_limits(None, desk.view.today)
        self.body.addStretch(1)
        self._suit()
        self._hint()

    def first_field(self) -> QWidget:
        return self.words.box

    def write(self, session: Session) -> object:
        told_by = ToldBy(self.told_by.current())
        change_placement(
            session,
            self.placement.id,
            disclosure_words=self.words.text(),
            disclosure_told_by=told_by,
            disclosure_told_on=None if told_by is ToldBy.NOBODY else self.told_on.day(),
        )
        return self.placement.id

    def _on_told(self, key: str) -> None:
        """Today is ready where somebody has told."""
        if key != ToldBy.NOBODY and self.told_on.day() is None:
            self.told_on.set_day(self.view.today)
        self._suit()

    def _suit(self) -> None:
        self.told_on.setVisible(self.told_by.current() != ToldBy.NOBODY)

    def _hint(self) -> None:
        careful = sounds_like_diagnosis(self.words.text())
        self.words.hint.setText(self.texts("placement.diagnosis" if careful else "placement.disclosure_hint"))
