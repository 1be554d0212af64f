"""Whose name has changed lately: for the reminder in the list, so that nobody is called by the name before."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from .tables.mentees import FormerNameRow

_FORMER = cast("Any", FormerNameRow.__table__)


def list_renamed(session: Session, since: date) -> frozenset[UUID]:
    """Those who bore another name until some day from `since` on."""
    return frozenset(session.scalars(select(_FORMER.c.mentee_id).where(_FORMER.c.until >= since)))
