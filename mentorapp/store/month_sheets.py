"""Gathers what P12 says of one person: level, the month, what is next, and what waits for the caseworker."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Enrolment, StepState
from mentorapp.domain.month_sheet import MonthSheet, month_of
from mentorapp.domain.plans import Goal, Plan
from mentorapp.domain.record_sheet import FactBlock
from mentorapp.domain.sharing import Block, InfoClass
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.language import Texts, full_date, short_date

from .commitments import list_commitments
from .enrolments import current_enrolment, staircase_of
from .meeting_state import next_meeting
from .mentees import get_mentee
from .plans import get_current_plan
from .sheet_parts import mentor_block, person_block
from .summary_facts import contacts_block, income_blocks, placement_blocks, study_blocks
from .summary_since import Since

_C = InfoClass


def gather_month_sheet(
    session: Session, mentee_id: UUID, contact_id: UUID | None, to: AddresseeBlock, month: date, *, texts: Texts
) -> MonthSheet:
    """The sheet of one person before release."""
    mentee = get_mentee(session, mentee_id)
    today = session.info["clock"].today()
    enrolment = current_enrolment(session, mentee_id)
    plan = get_current_plan(session, enrolment.id) if enrolment else None
    since = Since(
        session=session, mentee=mentee, enrolment=enrolment, period=month_of(month, today), today=today, words={},
        texts=texts,
    )  # fmt: skip
    facts = (
        *_level(since),
        *_contacts(since),
        *_steps(plan, since),
        *_around(since),
        *_next(plan, since),
        *_waiting(enrolment, contact_id, since),
        *_meeting(since),
    )
    return MonthSheet(
        to=to, mentor=mentor_block(session, about=contact_id), person=person_block(mentee), facts=tuple(facts)
    )


def _fact(texts: Texts, label: str, value: str, info_class: InfoClass, item: str = "") -> FactBlock:
    return FactBlock(info_class=info_class, item=item, label=texts(f"month.{label}"), value=value)


def _like(texts: Texts, label: str, value: str, block: Block) -> FactBlock:
    """A fact with every class that the block carries."""
    return FactBlock(
        info_class=block.info_class, also=block.also, outward=block.outward, about=block.about, item=block.item,
        label=texts(f"month.{label}"), value=value,
    )  # fmt: skip


def _level(since: Since) -> Iterator[FactBlock]:
    if since.enrolment is None:
        return
    for one in staircase_of(since.session, since.enrolment):
        if one.state is StepState.HERE:
            said = one.level.name(since.texts.language)
            if one.since:
                said = since.texts("month.level_since", level=said, day=full_date(since.texts, one.since))
            yield _fact(since.texts, "level", said, _C.PLAN, "level")


def _contacts(since: Since) -> Iterator[FactBlock]:
    """Kind by kind and never together: a total would tell of a kind that is not there."""
    block = contacts_block(since.session, since.mentee.id, since.period)
    for one in block.counts if block else ():
        key = "codes.attendance_no_show" if one.kind == "no_show" else f"codes.session_kind_{one.kind}"
        yield _like(since.texts, "contacts", f"{since.texts(key)} {one.count}", one)


def _steps(plan: Plan | None, since: Since) -> Iterator[FactBlock]:
    for goal in plan.goals if plan else ():
        for step in goal.steps:
            if step.done_on and since.period.first <= step.done_on <= since.period.last:
                said = f"{step.text}, {short_date(since.texts, step.done_on)}"
                yield _fact(since.texts, "done", said, goal.info_class, f"step:{step.id}")


def _around(since: Since) -> Iterator[FactBlock]:
    texts = since.texts
    for placed in placement_blocks(since):
        said = " ".join(part for part in (f"{texts(f'codes.placement_type_{placed.type}')}.", placed.text) if part)
        yield _like(texts, "work", said, placed)
        if placed.place:
            yield _like(texts, "workplace", placed.place.name, placed.place)
    for studied in study_blocks(since):
        yield _like(texts, "studies", studied.text, studied)
        if studied.place:
            yield _like(texts, "school", studied.place.name, studied.place)
    for income in income_blocks(since):
        yield _like(texts, "income", income.text, income)


def _next(plan: Plan | None, since: Since) -> Iterator[FactBlock]:
    """Of each goal the first step that is ahead, those with the nearest day first."""
    ahead = [found for goal in (plan.active_goals if plan else ()) if (found := _first(goal)) is not None]
    ahead.sort(key=lambda one: (one[1] is None, one[1] or date.max))
    for goal, due, text, item in ahead:
        said = f"{text}, {short_date(since.texts, due)}" if due else text
        yield _fact(since.texts, "next", said, goal.info_class, item)


def _first(goal: Goal) -> tuple[Goal, date | None, str, str] | None:
    step = next((one for one in goal.steps if not one.is_done), None)
    return None if step is None else (goal, step.due, step.text, f"step:{step.id}")


def _waiting(enrolment: Enrolment | None, contact_id: UUID | None, since: Since) -> Iterator[FactBlock]:
    """What the caseworker has taken on."""
    for one in list_commitments(since.session, enrolment.id, open_only=True) if enrolment else ():
        if contact_id is not None and one.contact_id == contact_id:
            said = f"{one.what}, {short_date(since.texts, one.by)}" if one.by else one.what
            yield _fact(since.texts, "yours", said, one.info_class, f"commitment:{one.id}")


def _meeting(since: Since) -> Iterator[FactBlock]:
    meeting = next_meeting(since.session, since.mentee.id)
    if meeting:
        yield _fact(since.texts, "meeting", full_date(since.texts, meeting.event_date), _C.PRESENCE, "meeting")
