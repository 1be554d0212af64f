"""Charts on the screen: walked by arrow keys, said in words, shown as tables, and told apart without colour."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.charts import Reading, Series, TrendCurves, Voice
from mentorapp.domain.hours_curve import HoursCurve, HoursStep
from mentorapp.domain.phases import stage_phases
from mentorapp.domain.rating_curves import session_curves
from mentorapp.domain.session_ratings import Total
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows
from mentorapp.domain.workplace_support import SeStage, StageNow, StageState
from mentorapp.language.chart_words import voice_names
from mentorapp.language.texts import Texts
from tests.ui.pressing import press_until
from ui.theme import Theme
from ui.theme.tokens import DARK
from ui.widgets import chart as chart_module
from ui.widgets.chart import Chart
from ui.widgets.chart_card import ChartCard
from ui.widgets.chart_painting import paint_voice
from ui.widgets.phase_row import PhaseRow
from ui.widgets.step_chart import StepChart
from ui.widgets.trend_chart import TrendChart
from ui.widgets.two_voices import TwoVoices

Show = Callable[..., QWidget]
TODAY = date(2026, 11, 25)


def total(month: int, day: int, value: str) -> Total:
    return Total(date(2026, month, day), Decimal(value))


ORS = [total(9, 9, "18.4"), total(10, 7, "24.1"), total(11, 4, "26.0"), total(11, 25, "19.2")]
SRS = [total(10, 7, "37"), total(11, 4, "34")]
ROWS = VoiceRows(
    (
        VoiceRow("pace", "Tempo", "nej", "ja", Fraction(55), Fraction(38), Fraction(41)),
        VoiceRow("breaks", "Raster", "mindre bra", "mycket bra", None, Fraction(46), Fraction(58)),
    ),
    TODAY,
    TODAY,
    date(2026, 10, 2),
)
STEPS = (
    HoursStep(date(2026, 9, 14), 20, Decimal(8)),
    HoursStep(date(2026, 10, 14), 30, Decimal(12)),
    HoursStep(date(2026, 11, 5), 50, Decimal(20)),
)
STATES = (StageState.DONE, StageState.DONE, StageState.CURRENT, StageState.CURRENT, StageState.AHEAD)
PHASES = stage_phases(StageNow(stage, state) for stage, state in zip(SeStage, STATES, strict=True))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader hears."""
    heard: list[str] = []
    monkeypatch.setattr(chart_module, "announce", lambda _widget, sentence: heard.append(sentence))
    return heard


