"""Who may see what: information classes, audiences, and `release()`, the only door to a print.

A print takes a `Released` value, and only `release()` makes one: to leak, somebody has to write
code that does not type-check. Whatever is not named here is denied. Source: the specification,
B.1, B.4 and D.2. What a consent is stands in `consents`; here it is only asked whether it holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar, cast
from uuid import UUID

from .matrix import INTERNAL_FREE, MATRIX, OUTWARD, OWN_ONLY, Audience, InfoClass, Rule, offered_scope, rule_for

__all__ = [
    "INTERNAL_FREE",
    "MATRIX",
    "NO_CHOICES",
    "OUTWARD",
    "OWN_ONLY",
    "THE_MENTEE",
    "Audience",
    "Block",
    "Choices",
    "Gate",
    "HeldBack",
    "InfoClass",
    "Permit",
    "Recipient",
    "Released",
    "Rule",
    "Template",
    "Verdict",
    "Why",
    "covers",
    "offered_scope",
    "release",
    "release_to_all",
    "rule_for",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a print that is shown or held back as a whole; blocks may hold blocks.

    It carries `info_class` and every class of `also`; towards employer and school those of `outward` too. `about` is
    the workplace, school or meeting that it is about; `item` is what a tick refers to, the same from print to print.
    An `invitation` is when and where a meeting is: whoever is invited to that meeting may have it.
    """

    info_class: InfoClass
    also: frozenset[InfoClass] = frozenset()
    outward: frozenset[InfoClass] = frozenset()
    about: UUID | None = None
    item: str = ""
    workplace_relevant: bool = False
    invitation: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """What a print is: its code, version, whom it may be made for, and classes that the mentee ticks each time.

    Only where a person asks for what is stored about them does a tick open VIOLENCE too (`access_request`, D.2).
    """

    code: str
    version: int
    audiences: frozenset[Audience]
    ticked: frozenset[InfoClass] = frozenset()
    access_request: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """For whom a print is made, as far as secrecy goes.

    `unit_id` is the organisation whose consent covers this contact too: that of a caseworker (B.4). `own` are the
    workplaces, schools and meetings of the recipient. `internal` is a new mentor of the same organisation, after
    information to the mentee.
    """

    audience: Audience
    contact_id: UUID | None = None
    organisation_id: UUID | None = None
    unit_id: UUID | None = None
    own: frozenset[UUID] = frozenset()
    internal: bool = False


THE_MENTEE = Recipient(audience=Audience.MENTEE)


class Permit(Protocol):
    """What `release()` asks of a consent."""

    def holds(self, recipient: Recipient, info_class: InfoClass, day: date) -> bool: ...


