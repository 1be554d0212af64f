"""The levels of this enrolment: where the person is and since when, where they have been, and the way to another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.programmes import Level
from mentorapp.domain.stays import moves
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.flow import FlowLayout
from ui.widgets.inset import inset
from ui.widgets.text import Text

from ..reading import Person
from .list_card import Line, ListCard
from .reading import Case
from .words import level_title, stay_line, stay_words


class StaysCard(ListCard):
    """Signals `stay_wanted(UUID)` of a stay, `level_wanted(UUID)` of a level to go to, `paper_wanted` for the wall."""

    stay_wanted = Signal(object)
    level_wanted = Signal(object)
    paper_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts, texts("closing.levels"), texts("closing.levels_none"))
        self.paper = Button(theme, texts("closing.print_stairs"), "print", kind=Kind.QUIET, size=Size.ROW)
        self.paper.clicked.connect(self.paper_wanted)
        self.head.addWidget(self.paper)
        self._moves = Text(theme, "", Role.CAPTION, tone="ink2")
        self._moves_box = inset(self, self._moves, above=4, below=2)
        self._to = QWidget()
        self._flow = FlowLayout(self._to, 6)
        self._to_box = inset(self, self._to, above=6, below=12)
        self._levels: tuple[Level, ...] | None = None
        self._pills: dict[str, Button] = {}

    def show_case(self, person: Person, case: Case) -> None:
        levels = {level.id: level for level in case.programme.levels}
        lines = []
        for stay in reversed(case.stays):
            level = levels[stay.level_id]
            second = "\n".join([stay_line(self.texts, case, stay, level, person), *stay_words(self.texts, stay)])
            lines.append(
                Line(
                    key=stay.id.hex,
                    title=level_title(self.texts, level),
                    second=second,
                    act=lambda stay=stay: self.stay_wanted.emit(stay.id),  # type: ignore[misc]
                    act_name=self.texts("closing.change"),
                )
            )
        self.show_lines(lines)
        counted = moves([levels[stay.level_id].order for stay in case.stays])
        self._moves.setText(
            self.texts("closing.moves", forward=counted.forward, still=counted.still, back=counted.back)
        )
        self._moves_box.setVisible(len(case.stays) > 1)
        self._show_ways(case)

    def pill(self, code: str) -> Button:
        return self._pills[code]

    def _show_ways(self, case: Case) -> None:
        """Every level that the person is not on, the way there."""
        here = {stay.level_id for stay in case.stays if stay.left_on is None}
        ways = tuple(level for level in case.programme.levels if level.id not in here)
        self._to_box.setVisible(bool(ways) and case.is_open and case.is_started)
        if ways == self._levels:
            return
        self._levels = ways
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._pills = {}
        caption = Text(self.theme, self.texts("closing.to_level"), Role.SMALL, tone="ink2")
        caption.setMinimumHeight(self.theme.line(Role.BODY) + 8)
        self._flow.addWidget(caption)
        for level in ways:
            name = f"{level.order} {level.short_name(self.texts.language)}"
            full = f"{self.texts('mentee.level_change')}: {level_title(self.texts, level)}"
            pill = Button(self.theme, name, kind=Kind.PILL, name=full)
            pill.clicked.connect(lambda _on=False, level=level: self.level_wanted.emit(level.id))
            self._flow.addWidget(pill)
            self._pills[level.code] = pill
