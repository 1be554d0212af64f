"""The recovery sheet between key and paper: made in the worker, printed, or saved where the user says."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from ui.kit import Kit

if TYPE_CHECKING:
    from mentorapp.store.keys import RootSecret
    from ui.widgets.recovery_proof import RecoveryProof

Value = TypeVar("Value")


class RecoveryPaper(QObject):
    """Serves one RecoveryProof. The sheet stays in memory unless the user saves it."""

    def __init__(self, kit: Kit, root: "RootSecret", store_hint: str) -> None:
        super().__init__(kit.window)
        self._kit, self._root, self._store_hint = kit, root, store_hint
        self._texts = kit.texts
        self._pdf = b""

    def serve(self, proof: "RecoveryProof") -> None:
        """Fills the picture when it is made, and answers its buttons as long as it lives."""
        self._proof = proof
        self.setParent(proof)
        proof.print_wanted.connect(self._print)
        proof.save_wanted.connect(self._save)
        root, store_hint, texts, day = self._root, self._store_hint, self._texts, self._kit.parts.clock.today()

        def make() -> bytes:
            from mentorapp.printing.recovery_sheet import render_recovery_sheet
            from mentorapp.store.recovery import groups

            return render_recovery_sheet(groups(root), store_hint=store_hint, texts=texts, printed_on=day)

        self._run(make, self._on_made)

    def _on_made(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._proof.show_sheet(pdf)

    def _print(self) -> None:
        printing = self._kit.parts.ask_printer(self._kit.window)
        if printing is None:
            return
        pdf, send = self._pdf, self._kit.parts.send
        self._run(lambda: send(pdf, printing), lambda _none: self._proof.say(self._texts("recovery.printed")))

    def _save(self) -> None:
        texts = self._texts
        path = self._kit.parts.ask_save(self._kit.window, texts("recovery.file_name"), texts("recovery.file_kind"))
        if path is None:
            return
        pdf = self._pdf
        self._run(lambda: _write(path, pdf), lambda _none: self._proof.say(texts("recovery.saved")))

    def _run(self, function: Callable[[], Value], on_done: Callable[[Value], None]) -> None:
        """Nobody is told when the sheet is no longer on screen."""
        self._proof.destroyed.connect(self._kit.tasks.run(function, on_done).cancel)


def _write(path: Path, pdf: bytes) -> None:
    from mentorapp.store.faults import faults_in_plain_words
    from mentorapp.store.files import write_whole

    with faults_in_plain_words():
        write_whole(path, pdf)
