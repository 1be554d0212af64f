"""A round of outreach: when, in which way, to how many, and how many answered (E6). Nobody is named."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.intake import OutreachEffort, OutreachKind
from mentorapp.language import Texts
from mentorapp.store.outreach import add_outreach_effort, change_outreach_effort, remove_outreach_effort
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

OUTREACH_FORM = "mentees.outreach"


class OutreachSheet(FormSheet):
    """A new round, or one to be put right or taken away."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, effort: OutreachEffort | None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("mentees.outreach"),
            form=OUTREACH_FORM if effort is None else f"{OUTREACH_FORM}:{effort.id.hex}",
            mentee_id=None,
            label="outreach_added" if effort is None else "outreach_changed",
            save_text=texts("mentees.outreach_save"),
        )
        self._effort = effort
        label = texts("mentees.outreach_kind")
        choices = [Choice(one.value, texts(f"codes.outreach_kind_{one.value}")) for one in OutreachKind]
        chosen = effort.kind.value if effort else OutreachKind.LETTER.value
        self.kind = self.add("kind", ChoiceChips(theme, label, choices, chosen, ticked=True), label)
        day = effort.event_date if effort else store.clock.today()
        self.day = self.add(
            "event_date",
            DateField(theme, texts, store.clock, texts("mentees.outreach_day"), day, lean=Lean.BACK, optional=False),
        )
        self.sent = LineField(theme, texts("mentees.outreach_sent"), str(effort.sent) if effort else "", longest=10)
        self.reached = LineField(
            theme, texts("mentees.outreach_reached"), str(effort.reached) if effort else "0", longest=10
        )
        self.add_beside(("sent", self.sent), ("reached", self.reached))
        self.note = self.add("note", LineField(theme, texts("mentees.outreach_note"), effort.note if effort else ""))
        self.body.addWidget(Text(theme, texts("mentees.outreach_nobody"), Role.SMALL, tone="ink2", wrap=True))
        self.remove_button: Button | None = None
        if effort is not None:
            self.remove_button = Button(theme, texts("mentees.outreach_remove"), "x", kind=Kind.QUIET, size=Size.ROW)
            self.remove_button.clicked.connect(self._on_remove)
            self.body.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.kind

    def write(self, session: "Session") -> object:
        day = self.day.day()
        if day is None:
            raise InputError("event_date", "date_empty")
        kind = OutreachKind(self.kind.current())
        sent, reached = _count("sent", self.sent), _count("reached", self.reached)
        if self._effort is None:
            return add_outreach_effort(session, day, kind, sent, reached=reached, note=self.note.text())
        change_outreach_effort(
            session, self._effort.id, event_date=day, kind=kind, sent=sent, reached=reached, note=self.note.text()
        )
        return self._effort.id

    def _on_remove(self) -> None:
        assert self._effort is not None
        with self._drafts.ending(), self.store.write("outreach_removed") as session:
            remove_outreach_effort(session, self._effort.id)
        Overlay.close_over(self)


def _count(name: str, field: LineField) -> int:
    text = field.text().strip()
    if not (text.isascii() and text.isdigit()):
        raise InputError(name, "number_digits")
    return int(text)
