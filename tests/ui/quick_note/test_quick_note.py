"""The quick note by keyboard, on a real store."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.plans import Who
from mentorapp.domain.sessions import Attendance, Session, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import list_commitments
from mentorapp.store.drafts import get_draft, list_drafts
from mentorapp.store.enrolments import current_enrolment
from mentorapp.store.errors import DiskFullError
from mentorapp.store.plans import get_current_plan
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.sessions import get_session, list_sessions
from mentorapp.store.store import Store
from ui.requests import NoteRequest
from ui.screens.quick_note import QuickNote
from ui.screens.quick_note.chooser import CandidateModel
from ui.theme import Theme

AddPerson = Callable[..., UUID]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def contacts(store: Store, mentee: UUID) -> tuple[Session, ...]:
    with store.read() as session:
        return list_sessions(session, mentee)


def drafts(store: Store) -> dict[tuple[str, UUID | None], Any]:
    with store.read() as session:
        return {(d.form, d.mentee_id): d.content for d in list_drafts(session)}


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def said(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_walk_takes_at_most_25_keystrokes_besides_its_text(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, day: date
) -> None:
    add_person("Birk", "Provare")
    love = add_person("Love", "Demosson")
    hand.strokes = 2  # Ctrl+N
    note.open(NoteRequest())
    hand.letters("lov")
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Tab, times=3)
    hand.words("Gick runt sjön. Åkte hem.")
    hand.press(Key.Key_Tab, times=2)
    hand.words("Boka studiebesök på folkhögskolan")
    hand.press(Key.Key_Return, CTRL)
    assert hand.strokes <= 25
    assert hand.strokes == 13
    (walk,) = contacts(store, love)
    assert (walk.kind, walk.event_date, walk.attendance) == (SessionKind.WALK_AND_TALK, day, Attendance.HELD)
    assert [s.text for s in walk.segments] == ["Gick runt sjön. Åkte hem."]
    with store.read() as session:
        enrolment = current_enrolment(session, love)
        assert enrolment is not None
        (promise,) = list_commitments(session, enrolment.id)
    assert (promise.what, promise.who) == ("Boka studiebesök på folkhögskolan", Who.MENTOR)
    assert not note.is_open
    assert drafts(store) == {}


def test_the_booked_walk_takes_five(
    store: Store, note: QuickNote, add_person: AddPerson, book: Callable[..., UUID], hand: Any, day: date
) -> None:
    cleo = add_person("Cleo")
    booking = book(cleo, day, time(13), duration_min=45, place="Sjön", with_interpreter=True)
    hand.strokes = 1  # Skriv upp
    note.open(NoteRequest(booking_id=booking))
    hand.words("Lugn promenad.")
    hand.press(Key.Key_Tab, times=2)
    hand.words("Ringa skolan")
    hand.press(Key.Key_Return, CTRL)
    assert hand.strokes == 5
    (walk,) = contacts(store, cleo)
    assert (walk.id, walk.attendance, walk.duration_min) == (booking, Attendance.HELD, 45)
    assert (walk.place, walk.with_interpreter, walk.start_time) == ("Sjön", True, time(13))


def test_a_failed_attempt_by_phone_is_within_fifteen(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    jari = add_person("Jari", "Låtsasson")
    hand.strokes = 2
    note.open(NoteRequest())
    hand.letters("låt")
    hand.press(Key.Key_Return)
    hand.letters("t")
    hand.press(Key.Key_Tab, times=2)
    hand.letters("e")
    hand.press(Key.Key_Return, CTRL)
    assert hand.strokes <= 15
    (attempt,) = contacts(store, jari)
    assert (attempt.kind, attempt.attendance) == (SessionKind.PHONE, Attendance.NOT_REACHED)


def test_a_call_asked_for_from_idag_is_a_phone_call(store: Store, note: QuickNote, add_person: AddPerson) -> None:
    alva = add_person("Alva")
    note.open(NoteRequest(mentee_id=alva, kind=SessionKind.PHONE))
    note.save()
    assert [c.kind for c in contacts(store, alva)] == [SessionKind.PHONE]


def test_tab_goes_in_the_order_of_the_form_and_round(
    note: QuickNote, add_person: AddPerson, hand: Any, window: QWidget
) -> None:
    love = add_person("Love", steps=("Ringa trafikskolan själv",))
    note.open(NoteRequest(mentee_id=love))
    form = note.form
    names = []
    for _ in range(16):
        stop = focused()
        assert stop is not None
        names.append(stop)
        hand.press(Key.Key_Tab)
    assert names[0] is form.boxes.first.box
    assert names[2:7] == [form.next_step.line, form.who, form.step.box, form.next_contact.line, form.extras.toggle]
    assert names[7:9] == [form.extras.came_late, form.extras.unplanned]
    assert names[9:13] == [note.panel.save, note.panel.keep, note.panel.urgent, note.panel.close_button]
    assert names[13:15] == [form.chooser.line, form.when.line]
    hand.press(Key.Key_Tab, SHIFT)
    hand.press(Key.Key_Tab, SHIFT)
    assert focused() is form.when.line
    assert window.findChild(QLineEdit, "behind") not in names


def test_esc_keeps_the_draft_and_gives_the_focus_back(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, window: QWidget
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    hand.words("Halvskrivet om åsar")
    hand.press(Key.Key_Escape)
    assert not note.isVisible()
    assert focused() is window.findChild(QLineEdit, "behind")
    assert drafts(store)[("quick_note", love)]["text"] == "Halvskrivet om åsar"
    assert contacts(store, love) == ()


def test_nothing_typed_leaves_no_draft(store: Store, note: QuickNote, add_person: AddPerson, hand: Any) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    hand.words("x")
    note.keep_draft()
    assert drafts(store)
    hand.press(Key.Key_Backspace)
    note.close_note()
    assert drafts(store) == {}


def test_a_draft_is_in_the_store_within_a_second_of_the_last_key(
    qtbot: QtBot, store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    hand.words("Gick")
    qtbot.waitUntil(lambda: ("quick_note", love) in drafts(store), timeout=1000)
    assert "Utkast sparat" in said(note)


def test_a_draft_survives_a_reopened_store_and_stays_with_its_mentee(
    opened: Any, note: QuickNote, add_person: AddPerson, hand: Any, texts: Texts, theme: Theme, window: QWidget,
    passphrase: str,
) -> None:  # fmt: skip
    from mentorapp.store.opening import open_store

    love, birk = add_person("Love"), add_person("Birk")
    note.open(NoteRequest(mentee_id=love))
    hand.words("Om Love")
    hand.press(Key.Key_1, CTRL | SHIFT)
    hand.words("Sover")
    hand.press(Key.Key_6, CTRL | SHIFT)
    hand.words("Bara jag")
    note.keep_draft()
    path, clock = opened.store.path, opened.store.clock
    opened.close()
    again = open_store(path, passphrase, clock=clock)
    try:
        later = QuickNote(again.store, texts, theme, window)
        later.open(NoteRequest(mentee_id=birk))
        assert later.form.content().texts() == ()
        later.close_note()
        later.open(NoteRequest(mentee_id=love))
        content = later.form.content()
        assert content.text == "Om Love"
        assert content.boxes == ((InfoClass.HEALTH, "Sover"), (InfoClass.PRIVATE, "Bara jag"))
        assert "Utkast från i dag" in said(later)
        later.save()
        assert drafts(again.store) == {}
        with again.store.read() as session:
            assert [n.text for n in list_private_notes(session, love)] == ["Bara jag"]
        (contact,) = contacts(again.store, love)
        assert InfoClass.PRIVATE not in {s.info_class for s in contact.segments}
        later.close_note()
    finally:
        again.close()


def test_choosing_another_person_leaves_the_text_with_the_first(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love, birk = add_person("Love"), add_person("Birk")
    note.open(NoteRequest(mentee_id=love))
    hand.words("Om Love")
    note.form.chooser.line.setFocus()
    hand.letters("bi")
    hand.press(Key.Key_Return)
    assert note.form.content().text == ""
    assert "Det du skrev ligger kvar som utkast för Love." in said(note)
    assert set(drafts(store)) == {("quick_note", love)}
    note.panel.left_behind.button.click()
    assert note.form.content().text == "Om Love"
    assert set(drafts(store)) == {("quick_note", birk)}
    note.save()
    assert [s.text for s in contacts(store, birk)[0].segments] == ["Om Love"]
    assert contacts(store, love) == ()


def test_text_about_nobody_goes_with_the_choice_below_what_is_kept(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    hand.words("Först")
    note.close_note()
    note.open(NoteRequest())
    note.form.boxes.first.box.setFocus()
    hand.words("Sedan")
    note.keep_draft()
    assert ("quick_note", None) in drafts(store)
    note.form.chooser.line.setFocus()
    hand.letters("lo")
    hand.press(Key.Key_Return)
    assert note.form.content().text == "Först\nSedan"
    assert set(drafts(store)) == {("quick_note", love)}


def test_a_bookings_draft_never_meets_another_contact(
    store: Store, note: QuickNote, add_person: AddPerson, book: Callable[..., UUID], hand: Any, day: date
) -> None:
    cleo = add_person("Cleo")
    booking = book(cleo, day, time(13))
    note.open(NoteRequest(booking_id=booking))
    hand.words("Om promenaden")
    note.close_note()
    note.open(NoteRequest(mentee_id=cleo, kind=SessionKind.PHONE))
    assert note.form.content().text == ""
    note.close_note()
    note.open(NoteRequest(booking_id=booking))
    assert note.form.content().text == "Om promenaden"
    note.panel.unlink.click()
    assert note.form.content().text == "Om promenaden"
    note.save()
    with store.read() as session:
        assert get_session(session, booking).attendance is Attendance.PLANNED
    assert len(contacts(store, cleo)) == 2


def test_it_opens_for_todays_latest_booking_that_has_begun(
    note: QuickNote, add_person: AddPerson, book: Callable[..., UUID], store: Store, day: date
) -> None:
    cleo, elis = add_person("Cleo"), add_person("Elis")
    now = store.clock.now().astimezone().replace(tzinfo=None)
    book(cleo, day, (now - timedelta(hours=1)).time(), kind=SessionKind.HOME_VISIT, duration_min=30)
    book(elis, day, (now + timedelta(hours=1)).time())
    note.open(NoteRequest())
    assert note.form.chooser.mentee_id == cleo
    content = note.form.content()
    assert (content.kind, content.minutes) == (SessionKind.HOME_VISIT, "30")
    assert "Bokningen i dag" in said(note)


def test_a_saved_note_is_undone_in_one_step(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, day: date
) -> None:
    love = add_person("Love", steps=("Ringa trafikskolan själv", "Köpa boken"))
    note.open(NoteRequest(mentee_id=love))
    hand.words("Gick")
    hand.press(Key.Key_Tab, times=2)
    hand.words("Boka")
    hand.press(Key.Key_Tab, times=2)
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Space)
    hand.press(Key.Key_Tab)
    hand.words("ons 2 dec 13.00")
    hand.press(Key.Key_Return, CTRL)
    assert store.undo_label == "note_saved"
    booked, _ = contacts(store, love)
    assert (booked.event_date, booked.start_time, booked.attendance) == (
        date(2026, 12, 2),
        time(13),
        Attendance.PLANNED,
    )
    with store.read() as session:
        enrolment = current_enrolment(session, love)
        assert enrolment is not None
        plan = get_current_plan(session, enrolment.id)
    assert plan is not None
    assert [step.is_done for step in plan.goals[0].steps] == [False, True]
    store.undo()
    assert contacts(store, love) == ()
    with store.read() as session:
        plan = get_current_plan(session, enrolment.id)
        assert list_commitments(session, enrolment.id) == ()
    assert plan is not None
    assert [step.is_done for step in plan.goals[0].steps] == [False, False]
    store.redo()
    assert len(contacts(store, love)) == 2


def test_saving_twice_is_impossible(store: Store, note: QuickNote, add_person: AddPerson, hand: Any) -> None:
    love = add_person("Love")
    saved: list[object] = []
    note.saved.connect(saved.append)
    note.open(NoteRequest(mentee_id=love))
    hand.words("En gång")
    note.save()
    note.save()
    note.panel.save.click()
    assert len(saved) == len(contacts(store, love)) == 1


def test_without_a_mentee_it_asks_whom_it_is_about(
    store: Store, note: QuickNote, hand: Any, add_person: AddPerson
) -> None:
    add_person("Love")
    note.open(NoteRequest())
    note.form.boxes.first.box.setFocus()
    hand.words("Om någon")
    hand.press(Key.Key_Return, CTRL)
    assert note.form.chooser.fault() == "Vem gäller det?"
    assert focused() is note.form.chooser.line
    assert note.form.content().text == "Om någon"


def test_a_day_to_come_is_offered_as_a_booking(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, day: date
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.when.line.setFocus()
    note.form.when.line.clear()
    hand.words("i morgon 10.30")
    hand.press(Key.Key_Return, CTRL)
    assert "Det datumet har inte varit än. Är det en bokning?" in said(note)
    assert contacts(store, love) == ()
    button = next(b for b in note.stops() if b.accessibleName() == "Gör bokning")
    button.click()  # type: ignore[attr-defined]
    (booking,) = contacts(store, love)
    assert (booking.event_date, booking.start_time) == (day + timedelta(days=1), time(10, 30))
    assert booking.attendance is Attendance.PLANNED
    assert store.undo_label == "booking_made"


def test_a_date_that_is_none_stays_as_typed(store: Store, note: QuickNote, add_person: AddPerson, hand: Any) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.when.line.setFocus()
    note.form.when.line.clear()
    hand.words("31/11")
    hand.press(Key.Key_Return, CTRL)
    assert note.form.when.fault() == "Den 31/11 finns inte. Månadens sista dag är 30/11."
    assert note.form.when.line.text() == "31/11"
    assert note.is_open
    assert contacts(store, love) == ()


@pytest.mark.parametrize(("typed", "saved"), [("45", 45), ("30", 30), ("50", 50), ("120", 120), ("4", 45)])
def test_digits_choose_the_minutes(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, typed: str, saved: int
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.minutes.stop().setFocus()
    hand.letters(typed)
    hand.press(Key.Key_Return, CTRL)
    assert contacts(store, love)[0].duration_min == saved


def test_minutes_out_of_reason_are_refused_and_kept(note: QuickNote, add_person: AddPerson, hand: Any) -> None:
    note.open(NoteRequest(mentee_id=add_person("Love")))
    note.form.minutes.stop().setFocus()
    hand.letters("700")
    hand.press(Key.Key_Return, CTRL)
    assert "Tiden kan vara 0 till 600 minuter." in said(note)
    assert note.form.content().minutes == "700"
    assert note.is_open


def test_rare_kinds_and_outcomes_come_out_behind_mer(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.kind.focus()
    assert not note.form.kind.pill("video").isVisible()
    hand.letters("m")
    assert note.form.kind.value() == "walk_and_talk"
    hand.letters("v")
    hand.press(Key.Key_Tab, times=2)
    hand.letters("m")
    hand.press(Key.Key_Right)
    hand.press(Key.Key_Return, CTRL)
    (contact,) = contacts(store, love)
    assert (contact.kind, contact.attendance) == (SessionKind.VIDEO, Attendance.CANCELLED_MENTOR)


def test_where_only_the_youth_duty_holds_health_is_not_written(
    store: Store, note: QuickNote, add_person: AddPerson, youth_duty: UUID, hand: Any
) -> None:
    alva = add_person("Alva", into=youth_duty)
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=alva))
    assert "Insatsen gäller bara aktivitetsansvaret (KAA)." in said(note)
    hand.press(Key.Key_1, CTRL | SHIFT)
    assert focused() is note.form.boxes.first.box
    note.close_note()
    note.open(NoteRequest(mentee_id=love))
    hand.press(Key.Key_1, CTRL | SHIFT)
    hand.words("Sover illa")
    note.form.chooser.line.setFocus()
    hand.letters("al")
    hand.press(Key.Key_Return)
    note.panel.left_behind.button.click()
    note.save()
    assert note.is_open
    assert contacts(store, alva) == ()
    assert "Det här får inte skrivas" in said(note)
    assert "Sover illa" in note.form.content().texts()


def test_a_box_that_is_empty_goes_away_again(note: QuickNote, add_person: AddPerson, hand: Any) -> None:
    note.open(NoteRequest(mentee_id=add_person("Love")))
    hand.press(Key.Key_4, CTRL | SHIFT)
    box = focused()
    assert box is not None
    assert box.accessibleName() == "Arbetsplats"
    note.form.boxes.first.box.setFocus()
    hand.press(Key.Key_4, CTRL | SHIFT)
    assert note.form.content().boxes == ()
    hand.press(Key.Key_Tab)
    hand.press(Key.Key_Right, times=2)
    hand.press(Key.Key_Return)
    box = focused()
    assert box is not None
    assert box.accessibleName() == "Familj och boende"


def test_a_full_disk_keeps_the_text_and_offers_to_try_again(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    hand.words("Viktigt")

    def full(*_: object) -> UUID:
        raise DiskFullError

    with monkeypatch.context() as world:
        world.setattr("ui.screens.quick_note.note.write_up", full)
        world.setattr("ui.screens.quick_note.note.keep_draft", full)
        hand.press(Key.Key_Return, CTRL)
        assert "Disken är full. Anteckningen finns kvar här." in said(note)
        hand.press(Key.Key_Escape)
        assert note.is_open
        assert note.form.content().text == "Viktigt"
    note.panel.strip.button.click()
    assert ("quick_note", love) in drafts(store)
    note.save()
    assert [s.text for s in contacts(store, love)[0].segments] == ["Viktigt"]


def test_a_fault_while_saving_is_tried_again_as_saving(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    hand.words("Viktigt")

    def full(*_: object) -> UUID:
        raise DiskFullError

    with monkeypatch.context() as world:
        world.setattr("ui.screens.quick_note.note.write_up", full)
        note.save()
    assert note.panel.strip.isVisible()
    note.panel.strip.button.click()
    assert len(contacts(store, love)) == 1


def test_another_mentees_name_is_told_after_saving(note: QuickNote, add_person: AddPerson, hand: Any) -> None:
    add_person("Birk", "Provare")
    asked: list[str] = []
    note.asked.connect(asked.append)
    note.open(NoteRequest(mentee_id=add_person("Love")))
    hand.words("Mötte Birk.")
    assert asked == []
    note.save()
    assert asked == [
        "I anteckningen står Birk, som en annan deltagare också heter. Skriv hellre en roll, till exempel en vän."
    ]


def test_the_foot_says_who_shall_be_able_to_read(note: QuickNote, add_person: AddPerson) -> None:
    note.open(NoteRequest(mentee_id=add_person("Love", "Demosson")))
    assert "Skriv så att Love kan läsa." in said(note)


def test_place_distance_and_mood_are_folded_away_and_saved(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    extras = note.form.extras
    assert not extras.place.isVisible()
    extras.toggle.click()
    extras.place.line.setFocus()
    hand.words("Sjön")
    hand.press(Key.Key_Tab)
    hand.words("2,5")
    hand.press(Key.Key_Tab)
    hand.words("4")
    hand.press(Key.Key_Tab)
    hand.words("11")
    note.save()
    assert extras.mood_out.fault() == "Måendet kan vara 0 till 10."
    extras.mood_out.set_text("7")
    note.save()
    (walk,) = contacts(store, love)
    assert (walk.place, str(walk.distance_km), walk.mood_in, walk.mood_out) == ("Sjön", "2.5", 4, 7)
    note.open(NoteRequest(mentee_id=love))
    extras.unfold()
    extras.place.line.setFocus()
    hand.words("S")
    assert extras.place.text() == "Sjön"


def test_no_place_is_remembered_of_a_protected_person(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    gry = add_person("Gry", protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING)
    note.open(NoteRequest(mentee_id=gry))
    note.form.extras.unfold()
    assert "Skyddade uppgifter: skriv helst ingen plats." in said(note)


def test_somebody_else_who_does_it_needs_a_name(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.next_step.line.setFocus()
    hand.words("Ringa")
    hand.press(Key.Key_Tab)
    hand.press(Key.Key_Down, times=2)
    note.save()
    assert note.form.who_name.fault() == "Vem gör det här? Skriv ett namn."
    hand.words("Siv")
    note.save()
    with store.read() as session:
        enrolment = current_enrolment(session, love)
        assert enrolment is not None
        (promise,) = list_commitments(session, enrolment.id)
    assert (promise.who, promise.who_name) == (Who.CONTACT, "Siv")


def test_a_text_that_is_too_long_is_refused_and_kept(note: QuickNote, add_person: AddPerson) -> None:
    note.open(NoteRequest(mentee_id=add_person("Love")))
    note.form.next_step.line.setText("å" * 1000)
    note.save()
    assert note.form.next_step.fault() == "Texten är 1000 tecken. Här får det plats 200, korta den."
    assert note.form.next_step.text() == "å" * 1000


def test_hostile_text_is_kept_and_drawn_as_it_stands(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    name = "<b>Bo</b> & \u202eabc 🙂"
    bo = add_person(name)
    note.open(NoteRequest())
    hand.letters("<b")
    hand.press(Key.Key_Return)
    assert note.form.chooser.mentee_id == bo
    text = "<script>å</script> & \u202e 🙂 \x07"
    note.form.boxes.first.box.setPlainText(text)
    note.save()
    assert note.form.boxes.first.fault().startswith("Texten har tecken som inte syns.")
    note.form.boxes.first.box.setPlainText(text.replace("\x07", ""))
    note.save()
    assert contacts(store, bo)[0].segments[0].text == "<script>å</script> & \u202e 🙂"
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in note.findChildren(QLabel))


def test_the_chooser_finds_by_alias_and_without_dots_and_gives_up(
    note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    jari = add_person("Jari", "Låtsasson", display_alias="CU 590")
    add_person("Love")
    note.open(NoteRequest())
    hand.letters("xyz")
    assert note.form.chooser.fault() == "Ingen heter så. Titta på stavningen."
    hand.press(Key.Key_Escape)
    assert note.is_open
    hand.letters("cu5")
    hand.press(Key.Key_Return)
    assert note.form.chooser.mentee_id == jari
    note.form.chooser.line.setFocus()
    hand.letters("lat")
    assert note.form.chooser.list.isVisible()
    hand.press(Key.Key_Escape)
    assert not note.form.chooser.list.isVisible()
    hand.press(Key.Key_Return)
    assert note.form.chooser.mentee_id == jari


def test_the_list_of_people_is_a_sound_model(qtbot: QtBot, store: Store, texts: Texts, add_person: AddPerson) -> None:
    from ui.screens.quick_note.reading import list_candidates

    add_person("Love", birth_year=2006)
    add_person("Birk")
    model = CandidateModel(texts)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    with store.read() as session:
        model.set_rows(list_candidates(session))
    assert model.rowCount() == 2
    assert model.index(1, 0).data() == "Love"
    model.set_rows(())
    assert tester.model() is model


def test_every_place_for_the_focus_has_a_name(note: QuickNote, add_person: AddPerson) -> None:
    note.open(NoteRequest(mentee_id=add_person("Love", steps=("Ringa",))))
    note.form.extras.unfold()
    note.form.boxes.add(InfoClass.HEALTH)
    assert [type(w) for w in note.stops() if w.isVisible() and not w.accessibleName()] == []


@pytest.mark.parametrize(("width", "height", "percent"), [(911, 512, 100), (1366, 741, 200), (700, 900, 150)])
def test_it_fits_small_windows_and_large_text(
    note: QuickNote, add_person: AddPerson, window: QWidget, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    window.resize(width, height)
    note.open(NoteRequest(mentee_id=add_person("Love")))
    QApplication.processEvents()
    assert note.rect().contains(note.panel.geometry())
    save, foot = note.panel.save, note.panel.save.parentWidget()
    assert foot is not None
    assert note.panel.rect().contains(save.geometry().translated(foot.mapTo(note.panel, QPoint(0, 0))))
    assert note.panel.area.horizontalScrollBar().maximum() == 0


def test_a_draft_that_cannot_be_found_is_no_draft(store: Store, note: QuickNote, add_person: AddPerson) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.close_note()
    with store.read() as session:
        assert get_draft(session, "quick_note", love) is None
