"""Where there is no screen: pictures of the program with the sample people, and a plan as it is printed, as files."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.rooms import Rooms

_SIZE = (1366, 768)
_WHOSE_PLAN = "Birk Provare"
_PACK, _NEAREST = "motesunderlag", 5
_TABS = {"kartlaggning": "mapping", "plan": "plan", "runt-om": "around"}


def make_pictures(folder: Path) -> int:
    """Writes everything into `folder` and says where; gives the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from mentorapp.language.texts import Texts

    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([sys.argv[0]])
    _work(app, folder)
    sys.stdout.write(Texts("sv")("window.pictures_written", folder=folder) + "\n")
    return 0


def _work(app: "QApplication", folder: Path) -> None:
    import tempfile
    from datetime import datetime

    from mentorapp.sample import DayClock
    from ui.demo import make_demo
    from ui.kit import Kit
    from ui.parts import Parts
    from ui.preferences import PreferenceFile
    from ui.rooms import Rooms
    from ui.theme import Theme, ThemeChoice, load_scripts
    from ui.window import MainWindow

    demo = make_demo(DayClock(datetime.now().astimezone().date()))
    with tempfile.TemporaryDirectory() as profile:
        theme = Theme(app, ThemeChoice.LIGHT)
        load_scripts()
        window = MainWindow(theme)
        window.resize(*_SIZE)
        kit = Kit(window, PreferenceFile(Path(profile)), _raise, Parts())
        rooms = Rooms(kit, demo.opened, looking=False)
        window.show()
        _take(app, rooms, window, folder)
        _print(rooms, folder)
        rooms.close()
        window.close()
        kit.close()
    demo.close()


def _take(app: "QApplication", rooms: "Rooms", window: object, folder: Path) -> None:
    from PySide6.QtWidgets import QWidget

    assert isinstance(window, QWidget)

    def take(name: str) -> None:
        app.processEvents()
        app.processEvents()
        window.grab().save(str(folder / f"{name}.png"))

    rooms.show("today")
    _show_names(rooms)
    take("idag")
    rooms.frame.go("mentees")
    take("deltagare")
    rooms.frame.go("mentee", _whose(rooms))
    take("oversikt")
    for name, tab in _TABS.items():
        rooms.page.choose_tab(tab)
        take(name)


def _show_names(rooms: "Rooms") -> None:
    from ui.widgets.button import Button

    for button in rooms.today.findChildren(Button):
        if button.text() == rooms.texts("today.show_names"):
            button.click()


def _whose(rooms: "Rooms") -> UUID:
    from mentorapp.store.mentees import find_mentees

    with rooms.store.read() as session:
        return find_mentees(session, _WHOSE_PLAN)[0].id


def _print(rooms: "Rooms", folder: Path) -> None:
    """The plan as the mentee gets it, in both readings."""
    from mentorapp.exchange.prints import preview_plan

    whose = _whose(rooms)
    for name, easy in (("min-plan", False), ("min-plan-lattlast", True)):
        made = preview_plan(rooms.store, whose, texts=rooms.texts, easy=easy)
        (folder / f"{name}.pdf").write_bytes(made.pdf)
    _print_pack(rooms, folder)


def _print_pack(rooms: "Rooms", folder: Path) -> None:
    """The papers of the next meeting with a party from outside, in one file, as they come out of the printer."""
    from mentorapp.exchange.packs import make_pack, one_job
    from mentorapp.store.meetings import list_all_meetings

    today = rooms.store.clock.today()
    with rooms.store.read() as session:
        ahead = [one for one in list_all_meetings(session, today, date.max) if one.outside]
    if ahead:
        most = max(ahead[:_NEAREST], key=lambda one: len(one.outside))
        pack = make_pack(rooms.store, most.id, texts=rooms.texts)
        (folder / f"{_PACK}.pdf").write_bytes(one_job(pack.papers))


def _raise(error: BaseException) -> None:
    raise error
