"""Gathers what P22 is made of: a talk about studies, with the studies it is about."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.phases import study_phases
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import EducationSupport, StudyConference, StudyDate, StudyPlan, open_dates
from mentorapp.domain.study_talk_sheet import (
    DateBlock,
    HelperBlock,
    LastTimeBlock,
    PlaceNameBlock,
    StudiesBlock,
    StudyTalkSheet,
    TalkBlock,
)

from .mentees import get_mentee
from .sheet_parts import mentor_block, person_block
from .study_plans import list_study_plans


def gather_study_talk_sheet(session: Session, mentee_id: UUID, conference_id: UUID) -> StudyTalkSheet:
    """The sheet before release. NotFoundError `conference_unknown` for a talk that is not this person's."""
    mentee = get_mentee(session, mentee_id)
    plan, talk = next(
        (
            (plan, one)
            for plan in list_study_plans(session, mentee_id)
            for one in plan.conferences
            if one.id == conference_id
        ),
        (None, None),
    )
    if plan is None or talk is None:
        raise NotFoundError("conference_unknown")
    return StudyTalkSheet(
        person=person_block(mentee),
        mentor=mentor_block(session),
        talk=_talk(talk, mentee),
        studies=_studies(plan, mentee),
        team=tuple(HelperBlock(info_class=InfoClass.EDU, name=one.name, does=one.does) for one in plan.team),
        dates=tuple(_date(one) for one in open_dates(plan.dates) if one.on >= talk.event_date),
        last_time=_last_time(talk, plan),
    )


def next_talk(session: Session, mentee_id: UUID) -> UUID:
    """The nearest talk ahead of a person, else the last that was held. NotFoundError `no_study_talk`."""
    plans = list_study_plans(session, mentee_id)
    ahead = [one for plan in plans if (one := plan.next_conference) is not None]
    if ahead:
        return min(ahead, key=lambda one: (one.event_date, one.id)).id
    held = [one for plan in plans for one in plan.conferences]
    if not held:
        raise NotFoundError("no_study_talk")
    return max(held, key=lambda one: (one.event_date, one.id)).id


def _talk(talk: StudyConference, mentee: Mentee) -> TalkBlock:
    return TalkBlock(
        info_class=InfoClass.EDU,
        on=talk.event_date,
        present=talk.present,
        points=talk.agenda,
        place=_place(talk.place, mentee),
    )


def _studies(plan: StudyPlan, mentee: Mentee) -> StudiesBlock:
    studies: EducationSupport = plan.studies
    return StudiesBlock(
        info_class=InfoClass.EDU,
        course=studies.course,
        level=studies.level,
        pace=studies.pace_percent,
        goal=studies.goal,
        barriers=studies.barriers,
        phases=study_phases(studies.phase, plan.phases),
        school=_place(studies.school, mentee),
    )


def _place(name: str, mentee: Mentee) -> PlaceNameBlock | None:
    """Where a protected person studies or meets says where they are (F 5)."""
    info_class = InfoClass.LOCATION if mentee.is_protected else InfoClass.EDU
    return PlaceNameBlock(info_class=info_class, name=name) if name else None


def _date(one: StudyDate) -> DateBlock:
    return DateBlock(info_class=InfoClass.EDU, on=one.on, kind=one.kind.value, text=one.text)


def _last_time(talk: StudyConference, plan: StudyPlan) -> LastTimeBlock | None:
    """The newest talk before this one at which something was agreed."""
    before = [one for one in plan.conferences if one.agreed and (one.event_date, one.id) < (talk.event_date, talk.id)]
    last = max(before, key=lambda one: (one.event_date, one.id), default=None)
    return LastTimeBlock(info_class=InfoClass.EDU, on=last.event_date, text=last.agreed) if last else None
