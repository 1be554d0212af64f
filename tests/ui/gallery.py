"""Paints every widget in every palette into PNG files, to be looked at beside the mock-ups.

Run: `python tests/ui/gallery.py FOLDER [text size in percent]`; for 150 % of the screen set QT_SCALE_FACTOR=1.5.
"""

import os
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import DayScale
from mentorapp.domain.hours_curve import HoursCurve, HoursStep
from mentorapp.domain.phases import stage_phases
from mentorapp.domain.rating_curves import session_curves
from mentorapp.domain.session_ratings import Total
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows
from mentorapp.domain.workplace_support import SeStage, StageNow, StageState
from mentorapp.language.chart_words import voice_names
from mentorapp.language.texts import Texts
from ui.models.rows import Column, RowsModel
from ui.theme import Family, Role, Theme, ThemeChoice
from ui.theme.tokens import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT
from ui.widgets.banner import Banner, FaultStrip
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.chart_card import ChartCard
from ui.widgets.chip import Chip, ChipButton, ChipLook
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import ClassChip, class_look
from ui.widgets.consent_light import ConsentLight, Light
from ui.widgets.date_field import DateField
from ui.widgets.delegates import CELL_ROLE, LINES_ROLE, Cell, CellDelegate, TwoLineDelegate, TwoLines
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.focus_ring import FocusRing
from ui.widgets.lane_values import Bar, Dot, Gap, Lane, LaneStep
from ui.widgets.lanes import Lanes
from ui.widgets.mark import Mark
from ui.widgets.mini_stairs import MiniStairs
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.phase_row import PhaseRow
from ui.widgets.rail import Place, Rail
from ui.widgets.row import Row
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
from ui.widgets.unlock_picture import UnlockPicture, greeting

BEEN, HERE, AHEAD = StepState.BEEN, StepState.HERE, StepState.AHEAD
TODAY = date(2026, 11, 25)
PLACES = (
    Place("today", "Idag", "today", "Ctrl 1"),
    Place("mentees", "Deltagare", "people", "Ctrl 2"),
    Place("meetings", "Möten", "meeting", "Ctrl 3"),
    Place("work", "Arbetsplatser", "work", "Ctrl 4"),
    Place("chart", "Statistik", "chart", "Ctrl 5"),
    Place("settings", "Inställningar", "gear", "Ctrl 6"),
)
FOOT = (Place("screen", "Mötesläge", "screen", "F8"), Place("lock", "Lås", "lock", "Ctrl L"))


class FixedClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 25, 10, 58, tzinfo=UTC)

    def today(self) -> date:
        return TODAY


def frame(theme: Theme, current: str, content: QWidget) -> QWidget:
    """The window of the program round a page: rail, page, status line."""
    window = QWidget()
    theme.dress(window)
    whole = QHBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    rail = Rail(theme, "Mentor", Place("note", "Ny anteckning", "plus", "Ctrl N"), PLACES, FOOT)
    rail.set_current(current)
    whole.addWidget(rail)
    right = QVBoxLayout()
    right.setSpacing(0)
    right.addWidget(content, 1)
    status = StatusLine(theme, "Läget", "Allt ligger på den här datorn")
    status.set_item("saved", "check", "Sparat 11.58")
    status.set_item("backup", "save", "Säkerhetskopia i går 16.40")
    status.set_item("undo", "undo", "Ångra: steg avbockat", "Ctrl Z", act=True)
    right.addWidget(status)
    whole.addLayout(right, 1)
    window.setProperty("ring", FocusRing(window, theme))
    return window


