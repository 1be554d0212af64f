"""Where a value lies on a drawn line, and what a click on it means; no Qt, no widgets."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

REACH = 12
"""How far from the line, in pixels, a click still means it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a mark can be: `low` to `high`, and the steps that a click or an arrow goes by."""

    low: Decimal
    high: Decimal
    step: Decimal
    leap: Decimal

    def at(self, value: Decimal) -> float:
        """0 at the left end, 1 at the right; a value beyond an end lies on it."""
        if self.high == self.low:
            return 0.0
        return min(1.0, max(0.0, float((value - self.low) / (self.high - self.low))))

    def value(self, at: float) -> Decimal:
        """The nearest step to a place on the line; the end itself where the line ends between two steps."""
        if at >= 1:
            return self.high
        exact = self.low + (self.high - self.low) * Decimal(max(0.0, at))
        steps = ((exact - self.low) / self.step).quantize(Decimal(1), ROUND_HALF_UP)
        return min(self.high, self.low + steps * self.step)

    def moved(self, value: Decimal | None, steps: int, leap: bool) -> Decimal:
        """By arrow; a line without a mark begins in its middle."""
        if value is None:
            return self.value(0.5)
        return min(self.high, max(self.low, value + steps * (self.leap if leap else self.step)))


@dataclass(frozen=True, slots=True)
class Span:
    """The line on the screen: from `left` to `right` at the height `y`."""

    left: float
    right: float
    y: float

    def x(self, at: float) -> float:
        return self.left + at * (self.right - self.left)

    def hit(self, x: float, y: float) -> float | None:
        """Which place on the line is meant; None beyond its reach."""
        if abs(y - self.y) > REACH or not self.left - REACH <= x <= self.right + REACH:
            return None
        return self.place(x)

    def place(self, x: float) -> float:
        """The nearest place on the line, wherever the hand is: for dragging."""
        wide = self.right - self.left
        return min(1.0, max(0.0, (x - self.left) / wide)) if wide > 0 else 0.0
