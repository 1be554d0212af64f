"""A preview with a printer and a folder of its own, over a real store with a plan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.prints import PrintRecord
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import add_goal, add_plan, set_main_goal
from mentorapp.store.print_log import list_prints
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme
from mentorapp.store.steps import add_step
from mentorapp.store.store import Store
from ui.parts import Parts
from ui.printing import Printing
from ui.requests import PrintRequest
from ui.screens.preview import PrintPreview
from ui.tasks import Tasks
from ui.theme import Theme

PRIVATE = "Zebramarkering som aldrig skrivs ut"


class Desk(Parts):
    """A printer that keeps what it got, and a dialog that answers at once."""

    def __init__(self, folder: Path) -> None:
        self.printer: Printing | None = Printing("skrivare")
        self.missing = False
        self.silent = False
        self.sent: list[bytes] = []
        self.target: Path | None = folder / "plan.pdf"
        self.proposed = ""

    def ask_printer(self, window: QWidget) -> Printing | None:
        if self.missing:
            raise WorldFault("printer_none")
        return self.printer

    def send(self, pdf: bytes, printing: Printing) -> str:
        if self.silent:
            raise WorldFault("printer_silent")
        self.sent.append(pdf)
        return ""

    def ask_save(self, window: QWidget, name: str, kinds: str) -> Path | None:
        self.proposed = name
        return self.target


@dataclass
class Look:
    preview: PrintPreview
    desk: Desk
    store: Store
    mentee: UUID
    bot: QtBot
    errors: list[BaseException] = field(default_factory=list)

    def open(self, easy: bool | None = None, *, at_once: bool = False) -> None:
        """Opens and waits until the print is made."""
        self.preview.open(PrintRequest(self.mentee, easy, at_once))
        self.settle()

    def settle(self) -> None:
        self.bot.waitUntil(lambda: self.preview.made is not None and not self.preview._tasks.busy, timeout=20_000)

    def prints(self) -> tuple[PrintRecord, ...]:
        with self.store.read() as session:
            return list_prints(session, self.mentee)


@pytest.fixture
def farah(store: Store, day: date) -> UUID:
    with store.write("mentee_added") as session:
        change_profile(session, name="Moa Mentorsson", title="mentor", unit="AME Provköping")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Farah", family_name="Sagolik", needs_easy_read=True, display_alias="ZA 276")
        enrolment = add_enrolment(session, mentee, programme, started_on=day)
        plan = add_plan(session, enrolment, day)
        set_main_goal(session, plan, "Jag vill arbeta i ett kök.")
        add_step(session, add_goal(session, plan, "Lära känna caféet"), "Prova kassan")
        add_step(session, add_goal(session, plan, "Sova om natten", area="sleep_routines"), "Lägga bort mobilen")
        add_private_note(session, mentee, PRIVATE, day)
    return mentee


@pytest.fixture
def look(
    qtbot: QtBot, store: Store, theme: Theme, texts: Texts, farah: UUID, tmp_path: Path, passphrase: str
) -> Iterator[Look]:
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    desk = Desk(tmp_path)
    window = QWidget()
    theme.dress(window)
    preview = PrintPreview(store, texts, theme, tasks, desk)
    whole = QVBoxLayout(window)
    whole.addWidget(preview)
    window.resize(1366, 740)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    end: Callable[[], None] = store.on_change(preview.note_change)
    yield Look(preview, desk, store, farah, qtbot, errors)
    end()
    tasks.close()
    assert errors == []
