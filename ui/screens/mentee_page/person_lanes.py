"""The lanes of one person from what the store knows: contacts, meetings, the ladder, workplaces, money, studies, help.

What the youth duty keeps hidden is left out. Studies are named by their course, never by the school.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from mentorapp.domain.geometry import DayScale
from mentorapp.domain.livelihood import income_gaps, paid
from mentorapp.domain.placements import Placement, percent_of
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import EducationSupport
from mentorapp.domain.support import RUNNING, IncomePeriod, IncomeState, InterventionState, ParallelIntervention
from mentorapp.language.texts import Texts
from mentorapp.store.lanes import ContactPoint, LaneFacts, MeetingPoint, PlacementAt
from ui.theme import Family
from ui.widgets.class_chip import class_icon
from ui.widgets.lane_painting import span_of
from ui.widgets.lane_values import Bar, Dot, Gap, Lane, LaneStep, Mark, MeetingSign, Sign

from .reading import Person
from .support_words import income_name, intervention_name, intervention_state, study_name
from .words import day_said

_DAY = timedelta(days=1)
_HEIGHT_UNKNOWN = 25


def person_lanes(texts: Texts, person: Person, facts: LaneFacts, scale: DayScale) -> tuple[Lane, ...]:
    """The mentor's lane first; the rest only where something of it is seen on the axis."""
    lanes = [_contacts(texts, facts.contacts), *_meetings(texts, facts.meetings, person.today), *_levels(texts, person)]
    lanes += placement_lanes(texts, facts.placements, person)
    if InfoClass.INCOME not in person.hidden:
        lanes += _money(texts, facts.incomes, person.today)
    lanes += study_lanes(texts, facts.studies)
    lanes += _interventions(texts, person, facts.interventions)
    return (lanes[0], *(lane for lane in lanes[1:] if any(span_of(scale, mark) for mark in lane.marks())))


def _contacts(texts: Texts, points: Iterable[ContactPoint]) -> Lane:
    dots = (
        Dot(point.day, point.held, texts(f"codes.session_kind_{point.kind.value}") if point.kind else "", point.id)
        for point in points
    )
    return Lane(texts("mentee.lane_mentor"), dots=tuple(dots))


def _meetings(texts: Texts, points: Iterable[MeetingPoint], today: date) -> tuple[Lane, ...]:
    """A booked one is there too: it is what the others wait for."""
    signs = []
    for point in points:
        kind = texts(f"meeting.short_{point.kind.value}")
        words = texts("meeting.lane_booked", kind=kind) if point.day >= today and not point.held else kind
        signs.append(MeetingSign(point.day, words, Family.HEATHER, point.id, point.held))
    return (Lane(texts("meeting.title"), signs=tuple(signs)),) if signs else ()


def _levels(texts: Texts, person: Person) -> tuple[Lane, ...]:
    """The ladder as steps whose height is the level's place; no lane without a ladder."""
    levels = {step.level.id: step.level for step in person.stairs}
    if not person.stays or not levels:
        return ()
    steps = tuple(
        LaneStep(
            start=stay.entered_on,
            end=stay.left_on - _DAY if stay.left_on else None,
            height=levels[stay.level_id].order / len(levels),
            words=f"{levels[stay.level_id].order} {levels[stay.level_id].short_name(texts.language)}",
            family=Family.PRIMARY,
        )
        for stay in person.stays
        if stay.level_id in levels
    )
    return (Lane(texts("mentee.lane_level"), steps=steps),)


def placement_lanes(texts: Texts, placements: Iterable[PlacementAt], person: Person) -> list[Lane]:
    """One lane for each workplace, as steps of per cent; more where placements there run at the same time. The
    workplace of a protected person is not named."""
    by_place: dict[str, list[Mark]] = {}
    for one in placements:
        name = texts("work.lane_hidden") if person.mentee.is_protected else one.place
        by_place.setdefault(name, []).extend(_placement(texts, one.placement, person.today))
    return [lane for name, marks in by_place.items() for lane in _stacked(name, marks)]


def _placement(texts: Texts, one: Placement, today: date) -> Iterable[Mark]:
    """A step for each stretch of hours."""
    kind = texts(f"codes.placement_type_{one.type.value}")
    if one.is_one_day:
        yield Sign(one.from_date, kind, Family.BLUE, one.id)
        return
    for part in one.stretches(today):
        percent = percent_of(part.hours) if part.hours is not None else None
        words = texts("work.percent", percent=percent) if percent is not None else kind
        said = texts("work.kind_percent", kind=kind, percent=percent) if percent is not None else kind
        height = (percent or _HEIGHT_UNKNOWN) / 100
        yield LaneStep(part.first, part.last, height, words, Family.BLUE, one.id, said)


