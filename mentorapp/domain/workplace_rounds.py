"""Rounds of forms at a workplace: what the mentee and the supervisor filled in at the same follow-up (C.5, I11)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .scale_marks import ScaleResponse
from .scales import Respondent, ScaleDefinition, ScaleUse


@dataclass(frozen=True, slots=True)
class VoiceRound:
    """One round. A voice is None where that person has not filled in a form; what was only talked about has no marks
    and makes no round."""

    on: date
    follow_up_id: UUID | None
    own: ScaleResponse | None = None
    other: ScaleResponse | None = None


def voice_rounds(responses: Iterable[ScaleResponse]) -> tuple[VoiceRound, ...]:
    """Oldest first. Forms of one follow-up belong together; those of none belong together by their day. Of two forms by
    one person in a round the later one counts."""
    found: dict[object, list[ScaleResponse]] = {}
    for one in sorted(responses, key=lambda one: (one.event_date, one.id)):
        if one.voided_on is None and any(mark.value is not None for mark in one.marks):
            found.setdefault(one.follow_up_id or one.event_date, []).append(one)
    rounds = [
        VoiceRound(
            min(one.event_date for one in forms),
            forms[0].follow_up_id,
            _newest(forms, Respondent.MENTEE),
            _newest(forms, Respondent.SUPERVISOR),
        )
        for forms in found.values()
    ]
    return tuple(sorted(rounds, key=lambda one: one.on))


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


def _newest(forms: Sequence[ScaleResponse], respondent: Respondent) -> ScaleResponse | None:
    return next((one for one in reversed(forms) if one.respondent is respondent), None)
