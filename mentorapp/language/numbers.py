"""Numbers with a decimal as a person would write them, in the language of the texts."""

from decimal import Decimal

from .texts import Texts


def tenths(texts: Texts, value: Decimal) -> str:
    """4,6 in Swedish, 4.6 in English; always one decimal."""
    return _with_sign(texts, f"{value:.1f}")


def plain(texts: Texts, value: Decimal) -> str:
    """52, or 52,5: a decimal only where there is one."""
    text = f"{value:f}"
    return _with_sign(texts, text.rstrip("0").rstrip(".") if "." in text else text)


def _with_sign(texts: Texts, text: str) -> str:
    return text if texts.language == "en" else text.replace(".", ",")
