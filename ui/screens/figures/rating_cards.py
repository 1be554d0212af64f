"""The cards on ratings: each a picture that can be shown as a table, the key figures in words, and how to read them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from mentorapp.domain.rating_figures import Answers, FormFigures
from mentorapp.domain.scales import Dimension
from mentorapp.domain.total_figures import LastMean, OrsFigures, TotalFigures
from mentorapp.language.chart_words import number_in_words
from mentorapp.language.texts import Texts
from mentorapp.store.rating_figures import RatingFigures
from ui.theme import Role, Theme
from ui.widgets.chart_card import ChartCard
from ui.widgets.text import Text

from . import rating_words as words
from .share_bars import ShareBars


class RatingCards:
    """Makes the cards of what there is; nothing that nobody has filled in has one."""

    def __init__(self, theme: Theme, texts: Texts, figures: RatingFigures, change: Decimal) -> None:
        self._theme, self._texts, self._figures, self._change = theme, texts, figures, change

    def make(self) -> Iterator[ChartCard]:
        found = self._figures
        titles = {form.definition.code: form.definition.title(self._texts.language) for form in found.forms}
        titles |= {one.definition.code: one.definition.title(self._texts.language) for one in found.totals}
        for code, rows in found.rounds.items():
            yield from (self._form(form) for form in found.forms if form.definition.code == code)
            yield from (self._answers(one) for one in found.answers if one.definition.code == code)
            yield from (self._total(one) for one in found.totals if one.definition.code == code)
            shares = words.round_shares_of(self._texts, rows)
            title = self._texts("figures.rounds_of", title=titles[code])
            yield self._shares(title, self._texts("figures.occasion"), shares, None)
        if found.ors is not None:
            yield self._ors(found.ors, found.srs)

    def _form(self, form: FormFigures) -> ChartCard:
        texts = self._texts
        title = form.definition.title(texts.language)
        if sum(one.definition.code == form.definition.code for one in self._figures.forms) > 1:
            title = texts("figures.version", title=title, version=form.definition.version)
        legend = (texts("figures.up"), texts("figures.same"), texts("figures.down"))
        bars, twin = words.effect_bars(texts, form), words.effect_table(texts, form)
        picture = ShareBars(self._theme, texts, title, bars, twin, legend)
        card = ChartCard(self._theme, texts, title, picture)
        said = [texts("figures.from_start", pairs=form.pairs.total, begun=form.begun.total)]
        ready = form.row_of(Dimension.READINESS)
        if ready is not None and ready.effect.pairs:
            up, pairs = ready.effect.improved, ready.effect.pairs
            shares = {"share": ready.effect.improved_share, "rest_share": ready.effect.rest_share}
            said.append(texts("figures.readiness", up=up, rest=pairs - up, pairs=pairs, **shares))
        months = form.months
        if months.mean is not None:
            said.append(texts("figures.between", mean=months.mean, first=months.shortest, last=months.longest))
        self._say(card, [*said, texts("figures.careful")])
        return card

    def _answers(self, answers: Answers) -> ChartCard:
        texts = self._texts
        title = answers.definition.item(answers.item).label(texts.language)
        shares = words.answer_shares(texts, answers)
        missing = words.missing_of(texts, answers.begun, answers.answered)
        return self._shares(title, texts("figures.answer"), shares, missing, texts("figures.latest_answer"))

    def _ors(self, ors: OrsFigures, srs: LastMean | None) -> ChartCard:
        texts = self._texts
        said = [texts("figures.pairs_of", pairs=ors.pairs.total, begun=ors.begun.total)]
        if ors.first_mean is not None and ors.last_mean is not None and ors.mean_change is not None:
            first, last = (number_in_words(texts, one, 1) for one in (ors.first_mean, ors.last_mean))
            by = words.signed(texts, ors.mean_change)
            said.append(texts("figures.ors_means", first=first, last=last, by=by, pairs=ors.pairs.total))
        if srs is not None and srs.mean is not None:
            mean = number_in_words(texts, srs.mean, 1)
            said.append(texts("figures.srs_mean", mean=mean, known=srs.known.total))
        shares = words.ors_shares(texts, ors, self._change)
        missing = words.missing_of(texts, ors.begun, ors.pairs)
        return self._shares("ORS", texts("figures.what"), shares, missing, *said, texts("figures.careful"))

    def _total(self, total: TotalFigures) -> ChartCard:
        texts = self._texts
        title = total.definition.title(texts.language)
        said = texts("figures.pairs_of", pairs=total.pairs, begun=total.begun.total)
        shares = words.total_shares(texts, total)
        missing = words.missing_of(texts, total.begun, total.up, total.same, total.down)
        return self._shares(title, texts("figures.what"), shares, missing, said, texts("figures.careful"))

    def _shares(
        self, title: str, head: str, shares: Sequence[words.Share], missing: words.Share | None, *said: str
    ) -> ChartCard:
        texts = self._texts
        without = None if missing is None else (missing.counts.total, missing.base.total)
        bars, twin = words.share_bars(texts, shares, without), words.share_table(texts, head, shares, missing)
        card = ChartCard(self._theme, texts, title, ShareBars(self._theme, texts, title, bars, twin))
        self._say(card, said)
        return card

    def _say(self, card: ChartCard, said: Sequence[str]) -> None:
        for place, line in enumerate(said):
            last = place == len(said) - 1
            card.add(Text(self._theme, line, Role.SMALL, tone="ink2", wrap=True), below=12 if last else 4)
