"""What two kinds of contact need besides: with whom one talked instead of the mentee, and how an attempt was made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.sessions import ATTEMPT_WAYS, SessionKind
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.field import LineField
from ui.widgets.kind_icons import kind_icon
from ui.widgets.text import Text

from .content import Content
from .reading import Facts

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class Way(QWidget):
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

    def set_person(self, facts: Facts | None) -> None:
        self.contact.set_mentee(None if facts is None else facts.mentee.id)

    def fill(self, content: Content) -> None:
        """From outside: nothing is emitted."""
        self._quiet = True
        if content.contact_id is not None or content.contact_name:
            key = content.contact_id.hex if content.contact_id else ""
            self.contact.set_draft({"key": key, "name": content.contact_name, "sure": bool(content.contact_name)})
        else:
            self.contact.choose(None)
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
