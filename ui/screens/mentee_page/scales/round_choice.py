"""The occasion that a form belongs to: set by itself from the day, and changeable (I5)."""

from datetime import date

from PySide6.QtWidgets import QComboBox

from mentorapp.domain.scale_rounds import DueRound, RoundKind
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.language.texts import Texts

from .reading import Ratings
from .said import round_words

_BY_ITSELF = ""


class RoundChoice(QComboBox):
    """`chosen()` is None as long as the day decides."""

    def __init__(self, texts: Texts, ratings: Ratings, scale: ScaleDefinition, on: date | None) -> None:
        super().__init__()
        self._texts, self._ratings, self._scale = texts, ratings, scale
        self.setAccessibleName(texts("scales.round"))
        self.view().setAccessibleName(texts("scales.round"))
        self._rounds = {_key(one): one for one in _choices(ratings)}
        self.addItem("", _BY_ITSELF)
        for key, one in self._rounds.items():
            self.addItem(round_words(texts, one), key)
        self.show_day(on or ratings.today)

    def show_day(self, on: date) -> None:
        due = self._ratings.round_on(self._scale, on)
        if due is not None:
            self.setItemText(0, self._texts("scales.round_by_itself", round=round_words(self._texts, due)))

    def choose(self, one: DueRound) -> None:
        self.setCurrentIndex(max(0, self.findData(_key(one))))

    def chosen(self) -> DueRound | None:
        return self._rounds.get(str(self.currentData()))


def _choices(ratings: Ratings) -> list[DueRound]:
    """Those that have come, and the two that have no day of their own."""
    found = [one for one in ratings.due if one.on <= ratings.today]
    return [*found, *(DueRound(kind=kind, on=ratings.today) for kind in (RoundKind.MID, RoundKind.AD_HOC))]


def _key(one: DueRound) -> str:
    return f"{one.kind.value}|{one.of}"
