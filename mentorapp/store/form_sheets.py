"""Gathers what P04 is made of: a version of a form, of which nobody has filled in anything."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.form_sheet import FormSheet, form_sheet

from .scale_definitions import list_versions


def gather_form_sheet(session: Session, definition_id: UUID, *, language: str) -> FormSheet:
    """NotFoundError `scale_unknown`; InputError `form_never_printed` for an instrument of somebody else's."""
    found = next((one for one in list_versions(session) if one.id == definition_id), None)
    if found is None:
        raise NotFoundError("scale_unknown")
    return form_sheet(found, language)
