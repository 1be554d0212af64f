"""One step of the plan to tick off while the walk is written up: a box, and arrows to another step."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.field import Field
from ui.widgets.painted import Painted, rounded, smooth
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

_SIDE, _AIR, _RADIUS = 12, 15, 7


class _Frame(Painted):
    """Looks like a field; the tick box inside has the focus."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self.theme.colour
        rounded(smooth(self), self.rect(), _RADIUS, colour("surface"), colour("edge"), self.theme.border)


class StepPicker(Field):
    """`picked` when a step was ticked, unticked or changed."""

    picked = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        self.box = TickBox(theme, " ")
        self._frame = _Frame(theme)
        super().__init__(theme, texts("note.step"), self._frame)
        self._texts = texts
        self._steps: tuple[tuple[UUID, str], ...] = ()
        self._at = 0
        line = QHBoxLayout(self._frame)
        line.setContentsMargins(_SIDE, 0, 4, 0)
        line.setSpacing(8)
        line.addWidget(self.box, 1)
        self._from_plan = Text(theme, texts("note.from_plan"), Role.CAPTION, tone="ink2")
        line.addWidget(self._from_plan)
        self._others = Button(theme, "", "down", kind=Kind.QUIET, size=Size.ROW, name=texts("note.other_step"))
        self._others.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._others.clicked.connect(self._show_steps)
        line.addWidget(self._others)
        self._none = Text(theme, texts("note.no_steps"), Role.SMALL, tone="ink2")
        line.addWidget(self._none, 1)
        self.setFocusProxy(self.box)
        self.box.installEventFilter(self)
        self.box.toggled.connect(lambda _on: self.picked.emit())
        theme.changed.connect(self._fit)
        self._fit()
        self.set_steps(())

    def step_id(self) -> UUID | None:
        """The ticked step, or None."""
        return self._steps[self._at][0] if self._steps and self.box.isChecked() else None

    def set_steps(self, steps: Sequence[tuple[UUID, str]]) -> None:
        """The open steps of the plan; nothing is ticked."""
        self._steps = tuple(steps)
        self.box.setVisible(bool(steps))
        self._from_plan.setVisible(bool(steps))
        self._none.setVisible(not steps)
        self._others.setVisible(len(self._steps) > 1)
        self._show(0, ticked=False)

    def set_step(self, step_id: UUID | None) -> None:
        """From outside. A step that is no longer open ticks nothing."""
        found = next((n for n, (key, _) in enumerate(self._steps) if key == step_id), None)
        self._show(found or 0, ticked=found is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.box or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            return False
        if len(self._steps) > 1:
            self._show((self._at + step) % len(self._steps), ticked=self.box.isChecked())
            self.picked.emit()
        return True

    def _fit(self) -> None:
        """As high as the fields beside it."""
        self._frame.setMinimumHeight(self.theme.metrics(Role.BODY).height() + _AIR)

    def _show(self, at: int, ticked: bool) -> None:
        self._at = at
        quiet = self.box.blockSignals(True)
        self.box.setChecked(ticked)
        self.box.blockSignals(quiet)
        if not self._steps:
            return
        text = self._steps[at][1]
        self.box.set_words(text)
        self.box.setToolTip(text)
        of = self._texts("note.step_of", number=at + 1, count=len(self._steps)) if len(self._steps) > 1 else ""
        self.box.setAccessibleDescription(of)

    def _show_steps(self) -> None:
        menu = QMenu(self)
        for number, (_, text) in enumerate(self._steps):
            act = menu.addAction(text.replace("&", "&&"))
            act.triggered.connect(lambda _checked=False, at=number: self._on_step(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._frame.mapToGlobal(QPoint(0, self._frame.height())))

    def _on_step(self, at: int) -> None:
        self._show(at, ticked=True)
        self.picked.emit()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
