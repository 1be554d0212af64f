"""The blocks that every print about a person begins with, from the store."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Mentee
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock

from .profile import get_profile


def person_block(mentee: Mentee) -> PersonBlock:
    return PersonBlock(info_class=InfoClass.ID, preferred_name=mentee.preferred_name, family_name=mentee.family_name)


def mentor_block(session: Session, about: UUID | None = None) -> MentorBlock:
    """`about` is the recipient or the meeting, on papers for others: who the mentor is, is no news to them."""
    profile = get_profile(session)
    return MentorBlock(
        info_class=InfoClass.PRESENCE if about else InfoClass.PLAN,
        about=about,
        invitation=about is not None,
        name=profile.name,
        title=profile.title,
        unit=profile.unit,
        phone=profile.phone,
    )
