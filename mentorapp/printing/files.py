"""What is known of a finished print: its pages, its fingerprint, and a name that says nothing of anybody."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from io import BytesIO

_LONGEST_ALIAS = 24
_SLIP_AT_MOST = 400


def page_count(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """The papers after one another in one file for the printer; each keeps the page numbers of its own."""
    import pikepdf

    if len(pdfs) == 1:
        return pdfs[0]
    whole, opened = pikepdf.Pdf.new(), []
    for pdf in pdfs:
        source = pikepdf.Pdf.open(BytesIO(pdf))
        opened.append(source)
        whole.pages.extend(source.pages)
    out = BytesIO()
    whole.save(out, deterministic_id=True)  # the same papers are the same job, to the byte
    for source in opened:
        source.close()
    return out.getvalue()


def page_size(pdf: bytes) -> str:
    """A6 or A4, as a printer calls it; A4 for what cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            box = opened.pages[0].mediabox
            return "A6" if float(box[2]) - float(box[0]) < _SLIP_AT_MOST else "A4"
    except pikepdf.PdfError:
        return "A4"


def sha256(pdf: bytes) -> str:
    """The fingerprint that the print log keeps, in hexadecimal."""
    return hashlib.sha256(pdf).hexdigest()


def file_name(alias: str, template_code: str, day: date) -> str:
    """ZA276_P01_2026-11-25.pdf: the alias, never the name, in letters that every system takes."""
    parts = [_plain(alias)[:_LONGEST_ALIAS], _plain(template_code), day.isoformat()]
    return "_".join(part for part in parts if part) + ".pdf"


def _plain(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub("[^A-Za-z0-9-]", "", flat)