def _money(texts: Texts, incomes: Sequence[IncomePeriod], today: date) -> list[Lane]:
    marks: list[Mark] = [
        Gap(gap.first, gap.until, texts("around.gap")) for gap in income_gaps(incomes, date.min, today)
    ]
    for income in incomes:
        name = income_name(texts, income)
        words = name
        if income.decision_until and not income.to_date:
            words += ", " + texts("around.decision_until", day=day_said(texts, income.decision_until, today))
        marks += [
            Bar(part.first, None if part.last == date.max else part.last, words, Family.AMBER, key=income.id)
            for part in paid(income)
        ]
        marks += _waiting_for_money(texts, income, today, name)
    return _stacked(texts("around.lane_money"), marks)


def _waiting_for_money(texts: Texts, income: IncomePeriod, today: date, name: str) -> Iterable[Mark]:
    """Applied for, appealed and at rest until the next state; a refusal on its day. What was granted in the end had
    been waited for too, but that is no longer of interest."""
    for place, (state, since) in enumerate((one.state, one.since) for one in income.states):
        after = income.states[place + 1] if place + 1 < len(income.states) else None
        words = texts("around.name_state", name=name, state=texts(f"codes.income_state_{state.value}"))
        if state is IncomeState.REFUSED:
            yield Sign(since, words, Family.AMBER, income.id)
        elif state is not IncomeState.GRANTED and (after is None or after.state is not IncomeState.GRANTED):
            end = max(since, after.since - _DAY) if after else max(since, today)
            yield Bar(since, end, words, Family.AMBER, pending=True, key=income.id)


def study_lanes(texts: Texts, studies: Iterable[EducationSupport]) -> list[Lane]:
    marks = [
        Bar(one.from_date, one.to_date, study_name(texts, one), Family.BLUE, key=one.id)
        for one in studies
        if one.from_date is not None
    ]
    return _stacked(texts("around.lane_studies"), marks)


def _interventions(texts: Texts, person: Person, interventions: Iterable[ParallelIntervention]) -> list[Lane]:
    """One lane for each actor, more where their measures run at the same time."""
    by_actor: dict[str, tuple[str, list[Mark]]] = {}
    for one in interventions:
        if one.info_class not in person.hidden:
            _name, marks = by_actor.setdefault(one.actor.casefold(), (one.actor, []))
            marks += _states(texts, one, person.today)
    return [lane for name, marks in by_actor.values() for lane in _stacked(name, marks)]


def _states(texts: Texts, one: ParallelIntervention, today: date) -> Iterable[Mark]:
    family, name = class_icon(one.info_class)[1], intervention_name(texts, one)
    for place, (state, since) in enumerate((said.state, said.since) for said in one.states):
        after = one.states[place + 1] if place + 1 < len(one.states) else None
        words = texts("around.name_state", name=name, state=intervention_state(texts, one, state))
        last = None if after is None else max(since, after.since - _DAY)
        if state is InterventionState.REFUSED:
            yield Sign(since, words, family, one.id)
        elif state in RUNNING:
            started = since if place or one.from_date is None else one.from_date
            end = last if after else one.to_date
            yield Bar(started, end if end is None else max(started, end), words, family, key=one.id)
        elif state is not InterventionState.ENDED:
            yield Bar(since, last if after else max(since, today), words, family, pending=True, key=one.id)


def _stacked(name: str, marks: Iterable[Mark]) -> list[Lane]:
    """As few lanes as there need be for nothing to lie on something else; gaps and what is there come first."""
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=_rank):
        row = next((row for row in rows if not any(_meet(mark, other) for other in row)), None)
        if row is None:
            row = []
            rows.append(row)
        row.append(mark)
    return [_lane(name, row) for row in rows]


def _rank(mark: Mark) -> tuple[int, date]:
    order = 0 if isinstance(mark, Gap) else 1 if isinstance(mark, Bar) and not mark.pending else 2
    return order, _ends(mark)[0]


def _ends(mark: Mark) -> tuple[date, date]:
    if isinstance(mark, Dot | Sign):
        return mark.day, mark.day
    return mark.start or date.min, mark.end or date.max


def _meet(one: Mark, other: Mark) -> bool:
    (first, last), (begins, ends) = _ends(one), _ends(other)
    return first <= ends and begins <= last


def _lane(name: str, marks: Sequence[Mark]) -> Lane:
    return Lane(
        name,
        bars=tuple(mark for mark in marks if isinstance(mark, Bar)),
        steps=tuple(mark for mark in marks if isinstance(mark, LaneStep)),
        gaps=tuple(mark for mark in marks if isinstance(mark, Gap)),
        signs=tuple(mark for mark in marks if isinstance(mark, Sign)),
    )
