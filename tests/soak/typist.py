"""The program itself in a process of its own, with a hand that types until it is killed, or an eye that looks.

`python tests/soak/typist.py FOLDER PASSPHRASE type|look PLACE MENTEE OTHER` writes what it does as lines of JSON.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mentorapp.domain.enrolments import StepState
from ui.app import Program
from ui.launch import Launch
from ui.parts import Parts
from ui.requests import DraftRequest, NoteRequest
from ui.rooms import Rooms
from ui.screens.mentee_page.level_form import LevelForm

KEY_EVERY_MS = 12
WORDS = "Vi gick längs ån och pratade om praktiken på Café Låtsas. "


class QuietParts(Parts):
    def harden(self) -> None:
        pass


def say(**what: Any) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def note_of(rooms: Rooms, mentee: UUID) -> QWidget:
    rooms.open_note(NoteRequest(mentee))
    return rooms.note.form.boxes.first.box


def level_of(rooms: Rooms, mentee: UUID) -> QWidget:
    rooms.frame.go("mentee", mentee)
    assert rooms.page.sheets.person is not None
    step = next(step for step in rooms.page.sheets.person.stairs if step.state is not StepState.HERE)
    form = rooms.page.sheets.open_level(step)
    assert isinstance(form, LevelForm)
    return form.words.box


def field_of(rooms: Rooms, mentee: UUID) -> QWidget:
    rooms.frame.go("mentee", mentee)
    rooms.page.choose_tab("overview")
    field: QWidget = rooms.page.tab("overview").good.fields["safe_contact"]  # type: ignore[attr-defined]
    return field


PLACES: dict[str, Callable[[Rooms, UUID], QWidget]] = {"note": note_of, "sheet": level_of, "field": field_of}


class Hand(QObject):
    """One key after another, without a pause, and word of every key and of every draft that was kept."""

    def __init__(self, rooms: Rooms, field: QWidget) -> None:
        super().__init__(rooms)
        self._field, self._count = field, 0
        rooms.store.on_change(lambda change: say(kept=self._count, tables=sorted(change.tables)))
        field.setFocus()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._press)
        self._timer.start(KEY_EVERY_MS)

    def _press(self) -> None:
        letter = WORDS[self._count % len(WORDS)]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self._field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        self._count += 1
        say(typed=self._count, letter=letter, at=monotonic())


def text_of(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def look(rooms: Rooms, place: str, mentee: UUID, other: UUID) -> None:
    """What waits on Idag; what the next person's form holds; and what stands there when the draft is opened."""
    rooms.frame.go("today")
    group = next((group for group in rooms.today._groups if group.key == "to_write_up"), None)
    entries = group.entries() if group is not None else []
    say(waiting=[entry.stop.accessibleName() + " " + entry.stop.accessibleDescription() for entry in entries])
    elsewhere = PLACES[place](rooms, other)
    say(other=text_of(elsewhere), others_lines=[line.text() for line in visible(elsewhere, QLineEdit)])
    QTest.keyClick(elsewhere, Qt.Key.Key_Escape)
    rooms.frame.go("today")
    asked: list[object] = []
    rooms.today.draft_wanted.connect(asked.append)
    rooms.today.note_wanted.connect(asked.append)
    for entry in entries:
        assert entry.act is not None
        entry.act()
    say(asked=[one.form if isinstance(one, DraftRequest) else "quick_note" for one in asked])
    texts = [box.toPlainText() for box in visible(rooms.frame.window(), QPlainTextEdit)]
    say(found=max(texts, key=len, default=""), whom=str(rooms.note._subject.mentee_id or rooms.page.mentee_id))
    QApplication.exit(0)


def visible(near: QWidget, kind: type[Any]) -> list[Any]:
    return [one for one in near.window().findChildren(kind) if one.isVisible()]


def main() -> int:
    folder, passphrase, act, place, mentee, other = sys.argv[1:]
    app = QApplication(["mentor"])
    program = Program(app, Launch(Path(folder)), QuietParts())
    program.hook.install()
    program.start()
    program.gate.page.field.line.setText(passphrase)
    QTest.keyClick(program.gate.page.field.line, Qt.Key.Key_Return)

    def begin() -> None:
        rooms = program.stay.rooms
        if rooms is None:
            QTimer.singleShot(20, begin)
        elif act == "type":
            Hand(rooms, PLACES[place](rooms, UUID(mentee)))
        else:
            look(rooms, place, UUID(mentee), UUID(other))

    begin()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
