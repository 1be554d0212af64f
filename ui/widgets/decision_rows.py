"""The decisions of a meeting, one row each: what, who, by when and for which need. Each can be struck out."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.domain.plans import Commitment, CommitmentState, Who
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .button import Button, Kind, Size
from .row import Row
from .rows import Rows


class DecisionRows(Rows):
    """`dropped(UUID)` strikes one out."""

    dropped = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._look, self._texts = theme, texts

    def show_decisions(self, decisions: Sequence[Commitment], names: Mapping[Who, str], today: date) -> None:
        kept = [one for one in decisions if one.state is not CommitmentState.DROPPED]
        self.fill([self._row(one, names, today) for one in kept])
        self.setAccessibleName(self._texts("meeting_mode.decisions"))

    def _row(self, one: Commitment, names: Mapping[Who, str], today: date) -> Row:
        texts = self._texts
        who = texts("plan.promise_nobodys") if one.is_nobodys else names.get(one.who) or one.who_name
        by = texts("plan.by", day=day_in_full(texts, one.by, today)) if one.by else ""
        drop = Button(
            self._look, "", "x", kind=Kind.QUIET, size=Size.ROW, name=texts("meeting_mode.decision_drop", what=one.what)
        )
        drop.setObjectName(f"drop {one.id}")
        drop.clicked.connect(partial(self._on_drop, one.id))
        return Row(self._look, one.what, " · ".join(part for part in (who, by, one.need) if part), action=drop)

    def _on_drop(self, decision_id: UUID, _checked: bool = False) -> None:
        self.dropped.emit(decision_id)
