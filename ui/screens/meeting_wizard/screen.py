"""The meeting wizard, wired: five steps over one meeting, all of it in the store at once, and the papers at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.domain.errors import NotFoundError
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.parts import Parts
from ui.requests import PageRequest, WizardRequest
from ui.tasks import Tasks
from ui.theme import Family, Role, Theme
from ui.widgets.banner import FaultStrip
from ui.widgets.button import Button, Kind
from ui.widgets.draft_keeper import keep_all
from ui.widgets.namesake_sheet import when_sure
from ui.widgets.one_line import OneLine
from ui.widgets.save_card import SaveCard, passphrase_checked
from ui.widgets.screen import Screen
from ui.widgets.settle import settle
from ui.widgets.tile import Tile
from ui.widgets.widths import Width, is_low, page_margin, width_class

from .acts import WizardActs
from .agenda_step import AgendaStep
from .foot import Foot
from .meeting_step import MeetingStep
from .outgoing import Outgoing
from .papers import Papers
from .reading import WizardView, read_view
from .review_step import ReviewStep
from .show_step import ShowStep
from .since_step import SinceStep
from .step_bar import STEPS, StepBar
from .words import meeting_line

LAST = len(STEPS)


@dataclass(slots=True)
class _Open:
    """What is kept of a meeting while the window is open: its steps, where one was, how far one has been."""

    request: WizardRequest
    steps: tuple[Any, ...]
    step: int = 1
    furthest: int = 1


class MeetingWizard(Screen):
    """`open(WizardRequest)` shows a meeting. Signals: `back_wanted`, `page_wanted(PageRequest)` for the plan."""

    back_wanted = Signal()
    page_wanted = Signal(object)

    shows = WizardView.tables
    folds_rail = True

    def __init__(
        self,
        store: Store,
        texts: Texts,
        theme: Theme,
        tasks: Tasks,
        parts: Parts,
        check_passphrase: Callable[[str], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._open: _Open | None = None
        self._view: WizardView | None = None
        self.acts = WizardActs(store, self._shown)
        self.bar = StepBar(theme, texts)
        self.strip = FaultStrip(theme)
        self.foot = Foot(theme, texts)
        self.stack = QStackedWidget()
        self.review = ReviewStep(theme, texts)
        self.stack.addWidget(self.review)
        check = check_passphrase or passphrase_checked(store.path)
        self.saving = SaveCard(theme, texts, tasks, check, texts("preview.save"))
        self.saving.hide()
        out = Outgoing(store, texts, tasks, parts, self)
        self.papers = Papers(
            texts, out, self.review, self.foot, self.strip, self,
            lambda whose, then: when_sure(self.window(), theme, texts, store, whose, then),
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.back = Button(self._theme, "", "left", kind=Kind.QUIET, name=self._texts("wizard.leave"))
        self._title = OneLine(self._theme, Role.TITLE)
        self._line = OneLine(self._theme, Role.SMALL, tone="ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        self._tile = Tile(self._theme, "meeting", Family.OK)
        head = QHBoxLayout()
        head.setSpacing(12)
        for part in (self.back, self._tile):
            head.addWidget(part)
        head.addLayout(words, 1)
        self._steps_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._steps_line.setSpacing(10)
        self._steps_line.addWidget(self.bar)
        self._steps_line.addStretch(1)
        self._steps_line.addWidget(self.review.chips)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(10)
        self._whole.addLayout(head)
        self._whole.addLayout(self._steps_line)
        self._whole.addWidget(self.strip)
        self._whole.addWidget(self.saving)
        self._whole.addWidget(self.stack, 1)
        self._whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.bar.chosen.connect(self.go)
        self.foot.back_wanted.connect(lambda: self.go(self.step - 1))
        self.foot.next_wanted.connect(lambda: self.go(self.step + 1))
        self.foot.save_wanted.connect(self.saving.open)
        self.papers.page_wanted.connect(lambda: self.page_wanted.emit(PageRequest(self._shown().mentee.id, "plan")))
        self.saving.allowed.connect(self._save)
        self.saving.left.connect(self._close_saving)

    @property
    def step(self) -> int:
        return 1 if self._open is None else self._open.step

    @property
    def request(self) -> WizardRequest | None:
        return None if self._open is None else self._open.request

    def open(self, request: WizardRequest) -> None:
        """Where one was, unless a step is asked for."""
        if self._open is None or self._open.request.meeting_id != request.meeting_id:
            self._turn_to(request)
        assert self._open is not None
        self._open.request = request
        self._stale = True
        self._freshen()
        if self._open is not None:
            self.go(request.step or self._open.step)

    def refresh(self) -> None:
        if self._open is None:
            return
        with self._store.looking(), self._store.read() as session:
            try:
                view = read_view(session, self._open.request.meeting_id, self._texts)
            except NotFoundError:  # taken away, or the booking undone
                self._open = self._view = None
                self.papers.let_go()
                self.back_wanted.emit()
                return
        self._view = view
        if not self._open.steps:
            self._build(view)
        self._title.set_words(self._texts("wizard.title", name=view.mentee.full_name))
        self._line.set_words(meeting_line(self._texts, view))
        for step in self._open.steps:
            step.show_view(view)
        if self.step == LAST:
            self.papers.show_view(view)
        settle(self)

    def go(self, step: int) -> None:
        """To a step, either way; what is typed is stored first."""
        here = self._open
        if here is None:
            return
        keep_all(self)
        here.step = max(1, min(LAST, step))
        here.furthest = max(here.furthest, here.step)
        self.bar.show_step(here.step, here.furthest)
        self.foot.show_step(here.step, LAST)
        self.review.chips.setVisible(here.step == LAST)
        self.saving.hide()
        self.strip.clear()
        self.stack.setCurrentWidget(self.review if here.step == LAST else here.steps[here.step - 1])
        if here.step == LAST:
            self.papers.show_view(self._shown())
        self._arrange()
        self.focus_first()

    def focus_first(self) -> None:
        here = self._open
        if here is None:
            return
        if here.step == LAST:
            self.papers.expect_focus()
        else:
            wanted: QWidget | None = here.steps[here.step - 1].first_focus()
            (wanted or self.foot.next).setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> Sequence[QWidget]:
        here = self._open
        if here is None:
            return [self]
        step = self.review if here.step == LAST else here.steps[here.step - 1]
        return [self.bar, *step.regions(), self.foot]

    def ask_print(self) -> None:
        """Ctrl+P: to the papers, and out with them when one is there."""
        if self.step == LAST:
            self.papers.print()
        else:
            self.go(LAST)

    def open_draft(self, form: str) -> None:
        place, _, key = form.partition(".")[2].partition(":")
        self.go({"meeting": 1, "invitee": 1, "words": 2, "proposal": 2, "agenda": 4, "item": 4}.get(place, 1))
        if place == "oral" and self._open is not None:
            self._open.steps[0].ask_oral(UUID(hex=key.partition(".")[2]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on, as it ends a form; on the last step it prints."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.papers.print() if self.step == LAST else self.go(self.step + 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _turn_to(self, request: WizardRequest) -> None:
        self.papers.let_go()
        if self._open is not None:
            keep_all(self)
            for step in self._open.steps:
                self.stack.removeWidget(step)
                step.deleteLater()
        self._open, self._view = _Open(request, ()), None

    def _build(self, view: WizardView) -> None:
        assert self._open is not None
        made = (self._theme, self._texts, self.acts, view)
        steps = (MeetingStep(*made), SinceStep(*made), ShowStep(*made), AgendaStep(*made))
        for step in steps:
            step.said.connect(self.foot.say)
            self.stack.addWidget(step)
        self._open.steps = steps

    def _close_saving(self) -> None:
        self.saving.hide()
        self.foot.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        self._close_saving()
        self.papers.save()

    def _arrange(self) -> None:
        width, margin = width_class(self), page_margin(self)
        self._whole.setContentsMargins(margin, 10, margin, 12)
        narrow = width is Width.NARROW
        across = width is Width.WIDE
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._steps_line.setDirection(way)
        self.bar.set_short(narrow)
        self.foot.set_narrow(narrow)
        self._line.setVisible(not is_low(self))
        self._tile.setVisible(not is_low(self))
        for step in self._open.steps if self._open else ():
            if step.column is not None:
                step.column.fit()

    def _shown(self) -> WizardView:
        assert self._view is not None
        return self._view
