"""The tab Inskrivning in a window: levels, pauses, work begun, the closing step by step, what follows, coming back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.closing import CheckState, Destination, Heading, NewClosure, Receiver
from mentorapp.domain.enrolments import Enrolment, EnrolmentStatus, Track
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.support import IncomeSource, InterventionKind, InterventionState
from mentorapp.language.texts import Texts
from mentorapp.store.after_support import list_after_support, start_work
from mentorapp.store.closing_effects import open_interventions
from mentorapp.store.closings import close_enrolment, get_closure
from mentorapp.store.drafts import list_drafts
from mentorapp.store.enrolments import (
    add_enrolment,
    change_enrolment,
    change_level,
    get_enrolment,
    list_enrolments,
    list_level_entries,
)
from mentorapp.store.incomes import add_income
from mentorapp.store.interventions import add_intervention
from mentorapp.store.ladders import get_ladder
from mentorapp.store.level_entries import change_level_entry
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.network import add_contact, add_organisation, list_contacts
from mentorapp.store.outcome_checks import list_outcome_checks
from mentorapp.store.pauses import add_pause, list_pauses
from mentorapp.store.programmes import add_programme
from mentorapp.store.referrals import change_referral, get_referral
from mentorapp.store.routines import list_routine
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from mentorapp.store.target_groups import list_target_groups, set_target_group
from ui.screens.mentee_page import MenteePage
from ui.screens.mentee_page.closing import ClosingTab
from ui.screens.mentee_page.level_form import LevelForm
from ui.widgets.field import Field
from ui.widgets.text import Text

Show = Callable[..., MenteePage]


def tab_of(page: MenteePage) -> ClosingTab:
    page.choose_tab("closing")
    tab = page.tab("closing")
    assert isinstance(tab, ClosingTab)
    settle()
    return tab


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def words_in(widget: QWidget) -> str:
    return "\n".join(text.text() for text in widget.findChildren(Text) if not text.isHidden() and text.text())


def enrolment(store: Store, farah: Any) -> Enrolment:
    with store.read() as session:
        return get_enrolment(session, farah.enrolment)


@pytest.fixture
def tab(show: Show, farah: Any) -> ClosingTab:
    return tab_of(show(farah.mentee))


@pytest.fixture
def close(store: Store, farah: Any, day: date) -> Callable[..., None]:
    def go(detail: str = "moved", **more: Any) -> None:
        headings = (Heading(destination=Destination.UNKNOWN, primary=True),)
        with store.write("enrolment_closed") as session:
            every = {one.id: Receiver(name="ingen") for one in open_interventions(session, farah.mentee)}
            new = NewClosure(closed_on=day, detail=detail, headings=headings, **more)
            close_enrolment(session, farah.enrolment, new, receivers=every)

    return go


def test_the_enrolment_is_seen_whole(show: Show, store: Store, farah: Any, day: date) -> None:
    with store.write("trial") as session:
        fk = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        frida = add_contact(session, "Frida Fiktiv", organisation_id=fk)
        change_referral(
            session, farah.enrolment, referrer_type="social_insurance", contact_id=frida, reason_text="Vill ut."
        )
        set_target_group(session, farah.enrolment, "activity_benefit_19_29", day - timedelta(days=150))
        set_target_group(session, farah.enrolment, "young_adults_16_29", day - timedelta(days=5))
        add_pause(session, farah.enrolment, day - timedelta(days=18), to_date=day - timedelta(days=12))
        add_income(session, farah.mentee, IncomeSource.ACTIVITY_BENEFIT, day - timedelta(days=400))
    tab = tab_of(show(farah.mentee))
    facts = words_in(tab.facts)
    assert "Level Up" in facts
    assert "Försäkringskassan · Frida Fiktiv" in facts
    assert "Unga vuxna, 16–29 år (sedan 20 november)" in facts
    assert "Vill ut." in facts
    stays = words_in(tab.stays)
    assert "3 Förberedande\nsedan 5 november · vecka 2 av 8 · planerat till 7 januari" in stays
    assert "Framåt 2 · stilla 0 · tillbaka 0" in stays
    assert "Kvar hela vägen: Aktivitetsersättning" in words_in(tab.incomes)
    assert "7 november till 13 november" in words_in(tab.pauses)
    assert tab.earlier.isHidden()
    assert tab.closed.isHidden()


def test_it_speaks_english(show: Show, farah: Any) -> None:
    tab = tab_of(show(farah.mentee, Texts("en")))
    assert "This enrolment" in words_in(tab.facts)
    assert "week 3 of 8" in words_in(tab.stays)


def test_every_place_that_takes_the_focus_has_a_name(tab: ClosingTab, close: Callable[..., None]) -> None:
    tab.closing.unfold()
    settle()
    nameless = [
        widget
        for widget in tab.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


def test_a_rest_begins_and_ends_by_keyboard(
    tab: ClosingTab, store: Store, farah: Any, day: date, press: Callable[..., None]
) -> None:
    tab.pauses.act.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, ctrl=True)
    settle()
    assert enrolment(store, farah).status is EnrolmentStatus.PAUSED
    assert store.undo_label == "pause_added"
    with store.read() as session:
        (rest,) = list_pauses(session, farah.enrolment)
    assert (rest.from_date, rest.who_keeps_contact) == (day, "Moa Mentorsson")
    assert tab.pauses.act.text() == "Uppehållet är slut"
    tab.pauses.act.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, ctrl=True)
    settle()
    assert enrolment(store, farah).status is EnrolmentStatus.ACTIVE
    assert tab.pauses.act.text() == "Gör uppehåll"


def test_a_rest_that_overlaps_is_refused_beside_its_field_and_keeps_the_words(
    tab: ClosingTab, store: Store, farah: Any, day: date
) -> None:
    with store.write("pause_added") as session:
        first = add_pause(session, farah.enrolment, day - timedelta(days=9), to_date=day - timedelta(days=3))
        second = add_pause(session, farah.enrolment, day - timedelta(days=1))
    settle()
    sheet: Any = tab.open_pause(second)
    sheet.from_day.set_draft((day - timedelta(days=4)).isoformat())
    sheet.reason.box.setPlainText("Sjuk")
    sheet.keep()
    assert "redan ett uppehåll" in sheet.from_day.fault()
    assert sheet.reason.text() == "Sjuk"
    sheet.from_day.set_draft((day - timedelta(days=2)).isoformat())
    sheet.keep()
    sheet = tab.open_pause(first)
    [button] = [one for one in sheet.findChildren(type(tab.pauses.act)) if one.text() == "Ta bort"]
    button.click()
    with store.read() as session:
        assert [one.reason for one in list_pauses(session, farah.enrolment)] == ["Sjuk"]


def test_another_level_is_three_strokes_away_with_track_and_both_views(
    tab: ClosingTab, store: Store, farah: Any, press: Callable[..., None]
) -> None:
    tab.stays.pill("goal" if "goal" in tab.stays._pills else list(tab.stays._pills)[-1]).setFocus()
    press(Qt.Key.Key_Space)
    form = tab.window().findChild(LevelForm)
    assert form is not None
    form.words.box.setPlainText("Jag är redo")
    form.view.box.setPlainText("Lite tidigt")
    form.track.pill(Track.WORK.value).click()
    form.track_text.line.setText("Fantasihallen")
    press(Qt.Key.Key_Return, ctrl=True)
    settle()
    with store.read() as session:
        last = list_level_entries(session, farah.enrolment)[-1]
    assert (last.level_id, last.track, last.track_text) == (farah.levels[3], Track.WORK, "Fantasihallen")
    assert (last.mentee_words, last.mentor_view) == ("Jag är redo", "Lite tidigt")
    said = words_in(tab.stays)
    assert "”Jag är redo”" in said
    assert "Din bild: Lite tidigt" in said
    assert "mot arbete: Fantasihallen" in said


def test_a_wrong_stay_is_put_right_and_its_neighbour_follows(
    tab: ClosingTab, store: Store, farah: Any, day: date
) -> None:
    with store.read() as session:
        stays = list_level_entries(session, farah.enrolment)
    sheet: Any = tab.open_stay(stays[1].id)
    sheet.entered.set_draft((day - timedelta(days=200)).isoformat())
    sheet.reason.box.setPlainText("Fel datum")
    sheet.keep()
    assert sheet.entered.fault()
    sheet.entered.set_draft((day - timedelta(days=100)).isoformat())
    sheet.left.set_draft((day - timedelta(days=30)).isoformat())
    sheet.level.choose(str(farah.levels[3]))
    sheet.keep()
    settle()
    with store.read() as session:
        now = list_level_entries(session, farah.enrolment)
    days = [((day - one.entered_on).days, one.left_on and (day - one.left_on).days) for one in now]
    assert days == [(150, 100), (100, 30), (30, None)]
    assert (now[1].level_id, now[1].reason) == (farah.levels[3], "Fel datum")
    sheet = tab.open_stay(stays[1].id)
    sheet.remove.click()
    settle()
    with store.read() as session:
        assert len(list_level_entries(session, farah.enrolment)) == 2
    assert store.undo_label == "stay_removed"


def test_how_the_person_came_with_somebody_new(tab: ClosingTab, store: Store, farah: Any, day: date) -> None:
    sheet: Any = tab.open_referral()
    sheet.kind.choose("other")
    assert not sheet.other.isHidden()
    sheet.keep()
    assert sheet.other.fault()
    sheet.kind.choose("psychiatry")
    assert sheet.other.isHidden()
    sheet.contact.line.setFocus()
    sheet.contact.set_draft({"key": "", "name": "Siv Soffa", "sure": False})
    sheet.on.set_draft(day.isoformat())
    sheet.reason.box.setPlainText("Vill ut")
    sheet.expectation.box.setPlainText("Deltid")
    sheet.keep()
    settle()
    with store.read() as session:
        referral = get_referral(session, farah.enrolment)
        assert "Siv Soffa" in [one.name for one in list_contacts(session)]
    assert (referral.referrer_type, referral.contact, referral.on) == ("psychiatry", "Siv Soffa", day)
    assert "Psykiatrin · Siv Soffa" in words_in(tab.facts)
    sheet = tab.open_referral()
    sheet.kind.choose("self")
    sheet.contact.choose(None)
    sheet.keep()
    settle()
    with store.read() as session:
        assert get_referral(session, farah.enrolment).contact == ""


def test_target_group_from_a_day_and_criteria(tab: ClosingTab, store: Store, farah: Any, day: date) -> None:
    sheet: Any = tab.open_enrolment()
    assert sheet.group_from.isHidden()
    sheet.group.choose("young_adults_16_29")
    assert not sheet.group_from.isHidden()
    sheet.criteria.pill("isolation").click()
    sheet.mentor.line.setText("Moa")
    sheet.keep()
    settle()
    now = enrolment(store, farah)
    assert (now.criteria, now.mentor_name) == (("isolation",), "Moa")
    with store.read() as session:
        (group,) = list_target_groups(session, farah.enrolment)
    assert group.from_date == now.started_on
    assert "Isolering" in words_in(tab.facts)


def test_work_begun_is_said_apart_from_the_closing(tab: ClosingTab, store: Store, farah: Any, day: date) -> None:
    sheet: Any = tab.open_work(None)
    sheet.keep()
    assert store.undo_label != "work_started"
    sheet.entry.pill(Destination.STUDIES_REGULAR.value).click()
    sheet.extent.choose("50")
    sheet.place.line.setText("Påhittade folkhögskolan")
    sheet.keep()
    settle()
    assert enrolment(store, farah).status is EnrolmentStatus.AFTER_SUPPORT
    said = words_in(tab.work)
    assert "Studier, 50 procent · Påhittade folkhögskolan · sedan 25 november" in said
    assert "Efterstöd till 25 februari" in said
    assert "Inskrivningen är inte avslutad." in said
    assert "0 kontakter i efterstödet" in said
    with store.read() as session:
        (given,) = list_after_support(session, farah.enrolment)
    sheet = tab.open_work(given.id)
    sheet.until.set_draft((day + timedelta(days=30)).isoformat())
    sheet.keep()
    settle()
    assert "Efterstöd till 25 december" in words_in(tab.work)
    sheet = tab.open_work(given.id)
    sheet.end.click()
    settle()
    assert "Efterstödet slutade 25 november" in words_in(tab.work)
    sheet = tab.open_work(given.id)
    sheet.remove.click()
    settle()
    assert "Inte än." in words_in(tab.work)


@pytest.fixture
def cared_for(store: Store, farah: Any, day: date) -> UUID:
    with store.write("trial") as session:
        return add_intervention(
            session, farah.mentee, InterventionKind.CARE_CONTACT, "Vårdcentralen", state=InterventionState.ONGOING
        )


def test_the_closing_is_gone_through_in_any_order_and_ends_with_its_button(
    show: Show, store: Store, farah: Any, day: date, cared_for: UUID
) -> None:
    tab = tab_of(show(farah.mentee))
    form = tab.closing.unfold()
    assert tab.closing.pips.words() == "0 av 9"
    assert "Det här" not in form.bookings.text()
    assert "De här bokningarna avbokas:\n30 nov · Promenad" in form.bookings.text()
    form.after.pill("yes").click()
    form.words.box.setPlainText("Tack för allt")
    form.reason.choose("refused_ifo")
    assert [row.destination for row in form.destinations.rows()] == [
        Destination.DAILY_ACTIVITY,
        Destination.SOCIAL_SERVICES,
    ]
    form.destinations.rows()[0].extent.choose("50")
    form.destinations.rows()[1].primary.click()
    assert tab.closing.pips.words() == "4 av 9"
    form.ready.click()
    assert form._faults["receivers"].sentence().startswith("Skriv vem som tar över")
    form.takers[cared_for].who.set_draft({"key": "", "name": "Siv Soffa", "sure": False})
    for code in ("last_scale", "farewell", "forms_copied", "letter"):
        form.ticks[code].click()
    assert tab.closing.pips.words() == "9 av 9"
    form.ready.click()
    settle()
    with store.read() as session:
        closure = get_closure(session, farah.enrolment)
        (care,) = open_interventions(session, farah.mentee)
        done = list_routine(session, farah.mentee, Checklist.CLOSING, enrolment_id=farah.enrolment)
        names = {one.id: one.name for one in list_contacts(session)}
    assert closure is not None
    assert (closure.detail, closure.mentee_words, closure.contact_after) == ("refused_ifo", "Tack för allt", True)
    assert [(one.destination, one.extent_percent) for one in closure.headings] == [
        (Destination.SOCIAL_SERVICES, None),
        (Destination.DAILY_ACTIVITY, 50),
    ]
    assert (closure.farewell_held, closure.last_scale_done) == (True, True)
    assert [one.word.code for one in done if one.state is ItemState.DONE] == [
        "last_scale",
        "farewell",
        "forms_copied",
        "letter",
    ]
    assert care.receiver_contact_id is not None
    assert names[care.receiver_contact_id] == "Siv Soffa"
    assert tab.closing.isHidden()
    assert "Avslag på ersättning, vidare till IFO" in words_in(tab.closed)
    assert "Efter 6 månader\nPlanerad till 25 maj 2027" in words_in(tab.checks)
    tab.closed.reopen.click()
    settle()
    assert enrolment(store, farah).status is EnrolmentStatus.ACTIVE
    assert not tab.closing.isHidden()
    assert tab.closed.isHidden()


def test_nobody_may_take_over_and_a_destination_may_go(show: Show, store: Store, farah: Any, cared_for: UUID) -> None:
    tab = tab_of(show(farah.mentee))
    form = tab.closing.unfold()
    form.ready.click()
    assert form.reason.fault()
    form.reason.choose("studies")
    form.destinations.adding.choose("employment_regular")
    form.destinations.adding.choose("employment_regular")
    form.destinations.adding.choose("other")
    assert len(form.destinations.rows()) == 3
    form.reason.choose("moved")
    assert len(form.destinations.rows()) == 3, "what was chosen by hand is not overwritten"
    form.destinations.rows()[0].remove.click()
    form.ready.click()
    assert "minst tre tecken" in form._faults["headings"].sentence()
    form.destinations.rows()[1].other.line.setText("Fotbollen")
    form.takers[cared_for].nobody.click()
    form.ready.click()
    settle()
    with store.read() as session:
        closure = get_closure(session, farah.enrolment)
        assert [one.receiver_name for one in open_interventions(session, farah.mentee)] == ["ingen"]
    assert closure is not None
    assert closure.primary is not None
    assert closure.primary.destination is Destination.EMPLOYMENT_REGULAR
    assert [one.other for one in closure.headings] == ["", "Fotbollen"]


def test_not_reachable_shows_the_tries_first_and_the_ways_out(
    tab: ClosingTab, store: Store, farah: Any, day: date, qtbot: QtBot
) -> None:
    form = tab.closing.unfold()
    assert form.attempts.isHidden()
    form.reason.choose("not_reachable")
    assert not form.attempts.isHidden()
    assert form.manager.isHidden()
    form.ready.click()
    assert "Logga ett försök" in form.reason.fault()
    with qtbot.waitSignal(tab.note_wanted):
        form.attempts.log.click()
    form.attempts.rest.click()
    settle()
    ways = (SessionKind.PHONE, SessionKind.SMS_CHAT, SessionKind.LETTER)
    with store.write("trial") as session:
        for number, days in enumerate((1, 2, 3, 4)):
            add_session(
                session,
                NewSession(
                    mentee_id=farah.mentee,
                    kind=SessionKind.CONTACT_ATTEMPT,
                    event_date=day - timedelta(days=days),
                    attendance=Attendance.NOT_REACHED,
                    attempt_way=ways[number % 3],
                ),
            )
    settle()
    assert form.attempts.said.text() == "4 försök på 3 sätt under 3 dagar"


def test_with_tries_enough_the_talk_with_the_manager_is_asked_for(
    show: Show, store: Store, farah: Any, day: date
) -> None:
    with store.write("trial") as session:
        person = add_mentee(session, "Cleo")
        programme = add_programme(session, "Fri", get_ladder("free"))
        key = add_enrolment(session, person, programme, started_on=day - timedelta(days=90))
        for days, way in ((40, "phone"), (30, "sms_chat"), (20, "phone"), (10, "letter"), (5, "phone")):
            add_session(
                session,
                NewSession(
                    mentee_id=person,
                    kind=SessionKind.CONTACT_ATTEMPT,
                    event_date=day - timedelta(days=days),
                    attendance=Attendance.NOT_REACHED,
                    attempt_way=SessionKind(way),
                ),
            )
    tab = tab_of(show(person))
    form = tab.closing.unfold()
    form.reason.choose("not_reachable")
    assert not form.manager.isHidden()
    form.ready.click()
    assert "Prata med din chef" in form.manager.fault()
    form.manager.set_draft(day.isoformat())
    form.ready.click()
    settle()
    with store.read() as session:
        closure = get_closure(session, key)
    assert closure is not None
    assert closure.manager_talk_on == day


def test_a_closing_half_done_is_there_again_and_with_nobody_else(
    show: Show, store: Store, farah: Any, day: date
) -> None:
    with store.write("trial") as session:
        cleo = add_mentee(session, "Cleo")
        programme = add_programme(session, "Fri", get_ladder("free"))
        add_enrolment(session, cleo, programme, started_on=day)
    tab = tab_of(show(farah.mentee))
    form = tab.closing.unfold()
    form.words.box.setPlainText("Halvvägs")
    form.reason.choose("studies")
    form.destinations.rows()[0].extent.choose("25")
    tab.write_all()
    again = show(farah.mentee)
    tab = tab_of(again)
    assert tab.closing.form is not None, "what was begun stands open"
    assert tab.closing.form.words.text() == "Halvvägs"
    assert tab.closing.form.destinations.value()[0].extent_percent == 25
    again.open(cleo)
    settle()
    other = tab_of(again)
    assert other.closing.form is None
    assert other.closing.unfold().words.text() == ""
    again.open(farah.mentee)
    settle()
    assert tab_of(again).closing.form is not None


def test_follow_ups_and_words_are_filled_in_afterwards(
    show: Show, store: Store, farah: Any, close: Callable[..., None]
) -> None:
    close()
    tab = tab_of(show(farah.mentee))
    assert "Inga uppföljningar." in words_in(tab.checks)
    sheet: Any = tab.open_closure()
    sheet.words.box.setPlainText("Det gick bra")
    sheet.after.pill("yes").click()
    sheet.keep()
    settle()
    assert "”Det gick bra”" in words_in(tab.closed)
    with store.read() as session:
        six = list_outcome_checks(session, farah.enrolment)[0]
    sheet = tab.open_check(six.id)
    assert sheet.now.isHidden()
    sheet.state.pill(CheckState.REACHED.value).click()
    sheet.keep()
    assert "Vad gör personen nu" in sheet.now.fault()
    sheet.now.choose("studies_regular")
    sheet.note.box.setPlainText("Trivs")
    sheet.keep()
    settle()
    assert "Nådd · Studier · 25 november\nTrivs" in words_in(tab.checks)


def test_the_next_day_the_closing_stands_and_the_person_comes_back(
    show: Show, store: Store, farah: Any, clock: Any, close: Callable[..., None], press: Callable[..., None]
) -> None:
    close("admin_transfer")
    clock.pass_days(1)
    tab = tab_of(show(farah.mentee))
    assert tab.closed.reopen.isHidden()
    assert "Räknas inte som avslutad" in words_in(tab.closed)
    tab.closed.back.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, ctrl=True)
    settle()
    with store.read() as session:
        every = list_enrolments(session, farah.mentee)
    assert [(one.ordinal, one.status) for one in every] == [(2, EnrolmentStatus.ACTIVE), (1, EnrolmentStatus.CLOSED)]
    assert "Level Up, inskrivning 2" in words_in(tab.facts)
    assert "Level Up, inskrivning 1" in words_in(tab.earlier)
    assert "Projektslut, fortsätter här" in words_in(tab.earlier)


def test_under_the_youth_duty_alone_reason_money_and_sensitive_criteria_are_not_offered(
    show: Show, store: Store, day: date
) -> None:
    with store.write("trial") as session:
        person = add_mentee(session, "Alva")
        duty = add_programme(session, "KAA", get_ladder("free"), legal_profile=LegalProfile.KAA)
        key = add_enrolment(session, person, duty, started_on=day)
        change_referral(session, key, referrer_type="school", reason_text="Bråk hemma")
        add_income(session, person, IncomeSource.SOCIAL_ASSISTANCE, day - timedelta(days=9))
        add_intervention(
            session, person, InterventionKind.CARE_CONTACT, "Vårdcentralen", state=InterventionState.ONGOING
        )
    tab = tab_of(show(person))
    assert "Bråk" not in words_in(tab.facts)
    assert tab.incomes.isHidden()
    assert tab.closing.unfold().takers == {}
    sheet: Any = tab.open_referral()
    assert not hasattr(sheet, "reason")
    assert "aktivitetsansvaret (KAA)" in words_in(sheet)
    sheet.close_over()
    sheet = tab.open_enrolment()
    assert set(sheet._offered) == {"neither", "incomplete_school"}


def test_of_two_open_enrolments_one_is_chosen(
    show: Show, store: Store, farah: Any, day: date, press: Callable[..., None]
) -> None:
    with store.write("trial") as session:
        stages = add_programme(session, "SE", get_ladder("se"))
        second = add_enrolment(session, farah.mentee, stages, started_on=day - timedelta(days=9))
        from mentorapp.store.programmes import get_programme

        levels = get_programme(session, stages).levels
        first = change_level(session, second, levels[0].id, day - timedelta(days=9))
    tab = tab_of(show(farah.mentee))
    assert tab.which is not None
    tab.which.pill(str(second)).click()
    settle()
    assert "SE" in words_in(tab.facts)
    sheet: Any = tab.open_stay(first)
    sheet.leave_level.click()
    settle()
    with store.read() as session:
        assert list_level_entries(session, second)[0].left_on == day
    form: Any = tab.open_level(levels[1].id)
    form.keep()
    settle()
    with store.read() as session:
        assert len(list_level_entries(session, second)) == 2
        assert len(list_level_entries(session, farah.enrolment)) == 3
    tab.open_draft(f"closing.pause:{farah.enrolment}")
    settle()
    assert "Level Up" in words_in(tab.facts)


def test_a_draft_on_idag_opens_its_form(tab: ClosingTab, store: Store, farah: Any, close: Callable[..., None]) -> None:
    with store.read() as session:
        stay = list_level_entries(session, farah.enrolment)[0]
    for thing in ("referral", "enrolment", "resume", "pause", "work"):
        tab.open_draft(f"closing.{thing}:{farah.enrolment}")
    tab.open_draft(f"closing.stay:{stay.id}")
    tab.open_draft(f"closing.stay:{UUID(int=3)}")
    tab.open_draft(f"closing.back:{farah.enrolment}")
    settle()
    opened = sorted(type(one).__name__ for one in tab.window().findChildren(QWidget) if "Sheet" in type(one).__name__)
    assert opened == ["EnrolmentSheet", "PauseSheet", "ReferralSheet", "ResumeSheet", "StaySheet", "WorkSheet"]
    tab.open_draft(f"closing.close:{farah.enrolment}")
    assert tab.closing.form is not None


def test_what_is_typed_in_a_form_is_kept_as_a_draft(tab: ClosingTab, store: Store, farah: Any) -> None:
    sheet: Any = tab.open_work(None)
    sheet.place.line.setFocus()
    sheet.place.line.setText("Café Låtsas")
    sheet.place.line.textEdited.emit("Café Låtsas")
    sheet.close_over()
    settle()
    again: Any = tab.open_work(None)
    assert again.place.text() == "Café Låtsas"
    assert isinstance(again.place, Field)


def test_without_an_enrolment_the_way_leads_to_one(show: Show, store: Store, qtbot: QtBot) -> None:
    with store.write("trial") as session:
        person = add_mentee(session, "Cleo")
    tab = tab_of(show(person))
    assert not tab.none.isHidden()
    assert tab.facts.isHidden()
    assert tab.closing.isHidden()
    tab.open_draft(f"closing.work:{UUID(int=3)}")
    assert tab.none.button is not None
    with qtbot.waitSignal(tab.programme_wanted):
        tab.none.button.click()


def test_nothing_tells_where_a_protected_person_is(show: Show, store: Store, farah: Any, day: date) -> None:
    with store.write("trial") as session:
        change_mentee(session, farah.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
        school = add_organisation(session, "Påhittade skolan", OrganisationKind.SCHOOL_GYMNASIUM)
        teacher = add_contact(session, "Siv Soffa", organisation_id=school)
        change_referral(session, farah.enrolment, referrer_type="school", contact_id=teacher)
        change_enrolment(session, farah.enrolment, transferred_in_from="Testfors")
        start_work(session, farah.enrolment, Destination.STUDIES_REGULAR, day, place="Påhittade folkhögskolan")
        stay = list_level_entries(session, farah.enrolment)[-1]
        change_level_entry(session, stay.id, track=Track.STUDY, track_text="Folkhögskolan")
    tab = tab_of(show(farah.mentee))
    said = words_in(tab)
    assert "Skola" in said
    assert "mot studier" in said
    for place in ("Påhittade", "Siv", "Testfors", "Folkhögskolan"):
        assert place not in said
    with store.read() as session:
        (given,) = list_after_support(session, farah.enrolment)
    sheet: Any = tab.open_work(given.id)
    assert sheet.place.text() == "Påhittade folkhögskolan"
    assert "platsen syns bara här" in words_in(sheet)


def test_a_closing_leaves_no_draft_and_the_focus_goes_on(show: Show, store: Store, farah: Any) -> None:
    tab = tab_of(show(farah.mentee))
    form = tab.closing.unfold()
    form.reason.choose("moved")
    form.words.box.setPlainText("Hej")
    form.drafts.keep()
    form.words.box.setPlainText("Hej då")
    form.ready.click()
    settle()
    with store.read() as session:
        closure = get_closure(session, farah.enrolment)
        assert list_drafts(session) == ()
    assert closure is not None
    assert closure.mentee_words == "Hej då"
    assert tab.closed.back.hasFocus()
