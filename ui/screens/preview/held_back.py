"""What the print does not show, and why; what the mentee may say yes to is ticked here, for this print only."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.sharing import HeldBack, InfoClass, Rule
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.chip import Chip
from ui.widgets.class_chip import ClassChip
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox


class HeldBackCard(Card):
    """Signal `ticks_changed(frozenset)` of information classes. Only the mentor sees this card."""

    ticks_changed = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("preview.held_back"), "lock", tone="heather")
        self._texts = texts
        self._boxes: dict[InfoClass, TickBox] = {}
        self._template = ""
        self._built: tuple[str, str, frozenset[InfoClass], tuple[HeldBack, ...]] | None = None
        chip = Chip(theme, texts("preview.only_you"), "eye", Family.HEATHER)
        chips = QHBoxLayout()
        chips.addWidget(chip)
        chips.addStretch(1)
        self.add(chips, below=8)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(SIDE, 0, SIDE, 0)
        self._list.setSpacing(10)
        self.body.addLayout(self._list)
        self.add(Text(theme, texts("preview.private_never"), Role.SMALL, tone="ink2", wrap=True), above=8)

    def box(self, info_class: InfoClass) -> TickBox:
        """The box of a class that may be ticked."""
        return self._boxes[info_class]

    def ticks(self) -> frozenset[InfoClass]:
        return frozenset(info_class for info_class, box in self._boxes.items() if box.isChecked())

    def show_held(self, name: str, template: str, held: Iterable[HeldBack], ticked: frozenset[InfoClass]) -> None:
        """What was ticked stays with its tick, so that it can be taken away again; the focus stays on its box."""
        self._template = template
        by_class = {one.info_class: one for one in held}
        offered = ticked | {c for c, one in by_class.items() if one.rule is Rule.TICKED}
        never = tuple(one for one in by_class.values() if one.info_class not in offered)
        if self._built != (name, template, offered, never):
            self._built = (name, template, offered, never)
            self._build(name, sorted(offered), never)
        for info_class, box in self._boxes.items():
            box.setChecked(info_class in ticked)
            one = by_class.get(info_class)
            second = self._texts("preview.held_count", count=one.count) if one else self._texts("preview.now_shown")
            box.set_words(self._words(name, info_class), second)

    def _build(self, name: str, offered: Sequence[InfoClass], never: Sequence[HeldBack]) -> None:
        focused = next((c for c, box in self._boxes.items() if box.hasFocus()), None)
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for info_class in offered:
            box = TickBox(self.theme, self._words(name, info_class))
            box.clicked.connect(lambda _on: self.ticks_changed.emit(self.ticks()))
            self._boxes[info_class] = box
            self._list.addWidget(box)
            if info_class is focused:
                box.setFocus()
        for one in never:
            self._list.addWidget(self._never(one))
        if not (offered or never):
            nothing = Text(self.theme, self._texts("preview.nothing_held"), Role.SMALL, wrap=True)
            self._list.addWidget(nothing)

    def _never(self, one: HeldBack) -> QWidget:
        row = QWidget()
        line = QVBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        chips = QHBoxLayout()
        chips.addWidget(ClassChip(self.theme, self._texts, one.info_class))
        chips.addStretch(1)
        line.addLayout(chips)
        key = "held_never" if one.rule is Rule.NEVER else f"held_{one.why.value}"
        why = self._texts(f"preview.{key}", count=one.count)
        line.addWidget(Text(self.theme, why, Role.SMALL, wrap=True))
        return row

    def _words(self, name: str, info_class: InfoClass) -> str:
        """What a class is on this paper: goals of a plan, answers on a form."""
        of_paper, of_class = (f"preview.wants_{rest}{info_class.value}" for rest in (f"{self._template}_", ""))
        key = next((one for one in (of_paper, of_class) if self._texts.has(one)), "preview.wants_other")
        return self._texts(key, name=name)
