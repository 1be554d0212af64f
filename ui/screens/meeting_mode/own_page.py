"""*Din sida*: the stairs, the goal in own words, the steps, what is promised and the next meeting."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.plan_sheet import CommitmentBlock, GoalBlock, NextMeetingBlock, StepBlock
from mentorapp.language.dates import day_said, full_date, time_of_day
from mentorapp.language.names import own_words
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.icon_view import IconView
from ui.widgets.row import Row
from ui.widgets.staircase import Stair, Staircase
from ui.widgets.text import Text

from .reading import Shown


class OwnPage(QWidget):
    """Made anew from what is released to the person."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.stairs = Staircase(theme, texts)
        self._stairs_card = Card(theme, texts("meeting_mode.stairs"), "stairs")
        self._stairs_card.add(self.stairs, below=14)
        self._goal = Card(theme, texts("meeting_mode.goal"), "flag", tone="soft")
        self._words = Text(theme, "", Role.WORDS, wrap=True)
        self._goal.add(self._words, below=14)
        self._next = Card(theme, texts("meeting_mode.next"), "cal")
        self._steps = Card(theme, texts("meeting_mode.steps"), "check")
        self._promises = Card(theme, texts("plan.promises"), "hand")
        for card in (self._stairs_card, self._goal, self._next, self._steps, self._promises):
            self._column.addWidget(card)
        self._column.addStretch(1)

    def show_person(self, shown: Shown) -> None:
        texts, plan = self._texts, shown.plan
        self.stairs.set_steps([Stair(one.name, one.state, one.goal) for one in shown.stairs])
        self._stairs_card.setVisible(bool(shown.stairs))
        goal = plan.main_goal.wording if plan.main_goal else ""
        self._words.setText(own_words(texts, goal) if goal else texts("meeting_mode.goal_none"))
        self._fill(self._next, [Row(self._theme, self._when(plan.next_meeting))])
        steps = [self._goal_part(goal, shown) for goal in plan.goals if goal.steps]
        self._fill(self._steps, steps or [self._quiet("meeting_mode.steps_none")])
        promises = [self._promise(one, shown) for one in plan.commitments]
        self._fill(self._promises, promises or [self._quiet("plan.promises_none")])

    def _goal_part(self, goal: GoalBlock, shown: Shown) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(Text(self._theme, goal.wording, bold=True, wrap=True))
        for step in goal.steps:
            column.addLayout(self._step(step, shown))
        return part

    def _step(self, step: StepBlock, shown: Shown) -> QHBoxLayout:
        done = step.done_on is not None
        line = QHBoxLayout()
        line.setSpacing(8)
        mark = IconView(self._theme, "check" if done else "right", tone="primary" if done else "ink2", side=18)
        mark.setAccessibleName(self._texts("meeting_mode.step_done" if done else "meeting_mode.step_ahead"))
        line.addWidget(mark)
        words = step.text if done else " · ".join(part for part in (step.text, self._by(step.due, shown)) if part)
        text = Text(self._theme, words, tone="ink2" if done else "ink", wrap=True)
        line.addWidget(text, 1)
        line.addStretch()
        return line

    def _promise(self, one: CommitmentBlock, shown: Shown) -> Row:
        who = one.who or self._texts("plan.promise_nobodys")
        return Row(self._theme, one.what, " · ".join(part for part in (who, self._by(one.by, shown)) if part))

    def _by(self, day: date | None, shown: Shown) -> str:
        return self._texts("plan.by", day=day_said(self._texts, day, shown.today)) if day else ""

    def _when(self, booked: NextMeetingBlock | None) -> str:
        if booked is None:
            return self._texts("meeting_mode.next_none")
        at = time_of_day(self._texts, booked.at) if booked.at else ""
        meets = booked.kind == "meeting"
        kind = self._texts("meeting_mode.kind_meeting" if meets else f"codes.session_kind_{booked.kind}")
        place = booked.place.place if booked.place else ""
        return " · ".join(part for part in (full_date(self._texts, booked.on), at, kind, place) if part)

    def _quiet(self, key: str) -> Row:
        return Row(self._theme, "", self._texts(key))

    def _fill(self, card: Card, rows: Sequence[QWidget]) -> None:
        card.clear()
        for row in rows:
            if isinstance(row, Row):
                row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            card.add_row(row)
