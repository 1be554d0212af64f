"""A goal while it is written or changed: the mentee's words, the area (and with it the class), easy words, and why."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.lists import Word
from mentorapp.domain.plans import Goal, goal_class
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.class_chip import ClassChip, class_look
from ui.widgets.field import Field, LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

from .goal_details import GoalDetails

Save = Callable[[dict[str, object]], None]
"""Stores the values by name: wording, area, easy_wording, why, and those of `GoalDetails`.

For a changed goal only those that differ.
"""


class GoalEditor(QWidget):
    """Signal `closed(bool)` tells whether it was kept. `goal` None writes a new one."""

    closed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        words: str,
        goal: Goal | None,
        save: Save,
        hidden: frozenset[InfoClass],
        drafts: FormDrafts,
        areas: Sequence[Word],
        details: GoalDetails,
    ) -> None:
        super().__init__()
        self._areas = {area.code: area for area in areas}
        self.details = details
        self._theme, self._texts, self._goal, self._save = theme, texts, goal, save
        self.wording = LineField(theme, words, goal.wording if goal else "")
        self.area = QComboBox()
        self.area.addItem(texts("plan.area_none"), "")
        for area in areas:
            offered = area.in_use and goal_class(area.code, area.info_class) not in hidden
            if offered or (goal is not None and goal.area == area.code):
                self.area.addItem(area.name(texts.language), area.code)
        self.area.setCurrentIndex(max(0, self.area.findData(goal.area if goal else "")))
        self.easy = LineField(theme, texts("plan.goal_easy"), goal.easy_wording if goal else "")
        self.why = LineField(theme, texts("plan.goal_why"), goal.why if goal else "")
        self._class = ClassChip(theme, texts, goal.info_class if goal else goal_class(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 12, SIDE, 12)
        column.setSpacing(10)
        column.addWidget(self.wording)
        column.addLayout(self._area_line())
        if hidden:
            column.addWidget(Text(theme, texts("mentee.youth_duty_only"), Role.CAPTION, tone="ink2", wrap=True))
        for part in (self.why, self.details, self.easy):
            column.addWidget(part)
        column.addLayout(self._buttons())
        self.setFocusProxy(self.wording)
        self.area.currentIndexChanged.connect(self._on_area)
        self._on_area()
        self._drafts = drafts
        drafts.setParent(self)
        fields: dict[str, QWidget] = {
            "wording": self.wording, "area": self.area, "easy_wording": self.easy, "why": self.why
        }  # fmt: skip
        for name, field in fields.items():
            drafts.add(name, field)
        details.add_to(drafts)
        drafts.restore()

    def put_away(self) -> None:
        """Closes; what was written stays as a draft."""
        self._drafts.keep()
        self._drafts.forget()
        self.closed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Stores and closes; what cannot be stored is said beside its field."""
        if not self.details.check():
            self.details.target_date.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        changed = self._changed()
        fields: dict[str, Field] = {"easy_wording": self.easy, "why": self.why, "who": self.details.who}
        try:
            if changed:
                with self._drafts.ending():
                    self._save(changed)
            self._drafts.discard()
        except InputError as refusal:
            field = fields.get(refusal.field, self.wording)
            field.set_fault(self._texts.error(refusal))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit(True)

    def _changed(self) -> dict[str, object]:
        """With another area its class comes too; a goal whose area stays keeps the class it has."""
        new: dict[str, object] = {
            "wording": self.wording.text().strip(),
            "area": self.area.currentData(),
            "easy_wording": self.easy.text().strip(),
            "why": self.why.text().strip(),
            **self.details.values(),
        }
        changed = {name: value for name, value in new.items() if not self._goal or getattr(self._goal, name) != value}
        if "area" in changed:
            changed["info_class"] = self._chosen_class()
        return changed

    def _chosen_class(self) -> InfoClass:
        """The class of the goal as it is, until another area is chosen."""
        code = self.area.currentData()
        if self._goal is not None and code == self._goal.area:
            return self._goal.info_class
        area = self._areas.get(code)
        return goal_class(code, area.info_class) if area else goal_class(code)

    def _area_line(self) -> QHBoxLayout:
        field = Field(self._theme, self._texts("plan.goal_area"), self.area)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(field)
        beside = QVBoxLayout()
        beside.addStretch(1)
        chips = QHBoxLayout()
        chips.addWidget(self._class)
        self._explains = Text(self._theme, "", Role.CAPTION, tone="ink2", wrap=True)
        chips.addWidget(self._explains, 1000)
        chips.addStretch(1)
        beside.addLayout(chips)
        line.addLayout(beside, 1)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        words = self._texts("plan.ready" if self._goal else "plan.goal_add")
        self.ready = Button(self._theme, words, kind=Kind.PRIMARY, size=Size.ROW)
        self.ready.clicked.connect(self.keep)
        leave = self._texts("plan.leave_as_it_was" if self._goal else "plan.close")
        self.leave = Button(self._theme, leave, kind=Kind.QUIET, size=Size.ROW)
        self.leave.clicked.connect(self._give_up)
        line.addWidget(self.ready)
        line.addWidget(self.leave)
        line.addStretch(1)
        return line

    def _give_up(self) -> None:
        """As it was. A new goal that is only closed can be gone on with."""
        if self._goal is not None:
            self._drafts.discard()
        self.put_away()

    def _on_area(self) -> None:
        """A sensitive area makes the goal and its steps sensitive too: said before it is stored."""
        info_class = self._chosen_class()
        self._class.set_look(class_look(self._texts, info_class))
        sensitive = info_class is not goal_class("")
        self._explains.setText(self._texts("plan.goal_class_sensitive") if sensitive else "")
        if self._explains.parentWidget() is not None:
            self._explains.setVisible(sensitive)
