"""Fields on pages, where nobody presses Save: a draft within a second while typing, stored when the field is left.

    self.drafts = PageDrafts(store, "overview.good_to_know", None, parent=self)
    self.drafts.attach("safe_contact", field, lambda text: self._change("safe_contact", text))

    def show_person(self, person):
        self.drafts.show(person.mentee.id, {"safe_contact": person.mentee.safe_contact})   # first of all
        self._person = person

A field that is made anew for every person holds its stored value when it is attached; what was kept of it is put back
at once, and it stands as edited until it is left.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InputError

from .draft_keeper import DraftKeeper
from .entry import Entry, entry_of
from .field import FaultLine

if TYPE_CHECKING:
    from mentorapp.language.texts import Texts
    from mentorapp.store.store import Store

Commit = Callable[[Any], object]


@dataclass(slots=True)
class _Attached:
    """`stored` is what the store has; what differs from it is edited and not yet stored."""

    entry: Entry
    commit: Commit
    fault: FaultLine | None
    stored: Any
    typed: Any

    @property
    def is_edited(self) -> bool:
        return bool(self.entry.read() != self.stored)

    def set_fault(self, sentence: str | None) -> bool:
        """False where there is no place for it."""
        if self.fault is None:
            return self.entry.set_fault(sentence)
        self.fault.show_sentence(sentence)
        return True


class PageDrafts(QObject):
    """`commit(value)` stores it (text as text, a date as a date) and may raise InputError: the words stay as a draft.

    With `texts` the sentence is said beside the field, or in the `fault` line of a widget that is no `Field`.
    """

    def __init__(
        self,
        store: "Store",
        form: str,
        mentee_id: UUID | None = None,
        *,
        parent: QObject | None = None,
        texts: "Texts | None" = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._fields: dict[str, _Attached] = {}
        self._waiting: dict[str, Any] | None = None
        self._filling = False
        self._keeper = DraftKeeper(store, form, mentee_id, self._read, self)

    @property
    def widgets(self) -> list[QWidget]:
        """What is kept."""
        return [attached.entry.widget for attached in self._fields.values()]

    def attach(self, name: str, field: QWidget, commit: Commit, fault: FaultLine | None = None) -> None:
        """What the field holds now is what the store has."""
        if self.parent() is None:
            self.setParent(field.parentWidget() or field)
        entry = entry_of(field)
        attached = _Attached(entry, commit, fault, entry.read(), entry.read())
        self._fields[name] = attached
        entry.on_edit(lambda: self._on_edited(attached))
        entry.on_leave(lambda: self._on_left(attached))
        field.destroyed.connect(lambda: self._drop(name, attached))
        if self._keeper.mentee_id is not None or self._waiting is not None:
            self._put_back(name, attached)

    def show(self, mentee_id: UUID | None, values: Mapping[str, Any]) -> None:
        """Fills the fields from the store. What was typed about the person before is stored first, as theirs; what is
        being typed about this one is not overwritten."""
        if mentee_id != self._keeper.mentee_id or self._waiting is None:
            self.write_all()
            self._turn_to(mentee_id)
            for attached in self._fields.values():
                attached.stored = attached.entry.read()
        for name, value in values.items():
            attached, plain = self._fields[name], _plain(value)
            if attached.is_edited:
                attached.stored = plain
            else:
                if attached.stored != plain:
                    self._fill(attached, plain)
                attached.stored = attached.typed = attached.entry.read()
            self._put_back(name, attached)

    def write_all(self) -> None:
        """Stores what is edited; what cannot be stored as it stands is kept as a draft."""
        for attached in tuple(self._fields.values()):
            with suppress(InputError):
                self._commit(attached)
        self._keeper.keep()

    def edited(self) -> frozenset[str]:
        """The fields whose words are not stored yet."""
        return frozenset(name for name, attached in self._fields.items() if attached.is_edited)

    def _fill(self, attached: _Attached, value: Any) -> None:
        """A choice tells of its change whoever made it; what the program puts there, nobody has chosen."""
        self._filling = True
        try:
            attached.entry.put(value)
        finally:
            self._filling = False

    def _on_edited(self, attached: _Attached) -> None:
        if self._filling:
            return
        attached.typed = attached.entry.read()
        if attached.fault is not None:
            attached.fault.show_sentence(None)
        self._keeper.note_edit()

    def _on_left(self, attached: _Attached) -> None:
        if self._filling:
            return
        try:
            self._commit(attached)
        finally:
            self._keeper.keep()

    def _commit(self, attached: _Attached) -> None:
        """InputError only where there is no place to say it."""
        if not attached.is_edited or not attached.entry.check():
            return
        before, attached.stored = attached.stored, attached.entry.read()
        try:
            with self._keeper.along():
                attached.commit(attached.entry.value())
        except InputError as refusal:
            attached.stored = before
            if self._texts is None or not attached.set_fault(self._texts.error(refusal)):
                raise
        except BaseException:
            attached.stored = before
            raise

    def _turn_to(self, mentee_id: UUID | None) -> None:
        draft = self._keeper.turn_to(mentee_id)
        self._waiting = dict(draft.content) if draft is not None else {}

    def _put_back(self, name: str, attached: _Attached) -> None:
        """What was kept of the field when the program ended."""
        if self._waiting is None:
            self._turn_to(self._keeper.mentee_id)
        if self._waiting and name in self._waiting:
            self._fill(attached, self._waiting.pop(name))
            attached.typed = attached.entry.read()

    def _read(self) -> dict[str, Any]:
        """What is edited, and what still waits for a field that is not there yet."""
        typed = {name: one.entry.read() for name, one in self._fields.items() if one.is_edited}
        return {**(self._waiting or {}), **typed}

    def _drop(self, name: str, attached: _Attached) -> None:
        """A field that is gone, as when its row is made anew: its words wait for the next of that name."""
        with suppress(RuntimeError):
            if self._fields.get(name) is attached:
                del self._fields[name]
                if attached.typed != attached.stored and self._waiting is not None:
                    self._waiting[name] = attached.typed
                    self._keeper.note_edit()


def _plain(value: Any) -> Any:
    """As an entry reads it."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value
