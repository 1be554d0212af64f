"""A placement by keyboard: wishes, the bank, the match, hours, the first day, needs and what is said of how it goes."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.domain.lists import WordList
from mentorapp.domain.placements import Placement, PlacementType
from mentorapp.store.placements import list_placements
from ui.widgets.overlay import Overlay

from .desk import Desk, Key, said_in
from .hand import CTRL, focus_name, focused


def write_profile(desk: Desk, answers: Mapping[str, str]) -> None:
    """In the mapping, each field left for the next; Esc closes the fields."""
    desk.open_tab("mapping")
    desk.press("mapping.profile_begin")
    for name, words in answers.items():
        desk.to(f"mapping.profile_{name}")
        desk.hand.write(words)
    desk.hand.press(Key.Key_Escape)
    desk.settle()


def add_workplace(desk: Desk, name: str, sector: str, supervisor: str, facts: Mapping[str, str]) -> None:
    """Ctrl+4: the bank is empty, and Enter begins the first one."""
    hand = desk.hand
    hand.press(Key.Key_4, modifier=CTRL)
    desk.wait(lambda: desk.rooms.frame.here is not None and desk.rooms.frame.here.key == "workplaces")
    desk.settle()
    hand.enter()
    desk.settle()
    hand.write(name)
    desk.to("workplaces.sector")
    desk.choose(desk.word(WordList.SECTOR, sector))
    desk.to("workplaces.supervisor")
    hand.write(supervisor)
    for key, words in facts.items():
        desk.to(f"workplaces.{key}")
        hand.write(words)
    desk.save()


def begin_placement(desk: Desk, place: str, kind: PlacementType, hours: str, reason: str, day: str) -> tuple[str, str]:
    """From the match to the new placement; gives what was said in the match, and beside the form."""
    hand = desk.hand
    desk.open_tab("work")
    desk.press("work.match")
    matched = said_in(sheet_over(desk))
    desk.press("work.choose_name", name=place)
    compared = said_in(sheet_over(desk))
    desk.to("work.kind")
    desk.choose(desk.text(f"codes.placement_type_{kind.value}"))
    desk.to("around.from")
    retype(desk, day)
    desk.to("work.hours")
    hand.write(hours)
    desk.to("work.why")
    hand.write(reason)
    desk.to("work.go_along")
    hand.space()
    desk.save()
    return matched, compared


def retype(desk: Desk, words: str) -> None:
    """What stands in the field gives way."""
    desk.hand.press(Key.Key_A, modifier=CTRL)
    desk.hand.write(words)


def open_placement(desk: Desk) -> None:
    """From anywhere: the person, the tab, the newest placement."""
    desk.open_person("work")
    desk.hand.press(Key.Key_F6)
    desk.hand.tab_until(lambda widget: widget.objectName().endswith(":open"), "the placement")
    desk.hand.enter()
    desk.wait(lambda: desk.rooms.frame.here is not None and desk.rooms.frame.here.key == "placement")
    desk.settle()


def raise_hours(desk: Desk, hours: str) -> None:
    """From today, as the form proposes."""
    desk.press("placement.hours_change")
    desk.hand.write(hours)
    desk.save()


def print_blank(desk: Desk, place: int) -> None:
    """The button opens a menu: the mentee's form, or the supervisor's. The paper comes out of the printer."""
    sent = len(desk.sent)
    desk.to("placement.print_blank")
    desk.hand.enter()
    desk.settle()
    desk.hand.press(*[Key.Key_Down] * (place + 1))
    desk.hand.enter()
    send_to_printer(desk, sent)


def send_to_printer(desk: Desk, sent: int) -> None:
    """The preview has its focus on the button; Esc goes back to where one was."""
    desk.wait(lambda: desk.rooms.preview.isVisible() and desk.rooms.preview.print_button.hasFocus())
    desk.hand.enter()
    desk.wait(lambda: len(desk.sent) == sent + 1)
    desk.wait(desk.rooms.preview.print_button.isEnabled)
    desk.hand.press(Key.Key_Escape)
    desk.wait(lambda: not desk.rooms.preview.isVisible())
    desk.settle()


def enter_marks(desk: Desk, values: Sequence[str]) -> None:
    """The focus is on the first line: digits and Enter for each, then Ctrl+Enter."""
    for value in values:
        desk.hand.choose(value)
        desk.hand.enter()
    desk.save()


def talk_instead(desk: Desk, words: str) -> None:
    """The focus is on the button, then on whose answers there are: m for word of mouth."""
    assert focus_name(focused()) == desk.text("placement.fill_in")
    desk.hand.enter()
    desk.settle()
    desk.choose(desk.text("placement.answers_oral"), 1)
    desk.hand.tab()
    desk.hand.write(words)


def light_up(desk: Desk, need: str, light: str) -> None:
    """The lights are one stop: to the right until the one that is meant, then Space."""
    hand, lit = desk.hand, desk.text(f"codes.adaptation_light_{light}")
    hand.to(need)
    wanted = desk.text("placement.light", need=need, light=lit)
    for _ in range(3):
        if focus_name(focused()) == wanted:
            break
        hand.press(Key.Key_Right)
    assert focus_name(focused()) == wanted
    hand.space()
    desk.settle()


def sheet_over(desk: Desk) -> QWidget:
    """The form that lies over the window."""
    QApplication.processEvents()
    (found,) = (one for one in desk.rooms.frame.window().findChildren(Overlay) if one.isVisible())
    return found


def placement(desk: Desk) -> Placement:
    """The only one there is."""
    with desk.read() as session:
        (found,) = list_placements(session, desk.mentee)
    return found


def placement_id(desk: Desk) -> UUID:
    return placement(desk).id
