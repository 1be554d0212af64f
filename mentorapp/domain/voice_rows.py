"""Two voices on one form: what the mentee and the supervisor marked, question by question, the good end right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from .geometry import share, voices_joined
from .scale_changes import are_comparable, at
from .scale_marks import ScaleResponse
from .scales import FavourableEnd, ScaleDefinition, ScaleItem

WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One question. Marks are 0 to 100 with the good end at 100; `left` and `right` are the end words as drawn."""

    code: str
    name: str
    left: str = ""
    right: str = ""
    own: Fraction | None = None
    other: Fraction | None = None
    earlier: Fraction | None = None

    @property
    def joined(self) -> bool:
        """Whether the two lie so far apart that a bar joins them."""
        return self.own is not None and self.other is not None and voices_joined(float(self.own), float(self.other))

    @property
    def apart(self) -> Fraction | None:
        return None if self.own is None or self.other is None else abs(self.own - self.other)


@dataclass(frozen=True, slots=True)
class VoiceRows:
    """The rows, and the day of each of the three forms; None is a form that is not there."""

    rows: tuple[VoiceRow, ...]
    own_on: date | None = None
    other_on: date | None = None
    earlier_on: date | None = None

    @property
    def ends(self) -> tuple[str, str] | None:
        """The end words that all rows share; None where they differ."""
        found = {(row.left, row.right) for row in self.rows}
        return found.pop() if len(found) == 1 else None

    @property
    def differing(self) -> tuple[VoiceRow, ...]:
        """What to talk about: the rows whose voices differ."""
        return tuple(row for row in self.rows if row.joined)


def place_of(mark: Fraction) -> float:
    """Where on the line a mark stands, 0 to 1."""
    return share(float(mark), float(WHOLE))


def voice_rows(
    definition: ScaleDefinition,
    own: ScaleResponse | None,
    other: ScaleResponse | None,
    earlier: ScaleResponse | None,
    name_of: Callable[[ScaleItem], str],
    language: str = "sv",
    *,
    mirror: ScaleDefinition | None = None,
) -> VoiceRows:
    """The rows of the mentee's form. `mirror` is the supervisor's form, whose items bear the same codes; without it
    `other` is read as the same form. An earlier form counts only in the same version."""
    if own is not None and earlier is not None and not are_comparable(earlier, own):
        earlier = None
    if earlier is not None and (earlier.code, earlier.version) != (definition.code, definition.version):
        earlier = None
    return VoiceRows(
        tuple(
            VoiceRow(
                item.code,
                name_of(item),
                *_ends(item, language),
                _mark(definition, item.code, own),
                _mark(mirror or definition, item.code, other),
                _mark(definition, item.code, earlier),
            )
            for item in definition.items
        ),
        None if own is None else own.event_date,
        None if other is None else other.event_date,
        None if earlier is None else earlier.event_date,
    )


def _mark(definition: ScaleDefinition, code: str, response: ScaleResponse | None) -> Fraction | None:
    item = next((one for one in definition.items if one.code == code), None)
    return None if response is None or item is None else at(definition, item, response)


def _ends(item: ScaleItem, language: str) -> tuple[str, str]:
    """The good end goes to the right, whatever side it has on the paper."""
    left, right = item.ends(language)
    return (right, left) if item.favourable is FavourableEnd.LEFT else (left, right)
