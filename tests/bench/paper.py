"""Rows about printing: P01 on two pages and a hundred of them, the blank form, the filled form with its chart, against
ReportLab's bare canvas with the same words and lines in the same font."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from unittest.mock import patch
from uuid import UUID

from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.filled_forms import Forms, filled_block
from mentorapp.domain.filled_sheet import FILLED, FilledSheet, NextBlock
from mentorapp.domain.form_sheet import FORM, form_sheet
from mentorapp.domain.plan_sheet import MIN_PLAN, PlanSheet
from mentorapp.domain.scale_marks import Mark, ScaleResponse
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.domain.sharing import THE_MENTEE, InfoClass, Released, release
from mentorapp.language import Texts
from mentorapp.printing import structure, tagging
from mentorapp.printing.files import page_count
from mentorapp.printing.filled import render_filled
from mentorapp.printing.form import render_form
from mentorapp.printing.plan import render_plan
from mentorapp.store.mentees import find_mentees
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.scale_files import shipped_scales

from .measuring import Row, compared, timed
from .places import Place

Drawn = tuple[float, float, str, str, float]
Shape = tuple[str, tuple[float, ...]]

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
        released = release(sheet, MIN_PLAN, THE_MENTEE)
        if page_count(product(released)()) >= _PAGES:
            return released
        sheet = replace(sheet, goals=(*sheet.goals, *goals))


def product(sheet: Released[PlanSheet]) -> Callable[[], bytes]:
    return lambda: render_plan(sheet, texts=_TEXTS, easy=False, number="2026-0001", printed_on=_DAY)


def canvas_alone(lines: list[list[Drawn]], shapes: list[list[Shape]] | None = None) -> Callable[[], bytes]:
    """The same words at the same places in the same fonts, which the product has loaded, and nothing else; with
    `shapes` the same lines and circles too."""

    def draw() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pageCompression=1)
        for number, page_lines in enumerate(lines):
            for x, y, text, font, size in page_lines:
                canvas.setFont(font, size)
                canvas.drawString(x, y, text)
            for shape, places in shapes[number] if shapes else ():
                getattr(canvas, shape)(*places)
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


def shapes_by(make: Callable[[], bytes]) -> list[list[Shape]]:
    """The straight lines and circles that the product draws, page by page."""
    shapes: list[list[Shape]] = [[]]
    turn = tagging.TaggedCanvas.showPage

    def noting(shape: str) -> Callable[..., None]:
        def note(self: Any, *places: float, **how: int) -> None:
            shapes[-1].append((shape, places))
            getattr(Canvas, shape)(self, *places, **how)

        return note

    def noted_turn(self: Any) -> None:
        turn(self)
        shapes.append([])

    with (
        patch.object(tagging.TaggedCanvas, "line", noting("line"), create=True),
        patch.object(tagging.TaggedCanvas, "circle", noting("circle"), create=True),
        patch.object(tagging.TaggedCanvas, "showPage", noted_turn),
    ):
        make()
    return shapes


def blank_form() -> Callable[[], bytes]:
    """P04: ten lines and the ruler."""
    sheet = form_sheet(_form("workplace_mentee"), "sv")
    released = release(sheet, FORM, THE_MENTEE)
    return lambda: render_form(released, texts=_TEXTS, easy=False, printed_on=_DAY)


def filled_form() -> Callable[[], bytes]:
    """P05: ten marks, the round before, and the chart of two voices."""
    scale, mirror = _form("workplace_mentee"), _form("workplace_supervisor")
    forms = Forms(
        scale=scale, own=_filled(scale, 60, 2), before=_filled(scale, 40, 1), other=_filled(mirror, 30, 3),
        mirror=mirror, occasions=2,
    )  # fmt: skip
    sheet = FilledSheet(
        person=None, mentor=None, met=NextBlock(info_class=InfoClass.WORK, on=_DAY), where=None,
        forms=(filled_block(forms, InfoClass.WORK, "sv"),), totals=None, said=(), agreed=None, next_on=None,
    )  # fmt: skip
    released = release(sheet, FILLED, THE_MENTEE)
    return lambda: render_filled(released, texts=_TEXTS, easy=False, number="2026-0001", printed_on=_DAY)


def _form(code: str) -> ScaleDefinition:
    return next(one for one in shipped_scales() if one.code == code)


def _filled(scale: ScaleDefinition, mark: int, number: int) -> ScaleResponse:
    marks = tuple(Mark(item=item.code, value=Decimal(mark + place)) for place, item in enumerate(scale.items))
    return ScaleResponse(
        id=UUID(int=number), mentee_id=UUID(int=1), definition_id=scale.id, code=scale.code, version=scale.version,
        respondent=scale.respondent, event_date=_DAY, marks=marks,
    )  # fmt: skip


def form_rows() -> Iterator[Row]:
    """Against their words, lines and circles; what the product draws besides are the diamonds."""
    for name, make in (("P04, ten lines", blank_form()), ("P05, ten marks and a chart", filled_form())):
        floor = canvas_alone(drawn_by(make), shapes_by(make))
        yield compared(name, "at most 1.7 x + 30 %", timed(floor, 7), timed(make, 7))


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
    yield from form_rows()
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
