"""The release door: what has no class is not printed, what is not allowed is not shown, and nobody goes round it."""

import importlib
import pkgutil
from dataclasses import dataclass, fields, is_dataclass

import pytest
from hypothesis import given, strategies

from mentorapp import domain
from mentorapp.domain import consents, disclosures, meetings, plan_sheet, prints, private_notes
from mentorapp.domain.fields import class_of
from mentorapp.domain.sharing import (
    MATRIX,
    THE_MENTEE,
    Audience,
    Block,
    Choices,
    InfoClass,
    Recipient,
    Released,
    Rule,
    Template,
    release,
    release_to_all,
    rule_for,
)


def _entities() -> list[type]:
    """Every entity of the domain, those of tomorrow too."""
    found = set()
    for one in pkgutil.iter_modules(domain.__path__):
        module = importlib.import_module(f"{domain.__name__}.{one.name}")
        for kind in vars(module).values():
            if isinstance(kind, type) and is_dataclass(kind) and any(f.metadata for f in fields(kind)):
                found.add(kind)
    return sorted(found, key=lambda kind: kind.__name__)


ENTITIES = _entities()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner(Block):
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer(Block):
    one: Inner | None
    many: tuple[Inner, ...]
    words: tuple[str, ...] = ("a",)


@dataclass(frozen=True)
class Sheet:
    outer: Outer | None
    rows: tuple[Inner, ...] = ()


@dataclass(frozen=True)
class Careless:
    text: str


def _template(*ticked: InfoClass) -> Template:
    return Template("T", 1, frozenset({Audience.MENTEE}), frozenset(ticked))


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda e: e.__name__)
def test_every_field_has_a_class_or_is_internal(entity: type) -> None:
    for field in fields(entity):
        class_of(entity, field.name)


def test_the_entities_of_this_and_of_consents_and_meetings_are_among_them() -> None:
    assert {prints.PrintRecord, consents.Consent, meetings.Meeting, meetings.ProtocolPoint} <= set(ENTITIES)
    assert len(ENTITIES) > 60


def test_private_notes_and_the_print_log_have_nothing_to_print() -> None:
    for entity in (private_notes.PrivateNote, prints.PrintRecord, disclosures.Disclosure, disclosures.AccessRequest):
        assert {class_of(entity, field.name) for field in fields(entity)} == {None}


def test_nothing_opens_private_or_third_to_anybody() -> None:
    for audience in Audience:
        for closed in (InfoClass.PRIVATE, InfoClass.THIRD):
            assert rule_for(audience, closed) is Rule.NEVER


def test_whoever_is_not_in_the_matrix_sees_nothing() -> None:
    for audience in set(Audience) - set(MATRIX):
        sheet = Sheet(None, tuple(Inner(info_class=c, text=c) for c in InfoClass))
        template = Template("T", 1, frozenset(Audience))
        assert release(sheet, template, Recipient(audience=audience)).sheet.rows == ()


def test_a_template_is_only_for_its_own_audiences() -> None:
    sheet = Sheet(None, (Inner(info_class=InfoClass.PLAN, text="x"),))
    assert release(sheet, Template("T", 1, frozenset()), THE_MENTEE).sheet.rows == ()


def test_blocks_within_blocks_are_judged_by_themselves() -> None:
    health, plan = (Inner(info_class=c, text=c) for c in (InfoClass.HEALTH, InfoClass.PLAN))
    sheet = Sheet(Outer(info_class=InfoClass.PLAN, one=health, many=(plan, health)), (health,))
    released = release(sheet, _template(InfoClass.HEALTH), THE_MENTEE)
    assert released.sheet == Sheet(Outer(info_class=InfoClass.PLAN, one=None, many=(plan,)), ())
    assert [(h.info_class, h.count, h.rule) for h in released.held_back] == [(InfoClass.HEALTH, 3, Rule.TICKED)]
    assert released.classes == {InfoClass.PLAN}


def test_a_field_without_a_class_cannot_pass() -> None:
    with pytest.raises(TypeError, match=r"Careless\.text has no information class"):
        release(Careless("x"), _template(), THE_MENTEE)
    with pytest.raises(TypeError):
        release("text", _template(), THE_MENTEE)
    with pytest.raises(TypeError):
        release(Careless, _template(), THE_MENTEE)


def test_nobody_makes_a_released_sheet_by_hand() -> None:
    with pytest.raises(TypeError):
        Released(Sheet(None), _template(), (THE_MENTEE,), frozenset(), ())


def test_every_part_of_the_plan_sheet_is_a_block() -> None:
    blocks = [kind for kind in vars(plan_sheet).values() if isinstance(kind, type) and is_dataclass(kind)]
    assert all(issubclass(kind, Block) for kind in blocks if kind.__name__.endswith("Block"))
    assert plan_sheet.MIN_PLAN.audiences == {Audience.MENTEE}


_CLASSES = strategies.sets(strategies.sampled_from(InfoClass)).map(frozenset)


@given(_CLASSES, _CLASSES, _CLASSES, strategies.sampled_from(Audience))
def test_fewer_ticks_never_show_more(
    ticked: frozenset[InfoClass], ticks: frozenset[InfoClass], fewer: frozenset[InfoClass], audience: Audience
) -> None:
    sheet = Sheet(None, tuple(Inner(info_class=c, text=c) for c in InfoClass))
    template = Template("T", 1, frozenset(Audience), ticked)
    one = Recipient(audience=audience)
    more = release(sheet, template, one, Choices(classes=ticks))
    less = release(sheet, template, one, Choices(classes=ticks & fewer))
    assert set(less.sheet.rows) <= set(more.sheet.rows)
    assert {row.info_class for row in more.sheet.rows} == more.classes
    assert sum(h.count for h in more.held_back) + len(more.sheet.rows) == len(InfoClass)


def test_a_print_for_nobody_is_no_print() -> None:
    with pytest.raises(ValueError, match="somebody"):
        release_to_all(Sheet(None), _template(), ())
