"""Figures on ratings as rows of bars and as tables: the numbers, with how many each is of, and careful words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mentorapp.domain.figures import GENDERS, FigureRow
from mentorapp.domain.mentees import Gender
from mentorapp.domain.rating_figures import SECOND, Answers, EffectRow, FormFigures, RoundShare
from mentorapp.domain.scale_changes import NetEffect, percent
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.domain.total_figures import OrsFigures, TotalFigures
from mentorapp.language.chart_words import TableTwin, number_in_words
from mentorapp.language.texts import Texts

from .share_bars import Bar

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, under a name."""

    name: str
    counts: FigureRow
    base: FigureRow


def share_bars(texts: Texts, shares: Iterable[Share], missing: tuple[int, int] | None = None) -> tuple[Bar, ...]:
    """A bar each, and of how many of how many there is nothing to say."""
    bars = []
    for one in shares:
        count, of = one.counts.total, one.base.total
        said = texts("figures.share", count=count, base=of)
        share = _percent(texts, count, of)
        words = texts("figures.bar_said", name=one.name, share=said, percent=share)
        bars.append(Bar(one.name, (count,), of, share, said, words))
    return (*bars, *([] if missing is None else [missing_bar(texts, *missing)]))


def missing_bar(texts: Texts, count: int, of: int) -> Bar:
    name, said = texts("figures.unknown"), texts("figures.share", count=count, base=of)
    return Bar(name, (), 0, "", said, texts("figures.missing_said", share=said))


def share_table(texts: Texts, head: str, shares: Sequence[Share], missing: Share | None) -> TableTwin:
    """A column a gender that occurs, then all together; the last row what is missing."""
    genders = _genders(one.base for one in (*shares, *([missing] if missing else [])))
    heads = (head, *(texts(f"figures.short_{gender.value}") for gender in genders), texts("figures.together"))
    rows = [(one.name, *(_of(texts, one, gender) for gender in genders), _whole(texts, one)) for one in shares]
    if missing is not None:
        rows.append((missing.name, *(_of(texts, missing, gender) for gender in genders), _whole(texts, missing)))
    return TableTwin(heads, tuple(rows))


def effect_bars(texts: Texts, form: FormFigures) -> tuple[Bar, ...]:
    """Up, as before and down of each item; at the right the net in percentage points, and how many pairs of how many
    who have begun."""
    bars = [_effect_bar(texts, form, row) for row in form.rows]
    without = form.begun.total - form.pairs.total
    return (*bars, missing_bar(texts, without, form.begun.total))


def _effect_bar(texts: Texts, form: FormFigures, row: EffectRow) -> Bar:
    effect, name = row.effect, row_name(texts, form.definition, row)
    net = net_words(texts, effect)
    words = texts(
        "figures.effect_said", name=name, up=effect.improved, same=effect.unchanged, down=effect.worsened,
        pairs=effect.pairs, net=net, missing=row.missing,
    )  # fmt: skip
    parts = (effect.improved, effect.unchanged, effect.worsened)
    return Bar(name, parts, effect.pairs, net, texts("figures.pairs", count=effect.pairs), words)


def effect_table(texts: Texts, form: FormFigures) -> TableTwin:
    genders = _genders([form.begun])
    heads = [texts(f"figures.{key}") for key in ("what", "net", "up", "same", "down", "unknown")]
    heads += [texts("figures.up_of", who=texts(f"figures.short_{gender.value}").lower()) for gender in genders]
    rows = []
    for row in form.rows:
        effect = row.effect
        counts = [_part(texts, part, effect.pairs) for part in (effect.improved, effect.unchanged, effect.worsened)]
        by_gender = [_part(texts, row.of(gender).improved, row.of(gender).pairs) for gender in genders]
        name = row_name(texts, form.definition, row)
        missing = texts("figures.share", count=row.missing, base=form.begun.total)
        rows.append((name, net_words(texts, effect), *counts, missing, *by_gender))
    return TableTwin(tuple(heads), tuple(rows))


