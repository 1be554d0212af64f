"""What every widget owes: a name, a size from the text size, a picture in every palette, and no lost references."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.calendar import Clock
from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import DayScale
from mentorapp.domain.hours_curve import HoursCurve, HoursStep
from mentorapp.domain.phases import stage_phases
from mentorapp.domain.rating_curves import session_curves
from mentorapp.domain.session_ratings import Total
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows
from mentorapp.domain.workplace_support import stages_now
from mentorapp.language.texts import Texts
from mentorapp.store.scale_files import shipped_scales
from ui.theme import Family, Theme
from ui.theme.tokens import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT
from ui.widgets.banner import Banner, FaultStrip
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.chart_card import ChartCard
from ui.widgets.chip import Chip, ChipButton, ChipLook
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import ClassChip
from ui.widgets.consent_light import ConsentLight, Light
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import LineField
from ui.widgets.icon_view import IconView
from ui.widgets.keycap import KeyCap
from ui.widgets.lane_values import Bar, Dot, Gap, Lane, LaneStep
from ui.widgets.lanes import Lanes
from ui.widgets.light_toggle import LightToggle
from ui.widgets.mark import Mark
from ui.widgets.mini_stairs import MiniStairs
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.phase_row import PhaseRow
from ui.widgets.rail import Place, Rail
from ui.widgets.row import Row
from ui.widgets.scale_entry import Form, ScaleEntry
from ui.widgets.search_field import SearchField
from ui.widgets.staircase import Stair, Staircase
from ui.widgets.status_line import StatusLine
from ui.widgets.step_chart import StepChart
from ui.widgets.step_pips import StepPips
from ui.widgets.strength_bar import StrengthBar
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox
from ui.widgets.tile import Tile
from ui.widgets.trend_chart import TrendChart
from ui.widgets.two_voices import TwoVoices
from ui.widgets.unlock_picture import UnlockPicture

BEEN, HERE, AHEAD = StepState.BEEN, StepState.HERE, StepState.AHEAD
TODAY = date(2026, 11, 25)


def _card(theme: Theme) -> Card:
    card = Card(theme, "Lova – håll", "hand", right="Ditt först")
    card.add_row(Row(theme, "Farah", "Ring", tile=Tile(theme, letter="F"), action=Button(theme, "Ring", size=Size.ROW)))
    card.add_row(Row(theme, "Cleo", "Nu", lead="13.00", tint="soft"))
    card.add_row(TickBox(theme, "Ring Siv", "senast i morgon"))
    return card


def _lanes(theme: Theme, texts: Texts) -> Lanes:
    lane = Lane(
        "Mentor",
        dots=(Dot(date(2026, 11, 3), True), Dot(date(2026, 11, 10), False, "ej svar")),
        bars=(Bar(None, date(2026, 12, 5), "Ersättning", Family.AMBER),),
        steps=(LaneStep(date(2026, 10, 1), None, 0.5, "50 %"),),
        gaps=(Gap(date(2026, 9, 1), date(2026, 9, 20), "ingen känd försörjning"),),
    )
    return Lanes(theme, texts, DayScale(date(2026, 8, 15), date(2026, 12, 31)), TODAY, (lane,))


def _trend(theme: Theme, texts: Texts) -> TrendChart:
    ors = [Total(date(2026, 9, 9), Decimal("18.4")), Total(date(2026, 11, 4), Decimal("26.0"))]
    return TrendChart(theme, texts, session_curves(ors, [Total(date(2026, 11, 4), Decimal(34))], with_band=True))


def _voices(theme: Theme, texts: Texts) -> TwoVoices:
    row = VoiceRow("pace", "Tempo", "mindre bra", "mycket bra", Fraction(55), Fraction(38), Fraction(41))
    return TwoVoices(theme, texts, VoiceRows((row,), TODAY, TODAY, date(2026, 10, 2)))


def _hours(theme: Theme, texts: Texts) -> StepChart:
    steps = (HoursStep(date(2026, 9, 14), 20, Decimal(8)), HoursStep(date(2026, 11, 5), 50, Decimal(20)))
    return StepChart(theme, texts, HoursCurve(steps, TODAY))


def _rail(theme: Theme) -> Rail:
    places = (Place("today", "Idag", "today", "Ctrl 1"), Place("people", "Deltagare", "people", "Ctrl 2"))
    rail = Rail(
        theme, "Mentor", Place("note", "Ny anteckning", "plus"), places, (Place("lock", "Lås", "lock", "Ctrl L"),)
    )
    rail.set_current("today")
    return rail


def _status(theme: Theme) -> StatusLine:
    line = StatusLine(theme, "Läget", "Allt ligger på den här datorn")
    line.set_item("undo", "undo", "Ångra: steg avbockat", "Ctrl Z", act=True)
    return line


def _strip(theme: Theme) -> FaultStrip:
    strip = FaultStrip(theme)
    strip.show_fault("Disken är full.", "Försök igen")
    return strip


@dataclass(frozen=True)
class Kit:
    """What a widget may be built from."""

    theme: Theme
    texts: Texts
    clock: Clock


def _scale_entry(kit: Kit) -> ScaleEntry:
    scale = next(one for one in shipped_scales() if one.code == "well_being")
    return ScaleEntry(kit.theme, kit.texts, kit.clock, Form(definition=scale, name="Cleo"))


Make = Callable[[Kit], QWidget]
MAKERS: dict[str, Make] = {
    "banner": lambda k: Banner(k.theme, "Säkerhetskopian är 9 dagar gammal.", "Gör en ny"),
    "button": lambda k: Button(k.theme, "Skriv ut", "print", keys="Ctrl P", trailing="down"),
    "button primary": lambda k: Button(k.theme, "Spara", kind=Kind.PRIMARY),
    "button quiet": lambda k: Button(k.theme, "Ändra", "pencil", kind=Kind.QUIET),
    "button pill": lambda k: Button(k.theme, "Birk", kind=Kind.PILL, checkable=True),
    "button icon": lambda k: Button(k.theme, "", "x", name="Stäng"),
    "card": lambda k: _card(k.theme),
    "chart card": lambda k: ChartCard(k.theme, k.texts, "Så har det varit", _trend(k.theme, k.texts)),
    "chip": lambda k: Chip(k.theme, "Andras", "people"),
    "chip button": lambda k: ChipButton(k.theme, ChipLook("Hälsa", "heart", Family.NO)),
    "choice chips": lambda k: ChoiceChips(k.theme, "Hur?", [Choice("a", "Promenad", "walk"), Choice("b", "Sms")], "a"),
    "class chip": lambda k: ClassChip(k.theme, k.texts, InfoClass.PRIVATE),
    "class chip dotted": lambda k: ClassChip(k.theme, k.texts, InfoClass.IDNUM),
    "consent light": lambda k: ConsentLight(k.theme, Light.PARTLY, "muntligt", "Fredrika, FK"),
    "date field": lambda k: DateField(k.theme, k.texts, k.clock, "När", TODAY),
    "empty state": lambda k: EmptyState(k.theme, "Inget väntar.", "Ta en promenad.", "Ny anteckning", icon="walk"),
    "fault strip": lambda k: _strip(k.theme),
    "icon": lambda k: IconView(k.theme, "lock", name="Privat"),
    "key cap": lambda k: KeyCap(k.theme, "Ctrl K"),
    "lanes": lambda k: _lanes(k.theme, k.texts),
    "line field": lambda k: LineField(k.theme, "Nästa steg", "Boka", hint="Kort.", icon="search"),
    "mark": lambda k: Mark(k.theme),
    "mini stairs": lambda k: MiniStairs(k.theme, k.texts, (BEEN, HERE, AHEAD)),
    "passphrase": lambda k: PassphraseField(k.theme, k.texts, "Lösenfras", "Mellanslag är tillåtna."),
    "phase row": lambda k: PhaseRow(k.theme, k.texts, stage_phases(stages_now((), TODAY))),
    "pips": lambda k: StepPips(k.theme, k.texts, 2, 4),
    "rail": lambda k: _rail(k.theme),
    "scale entry": lambda k: _scale_entry(k),
    "search": lambda k: SearchField(k.theme, "Sök eller gör något", keys="Ctrl K"),
    "staircase": lambda k: Staircase(
        k.theme, k.texts, [Stair("Relation", BEEN), Stair("Nu", HERE), Stair("Mål", AHEAD, True)]
    ),
    "status line": lambda k: _status(k.theme),
    "step chart": lambda k: _hours(k.theme, k.texts),
    "strength": lambda k: StrengthBar(k.theme, k.texts),
    "text": lambda k: Text(k.theme, "Farah Sagolik", wrap=True),
    "text field": lambda k: TextField(k.theme, "Vad hände?", "Gick runt sjön."),
    "light toggle": lambda k: LightToggle(k.theme, "En uppgift i taget: på plats"),
    "tick box": lambda k: TickBox(k.theme, "Ring Siv", "senast i morgon"),
    "tile": lambda k: Tile(k.theme, "walk", Family.OK),
    "trend chart": lambda k: _trend(k.theme, k.texts),
    "two voices": lambda k: _voices(k.theme, k.texts),
    "unlock picture": lambda k: UnlockPicture(k.theme, 8),
}
DECORATION = {"text", "key cap", "mark", "tile", "unlock picture"}
FIXED = {"unlock picture"}


@pytest.fixture
def kit(theme: Theme, texts: Texts, clock: Clock) -> Kit:
    return Kit(theme, texts, clock)


@pytest.fixture(params=sorted(MAKERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_is_painted_in_every_palette(name: str, kit: Kit, shown: Callable[..., QWidget]) -> None:
    widget = MAKERS[name](kit)
    window = shown(widget)
    for tokens in (LIGHT, DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT):
        kit.theme.use(tokens)
        QApplication.processEvents()
        picture = window.grab().toImage()
        blank = picture.copy()
        blank.fill(picture.pixelColor(1, 1))
        assert picture != blank or (name == "unlock picture" and kit.theme.high_contrast)


def test_it_grows_with_the_text_size(name: str, kit: Kit, shown: Callable[..., QWidget]) -> None:
    widget = MAKERS[name](kit)
    shown(widget)
    before = widget.sizeHint()
    kit.theme.set_text_percent(200)
    QApplication.processEvents()
    after = widget.sizeHint()
    if name not in FIXED:
        assert after.height() > before.height() * 1.3
    assert widget.minimumSizeHint().height() <= after.height()


def test_whatever_takes_the_focus_has_a_name(name: str, kit: Kit, shown: Callable[..., QWidget]) -> None:
    widget = MAKERS[name](kit)
    shown(widget)
    for one in (widget, *widget.findChildren(QWidget)):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.objectName().startswith("qt_"):
            assert one.accessibleName(), f"{name}: {type(one).__name__}"
    if name not in DECORATION:
        named = [widget.accessibleName(), *(one.accessibleName() for one in widget.findChildren(QWidget))]
        assert any(named)


def test_a_target_is_large_enough(name: str, kit: Kit, shown: Callable[..., QWidget]) -> None:
    widget = MAKERS[name](kit)
    shown(widget)
    targets = [one for one in (widget, *widget.findChildren(QWidget)) if isinstance(one, QAbstractButton | QLineEdit)]
    for target in targets:
        if target.isVisible() and target.focusPolicy() & Qt.FocusPolicy.TabFocus:
            least = 34 if isinstance(target, TickBox) else 20 if type(target).__name__ == "StatusItem" else 24
            assert target.height() >= least


class Watch(QObject):
    """Sees every window that is shown, be it for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_part_flashes_up_as_a_window_while_it_is_built(name: str, kit: Kit, qapp: QApplication) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    widget = MAKERS[name](kit)
    qapp.removeEventFilter(watch)
    assert watch.windows == ([] if name != "fault strip" else ["FaultStrip"])
    widget.deleteLater()


def test_nothing_gives_away_references_to_none(kit: Kit, qtbot: QtBot) -> None:
    """A Qt binding that did crashed the process after some seven thousand calls."""
    label = QLabel()
    qtbot.addWidget(label)
    widgets = [make(kit) for make in MAKERS.values()]
    for widget in widgets:
        qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for round_ in range(1000):
        label.setText(str(round_))
        label.setAccessibleName("x")
        for widget in widgets[:4]:
            widget.update()
            widget.updateGeometry()
    assert abs(sys.getrefcount(None) - before) < 200
