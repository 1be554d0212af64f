"""Besök och uppföljningar: what was seen and said at the workplace, and who was there (W1), newest first."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from mentorapp.domain.scales import Respondent
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.sessions import Session as Contacted
from mentorapp.domain.workplace_support import FollowUpForm, WorkplaceFollowUp, next_follow_up
from mentorapp.language.dates import day_in_full
from mentorapp.language.names import genitive
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.inset import inset
from ui.widgets.kind_icons import kind_family, kind_icon
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from .reading import View
from .words import DOT, answer_of, called_within, day_of_week, follow_up_title, follow_up_words, missing

_SHOWN = 4
_ICONS = {
    FollowUpForm.VISIT: "work",
    FollowUpForm.PHONE: "phone",
    FollowUpForm.THREE_PARTY: "meeting",
    FollowUpForm.FORM_ONLY: "pencil",
}


class LogCard(Card):
    """Signals carry the follow-up: `opened`, `fill_wanted` (its missing form), `marks_wanted(follow-up, Respondent)`,
    `void_wanted(follow-up, Respondent)`, `print_wanted`; `visit_opened` a contact."""

    opened = Signal(object)
    fill_wanted = Signal(object)
    marks_wanted = Signal(object, object)
    void_wanted = Signal(object, object)
    print_wanted = Signal(object)
    visit_opened = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("placement.log"))
        self._texts = texts
        self._all = False
        self._view: View | None = None
        self.set_right("")
        self.empty = Text(theme, texts("placement.log_empty"), tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)
        self.more = Button(theme, " ", kind=Kind.QUIET, size=Size.ROW)
        self.more.clicked.connect(self._show_all)
        self._more_box = inset(self, self.more, above=4, below=8)
        self.made: list[Row] = []

    def show_view(self, view: View) -> None:
        if self._view is None or self._view.placement.id != view.placement.id:
            self._all = False
        same = self._view is not None and _content(self._view) == _content(view)
        self._view = view
        if not same:
            self._fill()

    def _fill(self) -> None:
        view, texts = self._view, self._texts
        assert view is not None
        happened = newest_first(view)
        shown = happened if self._all else happened[:_SHOWN]
        self.made = [self._row(one, view) for one in shown]
        self.listed.fill(self.made)
        self._empty_box.setVisible(not happened)
        self._more_box.setVisible(len(shown) < len(happened))
        self.more.set_text(texts("placement.log_all", count=len(happened)))
        ahead = next_follow_up(view.follow_ups)
        is_ahead = ahead is not None and ahead >= view.today and view.is_open
        day = day_of_week(texts, ahead, view.today) if is_ahead and ahead else ""
        self.set_right(texts("placement.next_short", day=day) if day else "")

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _row(self, one: WorkplaceFollowUp | Contacted, view: View) -> Row:
        if isinstance(one, WorkplaceFollowUp):
            return self._follow_up(one, view)
        texts = self._texts
        title = DOT.join((texts("placement.visit"), day_in_full(texts, one.event_date, view.today)))
        words = texts("placement.visit_minutes", count=one.duration_min) if one.duration_min else ""
        if one.attendance is not Attendance.HELD:
            words = texts(f"codes.attendance_{one.attendance.value}")
        read = Button(self.theme, texts("placement.read"), kind=Kind.QUIET, size=Size.ROW)
        read.setObjectName(f"{one.id}:read")
        row = Row(
            self.theme, title, words, tile=Tile(self.theme, kind_icon(one.kind), kind_family(one.kind)), action=read
        )
        row.opened.connect(lambda: self.visit_opened.emit(one))
        read.clicked.connect(lambda: self.visit_opened.emit(one))
        return row

    def _follow_up(self, one: WorkplaceFollowUp, view: View) -> Row:
        title = follow_up_title(self._texts, one, view.today)
        more = MoreButton(self.theme, self._texts("placement.follow_up_more", title=title), lambda: self._acts(one))
        more.setObjectName(f"{one.id}:more")
        icon = "talk" if one.oral_instead else _ICONS[one.form]
        tile = Tile(self.theme, icon, Family.BLUE)
        row = Row(self.theme, title, follow_up_words(self._texts, one, view), tile=tile, action=more)
        if missing(self._texts, one, view):
            fill = Button(self.theme, self._texts("placement.fill_short"), size=Size.ROW)
            fill.setObjectName(f"{one.id}:fill")
            fill.clicked.connect(lambda: self.fill_wanted.emit(one))
            row.add_right(fill)
        row.opened.connect(lambda: self.opened.emit(one))
        return row

    def _acts(self, one: WorkplaceFollowUp) -> Sequence[Act]:
        view, texts = self._view, self._texts
        assert view is not None
        acts: list[Act] = [(texts("placement.edit"), lambda: self.opened.emit(one))]
        names = {
            Respondent.MENTEE: genitive(texts, view.name),
            Respondent.SUPERVISOR: genitive(texts, called_within(texts, view)),
        }
        answers = {who: answer for who in names if (answer := answer_of(view.answered(one.id), who)) is not None}
        for who, answer in answers.items():
            key = "placement.talked_change" if answer.is_oral else "placement.marks_change"
            acts.append((texts(key, whose=names[who]), partial(self.marks_wanted.emit, one, who)))
        for who in answers:
            words = texts("placement.marks_void", whose=names[who])
            acts.append((words, partial(self.void_wanted.emit, one, who)))
        acts.append((texts("placement.print_filled"), lambda: self.print_wanted.emit(one)))
        return acts


def newest_first(view: View) -> list[WorkplaceFollowUp | Contacted]:
    """Follow-ups and visits of the same day: the follow-up first."""
    found: list[tuple[date, int, WorkplaceFollowUp | Contacted]] = [
        *((one.event_date, 1, one) for one in view.follow_ups),
        *((one.event_date, 0, one) for one in view.visits if one.attendance is not Attendance.PLANNED),
    ]
    return [one for _, _, one in sorted(found, key=lambda said: said[:2], reverse=True)]


def _content(view: View) -> object:
    return view.placement.id, view.follow_ups, view.visits, view.answers, view.today, view.mentee, view.supervisor
