"""Charts in words and as tables: the same for the screen reader, for *Visa som tabell* and for the paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from mentorapp.domain.charts import Number, Reading, Series, TrendCurves
from mentorapp.domain.geometry import DayScale
from mentorapp.domain.hours_curve import HoursCurve, HoursStep
from mentorapp.domain.phases import Phase
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows

from .dates import full_date
from .texts import Texts


@dataclass(frozen=True, slots=True)
class TableTwin:
    """The twin of a picture: heads, and rows of words as long as the heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class VoiceNames:
    """What the voices are called: the preferred name, who the supervisor is, the form before."""

    own: str
    other: str
    earlier: str


def voice_names(texts: Texts, own: str = "", other: str = "") -> VoiceNames:
    """Empty names become *Deltagaren* and *Handledaren*."""
    own = own or texts("charts.own")
    return VoiceNames(own, other or texts("charts.other"), texts("charts.earlier", name=own))


def number_in_words(texts: Texts, value: Number, decimals: int = 0) -> str:
    """Rounded half up, with the decimal sign of the language."""
    exact = Fraction(value)
    step = Decimal(1).scaleb(-decimals)
    rounded = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, ROUND_HALF_UP)
    return f"{rounded:f}".replace(".", texts("charts.decimal"))


def plain_number(texts: Texts, value: Number) -> str:
    """Without a decimal where it is whole: 25, but 27,5."""
    return number_in_words(texts, value, 0 if Fraction(value).denominator == 1 else 1)


def value_in_words(texts: Texts, series: Series, reading: Reading) -> str:
    """What stands beside a point."""
    if reading.value is None:
        return texts("charts.missing")
    return number_in_words(texts, reading.value, series.decimals)


def limit_in_words(texts: Texts, value: Number) -> str:
    """gränslinje 25."""
    return texts("charts.limit", value=plain_number(texts, value))


def reading_in_words(texts: Texts, curves: TrendCurves, series: Series, reading: Reading) -> str:
    """Series, day and value, and on which side of the cut-off it lies: what a screen reader says of a point."""
    values = {"day": full_date(texts, reading.on), "value": value_in_words(texts, series, reading)}
    said = texts("charts.point", **values)
    if series.name:
        said = texts("charts.point_of", name=series.name, **values)
    limit = curves.limit_on(reading.on) if series.is_limited else None
    if limit is None or reading.value is None:
        return said
    side = "above" if reading.value > limit else "below" if reading.value < limit else "at"
    return f"{said} {texts(f'charts.limit_{side}', value=plain_number(texts, limit))}"


def trend_in_words(texts: Texts, curves: TrendCurves) -> str:
    """The whole chart for those who do not see it."""
    if not curves.days:
        return texts("charts.empty")
    said = [texts("charts.trend_axis", top=plain_number(texts, curves.top))]
    for limit in curves.limits:
        value = plain_number(texts, limit.value)
        if limit.since is None:
            said.append(texts("charts.limit_is", value=value))
        else:
            said.append(texts("charts.limit_from", value=value, day=full_date(texts, limit.since)))
    for band in curves.bands:
        low, high = plain_number(texts, band.low), plain_number(texts, band.high)
        said.append(texts("charts.band_between", name=texts(f"charts.band_{band.kind.value}"), low=low, high=high))
    for series in curves.series:
        said += [reading_in_words(texts, curves, series, reading) for reading in series.readings]
    return " ".join(said)


def trend_table(texts: Texts, curves: TrendCurves) -> TableTwin:
    """A row for each day and a column for each series; the cut-off of the day last."""
    names = [series.name or texts("charts.value") for series in curves.series]
    heads = (texts("charts.column_day"), *names, *([texts("charts.column_limit")] if curves.limits else []))
    rows = []
    for day in curves.days:
        cells = [full_date(texts, day)]
        for series in curves.series:
            there = [value_in_words(texts, series, one) for one in series.readings if one.on == day]
            cells.append(", ".join(there))
        if curves.limits:
            limit = curves.limit_on(day)
            cells.append("" if limit is None else plain_number(texts, limit))
        rows.append(tuple(cells))
    return TableTwin(heads, tuple(rows))


def mark_in_words(texts: Texts, mark: Fraction | None) -> str:
    return texts("charts.missing") if mark is None else number_in_words(texts, mark)


def row_in_words(texts: Texts, row: VoiceRow, names: VoiceNames, rows: VoiceRows) -> str:
    """The question with all its marks, and whether the two see it differently."""
    said = [
        texts("charts.voice", name=name, value=mark_in_words(texts, mark))
        for name, mark, day in _voices(row, names, rows)
        if day is not None
    ]
    if row.joined and row.apart is not None:
        said.append(texts("charts.apart", value=number_in_words(texts, row.apart)))
    return texts("charts.row", name=row.name, words=", ".join(said))


