"""Who may see what: information classes, audiences, and `release()`, the only door to a print.

A print takes a `Released` value, and only `release()` makes one: to leak, somebody has to write
code that does not type-check. Whatever is not named here is denied. Source: the specification,
B.1 and D.2. So far only the mentee is an audience; every other waits for consents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast


class InfoClass(StrEnum):
    """The sensitivity label of every printable datum."""

    ID = "ID"
    CONTACT = "CONTACT"
    IDNUM = "IDNUM"
    PLAN = "PLAN"
    PRESENCE = "PRESENCE"
    WORK = "WORK"
    EDU = "EDU"
    INCOME = "INCOME"
    HEALTH = "HEALTH"
    SOCIAL = "SOCIAL"
    RATING = "RATING"
    ALLIANCE = "ALLIANCE"
    VIOLENCE = "VIOLENCE"
    LOCATION = "LOCATION"
    THIRD = "THIRD"
    PRIVATE = "PRIVATE"


class Audience(StrEnum):
    """For whom a print is made."""

    MENTEE = "mentee"
    GUARDIAN = "guardian"
    CASEWORKER = "caseworker"
    EMPLOYER = "employer"
    SCHOOL = "school"
    CARE = "care"
    NEW_MENTOR = "new_mentor"
    SUPERVISION = "supervision"
    STATISTICS = "statistics"


class Rule(StrEnum):
    """What it takes to show a class to an audience."""

    ALLOWED = "allowed"
    TICKED = "ticked"
    NEVER = "never"


_I = InfoClass
_ALLOWED_TO_MENTEE = (
    _I.ID, _I.CONTACT, _I.PLAN, _I.PRESENCE, _I.WORK, _I.EDU, _I.INCOME, _I.HEALTH, _I.SOCIAL, _I.RATING, _I.ALLIANCE,
)  # fmt: skip

MATRIX: Mapping[Audience, Mapping[InfoClass, Rule]] = {
    Audience.MENTEE: {
        **dict.fromkeys(_ALLOWED_TO_MENTEE, Rule.ALLOWED),
        InfoClass.IDNUM: Rule.TICKED,
        InfoClass.LOCATION: Rule.TICKED,
    },
}


def rule_for(audience: Audience, info_class: InfoClass) -> Rule:
    """The matrix of D.2; whatever it does not name is never shown."""
    return MATRIX.get(audience, {}).get(info_class, Rule.NEVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a print that is shown or held back as a whole; blocks may hold blocks."""

    info_class: InfoClass


@dataclass(frozen=True, slots=True)
class Template:
    """What a print is: its code, version, whom it may be made for, and classes that the mentee ticks each time."""

    code: str
    version: int
    audiences: frozenset[Audience]
    ticked: frozenset[InfoClass] = frozenset()


@dataclass(frozen=True, slots=True)
class HeldBack:
    """So many blocks of a class were not let through, and why. For the mentor's screen, never for paper."""

    info_class: InfoClass
    count: int
    rule: Rule


SheetT = TypeVar("SheetT")
_TOKEN = object()


@dataclass(frozen=True, slots=True)
class Released(Generic[SheetT]):
    """A sheet that has passed `release()`; the only thing a print accepts."""

    sheet: SheetT
    template: Template
    audience: Audience
    classes: frozenset[InfoClass]
    held_back: tuple[HeldBack, ...]
    token: object = None

    def __post_init__(self) -> None:
        if self.token is not _TOKEN:
            raise TypeError("only release() makes a Released sheet")


def release(
    sheet: SheetT, template: Template, audience: Audience, ticks: frozenset[InfoClass] = frozenset()
) -> Released[SheetT]:
    """The sheet with only what `audience` may see of it.

    `ticks` are the classes that the mentee has said yes to for this print. Every field of a sheet must be a `Block`,
    a tuple of blocks, or None; anything else has no class and raises TypeError.
    """
    gate = _Gate(template, audience, ticks)
    shown = cast("SheetT", gate.sheet(sheet))
    held = tuple(HeldBack(cls, count, gate.rule(cls)) for cls, count in sorted(gate.held.items()))
    return Released(shown, template, audience, frozenset(gate.shown), held, _TOKEN)


class _Gate:
    """One passing through: remembers what was shown and what was held back."""

    def __init__(self, template: Template, audience: Audience, ticks: frozenset[InfoClass]) -> None:
        self._template = template
        self._audience = audience
        self._ticks = ticks
        self.shown: set[InfoClass] = set()
        self.held: dict[InfoClass, int] = {}

    def rule(self, info_class: InfoClass) -> Rule:
        if self._audience not in self._template.audiences:
            return Rule.NEVER
        rule = rule_for(self._audience, info_class)
        if rule is Rule.ALLOWED and info_class in self._template.ticked:
            return Rule.TICKED
        return rule

    def sheet(self, sheet: object) -> object:
        if not is_dataclass(sheet) or isinstance(sheet, type):
            raise TypeError(f"{type(sheet).__name__} is not a sheet")
        return replace(sheet, **{f.name: self._field(sheet, f.name) for f in fields(sheet)})

    def _field(self, sheet: object, name: str) -> object:
        value = getattr(sheet, name)
        if value is None or isinstance(value, Block):
            return self._block(value)
        if isinstance(value, tuple) and all(isinstance(v, Block) for v in value):
            return tuple(self._blocks(value))
        raise TypeError(f"{type(sheet).__name__}.{name} has no information class")

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            shown = self._block(block)
            if shown is not None:
                yield shown

    def _block(self, block: Block | None) -> Block | None:
        if block is None:
            return None
        rule = self.rule(block.info_class)
        if rule is Rule.NEVER or (rule is Rule.TICKED and block.info_class not in self._ticks):
            self.held[block.info_class] = self.held.get(block.info_class, 0) + 1
            return None
        self.shown.add(block.info_class)
        inner: dict[str, Any] = {f.name: self._inner(getattr(block, f.name)) for f in fields(block)}
        return replace(block, **inner)

    def _inner(self, value: object) -> object:
        if isinstance(value, Block):
            return self._block(value)
        if isinstance(value, tuple) and value and all(isinstance(v, Block) for v in value):
            return tuple(self._blocks(value))
        return value
