"""Step 2: what has happened since the last time, gathered by itself, each piece with other words for the papers where
that is wanted; and what the mentor proposes."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.sharing import Block, InfoClass
from mentorapp.domain.summary_sheet import PROPOSAL
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import ClassChip, class_icon
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.row import Row
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .acts import WizardActs
from .column import Column
from .piece_words import piece_words
from .proposals_card import ProposalsCard
from .reading import WizardView
from .words import kind_words, said_by

_NOT_GATHERED = frozenset(
    {"agenda", "class", "party", "place", "point", "promise", "purpose", "raised", "wants", "proposal"}
)
_ICONS = {
    "contacts": "talk", "step": "check", "placement": "work", "milestone": "star", "rating": "chart",
    "commitment": "hand", "income": "coins", "studies": "book", "level": "stairs", "adaptation": "work",
}  # fmt: skip


class Piece(QWidget):
    """What was gathered as it will stand; *Andra ord* opens a field below. Signal `reworded(str)`."""

    def __init__(
        self, theme: Theme, texts: Texts, item: str, words: tuple[str, str], reworded: str, info_class: InfoClass
    ) -> None:
        super().__init__()
        self.item = item
        title, second = words
        self.act = Button(theme, "", "pencil", kind=Kind.QUIET, size=Size.ROW, name=texts("wizard.reword", what=title))
        self.row = Row(theme, reworded or title, second, action=self.act)
        self.row.enter_opens = False
        self.row.add_right(ClassChip(theme, texts, info_class))
        hint = texts("wizard.reword_hint", words=title) if reworded else texts("wizard.reword_hint_own")
        self.field = TextField(theme, texts("wizard.reword_label"), reworded, placeholder=title, hint=hint, lines=2)
        self.field.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.row)
        below = QVBoxLayout()
        below.setContentsMargins(SIDE, 0, SIDE, 10)
        below.addWidget(self.field)
        self._below = below
        whole.addLayout(below)
        self._fit()
        self.act.clicked.connect(self.open)

    def open(self, _checked: bool = False) -> None:
        self.field.setVisible(self.field.isHidden())
        self._fit()
        if not self.field.isHidden():
            self.field.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._below.setContentsMargins(SIDE, 0, SIDE, 0 if self.field.isHidden() else 10)


class SinceStep(QWidget):
    """A card for each sort of thing; made anew when something else was gathered."""

    said = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, acts: WizardActs, view: WizardView) -> None:
        super().__init__()
        self.theme, self._texts, self._acts = theme, texts, acts
        meeting = view.meeting
        self.drafts = PageDrafts(
            acts.store, f"wizard.words:{meeting.id.hex}", meeting.mentee_id, parent=self, texts=texts
        )
        self.proposals = ProposalsCard(theme, texts, acts, meeting.id, meeting.mentee_id)
        self.pieces: dict[str, Piece] = {}
        self._built: object = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.column: Column | None = None

    def show_view(self, view: WizardView) -> None:
        self.proposals.show_words(view.wordings)
        found = list(gathered(view))
        built = (found, {item: words for item, words in view.wordings.items() if not item.startswith(PROPOSAL)})
        if built == self._built:
            return
        focused = next((one.item for one in self.pieces.values() if one.isAncestorOf(self.focusWidget() or self)), "")
        self._built = built
        self.drafts.write_all()
        typing = self.proposals.focusWidget() if self.proposals.isAncestorOf(self.focusWidget() or self) else None
        cards = self._cards(view, found)
        column = Column(self.theme, cards[::2], [self.proposals, *cards[1::2]])
        if self.column is not None:
            self._whole.removeWidget(self.column)
            self.column.hide()
            self.column.deleteLater()
        self.column = column
        self._whole.addWidget(column)
        if focused in self.pieces:
            self.pieces[focused].act.setFocus(Qt.FocusReason.OtherFocusReason)
        elif typing is not None:
            typing.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        return None

    def regions(self) -> Sequence[QWidget]:
        return [self.column] if self.column is not None else [self]

    def _cards(self, view: WizardView, found: list[tuple[str, Block]]) -> list[Card]:
        self.pieces = {}
        cards: dict[str, Card] = {}
        for item, block in found:
            kind = item.partition(":")[0]
            if kind not in cards:
                icon = _ICONS.get(kind) or class_icon(block.info_class)[0]
                cards[kind] = Card(self.theme, kind_words(self._texts, kind, block.info_class), icon)
            piece = self._piece(view, item, block)
            cards[kind].add_row(piece)
        if not cards:
            empty = Card(self.theme, self._texts("wizard.step_since"), "history")
            empty.add(Text(self.theme, self._texts("wizard.nothing_since"), Role.BODY, tone="ink2", wrap=True))
            return [empty]
        return list(cards.values())

    def _piece(self, view: WizardView, item: str, block: Block) -> Piece:
        words = piece_words(self._texts, block, view.today)
        piece = Piece(self.theme, self._texts, item, words, view.wordings.get(item, ""), block.info_class)
        piece.act.setVisible(bool(said_by(block)))  # what is counted or drawn has no words of its own
        self.drafts.attach(item, piece.field, partial(self._acts.reword, item))
        self.pieces[item] = piece
        return piece


def gathered(view: WizardView) -> Iterator[tuple[str, Block]]:
    """Every piece once, in the order of the papers."""
    for row in view.case.rows:
        if row.kind not in _NOT_GATHERED:
            yield from zip(row.items, row.blocks, strict=True)
