"""Strips down the pages: each once and in order, none below the foot, none parted from what it hangs together with."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.printing.flow import Block, Page, Strip, pages
from mentorapp.printing.tagging import TaggedCanvas

TOP, BOTTOM, FOOT = 700.0, 100.0, 40.0


class Place:
    """Remembers where each strip was put."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, float]] = []

    def draw(self, canvas: TaggedCanvas, y: float, *, number: int) -> None:
        self.seen.append((number, y))


def framed(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    assert TOP >= top > bottom >= BOTTOM - 0.01


STRIPS = st.lists(st.tuples(st.floats(5, 120), st.booleans(), st.floats(0, 20)), min_size=1, max_size=40)


def laid(blocks: list[list[tuple[float, bool, float]]]) -> tuple[list[Page], list[Strip], Place]:
    place = Place()
    made: list[Block] = []
    strips: list[Strip] = []
    for block in blocks:
        part: list[Strip] = []
        for height, glue, gap in block:
            part.append(Strip(height, partial(place.draw, number=len(strips) + len(part)), glue, gap))
        strips += part
        again = Strip(10, partial(place.draw, number=-2))
        made.append(Block(part, gap=10, pad=(8, 8), frame=framed, again=again))
    foot = Strip(FOOT, partial(place.draw, number=-1), gap=20)
    return pages(made, first_top=TOP, next_top=TOP, bottom=BOTTOM, foot=foot), strips, place


def drawn(page: Page, place: Place, canvas: TaggedCanvas) -> list[tuple[int, float]]:
    place.seen.clear()
    page.draw(canvas)
    return list(place.seen)


@given(st.lists(STRIPS, min_size=1, max_size=5))
def test_every_strip_is_drawn_once_in_order_and_above_the_foot(blocks: list[list[tuple[float, bool, float]]]) -> None:
    placed, strips, place = laid(blocks)
    canvas = TaggedCanvas("sv")
    order = []
    for page in placed:
        below = TOP
        for number, y in drawn(page, place, canvas):
            height = strips[number].height if number >= 0 else FOOT if number == -1 else 10
            assert y <= below + 0.01
            below = y - height
            assert below >= BOTTOM - 0.01
            order.append(number)
    assert [number for number in order if number >= 0] == list(range(len(strips)))
    assert order[-1] == -1


@given(st.lists(STRIPS, min_size=1, max_size=5))
def test_what_hangs_together_is_on_one_page_unless_it_is_taller(blocks: list[list[tuple[float, bool, float]]]) -> None:
    placed, strips, place = laid(blocks)
    canvas = TaggedCanvas("sv")
    on = {number: index for index, page in enumerate(placed) for number, _ in drawn(page, place, canvas)}
    first = 0
    for block in blocks:
        last = first + len(block) - 1
        start = first
        for number in range(first, last + 1):
            if number == last or not strips[number].glue:
                chain = strips[start : number + 1]
                if sum(strip.height + strip.gap for strip in chain) < 400:
                    assert on[start] == on[number]
                start = number + 1
        first = last + 1


@given(st.lists(STRIPS, min_size=1, max_size=3))
def test_the_foot_never_stands_alone(blocks: list[list[tuple[float, bool, float]]]) -> None:
    placed, _, place = laid(blocks)
    numbers = [number for number, _ in drawn(placed[-1], place, TaggedCanvas("sv"))]
    assert any(number >= 0 for number in numbers)


def test_a_block_that_goes_on_says_its_head_again() -> None:
    placed, _, place = laid([[(100.0, False, 0.0)] * 12])
    canvas = TaggedCanvas("sv")
    heads = [next(number for number, _ in drawn(page, place, canvas)) for page in placed]
    assert heads == [0, *[-2] * (len(placed) - 1)]
    assert len(placed) > 2
