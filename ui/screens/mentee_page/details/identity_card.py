"""Protected identity, and the identity number: off until the unit wants it, masked until it is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import FaultLine
from ui.widgets.text import Text

from .reading import Details

_MASK = "•"


class IdentityCard(Card):
    """Signals `field_wanted(bool)` turns the field on or off for the store, `number_wanted` opens its form."""

    field_wanted = Signal(bool)
    number_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("details.identity"), "shield")
        self._texts, self._number = texts, ""
        choices = [Choice(one.value, texts(f"codes.protected_identity_{one.value}")) for one in ProtectedIdentity]
        self.protection = ChoiceChips(theme, texts("details.protected_identity"), choices, ticked=True, gap=6)
        self.fields: dict[str, QWidget] = {"protected_identity": self.protection}
        self.rules = Text(theme, texts("details.protected_rules"), Role.SMALL, tone="ink2", wrap=True)
        self.add(Text(theme, texts("details.protected_identity"), Role.SMALL, bold=True), below=4)
        self.add(self.protection, below=6)
        self.add(self._number_part())

    def show_details(self, details: Details) -> None:
        mentee, texts = details.person.mentee, self._texts
        self.rules.setVisible(mentee.is_protected)
        shown = details.settings.show_id_number
        self.why.setVisible(not shown)
        self.turn.set_text(texts("details.number_hide_field" if shown else "details.number_show_field"))
        self._on = shown
        self._value.setVisible(shown)
        if mentee.id_number != self._number:
            self._number = mentee.id_number
            self.reveal.setChecked(False)
        self._kind = texts(f"codes.id_number_type_{mentee.id_number_type.value}")
        self.reveal.setVisible(shown and bool(self._number))
        self.fault.show_sentence(texts("details.number_unchecked") if shown and mentee.id_number_unchecked else None)
        earlier = [
            texts(
                "details.number_earlier",
                kind=texts(f"codes.id_number_type_{one.id_number_type.value}"),
                number=self._masked(one.id_number),
                day=full_date(texts, one.until),
            )
            for one in details.former_numbers
        ]
        self.former.setText("\n".join(earlier))
        self.former.setVisible(shown and bool(earlier))
        self._write_number()

    def _number_part(self) -> QWidget:
        texts, theme = self._texts, self.theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self.why = Text(theme, texts("details.number_why_off"), Role.SMALL, tone="ink2", wrap=True)
        self.number = Text(theme, "", bold=True, wrap=True)
        self.reveal = Button(
            theme, texts("details.number_reveal"), "eye", kind=Kind.QUIET, size=Size.ROW, checkable=True
        )
        self.reveal.toggled.connect(lambda _on: self._write_number())
        self.change = Button(theme, texts("details.number_change"), "pencil", kind=Kind.QUIET, size=Size.ROW)
        self.change.clicked.connect(self.number_wanted)
        self._value = QWidget()
        line = QHBoxLayout(self._value)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.number, 1)
        line.addWidget(self.reveal)
        line.addWidget(self.change)
        self.fault = FaultLine(theme)
        self.former = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.turn = Button(theme, texts("details.number_show_field"), kind=Kind.QUIET, size=Size.ROW)
        self.turn.clicked.connect(lambda: self.field_wanted.emit(not self._on))
        self._on = False
        self._kind = ""
        column.addWidget(self.rules)
        column.addWidget(Text(theme, texts("details.number"), Role.SMALL, bold=True))
        for part in (self.why, self._value, self.fault, self.former):
            column.addWidget(part)
        column.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _write_number(self) -> None:
        texts, open_ = self._texts, self.reveal.isChecked()
        self.reveal.set_text(texts("details.number_cover" if open_ else "details.number_reveal"))
        self.reveal.set_icon("eyeoff" if open_ else "eye")
        if not self._number:
            self.number.setText(texts("details.number_none"))
            return
        shown = self._number if open_ else self._masked(self._number)
        self.number.setText(texts("details.number_shown", kind=self._kind, number=shown))

    def _masked(self, number: str) -> str:
        """As many dots as signs, so that nothing of it stands on the screen."""
        return number if self.reveal.isChecked() else _MASK * len(number)
