"""Numbers as they are typed: nothing, a whole number, one with one decimal, or hours a week or per cent."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from .errors import InputError
from .placements import FULL_TIME

_TOO_LARGE = 1_000_000
_MOST_WEEKS = 104

_ONE_DECIMAL = re.compile(r"([0-9]{1,4})(?:[.,]([0-9]))?")


def whole(field: str, typed: str) -> int | None:
    """A whole number, or None for nothing; InputError for anything else."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise InputError(field, "number_unreadable")
    return int(text)


def days_of_weeks(field: str, typed: str) -> int | None:
    """Whole weeks as days, None for nothing; InputError for none at all and for more than two years of them."""
    weeks = whole(field, typed)
    if weeks is None:
        return None
    if not 1 <= weeks <= _MOST_WEEKS:
        raise InputError(field, "weeks_range", highest=_MOST_WEEKS)
    return weeks * 7


def whole_numbers(field: str, typed: str) -> tuple[int, ...]:
    """Whole numbers with commas or spaces between; InputError for anything else."""
    found = [whole(field, word) for word in typed.replace(",", " ").split()]
    return tuple(one for one in found if one is not None)


def tenths(field: str, typed: str) -> int | None:
    """A number with at most one decimal, with comma or point, as whole tenths; None for nothing."""
    text = typed.strip()
    if not text:
        return None
    found = _ONE_DECIMAL.fullmatch(text)
    if found is None:
        raise InputError(field, "number_one_decimal")
    return int(found[1]) * 10 + int(found[2] or 0)


def kilometres(typed: str) -> Decimal | None:
    """One decimal, with comma or point."""
    value = _decimal("distance_km", typed)
    return value.quantize(Decimal("0.1")) if value is not None and abs(value) < 1000 else value


def hours_a_week(typed: str) -> Decimal | None:
    """Hours as they stand, or per cent of full time: 20, 17,5 or 50 %. What they may be is not asked here."""
    text = typed.strip()
    value = _decimal("hours_per_week", text.removesuffix("%").removesuffix("h"))
    if value is None or not text.endswith("%"):
        return value
    return (value * FULL_TIME / 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _decimal(field: str, typed: str) -> Decimal | None:
    text = typed.strip().replace(",", ".")
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise InputError(field, "number_unreadable") from None
    if not value.is_finite() or abs(value) >= _TOO_LARGE:
        raise InputError(field, "number_unreadable")
    return value
