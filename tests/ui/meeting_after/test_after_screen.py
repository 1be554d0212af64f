"""The screen after a meeting: who came, what was decided and said, who keeps what out, and when to meet again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.decisions import NewDecision
from mentorapp.domain.meetings import Attended, Meeting, MeetingKind, MeetingStatus, NewPoint, ProtocolPoint
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.plans import CommitmentState, Origin, Who
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.language.texts import Texts
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.commitments import list_commitments
from mentorapp.store.consents import add_consent
from mentorapp.store.decisions import add_decision, list_decisions
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.meetings import add_invitee, add_meeting, get_meeting, remove_meeting
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_link
from mentorapp.store.programmes import add_programme
from mentorapp.store.protocols import add_point, list_protocol
from mentorapp.store.store import Store
from tests.store.test_protocols import log_protocol
from ui.requests import BookingRequest, PrintRequest, WriteUpRequest
from ui.screens.meeting_after import AfterScreen
from ui.theme import Theme
from ui.widgets.class_choice import ClassChoice
from ui.widgets.oral_sheet import OralSheet
from ui.widgets.tick_box import TickBox


@dataclass(frozen=True)
class Case:
    mentee: UUID
    enrolment: UUID
    meeting: UUID
    fredrika: UUID
    sture: UUID


@dataclass
class Look:
    screen: AfterScreen
    store: Store
    case: Case
    asked: list[object] = field(default_factory=list)

    def open(self) -> None:
        self.screen.open(WriteUpRequest(self.case.mentee, self.case.meeting))

    def meeting(self) -> Meeting:
        with self.store.read() as session:
            return get_meeting(session, self.case.meeting)

    def points(self) -> tuple[ProtocolPoint, ...]:
        with self.store.read() as session:
            return list_protocol(session, self.case.meeting)

    def said(self) -> str:
        return "\n".join(one.text() for one in self.screen.findChildren(QLabel) if one.isVisible())

    def button(self, name: str) -> QAbstractButton:
        found = self.screen.findChild(QAbstractButton, name)
        assert found is not None
        return found

    def say(self, text: str) -> None:
        self.screen.points.new.line.setText(text)
        self.screen.points.new.line.returnPressed.emit()


@pytest.fixture
def case(store: Store, day: date) -> Case:
    """Birk with Fredrika of an authority, who may see plan and work, and Sture of the workplace, who may see both."""
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Birk", family_name="Provare")
        enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=100))
        fk = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        hall = add_organisation(session, "Fantasihallen", OrganisationKind.EMPLOYER)
        fredrika = add_contact(session, "Fredrika Påhittsson", organisation_id=fk)
        sture = add_contact(session, "Sture Fantasi", organisation_id=hall)
        add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=fredrika)
        add_link(session, mentee, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=sture)
        add_consent(session, mentee, contact_id=fredrika, scope={C.ID, C.PLAN, C.PRESENCE, C.WORK})
        add_consent(session, mentee, contact_id=sture, scope={C.ID, C.PLAN, C.PRESENCE, C.WORK})
        earlier = add_meeting(session, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day - timedelta(days=30))
        add_decision(session, mentee, NewDecision("Ringa om intyget", Who.MENTOR), earlier)
        meeting = add_meeting(
            session, mentee, MeetingKind.WORKPLACE_THREE_PARTY, day, start_time=time(8), place="Fantasihallen"
        )
        add_invitee(session, meeting, contact_id=fredrika)
        add_invitee(session, meeting, contact_id=sture)
    return Case(mentee, enrolment, meeting, fredrika, sture)


@pytest.fixture
def look(qtbot: QtBot, store: Store, theme: Theme, texts: Texts, case: Case) -> Iterator[Look]:
    window = QWidget()
    theme.dress(window)
    screen = AfterScreen(store, texts, theme)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(screen)
    window.resize(1366, 740)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    end: Callable[[], None] = store.on_change(screen.note_change)
    shown = Look(screen, store, case)
    screen.back_wanted.connect(lambda: shown.asked.append("back"))
    screen.print_wanted.connect(shown.asked.append)
    screen.book_wanted.connect(shown.asked.append)
    shown.open()
    yield shown
    end()


def test_all_came_in_one_press_and_one_who_did_not_is_marked(look: Look) -> None:
    look.screen.focus_first()
    assert QApplication.focusWidget() is look.screen.people.all_came
    look.screen.people.all_came.click()
    assert {one.attended for one in look.meeting().invitees} == {Attended.CAME}
    assert look.screen.people.all_came.isHidden()
    sture = next(one for one in look.meeting().outside if one.contact_id == look.case.sture)
    look.screen.people.marks[sture.id].pill(Attended.CAME_NOT.value).click()
    assert look.meeting().outside[-1].attended is Attended.CAME_NOT
    look.store.undo()
    assert look.screen.people.marks[sture.id].current() == Attended.CAME.value


def test_a_decision_is_a_promise_of_the_plan_at_once_and_can_be_struck_out(look: Look) -> None:
    line = look.screen.decisions.line
    line.what.set_text("Skriva ett nytt schema")
    line.who.choose("mentor")
    line.decide()
    with look.store.read() as session:
        (decision,) = list_decisions(session, look.case.meeting)
        assert decision in list_commitments(session, look.case.enrolment)
    assert (decision.what, decision.origin) == ("Skriva ett nytt schema", Origin.MEETING)
    look.button(f"drop {decision.id}").click()
    assert "Skriva ett nytt schema" not in look.said()


def test_what_a_later_meeting_decided_is_not_left_from_before(look: Look, day: date) -> None:
    with look.store.write("meeting_added") as session:
        later = add_meeting(session, look.case.mentee, MeetingKind.SIP, day + timedelta(days=7))
        add_decision(session, look.case.mentee, NewDecision("Köpa busskort", Who.MENTOR), later)
    assert "Köpa busskort" not in look.said()
    assert "Ringa om intyget" in look.said()


def test_what_earlier_meetings_left_is_ticked_off_here(look: Look) -> None:
    assert "Ringa om intyget" in look.said()
    with look.store.read() as session:
        (left,) = list_commitments(session, look.case.enrolment)
    look.button(f"done {left.id}").click()
    with look.store.read() as session:
        (done,) = list_commitments(session, look.case.enrolment)
    assert done.state is CommitmentState.DONE
    assert "Ringa om intyget" not in look.said()


def test_points_are_written_reworded_and_taken_away(look: Look) -> None:
    look.say("Birk trivs på lagret")
    look.say("Bussen går för sällan")
    assert [(one.text, one.workplace_relevant) for one in look.points()] == [
        ("Birk trivs på lagret", True), ("Bussen går för sällan", True),
    ]  # fmt: skip
    first = look.screen.points.fields[0]
    first.setFocus()
    first.setPlainText("Birk trivs bra på lagret")
    look.screen.points.new.line.setFocus()
    assert [one.text for one in look.points()] == ["Birk trivs bra på lagret", "Bussen går för sällan"]
    look.button("remove 2").click()
    assert [one.text for one in look.points()] == ["Birk trivs bra på lagret"]


def test_the_class_of_a_point_decides_who_keeps_it_out_and_a_party_can_go_without(look: Look) -> None:
    look.say("Sömnen är bättre")
    (point,) = look.points()
    choice = look.screen.findChild(ClassChoice, f"class point:{point.id}")
    assert choice is not None
    next(one for one in choice.menu_of_classes().actions() if one.text() == "Hälsa").trigger()
    said = look.said()
    assert "Sture får aldrig se det" in said
    assert "samtycke saknas för Fredrika" in said
    sture = next(one for one in look.meeting().outside if one.contact_id == look.case.sture)
    look.button(f"reads {sture.id}").click()
    assert "Sture" not in "\n".join(line for line in look.said().splitlines() if "Står inte" in line)


def test_what_an_employer_sees_item_by_item_is_there_when_all_say_yes(look: Look) -> None:
    look.say("Birk trivs på lagret")
    (point,) = look.points()
    box = look.screen.findChild(TickBox, f"agreed point:{point.id}")
    assert box is not None
    assert not box.isChecked()
    box.click()
    assert f"point:{point.id}" in look.screen._shown().agreed
    assert "Står i protokollet" in look.said()


def test_somebody_who_turned_up_keeps_nothing_out_and_is_asked_about(look: Look) -> None:
    look.say("Birk trivs på lagret")
    kept = [line for line in look.said().splitlines() if "Alla säger ja" in line or "Står" in line]
    look.screen.people.new.line.setText("Alice Provledare")
    look.screen.people.new.line.returnPressed.emit()
    alice = look.meeting().outside[-1]
    assert (alice.name, alice.ad_hoc, alice.attended) == ("Alice Provledare", True, Attended.CAME)
    assert [line for line in look.said().splitlines() if "Alla säger ja" in line or "Står" in line] == kept
    look.button(f"ask {alice.id}").click()
    (sheet,) = [one for one in look.screen.window().findChildren(OralSheet) if one.isVisible()]
    assert sheet.kind is not None
    sheet.kind.choose(OrganisationKind.EMPLOYER.value)
    sheet.place.set_text("Fantasihallen")
    sheet.scope.choose({C.WORK})
    sheet.keep()
    alice = look.meeting().outside[-1]
    assert alice.told_mentee
    assert alice.organisation is not None
    assert alice.organisation.name == "Fantasihallen"


def test_the_next_day_is_kept_and_booked_like_this_one(look: Look, day: date) -> None:
    look.screen.next.on.line.setFocus()
    look.screen.next.on.set_draft((day + timedelta(days=28)).isoformat())
    look.screen.next.weeks.line.setFocus()
    assert look.meeting().next_on == day + timedelta(days=28)
    look.screen.next.weeks.line.setText("0")
    look.screen.next.on.line.setFocus()
    assert look.screen.next.weeks.fault()
    look.screen.next.weeks.line.setFocus()
    look.screen.next.weeks.line.setText("4")
    look.screen.next.on.line.setFocus()
    assert look.meeting().repeat_days == 28
    look.screen.next.book.click()
    assert look.asked == [BookingRequest(look.case.mentee, look.case.meeting, day + timedelta(days=28))]


def test_done_says_held_and_written_up_and_goes_back(look: Look, day: date) -> None:
    look.screen.finish()
    meeting = look.meeting()
    assert (meeting.status, meeting.written_up_on) == (MeetingStatus.HELD, day)
    assert next(one for one in meeting.invitees if one.is_mentor).attended is Attended.CAME
    assert look.asked == ["back"]


def test_what_is_still_ahead_was_not_held(look: Look, day: date) -> None:
    with look.store.write("meeting_added") as session:
        ahead = add_meeting(session, look.case.mentee, MeetingKind.SIP, day + timedelta(days=3))
    look.screen.open(WriteUpRequest(look.case.mentee, ahead))
    look.screen.finish()
    assert look.asked == []
    assert look.screen.strip.isVisible()


def test_the_protocol_is_asked_for_all_parties(look: Look) -> None:
    look.screen.foot.print.click()
    (asked,) = look.asked
    assert isinstance(asked, PrintRequest)
    assert (asked.template, asked.to.meeting_id, asked.to.invitee_id) == ("P08", look.case.meeting, None)


def test_a_change_to_what_is_printed_says_which_version_it_becomes(look: Look, texts: Texts) -> None:
    with look.store.write("point_added") as session:
        add_point(session, look.case.meeting, NewPoint("Bussen", workplace_relevant=True))
        log_protocol(session, look.case.meeting)
    assert texts("after.is_printed", number=2) in look.said()
    look.say("Tåget")
    assert look.meeting().protocol_version == 2
    assert texts("after.version", number=2) in look.said()


def test_a_meeting_that_is_gone_leads_back(look: Look) -> None:
    with look.store.write("meeting_removed") as session:
        remove_meeting(session, look.case.meeting)
    assert look.asked == ["back"]
