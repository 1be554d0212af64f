"""What is typed and not yet saved, in the encrypted store within a second: one draft of one form and one mentee.

The name of a form is `<place>.<thing>`, with `:<id>` after it where it is about one thing: `plan.promise`,
`network.contact:3f…`. The place is a tab of the mentee page, or `settings`, `mentees`; the words for it are
`drafts.form_<place>_<thing>`. Nothing of the store is imported before the first draft is read.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from mentorapp.domain.errors import WorldFault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorapp.store.drafts import Draft
    from mentorapp.store.store import Store

_WITHIN_MS = 600


class DraftKeeper(QObject):
    """`read()` says what is to be kept now; an empty mapping means that there is nothing, and takes the draft away.

    It keeps between `turn_to` and `stop`; the window finds what is still to be kept among its children. A key only
    starts the timer, so no key waits for the store. The timer runs from the first key that is not kept, so that a hand
    that never pauses is kept too. `on_due` is what happens then; as it stands, `keep`.
    """

    def __init__(
        self,
        store: "Store",
        form: str,
        mentee_id: UUID | None,
        read: Callable[[], Mapping[str, Any]],
        parent: QObject | None = None,
        on_due: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.store, self.form, self.mentee_id = store, form, mentee_id
        self._read = read
        self._kept: dict[str, Any] = {}
        self._on = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_WITHIN_MS)
        self._due.timeout.connect(on_due or self.keep)
        _KEEPERS[next(_NUMBERS)] = self

    def turn_to(self, mentee_id: UUID | None) -> "Draft | None":
        """To another mentee, or to the first: what was kept of this form for just them."""
        from mentorapp.store.drafts import get_draft

        self._due.stop()
        self._on, self.mentee_id = True, mentee_id
        with self.store.read() as session:
            draft = get_draft(session, self.form, mentee_id)
        self._kept = dict(draft.content) if draft is not None else {}
        return draft

    def note_edit(self) -> None:
        """Something was typed or chosen."""
        if self._on and not self._due.isActive():
            self._due.start()

    def keep(self) -> bool:
        """Writes what is not kept yet; whether there is a draft now. WorldFault when the world does not take it."""
        from mentorapp.store.faults import faults_in_plain_words

        self._due.stop()
        if not self._on:
            return False
        content = dict(self._read())
        if content != self._kept:
            with faults_in_plain_words(), self.store.write("draft_kept") as session:
                self._keep_in(session)
            self._kept = content
        return bool(content)

    @contextmanager
    def along(self) -> Iterator[None]:
        """What is written inside writes the draft too, as it is by then: nothing is both stored and a draft."""
        written: list[dict[str, Any]] = []
        with self.store.along(lambda session: written.append(self._keep_in(session))):
            yield
        if written:
            self._kept = written[-1]

    @contextmanager
    def ending(self) -> Iterator[None]:
        """What is written inside takes the draft with it. At an error the draft stays, and is kept on."""
        from mentorapp.store.drafts import remove_draft

        with self.store.along(lambda session: remove_draft(session, self.form, self.mentee_id)):
            yield
        self.stop()

    def stop(self) -> None:
        """Nothing more is kept; what is kept already stays."""
        self._due.stop()
        self._on = False

    def is_on_under(self, root: QObject) -> bool:
        """Whether it keeps now, and belongs to a part of `root`."""
        if not self._on or not isValid(self):
            return False
        part = self.parent()
        while part is not None and part is not root:
            part = part.parent()
        return part is root

    def _keep_in(self, session: "Session") -> dict[str, Any]:
        from mentorapp.store.drafts import keep_draft, remove_draft

        content = dict(self._read())
        if content:
            keep_draft(session, self.form, self.mentee_id, content)
        else:
            remove_draft(session, self.form, self.mentee_id)
        return content


def keep_all(root: QObject) -> None:
    """What is to be kept anywhere under `root`. One that the world does not take leaves the others to be tried."""
    refused: WorldFault | None = None
    for keeper in tuple(_KEEPERS.values()):
        if keeper.is_on_under(root):
            try:
                keeper.keep()
            except WorldFault as fault:
                refused = fault
    if refused is not None:
        raise refused


# Oldest first. To look for them among all the children of a page takes a millisecond each time that it is opened.
_NUMBERS = count()
_KEEPERS: WeakValueDictionary[int, DraftKeeper] = WeakValueDictionary()
