"""Where the words of a chart over time stand: values beside their points, names at the lines, limits at their ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .charts import LimitLine, TrendPicture, Voice
from .geometry import Box, Point
from .label_places import Size, Stroke, Wanted, placed, places_round


@dataclass(frozen=True, slots=True)
class TrendLabels:
    """Where words go: `values` beside the spots, `names` beside the series, `limits` at the right end of each level,
    `bands` within each band.

    None is a label that found no room; the newest value of each series and the limits always have one where it can be
    done at all.
    """

    values: tuple[Box | None, ...] = ()
    names: tuple[Box | None, ...] = ()
    limits: tuple[Box | None, ...] = ()
    bands: tuple[Box | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the words are on what is drawn: of each spot, series, limit and band, and a mark with its air."""

    values: Sequence[Size]
    names: Sequence[Size]
    limits: Sequence[Size]
    bands: Sequence[Size]
    mark: Size


_ORDER = {
    Voice.OWN: "below above left right",
    Voice.OTHER: "above below right left",
    Voice.PRIVATE: "above left right below",
    Voice.EARLIER: "above below right left",
}


def trend_labels(picture: TrendPicture, sizes: Sizes) -> TrendLabels:
    """The limits first, then the newest values and the names, then from the newest value backwards."""
    strokes = [_strokes(lines) for lines in picture.lines]
    limit_strokes = tuple(pairwise(picture.limit_path))
    every = (*(one for lines in strokes for one in lines), *limit_strokes)
    wanted = {("limit", at): _limit_label(line, size, every, limit_strokes)
              for at, (line, size) in enumerate(zip(picture.limits, sizes.limits, strict=True))}  # fmt: skip
    values = {}
    for at, spot in enumerate(picture.spots):
        others = (*(one for no, lines in enumerate(strokes) if no != spot.series for one in lines), *limit_strokes)
        order = "above right left" if spot.missing else _ORDER[picture.curves.series[spot.series].voice]
        places = places_round(spot.at, sizes.values[at], sizes.mark, order, corners=spot.newest)
        values["value", at] = Wanted(places, others, strokes[spot.series], must=spot.newest)
    wanted |= {key: values[key] for at, spot in enumerate(picture.spots) if spot.newest for key in [("value", at)]}
    wanted |= _name_labels(picture, sizes, every)
    wanted |= {("band", at): _band_label(box, size, every)
               for at, (box, size) in enumerate(zip(picture.bands, sizes.bands, strict=True))}  # fmt: skip
    wanted |= {("value", at): values["value", at] for at in _newest_first(picture) if ("value", at) not in wanted}
    found = dict(zip(wanted, placed(tuple(wanted.values()), _marks(picture, sizes.mark)), strict=True))
    return TrendLabels(
        tuple(found["value", at] for at in range(len(picture.spots))),
        tuple(found.get(("name", at)) for at in range(len(picture.curves.series))),
        tuple(found["limit", at] for at in range(len(picture.limits))),
        tuple(found["band", at] for at in range(len(picture.bands))),
    )


def _strokes(lines: Sequence[Sequence[Point]]) -> tuple[Stroke, ...]:
    return tuple(stroke for line in lines for stroke in pairwise(line))


def _newest_first(picture: TrendPicture) -> list[int]:
    return sorted(range(len(picture.spots)), key=lambda at: -picture.spots[at].at.x)


def _marks(picture: TrendPicture, mark: Size) -> list[Box]:
    """The marks without the air that labels keep from them."""
    wide, high = mark.width * 0.7, mark.height * 0.7
    return [Box(s.at.x - wide / 2, s.at.y - high / 2, wide, high) for s in picture.spots]


def _limit_label(line: LimitLine, size: Size, every: tuple[Stroke, ...], own: tuple[Stroke, ...]) -> Wanted:
    """At its right end above it, else below; where it is crowded further to the left, but not beyond its level."""
    air = size.height * 0.15
    first = min(line.start.x, line.end.x - size.width)
    places = [
        Box(
            max(0.0, line.end.x - size.width - step / 4 * (line.end.x - size.width - first)), y, size.width, size.height
        )
        for step in range(5)
        for y in (line.end.y + air, line.end.y - air - size.height)
    ]
    return Wanted(tuple(places), tuple(one for one in every if one not in own), own, must=True)


def _band_label(band: Box, size: Size, every: tuple[Stroke, ...]) -> Wanted:
    """Within the band: at its foot or its top, as far to the left as it is free; else just outside it."""
    room = max(0.0, band.width - size.width)
    heights = (band.y, band.top - size.height, band.top, band.y - size.height)
    left = max(0.0, min(band.x, 1 - size.width))
    places = [Box(left + room * step / 8, y, size.width, size.height) for y in heights for step in range(9)]
    return Wanted(tuple(places), every, must=True)


def _name_labels(picture: TrendPicture, sizes: Sizes, every: tuple[Stroke, ...]) -> dict[tuple[str, int], Wanted]:
    """A series is named at its first point, or at its last."""
    wanted = {}
    for at, series in enumerate(picture.curves.series):
        own = [spot for spot in picture.spots if spot.series == at and not spot.missing]
        if own and series.name:
            ends = (own[-1], own[0]) if series.voice in (Voice.PRIVATE, Voice.OTHER) else (own[0], own[-1])
            orders = ("right above below left", "above below left right")
            if series.voice is Voice.OWN:
                orders = (orders[1], orders[0])
            places = [
                box
                for end, order in zip(ends, orders, strict=True)
                for box in places_round(end.at, sizes.names[at], sizes.mark, order)
            ]
            wanted["name", at] = Wanted(tuple(places), every, must=True)
    return wanted
