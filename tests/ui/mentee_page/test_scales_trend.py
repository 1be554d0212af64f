"""What the tab Skattningar says of ratings: charts, careful words, earlier forms and other measurements (I1-I3, I6,
I10, I13, I15, I16, I18)."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorapp.domain.mentees import Pronoun
from mentorapp.domain.routines import Attachment
from mentorapp.domain.scale_marks import Mark, ScaleResponse
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.language.texts import Texts
from mentorapp.store.attachments import add_attachment
from mentorapp.store.measurements import add_measurement, list_measurements
from mentorapp.store.mentees import change_mentee
from mentorapp.store.scale_definitions import change_scale, get_scale
from mentorapp.store.scale_responses import NewResponse, add_response, list_responses
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from ui.requests import DraftRequest, PrintRequest
from ui.screens.mentee_page import MenteePage
from ui.screens.mentee_page.scales.answer_sheet import AnswerSheet
from ui.screens.mentee_page.scales.measurements import MeasurementSheet
from ui.screens.mentee_page.scales.subject import Subject

from .conftest import Farah

K = Qt.Key


def add(store: Store, farah: Farah, code: str, on: date, *values: str, **more: Any) -> UUID:
    with store.write("scale_filled") as session:
        change_setting(session, "session_rating_licence", True)
        scale = get_scale(session, code, more.get("version"))
        marks = tuple(Mark(item=i.code, value=Decimal(v)) for i, v in zip(scale.items, values, strict=False))
        return add_response(
            session,
            NewResponse(
                mentee_id=farah.mentee, enrolment_id=farah.enrolment, code=code, event_date=on, marks=marks, **more
            ),
        )


def ors(store: Store, farah: Farah, on: date, total: str, code: str = "ors") -> UUID:
    """Spread over the four lines as paper would have it."""
    tenths = int(Decimal(total) * 10)
    parts = [tenths // 4 + (number < tenths % 4) for number in range(4)]
    return add(store, farah, code, on, *(str(Decimal(part) / 10) for part in parts))


def shown_tab(show: Callable[..., MenteePage], farah: Farah, group: str, texts: Texts | None = None) -> Any:
    page = show(farah.mentee, texts) if texts else show(farah.mentee)
    page.choose_tab("scales")
    tab: Any = page.tab("scales")
    tab.pages.chips.chips.pill(group).click()
    QApplication.processEvents()
    return tab


def said(tab: Any) -> list[tuple[str, str]]:
    return [(one.title, one.more) for one in tab.pages.said.said()]


def test_ors_and_srs_are_one_chart_with_the_cut_off(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    for days, total in ((77, "18.4"), (49, "24.1"), (21, "26.0"), (0, "19.2")):
        ors(store, farah, day - timedelta(days=days), total)
    ors(store, farah, day - timedelta(days=49), "37", "srs")
    ors(store, farah, day - timedelta(days=21), "34", "srs")
    tab = shown_tab(show, farah, "session")
    curves = tab.pages.trend.chart.curves()
    assert [series.name for series in curves.series] == ["ORS", "SRS"]
    assert [one.value for one in curves.series[0].readings] == [Decimal(v) for v in ("18.4", "24.1", "26.0", "19.2")]
    assert [limit.value for limit in curves.limits][-1] == 25
    assert said(tab) == [
        (
            "Har sjunkit mer än 5 sedan förra gången",
            "Från 26,0 till 19,2. Nu under gränslinjen. Fråga Farah vad som ligger bakom, om hon vill berätta.",
        ),
        ("SRS 34, under 36", "Fråga hur ni har det ihop."),
    ]
    assert "samtalsstöd" in tab.pages.caution.text()
    assert "Hiboop" in tab.pages.caution.text()
    assert "andrahandskälla" in tab.pages.caution.text(), "the same word as among the settings"
    assert "OpenFIT" in tab.pages.caution.text()
    tab.pages.trend.as_table.click()
    assert tab.pages.trend.table.isVisible()
    assert tab.pages.trend.table.item(0, 1).text() == "18,4"


@pytest.mark.parametrize(
    ("before", "now", "title"),
    [
        ("24.2", "19.2", "Har sjunkit 5 sedan förra gången"),
        ("24.1", "19.2", "Ungefär som förut"),
        ("24.0", "29.0", "Har ökat 5 sedan förra gången"),
        ("24.0", "30.0", "Har ökat mer än 5 sedan förra gången"),
    ],
)
def test_a_change_counts_from_the_limit_itself(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date, before: str, now: str, title: str
) -> None:
    ors(store, farah, day - timedelta(days=21), before)
    ors(store, farah, day, now)
    assert said(shown_tab(show, farah, "session"))[0][0] == title


def test_a_fall_from_the_best_of_ninety_days_is_said(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    for days, total in ((40, "30"), (20, "27"), (0, "24")):
        ors(store, farah, day - timedelta(days=days), total)
    assert said(shown_tab(show, farah, "session"))[0] == (
        "Har sjunkit mer än 5 från det högsta på 90 dagar",
        "Från 30,0 till 24,0. Nu under gränslinjen. Fråga Farah vad som ligger bakom, om hon vill berätta.",
    )


def test_the_first_total_is_only_a_beginning_and_stands_on_its_side_of_the_line(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    ors(store, farah, day, "25")
    tab = shown_tab(show, farah, "session")
    assert said(tab) == [("Första skattningen: 25,0", "Nu på gränslinjen. Nästa gång syns hur det har ändrats.")]


def test_the_question_fits_whoever_it_is_about(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, farah.mentee, pronoun=Pronoun.UNKNOWN)
    ors(store, farah, day - timedelta(days=21), "30")
    ors(store, farah, day, "19.2")
    assert said(shown_tab(show, farah, "session"))[0][1].endswith("om det känns rätt.")


def test_a_fallen_srs_is_said_with_both_numbers(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    ors(store, farah, day - timedelta(days=21), "39", "srs")
    ors(store, farah, day, "34", "srs")
    assert said(shown_tab(show, farah, "session")) == [("SRS 39 → 34", "Fråga hur ni har det ihop.")]


def test_a_form_that_is_being_filled_in_is_in_the_chart_when_all_lines_are_there(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date, press: Callable[..., None]
) -> None:
    ors(store, farah, day - timedelta(days=21), "26")
    tab = shown_tab(show, farah, "session")
    tab.open_form()
    press("46", K.Key_Return, "51", K.Key_Return, "40", K.Key_Return)
    assert len(tab.pages.trend.chart.curves().series[0].readings) == 1
    press("55", K.Key_Return)
    assert tab.pages.trend.chart.curves().series[0].readings[-1].value == Decimal("19.2")
    assert said(tab)[0][0] == "Har sjunkit mer än 5 sedan förra gången"
    with store.read() as session:
        assert len(list_responses(session, farah.mentee)) == 1


def test_a_form_filled_in_partly_is_a_gap(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    ors(store, farah, day - timedelta(days=40), "26")
    add(store, farah, "ors", day - timedelta(days=20), "4", "4")
    ors(store, farah, day - timedelta(days=10), "27")
    tab = shown_tab(show, farah, "session")
    assert [one.value for one in tab.pages.trend.chart.curves().series[0].readings] == [26, None, 27]
    assert said(tab)[0][0] == "Ungefär som förut"
    rows = [row.second.text() for row in tab.pages.earlier.listed._rows]
    assert rows[1] == "2 av 4 linjer · Själv på papper"


def test_changed_limits_are_said_to_be_the_units_own(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    ors(store, farah, day, "26")
    with store.write("setting_changed") as session:
        change_setting(session, "ors_cut_off_adult", 265)
    tab = shown_tab(show, farah, "session")
    assert "Gränserna är ändrade i inställningarna: gränslinje 26,5" in tab.pages.caution.text()
    assert said(tab)[0][1].startswith("Nu under gränslinjen.")


def test_own_forms_say_how_many_lines_went_which_way_and_the_months_between(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    add(store, farah, "four_areas", date(2026, 7, 3), "30", "40", "50", "60")
    add(store, farah, "four_areas", date(2026, 11, 20), "35", "44", "45")
    tab = shown_tab(show, farah, "four_areas")
    assert said(tab) == [
        (
            "Av 3 linjer: 1 har ökat, 1 ungefär som förut, 1 har sjunkit",
            "Mellan 3 juli och 20 november, 4 månader emellan.",
        )
    ]
    assert "5 mm" in tab.pages.caution.text()
    rows = tab.pages.rows.voices.rows()
    assert [(row.own, row.earlier) for row in rows.rows[:2]] == [(35, 30), (44, 40)]


def test_one_question_at_a_time_is_followed(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    add(store, farah, "four_areas", day - timedelta(days=60), "30", "40", "50", "60")
    add(store, farah, "four_areas", day - timedelta(days=2), "35", "44", "90", "62")
    tab = shown_tab(show, farah, "four_areas")
    assert tab.pages.trend.item.currentText() == "Sammanhang", "the one that has moved most"
    tab.pages.trend.item.setCurrentIndex(0)
    assert [one.value for one in tab.pages.trend.chart.curves().series[0].readings] == [30, 35]


def test_forms_without_a_line_in_common_say_so(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    add(store, farah, "four_areas", day - timedelta(days=20), "30")
    tab = shown_tab(show, farah, "four_areas")
    assert said(tab)[0][0] == "En skattning finns"
    with store.write("scale_filled") as session:
        add_response(
            session,
            NewResponse(
                mentee_id=farah.mentee, enrolment_id=farah.enrolment, code="four_areas", event_date=day,
                marks=(Mark(item="readiness", value=Decimal(4)),),
            ),
        )  # fmt: skip
    assert said(tab)[0] == ("Ingen linje har kryss båda gångerna", "Mellan 5 november och 25 november.")


def test_versions_are_looked_at_one_by_one(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    add(store, farah, "four_areas", day - timedelta(days=60), "30", "40", "50", "60")
    with store.write("scale_changed") as session:
        items = (ScaleItem(code="n1", text_sv="Ny fråga", left_sv="nej", right_sv="ja"),)
        new = NewScale(code="four_areas", kind=ScaleKind.VAS_FORM, title_sv="Fyra områden", items=items)
        change_scale(session, "four_areas", new)
    add(store, farah, "four_areas", day, "80")
    tab = shown_tab(show, farah, "four_areas")
    assert [pill.text() for pill in tab.pages.shown_version.chips._pills.values()] == ["Version 2", "Version 1"]
    assert [row.code for row in tab.pages.rows.voices.rows().rows] == ["n1"]
    assert said(tab)[0][0] == "En skattning finns", "the old answers are not compared with the new"
    tab.pages.shown_version.chips.pill("1").click()
    assert len(tab.pages.rows.voices.rows().rows) == 4
    assert [row.second.text() for row in tab.pages.earlier.listed._rows] == [
        "Efter nivå 2 · 1 av 1 linje · Själv på papper · Version 2",
        "Efter nivå 1 · 4 av 4 linjer · Själv på papper · Version 1",
    ]


def test_kasam_has_totals_only(show: Callable[..., MenteePage], farah: Farah, store: Store, day: date) -> None:
    with store.write("setting_changed") as session:
        change_setting(session, "kasam_permission", "Dnr 7")
    add(store, farah, "kasam_13", day - timedelta(days=60), "48")
    other = add(store, farah, "kasam_29", day - timedelta(days=30), "120")
    tab = shown_tab(show, farah, "kasam_13")
    (series,) = tab.pages.trend.chart.curves().series
    assert [one.value for one in series.readings] == [48], "13 and 29 are never in one chart"
    assert not tab.pages.rows.isVisible()
    assert tab.pages.said.said() == ()
    assert "13 och 29" in tab.pages.caution.text()
    tab.pages.chips.chips.pill("kasam_29").click()
    assert tab.print_request() == PrintRequest(farah.mentee, template="P05", about=other)


def one_of(store: Store, farah: Farah, code: str = "well_being") -> ScaleResponse:
    with store.read() as session:
        return list_responses(session, farah.mentee, (code,), voided=True)[0]


def sheet_of(tab: Any) -> AnswerSheet:
    found = tab.window().findChildren(AnswerSheet)
    assert len(found) == 1
    return found[0]  # type: ignore[no-any-return]


def test_an_earlier_form_is_put_right(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date, press: Callable[..., None]
) -> None:
    add(store, farah, "well_being", day - timedelta(days=9), "30")
    add(store, farah, "well_being", day - timedelta(days=2), "42")
    tab = shown_tab(show, farah, "well_being")
    tab.pages.earlier.listed._rows[0].action.setFocus()
    press(K.Key_Return)
    sheet = sheet_of(tab)
    assert sheet.entry.lines.rows[0].state.before() == 30
    press("44", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        values = [one.value("readiness") for one in list_responses(session, farah.mentee, ("well_being",))]
    assert values == [30, 44]


def test_the_occasion_of_an_earlier_form_is_put_right_and_follows_the_day_when_it_did_before(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date, press: Callable[..., None]
) -> None:
    add(store, farah, "well_being", day - timedelta(days=2), "42")
    tab = shown_tab(show, farah, "well_being")
    sheet = tab.open_answers(one_of(store, farah))
    assert sheet.round.currentText() == "Efter nivå 2 (föreslås)"
    sheet.entry.lines.rows[-1].field.setFocus()
    press(K.Key_Tab, K.Key_Tab)
    assert sheet.round.hasFocus(), "Tab comes to it where it stands, after the control line"
    sheet.entry.head.day.set_draft((day - timedelta(days=140)).isoformat())
    assert sheet.round.currentText() == "Start (föreslås)"
    press(K.Key_Return, ctrl=True)
    assert one_of(store, farah).round is RoundKind.START
    sheet = tab.open_answers(one_of(store, farah))
    sheet.round.setCurrentIndex(sheet.round.findText("Mitt i"))
    press(K.Key_Return, ctrl=True)
    assert one_of(store, farah).round is RoundKind.MID
    sheet = tab.open_answers(one_of(store, farah))
    assert sheet.round.currentText() == "Mitt i"
    sheet.entry.head.day.set_draft((day - timedelta(days=3)).isoformat())
    press(K.Key_Return, ctrl=True)
    assert one_of(store, farah).round is RoundKind.MID, "what was chosen stands"


def test_an_earlier_form_is_voided_with_a_reason_and_stays_to_be_seen(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date, press: Callable[..., None]
) -> None:
    add(store, farah, "well_being", day - timedelta(days=2), "42")
    tab = shown_tab(show, farah, "well_being")
    sheet = tab.open_answers(one_of(store, farah))
    sheet.void.setFocus()
    press(K.Key_Return)
    assert QApplication.focusWidget() is sheet.reason.line
    sheet.void_now.click()
    assert sheet.reason.fault() == "Skriv kort varför. Skattningen finns kvar att se."
    press("Fel person")
    sheet.void_now.click()
    assert one_of(store, farah).void_reason == "Fel person"
    row = tab.pages.earlier.listed._rows[0]
    assert row.second.text() == "Makulerad 25 november. Fel person"
    assert row.action is None
    assert tab.pages.start.words.text().startswith("Ingen skattning än"), "it counts no more"
    store.undo()
    assert one_of(store, farah).voided_on is None


def test_a_reason_begun_comes_back_with_the_form(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date, press: Callable[..., None]
) -> None:
    add(store, farah, "well_being", day - timedelta(days=2), "42")
    page = show(farah.mentee)
    page.choose_tab("scales")
    tab: Any = page.tab("scales")
    sheet = tab.open_answers(one_of(store, farah))
    sheet.void.click()
    press("Fel")
    press(K.Key_Escape)
    QApplication.processEvents()
    page.open_item(DraftRequest(farah.mentee, f"scales.answers:{one_of(store, farah).id}"))
    again = tab.window().findChildren(AnswerSheet)[-1]
    assert again.reason.isVisible()
    assert again.reason.text() == "Fel"


def test_a_filled_form_is_printed_for_the_mentee_but_never_how_the_two_have_it(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    response = add(store, farah, "well_being", day - timedelta(days=2), "42")
    tab = shown_tab(show, farah, "well_being")
    wanted: list[PrintRequest] = []
    tab.print_wanted.connect(wanted.append)
    sheet = tab.open_answers(one_of(store, farah))
    sheet.paper.click()
    assert wanted == [PrintRequest(farah.mentee, template="P05", about=response)]
    total = ors(store, farah, day, "26")
    tab.open_answers(one_of(store, farah, "ors")).paper.click()
    assert wanted[1:] == [PrintRequest(farah.mentee, template="P05", about=total)]
    ors(store, farah, day, "34", "srs")
    assert not tab.open_answers(one_of(store, farah, "srs")).paper.isVisible()


def test_the_tab_prints_the_newest_ors_and_never_srs(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date
) -> None:
    ors(store, farah, day - timedelta(days=21), "24")
    newest = ors(store, farah, day, "26")
    tab = shown_tab(show, farah, "session")
    assert tab.print_request() == PrintRequest(farah.mentee, template="P05", about=newest)
    ors(store, farah, day, "34", "srs")
    with store.read() as session:
        srs = get_scale(session, "srs")
    tab.open_subject(Subject(srs))
    assert tab.print_request() is None


def measurements(store: Store, farah: Farah) -> list[tuple[str, str, str, UUID | None]]:
    with store.read() as session:
        return [(one.name, one.value, one.note, one.attachment_id) for one in list_measurements(session, farah.mentee)]


def test_what_others_measured_is_written_down_by_keyboard(
    show: Callable[..., MenteePage], farah: Farah, store: Store, press: Callable[..., None]
) -> None:
    tab = shown_tab(show, farah, "other")
    assert tab.pages.measurements.help.isVisible()
    tab.focus_first()
    press(K.Key_Return, "SKAPA", K.Key_Tab, "20/11", K.Key_Tab, "72 p")
    press(K.Key_Return, ctrl=True)
    assert measurements(store, farah) == [("SKAPA", "72 p", "", None)]
    (row,) = tab.pages.measurements.listed._rows
    assert (row.title.text(), row.second.text()) == ("SKAPA · 72 p", "20 november")


def test_a_measurement_may_have_a_file_and_can_be_changed_and_taken_away(
    show: Callable[..., MenteePage], farah: Farah, store: Store, day: date, press: Callable[..., None]
) -> None:
    with store.write("file_added") as session:
        add_measurement(session, farah.mentee, "SKAPA", day, value="72")
        add_attachment(session, farah.mentee, "skapa.pdf", b"%PDF-1.4 x")
    tab = shown_tab(show, farah, "other")
    tab.pages.measurements.listed._rows[0].action.click()
    sheet = tab.window().findChildren(MeasurementSheet)[-1]
    assert isinstance(tab._ratings.files[0], Attachment)
    sheet.file.choose(str(tab._ratings.files[0].id))
    sheet.value_.line.setFocus()
    sheet.value_.line.selectAll()
    press("73")
    press(K.Key_Return, ctrl=True)
    assert measurements(store, farah) == [("SKAPA", "73", "", tab._ratings.files[0].id)]
    assert tab.pages.measurements.listed._rows[0].second.text() == "25 november · skapa.pdf"
    sheet = tab.open_measurement(tab._ratings.measurements[0])
    next(button for button in sheet.findChildren(type(sheet.ready)) if button.text() == "Ta bort mätningen").click()
    assert measurements(store, farah) == []


def test_a_measurement_begun_waits_as_a_draft(
    show: Callable[..., MenteePage], farah: Farah, store: Store, press: Callable[..., None]
) -> None:
    page = show(farah.mentee)
    page.choose_tab("scales")
    tab: Any = page.tab("scales")
    tab.open_measurement(None)
    press("SKAPA")
    press(K.Key_Escape)
    QApplication.processEvents()
    page.open_item(DraftRequest(farah.mentee, "scales.measurement"))
    sheet = tab.window().findChildren(MeasurementSheet)[-1]
    assert sheet.name.text() == "SKAPA"
    assert tab.pages.measurements.isVisible()


def test_the_words_are_english_too(show: Callable[..., MenteePage], farah: Farah, store: Store, day: date) -> None:
    ors(store, farah, day - timedelta(days=21), "26")
    ors(store, farah, day, "19.2")
    tab = shown_tab(show, farah, "session", Texts("en"))
    assert said(tab)[0] == (
        "Down by more than 5 since last time",
        "From 26.0 to 19.2. Now below the cut-off line. Ask Farah what lies behind it, if she wants to tell.",
    )
