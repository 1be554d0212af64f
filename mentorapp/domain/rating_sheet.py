"""Ratings as they stand on papers about something else: a form beside the form before, a total over time."""

from dataclasses import dataclass
from datetime import date

from .charts import TrendCurves
from .sharing import Block
from .voice_rows import VoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingAnswerBlock(Block):
    voices: VoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingBlock(Block):
    """The newest form of a kind beside the one before."""

    title: str
    filled_on: date | None
    before_on: date | None
    answers: tuple[RatingAnswerBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendBlock(Block):
    """ORS over time."""

    title: str
    curves: TrendCurves
