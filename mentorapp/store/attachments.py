"""Verbs on files kept in the encrypted store (P28). Bytes are written once and read on their own, one file at a time.

A file that is removed leaves every list; its bytes go when the person is erased.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.attachments import bare_name, check_size, media_type_of
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.routines import Attachment
from mentorapp.domain.sharing import InfoClass

from .births import birth_of
from .routines import get_routine_row
from .tables import value_of
from .tables.milestones import AttachmentContentRow, AttachmentRow


def add_attachment(
    session: Session,
    mentee_id: UUID,
    name: str,
    content: bytes,
    *,
    routine_item_id: UUID | None = None,
    info_class: InfoClass | None = None,
) -> UUID:
    """Keeps a file under its name. Its class is that of the item it belongs to, else WORK. InputError `file`."""
    birth_of(session, mentee_id)
    check_size(len(content))
    item = None if routine_item_id is None else get_routine_row(session, routine_item_id)
    kept = AttachmentContentRow(mentee_id=mentee_id, content=content)
    session.add(kept)
    session.flush()
    row = AttachmentRow(
        mentee_id=mentee_id,
        name=wording.line("file", bare_name(name), required=True),
        media_type=media_type_of(content),
        size=len(content),
        added_on=session.info["clock"].today(),
        info_class=info_class or (InfoClass.WORK if item is None else item.info_class),
        routine_item_id=routine_item_id,
        content_id=kept.id,
    )
    session.add(row)
    session.flush()
    return row.id


def set_attachment_class(session: Session, attachment_id: UUID, info_class: InfoClass) -> None:
    """What a file is about, and so who may ever see it."""
    attachment_row(session, attachment_id).info_class = info_class


def remove_attachment(session: Session, attachment_id: UUID) -> None:
    """Takes it out of every list as of today; undo brings it back."""
    attachment_row(session, attachment_id).removed_on = session.info["clock"].today()


def get_attachment(session: Session, attachment_id: UUID) -> Attachment:
    return value_of(Attachment, attachment_row(session, attachment_id))


def list_attachments(session: Session, mentee_id: UUID) -> tuple[Attachment, ...]:
    """The files of a person that are not removed, oldest first; without their bytes."""
    query = select(AttachmentRow).where(AttachmentRow.mentee_id == mentee_id, AttachmentRow.removed_on.is_(None))
    return tuple(value_of(Attachment, row) for row in session.scalars(query.order_by(AttachmentRow.id)))


def read_attachment(session: Session, attachment_id: UUID) -> bytes:
    """The bytes of a file."""
    return session.get_one(AttachmentContentRow, attachment_row(session, attachment_id).content_id).content


def attachment_row(session: Session, attachment_id: UUID) -> AttachmentRow:
    row = session.get(AttachmentRow, attachment_id)
    if row is None:
        raise NotFoundError("attachment_unknown")
    return row
