"""What is around a person in words: interventions, income, studies and their states."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from mentorapp.domain.studies import EducationSupport
from mentorapp.domain.support import (
    IncomePeriod,
    IncomeSource,
    InterventionKind,
    InterventionState,
    ParallelIntervention,
)
from mentorapp.language.texts import Texts

from .words import DOT, day_in_full, day_said


def intervention_name(texts: Texts, one: ParallelIntervention) -> str:
    """Boendestöd, or the words for another kind."""
    return one.kind_other or texts(f"codes.intervention_kind_{one.kind.value}")


def intervention_state(texts: Texts, one: ParallelIntervention, state: InterventionState) -> str:
    """pågår; of an assessment its own words: behov, remiss skickad, klar - never a result (I23)."""
    room = "npf_state" if one.kind is InterventionKind.NPF_ASSESSMENT else "intervention_state"
    return texts(f"codes.{room}_{state.value}")


def intervention_title(texts: Texts, one: ParallelIntervention) -> str:
    return DOT.join((intervention_name(texts, one), one.actor))


def intervention_lines(
    texts: Texts, one: ParallelIntervention, names: Mapping[UUID, str], today: date
) -> tuple[str, ...]:
    """Days, who answers for it, what comes next, what the mentor does, and who takes over; a line each."""
    owner = names.get(one.contact_id, "") if one.contact_id else one.owner_name
    receiver = names.get(one.receiver_contact_id, "") if one.receiver_contact_id else one.receiver_name
    lines = [DOT.join((_states_said(texts, one, today), *_period(texts, one.from_date, one.to_date, today)))]
    if one.is_open:
        lines.append(texts("around.owner", name=owner) if owner else texts("around.owner_missing"))
    if one.next_step:
        lines.append(texts("around.next_step", words=one.next_step))
    if one.mentor_task:
        lines.append(texts("around.mentor_task", words=one.mentor_task))
    if receiver:
        lines.append(texts("around.receiver", name=receiver))
    return tuple(lines)


def _states_said(texts: Texts, one: ParallelIntervention, today: date) -> str:
    return ", ".join(
        texts(
            "around.state_day", state=intervention_state(texts, one, said.state), day=day_said(texts, said.since, today)
        )
        for said in one.states
    )


def _period(texts: Texts, first: date | None, last: date | None, today: date) -> tuple[str, ...]:
    begun = texts("around.from_day", day=day_said(texts, first, today)) if first else ""
    ended = texts("around.to_day", day=day_said(texts, last, today)) if last else ""
    return tuple(part for part in (begun, ended) if part)


def income_name(texts: Texts, one: IncomePeriod) -> str:
    """Aktivitetsersättning 50 %."""
    name = one.source_other or texts(f"codes.income_source_{one.source.value}")
    return texts("around.percent", name=name, percent=one.extent) if one.extent else name


def income_lines(texts: Texts, one: IncomePeriod, today: date) -> tuple[str, ...]:
    """Its days, its states with theirs where there is more to say than that it is paid, and where it is known from."""
    days = [texts("around.from_day", day=day_said(texts, one.from_date, today))]
    if one.decision_until:
        days.append(texts("around.decision_until", day=day_said(texts, one.decision_until, today)))
    if one.to_date:
        days.append(texts("around.to_day", day=day_said(texts, one.to_date, today)))
    lines = [DOT.join(days)]
    if one.source is not IncomeSource.NONE and (len(one.states) > 1 or not one.pays):
        said = (
            texts(
                "around.state_day",
                state=texts(f"codes.income_state_{state.state.value}"),
                day=day_said(texts, state.since, today),
            )
            for state in one.states
        )
        lines.append(", ".join(said))
    if one.known_from:
        lines.append(texts("around.known_from", words=one.known_from))
    return tuple(lines)


def study_name(texts: Texts, one: EducationSupport) -> str:
    """Allmän kurs 25 %."""
    return texts("around.percent", name=one.course, percent=one.pace_percent) if one.pace_percent else one.course


def study_lines(
    texts: Texts, one: EducationSupport, today: date, *, protected: bool, phase: bool = True
) -> tuple[str, ...]:
    """Phase and days; the school of a protected person is only in the field where it is written."""
    parts = [texts(f"codes.study_phase_{one.phase.value}")] if phase else []
    if one.school and not protected:
        parts.append(one.school)
    parts += _period(texts, one.from_date, one.to_date, today)
    return tuple(line for line in (DOT.join(parts), one.note) if line)


def gap_words(texts: Texts, first: date, today: date) -> str:
    """Ingen känd försörjning sedan 31 oktober, or from a day to come."""
    key = "around.gap_ahead" if first > today else "around.gap_since"
    return texts(key, day=day_in_full(texts, first, today))
