"""Makes the pictures of the README from the sample people: `.venv/bin/python packaging/pictures.py [FOLDER]`.

Always the same day and the same size, without a screen, so that a change in a picture is a change in the program.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from time import monotonic
from typing import cast
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
# A script's own folder comes first of all: it would hide the library that is called packaging.
sys.path[0] = str(ROOT)
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter, QTextCursor  # noqa: E402
from PySide6.QtPdf import QPdfDocument  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from mentorapp.domain.calendar import Clock  # noqa: E402
from mentorapp.domain.meetings import MeetingStatus  # noqa: E402
from mentorapp.exchange.addressees import To  # noqa: E402
from mentorapp.exchange.meeting_parties import PROTOCOL, SUMMARY  # noqa: E402
from mentorapp.exchange.orders import Order  # noqa: E402
from mentorapp.exchange.packs import make_pack  # noqa: E402
from mentorapp.exchange.prints import preview, preview_plan  # noqa: E402
from mentorapp.sample import DayClock  # noqa: E402
from mentorapp.store.meetings import list_meetings  # noqa: E402
from mentorapp.store.mentees import find_mentees  # noqa: E402
from mentorapp.store.placements import list_placements  # noqa: E402
from mentorapp.store.scale_definitions import get_scale  # noqa: E402
from ui.demo import make_demo  # noqa: E402
from ui.kit import Kit  # noqa: E402
from ui.parts import Parts  # noqa: E402
from ui.preferences import PreferenceFile  # noqa: E402
from ui.requests import NoteRequest, PlacementRequest, WizardRequest  # noqa: E402
from ui.rooms import Rooms  # noqa: E402
from ui.screens.meeting_wizard import MeetingWizard  # noqa: E402
from ui.screens.mentee_page.scales.tab import ScalesTab  # noqa: E402
from ui.screens.unlock import UnlockScreen  # noqa: E402
from ui.theme import Theme, ThemeChoice, load_scripts  # noqa: E402
from ui.window import MainWindow  # noqa: E402

Colour = tuple[int, int, int]

DAY = date(2026, 11, 25)
MORNING = 8
SIZE = QSize(1366, 768)
PAPER_WIDTH = 800
TABS = {"kartlaggning": "mapping", "plan": "plan", "runt-om": "around"}
FLAT_COLOURS = 160
LINGER_SECONDS = 1.0
WALK = (
    "Gick runt sjön. Love ringde trafikskolan själv, för första gången. "
    "Vill gärna se hur det ser ut på folkhögskolan före jul."
)
MARKS = (Decimal("5.2"), Decimal("5.8"), Decimal("4.7"))
NEXT_STEP = "Boka studiebesök på folkhögskolan"
BIRK = "Birk Provare"
LAST_STEP = 5


class Standing(Parts):
    """The real parts, on a day that never passes."""

    @property
    def clock(self) -> Clock:
        return DayClock(DAY)


def save(image: QImage, path: Path) -> None:
    """With a palette, a third of the bytes: what is most often seen keeps its very colour, edges take the nearest."""
    dots = image.convertToFormat(QImage.Format.Format_RGB888)
    size, line = (dots.width(), dots.height()), dots.bytesPerLine()
    picture = Image.frombytes("RGB", size, bytes(dots.constBits()), "raw", "RGB", line, 1)
    parts = picture.tobytes()
    colours: list[Colour] = list(zip(parts[0::3], parts[1::3], parts[2::3], strict=True))
    counted = Counter(colours)
    flat = [colour for colour, _ in counted.most_common(FLAT_COLOURS)]
    rest = picture.quantize(256 - len(flat), method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = flat + list(zip(rest[0::3], rest[1::3], rest[2::3], strict=True))
    place = {colour: nearest(colour, palette) for colour in counted}
    small = Image.frombytes("P", size, bytes(place[colour] for colour in colours))
    small.putpalette([part for colour in palette for part in colour])
    small.save(path, optimize=True)


def nearest(colour: Colour, palette: list[Colour]) -> int:
    return min(range(len(palette)), key=lambda at: sum((a - b) ** 2 for a, b in zip(colour, palette[at], strict=True)))


def linger(app: QApplication) -> None:
    """Until everything that is built while nobody waits is there."""
    until = monotonic() + LINGER_SECONDS
    while monotonic() < until:
        app.processEvents()


def whose(rooms: Rooms, name: str) -> UUID:
    with rooms.store.read() as session:
        return find_mentees(session, name)[0].id


def picture_screens(rooms: Rooms, take: Callable[[str], None]) -> None:
    rooms.show("today")
    take("idag")
    birk = whose(rooms, BIRK)
    rooms.frame.go("mentee", birk)
    take("oversikt")
    for name, tab in TABS.items():
        rooms.page.choose_tab(tab)
        take(name)
    rooms.frame.go("placement", newest_placement(rooms, birk))
    take("placering")
    rooms.frame.go("wizard", WizardRequest(birk, meeting_of(rooms, MeetingStatus.PLANNED), LAST_STEP))
    wizard = cast("MeetingWizard", rooms.frame.current)
    while wizard.papers.pack is None:  # made by the worker
        QApplication.processEvents()
    take("motesunderlag")
    rooms.frame.go("mentee", whose(rooms, "Cleo Fiktiv"))
    rooms.page.choose_tab("scales")
    scales = cast("ScalesTab", rooms.page.tab("scales"))
    scales.open_form()
    for row, value in zip(scales.pages.panel.entry.lines.rows, MARKS, strict=False):
        row.set_value(value)
    take("skattningar")
    rooms.frame.go("today")
    rooms.open_note(NoteRequest(whose(rooms, "Love Demosson")))
    form = rooms.note.form
    form.when.set_when(DAY, time(10, 30))
    form.minutes.set_value("45")
    form.boxes.first.box.setPlainText(WALK)
    form.boxes.first.box.moveCursor(QTextCursor.MoveOperation.End)
    form.next_step.line.setText(NEXT_STEP)
    form.step.box.click()
    form.next_contact.set_when(DAY + timedelta(days=7), None)
    take("anteckning")


def newest_placement(rooms: Rooms, mentee: UUID) -> PlacementRequest:
    with rooms.store.read() as session:
        return PlacementRequest(mentee, list_placements(session, mentee)[0].id)


def easy_plan(rooms: Rooms) -> bytes:
    """The easy-read plan."""
    return preview_plan(rooms.store, whose(rooms, "Farah Sagolik"), texts=rooms.texts, easy=True).pdf


def summary(rooms: Rooms) -> bytes:
    """Of the pack for the meeting tomorrow: what the caseworker gets."""
    meeting = meeting_of(rooms, MeetingStatus.PLANNED)
    pack = make_pack(rooms.store, meeting, texts=rooms.texts)
    return next(paper.pdf for part in pack.parts for paper in part.papers if paper.template.code == SUMMARY)


def protocol(rooms: Rooms) -> bytes:
    """What came out of the last meeting."""
    to = To(meeting_id=meeting_of(rooms, MeetingStatus.HELD))
    order = Order(mentee_id=whose(rooms, BIRK), template=PROTOCOL, to=to)
    return preview(rooms.store, order, texts=rooms.texts).pdf


def stairs(rooms: Rooms) -> bytes:
    return preview(rooms.store, Order(mentee_id=whose(rooms, BIRK), template="P06"), texts=rooms.texts).pdf


def meeting_of(rooms: Rooms, status: MeetingStatus) -> UUID:
    """The latest of Birk's."""
    with rooms.store.read() as session:
        return next(one.id for one in list_meetings(session, whose(rooms, BIRK)) if one.status is status)


