"""Rounds of forms at a workplace: what the mentee and the supervisor filled in at the same follow-up (C.5, I11)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from .scale_marks import ScaleResponse
from .scales import Respondent, ScaleDefinition, ScaleUse
from .workplace_support import AnswersBy, WorkplaceFollowUp

_NEAR = timedelta(days=7)
"""How far from a follow-up a form may be that was filled in without naming it."""


@dataclass(frozen=True, slots=True)
class VoiceRound:
    """One round with all that was answered in it. `own` and `other` are forms with marks, the later of two by one
    person; None where that person has none."""

    on: date
    follow_up_id: UUID | None
    own: ScaleResponse | None = None
    other: ScaleResponse | None = None
    answers: tuple[ScaleResponse, ...] = ()

    def answer_of(self, who: Respondent) -> ScaleResponse | None:
        """The form with marks, else what was talked about instead: that counts as an answer too (I14)."""
        return (self.own if who is Respondent.MENTEE else self.other) or _newest(self.answers, who)


def answered_rounds(
    responses: Iterable[ScaleResponse], follow_ups: Iterable[WorkplaceFollowUp] = ()
) -> tuple[VoiceRound, ...]:
    """Oldest first, also what was only talked about. Forms of one follow-up belong together; a form of none belongs to
    the nearest that still awaits that person, else to those of its day."""
    counted = sorted((one for one in responses if one.voided_on is None), key=lambda one: (one.event_date, one.id))
    met = tuple(follow_ups)
    found: dict[UUID | date, list[ScaleResponse]] = {}
    for one in counted:
        if one.follow_up_id is not None:
            found.setdefault(one.follow_up_id, []).append(one)
    for one in counted:
        if one.follow_up_id is None:
            found.setdefault(_awaiting(one, met, found) or one.event_date, []).append(one)
    return tuple(sorted((_round(key, forms) for key, forms in found.items()), key=lambda one: one.on))


def voice_rounds(
    responses: Iterable[ScaleResponse], follow_ups: Iterable[WorkplaceFollowUp] = ()
) -> tuple[VoiceRound, ...]:
    """The rounds that have marks to show."""
    return tuple(one for one in answered_rounds(responses, follow_ups) if one.own or one.other)


def earlier_own(rounds: Sequence[VoiceRound], place: int) -> ScaleResponse | None:
    """The mentee's form before that of a round, in the same version; another version is never compared (F 21)."""
    here = rounds[place].own
    if here is None:
        return None
    before = [one.own for one in rounds[:place] if one.own is not None]
    same = [one for one in before if (one.code, one.version) == (here.code, here.version)]
    return same[-1] if same else None


@dataclass(frozen=True, slots=True)
class WorkplaceForms:
    """The forms to fill in at a placement: the mentee's and the supervisor's; after introduction weeks the latter's
    evaluation only (S22)."""

    own: ScaleDefinition | None = None
    other: ScaleDefinition | None = None

    @property
    def all_(self) -> tuple[ScaleDefinition, ...]:
        return tuple(one for one in (self.own, self.other) if one is not None)


def workplace_forms(scales: Sequence[ScaleDefinition], *, intro_weeks: bool) -> tuple[WorkplaceForms, ...]:
    """What can be chosen, of the forms in use in their order: each form of a mentee with its mirror, and what is only a
    supervisor's. In introduction weeks the evaluation comes first."""
    of_use = [one for one in scales if one.use is ScaleUse.WORKPLACE and one.in_use]
    others = [one for one in of_use if one.respondent is Respondent.SUPERVISOR]
    pairs = [
        WorkplaceForms(own, next((one for one in others if one.mirror_of == own.code), None))
        for own in of_use
        if own.respondent is Respondent.MENTEE
    ]
    mirrors = {one.other.id for one in pairs if one.other is not None}
    pairs += [WorkplaceForms(None, one) for one in others if one.id not in mirrors]
    if intro_weeks:
        evaluations = [one for one in scales if one.use is ScaleUse.INTRO_WEEKS and one.in_use]
        pairs = [WorkplaceForms(None, one) for one in evaluations] + pairs
    return tuple(pairs)


def _round(key: UUID | date, forms: Sequence[ScaleResponse]) -> VoiceRound:
    marked = [one for one in forms if any(mark.value is not None for mark in one.marks)]
    return VoiceRound(
        min(one.event_date for one in marked or forms),
        key if isinstance(key, UUID) else None,
        _newest(marked, Respondent.MENTEE),
        _newest(marked, Respondent.SUPERVISOR),
        tuple(forms),
    )


def _awaiting(
    form: ScaleResponse, follow_ups: Sequence[WorkplaceFollowUp], found: Mapping[UUID | date, Sequence[ScaleResponse]]
) -> UUID | None:
    """Of two as near the newer one."""
    near = [
        one
        for one in follow_ups
        if abs(form.event_date - one.event_date) <= _NEAR
        and not one.oral_instead
        and one.answers_by in (AnswersBy.BOTH, form.respondent)
        and not any(each.respondent is form.respondent for each in found.get(one.id, ()))
    ]
    by_nearness = sorted(near, key=lambda one: (one.event_date, one.id), reverse=True)
    return min(by_nearness, key=lambda one: abs(form.event_date - one.event_date)).id if near else None


def _newest(forms: Sequence[ScaleResponse], respondent: Respondent) -> ScaleResponse | None:
    return next((one for one in reversed(forms) if one.respondent is respondent), None)
