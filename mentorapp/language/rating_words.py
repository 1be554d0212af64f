"""What a newest ORS or SRS gives reason to ask about: numbers and careful words, never a judgement (B.8)."""

from decimal import Decimal

from mentorapp.domain.session_ratings import RatingSign
from mentorapp.domain.watch import Watch

from .numbers import plain, tenths
from .texts import Texts


def rating_words(texts: Texts, one: Watch) -> str:
    """SRS 37,0 → 34,0. Fråga hur ni har det ihop."""
    sign = one.sign
    assert sign is not None
    code, value = one.rule.value.upper(), tenths(texts, sign.at.value)
    if sign.before is None or sign.before.value == sign.at.value:
        total = texts("reminders.total", code=code, value=value)
    else:
        total = texts("reminders.total_change", code=code, value=value, before=tenths(texts, sign.before.value))
    if sign.before is None or sign.sign in (RatingSign.SRS_LOW, RatingSign.SRS_FALLEN):
        return f"{total} {texts('reminders.srs')}"
    limit = one.limit or Decimal(0)
    best = "best_" if sign.sign is RatingSign.ORS_BELOW_BEST else ""
    more = "more" if sign.before.value - sign.at.value > limit else "at"
    return f"{total} {texts(f'reminders.ors_{best}{more}', change=plain(texts, limit))}"
