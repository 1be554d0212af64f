"""Rows about printing: P01 on two pages and a hundred of them, against ReportLab's bare canvas with the same font."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from unittest.mock import patch
from uuid import UUID

from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.plan_sheet import MIN_PLAN, PlanSheet
from mentorapp.domain.sharing import Audience, Released, release
from mentorapp.language import Texts
from mentorapp.printing import structure, tagging
from mentorapp.printing.files import page_count
from mentorapp.printing.plan import render_plan
from mentorapp.store.mentees import find_mentees
from mentorapp.store.plan_sheets import gather_plan_sheet

from .measuring import Row, compared, timed
from .places import Place

Drawn = tuple[float, float, str, str, float]

_TEXTS = Texts("sv")
_WHO = "LM 207"
_PAGES = 2
_DAY = date(2026, 11, 25)


def sheet_of(place: Place) -> Released[PlanSheet]:
    """Birk's plan with as many goals as fill two pages in the ordinary version."""
    opened = place.open()
    try:
        with opened.store.read() as session:
            mentee: UUID = find_mentees(session, _WHO)[0].id
            sheet = gather_plan_sheet(session, mentee, and_word="och")
    finally:
        opened.close()
    goals = sheet.goals
    while True:
        released = release(sheet, MIN_PLAN, Audience.MENTEE)
        if page_count(product(released)()) >= _PAGES:
            return released
        sheet = replace(sheet, goals=(*sheet.goals, *goals))


def product(sheet: Released[PlanSheet]) -> Callable[[], bytes]:
    return lambda: render_plan(sheet, texts=_TEXTS, easy=False, number="2026-0001", printed_on=_DAY)


def canvas_alone(lines: list[list[Drawn]]) -> Callable[[], bytes]:
    """The same words at the same places in the same fonts, which the product has loaded, and nothing else."""

    def draw() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pageCompression=1)
        for page_lines in lines:
            for x, y, text, font, size in page_lines:
                canvas.setFont(font, size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return draw


def drawn_by(make: Callable[[], bytes]) -> list[list[Drawn]]:
    """What the product draws, page by page, written down while it does."""
    lines: list[list[Drawn]] = [[]]
    show, turn = tagging.TaggedCanvas._show, tagging.TaggedCanvas.showPage

    def note(self: Any, x: float, baseline: float, text: str, font: str, size: float) -> None:
        lines[-1].append((x, baseline, text, font, size))
        show(self, x, baseline, text, font, size)

    def noted_turn(self: Any) -> None:
        turn(self)
        lines.append([])

    with patch.object(tagging.TaggedCanvas, "_show", note), patch.object(tagging.TaggedCanvas, "showPage", noted_turn):
        make()
    return [one for one in lines if one]


@contextmanager
def untagged() -> Iterator[None]:
    """The same drawing without structure, so that one can see what tagging costs."""
    with (
        patch.object(tagging.TaggedCanvas, "mark", lambda _self, _element: None),
        patch.object(structure, "tagged", lambda pdf, *_rest: pdf),
    ):
        yield


def peak_of(plans: int, place: Place) -> float:
    """MiB that a process needs at most for so many plans."""
    command = [sys.executable, "-m", "tests.bench.paper", str(place.sealed), str(place.plain), str(plans)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def paper_rows(place: Place) -> Iterator[Row]:
    make = product(sheet_of(place))
    floor = canvas_alone(drawn_by(make))
    pages = page_count(make())

    def without_tags() -> None:
        with untagged():
            make()

    name = f"P01 on {pages} pages"
    yield compared(f"{name}, untagged", "at most 1.7 x", timed(floor, 7), timed(without_tags, 7))
    yield compared(f"{name}, tagged", "at most 1.7 x + 30 %", timed(floor, 7), timed(make, 7))
    yield compared("Tagging alone: untagged to tagged", "at most 1.3 x", timed(without_tags, 7), timed(make, 7))

    def hundred(act: Callable[[], object]) -> Callable[[], None]:
        def all_of_them() -> None:
            for _ in range(100):
                act()

        return all_of_them

    yield compared("100 plans", "at most 1.7 x + 30 %", timed(hundred(floor)), timed(hundred(make)))
    one, many = peak_of(1, place), peak_of(100, place)
    yield Row("100 plans: peak memory against one", "at most 1.2 x", one, many, many / one, unit="MiB")


if __name__ == "__main__":
    from pathlib import Path

    from mentorapp.store import vault

    from .phrase import PASSPHRASE

    sealed, plain, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    here = Place(sealed, plain, vault.unlock_with_passphrase(sealed, PASSPHRASE))
    render = product(sheet_of(here))
    # The derivation of the key needed more than any print: from here on the peak counts anew.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    for _ in range(count):
        render()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024)
