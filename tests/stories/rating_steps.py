"""Forms filled in by keyboard on the tab Skattningar."""

from ui.widgets.choice_chips import Pill

from .desk import Desk, Key
from .hand import CTRL, SHIFT, focus_name, focused
from .placement_steps import enter_marks, send_to_printer


def turn_to_form(desk: Desk, title: str, letters: int) -> None:
    """The chips of the tab are one stop, before the form; letters choose, and Tab leads into what has come."""
    chips = desk.text("scales.which")
    _back_until(desk, lambda: isinstance(focused(), Pill) and focus_name(focused().parentWidget()) == chips)
    if focus_name(focused()) != title:
        desk.choose(title, letters)
    desk.settle()


def _back_until(desk: Desk, there: object) -> None:
    for _ in range(20):
        if there():  # type: ignore[operator]
            return
        desk.hand.press(Key.Key_Tab, modifier=SHIFT)
    raise AssertionError("Shift+Tab never comes there")


def fill_in(desk: Desk, values: tuple[str, ...]) -> int:
    """From the button to the stored form; gives the strokes."""
    desk.hand.tab_until(lambda widget: focus_name(widget).startswith(desk.text("scales.fill")), "the button")
    desk.hand.begin_counting()
    desk.hand.enter()
    desk.settle()
    enter_marks(desk, values)
    return desk.hand.strokes


def say_instead(desk: Desk, words: str) -> None:
    """Muntligt i stället: a note, and it counts as done."""
    desk.hand.tab_until(lambda widget: focus_name(widget).startswith(desk.text("scales.fill")), "the button")
    desk.hand.enter()
    desk.settle()
    desk.press("scales.oral_instead")
    desk.hand.write(words)
    desk.save()


def print_form(desk: Desk) -> None:
    """Ctrl+P: the form in hand, blank."""
    sent = len(desk.sent)
    desk.hand.press(Key.Key_P, modifier=CTRL)
    send_to_printer(desk, sent)
