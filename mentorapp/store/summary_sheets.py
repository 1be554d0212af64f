"""Gathers P02: what has happened since the meeting before. SRS and private notes are never read here."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meeting_sheets import QuestionBlock, WhenBlock
from mentorapp.domain.meetings import Meeting, MeetingStatus
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.plans import Commitment, Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.domain.summary_sheet import (
    PROPOSAL,
    PROPOSAL_CLASSES,
    DoneBlock,
    LevelBlock,
    OpenPromiseBlock,
    PeriodBlock,
    SummarySheet,
    TextBlock,
    since_last,
)
from mentorapp.language import Texts

from .commitments import list_commitments
from .enrolments import current_enrolment
from .meeting_papers import list_wordings
from .meetings import get_meeting, list_meetings
from .mentees import get_mentee
from .milestones import list_milestones
from .obstacles import list_obstacles
from .plans import get_current_plan
from .profile import get_profile
from .sheet_parts import doer_block, mentor_block, person_block
from .stairs_sheets import stair_blocks
from .summary_facts import contacts_block, income_blocks, placement_blocks, study_blocks
from .summary_ratings import ors_trend, rating_blocks
from .summary_since import Since

_RULES_AND_WAITING = frozenset({ObstacleKind.RULES, ObstacleKind.WAITING})
"""Obstacles that another authority can do something about (P30)."""


def gather_summary_sheet(session: Session, meeting_id: UUID, to: AddresseeBlock, *, texts: Texts) -> SummarySheet:
    """The summary before release."""
    meeting = get_meeting(session, meeting_id)
    since = _since(session, meeting, texts)
    mentee_id = since.mentee.id
    return SummarySheet(
        to=to,
        mentor=mentor_block(session, about=meeting.id),
        person=person_block(since.mentee),
        when=_when(meeting),
        period=PeriodBlock(info_class=InfoClass.PLAN, first=since.period.first, last=since.period.last),
        level=_level(since),
        steps=_steps(since),
        milestones=_milestones(since),
        contacts=contacts_block(session, mentee_id, since.period),
        placements=placement_blocks(since),
        studies=study_blocks(since),
        incomes=income_blocks(since),
        raised=_raised(meeting, since),
        ratings=rating_blocks(session, mentee_id, since.period.last, texts.language),
        trend=ors_trend(session, since.mentee, since.period.last, texts.language),
        promises=_promises(since),
        obstacles=_obstacles(since),
        proposals=_proposals(since),
    )


def _since(session: Session, meeting: Meeting, texts: Texts) -> Since:
    today = session.info["clock"].today()
    held = [
        one.event_date
        for one in list_meetings(session, meeting.mentee_id)
        if one.status is MeetingStatus.HELD and one.event_date < meeting.event_date and one.id != meeting.id
    ]
    enrolment = current_enrolment(session, meeting.mentee_id)
    return Since(
        session=session,
        mentee=get_mentee(session, meeting.mentee_id),
        enrolment=enrolment,
        period=since_last(
            max(held, default=None), enrolment.started_on if enrolment else None, meeting.event_date, today
        ),
        today=today,
        words=list_wordings(session, meeting.id),
        texts=texts,
    )


def _when(meeting: Meeting) -> WhenBlock:
    return WhenBlock(
        info_class=InfoClass.PRESENCE, about=meeting.id, invitation=True, on=meeting.event_date, at=meeting.start_time,
        minutes=None, form=meeting.form.value, where=None,
    )  # fmt: skip


def _level(since: Since) -> LevelBlock | None:
    if since.enrolment is None:
        return None
    stairs = stair_blocks(since.session, since.enrolment, since.texts.language)
    return LevelBlock(info_class=InfoClass.PLAN, item="level", stairs=stairs) if stairs else None


def _steps(since: Since) -> tuple[DoneBlock, ...]:
    plan = get_current_plan(since.session, since.enrolment.id) if since.enrolment else None
    found = [
        DoneBlock(info_class=goal.info_class, item=(key := f"step:{step.id}"), text=since.said(key, step.text), on=on)
        for goal in (plan.goals if plan else ())
        for step in goal.steps
        if (on := step.done_on) is not None and since.period.first <= on <= since.period.last
    ]
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def _milestones(since: Since) -> tuple[DoneBlock, ...]:
    return tuple(
        DoneBlock(
            info_class=one.info_class,
            item=(key := f"milestone:{one.id}"),
            text=since.said(key, one.note or one.kind_other or since.texts(f"codes.milestone_kind_{one.kind.value}")),
            on=one.event_date,
        )
        for one in list_milestones(since.session, since.mentee.id)
        if one.mentee_wants_shown and since.period.first <= one.event_date <= since.period.last
    )


def _raised(meeting: Meeting, since: Since) -> QuestionBlock | None:
    if not meeting.wants_raised.strip():
        return None
    return QuestionBlock(info_class=InfoClass.PLAN, item="wants", text=since.said("wants", meeting.wants_raised))


def _promises(since: Since) -> tuple[OpenPromiseBlock, ...]:
    if since.enrolment is None:
        return ()
    mentor = get_profile(since.session).first_name
    return tuple(
        OpenPromiseBlock(
            info_class=one.info_class,
            item=(key := f"commitment:{one.id}"),
            who=_who(one, since.texts, mentor),
            doer=doer_block(one, since.mentee),
            what=since.said(key, one.what),
            by=one.by,
        )
        for one in list_commitments(since.session, since.enrolment.id, open_only=True)
    )


def _who(one: Commitment, texts: Texts, mentor: str) -> str:
    return {Who.MENTEE: texts("papers.the_mentee"), Who.MENTOR: mentor, Who.CONTACT: one.who_name}[
        one.who
    ] or one.who_name


def _obstacles(since: Since) -> tuple[TextBlock, ...]:
    return tuple(
        TextBlock(info_class=one.info_class, item=(key := f"obstacle:{one.id}"), text=since.said(key, one.text))
        for one in list_obstacles(since.session, since.mentee.id)
        if one.is_open and one.kind in _RULES_AND_WAITING
    )


def _proposals(since: Since) -> tuple[TextBlock, ...]:
    """The mentor's own: a wording of the meeting for each class that was written in."""
    return tuple(
        TextBlock(info_class=one, item=key, text=since.words[key])
        for one in PROPOSAL_CLASSES
        if (key := f"{PROPOSAL}{one.value}") in since.words
    )