def keys(widget: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(widget, key)


def has(image: QImage, rect: QRectF, colour: QColor) -> bool:
    box = rect.toAlignedRect() & image.rect()
    return any(
        image.pixelColor(x, y) == colour
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )


class TestTrend:
    @pytest.fixture
    def trend(self, theme: Theme, texts: Texts, shown: Show) -> TrendChart:
        trend = TrendChart(theme, texts, session_curves(ORS, SRS))
        shown(trend)
        trend.setFocus()
        return trend

    def test_arrow_keys_walk_the_points_by_day_and_say_them(self, trend: TrendChart, said: list[str]) -> None:
        keys(trend, *[Qt.Key.Key_Right] * 3)
        assert said == [
            "ORS, 9 september 2026: 18,4. Under gränslinjen 25.",
            "ORS, 7 oktober 2026: 24,1. Under gränslinjen 25.",
            "SRS, 7 oktober 2026: 37.",
        ]
        keys(trend, Qt.Key.Key_End, Qt.Key.Key_Right)
        assert said[3:] == ["ORS, 25 november 2026: 19,2. Under gränslinjen 25."]
        keys(trend, Qt.Key.Key_Home, Qt.Key.Key_Left)
        assert trend.current() == 0

    def test_up_and_down_change_series_at_the_nearest_day(self, trend: TrendChart, said: list[str]) -> None:
        keys(trend, Qt.Key.Key_Down)
        assert said[-1].startswith("ORS, 9 september")
        keys(trend, Qt.Key.Key_End, Qt.Key.Key_Down)
        assert said[-1] == "SRS, 4 november 2026: 34."
        keys(trend, Qt.Key.Key_Down)
        assert said[-1] == "SRS, 4 november 2026: 34."
        keys(trend, Qt.Key.Key_Up)
        assert said[-1].startswith("ORS, 4 november")

    def test_enter_and_a_click_open_the_point(self, qtbot: QtBot, trend: TrendChart) -> None:
        with qtbot.assertNotEmitted(trend.activated):
            keys(trend, Qt.Key.Key_Return)
        keys(trend, Qt.Key.Key_End)
        with qtbot.waitSignal(trend.activated) as opened:
            keys(trend, Qt.Key.Key_Return)
        series, reading = trend.points()[opened.args[0]]
        assert (series.name, reading.on) == ("ORS", TODAY)
        with qtbot.waitSignal(trend.activated) as opened:
            QTest.mouseClick(trend, Qt.MouseButton.LeftButton, pos=trend.spot(2).center().toPoint())
        assert opened.args == [2] == [trend.current()]
        with qtbot.assertNotEmitted(trend.activated):
            QTest.mouseClick(trend, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    def test_the_ring_goes_round_the_chart_and_then_round_the_point(self, trend: TrendChart) -> None:
        assert trend.focus_rect() == trend.rect()
        keys(trend, Qt.Key.Key_Right)
        assert trend.focus_rect().width() < 40

    def test_it_can_be_read_without_seeing_it(self, trend: TrendChart) -> None:
        assert trend.accessibleName() == "Värden över tid"
        assert "26,0. Över gränslinjen 25." in trend.accessibleDescription()
        trend.set_curves(session_curves(ORS[:1]))
        assert "26,0" not in trend.accessibleDescription()
        assert trend.current() == -1

    def test_the_mouse_is_told_what_a_point_is(self, trend: TrendChart) -> None:
        spot = trend.spot(0).center().toPoint()
        QApplication.sendEvent(trend, QHelpEvent(QEvent.Type.ToolTip, spot, trend.mapToGlobal(spot)))
        assert QToolTip.text().startswith("ORS, 9 september 2026: 18,4.")
        away = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), trend.mapToGlobal(QPoint(1, 1)))
        QApplication.sendEvent(trend, away)
        QToolTip.hideText()

    def test_the_newest_point_is_hollow_and_the_others_filled(self, trend: TrendChart, theme: Theme) -> None:
        picture, primary = trend.grab().toImage(), theme.colour("primary")
        middles = [trend.spot(place).center().toPoint() for place in (0, 1, 5)]
        assert [picture.pixelColor(at) == primary for at in middles] == [True, True, False]

    def test_every_shape_differs_without_colour(self, theme: Theme) -> None:
        def shape(voice: Voice, newest: bool = False) -> bytes:
            image = QImage(24, 24, QImage.Format.Format_Grayscale8)
            image.fill(255)
            painter = QPainter(image)
            paint_voice(painter, theme, QPointF(12, 12), voice, newest)
            painter.end()
            dark = QImage(image).convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
            return bytes(dark.constBits())

        shapes = [shape(voice) for voice in Voice] + [shape(Voice.OWN, newest=True)]
        assert len(set(shapes)) == len(shapes)

    def test_values_that_find_no_room_are_shown_at_the_point_one_walks_to(
        self, trend: TrendChart, theme: Theme
    ) -> None:
        many = [Total(TODAY + timedelta(days=at), Decimal(20 + at % 3 * 6)) for at in range(60)]
        trend.set_curves(session_curves(many))
        hidden = trend.drawn().labels.values.index(None)
        before = trend.grab().toImage()
        keys(trend, *[Qt.Key.Key_Right] * (hidden + 1))
        assert trend.current() == hidden
        assert trend.grab().toImage() != before

    def test_nothing_to_show_is_said_and_quiet(self, qtbot: QtBot, trend: TrendChart) -> None:
        trend.set_curves(TrendCurves((), Decimal(40)))
        with qtbot.assertNotEmitted(trend.activated):
            keys(trend, Qt.Key.Key_Right, Qt.Key.Key_Return)
        assert trend.accessibleDescription() == "Inget att visa än."
        trend.grab()

    def test_every_voice_gap_and_band_is_painted_in_a_cramped_place(self, trend: TrendChart, theme: Theme) -> None:
        found = tuple(Reading(day, Decimal(value)) for day, value in ((TODAY, 30), (date(2026, 10, 1), 20)))
        curves = session_curves(ORS, SRS, birth_date=date(2008, 10, 20), ors_missing=[TODAY], with_band=True)
        extra = (Series(Voice.OTHER, found, "Sture"), Series(Voice.EARLIER, found))
        trend.set_curves(TrendCurves((*curves.series, *extra), curves.top, curves.limits, curves.bands))
        trend.resize(trend.minimumSizeHint())
        assert has(trend.grab().toImage(), QRectF(trend.rect()), theme.colour("rust"))

    def test_the_places_are_counted_once_for_a_size(self, trend: TrendChart, theme: Theme) -> None:
        first = trend.drawn()
        assert trend.drawn() is first
        theme.set_text_percent(150)
        assert trend.drawn() is not first


