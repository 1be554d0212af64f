"""Frågor och blanketter: made, changed, put away and read, by keyboard; a used form opens a new version."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.scales import (
    Dimension,
    FavourableEnd,
    NewScale,
    Respondent,
    ScaleDefinition,
    ScaleItem,
    ScaleKind,
    ScaleUse,
)
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.drafts import list_drafts
from mentorapp.store.scale_definitions import add_scale, get_scale, list_scales, list_versions
from tests.program import TestParts
from tests.ui.pressing import press_until
from ui.app import Program
from ui.requests import DraftRequest
from ui.rooms import Rooms
from ui.screens.settings.forms import FormsPage
from ui.screens.settings.forms.reading import ReadingSheet
from ui.screens.settings.forms.sheet import QuestionnaireSheet

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Hand = Callable[..., None]


@pytest.fixture
def page(rooms: Rooms) -> FormsPage:
    rooms.settings.show_page("forms")
    return rooms.settings.forms


@pytest.fixture
def own(rooms: Rooms, page: FormsPage) -> str:
    """A form of the unit's own with two questions."""
    items = tuple(ScaleItem(code=code, text_sv=f"Fråga {code}", left_sv="nej", right_sv="ja") for code in "ab")
    with rooms.store.write("scale_added") as session:
        return add_scale(session, NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Våra frågor", items=items))


def scale(rooms: Rooms, code: str, version: int | None = None) -> ScaleDefinition:
    with rooms.store.read() as session:
        return get_scale(session, code, version)


def named(rooms: Rooms, title: str) -> ScaleDefinition:
    with rooms.store.read() as session:
        return next(one for one in list_scales(session, all_=True) if one.title_sv == title)


def opened(sheet: QuestionnaireSheet | ReadingSheet) -> QuestionnaireSheet:
    assert isinstance(sheet, QuestionnaireSheet)
    return sheet


def facts(page: FormsPage, code: str) -> str:
    return page.rows[code].second.text()


def acts(page: FormsPage, code: str) -> list[str]:
    return [action.text() for action in page.rows[code].more.menu_of_acts().actions()]


def do(page: FormsPage, code: str, words: str) -> None:
    """An act of the row, from its first button or from its menu."""
    row = page.rows[code]
    if row.first.text() == words:
        row.first.click()
        return
    next(action for action in row.more.menu_of_acts().actions() if action.text() == words).trigger()


def test_every_form_stands_there_with_what_it_is(page: FormsPage, own: str, fill: Callable[[str], None]) -> None:
    fill("four_areas")
    assert facts(page, "well_being") == "Deltagaren · 10 frågor · version 1 · följer med Mentor · inte använd"
    assert facts(page, "four_areas").endswith("följer med Mentor · använd")
    assert facts(page, "workplace_supervisor").startswith("Handledaren · 10 frågor")
    assert facts(page, own) == "Deltagaren · 2 frågor · version 1 · er egen · inte använd"
    assert "Ordalydelsen är skyddad." in facts(page, "ors")


def test_a_form_of_ones_own_is_made_by_keyboard(
    rooms: Rooms, page: FormsPage, hand: Hand, tab_to: Callable[[QWidget], None]
) -> None:
    tab_to(page.new)
    hand(K.Key_Space)
    sheet = rooms.frame.window().findChildren(QuestionnaireSheet)[-1]
    hand("Så sover jag", K.Key_Tab, "Sätt ett kryss.")
    tab_to(sheet.questions.new)
    hand(K.Key_Space, "Jag sover gott på nätterna.", K.Key_Tab, "Jag sover bra.", K.Key_Tab, "jämt", K.Key_Tab)
    hand("aldrig", K.Key_Tab, "Sömn", K.Key_Tab, K.Key_Left)
    assert sheet.questions.fields is not None
    tab_to(sheet.questions.fields.dimension.box)
    hand(K.Key_Home)
    dimension = sheet.questions.fields.dimension
    press_until(lambda: dimension.current() == Dimension.PHYSICAL_HEALTH, K.Key_Down)
    hand(K.Key_Return, held=CTRL)
    made = named(rooms, "Så sover jag")
    item = made.items[0]
    assert (made.version, made.shipped, made.kind, made.use) == (1, False, ScaleKind.VAS_FORM, ScaleUse.SELF)
    assert made.intro_sv == "Sätt ett kryss."
    assert (item.text_sv, item.easy_sv, item.label_sv) == ("Jag sover gott på nätterna.", "Jag sover bra.", "Sömn")
    assert item.ends("sv") == ("jämt", "aldrig")
    assert item.favourable is FavourableEnd.LEFT
    assert (item.dimension, item.info_class) == (Dimension.PHYSICAL_HEALTH, InfoClass.HEALTH)
    assert made.code in page.rows
    rooms.frame.undo()
    assert made.code not in page.rows


def test_steps_are_counted_and_refused_outside_what_is_possible(
    rooms: Rooms, page: FormsPage, own: str, hand: Hand
) -> None:
    sheet = opened(page.open_scale(own))
    assert sheet.steps.isHidden()
    sheet.kind.pill("likert").click()
    assert not sheet.steps.isHidden()
    sheet.steps.line.setFocus()
    hand("s")
    sheet.questions.open(0)
    assert sheet.questions.fields is not None
    assert sheet.questions.fields.picture._look.steps is None, "what is no number draws no steps"
    sheet.steps.line.setFocus()
    hand(K.Key_Backspace, "5")
    assert sheet.questions.fields.picture._look.steps == 5
    for typed, says in (("", "2 till 10"), ("många", "siffror"), ("11", "2 till 10")):
        sheet.steps.set_text(typed)
        sheet.keep()
        assert says in sheet.steps.fault()
    sheet.steps.set_text("7")
    sheet.keep()
    assert (scale(rooms, own).kind, scale(rooms, own).steps) == (ScaleKind.LIKERT, 7)


def test_a_used_form_says_before_that_the_change_is_a_version_and_the_old_one_stays(
    rooms: Rooms, page: FormsPage, own: str, fill: Callable[[str], None]
) -> None:
    assert opened(page.open_scale(own)).warning.isHidden()
    fill(own)
    sheet = opened(page.open_scale(own))
    assert not sheet.warning.isHidden()
    assert sheet.warning.sentence() == (
        "Blanketten är använd. Ändringen blir version 2, och svar i olika versioner jämförs aldrig."
    )
    sheet.titles["sv"].set_text("Våra nya frågor")
    sheet.keep()
    assert [scale(rooms, own, number).title_sv for number in (1, 2)] == ["Våra frågor", "Våra nya frågor"]
    assert "version 2" in facts(page, own)
    sheet = opened(page.open_scale(own))
    assert sheet.warning.isHidden(), "the new version is not used yet"
    rooms.frame.undo()
    assert "version 1" in facts(page, own)


def test_a_shipped_form_is_changed_as_a_version_of_the_units_own(rooms: Rooms, page: FormsPage) -> None:
    sheet = opened(page.open_scale("well_being"))
    assert "följer med Mentor" in sheet.warning.sentence()
    sheet.titles["sv"].set_text("Hur är läget?")
    sheet.keep()
    assert facts(page, "well_being") == "Deltagaren · 10 frågor · version 2 · er egen · inte använd"
    assert scale(rooms, "well_being", 1).shipped
    assert acts(page, "well_being") == ["Läs", "Spara som fil", "Lägg undan"]


def test_what_is_kept_as_it_was_is_no_version(rooms: Rooms, page: FormsPage) -> None:
    opened(page.open_scale("well_being")).keep()
    assert scale(rooms, "well_being").version == 1


def test_earlier_versions_can_be_read(
    rooms: Rooms, page: FormsPage, own: str, fill: Callable[[str], None], hand: Hand
) -> None:
    fill(own)
    sheet = opened(page.open_scale(own))
    sheet.questions.rows[1].remove.click()
    sheet.keep()
    do(page, own, "Läs")
    reading = rooms.frame.window().findChildren(ReadingSheet)[-1]
    assert reading.words()[0] == "Deltagaren · 1 fråga · version 2 · er egen · inte använd"
    reading.versions.focus()
    hand(K.Key_Left)
    assert reading.words()[0] == "Deltagaren · 2 frågor · version 1 · er egen · använd"
    assert "2. Fråga b" in reading.words()
    assert "nej – ja · bra till höger · Något annat · Skattning" in reading.words()
    hand(K.Key_Escape)
    assert reading.isHidden()


def test_a_reading_says_what_is_easy_to_read_and_how_many_steps(page: FormsPage) -> None:
    words = page.read_scale("equality").words()
    assert "Svaras i steg, 1 till 5." in words
    assert "Lättläst: Jag vet hur andras förväntningar kan styra vad vi väljer." in words


@pytest.mark.parametrize(("code", "says"), [("ors", "Linje 4"), ("srs", "Linje 1"), ("kasam_13", "Delsumma 3")])
def test_others_instruments_are_read_with_their_licence_and_can_neither_be_changed_nor_printed(
    page: FormsPage, code: str, says: str
) -> None:
    assert page.rows[code].first.text() == "Läs"
    assert acts(page, code) == ["Lägg undan"]
    assert page.rows[code].print.isHidden()
    reading = page.open_scale(code)
    assert isinstance(reading, ReadingSheet)
    assert says in reading.words()
    assert any("skyddad" in words for words in reading.words())


def test_the_range_of_totals_is_said(page: FormsPage) -> None:
    assert "Totalen kan bli 13 till 91." in page.read_scale("kasam_13").words()


def test_a_form_is_not_called_by_the_name_of_anothers(rooms: Rooms, page: FormsPage, own: str) -> None:
    sheet = opened(page.open_scale(own))
    sheet.titles["en"].set_text("KASAM in our words")
    sheet.keep()
    assert sheet.language.current() == "en", "the words of the language are brought out"
    assert sheet.titles["en"].fault() == "Det namnet tillhör någon annans formulär. Ge blanketten ett eget namn."
    assert scale(rooms, own).title_en == ""


def test_a_title_that_another_form_has_is_refused_beside_the_field(page: FormsPage, own: str) -> None:
    sheet = opened(page.open_scale(own))
    for title, says in (("", "rubrik"), ("hur har jag det?", "redan")):
        sheet.titles["sv"].set_text(title)
        sheet.keep()
        assert says in sheet.titles["sv"].fault()


def test_a_form_is_put_away_and_taken_out(
    rooms: Rooms, page: FormsPage, fill: Callable[[str], None], hand: Hand
) -> None:
    fill("equality")
    do(page, "equality", "Lägg undan")
    assert not scale(rooms, "equality").in_use
    assert page.rows["equality"].first.text() == "Ta fram"
    assert page.rows["equality"].print.isHidden()
    assert isinstance(page.open_scale("equality"), ReadingSheet)
    hand(K.Key_Escape)
    page.rows["equality"].first.setFocus()
    hand(K.Key_Return)
    assert scale(rooms, "equality").in_use
    assert page.rows["equality"].first.hasFocus()
    rooms.frame.undo()
    assert not scale(rooms, "equality").in_use


def test_only_what_is_the_units_own_and_unused_can_be_removed(
    rooms: Rooms, page: FormsPage, own: str, fill: Callable[[str], None]
) -> None:
    assert "Ta bort" not in acts(page, "well_being")
    do(page, own, "Ta bort")
    assert own not in page.rows
    rooms.frame.undo()
    fill(own)
    assert "Ta bort" not in acts(page, own)
    page._remove(own)
    assert page.fault.sentence() == "Blanketten är använd. Lägg undan den i stället."


def test_the_supervisors_form_is_made_from_the_mentees_with_the_same_questions(rooms: Rooms, page: FormsPage) -> None:
    assert "Gör handledarens blankett" not in acts(page, "workplace_mentee"), "it has its other voice"
    sheet = opened(page.open_new())
    assert sheet.use is not None
    sheet.use.pill("workplace").click()
    sheet.titles["sv"].set_text("Vår uppföljning")
    sheet.titles["en"].set_text("Our follow-up")
    sheet.questions.set_draft([{"code": "pace", "text_sv": "Jag hinner.", "left_sv": "nej", "right_sv": "ja"}])
    sheet.keep()
    mentees = named(rooms, "Vår uppföljning")
    do(page, mentees.code, "Gör handledarens blankett")
    mirror = rooms.frame.window().findChildren(QuestionnaireSheet)[-1]
    assert (mirror.respondent, mirror.use) == (None, None)
    mirror.questions.rows[0].open.click()
    assert mirror.questions.fields is not None
    mirror.questions.fields.fields["text_sv"].set_text("Hinner med.")
    mirror.questions.fields._on_edited()
    mirror.keep()
    made = named(rooms, "Vår uppföljning – handledarens svar")
    assert made.title_en == "Our follow-up – the supervisor's answers"
    assert (made.mirror_of, made.respondent, made.use) == (mentees.code, Respondent.SUPERVISOR, ScaleUse.WORKPLACE)
    assert [(item.code, item.text_sv) for item in made.items] == [("pace", "Hinner med.")]
    assert "Gör handledarens blankett" not in acts(page, mentees.code)
    assert opened(page.open_scale(made.code)).respondent is None, "whose voice it is cannot be changed"


def test_a_supervisor_answers_at_the_workplace_only(page: FormsPage, hand: Hand) -> None:
    sheet = opened(page.open_new())
    assert sheet.use is not None
    assert sheet.respondent is not None
    sheet.respondent.focus()
    hand("h")
    assert sheet.use.current() == "workplace"
    assert not sheet.use.pill("self").isEnabled()
    sheet.respondent.focus()
    hand("d")
    assert sheet.use.pill("self").isEnabled()


def test_a_form_goes_to_a_file_and_back_and_a_damaged_one_changes_nothing(
    rooms: Rooms, page: FormsPage, own: str, parts: TestParts, tmp_path: Path
) -> None:
    parts.chosen = tmp_path / "Våra frågor.json"
    do(page, own, "Spara som fil")
    data = json.loads(parts.chosen.read_text(encoding="utf-8"))
    do(page, own, "Ta bort")
    page.read.click()
    assert scale(rooms, own).title_sv == "Våra frågor"
    assert page.rows[own].first.hasFocus()
    data["items"][0]["left_sv"] = ""
    parts.chosen.write_text(json.dumps(data), encoding="utf-8")
    page.read.click()
    assert page.fault.sentence() == (
        "Filen Våra frågor.json lästes inte in. Varje linje behöver ord i båda ändar, till exempel nej och ja."
    )
    parts.chosen.write_text("{\n oj", encoding="utf-8")
    page.read.click()
    assert "går inte att läsa vid 2" in page.fault.sentence()
    assert scale(rooms, own).items[0].left_sv == "nej"


def test_wording_for_anothers_instrument_is_refused_from_a_file_too(
    rooms: Rooms, page: FormsPage, parts: TestParts, tmp_path: Path
) -> None:
    parts.chosen = tmp_path / "ors.json"
    item = {"code": "line_1", "text_sv": "Skyddade ord"}
    data = {"code": "ors", "version": 2, "kind": "external_lines", "title_sv": "ORS", "items": [item]}
    parts.chosen.write_text(json.dumps(data), encoding="utf-8")
    page.read.click()
    assert "skyddade och får inte skrivas in" in page.fault.sentence()
    with rooms.store.read() as session:
        assert [one.version for one in list_versions(session, "ors")] == [1]


def test_a_file_that_cannot_be_written_or_is_not_chosen_is_no_harm(
    page: FormsPage, own: str, parts: TestParts, tmp_path: Path
) -> None:
    parts.chosen = None
    do(page, own, "Spara som fil")
    page.read.click()
    assert page.fault.sentence() == ""
    parts.chosen = tmp_path / "finns inte" / "fil.json"
    do(page, own, "Spara som fil")
    assert page.fault.sentence()


def test_the_blank_form_is_shown_as_it_will_be_printed_and_esc_leads_back(
    rooms: Rooms, page: FormsPage, qtbot: QtBot, tab_to: Callable[[QWidget], None], hand: Hand
) -> None:
    tab_to(page.rows["well_being"].print)
    hand(K.Key_Return)
    assert (rooms.frame.here and rooms.frame.here.key) == "preview"
    qtbot.waitUntil(lambda: rooms.preview.made is not None, timeout=20_000)
    made = rooms.preview.made
    assert made is not None
    assert (made.mentee_id, made.template.code) == (None, "P04")
    hand(K.Key_Escape)
    assert (rooms.frame.here and rooms.frame.here.key) == "settings"


def test_a_form_that_was_begun_is_gone_on_with(rooms: Rooms, page: FormsPage, own: str, hand: Hand) -> None:
    """Every kind of form: new, changed, and the other voice."""
    for form, title in (
        ("settings.scale", "Ny"),
        (f"settings.scale:{own}", "Ändrad"),
        ("settings.mirror:workplace_mentee", "Andra rösten"),
    ):
        rooms.open_draft(DraftRequest(None, form))
        hand(title)
        sheet = rooms.frame.window().findChildren(QuestionnaireSheet)[-1]
        sheet.questions._add()
        hand(K.Key_Escape)
        with rooms.store.read() as session:
            assert form in [draft.form for draft in list_drafts(session)]
        count = len(sheet.questions.items())
        sheet.setParent(None)
        rooms.settings.show_page("look")
        rooms.open_draft(DraftRequest(None, form))
        again = rooms.frame.window().findChildren(QuestionnaireSheet)[-1]
        assert title in again.titles["sv"].text()
        assert len(again.questions.items()) == count
        hand(K.Key_Escape)
        again.setParent(None)


def test_a_draft_of_a_form_that_is_gone_opens_nothing(rooms: Rooms, page: FormsPage) -> None:
    rooms.open_draft(DraftRequest(None, "settings.scale:gone"))
    assert rooms.frame.window().findChildren(QuestionnaireSheet) == []


def test_the_words_of_a_row_open_it_and_give_the_focus_back(page: FormsPage, own: str, hand: Hand) -> None:
    page.rows[own].first.setFocus()
    hand(K.Key_Space)
    hand(K.Key_Escape)
    assert QApplication.focusWidget() is page.rows[own].first


def test_what_was_begun_is_there_after_a_restart(
    qtbot: QtBot, unlocked: Program, start: Callable[..., Program], own: str, hand: Hand, passphrase: str
) -> None:
    assert unlocked.stay.rooms is not None
    sheet = opened(unlocked.stay.rooms.settings.forms.open_scale(own))
    sheet.titles["sv"].line.selectAll()
    hand("Kvällsfrågor")
    sheet.questions.rows[0].remove.click()
    unlocked.close()
    again = start()
    again.gate.page.field.line.setText(passphrase)
    QTest.keyClick(again.gate.page.field.line, K.Key_Return)
    qtbot.waitUntil(lambda: again.stay.rooms is not None, timeout=20_000)
    rooms = again.stay.rooms
    assert rooms is not None
    rooms.open_draft(DraftRequest(None, f"settings.scale:{own}"))
    sheet = rooms.frame.window().findChildren(QuestionnaireSheet)[-1]
    assert sheet.titles["sv"].text() == "Kvällsfrågor"
    assert [item.code for item in sheet.questions.items()] == ["b"]
    hand(K.Key_Return, held=CTRL)
    with rooms.store.read() as session:
        assert get_scale(session, own).title_sv == "Kvällsfrågor"
        assert list_drafts(session) == ()


def test_it_all_speaks_english_too(unlocked: Program, rooms: Rooms, page: FormsPage) -> None:
    rooms.settings.look.language.pill("en").click()
    english = unlocked.stay.rooms
    assert english is not None
    english.settings.show_page("forms")
    page = english.settings.forms
    assert facts(page, "well_being") == "The mentee · 10 questions · version 1 · comes with Mentor · not used"
    sheet = opened(page.open_scale("well_being"))
    assert sheet.warning.sentence().startswith("This form comes with Mentor. The change becomes version 2, and answers")
    assert "Line 4" in page.read_scale("ors").words()
