"""The lines of a paper for supervision, each with a box: words that may be names, what is sensitive, and the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.supervision_sheets import NO_NAME, Line, Offer
from ui.theme import Role, Theme
from ui.widgets.card import SIDE
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox


class LineChoices(QWidget):
    """Signal `changed`. What is of health or social life is never chosen beforehand, and a word that may be a name is
    hidden until it is ticked. `on_it` is what the lines are called that are there from the start."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, on_it: str) -> None:
        super().__init__()
        self._theme, self._texts, self._on_it = theme, texts, on_it
        self._boxes: dict[str, TickBox] = {}
        self._offer: Offer | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE, 0, SIDE, 12)
        self._column.setSpacing(8)

    def items(self) -> frozenset[str]:
        """What was ticked of what takes a tick: lines, and words that are no names."""
        return frozenset(item for item, box in self._boxes.items() if box.isChecked())

    def left_out(self) -> frozenset[str]:
        lines = self._offer.lines if self._offer else ()
        return frozenset(one.item for one in lines if not one.ticked) - self.items()

    def offers(self, item: str) -> bool:
        return item in self._boxes

    def box(self, item: str) -> TickBox:
        return self._boxes[item]

    def forget(self) -> None:
        """Somebody else begins with nothing chosen."""
        self._clear()
        self._offer = None

    def show_offer(self, offer: Offer) -> None:
        """What was chosen stays chosen, and the focus on its box."""
        if offer == self._offer:
            return
        before = {item: box.isChecked() for item, box in self._boxes.items()}
        focused = next((item for item, box in self._boxes.items() if box.hasFocus()), "")
        self._clear()
        self._offer = offer
        words = [Line(f"{NO_NAME}{word}", word, ticked=True) for word in offer.doubted]
        self._part("supervision.may_be_names", words, before)
        self._part("supervision.sensitive", [one for one in offer.lines if one.ticked], before)
        self._part(self._on_it, [one for one in offer.lines if not one.ticked], before)
        if focused in self._boxes:
            self._boxes[focused].setFocus()

    def _part(self, heading: str, lines: Sequence[Line], before: dict[str, bool]) -> None:
        if not lines:
            return
        self._column.addWidget(Text(self._theme, self._texts(heading), Role.SMALL, bold=True, wrap=True))
        for line in lines:
            box = self._boxes[line.item] = TickBox(self._theme, line.words, fades=False)
            box.setChecked(before.get(line.item, not line.ticked))
            box.clicked.connect(lambda _on: self.changed.emit())
            self._column.addWidget(box)

    def _clear(self) -> None:
        self._boxes = {}
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
