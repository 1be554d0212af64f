"""The screen Siffror: true numbers for the mentor alone, each with how many it is of. Nothing of it is printed."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.figures import Figures
from mentorapp.language.texts import Texts
from mentorapp.store.figures import read_figures
from mentorapp.store.overviews import list_lines
from mentorapp.store.rating_figures import read_rating_figures
from mentorapp.store.settings import get_settings
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.chart_card import ChartCard
from ui.widgets.flow import FlowLayout
from ui.widgets.screen import Screen
from ui.widgets.text import Text
from ui.widgets.widths import Width, page_margin, width_class

from .rating_cards import RatingCards
from .table_card import TableCard
from .words import read_names


class FiguresScreen(Screen):
    """`back_wanted` leads to Deltagare, `mentee_opened(UUID)` to somebody who has not been asked yet."""

    back_wanted = Signal()
    mentee_opened = Signal(object)

    shows = frozenset(
        {
            "mentee", "enrolment", "session", "milestone", "routine_item", "safety_question", "parallel_intervention",
            "closure", "outcome_check", "level_entry", "level", "list_word", "programme", "scale_response",
            "scale_mark", "scale_definition", "setting", "placement", "workplace", "education_support",
            "after_support",
        }
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self.cards: list[Card] = []
        self.charts: list[ChartCard] = []
        self.people: dict[UUID, Button] = {}
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(8)
        self._head = self._make_head()
        self._whole.addWidget(self._head)
        self._whole.addWidget(Text(theme, texts("figures.own"), tone="ink2", wrap=True))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(texts("figures.title"))
        self.area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        self.area.setWidget(inside)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setSpacing(16)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for side in self._sides:
            side.setSpacing(12)
            self._columns.addLayout(side, 1)
        self._whole.addWidget(self.area, 1)

    def refresh(self) -> None:
        with self._store.read() as session:
            figures, ratings = read_figures(session), read_rating_figures(session)
            change = get_settings(session).session_limits.reliable_change
            names = read_names(session, self._texts.language)
            people = {line.mentee_id: line.full_name for line in list_lines(session)} if figures.not_asked else {}
        at = self.area.verticalScrollBar().value()
        as_tables = {card.accessibleName() for card in self.charts if card.as_table.isChecked()}
        for side in self._sides:
            while side.count():
                item = side.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        tables = [TableCard(self._theme, self._texts, one, names) for one in figures.tables if one.rows]
        self.charts = list(RatingCards(self._theme, self._texts, ratings, change).make())
        for card in self.charts:
            card.as_table.setChecked(card.accessibleName() in as_tables)
        self.cards = [self._summary(figures), *tables, *self.charts]
        self.people = {}
        if figures.not_asked:
            self.cards.append(self._not_asked({key: people[key] for key in figures.not_asked}))
        self._share_out()
        self._arrange()
        for side in self._sides:
            side.addStretch(1)
        self.area.verticalScrollBar().setValue(at)

    def _share_out(self) -> None:
        """Each card in the column that is the shorter so far."""
        high = [0, 0]
        for card in self.cards:
            side = high.index(min(high))
            high[side] += card.sizeHint().height()
            self._sides[side].addWidget(card)

    def focus_first(self) -> None:
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self._head, self.area]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._whole.setContentsMargins(margin, 12, 0, 0)
        self._columns.setContentsMargins(0, 6, margin, 16)
        self._arrange()

    def _arrange(self) -> None:
        """One column as soon as two that show all they hold do not fit."""
        way = QBoxLayout.Direction
        needed = max((_needed(card) for card in self.cards), default=0)
        room = self.width() - 2 * page_margin(self) - self.area.verticalScrollBar().sizeHint().width()
        is_wide = width_class(self) is not Width.NARROW and 2 * needed + self._columns.spacing() <= room
        self._columns.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    def _make_head(self) -> QWidget:
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self.back = Button(self._theme, "", "left", kind=Kind.QUIET, name=self._texts("figures.back"))
        self.back.clicked.connect(self.back_wanted)
        line.addWidget(self.back)
        line.addWidget(Text(self._theme, self._texts("figures.title"), Role.TITLE))
        line.addStretch(1)
        return whole

    def _summary(self, figures: Figures) -> Card:
        """Persons apart from enrolments, the months before, and how many have moved which way."""
        texts, months = self._texts, figures.months
        said = [
            texts("figures.both", persons=figures.persons.total, enrolments=figures.enrolments.total),
            texts("figures.moves", forward=figures.forward, still=figures.still, back=figures.back),
        ]
        if figures.stepped:
            moves, stepped = figures.steps, figures.stepped
            said.append(
                texts("figures.steps", forward=moves.forward, still=moves.still, back=moves.back, stepped=stepped)
            )
        if months.mean is not None and months.median is not None:
            mean, median = round(months.mean), round(months.median)
            said.append(texts("figures.months", mean=mean, median=median, known=months.known))
        card = Card(self._theme, texts("figures.whole"), "chart")
        for words in said:
            card.add(Text(self._theme, words, wrap=True), below=12 if words is said[-1] else 4)
        return card

    def _not_asked(self, people: dict[UUID, str]) -> Card:
        card = Card(self._theme, self._texts("figures.not_asked"))
        box = QWidget()
        flow = FlowLayout(box, 6)
        for key, name in people.items():
            button = Button(self._theme, name, size=Size.ROW)
            button.clicked.connect(partial(self._on_person, key))
            flow.addWidget(button)
            self.people[key] = button
        card.add(box)
        return card

    def _on_person(self, mentee_id: UUID, _checked: bool = False) -> None:
        self.mentee_opened.emit(mentee_id)


def _needed(card: Card) -> int:
    return card.needed() if isinstance(card, TableCard) else card.minimumSizeHint().width()
