"""The person's details: each field is stored when it is left, and says beside itself what cannot be stored."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import OLDEST_BIRTH_YEAR, Mentee, Municipality, Pronoun, ProtectedIdentity
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import change_mentee, get_mentee
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox
from ui.widgets.widths import Width, width_class

from .reading import Person


class DetailsSheet(Overlay):
    """Esc or Stäng closes it; there is nothing to save at the end. A changed name keeps the former one."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts("mentee.details"))
        self.theme, self._texts, self._store = theme, texts, store
        self._mentee = person.mentee
        self._today = person.today
        self._one_column = width_class(window) is Width.NARROW
        self.fields: dict[str, Field] = {}
        self.body.setSpacing(10)
        self.body.addLayout(self._beside(self._line("preferred_name"), self._line("family_name")))
        self._add_pronoun()
        self.body.addLayout(self._beside(self._birth(), self._municipality()))
        self.body.addLayout(self._beside(self._phones(), self._line("email")))
        self.body.addWidget(self._text("safe_contact"))
        self.body.addWidget(self._text("communication_needs"))
        self.body.addLayout(self._beside(self._line("interpreter_language"), self._line("display_alias")))
        self.easy = TickBox(theme, texts("mentee.needs_easy_read"))
        self.easy.setChecked(self._mentee.needs_easy_read)
        self.easy.toggled.connect(lambda on: self._store_value("needs_easy_read", on))
        self.body.addWidget(self.easy)
        self._add_protection()
        self._add_former_names()
        close = Button(theme, texts("mentee.close"))
        close.clicked.connect(self.close_over)
        self.foot.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)

    def first_field(self) -> QWidget:
        return self.fields["preferred_name"].editor

    def close_over(self) -> None:
        """What is being written is stored first."""
        focused = self.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        super().close_over()

    def _line(self, name: str) -> LineField:
        field = LineField(self.theme, self._texts(f"mentee.{name}"), getattr(self._mentee, name))
        field.committed.connect(lambda text: self._store_value(name, text))
        self.fields[name] = field
        return field

    def _text(self, name: str) -> TextField:
        field = TextField(self.theme, self._texts(f"mentee.{name}"), getattr(self._mentee, name), lines=2)
        field.paused.connect(lambda: self._store_value(name, field.text()))
        field.left.connect(lambda: self._store_value(name, field.text()))
        self.fields[name] = field
        return field

    def _birth(self) -> DateField:
        clock = self._store.clock
        field = DateField(
            self.theme, self._texts, clock, self._texts("mentee.birth_date"), self._mentee.birth_date, lean=Lean.BACK
        )
        field.set_limits(date(OLDEST_BIRTH_YEAR, 1, 1), clock.today())
        field.day_changed.connect(lambda day: self._store_value("birth_date", day))
        self.fields["birth_date"] = field
        return field

    def _municipality(self) -> LineField:
        """A move is a new line in the history from today on."""
        field = LineField(self.theme, self._texts("mentee.municipality"), self._mentee.municipality_on(self._today))
        field.committed.connect(self._store_municipality)
        self.fields["municipality"] = field
        return field

    def _phones(self) -> LineField:
        field = LineField(self.theme, self._texts("mentee.phones"), ", ".join(self._mentee.phones))
        field.committed.connect(lambda text: self._store_value("phones", tuple(text.split(","))))
        self.fields["phones"] = field
        return field

    def _add_pronoun(self) -> None:
        choices = [Choice(one.value, self._texts(f"codes.pronoun_{one.value}")) for one in Pronoun]
        self.pronoun = ChoiceChips(
            self.theme, self._texts("mentee.pronoun"), choices, self._mentee.pronoun.value, ticked=True
        )
        self.pronoun_other = self._line("pronoun_other")
        self.pronoun_other.committed.disconnect()
        self.pronoun_other.committed.connect(lambda _text: self._store_pronoun(Pronoun.OTHER.value))
        self.pronoun.chosen.connect(self._store_pronoun)
        self.body.addWidget(Text(self.theme, self._texts("mentee.pronoun"), Role.SMALL, bold=True))
        self.body.addWidget(self.pronoun)
        self.body.addWidget(self.pronoun_other)
        self.pronoun_other.setVisible(self._mentee.pronoun is Pronoun.OTHER)

    def _add_protection(self) -> None:
        choices = [Choice(one.value, self._texts(f"codes.protected_identity_{one.value}")) for one in ProtectedIdentity]
        chosen = self._mentee.protected_identity.value
        self.protection = ChoiceChips(
            self.theme, self._texts("mentee.protected_identity"), choices, chosen, ticked=True
        )
        self.protection.chosen.connect(lambda key: self._store_value("protected_identity", ProtectedIdentity(key)))
        self.body.addWidget(Text(self.theme, self._texts("mentee.protected_identity"), Role.SMALL, bold=True))
        self.body.addWidget(self.protection)

    def _add_former_names(self) -> None:
        names = ", ".join(former.name for former in self._mentee.former_names)
        if names:
            said = self._texts("mentee.former_names", names=names)
            self.body.addWidget(Text(self.theme, said, Role.SMALL, tone="ink2", wrap=True))

    def _beside(self, first: QWidget, second: QWidget) -> QBoxLayout:
        line = QVBoxLayout() if self._one_column else QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(first, 1)
        line.addWidget(second, 1)
        return line

    def _store_pronoun(self, key: str) -> None:
        """Another pronoun needs its word before it is stored."""
        pronoun = Pronoun(key)
        self.pronoun_other.setVisible(pronoun is Pronoun.OTHER)
        if pronoun is not Pronoun.OTHER:
            self._store_value("pronoun", pronoun)
        elif self.pronoun_other.text().strip():
            self._write("pronoun_other", {"pronoun": pronoun, "pronoun_other": self.pronoun_other.text()})
        else:
            self.pronoun_other.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store_municipality(self, name: str) -> None:
        first = not self._mentee.municipalities
        entry = Municipality(name=name, from_date=None if first else self._today)
        self._write("municipality", {"municipalities": (entry,)})

    def _store_value(self, name: str, value: Any) -> None:
        if getattr(self._mentee, name) != value:
            self._write(name, {name: value})

    def _write(self, name: str, values: dict[str, Any]) -> None:
        try:
            with self._store.write("mentee_changed") as session:
                change_mentee(session, self._mentee.id, **values)
        except InputError as refusal:
            field = self.fields.get(refusal.field) or self.fields.get(name)
            if field is not None:
                field.set_fault(self._texts.error(refusal))
        else:
            self._mentee = self._read()

    def _read(self) -> Mentee:
        with self._store.read() as session:
            return get_mentee(session, self._mentee.id)