def blank_form(rooms: Rooms) -> bytes:
    """The mentee's form for the workplace."""
    with rooms.store.read() as session:
        form = get_scale(session, "workplace_mentee")
    return preview(rooms.store, Order(mentee_id=None, template="P04", about=form.id), texts=rooms.texts).pdf


PAPERS = {"min-plan": easy_plan, "sammanfattning": summary, "min-trappa": stairs, "protokoll": protocol,
          "blankett": blank_form}  # fmt: skip
"""The five papers of the README; of each its first page."""


def picture_paper(pdf: bytes) -> QImage:
    """The first page, as it is printed."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = document.pagePointSize(0)
    scaled = QSize(PAPER_WIDTH, round(PAPER_WIDTH * size.height() / size.width()))
    page = QImage(scaled, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(0, scaled))
    painter.end()
    return page


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([sys.argv[0]])
    app.setCursorFlashTime(0)
    theme = Theme(app, ThemeChoice.LIGHT)
    load_scripts()
    window = MainWindow(theme)
    window.resize(SIZE)

    def take(name: str) -> None:
        linger(app)
        save(window.grab().toImage(), folder / f"{name}.png")

    def stop(error: BaseException) -> None:
        raise error

    with tempfile.TemporaryDirectory() as profile:
        kit = Kit(window, PreferenceFile(Path(profile)), stop, Standing())
        window.show_page(UnlockScreen(kit.texts, theme, MORNING))
        window.show()
        take("las-upp")
        demo = make_demo(kit.parts.clock)
        rooms = Rooms(kit, demo.opened, looking=False)
        picture_screens(rooms, take)
        for name, paper in PAPERS.items():
            save(picture_paper(paper(rooms)), folder / f"{name}.png")
        rooms.close()
        window.close()
        kit.close()
        demo.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
