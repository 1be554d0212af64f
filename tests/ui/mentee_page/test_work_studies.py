"""Studies by Supported Education on the tab Arbete & studier: plan, phases, dates, team, talks and the checklist."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.plans import Origin, Who
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import CsnState, StudyDateKind, StudyPhase, talk_after
from mentorapp.store.commitments import list_commitments
from mentorapp.store.education_supports import add_education_support, list_education_supports
from mentorapp.store.mentees import change_mentee
from mentorapp.store.network import add_contact, list_contacts
from mentorapp.store.programmes import change_programme
from mentorapp.store.routines import list_routine
from mentorapp.store.store import Store
from mentorapp.store.study_plans import add_conference, add_helper, add_study_date, list_study_plans
from ui.requests import PrintRequest
from ui.screens.mentee_page.work.tab import WorkTab
from ui.widgets.button import Button

K = Qt.Key


@pytest.fixture
def host(tab_host: Callable[..., Any], farah: Any) -> Any:
    return tab_host(WorkTab, farah.mentee)


@pytest.fixture
def studies(store: Store, farah: Any, day: date) -> Any:
    """Swedish at half pace, in the phase of choosing."""
    with store.write("studies_added") as session:
        return add_education_support(session, farah.enrolment, "Svenska", pace_percent=50, school="Påhittade skolan",
                                     from_date=day - timedelta(days=9))  # fmt: skip


def plan_of(store: Store, farah: Any) -> Any:
    with store.read() as session:
        (plan,) = list_study_plans(session, farah.mentee)
    return plan


def card(host: Any) -> Any:
    (one,) = host.tab.plans.cards.values()
    return one


def focus_name() -> str:
    here = QApplication.focusWidget()
    return here.objectName() if here is not None else ""


def press_on(host: Any, name: str, press: Any) -> None:
    """Space on the button of that object name."""
    button = host.tab.findChild(Button, name)
    button.setFocus()
    press(K.Key_Space)


# --- the plan --------------------------------------------------------------------------------------------------------


def test_studies_are_written_down_by_keyboard_and_changed(host: Any, store: Store, farah: Any, press: Any) -> None:
    host.tab.studies.new.setFocus()
    press(K.Key_Space)
    press("Allmän kurs")
    sheet = host.sheet()
    sheet.pace.line.setFocus()
    press("halv")
    press(K.Key_Return, ctrl=True)
    assert sheet.pace.fault() != ""
    sheet.pace.set_text("50 %")
    sheet.school.set_text("Påhittade folkhögskolan")
    sheet.level.set_text("grundläggande")
    sheet.goal.box.setPlainText("Jag vill bli kock.")
    sheet.barriers.box.setPlainText("För många brev.")
    sheet.needs.box.setPlainText("Tyst rum vid prov")
    sheet.csn.choose(CsnState.APPLIED.value)
    press(K.Key_Return, ctrl=True)
    said = host.words(card(host))
    for words in ("Allmän kurs 50 %", "”Jag vill bli kock.”", "Förbereder sedan 25 nov", "grundläggande", "CSN: Sökt",
                  "Påhittade folkhögskolan", "Tyst rum vid prov", "För många brev."):  # fmt: skip
        assert words in said
    one = plan_of(store, farah).studies
    host.tab.open_draft(f"work.studies:{one.id}")
    sheet = host.sheet()
    assert not sheet.certificate.isVisible()
    sheet.phase.choose(StudyPhase.COMPLETED.value)
    sheet.phase.chosen.emit(StudyPhase.COMPLETED.value)
    sheet.certificate.set_day(store.clock.today())
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        (one,) = list_education_supports(session, farah.mentee)
    assert (one.completed, one.certificate_on) == (True, store.clock.today())
    assert host.tab.plans.cards == {}
    assert "Klar" in host.words(host.tab.studies)


def test_a_phase_is_taken_by_its_chevron_from_today(
    host: Any, store: Store, farah: Any, studies: Any, day: date, press: Any
) -> None:
    chevrons = card(host).phases
    assert [phase.state.value for phase in chevrons.phases()] == ["done", "current", "ahead", "ahead"]
    chevrons.setFocus()
    press(K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Return)
    assert plan_of(store, farah).studies.phase is StudyPhase.GET
    assert "Söker in sedan 25 nov" in host.words(card(host))
    store.undo()
    assert plan_of(store, farah).studies.phase is StudyPhase.CHOOSE
    chevrons.setFocus()
    press(K.Key_Right, K.Key_Right, K.Key_Return)
    assert host.sheet().accessibleName() == "Svenska 50 %", "where it is already, the form says more"
    host.sheet().close_over()


def test_a_protected_persons_school_stands_only_in_its_field(
    host: Any, store: Store, farah: Any, studies: Any, day: date
) -> None:
    with store.write("studies_added") as session:
        change_mentee(session, farah.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert "Påhittade" not in host.words()
    assert "Påhittade" not in host.tab.lanes.picture.accessibleDescription()
    host.tab.open_draft(f"work.studies:{studies}")
    assert host.sheet().school.text() == "Påhittade skolan"
    host.sheet().close_over()


def test_under_the_youth_duty_alone_money_for_studies_is_not_asked_about(
    host: Any, store: Store, farah: Any, press: Any
) -> None:
    with store.write("x") as session:
        programme = host.person().programme
        change_programme(session, programme.id, legal_profile=LegalProfile.KAA)
        add_education_support(session, farah.enrolment, "Svenska", csn_state=CsnState.REFUSED)
    assert "CSN" not in host.words(card(host))
    card(host).change.setFocus()
    press(K.Key_Space)
    assert not host.sheet().csn.isVisible()
    press(K.Key_Return, ctrl=True)
    assert plan_of(store, farah).studies.csn_state is CsnState.REFUSED


def test_studies_are_removed_and_come_back(host: Any, store: Store, farah: Any, studies: Any) -> None:
    host.tab.open_draft(f"work.studies:{studies}")
    next(b for b in host.sheet().findChildren(Button) if b.text() == "Ta bort studierna").click()
    assert "Inga studier upplagda." in host.words(host.tab.studies)
    store.undo()
    assert "Svenska 50 %" in host.words(card(host))


# --- dates, team -----------------------------------------------------------------------------------------------------


def test_p25_a_date_is_added_ticked_changed_and_removed(
    host: Any, store: Store, farah: Any, studies: Any, day: date, press: Any
) -> None:
    card(host).new_date.setFocus()
    press(K.Key_Space)
    sheet = host.sheet()
    assert sheet.kind.current() == StudyDateKind.APPLICATION.value
    sheet.on.line.setFocus()
    press("15/1")
    sheet.words.line.setFocus()
    press("Komvux")
    press(K.Key_Return, ctrl=True)
    (one,) = plan_of(store, farah).dates
    assert (one.kind, one.on, one.text) == (StudyDateKind.APPLICATION, date(2027, 1, 15), "Komvux")
    assert "Sista dag att söka: Komvux" in host.words(card(host))
    box = host.tab.findChild(object, f"{one.id}:box")
    box.setFocus()
    press(K.Key_Space)
    assert plan_of(store, farah).dates[0].done_on == day
    assert focus_name() == f"{one.id}:box"
    press_on(host, f"{one.id}:change", press)
    sheet = host.sheet()
    sheet.kind.choose(StudyDateKind.OTHER.value)
    sheet.words.set_text("")
    press(K.Key_Return, ctrl=True)
    assert sheet.words.fault() != "", "another kind is said in words"
    sheet.words.set_text("Hämta bok")
    press(K.Key_Return, ctrl=True)
    assert "Annat: Hämta bok" in host.words(card(host))
    host.tab.open_draft(f"work.date:{one.id}")
    next(b for b in host.sheet().findChildren(Button) if b.text() == "Ta bort datumet").click()
    assert plan_of(store, farah).dates == ()


def test_p23_the_support_team_says_who_does_what(host: Any, store: Store, farah: Any, studies: Any, press: Any) -> None:
    with store.write("x") as session:
        add_contact(session, "Ylva Vägvis", title="vägledare")
    card(host).new_helper.setFocus()
    press(K.Key_Space)
    press("ylva", K.Key_Return)
    host.sheet().does.line.setFocus()
    press("Hjälper till med valet")
    press(K.Key_Return, ctrl=True)
    host.tab.open_draft(f"work.helper:{studies}")
    press("Petra Påhitt")
    press(K.Key_Return, ctrl=True)
    said = host.words(card(host))
    assert "Ylva Vägvis · vägledare" in said
    assert "Hjälper till med valet" in said
    assert "Petra Påhitt" in said
    with store.read() as session:
        assert "Petra Påhitt" in [one.name for one in list_contacts(session)], "somebody new is in the register"
    ylva, petra = plan_of(store, farah).team
    press_on(host, f"{petra.id}:change", press)
    sheet = host.sheet()
    sheet.does.set_text("Svarar på frågor")
    press(K.Key_Return, ctrl=True)
    assert plan_of(store, farah).team[1].does == "Svarar på frågor"
    press_on(host, f"{ylva.id}:change", press)
    next(b for b in host.sheet().findChildren(Button) if b.text() == "Ta bort ur teamet").click()
    assert [one.name for one in plan_of(store, farah).team] == ["Petra Påhitt"]


def test_a_helper_by_name_alone_stays_one(host: Any, store: Store, farah: Any, studies: Any, press: Any) -> None:
    with store.write("x") as session:
        one = add_helper(session, studies, ContactChoice(new_name="Farahs syster"))
    press_on(host, f"{one}:change", press)
    host.sheet().does.set_text("Hämtar på förskolan")
    press(K.Key_Return, ctrl=True)
    (helper,) = plan_of(store, farah).team
    assert (helper.name, helper.contact_id, helper.does) == ("Farahs syster", None, "Hämtar på förskolan")
    card(host).new_helper.setFocus()
    press(K.Key_Space)
    press(K.Key_Return, ctrl=True)
    assert host.sheet().who.fault() != "", "nobody is not a helper"
    host.sheet().close_over()


# --- talks -----------------------------------------------------------------------------------------------------------


def test_p24_a_talk_is_planned_with_its_points_and_the_agenda_is_printed(
    host: Any, store: Store, farah: Any, studies: Any, day: date, press: Any, qtbot: QtBot
) -> None:
    with store.write("x") as session:
        add_helper(session, studies, ContactChoice(new_name="Ylva"))
    card(host).new_talk.setFocus()
    press(K.Key_Space)
    sheet = host.sheet()
    assert sheet.present.text() == "Ylva"
    assert sheet.points.text().splitlines()[0] == "Hur har det gått sedan sist?"
    sheet.points.box.setPlainText("Matematiken\nNästa kurs")
    sheet.where.set_text("Skolan")
    sheet.on.set_day(day + timedelta(days=7))
    press(K.Key_Return, ctrl=True)
    (talk,) = plan_of(store, farah).conferences
    assert (talk.event_date, talk.agenda, talk.held) == (day + timedelta(days=7), ("Matematiken", "Nästa kurs"), False)
    said = host.words(card(host))
    assert "Nästa samtal 2 december" in said
    assert "Matematiken · Nästa kurs" in said
    assert host.tab.findChild(Button, f"{talk.id}:write_up") is None, "not before its day"
    button = host.tab.findChild(Button, f"{talk.id}:agenda")
    button.setFocus()
    with qtbot.waitSignal(host.tab.print_wanted) as asked:
        press(K.Key_Space)
    assert asked.args == [PrintRequest(farah.mentee, template="P22", about=talk.id)]
    press_on(host, f"{talk.id}:change", press)
    host.sheet().where.set_text("Biblioteket")
    press(K.Key_Return, ctrl=True)
    assert plan_of(store, farah).conferences[0].place == "Biblioteket"
    host.tab.open_draft(f"work.talk:{talk.id}")
    next(b for b in host.sheet().findChildren(Button) if b.text() == "Ta bort samtalet").click()
    assert plan_of(store, farah).conferences == ()


def test_p24_what_was_agreed_becomes_promises_and_the_next_month_is_suggested(
    host: Any, store: Store, farah: Any, studies: Any, day: date, press: Any
) -> None:
    with store.write("x") as session:
        talk = add_conference(
            session, studies, day - timedelta(days=1), place="Skolan", points="Provet", present="Ylva"
        )
    press_on(host, f"{talk}:write_up", press)
    sheet = host.sheet()
    assert "– Provet" in host.words(sheet)
    press("Tyst rum vid prov.")
    sheet.promises[0][0].line.setFocus()
    press("Boka rummet")
    sheet.promises[0][1].choose(Who.MENTOR.value)
    sheet.promises[0][3].set_day(day + timedelta(days=5))
    sheet.more.setFocus()
    press(K.Key_Space)
    press("Skicka länken")
    what, who, name, _by = sheet.promises[1]
    who.choose(Who.CONTACT.value)
    who.chosen.emit(Who.CONTACT.value)
    press(K.Key_Return, ctrl=True)
    assert name.fault() == "Vem är det? Skriv ett namn."
    press("Ylva Vägvis")
    assert what.text() == "Skicka länken"
    press(K.Key_Return, ctrl=True)
    held, following = sorted(plan_of(store, farah).conferences, key=lambda one: one.event_date)
    assert (held.held, held.agreed, held.event_date) == (True, "Tyst rum vid prov.", day - timedelta(days=1))
    assert (following.event_date, following.points, following.place) == (talk_after(day), "Provet", "Skolan")
    with store.read() as session:
        promised = {one.what: one for one in list_commitments(session, farah.enrolment)}
    mine, theirs = promised["Boka rummet"], promised["Skicka länken"]
    assert (mine.who, mine.by, mine.origin) == (Who.MENTOR, day + timedelta(days=5), Origin.MEETING)
    assert (mine.origin_id, mine.info_class) == (talk, InfoClass.EDU)
    assert (theirs.who, theirs.who_name) == (Who.CONTACT, "Ylva Vägvis")
    assert "Tyst rum vid prov." in host.words(card(host))


def test_a_talk_half_written_up_is_kept_with_all_its_promises(
    host: Any, store: Store, farah: Any, studies: Any, day: date, press: Any
) -> None:
    with store.write("x") as session:
        talk = add_conference(session, studies, day, points="Provet")
    press_on(host, f"{talk}:write_up", press)
    sheet = host.sheet()
    sheet.more.click()
    sheet.promises[1][0].set_text("Ringa Ylva")
    sheet.close_over()
    host.tab.open_draft(f"work.held_talk:{talk}")
    assert [line[0].text() for line in host.sheet().promises] == ["", "Ringa Ylva"]
    host.sheet().next_on.set_day(day)
    press(K.Key_Return, ctrl=True)
    assert "slutar före" in host.words(host.sheet()) or host.sheet().next_on.fault() != ""
    host.sheet().next_on.set_day(None)
    press(K.Key_Return, ctrl=True)
    (one,) = plan_of(store, farah).conferences
    assert one.held


def test_next_month_is_suggested_when_none_is_planned(
    host: Any, store: Store, farah: Any, studies: Any, day: date, press: Any
) -> None:
    assert "Förslag" not in host.words(card(host))
    with store.write("x") as session:
        talk = add_conference(session, studies, day - timedelta(days=10), held=True, agreed="Boka rum", present="Ylva")
    assert "Förslag: nästa samtal 15 december" in host.words(card(host))
    press_on(host, "plan-next", press)
    sheet = host.sheet()
    assert (sheet.on.day(), sheet.present.text()) == (talk_after(day - timedelta(days=10)), "Ylva")
    press(K.Key_Return, ctrl=True)
    assert "Förslag" not in host.words(card(host))
    press_on(host, f"{talk}:change", press)
    host.sheet().agreed.box.setPlainText("Boka rum varje gång")
    press(K.Key_Return, ctrl=True)
    assert "Boka rum varje gång" in host.words(card(host))


# --- the checklist ---------------------------------------------------------------------------------------------------


def test_p25_the_checklist_stands_by_phase_is_ticked_and_takes_own_items(
    host: Any, store: Store, farah: Any, studies: Any, day: date, press: Any
) -> None:
    said = host.words(host.tab.checklist)
    for words in ("Förbereder", "Väljer", "Söker in", "Studerar", "Behörighet kontrollerad"):
        assert words in said
    box = host.tab.findChild(object, "sed/eligibility:box")
    box.setFocus()
    press(K.Key_Space)
    entry = next(e for e in _sed(store, farah) if e.word.code == "eligibility")
    assert (entry.state, entry.state_on, entry.info_class) == (ItemState.DONE, day, InfoClass.EDU)
    assert focus_name() == "sed/eligibility:box"
    menu = host.tab.findChild(object, "sed/eligibility:box").parentWidget().menu()
    assert "Lägg till fil" not in [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == "Behövs inte").trigger()
    assert next(e for e in _sed(store, farah) if e.word.code == "eligibility").state is ItemState.NOT_NEEDED
    host.tab.open_draft("work.item:sed/eligibility")
    host.sheet().note.set_text("Väntar på intyg")
    press(K.Key_Return, ctrl=True)
    assert next(e for e in _sed(store, farah) if e.word.code == "eligibility").said.note == "Väntar på intyg"
    host.tab.checklist.own.line.setFocus()
    press("Köpa block", K.Key_Return)
    assert "Köpa block" in host.words(host.tab.checklist)


def _sed(store: Store, farah: Any) -> Any:
    with store.read() as session:
        return list_routine(session, farah.mentee, Checklist.SED)


def test_without_studies_there_is_no_checklist_of_them(host: Any) -> None:
    assert not host.tab.checklist.isVisible()


def test_several_plans_have_a_card_each_and_one_that_ends_goes(
    host: Any, store: Store, farah: Any, studies: Any, press: Any
) -> None:
    with store.write("x") as session:
        other = add_education_support(session, farah.enrolment, "Matematik")
        add_study_date(session, other, StudyDateKind.EXAM, store.clock.today() + timedelta(days=9))
    assert len(host.tab.plans.cards) == 2
    host.tab.plans.cards[other].new_date.setFocus()
    press(K.Key_Space)
    host.sheet().on.set_day(store.clock.today() + timedelta(days=3))
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        by_course = {plan.studies.course: plan for plan in list_study_plans(session, farah.mentee)}
    assert (len(by_course["Matematik"].dates), len(by_course["Svenska"].dates)) == (2, 0)
    host.tab.acts.set_phase(other, StudyPhase.INTERRUPTED)
    QApplication.processEvents()
    assert list(host.tab.plans.cards) == [studies]
    assert "Avbruten" in host.words(host.tab.studies)
