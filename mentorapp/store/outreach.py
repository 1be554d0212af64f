"""Rounds of outreach and the counts around the door: reached, enrolled, and why some said no (E6, E26, E3)."""

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.enrolments import EnrolmentStatus, ReferralSource
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.intake import (
    Decline,
    IntakeCounts,
    OutreachEffort,
    OutreachKind,
    ReasonCount,
    ReferrerCount,
    check_outreach,
)
from mentorapp.domain.mentees import Gender

from .tables import value_of
from .tables.enrolments import EnrolmentRow
from .tables.lists import DeclineRow, OutreachEffortRow
from .tables.mentees import MenteeRow

_FIELDS = frozenset({"event_date", "kind", "sent", "reached", "note"})


def add_outreach_effort(
    session: Session, event_date: date, kind: OutreachKind, sent: int, *, reached: int = 0, note: str = ""
) -> UUID:
    """A round of letters, visits or calls: how many it went to and how many answered. Nobody is named in it."""
    row = OutreachEffortRow(
        event_date=event_date, kind=kind, sent=sent, reached=reached, note=wording.line("note", note)
    )
    check_outreach(event_date, sent, reached, session.info["clock"].today())
    session.add(row)
    session.flush()
    return row.id


def change_outreach_effort(session: Session, effort_id: UUID, **changes: Any) -> None:
    row = _effort(session, effort_id)
    for name, value in changes.items():
        if name not in _FIELDS:
            raise TypeError(f"an outreach effort has no field {name}")
        setattr(row, name, wording.line("note", value) if name == "note" else value)
    check_outreach(row.event_date, row.sent, row.reached, session.info["clock"].today())


def remove_outreach_effort(session: Session, effort_id: UUID) -> None:
    session.delete(_effort(session, effort_id))


def list_outreach_efforts(session: Session) -> tuple[OutreachEffort, ...]:
    """Newest first."""
    query = select(OutreachEffortRow).order_by(OutreachEffortRow.event_date.desc(), OutreachEffortRow.created_at.desc())
    return tuple(value_of(OutreachEffort, row) for row in session.scalars(query))


def list_declines(session: Session) -> tuple[Decline, ...]:
    """Every no, newest month first."""
    query = select(DeclineRow).order_by(DeclineRow.month.desc(), DeclineRow.created_at.desc())
    return tuple(value_of(Decline, row) for row in session.scalars(query))


def intake_counts(session: Session, first: date | None = None, last: date | None = None) -> IntakeCounts:
    """The counts, of all time or of what happened from `first` to `last`; who waits now is counted as of now."""

    def within(day: date | None) -> bool:
        return day is not None and (first is None or day >= first) and (last is None or day <= last)

    efforts = [one for one in list_outreach_efforts(session) if within(one.event_date)]
    months = (first and f"{first:%Y-%m}", last and f"{last:%Y-%m}")
    noes = [
        one
        for one in list_declines(session)
        if (not months[0] or one.month >= months[0]) and (not months[1] or one.month <= months[1])
    ]
    rows = session.execute(
        select(
            EnrolmentRow.status,
            EnrolmentRow.started_on,
            EnrolmentRow.referral_referrer_type,
            EnrolmentRow.referral_source,
        ).where(
            # Only those that count for something here: the list of people asks at every change.
            EnrolmentRow.status.in_((EnrolmentStatus.INTEREST, EnrolmentStatus.OFFERED))
            | (EnrolmentRow.referral_referrer_type == ReferralSource.OUTREACH.value)
            | (EnrolmentRow.referral_source == ReferralSource.OUTREACH)
        )
    ).all()
    return IntakeCounts(
        sent=sum(one.sent for one in efforts),
        reached=sum(one.reached for one in efforts),
        came_by_outreach=sum(within(row.started_on) and _way(row) == ReferralSource.OUTREACH for row in rows),
        interested=sum(row.status is EnrolmentStatus.INTEREST for row in rows),
        thinking=sum(row.status is EnrolmentStatus.OFFERED for row in rows),
        noes=_by_reason(noes),
    )


def count_referrers(session: Session) -> tuple[ReferrerCount, ...]:
    """Enrolments that have begun and count, by way and gender, the most usual way first. Own initiative is a way."""
    query = (
        select(EnrolmentRow.referral_referrer_type, EnrolmentRow.referral_source, MenteeRow.gender)
        .join(MenteeRow, MenteeRow.id == EnrolmentRow.mentee_id)
        .where(EnrolmentRow.started_on.is_not(None), EnrolmentRow.counts_in_statistics)
    )
    found = Counter((_way(row), Gender(row.gender)) for row in session.execute(query))
    ways = Counter(way for way, _gender in found.elements())
    order = sorted(found.items(), key=lambda item: (-ways[item[0][0]], item[0]))
    return tuple(ReferrerCount(way, gender, count) for (way, gender), count in order)


def _way(row: Any) -> str:
    """The type from the list, else the source, else unknown."""
    return row.referral_referrer_type or (row.referral_source.value if row.referral_source else "unknown")


def _by_reason(noes: list[Decline]) -> tuple[ReasonCount, ...]:
    """The most usual reason first."""
    reasons = Counter(one.reason for one in noes)
    return tuple(
        ReasonCount(reason, count, tuple(sorted(Counter(one.gender for one in noes if one.reason == reason).items())))
        for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    )


def _effort(session: Session, effort_id: UUID) -> OutreachEffortRow:
    row = session.get(OutreachEffortRow, effort_id)
    if row is None:
        raise NotFoundError("row_unknown")
    return row
