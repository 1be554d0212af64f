"""The life areas as rows, one of them open; each is asked about in any order, over several walks."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mentorapp.domain.lists import Word
from mentorapp.domain.mapping import StillTrue
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.page_drafts import PageDrafts

from ..reading import Person
from ..words import genitive
from .acts import MappingActs
from .area_editor import AreaEditor
from .area_reader import AreaReader
from .area_row import AreaRow
from .need import Need
from .reading import Known, is_safety
from .words import area_look


class AreaList(Card):
    """Signals `goal_wanted(object)` with a Need, and `safety_wanted`: that question is asked elsewhere.
    `unfolded(object)` carries the part that has come below a row.

    One Tab stop for the rows; the arrows walk over them.
    """

    goal_wanted = Signal(object)
    safety_wanted = Signal()
    unfolded = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, acts: MappingActs, drafts: PageDrafts) -> None:
        super().__init__(theme)
        self.setAccessibleName(texts("mapping.areas"))
        self._texts, self._acts, self._drafts = texts, acts, drafts
        self._areas: dict[str, AreaRow] = {}
        self._open: AreaEditor | AreaReader | None = None
        self._person: Person | None = None
        self._known: Known | None = None

    def areas(self) -> tuple[AreaRow, ...]:
        return tuple(self._areas.values())

    def row(self, area: str) -> AreaRow:
        return self._areas[area]

    def open_part(self) -> AreaEditor | AreaReader | None:
        return self._open

    def show_person(self, person: Person, known: Known) -> None:
        if self._person is not None and self._person.mentee.id != person.mentee.id:
            self.close_area(False)
        self._person, self._known = person, known
        wanted = [area.code for area in known.areas]
        if wanted != list(self._areas):
            self._make_rows(known)
        for area in known.areas:
            look = area_look(self._texts, known, area)
            if self._areas[area.code].look != look:
                self._areas[area.code].set_look(look)
        self._show_open(known)
        self._one_tab_stop()

    def open_area(self, code: str) -> None:
        """Opens it below its row; one that was open is closed, and what was written in it is stored."""
        assert self._person is not None
        assert self._known is not None
        area = next(one for one in self._known.areas if one.code == code)
        if is_safety(area):
            self.safety_wanted.emit()
            return
        self.close_area(False)
        part = self._part(area, self._person, self._known)
        part.closed.connect(lambda: self.close_area(True))
        part.goal_wanted.connect(lambda: self.goal_wanted.emit(Need(code)))
        self._open = part
        row = self._areas[code]
        row.set_open(True)
        self.body.insertWidget(self.body.indexOf(row) + 1, part)
        part.show()
        if isinstance(part, AreaEditor):
            part.show_answer(self._person.mentee.id, self._known.answer(code))
            part.status.focus()
        else:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit(part)

    def close_area(self, focus: bool = True) -> None:
        part = self._open
        if part is None:
            return
        self._drafts.write_all()
        self._open = None
        row = self._areas.get(part.area.code)
        if row is not None:
            row.set_open(False)
            if focus:
                self._focus(row)
        part.hide()
        self.body.removeWidget(part)
        part.deleteLater()

    def menu(self, row: AreaRow) -> QMenu:
        """The same for the mouse as the keys give."""
        menu = QMenu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        code = row.look.area
        menu.addAction(self._texts("mapping.open_area"), partial(self._on_row, row))
        answer = self._known.answer(code) if self._known else None
        if answer is not None and answer.still_true is StillTrue.TO_CONFIRM and not self._is_complete():
            menu.addAction(self._texts("mapping.confirm"), partial(self._acts.confirm, code))
        goal = menu.addAction(self._texts("mapping.make_goal"), partial(self._want_goal, row))
        goal.setEnabled(row.look.can_be_goal)
        return menu

    def focus_first(self) -> None:
        """The first that is not asked about yet."""
        rows = self.areas()
        known = self._known
        first = next((r for r in rows if known and not self._is_said(known, r.look.area)), next(iter(rows), None))
        if first is not None:
            self._focus(first)

    def _is_said(self, known: Known, code: str) -> bool:
        answer = known.answer(code)
        return answer is not None and answer.is_answered

    def _make_rows(self, known: Known) -> None:
        self.close_area(False)
        self.clear()
        self._areas = {}
        for area in known.areas:
            row = AreaRow(self.theme, area_look(self._texts, known, area))
            row.clicked.connect(partial(self._on_row, row))
            row.goal_wanted.connect(partial(self._want_goal, row))
            row.walk_wanted.connect(partial(self._walk, row))
            row.menu_wanted.connect(partial(self._pop_up, row))
            self._areas[area.code] = row
            self.add_row(row)

    def _part(self, area: Word, person: Person, known: Known) -> AreaEditor | AreaReader:
        name = genitive(self._texts, person.name)
        if self._is_complete():
            return AreaReader(self.theme, self._texts, area, name, known.answer(area.code))
        return AreaEditor(self.theme, self._texts, area, name, person.hidden, self._acts, self._drafts)

    def _is_complete(self) -> bool:
        return bool(self._known and self._known.mapping and self._known.mapping.is_complete)

    def _show_open(self, known: Known) -> None:
        """The open area follows the store; one whose version is done by now is read instead."""
        part = self._open
        if isinstance(part, AreaEditor) and not self._is_complete():
            assert self._person is not None
            part.show_answer(self._person.mentee.id, known.answer(part.area.code))
        elif part is not None and isinstance(part, AreaReader) is not self._is_complete():
            had_focus = part.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self.close_area(had_focus)

    def _on_row(self, row: AreaRow, _checked: bool = False) -> None:
        if self._open is not None and self._open.area.code == row.look.area:
            self.close_area()
        else:
            self.open_area(row.look.area)

    def _want_goal(self, row: AreaRow) -> None:
        """What has not been asked about is asked about first."""
        if row.look.can_be_goal:
            self.goal_wanted.emit(Need(row.look.area))
        else:
            self.open_area(row.look.area)

    def _pop_up(self, row: AreaRow, at: QPoint) -> None:
        self.menu(row).popup(at)

    def _walk(self, row: AreaRow, way: int) -> None:
        rows = list(self._areas.values())
        place = rows.index(row) + way
        if 0 <= place < len(rows):
            self._focus(rows[place])

    def _focus(self, row: AreaRow) -> None:
        self._one_tab_stop(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _one_tab_stop(self, stop: QWidget | None = None) -> None:
        rows = list(self._areas.values())
        if stop is None:
            tabbed = [row for row in rows if row.focusPolicy() is Qt.FocusPolicy.StrongFocus]
            stop = next((row for row in rows if row.hasFocus()), None) or (tabbed[0] if len(tabbed) == 1 else None)
        stop = stop or next(iter(rows), None)
        for row in rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)


def areas_in(draft: dict[str, object]) -> list[str]:
    """The areas that something was typed about when the program ended, as the names of their fields tell."""
    return sorted({name.rpartition(".")[0] for name in draft})
