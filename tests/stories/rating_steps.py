"""Forms filled in by keyboard on the tab Skattningar."""

from ui.widgets.choice_chips import Pill

from .desk import Desk, Key
from .hand import CTRL, SHIFT, focus_name, focused
from .placement_steps import enter_marks, send_to_printer


def turn_to_form(desk: Desk, title: str, letters: int) -> None:
    """The chips of the tab are one stop, before the form; letters choose, and Tab leads into what has come."""
    chips = desk.text("scales.which")
    for _ in range(20):
        around = focused().parentWidget()
        if isinstance(focused(), Pill) and around is not None and around.accessibleName() == chips:
            break
        desk.hand.press(Key.Key_Tab, modifier=SHIFT)
    if focus_name(focused()) != title:
        desk.choose(title, letters)
    desk.settle()


def fill_in(desk: Desk, values: tuple[str, ...], card: str = "") -> int:
    """From the button, of the card whose words have this key, to the stored form; gives the strokes."""
    _open_form(desk, card)
    desk.hand.begin_counting()
    desk.hand.enter()
    desk.settle()
    enter_marks(desk, values)
    return desk.hand.strokes


def _open_form(desk: Desk, card: str) -> None:
    name = f"{desk.text('scales.fill')}: {desk.text(card)}" if card else desk.text("scales.fill")
    desk.hand.tab_until(lambda widget: focus_name(widget) == name, name)


def say_instead(desk: Desk, words: str) -> None:
    """From the first line back to how the form was filled in: by word of mouth, and a note; it counts as done."""
    desk.hand.press(Key.Key_Tab, modifier=SHIFT)
    assert focus_name(focused()) == desk.text("scales.how")
    desk.choose(desk.text("codes.filled_how_oral"), 2)
    desk.hand.tab()
    desk.hand.write(words)
    desk.save()


def print_form(desk: Desk) -> None:
    """Ctrl+P: the form in hand, blank."""
    sent = len(desk.sent)
    desk.hand.press(Key.Key_P, modifier=CTRL)
    send_to_printer(desk, sent)
