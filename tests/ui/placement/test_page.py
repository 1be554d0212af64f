"""The page of a placement by keyboard: hours, adaptations, what the employer may know, support, stages, the end."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mentorapp.domain.closing import Destination
from mentorapp.domain.errors import WorldFault
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.placements import EndReason, FormalOwner, PlacementType, ToldBy
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.workplace_support import (
    Adaptation,
    AdaptationLight,
    SeStage,
    StageEntry,
    SupportIntensity,
    SupportMode,
)
from mentorapp.language.texts import Texts
from mentorapp.store.adaptations import list_adaptations
from mentorapp.store.after_support import start_work
from mentorapp.store.drafts import list_drafts
from mentorapp.store.mentees import change_mentee
from mentorapp.store.network import contact_left, get_contact, list_contacts
from mentorapp.store.placements import add_placement, change_placement, remove_placement
from mentorapp.store.routines import list_routine, set_routine_item
from mentorapp.store.se_stages import list_stages
from mentorapp.store.store import Store
from mentorapp.store.support_intensities import list_support
from mentorapp.store.workplaces import add_workplace, get_workplace
from tests.conftest import StandingClock
from tests.ui.pressing import focused, press
from ui.requests import PageRequest, PlacementRequest
from ui.screens.placement.adaptation_sheet import AdaptationSheet
from ui.screens.placement.details_sheet import DetailsSheet
from ui.screens.placement.disclosure_sheet import DisclosureSheet
from ui.screens.placement.end_sheet import EndSheet
from ui.screens.placement.hours_sheet import HoursSheet
from ui.screens.placement.stage_sheet import StageSheet
from ui.screens.placement.supervisor_sheet import SupervisorSheet
from ui.screens.placement.support_sheet import SupportSheet
from ui.widgets.button import Button
from ui.widgets.form_sheet import FormSheet

from .conftest import Birk, Look, Rounds

K = Qt.Key


def needs(store: Store, birk: Birk) -> tuple[Adaptation, ...]:
    with store.read() as session:
        return list_adaptations(session, birk.placement)


def levels(store: Store, birk: Birk) -> tuple[SupportIntensity, ...]:
    with store.read() as session:
        return list_support(session, birk.placement)


def stages(store: Store, birk: Birk) -> tuple[StageEntry, ...]:
    with store.read() as session:
        return list_stages(session, birk.enrolment)


def button(parent: QWidget, words: str) -> Button:
    return next(one for one in parent.findChildren(Button) if one.text() == words)


def hours(look: Look) -> list[Decimal]:
    return [one.hours_per_week for one in look.placement().hours]


def test_the_head_says_who_where_since_when_and_by_whom(look: Look, birk: Birk) -> None:
    head = look.screen.head
    assert head.title.text() == "Birk på Fantasihallen"
    assert head.line.text() == "Arbetsträning sedan 14 september · handledare Sture Fantasi"
    head.back.click()
    assert look.asked["back_wanted"] == [()]
    head.page.click()
    assert look.asked["page_wanted"] == [(PageRequest(birk.mentee, "work"),)]


# Hours


def test_hours_step_up_from_a_day_on_in_hours_or_per_cent(look: Look, store: Store) -> None:
    card = look.screen.hours
    assert card.right is not None
    assert card.right.text() == "12 timmar i veckan nu"
    card.change.setFocus()
    press(K.Key_Space)
    sheet = look.sheet(HoursSheet)
    assert focused() is sheet.hours.line
    press("50 %")
    assert sheet.hours.hint.text() == "20 timmar i veckan är 50 procent."
    press(K.Key_Return, ctrl=True)
    assert hours(look) == [Decimal(8), Decimal(12), Decimal(20)]
    assert card.right.text() == "20 timmar i veckan nu"
    assert [step.percent for step in card.chart.curve().steps] == [20, 30, 50]
    store.undo()
    assert hours(look) == [Decimal(8), Decimal(12)]


@pytest.mark.parametrize("typed", ["", "många", "41", "-1"])
def test_hours_that_cannot_be_are_said_beside_the_field(look: Look, typed: str) -> None:
    look.screen.forms.hours()
    press(*([typed] if typed else []))
    press(K.Key_Return, ctrl=True)
    sheet = look.sheet(HoursSheet)
    assert sheet.hours.fault()
    assert sheet.hours.text() == typed
    assert len(hours(look)) == 2


def test_hours_before_the_placement_are_said_beside_the_day(look: Look, birk: Birk) -> None:
    look.screen.forms.hours()
    sheet = look.sheet(HoursSheet)
    press("20")
    sheet.day.set_day(look.placement().from_date - timedelta(days=1))
    press(K.Key_Return, ctrl=True)
    assert sheet.day.fault() == "Den dagen hade placeringen inte börjat."


def test_a_level_of_the_picture_is_moved_or_taken_away(look: Look, store: Store) -> None:
    chart = look.screen.hours.chart
    chart.setFocus()
    press(K.Key_End, K.Key_Return)
    sheet = look.sheet(HoursSheet)
    assert sheet.hours.text() == "12"
    sheet.day.line.setFocus()
    press(K.Key_PageUp)
    press(K.Key_Return, ctrl=True)
    periods = look.placement().hours
    assert [one.from_date for one in periods] == [date(2026, 9, 14), date(2026, 10, 26)]
    chart.setFocus()
    press(K.Key_End, K.Key_Return)
    button(look.sheet(HoursSheet), "Ta bort den här arbetstiden").click()
    assert hours(look) == [Decimal(8)]
    store.undo()
    assert hours(look) == [Decimal(8), Decimal(12)]


def test_more_than_full_time_together_is_asked_about_now_and_ahead(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("placement_added") as session:
        other = add_placement(
            session, birk.enrolment, birk.place, PlacementType.REGULAR_JOB, day + timedelta(days=6),
            hours_per_week=Decimal(33),
        )  # fmt: skip
    look = make(birk.request)
    many = look.screen.hours.many
    assert many.sentence() == "Från 1 december blir det 45 timmar i veckan tillsammans. Stämmer det?"
    with store.write("placement_changed") as session:
        change_placement(session, other, from_date=day - timedelta(days=1))
    assert many.sentence() == "Tillsammans blir det 45 timmar i veckan. Stämmer det?"
    with store.write("placement_removed") as session:
        remove_placement(session, other)
    assert not many.isVisible()


# Adaptations


def test_a_need_is_typed_and_enter_adds_it(look: Look, store: Store, birk: Birk) -> None:
    line = look.screen.adaptations.new
    assert line is not None
    line.setFocus()
    press("Instruktioner med bild", K.Key_Return)
    assert [one.text for one in needs(store, birk)][-1] == "Instruktioner med bild"
    assert line.line.text() == ""
    assert line.line.hasFocus()
    store.undo()
    assert len(needs(store, birk)) == 2


def test_a_need_that_sounds_like_a_diagnosis_is_pointed_out_and_not_refused(
    look: Look, store: Store, birk: Birk
) -> None:
    card = look.screen.adaptations
    assert card.new is not None
    card.new.setFocus()
    press("Har adhd")
    assert card.hint.isVisible()
    assert card.hint.text().startswith("Det låter som en diagnos.")
    press(K.Key_Return)
    assert not card.hint.isVisible()
    assert [one.text for one in needs(store, birk)][-1] == "Har adhd"


def test_the_lights_are_one_stop_that_arrows_walk_and_space_lights(look: Look, store: Store, birk: Birk) -> None:
    card = look.screen.adaptations
    first = card.light(0, AdaptationLight.AGREED)
    assert first.isChecked()
    first.setFocus()
    press(K.Key_Right)
    assert focused() is card.light(0, AdaptationLight.IN_PLACE)
    press(K.Key_Space)
    assert needs(store, birk)[0].in_place_on is not None
    assert focused() is card.light(0, AdaptationLight.IN_PLACE)
    press(K.Key_Down, K.Key_Right, K.Key_Right)
    assert focused() is card.light(1, AdaptationLight.WORKS)
    press(K.Key_Space)
    assert needs(store, birk)[1].works_on is not None
    assert card.light(1, AdaptationLight.WORKS).accessibleName() == "Lugnare plats vid lagret: fungerar"
    press(K.Key_Space)
    assert needs(store, birk)[1].works_on is None
    store.undo()
    assert needs(store, birk)[1].works_on is not None
    press(K.Key_Up, K.Key_Left, K.Key_Left, K.Key_Left)
    assert focused() is card.light(0, AdaptationLight.AGREED)
    press(K.Key_Tab)
    assert focused() is card.new.line  # type: ignore[union-attr]


def test_a_click_lights_too(look: Look, store: Store, birk: Birk) -> None:
    light = look.screen.adaptations.light(1, AdaptationLight.AGREED)
    look.screen.columns.ensureWidgetVisible(light)
    QTest.mouseClick(light, Qt.MouseButton.LeftButton)
    assert needs(store, birk)[1].agreed_on is not None


def test_the_words_of_a_need_are_changed_by_f2_and_it_can_be_no_longer_needed(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    look.screen.adaptations.light(0, AdaptationLight.AGREED).setFocus()
    press(K.Key_F2)
    sheet = look.sheet(AdaptationSheet)
    assert not sheet.words.hint.isVisible()
    press(K.Key_A, ctrl=True)
    press("Autism")
    assert sheet.words.hint.isVisible()
    press(K.Key_A, ctrl=True)
    press("En sak i taget", K.Key_Tab, K.Key_Space)
    press(K.Key_Return, ctrl=True)
    changed = next(one for one in needs(store, birk) if one.text == "En sak i taget")
    assert changed.ended_on == day
    words = [label.text() for label in look.screen.adaptations.findChildren(QLabel) if label.isVisible()]
    assert "behövs inte sedan 25 nov" in words
    store.undo()
    assert needs(store, birk)[0].text == "En uppgift i taget"


def test_a_need_without_words_is_said_beside_the_field(look: Look) -> None:
    look.screen.adaptations.light(0, AdaptationLight.AGREED).setFocus()
    press(K.Key_Return)
    sheet = look.sheet(AdaptationSheet)
    press(K.Key_A, ctrl=True)
    press(K.Key_Delete)
    press(K.Key_Return, ctrl=True)
    assert sheet.words.fault()


def test_a_double_click_or_the_menu_of_a_row_opens_its_words_and_it_is_taken_away(
    look: Look, store: Store, birk: Birk
) -> None:
    row = look.screen.adaptations._made[0]
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    look.sheet(AdaptationSheet)
    press(K.Key_Escape)
    QApplication.processEvents()
    QApplication.sendEvent(row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)))
    button(look.sheet(AdaptationSheet), "Ta bort anpassningen").click()
    assert [one.text for one in needs(store, birk)] == ["Lugnare plats vid lagret"]
    store.undo()
    assert len(needs(store, birk)) == 2


def test_a_need_half_typed_is_there_when_the_page_opens_again(
    make: Callable[..., Look], look: Look, store: Store, birk: Birk
) -> None:
    assert look.screen.adaptations.new is not None
    look.screen.adaptations.new.setFocus()
    press("Lugn")
    look.screen.open(PlacementRequest(birk.mentee, birk.placement))
    from ui.widgets.draft_keeper import keep_all

    keep_all(look.screen)
    with store.read() as session:
        (draft,) = list_drafts(session)
    assert draft.form == f"placement.new_adaptation:{birk.placement.hex}"
    again = make(birk.request)
    again.screen.open_draft(draft.form)
    assert again.screen.adaptations.new is not None
    assert again.screen.adaptations.new.line.text() == "Lugn"
    assert again.screen.adaptations.new.line.hasFocus()


def test_without_needs_the_card_says_how_to_begin(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("placement_added") as session:
        bare = add_placement(session, birk.enrolment, birk.place, PlacementType.INTERNSHIP, day)
    look = make(PlacementRequest(birk.mentee, bare))
    assert look.screen.adaptations.empty.isVisible()
    assert look.screen.support.first.text() == "Inget stöd bestämt än"
    assert look.screen.practice.empty.isVisible() is False or not look.screen.practice.facts.facts()
    look.screen.adaptations.setFocus()


# What the employer may know


def test_what_the_employer_may_know_is_written_in_the_mentees_words_with_who_told_and_when(
    look: Look, store: Store, day: date
) -> None:
    card = look.screen.disclosure
    assert card.words.text().startswith("Inget är bestämt än.")
    assert card.told.text() == "Ingen har berättat än."
    card.change.setFocus()
    press(K.Key_Return)
    sheet = look.sheet(DisclosureSheet)
    assert not sheet.told_on.isVisible()
    press("Att jag behöver en sak i taget.")
    sheet.told_by.focus()
    press(K.Key_Right)
    assert sheet.told_on.day() == day
    press(K.Key_Return, ctrl=True)
    placement = look.placement()
    assert placement.disclosure_words == "Att jag behöver en sak i taget."
    assert (placement.disclosure_told_by, placement.disclosure_told_on) == (ToldBy.MENTEE, day)
    assert card.accessibleName() == "Vad får arbetsgivaren veta? Birks ord"
    assert card.words.text() == "”Att jag behöver en sak i taget.”"
    assert card.told.text() == "Birk har berättat 25 november."
    store.undo()
    assert look.placement().disclosure_words == ""


def test_nobody_has_told_takes_the_day_away_and_a_diagnosis_is_pointed_out(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("placement_changed") as session:
        change_placement(session, birk.placement, disclosure_told_by=ToldBy.TOGETHER, disclosure_told_on=None)
    look = make(birk.request)
    assert look.screen.disclosure.told.text() == "Birk och jag har berättat"
    look.screen.forms.disclosure()
    sheet = look.sheet(DisclosureSheet)
    press("Jag har adhd")
    assert sheet.words.hint.text().startswith("Det låter som en diagnos.")
    sheet.told_by.focus()
    press("i")
    press(K.Key_Return, ctrl=True)
    assert look.placement().disclosure_told_by is ToldBy.NOBODY
    assert look.placement().disclosure_words == "Jag har adhd"


# Support


def test_support_says_how_often_what_it_was_what_is_suggested_and_which_days(look: Look, store: Store) -> None:
    card = look.screen.support
    assert card.first.text() == "Stöd: 3 besök i veckan"
    assert card.second.text() == "5 från 14 september · förslag 1 från 25 november"
    assert card.visits.text().startswith("Förslag på besök: ")


def test_the_next_level_is_filled_in_as_it_is_suggested_and_can_be_another(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    look.screen.support.change.setFocus()
    press(K.Key_Return)
    sheet = look.sheet(SupportSheet)
    assert (sheet.often.current(), sheet.day.day()) == ("1", day)
    press(K.Key_Return, ctrl=True)
    assert [one.per_week for one in levels(store, birk)] == [Decimal(5), Decimal(3), Decimal(1)]
    assert look.screen.support.first.text() == "Stöd: ett besök i veckan"
    look.screen.forms.support(levels(store, birk)[-1])
    sheet = look.sheet(SupportSheet)
    sheet.often.focus()
    press("a")
    sheet.other.line.setFocus()
    press("1,5")
    sheet.mode.focus()
    press("t")
    press(K.Key_Return, ctrl=True)
    last = levels(store, birk)[-1]
    assert (last.per_week, last.mode) == (Decimal("1.5"), SupportMode.PHONE)
    assert look.screen.support.first.text() == "Stöd: 1,5 gånger i veckan"
    store.undo()
    assert levels(store, birk)[-1].per_week == 1


@pytest.mark.parametrize("typed", ["", "ofta", "15", "1,25"])
def test_a_number_of_visits_that_cannot_be_is_said_beside_the_field(look: Look, typed: str) -> None:
    look.screen.forms.support()
    sheet = look.sheet(SupportSheet)
    sheet.often.focus()
    press("a")
    sheet.other.line.setFocus()
    press(*([typed] if typed else []))
    press(K.Key_Return, ctrl=True)
    assert sheet.other.fault()


def test_a_level_moves_to_another_day_or_is_taken_away(look: Look, store: Store, birk: Birk, day: date) -> None:
    now = levels(store, birk)[-1]
    acts = dict(look.screen._more())
    acts["Rätta stödet som gäller nu"]()
    sheet = look.sheet(SupportSheet)
    sheet.day.set_day(now.from_date + timedelta(days=7))
    press(K.Key_Return, ctrl=True)
    assert [one.from_date for one in levels(store, birk)][-1] == now.from_date + timedelta(days=7)
    look.screen.forms.support(levels(store, birk)[-1])
    button(look.sheet(SupportSheet), "Ta bort det här stödet").click()
    assert [one.per_week for one in levels(store, birk)] == [Decimal(5)]


def test_a_level_ahead_is_said_in_place_of_a_suggestion_and_faded_support_suggests_none(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    from mentorapp.store.support_intensities import set_support

    with store.write("support_set") as session:
        set_support(session, birk.placement, day + timedelta(days=9), Decimal("0.5"), SupportMode.VISITS)
    look = make(birk.request)
    assert look.screen.support.second.text() == "5 från 14 september · varannan vecka från 4 december"
    with store.write("support_set") as session:
        set_support(session, birk.placement, day, Decimal(0), SupportMode.ON_CALL)
    assert look.screen.support.first.text() == "Stöd: när det behövs"
    assert not look.screen.support.visits.isVisible()


# Stages


def test_the_stages_are_chevrons_and_enter_ends_one_today(look: Look, store: Store, birk: Birk, day: date) -> None:
    row = look.screen.stages.row
    assert [one.state.value for one in row.phases()] == ["done", "ahead", "ahead", "ahead", "current"]
    row.setFocus()
    press(K.Key_End, K.Key_Return)
    sheet = look.sheet(StageSheet)
    sheet.done.setFocus()
    press(K.Key_Space)
    assert [one.state.value for one in row.phases()][-1] == "done"
    assert stages(store, birk)[-1].to_date == day
    store.undo()
    assert stages(store, birk)[-1].to_date is None


def test_a_stage_is_begun_with_the_day_ready_and_several_go_on_at_once(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    look.screen.stages.row.setFocus()
    press(K.Key_Home, K.Key_Right, K.Key_Return)
    press(K.Key_Return, ctrl=True)
    begun = [one for one in stages(store, birk) if one.stage is SeStage.PROFILE]
    assert [one.from_date for one in begun] == [day]
    states = [one.state.value for one in look.screen.stages.row.phases()]
    assert states == ["done", "current", "ahead", "ahead", "current"]


def test_a_stage_has_both_dates_at_once_and_is_begun_again_or_taken_away(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    sheet = look.screen.forms.stage(SeStage.JOB_SEARCH)
    sheet.first.set_day(day - timedelta(days=20))
    sheet.last.set_day(day - timedelta(days=10))
    press(K.Key_Return, ctrl=True)
    (entry,) = [one for one in stages(store, birk) if one.stage is SeStage.JOB_SEARCH]
    assert (entry.from_date, entry.to_date) == (day - timedelta(days=20), day - timedelta(days=10))
    look.screen.forms.stage(SeStage.JOB_SEARCH).again.click()
    again = [one for one in stages(store, birk) if one.stage is SeStage.JOB_SEARCH]
    assert [one.to_date for one in again] == [day - timedelta(days=10), None]
    button(look.screen.forms.stage(SeStage.JOB_SEARCH), "Ta bort datumen").click()
    assert len([one for one in stages(store, birk) if one.stage is SeStage.JOB_SEARCH]) == 1


def test_a_stage_that_ends_before_it_began_is_said_beside_the_day(look: Look, day: date) -> None:
    sheet = look.screen.forms.stage(SeStage.SUPPORT)
    sheet.last.set_day(look.placement().from_date - timedelta(days=5))
    press(K.Key_Return, ctrl=True)
    assert sheet.isVisible()
    assert sheet.last.fault()


def test_what_is_to_do_in_the_stages_that_go_on_is_ticked_with_one_press(look: Look, store: Store, birk: Birk) -> None:
    card = look.screen.tasks
    assert card.right is not None
    assert card.right.text() == "4 kvar"
    assert card.boxes[0].text() == "Introduktionsdag, mentorn med"
    card.boxes[0].setFocus()
    press(K.Key_Space)
    with store.read() as session:
        done = [
            one.word.code for one in list_routine(session, birk.mentee, Checklist.SE) if one.state is ItemState.DONE
        ]
    assert done == ["first_day"]
    assert card.right.text() == "3 kvar"
    assert focused() is card.boxes[0]
    press(K.Key_Space)
    assert card.right.text() == "4 kvar"
    for box in range(4):
        card.boxes[box].click()
    assert card.right.text() == "allt klart"
    button(look.screen.forms.stage(SeStage.SUPPORT), "Ta bort datumen").click()
    assert not card.isVisible()


# Supervisor


def test_when_the_supervisor_has_left_the_page_asks_who_it_is_now(
    make: Callable[..., Look], store: Store, birk: Birk, clock: StandingClock, day: date
) -> None:
    with store.write("contact_left") as session:
        contact_left(session, birk.sture, date(2026, 11, 20))
    look = make(birk.request)
    banner = look.screen.left
    assert banner.sentence() == "Sture slutade 20 november. Vem är handledare nu?"
    banner.button.setFocus()
    press(K.Key_Return)
    sheet = look.sheet(SupervisorSheet)
    assert sheet.who.value().contact_id is None
    assert sheet.bank.isChecked()
    press("Stina Fantasi")
    press(K.Key_Return, ctrl=True)
    assert not banner.isVisible()
    assert look.screen.head.line.text().endswith("handledare Stina Fantasi")
    with store.read() as session:
        (stina,) = [one for one in list_contacts(session) if one.name == "Stina Fantasi"]
        place = get_workplace(session, birk.place)
        assert get_contact(session, birk.sture).works_until == date(2026, 11, 20)
    assert stina.organisation_id == place.organisation_id
    assert place.supervisor_id == stina.id
    store.undo()
    assert look.placement().supervisor_id == birk.sture


def test_the_supervisor_is_changed_for_this_placement_only(look: Look, store: Store, birk: Birk) -> None:
    dict(look.screen._more())["Byt handledare"]()
    sheet = look.sheet(SupervisorSheet)
    assert sheet.who.value().contact_id == birk.sture
    sheet.bank.setChecked(False)
    press(K.Key_A, ctrl=True)
    press("Åsa Ny")
    press(K.Key_Return, ctrl=True)
    assert look.placement().supervisor is not None
    assert look.placement().supervisor.name == "Åsa Ny"  # type: ignore[union-attr]
    with store.read() as session:
        assert get_workplace(session, birk.place).supervisor_id == birk.sture


# The end


def test_a_placement_ends_with_a_reason_a_day_and_a_certificate_and_goes_on_again(
    look: Look, store: Store, day: date
) -> None:
    look.screen.head.end.setFocus()
    press(K.Key_Return)
    sheet = look.sheet(EndSheet)
    press(K.Key_Return, ctrl=True)
    assert sheet.isVisible()
    shown = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert "Varför slutar placeringen? Välj det som ligger närmast." in shown
    assert any("mer än så kan jag inte säga" in one for one in shown)  # what to say when the workplace asks (F 39)
    sheet.reason.focus()
    press("n")
    sheet.certificate.setFocus()
    press(K.Key_Space)
    press(K.Key_Return, ctrl=True)
    ended = look.placement()
    assert (ended.to_date, ended.end_reason, ended.certificate_given) == (day, EndReason.NEXT_STEP, True)
    assert look.screen.head.line.text() == (
        "Arbetsträning 14 september – 25 november · handledare Sture Fantasi · Nästa steg · intyg lämnat"
    )
    assert look.screen.head.end.text() == "Slutet"
    look.screen.head.end.click()
    button(look.sheet(EndSheet), "Placeringen fortsätter").click()
    assert look.placement().to_date is None
    store.undo()
    assert look.placement().to_date == day


def test_another_reason_is_said_in_words(look: Look) -> None:
    sheet = look.screen.forms.end()
    assert not sheet.other.isVisible()
    sheet.reason.focus()
    press("an")
    assert sheet.reason.current() == EndReason.OTHER
    press(K.Key_Return, ctrl=True)
    assert sheet.other.fault()
    sheet.other.line.setFocus()
    press("Hallen brann")
    press(K.Key_Return, ctrl=True)
    assert look.placement().end_reason_other == "Hallen brann"
    assert "Hallen brann" in look.screen.head.line.text()


def test_a_last_day_before_the_first_is_said_beside_the_day(look: Look) -> None:
    sheet = look.screen.forms.end()
    sheet.reason.focus()
    press("h")
    sheet.day.set_day(look.placement().from_date - timedelta(days=1))
    press(K.Key_Return, ctrl=True)
    assert sheet.day.fault()
    assert look.placement().to_date is None


# The placement itself


def test_the_placement_is_put_right_and_its_facts_stand_on_the_page(
    look: Look, store: Store, birk: Birk, day: date
) -> None:
    facts = look.screen.practice.facts
    assert facts.facts() == (("Arbetsuppgifter", "Plocka order."), ("Så ges instruktioner", "Med bilder"))
    with store.write("workplace_added") as session:
        cafe = add_workplace(session, "Café Låtsas", town="Exempelby")
    look.screen.practice.change.setFocus()
    press(K.Key_Return)
    sheet = look.sheet(DetailsSheet)
    sheet.place.choose(cafe.hex)
    sheet.kind.choose(PlacementType.INTERNSHIP.value)
    sheet.instruction.choose("one_at_a_time")
    sheet.schedule.line.setFocus()
    press("mån och ons")
    sheet.reason.box.setFocus()
    press("Nära hem")
    sheet.owner.choose(FormalOwner.OTHER.value)
    sheet.owner.chosen.emit(FormalOwner.OTHER.value)
    sheet.owner_other.line.setFocus()
    press("Regionen")
    sheet.planned.line.setFocus()
    press("18/12")
    press(K.Key_Return, ctrl=True)
    changed = look.placement()
    assert (changed.workplace_id, changed.type) == (cafe, PlacementType.INTERNSHIP)
    assert (changed.planned_to, changed.schedule) == (date(2026, 12, 18), "mån och ons")
    assert changed.formal_owner_other == "Regionen"
    assert dict(facts.facts())["Varför just här?"] == "Nära hem"
    assert dict(facts.facts())["Vem står för placeringen?"] == "Regionen"
    assert look.screen.head.title.text() == "Birk på Café Låtsas"
    assert look.screen.head.line.text().startswith("Praktik sedan 14 september, planerat till 18 december")
    store.undo()
    assert look.screen.head.title.text() == "Birk på Fantasihallen"


def test_introduction_weeks_bring_their_end_with_them_when_the_kind_is_changed(look: Look) -> None:
    sheet = look.screen.forms.details()
    sheet.kind.choose(PlacementType.INTRO_WEEKS.value)
    assert sheet.planned.day() == look.placement().from_date + timedelta(days=13)


def test_a_planned_end_before_the_first_day_is_said_beside_it(look: Look) -> None:
    sheet = look.screen.forms.details()
    sheet.planned.set_day(look.placement().from_date - timedelta(days=1))
    press(K.Key_Return, ctrl=True)
    assert sheet.planned.fault()


def test_a_placement_with_follow_ups_stays_and_one_that_never_was_goes_and_the_page_with_it(
    followed: Look, make: Callable[..., Look], store: Store, birk: Birk, rounds: Rounds, day: date
) -> None:
    sheet = followed.screen.forms.details()
    button(sheet, "Ta bort placeringen").click()
    assert sheet.fault.sentence() == "Placeringen har uppföljningar. Avsluta den i stället."
    with store.write("placement_added") as session:
        never = add_placement(session, birk.enrolment, birk.place, PlacementType.INTERNSHIP, day)
    look = make(PlacementRequest(birk.mentee, never))
    button(look.screen.forms.details(), "Ta bort placeringen").click()
    assert look.asked["back_wanted"] == [()]
    assert look.screen.request is None
    look.screen.refresh()


def test_paid_work_asks_whether_the_goal_is_reached_until_support_has_begun(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("placement_changed") as session:
        change_placement(session, birk.placement, type=PlacementType.SUBSIDISED_JOB)
    look = make(birk.request)
    banner = look.screen.work
    assert banner.isVisible()
    banner.button.click()
    assert look.asked["page_wanted"] == [(PageRequest(birk.mentee, "closing"),)]
    with store.write("work_begun") as session:
        start_work(session, birk.enrolment, Destination.STUDIES_REGULAR, day)
    assert banner.isVisible(), "studies say nothing of work"
    with store.write("work_begun") as session:
        start_work(session, birk.enrolment, Destination.EMPLOYMENT_SUBSIDISED, day)
    assert not banner.isVisible()


@pytest.mark.parametrize(
    ("kind", "from_days", "planned", "words"),
    [
        (PlacementType.STUDY_VISIT, 2, None, "Studiebesök 27 november"),
        (PlacementType.INTERNSHIP, 5, None, "Praktik från 30 november"),
        (PlacementType.INTERNSHIP, 5, 20, "Praktik 30 november – 15 december"),
    ],
)
def test_a_placement_ahead_says_when_it_begins(
    make: Callable[..., Look], store: Store, birk: Birk, day: date, kind: PlacementType, from_days: int,
    planned: int | None, words: str,
) -> None:  # fmt: skip
    with store.write("placement_added") as session:
        ahead = add_placement(session, birk.enrolment, birk.place, kind, day + timedelta(days=from_days))
        if planned:
            change_placement(session, ahead, planned_to=day + timedelta(days=planned))
    look = make(PlacementRequest(birk.mentee, ahead))
    assert look.screen.head.line.text().startswith(words)


# Who may see where


def test_of_a_protected_person_the_place_is_not_shown_before_somebody_asks(
    make: Callable[..., Look], store: Store, birk: Birk
) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, birk.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    look = make(birk.request)
    head = look.screen.head
    shown = [label.text() for label in look.screen.findChildren(QLabel) if label.isVisible()]
    assert not any("Fantasi" in text for text in shown)
    assert head.title.text() == "Birks placering"
    assert head.protected.isVisible()
    assert not any("Sture" in action.text() for action in look.screen.agree.menu().actions())
    sheet = look.screen.forms.details()
    assert not sheet.place.isVisible()
    press(K.Key_Return, ctrl=True)
    assert look.placement().workplace_id == birk.place
    head.show_place.setFocus()
    press(K.Key_Return)
    assert head.title.text() == "Birk på Fantasihallen"
    assert not head.show_place.isVisible()
    look.screen.open(PlacementRequest(birk.mentee, UUID(int=1)))
    look.screen.open(birk.request)
    assert head.title.text() == "Birks placering"


# All of it


@pytest.mark.parametrize("size", [(1366, 768), (911, 512), (640, 800)])
def test_nothing_scrolls_sideways_in_any_width(
    make: Callable[..., Look], birk: Birk, rounds: Rounds, any_texts: Texts, size: tuple[int, int]
) -> None:
    look = make(birk.request, any_texts, size)
    inside = look.screen.columns.widget()
    assert inside is not None
    assert inside.width() <= look.screen.columns.viewport().width()
    assert look.screen.agree.fill.hasFocus()
    assert len(look.screen.regions()) == 4


def test_in_english_nothing_swedish_is_left(make: Callable[..., Look], birk: Birk, rounds: Rounds) -> None:
    look = make(birk.request, Texts("en"))
    assert look.screen.head.title.text() == "Birk at Fantasihallen"
    assert look.screen.agree.first.text() == "Different views on pace and breaks"
    assert look.screen.support.first.text() == "Support: 3 visits a week"


DRAFTS: dict[str, tuple[str, type[FormSheet]]] = {
    "details": ("note", DetailsSheet),
    "supervisor": ("bank", SupervisorSheet),
    "disclosure": ("disclosure_words", DisclosureSheet),
    "end": ("end_reason_other", EndSheet),
    "hours": ("hours_per_week", HoursSheet),
    "support": ("per_week", SupportSheet),
}


@pytest.mark.parametrize("thing", sorted(DRAFTS))
def test_what_was_begun_in_any_form_is_put_back_into_it(look: Look, store: Store, birk: Birk, thing: str) -> None:
    from mentorapp.store.drafts import keep_draft

    field, kind = DRAFTS[thing]
    form = f"placement.{thing}:{birk.placement.hex}"
    with store.write("draft_kept") as session:
        keep_draft(session, form, birk.mentee, {field: "begun" if field != "bank" else False})
    look.screen.open_draft(form)
    sheet = look.sheet(kind)
    assert sheet.values()[field] == ("begun" if field != "bank" else False)


def test_what_was_begun_about_a_part_opens_that_part_and_what_is_gone_opens_nothing(
    look: Look, store: Store, birk: Birk, rounds: Rounds
) -> None:
    placement, view = birk.placement.hex, look.screen._shown()
    parts = {
        f"hours:{placement}.{look.placement().hours[0].id.hex}": HoursSheet,
        f"support:{placement}.{levels(store, birk)[0].id.hex}": SupportSheet,
        f"adaptation:{placement}.{needs(store, birk)[1].id.hex}": AdaptationSheet,
        f"stage:{placement}.{SeStage.PROFILE.value}": StageSheet,
    }
    for form, kind in parts.items():
        look.screen.open_draft(f"placement.{form}")
        look.sheet(kind)
        press(K.Key_Escape)
        QApplication.processEvents()
    look.screen.open_draft(f"placement.follow_up:{placement}.{rounds.first.hex}")
    assert view.follow_ups
    press(K.Key_Escape)
    QApplication.processEvents()
    gone = UUID(int=9).hex
    for thing in ("hours", "support", "adaptation", "follow_up", "stage", "marks", "later"):
        look.screen.open_draft(f"placement.{thing}:{placement}.{gone}")
        assert look.sheets() == []


def test_a_supervisor_who_has_left_is_not_named_while_the_place_is_not_shown(
    make: Callable[..., Look], store: Store, birk: Birk
) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, birk.mentee, protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING)
        contact_left(session, birk.sture, date(2026, 11, 20))
    look = make(birk.request)
    assert look.screen.left.sentence() == "Handledaren slutade 20 november. Vem är handledare nu?"


def test_a_task_that_was_declined_says_so_and_is_ticked_all_the_same(
    make: Callable[..., Look], store: Store, birk: Birk
) -> None:
    with store.write("routine_set") as session:
        set_routine_item(session, birk.mentee, Checklist.SE, "fading", ItemState.DECLINED)
    look = make(birk.request)
    box = look.screen.tasks.boxes[3]
    assert not box.isChecked()
    assert box.accessibleDescription() == "tackat nej 25 nov"
    box.setFocus()
    press(K.Key_Space)
    with store.read() as session:
        states = {one.word.code: one.state for one in list_routine(session, birk.mentee, Checklist.SE)}
    assert states["fading"] is ItemState.DONE


def test_what_the_disk_does_not_take_stays_in_the_form_and_is_written_when_it_does(
    look: Look, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = look.screen.forms.disclosure()
    press("En sak i taget.")
    with monkeypatch.context() as broken:

        def refuse(_label: str) -> None:
            raise WorldFault("disk_full")

        broken.setattr(store, "write", refuse)
        press(K.Key_Return, ctrl=True)
        assert sheet.strip.isVisible()
        assert sheet.words.text() == "En sak i taget."
        assert look.placement().disclosure_words == ""
    sheet.strip.button.click()
    assert look.placement().disclosure_words == "En sak i taget."
