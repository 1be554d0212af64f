"""Gathers P25: level and week, last contact, next step and what to think of, of everybody who is enrolled."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.calendar import days_between
from mentorapp.domain.case_list_sheet import (
    CLASS_OF_RULE,
    CaseListSheet,
    CaseRowBlock,
    ContactCellBlock,
    LevelCellBlock,
)
from mentorapp.domain.enrolments import EnrolmentStatus, Pause
from mentorapp.domain.masking import Masking
from mentorapp.domain.plans import Plan
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.sharing import Audience, InfoClass, rule_for
from mentorapp.domain.sharing import Rule as Needs
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.domain.stays import level_week
from mentorapp.domain.summary_sheet import TextBlock
from mentorapp.language import Texts, short_date
from mentorapp.language.reminder_words import date_chip, watch_chip

from .known_names import masking
from .overviews import MenteeLine, list_lines
from .plans import get_current_plan
from .rests import read_rests
from .stairs_sheets import next_of
from .supervision_sheets import NO_NAME, Line, Offer
from .today import Day, read_day

_ENROLLED = frozenset({EnrolmentStatus.ACTIVE, EnrolmentStatus.AFTER_SUPPORT, EnrolmentStatus.PAUSED})
_PERSON = "person:"
_FREE = frozenset(one for one in InfoClass if rule_for(Audience.SUPERVISION, one) is Needs.ALLOWED)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the rows are made of, each read once for all."""

    session: Session
    day: Day
    flags: Mapping[UUID, list[tuple[Rule, str]]]
    rests: Mapping[UUID, tuple[Pause, ...]]
    masks: Masking
    texts: Texts


def gather_case_list(session: Session, to: AddresseeBlock, items: Iterable[str], *, texts: Texts) -> CaseListSheet:
    """The list before release, by level; `items` are what was ticked, among them words that are no names."""
    shown = [one.removeprefix(NO_NAME) for one in items if one.startswith(NO_NAME)]
    reading = _reading(session, texts, shown)
    return CaseListSheet(to=to, rows=tuple(_row(reading, line) for line in _enrolled(session)))


def list_case_offer(session: Session, *, texts: Texts) -> Offer:
    """Whom to leave out, with the name that the paper never says; and what has to be ticked to be there."""
    reading = _reading(session, texts, ())
    names = {line.mentee_id: line.full_name for line in _enrolled(session)}
    lines: list[Line] = []
    for line in _enrolled(session):
        row = _row(reading, line)
        lines.append(Line(row.item, f"{row.alias} · {names[line.mentee_id]}", ticked=False))
        parts = [row.first, *row.flags]
        lines += [
            Line(one.item, f"{row.alias}: {one.text}", ticked=True)
            for one in parts
            if one is not None and _needs_a_tick(one.info_class)
        ]
    return Offer(tuple(lines), tuple(reading.masks.doubted.values()))


def _enrolled(session: Session) -> list[MenteeLine]:
    """Those with an enrolment that goes on, by level and how long they have been there."""
    found = [line for line in list_lines(session) if line.status in _ENROLLED]
    return sorted(found, key=lambda one: (one.place.order or 0, one.place.since is None, one.place.since, one.alias))


def _reading(session: Session, texts: Texts, shown: Iterable[str]) -> _Reading:
    day = read_day(session)
    return _Reading(
        session, day, _flags(day, texts), read_rests(session), masking(session, texts=texts, shown=shown), texts
    )


def _flags(day: Day, texts: Texts) -> Mapping[UUID, list[tuple[Rule, str]]]:
    """By person, in the order of Idag, each said once."""
    found: dict[UUID, list[tuple[Rule, str]]] = {}
    for mentee_id, rule, words in _said(day, texts):
        known = found.setdefault(mentee_id, [])
        if (rule, words) not in known:
            known.append((rule, words))
    return found


def _said(day: Day, texts: Texts) -> Iterator[tuple[UUID, Rule, str]]:
    """As the chips of the list say it: without names and without values."""
    for silence in day.silences():
        yield silence.person.mentee_id, Rule.SILENCE, texts("case_list.silence")
    for promise in day.promises_due():
        by = promise.commitment.by
        if by is not None and by < day.today:
            yield promise.person.mentee_id, Rule.PROMISE, texts("case_list.promise")
    for phase in day.phases_ending():
        yield phase.person.mentee_id, Rule.PHASE, texts("case_list.phase")
    for review in day.reviews_due():
        yield review.person.mentee_id, Rule.REVIEW, texts("case_list.review")
    for one in (*day.follow_ups, *day.dates):
        yield one.person.mentee_id, one.rule, date_chip(texts, one)
    for watch in day.watches:
        yield watch.person.mentee_id, watch.rule, watch_chip(texts, watch)


def _row(reading: _Reading, line: MenteeLine) -> CaseRowBlock:
    plan = get_current_plan(reading.session, line.enrolment_id) if line.enrolment_id else None
    first = _step(reading, plan, frozenset(InfoClass))
    return CaseRowBlock(
        info_class=InfoClass.PLAN,
        item=f"{_PERSON}{line.mentee_id}",
        mentee_id=line.mentee_id,
        alias=reading.masks.mask(line.alias),
        level=_level(reading, line),
        contact=_contact(reading, line),
        first=first if first and _needs_a_tick(first.info_class) else None,
        step=first if first and not _needs_a_tick(first.info_class) else _step(reading, plan, _FREE),
        flags=tuple(
            TextBlock(info_class=CLASS_OF_RULE[rule], item=f"flag:{rule.value}:{line.mentee_id}", text=words)
            for rule, words in reading.flags.get(line.mentee_id, ())
        ),
    )


def _level(reading: _Reading, line: MenteeLine) -> LevelCellBlock:
    place = line.place
    rests = reading.rests.get(line.enrolment_id, ()) if line.enrolment_id else ()
    week = 0 if place.since is None else level_week(place.since, reading.day.today, rests)
    name = place.name_sv if reading.texts.language == "sv" else place.name_en or place.name_sv
    return LevelCellBlock(
        info_class=InfoClass.PLAN,
        status=line.status.value if line.status else "",
        order=place.order or 0,
        name=name,
        week=week,
    )


def _contact(reading: _Reading, line: MenteeLine) -> ContactCellBlock:
    last = line.last_contact_on
    return ContactCellBlock(
        info_class=InfoClass.PRESENCE,
        days=None if last is None else days_between(last, reading.day.today),
        kind=line.last_contact_kind.value if line.last_contact_kind else "",
        next_on=line.next_on,
    )


def _needs_a_tick(info_class: InfoClass) -> bool:
    return rule_for(Audience.SUPERVISION, info_class) is Needs.TICKED


def _step(reading: _Reading, plan: Plan | None, classes: frozenset[InfoClass]) -> TextBlock | None:
    following = next_of(plan, classes)
    if following is None:
        return None
    info_class, step = following
    text = reading.masks.mask(step.text)
    if step.due is not None:
        text = reading.texts("case_list.step_due", step=text, day=short_date(reading.texts, step.due))
    return TextBlock(info_class=info_class, item=f"next:{step.id}", text=text)
