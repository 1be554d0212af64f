"""The tab Arbete & studier: placements, matching, the stages of SE and the way so far, by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.closing import Destination
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.placements import EndReason, FormalOwner, PlacementType
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.workplace_support import SeStage
from mentorapp.store.after_support import list_after_support, start_work
from mentorapp.store.drafts import list_drafts
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.network import add_contact, list_contacts
from mentorapp.store.placements import add_placement, end_placement, list_placements
from mentorapp.store.routines import set_routine_item
from mentorapp.store.se_stages import begin_stage, end_stage, list_stages
from mentorapp.store.sessions import list_sessions
from mentorapp.store.store import Store
from mentorapp.store.vocational_profiles import change_vocational_profile
from mentorapp.store.workplaces import add_workplace, get_workplace, list_workplaces
from ui.requests import DraftRequest, PlacementRequest
from ui.screens.mentee_page.work.tab import WorkTab
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.overlay import Overlay

K = Qt.Key
T = PlacementType


@pytest.fixture
def bank(store: Store) -> dict[str, Any]:
    """Two workplaces, of which one suits somebody who likes order."""
    with store.write("x") as session:
        sture = add_contact(session, "Sture Fantasi", title="handledare")
        hall = add_workplace(session, "Fantasihallen", town="Provköping", sector="warehouse", capacity=2,
                             supervisor_id=sture, good_for="Den som gillar ordning", tasks="Packa lådor")  # fmt: skip
        cafe = add_workplace(session, "Café Låtsas", town="Exempelby", sector="restaurant", tasks="Stå i kassan")
    return {"sture": sture, "hall": hall, "cafe": cafe}


@pytest.fixture
def host(tab_host: Callable[..., Any], farah: Any, bank: Any) -> Any:
    return tab_host(WorkTab, farah.mentee)


def placed(store: Store, farah: Any, place: Any, kind: PlacementType, on: date, hours: int = 20, **more: Any) -> Any:
    with store.write("placement_added") as session:
        return add_placement(session, farah.enrolment, place, kind, on, hours_per_week=Decimal(hours), **more)


def placements(store: Store, farah: Any) -> Any:
    with store.read() as session:
        return list_placements(session, farah.mentee)


# --- a new placement -------------------------------------------------------------------------------------------------


def test_a_placement_is_made_by_keyboard_in_a_few_keys(
    host: Any, store: Store, farah: Any, bank: Any, day: date, press: Any
) -> None:
    assert QApplication.focusWidget() is host.tab.placements.new
    press(K.Key_Space)
    press("fan", K.Key_Return)  # where: the bank finds it by three letters
    press(K.Key_Tab, K.Key_Tab, K.Key_Tab)  # kind and first day are ready
    press("50 %")
    press(K.Key_Return, ctrl=True)
    (one,) = placements(store, farah)
    assert (one.workplace_id, one.type, one.from_date) == (bank["hall"], T.INTERNSHIP, day)
    assert [(period.from_date, period.hours_per_week) for period in one.hours] == [(day, Decimal(20))]
    assert one.supervisor_id == bank["sture"], "the supervisor of the workplace is ready too"
    said = host.words(host.tab.placements)
    assert "Fantasihallen" in said
    assert "Praktik · 20 timmar i veckan, 50 %" in said
    assert "handledare Sture Fantasi" in said
    store.undo()
    assert placements(store, farah) == ()


def test_the_new_one_has_the_focus_and_enter_asks_for_its_page(
    host: Any, store: Store, farah: Any, press: Any, qtbot: QtBot
) -> None:
    press(K.Key_Space)
    press("fan", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    (one,) = placements(store, farah)
    assert one.hours == (), "hours may be left for later"
    with qtbot.waitSignal(host.tab.placement_wanted) as asked:
        press(K.Key_Return)
    assert asked.args == [PlacementRequest(farah.mentee, one.id)]


def test_a_name_that_nobody_has_is_a_new_workplace_with_its_new_supervisor(
    host: Any, store: Store, farah: Any, press: Any
) -> None:
    press(K.Key_Space)
    press("Påhittade Bygg")
    sheet = host.sheet()
    sheet.supervisor.line.setFocus()
    assert "Läggs in som ny arbetsplats" in sheet.where.hint.text()
    press("Bo Påhitt")
    sheet.owner.choose(FormalOwner.OTHER.value)
    sheet.owner.chosen.emit(FormalOwner.OTHER.value)
    sheet.owner_other.set_text("Samordningsförbundet")
    sheet.reason.box.setPlainText("Det ligger nära och är ute.")
    sheet.disclosure.box.setPlainText("Att jag vill ha en sak i taget.")
    press(K.Key_Return, ctrl=True)
    (one,) = placements(store, farah)
    assert (one.workplace.name, one.supervisor.name) == ("Påhittade Bygg", "Bo Påhitt")
    assert (one.formal_owner_other, one.choice_reason) == ("Samordningsförbundet", "Det ligger nära och är ute.")
    assert one.disclosure_words == "Att jag vill ha en sak i taget."
    with store.read() as session:
        assert get_workplace(session, one.workplace_id).supervisor_id == one.supervisor_id
        assert [c.name for c in list_contacts(session)] == ["Bo Påhitt", "Sture Fantasi"]


def test_without_a_place_nothing_is_made_and_nothing_is_lost(host: Any, store: Store, farah: Any, press: Any) -> None:
    press(K.Key_Space)
    sheet = host.sheet()
    sheet.hours.set_text("mycket")
    press(K.Key_Return, ctrl=True)
    assert sheet.where.fault() == "Var är det? Skriv en arbetsplats."
    press("fan", K.Key_Return)
    press(K.Key_Return, ctrl=True)
    assert sheet.hours.fault() != ""
    assert sheet.hours.text() == "mycket"
    sheet.hours.set_text("41")
    press(K.Key_Return, ctrl=True)
    assert sheet.hours.fault() != ""
    assert placements(store, farah) == ()
    press(K.Key_Escape)
    with store.read() as session:
        assert [draft.form for draft in list_drafts(session)] == ["work.placement"]
    host.tab.open_draft("work.placement")
    assert host.sheet().hours.text() == "41"
    assert host.sheet().where.key is not None


def test_a_mentees_name_as_workplace_is_pointed_out(host: Any, press: Any) -> None:
    press(K.Key_Space)
    press("Farahs café", K.Key_Tab)
    assert "liknar en deltagares" in host.sheet().where.hint.text()
    host.sheet().close_over()


def test_two_weeks_of_introduction_end_alone(host: Any, store: Store, farah: Any, day: date, press: Any) -> None:
    press(K.Key_Space)
    press("fan", K.Key_Return)
    sheet = host.sheet()
    sheet.kind.box.setFocus()
    sheet.kind.choose(T.INTRO_WEEKS.value)
    assert sheet.said.text().startswith("Två veckor, till och med")
    assert not sheet.planned_to.isVisible()
    press(K.Key_Return, ctrl=True)
    (one,) = placements(store, farah)
    assert (one.type, one.planned_to, one.to_date) == (T.INTRO_WEEKS, day + timedelta(days=13), None)


def test_a_study_visit_is_one_day_with_its_workplace_and_the_mentor_along(
    host: Any, store: Store, farah: Any, day: date, press: Any
) -> None:
    press(K.Key_Space)
    press("fan", K.Key_Return)
    sheet = host.sheet()
    sheet.kind.choose(T.STUDY_VISIT.value)
    assert not sheet.hours.isVisible()
    ahead = day + timedelta(days=3)
    sheet.from_day.set_day(ahead)
    sheet.from_day.edited.emit()
    sheet.along.setFocus()
    press(K.Key_Space)
    press(K.Key_Return, ctrl=True)
    (one,) = placements(store, farah)
    assert (one.from_date, one.to_date, one.end_reason, one.hours) == (ahead, ahead, EndReason.PLANNED, ())
    with store.read() as session:
        booked = [s for s in list_sessions(session, farah.mentee) if s.event_date == ahead]
    assert [(s.kind, s.attendance, s.place) for s in booked] == [
        (SessionKind.ACCOMPANIMENT, Attendance.PLANNED, "Fantasihallen")
    ]


def test_the_introduction_day_of_a_protected_person_names_no_place(
    host: Any, store: Store, farah: Any, day: date, press: Any
) -> None:
    with store.write("x") as session:
        change_mentee(session, farah.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    host.tab.focus_first()
    press(K.Key_Space)
    press("fan", K.Key_Return)
    host.sheet().along.setChecked(True)
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        booked = [s for s in list_sessions(session, farah.mentee) if s.kind is SessionKind.WORKPLACE_VISIT]
    assert [s.place for s in booked if s.attendance is Attendance.PLANNED] == [""]
    assert "Fantasihallen" not in host.words()
    assert "Fantasihallen" not in host.tab.lanes.picture.accessibleDescription()
    assert "Sture" not in host.words(host.tab.placements)


# --- matching --------------------------------------------------------------------------------------------------------


def write_profile(store: Store, farah: Any) -> None:
    with store.write("profile_changed") as session:
        change_vocational_profile(session, farah.mentee, interests="Ordning och kartor", wanted="Packa saker",
                                  unwanted="Kassan", disclosure_words="Bara mitt namn")  # fmt: skip


def test_wishes_and_needs_stand_beside_and_are_changed_in_the_mapping(
    host: Any, store: Store, farah: Any, press: Any, qtbot: QtBot
) -> None:
    assert "Vad lockar" in host.words(host.tab.wishes)
    write_profile(store, farah)
    said = host.words(host.tab.wishes)
    for words in ("Intressen", "Ordning och kartor", "Vill inte", "Kassan", "”Bara mitt namn”"):
        assert words in said
    host.tab.wishes.change.setFocus()
    with qtbot.waitSignal(host.tab.opened) as asked:
        press(K.Key_Space)
    assert asked.args == [DraftRequest(farah.mentee, "mapping.profile")]


def test_the_bank_is_gone_through_beside_the_wishes_and_one_is_chosen(
    host: Any, store: Store, farah: Any, bank: Any, press: Any
) -> None:
    write_profile(store, farah)
    host.tab.placements.match.setFocus()
    press(K.Key_Space)
    match = host.sheet()
    said = host.words(match)
    assert match.accessibleName() == "Platser som kan passa Farah"
    assert "Nämns på båda sidor: ordning, packa" in said
    assert "Fråga om: kassan. Det står under Vill inte." in said
    assert said.index("Fantasihallen") < said.index("Café Låtsas"), "what is not wanted stands last"
    assert "Provköping · Lager och transport · plats för 2" in said
    press(K.Key_Space)  # Välj, at the first
    sheet = host.sheet()
    assert sheet.where.key == bank["hall"]
    compared = host.words(sheet.compared)
    assert "Farahs önskemål" in compared
    assert "Vill gärna: Packa saker" in compared
    assert "Bra för: Den som gillar ordning" in compared
    assert "Bara mitt namn" not in compared
    press(K.Key_Return, ctrl=True)
    assert [one.workplace_id for one in placements(store, farah)] == [bank["hall"]]


def test_an_empty_bank_says_how_it_is_filled(tab_host: Any, store: Store, farah: Any, press: Any) -> None:
    host = tab_host(WorkTab, farah.mentee)
    host.tab.placements.match.setFocus()
    press(K.Key_Space)
    assert "Inga arbetsplatser i banken än." in host.words(host.sheet())
    press(K.Key_Escape)
    assert QApplication.focusWidget() is host.tab.placements.match


# --- the list and what it asks about ---------------------------------------------------------------------------------


def test_f17_more_than_full_time_together_is_asked_about_and_allowed(
    host: Any, store: Store, farah: Any, bank: Any, day: date, press: Any
) -> None:
    placed(store, farah, bank["hall"], T.REGULAR_JOB, day - timedelta(days=30), 30)
    host.tab.placements.new.setFocus()
    press(K.Key_Space)
    press("låtsas", K.Key_Return)
    sheet = host.sheet()
    sheet.hours.line.setFocus()
    press("15")
    assert sheet.said.text() == "Tillsammans blir det 45 timmar i veckan. Stämmer det?"
    press(K.Key_Return, ctrl=True)
    assert len(placements(store, farah)) == 2
    assert "Tillsammans blir det 45 timmar i veckan. Stämmer det?" in host.words(host.tab.placements)


def test_f17_studies_count_towards_full_time(host: Any, store: Store, farah: Any, bank: Any, day: date) -> None:
    placed(store, farah, bank["hall"], T.REGULAR_JOB, day - timedelta(days=30), 30)
    assert "Stämmer det?" not in host.words(host.tab.placements)
    with store.write("studies_added") as session:
        add_education_support(session, farah.enrolment, "Svenska", pace_percent=50, from_date=day)
    assert "Tillsammans blir det 50 timmar i veckan. Stämmer det?" in host.words(host.tab.placements)


def test_a_sum_that_was_is_not_asked_about_and_one_to_come_says_from_when(
    host: Any, store: Store, farah: Any, bank: Any, day: date
) -> None:
    first = placed(store, farah, bank["hall"], T.WORK_TRAINING, day - timedelta(days=60), 30)
    with store.write("x") as session:
        end_placement(session, first, day - timedelta(days=20), EndReason.PLANNED)
    placed(store, farah, bank["cafe"], T.WORK_TRAINING, day - timedelta(days=40), 20)
    assert "Stämmer det?" not in host.words(host.tab.placements)
    assert "Som planerat" in host.words(host.tab.placements)
    placed(store, farah, bank["hall"], T.REGULAR_JOB, day + timedelta(days=10), 25)
    said = host.words(host.tab.placements)
    assert "Tillsammans blir det 45 timmar i veckan. Stämmer det?" in said
    assert "Från 5 december." in said
    assert "börjar 5 dec" in said


def test_a_paid_placement_proposes_to_say_that_work_has_begun(
    host: Any, store: Store, farah: Any, bank: Any, day: date, press: Any
) -> None:
    begun = day - timedelta(days=3)
    placed(store, farah, bank["hall"], T.SUBSIDISED_JOB, begun, 20)
    assert "Fantasihallen är ett jobb med lön." in host.words(host.tab.placements)
    button = next(b for b in host.tab.placements.alerts.findChildren(Button) if b.objectName() == "say-begun")
    button.setFocus()
    press(K.Key_Space)
    sheet = host.sheet()
    assert sheet.accessibleName() == "Har börjat arbeta eller studera"
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        (given,) = list_after_support(session, farah.enrolment)
    assert (given.entry, given.started_on) == (Destination.EMPLOYMENT_SUBSIDISED, begun)
    assert (given.extent_percent, given.place) == (50, "Fantasihallen")
    assert "är ett jobb med lön" not in host.words(host.tab.placements)


def test_without_an_enrolment_placements_and_studies_wait_for_one(host: Any, store: Store) -> None:
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
    host.show_mentee(other)
    assert not host.tab.placements.new.isVisible()
    assert not host.tab.stages.isVisible()
    assert "Placeringar skrivs upp när det finns en insats." in host.words(host.tab.placements)
    assert "Studier skrivs upp när det finns en insats." in host.words(host.tab.studies)


# --- stages of Supported Employment ----------------------------------------------------------------------------------


def test_stages_are_begun_ended_and_changed_and_several_go_on(
    host: Any, store: Store, farah: Any, day: date, press: Any
) -> None:
    assert "Fem steg" in host.words(host.tab.stages)
    host.tab.stages.new.setFocus()
    press(K.Key_Space)
    assert host.sheet().stage.current() == SeStage.AGREEMENT.value
    press(K.Key_Return, ctrl=True)
    host.tab.stages.new.setFocus()
    press(K.Key_Space)
    assert host.sheet().stage.current() == SeStage.PROFILE.value, "the next one is suggested"
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        first, second = list_stages(session, farah.enrolment)
    assert (first.from_date, first.to_date, second.to_date) == (day, None, None)
    states = [phase.state.value for phase in host.tab.stages.phases.phases()]
    assert states == ["current", "current", "ahead", "ahead", "ahead"]
    end = host.tab.stages.listed.findChild(Button, f"{first.id}:end")
    end.setFocus()
    press(K.Key_Space)
    with store.read() as session:
        assert list_stages(session, farah.enrolment)[0].to_date == day
    assert not host.tab.stages.over.isVisible()
    host.tab.stages.earlier.setFocus()
    press(K.Key_Space)
    assert host.tab.stages.over.isVisible()
    host.tab.stages.phases.setFocus()
    press(K.Key_Right, K.Key_Return)
    sheet = host.sheet()
    assert sheet.accessibleName() == "Överenskommelse"
    sheet.from_day.set_day(day - timedelta(days=9))
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        assert list_stages(session, farah.enrolment)[0].from_date == day - timedelta(days=9)


def test_a_chevron_ahead_begins_its_stage_and_what_is_left_to_do_is_counted(
    host: Any, store: Store, farah: Any, day: date, press: Any
) -> None:
    with store.write("x") as session:
        begin_stage(session, farah.enrolment, SeStage.AGREEMENT, day - timedelta(days=5))
        set_routine_item(session, farah.mentee, Checklist.SE, "agreed", ItemState.DONE)
    assert "2 saker kvar att göra" in host.words(host.tab.stages)
    host.tab.stages.phases.setFocus()
    press(*[K.Key_Right] * 4, K.Key_Return)
    sheet = host.sheet()
    assert sheet.stage.current() == SeStage.EMPLOYER.value
    sheet.stage.choose(SeStage.AGREEMENT.value)
    press(K.Key_Return, ctrl=True)
    assert sheet.isVisible()
    assert "Det steget pågår redan då." in host.words(sheet)
    sheet.close_over()


def test_a_stage_written_by_mistake_is_taken_away_and_comes_back(host: Any, store: Store, farah: Any) -> None:
    with store.write("x") as session:
        stage = begin_stage(session, farah.enrolment, SeStage.SUPPORT)
        end_stage(session, stage)
    host.tab.open_draft(f"work.stage:{stage}")
    remove = next(b for b in host.sheet().findChildren(Button) if b.text() == "Ta bort steget")
    remove.click()
    with store.read() as session:
        assert list_stages(session, farah.enrolment) == ()
    store.undo()
    assert "Visa 1 tidigare steg" in host.tab.stages.earlier.text()


# --- the way so far --------------------------------------------------------------------------------------------------


def test_p20_the_way_has_dates_and_its_moves_forward_still_and_back(
    host: Any, store: Store, farah: Any, bank: Any, day: date
) -> None:
    assert not host.tab.progress.isVisible()
    for days, kind in ((90, T.INTERNSHIP), (60, T.WORK_TRAINING), (40, T.WORK_TRAINING), (20, T.INTERNSHIP)):
        placed(store, farah, bank["hall"], kind, day - timedelta(days=days))
    said = host.words(host.tab.progress)
    assert "Praktik · 27 augusti" in said
    assert "Framåt → Arbetsträning · 26 september" in said
    assert "Stilla → Arbetsträning · 16 oktober" in said
    assert "Tillbaka → Praktik · 5 november" in said
    assert "Framåt 1 · stilla 1 · tillbaka 1" in said


def test_work_or_studies_that_began_without_a_placement_are_a_step_too(
    host: Any, store: Store, farah: Any, bank: Any, day: date
) -> None:
    placed(store, farah, bank["hall"], T.INTERNSHIP, day - timedelta(days=90))
    with store.write("x") as session:
        start_work(session, farah.enrolment, Destination.EMPLOYMENT_REGULAR, day - timedelta(days=9))
        start_work(session, farah.enrolment, Destination.STUDIES_REGULAR, day - timedelta(days=5))
    assert host.words(host.tab.progress).count("Jobb eller studier") == 2
    placed(store, farah, bank["cafe"], T.REGULAR_JOB, day - timedelta(days=9))
    assert host.words(host.tab.progress).count("Jobb eller studier") == 2, "the job is said once"


# --- the whole tab ---------------------------------------------------------------------------------------------------


def test_bars_over_time_are_there_when_there_is_something_and_lead_on(
    host: Any, store: Store, farah: Any, bank: Any, day: date, press: Any, qtbot: QtBot
) -> None:
    assert not host.tab.lanes.isVisible()
    assert host.tab.lanes not in host.tab.sides()
    one = placed(store, farah, bank["hall"], T.WORK_TRAINING, day - timedelta(days=60))
    with store.write("x") as session:
        add_education_support(session, farah.enrolment, "Sfi", from_date=day - timedelta(days=9))
    assert host.tab.lanes.isVisible()
    assert [lane.name for lane in host.tab.lanes.picture._lanes] == ["Fantasihallen", "Studier"]
    host.tab.lanes.picture.setFocus()
    press(K.Key_Right)
    with qtbot.waitSignal(host.tab.placement_wanted) as asked:
        press(K.Key_Return)
    assert asked.args == [PlacementRequest(farah.mentee, one)]
    press(K.Key_Down, K.Key_Right, K.Key_Return)
    assert host.sheet().accessibleName() == "Sfi"
    host.sheet().close_over()


def test_a_draft_of_something_that_is_gone_opens_nothing(host: Any) -> None:
    for form in ("work.stage:x", "work.studies:x", "work.date:x", "work.item:sed/x", "work.own:sed", "work.nothing"):
        host.tab.open_draft(form)
    QApplication.processEvents()
    assert [one for one in host.findChildren(Overlay) if one.isVisible()] == []


@pytest.mark.parametrize("percent", [100, 200])
def test_the_tab_is_never_wider_than_the_window(
    host: Any, store: Store, farah: Any, bank: Any, theme: Theme, percent: int, day: date
) -> None:
    placed(store, farah, bank["hall"], T.WORK_TRAINING, day)
    with store.write("x") as session:
        begin_stage(session, farah.enrolment, SeStage.SUPPORT)
        add_education_support(session, farah.enrolment, "Svenska", pace_percent=50, from_date=day)
    theme.set_text_percent(percent)
    host.resize(760, 500)
    QApplication.processEvents()
    assert host.width() == 760
    assert host.tab.columns.widget().minimumSizeHint().width() <= 760


def test_every_part_has_a_name_and_tab_comes_to_all_of_it(
    host: Any, store: Store, farah: Any, bank: Any, day: date
) -> None:
    placed(store, farah, bank["hall"], T.WORK_TRAINING, day)
    with store.write("x") as session:
        begin_stage(session, farah.enrolment, SeStage.SUPPORT)
        add_education_support(session, farah.enrolment, "Svenska", pace_percent=50, from_date=day)
    QApplication.processEvents()
    widget: Any = host.tab.lanes.as_table
    widget.setFocus()
    stops: list[Any] = []
    for _ in range(200):
        stops.append(widget)
        widget.window().focusNextPrevChild(True)
        widget = QApplication.focusWidget()
        if widget is stops[0]:
            break
    assert [stop for stop in stops if not (stop.accessibleName() or stop.property("text"))] == []
    tab = host.tab
    cards = (tab.lanes, tab.placements, tab.stages, tab.studies, tab.plans, tab.wishes, tab.checklist)
    seen = [next((n for n, card in enumerate(cards) if card.isAncestorOf(stop)), None) for stop in stops]
    order = [n for n in seen if n is not None]
    assert order == sorted(order)
    assert set(order) == set(range(len(cards)))


def test_the_bank_learns_that_one_was_in_touch(host: Any, store: Store, farah: Any, bank: Any, day: date) -> None:
    placed(store, farah, bank["hall"], T.INTERNSHIP, day)
    with store.read() as session:
        touched = {one.name: one.last_contacted for one in list_workplaces(session)}
    assert touched == {"Fantasihallen": day, "Café Låtsas": None}
