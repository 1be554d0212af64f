"""Farah with a plan, contacts and a private note in a real store, and her page in a window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentees import Municipality, Pronoun
from mentorapp.domain.plans import Agreement, DoneBy, Plan, Step, Who
from mentorapp.domain.sessions import Attendance, NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import add_commitment
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import add_goal, add_plan, get_current_plan, set_main_goal
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.sessions import add_session
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Change, Store
from ui.screens.mentee_page import MenteePage
from ui.screens.mentee_page.reading import Known, Person, read_person
from ui.screens.mentee_page.tab import Tab
from ui.theme import Theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.overlay import Overlay

PRIVATE = "Snälla skriv aldrig ut det här"


@dataclass(frozen=True)
class Farah:
    mentee: UUID
    enrolment: UUID
    levels: tuple[UUID, ...]
    plan: UUID
    goals: tuple[UUID, ...]
    walk: UUID
    private: UUID


@pytest.fixture
def farah(store: Store, day: date) -> Farah:
    """On level 3 of four; two goals with four and three steps, three of them ticked."""
    start = day - timedelta(days=150)
    with store.write("mentee_added") as session:
        change_profile(session, name="Moa Mentorsson", title="mentor", unit="AME Provköping")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = tuple(level.id for level in get_programme(session, programme).levels)
        mentee = add_mentee(
            session,
            "Farah",
            family_name="Sagolik",
            pronoun=Pronoun.HON,
            birth_date=date(2001, 5, 8),
            municipalities=(Municipality(name="Provköping"),),
            interpreter_language="dari",
            needs_easy_read=True,
            safe_contact="Sms på enkel svenska.",
            display_alias="ZA 276",
        )
        enrolment = add_enrolment(session, mentee, programme, started_on=start)
        for number, days in enumerate((150, 120, 20)):
            change_level(session, enrolment, levels[number], day - timedelta(days=days))
        plan = add_plan(
            session, enrolment, day - timedelta(days=20), made_with="Farah, Moa", agreed_by_mentee=Agreement.ORAL
        )
        set_main_goal(session, plan, "Jag vill arbeta i ett kök.")
        goals = _goals(session, plan, day)
        add_commitment(session, enrolment, "Ringa Siv om tid", who=Who.MENTOR, by=day + timedelta(days=1))
        walk = _contacts(session, mentee, enrolment, day)
        private = add_private_note(session, mentee, PRIVATE, day - timedelta(days=2))
    return Farah(mentee, enrolment, levels, plan, goals, walk, private)


def _goals(session: Any, plan: UUID, day: date) -> tuple[UUID, ...]:
    first = add_goal(session, plan, "Lära känna Café Låtsas", area="work_experience")
    tick_step(session, add_step(session, first, "Hälsa på Siv"), on=day - timedelta(days=13))
    tick_step(session, add_step(session, first, "Hämta kläder"), on=day - timedelta(days=6), by=DoneBy.TOGETHER)
    add_step(session, first, "Prova kassan", due=day + timedelta(days=7), who="Farah och Siv")
    add_step(session, first, "En hel dag", due=day + timedelta(days=16), who="Farah")
    second = add_goal(session, plan, "Sova om natten", area="sleep_routines")
    tick_step(session, add_step(session, second, "Lägga bort mobilen"), on=day - timedelta(days=20))
    for words in ("Gå upp klockan åtta", "Gå ut på kvällen"):
        add_step(session, second, words)
    return first, second


def _contacts(session: Any, mentee: UUID, enrolment: UUID, day: date) -> UUID:
    def contact(days: int, attendance: Attendance, kind: SessionKind, text: str = "", **more: Any) -> UUID:
        segments = (NoteSegment(text=text, info_class=InfoClass.PLAN),) if text else ()
        return add_session(
            session,
            NewSession(
                mentee_id=mentee,
                enrolment_id=enrolment,
                kind=kind,
                event_date=day - timedelta(days=days),
                attendance=attendance,
                segments=segments,
                **more,
            ),
        )

    walk = contact(5, Attendance.HELD, SessionKind.WALK_AND_TALK, "Vi gick runt sjön.", duration_min=40)
    contact(12, Attendance.NO_SHOW, SessionKind.OFFICE, "Kom inte.")
    contact(14, Attendance.NOT_REACHED, SessionKind.PHONE, "Ingen svarade.")
    contact(30, Attendance.HELD, SessionKind.WORKPLACE_VISIT, "Hälsade på.", place="Café Låtsas")
    contact(-5, Attendance.PLANNED, SessionKind.WALK_AND_TALK, start_time=time(10), place="Stadsparken")
    return walk


@dataclass
class Look:
    """A page in a window, and what it shows of the store."""

    page: MenteePage
    store: Store
    who: Farah

    def plan(self) -> Plan:
        with self.store.read() as session:
            plan = get_current_plan(session, self.who.enrolment)
        assert plan is not None
        return plan

    def steps(self, goal: int = 0) -> tuple[Step, ...]:
        return self.plan().active_goals[goal].steps


@pytest.fixture
def show(qtbot: QtBot, store: Store, theme: Theme, texts: Texts) -> Iterator[Callable[[UUID], MenteePage]]:
    """Shows the page of a person in a window of 1366 × 740, wired to the store as the real window does it."""
    ended: list[Callable[[], None]] = []
    windows: list[QWidget] = []  # nothing else holds them

    def open_page(mentee: UUID, language: Texts = texts) -> MenteePage:
        window = QWidget()
        windows.append(window)
        theme.dress(window)
        page = MenteePage(store, language, theme)
        whole = QVBoxLayout(window)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        FocusRing(window, theme)
        window.resize(1366, 740)
        qtbot.addWidget(window)
        ended.append(store.on_change(page.note_change))
        page.open(mentee)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        page.focus_first()
        QApplication.processEvents()
        return page

    yield open_page
    for end in ended:
        end()


@pytest.fixture
def look(show: Callable[[UUID], MenteePage], store: Store, farah: Farah) -> Look:
    return Look(show(farah.mentee), store, farah)


@pytest.fixture
def press() -> Callable[..., None]:
    """Presses keys on whatever has the focus: a Qt key, or text letter by letter, whatever the letters."""

    def go(*what: Qt.Key | str, ctrl: bool = False, alt: bool = False) -> None:
        held = Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ControlModifier if ctrl else held
        held |= Qt.KeyboardModifier.AltModifier if alt else held
        for one in what:
            for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(Qt.Key.Key_unknown, c) for c in one]:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    target = QApplication.focusWidget()
                    assert target is not None, "nothing has the focus"
                    text = " " if key == Qt.Key.Key_Space else letter
                    QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))
            QApplication.processEvents()

    return go


class TabHost(QWidget):
    """A window of one tab that is drawn anew at every change, as the page does."""

    def __init__(self, store: Store, tab: Tab, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self.store = store
        self.tab: Any = tab
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(tab)
        self.mentee: Any = None
        self.resize(1170, 640)

    def show_mentee(self, mentee: UUID) -> None:
        self.mentee = mentee
        self.tab.show_person(self.person())

    def person(self) -> Person:
        with self.store.read() as session:
            return read_person(session, self.mentee, Known())

    def on_change(self, change: Change) -> None:
        if change.tables & (self.tab.shows | Person.tables):
            self.tab.show_person(self.person())

    def sheet(self) -> Any:
        """The form that is open."""
        QApplication.processEvents()
        return next(one for one in self.findChildren(Overlay) if one.isVisible())

    def words(self, part: QWidget | None = None) -> str:
        """All that is read in a part, or in the tab."""
        QApplication.processEvents()  # what is new in a layout is shown by then
        part = part or self.tab
        said = [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]
        said += [box.text() for box in part.findChildren(QCheckBox) if box.isVisibleTo(part)]
        return "\n".join(said)


@pytest.fixture
def tab_host(qtbot: QtBot, store: Store, theme: Theme, texts: Texts) -> Iterator[Callable[[type[Tab], UUID], TabHost]]:
    ended: list[Callable[[], None]] = []
    windows: list[TabHost] = []

    def make(kind: type[Tab], mentee: UUID, language: Texts = texts) -> TabHost:
        window = TabHost(store, kind(store, language, theme), theme)
        windows.append(window)
        qtbot.addWidget(window)
        ended.append(store.on_change(window.on_change))
        window.show_mentee(mentee)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.tab.focus_first()
        QApplication.processEvents()
        return window

    yield make
    for end in ended:
        end()
