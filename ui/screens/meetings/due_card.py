"""The meetings that come back and are due to be booked again."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from mentorapp.language.naming import Naming
from mentorapp.language.texts import Texts
from mentorapp.store.meeting_state import DueAgain
from ui.theme import Family, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.row import Row
from ui.widgets.tile import Tile

from .words import DOT, day_words, kind_words


def due_card(
    theme: Theme,
    texts: Texts,
    due: Sequence[DueAgain],
    naming: Naming,
    today: date,
    book: Callable[[DueAgain], object],
) -> Card:
    card = Card(theme, texts("meeting.group_due"), "history")
    for one in due:
        who, words = naming.of(one.person), texts("meeting.book_next")
        button = Button(theme, words, "plus", size=Size.ROW, name=f"{words}: {who}")
        button.setObjectName(f"due:{one.last.id}")
        button.clicked.connect(lambda _on=False, one=one: book(one))
        on, last = day_words(texts, one.on, today), day_words(texts, one.last.event_date, today)
        row = Row(
            theme, f"{who}{DOT}{kind_words(texts, one.last)}", texts("meeting.due", day=on, last=last),
            tile=Tile(theme, "meeting", Family.HEATHER), action=button,
        )  # fmt: skip
        row.opened.connect(partial(button.click))
        card.add_row(row)
    return card
