"""The work and its end by keyboard: contacts, levels, support around, a job, the closing, the check and the return."""

from .desk import Desk, Key
from .hand import CTRL, SHIFT, focus_name, focused


def note(desk: Desk, letters: str, *, kind: str = "", came: str = "", words: str = "") -> None:
    """A quick note from Idag: whom by letters, kind and whether it came off by letters, then the words."""
    hand = desk.hand
    hand.press(Key.Key_N, modifier=CTRL)
    desk.wait(lambda: desk.rooms.note.is_open)
    hand.choose(letters)
    hand.enter()
    if kind:
        desk.choose(desk.text(f"codes.session_kind_{kind}"), 1)
    hand.tab(2)
    if came:
        desk.choose(desk.text(f"codes.attendance_{came}"), 2)
    if words:
        hand.tab()
        assert focus_name(focused()) == desk.text("note.what_happened")
        hand.write(words)
    desk.save()
    desk.wait(lambda: not desk.rooms.note.is_open)


def step_up(desk: Desk) -> None:
    """From the overview: back to the staircase, the next step, its form with today's day."""
    hand = desk.hand
    hand.press(Key.Key_F6, Key.Key_F6, modifier=SHIFT)
    assert focus_name(focused()) == desk.text("widgets.stairs")
    hand.press(Key.Key_Right)
    hand.enter()
    desk.settle()
    desk.save()


def add_support(desk: Desk, actor: str) -> None:
    """Housing support that goes on, by somebody else."""
    desk.open_tab("around")
    desk.press("around.intervention_new")
    desk.choose(desk.text("codes.intervention_kind_housing_support"))
    desk.hand.tab()
    desk.hand.write(actor)
    desk.to("codes.intervention_state_needed")
    desk.choose(desk.text("codes.intervention_state_ongoing"), 2)
    desk.save()


def begin_work(desk: Desk, where: str, percent: int) -> None:
    desk.open_tab("closing")
    desk.press("closing.work_begun")
    desk.choose(desk.text("codes.destination_employment_regular"), 6)
    desk.to("closing.extent")
    desk.choose(desk.text("closing.percent", percent=percent), 2)
    desk.hand.tab()
    desk.hand.write(where)
    desk.save()


def close(desk: Desk, reason: str, percent: int, own_words: str, actor: str, receiver: str) -> None:
    """The reason suggests where the person goes; all that is asked is answered."""
    hand = desk.hand
    desk.open_tab("closing")
    desk.press("closing.begin")
    desk.choose(reason)
    desk.to("closing.extent")
    desk.choose(desk.text("closing.percent", percent=percent), 2)
    hand.tab()
    for _ in range(40):
        if focus_name(focused()) == desk.text("mentee.level_words", name="Cleos"):
            break
        if type(focused()).__name__ == "TickBox":
            hand.space()
        hand.tab()
    hand.write(own_words)
    hand.to(actor)
    hand.write(receiver)
    hand.enter()
    hand.to(desk.text("closing.yes"))
    desk.choose(desk.text("closing.yes"), 1)
    desk.press("closing.close")


def record_check(desk: Desk, months: int) -> None:
    """The focus is on the check whose day has come: reached, and still at work."""
    months_after = desk.text("closing.check_months", count=months)
    assert focus_name(focused()) == f"{desk.text('closing.check_fill')}: {months_after}"
    desk.hand.enter()
    desk.settle()
    desk.choose(desk.text("codes.check_state_reached"), 2)
    desk.to("closing.check_now")
    desk.choose(desk.text("codes.destination_employment_regular"))
    desk.save()


def come_back(desk: Desk) -> None:
    desk.open_tab("closing")
    desk.press("closing.came_back")
    desk.save()
