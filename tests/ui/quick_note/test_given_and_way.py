"""The note behind Mer: kinds of support, methods, FACT, topics, other actors, attempts, the mentor's own safety."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.private_notes import PrivateKind
from mentorapp.domain.sessions import Attendance, Session, SessionKind
from mentorapp.language.texts import Texts
from mentorapp.store.network import add_contact, add_organisation, list_contacts
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.profile import change_profile
from mentorapp.store.sessions import list_sessions
from mentorapp.store.store import Store
from ui.requests import NoteRequest
from ui.screens.quick_note import QuickNote
from ui.theme import Theme

AddPerson = Callable[..., UUID]
Key = Qt.Key


def contacts(store: Store, mentee: UUID) -> tuple[Session, ...]:
    with store.read() as session:
        return list_sessions(session, mentee)


def said(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_several_kinds_of_support_are_found_by_typing(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.extras.toggle.setFocus()
    hand.press(Key.Key_Space)
    hand.press(Key.Key_Tab, times=3)
    hand.words("ekonomi")
    assert QApplication.focusWidget() is note.form.extras.given.support_kinds.chip("economy")
    hand.press(Key.Key_Space)
    hand.words("cv")
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (contact,) = contacts(store, love)
    assert contact.support_kinds == ("economy", "cv")


def test_facts_three_texts_come_with_the_method_and_go_with_it(
    store: Store, note: QuickNote, add_person: AddPerson
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.extras.unfold()
    given = note.form.extras.given
    assert not given.fact_values.isVisible()
    assert not given.exercise.isVisible()
    given.methods.chip("fact").click()
    assert given.fact_values.isVisible()
    given.exercise.set_text("Livskompassen")
    given.fact_values.set_text("Frihet")
    given.topics.chip("work").click()
    note.form.extras.lines["mood_word"].set_text("Lättare")
    note.save()
    (contact,) = contacts(store, love)
    assert (contact.methods, contact.exercise, contact.fact_values) == (("fact",), "Livskompassen", "Frihet")
    assert (contact.topics, contact.mood_word) == (("work",), "Lättare")
    note.open(NoteRequest(mentee_id=love))
    given.methods.chip("fact").click()
    given.fact_values.set_text("Frihet")
    given.methods.chip("fact").click()
    note.save()
    assert contacts(store, love)[0].fact_values in ("", "Frihet")
    assert {c.fact_values for c in contacts(store, love) if not c.methods} == {""}


def test_a_talk_with_another_actor_names_the_contact_and_the_consent(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    with store.write("contact_added") as session:
        office = add_organisation(session, "Påhittade FK", OrganisationKind.SOCIAL_INSURANCE)
        siv = add_contact(session, "Siv Handläggare", organisation_id=office)
    note.open(NoteRequest(mentee_id=love, kind=SessionKind.OTHER_ACTOR))
    way = note.form.way
    assert way.contact.isVisible()
    way.contact.line.setFocus()
    hand.words("siv")
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Tab)
    hand.words("Muntligt i dag")
    note.save()
    (contact,) = contacts(store, love)
    assert (contact.kind, contact.contact_id, contact.consent_reference) == (
        SessionKind.OTHER_ACTOR,
        siv,
        "Muntligt i dag",
    )
    with store.read() as session:
        from mentorapp.store.overviews import list_lines

        assert list_lines(session)[0].last_contact_on is None


def test_somebody_new_is_made_in_the_same_write_and_undone_with_it(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any
) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love, kind=SessionKind.OTHER_ACTOR))
    note.form.way.contact.line.setFocus()
    hand.words("Ny Person")
    note.keep_draft()
    note.close_note()
    note.open(NoteRequest(mentee_id=love))
    assert note.form.way.contact.value().new_name == "Ny Person"
    note.save()
    with store.read() as session:
        assert [one.name for one in list_contacts(session)] == ["Ny Person"]
    store.undo()
    with store.read() as session:
        assert list_contacts(session) == ()


def test_an_attempt_says_how_it_was_made(store: Store, note: QuickNote, add_person: AddPerson) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love, kind=SessionKind.CONTACT_ATTEMPT))
    note.form.way.ways.pill("letter").click()
    note.save()
    (attempt,) = contacts(store, love)
    assert (attempt.kind, attempt.attempt_way) == (SessionKind.CONTACT_ATTEMPT, SessionKind.LETTER)


def test_an_unplanned_turn_out_takes_two_clicks_from_idag(store: Store, note: QuickNote, add_person: AddPerson) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))  # the first: Ny anteckning
    assert note.form.extras.unplanned.isVisible()
    note.form.extras.unplanned.click()
    note.save()
    assert contacts(store, love)[0].unplanned


def test_nobody_came_late_to_what_was_not_held(store: Store, note: QuickNote, add_person: AddPerson) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.extras.came_late.click()
    note.save()
    note.open(NoteRequest(mentee_id=love, attendance=Attendance.NO_SHOW))
    assert not note.form.extras.came_late.isVisible()
    note.save()
    assert [c.came_late for c in contacts(store, love) if c.attendance is Attendance.HELD] == [True]


def test_the_mentors_own_safety_is_private(store: Store, note: QuickNote, add_person: AddPerson) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.extras.unfold()
    note.form.extras.safety.set_text("Ensam i trappan")
    note.save()
    with store.read() as session:
        (private,) = list_private_notes(session, love)
    assert (private.kind, private.text) == (PrivateKind.SAFETY, "Ensam i trappan")
    assert contacts(store, love)[0].segments == ()


def test_words_about_health_and_home_are_not_offered_under_the_youth_duty_alone(
    note: QuickNote, add_person: AddPerson, youth_duty: UUID
) -> None:
    note.open(NoteRequest(mentee_id=add_person("Love")))
    assert "health" in note.form.extras.given.topics._chips
    note.close_note()
    note.open(NoteRequest(mentee_id=add_person("Alva", into=youth_duty)))
    assert not {"health", "economy", "family"} & set(note.form.extras.given.topics._chips)
    assert "work" in note.form.extras.given.topics._chips


def test_everything_behind_mer_is_kept_as_a_draft(store: Store, note: QuickNote, add_person: AddPerson) -> None:
    love = add_person("Love")
    note.open(NoteRequest(mentee_id=love))
    note.form.extras.given.support_kinds.chip("walk").click()
    note.form.extras.unplanned.click()
    note.form.extras.safety.set_text("Hund i hallen")
    note.close_note()
    note.open(NoteRequest(mentee_id=love))
    content = note.form.content()
    assert (content.support_kinds, content.unplanned, content.safety) == (("walk",), True, "Hund i hallen")
    assert note.form.extras.toggle.isChecked()


def test_a_line_that_is_too_long_is_refused_beside_its_field(note: QuickNote, add_person: AddPerson) -> None:
    note.open(NoteRequest(mentee_id=add_person("Love")))
    given = note.form.extras.given
    given.methods.chip("mi").click()
    given.exercise.set_text("å" * 201)
    note.save()
    assert "201 tecken" in given.exercise.fault()
    assert note.form.extras.toggle.isChecked()


def test_f36_urgent_numbers_are_one_press_away_and_judge_nothing(
    store: Store, note: QuickNote, add_person: AddPerson, hand: Any, window: QWidget
) -> None:
    with store.write("profile_changed") as session:
        change_profile(session, local_help="Socialjouren 000-00 00 00\nKvinnojouren 000-00 00 01")
    note.open(NoteRequest(mentee_id=add_person("Love")))
    hand.words("Sa något svårt.")
    note.panel.urgent.click()
    words = said(window)
    for number in ("112 vid fara för liv", "1177 för råd om vård", "Socialjouren 000-00 00 00"):
        assert number in words
    assert "bedömer ingen risk" in words
    hand.press(Key.Key_Escape)
    assert note.is_open
    assert note.form.content().text == "Sa något svårt."


def test_english_words_of_the_lists(store: Store, theme: Theme, window: QWidget, add_person: AddPerson) -> None:
    english = QuickNote(store, Texts("en"), theme, window)
    english.open(NoteRequest(mentee_id=add_person("Love")))
    assert english.form.extras.given.support_kinds.chip("economy").text() == "Money and budget"