class TestTwoVoices:
    @pytest.fixture
    def voices(self, theme: Theme, texts: Texts, shown: Show) -> TwoVoices:
        voices = TwoVoices(theme, texts, ROWS, voice_names(texts, "Birk"))
        shown(voices)
        voices.setFocus()
        return voices

    def test_arrow_keys_walk_questions_and_marks(self, voices: TwoVoices, said: list[str]) -> None:
        keys(voices, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down)
        assert said == [
            "Tempo: Birk 55, 25 november 2026.",
            "Tempo: Handledaren 38, 25 november 2026.",
            "Raster: Handledaren 46, 25 november 2026.",
            "Raster: Birk förra gången 58, 2 oktober 2026.",
        ]
        keys(voices, Qt.Key.Key_Home, Qt.Key.Key_Left)
        assert voices.current() == 0

    def test_forms_that_are_not_there_are_passed_over(self, voices: TwoVoices, said: list[str]) -> None:
        voices.set_rows(VoiceRows(ROWS.rows, TODAY, None, date(2026, 10, 2)))
        keys(voices, *[Qt.Key.Key_Right] * 5)
        assert [words.split(",")[0] for words in said] == [
            "Tempo: Deltagaren 55", "Tempo: Deltagaren förra gången 41",
            "Raster: Deltagaren ej ifylld", "Raster: Deltagaren förra gången 58",
        ]  # fmt: skip

    def test_a_bar_joins_only_what_lies_apart(self, voices: TwoVoices, theme: Theme) -> None:
        amber = theme.colour("amber")
        row = QRectF(voices.spot(1).center(), voices.spot(0).center()).normalized().adjusted(12, -2, -12, 2)
        assert has(voices.grab().toImage(), row, amber)
        near = VoiceRow("pace", "Tempo", "nej", "ja", Fraction(49), Fraction(38))
        voices.set_rows(VoiceRows((near,), TODAY, TODAY))
        assert not has(voices.grab().toImage(), QRectF(voices.rect()), amber)

    def test_the_better_mark_stands_further_right(self, voices: TwoVoices) -> None:
        assert voices.spot(1).center().x() < voices.spot(2).center().x() < voices.spot(0).center().x()

    def test_a_click_opens_a_mark_that_is_there(self, qtbot: QtBot, voices: TwoVoices) -> None:
        with qtbot.waitSignal(voices.activated) as opened:
            QTest.mouseClick(voices, Qt.MouseButton.LeftButton, pos=voices.spot(4).center().toPoint())
        assert opened.args == [4]
        with qtbot.assertNotEmitted(voices.activated):
            QTest.mouseClick(voices, Qt.MouseButton.LeftButton, pos=voices.spot(3).center().toPoint())

    def test_with_little_room_the_question_stands_above_its_line(self, voices: TwoVoices, theme: Theme) -> None:
        wide, narrow = voices.heightForWidth(700), voices.heightForWidth(300)
        assert narrow > wide
        theme.set_text_percent(200)
        assert voices.heightForWidth(700) > 2 * wide
        voices.resize(300, narrow)
        voices.grab()

    def test_shared_end_words_stand_once_above(self, voices: TwoVoices) -> None:
        own = voices.heightForWidth(700)
        shared = tuple(VoiceRow(row.code, row.name, "nej", "ja", row.own, row.other) for row in ROWS.rows)
        voices.set_rows(VoiceRows(shared, TODAY, TODAY))
        assert voices.heightForWidth(700) > own
        voices.grab()

    def test_the_legend_names_those_who_have_answered(self, voices: TwoVoices) -> None:
        legend = voices.legend()
        assert legend.accessibleName() == "Birk, Handledaren, Birk förra gången"
        voices.set_rows(VoiceRows(ROWS.rows, TODAY), voice_names(voices.texts, "Birk"))
        assert legend.accessibleName() == "Birk"
        assert voices.legend() is legend
        voices.set_rows(ROWS)
        assert legend.heightForWidth(120) > legend.heightForWidth(900)
        legend.deleteLater()

    def test_without_questions_it_is_quiet(self, qtbot: QtBot, voices: TwoVoices) -> None:
        voices.set_rows(VoiceRows(()))
        with qtbot.assertNotEmitted(voices.activated):
            keys(voices, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
        assert voices.heightForWidth(300) > 0
        voices.grab()


class TestHours:
    @pytest.fixture
    def hours(self, theme: Theme, texts: Texts, shown: Show) -> StepChart:
        hours = StepChart(theme, texts, HoursCurve(STEPS, TODAY))
        shown(hours)
        hours.setFocus()
        return hours

    def test_arrow_keys_walk_the_levels(self, hours: StepChart, said: list[str]) -> None:
        keys(hours, Qt.Key.Key_Right, Qt.Key.Key_End)
        assert said == [
            "Från 14 september 2026: 20 %, 8 timmar i veckan.",
            "Från 5 november 2026: 50 %, 20 timmar i veckan.",
        ]
        assert hours.focus_rect().left() > hours.spot(1).left()

    def test_the_level_of_today_goes_on_as_dots(self, hours: StepChart, theme: Theme) -> None:
        blue, tint = theme.colour("blue"), theme.colour("bluesoft")
        picture = hours.grab().toImage()
        last = hours.spot(2)
        assert has(picture, last, blue)
        below = QRectF(hours.spot(0).center().x() - 5, hours.height() - 40, 10, 5)
        assert has(picture, below, tint)
        assert not has(picture, QRectF(last.right() - 10, hours.height() - 40, 8, 5), tint)

    def test_one_row_has_no_up_and_down(self, hours: StepChart) -> None:
        keys(hours, Qt.Key.Key_Right, Qt.Key.Key_Down)
        assert hours.current() == 0

    def test_an_ended_placement_and_none_at_all_are_drawn(self, hours: StepChart) -> None:
        hours.set_curve(HoursCurve(STEPS, TODAY, ended=date(2026, 11, 20)))
        assert "Slutade 20 november 2026." in hours.accessibleDescription()
        hours.grab()
        hours.set_curve(HoursCurve((), TODAY))
        assert hours.accessibleDescription() == "Inget att visa än."
        hours.grab()


class TestPhases:
    @pytest.fixture
    def phases(self, theme: Theme, texts: Texts, shown: Show) -> PhaseRow:
        phases = PhaseRow(theme, texts, PHASES)
        shown(phases, width=1100)
        phases.setFocus()
        return phases

    def test_enter_space_and_a_click_open_a_phase(self, qtbot: QtBot, phases: PhaseRow, said: list[str]) -> None:
        keys(phases, Qt.Key.Key_Right, Qt.Key.Key_Right)
        assert said[-1] == "Yrkesprofil: klar."
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            with qtbot.waitSignal(phases.phase_activated) as opened:
                keys(phases, key)
            assert opened.args == ["profile"]
        with qtbot.waitSignal(phases.phase_activated) as opened:
            QTest.mouseClick(phases, Qt.MouseButton.LeftButton, pos=phases.spot(4).center().toPoint())
        assert opened.args == ["support"]

    def test_several_may_go_on_at_once(self, phases: PhaseRow, theme: Theme) -> None:
        picture, rust = phases.grab().toImage(), theme.colour("rust")
        found = [has(picture, phases.spot(place).adjusted(14, 4, -14, -4), rust) for place in range(5)]
        assert found == [False, False, True, True, False]

    def test_phases_without_room_go_to_the_next_line(self, phases: PhaseRow) -> None:
        assert phases.heightForWidth(300) > 2 * phases.heightForWidth(1100)
        phases.resize(300, phases.heightForWidth(300))
        assert phases.spot(4).top() > phases.spot(0).bottom()
        assert all(phases.rect().contains(phases.spot(place).toAlignedRect()) for place in range(5))
        phases.grab()

    def test_it_says_itself(self, phases: PhaseRow) -> None:
        assert phases.accessibleName() == "Faser"
        assert "Jobbsökande: pågår." in phases.accessibleDescription()
        assert phases.table().rows[4][1] == "inte påbörjad"
        assert phases.phases() == PHASES


class TestCard:
    @pytest.fixture(params=[False, True])
    def card(self, theme: Theme, texts: Texts, shown: Show, request: pytest.FixtureRequest) -> ChartCard:
        picture = TwoVoices(theme, texts, ROWS, voice_names(texts, "Birk"))
        card = ChartCard(theme, texts, "Uppföljning", picture, below=request.param)
        shown(card)
        return card

    def test_the_link_swaps_picture_and_table_by_keyboard(self, card: ChartCard) -> None:
        card.picture.setFocus()
        press_until(lambda: QApplication.focusWidget() is card.as_table, Qt.Key.Key_Tab)
        keys(card.as_table, Qt.Key.Key_Space)
        assert card.table.isVisible()
        assert not card.picture.isVisible()
        assert card.as_table.text() == "Visa som bild"
        assert card.legend is not None
        assert not card.legend.isVisible()
        card.table.setFocus()
        keys(card.table, Qt.Key.Key_Down, Qt.Key.Key_Right)
        item = card.table.currentItem()
        assert item is not None
        assert item.text() == "ej ifylld"
        keys(card.as_table, Qt.Key.Key_Space)
        assert card.picture.isVisible()
        assert card.as_table.text() == "Visa som tabell"

    def test_the_table_follows_the_values(self, card: ChartCard) -> None:
        card.as_table.click()
        assert card.table.rowCount() == 2
        assert isinstance(card.picture, TwoVoices)
        card.picture.set_rows(VoiceRows(ROWS.rows[:1], TODAY))
        assert (card.table.rowCount(), card.table.columnCount()) == (1, 3)
        card.as_table.click()
        card.picture.set_rows(ROWS)
        assert card.table.rowCount() == 1

    def test_a_table_is_copied_whole_or_as_chosen(self, card: ChartCard) -> None:
        card.as_table.click()
        card.table.setFocus()
        keys(card.table, Qt.Key.Key_Down)
        QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        whole = QGuiApplication.clipboard().text().split("\n")
        assert whole[0].split("\t")[:3] == ["Fråga", "Birk", "Handledaren"]
        assert whole[1].split("\t") == ["Tempo", "55", "38", "41", "17", "nej – ja"]
        card.table.selectRow(1)
        assert card.table.copied().split("\t")[0] == "Raster"
        QGuiApplication.clipboard().clear()

    def test_a_wide_table_scrolls_in_its_frame_and_a_small_one_fills_it(self, card: ChartCard, qtbot: QtBot) -> None:
        card.as_table.click()
        header = card.table.horizontalHeader()
        assert header.stretchLastSection()
        card.table.setFixedWidth(200)
        qtbot.waitUntil(lambda: not header.stretchLastSection())
        assert card.table.horizontalScrollBar().maximum() > 0


def test_a_chart_without_a_legend_has_its_link_at_the_right(theme: Theme, texts: Texts, shown: Show) -> None:
    card = ChartCard(theme, texts, "Arbetstid", StepChart(theme, texts, HoursCurve(STEPS, TODAY)), below=True)
    shown(card)
    QApplication.processEvents()
    assert card.legend is None
    assert card.as_table.geometry().right() > card.width() - 20


def test_in_a_narrow_card_the_link_is_its_icon(theme: Theme, texts: Texts, shown: Show) -> None:
    card = ChartCard(theme, texts, "Så har det varit", TrendChart(theme, texts, session_curves(ORS)))
    window = shown(card)
    wide = card.as_table.width()
    window.resize(270, 400)
    QApplication.processEvents()
    assert card.as_table.sizeHint().width() < wide / 2
    card.as_table.click()
    assert card.as_table.accessibleName() == card.as_table.toolTip() == "Visa som bild"
    window.resize(700, 400)
    QApplication.processEvents()
    assert card.as_table.sizeHint().width() > wide / 2


def test_charts_in_a_card_are_given_the_height_that_their_width_needs(theme: Theme, texts: Texts, shown: Show) -> None:
    picture = TwoVoices(theme, texts, ROWS)
    card = ChartCard(theme, texts, "Uppföljning", picture)
    theme.set_text_percent(200)
    shown(card, width=420)
    QApplication.processEvents()
    assert picture.height() >= picture.heightForWidth(picture.width())


def test_a_chart_must_say_its_own_things(theme: Theme, texts: Texts, qtbot: QtBot) -> None:
    bare = Chart(theme, texts, "Bild")
    qtbot.addWidget(bare)
    for ask in (bare.count, bare.table, bare.whole_in_words, lambda: bare.spot(0), lambda: bare.point_in_words(0)):
        with pytest.raises(NotImplementedError):
            ask()


def test_colours_follow_the_theme(theme: Theme, texts: Texts, shown: Show) -> None:
    trend = TrendChart(theme, texts, session_curves(ORS))
    shown(trend)
    before = trend.grab().toImage()
    theme.use(DARK)
    QApplication.processEvents()
    assert trend.grab().toImage() != before