def row_name(texts: Texts, definition: ScaleDefinition, row: EffectRow) -> str:
    """The short name of an item; of several together what they are about."""
    if row.item:
        return definition.item(row.item).label(texts.language)
    return texts("figures.dimension", name=texts(f"codes.dimension_{row.dimension.value}"))


def net_words(texts: Texts, effect: NetEffect) -> str:
    """+36, −8, 0 percentage points, or a dash without pairs."""
    return NOTHING if effect.points is None else signed(texts, Decimal(effect.points), 0)


def signed(texts: Texts, value: Decimal, decimals: int = 1) -> str:
    """+4,7 and −0,5."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number_in_words(texts, abs(value), decimals)}"


def round_shares_of(texts: Texts, rows: Iterable[RoundShare]) -> tuple[Share, ...]:
    return tuple(Share(_round(texts, row), row.filled, row.reached) for row in rows)


def _round(texts: Texts, row: RoundShare) -> str:
    return texts("figures.second") if row.code == SECOND else texts(f"codes.round_{row.code}", of=row.of)


def answer_shares(texts: Texts, answers: Answers) -> tuple[Share, ...]:
    """1 – inte alls: the ends with their words."""
    item, last = answers.definition.item(answers.item), len(answers.rows)
    left, right = item.ends(texts.language)
    ends = {1: left, last: right}
    return tuple(
        Share(
            texts("figures.step_end", step=row.step, words=ends[row.step]) if row.step in ends else str(row.step),
            row.counts,
            answers.answered,
        )
        for row in answers.rows
    )


def ors_shares(texts: Texts, ors: OrsFigures, change: Decimal) -> tuple[Share, ...]:
    said = number_in_words(texts, change, 0 if change == int(change) else 1)
    return (
        Share(texts("figures.ors_up", change=said), ors.up, ors.pairs),
        Share(texts("figures.ors_same"), ors.same, ors.pairs),
        Share(texts("figures.ors_down", change=said), ors.down, ors.pairs),
        Share(texts("figures.ors_crossed"), ors.crossed, ors.below),
    )


def total_shares(texts: Texts, figures: TotalFigures) -> tuple[Share, ...]:
    pairs = _together(figures.up, figures.same, figures.down)
    keys = (("up", figures.up), ("same", figures.same), ("down", figures.down))
    return tuple(Share(texts(f"figures.{key}"), counts, pairs) for key, counts in keys)


def missing_of(texts: Texts, begun: FigureRow, *known: FigureRow) -> Share:
    """Those who have begun and are not among the known."""
    there = _together(*known)
    left = ((gender, begun.of(gender) - there.of(gender)) for gender in GENDERS)
    return Share(texts("figures.unknown"), FigureRow("", tuple((g, n) for g, n in left if n)), begun)


def _together(*rows: FigureRow) -> FigureRow:
    every = ((gender, sum(row.of(gender) for row in rows)) for gender in GENDERS)
    return FigureRow("", tuple((gender, count) for gender, count in every if count))


def _genders(rows: Iterable[FigureRow]) -> tuple[Gender, ...]:
    found = list(rows)
    return tuple(gender for gender in GENDERS if any(row.of(gender) for row in found))


def _of(texts: Texts, one: Share, gender: Gender) -> str:
    return texts("figures.share", count=one.counts.of(gender), base=one.base.of(gender))


def _whole(texts: Texts, one: Share) -> str:
    return _part(texts, one.counts.total, one.base.total)


def _part(texts: Texts, count: int, of: int) -> str:
    """6 av 11 (55 %)."""
    said = texts("figures.share", count=count, base=of)
    return texts("figures.share_percent", share=said, percent=_percent(texts, count, of)) if of else said


def _percent(texts: Texts, count: int, of: int) -> str:
    found = percent(count, of)
    return NOTHING if found is None else texts("charts.percent", value=found)
