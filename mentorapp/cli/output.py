"""What leaves the terminal's verbs: lines on the screen, and PDF files that never replace anything by accident."""

import os
import sys
from pathlib import Path

from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.store.errors import StoreReadOnlyError
from mentorapp.store.faults import fault_behind
from mentorapp.store.files import beside

_PDF = b"%PDF-"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def complain(line: str) -> None:
    sys.stderr.write(line + "\n")


def check_place(place: Path, store: Path, *, replace: bool) -> None:
    """Refuses a place where no PDF can be put, before anything is made.

    `replace` allows to replace a file, but only one that is a PDF itself: never a store, never its keys.
    """
    if place.is_dir():
        raise InputError("out", "out_is_folder")
    if not place.parent.is_dir():
        raise InputError("out", "out_folder_missing")
    if beside(place, "").name.startswith(store.resolve().name) and place.resolve().parent == store.resolve().parent:
        raise InputError("out", "out_is_store")
    if not place.exists():
        return
    if not replace:
        raise InputError("out", "out_exists")
    with place.open("rb") as file:
        if file.read(len(_PDF)) != _PDF:
            raise InputError("out", "out_is_no_pdf")


def write_pdf(place: Path, store: Path, pdf: bytes, *, replace: bool) -> None:
    """The whole file or none, readable by this account only."""
    check_place(place, store, replace=replace)
    part = place.with_name(f".{place.name}.part")
    try:
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        part.unlink(missing_ok=True)
        fault = fault_behind(error)
        raise WorldFault("out_read_only") if isinstance(fault, StoreReadOnlyError) else (fault or error) from error
