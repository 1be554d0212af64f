"""The tab Kartläggning, by keyboard, over a real store."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.domain.mapping import WISHES, AnswerStatus, Mapping, MappingType
from mentorapp.domain.plans import GoalLevel
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.safety import Asked
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import keep_draft, list_drafts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mappings import (
    add_wish,
    begin_mapping,
    complete_mapping,
    current_mapping,
    list_mappings,
    set_answer,
)
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import get_current_plan
from mentorapp.store.programmes import add_programme
from mentorapp.store.safety_questions import add_question
from mentorapp.store.store import Store
from mentorapp.store.vocational_profiles import change_vocational_profile, get_vocational_profile
from tests.ui.pressing import press_until
from ui.requests import PrintRequest
from ui.screens.mentee_page.mapping.area_editor import AreaEditor
from ui.screens.mentee_page.mapping.area_reader import AreaReader
from ui.screens.mentee_page.mapping.area_row import AreaRow
from ui.screens.mentee_page.mapping.goal_sheet import GoalSheet
from ui.screens.mentee_page.mapping.need import Need, need_of
from ui.screens.mentee_page.mapping.tab import MappingTab
from ui.screens.mentee_page.mapping.version_sheet import VersionSheet
from ui.screens.mentee_page.mapping.versions import Versions
from ui.theme import Theme

K = Qt.Key
Press = Callable[..., None]
NEEDS = AnswerStatus.NEEDS_SUPPORT


@pytest.fixture
def tab(look: Any) -> MappingTab:
    return open_tab(look.page)


def open_tab(page: Any) -> MappingTab:
    page.choose_tab("mapping")
    QApplication.processEvents()
    found: MappingTab = page.tab("mapping")
    return found


def mapping_of(look: Any) -> Mapping:
    with look.store.read() as session:
        mapping = current_mapping(session, look.who.enrolment)
    assert mapping is not None
    return mapping


def answer(look: Any, area: str, **details: Any) -> None:
    with look.store.write("mapping_answered") as session:
        mapping = current_mapping(session, look.who.enrolment)
        set_answer(session, mapping.id if mapping else begin_mapping(session, look.who.enrolment), area, **details)
    QApplication.processEvents()


def editor(tab: MappingTab) -> AreaEditor:
    part = tab.areas.open_part()
    assert isinstance(part, AreaEditor)
    return part


def sheet_over(tab: MappingTab, kind: type[QWidget]) -> Any:
    return next(one for one in tab.window().findChildren(kind) if one.isVisible())


def words_in(widget: QWidget) -> str:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return "\n".join(getattr(one, "text", str)() for one in widget.findChildren(QWidget) if hasattr(one, "text"))


def test_every_area_is_seen_and_what_is_not_asked_says_so(tab: MappingTab) -> None:
    rows = tab.areas.areas()
    assert len(rows) == 19
    assert {row.look.status.text for row in rows} == {"ej ställd"}
    focused = QApplication.focusWidget()
    assert isinstance(focused, AreaRow)
    assert focused.accessibleName() == "Bostad"
    assert "0 av 20 områden" in words_in(tab.head)


def test_an_area_is_answered_by_keyboard_and_begins_the_mapping(
    tab: MappingTab, look: Any, press: Press, day: date
) -> None:
    press(K.Key_Return)
    press("b")
    press(K.Key_Tab)
    press("3")
    press(K.Key_Tab)
    press_until(lambda: QApplication.focusWidget() is editor(tab).words.box, K.Key_Tab)
    press("Jag vill ha ett eget rum.")
    press(K.Key_Escape)
    found = mapping_of(look)
    said = found.answer("housing")
    assert said is not None
    assert (found.version, found.type, found.started_on) == (1, MappingType.START, day)
    assert (said.status, said.importance, said.words) == (NEEDS, 3, "Jag vill ha ett eget rum.")
    assert said.texts[0].info_class is InfoClass.SOCIAL
    row = tab.areas.row("housing")
    assert row.hasFocus()
    assert (row.look.status.text, row.look.words) == ("behöver stöd", "”Jag vill ha ett eget rum.”")
    assert "1 av 20 områden" in words_in(tab.head)
    look.store.undo()
    QApplication.processEvents()
    assert row.look.words == ""


def test_the_mentors_view_stands_apart_and_may_have_a_class_of_its_own(tab: MappingTab, look: Any) -> None:
    tab.areas.open_area("language")
    part = editor(tab)
    part.view.box.setFocus()
    part.view.box.setPlainText("Stammar när det är många")
    part.view_class.menu_of_classes().actions()[5].trigger()
    part.needs.box.setFocus()
    part.needs.box.setPlainText("Öva i liten grupp")
    part.resources.box.setFocus()
    said = mapping_of(look).answer("language")
    assert said is not None
    assert (said.words, said.view, said.needs) == ("", "Stammar när det är många", "Öva i liten grupp")
    assert said.texts[0].info_class is InfoClass.HEALTH
    assert said.status is AnswerStatus.PARTLY


def test_arrows_walk_over_the_areas_with_one_tab_stop(tab: MappingTab, press: Press) -> None:
    press(K.Key_Down, K.Key_Down, K.Key_Up)
    assert tab.areas.row("economy").hasFocus()
    stops = [row for row in tab.areas.areas() if row.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert stops == [tab.areas.row("economy")]


def test_alt_right_makes_a_goal_with_steps_of_a_need(tab: MappingTab, look: Any, press: Press) -> None:
    answer(look, "economy", status=NEEDS, words="Få ordning på räkningarna")
    tab.areas.row("economy").setFocus()
    press(K.Key_Right, alt=True)
    sheet = sheet_over(tab, GoalSheet)
    assert sheet.words.text() == "Få ordning på räkningarna"
    assert [field.isVisible() for field in sheet.steps] == [True, True, True, False, False]
    for field, text in zip(sheet.steps, ("Öppna breven", "Sortera dem", "Ringa banken"), strict=False):
        field.line.setFocus()
        press(text)
    assert [field.isVisible() for field in sheet.steps] == [True, True, True, True, False]
    press(K.Key_Return, ctrl=True)
    made = look.plan().active_goals[-1]
    assert (made.wording, made.info_class) == ("Få ordning på räkningarna", InfoClass.INCOME)
    assert [step.text for step in made.steps] == ["Öppna breven", "Sortera dem", "Ringa banken"]
    assert tab.areas.row("economy").look.goal == "Blev mål: Få ordning på räkningarna"
    assert "Få ordning på räkningarna" in words_in(tab.goals)
    assert look.store.undo_label == "goal_from_mapping"
    look.store.undo()
    QApplication.processEvents()
    assert tab.areas.row("economy").look.goal == ""


def test_what_is_not_asked_is_asked_before_it_becomes_a_goal(tab: MappingTab, press: Press) -> None:
    press(K.Key_Right, alt=True)
    assert editor(tab).area.code == "housing"


def test_a_need_is_dropped_on_the_goals(tab: MappingTab, look: Any) -> None:
    answer(look, "language", status=NEEDS, words="Prata mer")
    data = Need("language").to_mime()
    assert b"Prata" not in bytes(data.data(data.formats()[0]).data())
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    tab.goals.dragEnterEvent(enter)
    assert tab.goals.place.over
    tab.goals.dragLeaveEvent(QDragLeaveEvent())
    assert not tab.goals.place.over
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    tab.goals.dropEvent(drop)
    assert sheet_over(tab, GoalSheet).words.text() == "Prata mer"
    assert need_of(QMimeData()) is None


def test_a_dream_is_written_changed_and_struck_out(tab: MappingTab, look: Any, press: Press) -> None:
    tab.wishes.adding.line.setFocus()
    press("Jag vill bli kock", K.Key_Return)
    press("Resa till havet", K.Key_Return)
    first, second = tab.wishes.wish_rows()
    assert [row.wish.text for row in (first, second)] == ["Jag vill bli kock", "Resa till havet"]
    first.setFocus()
    press(K.Key_Return)
    press("Jag vill bli bagare", K.Key_Return)
    assert first.accessibleName() == "Jag vill bli bagare"
    assert first.hasFocus()
    press(K.Key_Delete)
    said = mapping_of(look).answer(WISHES)
    assert said is not None
    assert [wish.text for wish in said.wishes] == ["Resa till havet"]
    assert second.hasFocus()
    look.store.undo()
    assert len(tab.wishes.wish_rows()) == 2


def test_a_dream_becomes_the_main_goal_where_there_is_none(show: Any, store: Store, day: date, press: Press) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Elis")
        enrolment = add_enrolment(session, mentee, programme, started_on=day)
        add_wish(session, begin_mapping(session, enrolment), "Bli rörmokare")
    tab = open_tab(show(mentee))
    tab.wishes.wish_rows()[0].setFocus()
    press(K.Key_Right, alt=True)
    sheet = sheet_over(tab, GoalSheet)
    assert sheet.level.current() == GoalLevel.MAIN.value
    assert not any(field.isVisible() for field in sheet.steps)
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        plan = get_current_plan(session, enrolment)
    assert plan is not None
    assert (plan.version, plan.valid_from) == (1, day)
    assert plan.main_goal is not None
    assert plan.main_goal.wording == "Bli rörmokare"
    assert "Blev mål: Bli rörmokare" in tab.wishes.wish_rows()[0].accessibleDescription()


def test_a_version_is_done_and_the_next_asks_whether_it_is_still_true(
    tab: MappingTab, look: Any, press: Press, clock: Any
) -> None:
    answer(look, "housing", status=NEEDS, words="Vill ha eget")
    answer(look, "language", status=AnswerStatus.WORKS)
    tab.head.done.click()
    assert mapping_of(look).is_complete
    tab.areas.open_area("housing")
    reader = tab.areas.open_part()
    assert isinstance(reader, AreaReader)
    assert "”Vill ha eget”" in words_in(reader)
    press(K.Key_Escape)
    clock.pass_days(60)
    tab.head.next.click()
    sheet = sheet_over(tab, VersionSheet)
    assert sheet.type.current() == "update"
    press(K.Key_Return, ctrl=True)
    assert (mapping_of(look).version, mapping_of(look).type) == (2, MappingType.UPDATE)
    assert tab.areas.row("housing").look.status.text == "fortfarande sant?"
    assert "0 av 20 områden" in words_in(tab.head)
    tab.areas.open_area("housing")
    editor(tab).confirm.click()
    assert tab.areas.row("housing").look.status.text == "behöver stöd"
    assert not editor(tab).confirm.isVisible()
    menu = tab.areas.menu(tab.areas.row("language"))
    menu.actions()[1].trigger()
    assert tab.areas.row("language").look.status.text == "fungerar"


def test_versions_are_read_and_compared(tab: MappingTab, look: Any, day: date) -> None:
    with look.store.write("mapping_begun") as session:
        first = begin_mapping(session, look.who.enrolment, started_on=day - timedelta(days=80))
        set_answer(session, first, "housing", status=NEEDS, words="Bor trångt")
        set_answer(session, first, "language", status=AnswerStatus.WORKS)
        complete_mapping(session, first, day - timedelta(days=70))
        second = begin_mapping(session, look.who.enrolment, MappingType.UPDATE)
        set_answer(session, second, "housing", status=AnswerStatus.WORKS, words="Fick ett rum")
    QApplication.processEvents()
    tab.head.versions.click()
    versions: Versions = sheet_over(tab, Versions)
    assert "Fick ett rum" in words_in(versions)
    versions.choice.pill("1").click()
    assert "Bor trångt" in words_in(versions)
    versions.choice.pill("compare").click()
    said = words_in(versions)
    assert "Förut: behöver stöd" in said
    assert "Nu: fungerar" in said
    assert "Som förut: Språk" in said


def test_the_area_of_safety_only_leads_to_its_own_question(tab: MappingTab, look: Any, day: date) -> None:
    chosen: list[str] = []
    tab.tab_wanted.connect(chosen.append)
    row = tab.areas.row("safety")
    assert "Kontakter" in row.look.words
    row.click()
    assert chosen == ["contacts"]
    assert tab.areas.open_part() is None
    with look.store.write("safety_asked") as session:
        add_question(session, look.who.mentee, Asked.ASKED, day - timedelta(days=3))
    look.page.choose_tab("mapping")
    assert row.look.status.text == "ställd 22 nov"
    assert "1 av 20 områden" in words_in(tab.head)


def test_under_the_youth_duty_alone_sensitive_areas_are_not_shown(show: Any, store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "KAA", get_ladder("level_up"), legal_profile=LegalProfile.KAA)
        mentee = add_mentee(session, "Alva")
        add_enrolment(session, mentee, programme, started_on=day)
    tab = open_tab(show(mentee))
    shown = {row.look.area for row in tab.areas.areas()}
    assert "language" in shown
    assert not shown & {"housing", "economy", "mental_health", "safety"}
    assert any(part.isVisible() and "aktivitetsansvar" in part.text().lower() for part in [tab._hidden])


def test_what_is_typed_about_an_area_is_there_after_the_program_ended(
    show: Any, store: Store, farah: Any, press: Press
) -> None:
    with store.write("draft_kept") as session:
        keep_draft(session, "mapping.area", farah.mentee, {"housing.words": "Halva men"})
    page = show(farah.mentee)
    tab = open_tab(page)
    tab.open_draft("mapping.area")
    assert editor(tab).area.code == "housing"
    assert editor(tab).words.text() == "Halva men"
    press(K.Key_Escape)
    with store.read() as session:
        said = current_mapping(session, farah.enrolment)
        assert list_drafts(session) == ()
    assert said is not None
    assert said.answer("housing").words == "Halva men"  # type: ignore[union-attr]


def test_forms_that_were_begun_open_again(look: Any, tab: MappingTab) -> None:
    answer(look, "language", status=NEEDS, words="Prata mer")
    with look.store.write("wish_added") as session:
        wish = add_wish(session, mapping_of(look).id, "Bli kock")
    for form, kind in (
        ("mapping.goal:language", GoalSheet),
        (f"mapping.goal:{wish.hex}", GoalSheet),
        ("mapping.version", VersionSheet),
    ):
        tab.open_draft(form)
        sheet_over(tab, kind).close_over()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tab.open_draft(f"mapping.wish:{wish}")
    assert tab.wishes.editor() is not None
    tab.open_draft("mapping.new_wish")
    assert tab.wishes.adding.line.hasFocus()
    tab.open_draft("mapping.profile")
    assert tab.profile.form() is not None
    tab.open_draft("mapping.goal:gone")


def test_the_vocational_profile_is_written_field_by_field(tab: MappingTab, look: Any, press: Press, clock: Any) -> None:
    form = tab.profile.edit()
    press("Mat och dofter", K.Key_Tab)
    with look.store.read() as session:
        profile = get_vocational_profile(session, look.who.mentee)
    assert profile is not None
    assert profile.interests == "Mat och dofter"
    assert form.isVisible()
    press(K.Key_Escape)
    assert "Mat och dofter" in words_in(tab.profile)
    assert tab.profile.edit_button.hasFocus()
    clock.pass_days(1)
    with look.store.write("vocational_profile_changed") as session:
        change_vocational_profile(session, look.who.mentee, skills="Tålamod")
    QApplication.processEvents()
    tab.profile.versions.click()
    assert "Version 1" in words_in(tab.window())


def test_the_first_meetings_tick_themselves(tab: MappingTab, look: Any) -> None:
    """Farah has been met and has a plan; what is left is the mapping."""
    assert tab.onboarding.isVisible()
    assert tab.onboarding.box("information") is None
    box = tab.onboarding.box("mapping")
    assert box is not None
    box.click()
    assert not tab.onboarding.isVisible()
    assert look.store.undo_label == "routine_set"
    look.store.undo()
    QApplication.processEvents()
    assert tab.onboarding.isVisible()
    answer(look, "digital", status=AnswerStatus.WORKS)
    assert not tab.onboarding.isVisible()


def test_the_next_person_sees_nothing_of_the_one_before(tab: MappingTab, look: Any, store: Store, day: date) -> None:
    answer(look, "housing", status=NEEDS, words="Vill ha eget")
    tab.areas.open_area("housing")
    editor(tab).words.box.setFocus()
    editor(tab).words.box.setPlainText("Vill ha ett helt eget")
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Birk")
        programme = add_programme(session, "Annat", get_ladder("se"))
        add_enrolment(session, other, programme, started_on=day)
    look.page.open(other)
    QApplication.processEvents()
    open_tab(look.page)
    assert tab.areas.open_part() is None
    assert "eget" not in words_in(tab)
    assert {row.look.status.text for row in tab.areas.areas()} == {"ej ställd"}
    said = mapping_of(look).answer("housing")
    assert said is not None
    assert said.words == "Vill ha ett helt eget"


def test_words_that_cannot_be_stored_stay_with_whom_they_are_about(
    tab: MappingTab, look: Any, store: Store, press: Press, day: date
) -> None:
    form = tab.profile.edit()
    form.fields["interests"].box.setPlainText("x" * 10_001)
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Birk")
        add_enrolment(session, other, add_programme(session, "Annat", get_ladder("se")), started_on=day)
    look.page.open(other)
    open_tab(look.page)
    assert tab.profile.form() is None
    assert tab.profile.edit().fields["interests"].text() == ""
    with store.read() as session:
        assert get_vocational_profile(session, other) is None
        kept = {draft.form: draft.mentee_id for draft in list_drafts(session)}
    assert kept == {"mapping.profile": look.who.mentee}
    look.page.open(look.who.mentee)
    open_tab(look.page)
    assert len(tab.profile.edit().fields["interests"].text()) == 10_001


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_fits_in_both_languages(
    show: Any, farah: Any, store: Store, theme: Theme, any_texts: Texts, percent: int
) -> None:
    theme.set_text_percent(percent)
    page = show(farah.mentee, any_texts)
    tab = open_tab(page)
    tab.areas.open_area("housing")
    QApplication.processEvents()
    inside = tab.columns.widget()
    assert inside is not None
    assert inside.width() <= tab.columns.viewport().width()
    for part in tab.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert part.accessibleName(), part


def test_what_is_printed_here_is_the_mapping_once_there_is_one(tab: MappingTab, look: Any) -> None:
    assert tab.print_request() is None
    assert not tab.head.paper.isVisible()
    answer(look, "digital", status=AnswerStatus.WORKS)
    asked: list[object] = []
    tab.print_wanted.connect(asked.append)
    tab.head.paper.click()
    assert asked == [PrintRequest(look.who.mentee, template="P19")]
    assert tab.print_request() == asked[0]


def test_without_a_programme_the_way_to_one_is_shown(show: Any, store: Store) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Elis")
    tab = open_tab(show(mentee))
    assert tab.no_programme.isVisible()
    assert not tab.areas.isVisible()
    with store.read() as session:
        assert list_mappings(session, mentee) == ()
