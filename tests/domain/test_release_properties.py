"""`release()` over random sheets, consents, choices and days: total, monotone, and its ceilings never open."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings, strategies

from mentorapp.domain.consents import Consent, ConsentKind, Direction
from mentorapp.domain.sharing import (
    INTERNAL_FREE,
    MATRIX,
    Audience,
    Block,
    Choices,
    InfoClass,
    Recipient,
    Rule,
    Template,
    release,
    release_to_all,
    rule_for,
)
from tests.domain.secrecy_rules import cell, may_see

TODAY = date(2026, 11, 25)
MEETING = TODAY + timedelta(days=9)
WHO, SOMEBODY_ELSE, UNIT, OTHER_UNIT, PLACE, ELSEWHERE = (UUID(int=n) for n in range(1, 7))
ITEMS = ("step:1", "contacts", "rating:2")
C = InfoClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Block):
    name: str
    inner: tuple["Row", ...] = ()


@dataclass(frozen=True)
class Sheet:
    head: Row | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Case:
    sheet: Sheet
    template: Template
    recipient: Recipient
    choices: Choices
    consents: tuple[Consent, ...]
    dates: frozenset[date]

    def shown(self, **other: object) -> frozenset[str]:
        changed = replace(self, **other)  # type: ignore[arg-type]
        released = release(
            changed.sheet, changed.template, changed.recipient, changed.choices, changed.consents, changed.dates
        )
        return names(released.sheet)


def names(sheet: Sheet) -> frozenset[str]:
    tops = (*([sheet.head] if sheet.head else []), *sheet.rows)
    return frozenset(one.name for top in tops for one in (top, *top.inner))


_CLASSES = strategies.sampled_from(InfoClass)
_SOME_CLASSES = strategies.frozensets(_CLASSES, max_size=16)
_ITEMS = strategies.frozensets(strategies.sampled_from(ITEMS))
_RARE = strategies.frozensets(_CLASSES, max_size=1)


@strategies.composite
def _rows(draw: strategies.DrawFn) -> tuple[Row, ...]:
    def one(name: str, inner: tuple[Row, ...] = ()) -> Row:
        return Row(
            info_class=draw(_CLASSES), also=draw(_RARE), outward=draw(_RARE), name=name, inner=inner,
            about=draw(strategies.sampled_from((None, PLACE, ELSEWHERE))),
            item=draw(strategies.sampled_from(("", *ITEMS))),
            workplace_relevant=draw(strategies.booleans()), invitation=draw(strategies.booleans()),
        )  # fmt: skip

    inner = tuple(one(f"i{n}") for n in range(draw(strategies.integers(0, 2))))
    return one("r0", inner), *(one(f"r{n}") for n in range(1, draw(strategies.integers(1, 4))))


_EVERY_CLASS = tuple(
    Row(info_class=one, name=one.value, item=ITEMS[n % 3], about=PLACE, workplace_relevant=True)
    for n, one in enumerate(C)
)
_SHEETS = strategies.one_of(
    strategies.just(Sheet(None, _EVERY_CLASS)),
    _rows().map(lambda rows: Sheet(rows[0], rows[1:])),
    _rows().map(lambda rows: Sheet(None, rows)),
)
_DATES = strategies.frozensets(strategies.sampled_from((TODAY, MEETING)))


@strategies.composite
def _consent(draw: strategies.DrawFn) -> Consent:
    """None, some or all classes; towards the right or another; over, ahead, of today only; withdrawn; to fetch; of
    another kind."""
    first, last = draw(
        strategies.sampled_from(((-30, 90), (-30, 0), (-30, -1), (1, 90), (-30, 9), (-30, 8), (0, 0), (9, 9)))
    )
    contact = draw(strategies.sampled_from((WHO, WHO, SOMEBODY_ELSE, None)))
    return Consent(
        id=UUID(int=9), mentee_id=UUID(int=8),
        kind=draw(strategies.sampled_from((ConsentKind.SECRECY, ConsentKind.SECRECY, *ConsentKind))),
        recipient_contact_id=contact,
        recipient_organisation_id=None if contact else draw(strategies.sampled_from((UNIT, OTHER_UNIT, None))),
        scope=tuple(draw(strategies.one_of(_SOME_CLASSES, strategies.just(frozenset(C))))),
        direction=draw(strategies.sampled_from((Direction.GIVE, Direction.BOTH, *Direction))),
        valid_from=TODAY + timedelta(days=first), valid_to=TODAY + timedelta(days=last),
        withdrawn_at=draw(strategies.sampled_from((None, None, datetime(2026, 11, 24, tzinfo=UTC)))),
    )  # fmt: skip


_CONSENTS = strategies.lists(_consent(), max_size=3).map(tuple)


@strategies.composite
def _recipients(draw: strategies.DrawFn) -> Recipient:
    return Recipient(
        audience=draw(strategies.sampled_from(Audience)),
        contact_id=draw(strategies.sampled_from((WHO, WHO, None))),
        organisation_id=draw(strategies.sampled_from((UNIT, None))),
        unit_id=draw(strategies.sampled_from((UNIT, None))),
        own=draw(strategies.frozensets(strategies.just(PLACE))),
        internal=draw(strategies.booleans()),
    )


_TEMPLATES = strategies.builds(
    Template,
    strategies.just("T"),
    strategies.just(1),
    strategies.one_of(strategies.just(frozenset(Audience)), strategies.frozensets(strategies.sampled_from(Audience))),
    ticked=_RARE,
    access_request=strategies.booleans(),
)
_CHOICES = strategies.builds(
    Choices, classes=_SOME_CLASSES, items=_ITEMS, left_out=strategies.sampled_from((frozenset(), frozenset(ITEMS[:1])))
)
_CASES = strategies.builds(Case, _SHEETS, _TEMPLATES, _recipients(), _CHOICES, _CONSENTS, _DATES)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("info_class", InfoClass)
def test_the_matrix_is_the_table_of_the_specification(audience: Audience, info_class: InfoClass) -> None:
    found, rule = cell(audience, info_class), rule_for(audience, info_class)
    expected = {
        "A": Rule.ALLOWED, "alias": Rule.ALLOWED, "alias T": Rule.TICKED, "X": Rule.NEVER, "ar": Rule.NEVER,
        "C": Rule.CONSENT, "C+": Rule.CONSENT, "Co": Rule.CONSENT, "T": Rule.CONSENT_TICKED,
        "Tw": Rule.CONSENT_TICKED,
    }[found]  # fmt: skip
    # What a mentee ticks on the own paper takes no consent from anybody.
    own_tick = audience is Audience.MENTEE and found == "T"
    # The name of a client in supervision is an alias, which is no block of class ID.
    by_alias = audience is Audience.SUPERVISION and info_class is C.ID
    assert rule is (Rule.TICKED if own_tick else Rule.NEVER if by_alias else expected)
    assert (info_class in INTERNAL_FREE) == (cell(Audience.NEW_MENTOR, info_class) == "C+")


def test_every_class_and_every_audience_is_in_the_table() -> None:
    assert {(one, each) for one in Audience for each in C if cell(one, each) != "X"} >= {
        (one, each) for one, column in MATRIX.items() for each in column
    }


@settings(max_examples=400)
@given(_CASES)
def test_release_is_total_and_shows_what_the_table_lets_through_and_nothing_else(case: Case) -> None:
    released = release(case.sheet, case.template, case.recipient, case.choices, case.consents, case.dates)
    terms = (case.template, case.recipient, case.choices, case.consents, case.dates)
    tops = (*([case.sheet.head] if case.sheet.head else []), *case.sheet.rows)
    by_alias = case.recipient.audience is Audience.SUPERVISION
    expected = set()
    for top in tops:
        for one in (top, *top.inner):
            carried = {one.info_class, *one.also}
            seen = may_see(top, *terms) and may_see(one, *terms) and not (by_alias and C.ID in carried)
            seen = seen and not (by_alias and C.ID in {top.info_class, *top.also})
            expected |= {one.name} if seen else set()
    assert names(released.sheet) == expected
    assert released.asked <= released.classes


@settings(max_examples=200)
@given(_CASES, strategies.data())
def test_taking_anything_away_or_asking_more_never_shows_more(case: Case, data: strategies.DataObject) -> None:
    before = case.shown()
    if case.consents:
        one = data.draw(strategies.integers(0, len(case.consents) - 1))
        rest = (*case.consents[:one], *case.consents[one + 1 :])
        hit = case.consents[one]
        assert case.shown(consents=rest) <= before
        withdrawn = replace(hit, withdrawn_at=datetime(2026, 11, 25, tzinfo=UTC))
        assert case.shown(consents=(*rest, withdrawn)) == case.shown(consents=rest)
        assert case.shown(consents=(*rest, replace(hit, valid_to=hit.valid_to - timedelta(days=9)))) <= before
        narrower = replace(hit, scope=tuple(one for one in hit.scope if one in data.draw(_SOME_CLASSES)))
        assert case.shown(consents=(*rest, narrower)) <= before
        assert case.shown(consents=(*rest, replace(hit, kind=ConsentKind.REGISTRATION))) <= before
        assert case.shown(consents=(*rest, replace(hit, direction=Direction.RECEIVE))) <= before
    fewer = Choices(
        classes=case.choices.classes & data.draw(_SOME_CLASSES),
        items=case.choices.items & data.draw(_ITEMS),
        left_out=case.choices.left_out | data.draw(_ITEMS),
    )
    assert case.shown(choices=fewer) <= before
    if case.dates:
        assert case.shown(dates=case.dates | {MEETING}) <= before
    assert case.shown(recipient=replace(case.recipient, internal=False)) <= before
    assert case.shown(template=replace(case.template, access_request=False)) <= before
    assert case.shown(template=replace(case.template, audiences=frozenset())) == frozenset()


@settings(max_examples=200)
@given(_CASES)
def test_ceilings_never_open_whatever_is_agreed_and_ticked(case: Case) -> None:
    everything = Consent(
        id=UUID(int=9), mentee_id=UUID(int=8), recipient_contact_id=WHO, scope=tuple(C),
        valid_from=TODAY - timedelta(days=1), valid_to=MEETING,
    )  # fmt: skip
    who = replace(case.recipient, contact_id=WHO, internal=True)
    ticks = Choices(classes=frozenset(C), items=frozenset(ITEMS))
    template = replace(case.template, audiences=frozenset(Audience), ticked=frozenset())
    released = release(case.sheet, template, who, ticks, (everything, *case.consents), {TODAY, MEETING})
    closed = {one for one in C if cell(who.audience, one) == "X"}
    if who.audience is Audience.MENTEE and not template.access_request:
        closed.add(C.VIOLENCE)
    passed = {
        one.info_class
        for row in (*released.sheet.rows, *([released.sheet.head] if released.sheet.head else []))
        for one in (row, *row.inner)
        if not (one.invitation and one.about in who.own and one.info_class is C.PRESENCE)
    }
    assert not passed & (closed | {C.PRIVATE, C.THIRD})


@settings(max_examples=150)
@given(_CASES)
def test_without_a_day_nothing_that_asks_for_consent_is_shown(case: Case) -> None:
    released = release(case.sheet, case.template, case.recipient, case.choices, case.consents, ())
    assert released.asked == frozenset()
    assert case.shown(dates=frozenset()) == case.shown(consents=())


@settings(max_examples=200)
@given(_CASES, strategies.lists(_recipients(), min_size=1, max_size=3))
def test_one_text_for_all_is_what_everybody_may_see_and_one_more_never_adds(
    case: Case, others: list[Recipient]
) -> None:
    def common(recipients: list[Recipient]) -> frozenset[str]:
        released = release_to_all(case.sheet, case.template, recipients, case.choices, case.consents, case.dates)
        return names(released.sheet)

    each = [case.shown(recipient=one) for one in (case.recipient, *others)]
    assert common([case.recipient, *others]) == frozenset.intersection(*each)
    assert common([case.recipient, *others]) <= common([case.recipient, *others[:-1]])


@settings(max_examples=150)
@given(_CASES)
def test_where_a_protected_person_is_takes_more_never_less(case: Case) -> None:
    def raised(row: Row) -> Row:
        return replace(row, also=row.also | {C.LOCATION}, inner=tuple(raised(one) for one in row.inner))

    sheet = case.sheet
    protected = Sheet(raised(sheet.head) if sheet.head else None, tuple(raised(one) for one in sheet.rows))
    before, after = case.shown(), case.shown(sheet=protected)
    assert after <= before
    if case.recipient.audience in (Audience.GUARDIAN, Audience.SCHOOL, Audience.EMPLOYER, Audience.SUPERVISION):
        own = {one.name for one in sheet.rows if one.about in case.recipient.own and one.about is not None}
        assert {one for one in after if one.startswith("r") and one != "r0"} <= own
