"""The charts of the tab: totals over time, one question over time, and all questions beside the time before."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QComboBox

from mentorapp.domain.charts import TrendCurves
from mentorapp.domain.rating_curves import ITEM_TOP, item_curves, session_curves, total_curve
from mentorapp.domain.scale_changes import at
from mentorapp.domain.scale_marks import ScaleResponse, total
from mentorapp.domain.scales import ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.domain.session_ratings import Total
from mentorapp.domain.voice_rows import VoiceRows, voice_rows
from mentorapp.language.chart_words import voice_names
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.chart_card import ChartCard
from ui.widgets.inset import inset
from ui.widgets.trend_chart import TrendChart
from ui.widgets.two_voices import TwoVoices

from ..reading import Person
from .reading import Ratings, has_marks

_NOTHING = VoiceRows(())
Other = tuple[ScaleDefinition, Sequence[ScaleResponse], str]
"""The form that mirrors one, its answers, and whose they are."""


class TrendCard(ChartCard):
    """*Så har det varit*: of own forms one question at a time, chosen in the drop-down."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        self.chart = TrendChart(theme, texts, total_curve((), ITEM_TOP))
        super().__init__(theme, texts, texts("scales.trend"), self.chart)
        self._items: tuple[ScaleDefinition, tuple[ScaleResponse, ...], str, Other | None] | None = None
        self.item = QComboBox()
        self.item.setAccessibleName(texts("scales.which_line"))
        self.item.view().setAccessibleName(texts("scales.which_line"))
        self.item.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.setMinimumContentsLength(16)
        self.item.currentIndexChanged.connect(lambda _at: self._show_item())
        self._item_box = inset(self, self.item)

    def show_session(
        self, person: Person, ratings: Ratings, ors: ScaleDefinition | None, srs: ScaleDefinition | None,
        ors_totals: Sequence[Total], srs_totals: Sequence[Total],
    ) -> None:  # fmt: skip
        """ORS with its line, and SRS on this screen only."""
        curves = session_curves(
            ors_totals,
            srs_totals,
            limits=ratings.limits,
            birth_date=person.mentee.born,
            ors_missing=ratings.without_total(ors) if ors else (),
            srs_missing=ratings.without_total(srs) if srs else (),
        )
        self._show(curves)

    def show_totals(self, scale: ScaleDefinition, forms: Sequence[ScaleResponse]) -> None:
        """Totals that were counted on paper, from 0 to the largest there is."""
        points = [(one.event_date, total(scale, one.marks)) for one in forms if not one.is_oral]
        assert scale.highest is not None
        self._show(total_curve(points, Decimal(scale.highest), scale.title(self._texts.language)))

    def show_items(
        self, scale: ScaleDefinition, forms: Sequence[ScaleResponse], own_name: str, other: Other | None = None
    ) -> None:
        self._items = (scale, tuple(forms), own_name, other)
        names = [item.label(self._texts.language) for item in scale.items]
        if names != [self.item.itemText(place) for place in range(self.item.count())]:
            self.item.blockSignals(True)
            self.item.clear()
            for item, name in zip(scale.items, names, strict=True):
                self.item.addItem(name, item.code)
            self.item.setCurrentIndex(_most_moved(scale, forms))
            self.item.blockSignals(False)
        self._item_box.show()
        self._show_item()

    def _show_item(self) -> None:
        if self._items is None:
            return
        scale, forms, own_name, other = self._items
        mirror, theirs, name = other or (None, (), "")
        code = str(self.item.currentData())
        if all(one.value(code) is None for one in theirs):
            mirror, theirs = None, ()
        curves = item_curves(scale, code, forms, own_name, other=theirs, other_name=name, mirror=mirror)
        self.chart.set_curves(curves)

    def _show(self, curves: TrendCurves) -> None:
        self._item_box.hide()
        self.chart.set_curves(curves)


class RowsCard(ChartCard):
    """Every question of the newest form, with the time before as a small mark; at work the supervisor's beside it."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        self.voices = TwoVoices(theme, texts, _NOTHING)
        super().__init__(theme, texts, texts("scales.line_by_line"), self.voices)

    def show_forms(
        self, scale: ScaleDefinition, forms: Sequence[ScaleResponse], own_name: str, other: Other | None = None
    ) -> None:
        own = [one for one in forms if has_marks(one)]
        theirs = [one for one in other[1] if has_marks(one)] if other else []
        shown = voice_rows(
            scale,
            own[-1] if own else None,
            theirs[-1] if theirs else None,
            own[-2] if len(own) > 1 else None,
            self._label,
            self._texts.language,
            mirror=other[0] if other else None,
        )
        self.voices.set_rows(shown, voice_names(self._texts, own_name, other[2] if other else ""))
        self.setVisible(bool(own or theirs))

    def _label(self, item: ScaleItem) -> str:
        return item.label(self._texts.language)


def is_counted(scale: ScaleDefinition) -> bool:
    return scale.kind is ScaleKind.EXTERNAL_TOTAL


def _most_moved(scale: ScaleDefinition, forms: Sequence[ScaleResponse]) -> int:
    """The question that has changed most between the last two forms; the first where nothing has."""
    last = [one for one in forms if has_marks(one)][-2:]
    if len(last) < 2:
        return 0
    moved = [
        abs(after - before)
        if (before := at(scale, item, last[0])) is not None and (after := at(scale, item, last[1])) is not None
        else 0
        for item in scale.items
    ]
    return moved.index(max(moved))
