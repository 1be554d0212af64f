"""Gathers P24: a case by its alias, every word of it masked; private notes and mood are never read here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.calendar import days_between
from mentorapp.domain.enrolments import Enrolment, EnrolmentStatus
from mentorapp.domain.masking import Masking
from mentorapp.domain.meeting_sheets import QuestionBlock
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.network import OrganisationKind, is_current
from mentorapp.domain.periods import Period
from mentorapp.domain.plans import Commitment, Goal, GoalLevel, Plan, Who
from mentorapp.domain.sharing import Block, InfoClass, Rule, rule_for
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.domain.summary_sheet import TextBlock
from mentorapp.domain.supervision_sheet import (
    BACK_DAYS,
    SUPERVISION,
    CaseBlock,
    GoalBlock,
    PastBlock,
    PromiseBlock,
    StepOfLadderBlock,
    SupervisionSheet,
    age_band,
)
from mentorapp.language import Texts

from .commitments import list_commitments
from .drafts import get_draft
from .enrolments import current_enrolment
from .known_names import masking
from .mentees import get_mentee
from .milestones import list_milestones
from .network import list_links
from .obstacles import list_obstacles
from .plans import get_current_plan
from .stairs_sheets import stair_blocks
from .summary_facts import contacts_block
from .summary_ratings import rating_blocks
from .supervision_facts import studies, totals, work

FORM = "preview.supervision"
"""The mentor's question, and words to hide, are a draft of this form: kept with the person until they are erased or it
is written anew."""

NO_NAME = "word:"
"""An item under this and a word: the mentor has said that the word is no name."""

_DAYS_A_MONTH = 30.44
_SAID_BY_ROLE = frozenset({OrganisationKind.EMPLOYER, OrganisationKind.PRIVATE, OrganisationKind.OTHER})


@dataclass(frozen=True, slots=True)
class Gathering:
    """About whom, and how it is said."""

    session: Session
    mentee: Mentee
    enrolment: Enrolment | None
    plan: Plan | None
    today: date
    masks: Masking
    texts: Texts

    def said(self, text: str) -> str:
        return self.masks.mask(text.strip())

    def weeks(self, day: date) -> int:
        """Whole weeks since then; below 0 for a day to come."""
        return int(days_between(day, self.today) / 7)


def gather_supervision_sheet(
    session: Session, mentee_id: UUID, to: AddresseeBlock, items: Iterable[str], *, texts: Texts
) -> SupervisionSheet:
    """The sheet before release; `items` are what was ticked, among them the words that are no names."""
    shown = [one.removeprefix(NO_NAME) for one in items if one.startswith(NO_NAME)]
    return _sheet(_gathering(session, mentee_id, shown, texts), to)


@dataclass(frozen=True, slots=True)
class Line:
    """Something that can be on the sheet. `ticked` is what has to be ticked to be there (health, social life)."""

    item: str
    words: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose among, and words that may be names and are taken out until somebody says otherwise."""

    lines: tuple[Line, ...]
    doubted: tuple[str, ...]


def list_offer(session: Session, mentee_id: UUID, *, texts: Texts) -> Offer:
    """In the order of the paper."""
    gathering = _gathering(session, mentee_id, (), texts)
    sheet = _sheet(gathering, None)
    blocks = [one for field in fields(sheet) for one in _blocks(getattr(sheet, field.name)) if one.item]
    lines = tuple(
        Line(one.item, words, rule is Rule.TICKED)
        for one in blocks
        if (words := _words(one, texts)) and (rule := _rule(one)) is not Rule.NEVER
    )
    return Offer(lines, tuple(gathering.masks.doubted.values()))


def _rule(block: Block) -> Rule:
    """The hardest of the rules of its classes."""
    (audience,) = SUPERVISION.audiences
    rules = {rule_for(audience, one) for one in {block.info_class, *block.also}}
    return next(one for one in (Rule.NEVER, Rule.TICKED, Rule.ALLOWED) if one in rules)


