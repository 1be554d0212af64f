"""The first meetings as a checklist: what has happened is ticked by itself, the rest can be ticked by hand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.onboarding import OnboardingStep
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

Tick = Callable[[str, bool], None]


class OnboardingCard(Card):
    """Shown as long as something is left to do."""

    def __init__(self, theme: Theme, texts: Texts, tick: Tick) -> None:
        super().__init__(theme, texts("mapping.onboarding"), "flag")
        self._texts, self._tick = texts, tick
        self._shown: tuple[OnboardingStep, ...] | None = None
        self._boxes: dict[str, TickBox] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(SIDE, 0, SIDE, 10)
        self._column.setSpacing(4)
        self.body.addWidget(self._inside)

    def box(self, item: str) -> TickBox | None:
        """None for what the program knows by itself."""
        return self._boxes.get(item)

    def show_steps(self, steps: tuple[OnboardingStep, ...]) -> None:
        self.setVisible(any(not step.is_done for step in steps))
        if steps == self._shown:
            return
        self._shown = steps
        focused = next((code for code, box in self._boxes.items() if box.hasFocus()), None)
        self._clear()
        for step in steps:
            name = step.word.name(self._texts.language)
            day = full_date(self._texts, step.done_on) if step.done_on else ""
            known = step.happened_on is not None
            self._column.addWidget(self._known(name, day) if known else self._box(step, name, day))
        if focused in self._boxes:
            self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _known(self, name: str, day: str) -> QWidget:
        """What has happened is no question any more."""
        row = QWidget()
        row.setAccessibleName(f"{name}. {day}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(12)
        line.addWidget(IconView(self.theme, "check", tone="ok", side=20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.theme, name, tone="ink2", wrap=True))
        words.addWidget(Text(self.theme, day, Role.SMALL, tone="ink2"))
        line.addLayout(words, 1)
        return row

    def _box(self, step: OnboardingStep, name: str, day: str) -> TickBox:
        box = TickBox(self.theme, name, day)
        box.setChecked(step.is_done)
        box.clicked.connect(lambda checked: self._tick(step.word.code, checked))
        self._boxes[step.word.code] = box
        return box

    def _clear(self) -> None:
        self._boxes = {}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
