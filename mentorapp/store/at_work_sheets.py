"""Gathers P03 for an employer: the placement at their own place, by first name."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.at_work_sheet import AtWorkSheet, PlacementFactsBlock
from mentorapp.domain.lists import WordList
from mentorapp.domain.meeting_sheets import WhenBlock
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.placements import Placement, ToldBy
from mentorapp.domain.sharing import InfoClass, Recipient
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.domain.summary_sheet import TextBlock
from mentorapp.language import Texts
from mentorapp.language.numbers import plain

from .adaptations import list_adaptations
from .enrolments import current_enrolment
from .meeting_papers import list_wordings
from .meetings import get_meeting
from .mentees import get_mentee
from .placements import list_placements
from .plans import get_current_plan
from .sheet_parts import mentor_block, person_block
from .word_lists import get_word


def gather_at_work_sheet(
    session: Session, mentee_id: UUID, recipient: Recipient, to: AddresseeBlock, meeting_id: UUID | None, *,
    texts: Texts,
) -> AtWorkSheet:  # fmt: skip
    """The sheet before release; a workplace where the person has not been gets nothing but when and where to meet."""
    meeting = get_meeting(session, meeting_id) if meeting_id else None
    words = list_wordings(session, meeting_id) if meeting_id else {}
    placement = _own(session, mentee_id, recipient)
    return AtWorkSheet(
        to=to,
        mentor=mentor_block(session, about=to.about),
        person=replace(person_block(get_mentee(session, mentee_id)), family_name=""),
        when=_when(meeting) if meeting else None,
        facts=_facts(session, placement, texts) if placement else None,
        tasks=_text(placement, "tasks", placement.tasks, words) if placement else None,
        instructions=_text(placement, "instructions", _instruction(session, placement, texts), words)
        if placement
        else None,
        needs=_needs(session, placement, words) if placement else (),
        known=_known(placement, words) if placement else None,
        goals=_goals(session, mentee_id, placement, words) if placement else (),
    )


def _own(session: Session, mentee_id: UUID, recipient: Recipient) -> Placement | None:
    """The one that goes on there, else the newest."""
    today = session.info["clock"].today()
    there = [one for one in list_placements(session, mentee_id) if one.workplace_id in recipient.own]
    return next((one for one in there if one.is_open(today)), there[0] if there else None)


def _when(meeting: Meeting) -> WhenBlock:
    return WhenBlock(
        info_class=InfoClass.PRESENCE, about=meeting.id, invitation=True, on=meeting.event_date, at=meeting.start_time,
        minutes=None, form=meeting.form.value, where=None,
    )  # fmt: skip


def _facts(session: Session, one: Placement, texts: Texts) -> PlacementFactsBlock:
    hours = one.hours_on(min(one.to_date or session.info["clock"].today(), session.info["clock"].today()))
    hours = hours if hours is not None or not one.hours else one.hours[0].hours_per_week
    return PlacementFactsBlock(
        info_class=InfoClass.WORK,
        about=one.workplace_id,
        item=f"placement:{one.id}",
        type=one.type.value,
        first=one.from_date,
        last=one.to_date or one.planned_to,
        hours="" if hours is None else texts("summary.hours", hours=plain(texts, hours)),
        schedule=one.schedule,
    )


def _text(one: Placement, kind: str, text: str, words: Mapping[str, str]) -> TextBlock | None:
    item = f"{kind}:{one.id}"
    said = words.get(item, text).strip()
    return TextBlock(info_class=InfoClass.WORK, about=one.workplace_id, item=item, text=said) if said else None


def _instruction(session: Session, one: Placement, texts: Texts) -> str:
    """How it is best told, in the words of the list."""
    code = one.instruction_form
    return get_word(session, WordList.INSTRUCTION, code).name(texts.language) if code else ""


def _needs(session: Session, one: Placement, words: Mapping[str, str]) -> tuple[TextBlock, ...]:
    return tuple(
        TextBlock(
            info_class=InfoClass.WORK, about=one.workplace_id, item=(key := f"adaptation:{each.id}"),
            text=words.get(key, each.text),
        )
        for each in list_adaptations(session, one.id)
        if each.ended_on is None
    )  # fmt: skip


def _known(one: Placement, words: Mapping[str, str]) -> TextBlock | None:
    """The mentee's own words for what the workplace may know, once somebody has told it: never the first time here."""
    return _text(one, "known", one.disclosure_words, words) if one.disclosure_told_by is not ToldBy.NOBODY else None


def _goals(session: Session, mentee_id: UUID, one: Placement, words: Mapping[str, str]) -> tuple[TextBlock, ...]:
    """Each ticked for itself every time, whatever else is agreed (D.2)."""
    enrolment = current_enrolment(session, mentee_id)
    plan = get_current_plan(session, enrolment.id) if enrolment else None
    return tuple(
        TextBlock(
            info_class=goal.info_class,
            also=frozenset({InfoClass.PLAN}),
            workplace_relevant=goal.workplace_relevant,
            about=one.workplace_id,
            item=(key := f"goal:{goal.id}"),
            text=words.get(key, goal.wording),
        )
        for goal in (plan.active_goals if plan else ())
        if goal.workplace_relevant
    )
