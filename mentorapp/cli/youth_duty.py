"""The verb `kaa`: who is in the register of the youth duty today, for the municipality's own list (E23).

A protected person stands there by alias, with the year of birth and no place.
"""

import csv
import io
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from mentorapp.domain.errors import InputError
from mentorapp.domain.occupation import Occupation
from mentorapp.language import Texts
from mentorapp.store import cipher
from mentorapp.store.opening import open_store
from mentorapp.store.youth_duties import RegisterLine, list_register

from .asking import Asking
from .output import say
from .tables import table

_COLUMNS = (
    "name", "protected", "birth", "municipality", "from", "occupation", "occupation_from", "ends", "receiver",
    "handed_over",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "\ufeff"
"""By it a Swedish spreadsheet knows that the letters are UTF-8."""


def kaa_(asked: Namespace, texts: Texts) -> None:
    """One line a person, by the first day in the register."""
    if asked.json and asked.csv:
        raise InputError("csv", "json_or_csv")
    path = Path(asked.store)
    cipher.refuse_what_is_no_store(path)
    opened = open_store(path, Asking(asked.passphrase_file, texts).passphrase())
    try:
        with opened.store.read() as session:
            lines = list_register(session)
    finally:
        opened.close()
    if asked.json:
        say(json.dumps([_record(line) for line in lines], ensure_ascii=False, indent=2, default=str))
        return
    head = [texts(f"cli.kaa_{name}") for name in _COLUMNS]
    rows = [_row(line, texts) for line in lines]
    if asked.csv:
        say(_MARK + _csv([head, *rows]))
    else:
        table([head, *([cell or "–" for cell in row] for row in rows)])
        if not rows:
            say(texts("cli.kaa_empty"))


def _record(line: RegisterLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "protected": line.is_protected,
        "birth": line.birth_date or line.birth_year,
        "municipality": line.municipality or None,
        "from": line.from_date,
        "occupation": line.occupation.value,
        "occupation_from": line.occupation_from,
        "ends": line.ends_by_age,
        "receiver": line.receiver or None,
        "handed_over": line.handed_over_on,
    }


def _row(line: RegisterLine, texts: Texts) -> list[str]:
    record = _record(line)
    record["protected"] = texts("cli.kaa_yes") if line.is_protected else None
    known = line.occupation is not Occupation.UNKNOWN
    record["occupation"] = texts(f"codes.occupation_{line.occupation.value}") if known else None
    return ["" if record[name] is None else str(record[name]) for name in _COLUMNS]


def _csv(rows: list[list[str]]) -> str:
    """Semicolons, as a Swedish spreadsheet wants them; a cell that it would take for a formula is quoted from it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().rstrip("\n")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
