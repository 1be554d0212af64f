"""The forms of a tab: what they have in common, and whom they are about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

from .reading import Person


@dataclass(frozen=True, slots=True)
class Desk:
    """What a form needs: where it opens, the store and the words, the person it is about, and the tab it belongs to."""

    window: QWidget
    store: Store
    texts: Texts
    theme: Theme
    person: Person
    place: str


class ThingSheet(FormSheet):
    """`thing` names the draft, `about` the one it changes; `label` is the undo label, `save` the word on the button."""

    def __init__(self, desk: Desk, *, title: str, thing: str, about: object, label: str, save: str = "") -> None:
        super().__init__(
            desk.window,
            desk.theme,
            desk.texts,
            desk.store,
            title,
            form=f"{desk.place}.{thing}:{about}" if about else f"{desk.place}.{thing}",
            mentee_id=desk.person.mentee.id,
            label=label,
            save_text=save or desk.texts("around.save"),
        )
        self.person = desk.person

    def add_day(
        self, name: str, caption: str, day: date | None, *, optional: bool = True, ahead: bool = False
    ) -> DateField:
        return self.add(name, self.day_field(caption, day, optional=optional, ahead=ahead))

    def day_field(
        self, caption: str, day: date | None, *, optional: bool = True, ahead: bool = False, lean: Lean | None = None
    ) -> DateField:
        """A date that has been, or one to come; `lean` where it may be either."""
        lean = lean or (Lean.AHEAD if ahead else Lean.BACK)
        return DateField(self.theme, self.texts, self.store.clock, caption, day, lean=lean, optional=optional)

    def add_chips(self, name: str, caption: str, choices: Sequence[Choice], chosen: str) -> ChoiceChips:
        return self.add(name, ChoiceChips(self.theme, caption, choices, chosen, ticked=True), caption)

    def add_words(self, words: str) -> Text:
        """A quiet sentence between the fields."""
        said = Text(self.theme, words, Role.SMALL, tone="ink2", wrap=True)
        self.body.addWidget(said)
        return said

    def add_removal(self, text: str, label: str, remove: Callable[[Session], object]) -> Button:
        """Quietly, at the end: Ctrl+Z brings back what it took away."""
        button = Button(self.theme, text, kind=Kind.QUIET)
        button.clicked.connect(lambda: self._remove(label, remove))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _remove(self, label: str, remove: Callable[[Session], object]) -> None:
        try:
            with self._drafts.ending(), self.store.write(label) as session:
                remove(session)
        except InputError as refusal:
            self.show_refusal(refusal)
        else:
            self.close_over()