def page(*columns: tuple[int, list[QWidget]]) -> tuple[QWidget, QVBoxLayout]:
    """A page with a head and columns of cards."""
    content = QWidget()
    whole = QVBoxLayout(content)
    whole.setContentsMargins(24, 12, 24, 12)
    whole.setSpacing(14)
    line = QHBoxLayout()
    line.setSpacing(16)
    for width, cards in columns:
        column = QVBoxLayout()
        column.setSpacing(12)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        line.addLayout(column, width)
    whole.addLayout(line, 1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area, whole


def head(theme: Theme, title: str, second: str, *right: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(14)
    line.addWidget(Text(theme, title, Role.TITLE))
    line.addWidget(Text(theme, second, Role.SMALL, tone="ink2"))
    line.addStretch(1)
    for widget in right:
        line.addWidget(widget)
    return line


def row_button(theme: Theme, text: str, icon: str | None = None, kind: Kind = Kind.NORMAL) -> Button:
    return Button(theme, text, icon, kind=kind, size=Size.ROW)


def bookings(theme: Theme) -> Card:
    card = Card(theme, "Dagens bokningar", "cal", right="3 i dag · 1 i morgon")
    for lead, icon, family, who, why, act, act_icon, tint in (
        (
            "09.00",
            "work",
            Family.BLUE,
            "Farah Sagolik",
            "Följer med till Café Låtsas · tolk på dari",
            "Skriv upp",
            "pencil",
            "",
        ),
        ("13.00", "walk", Family.OK, "Cleo Fiktiv", "Promenad, 45 minuter · om en timme", "Förbered", None, "soft"),
        ("15.30", "home", Family.CLAY, "Elis Testman", "Hembesök med vårdnadshavare", "Förbered", None, ""),
    ):
        kind = Kind.PRIMARY if tint else Kind.NORMAL
        button = row_button(theme, act, act_icon, kind)
        card.add_row(Row(theme, who, why, lead=lead, tile=Tile(theme, icon, family), action=button, tint=tint))
    card.add_row(
        Row(
            theme,
            "Birk Provare – trepartsmöte",
            "Ett samtycke togs tillbaka i går. Underlaget behöver göras om.",
            lead="I morgon",
            lead_second="10.00",
            tile=Tile(theme, "meeting", Family.AMBER, raised=True),
            action=row_button(theme, "Gör om", "print"),
            tint="amber",
        )
    )
    return card


def people(theme: Theme, title: str, icon: str, rows: tuple[tuple[str, str, str, str | None], ...]) -> Card:
    card = Card(theme, title, icon)
    for name, why, act, act_icon in rows:
        tile = Tile(theme, letter=name[0])
        card.add_row(Row(theme, name, why, tile=tile, action=row_button(theme, act, act_icon)))
    return card


def promises(theme: Theme) -> Card:
    card = Card(theme, "Lova – håll", "hand", right="Ditt först")
    done = TickBox(theme, "Skicka länk om komvux", "Dagny Påhitt · i dag", strike=True)
    done.setChecked(True)
    for box in (
        done,
        TickBox(theme, "Ring Siv på Café Låtsas om kassan", "Farah Sagolik · senast i morgon"),
        TickBox(theme, "Besked om 50 % från Fredrika, FK", "Birk Provare · väntar sedan 20 november"),
    ):
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(box, 1)
        if "50 %" in box.text():
            layout.addWidget(Chip(theme, "Andras", "people"))
        card.add_row(line)
    return card


def today(theme: Theme, _texts: Texts) -> QWidget:
    good = Card(theme, "Bra saker sedan sist", "star", tone="ok")
    good.add(
        Text(theme, "Birk Provare åker buss själv till jobbet.\nLove Demosson klarade körkortsteorin.", Role.SMALL)
    )
    look = Card(theme, "Se upp", "eye")
    tile = Tile(theme, "talk", Family.AMBER)
    look.add_row(
        Row(
            theme,
            "Cleo Fiktiv",
            "SRS 37,0 → 34,0. Fråga hur ni har det ihop.",
            tile=tile,
            action=row_button(theme, "Titta"),
        )
    )
    write = people(
        theme,
        "Skriv klart",
        "pencil",
        (("Hugo Sagberg", "Besök på Påhittade Bygg i går 14.00", "Skriv upp", "pencil"),),
    )
    call = people(
        theme,
        "Hör av dig",
        "phone",
        (
            ("Alva Exempelsson", "9 dagar sedan ni pratade · ni brukar höras var 7:e dag", "Ring", "phone"),
            ("Jari Låtsasson", "Uppehåll · 31 dagar · du har försökt 4 gånger", "Försök igen", "phone"),
        ),
    )
    follow = Card(theme, "Uppföljningar", "flag")
    stairs = Tile(theme, "stairs", Family.RUST)
    follow.add_row(
        Row(
            theme,
            "Love Demosson – vecka 7 av 8 på steg 2",
            "Dags att prata om nästa steg",
            tile=stairs,
            action=row_button(theme, "Planera"),
        )
    )
    content, whole = page((670, [bookings(theme), write, call, follow]), (436, [promises(theme), look, good]))
    search = SearchField(theme, "Sök eller gör något", keys="Ctrl K")
    search.setFixedWidth(300)
    names = Button(theme, "Namn visas", "eye", size=Size.NORMAL)
    whole.insertLayout(0, head(theme, "Onsdag 25 november", "vecka 48", search, names))
    return frame(theme, "today", content)


Person = tuple[str, str, str, int, str, str, str, str, ChipLook]


def _states(here: int) -> tuple[StepState, ...]:
    return tuple(BEEN if n < here else HERE if n == here else AHEAD for n in range(1, 5))


def mentees(theme: Theme, _texts: Texts) -> QWidget:
    people_rows: list[Person] = [
        (
            "Alva Exempelsson",
            "QT 412 · 19 år · Provköping",
            "KAA",
            1,
            "Nivå 1 · dag 50",
            "walk",
            "9 dagar sedan",
            "Ring i dag",
            ChipLook("20 år om 35 dagar", "cal", Family.AMBER),
        ),
        (
            "Birk Provare",
            "LM 207 · 24 år · Provköping",
            "Level Up",
            3,
            "Nivå 3 · arbetsträning",
            "work",
            "i måndags",
            "Trepartsmöte i morgon",
            ChipLook("Underlag görs om", "print", Family.AMBER),
        ),
        (
            "Cleo Fiktiv",
            "RX 853 · 22 år · Provköping",
            "Level Up",
            2,
            "Nivå 2 · vecka 4 av 8",
            "walk",
            "6 dagar sedan",
            "I dag 13.00",
            ChipLook("Nytt namn", "tag"),
        ),
        (
            "Dagny Påhitt",
            "ND 164 · 27 år · Provköping",
            "Level Up",
            4,
            "Efterstöd · månad 2 av 3",
            "phone",
            "12 dagar sedan",
            "3 december",
            ChipLook("Komvux 50 %", "book", Family.BLUE),
        ),
        (
            "Love Demosson",
            "YS 682 · 20 år · Exempelby",
            "Level Up",
            2,
            "Nivå 2 · vecka 7 av 8",
            "people3",
            "5 dagar sedan",
            "27 november",
            ChipLook("Körkortsteori klar", "star", Family.OK),
        ),
    ]
    columns: list[Column[Person]] = [
        Column("Deltagare", lambda r: r[0], {CELL_ROLE: lambda r: Cell(r[0], r[1], True, letter=r[0][0])}),
        Column("Insats", lambda r: r[2], {CELL_ROLE: lambda r: Cell(r[2])}),
        Column("Steg på trappan", lambda r: r[4], {CELL_ROLE: lambda r: Cell(r[4], stairs=_states(r[3]))}),
        Column("Senast hördes", lambda r: r[6], {CELL_ROLE: lambda r: Cell(r[6], icon=r[5])}),
        Column("Nästa", lambda r: r[7], {CELL_ROLE: lambda r: Cell(r[7], bold="dag" in r[7] or "morgon" in r[7])}),
        Column("Att tänka på", lambda r: r[8].text, {CELL_ROLE: lambda r: Cell(chip=r[8])}),
    ]
    model = RowsModel(columns, lambda r: r[1])
    model.set_rows(people_rows)
    table = QTableView()
    table.setProperty("card", "true")
    table.setModel(model)
    delegate = CellDelegate(theme, table)
    table.setItemDelegate(delegate)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(delegate.row_height())
    table.setShowGrid(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setHighlightSections(False)
    for column, width in enumerate((262, 92, 240, 167, 175, 180)):
        table.setColumnWidth(column, theme.px(width))
    table.selectRow(1)
    filters = QHBoxLayout()
    chips = ChoiceChips(
        theme, "Visa", [Choice("a", "Aktuella 10"), Choice("e", "Efterstöd 1"), Choice("u", "Uppehåll 1")], "a"
    )
    filters.addWidget(chips, 1)
    find = SearchField(theme, "Filtrera listan", keys="Ctrl F", icon="filter", pill=False)
    find.setFixedWidth(220)
    filters.addWidget(find)
    filters.addWidget(Button(theme, "Ny deltagare", "plus", kind=Kind.PRIMARY))
    content, whole = page()
    whole.insertLayout(0, head(theme, "Deltagare", "12 personer · 13 inskrivningar"))
    whole.insertLayout(1, filters)
    whole.insertWidget(2, table, 1)
    return frame(theme, "mentees", content)


def lanes(theme: Theme, texts: Texts) -> Lanes:
    start = date(2026, 6, 3)
    dots = tuple(Dot(start + timedelta(days=7 * n), n not in (6, 13)) for n in range(25))
    return Lanes(
        theme,
        texts,
        DayScale(date(2026, 6, 1), date(2027, 1, 31)),
        TODAY,
        (
            Lane("Mentor", dots=dots),
            Lane(
                "Fantasihallen",
                steps=(
                    LaneStep(date(2026, 9, 14), date(2026, 10, 14), 0.3, "20 %"),
                    LaneStep(date(2026, 10, 15), date(2026, 11, 8), 0.5, "30 %"),
                    LaneStep(date(2026, 11, 9), None, 0.85, "50 %"),
                ),
            ),
            Lane(
                "Ersättning, FK",
                bars=(Bar(None, date(2027, 3, 5), "Aktivitetsersättning, beslut till 5 mars", Family.AMBER),),
            ),
            Lane(
                "Vårdcentral",
                gaps=(Gap(date(2026, 6, 5), date(2026, 7, 30), "ingen känd"),),
                bars=(Bar(date(2026, 8, 10), None, "Pågående kontakt – visas bara för dig", Family.NO),),
            ),
        ),
    )


def timeline(theme: Theme, texts: Texts) -> QListView:
    rows = [
        TwoLines(
            "Besök på Fantasihallen",
            "50 % går bra. Sture vill korta rasten på eftermiddagen.",
            "work",
            Family.BLUE,
            chip=class_look(texts, InfoClass.WORK),
            right="mån 23 nov",
        ),
        TwoLines(
            "Steg avbockat: ”Åka buss dit själv”",
            "Birk bockade av, tillsammans med dig",
            "check",
            Family.OK,
            right="fre 20 nov",
        ),
        TwoLines(
            "Promenad, 40 minuter",
            "Pratade om mötet. Birk vill själv berätta om tiderna.",
            "walk",
            Family.OK,
            chip=class_look(texts, InfoClass.PLAN),
            right="tor 19 nov",
        ),
        TwoLines(
            "Ny arbetstid: 50 %", "Från 20 till 50 procent på åtta veckor", "stairs", Family.RUST, right="mån 9 nov"
        ),
    ]
    model: RowsModel[TwoLines] = RowsModel(
        [Column("", lambda r: r.title, {LINES_ROLE: lambda r: r})], lambda r: r.title
    )
    model.set_rows(rows)
    view = QListView()
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setModel(model)
    view.setProperty("keep", model)
    view.setItemDelegate(TwoLineDelegate(theme, view))
    view.setMouseTracking(True)
    view.setCurrentIndex(model.index(1, 0))
    view.setMinimumHeight(theme.px(210))
    return view


def mentee(theme: Theme, texts: Texts) -> QWidget:
    stairs = Staircase(
        theme,
        texts,
        [
            Stair("Relation", BEEN),
            Stair("Samhälle", BEEN),
            Stair("Förberedande", HERE),
            Stair("Mål", AHEAD, goal=True),
        ],
    )
    header = Card(theme)
    line = QHBoxLayout()
    line.setSpacing(18)
    line.addWidget(stairs, 3)
    lights = QVBoxLayout()
    lights.addWidget(Text(theme, "Samtycken", Role.SMALL, tone="ink2"))
    lights.addWidget(ConsentLight(theme, Light.PARTLY, "inte hälsa sedan i går", "Fredrika, FK"))
    lights.addWidget(ConsentLight(theme, Light.COVERS, "till 14 mars", "Anton, AF"))
    lights.addWidget(ConsentLight(theme, Light.NONE, "återtaget i går", "Sture, Fantasihallen"))
    lights.addWidget(ConsentLight(theme, Light.NOT_ASKED, "inte frågat", "Vårdcentral"))
    lights.addWidget(ConsentLight(theme, Light.NEVER, "visas aldrig för en arbetsgivare"))
    line.addLayout(lights, 2)
    header.add(line, above=12)
    all_at_once = Card(theme, "Allt på en gång")
    all_at_once.head.addWidget(Button(theme, "Visa som tabell", "link", kind=Kind.QUIET, size=Size.ROW))
    all_at_once.add(lanes(theme, texts))
    story = Card(theme, "Tidslinje")
    story.add_row(timeline(theme, texts))
    goal = Card(theme, tone="soft")
    words = QVBoxLayout()
    words.addWidget(Text(theme, "Birks mål", Role.SMALL, tone="primary", bold=True))
    words.addWidget(Text(theme, "”Ett jobb där jag får använda händerna.”", Role.WORDS, wrap=True))
    pips = QHBoxLayout()
    pips.addWidget(StepPips(theme, texts, 6, 9, large=True))
    pips.addWidget(Text(theme, "6 av 9 steg", Role.SMALL))
    pips.addStretch(1)
    words.addLayout(pips)
    goal.add(words, above=12)
    steps = Card(theme, "Nästa steg", right="3 kvar")
    for text, second in (
        ("Prova ett helt pass på tisdag", "Birk och Sture · senast 1 december"),
        ("Fråga om kortare rast på eftermiddagen", "Moa · senast 27 november"),
    ):
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(16, 7, 16, 7)
        inner.addWidget(TickBox(theme, text, second))
        steps.add_row(row)
    content, whole = page((734, [all_at_once, story]), (372, [goal, steps]))
    whole.insertWidget(0, header)
    top = head(
        theme,
        "Birk Provare",
        "LM 207 · 24 år · han · Provköping",
        Button(theme, "Skriv ut", "print"),
        Button(theme, "Anteckning", "pencil", kind=Kind.PRIMARY),
    )
    top.insertWidget(0, Tile(theme, letter="B", side=38))
    whole.insertLayout(0, top)
    return frame(theme, "mentees", content)


def charts(theme: Theme, texts: Texts) -> QWidget:
    """Values over time, two voices, hours and phases, as in 07-scales and 09-workplace."""
    done, now = StageState.DONE, StageState.CURRENT
    states = zip(SeStage, (done, done, done, done, now), strict=True)
    row = Card(theme)
    row.add(PhaseRow(theme, texts, stage_phases(StageNow(stage, state) for stage, state in states)), above=11)
    marks = (
        ("Instruktioner", 82, 74, 60), ("Arbetsuppgifter", 88, 79, 70), ("Tempo", 55, 38, 41), ("Raster", 72, 46, 58),
        ("Kamrater", 76, 70, 52), ("Handledare", 91, 84, 78), ("Arbetstider", 60, 58, 49), ("Resor", 86, None, 44),
    )  # fmt: skip
    rows = tuple(
        VoiceRow(name, name, "mindre bra", "mycket bra", Fraction(own), None if other is None else Fraction(other),
                 Fraction(before))
        for name, own, other, before in marks
    )  # fmt: skip
    answers = VoiceRows(rows, date(2026, 11, 20), date(2026, 11, 20), date(2026, 10, 2))
    voices = ChartCard(
        theme, texts, "Uppföljning 20 november · två röster",
        TwoVoices(theme, texts, answers, voice_names(texts, "Birk")), right="Omgång 2 av 2", below=True,
    )  # fmt: skip
    steps = ((date(2026, 9, 14), 20), (date(2026, 10, 14), 30), (date(2026, 11, 5), 50))
    curve = HoursCurve(tuple(HoursStep(on, share, Decimal(share) * 2 / 5) for on, share in steps), TODAY)
    hours = ChartCard(
        theme, texts, "Arbetstid", StepChart(theme, texts, curve), right="20 timmar i veckan nu", below=True
    )
    ors = ((9, 9, "18.4"), (10, 7, "24.1"), (11, 4, "26.0"), (11, 25, "19.2"))
    srs = ((10, 7, "37"), (11, 4, "34"))
    own, private = (
        [Total(date(2026, month, day), Decimal(value)) for month, day, value in part] for part in (ors, srs)
    )
    trend = ChartCard(theme, texts, "Så har det varit", TrendChart(theme, texts, session_curves(own, private)))
    content, whole = page((682, [voices]), (424, [trend, hours]))
    whole.insertWidget(0, row)
    return frame(theme, "work", content)


def note(theme: Theme, texts: Texts) -> QWidget:
    """Fields, choices and faults, as on the quick note."""
    window = QWidget()
    theme.dress(window)
    window.setProperty("ring", FocusRing(window, theme))
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    clock = FixedClock()
    first = QHBoxLayout()
    first.addWidget(LineField(theme, "Nästa steg", "Boka studiebesök på folkhögskolan"), 3)
    first.addWidget(DateField(theme, texts, clock, "När", TODAY), 1)
    wrong = DateField(theme, texts, clock, "Nästa kontakt")
    wrong.line.setText("31/11")
    wrong.check()
    first.addWidget(wrong, 2)
    column.addLayout(first)
    column.addWidget(Text(theme, "Hur sågs ni?", Role.SMALL, bold=True))
    kinds = (
        ("walk", "Promenad"),
        ("phone", "Telefon"),
        ("home", "Hembesök"),
        ("talk", "Sms"),
        ("work", "Arbetsplats"),
        ("link", "Följa med"),
        ("more", "Mer"),
    )
    column.addWidget(ChoiceChips(theme, "Hur sågs ni?", [Choice(i, t, i) for i, t in kinds], "walk"))
    minutes = ChoiceChips(theme, "Minuter", [Choice(m, m) for m in ("15", "30", "45", "60", "90")], "45")
    came = ChoiceChips(
        theme,
        "Kom",
        [Choice("yes", "Vi sågs"), Choice("no", "Utebliven"), Choice("none", "Ej svar")],
        "yes",
        ticked=True,
    )
    came.set_blocked("none", "Bara vid telefon och sms.")
    second = QHBoxLayout()
    second.addWidget(minutes)
    second.addWidget(came)
    column.addLayout(second)
    body = TextField(theme, "Vad hände?", "Gick runt sjön. Love ringde trafikskolan själv, för första gången.")
    body.add_right_of_label(Chip(theme, "Plan – kan delas med samtycke", "tree", Family.OK))
    column.addWidget(body)
    boxes = QWidget()
    flow = FlowLayout(boxes, gap=6)
    flow.addWidget(Text(theme, "Lägg till ruta", Role.SMALL, tone="ink2"))
    for info_class in (InfoClass.HEALTH, InfoClass.INCOME, InfoClass.SOCIAL, InfoClass.WORK, InfoClass.PRIVATE):
        flow.addWidget(ChipButton(theme, class_look(texts, info_class)))
    column.addWidget(boxes)
    column.addWidget(_classes(theme, texts))
    who = QComboBox()
    who.addItems(["Moa", "Farah"])
    column.addWidget(who)
    _parts(theme, texts, column)
    body.box.setFocus()
    return window


def _classes(theme: Theme, texts: Texts) -> QWidget:
    every = QWidget()
    flow = FlowLayout(every, gap=6)
    for info_class in InfoClass:
        flow.addWidget(ClassChip(theme, texts, info_class))
    return every


def _parts(theme: Theme, texts: Texts, column: QBoxLayout) -> None:
    line = QHBoxLayout()
    blocked = Button(theme, "Skriv ut", "print")
    blocked.set_blocked("Kan inte skrivas ut till Sture: det finns inget samtycke.")
    for button in (
        Button(theme, "Stäng, behåll utkast"),
        Button(theme, "Spara", kind=Kind.PRIMARY, keys="Ctrl ↵"),
        Button(theme, "Ändra", "pencil", kind=Kind.QUIET),
        blocked,
        Button(theme, "", "x", name="Stäng"),
        Button(theme, "Alla insatser", trailing="down"),
        MiniStairs(theme, texts, (BEEN, BEEN, HERE, AHEAD)),
        MiniStairs(theme, texts, (BEEN, BEEN, BEEN, HERE, AHEAD, AHEAD, AHEAD)),
    ):
        line.addWidget(button)
    line.addStretch(1)
    column.addLayout(line)
    strength = StrengthBar(theme, texts)
    strength.set_strength(2)
    column.addWidget(strength)
    column.addWidget(Banner(theme, "Säkerhetskopian är 9 dagar gammal.", "Gör en ny"))
    strip = FaultStrip(theme)
    strip.show_fault("Disken är full. Anteckningen finns kvar här.", "Försök igen")
    column.addWidget(strip)
    column.addWidget(
        EmptyState(
            theme,
            "Inget väntar på dig just nu.",
            "Ta en promenad – eller skriv upp något.",
            "Ny anteckning",
            act_icon="plus",
        )
    )
    column.addWidget(
        Staircase(
            theme,
            texts,
            [Stair(f"Steg {n}", BEEN if n < 5 else HERE if n == 5 else AHEAD, n == 8) for n in range(1, 9)],
        )
    )


def unlock(theme: Theme, texts: Texts) -> QWidget:
    window = QWidget()
    theme.dress(window)
    window.setProperty("ring", FocusRing(window, theme))
    whole = QHBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(UnlockPicture(theme, 8), 47)
    column = QVBoxLayout()
    column.setContentsMargins(163, 0, 163, 24)
    column.setSpacing(8)
    column.addStretch(3)
    brand = QHBoxLayout()
    brand.setSpacing(12)
    brand.addWidget(Mark(theme, 40))
    brand.addWidget(Text(theme, "Mentor", Role.TITLE))
    brand.addStretch(1)
    column.addLayout(brand)
    column.addSpacing(24)
    column.addWidget(Text(theme, greeting(texts, 8), Role.DISPLAY))
    column.addWidget(Text(theme, "Skriv din lösenfras för att låsa upp.", Role.SECTION, bold=False, tone="ink2"))
    column.addSpacing(14)
    field = PassphraseField(theme, texts, "Lösenfras", "Stora och små bokstäver räknas. Mellanslag är tillåtna.")
    field.line.setText("fem sma ord har")
    column.addWidget(field)
    column.addSpacing(12)
    column.addWidget(Button(theme, "Lås upp", kind=Kind.PRIMARY, size=Size.LARGE))
    column.addWidget(Button(theme, "Jag har glömt – använd återställningsbladet", "key", kind=Kind.QUIET))
    column.addStretch(3)
    whole.addLayout(column, 53)
    field.line.setFocus()
    return window


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    percent = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    app = QApplication([])
    theme = Theme(app, ThemeChoice.LIGHT, percent)
    texts = Texts("sv")
    palettes = {
        "light": LIGHT,
        "dark": DARK,
        "contrast-dark": HIGH_CONTRAST_DARK,
        "contrast-light": HIGH_CONTRAST_LIGHT,
    }
    for name, tokens in palettes.items():
        theme.use(tokens)
        for paint in (today, mentees, mentee, charts, note, unlock):
            window = paint(theme, texts)
            window.resize(1366, 740 if paint is not note else 900)
            window.show()
            window.activateWindow()
            app.processEvents()
            app.processEvents()
            window.grab().save(str(folder / f"{paint.__name__}-{name}-{percent}.png"))
            window.close()
            window.deleteLater()


if __name__ == "__main__":
    main()
