"""Which contacts of the table are wanted: one kind, one way it went, or what was out of the ordinary."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.language.texts import Texts
from mentorapp.store.timeline import ContactItem
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size

from .contacts_model import Contact

_MARKS = ("came_late", "unplanned", "commented")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything, until one of the fields is set."""

    kind: SessionKind | None = None
    attendance: Attendance | None = None
    mark: str = ""

    def takes(self, contact: Contact) -> bool:
        if self == Wanted():
            return True
        return (
            isinstance(contact, ContactItem)
            and self.kind in (None, contact.kind)
            and self.attendance in (None, contact.attendance)
            and (not self.mark or bool(getattr(contact, self.mark)))
        )


class ContactsFilter(Button):
    """Offers only what there is; signal `chosen`."""

    chosen = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        name = texts("contacts.filter")
        super().__init__(theme, texts("contacts.filter_all"), "filter", kind=Kind.QUIET, size=Size.ROW, name=name)
        self._texts = texts
        self.wanted = Wanted()
        self._offered: list[tuple[str, Wanted]] = []
        self.clicked.connect(lambda: self.menu_of().popup(self.mapToGlobal(QPoint(0, self.height()))))

    def offer(self, contacts: Iterable[Contact]) -> None:
        """The kinds, ways and marks of these contacts; a choice that is no longer there is let go of."""
        items = [one for one in contacts if isinstance(one, ContactItem)]
        kinds = {one.kind for one in items}
        ways = {one.attendance for one in items}
        texts = self._texts
        self._offered = [(texts("contacts.filter_all"), Wanted())]
        self._offered += [
            (texts(f"codes.session_kind_{kind.value}"), Wanted(kind=kind)) for kind in SessionKind if kind in kinds
        ]
        self._offered += [
            (texts(f"codes.attendance_{way.value}"), Wanted(attendance=way)) for way in Attendance if way in ways
        ]
        self._offered += [
            (texts(f"contacts.mark_{mark}"), Wanted(mark=mark))
            for mark in _MARKS
            if any(getattr(one, mark) for one in items)
        ]
        if self.wanted not in [wanted for _, wanted in self._offered]:
            self._take(texts("contacts.filter_all"), Wanted())

    def reset(self) -> None:
        self._take(self._texts("contacts.filter_all"), Wanted())

    def choose(self, words: str) -> None:
        """By its words, as the menu does it."""
        for name, wanted in self._offered:
            if name == words:
                self._take(name, wanted)
                self.chosen.emit()
                return

    def menu_of(self) -> QMenu:
        menu = QMenu(self)
        before = Wanted()
        for words, wanted in self._offered:
            if _group(wanted) != _group(before):
                menu.addSeparator()
            before = wanted
            act = menu.addAction(words, self._chooser(words))
            act.setCheckable(True)
            act.setChecked(wanted == self.wanted)
        return menu

    def _chooser(self, words: str) -> Callable[[], None]:
        return lambda: self.choose(words)

    def _take(self, words: str, wanted: Wanted) -> None:
        self.wanted = wanted
        self.set_text(words)


def _group(wanted: Wanted) -> int:
    return 1 if wanted.kind else 2 if wanted.attendance else 3 if wanted.mark else 0
