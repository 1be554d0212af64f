"""Floor and product in turn: only the ratio within a pair of measurements means something on a noisy machine."""

import json
import os
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

SMOKE = "MENTOR_BENCH_SMOKE"


def rounds() -> int:
    """Pairs a row: nine, or one where it is only to be seen that everything still runs."""
    return 1 if SMOKE in os.environ else 9


def events() -> int:
    """Acts for a p95."""
    return 20 if SMOKE in os.environ else 240


Timed = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; times in milliseconds, or what `unit` says. None is not measured."""

    name: str
    goal: str
    floor: float | None = None
    product: float | None = None
    ratio: float | None = None
    p95: float | None = None
    unit: str = "ms"
    note: str = ""


def seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def timed(act: Callable[[], object], times: int = 1) -> Timed:
    """A measurement of `act`: the median of so many."""
    return lambda: statistics.median(seconds(act) for _ in range(times))


def compared(
    name: str,
    goal: str,
    floor: Timed,
    product: Timed,
    *,
    p95: float | None = None,
    note: str = "",
) -> Row:
    """Both in turn, each first in half of the rounds; the median of the ratios of the pairs."""
    pairs = []
    for number in range(rounds()):
        if number % 2:
            second, first = product(), floor()
        else:
            first, second = floor(), product()
        pairs.append((first, second))
    return Row(
        name,
        goal,
        floor=1000 * statistics.median(first for first, _ in pairs),
        product=1000 * statistics.median(second for _, second in pairs),
        ratio=statistics.median(second / first for first, second in pairs),
        p95=None if p95 is None else 1000 * p95,
        note=note,
    )


def p95(acts: Iterable[Callable[[], object]]) -> float:
    """The time, in seconds, that 19 of 20 acts keep within."""
    took = sorted(seconds(act) for act in acts)
    return took[int(len(took) * 0.95)]


def table(rows: Sequence[Row]) -> str:
    head = ("", "floor", "product", "ratio", "p95", "goal")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    text = []
    for number, line in enumerate(lines):
        cells = [line[0].ljust(widths[0]), *(cell.rjust(widths[p + 1]) for p, cell in enumerate(line[1:5]))]
        text.append("  ".join([*cells, line[5]]).rstrip())
        if number == 0:
            text.append("-" * max(len(text[0]), 60))
    return "\n".join(text)


def _cells(row: Row) -> tuple[str, ...]:
    def shown(value: float | None) -> str:
        return "–" if value is None else f"{value:.1f} {row.unit}" if value >= 10 else f"{value:.2f} {row.unit}"

    ratio = "–" if row.ratio is None else f"{row.ratio:.2f} x"
    goal = f"{row.goal}  ({row.note})" if row.note else row.goal
    return row.name, shown(row.floor), shown(row.product), ratio, shown(row.p95), goal


def as_json(rows: Sequence[Row]) -> str:
    return json.dumps([{f: getattr(row, f) for f in Row.__dataclass_fields__} for row in rows], indent=2)
