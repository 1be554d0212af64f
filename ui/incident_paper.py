"""P23 from the open store to paper: made in the worker, printed, or saved where the user says. It names nobody."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mentorapp.store.opening import OpenStore

from .kit import Kit

Value = TypeVar("Value")


class IncidentPaper(QObject):
    """Signals `made(bytes)` and `said(str)`: the finished paper, and what became of printing or saving it."""

    made = Signal(object)
    said = Signal(str)

    def __init__(self, opened: OpenStore, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._kit, self._texts = opened, kit, kit.texts
        self._pdf = b""

    def make(self) -> None:
        """From what the store holds now."""
        store, texts = self._opened.store, self._texts

        def make() -> bytes:
            from mentorapp.printing.incident import render_incident
            from mentorapp.store import vault
            from mentorapp.store.incident_facts import read_incident_facts

            with store.read() as session:
                facts = read_incident_facts(session, keyring=vault.has_keyring_slot(store.path))
            return render_incident(facts, store_hint=store.path.name, texts=texts, printed_on=store.clock.today())

        self._run(make, self._on_made)

    def print(self) -> None:
        printing = self._kit.parts.ask_printer(self._kit.window)
        if printing is None:
            return
        pdf, send = self._pdf, self._kit.parts.send
        self._run(lambda: send(pdf, printing), lambda _none: self.said.emit(self._texts("settings.incident_printed")))

    def save(self) -> None:
        texts = self._texts
        name, kinds = texts("settings.incident_file"), texts("preview.file_kind")
        path = self._kit.parts.ask_save(self._kit.window, name, kinds)
        if path is None:
            return
        pdf = self._pdf
        self._run(lambda: _write(path, pdf), lambda _none: self.said.emit(texts("settings.incident_saved")))

    def _on_made(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.made.emit(pdf)

    def _run(self, function: Callable[[], Value], on_done: Callable[[Value], None]) -> None:
        """Nobody is told when the page is no longer there."""
        self.destroyed.connect(self._kit.tasks.run(function, on_done).cancel)


def _write(path: Path, pdf: bytes) -> None:
    from mentorapp.store.faults import faults_in_plain_words
    from mentorapp.store.files import write_whole

    with faults_in_plain_words():
        write_whole(path.with_suffix(".pdf"), pdf)
