"""The blocks that every print about a person begins with, from the store."""

from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Mentee
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock

from .profile import get_profile


def person_block(mentee: Mentee) -> PersonBlock:
    return PersonBlock(info_class=InfoClass.ID, preferred_name=mentee.preferred_name, family_name=mentee.family_name)


def mentor_block(session: Session) -> MentorBlock:
    profile = get_profile(session)
    return MentorBlock(
        info_class=InfoClass.PLAN, name=profile.name, title=profile.title, unit=profile.unit, phone=profile.phone
    )
