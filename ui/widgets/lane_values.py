"""What lies on the lanes of the overview, as frozen values, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Family


@dataclass(frozen=True, slots=True)
class Dot:
    """A contact: filled when it was held, hollow when not."""

    day: date
    held: bool
    words: str = ""
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A benefit or an intervention; None means that it began before or goes on beyond what is known.

    `pending` is dashed: needed, applied for, waited for, at rest - not there yet, or not now.
    """

    start: date | None
    end: date | None
    words: str
    family: Family = Family.SLATE
    pending: bool = False
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """What happened on one day and is no stretch of time, such as a refusal."""

    day: date
    words: str
    family: Family = Family.SLATE
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class MeetingSign(Sign):
    """A meeting with others: filled when it was held, hollow while it is booked."""

    held: bool = False


@dataclass(frozen=True, slots=True)
class LaneStep:
    """A stay at some height, such as a placement at 20 percent or a level of the ladder; `height` is 0 to 1.

    `said` is what is read aloud and stands in the table, where it is more than the words on the picture.
    """

    start: date
    end: date | None
    height: float
    words: str
    family: Family = Family.BLUE
    key: UUID | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Dotted brackets round a time of which nothing is known."""

    start: date
    end: date | None
    words: str


Mark = Dot | Bar | LaneStep | Gap | Sign


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor."""

    name: str
    dots: tuple[Dot, ...] = ()
    bars: tuple[Bar, ...] = ()
    steps: tuple[LaneStep, ...] = ()
    gaps: tuple[Gap, ...] = ()
    signs: tuple[Sign, ...] = ()

    def marks(self) -> tuple[Mark, ...]:
        """All that lies on the lane, oldest first."""
        every: tuple[Mark, ...] = (*self.dots, *self.bars, *self.steps, *self.gaps, *self.signs)
        return tuple(sorted(every, key=_begins))


def _begins(mark: Mark) -> date:
    return mark.day if isinstance(mark, Dot | Sign) else mark.start or date.min


def mark_in_words(texts: Texts, mark: Mark) -> str:
    """What a screen reader says about one mark."""
    if isinstance(mark, Dot):
        said = texts(f"widgets.lanes_{'held' if mark.held else 'not_held'}", day=full_date(texts, mark.day))
        return f"{said}. {mark.words}" if mark.words else said
    if isinstance(mark, Sign):
        return texts("widgets.lanes_sign", name=mark.words, day=full_date(texts, mark.day))
    name = _name(mark)
    start, end = _day(texts, mark.start), _day(texts, mark.end)
    key = "period" if start and end else "from" if start else "until" if end else "always"
    return texts(f"widgets.lanes_{key}", name=name, start=start, end=end)


def lanes_table(texts: Texts, lanes: Sequence[Lane]) -> tuple[tuple[str, str, str, str], ...]:
    """Lane, what, from, to: the twin of the picture."""
    return tuple((lane.name, *_cells(texts, mark)) for lane in lanes for mark in lane.marks())


def lanes_table_heads(texts: Texts) -> tuple[str, str, str, str]:
    lane, what = texts("widgets.column_lane"), texts("widgets.column_what")
    return lane, what, texts("widgets.column_from"), texts("widgets.column_to")


def _cells(texts: Texts, mark: Mark) -> tuple[str, str, str]:
    if isinstance(mark, Dot):
        words = texts("widgets.lanes_met" if mark.held else "widgets.lanes_not_met")
        if mark.words:
            words = texts("widgets.lanes_dot", words=mark.words, happened=words[:1].lower() + words[1:])
        return words, full_date(texts, mark.day), full_date(texts, mark.day)
    if isinstance(mark, Sign):
        return mark.words, full_date(texts, mark.day), full_date(texts, mark.day)
    return _name(mark), _day(texts, mark.start), _day(texts, mark.end)


def _name(mark: Bar | LaneStep | Gap) -> str:
    return mark.said or mark.words if isinstance(mark, LaneStep) else mark.words


def _day(texts: Texts, day: date | None) -> str:
    return "" if day is None else full_date(texts, day)
