"""Ratings on Siffror: pictures with the same numbers as tables, always of how many, with care in the words."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from mentorapp.domain.mentees import Gender
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scales import NewScale
from mentorapp.domain.session_ratings import LINES
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.placements import add_placement
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.scale_definitions import change_scale, get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace
from ui.screens.figures import FiguresScreen
from ui.screens.figures.share_bars import PartLegend, ShareBars
from ui.theme import Theme
from ui.widgets.chart_card import ChartCard

DAY = timedelta(days=1)
Show = Callable[..., FiguresScreen]
People = dict[str, tuple[UUID, UUID]]


@pytest.fixture
def show(store: Store, theme: Theme) -> Iterator[Show]:
    made: list[QWidget] = []

    def make(language: str = "sv", size: tuple[int, int] = (1366, 768)) -> FiguresScreen:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        screen = FiguresScreen(store, Texts(language), theme)
        layout.addWidget(screen)
        window.resize(*size)
        window.show()
        made.append(window)
        QApplication.processEvents()
        return screen

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def people(store: Store, day: date) -> People:
    """Two women and a man who have left a level, and a man who has just begun."""
    found = {}
    with store.write("mentee_added") as session:
        change_setting(session, "session_rating_licence", True)
        change_setting(session, "kasam_permission", "Dnr 1")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = get_programme(session, programme).levels
        for name, gender, began in (("Alva", Gender.WOMAN, 300), ("Cleo", Gender.WOMAN, 300), ("Birk", Gender.MAN, 300),
                                    ("Hugo", Gender.MAN, 2)):  # fmt: skip
            mentee = add_mentee(session, name, gender=gender)
            enrolment = add_enrolment(session, mentee, programme, started_on=day - began * DAY)
            if began > 2:
                change_level(session, enrolment, levels[0].id, day - began * DAY)
                change_level(session, enrolment, levels[1].id, day - 200 * DAY)
            found[name] = mentee, enrolment
    return found


def fill(store: Store, whose: tuple[UUID, UUID], code: str, on: date, **marks: Any) -> None:
    made = tuple(Mark(item=name, value=Decimal(value)) for name, value in marks.items())
    with store.write("scale_filled") as session:
        new = NewResponse(mentee_id=whose[0], enrolment_id=whose[1], code=code, event_date=on, marks=made)
        add_response(session, new)


@pytest.fixture
def rated(store: Store, people: People, day: date) -> People:
    """Alva is more ready, Cleo as before, Birk less; Hugo has a start only. Nobody but Alva has said twice how they
    sleep."""
    for name, first, last in (("Alva", 20, 60), ("Cleo", 50, 53), ("Birk", 70, 40)):
        fill(store, people[name], "well_being", day - 299 * DAY, readiness=first, hope=30)
        fill(store, people[name], "well_being", day - 190 * DAY, readiness=last)
    fill(store, people["Hugo"], "well_being", day, readiness=10)
    return people


def card(screen: FiguresScreen, title: str) -> ChartCard:
    return next(one for one in screen.charts if one.accessibleName() == title)


def picture(found: ChartCard) -> ShareBars:
    assert isinstance(found.picture, ShareBars)
    return found.picture


def bars(found: ChartCard) -> list[tuple[str, tuple[int, ...], int, str, str]]:
    return [(bar.name, bar.parts, bar.of, bar.strong, bar.beside) for bar in picture(found).bars]


def said(widget: QWidget) -> list[str]:
    return [label.text().replace("\u00a0", " ") for label in widget.findChildren(QLabel) if label.isVisible()]


def table(found: ChartCard) -> dict[str, list[str]]:
    rows = picture(found).table().rows
    return {row[0]: list(row[1:]) for row in rows}


def test_i8_net_effects_stand_with_pairs_and_what_is_missing(show: Show, rated: People) -> None:
    found = card(show(), "Hur har jag det?")
    assert bars(found)[0] == ("Redo för arbete eller studier", (1, 1, 1), 3, "0", "3 par")
    assert ("Framtidstro", (0, 0, 0), 0, "–", "0 par") in bars(found)
    assert bars(found)[-1] == ("Uppgift saknas", (), 0, "", "1 av 4")
    heads = picture(found).table().heads
    assert heads[:3] == ("Vad", "Netto, procentenheter", "Har ökat")
    assert heads[-2:] == ("Har ökat, kvinnor", "Har ökat, män")
    assert table(found)["Redo för arbete eller studier"] == [
        "0", "1 av 3 (33 %)", "1 av 3 (33 %)", "1 av 3 (33 %)", "1 av 4", "1 av 2 (50 %)", "0 av 1 (0 %)",
    ]  # fmt: skip


def test_i9_i10_i16_readiness_months_and_care_stand_in_words(show: Show, rated: People) -> None:
    lines = said(card(show(), "Hur har jag det?"))
    assert "Mer redo för arbete eller studier: 1 av 3 (33 %). Oförändrat eller mindre: 2 av 3 (67 %)." in lines
    assert "Månader mellan första och senaste: medel 3, från 3 till 3." in lines
    assert "Läs med försiktighet: det är få personer, och mycket annat än stödet kan ligga bakom." in lines


def test_i17_response_shares_by_occasion_and_gender(show: Show, rated: People) -> None:
    found = card(show(), "Svar: Hur har jag det?")
    assert [(name, strong, beside) for name, _, _, strong, beside in bars(found)] == [
        ("Start", "100 %", "4 av 4"), ("Efter nivå 1", "100 %", "3 av 3"), ("Andra gången", "100 %", "3 av 3"),
    ]  # fmt: skip
    assert table(found)["Start"] == ["2 av 2", "2 av 2", "4 av 4 (100 %)"]


def test_table_9_ors_with_means_and_srs_on_the_mentors_own_screen(
    show: Show, store: Store, people: People, day: date
) -> None:
    for name, values in (("Alva", ("5", "6.5")), ("Birk", ("7", "5.5")), ("Cleo", ("8",))):
        for place, value in enumerate(values):
            fill(store, people[name], "ors", day - (90 - place) * DAY, **dict.fromkeys(LINES, value))
    fill(store, people["Alva"], "srs", day, **dict.fromkeys(LINES, "9.1"))
    found = card(show(), "ORS")
    assert bars(found) == [
        ("Har ökat 5 eller mer", (1,), 2, "50 %", "1 av 2"),
        ("Däremellan", (0,), 2, "0 %", "0 av 2"),
        ("Har sjunkit 5 eller mer", (1,), 2, "50 %", "1 av 2"),
        ("Från under till över gränslinjen", (1,), 1, "100 %", "1 av 1"),
        ("Uppgift saknas", (), 0, "", "1 av 3"),
    ]
    lines = said(found)
    assert "Medel första 24,0, senaste 24,0, förändring 0,0 (2 par)." in lines
    assert "SRS senaste: medel 36,4 (känt för 1)." in lines
    assert table(found)["Uppgift saknas"] == ["1 av 2", "0 av 1", "1 av 3 (33 %)"]
    with store.write("setting_changed") as session:
        change_setting(session, "ors_reliable_change", 65)
    assert bars(card(show(), "ORS"))[0][0] == "Har ökat 6,5 eller mer"


def test_i15_kasam_by_version_and_i25_equality_by_gender(show: Show, store: Store, people: People, day: date) -> None:
    fill(store, people["Alva"], "kasam_13", day - 200 * DAY, total=40)
    fill(store, people["Alva"], "kasam_13", day, total=44)
    fill(store, people["Birk"], "kasam_29", day, total=140)
    fill(store, people["Alva"], "equality", day, knows=5)
    fill(store, people["Birk"], "equality", day, knows=2)
    screen = show()
    assert bars(card(screen, "KASAM-13"))[0] == ("Har ökat", (1,), 1, "100 %", "1 av 1")
    assert bars(card(screen, "KASAM-29"))[-1] == ("Uppgift saknas", (), 0, "", "1 av 1")
    answers = card(screen, "Kunskap om normer")
    assert [name for name, *_ in bars(answers)] == [
        "1 – inte alls", "2", "3", "4", "5 – mycket väl", "Uppgift saknas",
    ]  # fmt: skip
    assert table(answers)["5 – mycket väl"] == ["1 av 1", "0 av 1", "1 av 2 (50 %)"]


def test_two_versions_of_a_form_are_two_cards(show: Show, store: Store, rated: People, day: date) -> None:
    with store.write("scale_changed") as session:
        scale = get_scale(session, "well_being")
        fewer = NewScale(code=scale.code, kind=scale.kind, title_sv=scale.title_sv, items=scale.items[:1])
        change_scale(session, scale.code, fewer)
    fill(store, rated["Alva"], "well_being", day, readiness=70)
    titles = [one.accessibleName() for one in show().charts]
    assert titles == ["Hur har jag det? (version 1)", "Hur har jag det? (version 2)", "Svar: Hur har jag det?"]


def test_several_items_about_one_thing_are_taken_together(show: Show, store: Store, people: People, day: date) -> None:
    for on in (day - 290 * DAY, day):
        fill(store, people["Alva"], "coherence", on, understandable=40, manageable=50, meaningful=60)
    assert "Hänger ihop, sammanlagt" in [name for name, *_ in bars(card(show(), "Hänger det ihop?"))]


def test_a_picture_is_shown_as_a_table_by_keyboard_and_stays_one(
    show: Show, store: Store, rated: People, day: date
) -> None:
    screen = show()
    store.on_change(screen.note_change)
    found = card(screen, "Hur har jag det?")
    found.as_table.setFocus()
    QTest.keyClick(found.as_table, Qt.Key.Key_Space)
    assert found.table.isVisible()
    assert not found.picture.isVisible()
    fill(store, rated["Hugo"], "well_being", day, readiness=90)
    after = card(screen, "Hur har jag det?")
    assert after is not found
    assert after.as_table.isChecked()
    assert not card(screen, "Svar: Hur har jag det?").as_table.isChecked()


def test_rows_are_walked_by_arrow_keys_and_said_whole(show: Show, rated: People) -> None:
    shown = picture(card(show(), "Hur har jag det?"))
    shown.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(shown, key)
    assert shown.current() == 1
    assert shown.point_in_words(0) == (
        "Redo för arbete eller studier: har ökat för 1 av 3, som förut för 1, har sjunkit för 1. "
        "Netto 0 procentenheter. Uppgift saknas för 1."
    )
    assert "Uppgift saknas: 1 av 4." in shown.accessibleDescription()
    legend = shown.legend()
    assert isinstance(legend, PartLegend)
    assert legend.accessibleName() == "Har ökat, Som förut, Har sjunkit"


@pytest.mark.parametrize(("width", "stacked"), [(300, True), (560, False)])
def test_in_a_narrow_card_the_name_stands_above_its_bar(
    show: Show, rated: People, theme: Theme, width: int, stacked: bool
) -> None:
    shown = picture(card(show(), "Hur har jag det?"))
    apart = ShareBars(theme, Texts("sv"), "Prov", shown.bars, shown.table())
    apart.resize(width, 100)
    assert apart.is_stacked == stacked
    assert apart.legend() is None
    assert not apart.grab().isNull()
    assert apart.sizeHint().height() == len(shown.bars) * int(apart.spot(0).height() + 2)


def test_w12_p20_placements_sectors_and_steps(show: Show, store: Store, people: People, day: date) -> None:
    with store.write("placement_added") as session:
        cafe = add_workplace(session, "Café Låtsas", sector="restaurant")
        other = add_workplace(session, "Fantasihallen")
        add_placement(session, people["Alva"][1], cafe, PlacementType.INTERNSHIP, day - 100 * DAY)
        add_placement(session, people["Alva"][1], other, PlacementType.WORK_TRAINING, day - 20 * DAY)
    screen = show()
    lines = {one.accessibleName(): one.lines() for one in screen.cards if hasattr(one, "lines")}
    assert lines["Branscher"][2:] == ["Restaurang och café", "1", "1 av 2", "Uppgift saknas", "1", "1 av 2"]
    assert lines["Placeringar"][2:] == ["Praktik", "1", "1 av 2", "Arbetsträning", "1", "1 av 2"]
    assert "Steg som tagits" in lines
    whole = next(line for line in said(screen) if line.startswith("Mellan praktik"))
    assert whole.endswith("framåt 1 · stilla 0 · tillbaka 0 (1 har tagit något steg)")


def test_nothing_is_said_of_forms_that_nobody_has_filled_in(show: Show, people: People) -> None:
    assert show("en").charts == []
