"""Where the mentor sits in the stories: the program of the day, the hands, and the clock on the wall.

What is looked for is named by the key of its text, so that the same story can be told in both languages.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.lists import WordList
from mentorapp.store.enrolments import list_enrolments
from mentorapp.store.overviews import MenteeLine, list_lines
from mentorapp.store.word_lists import list_words
from tests.program import TestParts
from ui.app import Program
from ui.printing import Printing
from ui.rooms import Rooms
from ui.screens.mentee_page.tab_list import TABS

from .hand import CTRL, Hand, focus_name, focused

PASSPHRASE = "granit paraply mossa kanot trumpet"
Key = Qt.Key


class Desk:
    """A day begins with the passphrase and ends with Ctrl+L; the next one is a fresh start of the program."""

    def __init__(self, qtbot: QtBot, start: Callable[..., Program], parts: TestParts, store: Path) -> None:
        self.hand = Hand()
        self.store_path = store
        self._qtbot, self._start, self._parts = qtbot, start, parts
        self._program: Program | None = None
        self._open()

    def choose_printer(self, name: str) -> None:
        """The dialog of the printer, should it come, is answered so."""
        self._parts.printing = Printing(name)

    @property
    def sent(self) -> list[bytes]:
        """What has come out of the printer."""
        return self._parts.sent

    @property
    def rooms(self) -> Rooms:
        assert self._program is not None
        rooms = self._program.stay.rooms
        assert rooms is not None
        return rooms

    def text(self, key: str, **values: object) -> str:
        return self.rooms.texts(key, **values)

    def word(self, words: WordList, code: str) -> str:
        with self.read() as session:
            word = next(one for one in list_words(session, words) if one.code == code)
        return word.name(self.rooms.texts.language)

    def new_day(self, days: int) -> None:
        self.hand.press(Key.Key_L, modifier=CTRL)
        self.leave()
        self._parts.hand.turn(days=days)
        self._open()

    def later(self, hours: float) -> None:
        """The clock on the wall; nobody has left the desk."""
        self._parts.hand.turn(hours=hours)

    def leave(self) -> None:
        """The program is closed; its store can be opened by others."""
        assert self._program is not None
        self._program.close()
        self._program.window.hide()

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=20_000)

    def settle(self) -> None:
        """What was put off until the keys are at rest is done."""
        QApplication.processEvents()

    def to(self, key: str, **values: object) -> QWidget:
        """Tab to what the text of this key names, whole or in part."""
        text = self.text(key, **values)
        return self.hand.to(text)

    def press(self, key: str, **values: object) -> None:
        """Tab to a button and Enter."""
        self.to(key, **values)
        self.hand.enter()
        self.settle()

    def choose(self, text: str, letters: int = 0) -> None:
        """A chip or a line of a drop-down by its first letters; all of them when no number is said."""
        self.hand.choose(text[: letters or len(text)].lower())
        self.settle()
        now = focused()
        said = now.currentText() if isinstance(now, QComboBox) else focus_name(now)
        assert said == text, f"{said!r} instead of {text!r}"

    def save(self) -> None:
        self.hand.save()
        self.settle()

    def list_of_people(self) -> None:
        """Ctrl+2; where nobody is current, Enter shows everybody."""
        self.hand.press(Key.Key_2, modifier=CTRL)
        self.wait(lambda: self.rooms.mentees.isVisible())
        self.settle()
        if not isinstance(focused(), QTableView):
            self.hand.enter()
            self.settle()
        assert isinstance(focused(), QTableView)

    def open_person(self, tab: str = "") -> None:
        """The first of the list, and a tab of the page."""
        self.list_of_people()
        self.hand.enter()
        self.wait(lambda: self.rooms.page.isVisible())
        self.settle()
        if tab:
            self.open_tab(tab)

    def open_tab(self, name: str) -> None:
        for _ in range(len(TABS) + 1):
            if self.rooms.page.tabs.current() == name:
                return
            self.hand.press(Key.Key_Tab, modifier=CTRL)
            self.settle()
        raise AssertionError(f"Ctrl+Tab never comes to {name}")

    @contextmanager
    def read(self) -> Iterator[Session]:
        with self.rooms.store.read() as session:
            yield session

    def line(self) -> MenteeLine:
        """The only person there is, as the list shows it."""
        with self.read() as session:
            (line,) = list_lines(session)
        return line

    @property
    def mentee(self) -> UUID:
        return self.line().mentee_id

    def enrolments(self) -> tuple[Enrolment, ...]:
        with self.read() as session:
            return list_enrolments(session, self.mentee)

    def _open(self) -> None:
        program = self._program = self._start()
        self.hand.write(PASSPHRASE)
        self.hand.press(Key.Key_Return)
        self.wait(lambda: program.stay.rooms is not None)
        self.wait(lambda: self.rooms.today.isVisible())
        self.settle()


def said_in(screen: QWidget) -> str:
    """All that is written on what is shown there."""
    said = []
    for widget in screen.findChildren(QWidget):
        if widget.isVisible():
            text = getattr(widget, "text", None)
            words = text() if callable(text) else ""
            said += [words if isinstance(words, str) else "", widget.accessibleName()]
    return "\n".join(part for part in said if part)
