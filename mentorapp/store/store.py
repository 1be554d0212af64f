"""The store while it is open: `read()` to look, `write(label)` as the only way to change, undo, and notices.

A label is a key of the texts under `actions`; it names the step to the user.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import local
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from mentorapp.domain.calendar import Clock

from . import journal
from .straight import forget_connection
from .undo import JournalStep, do_again, last_number, next_redo, next_undo, take_back

_READ = "DEFERRED"
_WRITE = "IMMEDIATE"


@dataclass(frozen=True, slots=True)
class Change:
    """What a write touched: the undo label, the tables, and whom it was about."""

    label: str
    tables: frozenset[str]
    mentees: frozenset[UUID]


class _Shared(local):
    """What the reads of a thread share while it looks."""

    session: Session | None = None


class Store:
    """An open store. One writer at a time; reads see the last commit."""

    def __init__(self, connect: Callable[[], Any], path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self._writing = engine_on(connect)
        self._reading = self._writing.execution_options(mentor_begin=_READ)
        self._listeners: list[Callable[[Change], None]] = []
        self._companions: list[Callable[[Session], None]] = []
        self._shared = _Shared()
        self._written = 0
        with self._reading.connect() as connection:
            self._unlocked_at = last_number(connection)

    @property
    def written(self) -> int:
        """Another number after every write: what was read at the same number need not be read again."""
        return self._written

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session to look with; a change in it raises RuntimeError at its flush."""
        if self._shared.session is not None:
            yield self._shared.session
            return
        with Session(self._reading, autoflush=False, expire_on_commit=False) as session:
            session.info["clock"] = self.clock
            try:
                yield session
            finally:
                forget_connection(session)

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Every `read()` inside is one session in this thread, for what shows several things about one moment. What
        is written inside is seen by the reads after it, which then have a session each."""
        before = self._shared.session
        with self.read() as session:
            self._shared.session = session
            try:
                yield
            finally:
                if before is None:
                    self._shared.session = None

    @contextmanager
    def write(self, label: str) -> Iterator[Session]:
        """One step that the user sees: one commit, one undo label, one notice. At an error nothing is changed."""
        self._shared.session = None
        with Session(self._writing, expire_on_commit=False) as session:
            session.info["clock"] = self.clock
            tracking = journal.begin(session, self.clock)
            yield session
            for companion in tuple(self._companions):
                companion(session)
            session.flush()
            journal.record(session, label, tracking)
            session.commit()
            self._written += 1
        if tracking.touched:
            self._tell(Change(label, frozenset(tracking.touched), frozenset(tracking.mentees)))

    @contextmanager
    def along(self, companion: Callable[[Session], None]) -> Iterator[None]:
        """Every write inside does `companion` too, in the same commit: both are done or neither."""
        self._companions.append(companion)
        try:
            yield
        finally:
            self._companions.remove(companion)

    def undo(self) -> Change | None:
        """Takes back the last step since unlocking. MentorError when something later depends on it."""
        with self._writing.begin() as connection:
            step = next_undo(connection, self._unlocked_at)
            if step is None:
                return None
            touched = take_back(connection, step, self.clock.now())
        return self._tell(Change(step.label, touched.tables, touched.mentees))

    def redo(self) -> Change | None:
        """Does again what was undone last."""
        with self._writing.begin() as connection:
            step = next_redo(connection, self._unlocked_at)
            if step is None:
                return None
            touched = do_again(connection, step)
        return self._tell(Change(step.label, touched.tables, touched.mentees))

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo would take back."""
        return self._label(next_undo)

    @property
    def redo_label(self) -> str | None:
        return self._label(next_redo)

    def _label(self, find: Callable[[Connection, int], JournalStep | None]) -> str | None:
        with self._reading.connect() as connection:
            step = find(connection, self._unlocked_at)
        return None if step is None else step.label

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` after every change; what it returns ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, change: Change) -> Change:
        self._shared.session = None
        self._written += 1
        for listener in tuple(self._listeners):
            listener(change)
        return change

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """The bare database connection, for checks and copies."""
        with self._reading.connect() as connection:
            yield connection.connection.driver_connection

    def close(self) -> None:
        """Brings everything into the one file, with fresh statistics for its indices, and lets go of it."""
        with self.raw() as connection:
            connection.execute("PRAGMA optimize")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._writing.dispose()


def engine_on(connect: Callable[[], Any]) -> Engine:
    """SQLAlchemy over our own connections: the key is never in an address, and values never in an exception."""
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=4,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """SQLite's own deferred begin can fail in the middle of a write; ours takes the lock at once."""
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('mentor_begin', _WRITE)}")
