"""The occasion that a form belongs to: set by itself from the day, and changeable (I5)."""

from datetime import date

from PySide6.QtWidgets import QComboBox

from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scale_rounds import JUST_BEFORE, DueRound, RoundKind
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.language.texts import Texts

from .reading import Ratings
from .said import round_words

_BY_ITSELF = ""


class RoundChoice(QComboBox):
    """`chosen()` is None as long as the day decides. With `response` it is of a form that is put right."""

    def __init__(
        self,
        texts: Texts,
        ratings: Ratings,
        scale: ScaleDefinition,
        on: date | None,
        response: ScaleResponse | None = None,
    ) -> None:
        super().__init__()
        self._texts, self._ratings, self._scale, self._response = texts, ratings, scale, response
        self._due = (
            None if response is None else DueRound(kind=response.round, of=response.round_of, on=response.event_date)
        )
        self.setAccessibleName(texts("scales.round"))
        self.view().setAccessibleName(texts("scales.round"))
        self._rounds = {_key(one): one for one in _choices(ratings, self._due)}
        self.addItem("", _BY_ITSELF)
        for key, one in self._rounds.items():
            self.addItem(round_words(texts, one), key)
        self.show_day(on or ratings.today)
        if self._due is not None and self._due.key != self._by_itself.key:
            self.choose(self._due)

    def show_day(self, on: date) -> None:
        due = self._ratings.round_on(self._scale, on, self._response)
        self._by_itself = due or DueRound(kind=RoundKind.AD_HOC, on=on)
        self.setItemText(0, self._texts("scales.round_by_itself", round=round_words(self._texts, self._by_itself)))

    def choose(self, one: DueRound) -> None:
        self.setCurrentIndex(max(0, self.findData(_key(one))))

    def chosen(self) -> DueRound | None:
        return self._rounds.get(str(self.currentData()))

    def settled(self) -> DueRound:
        """What was chosen, or what the day decides."""
        return self.chosen() or self._by_itself


def _choices(ratings: Ratings, own: DueRound | None) -> list[DueRound]:
    """Those that have come or come soon, the end of the level and of it all, the two that have no day of their own,
    and what the form that is put right has now."""
    found = [one for one in ratings.due if one.on <= ratings.today + JUST_BEFORE]
    free = (DueRound(kind=kind, on=ratings.today) for kind in (RoundKind.MID, RoundKind.AD_HOC))
    return [*found, *ratings.to_come, *free, *([] if own is None else [own])]


def _key(one: DueRound) -> str:
    return f"{one.kind.value}|{one.of}"
