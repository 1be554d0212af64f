"""The vocational profile: what somebody likes, can and needs at work, and what an employer may know, in own words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.mapping import VocationalProfile
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.vocational_profiles import PROFILE_FIELDS
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..reading import Person
from .reading import Known

_PLACE = "mapping"
_NARROW = 560
Change = Callable[[str, str], None]


class ProfileForm(QWidget):
    """Each field is stored when it is left. Signal `closed`."""

    closed = Signal()

    def __init__(self, theme: Theme, texts: Texts, drafts: PageDrafts, change: Change) -> None:
        super().__init__()
        self.theme, self._drafts = theme, drafts
        self.fields = {name: TextField(theme, texts(f"mapping.profile_{name}"), lines=2) for name in PROFILE_FIELDS}
        for name, field in self.fields.items():
            drafts.attach(name, field, partial(change, name))
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._columns = 0
        self.ready = Button(theme, texts("plan.ready"), size=Size.ROW)
        self.ready.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 10)
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def show_profile(self, person: Person, profile: VocationalProfile | None) -> None:
        texts = {name: getattr(profile, name) if profile else "" for name in PROFILE_FIELDS}
        self._drafts.show(person.mentee.id, texts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 1 if self.width() < self.theme.px(_NARROW) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, place // columns, place % columns)


class ProfileCard(Card):
    """Reads as words until it is changed. Signal `versions_wanted`."""

    versions_wanted = Signal()

    def __init__(self, store: Store, theme: Theme, texts: Texts, change: Change) -> None:
        super().__init__(theme, texts("mapping.profile"), "work", right=" ")
        self._texts, self._change = texts, change
        self.drafts = PageDrafts(store, f"{_PLACE}.profile", parent=self, texts=texts)
        self._person: Person | None = None
        self._profile: VocationalProfile | None = None
        self._form: ProfileForm | None = None
        self._words = QWidget()
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(SIDE, 0, SIDE, 4)
        self._lines.setSpacing(2)
        self.body.addWidget(self._words)
        self.edit_button = Button(theme, texts("mapping.profile_begin"), "pencil", kind=Kind.QUIET, size=Size.ROW)
        self.edit_button.clicked.connect(self.edit)
        self.versions = Button(theme, texts("mapping.versions"), "history", kind=Kind.QUIET, size=Size.ROW)
        self.versions.clicked.connect(self.versions_wanted)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(SIDE - 13, 0, SIDE, 8)
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.versions)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def form(self) -> ProfileForm | None:
        return self._form

    def show_person(self, person: Person, known: Known) -> None:
        if self._person is not None and self._person.mentee.id != person.mentee.id:
            self.close_form(False)
        self._person = person
        profile = next(iter(known.profiles), None)
        if self._form is not None:
            self._form.show_profile(person, profile)
        if profile != self._profile or not self._lines.count():
            self._profile = profile
            self._show_words(profile)
        self.versions.setVisible(len(known.profiles) > 1)

    def edit(self) -> ProfileForm:
        """The fields in the place of the words."""
        if self._form is not None:
            return self._form
        assert self._person is not None
        form = ProfileForm(self.theme, self._texts, self.drafts, self._change)
        form.closed.connect(lambda: self.close_form(True))
        self._form = form
        form.show_profile(self._person, self._profile)
        self.body.insertWidget(0, form)
        self._words.hide()
        self.edit_button.hide()
        form.fields[PROFILE_FIELDS[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        return form

    def close_form(self, focus: bool) -> None:
        form = self._form
        if form is None:
            return
        self.drafts.write_all()
        self._form = None
        form.hide()
        self.body.removeWidget(form)
        form.deleteLater()
        self._words.show()
        self.edit_button.show()
        if focus:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self, profile: VocationalProfile | None) -> None:
        texts = self._texts
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in profile_in_words(self.theme, texts, profile):
            self._lines.addWidget(part)
        if profile is None:
            self._lines.addWidget(Text(self.theme, texts("mapping.profile_none"), tone="ink2", wrap=True))
        self.set_right(full_date(texts, profile.made_on) if profile else "")
        self.edit_button.set_text(texts("mapping.profile_change" if profile else "mapping.profile_begin"))


def profile_in_words(theme: Theme, texts: Texts, profile: VocationalProfile | None) -> list[QWidget]:
    """What is filled in, each under its label."""
    parts: list[QWidget] = []
    for name in PROFILE_FIELDS if profile else ():
        words = getattr(profile, name)
        if words:
            label = Text(theme, texts(f"mapping.profile_{name}"), Role.SMALL, bold=True)
            label.setContentsMargins(0, 4, 0, 0)
            parts += [label, Text(theme, words, wrap=True)]
    return parts
