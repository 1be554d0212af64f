"""The blocks that every print about a person begins with, from the store."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Mentee
from mentorapp.domain.plans import Commitment, Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import DoerBlock, MentorBlock, PersonBlock

from .profile import get_profile


def doer_block(one: Commitment, mentee: Mentee) -> DoerBlock | None:
    """The mentee by name as the one who does it; None where it is somebody else."""
    return DoerBlock(info_class=InfoClass.ID, name=mentee.preferred_name) if one.who is Who.MENTEE else None


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
