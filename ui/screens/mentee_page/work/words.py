"""Placements, stages and study plans in words."""

from datetime import date

from mentorapp.domain.placements import Placement, Stretch, percent_of
from mentorapp.domain.studies import StudyConference, StudyDate, StudyPlan
from mentorapp.domain.workplace_support import StageEntry
from mentorapp.language.chart_words import plain_number
from mentorapp.language.texts import Texts

from ..words import DOT, day_in_full, day_said


def placement_kind(texts: Texts, one: Placement) -> str:
    return texts(f"codes.placement_type_{one.type.value}")


def placement_title(texts: Texts, one: Placement, *, protected: bool) -> str:
    """The name of the workplace; for a protected person it stands on the placement's own page only."""
    return one.workplace.name if one.workplace and not protected else placement_kind(texts, one)


def placement_lines(texts: Texts, one: Placement, today: date, *, protected: bool) -> tuple[str, ...]:
    """What kind and how much; from when to when, and who is there."""
    now = _now(one, today)
    hours = hours_said(texts, now) if now and now.hours is not None else ""
    kind = "" if protected else placement_kind(texts, one)
    first = DOT.join(part for part in (kind, hours) if part)
    parts = [_period(texts, one, today)]
    if one.supervisor is not None and not protected:
        parts.append(texts("work.supervisor_said", name=one.supervisor.name))
    if one.end_reason is not None and not one.is_one_day:
        parts.append(one.end_reason_other or texts(f"codes.end_reason_{one.end_reason.value}"))
    return tuple(line for line in (first, DOT.join(parts)) if line)


def hours_said(texts: Texts, stretch: Stretch) -> str:
    """20 timmar i veckan, 50 %."""
    assert stretch.hours is not None
    return texts("work.hours_said", hours=plain_number(texts, stretch.hours), percent=percent_of(stretch.hours))


def _now(one: Placement, today: date) -> Stretch | None:
    """The stretch that is; the first of what has not begun, the last of what is over."""
    parts = one.stretches(today)
    return next((part for part in reversed(parts) if part.first <= today), parts[0])


def _period(texts: Texts, one: Placement, today: date) -> str:
    if one.is_one_day:
        return day_in_full(texts, one.from_date, today)
    begins = "work.begins" if one.from_date > today else "work.since"
    if one.to_date is not None:
        first, last = (day_said(texts, day, today) for day in (one.from_date, one.to_date))
        return texts("work.from_to", first=first, last=last)
    said = texts(begins, day=day_said(texts, one.from_date, today))
    if one.planned_to is not None:
        said += ", " + texts("work.planned_to_said", day=day_said(texts, one.planned_to, today))
    return said


def stage_line(texts: Texts, entry: StageEntry, today: date) -> str:
    first = day_said(texts, entry.from_date, today)
    if entry.to_date is None:
        return texts("work.since", day=first)
    return texts("work.from_to", first=first, last=day_said(texts, entry.to_date, today))


def study_date_words(texts: Texts, one: StudyDate) -> str:
    """Sista dag att söka: Komvux."""
    kind = texts(f"codes.study_date_kind_{one.kind.value}")
    return texts("around.name_state", name=kind, state=one.text) if one.text else kind


def study_date_second(texts: Texts, one: StudyDate, today: date) -> str:
    day = day_in_full(texts, one.on, today)
    if one.done_on is not None:
        return DOT.join((day, texts("work.date_done", day=day_said(texts, one.done_on, today))))
    return day


def conference_title(texts: Texts, one: StudyConference, today: date) -> str:
    key = "work.talk_held" if one.held else "work.talk_ahead"
    return texts(key, day=day_in_full(texts, one.event_date, today))


def conference_lines(one: StudyConference) -> tuple[str, ...]:
    """Who is there; then what was agreed, or what it is to be about."""
    who = DOT.join(part for part in (one.present, one.place) if part)
    about = one.agreed if one.held else DOT.join(one.agenda)
    return tuple(part for part in (who, about) if part)


def phase_since(texts: Texts, plan: StudyPlan, today: date) -> str:
    """Söker in sedan 3 mars."""
    phase = plan.studies.phase
    since = next((one.since for one in reversed(plan.phases) if one.phase is phase), None)
    word = texts(f"codes.study_phase_{phase.value}")
    return texts("work.phase_since", phase=word, day=day_said(texts, since, today)) if since else word
