"""Gathers what "Allt på en gång" on paper is made of: a year back and some months ahead."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.calendar import add_months
from mentorapp.domain.closing import incomes_on
from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.lanes_sheet import AxisBlock, ContactsBlock, LanesSheet, LivedOnBlock, PeriodBlock, SpanBlock
from mentorapp.domain.livelihood import income_gaps, paid
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.placements import percent_of
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import EducationSupport
from mentorapp.domain.support import IncomePeriod, IncomeState, InterventionState, ParallelIntervention
from mentorapp.language import Texts

from .closings import get_closure
from .enrolments import current_enrolment
from .lanes import LaneFacts, PlacementAt, read_lanes
from .mentees import get_mentee
from .profile import get_profile
from .programmes import get_programme
from .sheet_parts import mentor_block, person_block

_BACK, _AHEAD = 12, 3
_OVER = frozenset({InterventionState.ENDED, InterventionState.REFUSED})
_THERE = frozenset({InterventionState.GRANTED, InterventionState.ONGOING, InterventionState.ENDED})


def gather_lanes_sheet(session: Session, mentee_id: UUID, *, texts: Texts) -> LanesSheet:
    """The sheet of a person before release."""
    mentee = get_mentee(session, mentee_id)
    today = session.info["clock"].today()
    first, last = add_months(today, -_BACK).replace(day=1), add_months(today, _AHEAD)
    facts = read_lanes(session, mentee_id, first, last)
    enrolment = current_enrolment(session, mentee_id)
    return LanesSheet(
        person=person_block(mentee),
        mentor=mentor_block(session),
        axis=AxisBlock(info_class=InfoClass.PLAN, first=first, last=last),
        contacts=ContactsBlock(
            info_class=InfoClass.PRESENCE,
            lane=get_profile(session).first_name,
            held=tuple(one.day for one in facts.contacts if one.held),
            missed=tuple(one.day for one in facts.contacts if not one.held),
        ),
        spans=tuple(one for one in _spans(facts, mentee, today, texts) if _is_seen(one, first, last)),
        period=_period(session, enrolment) if enrolment else None,
        lived_on=_lived_on(facts.incomes, enrolment, today, texts) if enrolment else None,
    )


def _period(session: Session, enrolment: Enrolment) -> PeriodBlock | None:
    closure = get_closure(session, enrolment.id) if enrolment.closed_on else None
    if enrolment.started_on is None:
        return None
    return PeriodBlock(
        info_class=InfoClass.PLAN,
        programme=get_programme(session, enrolment.programme_id).name,
        started_on=enrolment.started_on,
        closed_on=enrolment.closed_on,
        reason=closure.printed_reason.value if closure else "",
    )


def _lived_on(incomes: Iterable[IncomePeriod], enrolment: Enrolment, today: date, texts: Texts) -> LivedOnBlock | None:
    every = tuple(incomes)
    if enrolment.started_on is None or not every:
        return None

    def on(day: date) -> str:
        return ", ".join(_source(one, texts) for one in incomes_on(every, day))

    ended = enrolment.closed_on is not None
    later = on(enrolment.closed_on or today)
    return LivedOnBlock(info_class=InfoClass.INCOME, at_start=on(enrolment.started_on), later=later, ended=ended)


def _source(income: IncomePeriod, texts: Texts) -> str:
    return income.source_other or texts(f"codes.income_source_{income.source.value}")


def _is_seen(span: SpanBlock, first: date, last: date) -> bool:
    return (span.first or date.min) <= last and (span.last or date.max) >= first


def _spans(facts: LaneFacts, mentee: Mentee, today: date, texts: Texts) -> Iterator[SpanBlock]:
    yield from _incomes(facts.incomes, today, texts)
    yield from (span for one in facts.placements for span in _placement(one, mentee, today, texts))
    yield from (_study(one, mentee, texts) for one in facts.studies if one.from_date)
    yield from (_intervention(one, texts) for one in facts.interventions)


def _incomes(incomes: Iterable[IncomePeriod], today: date, texts: Texts) -> Iterator[SpanBlock]:
    every = tuple(incomes)
    lane = texts("print.lane_income")
    for income in every:
        source = _source(income, texts)
        extent = f" {texts('print.percent', percent=income.extent)}" if income.extent else ""
        for part in paid(income):
            last = None if part.last == date.max else part.last
            yield _span(InfoClass.INCOME, lane, f"{source}{extent}", part.first, last)
        if income.state in (IncomeState.APPLIED, IncomeState.REFUSED, IncomeState.APPEALED, IncomeState.DORMANT):
            state = texts(f"codes.income_state_{income.state.value}")
            since = income.state_on or income.from_date
            yield _span(InfoClass.INCOME, lane, f"{source}, {state}", since, income.to_date, pending=True)
    for gap in income_gaps(every, date.min, today):
        yield SpanBlock(
            info_class=InfoClass.INCOME,
            lane=lane,
            words=texts("print.lane_gap"),
            first=gap.first,
            last=gap.until,
            pending=False,
            gap=True,
        )


def _placement(one: PlacementAt, mentee: Mentee, today: date, texts: Texts) -> Iterator[SpanBlock]:
    """A step for each stretch of hours. The workplace of a protected person is not named."""
    lane = texts("print.lane_workplace") if mentee.is_protected else one.place
    kind = texts(f"codes.placement_type_{one.placement.type.value}")
    for part in one.placement.stretches(today):
        percent = percent_of(part.hours) if part.hours is not None else None
        short = texts("print.percent", percent=percent) if percent is not None else ""
        yield SpanBlock(
            info_class=InfoClass.WORK,
            lane=lane,
            words=", ".join(word for word in (kind, short) if word),
            first=part.first,
            last=part.last,
            pending=False,
            percent=percent,
            short=short,
        )


def _study(study: EducationSupport, mentee: Mentee, texts: Texts) -> SpanBlock:
    """The school of a protected person is not named."""
    school = "" if mentee.is_protected else study.school
    pace = texts("print.percent", percent=study.pace_percent) if study.pace_percent else ""
    words = ", ".join(part for part in (study.course, school, pace) if part)
    return _span(InfoClass.EDU, texts("print.lane_studies"), words, study.from_date, study.to_date)


def _intervention(one: ParallelIntervention, texts: Texts) -> SpanBlock:
    kind = one.kind_other or texts(f"codes.intervention_kind_{one.kind.value}")
    state = texts(f"codes.intervention_state_{one.state.value}")
    ended = one.states[-1].since if one.state in _OVER and one.states else None
    return _span(
        one.info_class, one.actor, f"{kind}, {state}", one.began, one.to_date or ended, pending=one.state not in _THERE
    )


def _span(
    info_class: InfoClass, lane: str, words: str, first: date | None, last: date | None, *, pending: bool = False
) -> SpanBlock:
    return SpanBlock(info_class=info_class, lane=lane, words=words, first=first, last=last, pending=pending)
