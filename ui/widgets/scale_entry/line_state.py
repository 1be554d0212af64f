"""What stands on one line: what was typed, what it means, and what was answered about it. No widgets."""

from decimal import Decimal

from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_marks import Mark, MarkNote, clamped, midpoint, on_full_line
from mentorapp.domain.scales import LINE_MM, ScaleItem, ScaleKind
from mentorapp.language import numbers
from mentorapp.language.texts import Texts

from .line_geometry import Measure
from .typed import Question, Read, read_typed
from .values import Form, measure_of


class LineState:
    """`typed` is as it stands in the field; it is read anew whenever it or the length of the line changes."""

    def __init__(self, texts: Texts, form: Form, item: ScaleItem) -> None:
        self.texts, self.form, self.item = texts, form, item
        self.kind = form.definition.kind
        self.unit = texts(f"scales.unit_{self.kind.value}", steps=form.definition.steps)
        self.length = LINE_MM
        self.typed = ""
        self.note = MarkNote.NONE
        self.read = Read()

    def put(self, typed: str, note: MarkNote = MarkNote.NONE) -> None:
        self.typed, self.note = typed, note
        try:
            self.read = self.read_now()
        except InputError:
            self.read = Read()
        if self.read.note is not MarkNote.NONE:
            self.note = self.read.note

    def put_mark(self, mark: Mark | None) -> None:
        if mark is None:
            self.put("")
        else:
            self.put("" if mark.value is None else self.shown(mark.value), mark.note)

    def set_length(self, length: Decimal) -> None:
        """The mark stays what was measured; it lies elsewhere on a line of another length."""
        self.length = length
        self.put(self.typed, self.note)

    def read_now(self) -> Read:
        """InputError for what cannot be read. What was answered already is not asked again."""
        if self.note is not MarkNote.NONE and not self.typed.strip():
            return Read(note=self.note)
        return read_typed(self.form.definition, self.typed, self.length)

    def answer(self, yes: bool) -> None:
        """To the question that is open: the end or the middle, or to leave the line blank."""
        first, second = self.read.value, self.read.second
        if self.read.question is Question.TWO:
            if yes and first is not None and second is not None:
                self.put(self.shown(midpoint(first, second)), MarkNote.MIDPOINT)
            else:
                self.put("", MarkNote.TWO_UNCLEAR)
        elif yes and first is not None:
            self.put(self.shown(clamped(first, self.measure().high)), MarkNote.CLAMPED)
        else:
            self.put("", MarkNote.SKIPPED)

    def value(self) -> Decimal | None:
        """What is settled; a cross that is still asked about is no value yet."""
        return None if self.read.question else self.read.value

    def drawn(self) -> tuple[Decimal | None, Decimal | None]:
        """The crosses to be seen: both, while it is asked which was meant."""
        if self.read.question is Question.TWO:
            return self.read.value, self.read.second
        return self.value(), None

    def mark(self) -> Mark | None:
        """None for a line that nothing is said of."""
        value = self.value()
        if value is None and self.note is MarkNote.NONE:
            return None
        return Mark(item=self.item.code, value=value, note=self.note)

    def before(self) -> Decimal | None:
        """Where the cross of the time before would be on a line of this length."""
        earlier = self.form.before
        value = earlier.value(self.item.code) if earlier is not None else None
        if value is None or earlier is None or self.kind is not ScaleKind.VAS_FORM:
            return value
        return value * self.length / earlier.line_length_mm

    def measure(self) -> Measure:
        return measure_of(self.form.definition, self.length)

    def note_words(self) -> str:
        return self.texts(f"codes.mark_note_{self.note.value}") if self.note is not MarkNote.NONE else ""

    def remark(self) -> str:
        """What there is to say of a mark: that it was set at the end, or what it is on a full line."""
        value = self.value()
        if value is None:
            return ""
        told = [self.note_words()]
        if self.kind is ScaleKind.VAS_FORM and self.length != LINE_MM:
            told.append(self.texts("scales.on_full_line", value=self.shown(on_full_line(value, self.length))))
        return " · ".join(part for part in told if part)

    def shown(self, value: Decimal) -> str:
        """As it stands in the field."""
        is_cm = self.kind is ScaleKind.EXTERNAL_LINES
        return numbers.tenths(self.texts, value) if is_cm else numbers.plain(self.texts, value)

    def in_words(self, value: Decimal) -> str:
        return f"{self.shown(value)} {self.unit}".strip()
