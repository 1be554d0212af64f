"""From a finished PDF to paper: which printer, how many copies, and the bytes on their way. Nothing touches the disk.

`ask_printer(window)` shows the system's dialog and gives a `Printing` or None; `send(pdf, printing)` prints and may
take a while (run it in a task). Titles of print jobs are neutral: a queue is read by others.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from mentorapp.domain.errors import WorldFault

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

JOB_TITLE = "Mentor"
_DOTS_PER_INCH = 300
_PATIENCE_SECONDS = 60
_JOB = re.compile(r"(?<=request id is )\S+")


@dataclass(frozen=True, slots=True)
class Printing:
    """What the user chose in the dialog."""

    printer: str
    copies: int = 1
    duplex: bool = False
    greyscale: bool = False


AskPrinter = Callable[[QWidget], Printing | None]
Send = Callable[[bytes, Printing], str]


def list_printers() -> tuple[str, ...]:
    """The names of the printers of this machine, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))


def ask_printer(window: QWidget) -> Printing | None:
    """The system's print dialog; None when the user left it. WorldFault `printer_none` where there is no printer."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    if not list_printers():
        raise WorldFault("printer_none")
    printer = QPrinter()
    printer.setDocName(JOB_TITLE)
    dialog = QPrintDialog(printer, window)
    # A file would be readable by anybody: saving has its own button, which says so first.
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return _chosen(printer)


def _chosen(printer: "QPrinter") -> Printing:
    from PySide6.QtPrintSupport import QPrinter

    return Printing(
        printer=printer.printerName(),
        copies=max(1, printer.copyCount()),
        duplex=printer.duplex() is not QPrinter.DuplexMode.DuplexNone,
        greyscale=printer.colorMode() is QPrinter.ColorMode.GrayScale,
    )


def send(pdf: bytes, printing: Printing) -> str:
    """Prints; returns when the queue has taken it, with the name of the job, by which it can be taken out again; empty
    where there is no such thing. WorldFault `printer_silent` when the queue did not take it."""
    if sys.platform == "win32":
        _send_pages(pdf, printing)
        return ""
    return _send_pdf(pdf, printing)


def cancel(job: str) -> None:
    """Takes what still waits out of the queue; what is on paper already stays there. WorldFault `printer_silent`."""
    _ask(["cancel", job], None)


def _send_pdf(pdf: bytes, printing: Printing) -> str:
    """The PDF itself to `lp` on standard input: text stays text."""
    from mentorapp.printing.files import page_size

    size = page_size(pdf)
    command = ["lp", "-d", printing.printer, "-n", str(printing.copies), "-t", JOB_TITLE, "-o", f"media={size}"]
    # A slip is a slip on every paper: nothing is made to fill a larger page.
    command += ["-o", "print-scaling=none"] if size != "A4" else []
    command += ["-o", f"sides={'two-sided-long-edge' if printing.duplex else 'one-sided'}"]
    command += ["-o", "print-color-mode=monochrome"] if printing.greyscale else []
    found = _JOB.search(_ask([*command, "-"], pdf))
    return found.group(0) if found else ""


def _ask(command: list[str], given: bytes | None) -> str:
    """What the system of printers answers, in words that do not depend on the language of the machine."""
    words = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=_PATIENCE_SECONDS, check=False, env=words
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise WorldFault("printer_silent") from error
    if done.returncode != 0:
        raise WorldFault("printer_silent")
    return done.stdout.decode("utf-8", "replace")


def _send_pages(pdf: bytes, printing: Printing) -> None:
    """Pages as pictures of 300 dpi: Windows has no way to hand a PDF to a printer."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QPageSize, QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(printing.printer)
    printer.setDocName(JOB_TITLE)
    printer.setResolution(_DOTS_PER_INCH)
    points = document.pagePointSize(0)
    slip = points.width() < QPageSize.size(QPageSize.PageSizeId.A5, QPageSize.Unit.Point).width()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A6 if slip else QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setCopyCount(printing.copies)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if printing.duplex else QPrinter.DuplexMode.DuplexNone)
    if printing.greyscale:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    painter = QPainter()
    if not painter.begin(printer):
        raise WorldFault("printer_silent")
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        sheet = QRectF(painter.viewport())
        if slip:  # at its own size, whatever paper the printer has
            dots = printer.resolution() / 72
            sheet = QRectF(0, 0, points.width() * dots, points.height() * dots)
        painter.drawImage(sheet, document.render(page, sheet.size().toSize()))
    painter.end()
