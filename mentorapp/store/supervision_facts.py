"""Work, studies and totals as P24 says them: what kind and for how long, never where."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.calendar import days_between
from mentorapp.domain.masking import Masking
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.placements import Placement
from mentorapp.domain.scale_marks import total
from mentorapp.domain.session_ratings import ORS, SRS, cut_off
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import WAY, EducationSupport
from mentorapp.domain.summary_sheet import TextBlock
from mentorapp.domain.supervision_sheet import BACK_DAYS, TotalsBlock
from mentorapp.language import Texts
from mentorapp.language.numbers import plain

from .placements import list_placements
from .scale_definitions import get_scale
from .scale_responses import list_responses
from .settings import get_settings
from .study_plans import list_study_plans
from .summary_facts import sentence

_NEWEST = 4


def work(session: Session, mentee_id: UUID, masks: Masking, today: date, texts: Texts) -> tuple[TextBlock, ...]:
    """Placements that go on, or ended not long ago."""
    return tuple(
        TextBlock(info_class=InfoClass.WORK, item=f"placement:{one.id}", text=_at_work(one, masks, today, texts))
        for one in list_placements(session, mentee_id)
        if one.from_date <= today and (one.to_date is None or days_between(one.to_date, today) <= BACK_DAYS)
    )


def _at_work(one: Placement, masks: Masking, today: date, texts: Texts) -> str:
    """Arbetsträning i 8 veckor, 20 timmar i veckan. Lagerarbete."""
    last = min(one.to_date or today, today)
    kind = texts(f"codes.placement_type_{one.type.value}")
    weeks = days_between(one.from_date, last) // 7 + 1
    said = [texts("supervision.work_weeks", what=kind, count=weeks)]
    hours = one.hours_on(last)
    if hours is not None:
        said.append(texts("summary.hours", hours=plain(texts, hours)))
    whole = [", ".join(said), masks.mask(one.tasks.strip())]
    if one.to_date is not None and one.to_date < today:
        whole.append(texts("supervision.ended"))
    return " ".join(sentence(part) for part in whole if part)


def studies(session: Session, mentee_id: UUID, masks: Masking, texts: Texts) -> tuple[TextBlock, ...]:
    return tuple(
        TextBlock(info_class=InfoClass.EDU, item=f"studies:{one.id}", text=_studies(one, masks, texts))
        for one in (plan.studies for plan in list_study_plans(session, mentee_id))
        if one.phase in WAY
    )


def _studies(one: EducationSupport, masks: Masking, texts: Texts) -> str:
    pace = texts("print.percent", percent=one.pace_percent) if one.pace_percent else ""
    said = masks.mask(", ".join(part for part in (one.course, one.level, pace) if part))
    barriers = masks.mask(one.barriers.strip())
    parts = [said, texts(f"codes.study_phase_{one.phase.value}"), barriers]
    return " ".join(sentence(part) for part in parts if part)


def totals(session: Session, mentee: Mentee, today: date, language: str) -> tuple[TotalsBlock, ...]:
    """The newest of ORS, which is HEALTH, and of SRS, of which nothing but totals is kept."""
    limits = get_settings(session).session_limits
    held = {ORS: (InfoClass.HEALTH, cut_off(limits, mentee.born, today)), SRS: (InfoClass.ALLIANCE, limits.srs_limit)}
    found = []
    for code, (info_class, limit) in held.items():
        newest = _totals(session, mentee.id, code, today)[-_NEWEST:]
        if newest:
            title = get_scale(session, code).title(language)
            found.append(
                TotalsBlock(
                    info_class=info_class, item=f"ratings:{code}", title=title, totals=tuple(newest), limit=limit
                )
            )
    return tuple(found)


def _totals(session: Session, mentee_id: UUID, code: str, today: date) -> list[tuple[int, Decimal]]:
    found = []
    for one in list_responses(session, mentee_id, (code,)):
        value = total(get_scale(session, one.code, one.version), one.marks)
        if value is not None and one.event_date <= today:
            found.append((days_between(one.event_date, today) // 7, value))
    return found
