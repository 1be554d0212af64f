"""Counts what a lost store holds, by kinds of data. No name and no text is read."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Table as SqlTable
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain.incident import IncidentFacts
from mentorapp.domain.sharing import InfoClass

from .private_notes import persons_with_notes
from .settings import get_settings
from .straight import run
from .subjects import parents
from .tables import Table
from .tables.own import JournalStepRow

_CLASS = "info_class"
_WHOLE = {
    "session": InfoClass.PRESENCE,
    "enrolment": InfoClass.PLAN,
    "plan": InfoClass.PLAN,
    "closure": InfoClass.PLAN,
    "placement": InfoClass.WORK,
    "vocational_profile": InfoClass.WORK,
    "education_support": InfoClass.EDU,
    "income_period": InfoClass.INCOME,
    "safety_question": InfoClass.VIOLENCE,
    "mentee_address": InfoClass.CONTACT,
    "mentee_municipality": InfoClass.CONTACT,
}
"""The class of a row whose table has no column for it (B.1)."""
_FIELDS = (
    (InfoClass.ID, "SELECT id FROM mentee"),
    (InfoClass.CONTACT, "SELECT id FROM mentee WHERE phones <> '[]' OR email <> '' OR safe_contact <> ''"),
    (InfoClass.IDNUM, "SELECT id FROM mentee WHERE id_number <> ''"),
    (InfoClass.IDNUM, "SELECT mentee_id FROM mentee_former_number"),
    (InfoClass.LOCATION, "SELECT id FROM mentee WHERE protected_identity <> 'none'"),
    (
        InfoClass.HEALTH,
        "SELECT mentee_id FROM session WHERE mood_in IS NOT NULL OR mood_out IS NOT NULL OR mood_word <> ''",
    ),
)
"""Fields with a class of their own."""
_ANSWERS = (
    "SELECT r.mentee_id, i.info_class FROM scale_response AS r "
    "JOIN scale_item AS i ON i.definition_id = r.definition_id"
)


def read_incident_facts(session: Session, *, keyring: bool) -> IncidentFacts:
    """The figures as of now."""
    found: set[tuple[bytes, str]] = set()
    for info_class, statement in _FIELDS:
        found |= {(row[0], info_class.value) for row in run(session, statement)}
    for statement in (*_statements(), _ANSWERS):
        found |= {(person, info_class) for person, info_class in run(session, statement) if person is not None}
    counts = {one: sum(info_class == one.value for _, info_class in found) for one in InfoClass}
    counts[InfoClass.PRIVATE] += persons_with_notes(session)
    return IncidentFacts(
        persons=counts[InfoClass.ID],
        protected=counts[InfoClass.LOCATION],
        contacts=run(session, "SELECT count(*) FROM contact").fetchone()[0],
        classes=tuple((one, count) for one, count in counts.items() if count),
        newest_change=_newest_change(session),
        keyring=keyring,
        sheet_proved=get_settings(session).recovery_sheet_proved,
    )


def _statements() -> Iterator[str]:
    """For every table with rows of persons: whose a row is, and its class."""
    for table in Table.metadata.sorted_tables:
        whole = _WHOLE.get(table.name)
        if _CLASS in table.c and table.name != "print_log":
            column = f"t.{_CLASS}"
        elif whole is not None:
            column = f"'{whole.value}'"
        else:
            continue
        owners = _owners(table)
        if owners:
            yield f'SELECT o.mentee, {column} FROM "{table.name}" AS t JOIN ({owners}) AS o ON o.id = t.id'  # noqa: S608


def _owners(table: SqlTable) -> str:
    """A statement of the rows of a table and whose they are; empty where they are nobody's."""
    if "mentee_id" in table.c:
        return f'SELECT id, mentee_id AS mentee FROM "{table.name}"'  # noqa: S608 - names are our own tables'
    ways = []
    for name, parent in parents():
        if name in table.c and (above := _owners(Table.metadata.tables[parent])):
            ways.append(
                f'SELECT c.id, p.mentee FROM "{table.name}" AS c JOIN ({above}) AS p ON p.id = c."{name}"'  # noqa: S608
            )
    return " UNION ".join(ways)


def _newest_change(session: Session) -> date | None:
    """The local day of the last write."""
    at = session.scalar(select(func.max(JournalStepRow.at)))
    return None if at is None else at.astimezone().date()
