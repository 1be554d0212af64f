"""Where passphrases come from: asked for at the terminal, or the lines of a file (`-` is standard input)."""

import getpass
import sys
import warnings
from pathlib import Path

from mentorapp.domain.errors import InputError
from mentorapp.language import Texts

_LONGEST = 65_536


class Asking:
    """`file` None asks at the terminal. A file is read once, when the first of its lines is wanted."""

    def __init__(self, file: str | None, texts: Texts) -> None:
        self._file = file
        self._texts = texts
        self._read: list[str] | None = None

    def passphrase(self) -> str:
        """The passphrase that opens a store: the first line."""
        return self._line(0) if self._file else self._asked("cli.ask_passphrase")

    def first_passphrase(self) -> str:
        """The passphrase of a store that is being made: the first line, or asked for twice."""
        return self._line(0) if self._file else self._asked_twice()

    def new_passphrase(self) -> str:
        """The passphrase that is to hold from now on: the last line of a file with more than one, or asked twice."""
        if not self._file:
            return self._asked_twice()
        if len(self._lines()) < 2:
            raise InputError("passphrase", "second_line_missing")
        return self._lines()[-1]

    def sheet(self) -> str:
        """The groups of the recovery sheet: all lines but the last. At the terminal they are seen while typed."""
        if self._file:
            return "\n".join(self._lines()[:-1])
        sys.stderr.write(self._texts("cli.ask_sheet") + "\n")
        sys.stderr.flush()
        typed = sys.stdin.readline(_LONGEST)
        if not typed:
            raise InputError("passphrase", "cannot_ask")
        return typed

    def _line(self, number: int) -> str:
        return self._lines()[number]

    def _lines(self) -> list[str]:
        if self._read is None:
            text = self._text().replace("\r\n", "\n")
            self._read = text.removesuffix("\n").split("\n")
        return self._read

    def _text(self) -> str:
        try:
            if self._file == "-":
                data = sys.stdin.buffer.read(_LONGEST)
            else:
                with Path(str(self._file)).open("rb") as stream:
                    data = stream.read(_LONGEST)
            return data.decode("utf-8-sig")
        except FileNotFoundError:
            raise InputError("passphrase", "passphrase_file_missing") from None
        except (OSError, ValueError):
            raise InputError("passphrase", "passphrase_file_unreadable") from None

    def _asked_twice(self) -> str:
        typed = self._asked("cli.ask_new_passphrase")
        if typed != self._asked("cli.ask_again"):
            raise InputError("passphrase", "passphrases_differ")
        return typed

    def _asked(self, key: str) -> str:
        with warnings.catch_warnings():
            # Without a terminal getpass would read aloud from standard input, with a warning only.
            warnings.simplefilter("error", getpass.GetPassWarning)
            try:
                return getpass.getpass(self._texts(key) + " ")
            except (getpass.GetPassWarning, EOFError, OSError):
                raise InputError("passphrase", "cannot_ask") from None
