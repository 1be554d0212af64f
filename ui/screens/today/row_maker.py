"""What all groups of Idag are made with: whose row it is, its one button, and what its menu puts off until later."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt

from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.reminders import Person
from mentorapp.domain.sessions import SessionKind
from mentorapp.language import Texts, long_date
from mentorapp.language.reminder_words import why_words
from ui.requests import BookingRequest, DraftRequest, NoteRequest, WizardRequest, WriteUpRequest
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.row import Row
from ui.widgets.tile import Tile

from . import words
from .group import Entry, Group, Later, Pending
from .reading import KeptDraft, Reading
from .snooze import Occasion
from .words import Naming

_TIME_WIDTH, _DAY_WIDTH = 44, 60
Act = tuple[str, str, Callable[[], None]]
"""The words of a button, its icon, and what it does."""


@dataclass(frozen=True, slots=True)
class Acts:
    """What a row can ask for."""

    open_mentee: Callable[[UUID], None]
    open_tab: Callable[[UUID, str], None]
    open_placement: Callable[[UUID, UUID], None]
    write_note: Callable[[NoteRequest], None]
    prepare: Callable[[WizardRequest], None]
    write_up: Callable[[WriteUpRequest], None]
    book: Callable[[BookingRequest], None]
    open_draft: Callable[[DraftRequest], None]
    throw: Callable[[KeptDraft], None]
    take_back: Callable[[DraftRequest], None]
    tick: Callable[[UUID, bool], None]
    put_away: Callable[[Occasion, date | None], None]
    choose_day: Callable[[Occasion], None]


class RowMaker:
    """A group without rows is None, and is not drawn."""

    def __init__(self, theme: Theme, texts: Texts, acts: Acts, reading: Reading, names_shown: bool) -> None:
        self._theme, self._texts, self._acts, self._reading = theme, texts, acts, reading
        self._day = reading.day
        self._naming = Naming(names_shown, words.shared_names(reading.people))

    def _group(self, key: str, icon: str, rows: list[Pending], right: str = "", tone: str = "") -> Group | None:
        if not rows:
            return None
        group = Group(self._theme, self._texts, key, self._texts(f"today.{key}"), icon, right=right, tone=tone)
        group.fill(rows)
        return group

    def _entry(
        self,
        key: str,
        person: Person | None,
        said: tuple[str, str],
        act: Act,
        *,
        why: str,
        tile: Tile | None = None,
        lead: tuple[str, str] = ("", ""),
        primary: bool = False,
        throw: Callable[[], None] | None = None,
        later: tuple[Later, ...] = (),
        icon_only: bool = False,
    ) -> Entry:
        """A row with one button. Enter opens the person; where nobody is chosen yet it does what the button does."""
        act_words, icon, then = act
        kind = Kind.PRIMARY if primary else Kind.NORMAL
        written = "" if icon_only else act_words
        button = Button(self._theme, written, icon or None, kind=kind, size=Size.ROW, name=f"{act_words}: {said[0]}")
        button.setAccessibleDescription(said[1])
        row = Row(
            self._theme,
            *said,
            lead=lead[0],
            lead_second=lead[1],
            lead_width=_DAY_WIDTH if icon_only else _TIME_WIDTH,
            tile=tile,
            action=button,
            tint="soft" if primary else "",
        )
        opening = (lambda: self._acts.open_mentee(person.mentee_id)) if person else then
        entry = Entry(key, row, button, open=opening, act=then, act_words=act_words, why=why, throw=throw, later=later)
        if later and not icon_only:
            more = Button(self._theme, "", "more", kind=Kind.QUIET, size=Size.ROW, name=self._texts("today.more_acts"))
            more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the menu key of the row does the same
            more.clicked.connect(row.menu_wanted)
            row.add_right(more)
        button.clicked.connect(lambda: then())
        row.opened.connect(opening)
        return entry

    def _opening(self, person: Person) -> Act:
        return self._texts("today.open"), "right", partial(self._acts.open_mentee, person.mentee_id)

    def _at_tab(self, person: Person, tab: str, key: str = "open", icon: str = "right") -> Act:
        """To the tab where the matter is."""
        return self._texts(f"today.{key}"), icon, partial(self._acts.open_tab, person.mentee_id, tab)

    def _at_placement(self, person: Person, placement_id: UUID, key: str, icon: str) -> Act:
        return self._texts(f"today.{key}"), icon, partial(self._acts.open_placement, person.mentee_id, placement_id)

    def _calling(self, person: Person, kind: SessionKind, key: str, icon: str) -> Act:
        request = NoteRequest(mentee_id=person.mentee_id, kind=kind)
        return self._texts(f"today.{key}"), icon, partial(self._acts.write_note, request)

    def _why(self, rule: Rule) -> str:
        return why_words(self._texts, rule, self._day.rules[rule])

    def _later(self, person: Person, rule: Rule | str, subject: str) -> tuple[Later, ...]:
        """Tomorrow or the first day of work after it, next week, a day of one's own; or that it is dealt with."""
        occasion = Occasion(person.mentee_id, str(rule), subject)
        today, work, texts = self._day.today, self._day.work, self._texts
        soon, week = work.after(today), work.next_week(today)
        near = texts("today.snooze_tomorrow")
        if (soon - today).days > 1:
            near = texts("today.snooze_day", day=long_date(texts, soon))
        return (
            (near, partial(self._acts.put_away, occasion, soon)),
            (texts("today.snooze_next_week"), partial(self._acts.put_away, occasion, week)),
            (texts("today.snooze_choose"), partial(self._acts.choose_day, occasion)),
            (texts("today.dealt_with"), partial(self._acts.put_away, occasion, None)),
        )

    def _face(self, person: Person) -> Tile:
        letter = self._naming.letter(person)
        return Tile(self._theme, "" if letter else "tree", letter=letter)
