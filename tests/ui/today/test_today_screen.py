"""Idag by keyboard, on a real store."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.plans import CommitmentState, Who
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import add_commitment, list_commitments
from mentorapp.store.drafts import get_draft, keep_draft
from mentorapp.store.plans import add_goal, add_plan
from mentorapp.store.sessions import add_session
from mentorapp.store.settings import change_setting
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store
from ui.requests import DraftRequest, NoteRequest, PageRequest
from ui.screens.today import TodayScreen
from ui.screens.today.group import Entry, Group
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.row import Row
from ui.widgets.tick_box import TickBox

AddPerson = Callable[..., tuple[UUID, UUID]]
Open = Callable[..., TodayScreen]


@pytest.fixture
def open_today(qtbot: QtBot, store: Store, texts: Texts, theme: Theme) -> Open:
    """The screen in a window of the usual size, with the first focus set."""

    def show(width: int = 1366, height: int = 714) -> TodayScreen:
        screen = TodayScreen(store, texts, theme)
        store.on_change(screen.note_change)
        qtbot.addWidget(screen)
        theme.dress(screen)
        screen.resize(width, height)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.focus_first()
        return screen

    return show


def book(store: Store, mentee: UUID, on: date, at: time | None = None, **details: Any) -> UUID:
    kind = details.pop("kind", SessionKind.WALK_AND_TALK)
    with store.write("booking_made") as session:
        new = NewSession(
            mentee_id=mentee, kind=kind, event_date=on, start_time=at, attendance=Attendance.PLANNED, **details
        )
        return add_session(session, new)


def talk(store: Store, mentee: UUID, on: date, **details: Any) -> None:
    with store.write("note_saved") as session:
        add_session(session, NewSession(mentee_id=mentee, kind=SessionKind.PHONE, event_date=on, **details))


def groups(screen: TodayScreen) -> dict[str, Group]:
    return {group.key: group for group in screen.findChildren(Group) if not group.isHidden()}


def said(screen: QWidget) -> str:
    """Everything that can be read on it, in no order."""
    labels = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    boxes = [f"{box.text()} {box.accessibleDescription()}" for box in screen.findChildren(TickBox) if box.isVisible()]
    return " | ".join(labels + boxes)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def focused_name() -> str:
    focused = QApplication.focusWidget()
    return "" if focused is None else focused.accessibleName()


def test_the_very_first_time_it_asks_for_a_mentee(qtbot: QtBot, open_today: Open) -> None:
    screen = open_today()
    assert "Lägg till din första deltagare." in said(screen)
    with qtbot.waitSignal(screen.new_mentee_wanted):
        press(Qt.Key.Key_Space)


def test_an_empty_day_offers_a_note(qtbot: QtBot, open_today: Open, add_person: AddPerson) -> None:
    add_person("Alva", began=1)
    screen = open_today()
    assert "Inget väntar på dig just nu." in said(screen)
    with qtbot.waitSignal(screen.note_wanted) as asked:
        press(Qt.Key.Key_Space)
    assert asked.args == [NoteRequest()]


def test_names_are_hidden_until_shown_and_again_at_lock(
    open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, _ = add_person("Cleo", "Fiktiv", display_alias="RX 853")
    book(store, mentee, day, time(13), duration_min=45)
    screen = open_today()
    assert "RX 853" in said(screen)
    assert "Cleo" not in said(screen)
    next(b for b in screen.findChildren(Button) if b.text() == "Visa namn").click()
    assert "Cleo Fiktiv" in said(screen)
    screen.hide_names()
    assert "Cleo" not in said(screen)


def test_the_booking_of_the_day_is_written_up_with_space_and_opened_with_enter(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, _ = add_person("Cleo")
    booking = book(store, mentee, day, time(13))
    screen = open_today()
    assert focused_name().startswith("Skriv upp")
    with qtbot.waitSignal(screen.note_wanted) as asked:
        press(Qt.Key.Key_Space)
    assert asked.args == [NoteRequest(mentee_id=mentee, booking_id=booking)]
    with qtbot.waitSignal(screen.mentee_opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [mentee]


def test_the_booking_that_comes_next_has_the_ground_of_now(
    open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, _ = add_person("Cleo")
    local = datetime(day.year, day.month, day.day, 12).astimezone()
    for hours in (-2, 1, 3):
        book(store, mentee, day, (local + timedelta(hours=hours)).time().replace(tzinfo=None), duration_min=45)
    book(store, mentee, day + timedelta(days=1), time(10))
    bookings = groups(open_today())["bookings"]
    tints = [row._tint for row in bookings.rows() if isinstance(row, Row)]
    assert sum(tint == "soft" for tint in tints) == 1
    assert bookings.right is not None
    assert bookings.right.text() == "3 i dag · 1 i morgon"


def test_what_passed_unwritten_waits_and_so_does_a_draft(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    hugo, _ = add_person("Hugo")
    gry, _ = add_person("Gry")
    booking = book(store, hugo, day - timedelta(days=1), time(14))
    with store.write("draft_kept") as session:
        keep_draft(session, "quick_note", gry, {"text": "Gick runt"})
        keep_draft(session, "quick_note", None, {"text": "Vem?"})
        keep_draft(session, f"quick_note:{booking}", hugo, {"text": "Byggställning"})
    screen = open_today()
    entries = groups(screen)["to_write_up"].entries()
    assert len(entries) == 3
    assert "utkast finns" in said(entries[0].widget)
    assert "Gick runt" not in said(screen)
    asked: list[object] = []
    screen.note_wanted.connect(asked.append)
    for entry in entries:
        assert entry.act is not None
        entry.act()
    assert asked[0] == NoteRequest(mentee_id=hugo, booking_id=booking)
    assert set(asked[1:]) == {NoteRequest(mentee_id=gry), NoteRequest()}


def test_every_form_that_was_begun_waits_with_its_words_and_opens_again(
    open_today: Open, store: Store, add_person: AddPerson
) -> None:
    gry, _ = add_person("Gry")
    with store.write("draft_kept") as session:
        keep_draft(session, "plan.promise", gry, {"what": "ring Siv"})
        keep_draft(session, f"plan.step:{gry}", gry, {"text": "gå dit"})
        keep_draft(session, "settings.profile", None, {"title": "mentor"})
        keep_draft(session, "later.thing", gry, {"text": "från en nyare version"})
        keep_draft(session, "plan.promise", uuid4(), {"what": "om någon som är borta"})
    screen = open_today()
    entries = {entry.key: entry for entry in groups(screen)["to_write_up"].entries()}
    words = said(screen)
    assert len(entries) == 4
    for form in ("Nytt löfte", "Ändrat steg", "Dina uppgifter", "Något påbörjat"):
        assert form in words
    assert "utkast från i dag" in words
    assert "ring Siv" not in words
    asked: list[object] = []
    screen.draft_wanted.connect(asked.append)
    for entry in entries.values():
        assert entry.act is not None
        entry.act()
    assert set(asked) == {
        DraftRequest(gry, "plan.promise"),
        DraftRequest(gry, f"plan.step:{gry}"),
        DraftRequest(None, "settings.profile"),
        DraftRequest(gry, "later.thing"),
    }


def test_a_draft_can_be_thrown_away_and_had_back_until_one_goes_elsewhere(
    open_today: Open, store: Store, add_person: AddPerson
) -> None:
    gry, _ = add_person("Gry")
    with store.write("draft_kept") as session:
        keep_draft(session, "plan.promise", gry, {"what": "ring Siv"})
        keep_draft(session, "quick_note", None, {"text": "Vem?"})
    screen = open_today()

    def waiting() -> dict[str, Entry]:
        found = groups(screen).get("to_write_up")
        return {entry.key: entry for entry in found.entries()} if found is not None else {}

    def throw(key: str) -> None:
        group = groups(screen)["to_write_up"]
        menu = screen._walk.menu_for(group, waiting()[key])
        next(act for act in menu.actions() if act.text() == "Släng utkastet").trigger()

    throw(f"draft:{gry}:plan.promise")
    with store.read() as session:
        assert get_draft(session, "plan.promise", gry) is None
    gone = waiting()[f"gone:{gry}:plan.promise"]
    assert "Utkastet är slängt" in said(gone.widget)
    assert gone.act is not None
    gone.act()
    with store.read() as session:
        draft = get_draft(session, "plan.promise", gry)
    assert draft is not None
    assert draft.content == {"what": "ring Siv"}
    assert f"draft:{gry}:plan.promise" in waiting()
    throw("draft:None:None")
    assert "gone:None:quick_note" in waiting()
    screen.hide()
    screen.show()
    assert set(waiting()) == {f"draft:{gry}:plan.promise"}


def test_a_silence_asks_for_a_call(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    alva, _ = add_person("Alva", level=1, began=49)
    jari, _ = add_person("Jari", began=100, status=EnrolmentStatus.PAUSED)
    talk(store, alva, day - timedelta(days=9))
    talk(store, jari, day - timedelta(days=31))
    talk(store, jari, day - timedelta(days=3), attendance=Attendance.NOT_REACHED)
    screen = open_today()
    assert "9 dagar sedan ni pratade · ni brukar höras var sjunde dag" in said(screen)
    assert focused_name().startswith("Försök igen")
    press(Qt.Key.Key_Down)
    assert focused_name().startswith("Ring")
    with qtbot.waitSignal(screen.note_wanted) as asked:
        press(Qt.Key.Key_Space)
    assert asked.args == [NoteRequest(mentee_id=alva, kind=SessionKind.PHONE)]


def test_a_promise_is_ticked_with_space_stays_in_its_place_and_can_be_undone(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    _, enrolment = add_person("Farah", display_alias="ZA 276")
    with store.write("commitment_added") as session:
        add_commitment(session, enrolment, "Ring Siv", who=Who.MENTOR, by=day + timedelta(days=1))
        add_commitment(session, enrolment, "Skicka länk", who=Who.MENTOR, by=day + timedelta(days=2))
        add_commitment(session, enrolment, "Besked", who=Who.CONTACT, who_name="Fredrika", by=day - timedelta(days=5))
    screen = open_today()
    boxes = [e.stop for e in groups(screen)["promises"].entries()]
    assert [b.text() for b in boxes if isinstance(b, TickBox)] == ["Ring Siv", "Skicka länk", "Besked"]
    press(Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert isinstance(focused, TickBox)
    assert (focused.text(), focused.isChecked()) == ("Ring Siv", True)
    assert "ZA 276 · klart i dag" in said(screen)
    with store.read() as session:
        states = {c.what: c.state for c in list_commitments(session, enrolment)}
    assert states["Ring Siv"] is CommitmentState.DONE
    assert store.undo_label == "commitment_done"
    store.undo()
    assert "klart i dag" not in said(screen)
    assert focused_name() == "Ring Siv"


def test_a_phase_that_ends_and_a_plan_to_review_are_followed_up(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    love, enrolment = add_person("Love", "Demosson", began=45, level=2)
    talk(store, love, day)
    with store.write("plan_made") as session:
        plan = add_plan(session, enrolment, day - timedelta(days=40), review_on=day + timedelta(days=2))
        goal = add_goal(session, plan, "Ta körkort")
        tick_step(session, add_step(session, goal, "Klara teorin"), on=day - timedelta(days=2))
    screen = open_today()
    screen._names.click()
    assert "Love Demosson – vecka 7 av 8 på steg 2" in said(screen)
    assert "Planen följs upp 27 november" in said(screen)
    assert "Love Demosson: Klara teorin" in said(screen)
    press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(screen.place_wanted) as opened:
        groups(screen)["follow_ups"].entries()[0].stop.setFocus()
        press(Qt.Key.Key_Space)
    assert opened.args == [PageRequest(love, "overview")]


def test_up_and_down_walk_over_all_rows_through_groups(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, enrolment = add_person("Cleo", began=60)
    book(store, mentee, day, time(13))
    book(store, mentee, day - timedelta(days=2), time(9))
    with store.write("commitment_added") as session:
        add_commitment(session, enrolment, "Ring Siv", who=Who.MENTOR)
    open_today()
    walked = [focused_name().split(":")[0]]
    for _ in range(4):
        press(Qt.Key.Key_Down)
        walked.append(focused_name().split(":")[0])
    assert walked == ["Skriv upp", "Skriv upp", "Ring", "Ring Siv", "Ring Siv"]
    press(Qt.Key.Key_Home)
    assert focused_name().startswith("Skriv upp")
    press(Qt.Key.Key_End)
    assert focused_name() == "Ring Siv"


def test_more_than_four_rows_are_three_and_a_button(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    _, enrolment = add_person("Farah")
    with store.write("commitment_added") as session:
        for number in range(8):
            add_commitment(session, enrolment, f"Sak {number}", who=Who.MENTOR, by=day + timedelta(days=number % 3))
    screen = open_today()
    group = groups(screen)["promises"]
    assert len(group.shown()) == 3
    press(Qt.Key.Key_End)
    assert focused_name() == "Visa 5 till"
    press(Qt.Key.Key_Return)
    assert len(group.shown()) == 8
    assert focused_name() == "Visa färre"
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Space)
    assert len(groups(screen)["promises"].shown()) == 8


def test_a_group_is_one_tab_stop(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, enrolment = add_person("Cleo")
    for hour in (9, 11, 13):
        book(store, mentee, day, time(hour))
    with store.write("commitment_added") as session:
        add_commitment(session, enrolment, "Ring Siv", who=Who.MENTOR)
    open_today()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert focused_name() == "Ring Siv"
    press(Qt.Key.Key_Backtab)
    assert focused_name().startswith("Skriv upp")


def test_a_narrow_window_has_one_column_in_the_order_of_reading(
    open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, enrolment = add_person("Cleo", began=60, level=2)
    book(store, mentee, day, time(13))
    with store.write("commitment_added") as session:
        add_commitment(session, enrolment, "Ring Siv", who=Who.MENTOR)
    screen = open_today(600, 900)
    made = groups(screen)
    assert len({group.mapTo(screen, group.rect().topLeft()).x() for group in made.values()}) == 1
    tops = {key: group.mapTo(screen, group.rect().topLeft()).y() for key, group in made.items()}
    assert sorted(tops, key=lambda key: tops[key]) == ["bookings", "silences", "promises", "follow_ups"]
    screen.resize(1366, 714)
    assert made["promises"].mapTo(screen, made["promises"].rect().topLeft()).x() > 600


def test_the_banner_stands_until_the_sheet_is_proved(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson
) -> None:
    add_person("Alva", began=1)
    screen = open_today()
    assert "Återställningsbladet" in said(screen)
    assert not [b for b in screen.findChildren(Button) if b.text() == "Gör det nu" and b.isVisible()]
    screen.recovery_wanted.connect(lambda: None)
    screen.refresh()
    button = next(b for b in screen.findChildren(Button) if b.text() == "Gör det nu" and b.isVisible())
    with qtbot.waitSignal(screen.recovery_wanted):
        button.click()
    with store.write("setting_changed") as session:
        change_setting(session, "recovery_sheet_proved", True)
    assert "Återställningsbladet" not in said(screen)


def test_a_row_tells_why_it_is_there(
    qtbot: QtBot, open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, _ = add_person("Cleo")
    book(store, mentee, day, time(13))
    screen = open_today()
    group = groups(screen)["bookings"]
    group.explain(group.entries()[0])
    assert "En bokad kontakt i dag eller i morgon." in said(screen)
    group.explain(group.entries()[0])
    qtbot.waitUntil(lambda: "En bokad kontakt" not in said(screen))
    menu = screen._walk.menu_for(group, group.entries()[0])
    assert [a.text() for a in menu.actions()] == ["Öppna", "Skriv upp", "Varför ser jag det här?"]
    menu.actions()[2].trigger()
    assert "En bokad kontakt i dag eller i morgon." in said(screen)


def test_hostile_names_are_drawn_as_they_stand(
    open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    name = "<b>Bo</b> &amp; \u202eabc 🙂 Åäö"
    mentee, _ = add_person(name)
    book(store, mentee, day, time(13))
    screen = open_today()
    screen._names.click()
    assert name in said(screen)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in screen.findChildren(QLabel))


def test_a_rule_that_cannot_be_worked_out_spoils_its_own_group_only(
    open_today: Open, store: Store, add_person: AddPerson, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentee, _ = add_person("Cleo", began=60)
    book(store, mentee, day, time(13))

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mentorapp.store.today.silences", broken)
    screen = open_today()
    made = groups(screen)
    assert "Kunde inte räkna fram det här." in said(made["silences"])
    assert made["bookings"].entries()
    with pytest.raises(ZeroDivisionError):
        made["silences"].entries()[0].open()


@pytest.mark.parametrize(
    ("part", "spoilt"),
    [
        ("store.attention.to_watch", {"watch"}),
        ("store.attention.read_facts", {"follow_ups", "watch", "dates"}),
        ("store.today.good_things", {"good_things"}),
        ("store.today.read_promises", {"promises"}),
    ],
)
def test_what_cannot_be_read_says_so_in_its_place(
    open_today: Open,
    store: Store,
    add_person: AddPerson,
    day: date,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
    spoilt: set[str],
) -> None:
    mentee, _ = add_person("Cleo", began=60)
    book(store, mentee, day, time(13))

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(f"mentorapp.{part}", broken)
    made = groups(open_today())
    assert {key for key, group in made.items() if "Kunde inte räkna fram det här." in said(group)} == spoilt
    assert {"bookings", "silences"} <= set(made) - spoilt
    with pytest.raises(ZeroDivisionError):
        made[next(iter(spoilt))].entries()[0].open()


def test_a_draft_that_grows_does_not_draw_the_screen_anew(
    open_today: Open, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, _ = add_person("Cleo")
    screen = open_today()

    def keep(text: str) -> None:
        with store.write("draft_kept") as session:
            keep_draft(session, "quick_note", mentee, {"text": text})

    keep("G")
    first = groups(screen)["to_write_up"]
    keep("Gick")
    assert groups(screen)["to_write_up"] is first


def test_every_place_for_the_focus_has_a_name(open_today: Open, store: Store, add_person: AddPerson, day: date) -> None:
    mentee, enrolment = add_person("Cleo", began=60)
    book(store, mentee, day, time(13))
    with store.write("commitment_added") as session:
        add_commitment(session, enrolment, "Ring Siv", who=Who.MENTOR)
    screen = open_today()
    stops = [w for w in screen.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert stops
    assert [type(w) for w in stops if not w.accessibleName()] == []
