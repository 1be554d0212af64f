"""The decisions of a meeting, one row each: what, who, by when and for which need, and one act for each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.plans import Commitment, CommitmentState, Who
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .button import Button, Kind, Size
from .card import SIDE
from .row import Row
from .rows import Rows


class DecisionRows(Rows):
    """`dropped(UUID)` strikes one out, `done(UUID)` ticks one off where that is the act (`ticks`)."""

    dropped = Signal(object)
    done = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, *, ticks: bool = False) -> None:
        super().__init__(theme)
        self._look, self._texts, self._ticks = theme, texts, ticks

    def show_decisions(
        self,
        decisions: Sequence[Commitment],
        names: Mapping[Who, str],
        today: date,
        below: Callable[[Commitment], QWidget] | None = None,
    ) -> None:
        """`below` makes what stands under the words of each."""
        kept = [one for one in decisions if one.state is not CommitmentState.DROPPED]
        self.fill([self._whole(self._row(one, names, today), below(one) if below else None) for one in kept])
        self.setAccessibleName(self._texts("meeting_mode.decisions"))

    def _row(self, one: Commitment, names: Mapping[Who, str], today: date) -> Row:
        texts = self._texts
        who = texts("plan.promise_nobodys") if one.is_nobodys else names.get(one.who) or one.who_name
        by = texts("plan.by", day=day_in_full(texts, one.by, today)) if one.by else ""
        act = self._tick(one) if self._ticks else self._drop(one)
        return Row(self._look, one.what, " · ".join(part for part in (who, by, one.need) if part), action=act)

    @staticmethod
    def _whole(row: Row, below: QWidget | None) -> QWidget:
        if below is None:
            return row
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(row)
        inset = QVBoxLayout()
        inset.setContentsMargins(SIDE, 0, SIDE, 0)
        inset.addWidget(below)
        column.addLayout(inset)
        return whole

    def _drop(self, one: Commitment) -> Button:
        words = self._texts("meeting_mode.decision_drop", what=one.what)
        drop = Button(self._look, "", "x", kind=Kind.QUIET, size=Size.ROW, name=words)
        drop.setObjectName(f"drop {one.id}")
        drop.clicked.connect(partial(self._on_drop, one.id))
        return drop

    def _tick(self, one: Commitment) -> Button:
        words = self._texts("after.done")
        done = Button(self._look, words, "check", size=Size.ROW, name=f"{words}: {one.what}")
        done.setObjectName(f"done {one.id}")
        done.clicked.connect(partial(self._on_done, one.id))
        return done

    def _on_drop(self, decision_id: UUID, _checked: bool = False) -> None:
        self.dropped.emit(decision_id)

    def _on_done(self, decision_id: UUID, _checked: bool = False) -> None:
        self.done.emit(decision_id)