def voice_mark_in_words(texts: Texts, row: VoiceRow, names: VoiceNames, rows: VoiceRows, place: int) -> str:
    """One mark of a row: 0 is the own, 1 the other, 2 the earlier one. With its day."""
    name, mark, day = _voices(row, names, rows)[place]
    said = texts("charts.voice", name=name, value=mark_in_words(texts, mark))
    return texts("charts.row", name=row.name, words=said if day is None else f"{said}, {full_date(texts, day)}")


def _voices(row: VoiceRow, names: VoiceNames, rows: VoiceRows) -> tuple[tuple[str, Fraction | None, date | None], ...]:
    return (
        (names.own, row.own, rows.own_on),
        (names.other, row.other, rows.other_on),
        (names.earlier, row.earlier, rows.earlier_on),
    )


def voices_in_words(texts: Texts, rows: VoiceRows, names: VoiceNames) -> str:
    if not rows.rows:
        return texts("charts.empty")
    return " ".join([texts("charts.voices_axis"), *(row_in_words(texts, row, names, rows) for row in rows.rows)])


def voices_table(texts: Texts, rows: VoiceRows, names: VoiceNames) -> TableTwin:
    """Question, a column for each voice that has answered, how far apart the two are, and the words at the ends."""
    days = (rows.own_on, rows.other_on, rows.earlier_on)
    voices = [at for at, day in enumerate(days) if day is not None]
    called = (names.own, names.other, names.earlier)
    both = rows.own_on is not None and rows.other_on is not None
    cells = []
    for row in rows.rows:
        marks = (row.own, row.other, row.earlier)
        line = [row.name, *(mark_in_words(texts, marks[at]) for at in voices)]
        if both:
            line.append("" if row.apart is None else number_in_words(texts, row.apart))
        ends = texts("charts.ends", left=row.left, right=row.right) if row.left or row.right else ""
        cells.append((*line, ends))
    apart = [texts("charts.column_apart")] if both else []
    heads = (texts("charts.column_question"), *(called[at] for at in voices), *apart, texts("charts.column_ends"))
    return TableTwin(heads, tuple(cells))


def percent_in_words(texts: Texts, step: HoursStep) -> str:
    return texts("charts.percent", value=step.percent)


def step_in_words(texts: Texts, step: HoursStep) -> str:
    """från 14 september 2026: 20 %, 8 timmar i veckan."""
    return texts(
        "charts.hours_step",
        day=full_date(texts, step.since),
        percent=percent_in_words(texts, step),
        hours=texts("charts.hours", hours=plain_number(texts, step.hours)),
    )


def hours_in_words(texts: Texts, curve: HoursCurve) -> str:
    if not curve.steps:
        return texts("charts.empty")
    said = [step_in_words(texts, step) for step in curve.steps]
    if curve.ended is not None:
        said.append(texts("charts.ended", day=full_date(texts, curve.ended)))
    elif curve.planned_to is not None:
        said.append(texts("charts.planned_to", day=full_date(texts, curve.planned_to)))
    return " ".join(said)


def hours_table(texts: Texts, curve: HoursCurve) -> TableTwin:
    heads = (texts("charts.column_from"), texts("charts.column_hours"), texts("charts.column_percent"))
    rows = (
        (full_date(texts, step.since), plain_number(texts, step.hours), percent_in_words(texts, step))
        for step in curve.steps
    )
    return TableTwin(heads, tuple(rows))


def months_on(texts: Texts, scale: DayScale) -> list[tuple[str, float]]:
    """The months by name where they begin, with the one that the axis begins in; January as the year."""
    months = list(scale.months())
    if not months or months[0][0] != scale.first:
        months.insert(0, (scale.first, 0.0))
    return [(str(day.year) if day.month == 1 else texts(f"calendar.mon_{day.month}"), x) for day, x in months]


def phase_in_words(texts: Texts, phase: Phase) -> str:
    """Yrkesprofil: klar, 1 mars 2026 till 4 april 2026."""
    name, state = texts(phase.key), texts(f"charts.phase_{phase.state.value}")
    since, until = (full_date(texts, day) if day else "" for day in (phase.since, phase.until))
    when = ""
    if since and until:
        when = texts("charts.between", since=since, until=until)
    elif since:
        when = texts("charts.since", since=since)
    return texts("charts.phase_dated" if when else "charts.phase", name=name, state=state, when=when)


def phases_in_words(texts: Texts, phases: Sequence[Phase]) -> str:
    return " ".join(phase_in_words(texts, phase) for phase in phases)


def phases_table(texts: Texts, phases: Sequence[Phase]) -> TableTwin:
    heads = tuple(texts(f"charts.column_{name}") for name in ("phase", "state", "from", "to"))
    return TableTwin(
        heads,
        tuple(
            (
                texts(one.key),
                texts(f"charts.phase_{one.state.value}"),
                full_date(texts, one.since) if one.since else "",
                full_date(texts, one.until) if one.until else "",
            )
            for one in phases
        ),
    )
