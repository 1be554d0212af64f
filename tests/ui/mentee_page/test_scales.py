"""The tab Skattningar: a form filled in by keyboard, with everything around it (I4, I5, I6, I14, X2)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.scale_marks import FilledHow, Mark, ScaleResponse
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import list_drafts
from mentorapp.store.placements import add_placement
from mentorapp.store.programmes import change_programme
from mentorapp.store.scale_definitions import change_scale, get_scale, set_scale_in_use
from mentorapp.store.scale_responses import NewResponse, add_response, list_responses, void_response
from mentorapp.store.settings import change_setting, get_settings
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace
from ui.requests import DraftRequest, PrintRequest
from ui.screens.mentee_page import MenteePage

from .conftest import Farah

K = Qt.Key


def tab_of(page: MenteePage) -> Any:
    page.choose_tab("scales")
    QApplication.processEvents()
    return page.tab("scales")


def chosen(tab: Any, group: str) -> Any:
    """The chip of that name, taken as a hand takes it."""
    tab.pages.chips.chips.pill(group).click()
    QApplication.processEvents()
    return tab


def chip_names(tab: Any) -> list[str]:
    return [pill.text() for pill in tab.pages.chips.chips._pills.values()]


def add(store: Store, farah: Farah, code: str, on: date, *values: str | None, **more: Any) -> UUID:
    with store.write("scale_filled") as session:
        scale = get_scale(session, code, more.get("version"))
        marks = tuple(
            Mark(item=item.code, value=Decimal(value))
            for item, value in zip(scale.items, values, strict=False)
            if value is not None
        )
        return add_response(
            session,
            NewResponse(
                mentee_id=farah.mentee, enrolment_id=farah.enrolment, code=code, event_date=on, marks=marks, **more
            ),
        )


def answer_licence(store: Store) -> None:
    with store.write("licence_answered") as session:
        change_setting(session, "session_rating_licence", True)


def filled(store: Store, farah: Farah, code: str) -> tuple[ScaleResponse, ...]:
    with store.read() as session:
        return list_responses(session, farah.mentee, (code,))


def drafts(store: Store) -> list[str]:
    with store.read() as session:
        return [one.form for one in list_drafts(session)]


@pytest.fixture
def tab(show: Callable[..., MenteePage], farah: Farah) -> Any:
    return tab_of(show(farah.mentee))


def test_ten_lines_take_less_than_forty_five_keys_from_the_tab(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah
) -> None:
    chosen(tab, "well_being")
    tab.focus_first()
    keys = 0

    def count(*what: Any, **held: bool) -> None:
        nonlocal keys
        keys += sum(1 if isinstance(one, K) else len(one) for one in what)
        press(*what, **held)

    count(K.Key_Return)
    for number in range(31, 41):
        count(str(number), K.Key_Return)
    count(K.Key_Return, ctrl=True)
    (one,) = filled(store, farah, "well_being")
    assert [mark.value for mark in one.marks] == [Decimal(number) for number in range(31, 41)]
    assert keys == 32


def test_before_the_first_form_it_says_that_any_time_is_good(tab: Any) -> None:
    chosen(tab, "well_being")
    start = tab.pages.start
    assert start.words.text() == "Ingen skattning än. Den första går bra att ta när som helst."
    assert [name for name, button in start.buttons.items() if button.isVisible()] == ["fill", "print"]


def test_after_a_form_the_focus_is_on_what_comes_next_and_the_day_is_done(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah
) -> None:
    chosen(tab, "well_being")
    tab.focus_first()
    press(K.Key_Return, "42", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert tab.pages.start.words.text() == "Hur har jag det? är ifylld i dag"
    assert tab.pages.start.more.text() == "1 av 10 linjer"
    assert QApplication.focusWidget() is tab.pages.start.buttons["again"]
    assert drafts(store) == []
    tab.store.undo()
    assert filled(store, farah, "well_being") == ()
    assert tab.pages.start.words.text().startswith("Ingen skattning än")


def test_the_round_is_set_by_itself_and_can_be_changed(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah
) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    choice = tab.pages.panel.round
    assert choice.itemText(0) == "Efter nivå 2 (föreslås)"
    press("42", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert (filled(store, farah, "well_being")[0].round, filled(store, farah, "well_being")[0].round_of) == (
        RoundKind.AFTER_LEVEL,
        "2",
    )
    tab.open_form()
    assert tab.pages.panel.round.itemText(0) == "Däremellan (föreslås)"
    tab.pages.panel.round.setCurrentIndex(tab.pages.panel.round.findText("Mitt i"))
    press("44", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert filled(store, farah, "well_being")[-1].round is RoundKind.MID


def test_the_round_follows_the_day(tab: Any, day: date) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    tab.pages.panel.entry.head.day.set_draft((day - timedelta(days=140)).isoformat())
    assert tab.pages.panel.round.itemText(0) == "Start (föreslås)"


def test_the_end_of_the_level_and_of_it_all_can_be_chosen_before_they_come(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah
) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    choice = tab.pages.panel.round
    assert choice.findText("Efter nivå 3") > 0
    choice.setCurrentIndex(choice.findText("Avslut"))
    press("42", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert filled(store, farah, "well_being")[0].round is RoundKind.CLOSE


def test_the_last_form_before_a_level_ended_stands_as_that_of_the_level(
    tab: Any, store: Store, farah: Farah, day: date
) -> None:
    add(store, farah, "well_being", day - timedelta(days=25), "40", round=RoundKind.AD_HOC)
    chosen(tab, "well_being")
    assert [row.title.text() for row in tab.pages.missing.listed._rows] == ["Start", "Efter nivå 1"]
    assert "Efter nivå 2" in tab.pages.earlier.listed._rows[0].second.text()


def test_rounds_without_a_form_are_listed_and_filled_in(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah
) -> None:
    chosen(tab, "well_being")
    missing = tab.pages.missing
    rows = [row.title.text() for row in missing.listed._rows]
    assert rows == ["Start", "Efter nivå 1", "Efter nivå 2"]
    missing.listed._rows[1].action.click()
    assert tab.pages.panel.round.currentText() == "Efter nivå 1"
    press("42", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert (filled(store, farah, "well_being")[0].round_of) == "1"
    assert [row.title.text() for row in missing.listed._rows] == ["Start", "Efter nivå 2"]


def test_a_form_that_is_asked_for_by_name_is_opened_in_its_newest_version(tab: Any) -> None:
    tab.open_draft("scales.entry:equality")
    assert tab.pages.panel.subject.key == "equality/1"
    assert QApplication.focusWidget() is tab.pages.panel.entry.first_stop()
    tab.open_draft("scales.entry:nowhere")
    assert tab.pages.panel.subject.key == "equality/1"


def test_a_missing_beginning_is_visible(tab: Any, store: Store, farah: Farah, day: date) -> None:
    chosen(tab, "well_being")
    assert not tab.pages.missing.baseline.isVisible(), "before the first form there is nothing to lack"
    add(store, farah, "well_being", day - timedelta(days=3), "40")
    assert tab.pages.missing.baseline.isVisible()


def test_a_missing_first_ors_is_visible_too(tab: Any, store: Store, farah: Farah, day: date) -> None:
    answer_licence(store)
    assert tab.pages.start.words.text() == "Ingen ORS än. Den första går bra att ta när som helst."
    add(store, farah, "ors", day - timedelta(days=3), "4", "4", "4", "4")
    assert tab.pages.missing.isVisible()
    assert tab.pages.missing.baseline.isVisible()


def test_every_field_is_kept_within_a_second_and_survives_a_restart(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah, qtbot: QtBot, show: Callable[..., MenteePage]
) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    press("42", K.Key_Return, "4x")
    tab.pages.panel.entry.head.choose(FilledHow.WITH_HELP)
    tab.pages.panel.round.setCurrentIndex(2)
    qtbot.waitUntil(lambda: drafts(store) == ["scales.entry:well_being/1"], timeout=1000)
    again = tab_of(show(farah.mentee))
    chosen(again, "well_being")
    entry = again.pages.panel.entry
    assert [row.field.text() for row in entry.lines.rows[:2]] == ["42", "4x"]
    assert entry.head.chosen() is FilledHow.WITH_HELP
    assert again.pages.panel.round.currentIndex() == 2
    assert again.pages.panel.draft_line.button.isVisible()


def test_begun_anew_the_form_is_blank_and_can_be_taken_back(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah, show: Callable[..., MenteePage]
) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    press("42", K.Key_Return)
    tab.pages.panel.keep_draft()
    again = tab_of(show(farah.mentee))
    chosen(again, "well_being")
    again.pages.panel.draft_line.button.click()
    assert again.pages.panel.entry.answers().marks == ()
    again.pages.panel.draft_line.button.click()
    assert len(again.pages.panel.entry.answers().marks) == 1


def names_by_tab(times: int) -> list[str]:
    """What Tab comes to, by its name."""
    names = []
    for _ in range(times):
        here: Any = QApplication.focusWidget()
        here.focusNextPrevChild(True)
        here = QApplication.focusWidget()
        names.append(here.accessibleName())
    return names


def test_tab_goes_from_the_chips_through_the_form_to_the_chart(tab: Any, store: Store, farah: Farah, day: date) -> None:
    add(store, farah, "four_areas", day - timedelta(days=9), "40", "41", "42", "43")
    chosen(tab, "four_areas")
    tab.pages.chips.focus()
    names = names_by_tab(14)
    assert names[:2] == ["Dag", "Hur blanketten fylldes i"]
    assert names[2].startswith("Så mår jag på det hela taget.")
    assert names[6:13] == [
        "Kontrollinjen mäter", "Tillhör", "Skriv ut blankett", "Klart", "Hoppa över linjen", "Två kryss",
        "Muntligt i stället",
    ]  # fmt: skip
    assert names[13] == "Kommentar"
    assert names_by_tab(1) == ["Visa som tabell"]


def test_what_was_typed_waits_while_another_chip_is_looked_at(tab: Any, press: Callable[..., None]) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    press("42", K.Key_Return)
    chosen(tab, "four_areas")
    assert not tab.pages.panel.entry
    chosen(tab, "well_being")
    assert tab.pages.panel.entry.lines.rows[0].field.text() == "42"


def test_a_change_elsewhere_leaves_the_form_as_it_is(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah, day: date
) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    press("42", K.Key_Return, "5")
    entry = tab.pages.panel.entry
    add(store, farah, "four_areas", day, "40")
    assert tab.pages.panel.entry is entry
    assert QApplication.focusWidget() is entry.lines.rows[1].field


def test_a_draft_is_opened_from_idag(
    show: Callable[..., MenteePage], farah: Farah, press: Callable[..., None], store: Store
) -> None:
    page = show(farah.mentee)
    tab = tab_of(page)
    chosen(tab, "four_areas")
    tab.open_form()
    press("42", K.Key_Return)
    tab.pages.panel.keep_draft()
    chosen(tab, "well_being")
    page.open_item(DraftRequest(farah.mentee, drafts(store)[0]))
    assert tab.pages.panel.entry.form.definition.code == "four_areas"
    for gone in ("scales.entry:nothing/1", "scales.entry:x", f"scales.answers:{farah.plan}", "scales.measurement:1"):
        page.open_item(DraftRequest(farah.mentee, gone))
    assert tab.pages.panel.entry.form.definition.code == "four_areas"


def test_a_full_disk_loses_nothing(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    press("42", K.Key_Return)
    write = store.write

    @contextmanager
    def full(label: str) -> Iterator[Any]:
        raise WorldFault("disk_full")
        yield

    monkeypatch.setattr(store, "write", full)
    assert not tab.pages.panel.keep_draft()
    press(K.Key_Return, ctrl=True)
    assert tab.pages.panel.strip.isVisible()
    assert tab.pages.panel.entry.lines.rows[0].field.text() == "42"
    monkeypatch.setattr(store, "write", write)
    tab.pages.panel.strip.button.click()
    assert len(filled(store, farah, "well_being")) == 1


def test_a_refusal_stands_at_the_form(tab: Any, press: Callable[..., None]) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    press(K.Key_Return, ctrl=True)
    assert tab.pages.panel.entry.fault.isVisible()


def test_a_talk_counts_as_done(tab: Any, press: Callable[..., None], store: Store, farah: Farah) -> None:
    chosen(tab, "well_being")
    tab.open_form()
    tab.pages.panel.entry.oral.setFocus()
    press(K.Key_Return, "Det går bra")
    press(K.Key_Return, ctrl=True)
    (one,) = filled(store, farah, "well_being")
    assert one.is_oral
    assert tab.pages.start.more.text() == "Muntligt"
    assert [row.title.text() for row in tab.pages.missing.listed._rows] == ["Start", "Efter nivå 1"]


def test_the_licence_is_asked_once_in_its_place(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah
) -> None:
    card = tab.pages.licence
    assert card.words.text() == "Har du giltig licens?"
    card.buttons["no"].click()
    assert card.more.text() == "Då väntar ORS och SRS. Svara ja när du har licensen."
    tab.focus_first()
    press(K.Key_Return)
    with store.read() as session:
        assert get_settings(session).session_rating_licence
    assert not card.isVisible()
    assert QApplication.focusWidget() is tab.pages.panel.entry.lines.rows[0].field
    press("46", K.Key_Return, "51", K.Key_Return, "40", K.Key_Return, "55", K.Key_Return)
    assert tab.pages.panel.entry.foot.said() == "19,2 av 40"
    press(K.Key_Return)
    assert filled(store, farah, "ors")[0].marks[0].value == Decimal("4.6")
    assert filled(store, farah, "ors")[0].round is RoundKind.AD_HOC


def test_srs_has_its_own_card_and_the_way_back(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah, day: date
) -> None:
    answer_licence(store)
    add(store, farah, "ors", day, "4", "4", "4", "4")
    card = tab.pages.other_form
    assert card.title.text() == "SRS fylls i när ni slutar"
    assert card.more.text() == "Syns bara på din skärm, inte i andras papper."
    card.button.click()
    assert tab.pages.panel.entry.form.definition.code == "srs"
    press("9", K.Key_Return)
    assert card.title.text() == "ORS fylls i när ni börjar"
    card.button.click()
    assert not tab.pages.panel.entry
    assert card.button.text() == "Fortsätt"
    card.button.click()
    assert tab.pages.panel.entry.lines.rows[0].field.text() == "9,0"
    press("90", K.Key_Return, "80", K.Key_Return, "85", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert len(filled(store, farah, "srs")) == 1
    assert tab.pages.start.words.text() == "ORS är ifylld i dag"


def test_only_forms_in_use_are_offered_and_kasam_only_with_a_permission(tab: Any, store: Store) -> None:
    assert chip_names(tab) == [
        "ORS / SRS", "Hur har jag det?", "Uppföljning av praktik", "Fyra områden", "Hänger det ihop?",
        "Normer och jämställdhet", "Annan mätning",
    ]  # fmt: skip
    with store.write("scale_put_away") as session:
        change_setting(session, "kasam_permission", "Dnr 7")
        set_scale_in_use(session, "four_areas", False)
        set_scale_in_use(session, "srs", False)
    names = chip_names(tab)
    assert "KASAM-13" in names
    assert "Fyra områden" not in names
    assert names[0] == "ORS"


def test_what_the_youth_duty_hides_is_not_offered_and_it_says_why(
    show: Callable[..., MenteePage], farah: Farah, store: Store
) -> None:
    with store.write("programme_changed") as session:
        from mentorapp.store.enrolments import get_enrolment

        change_programme(session, get_enrolment(session, farah.enrolment).programme_id, legal_profile=LegalProfile.KAA)
    tab = tab_of(show(farah.mentee))
    assert chip_names(tab)[:2] == ["SRS", "Hur har jag det?"]
    assert "Annan mätning" not in chip_names(tab)
    assert tab.pages.hidden.isVisible()
    assert "aktivitetsansvaret" in tab.pages.hidden.text()
    chosen(tab, "well_being")
    tab.open_form()
    codes = [row.state.item.code for row in tab.pages.panel.entry.lines.rows]
    assert codes == ["readiness", "self_esteem", "hope"]


def test_blank_forms_are_printed_from_here(tab: Any, store: Store) -> None:
    wanted: list[PrintRequest] = []
    tab.print_wanted.connect(wanted.append)
    assert tab.print_request() is None, "what belongs to others has no paper here"
    chosen(tab, "well_being")
    tab.pages.start.buttons["print"].click()
    with store.read() as session:
        scale = get_scale(session, "well_being").id
    assert wanted == [PrintRequest(None, easy=True, template="P04", about=scale)]
    tab.pages.missing.paper.click()
    assert wanted[1] == wanted[0]
    assert tab.print_request() == wanted[0]


def change_questions(store: Store) -> None:
    with store.write("scale_changed") as session:
        items = tuple(ScaleItem(code=f"n{n}", text_sv=f"Ny fråga {n}", left_sv="nej", right_sv="ja") for n in (1, 2))
        change_scale(
            session, "four_areas",
            NewScale(code="four_areas", kind=ScaleKind.VAS_FORM, title_sv="Fyra områden", items=items),
        )  # fmt: skip


def test_changed_questions_are_both_offered_once(
    tab: Any, press: Callable[..., None], store: Store, farah: Farah, day: date
) -> None:
    chosen(tab, "four_areas")
    add(store, farah, "four_areas", day - timedelta(days=30), "10", "20", "30", "40")
    assert not tab.pages.versions.isVisible()
    change_questions(store)
    assert tab.pages.versions.isVisible()
    assert tab.pages.versions.words.text().startswith("Frågorna har ändrats sedan")
    tab.pages.versions.buttons["both"].click()
    assert tab.pages.panel.entry.form.definition.version == 1
    press("12", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert tab.pages.panel.entry.form.definition.version == 2, "the new ones come at once"
    press("60", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert [one.version for one in filled(store, farah, "four_areas")] == [1, 1, 2]
    assert not tab.pages.versions.isVisible()


def test_only_the_new_questions_may_be_chosen(tab: Any, store: Store, farah: Farah, day: date) -> None:
    chosen(tab, "four_areas")
    add(store, farah, "four_areas", day - timedelta(days=30), "10", "20", "30", "40")
    change_questions(store)
    tab.pages.versions.buttons["new"].click()
    assert tab.pages.panel.entry.form.definition.version == 2
    assert not tab.pages.versions.isVisible()
    assert tab.pages.panel.entry.form.before is None, "the marks of other questions are never drawn"


@pytest.fixture
def placed(store: Store, farah: Farah, day: date) -> UUID:
    with store.write("placement_added") as session:
        work = add_workplace(session, "Café Låtsas")
        return add_placement(session, farah.enrolment, work, PlacementType.INTERNSHIP, day - timedelta(days=60))


def test_without_a_placement_the_forms_at_work_say_where_it_is_added(tab: Any) -> None:
    chosen(tab, "workplace")
    assert tab.pages.start.words.text() == "Ingen praktik än"


def test_forms_at_work_belong_to_the_placement_and_to_whose_they_are(
    show: Callable[..., MenteePage], farah: Farah, placed: UUID, press: Callable[..., None], store: Store
) -> None:
    tab = tab_of(show(farah.mentee))
    chosen(tab, "workplace")
    voices = tab.pages.voices.chips
    assert [pill.text() for pill in voices._pills.values()] == ["Farah själv", "Handledaren", "Efter två veckor"]
    tab.open_form()
    assert not tab.pages.panel.round, "they have no occasions of their own"
    press("70", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    voices.pill("workplace_supervisor").click()
    tab.open_form()
    press("50", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert [one.placement_id for one in filled(store, farah, "workplace_mentee")] == [placed]
    assert [one.placement_id for one in filled(store, farah, "workplace_supervisor")] == [placed]
    shown = tab.pages.rows.voices.rows()
    assert (shown.rows[0].own, shown.rows[0].other) == (70, 50)


def test_of_several_placements_one_is_chosen(
    show: Callable[..., MenteePage], farah: Farah, placed: UUID, store: Store, day: date
) -> None:
    with store.write("placement_added") as session:
        work = add_workplace(session, "Trädgården Påhitt")
        later = add_placement(session, farah.enrolment, work, PlacementType.INTERNSHIP, day - timedelta(days=5))
    tab = tab_of(show(farah.mentee))
    chosen(tab, "workplace")
    places = tab.pages.places.chips
    assert [pill.text() for pill in places._pills.values()] == [
        "Trädgården Påhitt från 20 nov",
        "Café Låtsas från 26 sep",
    ]
    assert places.current() == str(later)
    places.pill(str(placed)).click()
    assert not tab.pages.panel.subject
    tab.open_form()
    assert tab.pages.panel.subject.placement_id == placed


def test_who_has_no_programme_can_be_rated_too(
    show: Callable[..., MenteePage], store: Store, press: Callable[..., None]
) -> None:
    from mentorapp.store.mentees import add_mentee

    with store.write("mentee_added") as session:
        nova = add_mentee(session, "Nova")
    tab = tab_of(show(nova))
    chosen(tab, "well_being")
    tab.open_form()
    assert not tab.pages.panel.round
    press("42", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        assert len(list_responses(session, nova)) == 1


def test_the_tab_speaks_english(show: Callable[..., MenteePage], farah: Farah) -> None:
    tab = tab_of(show(farah.mentee, Texts("en")))
    assert chip_names(tab)[0] == "ORS / SRS"
    chosen(tab, "well_being")
    assert tab.pages.start.words.text() == "No rating yet. The first can be taken at any time."


def test_another_person_has_a_form_of_their_own(
    show: Callable[..., MenteePage], farah: Farah, store: Store, press: Callable[..., None]
) -> None:
    from mentorapp.store.mentees import add_mentee

    with store.write("mentee_added") as session:
        nova = add_mentee(session, "Nova")
    page = show(farah.mentee)
    tab = tab_of(page)
    chosen(tab, "well_being")
    tab.open_form()
    press("42", K.Key_Return)
    page.open(nova)
    tab_of(page)
    assert not tab.pages.panel.entry
    page.open(farah.mentee)
    assert tab.pages.panel.entry.lines.rows[0].field.text() == "42"


def test_the_tab_opens_on_the_form_that_was_filled_in_last(
    show: Callable[..., MenteePage], store: Store, farah: Farah, day: date
) -> None:
    add(store, farah, "coherence", day - timedelta(days=40), "40")
    add(store, farah, "four_areas", day - timedelta(days=9), "40", "50", "60", "70")
    wrong = add(store, farah, "well_being", day - timedelta(days=2), "40")
    with store.write("scale_voided") as session:
        void_response(session, wrong)
    tab = tab_of(show(farah.mentee))
    assert tab.pages.chips.chips.current() == "four_areas"
