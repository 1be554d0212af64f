"""Who is seen again is not read again, unless something was written in between."""

from datetime import date

from mentorapp.store.store import Store
from ui.screens.mentee_page.kept import Kept


def test_what_was_read_is_read_again_only_after_a_write(store: Store, day: date) -> None:
    kept: Kept[str] = Kept(store)
    read: list[str] = []

    def read_it(words: str) -> str:
        read.append(words)
        return words

    def one(words: str) -> str:
        return kept.get((words, day), lambda: read_it(words))

    assert [one("a"), one("b"), one("a")] == ["a", "b", "a"]
    assert read == ["a", "b"]
    with store.write("mentee_changed"):
        pass
    assert one("a") == "a"
    assert read == ["a", "b", "a"]


def test_only_the_last_ones_are_kept(store: Store) -> None:
    kept: Kept[int] = Kept(store)
    read: list[int] = []

    def read_it(number: int) -> int:
        read.append(number)
        return number

    def one(number: int) -> int:
        return kept.get((number,), lambda: read_it(number))

    for number in range(100):
        one(number)
    one(99)
    assert len(read) == 100
    one(0)
    assert len(read) == 101
