"""The grid of step 3 says of every item what the paper does with it, for every party and every consent."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.meeting_grid import (
    CellState,
    Party,
    PartyPaper,
    meeting_grid,
    pieces,
    same_as_last,
    ticked,
    withheld,
)
from mentorapp.domain.sharing import (
    NO_CHOICES,
    Audience,
    Block,
    Choices,
    InfoClass,
    Recipient,
    Template,
    Why,
    release,
)

DAY = date(2026, 11, 25)
C = InfoClass
SUMMARY = Template("P02", 1, frozenset({Audience.CASEWORKER, Audience.CARE, Audience.SCHOOL}))
AT_WORK = Template("P03", 1, frozenset({Audience.EMPLOYER}))
OWN = Template("P01", 1, frozenset({Audience.MENTEE}), ticked=frozenset({C.HEALTH}))
PLACE = UUID(int=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Block):
    text: str = ""
    inner: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    parts: tuple[Part, ...]
    one: Part | None = None


@dataclass(frozen=True)
class Yes:
    classes: frozenset[InfoClass]

    def holds(self, recipient: Recipient, info_class: InfoClass, day: date) -> bool:
        return info_class in self.classes


FK = Recipient(audience=Audience.CASEWORKER, contact_id=UUID(int=1))
BOSS = Recipient(audience=Audience.EMPLOYER, contact_id=UUID(int=2), own=frozenset({PLACE}))
BIRK = Recipient(audience=Audience.MENTEE)


def part(item: str, info_class: InfoClass, **more: object) -> Part:
    return Part(item=item, info_class=info_class, **more)  # type: ignore[arg-type]


SHEET = Sheet(
    parts=(
        part("step:1", C.PLAN), part("step:2", C.PLAN, inner=(part("rating:1", C.HEALTH),)), part("care", C.HEALTH),
        part("home", C.SOCIAL), part("srs", C.ALLIANCE), part("srs:2", C.ALLIANCE), part("place", C.WORK, about=PLACE),
    ),
    one=part("", C.ID),
)  # fmt: skip
WORK = Sheet(parts=(part("place", C.WORK, about=PLACE),))


def fk(choices: Choices = NO_CHOICES) -> Party:
    return Party("fk", FK, (PartyPaper(SUMMARY, SHEET),), choices)


def boss(choices: Choices = NO_CHOICES) -> Party:
    return Party("boss", BOSS, (PartyPaper(AT_WORK, WORK),), choices)


def state(parties: tuple[Party, ...], key: str, column: int = 0, *classes: InfoClass) -> CellState:
    rows = meeting_grid(parties, [Yes(frozenset(classes))], [DAY])
    return next(row for row in rows if key in row.items or row.key == key).cells[column].state


def test_what_is_agreed_to_is_ticked_and_what_is_ticked_each_time_never_beforehand() -> None:
    assert state((fk(),), "step:1", 0, C.PLAN) is CellState.SHOWN
    assert state((fk(),), "care", 0, C.HEALTH) is CellState.OPEN
    assert state((fk(Choices(items=frozenset({"care"}))),), "care", 0, C.HEALTH) is CellState.SHOWN
    assert state((fk(),), "care") is CellState.LOCKED
    assert state((fk(Choices(left_out=frozenset({"step:1"}))),), "step:1", 0, C.PLAN) is CellState.OPEN


def test_what_stands_on_no_paper_of_a_party_is_said_apart_from_what_they_may_never_see() -> None:
    both = (fk(), boss())
    rows = {row.key: row for row in meeting_grid(both, [Yes(frozenset(C))], [DAY])}
    assert rows["care"].cells[1].why is Why.CEILING
    assert rows["step:1"].cells[1].why is Why.NOT_WORK_RELATED
    assert rows["place"].cells[1].state is CellState.SHOWN
    relevant = replace(SHEET, parts=(part("step:1", C.PLAN, workplace_relevant=True),))
    with_step = Party("fk", FK, (PartyPaper(SUMMARY, relevant),))
    (row,) = (one for one in meeting_grid((with_step, boss()), [Yes(frozenset(C))], [DAY]) if one.key == "step:1")
    assert row.cells[1].state is CellState.ELSEWHERE


def test_what_nobody_can_get_stands_in_one_row() -> None:
    rows = [row for row in meeting_grid((fk(),), [Yes(frozenset(C))], [DAY]) if row.kind == "srs"]
    assert [(row.items, row.count) for row in rows] == [(("srs", "srs:2"), 2)]


def test_what_belongs_to_the_meeting_itself_is_one_row_and_one_tick() -> None:
    items = Sheet(parts=(part("agenda:welcome", C.PLAN), part("agenda:next", C.PLAN), part("agenda:money", C.INCOME)))
    party = Party("fk", FK, (PartyPaper(SUMMARY, items),))
    rows = meeting_grid((party,), [Yes(frozenset({C.PLAN, C.INCOME}))], [DAY])
    assert [row.items for row in rows] == [("agenda:welcome", "agenda:next"), ("agenda:money",)]
    off = ticked(party.choices, rows[0], rows[0].cells[0], on=False)
    assert off.left_out == {"agenda:welcome", "agenda:next"}


def test_the_mentee_says_yes_to_a_class() -> None:
    plan = Sheet(parts=(part("", C.HEALTH), part("", C.PLAN)))
    party = Party("mentee", BIRK, (PartyPaper(OWN, plan),))
    (row,) = meeting_grid((party,), [], [DAY])
    assert (row.key, row.cells[0].state) == ("class:HEALTH", CellState.OPEN)
    yes = ticked(party.choices, row, row.cells[0], on=True)
    assert yes.classes == {C.HEALTH}
    (row,) = meeting_grid((replace(party, choices=yes),), [], [DAY])
    assert row.cells[0].state is CellState.SHOWN
    assert ticked(yes, row, row.cells[0], on=False) == NO_CHOICES


def test_same_as_last_time_leaves_what_is_no_longer_there_and_what_is_ticked_each_time() -> None:
    last = Choices(
        classes=frozenset({C.HEALTH}), items=frozenset({"care", "gone"}), left_out=frozenset({"step:1", "gone"})
    )
    rows = meeting_grid((fk(),), [Yes(frozenset({C.PLAN, C.HEALTH}))], [DAY])
    assert same_as_last(last, fk(), rows, 0) == Choices(left_out=frozenset({"step:1"}))


def held(parties: tuple[Party, ...], column: int, *classes: InfoClass) -> dict[tuple[InfoClass, Why], int]:
    found = withheld(parties, column, [Yes(frozenset(classes))], [DAY])
    return {(one.info_class, one.why): one.count for one in found}


def test_what_is_held_back_counts_own_papers_and_what_others_get() -> None:
    both = (fk(), boss())
    assert held(both, 0, C.PLAN, C.HEALTH, C.WORK) == {
        (C.ID, Why.NO_CONSENT): 1, (C.HEALTH, Why.NOT_TICKED): 2, (C.SOCIAL, Why.NO_CONSENT): 1,
        (C.ALLIANCE, Why.CEILING): 2,
    }  # fmt: skip
    assert held(both, 1, *C) == {
        (C.PLAN, Why.NOT_WORK_RELATED): 2, (C.HEALTH, Why.CEILING): 2, (C.SOCIAL, Why.CEILING): 1,
        (C.ALLIANCE, Why.CEILING): 2,
    }  # fmt: skip


def test_only_sheets_have_pieces() -> None:
    assert list(pieces("text")) == []
    assert [one.item for one in pieces(SHEET)].count("rating:1") == 1


def shown(sheet: object) -> Iterator[str]:
    for one in pieces(sheet):
        if one.item:
            yield one.item


@given(
    classes=st.frozensets(st.sampled_from(InfoClass)),
    items=st.frozensets(st.sampled_from(["care", "home", "rating:1", "place"])),
    left_out=st.frozensets(st.sampled_from(["step:1", "place", "care"])),
)
def test_the_grid_and_the_paper_never_differ(
    classes: frozenset[InfoClass], items: frozenset[str], left_out: frozenset[str]
) -> None:
    choices = Choices(items=items, left_out=left_out)
    parties = (fk(choices), boss(choices))
    permits = [Yes(classes)]
    rows = meeting_grid(parties, permits, [DAY])
    for column, party in enumerate(parties):
        ticks = {one for row in rows if row.cells[column].state is CellState.SHOWN for one in row.items}
        (paper,) = party.papers
        released = release(paper.sheet, paper.template, party.recipient, choices, permits, [DAY])
        on_paper = set(shown(released.sheet))
        # A piece within another that is held back falls with it.
        assert on_paper <= ticks
        assert ticks - on_paper <= {"rating:1"}


@given(on=st.booleans(), column=st.integers(0, 1), place=st.integers(0, 5))
def test_a_tick_changes_its_own_cell_and_no_other(on: bool, column: int, place: int) -> None:
    parties = [fk(), boss()]
    permits = [Yes(frozenset(InfoClass))]
    rows = meeting_grid(parties, permits, [DAY])
    row = rows[place % len(rows)]
    cell = row.cells[column]
    if not cell.can_change:
        return
    party = parties[column]
    parties[column] = replace(party, choices=ticked(party.choices, row, cell, on=on))
    after = {one.key: one for one in meeting_grid(parties, permits, [DAY])}
    assert after[row.key].cells[column].state is (CellState.SHOWN if on else CellState.OPEN)
    for other in rows:
        if other.key != row.key:
            assert after[other.key].cells == other.cells


def test_days_are_all_asked() -> None:
    @dataclass(frozen=True)
    class Until:
        last: date

        def holds(self, recipient: Recipient, info_class: InfoClass, day: date) -> bool:
            return day <= self.last

    rows = meeting_grid((fk(),), [Until(DAY)], [DAY, DAY + timedelta(days=1)])
    assert all(cell.state is CellState.LOCKED for row in rows for cell in row.cells)


@pytest.mark.parametrize("choices", [NO_CHOICES])
def test_a_party_without_papers_still_has_a_column(choices: Choices) -> None:
    rows = meeting_grid((fk(), Party("red", FK, (), choices)), [], [DAY])
    assert all(len(row.cells) == 2 for row in rows)


def test_a_part_of_a_shown_item_that_has_another_class_is_said_to_be_held_back() -> None:
    parts = (Part(info_class=C.RATING, item="ratings"), Part(info_class=C.HEALTH, item="ratings"))
    party = Party("fk", Recipient(audience=Audience.CASEWORKER), (PartyPaper(SUMMARY, Sheet(parts=parts)),), NO_CHOICES)
    found = withheld([party], 0, [Yes(frozenset({C.RATING}))], [DAY])
    assert [(one.info_class, one.why) for one in found] == [(C.HEALTH, Why.NO_CONSENT)]
