"""Rows about what is painted, in a process of its own: refresh of the list, opening a person's page."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentorapp.store import vault

from .data import _TIMELINE
from .measuring import Row, compared, events, p95, timed
from .phrase import PASSPHRASE
from .places import Place

_SIZE = (1366, 768)
_ROW = 51
_NO_INDEX = QModelIndex()


class RawModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Any] = []

    def show_rows(self, rows: list[Any]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:  # noqa: N802
        return len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()] if role == Qt.ItemDataRole.UserRole else None


class RawDelegate(QStyledItemDelegate):
    """Two lines and a date: what a row cannot do without."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.drawText(rect.adjusted(50, 6, -120, -26), Qt.AlignmentFlag.AlignLeft, row[3])
        painter.drawText(rect.adjusted(50, 26, -120, -6), Qt.AlignmentFlag.AlignLeft, (row[10] or "")[:120])
        painter.drawText(rect.adjusted(0, 6, -10, -26), Qt.AlignmentFlag.AlignRight, row[1])

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(600, _ROW)


def raw_timeline(place: Place) -> Callable[[bytes], None]:
    """A raw query and a delegate, in a window of the same size."""
    plain = place.plain_connection()
    model, view = RawModel(), QListView()
    view.setModel(model)
    view.setItemDelegate(RawDelegate(view))
    view.setUniformItemSizes(True)
    view.resize(*_SIZE)
    view.show()
    QApplication.processEvents()

    def show(mentee: bytes) -> None:
        model.show_rows(plain.execute(_TIMELINE, (mentee,)).fetchall())
        painted(view)

    return show


def painted(widget: QWidget) -> None:
    """Lays out and paints now, instead of when the event loop comes round."""
    QApplication.processEvents()
    widget.repaint()


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
    painted(window)
    plain = place.plain_connection()
    mentees = [row[0] for row in plain.execute("SELECT id FROM mentee ORDER BY id")]
    try:
        yield _list(rooms, window)
        yield _timeline(rooms, window, place, mentees)
    finally:
        rooms.close()
        window.close()
        kit.close()
        opened.close()


def _raise(error: BaseException) -> None:
    raise error


def _list(rooms: Any, window: QWidget) -> Row:
    rooms.frame.go("mentees")
    painted(window)

    def refresh() -> None:
        rooms.mentees.refresh()
        painted(window)

    for _ in range(5):
        refresh()
    worst = p95(refresh for _ in range(events()))
    return Row("List: refresh to paint", "p95 16 ms", p95=1000 * worst)


def _timeline(rooms: Any, window: QWidget, place: Place, mentees: list[bytes]) -> Row:
    floor_of = raw_timeline(place)
    turn = iter(mentees * 200)

    def open_(mentee: bytes) -> None:
        rooms.frame.go("mentee", UUID(bytes=mentee))
        painted(window)

    for mentee in mentees[:5]:
        open_(mentee)
    worst = p95(partial(open_, one) for one in (mentees * 5)[: events()])
    return compared(
        "Open a mentee, timeline painted",
        "at most 1.3 x; p95 33 ms",
        timed(lambda: floor_of(next(turn)), 7),
        timed(lambda: open_(next(turn)), 7),
        p95=worst,
    )


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    sealed, plain_file = Path(sys.argv[1]), Path(sys.argv[2])
    here = Place(sealed, plain_file, vault.unlock_with_passphrase(sealed, PASSPHRASE))
    with tempfile.TemporaryDirectory() as folder:
        for one in screen_rows(here, Path(folder)):
            print(json.dumps(asdict(one)), flush=True)
