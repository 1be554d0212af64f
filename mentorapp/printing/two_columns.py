"""Pieces of a paper in two columns where there is room for both beside one another, else in one."""

from collections.abc import Sequence

from .flow import Block, Strip
from .meeting_parts import Made
from .passages import height, side_by_side, spaced
from .styles import LEFT, WIDTH
from .summary_pieces import Piece
from .tagging import Element

_BETWEEN = 28.0
_HALF = (WIDTH - _BETWEEN) / 2
_TALLEST = 330.0
"""A part in two columns never breaks: what is taller stands in one."""


def columns(made: Made, left: Sequence[Piece], right: Sequence[Piece]) -> list[Block]:
    """Two columns where both have something and neither is tall; else one below the other."""
    if left and right:
        trial = Made(Element("Document"), made.words, made.style)
        columns = [_strips(trial, left, LEFT, _HALF), _strips(trial, right, LEFT, _HALF)]
        if max(height(one) for one in columns) <= _TALLEST:
            both = [_strips(made, left, LEFT, _HALF), _strips(made, right, LEFT + _HALF + _BETWEEN, _HALF)]
            return [Block([side_by_side(both)], gap=16)]
    return [Block(piece(made, LEFT, WIDTH), gap=16) for piece in (*left, *right)]


def _strips(made: Made, pieces: Sequence[Piece], x: float, width: float) -> list[Strip]:
    found: list[Strip] = []
    for piece in pieces:
        strips = piece(made, x, width)
        found += spaced(strips, 12) if found else strips
    return found
