"""Erasing a person: every row, draft and trace in the journal; what was printed stays as a number without a person.

It cannot be undone, so nothing of it goes through the journal. Counts that name nobody (noes, rounds of outreach) stay.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.network import PRIVATE_ROLES

from .subjects import parents
from .tables import Table
from .tables.mentees import MenteeRow
from .tables.own import JournalChangeRow, JournalStepRow, PrintLogRow

_STEPS, _CHANGES = JournalStepRow.__tablename__, JournalChangeRow.__tablename__
_PRINTS = PrintLogRow.__tablename__
_OF_NOBODY = "mentee_id = NULL, recipient = '', meeting_id = NULL, contact_id = NULL, organisation_id = NULL"
_APART = frozenset({_CHANGES, _PRINTS})
"""Tables that name a mentee but are no rows of the person: each is seen to by itself."""


@dataclass(frozen=True, slots=True)
class ToErase:
    """Somebody who said no, and the day from which they are to be erased."""

    mentee_id: UUID
    name: str
    alias: str
    erase_on: date


def list_to_erase(session: Session) -> tuple[ToErase, ...]:
    """Everybody with such a day, the nearest first. The program never erases by itself."""
    query = select(MenteeRow).where(MenteeRow.erase_on.is_not(None)).order_by(MenteeRow.erase_on)
    return tuple(
        ToErase(row.id, f"{row.preferred_name} {row.family_name}".strip(), row.display_alias, row.erase_on)
        for row in session.scalars(query)
        if row.erase_on is not None
    )


def count_rows(session: Session, mentee_id: UUID) -> Mapping[str, int]:
    """What would go, by table; drafts too."""
    connection, key = session.connection(), mentee_id.bytes
    counts = {table.name: _count(connection, table.name, rule, key) for table, rule in rules_of_persons()}
    return {name: count for name, count in counts.items() if count}


def erase_mentee(session: Session, mentee_id: UUID) -> None:
    """Takes everything of the person out of the store for good; NotFoundError when there is no such person.

    Private contacts whom only this person has (a mother, a friend) go too; the people of authorities stay.
    """
    if session.get(MenteeRow, mentee_id) is None:
        raise NotFoundError("mentee_unknown")
    session.flush()
    session.expunge_all()
    connection, key = session.connection(), mentee_id.bytes
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only forgotten
    private = _private_contacts(connection, key)
    gone = {row_key for table, rule in rules_of_persons() for row_key in _keys(connection, table, rule, key)}
    _purge_journal(connection, key, gone | {_journal_key(one) for one in private})
    connection.exec_driver_sql(f"UPDATE {_PRINTS} SET {_OF_NOBODY} WHERE mentee_id = ?", (key,))  # noqa: S608
    touched = {_PRINTS}
    # A rule asks for the parents, so children go first.
    for table, rule in reversed(list(rules_of_persons())):
        if connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE {rule}', (key,)).rowcount:  # noqa: S608
            touched.add(table.name)
    for contact in private:
        connection.exec_driver_sql("DELETE FROM contact WHERE id = ?", (contact,))
        touched.add("contact")
    tracking = session.info["tracking"]
    tracking.touched.update(touched)
    tracking.mentees.add(mentee_id)


def rules_of_persons() -> Iterator[tuple[SqlTable, str]]:
    """Each table with rows of persons, parents first, and the condition with one question mark for the mentee."""
    rules: dict[str, str] = {}
    for table in Table.metadata.sorted_tables:
        if table.name in _APART:
            continue
        rule = _rule(table, rules)
        if rule:
            rules[table.name] = rule
            yield table, rule


def _rule(table: SqlTable, known: Mapping[str, str]) -> str:
    if table.name == MenteeRow.__tablename__:
        return "id = ?1"
    if "mentee_id" in table.c:
        return "mentee_id = ?1"
    return " OR ".join(
        f'"{name}" IN (SELECT id FROM "{parent}" WHERE {known[parent]})'  # noqa: S608 - names are our own tables'
        for name, parent in parents()
        if name in table.c and parent in known
    )


def _count(connection: Connection, table: str, rule: str, key: bytes) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}" WHERE {rule}', (key,)).scalar_one())  # noqa: S608


def _keys(connection: Connection, table: SqlTable, rule: str, key: bytes) -> Iterator[str]:
    """The keys of the rows as the journal writes them."""
    name = next(iter(table.primary_key.columns)).name
    for (row_key,) in connection.exec_driver_sql(f'SELECT "{name}" FROM "{table.name}" WHERE {rule}', (key,)):  # noqa: S608
        yield _journal_key(row_key)


def _journal_key(row_key: Any) -> str:
    return json.dumps({"hex": row_key.hex()} if isinstance(row_key, bytes) else row_key)


def _private_contacts(connection: Connection, key: bytes) -> list[bytes]:
    """Guardians, next of kin and the like of this person, whom no row of anybody else names."""
    marks = ", ".join(f"'{role.value}'" for role in sorted(PRIVATE_ROLES))
    query = (
        "SELECT DISTINCT l.contact_id FROM network_link AS l JOIN contact AS c ON c.id = l.contact_id "  # noqa: S608
        f"WHERE l.mentee_id = ? AND l.role IN ({marks}) AND c.organisation_id IS NULL"
    )
    found = [row[0] for row in connection.exec_driver_sql(query, (key,))]
    return [one for one in found if not _is_named_elsewhere(connection, one, key)]


def _is_named_elsewhere(connection: Connection, contact: bytes, key: bytes) -> bool:
    rules = {table.name: rule for table, rule in rules_of_persons()}
    for table in Table.metadata.sorted_tables:
        for column in table.c:
            if any(one.target_fullname == "contact.id" for one in column.foreign_keys):
                others = f" AND NOT ({rules[table.name]})" if table.name in rules else ""
                query = f'SELECT 1 FROM "{table.name}" WHERE "{column.name}" = ?2{others} LIMIT 1'  # noqa: S608
                if connection.exec_driver_sql(query, (key, contact)).first() is not None:
                    return True
    return False


def _purge_journal(connection: Connection, key: bytes, gone: set[str]) -> None:
    """Every change of the person's rows, also of rows long removed; then the steps in which nothing is left."""
    connection.exec_driver_sql(f"DELETE FROM {_CHANGES} WHERE mentee_id = ?", (key,))  # noqa: S608
    _delete_changes(connection, _nameless(connection, key, gone))
    connection.exec_driver_sql(
        f"DELETE FROM {_STEPS} WHERE number NOT IN (SELECT step_number FROM {_CHANGES})"  # noqa: S608
    )


def _nameless(connection: Connection, key: bytes, gone: set[str]) -> Iterator[int]:
    """Changes that the journal could not put under a name, such as of a child removed after its parent."""
    query = f"SELECT number, row_key, before, after FROM {_CHANGES} WHERE mentee_id IS NULL"  # noqa: S608
    names = {json.loads(one)["hex"] for one in gone if one.startswith("{")} | {key.hex()}
    for number, row_key, before, after in connection.exec_driver_sql(query).all():
        if row_key in gone or any(_named(text, names) for text in (before, after) if text):
            yield number


def _named(text: str, names: set[str]) -> bool:
    return any(isinstance(value, dict) and value.get("hex") in names for value in json.loads(text).values())


def _delete_changes(connection: Connection, numbers: Iterable[int]) -> None:
    for number in numbers:
        connection.exec_driver_sql(f"DELETE FROM {_CHANGES} WHERE number = ?", (number,))  # noqa: S608
