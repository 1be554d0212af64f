"""Reminders that have been put off or dealt with: each can be had back before its day."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.snoozes import Snooze
from mentorapp.language import day_and_month
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import get_mentee
from mentorapp.store.snoozes import list_put_away, take_up_again
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.row import Row
from ui.widgets.text import Text


class PutAwayCard(Card):
    """People by their alias."""

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts("settings.put_away"))
        self._texts, self._store = texts, store
        self._shown: tuple[Snooze, ...] | None = None
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 8)
        self._place.setSpacing(0)
        self.body.addWidget(place)
        self.buttons: list[Button] = []

    def refresh(self) -> None:
        with self._store.read() as session:
            found = list_put_away(session)
            aliases = {one.mentee_id: get_mentee(session, one.mentee_id).display_alias for one in found
                       if one.mentee_id is not None}  # fmt: skip
        if found == self._shown:
            return
        self._shown, self.buttons = found, []
        while (item := self._place.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for one in found:
            self._place.addWidget(self._row(one, aliases[one.mentee_id] if one.mentee_id else ""))
        if not found:
            none = Text(self.theme, self._texts("settings.put_away_none"), Role.SMALL, tone="ink2", wrap=True)
            none.setContentsMargins(SIDE, 0, SIDE, 8)
            self._place.addWidget(none)

    def _row(self, one: Snooze, alias: str) -> Row:
        texts = self._texts
        about = texts(f"settings.rule_{one.rule}")
        until = texts("settings.put_away_done") if one.until is None else texts(
            "settings.put_away_until", day=day_and_month(texts, one.until)
        )  # fmt: skip
        said = " · ".join(part for part in (until, one.reason) if part)
        again = Button(self.theme, texts("settings.put_away_back"), size=Size.ROW, name=f"{about} {alias}: {said}")
        again.clicked.connect(partial(self._take_up, one.id))
        self.buttons.append(again)
        return Row(self.theme, " · ".join(part for part in (alias, about) if part), said, action=again)

    def _take_up(self, snooze_id: UUID) -> None:
        with self._store.write("taken_up") as session:
            take_up_again(session, snooze_id)
        self.refresh()
