"""The pack on its way out: made by the worker, printed as one job, or saved as a file after the passphrase."""

from collections.abc import Callable
from threading import Event
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import MentorError, WorldFault
from mentorapp.domain.prints import DeliveredHow
from mentorapp.exchange.packs import Pack, PackStoppedError, log_pack, make_pack, one_job
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.parts import Parts
from ui.pdf_file import write_pdf
from ui.tasks import Task, Tasks


class Outgoing(QObject):
    """Signals: `part_made(made, all)` from the first party on, `made(Pack)`, `stopped`, `out(Pack, DeliveredHow, job)`,
    `job_stopped`, `failed(Exception)`."""

    part_made = Signal(int, int)
    made = Signal(object)
    stopped = Signal()
    out = Signal(object, object, str)
    job_stopped = Signal()
    failed = Signal(object)

    def __init__(self, store: Store, texts: Texts, tasks: Tasks, parts: Parts, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._texts, self._tasks, self._parts = store, texts, tasks, parts
        self._task: Task | None = None
        self._stop = Event()

    @property
    def is_making(self) -> bool:
        return self._task is not None

    def make(self, meeting_id: UUID) -> None:
        """Anew from what the store holds now; what was being made is let go."""
        self.let_go()
        stop = self._stop = Event()
        self._task = self._tasks.run(
            lambda: make_pack(
                self._store, meeting_id, texts=self._texts, on_part=self.part_made.emit, stopped=stop.is_set
            ),
            self._on_made,
            self._on_failed,
        )  # fmt: skip

    def stop(self) -> None:
        """*Avbryt*: the paper that is being made is finished, and no other is begun."""
        self._stop.set()

    def let_go(self) -> None:
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def print(self, pack: Pack, window: QWidget) -> bool:
        """Asks which printer, and sends all papers as one job; False when the dialog was left."""
        try:
            printing = self._parts.ask_printer(window)
        except WorldFault as fault:
            self.failed.emit(fault)
            return False
        if printing is None:
            return False
        send = self._parts.send

        def act() -> str:
            return send(one_job(pack.papers), printing)

        self._tasks.run(act, lambda job: self._on_out(pack, DeliveredHow.PRINTER, job), self.failed.emit)
        return True

    def save(self, pack: Pack, window: QWidget) -> bool:
        path = self._parts.ask_save(window, pack.file_name, self._texts("preview.file_kind"))
        if path is None:
            return False
        self._run(lambda: write_pdf(path, one_job(pack.papers)), lambda: self._on_out(pack, DeliveredHow.FILE, ""))
        return True

    def cancel_job(self, job: str) -> None:
        """Takes what still waits in the queue out of it."""
        cancel = self._parts.cancel
        self._run(lambda: cancel(job), self.job_stopped.emit)

    def _run(self, act: Callable[[], object], then: Callable[[], object]) -> None:
        def done(_value: object) -> None:
            then()

        self._tasks.run(act, done, self.failed.emit)

    def _on_made(self, pack: Pack) -> None:
        self._task = None
        self.made.emit(pack)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, PackStoppedError):
            self.stopped.emit()
        else:
            self.failed.emit(error)

    def _on_out(self, pack: Pack, how: DeliveredHow, job: str) -> None:
        """It is on paper or in a file: logged. A number that another print took meanwhile is made anew."""
        try:
            log_pack(self._store, pack, how)
        except MentorError as error:
            self.failed.emit(error)
            return
        self.out.emit(pack, how, job)
