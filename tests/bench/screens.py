"""Rows about what is painted, in a process of its own: refresh of the list, opening a person's page, a chart."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.store import vault

from .cases import INTERVENTIONS, STEPS, case_ids
from .charts import chart_row
from .measuring import Row, compared, events, p95, timed
from .phrase import PASSPHRASE
from .places import Place
from .raw_page import RawPage

_SIZE = (1366, 768)


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def until_painted(paints: Paints, act: Callable[[], object]) -> None:
    """From the call to the end of the paint: the event loop lays out and paints once, as it does for the user."""
    before = paints.count
    act()
    while paints.count == before:
        QApplication.processEvents()


def screen_rows(place: Place, profile: Path) -> Iterator[Row]:
    from ui.kit import Kit
    from ui.parts import Parts
    from ui.preferences import PreferenceFile
    from ui.rooms import Rooms
    from ui.theme import Theme, ThemeChoice, load_scripts
    from ui.window import MainWindow

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app, ThemeChoice.LIGHT)
    load_scripts()
    window = MainWindow(theme)
    window.resize(*_SIZE)
    kit = Kit(window, PreferenceFile(profile), _raise, Parts())
    opened = place.open()
    rooms = Rooms(kit, opened, looking=False)
    window.show()
    rooms.show("today")
    while rooms.building.is_active:  # What a user meets is what has been built while nobody waited.
        QApplication.processEvents()
    try:
        yield _list(rooms)
        yield _case(rooms, place)
        yield chart_row(theme)
    finally:
        rooms.close()
        window.close()
        kit.close()
        opened.close()


def _raise(error: BaseException) -> None:
    raise error


def _list(rooms: Any) -> Row:
    rooms.frame.go("mentees")
    view = rooms.mentees.list.table.viewport()
    paints = Paints(view)

    def refresh() -> None:
        until_painted(paints, rooms.mentees.refresh)

    for _ in range(5):
        refresh()
    worst = p95(refresh for _ in range(events()))
    return Row("List: refresh to paint", "p95 16 ms", p95=1000 * worst)


def _case(rooms: Any, place: Place) -> Row:
    """A person with 40 steps and 10 interventions beside the contacts; another one each time."""
    plain = place.plain_connection()
    people = [UUID(bytes=key) for key in case_ids(plain)]
    contacts = plain.execute("SELECT count(*) FROM session WHERE mentee_id = ?", (people[0].bytes,)).fetchone()[0]
    plain.close()
    bare = RawPage(place, (rooms.page.width() or _SIZE[0], rooms.page.height() or _SIZE[1]))
    bare.show()
    bare_paints, paints = Paints(bare), Paints(rooms.page)
    turn = cycle(people)

    def floor() -> None:
        until_painted(bare_paints, partial(bare.open, next(turn)))

    def product() -> None:
        until_painted(paints, partial(rooms.frame.go, "mentee", next(turn)))

    for _ in people:
        floor()
        product()
    bare.resize(rooms.page.size())
    row = compared(
        f"Open a person ({contacts} contacts, {STEPS} steps, {INTERVENTIONS} interventions), painted",
        "at most 1.3 x; p95 33 ms",
        timed(floor, 11),
        timed(product, 11),
        p95=p95(product for _ in range(events())),
    )
    bare.close()
    return row


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    sealed, plain_file = Path(sys.argv[1]), Path(sys.argv[2])
    here = Place(sealed, plain_file, vault.unlock_with_passphrase(sealed, PASSPHRASE))
    with tempfile.TemporaryDirectory() as folder:
        for one in screen_rows(here, Path(folder)):
            print(json.dumps(asdict(one)), flush=True)
