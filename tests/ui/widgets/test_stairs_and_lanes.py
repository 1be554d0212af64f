"""Stairs, pips, lights and lanes: keys, words, and what is drawn where."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import DayScale
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.consent_light import ConsentLight, Light, light_tone, paint_light
from ui.widgets.lane_painting import LanePainter
from ui.widgets.lane_values import Bar, Dot, Gap, Lane, LaneStep, Sign, lanes_table, lanes_table_heads, mark_in_words
from ui.widgets.lanes import Lanes
from ui.widgets.mini_stairs import MiniStairs, paint_mini_stairs
from ui.widgets.staircase import Stair, Staircase
from ui.widgets.step_pips import StepPips, pips_size

Show = Callable[..., QWidget]
BEEN, HERE, AHEAD = StepState.BEEN, StepState.HERE, StepState.AHEAD
LADDER = [
    Stair("Relation", BEEN),
    Stair("Samhälle", BEEN, description="14 april – 30 augusti."),
    Stair("Förberedande", HERE),
    Stair("Mål", AHEAD, goal=True),
]
TODAY = date(2026, 11, 25)


def has(image: QImage, rect: QRect, colour: QColor) -> bool:
    """Whether a colour is met somewhere in a part of the picture."""
    return any(
        image.pixelColor(x, y) == colour
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
        if image.rect().contains(x, y)
    )


class TestStaircase:
    @pytest.fixture
    def stairs(self, theme: Theme, texts: Texts, shown: Show) -> Staircase:
        stairs = Staircase(theme, texts, LADDER)
        shown(stairs)
        stairs.setFocus()
        return stairs

    def test_it_begins_at_the_step_where_the_person_is(self, stairs: Staircase) -> None:
        assert stairs.current() == 2
        assert stairs.accessibleName() == "Trappan"
        assert "Steg 3, Förberedande: är här nu." in stairs.accessibleDescription()
        assert "14 april" in stairs.step_in_words(1)

    def test_arrows_walk_and_enter_opens(self, qtbot: QtBot, stairs: Staircase) -> None:
        QTest.keyClick(stairs, Qt.Key.Key_Right)
        with qtbot.waitSignal(stairs.step_activated) as opened:
            QTest.keyClick(stairs, Qt.Key.Key_Return)
        assert opened.args == [3]
        QTest.keyClick(stairs, Qt.Key.Key_Right)
        assert stairs.current() == 3
        QTest.keyClick(stairs, Qt.Key.Key_Home)
        QTest.keyClick(stairs, Qt.Key.Key_Left)
        with qtbot.waitSignal(stairs.step_activated) as opened:
            QTest.keyClick(stairs, Qt.Key.Key_Space)
        assert opened.args == [0]
        QTest.keyClick(stairs, Qt.Key.Key_End)
        assert stairs.current() == 3

    def test_a_click_opens_the_step_under_it(self, qtbot: QtBot, stairs: Staircase) -> None:
        for place in range(4):
            spot = QPoint(stairs.width() * (2 * place + 1) // 8, stairs.height() - 5)
            with qtbot.waitSignal(stairs.step_activated) as opened:
                QTest.mouseClick(stairs, Qt.MouseButton.LeftButton, pos=spot)
            assert opened.args == [place]

    def test_the_ring_goes_round_the_step(self, stairs: Staircase) -> None:
        wide = stairs.width() / 4
        assert stairs.focus_rect().center().x() == pytest.approx(wide * 2.5, abs=4)

    def test_rust_is_met_on_the_current_step_only(self, stairs: Staircase, theme: Theme) -> None:
        picture, wide = stairs.grab().toImage(), stairs.width() // 4
        rust = theme.colour("rust")
        found = [has(picture, QRect(place * wide + 3, 0, wide - 6, stairs.height()), rust) for place in range(4)]
        assert found == [False, False, True, False]

    def test_without_steps_it_is_quiet(self, qtbot: QtBot, stairs: Staircase) -> None:
        stairs.set_steps([])
        with qtbot.assertNotEmitted(stairs.step_activated):
            QTest.keyClick(stairs, Qt.Key.Key_Return)
            QTest.mouseClick(stairs, Qt.MouseButton.LeftButton)
        assert stairs.steps() == ()
        assert stairs.focus_rect() == stairs.rect()
        stairs.grab()

    @pytest.mark.parametrize("count", [1, 6, 7, 12])
    def test_any_number_of_steps_is_drawn(self, stairs: Staircase, count: int) -> None:
        states = [BEEN if n < count - 1 else HERE for n in range(count)]
        stairs.set_steps([Stair(f"Steg med långt namn {n}", state) for n, state in enumerate(states)])
        stairs.grab()
        assert stairs.minimumSizeHint().width() < stairs.sizeHint().width()


def test_the_small_stairs_say_where_somebody_is(qtbot: QtBot, theme: Theme, any_texts: Texts) -> None:
    stairs = MiniStairs(theme, any_texts, (BEEN, HERE, AHEAD))
    qtbot.addWidget(stairs)
    assert "2" in stairs.accessibleName()
    stairs.set_states((AHEAD, AHEAD))
    assert stairs.accessibleName() == any_texts("widgets.stairs_nowhere", count=2)


@pytest.mark.parametrize("count", [1, 4, 9])
def test_the_small_stairs_stay_in_their_place(theme: Theme, count: int) -> None:
    image = QImage(120, 60, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_mini_stairs(painter, theme, QRect(20, 10, 60, 40), (BEEN,) * (count - 1) + (HERE,))
    painter.end()
    outside = [image.pixelColor(x, y).alpha() for x in range(120) for y in range(60) if not 19 <= x <= 80]
    assert max(outside) == 0
    assert has(image, QRect(20, 0, 60, 60), theme.colour("rust"))


def test_each_place_on_the_small_stairs_looks_different(theme: Theme) -> None:
    def painted(states: tuple[StepState, ...]) -> QImage:
        image = QImage(58, 30, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_mini_stairs(painter, theme, image.rect(), states)
        painter.end()
        return image

    assert painted((BEEN, HERE, AHEAD)) != painted((BEEN, BEEN, HERE))
    assert painted(()) != painted((HERE,))


def test_pips_say_how_many_of_how_many(qtbot: QtBot, theme: Theme, texts: Texts) -> None:
    pips = StepPips(theme, texts, 2, 4)
    qtbot.addWidget(pips)
    assert pips.accessibleName() == "2 av 4"
    pips.set_steps(3, 40)
    assert pips.accessibleName() == "3 av 40"
    assert pips.sizeHint() == pips_size(theme, 12)
    pips.grab()


def test_only_what_covers_is_a_filled_shape(theme: Theme) -> None:
    filled = {}
    for light in Light:
        image = QImage(16, 16, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_light(painter, theme, image.rect(), light)
        painter.end()
        covered = sum(1 for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 200)
        filled[light] = covered / 256
        assert covered > 10
    assert filled[Light.COVERS] > 0.6
    assert all(share < 0.4 for light, share in filled.items() if light is not Light.COVERS)


def test_a_light_always_has_its_word(qtbot: QtBot, theme: Theme) -> None:
    light = ConsentLight(theme, Light.COVERS, "till 14 mars", "Anton, AF")
    qtbot.addWidget(light)
    assert light.accessibleName() == "Anton, AF till 14 mars"
    light.set_light(Light.NONE, "återtaget i går")
    assert light.accessibleName() == "Anton, AF återtaget i går"
    assert light_tone(Light.NONE) == "no"


SCALE = DayScale(date(2026, 9, 1), date(2026, 12, 31))
LANES = (
    Lane("Mentor", dots=tuple(Dot(date(2026, 9, 3) + timedelta(days=14 * n), n != 2) for n in range(6))),
    Lane("Fantasihallen", steps=(LaneStep(date(2026, 9, 14), None, 0.5, "50 %"),)),
    Lane("Ersättning", bars=(Bar(None, date(2027, 3, 5), "Aktivitetsersättning", Family.AMBER),)),
    Lane("Försörjning", gaps=(Gap(date(2026, 10, 1), date(2026, 10, 31), "ingen känd försörjning"),)),
    Lane("Skola"),
)


class TestLanes:
    @pytest.fixture
    def lanes(self, theme: Theme, texts: Texts, shown: Show) -> Lanes:
        lanes = Lanes(theme, texts, SCALE, TODAY, LANES)
        shown(lanes)
        lanes.setFocus()
        return lanes

    def test_it_can_be_read_without_seeing_it(self, lanes: Lanes) -> None:
        said = lanes.accessibleDescription()
        assert "3 september 2026: ni sågs" in said
        assert "1 oktober 2026: ni sågs inte" in said
        assert "Aktivitetsersättning, till 5 mars 2027" in said
        assert "50 %, från 14 september 2026" in said
        assert "Skola: Inget på raden" in said

    def test_its_twin_is_a_table(self, any_texts: Texts) -> None:
        rows = lanes_table(any_texts, LANES)
        assert len(rows) == 9
        assert rows[6][:2] == ("Fantasihallen", "50 %")
        assert rows[6][3] == ""
        assert len(lanes_table_heads(any_texts)) == len(rows[0])

    def test_a_period_without_ends_is_named_only(self, texts: Texts) -> None:
        assert mark_in_words(texts, Bar(None, None, "God man")) == "God man"
        assert mark_in_words(texts, Dot(TODAY, True, "på kaféet")).endswith("på kaféet")

    def test_keys_walk_over_lanes_and_marks(self, qtbot: QtBot, lanes: Lanes) -> None:
        QTest.keyClick(lanes, Qt.Key.Key_Right)
        QTest.keyClick(lanes, Qt.Key.Key_Right)
        with qtbot.waitSignal(lanes.activated) as opened:
            QTest.keyClick(lanes, Qt.Key.Key_Return)
        assert opened.args == [0, LANES[0].dots[1]]
        QTest.keyClick(lanes, Qt.Key.Key_Left)
        QTest.keyClick(lanes, Qt.Key.Key_Down)
        QTest.keyClick(lanes, Qt.Key.Key_Right)
        with qtbot.waitSignal(lanes.activated) as opened:
            QTest.keyClick(lanes, Qt.Key.Key_Return)
        assert opened.args == [1, LANES[1].steps[0]]
        for _ in range(9):
            QTest.keyClick(lanes, Qt.Key.Key_Down)
        QTest.keyClick(lanes, Qt.Key.Key_Right)
        with qtbot.assertNotEmitted(lanes.activated):
            QTest.keyClick(lanes, Qt.Key.Key_Return)

    def test_a_click_opens_what_lies_under_it(self, qtbot: QtBot, lanes: Lanes) -> None:
        QTest.keyClick(lanes, Qt.Key.Key_Right)
        spot = lanes.focus_rect().center()
        QTest.keyClick(lanes, Qt.Key.Key_Down)
        with qtbot.waitSignal(lanes.activated) as opened:
            QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=spot)
        assert opened.args == [0, LANES[0].dots[0]]
        with qtbot.assertNotEmitted(lanes.activated):
            QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))

    def test_the_ring_goes_round_the_lane_or_the_mark(self, lanes: Lanes) -> None:
        whole = lanes.focus_rect()
        QTest.keyClick(lanes, Qt.Key.Key_Right)
        assert whole.width() == lanes.width()
        assert lanes.focus_rect().width() < 40

    def test_todays_line_is_drawn_when_today_is_on_the_axis(self, lanes: Lanes, theme: Theme) -> None:
        rust = theme.colour("rust")
        assert has(lanes.grab().toImage(), lanes.rect(), rust)
        lanes.set_lanes(SCALE, date(2030, 1, 1), LANES)
        assert not has(lanes.grab().toImage(), lanes.rect(), rust)

    def test_without_lanes_it_is_quiet(self, qtbot: QtBot, lanes: Lanes) -> None:
        lanes.set_lanes(SCALE, TODAY, ())
        with qtbot.assertNotEmitted(lanes.activated):
            QTest.keyClick(lanes, Qt.Key.Key_Return)
        assert lanes.focus_rect() == lanes.rect()
        lanes.grab()

    def test_in_a_cramped_place_it_still_draws(self, lanes: Lanes) -> None:
        lanes.resize(lanes.minimumSizeHint())
        lanes.grab()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_words_of_a_sign_stop_before_what_comes_next_on_the_lane(
    theme: Theme, texts: Texts, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    theme.set_text_percent(percent)
    first = date(2026, 8, 10)
    step = LaneStep(date(2026, 8, 20), None, 0.5, "50 %", said="Arbetsträning, 50 %")
    lane = Lane("Hallen", signs=(Sign(first, "Studiebesök"),), steps=(step,))
    told: dict[str, QRectF] = {}
    monkeypatch.setattr(
        LanePainter, "_words", lambda _self, box, words, *_more, **_kind: told.__setitem__(words, QRectF(box))
    )
    scale = DayScale(date(2026, 1, 1), date(2026, 12, 31))
    image = QImage(900, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    row = QRectF(0, 0, 900, 40)
    LanePainter(painter, theme, scale).paint(row, lane)
    painter.end()
    begins = scale.at(step.start) * row.width()
    assert told["Studiebesök"].right() <= begins
    assert mark_in_words(texts, step).startswith("Arbetsträning, 50 %"), "the ear hears more than the picture says"
    assert lanes_table(texts, [lane])[1][1] == "Arbetsträning, 50 %"
