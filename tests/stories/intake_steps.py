"""The way in by keyboard: the name, first contact, thinking time and the yes; then the mapping and the first plan."""

from collections.abc import Sequence

from mentorapp.domain.lists import WordList

from .desk import Desk, Key, said_in
from .hand import ALT, CTRL, SHIFT, focus_name, focused


def add_person(desk: Desk, name: str, safe: str) -> None:
    """From the empty list: the name, own initiative, the safe way."""
    hand = desk.hand
    hand.press(Key.Key_2, modifier=CTRL)
    desk.settle()
    hand.enter()
    _fill_in_person(desk, name, safe, letters=3)


def add_another(desk: Desk, name: str, safe: str) -> None:
    """From a list with people: the button stands before them."""
    hand = desk.hand
    hand.press(Key.Key_2, modifier=CTRL)
    desk.settle()
    hand.press(Key.Key_Tab, modifier=SHIFT)
    hand.enter()
    _fill_in_person(desk, name, safe, letters=1)


def _fill_in_person(desk: Desk, name: str, safe: str, letters: int) -> None:
    hand = desk.hand
    desk.settle()
    hand.write(name)
    hand.tab()
    hand.choose(desk.word(WordList.REFERRER_TYPE, "self")[:letters].lower())
    assert focus_name(focused()) == desk.word(WordList.REFERRER_TYPE, "self")
    hand.tab()
    hand.write(safe)
    desk.save()
    desk.wait(lambda: desk.rooms.page.isVisible())


def note_first_contact(desk: Desk, words: str) -> None:
    """On the page of the person the note knows whom it is about."""
    desk.hand.press(Key.Key_N, modifier=CTRL)
    desk.wait(lambda: desk.rooms.note.is_open)
    desk.hand.write(words)
    desk.save()
    desk.wait(lambda: not desk.rooms.note.is_open)


def give_thinking_time(desk: Desk) -> None:
    desk.open_tab("details")
    assert focus_name(focused()) == desk.text("intake.offer_note")
    desk.hand.enter()
    desk.settle()
    desk.save()


def say_yes(desk: Desk) -> None:
    """With the programme there is, today and the first level, as the form proposes."""
    desk.open_tab("details")
    desk.press("intake.yes")
    desk.save()


def note_dream(desk: Desk, words: str) -> None:
    desk.to("mapping.wish_new")
    desk.hand.write(words)
    desk.hand.enter()
    desk.settle()


def answer_area(desk: Desk, area: str, status: str, words: str = "") -> None:
    """Opens the area, says how it is, and closes it again; the focus is back on its row."""
    hand, name = desk.hand, desk.word(WordList.LIFE_AREA, area)
    for _ in range(40):
        if focus_name(focused()) != name:
            hand.press(Key.Key_Down)
    hand.enter()
    desk.settle()
    desk.choose(desk.text(f"codes.answer_status_{status}"), 4)
    if words:
        hand.tab(2)
        hand.write(words)
    hand.press(Key.Key_Escape)
    desk.settle()
    assert focus_name(focused()) == name


def make_goal_of_dream(desk: Desk, dream: str) -> None:
    """Alt and the right arrow on the dream, as the card says."""
    desk.hand.to(dream)
    desk.hand.press(Key.Key_Right, modifier=ALT)
    desk.settle()
    desk.save()


def write_plan(desk: Desk, goal: str, steps: Sequence[str]) -> None:
    hand = desk.hand
    desk.open_tab("plan")
    assert focus_name(focused()) == desk.text("plan.new_goal")
    hand.enter()
    for words in (goal, *steps):
        hand.write(words)
        hand.enter()
        desk.settle()


def promise(desk: Desk, what: str, who: str, by: str) -> None:
    hand = desk.hand
    desk.press("plan.promise_add")
    hand.write(what)
    hand.tab()
    desk.choose(who)
    hand.tab()
    hand.write(by)
    desk.save()


def said_today(desk: Desk) -> str:
    desk.hand.press(Key.Key_1, modifier=CTRL)
    desk.wait(lambda: desk.rooms.today.isVisible())
    desk.settle()
    return said_in(desk.rooms.today)
