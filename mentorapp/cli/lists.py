"""The verb `list`: everybody in the store, as a table or as JSON."""

import json
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from mentorapp.domain.calendar import age_on
from mentorapp.domain.reminder_rules import Rule
from mentorapp.language import Texts
from mentorapp.language.reminder_words import date_chip, watch_chip
from mentorapp.store import cipher
from mentorapp.store.attention import Attention, read_attention
from mentorapp.store.opening import open_store
from mentorapp.store.overviews import MenteeLine, list_lines
from mentorapp.store.safety_questions import count_asked

from .asking import Asking
from .output import say
from .tables import table

_NOTHING = Attention()
_COLUMNS = ("name", "alias", "age", "programme", "status", "level", "last_contact", "next_contact", "attention")


def list_(asked: Namespace, texts: Texts) -> None:
    """One line a person, by name; or only those who have not been asked about violence yet, and the share (I22)."""
    path = Path(asked.store)
    cipher.refuse_what_is_no_store(path)
    opened = open_store(path, Asking(asked.passphrase_file, texts).passphrase())
    try:
        with opened.store.read() as session:
            lines = list_lines(session)
            attention = read_attention(session, lines)
            counts = count_asked(session) if asked.not_asked else None
        today = opened.store.clock.today()
    finally:
        opened.close()
    if counts is not None:
        lines = tuple(line for line in lines if line.mentee_id in counts.not_yet)
    records = [_record(line, today, _said(attention.get(line.mentee_id, _NOTHING), texts)) for line in lines]
    persons, enrolments = _counts(lines)
    if asked.json:
        whole: dict[str, Any] = {"persons": persons, "enrolments": enrolments, "people": records}
        if counts is not None:
            whole = {"asked": counts.asked, "everybody": counts.everybody, "people": records}
        say(json.dumps(whole, ensure_ascii=False, indent=2, default=str))
    else:
        _table(records, texts)
        if counts is not None:
            say(texts("cli.list_asked", asked=counts.asked, everybody=counts.everybody))
        elif persons:
            say(texts("cli.list_counts", persons=persons, enrolments=enrolments))


def _counts(lines: Sequence[MenteeLine]) -> tuple[int, int]:
    """Persons that have been enrolled, and their enrolments: somebody who came back is one of the first (E12)."""
    return sum(line.enrolments > 0 for line in lines), sum(line.enrolments for line in lines)


def _said(attention: Attention, texts: Texts) -> list[str]:
    """Att tänka på, in the words of the list. Nothing of SRS: it is on the mentor's screen only, never in a file."""
    dates = [date_chip(texts, one) for one in attention.dates]
    return dates + [watch_chip(texts, one) for one in attention.watches if one.rule is not Rule.SRS]


def _record(line: MenteeLine, today: date, attention: list[str]) -> dict[str, Any]:
    return {
        "name": line.full_name,
        "alias": line.alias,
        "age": _age(line, today),
        "programme": line.programme or None,
        "status": line.status.value if line.status else None,
        "enrolments": line.enrolments,
        "level": line.place.order,
        "last_contact": line.last_contact_on,
        "next_contact": line.next_on,
        "attention": attention,
    }


def _age(line: MenteeLine, today: date) -> int | None:
    if line.birth_date is not None:
        return age_on(line.birth_date, today)
    return None if line.birth_year is None else today.year - line.birth_year


def _table(records: Sequence[dict[str, Any]], texts: Texts) -> None:
    rows: list[list[object]] = [[texts(f"cli.column_{name}") for name in _COLUMNS]]
    for record in records:
        status = record["status"] and texts(f"codes.enrolment_status_{record['status']}")
        shown = {"status": status, "attention": next(iter(record["attention"]), None)}
        rows.append([(record | shown)[name] for name in _COLUMNS])
    table(rows)
    if not records:
        say(texts("cli.list_empty"))
