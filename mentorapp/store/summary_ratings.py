"""The ratings that a summary may hold: own forms beside the form before, and ORS over time. SRS is never read here."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.filled_forms import Forms, filled_block, is_theirs, round_before
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.rating_curves import session_curves
from mentorapp.domain.rating_sheet import RatingAnswerBlock, RatingBlock, TrendBlock
from mentorapp.domain.scale_marks import ScaleResponse, total
from mentorapp.domain.scales import ScaleUse
from mentorapp.domain.session_ratings import ORS, Total
from mentorapp.domain.sharing import InfoClass

from .scale_definitions import get_scale
from .scale_responses import list_responses
from .settings import get_settings


def rating_blocks(session: Session, mentee_id: UUID, last: date, language: str) -> tuple[RatingBlock, ...]:
    """The newest form of each kind of the mentee's own, up to a day. Every question has its own class."""
    filled = [one for one in list_responses(session, mentee_id) if one.event_date <= last and _has_marks(one)]
    newest = {one.code: one for one in filled if not is_theirs(one) and not one.is_oral}
    blocks = [_block(session, one, filled, language) for one in newest.values()]
    return tuple(one for one in blocks if one is not None)


def _has_marks(response: ScaleResponse) -> bool:
    return any(mark.value is not None for mark in response.marks)


def _block(session: Session, response: ScaleResponse, filled: list[ScaleResponse], language: str) -> RatingBlock | None:
    scale = get_scale(session, response.code, response.version)
    if scale.use is not ScaleUse.SELF or scale.is_external or scale.is_for_the_screen:
        return None
    before = round_before(response, filled)
    made = filled_block(Forms(scale=scale, own=response, before=before), InfoClass.RATING, language)
    item = f"ratings:{response.code}"
    return RatingBlock(
        info_class=InfoClass.RATING,
        item=item,
        title=made.title,
        filled_on=made.filled_on,
        before_on=made.before_on,
        answers=tuple(
            RatingAnswerBlock(info_class=one.info_class, item=item, voices=one.voices)
            for one in made.answers
            if one.voices.own is not None
        ),
    )


def ors_trend(session: Session, mentee: Mentee, last: date, language: str) -> TrendBlock | None:
    """The totals of ORS, where there are two to draw a line between."""
    responses = [one for one in list_responses(session, mentee.id, (ORS,)) if one.event_date <= last]
    totals = []
    for one in responses:
        value = total(get_scale(session, one.code, one.version), one.marks)
        if value is not None:
            totals.append(Total(one.event_date, value))
    if len(totals) < 2:
        return None
    curves = session_curves(totals, limits=get_settings(session).session_limits, birth_date=mentee.born)
    title = get_scale(session, ORS).title(language)
    return TrendBlock(info_class=InfoClass.HEALTH, item=f"ratings:{ORS}", title=title, curves=curves)
