"""From the preview to a file anybody can read; it is whole or not there."""

from pathlib import Path

from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.files import write_whole


def write_pdf(path: Path, pdf: bytes) -> None:
    """WorldFault when the disk is full or the place is gone."""
    with faults_in_plain_words():
        write_whole(path.with_suffix(".pdf"), pdf)
