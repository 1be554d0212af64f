"""Step 3 of the wizard: what of the gathered sheets each party of a meeting may have, may get, or never gets, and why.

It asks the same gate that lets the papers through, about the same blocks: grid and paper cannot differ.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from .matrix import Audience, InfoClass, Rule
from .sharing import NO_CHOICES, Block, Choices, Gate, HeldBack, Permit, Recipient, Template, Verdict, Why

_ANY_PAPER = Template("", 0, frozenset(Audience))
_WAITS = frozenset({Why.NOT_TICKED, Why.LEFT_OUT})
AS_ONE = frozenset({"agenda", "party", "promise", "point"})
"""Kinds of pieces that are shown or not all together: of a meeting itself, not of what was gathered for it."""
OF_CLASS = "class:"
"""What a row's key begins with where a whole class is ticked, as on the mentee's own papers."""


class CellState(StrEnum):
    """ELSEWHERE is what a party might see, but that stands on no paper of theirs."""

    SHOWN = "shown"
    OPEN = "open"
    LOCKED = "locked"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Cell:
    """`info_class` is the one that it fell on, `each` that it is ticked one by one every time."""

    state: CellState
    info_class: InfoClass
    why: Why | None = None
    each: bool = False

    @property
    def can_change(self) -> bool:
        return self.state in (CellState.SHOWN, CellState.OPEN)


@dataclass(frozen=True, slots=True)
class PartyPaper:
    """A gathered sheet, before anything is let through, and what kind of print it becomes."""

    template: Template
    sheet: object


@dataclass(frozen=True, slots=True)
class Party:
    """A column: one recipient with the papers that are made for them, and what was chosen so far."""

    key: str
    recipient: Recipient
    papers: tuple[PartyPaper, ...]
    choices: Choices = NO_CHOICES


@dataclass(frozen=True, slots=True)
class GridRow:
    """`blocks` are what stands behind it: one piece, or several of a kind that are told about together."""

    key: str
    kind: str
    info_class: InfoClass
    items: tuple[str, ...]
    blocks: tuple[Block, ...]
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        return len(self.blocks)


def kind_of(item: str) -> str:
    """What sort of thing an item is: `step` of `step:3f…`."""
    return item.partition(":")[0]


def pieces(sheet: object) -> Iterator[Block]:
    """All blocks of a sheet, also those within others."""
    if not is_dataclass(sheet):
        return
    for field in fields(sheet):
        value = getattr(sheet, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Block):
                yield one
                yield from pieces(one)


def meeting_grid(parties: Sequence[Party], permits: Iterable[Permit], dates: Iterable[date]) -> tuple[GridRow, ...]:
    """A row for each item that stands on some paper, in the order of the papers."""
    held, days = tuple(permits), tuple(dates)
    found = _by_key(parties)
    rows = [
        GridRow(
            key=key,
            kind=kind_of(key),
            info_class=block.info_class,
            items=(key,) if block.item else (),
            blocks=(block,),
            cells=tuple(_cell(key, block, party, held, days) for party in parties),
        )
        for key, block in found.items()
    ]
    return tuple(_together(rows))


def _by_key(parties: Sequence[Party]) -> Mapping[str, Block]:
    """Items by their keys; what has none and waits for a yes goes by its class."""
    found: dict[str, Block] = {}
    for party in parties:
        for paper in party.papers:
            for block in pieces(paper.sheet):
                if block.item:
                    found.setdefault(block.item, block)
                elif block.info_class in paper.template.ticked:
                    found.setdefault(f"{OF_CLASS}{block.info_class.value}", block)
    return found


def _cell(key: str, block: Block, party: Party, permits: tuple[Permit, ...], dates: tuple[date, ...]) -> Cell:
    verdicts = [
        _gate(paper.template, party, permits, dates).verdict(one)
        for paper in party.papers
        for one in pieces(paper.sheet)
        if (one.item == key if block.item else _is_of_class(one, block.info_class, paper.template))
    ]
    if not verdicts:
        return _elsewhere(_gate(_ANY_PAPER, party, permits, dates).verdict(block))
    return _of(min(verdicts, key=_hardness))


def _is_of_class(block: Block, info_class: InfoClass, template: Template) -> bool:
    return not block.item and block.info_class is info_class and info_class in template.ticked


def _gate(template: Template, party: Party, permits: tuple[Permit, ...], dates: tuple[date, ...]) -> Gate:
    return Gate(template, (party.recipient,), party.choices, permits, dates)


def _hardness(verdict: Verdict) -> int:
    """What is shown on one paper of a party is shown; else what is easiest to change."""
    order = list(Why)
    return -1 if verdict.why is None else len(order) - order.index(verdict.why)


def _of(verdict: Verdict) -> Cell:
    each = verdict.rule is Rule.CONSENT_TICKED
    if verdict.why is None:
        return Cell(CellState.SHOWN, verdict.info_class, None, each)
    state = CellState.OPEN if verdict.why in _WAITS else CellState.LOCKED
    return Cell(state, verdict.info_class, verdict.why, each)


def _elsewhere(verdict: Verdict) -> Cell:
    if verdict.why is None or verdict.why in _WAITS:
        return Cell(CellState.ELSEWHERE, verdict.info_class)
    return Cell(CellState.LOCKED, verdict.info_class, verdict.why)


def withheld(
    parties: Sequence[Party], column: int, permits: Iterable[Permit], dates: Iterable[date]
) -> tuple[HeldBack, ...]:
    """What a party does not get: of their own papers, and of what was gathered for others and they may not see."""
    held, days = tuple(permits), tuple(dates)
    party, found, judged = parties[column], dict[tuple[InfoClass, Rule, Why], int](), set[tuple[str, InfoClass]]()
    for block, verdict in _judged(parties, party, held, days):
        # A part of an item can have another class: a chart of ratings, one of which is about health.
        part = (block.item, block.info_class)
        if verdict.why is not None and part not in judged:
            key = (verdict.info_class, verdict.rule, verdict.why)
            found[key] = found.get(key, 0) + 1
        judged |= {part} if block.item else set()
    return tuple(HeldBack(cls, count, rule, why) for (cls, rule, why), count in found.items())


def _judged(
    parties: Sequence[Party], party: Party, permits: tuple[Permit, ...], dates: tuple[date, ...]
) -> Iterator[tuple[Block, Verdict]]:
    """Those of the own papers first, since their templates decide; nobody misses what only needs a tick elsewhere."""
    for paper in party.papers:
        gate = _gate(paper.template, party, permits, dates)
        for block in pieces(paper.sheet):
            yield block, gate.verdict(block)
    gate = _gate(_ANY_PAPER, party, permits, dates)
    for other in parties:
        for block in (one for paper in other.papers for one in pieces(paper.sheet) if one.item):
            verdict = gate.verdict(block)
            yield block, replace(verdict, why=None) if verdict.why in _WAITS else verdict


def _together(rows: Iterable[GridRow]) -> Iterator[GridRow]:
    """What nobody can get anything of stands once for each kind and class, and so does what belongs together."""
    gathered: dict[tuple[Any, ...], GridRow] = {}
    for row in rows:
        if row.kind not in AS_ONE and any(cell.can_change for cell in row.cells):
            gathered[(row.key,)] = row
            continue
        key = (row.kind, row.info_class, row.cells)
        before = gathered.get(key)
        gathered[key] = row if before is None else replace(
            before, items=before.items + row.items, blocks=before.blocks + row.blocks
        )  # fmt: skip
    yield from gathered.values()


def ticked(choices: Choices, row: GridRow, cell: Cell, *, on: bool) -> Choices:
    """The choices of a party with that cell ticked or not."""
    if row.key.startswith(OF_CLASS):
        classes = choices.classes | {row.info_class} if on else choices.classes - {row.info_class}
        return replace(choices, classes=classes)
    these = frozenset(row.items)
    if on:
        return replace(choices, items=choices.items | these, left_out=choices.left_out - these)
    left_out = choices.left_out if cell.each else choices.left_out | these
    return replace(choices, items=choices.items - these, left_out=left_out)


def same_as_last(last: Choices, party: Party, rows: Iterable[GridRow], column: int) -> Choices:
    """What was chosen the last time, without what is no longer there or no longer allowed.

    What has to be ticked one by one each time is never ticked beforehand.
    """
    may = [row for row in rows if row.cells[column].can_change]
    each = {item for row in may if row.cells[column].each for item in row.items}
    known = {item for row in may for item in row.items}
    classes = {row.info_class for row in may if row.key.startswith(OF_CLASS)}
    return Choices(
        classes=party.choices.classes | (last.classes & classes),
        items=party.choices.items | (last.items & (known - each)),
        left_out=last.left_out & known,
    )
