"""The screen Grupper by keyboard: groups, meetings, attendance of many at once, the year."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.groups import GroupKind
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import list_drafts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.group_attendance import list_attendance, set_attendance
from mentorapp.store.groups import add_activity, add_meeting, list_activities, list_meetings
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.sessions import list_sessions
from mentorapp.store.store import Store
from ui.screens.groups import GroupsScreen
from ui.theme import Theme
from ui.widgets.overlay import Overlay

K = Qt.Key
NAMES = ("Alva", "Birk", "Cleo", "Dagny")


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(*what: Qt.Key | str, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for one in what:
        for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(Qt.Key.Key_unknown, c) for c in one]:
            target = QApplication.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, held, letter))
    QApplication.processEvents()


def overlay(screen: QWidget) -> Any:
    return [one for one in screen.window().findChildren(Overlay) if one.isVisible()][-1]


@pytest.fixture
def people(store: Store, day: date) -> dict[str, UUID]:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        found = {name: add_mentee(session, name) for name in NAMES}
        for mentee in found.values():
            add_enrolment(session, mentee, programme, started_on=day - timedelta(days=90))
        add_mentee(session, "Utan Insats")
    return found


@pytest.fixture
def circle(store: Store, people: dict[str, UUID], day: date) -> UUID:
    """Two meetings that have been and one ahead; Cleo has been invited before."""
    with store.write("group_added") as session:
        activity = add_activity(session, "Hälsoskolan", GroupKind.HEALTH_SCHOOL, topics=("Sömn", "Mat", "Ensamhet"))
        first = add_meeting(session, activity, day - timedelta(days=14), topic="Sömn", place="Biblioteket")
        add_meeting(session, activity, day - timedelta(days=7), start_time=time(13), topic="Mat")
        add_meeting(session, activity, day + timedelta(days=7), topic="Ensamhet")
        set_attendance(session, first, people["Cleo"], Attendance.HELD)
    return activity


@pytest.fixture
def show(qtbot: QtBot, store: Store, theme: Theme, texts: Texts) -> Iterator[Callable[..., GroupsScreen]]:
    ended: list[Callable[[], None]] = []
    windows: list[QWidget] = []

    def open_screen(language: Texts = texts) -> GroupsScreen:
        window = QWidget()
        windows.append(window)
        theme.dress(window)
        screen = GroupsScreen(store, language, theme)
        whole = QVBoxLayout(window)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(screen)
        qtbot.addWidget(window)
        window.resize(1170, 740)
        ended.append(store.on_change(screen.note_change))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        screen.focus_first()
        QApplication.processEvents()
        return screen

    yield open_screen
    for end in ended:
        end()


def attendance(store: Store, meeting: UUID) -> dict[UUID, tuple[Attendance, bool]]:
    with store.read() as session:
        return {one.mentee_id: (one.attendance, one.came_late) for one in list_attendance(session, meeting)}


def meetings(store: Store, activity: UUID) -> list[UUID]:
    with store.read() as session:
        return [one.id for one in list_meetings(session, activity)]


def test_the_empty_screen_leads_to_the_first_group(show: Callable[..., GroupsScreen], store: Store) -> None:
    screen = show()
    assert "Inga grupper än." in said(screen)
    assert screen.empty.button is not None
    assert screen.empty.button.hasFocus()
    screen.empty.button.click()
    sheet = overlay(screen)
    press("Matlag", K.Key_Tab)
    sheet.kind.setCurrentIndex(sheet.kind.findData(GroupKind.STUDY_CIRCLE))
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        (line,) = list_activities(session)
    assert (line.activity.title, line.activity.kind) == ("Matlag", GroupKind.STUDY_CIRCLE)
    assert "Matlag" in said(screen.card)
    assert screen.card.adding.isVisible()


def test_letters_write_attendance_and_go_on_to_the_next(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID, people: dict[str, UUID]
) -> None:
    screen = show()
    assert "Mat, ons 18 nov 13.00" in said(screen.card)
    names = [screen.card.model.person(row).name for row in range(screen.card.model.rowCount())]
    assert names == ["Cleo", "Alva", "Birk", "Dagny"]
    screen.card.people.setFocus()
    press("ksau")
    assert attendance(store, meetings(store, circle)[1]) == {
        people["Cleo"]: (Attendance.HELD, False),
        people["Alva"]: (Attendance.HELD, True),
        people["Birk"]: (Attendance.CANCELLED_MENTEE, False),
        people["Dagny"]: (Attendance.NO_SHOW, False),
    }
    assert "4 i gruppen" in said(screen.card)
    store.undo()
    assert people["Dagny"] not in attendance(store, meetings(store, circle)[1])
    with store.read() as session:
        (own,) = list_sessions(session, people["Birk"])
    assert own.kind is SessionKind.GROUP


def test_taking_off_and_the_words_of_the_menu(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID, people: dict[str, UUID]
) -> None:
    screen = show()
    screen.card.people.setFocus()
    press("k", K.Key_Up, K.Key_Delete)
    second = meetings(store, circle)[1]
    assert attendance(store, second) == {}
    menu = screen.card.people.menu_of(1)
    words = [act.text() for act in menu.actions() if not act.isSeparator()]
    assert words == ["Kom", "Kom sent", "Avbokade", "Uteblev", "Inbjuden", "Inte med"]
    menu.actions()[1].trigger()
    assert attendance(store, second) == {people["Alva"]: (Attendance.HELD, True)}


def test_nobody_has_been_at_a_meeting_ahead(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID, people: dict[str, UUID]
) -> None:
    screen = show()
    press(K.Key_Down)
    screen.card.people.setFocus()
    press("k")
    assert "Det datumet har inte varit än." in said(screen.card)
    press("i")
    assert "har inte varit än" not in said(screen.card)
    ahead = meetings(store, circle)[2]
    assert set(attendance(store, ahead).values()) == {(Attendance.PLANNED, False)}
    row = screen.card.meetings_model.index(2, 0)
    assert "1 inbjuden" in str(row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_new_meeting_suggests_the_next_topic(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID, day: date
) -> None:
    with store.write("group_changed") as session:
        from mentorapp.store.groups import change_activity

        topics = ("Sömn", "Mat", "Rörelse", "Ensamhet")
        change_activity(session, circle, "Hälsoskolan", GroupKind.HEALTH_SCHOOL, topics=topics)
    screen = show()
    screen.card.adding.click()
    sheet = overlay(screen)
    assert sheet.topic.text() == "Rörelse"
    sheet.minutes.set_text("många")
    sheet.ready.click()
    assert sheet.minutes.fault()
    sheet.minutes.set_text("90")
    sheet.ready.click()
    with store.read() as session:
        found = {one.topic: one for one in list_meetings(session, circle)}
    assert (found["Rörelse"].event_date, found["Rörelse"].duration_min) == (day, 90)
    assert "Rörelse, ons 25 nov" in said(screen.card)


def test_what_somebody_was_at_is_not_removed_and_the_sheet_says_why(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID
) -> None:
    screen = show()
    sheet = screen.open_activity(circle)
    sheet.removal.click()
    assert "Någon har närvaro här. Ta bort närvaron först." in said(sheet)
    sheet.close_over()
    press(K.Key_Return)
    meeting = overlay(screen)
    meeting.removal.click()
    assert len(meetings(store, circle)) == 2
    store.undo()
    assert len(meetings(store, circle)) == 3


def test_the_topics_of_the_health_school_come_with_one_press(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID
) -> None:
    screen = show()
    sheet = screen.open_activity(circle)
    sheet.shipped.click()
    sheet.shipped.click()
    lines = sheet.topics.text().splitlines()
    assert lines.count("Ensamhet") == 1
    assert lines[:3] == ["Sömn", "Mat", "Ensamhet"]
    assert "Stress och återhämtning" in lines


def test_the_year_says_its_months_and_turns(show: Callable[..., GroupsScreen], circle: UUID) -> None:
    screen = show()
    assert screen.year.accessibleName() == "Året 2026"
    assert screen.year.accessibleDescription() == "Hälsoskolan: november, december"
    screen.later.click()
    assert "Inget planerat det året." in said(screen)
    screen.earlier.click()
    assert screen.year.isVisible()


def test_a_small_group_is_fine_and_a_large_one_is_told_softly(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID, people: dict[str, UUID]
) -> None:
    screen = show()
    assert "1 i gruppen. Ofta går det bäst med 3 till 7." in said(screen.card)
    with store.write("attendance_set") as session:
        second = list_meetings(session, circle)[1].id
        for mentee in people.values():
            set_attendance(session, second, mentee, Attendance.HELD)
    assert "Ofta går det bäst" not in said(screen.card)


def test_a_filter_finds_one_of_many(show: Callable[..., GroupsScreen], circle: UUID) -> None:
    screen = show()
    screen.card.filter.setFocus()
    press("bir")
    assert [screen.card.model.person(row).name for row in range(screen.card.model.rowCount())] == ["Birk"]


def test_begun_forms_are_gone_on_with(show: Callable[..., GroupsScreen], store: Store, circle: UUID) -> None:
    screen = show()
    for sheet, field in (
        (screen.open_activity(None), "organiser"),
        (screen.open_activity(circle), "organiser"),
        (screen.open_meeting(None), "place"),
        (screen.open_meeting(screen.card.meetings_model.meeting(0)), "place"),
    ):
        assert sheet is not None
        getattr(sheet, field).set_text("Halvskrivet")
        sheet.close_over()
    with store.read() as session:
        forms = [draft.form for draft in list_drafts(session)]
    assert len(forms) == 4
    for form in forms:
        screen.open_draft(form)
        opened = overlay(screen)
        field = "organiser" if "activity" in form else "place"
        assert getattr(opened, field).text() == "Halvskrivet"
        opened.close_over()
    screen.open_draft("groups.meeting_change:gone")
    assert not [one for one in screen.window().findChildren(Overlay) if one.isVisible()]


def test_another_group_is_chosen_from_the_list(show: Callable[..., GroupsScreen], store: Store, circle: UUID) -> None:
    with store.write("group_added") as session:
        other = add_activity(session, "Körkortsteori", GroupKind.DRIVING_THEORY)
    screen = show()
    screen.list.made[other].setFocus()
    press(K.Key_Return)
    assert screen.list.made[other].accessibleDescription() == "visas nu"
    assert "Körkortsteori" in said(screen.card)
    assert not screen.card.people.isVisible()


def test_it_holds_in_english_in_narrow_and_with_large_text(
    show: Callable[..., GroupsScreen], store: Store, circle: UUID, theme: Theme, people: dict[str, UUID]
) -> None:
    screen = show(Texts("en"))
    screen.card.people.setFocus()
    press("l")
    second = meetings(store, circle)[1]
    assert attendance(store, second) == {people["Cleo"]: (Attendance.HELD, True)}
    theme.set_text_percent(200)
    screen.window().resize(911, 512)
    QApplication.processEvents()
    assert screen.card.isVisible()
    assert screen.card.width() <= screen.width()


def test_every_place_for_the_focus_has_a_name(show: Callable[..., GroupsScreen], circle: UUID) -> None:
    screen = show()
    without = [
        type(widget).__name__
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert without == []


def test_the_models_keep_to_the_rules(show: Callable[..., GroupsScreen], circle: UUID) -> None:
    screen = show()
    for model in (screen.card.model, screen.card.meetings_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.refresh()
    assert screen.card.model.index(0, 0).data() == "Cleo"
    assert screen.card.meetings_model.index(0, 0).data() == "Sömn"
