"""The screen Siffror: what is counted is shown by gender with how many it is of, and says that it is not to be passed
on.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.figures import GENDERS, Counted
from mentorapp.domain.lists import WordList
from mentorapp.domain.mentees import Gender
from mentorapp.domain.safety import Asked
from mentorapp.domain.sessions import NewSession, SessionKind
from mentorapp.language.texts import Texts
from mentorapp.sample import fill_sample
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.figures import read_figures
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.safety_questions import add_question
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from mentorapp.store.word_lists import change_word
from ui.screens.figures import FiguresScreen
from ui.screens.figures.table_card import TableCard
from ui.screens.figures.words import name_of, read_names
from ui.theme import Theme

Show = Callable[..., FiguresScreen]


@pytest.fixture
def show(store: Store, theme: Theme) -> Iterator[Show]:
    made: list[QWidget] = []

    def make(language: str = "sv", size: tuple[int, int] = (1366, 768)) -> FiguresScreen:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        screen = FiguresScreen(store, Texts(language), theme)
        layout.addWidget(screen)
        window.resize(*size)
        window.show()
        made.append(window)
        QApplication.processEvents()
        return screen

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def people(store: Store, day: date) -> tuple[UUID, UUID]:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        alva = add_mentee(session, "Alva", gender=Gender.WOMAN, public_support_months_before=24)
        birk = add_mentee(session, "Birk", gender=Gender.MAN)
        for who in (alva, birk):
            add_enrolment(session, who, programme, started_on=day - timedelta(days=30))
        for who, kind in ((alva, SessionKind.VIDEO), (alva, SessionKind.WALK_AND_TALK), (birk, SessionKind.VIDEO)):
            add_session(session, NewSession(mentee_id=who, kind=kind, event_date=day, support_kinds=("fitness",)))
        add_question(session, birk, Asked.ASKED, day)
    return alva, birk


def said(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def card(screen: FiguresScreen, title: str) -> TableCard:
    found = next(one for one in screen.cards if one.accessibleName() == title)
    assert isinstance(found, TableCard)
    return found


def test_numbers_stand_by_gender_with_how_many_they_are_of(show: Show, people: tuple[UUID, UUID]) -> None:
    screen = show()
    assert "Små tal kan peka ut någon" in said(screen)
    assert "2 personer · 2 inskrivningar" in said(screen)
    assert "medel 24, median 24 (känt för 1)" in said(screen)
    assert card(screen, "Stöd som getts").lines() == ["Kvinnor", "Män", "Totalt", "Friskvård", "1", "1", "2 av 2"]
    forms = card(screen, "Så har ni setts").lines()
    assert forms[3:] == ["Video", "1", "1", "2 av 3", "Promenad", "1", "0", "1 av 3"]
    assert "Inte ställd än" in card(screen, "Frågan om våld").lines()


def test_who_has_not_been_asked_is_one_press_away(show: Show, people: tuple[UUID, UUID]) -> None:
    screen = show()
    assert [button.text() for button in screen.people.values()] == ["Alva"]
    opened: list[object] = []
    screen.mentee_opened.connect(opened.append)
    screen.people[people[0]].click()
    assert opened == [people[0]]


def test_a_change_is_shown_at_once_with_the_units_own_words(
    show: Show, store: Store, people: tuple[UUID, UUID], day: date
) -> None:
    screen = show()
    unsubscribe = store.on_change(screen.note_change)
    with store.write("question_added") as session:
        add_question(session, people[0], Asked.DECLINED, day)
        change_word(session, WordList.SUPPORT_KIND, "fitness", name_sv="Gym och sim")
    unsubscribe()
    assert screen.people == {}
    assert "Gym och sim" in card(screen, "Stöd som getts").lines()


def test_nobody_yet_is_said_too(show: Show) -> None:
    screen = show()
    assert "0 personer · 0 inskrivningar" in said(screen)
    assert len(screen.cards) == 1


def test_every_code_that_can_be_counted_has_a_name(any_texts: Texts, store: Store, day: date) -> None:
    fill_sample(store, day)
    with store.read() as session:
        figures, names = read_figures(session), read_names(session, any_texts.language)
    for table in figures.tables:
        for row in table.rows:
            name = name_of(any_texts, names, table.counted, row.code)
            assert name[:1].isupper()
            assert "_" not in name
    for months in (6, 12):
        for state in ("still", "not_still"):
            assert str(months) in name_of(any_texts, names, Counted.LASTS, f"{state}_{months}")
    assert name_of(any_texts, names, Counted.SUPPORT, "a word of long ago") == "a word of long ago"
    assert all(any_texts(f"figures.short_{gender.value}") for gender in GENDERS)


@pytest.mark.parametrize(
    ("size", "percent"),
    [((1366, 768), 100), ((960, 740), 100), ((911, 512), 100), ((1366, 768), 200), ((783, 512), 200)],
)
def test_nothing_is_wider_than_the_window_and_all_is_named(
    show: Show, store: Store, theme: Theme, day: date, size: tuple[int, int], percent: int
) -> None:
    fill_sample(store, day)
    theme.set_text_percent(percent)
    screen = show("en", size)
    assert isinstance(screen.area, QScrollArea)
    inside = screen.area.widget()
    assert inside is not None
    assert inside.width() <= screen.area.viewport().width()
    screen.focus_first()
    assert screen.area.accessibleName() == "Figures"
    assert screen.back.accessibleName() == "Back to the mentees"
    assert [region.isVisible() for region in screen.regions()] == [True, True]


def test_a_table_that_is_wider_than_its_card_scrolls_in_its_own_frame(
    show: Show, store: Store, theme: Theme, day: date
) -> None:
    fill_sample(store, day)
    theme.set_text_percent(200)
    screen = show("sv", (783, 512))
    QApplication.processEvents()
    tables = [one for one in screen.cards if isinstance(one, TableCard)]
    assert any(one.frame.needed() > one.frame.width() for one in tables)
    for one in tables:
        scrolls = one.frame.needed() > one.frame.width()
        assert (one.frame.horizontalScrollBar().maximum() > 0) is scrolls
        assert (one.frame.focusPolicy() is Qt.FocusPolicy.StrongFocus) is scrolls, "reached by Tab to be scrolled"
        assert one.frame.verticalScrollBar().maximum() == 0, "as high as what is in it"


@pytest.mark.parametrize(("width", "columns"), [(960, 1), (1366, 2)])
def test_two_columns_stand_beside_each_other_only_where_every_column_of_a_table_can_be_seen(
    show: Show, store: Store, day: date, width: int, columns: int
) -> None:
    fill_sample(store, day)
    screen = show("sv", (width, 740))
    assert len({one.mapTo(screen, one.rect().topLeft()).x() for one in screen.cards}) == columns
    tables = [one for one in screen.cards if isinstance(one, TableCard)]
    assert not any(one.frame.horizontalScrollBar().maximum() for one in tables)
