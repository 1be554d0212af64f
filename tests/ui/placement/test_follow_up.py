"""How it goes at the workplace: written down in three voices, by form or by word of mouth, and shown as two voices."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scales import Respondent
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.workplace_support import AnswersBy, FollowUpForm, WorkplaceFollowUp
from mentorapp.exchange.addressees import To
from mentorapp.language.texts import Texts
from mentorapp.store.adaptations import list_adaptations
from mentorapp.store.drafts import list_drafts
from mentorapp.store.follow_ups import list_follow_ups
from mentorapp.store.placements import add_placement
from mentorapp.store.scale_definitions import get_scale, list_scales, set_scale_in_use
from mentorapp.store.scale_responses import list_placement_responses, list_responses
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from mentorapp.store.workplaces import get_workplace
from tests.ui.pressing import close_popup, focused, press
from ui.requests import PlacementRequest, PrintRequest
from ui.screens.placement.follow_up_sheet import FollowUpSheet
from ui.widgets.scale_entry import AnsweredSheet, ScaleSheet

from .conftest import OTHER, OWN, Birk, Look, Rounds, fill

K = Qt.Key


def follow_ups(store: Store, birk: Birk) -> tuple[WorkplaceFollowUp, ...]:
    with store.read() as session:
        return list_follow_ups(session, birk.placement)


def type_marks(count: int = 10) -> None:
    """Two digits and Enter for each line, as from a paper."""
    for number in range(count):
        press(str(40 + number), K.Key_Return)


def test_a_follow_up_by_word_of_mouth_takes_six_strokes_and_a_text_at_most(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    assert focused() is look.screen.agree.fill
    strokes = press(K.Key_Return)
    press("m")
    strokes += 1
    strokes += press(K.Key_Tab)
    press("Det går bra på lagret.")
    strokes += press(K.Key_Return, ctrl=True)
    assert strokes <= 6
    (said,) = follow_ups(store, birk)
    assert (said.oral_instead, said.mentee_words, said.event_date) == (True, "Det går bra på lagret.", day)
    assert not look.sheets()
    assert look.screen.log.made[0].title.text() == "Muntligt · 25 november"
    store.undo()
    assert follow_ups(store, birk) == ()


def test_word_of_mouth_without_a_word_is_said_beside_the_field(look: Look, store: Store, birk: Birk) -> None:
    press(K.Key_Return, "m")
    press(K.Key_Return, ctrl=True)
    sheet = look.sheet(FollowUpSheet)
    assert sheet.mentee_words.fault()
    assert focused() is sheet.mentee_words.box
    assert follow_ups(store, birk) == ()


def test_three_voices_who_was_there_what_was_agreed_and_when_next(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    press(K.Key_Return, "m")
    sheet = look.sheet(FollowUpSheet)
    sheet.present.line.setFocus()
    press("Birk, Sture och jag")
    sheet.form.focus()
    press("t")
    sheet.mentee_words.box.setFocus()
    press("Jag hinner inte.", K.Key_Tab, "Han kan mer än han tror.", K.Key_Tab, "Stress vid porten.")
    press(K.Key_Tab, "Kortare pass", K.Key_Return, "Lugnare plats")
    sheet.next_on.line.setFocus()
    press("2/12")
    press(K.Key_Return, ctrl=True)
    (said,) = follow_ups(store, birk)
    assert (said.form, said.present) == (FollowUpForm.PHONE, "Birk, Sture och jag")
    assert (said.mentee_words, said.supervisor_words) == ("Jag hinner inte.", "Han kan mer än han tror.")
    assert (said.observations, said.next_on) == ("Stress vid porten.", date(2026, 12, 2))
    assert said.keep_from_employer
    with store.read() as session:
        needs = [one.text for one in list_adaptations(session, birk.placement) if one.agreed_on == day]
        assert get_workplace(session, birk.place).last_contacted == day
    assert needs[-2:] == ["Kortare pass", "Lugnare plats"]
    assert look.screen.log.right is not None
    assert look.screen.log.right.text() == "Nästa onsdag 2 december"
    assert look.screen.agree.second.text() == "Nästa uppföljning onsdag 2 december."


def test_what_was_agreed_need_not_become_adaptations_and_the_view_may_be_shown(
    look: Look, store: Store, birk: Birk
) -> None:
    press(K.Key_Return, "m")
    sheet = look.sheet(FollowUpSheet)
    sheet.observations.box.setFocus()
    press("Bra.", K.Key_Tab, "Ring på fredag", K.Key_Tab, K.Key_Space)
    assert not sheet.as_adaptations.isChecked()
    sheet.keep_away.setFocus()
    press(K.Key_Space)
    press(K.Key_Return, ctrl=True)
    (said,) = follow_ups(store, birk)
    assert (said.agreed_changes, said.keep_from_employer) == ("Ring på fredag", False)
    with store.read() as session:
        assert "Ring på fredag" not in [one.text for one in list_adaptations(session, birk.placement)]


def test_a_need_that_sounds_like_a_diagnosis_is_pointed_out_beside_what_was_agreed(look: Look) -> None:
    press(K.Key_Return)
    sheet = look.sheet(FollowUpSheet)
    sheet.agreed.box.setFocus()
    press("Lugnt på grund av adhd")
    assert sheet.agreed.hint.text() == look.screen._texts("placement.diagnosis")
    sheet.agreed.set_text("Lugnt")
    sheet.agreed.edited.emit()
    assert sheet.agreed.hint.text() == look.screen._texts("placement.agreed_hint")


def test_both_forms_are_entered_one_after_the_other_and_shown_as_two_voices(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    press(K.Key_Return)
    assert look.sheet(FollowUpSheet).ready.text() == "Spara och fyll i kryss"
    press(K.Key_Return, ctrl=True)
    own = look.sheet(ScaleSheet)
    assert "Birk" in own.accessibleName()
    type_marks()
    press(K.Key_Return, ctrl=True)
    other = look.sheet(ScaleSheet)
    assert other is not own
    assert "Sture" in other.accessibleName()
    type_marks()
    press(K.Key_Return, ctrl=True)
    assert not look.sheets()
    with store.read() as session:
        responses = list_placement_responses(session, birk.placement)
    (said,) = follow_ups(store, birk)
    assert {one.respondent for one in responses} == {Respondent.MENTEE, Respondent.SUPERVISOR}
    assert {one.follow_up_id for one in responses} == {said.id}
    assert {one.respondent: one.contact_id for one in responses}[Respondent.SUPERVISOR] == birk.sture
    assert {one.event_date for one in responses} == {day}
    assert look.screen.voices.isVisible()
    assert look.screen.voices.accessibleName() == "Uppföljning 25 november · två röster"
    assert look.screen.agree.first.text() == "Ni ser det ungefär lika."


def test_a_form_that_is_left_is_awaited_and_filled_in_from_the_log(look: Look, store: Store, birk: Birk) -> None:
    press(K.Key_Return)
    press(K.Key_Return, ctrl=True)
    press(K.Key_Escape)
    QApplication.processEvents()
    row = look.screen.log.made[0]
    assert "väntar på Birk och Sture" in row.second.text()
    fill_button = next(one for one in row.findChildren(type(look.screen.agree.fill)) if one.text() == "Fyll i")
    fill_button.setFocus()
    press(K.Key_Space)
    type_marks()
    press(K.Key_Return, ctrl=True)
    press(K.Key_Escape)
    QApplication.processEvents()
    assert "väntar på Sture" in look.screen.log.made[0].second.text()
    assert look.screen.agree.first.text() == "Väntar på svar från Sture."
    assert look.screen.voices.accessibleName() == "Uppföljning 25 november · Birk"
    look.screen.log.fill_wanted.emit(follow_ups(store, birk)[0])
    assert "Sture" in look.sheet(ScaleSheet).accessibleName()


@pytest.mark.parametrize(
    ("letter", "by", "name"), [("b", AnswersBy.MENTEE, "Birk"), ("s", AnswersBy.SUPERVISOR, "Sture")]
)
def test_answers_of_one_ask_for_that_form_only(
    look: Look, store: Store, birk: Birk, letter: str, by: AnswersBy, name: str
) -> None:
    press(K.Key_Return, letter)
    if letter == "b" and look.sheet(FollowUpSheet).answers.current() != by:
        press(letter)
    press(K.Key_Return, ctrl=True)
    assert name in look.sheet(ScaleSheet).accessibleName()
    type_marks()
    press(K.Key_Return, ctrl=True)
    assert not look.sheets()
    assert follow_ups(store, birk)[0].answers_by is by


def test_the_newest_round_stands_there_and_what_they_see_differently_is_said(followed: Look, rounds: Rounds) -> None:
    voices, agree = followed.screen.voices, followed.screen.agree
    assert voices.right is not None
    assert voices.right.text() == "Omgång 2 av 2"
    assert [row.code for row in voices.asked.differing] == ["pace", "breaks"]
    assert agree.first.text() == "Olika syn på tempo och raster"
    assert agree.second.text() == "Ta upp det onsdag 2 december."
    assert voices.asked.earlier_on is not None
    voices.before.setFocus()
    press(K.Key_Space)
    assert voices.right.text() == "Omgång 1 av 2"
    assert agree.first.text() == "Ni ser det ungefär lika."
    assert voices.asked.earlier_on is None
    assert not voices.before.isEnabled()
    voices.after.click()
    assert voices.right.text() == "Omgång 2 av 2"


def test_the_picture_has_a_table_that_says_the_same(followed: Look) -> None:
    voices = followed.screen.voices
    voices.as_table.setFocus()
    press(K.Key_Space)
    assert voices.table.isVisible()
    assert not voices.chart.isVisible()
    cells = [voices.table.item(row, 0) for row in range(voices.table.rowCount())]
    assert "Tempo" in [cell.text() for cell in cells if cell is not None]


def test_without_a_day_ahead_it_is_brought_up_the_next_time(
    make: Callable[..., Look], store: Store, birk: Birk, rounds: Rounds, day: date
) -> None:
    from mentorapp.store.follow_ups import change_follow_up

    with store.write("follow_up_changed") as session:
        change_follow_up(session, rounds.second, next_on=None)
    assert make(birk.request).screen.agree.second.text() == "Ta upp det nästa gång ni ses."


def test_a_blank_form_is_printed_for_the_one_who_is_to_fill_it_in(look: Look, store: Store, birk: Birk) -> None:
    look.screen.agree.blank.setFocus()
    press(K.Key_Space)
    close_popup()
    actions = look.screen.agree.menu().actions()
    assert [action.text() for action in actions] == [
        "Till Birk: Så har jag det på jobbet",
        "Till Sture: Så går det på arbetsplatsen",
    ]
    for action in actions:
        action.trigger()
    with store.read() as session:
        own, other = get_scale(session, OWN).id, get_scale(session, OTHER).id
    assert look.asked["print_wanted"] == [
        (PrintRequest(birk.mentee, template="P04", about=own),),
        (PrintRequest(birk.mentee, template="P04", about=other, to=To(contact_id=birk.sture)),),
    ]


def test_ctrl_p_prints_the_round_that_is_shown_and_before_the_first_the_blank_form(
    look: Look, followed: Look, birk: Birk, rounds: Rounds
) -> None:
    followed.screen.ask_print()
    followed.screen.voices.print.click()
    filled = (PrintRequest(birk.mentee, template="P05", about=rounds.second),)
    assert followed.asked["print_wanted"] == [filled, filled]


def test_before_the_first_round_ctrl_p_is_the_mentees_blank_form(look: Look, store: Store, birk: Birk) -> None:
    look.screen.ask_print()
    with store.read() as session:
        own = get_scale(session, OWN).id
    assert look.asked["print_wanted"] == [(PrintRequest(birk.mentee, template="P04", about=own),)]
    assert look.screen.agree.first.text() == "Ingen blankett ifylld än."


def test_forms_of_no_follow_up_are_a_round_too_and_print_as_a_form(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    key = fill(store, birk, OTHER, day - timedelta(days=2), None)
    look = make(birk.request)
    assert look.screen.voices.accessibleName() == "Uppföljning 23 november · Sture"
    assert look.screen.agree.first.text() == "Väntar på svar från Birk."
    look.screen.ask_print()
    assert look.asked["print_wanted"] == [(PrintRequest(birk.mentee, template="P05", about=key),)]


def test_crosses_are_put_right_and_a_form_is_voided_from_the_menu_of_its_row(
    followed: Look, store: Store, birk: Birk, rounds: Rounds
) -> None:
    log = followed.screen.log
    acts = dict(log._acts(followed.screen._shown().follow_ups[0]))
    assert list(acts) == [
        "Ändra",
        "Ändra Birks kryss",
        "Ändra Stures kryss",
        "Makulera Birks blankett",
        "Makulera Stures blankett",
        "Skriv ut ifylld blankett",
    ]
    acts["Ändra Stures kryss"]()
    sheet = followed.sheet(ScaleSheet)
    assert sheet.entry.form.response is not None
    press(K.Key_Escape)
    QApplication.processEvents()
    acts["Makulera Stures blankett"]()
    sheet = followed.sheet(AnsweredSheet)
    assert QApplication.focusWidget() is sheet.reason.line
    sheet.void_now.click()
    assert sheet.reason.fault() == "Skriv kort varför. Skattningen finns kvar att se."
    press("Fel dag")
    sheet.void_now.click()
    with store.read() as session:
        (voided,) = [one for one in list_responses(session, birk.mentee, voided=True) if one.voided_on]
    assert (voided.respondent, voided.void_reason) == (Respondent.SUPERVISOR, "Fel dag")
    assert followed.screen.voices.accessibleName() == "Uppföljning 20 november · Birk"
    store.undo()
    assert followed.screen.voices.accessibleName() == "Uppföljning 20 november · två röster"
    acts["Skriv ut ifylld blankett"]()
    assert followed.asked["print_wanted"][-1] == (PrintRequest(birk.mentee, template="P05", about=rounds.second),)


def test_the_log_says_who_was_there_and_has_the_visits_of_the_period(
    make: Callable[..., Look], store: Store, birk: Birk, rounds: Rounds, day: date
) -> None:
    def visit(days: int, attendance: Attendance = Attendance.HELD, minutes: int | None = 45) -> UUID:
        return add_session(
            session,
            NewSession(
                mentee_id=birk.mentee, kind=SessionKind.WORKPLACE_VISIT, event_date=day - timedelta(days=days),
                attendance=attendance, duration_min=minutes,
            ),
        )  # fmt: skip

    with store.write("note_saved") as session:
        before = visit(100)
        held = visit(3)
        visit(8, Attendance.NO_SHOW, None)
        visit(-4, Attendance.PLANNED)
        for days in (20, 30, 35):
            visit(days)
    look = make(birk.request)
    log = look.screen.log
    titles = [row.title.text() for row in log.made]
    assert titles[:2] == ["Besök på arbetsplatsen · 22 november", "Besök · 20 november"]
    assert log.made[1].second.text().startswith("Med: Birk, Sture och jag")
    assert log.made[2].second.text() == "Utebliven"
    assert len(log.made) == 4
    log.more.setFocus()
    press(K.Key_Space)
    assert len(log.made) == 7
    log.made[0].action.setFocus()  # type: ignore[union-attr]
    press(K.Key_Return)
    assert look.asked["session_opened"] == [(birk.mentee, held)]
    assert before not in [one.id for one in look.screen._shown().visits]


def test_enter_on_a_follow_up_opens_it_and_it_is_changed_or_taken_away(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    press(K.Key_Return, "m", K.Key_Tab, "Bra.")
    press(K.Key_Return, ctrl=True)
    look.screen.log.made[0].action.setFocus()  # type: ignore[union-attr]
    press(K.Key_Return)
    sheet = look.sheet(FollowUpSheet)
    assert sheet.is_oral
    assert not sheet.as_adaptations.isVisible()
    sheet.supervisor_words.box.setFocus()
    press("Vi är nöjda.")
    press(K.Key_Return, ctrl=True)
    assert follow_ups(store, birk)[0].supervisor_words == "Vi är nöjda."
    look.screen.forms.follow_up(follow_ups(store, birk)[0])
    remove = next(
        one for one in look.sheet(FollowUpSheet).findChildren(type(look.screen.agree.fill)) if "Ta bort" in one.text()
    )
    remove.click()
    assert follow_ups(store, birk) == ()


def test_a_follow_up_with_forms_stays_and_says_why(followed: Look, store: Store, birk: Birk) -> None:
    followed.screen.forms.follow_up(followed.screen._shown().follow_ups[0])
    sheet = followed.sheet(FollowUpSheet)
    remove = next(one for one in sheet.findChildren(type(sheet.ready)) if "Ta bort" in one.text())
    remove.click()
    assert sheet.fault.sentence() == "Det hör ifyllda blanketter till uppföljningen. Makulera dem först."
    assert len(follow_ups(store, birk)) == 2


def test_two_weeks_of_introduction_end_by_themselves_and_have_the_supervisors_evaluation(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("placement_added") as session:
        intro = add_placement(
            session, birk.enrolment, birk.place, PlacementType.INTRO_WEEKS, day - timedelta(days=12),
            hours_per_week=Decimal(10),
        )  # fmt: skip
    look = make(PlacementRequest(birk.mentee, intro))
    assert look.screen.head.line.text().startswith("Introduktionsveckor sedan 13 november, planerat till 26 november")
    assert "Till Sture: Efter två veckors introduktion" in [one.text() for one in look.screen.agree.menu().actions()]
    press(K.Key_Return)
    sheet = look.sheet(FollowUpSheet)
    assert sheet.answers.current() == AnswersBy.SUPERVISOR
    assert not sheet.answers.pill(AnswersBy.MENTEE).isEnabled()
    press(K.Key_Return, ctrl=True)
    entry = look.sheet(ScaleSheet)
    assert entry.entry.form.definition.code == "intro_weeks"
    type_marks(len(entry.entry.form.definition.items))
    press(K.Key_Return, ctrl=True)
    assert look.screen.voices.accessibleName() == "Uppföljning 25 november · Sture"
    assert look.screen.voices.asked.other_on == day


def test_where_no_form_is_in_use_one_can_only_talk(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("scale_put_away") as session:
        for code in (OWN, OTHER):
            set_scale_in_use(session, code, False)
        assert OWN not in [one.code for one in list_scales(session)]
    look = make(birk.request)
    assert not look.screen.agree.blank.isEnabled()
    look.screen.ask_print()
    assert look.asked["print_wanted"] == []
    press(K.Key_Return)
    assert look.sheet(FollowUpSheet).is_oral
    press(K.Key_Tab, "Bra.")
    press(K.Key_Return, ctrl=True)
    assert follow_ups(store, birk)[0].oral_instead


def test_a_follow_up_half_written_and_crosses_half_entered_are_there_again(
    make: Callable[..., Look], look: Look, store: Store, birk: Birk, texts: Texts
) -> None:
    press(K.Key_Return, "m", K.Key_Tab, "Halvt")
    press(K.Key_Escape)
    with store.read() as session:
        (draft,) = list_drafts(session)
    assert draft.form == f"placement.follow_up:{birk.placement.hex}"
    assert draft.mentee_id == birk.mentee
    again = make(birk.request)
    again.screen.open_draft(draft.form)
    assert again.sheet(FollowUpSheet).mentee_words.text() == "Halvt"
    press(K.Key_Return, ctrl=True)
    again.screen.forms.follow_up()
    press(K.Key_Return, ctrl=True)
    press("44", K.Key_Return, "45")
    press(K.Key_Escape)
    with store.read() as session:
        (marks,) = [one for one in list_drafts(session) if one.form.startswith("placement.marks:")]
    third = make(birk.request)
    third.screen.open_draft(marks.form)
    assert third.sheet(ScaleSheet).entry.lines.rows[0].state.typed == "44"
