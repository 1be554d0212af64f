"""A reminder put off until a day of one's own, with the reason if one likes. It comes back to Idag on that day."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.snoozes import put_away
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

FORM = "today.snooze"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion of a rule: what is put off."""

    mentee_id: UUID
    rule: str
    subject: str

    @property
    def form(self) -> str:
        return f"{FORM}:{self.rule}.{self.subject}"


def occasion_of(mentee_id: UUID, form: str) -> Occasion:
    """Of the form that puts it off."""
    rule, _, subject = form.partition(":")[2].partition(".")
    return Occasion(mentee_id, rule, subject)


class SnoozeSheet(FormSheet):
    """Any day after today."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, occasion: Occasion) -> None:
        super().__init__(
            window, theme, texts, store, texts("today.snooze_title"), form=occasion.form,
            mentee_id=occasion.mentee_id, label="put_away", save_text=texts("today.snooze_keep"),
        )  # fmt: skip
        self._occasion = occasion
        self.body.addWidget(Text(theme, texts("today.snooze_about"), Role.SMALL, tone="ink2", wrap=True))
        tomorrow = store.clock.today() + timedelta(days=1)
        self.until = DateField(theme, texts, store.clock, texts("today.snooze_until"), lean=Lean.AHEAD)
        self.until.set_limits(tomorrow, None)
        self.add("until", self.until)
        self.reason = self.add("reason", LineField(theme, texts("today.snooze_reason")))

    def write(self, session: Session) -> object:
        until = self.until.day()
        if until is None:
            raise InputError("until", "date_empty")
        occasion = self._occasion
        return put_away(
            session, occasion.mentee_id, occasion.rule, occasion.subject, until=until, reason=self.reason.text()
        )
