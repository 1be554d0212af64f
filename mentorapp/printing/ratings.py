"""Ratings on papers about something else: a form beside the form before, and a total over time."""

from collections.abc import Sequence

from mentorapp.domain.rating_sheet import RatingBlock, TrendBlock
from mentorapp.domain.voice_rows import VoiceRows
from mentorapp.language.chart_words import VoiceNames

from .charts import trend_block
from .flow import Block
from .meeting_parts import Made
from .passages import spaced
from .styles import EASY
from .summary_pieces import heading_of
from .voices import voices_block


def ratings(made: Made, found: Sequence[RatingBlock], trend: TrendBlock | None, names: VoiceNames) -> list[Block]:
    """Each under its own heading; a form of which no answer may be shown leaves none."""
    blocks = [_rating(made, one, names) for one in found if one.answers]
    if trend:
        chart = trend_block(made.root, trend.curves, made.texts, name=trend.title, easy=made.style is EASY)
        blocks.append(Block([*heading_of(made, trend.title), *spaced(chart.strips, 4)], gap=16))
    return blocks


def _rating(made: Made, one: RatingBlock, names: VoiceNames) -> Block:
    rows = VoiceRows(tuple(answer.voices for answer in one.answers), one.filled_on, None, one.before_on)
    chart = voices_block(made.root, rows, names, made.texts, easy=made.style is EASY)
    return Block([*heading_of(made, one.title), *spaced(chart.strips, 4)], gap=16)
