"""How blocks are placed: less air where it saves a page, all the air where it does not."""

from mentorapp.printing.flow import Block, Strip, nothing, pages

_FOOT = Strip(20, nothing, gap=20)


def _count(lines: int) -> int:
    blocks = [Block([Strip(10, nothing)], gap=10) for _ in range(lines)]
    return len(pages(blocks, first_top=240, next_top=240, bottom=0, foot=_FOOT))


def test_a_little_less_air_saves_a_page() -> None:
    assert _count(10) == 1
    assert _count(12) == 1
    assert _count(14) == 1
    assert _count(15) == 2


def test_air_is_kept_where_less_would_save_nothing() -> None:
    blocks = [Block([Strip(10, nothing)], gap=10) for _ in range(16)]
    first = pages(blocks, first_top=240, next_top=240, bottom=0, foot=_FOOT)[0]
    assert [y for _, y in first.placed][:3] == [240, 220, 200]
