"""Ratings beside the staircase (P06): each is there only when it is asked for, and where the rules let it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.rating_sheet import RatingBlock, TrendBlock

from .mentees import get_mentee
from .summary_ratings import ors_trend, rating_blocks


@dataclass(frozen=True, slots=True)
class Rating:
    item: str
    title: str


def list_ratings(session: Session, mentee_id: UUID, *, language: str) -> tuple[Rating, ...]:
    """What there is to ask for."""
    blocks, trend = _all(session, mentee_id, language)
    found = (*blocks, *((trend,) if trend else ()))
    return tuple(Rating(one.item, one.title) for one in found)


def asked_ratings(
    session: Session, mentee_id: UUID, items: Iterable[str], *, language: str
) -> tuple[tuple[RatingBlock, ...], TrendBlock | None]:
    """Those that were asked for, before release."""
    wanted = frozenset(items)
    blocks, trend = _all(session, mentee_id, language)
    return tuple(one for one in blocks if one.item in wanted), trend if trend and trend.item in wanted else None


def _all(session: Session, mentee_id: UUID, language: str) -> tuple[tuple[RatingBlock, ...], TrendBlock | None]:
    today = session.info["clock"].today()
    mentee = get_mentee(session, mentee_id)
    return rating_blocks(session, mentee_id, today, language), ors_trend(session, mentee, today, language)
