"""Coming back: a new enrolment that brings along how the person came, the target group and what the mapping knows."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Enrolment, EnrolmentStatus, target_group_on
from mentorapp.domain.errors import InputError
from mentorapp.domain.lists import WordList
from mentorapp.domain.sharing import InfoClass

from .enrolments import add_enrolment, change_enrolment, change_level, get_enrolment
from .hidden_classes import hidden_for
from .mappings import prefill_from
from .programmes import get_programme
from .referrals import change_referral
from .target_groups import list_target_groups, set_target_group
from .word_lists import list_words


def re_enrol(session: Session, earlier_id: UUID, started_on: date, *, programme_id: UUID | None = None) -> UUID:
    """A new period after one that was closed, in the same programme or another, on its first level.

    Referral, criteria and target group come along; notes stay where they are, plan and consents begin anew (F1).
    What the youth duty alone lets nobody write down stays behind.
    """
    earlier = get_enrolment(session, earlier_id)
    if earlier.status is not EnrolmentStatus.CLOSED or earlier.closed_on is None:
        raise InputError("programme", "enrolment_still_open")
    if started_on < earlier.closed_on:
        raise InputError("started_on", "start_before_earlier_end")
    programme = get_programme(session, programme_id or earlier.programme_id)
    new = add_enrolment(
        session,
        earlier.mentee_id,
        programme.id,
        started_on=started_on,
        referral=earlier.referral,
        mentor_name=earlier.mentor_name,
    )
    _bring_criteria(session, earlier, new)
    group = target_group_on(list_target_groups(session, earlier_id), earlier.closed_on)
    if group:
        set_target_group(session, new, group, started_on)
    if programme.levels:
        change_level(session, new, programme.levels[0].id, started_on)
    prefill_from(session, earlier_id, new)
    return new


def _bring_criteria(session: Session, earlier: Enrolment, new: UUID) -> None:
    hidden = hidden_for(session, earlier.mentee_id)
    classes = {word.code: word.info_class for word in list_words(session, WordList.CRITERION, all_=True)}
    change_enrolment(session, new, criteria=[one for one in earlier.criteria if classes.get(one) not in hidden])
    if InfoClass.SOCIAL in hidden:
        change_referral(session, new, reason_text="")
