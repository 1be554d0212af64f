"""What stands on a filled form: marks as they were measured, whatever the printer did to the paper (B.8, F 18 to 20).

A mark keeps what was read from the paper. What it means is worked out: on paper that was printed at 97 %, a mark at
48.5 mm of a line of 97 mm is one at 50 of 100.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .scale_rounds import RoundKind
from .scales import LINE_MM, FavourableEnd, Respondent, ScaleDefinition, ScaleItem, ScaleKind
from .sharing import InfoClass as C

MM_PER_CM = 10
LINE_LENGTHS = (Decimal(50), Decimal(150))
_TENTH = Decimal("0.1")
_NUMBER = re.compile(r"-?([0-9]+\.?[0-9]*|\.[0-9]+)")


class FilledHow(StrEnum):
    ALONE = "alone"
    WITH_HELP = "with_help"
    INTERPRETER = "interpreter"
    ORAL = "oral"


class MarkNote(StrEnum):
    """What there is to know of a mark. CLAMPED stood outside its line and was set at the end after a yes; MIDPOINT are
    two crosses of which the mentee said the middle; TWO_UNCLEAR two of which nobody knows; SKIPPED a line left blank on
    purpose. TWO_UNCLEAR and SKIPPED have no value; nothing is ever guessed."""

    NONE = "none"
    CLAMPED = "clamped"
    MIDPOINT = "midpoint"
    TWO_UNCLEAR = "two_unclear"
    SKIPPED = "skipped"


UNANSWERED = frozenset({MarkNote.TWO_UNCLEAR, MarkNote.SKIPPED})
"""Notes of a line that has no value."""


@entity
class Mark:
    """`value` is in the unit of the form, to one decimal: millimetres from the left end of a VAS_FORM line,
    centimetres for EXTERNAL_LINES, the step of a LIKERT, the points of an EXTERNAL_TOTAL."""

    item: str = internal()
    value: Decimal | None = classed(C.RATING, default=None)
    note: MarkNote = internal(default=MarkNote.NONE)


@entity
class ScaleResponse:
    """One filled form. `line_length_mm` is what the control line measured on that paper.

    `oral_note` is what was said where somebody would rather talk (I14): it counts as done, without any mark.
    `contact_id` is the supervisor who answered; `placement_id` and `follow_up_id` what it was about.
    """

    id: UUID = internal()
    mentee_id: UUID = internal()
    enrolment_id: UUID | None = internal(default=None)
    definition_id: UUID = internal()
    code: str = internal()
    version: int = internal()
    respondent: Respondent = internal(default=Respondent.MENTEE)
    round: RoundKind = classed(C.RATING, default=RoundKind.AD_HOC)
    round_of: str = internal(default="")
    event_date: date = classed(C.RATING)
    filled_how: FilledHow = classed(C.RATING, default=FilledHow.ALONE)
    line_length_mm: Decimal = internal(default=LINE_MM)
    comment: str = classed(C.RATING, default="")
    oral_note: str = classed(C.RATING, default="")
    placement_id: UUID | None = internal(default=None)
    follow_up_id: UUID | None = internal(default=None)
    contact_id: UUID | None = internal(default=None)
    info_class: C = internal(default=C.RATING)
    voided_on: date | None = internal(default=None)
    void_reason: str = internal(default="")
    marks: tuple[Mark, ...] = classed(C.RATING, default=())

    def mark(self, item: str) -> Mark | None:
        return next((one for one in self.marks if one.item == item), None)

    def value(self, item: str) -> Decimal | None:
        """What was measured; None where there is no mark."""
        found = self.mark(item)
        return None if found is None else found.value

    @property
    def is_oral(self) -> bool:
        return self.filled_how is FilledHow.ORAL


def line_length(kind: ScaleKind, line_length_mm: Decimal = LINE_MM) -> Decimal:
    """How long the line is in the unit of the form: as measured for own forms, 10.0 cm for others'."""
    return LINE_MM / MM_PER_CM if kind is ScaleKind.EXTERNAL_LINES else line_length_mm


def normalised(item: ScaleItem, value: Decimal, length: Decimal = LINE_MM) -> Fraction:
    """0 to 100 with the favourable end at 100, exact. `value` and `length` in the same unit; B.8.

    Without a favourable end it is counted from the left.
    """
    at = Fraction(value) * 100 / Fraction(length)
    return 100 - at if item.favourable is FavourableEnd.LEFT else at


def measured(item: ScaleItem, at: Fraction, length: Decimal = LINE_MM) -> Decimal:
    """The way back: where on a line of `length` a mark at `at` (0 to 100, favourable end at 100) is, to one decimal."""
    from_left = 100 - at if item.favourable is FavourableEnd.LEFT else at
    exact = from_left * Fraction(length) / 100
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_TENTH, ROUND_HALF_UP)


def on_full_line(value: Decimal, length: Decimal) -> Decimal:
    """Millimetres as they would stand on an unscaled line of 100 mm, to one decimal."""
    return (value * LINE_MM / length).quantize(_TENTH, ROUND_HALF_UP)


def midpoint(first: Decimal, second: Decimal) -> Decimal:
    """The middle of two crosses, to one decimal."""
    return ((first + second) / 2).quantize(_TENTH, ROUND_HALF_UP)


def is_outside(value: Decimal, length: Decimal) -> bool:
    """Whether a cross stands beyond an end of its line: it is clamped only after somebody has said yes (F 20)."""
    return not 0 <= value <= length


