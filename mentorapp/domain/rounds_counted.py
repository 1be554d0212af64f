"""Filled forms with the occasion that each of them counts for, which what is stored need not say (I5, I17)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .scale_marks import ScaleResponse
from .scale_rounds import DueRound, Filled, RoundKind, held_rounds


def filled_of(responses: Iterable[ScaleResponse]) -> tuple[Filled, ...]:
    """As the rounds need to know them."""
    return tuple(Filled(kind=one.round, of=one.round_of, on=one.event_date) for one in responses)


def as_counted(due: Sequence[DueRound], responses: Sequence[ScaleResponse]) -> tuple[ScaleResponse, ...]:
    """`responses` of one enrolment, oldest first. One that was an occasion of its own when it was filled in belongs to
    the occasion that came just after it. What is voided belongs to none."""
    counted: dict[int, ScaleResponse] = dict(enumerate(responses))
    for code in {one.code for one in responses}:
        places = [place for place, one in enumerate(responses) if one.code == code and one.voided_on is None]
        for (kind, of), held in held_rounds(due, filled_of(responses[place] for place in places)).items():
            one = counted[places[held]]
            if one.round is RoundKind.AD_HOC:
                counted[places[held]] = replace(one, round=kind, round_of=of)
    return tuple(counted.values())
