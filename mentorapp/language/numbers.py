"""Numbers in words of the language: a decimal comma in Swedish, a point in English."""

from .texts import Texts


def tenths_text(texts: Texts, tenths: int) -> str:
    """Whole tenths with their one decimal: 25,0."""
    mark = "," if texts.language == "sv" else "."
    return f"{tenths // 10}{mark}{tenths % 10}"
