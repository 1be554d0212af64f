"""What was typed for a line: a number, two crosses, a dash for a line that is left blank, or nothing."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_marks import MarkNote, bounds, read_mark
from mentorapp.domain.scales import LINE_MM, ScaleDefinition, ScaleKind

_DASHES = frozenset("-–—")
LINES = frozenset({ScaleKind.VAS_FORM, ScaleKind.EXTERNAL_LINES})


class Question(StrEnum):
    """What only the one who filled in the form can say."""

    OUTSIDE = "outside"
    TWO = "two"


@dataclass(frozen=True, slots=True)
class Read:
    """`value` and `second` as they stand on the paper; with a `question` they are no mark yet."""

    value: Decimal | None = None
    second: Decimal | None = None
    note: MarkNote = MarkNote.NONE
    question: Question | None = None


def read_typed(definition: ScaleDefinition, typed: str, line_length_mm: Decimal = LINE_MM) -> Read:
    """InputError `marks` for what is no number, and for one that cannot stand in a form without lines."""
    text = typed.strip()
    if text in _DASHES:
        return Read(note=MarkNote.SKIPPED)
    parts = text.replace("+", " ").split()
    is_line = definition.kind in LINES
    if len(parts) > 2 or (len(parts) == 2 and not is_line):
        raise InputError("marks", "number_unreadable")
    found = [read_mark(definition, part, line_length_mm) for part in parts]
    outside = any(one.outside for one in found)
    if len(found) == 2 and not outside:
        return Read(found[0].value, found[1].value, question=Question.TWO)
    if outside and (len(found) == 2 or not is_line):
        raise _outside(definition, line_length_mm)
    if not found:
        return Read()
    return Read(found[0].value, question=Question.OUTSIDE if outside else None)


def _outside(definition: ScaleDefinition, line_length_mm: Decimal) -> InputError:
    low, high = bounds(definition, line_length_mm)
    return InputError("marks", "mark_outside", lowest=low, highest=high)
