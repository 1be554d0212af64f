"""What came out of the printer, as it is read and as it is drawn."""

import subprocess

from tests.printing.strokes import answer_lines, crosses

__all__ = ["crosses", "lines_of", "text_of"]


def text_of(pdf: bytes) -> str:
    """All the words, in one line."""
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def lines_of(pdf: bytes) -> list[float]:
    """How long the lines to answer on are, in millimetres."""
    return [line.length for page in answer_lines(pdf) for line in page]
