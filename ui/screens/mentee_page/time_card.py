"""What the time went to: minutes by kind of support, on the level where the person is, or on every level."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.support_time import TimeShare
from mentorapp.language.texts import Texts
from mentorapp.store.support_time import read_time
from mentorapp.store.word_lists import get_word
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.text import Text

from .reading import Person


class TimeCard(Card):
    """Hidden while no minutes are written down."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("contacts.time"), right=" ")
        self._texts = texts
        self._person: Person | None = None
        self._shares: tuple[TimeShare, ...] = ()
        self._names: dict[str, str] = {}
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.add(self._inside, below=6)
        self.all = Button(theme, texts("contacts.time_all"), kind=Kind.QUIET, size=Size.ROW, checkable=True)
        self.all.toggled.connect(lambda _on: self._draw())
        inset(self, self.all, left=SIDE - 12, above=0, below=8)

    def read(self, session: Session, person: Person) -> None:
        """In the tab's one reading."""
        self._person = person
        self._shares = read_time(session, person.enrolment.id) if person.enrolment else ()
        kinds = {share.kind for share in self._shares if share.kind}
        language = self._texts.language
        self._names = {kind: get_word(session, WordList.SUPPORT_KIND, kind).name(language) for kind in kinds}
        self._names[""] = self._texts("contacts.time_other")
        self._draw()

    def lines(self) -> list[str]:
        """What stands there, for those who read it otherwise."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, Text)]

    def _draw(self) -> None:
        person = self._person
        if person is None:
            return
        here = person.here.level.id if person.here else None
        levels = {share.level_id for share in self._shares}
        self.setVisible(bool(self._shares))
        self.all.setVisible(bool(levels - {here}))
        shown = [here, *sorted(levels - {here}, key=str)] if self.all.isChecked() else [here]
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()  # type: ignore[union-attr]
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for level in shown:
            if len(shown) > 1:
                self._put(self._level_name(level), "", bold=True)
            self._put_shares([share for share in self._shares if share.level_id == level])
        total = sum(share.minutes for share in self._shares if share.level_id in shown)
        self.set_right(self._duration(total))

    def _put_shares(self, shares: Sequence[TimeShare]) -> None:
        for share in shares:
            self._put(self._names[share.kind], self._duration(share.minutes))
        if not shares:
            self._put(self._texts("contacts.time_none"), "")

    def _put(self, name: str, time: str, *, bold: bool = False) -> None:
        row = self._grid.rowCount()
        label = Text(self.theme, name, Role.SMALL, bold=bold, wrap=True)
        label.setMaximumWidth(16_777_215)
        self._grid.addWidget(label, row, 0)
        if time:
            self._grid.addWidget(Text(self.theme, time, Role.SMALL, tone="ink2"), row, 1, Qt.AlignmentFlag.AlignRight)

    def _level_name(self, level_id: UUID | None) -> str:
        levels = self._person.programme.levels if self._person and self._person.programme else ()
        found = next((level for level in levels if level.id == level_id), None)
        return found.short_name(self._texts.language) if found else self._texts("contacts.time_no_level")

    def _duration(self, minutes: int) -> str:
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self._texts("contacts.minutes", minutes=rest)
        if not rest:
            return self._texts("contacts.hours", hours=hours)
        return self._texts("contacts.hours_minutes", hours=hours, minutes=rest)
