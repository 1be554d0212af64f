"""Contacts, workplaces, studies and incomes of a period, as P02 says them."""

from collections import Counter
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.hours_curve import hours_curve
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.periods import Period
from mentorapp.domain.placements import Placement
from mentorapp.domain.sessions import Attendance, SessionKind, is_contact
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import WAY, EducationSupport
from mentorapp.domain.study_talk_sheet import PlaceNameBlock
from mentorapp.domain.summary_sheet import ContactsBlock, CountBlock, PlacementBlock, StudyBlock, TextBlock
from mentorapp.domain.support import HEALTH_BENEFITS, IncomePeriod, IncomeSource, IncomeState
from mentorapp.language import Texts, full_date
from mentorapp.language.numbers import plain

from .incomes import list_incomes
from .placements import list_placements
from .sessions import list_sessions
from .study_plans import list_study_plans
from .summary_since import Since

NO_SHOW = "no_show"
_AT_WORK = frozenset({SessionKind.WORKPLACE_VISIT})


def contacts_block(session: Session, mentee_id: UUID, period: Period) -> ContactsBlock | None:
    """Held contacts with the mentee, the most of them first, the missed ones last. A visit at work tells of work."""
    found: Counter[SessionKind] = Counter()
    missed = 0
    for one in list_sessions(session, mentee_id):
        if not period.first <= one.event_date <= period.last:
            continue
        if is_contact(one.kind, one.attendance):
            found[one.kind] += 1
        missed += one.attendance is Attendance.NO_SHOW
    counts = [_count(kind.value, count, kind in _AT_WORK) for kind, count in found.most_common()]
    if missed:
        counts.append(_count(NO_SHOW, missed, at_work=False))
    return ContactsBlock(info_class=InfoClass.PRESENCE, item="contacts", counts=tuple(counts)) if counts else None


def _count(kind: str, count: int, at_work: bool) -> CountBlock:
    also = frozenset({InfoClass.WORK}) if at_work else frozenset[InfoClass]()
    return CountBlock(info_class=InfoClass.PRESENCE, also=also, item="contacts", kind=kind, count=count)


def placement_blocks(since: Since) -> tuple[PlacementBlock, ...]:
    """Those of the period, the newest first; nothing of why one ended."""
    return tuple(
        PlacementBlock(
            info_class=InfoClass.WORK,
            about=one.workplace_id,
            item=(key := f"placement:{one.id}"),
            type=one.type.value,
            text=since.said(key, _at_work(one, since)),
            curve=hours_curve(one, since.today),
            place=place_block(
                one.workplace.name if one.workplace else "",
                f"place:{one.id}",
                since.mentee,
                InfoClass.WORK,
                one.workplace_id,
            ),
        )
        for one in list_placements(since.session, since.mentee.id)
        if one.from_date <= since.period.last and (one.to_date is None or one.to_date >= since.period.first)
    )


def place_block(
    name: str, item: str, mentee: Mentee, info_class: InfoClass, about: UUID | None = None
) -> PlaceNameBlock | None:
    """Where a protected person works or studies says where they are (F 5)."""
    if not name:
        return None
    also = frozenset({InfoClass.LOCATION}) if mentee.is_protected else frozenset[InfoClass]()
    return PlaceNameBlock(info_class=info_class, also=also, about=about, item=item, name=name)


def _at_work(one: Placement, since: Since) -> str:
    hours = one.hours_on(min(one.to_date or since.period.last, since.today))
    said = [_hours(since.texts, hours), one.tasks.strip()]
    if one.to_date is not None and one.to_date <= since.period.last:
        said.append(since.texts("summary.until", date=full_date(since.texts, one.to_date)))
    return " ".join(sentence(part) for part in said if part)


def _hours(texts: Texts, hours: Decimal | None) -> str:
    return "" if hours is None else texts("summary.hours", hours=plain(texts, hours))


def study_blocks(since: Since) -> tuple[StudyBlock, ...]:
    return tuple(
        StudyBlock(
            info_class=InfoClass.EDU,
            item=(key := f"studies:{one.id}"),
            text=since.said(key, _studies(one, since.texts)),
            place=place_block(one.school, f"school:{one.id}", since.mentee, InfoClass.EDU),
        )
        for one in (plan.studies for plan in list_study_plans(since.session, since.mentee.id))
        if one.phase in WAY or (one.to_date is not None and one.to_date >= since.period.first)
    )


def _studies(one: EducationSupport, texts: Texts) -> str:
    pace = texts("print.percent", percent=one.pace_percent) if one.pace_percent else ""
    said = ", ".join(part for part in (one.course, one.level, pace) if part)
    return f"{sentence(said)} {sentence(texts(f'codes.study_phase_{one.phase.value}'))}"


def income_blocks(since: Since) -> tuple[TextBlock, ...]:
    """What somebody lives on, and where a decision stands; a benefit for illness tells employer and school of it."""
    return tuple(
        TextBlock(
            info_class=InfoClass.INCOME,
            outward=frozenset({InfoClass.HEALTH}) if one.source in HEALTH_BENEFITS else frozenset(),
            item=(key := f"income:{one.id}"),
            text=since.said(key, _income(one, since.texts)),
        )
        for one in list_incomes(since.session, since.mentee.id)
        if one.source is not IncomeSource.NONE and (one.to_date is None or one.to_date >= since.period.first)
    )


def _income(one: IncomePeriod, texts: Texts) -> str:
    name = one.source_other if one.source is IncomeSource.OTHER and one.source_other else ""
    name = name or texts(f"codes.income_source_{one.source.value}")
    extent = texts("print.percent", percent=one.extent) if one.extent else ""
    state = "" if one.state is IncomeState.GRANTED else texts(f"codes.income_state_{one.state.value}")
    said = [", ".join(part for part in (name, extent, state) if part)]
    if one.to_date is not None:
        said.append(texts("summary.until", date=full_date(texts, one.to_date)))
    elif one.decision_until is not None and one.state is IncomeState.GRANTED:
        said.append(texts("summary.benefit_decision_until", date=full_date(texts, one.decision_until)))
    return " ".join(sentence(part) for part in said)


def sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?\u2026" else f"{text}."
