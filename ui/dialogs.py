"""The system's own dialogs for files: the only windows beside ours, and the print dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_open(window: QWidget, title: str, kinds: str) -> Path | None:
    """A file that exists; `kinds` as Qt writes them, `Mentor (*.mentor);;All (*)`."""
    name, _ = QFileDialog.getOpenFileName(window, title, "", kinds)
    return Path(name) if name else None


def ask_save(window: QWidget, name: str, kinds: str) -> Path | None:
    """A file to be written, with a proposed name."""
    chosen, _ = QFileDialog.getSaveFileName(window, "", name, kinds)
    return Path(chosen) if chosen else None
