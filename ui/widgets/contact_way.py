"""What two kinds of contact need besides: with whom one talked instead of the mentee, and how an attempt was made.

`ContactWay(store, theme, texts)`; `show_kind(kind)` shows what belongs to it,
`fill(contact)` and `values()` as in `Given`.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.sessions import ATTEMPT_WAYS, SessionKind
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .choice_chips import Choice, ChoiceChips
from .contact_chooser import ContactChooser
from .field import LineField
from .kind_icons import kind_icon
from .text import Text

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class ContactWay(QWidget):
    """Nothing is shown for the other kinds. `edited` at every change by the user."""

    edited = Signal()

    def __init__(self, store: "Store", theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._quiet = False
        self.contact = ContactChooser(store, texts, theme, texts("note.with_whom"))
        self.consent = LineField(theme, texts("note.consent_reference"), hint=texts("note.consent_reference_hint"))
        self.asked = Text(theme, texts("note.attempt_way"), Role.SMALL, bold=True)
        ways = [Choice(way.value, texts(f"codes.session_kind_{way.value}"), kind_icon(way)) for way in ATTEMPT_WAYS]
        self.ways = ChoiceChips(theme, texts("note.attempt_way"), ways, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.contact, self.consent, self.asked, self.ways):
            column.addWidget(widget)
        self.contact.edited.connect(self._on_edited)
        self.consent.edited.connect(lambda _text: self._on_edited())
        self.ways.chosen.connect(lambda _key: self._on_edited())
        self.show_kind(SessionKind.WALK_AND_TALK)

    def stops(self) -> list[QWidget]:
        return [self.contact.line, self.consent.line, self.ways.focusProxy() or self.ways]

    def show_kind(self, kind: SessionKind) -> None:
        another, attempt = kind is SessionKind.OTHER_ACTOR, kind is SessionKind.CONTACT_ATTEMPT
        self.contact.setVisible(another)
        self.consent.setVisible(another)
        self.asked.setVisible(attempt)
        self.ways.setVisible(attempt)
        self.setVisible(another or attempt)

    def fill(self, content: Any) -> None:
        """From outside: nothing is emitted. A contact in the store has an id, a draft may have a new name instead."""
        self._quiet = True
        name = getattr(content, "contact_name", "")
        if name:
            self.contact.set_draft({"key": "", "name": name, "sure": True})
        else:
            self.contact.choose(content.contact_id)
        self.consent.set_text(content.consent_reference)
        self.ways.choose("" if content.attempt_way is None else content.attempt_way.value)
        self._quiet = False

    def values(self) -> dict[str, object]:
        way, choice = self.ways.current(), self.contact.value()
        return {
            "attempt_way": SessionKind(way) if way else None,
            "contact_id": choice.contact_id,
            "contact_name": choice.new_name,
            "consent_reference": self.consent.text(),
        }

    def check(self) -> bool:
        """Whether it is clear who is meant."""
        return self.contact.isHidden() or self.contact.check()

    def _on_edited(self) -> None:
        if not self._quiet:
            self.edited.emit()
