"""Insatser och trappor: the programmes, and the chosen one's ladder as levels that can be changed and moved."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.errors import InputError, MentorError
from mentorapp.domain.programmes import Level, Programme
from mentorapp.exchange.setup_files import take_ladder, write_ladder
from mentorapp.language.texts import Texts
from mentorapp.store.programme_levels import move_level, remove_level
from mentorapp.store.programmes import list_programmes
from mentorapp.store.store import Store
from ui.kit import Kit
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import FaultLine
from ui.widgets.flow import FlowLayout
from ui.widgets.staircase import Stair, Staircase
from ui.widgets.text import Text

from .level_row import LevelRow
from .level_sheet import LevelSheet
from .page import Page
from .programme_sheet import NewProgrammeSheet, ProgrammeSheet


class ProgrammesPage(Page):
    """Everything here takes hold at once and can be undone."""

    key, icon = "programmes", "stairs"
    forms = frozenset({"programme", "level"})

    def __init__(self, theme: Theme, texts: Texts, store: Store, kit: Kit) -> None:
        super().__init__(theme, texts)
        self._store, self._kit = store, kit
        self._chosen: UUID | None = None
        self._programmes: tuple[Programme, ...] = ()
        self._shown: Programme | None = None
        self.fault = FaultLine(theme)
        self.new = Button(theme, texts("settings.programme_new"), "plus")
        self.new.clicked.connect(self.open_new)
        self.read = Button(theme, texts("settings.ladder_read"))
        self.read.clicked.connect(self._on_read)
        acts = FlowLayout(gap=8)
        acts.addWidget(self.new)
        acts.addWidget(self.read)
        self.column.addLayout(acts)
        self.column.addWidget(self.fault)
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self.column.addLayout(self._place)
        self.column.addStretch(1)
        self.rows: list[LevelRow] = []

    def refresh(self) -> None:
        with self._store.read() as session:
            programmes = list_programmes(session)
        known = {programme.id: programme for programme in programmes}
        if self._chosen not in known:
            self._chosen = programmes[0].id if programmes else None
        shown = known.get(self._chosen) if self._chosen else None
        if programmes == self._programmes and shown == self._shown:
            return
        self._programmes, self._shown = programmes, shown
        self._fill()

    def open_new(self) -> NewProgrammeSheet:
        sheet = NewProgrammeSheet(self.window(), self.theme, self.texts, self._store)
        sheet.kept.connect(self._choose)
        sheet.open()
        return sheet

    def open_programme(self) -> ProgrammeSheet:
        assert self._shown is not None
        sheet = ProgrammeSheet(self.window(), self.theme, self.texts, self._store, self._shown)
        sheet.open()
        return sheet

    def open_level(self, level: Level | None) -> LevelSheet:
        assert self._shown is not None
        sheet = LevelSheet(self.window(), self.theme, self.texts, self._store, self._shown.id, level)
        sheet.open()
        return sheet

    def open_draft(self, form: str) -> None:
        """A level or a programme that was being changed, or a new one of them; nothing when it is gone."""
        thing, _, key = form.partition(":")
        if not key:
            self.open_new()
            return
        for programme in self._programmes:
            level = next((one for one in programme.levels if str(one.id) == key), None)
            if level is None and str(programme.id) != key:
                continue
            self._choose(programme.id)
            if thing == "settings.programme":
                self.open_programme()
            else:
                self.open_level(level)
            return

    def _choose(self, programme_id: object) -> None:
        self._chosen = UUID(str(programme_id))
        self.refresh()

    def _fill(self) -> None:
        had = next((row.level.id for row in self.rows if row.isAncestorOf(self.window().focusWidget() or row)), None)
        while (item := self._place.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.rows = []
        if self._shown is None:
            self._place.addWidget(Text(self.theme, self.texts("settings.programmes_none"), tone="ink2", wrap=True))
            return
        choices = [Choice(str(one.id), one.name) for one in self._programmes]
        self.programmes = ChoiceChips(
            self.theme, self.texts("settings.programmes"), choices, str(self._shown.id), ticked=True
        )
        self.programmes.chosen.connect(self._choose)
        self._place.addWidget(self.programmes)
        card = self._card(self._shown)
        self._place.addWidget(card)
        card.show()  # at once: what is not shown cannot have the focus
        again = next((row for row in self.rows if row.level.id == had), None)
        if again is not None:
            again.change.setFocus()

    def _card(self, programme: Programme) -> Card:
        way = "settings.levels_exclusive" if programme.ladder_exclusive else "settings.levels_overlap"
        card = Card(self.theme, programme.name, "stairs", right=self.texts(way))
        language = self.texts.language
        stairs = [Stair(lvl.short_name(language), StepState.AHEAD, lvl.is_goal) for lvl in programme.levels]
        if stairs:
            card.add(Staircase(self.theme, self.texts, stairs), above=4, below=10)
        for level in programme.levels:
            card.add_row(self._row(level, len(programme.levels)))
        card.add_row(self._foot())
        return card

    def _row(self, level: Level, count: int) -> LevelRow:
        row = LevelRow(self.theme, self.texts, level, first=level.order == 1, last=level.order == count)
        row.change_wanted.connect(partial(self.open_level, level))
        row.remove_wanted.connect(partial(self._remove, level))
        row.moved.connect(partial(self._move, level))
        self.rows.append(row)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget()
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(SIDE, 10, SIDE, 12)
        flow = FlowLayout(gap=8)
        inside.addLayout(flow)
        self.new_level = Button(self.theme, self.texts("settings.level_new"), "plus")
        self.new_level.clicked.connect(lambda: self.open_level(None))
        self.facts = Button(self.theme, self.texts("settings.programme_change"), "pencil")
        self.facts.clicked.connect(lambda: self.open_programme())
        self.save = Button(self.theme, self.texts("settings.ladder_save"), "save")
        self.save.clicked.connect(self._on_save)
        for button in (self.new_level, self.facts, self.save):
            flow.addWidget(button)
        return foot

    def _move(self, level: Level, way: int) -> None:
        with self._store.write("level_moved") as session:
            move_level(session, level.id, max(1, level.order + way))

    def _remove(self, level: Level) -> None:
        self.fault.show_sentence(None)
        try:
            with self._store.write("level_removed") as session:
                remove_level(session, level.id)
        except InputError as refusal:
            self.fault.show_sentence(self.texts.error(refusal))

    def _on_read(self) -> None:
        path = self._kit.parts.ask_open(self.window(), self.texts("settings.ladder_read"), "JSON (*.json)")
        if path is None:
            return
        self.fault.show_sentence(None)
        try:
            with self._store.write("programme_added") as session:
                taken = take_ladder(session, path)
        except MentorError as refusal:
            self.fault.show_sentence(self.texts.error(refusal))
        else:
            self._choose(taken)

    def _on_save(self) -> None:
        assert self._shown is not None
        path = self._kit.parts.ask_save(self.window(), f"{self._shown.ladder_code}.json", "JSON (*.json)")
        if path is not None:
            with self._store.read() as session:
                write_ladder(session, self._shown.id, path)
