"""From the preview to a file anybody can read: the passphrase is asked again, and the file is whole or not there."""

from collections.abc import Callable
from pathlib import Path

from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.files import write_whole


def passphrase_checked(path: Path) -> Callable[[str], bool]:
    """Whether a passphrase opens the store at `path`; takes about a second."""

    def check(typed: str) -> bool:
        from mentorapp.store.errors import WrongPassphraseError
        from mentorapp.store.vault import unlock_with_passphrase

        try:
            unlock_with_passphrase(path, typed)
        except WrongPassphraseError:
            return False
        return True

    return check


def write_pdf(path: Path, pdf: bytes) -> None:
    """WorldFault when the disk is full or the place is gone."""
    with faults_in_plain_words():
        write_whole(path.with_suffix(".pdf"), pdf)
