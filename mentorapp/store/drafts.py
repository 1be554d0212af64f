"""Drafts: what is typed but not yet saved, kept in the encrypted store and belonging to one form and one mentee."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from .straight import run
from .tables.own import DraftRow

NOBODY = UUID(int=0)
"""The key of a draft whose mentee is not chosen yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    form: str
    mentee_id: UUID | None
    content: Mapping[str, Any]
    changed_at: datetime


def keep_draft(session: Session, form: str, mentee_id: UUID | None, content: Mapping[str, Any]) -> None:
    """Keeps the draft of that form and mentee, in place of the one before."""
    row = _row(session, form, mentee_id)
    text = json.dumps(dict(content), ensure_ascii=False)
    if row is None:
        session.add(DraftRow(form=form, mentee_id=mentee_id or NOBODY, content=text))
    else:
        row.content = text


def get_draft(session: Session, form: str, mentee_id: UUID | None) -> Draft | None:
    """Past the ORM: a page asks for every form on it each time that somebody is opened."""
    row = run(
        session,
        "SELECT content, updated_at FROM draft WHERE form = ? AND mentee_id = ?",
        (form, (mentee_id or NOBODY).bytes),
    ).fetchone()
    if row is None:
        return None
    return Draft(form, mentee_id, json.loads(row[0]), datetime.fromisoformat(row[1]).replace(tzinfo=UTC))


def list_drafts(session: Session) -> tuple[Draft, ...]:
    """All drafts, newest first."""
    return tuple(_draft(row) for row in session.scalars(select(DraftRow).order_by(DraftRow.updated_at.desc())))


def remove_draft(session: Session, form: str, mentee_id: UUID | None) -> None:
    row = _row(session, form, mentee_id)
    if row is not None:
        session.delete(row)


def _row(session: Session, form: str, mentee_id: UUID | None) -> DraftRow | None:
    return session.scalars(
        select(DraftRow).where(DraftRow.form == form, DraftRow.mentee_id == (mentee_id or NOBODY))
    ).first()


def _draft(row: DraftRow) -> Draft:
    mentee_id = None if row.mentee_id == NOBODY else row.mentee_id
    return Draft(row.form, mentee_id, json.loads(row.content), row.updated_at)
