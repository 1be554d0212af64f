"""The program used from unlocking to locking, without a screen: every place, a draft, a print, a file, a bug.

A process of its own, so that what it opens can be traced: `walkthrough.py PROFILE SAVED_PDF`, the passphrase on
standard input. It says which words it typed, to be looked for where they must not be.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import monotonic, sleep
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from mentorapp.domain.network import OrganisationKind
from mentorapp.store.enrolments import list_enrolments
from mentorapp.store.meetings import list_all_meetings
from mentorapp.store.overviews import list_lines
from mentorapp.store.print_log import list_prints
from tests.system.papers import every_paper
from tests.ui.frame.everywhere import places, put_away, sheets
from ui.app import Program
from ui.launch import Launch
from ui.parts import Parts
from ui.printing import Printing
from ui.requests import DraftRequest, NoteRequest, PrintRequest, WizardRequest
from ui.rooms import Rooms
from ui.screens.meeting_wizard import MeetingWizard
from ui.screens.mentee_page.around.tab import AroundTab
from ui.screens.mentee_page.tab_list import TABS
from ui.widgets.namesake_sheet import NamesakeSheet
from ui.widgets.overlay import Overlay

PATIENCE_SECONDS = 60
TYPED = "Zqkanarie typed"
OVER_THE_WINDOW = (
    *("around.income", "around.intervention", "contacts.milestone", "contacts.safety"),
    *("closing.enrolment:{enrolment}", "closing.pause:{enrolment}", "closing.referral:{enrolment}"),
    *("closing.work:{enrolment}", "network.link", "network.obstacle", "mapping.version"),
    *("details.address", "details.death", "details.duty", "details.former_name", "details.interest"),
    *("details.municipality", "details.number", "details.occupation"),
    *("groups.activity", "mentees.outreach", "meetings.booking", "register.contact", "register.organisation"),
)
ON_A_TAB = (
    *("overview.good_to_know", "mapping.profile", "mapping.new_wish", "plan.new_goal", "contacts.none", "around.none"),
    *("details.person", "closing.close:{enrolment}", "scales.entry:four_areas"),
)
CTRL = Qt.KeyboardModifier.ControlModifier


class Hands(Parts):
    """The real parts, but for dialogs of the system and the new process after a lock."""

    def __init__(self, saved: Path) -> None:
        self.saved = saved

    def ask_save(self, window: QWidget, name: str, kinds: str) -> Path | None:
        return self.saved

    def ask_printer(self, window: QWidget) -> Printing | None:
        return Printing("Prov")

    def restart(self, arguments: Sequence[str]) -> bool:
        return True


def wait(holds: Callable[[], object]) -> None:
    until = monotonic() + PATIENCE_SECONDS
    while not holds():
        QApplication.processEvents()
        sleep(0.01)
        assert monotonic() < until, "it took too long"
    QApplication.processEvents()


def linger(seconds: float) -> None:
    """For what is written after a pause."""
    until = monotonic() + seconds
    wait(lambda: monotonic() > until)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def type_in(words: str) -> None:
    QTest.keyClicks(focused(), words)
    QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def unlock(program: Program, passphrase: str) -> Rooms:
    wait(program.window.isActiveWindow)
    type_in("Zqkanarie guess")
    press(Qt.Key.Key_Return)
    linger(3)
    press(Qt.Key.Key_A, CTRL)
    type_in(passphrase)
    press(Qt.Key.Key_Return)
    wait(lambda: program.stay.rooms)
    rooms = program.stay.rooms
    assert rooms is not None
    return rooms


def look_at_everybody(rooms: Rooms) -> None:
    with rooms.store.read() as session:
        lines = list_lines(session)
    rooms.frame.go("mentees")
    QApplication.processEvents()
    for line in lines:
        rooms.frame.go("mentee", line.mentee_id)
        for _ in TABS:
            press(Qt.Key.Key_Tab, CTRL)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Escape)
    for _place, go in places(rooms, persons=0):
        go()
        QApplication.processEvents()
    put_away(rooms)


def begin_every_form(rooms: Rooms) -> None:
    """Words in the forms over the window, each left as a draft, and in the fields of the tabs, left and stored."""
    with rooms.store.read() as session:
        somebody = list_lines(session)[0].mentee_id
        enrolment = list_enrolments(session, somebody)[0].id
    for form in OVER_THE_WINDOW:
        about = somebody if form.partition(".")[0] in TABS else None
        rooms.open_draft(DraftRequest(about, form.format(enrolment=enrolment)))
        QApplication.processEvents()
        fill_sheet(rooms)
    for _form, go in sheets(rooms):
        go()
        fill_sheet(rooms)
    rooms.frame.go("mentee", somebody)
    for form in ON_A_TAB:
        rooms.open_draft(DraftRequest(somebody, form.format(enrolment=enrolment)))
        fill(rooms.page.built, f"{TYPED} on a page")
        linger(0.8)


def fill_sheet(rooms: Rooms) -> None:
    """What lies over the window is filled in, and left as a draft; a line of the page itself is left as it is."""
    sheet = next((one for one in rooms.frame.window().findChildren(Overlay) if one.isVisible()), None)
    if sheet is not None:
        fill(sheet, f"{TYPED} in a form")
        linger(0.8)
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        QApplication.processEvents()


def fill(whole: QWidget, words: str) -> None:
    """Into everything in it that can be typed in."""
    QApplication.processEvents()
    lines, texts = whole.findChildren(QLineEdit), whole.findChildren(QPlainTextEdit)
    fields: list[QLineEdit | QPlainTextEdit] = [*lines, *texts]
    for field in fields:
        if isValid(field) and field.isVisible() and field.isEnabled() and not field.isReadOnly():
            field.setFocus()
            QTest.keyClicks(field, words)
            QApplication.processEvents()


def look_at_a_file(rooms: Rooms) -> None:
    with rooms.store.read() as session:
        rooms.frame.go("mentee", list_lines(session)[0].mentee_id)
    rooms.page.choose_tab("around")
    QApplication.processEvents()
    tab = rooms.page.tab("around")
    assert isinstance(tab, AroundTab)
    assert tab._around is not None
    tab.open_file(tab._around.files[0])
    QApplication.processEvents()
    press(Qt.Key.Key_Escape)


def write_a_draft(rooms: Rooms) -> None:
    with rooms.store.read() as session:
        somebody = list_lines(session)[0].mentee_id
    rooms.open_note(NoteRequest(somebody))
    QApplication.processEvents()
    type_in(f"{TYPED} note")
    linger(1.5)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_C, CTRL)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Escape)


def print_and_save(rooms: Rooms, passphrase: str) -> None:
    with rooms.store.read() as session:
        lines = list_lines(session)
    for easy in (True, False):
        rooms.open_preview(PrintRequest(lines[0].mentee_id, easy))
        wait(lambda: rooms.preview.made)
        wait(rooms.preview.print_button.isEnabled)
    press(Qt.Key.Key_Return)
    make_sure(rooms)
    wait(rooms.preview.print_button.isEnabled)
    rooms.preview.save_button.click()
    type_in(passphrase)
    press(Qt.Key.Key_Return)
    wait(lambda: asked_whose(rooms) or rooms.preview._parts.saved.exists())  # type: ignore[attr-defined]
    make_sure(rooms)
    wait(rooms.preview._parts.saved.exists)  # type: ignore[attr-defined]
    wait(rooms.preview.print_button.isEnabled)


def asked_whose(rooms: Rooms) -> list[NamesakeSheet]:
    return [one for one in rooms.frame.window().findChildren(NamesakeSheet) if one.isVisible()]


def make_sure(rooms: Rooms) -> None:
    """The first of the sample people shares a name with another: whose paper it is is confirmed (F 26)."""
    if asked_whose(rooms):
        press(Qt.Key.Key_Return)


def print_everything(rooms: Rooms) -> None:
    """Every paper that there is, in the queue of the printer."""
    for request in every_paper(rooms.store):
        rooms.open_preview(request)
        wait(lambda: rooms.preview.made)
        wait(rooms.preview.print_button.isEnabled)
        press(Qt.Key.Key_Return)
        make_sure(rooms)
        wait(rooms.preview.print_button.isEnabled)
    print_a_pack(rooms)
    rooms.settings.show_page("security")
    rooms.frame.go("settings")
    card = rooms.settings.security.incident
    card.show_paper.click()
    wait(card.print.isVisible)
    card.print.click()
    wait(card.said.text)


def print_a_pack(rooms: Rooms) -> None:
    """Every party's papers of the next meeting, from the last step of the wizard."""
    with rooms.store.read() as session:
        ahead = list_all_meetings(session, rooms.store.clock.today(), date.max)
    kinds = {one.id: {party.organisation.kind for party in one.outside if party.organisation} for one in ahead}
    wanted = {OrganisationKind.EMPLOYER, OrganisationKind.SOCIAL_INSURANCE}
    meeting = next(one for one in ahead if wanted <= kinds[one.id])
    rooms.frame.go("wizard", WizardRequest(meeting.mentee_id, meeting.id, 5))
    wizard = rooms.frame.current
    assert isinstance(wizard, MeetingWizard)
    foot = wizard.foot
    wait(foot.print.isEnabled)
    foot.print.click()
    wait(lambda: "P08" in printed(rooms, meeting.mentee_id))
    wait(foot.print.isEnabled)


def printed(rooms: Rooms, mentee_id: UUID) -> set[str]:
    with rooms.store.read() as session:
        return {one.template for one in list_prints(session, mentee_id)}


def stumble(program: Program) -> None:
    """A bug with a person's words in it: the report must not have them."""

    def bug() -> None:
        raise ValueError(f"{TYPED} bug")

    program.kit.tasks.run(bug, lambda _none: None)
    linger(1)
    press(Qt.Key.Key_Escape)


def main(profile: Path, saved: Path) -> None:
    passphrase = sys.stdin.readline().rstrip("\n")
    app = QApplication(["mentor"])
    program = Program(app, Launch(profile), Hands(saved))
    program.hook.install()
    program.start()
    rooms = unlock(program, passphrase)
    look_at_everybody(rooms)
    look_at_a_file(rooms)
    begin_every_form(rooms)
    write_a_draft(rooms)
    print_and_save(rooms, passphrase)
    print_everything(rooms)
    stumble(program)
    rooms.open_note(NoteRequest())
    type_in(f"{TYPED} unfinished")
    program.lock()
    sys.stdout.write("locked\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
