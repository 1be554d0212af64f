"""Numbers as they are said: with the comma or the point of the language, and without needless decimals."""

from decimal import Decimal

from .texts import Texts


def decimal_said(texts: Texts, value: Decimal) -> str:
    """20, 17,5."""
    whole = value.to_integral_value()
    return str(whole) if value == whole else str(value.normalize()).replace(".", texts("relative.decimal"))
