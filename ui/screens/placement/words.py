"""What the page says about a placement: values in, words of the chosen language out."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from mentorapp.domain.placements import EndReason, FormalOwner, Placement, PlacementType, ToldBy
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scales import Respondent
from mentorapp.domain.voice_rows import VoiceRow
from mentorapp.domain.workplace_rounds import VoiceRound
from mentorapp.domain.workplace_support import (
    AnswersBy,
    FadingStep,
    SupportIntensity,
    SupportMode,
    WorkplaceFollowUp,
    next_fading,
)
from mentorapp.language.dates import day_in_full, full_date, long_date
from mentorapp.language.names import genitive
from mentorapp.language.numbers import plain
from mentorapp.language.texts import Texts

from .reading import View

DOT = " · "
_FAR_DAYS = 180
_VISITS = (SupportMode.VISITS, SupportMode.BESIDE)


def title(texts: Texts, view: View) -> str:
    """Birk på Fantasihallen; of a protected person only whose placement it is."""
    place = view.placement.workplace
    if place is None or not view.place_shown:
        return texts("placement.title_hidden", whose=genitive(texts, view.name))
    return texts("placement.title", name=view.name, place=place.name)


def line(texts: Texts, view: View) -> str:
    """Arbetsträning sedan 14 september · handledare Sture Fantasi."""
    parts = [period(texts, view.placement, view.today)]
    if view.supervisor is not None and view.place_shown:
        parts.append(texts("placement.supervised", name=view.supervisor.name))
    reason = ended_why(texts, view.placement)
    return DOT.join(part for part in (*parts, reason) if part)


def period(texts: Texts, placement: Placement, today: date) -> str:
    kind = texts(f"codes.placement_type_{placement.type.value}")
    first = day_in_full(texts, placement.from_date, today)
    last = placement.to_date or placement.planned_to
    if placement.type is PlacementType.STUDY_VISIT:
        return texts("placement.on_day", kind=kind, day=first)
    if placement.to_date is not None or (last is not None and placement.from_date > today):
        assert last is not None
        return texts("placement.period", kind=kind, first=first, last=day_in_full(texts, last, today))
    key = "placement.since" if placement.from_date <= today else "placement.from"
    said = texts(key, kind=kind, day=first)
    planned = texts("placement.planned_to", day=day_in_full(texts, last, today)) if last else ""
    return ", ".join(part for part in (said, planned) if part)


def ended_why(texts: Texts, placement: Placement) -> str:
    """Nästa steg · intyg lämnat, when it has ended."""
    if placement.to_date is None:
        return ""
    reason = placement.end_reason
    words = placement.end_reason_other if reason is EndReason.OTHER else ""
    if reason is not None and not words:
        words = texts(f"codes.end_reason_{reason.value}")
    given = texts("placement.certificate_given") if placement.certificate_given else ""
    return DOT.join(part for part in (words, given) if part)


def day_of_week(texts: Texts, day: date, today: date) -> str:
    """onsdag 2 december; with the year when it is far away."""
    return long_date(texts, day) if abs((day - today).days) < _FAR_DAYS else full_date(texts, day)


def called(texts: Texts, view: View) -> str:
    """Sture; where nobody is known, or the place of a protected person is not shown, Handledaren."""
    if view.supervisor is None or not view.place_shown:
        return texts("placement.the_supervisor")
    return short_name(view.supervisor.name)


def called_within(texts: Texts, view: View) -> str:
    """The same within a sentence: Sture, or handledaren."""
    name = called(texts, view)
    return texts("placement.the_supervisor_within") if name == texts("placement.the_supervisor") else name


def short_name(name: str) -> str:
    """Sture, of Sture Fantasi."""
    return name.split()[0] if name.split() else name


def enumerated(texts: Texts, words: Sequence[str]) -> str:
    """tempo och raster; tempo, raster och resor."""
    if len(words) < 2:
        return "".join(words)
    return texts("placement.and", first=", ".join(words[:-1]), last=words[-1])


def differing(texts: Texts, rows: Sequence[VoiceRow]) -> str:
    """tempo och raster: the names of the questions, small as within a sentence."""
    return enumerated(texts, [row.name[:1].lower() + row.name[1:] for row in rows])


def how_often(texts: Texts, per_week: Decimal, mode: SupportMode) -> str:
    """3 besök i veckan; varannan vecka; när det behövs."""
    if not per_week or mode is SupportMode.ON_CALL:
        return texts("placement.often_on_call")
    unit = "visits" if mode in _VISITS else "contacts"
    if per_week == Decimal("0.5"):
        return texts(f"placement.often_{unit}_second_week")
    if per_week == 1:
        return texts(f"placement.often_{unit}_one")
    return texts(f"placement.often_{unit}", count=plain(texts, per_week))


def support_before(texts: Texts, levels: Sequence[SupportIntensity], today: date) -> str:
    """5 från 14 september, of the level before the one that holds."""
    begun = [one for one in levels if one.from_date <= today]
    if len(begun) < 2:
        return ""
    before = begun[-2]
    day = day_in_full(texts, before.from_date, today)
    return texts("placement.support_before", count=_level(texts, before.per_week), day=day)


def support_ahead(texts: Texts, view: View) -> str:
    """förslag 1 från 23 december; what is set already is said in place of a suggestion, and nothing after the end."""
    if not view.is_open:
        return ""
    levels, today = view.support, view.today
    begun = [one for one in levels if one.from_date <= today]
    later = next((one for one in levels if one.from_date > today), None)
    if later is not None:
        day = day_in_full(texts, later.from_date, today)
        return texts("placement.support_later", count=_level(texts, later.per_week), day=day)
    step = next_fading(begun[-1], today) if begun else None
    return "" if step is None else suggested(texts, step, today)


def suggested(texts: Texts, step: FadingStep, today: date) -> str:
    day = day_in_full(texts, step.from_date, today)
    return texts("placement.support_suggested", count=_level(texts, step.per_week), day=day)


def _level(texts: Texts, per_week: Decimal) -> str:
    """3; what is less than once a week in words."""
    return plain(texts, per_week) if per_week >= 1 else how_often(texts, per_week, SupportMode.PHONE)


def told(texts: Texts, view: View) -> str:
    """Birk berättade 3 oktober; Ingen har berättat än."""
    placement = view.placement
    if placement.disclosure_told_by is ToldBy.NOBODY:
        return texts("placement.told_nobody")
    day = placement.disclosure_told_on
    words = texts(f"placement.told_{placement.disclosure_told_by.value}", name=view.name)
    return words if day is None else texts("placement.told_on", words=words, day=day_in_full(texts, day, view.today))


def follow_up_title(texts: Texts, one: WorkplaceFollowUp, today: date) -> str:
    form = texts("placement.oral") if one.oral_instead else texts(f"codes.follow_up_form_{one.form.value}")
    return DOT.join((form, day_in_full(texts, one.event_date, today)))


def follow_up_words(texts: Texts, one: WorkplaceFollowUp, view: View) -> str:
    """Who was there, and what was said, on one line."""
    present = texts("placement.present_were", names=one.present) if one.present else ""
    said = one.observations or one.mentee_words or one.supervisor_words
    return DOT.join(
        part for part in (present, " ".join(said.split()), talked(texts, one, view), missing(texts, one, view)) if part
    )


def talked(texts: Texts, one: WorkplaceFollowUp, view: View) -> str:
    """Birk svarade muntligt: who would rather talk than fill in a form (I14)."""
    round_ = view.answered(one.id)
    if round_ is None:
        return ""
    told = [who for who in Respondent if (answer := round_.answer_of(who)) is not None and answer.is_oral]
    names = [view.name if who is Respondent.MENTEE else called_within(texts, view) for who in told]
    return texts("placement.talked", names=enumerated(texts, names)) if names else ""


def missing(texts: Texts, one: WorkplaceFollowUp, view: View) -> str:
    """Whose form is awaited at a follow-up where forms were to be filled in."""
    if one.oral_instead:
        return ""
    round_ = view.answered(one.id)
    names = []
    if one.answers_by is not AnswersBy.SUPERVISOR and answer_of(round_, Respondent.MENTEE) is None:
        names.append(view.name)
    if one.answers_by is not AnswersBy.MENTEE and answer_of(round_, Respondent.SUPERVISOR) is None:
        names.append(called_within(texts, view))
    return texts("placement.awaits", names=enumerated(texts, names)) if names else ""


def answer_of(round_: VoiceRound | None, who: Respondent) -> ScaleResponse | None:
    return None if round_ is None else round_.answer_of(who)


def owner_said(texts: Texts, placement: Placement) -> str:
    if placement.formal_owner is FormalOwner.UNKNOWN:
        return ""
    return placement.formal_owner_other or texts(f"codes.formal_owner_{placement.formal_owner.value}")
