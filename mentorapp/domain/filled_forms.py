"""From filled forms to what P05 shows of them: whose marks, which round was before, what has changed (I10, W3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .filled_sheet import AnswerBlock, FilledBlock, TotalBlock, TotalsBlock
from .scale_changes import CHANGE_MM, are_comparable, trend
from .scale_marks import ScaleResponse, on_full_line, total
from .scales import Respondent, ScaleDefinition, ScaleItem, ScaleKind
from .session_ratings import ORS, SessionLimits, cut_off
from .sharing import InfoClass
from .voice_rows import VoiceRow, voice_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """One form as it was filled in: by the mentee, by the supervisor on the `mirror` of it, and the round before.

    `scale` is the mentee's version; `occasions` counts its filled forms up to this one.
    """

    scale: ScaleDefinition
    own: ScaleResponse | None = None
    other: ScaleResponse | None = None
    mirror: ScaleDefinition | None = None
    before: ScaleResponse | None = None
    occasions: int = 0


def round_before(response: ScaleResponse, responses: Sequence[ScaleResponse]) -> ScaleResponse | None:
    """The last form with marks before this one, of the same version, about the same placement."""
    earlier = [one for one in up_to(response, responses) if one.id != response.id]
    return earlier[-1] if earlier else None


def up_to(response: ScaleResponse, responses: Sequence[ScaleResponse]) -> list[ScaleResponse]:
    """The forms with marks that it can be seen beside, itself among them, oldest first."""
    return sorted(
        (
            one
            for one in responses
            if are_comparable(one, response)
            and one.placement_id == response.placement_id
            and one.voided_on is None
            and any(mark.value is not None for mark in one.marks)
            and _order(one) <= _order(response)
        ),
        key=_order,
    )


def _order(response: ScaleResponse) -> tuple[date, int]:
    return response.event_date, response.id.int


def filled_block(forms: Forms, info_class: InfoClass, language: str, change_mm: int = CHANGE_MM) -> FilledBlock:
    """`info_class` is that of the form as such; every answer has its own."""
    scale = forms.scale
    rows = voice_rows(
        scale, forms.own, forms.other, forms.before, lambda item: item.label(language), language, mirror=forms.mirror
    )
    return FilledBlock(
        info_class=info_class,
        title=(scale if forms.own else forms.mirror or scale).title(language),
        steps=scale.steps if scale.kind is ScaleKind.LIKERT else None,
        occasions=forms.occasions,
        filled_on=rows.own_on,
        other_on=rows.other_on,
        before_on=rows.earlier_on,
        answers=tuple(
            _answer(forms, item, row, language, change_mm) for item, row in zip(scale.items, rows.rows, strict=True)
        ),
    )


def _answer(forms: Forms, item: ScaleItem, row: VoiceRow, language: str, change_mm: int) -> AnswerBlock:
    left, right = item.ends(language)
    mark = forms.own.mark(item.code) if forms.own else None
    return AnswerBlock(
        info_class=item.info_class,
        text=item.text(language),
        easy_text=item.text(language, easy=True),
        left=left,
        right=right,
        value=_on_paper(forms.scale, forms.own, item),
        note=mark.note if mark else None,
        before=_on_paper(forms.scale, forms.before, item),
        trend=(
            None if row.earlier is None or row.own is None else trend(forms.scale.kind, row.earlier, row.own, change_mm)
        ),
        voices=row,
    )


def _on_paper(scale: ScaleDefinition, response: ScaleResponse | None, item: ScaleItem) -> Decimal | None:
    """Where the mark stands on paper that no printer has scaled."""
    value = response.value(item.code) if response else None
    if value is None or response is None or scale.kind is ScaleKind.LIKERT:
        return value
    return on_full_line(value, response.line_length_mm)


def totals_block(
    scale: ScaleDefinition,
    responses: Sequence[ScaleResponse],
    limits: SessionLimits,
    birth_date: date | None,
    language: str,
) -> TotalsBlock:
    """The totals of an instrument of somebody else's, with the cut-off of each day where there is one."""
    info_class = scale.items[0].info_class
    is_lines = scale.kind is ScaleKind.EXTERNAL_LINES
    return TotalsBlock(
        info_class=info_class,
        title=scale.title(language),
        top=Decimal(40) if is_lines else Decimal(scale.highest or 0),
        decimals=1 if is_lines else 0,
        totals=tuple(
            TotalBlock(
                info_class=info_class,
                on=one.event_date,
                value=total(scale, one.marks),
                cut_off=cut_off(limits, birth_date, one.event_date) if scale.code == ORS else None,
            )
            for one in responses
        ),
    )


def is_theirs(response: ScaleResponse) -> bool:
    """Whether it is the supervisor's voice."""
    return response.respondent is Respondent.SUPERVISOR
