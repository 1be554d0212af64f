"""Avstämningar: the caseworkers with their mentees, when the next regular talk is, and that one was held."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.month_sheet import MONTH
from mentorapp.domain.numbers_typed import whole
from mentorapp.domain.programmes import REFERRER_CHECKIN_DAYS
from mentorapp.exchange.addressees import To
from mentorapp.language.naming import Naming
from mentorapp.language.texts import Texts
from mentorapp.store.check_in_lines import CheckInLine
from mentorapp.store.check_ins import end_check_in, set_check_in
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Family, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.removable_sheet import RemovableSheet
from ui.widgets.row import Row
from ui.widgets.tile import Tile

from .words import DOT, day_words


class CheckInSheet(RemovableSheet):
    """How often, and the next day; without a day it follows from the last talk."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, line: CheckInLine) -> None:
        super().__init__(window, theme, texts, store, texts("meeting.check_in_with", who=line.contact.name),
                         form=f"meetings.check_in:{line.contact.id}", mentee_id=None, label="check_in_set",
                         save_text=texts("meeting.save"))  # fmt: skip
        self._contact_id = line.contact.id
        now = line.check_in
        days = now.interval_days if now else REFERRER_CHECKIN_DAYS
        self.interval = self.add("interval_days", LineField(theme, texts("meeting.check_in_days"), str(days)))
        self.day = DateField(theme, texts, store.clock, texts("meeting.check_in_next"), now.next_on if now else None,
                             lean=Lean.AHEAD)  # fmt: skip
        self.add("next_on", self.day)
        if now is not None:
            self.add_removal(texts("meeting.check_in_end"), "check_in_ended", partial(_end, line))
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        days = whole("interval_days", self.interval.text())
        return set_check_in(session, self._contact_id, days or 0, self.day.day())


def check_ins_card(
    theme: Theme,
    texts: Texts,
    lines: tuple[CheckInLine, ...],
    naming: Naming,
    today: date,
    settle: Callable[[CheckInLine], object],
    hold: Callable[[CheckInLine], object],
    show_paper: Callable[[PrintRequest], object],
) -> Card:
    card = Card(theme, texts("meeting.group_check_ins"), "people")
    for line in lines:
        who = line.contact.name
        if line.check_in is None:
            words, act, kind = texts("meeting.check_in_settle"), partial(settle, line), Kind.NORMAL
        else:
            kind = Kind.PRIMARY if line.due else Kind.NORMAL
            words, act = texts("meeting.check_in_held"), partial(hold, line)
        button = Button(theme, words, kind=kind, size=Size.ROW, name=f"{words}: {who}")
        button.setObjectName(f"check:{line.contact.id}")
        button.clicked.connect(lambda _on=False, act=act: act())
        words = texts("meeting.check_in_paper")
        paper = Button(theme, words, "print", kind=Kind.QUIET, size=Size.ROW, name=f"{words}: {who}")
        paper.setObjectName(f"paper:{line.contact.id}")
        month = PrintRequest(template=MONTH.code, to=To(contact_id=line.contact.id))
        paper.clicked.connect(lambda _on=False, month=month: show_paper(month))
        place = line.contact.organisation
        title = f"{who}, {place.name}" if place else who
        row = Row(theme, title, _said(texts, line, naming, today), tile=Tile(theme, "people", Family.SLATE),
                  action=_beside(paper, button))  # fmt: skip
        row.opened.connect(partial(settle, line))
        card.add_row(row)
    return card


def _beside(*buttons: Button) -> QWidget:
    acts = QWidget()
    line = QHBoxLayout(acts)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for button in buttons:
        line.addWidget(button)
    return acts


def _said(texts: Texts, line: CheckInLine, naming: Naming, today: date) -> str:
    """3 deltagare: AB 123, CD 456 · nästa tor 3 dec · senast tis 3 nov."""
    names = ", ".join(naming.of(one) for one in line.people)
    parts = [texts("meeting.check_in_people", count=len(line.people), names=names)]
    if line.check_in is not None and line.check_in.next_on is not None:
        parts.append(texts("meeting.check_in_on", day=day_words(texts, line.check_in.next_on, today)))
    if line.check_in is not None and line.check_in.last_on is not None:
        parts.append(texts("meeting.check_in_last", day=day_words(texts, line.check_in.last_on, today)))
    return DOT.join(parts)


def _end(line: CheckInLine, session: Session) -> None:
    end_check_in(session, line.contact.id)