def _blocks(value: Any) -> tuple[Block, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _words(block: Any, texts: Texts) -> str:
    """What a line is called where it is chosen; what is said by a picture has a name."""
    if isinstance(block, PromiseBlock):
        return str(block.what)
    for name in ("text", "wording", "title"):
        if hasattr(block, name):
            return str(getattr(block, name))
    return texts("supervision.contacts") if block.item == "contacts" else ""


def _gathering(session: Session, mentee_id: UUID, shown: Iterable[str], texts: Texts) -> Gathering:
    enrolment = current_enrolment(session, mentee_id)
    return Gathering(
        session=session,
        mentee=get_mentee(session, mentee_id),
        enrolment=enrolment,
        plan=get_current_plan(session, enrolment.id) if enrolment else None,
        today=session.info["clock"].today(),
        masks=masking(session, texts=texts, more=(_typed(session, mentee_id, "hide"),), shown=shown),
        texts=texts,
    )


def _sheet(case: Gathering, to: AddresseeBlock | None) -> SupervisionSheet:
    session, mentee_id = case.session, case.mentee.id
    period = Period(case.today - timedelta(days=BACK_DAYS), case.today)
    return SupervisionSheet(
        to=to,
        case=_case(case),
        question=_question(case),
        ladder=tuple(_ladder(case)),
        goals=tuple(_goals(case)),
        done=tuple(_done(case, period)),
        contacts=contacts_block(session, mentee_id, period),
        work=work(case.session, mentee_id, case.masks, case.today, case.texts),
        studies=studies(case.session, mentee_id, case.masks, case.texts),
        around=tuple(_around(case)),
        obstacles=tuple(
            TextBlock(info_class=one.info_class, item=f"obstacle:{one.id}", text=case.said(one.text))
            for one in list_obstacles(session, mentee_id)
            if one.is_open
        ),
        promises=tuple(_promises(case)),
        ratings=tuple(
            replace(one, title=case.said(one.title))
            for one in rating_blocks(session, mentee_id, case.today, case.texts.language)
        ),
        totals=totals(session, case.mentee, case.today, case.texts.language),
    )


def _case(case: Gathering) -> CaseBlock:
    started = case.enrolment.started_on if case.enrolment else None
    months = None if started is None else int(days_between(started, case.today) / _DAYS_A_MONTH)
    return CaseBlock(
        info_class=InfoClass.PRESENCE,
        alias=case.said(case.mentee.display_alias),
        band=age_band(case.mentee.age(case.today)),
        months=months,
    )


def _typed(session: Session, mentee_id: UUID, name: str) -> str:
    draft = get_draft(session, FORM, mentee_id)
    return str(draft.content.get(name, "")) if draft else ""


def _question(case: Gathering) -> QuestionBlock | None:
    asked = case.said(_typed(case.session, case.mentee.id, "question"))
    return QuestionBlock(info_class=InfoClass.PLAN, text=asked) if asked else None


def _ladder(case: Gathering) -> Iterator[StepOfLadderBlock]:
    if case.enrolment is None or case.enrolment.status is EnrolmentStatus.CLOSED:
        return
    for one in stair_blocks(case.session, case.enrolment, case.texts.language):
        last = one.last or case.today
        yield StepOfLadderBlock(
            info_class=one.info_class,
            number=one.number,
            name=one.name,
            state=one.state,
            weeks=None if one.first is None else days_between(one.first, last) // 7 + 1,
        )


def _goals(case: Gathering) -> Iterator[GoalBlock]:
    plan = case.plan
    for goal in (*plan.main_goals[:1], *plan.goals_in_order) if plan else ():
        yield _goal(case, goal)


def _goal(case: Gathering, goal: Goal) -> GoalBlock:
    following = next((step.text for step in goal.steps if not step.is_done), "")
    return GoalBlock(
        info_class=goal.info_class,
        item=f"goal:{goal.id}",
        wording=case.said(goal.wording),
        main=goal.level is GoalLevel.MAIN,
        done=goal.steps_done,
        steps=len(goal.steps),
        next_step=case.said(following),
    )


def _done(case: Gathering, period: Period) -> Iterator[PastBlock]:
    """Steps and milestones, the newest first."""
    found = [
        (on, goal.info_class, f"step:{step.id}", step.text)
        for goal in (case.plan.goals if case.plan else ())
        for step in goal.steps
        if (on := step.done_on) is not None
    ]
    for one in list_milestones(case.session, case.mentee.id):
        if one.mentee_wants_shown:
            text = one.note or one.kind_other or case.texts(f"codes.milestone_kind_{one.kind.value}")
            found.append((one.event_date, one.info_class, f"milestone:{one.id}", text))
    for on, info_class, item, text in sorted(found, key=lambda one: one[0], reverse=True):
        if period.first <= on <= case.today:
            yield PastBlock(info_class=info_class, item=item, text=case.said(text), weeks=case.weeks(on))


def _around(case: Gathering) -> Iterator[TextBlock]:
    """Roles, and what kind of place they come from; nobody by name."""
    seen = set()
    for link in list_links(case.session, case.mentee.id):
        if not is_current(link, case.mentee.age(case.today), case.today):
            continue
        place = link.organisation or (link.contact.organisation if link.contact else None)
        said = [case.texts(f"codes.network_role_{link.role.value}")]
        if place is not None and place.kind not in _SAID_BY_ROLE:
            said.append(case.texts(f"codes.organisation_kind_{place.kind.value}"))
        words = " · ".join(said)
        if (words, link.info_class) not in seen:
            seen.add((words, link.info_class))
            yield TextBlock(info_class=link.info_class, item=f"link:{link.id}", text=words)


def _promises(case: Gathering) -> Iterator[PromiseBlock]:
    roles = {link.contact_id: link.role for link in list_links(case.session, case.mentee.id) if link.contact_id}
    open_ones = list_commitments(case.session, case.enrolment.id, open_only=True) if case.enrolment else ()
    for one in open_ones:
        yield PromiseBlock(
            info_class=one.info_class,
            item=f"commitment:{one.id}",
            who=one.who,
            role=_role(one, roles, case.texts),
            what=case.said(one.what),
            weeks=None if one.by is None else -case.weeks(one.by),
        )


def _role(one: Commitment, roles: Any, texts: Texts) -> str:
    role = roles.get(one.contact_id) if one.contact_id else None
    return texts(f"codes.network_role_{role.value}") if one.who is Who.CONTACT and role is not None else ""