def clamped(value: Decimal, length: Decimal) -> Decimal:
    return min(max(value, Decimal(0)), length)


def check_marks(definition: ScaleDefinition, marks: Iterable[Mark], line_length_mm: Decimal = LINE_MM) -> None:
    """Refuses marks that cannot stand on this form. InputError `marks`; an unknown item is a bug (KeyError)."""
    check_line_length(line_length_mm)
    seen: set[str] = set()
    for mark in marks:
        definition.item(mark.item)
        if mark.item in seen:
            raise ValueError("two marks for one item")
        seen.add(mark.item)
        if mark.note in UNANSWERED and mark.value is not None:
            raise ValueError("a line without an answer has no value")
        if mark.note in (MarkNote.CLAMPED, MarkNote.MIDPOINT) and mark.value is None:
            raise ValueError("a mark that was settled has a value")
        if mark.value is not None:
            _check_value(definition, mark.value, line_length_mm)


def check_line_length(line_length_mm: Decimal) -> None:
    """50 to 150 mm, to one decimal: what a control line can measure on paper. InputError `line_length_mm`."""
    if not LINE_LENGTHS[0] <= line_length_mm <= LINE_LENGTHS[1]:
        raise InputError("line_length_mm", "number_range", lowest=int(LINE_LENGTHS[0]), highest=int(LINE_LENGTHS[1]))
    if line_length_mm != line_length_mm.quantize(_TENTH):
        raise InputError("line_length_mm", "number_unreadable")


def check_totals(definition: ScaleDefinition, marks: Iterable[Mark]) -> None:
    """The first item of an EXTERNAL_TOTAL is the total: not below the least there is, the sum of its parts where all of
    them are there, and never less than those that are. InputError `marks`."""
    if definition.kind is not ScaleKind.EXTERNAL_TOTAL:
        return
    by_item = {mark.item: mark.value for mark in marks if mark.value is not None}
    first, *parts = definition.items
    whole = by_item.get(first.code)
    if whole is None:
        return
    if whole < (definition.lowest or 0):
        raise InputError("marks", "mark_outside", lowest=definition.lowest, highest=definition.highest)
    known = [by_item[part.code] for part in parts if part.code in by_item]
    together = sum(known, Decimal(0))
    if together > whole or (known and len(known) == len(parts) and together != whole):
        raise InputError("marks", "scale_parts_do_not_add_up", total=whole, sum=together)


def _check_value(definition: ScaleDefinition, value: Decimal, line_length_mm: Decimal) -> None:
    low, high = bounds(definition, line_length_mm)
    if not low <= value <= high:
        raise InputError("marks", "mark_outside", lowest=low, highest=high)
    if value != value.quantize(_TENTH) or (definition.kind in _WHOLE and value != int(value)):
        raise InputError("marks", "number_unreadable")


_WHOLE = frozenset({ScaleKind.LIKERT, ScaleKind.EXTERNAL_TOTAL})


def bounds(definition: ScaleDefinition, line_length_mm: Decimal = LINE_MM) -> tuple[Decimal, Decimal]:
    """The least and the largest value of a mark, in the unit of the form."""
    if definition.kind is ScaleKind.LIKERT:
        return Decimal(1), Decimal(definition.steps or 1)
    if definition.kind is ScaleKind.EXTERNAL_TOTAL:
        return Decimal(0), Decimal(definition.highest or 0)
    return Decimal(0), line_length(definition.kind, line_length_mm)


def counted(definition: ScaleDefinition, marks: Iterable[Mark]) -> tuple[int, int]:
    """How many items have a value, and how many there are: 3 of 4."""
    held = {mark.item for mark in marks if mark.value is not None}
    return len(held), len(definition.items)


def total(definition: ScaleDefinition, marks: Iterable[Mark]) -> Decimal | None:
    """The sum of four lines in centimetres, 0 to 40.0; None as long as one is missing (F 18). The total of an
    EXTERNAL_TOTAL is its first item. Other forms have no total."""
    by_item: Mapping[str, Decimal | None] = {mark.item: mark.value for mark in marks}
    if definition.kind is ScaleKind.EXTERNAL_TOTAL:
        return by_item.get(definition.items[0].code)
    if definition.kind is not ScaleKind.EXTERNAL_LINES:
        return None
    values = [by_item.get(item.code) for item in definition.items]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed for a line: its number, or nothing."""

    value: Decimal | None
    outside: bool = False


def read_mark(definition: ScaleDefinition, typed: str, line_length_mm: Decimal = LINE_MM) -> Typed:
    """Millimetres, centimetres with one decimal, a step or points, with comma or point. InputError `marks`.

    In centimetres two digits or more without a comma are always tenths, as the ruler shows them (46 is 4.6 cm, 05 is
    0.5, 10 is 1.0), and one digit is whole centimetres. The end of the line is 100 or 10,0.
    """
    text = typed.strip().replace(",", ".")
    if not text:
        return Typed(None)
    if len(text) > 6 or not _NUMBER.fullmatch(text):
        raise InputError("marks", "number_unreadable")
    value = Decimal(text)
    digits = text.removeprefix("-")
    if definition.kind is ScaleKind.EXTERNAL_LINES and len(digits) > 1 and digits.isdigit():
        value = value / MM_PER_CM
    if value != value.quantize(_TENTH) or (definition.kind in _WHOLE and value != int(value)):
        raise InputError("marks", "number_unreadable")
    low, high = bounds(definition, line_length_mm)
    return Typed(value, outside=not low <= value <= high)