def covers(permits: Iterable[Permit], recipient: Recipient, info_class: InfoClass, dates: Iterable[date]) -> bool:
    """Whether for every day some consent holds. No day at all is no yes."""
    held, days = tuple(permits), tuple(dates)
    return bool(days) and all(any(one.holds(recipient, info_class, day) for one in held) for day in days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was chosen for this print: `classes` that the mentee said yes to, `items` ticked one by one, and items
    `left_out` though they could be shown."""

    classes: frozenset[InfoClass] = frozenset()
    items: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()


class Why(StrEnum):
    """Why a block is not shown. For the mentor's screen, never for paper."""

    CEILING = "ceiling"
    NOT_OWN = "not_own"
    NOT_WORK_RELATED = "not_work_related"
    NO_CONSENT = "no_consent"
    NOT_TICKED = "not_ticked"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class HeldBack:
    """So many blocks of a class were not let through, and why. For the mentor's screen, never for paper."""

    info_class: InfoClass
    count: int
    rule: Rule
    why: Why = Why.CEILING


@dataclass(frozen=True, slots=True)
class Verdict:
    """On one block: `why` is None when it is shown; else `info_class` is the class that it fell on."""

    info_class: InfoClass
    rule: Rule
    why: Why | None


SheetT = TypeVar("SheetT")
_TOKEN = object()


@dataclass(frozen=True, slots=True)
class Released(Generic[SheetT]):
    """A sheet that has passed `release()`; the only thing a print accepts.

    `asked` are those of its classes that are there by consent: with the consent the paper falls.
    """

    sheet: SheetT
    template: Template
    recipients: tuple[Recipient, ...]
    classes: frozenset[InfoClass]
    held_back: tuple[HeldBack, ...]
    token: object = None
    asked: frozenset[InfoClass] = frozenset()

    def __post_init__(self) -> None:
        if self.token is not _TOKEN:
            raise TypeError("only release() makes a Released sheet")

    @property
    def audience(self) -> Audience:
        return self.recipients[0].audience


NO_CHOICES = Choices()
_ASKING = frozenset({Rule.CONSENT, Rule.CONSENT_TICKED})


def release(
    sheet: SheetT,
    template: Template,
    recipient: Recipient,
    choices: Choices = NO_CHOICES,
    permits: Iterable[Permit] = (),
    dates: Iterable[date] = (),
) -> Released[SheetT]:
    """The sheet with only what `recipient` may see of it, on every one of `dates`: the day of the print and, for a
    meeting, the day of the meeting.

    Every field of a sheet must be a `Block`, a tuple of blocks, or None; anything else has no class and raises
    TypeError.
    """
    return release_to_all(sheet, template, (recipient,), choices, permits, dates)


def release_to_all(
    sheet: SheetT,
    template: Template,
    recipients: Iterable[Recipient],
    choices: Choices = NO_CHOICES,
    permits: Iterable[Permit] = (),
    dates: Iterable[date] = (),
) -> Released[SheetT]:
    """One common text: only what every one of the recipients may see (P08). ValueError without any recipient."""
    everybody = tuple(recipients)
    if not everybody:
        raise ValueError("a print is for somebody")
    gate = Gate(template, everybody, choices, tuple(permits), tuple(dates))
    passing = _Passing(gate)
    shown = cast("SheetT", passing.sheet(sheet))
    held = tuple(HeldBack(cls, count, rule, why) for (cls, rule, why), count in sorted(passing.held.items()))
    return Released(shown, template, everybody, frozenset(passing.shown), held, _TOKEN, frozenset(passing.asked))


_HARDNESS = {why: place for place, why in enumerate(Why)}


def _hardness(verdict: Verdict) -> int:
    """The smaller, the harder to change; what is shown comes last."""
    return len(_HARDNESS) if verdict.why is None else _HARDNESS[verdict.why]


@dataclass(frozen=True, slots=True)
class Gate:
    """What decides on one block, for these recipients with these consents, choices and days."""

    template: Template
    recipients: tuple[Recipient, ...]
    choices: Choices
    permits: tuple[Permit, ...]
    dates: tuple[date, ...]

    def verdict(self, block: Block) -> Verdict:
        """Shown only if shown to everybody; else the reason that is hardest to change comes first."""
        return min((self._of_one(block, one) for one in self.recipients), key=_hardness)

    def carried(self, block: Block) -> frozenset[InfoClass]:
        """The classes that a block carries towards these recipients."""
        return frozenset().union(*(self._classes(block, one) for one in self.recipients))

    def asked(self, block: Block) -> frozenset[InfoClass]:
        """Those of the classes that a block carries which take somebody's consent."""
        return frozenset(
            info_class
            for one in self.recipients
            for info_class in self._classes(block, one)
            if self._rule(block, info_class, one) in _ASKING
        )

    def _of_one(self, block: Block, recipient: Recipient) -> Verdict:
        if recipient.audience not in self.template.audiences:
            return Verdict(block.info_class, Rule.NEVER, Why.CEILING)
        if block.item and block.item in self.choices.left_out:
            return Verdict(block.info_class, Rule.TICKED, Why.LEFT_OUT)
        classes = sorted(self._classes(block, recipient))
        return min((self._of_class(block, one, recipient) for one in classes), key=_hardness)

    @staticmethod
    def _classes(block: Block, recipient: Recipient) -> frozenset[InfoClass]:
        found = {block.info_class} | block.also
        if recipient.audience in OUTWARD:
            found |= block.outward
        # Where somebody works is no news at that workplace.
        if _is_own(block, recipient) and block.info_class is not InfoClass.LOCATION:
            found -= {InfoClass.LOCATION}
        return frozenset(found)

    def _of_class(self, block: Block, info_class: InfoClass, recipient: Recipient) -> Verdict:
        rule = self._rule(block, info_class, recipient)
        return Verdict(info_class, rule, self._why(block, info_class, recipient, rule))

    def _rule(self, block: Block, info_class: InfoClass, recipient: Recipient) -> Rule:
        if block.invitation and info_class is InfoClass.PRESENCE and _is_own(block, recipient):
            return Rule.ALLOWED
        rule = rule_for(recipient.audience, info_class)
        if recipient.audience is Audience.MENTEE:
            if info_class is InfoClass.VIOLENCE and self.template.access_request:
                return Rule.TICKED
            return Rule.TICKED if rule is Rule.ALLOWED and info_class in self.template.ticked else rule
        if recipient.audience is Audience.NEW_MENTOR and recipient.internal and info_class in INTERNAL_FREE:
            return Rule.ALLOWED
        return rule

    def _why(self, block: Block, info_class: InfoClass, recipient: Recipient, rule: Rule) -> Why | None:
        if rule is Rule.NEVER:
            return Why.CEILING
        if (recipient.audience, info_class) in OWN_ONLY and not _is_own(block, recipient):
            return Why.NOT_OWN
        if recipient.audience is Audience.EMPLOYER and info_class is InfoClass.PLAN and not block.workplace_relevant:
            return Why.NOT_WORK_RELATED
        if rule in _ASKING and not covers(self.permits, recipient, info_class, self.dates):
            return Why.NO_CONSENT
        if rule is Rule.CONSENT_TICKED and (not block.item or block.item not in self.choices.items):
            return Why.NOT_TICKED
        return Why.NOT_TICKED if rule is Rule.TICKED and not self._is_ticked(block, info_class, recipient) else None

    def _is_ticked(self, block: Block, info_class: InfoClass, recipient: Recipient) -> bool:
        """The mentee may say yes to a whole class of their own; for all others it is item by item (D.2)."""
        if recipient.audience is Audience.MENTEE and info_class in self.choices.classes:
            return True
        return bool(block.item) and block.item in self.choices.items


def _is_own(block: Block, recipient: Recipient) -> bool:
    return block.about is not None and block.about in recipient.own


class _Passing:
    """One passing through: remembers what was shown and what was held back."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self.shown: set[InfoClass] = set()
        self.asked: set[InfoClass] = set()
        self.held: dict[tuple[InfoClass, Rule, Why], int] = {}

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
        verdict = self._gate.verdict(block)
        if verdict.why is not None:
            key = (verdict.info_class, verdict.rule, verdict.why)
            self.held[key] = self.held.get(key, 0) + 1
            return None
        self.shown |= self._gate.carried(block)
        self.asked |= self._gate.asked(block)
        inner: dict[str, Any] = {f.name: self._inner(getattr(block, f.name)) for f in fields(block)}
        return replace(block, **inner)

    def _inner(self, value: object) -> object:
        if isinstance(value, Block):
            return self._block(value)
        if isinstance(value, tuple) and value and all(isinstance(v, Block) for v in value):
            return tuple(self._blocks(value))
        return value
