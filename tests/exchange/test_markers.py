"""Must show 1: a word of its own in every text field; all prints, all who ask, all consents: only what may be is there,
and whatever may be on some paper is on one.

What may be there is read off the table of the specification (`tests/domain/secrecy_rules.py`), not asked of the gate.
How many combinations it was is printed by `pytest -m long tests/exchange/test_markers.py`.
"""

import importlib
import sys
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain import sharing
from mentorapp.domain.errors import MentorError
from mentorapp.domain.sharing import Audience, InfoClass, Rule
from mentorapp.exchange import prints
from mentorapp.exchange.addressees import To
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.language import Texts
from mentorapp.store.store import Store
from tests.exchange.marked_case import MarkedCase, class_of_column, marked_case, text_columns
from tests.exchange.marked_prints import ALL, STATES, Press, State, agree_with_all, orders, set_state, who_came
from tests.exchange.marked_rules import THE_MENTEE, Asked, Asker, allowed
from tests.exchange.marked_walk import EVERYBODY, WITHOUT_CONSENT, Walk

C = InfoClass
SV, EN = Texts("sv"), Texts("en")
CORE_STATES = tuple(one for one in STATES if one.name in ("none", "only HEALTH", "all", "withdrawn"))


@pytest.fixture
def case(store: Store, day: date) -> MarkedCase:
    return marked_case(store, day)


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Press:
    found = Press(tmp_path)
    found.install(monkeypatch)
    return found


def test_every_text_field_of_the_store_has_a_class(case: MarkedCase) -> None:
    columns = {(row.__tablename__, column) for row, column, _ in text_columns()}  # type: ignore[attr-defined]
    for row, column, _ in text_columns():
        class_of_column(row, column)
    marked = {mark.field for mark in case.marks.values()}
    unmarked = {f"{table}.{column}" for table, column in columns} - marked
    assert unmarked == set()


def test_the_core_of_it_every_day(store: Store, case: MarkedCase, press: Press, day: date) -> None:
    """The prints that are for those who may see the most and the least."""
    walk = Walk(store, case, press, day)
    for one in WITHOUT_CONSENT:
        walk.all_for(one, STATES[:1], most=1)
    for audience in (Audience.CASEWORKER, Audience.EMPLOYER):
        theirs = [code for code, kind in KINDS.items() if audience in kind.template.audiences]
        walk.all_for(Asker(audience), CORE_STATES, theirs, most=1)
    assert walk.count.too_much == []
    assert press.changed == []
    assert walk.count.seen


@pytest.fixture
def say(
    capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> Callable[[str, Walk], None]:
    """How many combinations: printed, and in the report that `--junitxml` writes."""

    def said(what: str, walk: Walk) -> None:
        count = walk.count
        words = (
            f"{len(walk.case.marks)} words in text fields, {count.combinations} combinations, "
            f"{walk.press.drawn} different papers, {len(count.seen)} of the words found"
        )
        record_property(f"markers, {what}", words)
        with capsys.disabled():
            sys.stdout.write(f"\nmarkers, {what}: {words}\n")

    return said


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("texts", [SV, EN], ids=["sv", "en"])
def test_all_prints_to_all_with_all_consents_and_nothing_is_missing(
    store: Store, case: MarkedCase, press: Press, day: date, texts: Texts, say: Callable[[str, Walk], None]
) -> None:
    walk = Walk(store, case, press, day, texts)
    for asker in EVERYBODY:
        walk.all_for(asker, STATES[:1] if asker in WITHOUT_CONSENT else STATES)
    say(texts.language, walk)
    assert walk.count.too_much == []
    assert press.changed == []
    assert walk.missing() == []
    assert walk.needless() == []
    assert set(KINDS) - walk.count.made == {"P17"}, "the record of a disposal is about nobody"


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_protected_mentee_is_found_nowhere(
    store: Store, press: Press, day: date, say: Callable[[str, Walk], None]
) -> None:
    walk = Walk(store, marked_case(store, day, protected=True), press, day)
    for asker in EVERYBODY:
        walk.all_for(
            asker, STATES[:1] if asker in WITHOUT_CONSENT else (STATES[0], *(one for one in STATES if one.holds))
        )
    say("protected", walk)
    assert walk.count.too_much == []
    assert walk.missing() == []


@pytest.mark.long
def test_a_text_for_several_holds_what_all_of_them_may_see(
    store: Store, case: MarkedCase, press: Press, day: date
) -> None:
    """P08 for every two of the parties, and for all of them at once."""
    walk = Walk(store, case, press, day)
    kind = KINDS["P08"]
    agree_with_all(store, case, day)
    outside = [Asker(one) for one in case.contacts]
    for parties in (*combinations(outside, 2), tuple(outside)):
        press.forget()
        who_came(store, case, *parties)
        (order,) = orders(store, case, "P08", THE_MENTEE)
        for ticked in (False, True):
            asked = [Asked(one, ALL, ticked) for one in parties] + [Asked(THE_MENTEE, frozenset(), ticked)]
            walk.paper(order, kind, asked, " and ".join(map(str, parties)), ticked)
    assert walk.count.too_much == []
    assert walk.count.seen


@pytest.mark.long
def test_the_month_of_all_of_a_caseworkers_mentees_holds_what_each_has_agreed_to(
    store: Store, case: MarkedCase, press: Press, day: date
) -> None:
    """P12 of several is released one by one, and not by the way that all others go."""
    caseworker, seen = Asker(Audience.CASEWORKER), set[str]()
    order = Order(template="P12", to=To(contact_id=case.contacts[Audience.CASEWORKER]))
    for state in STATES:
        set_state(store, case, caseworker, state, day)
        press.forget()
        words = press.marks(prints.preview(store, order, texts=SV).pdf)
        on_the_day = Asked(caseworker, state.scope if _holds_today(state) else frozenset(), ticked=False)
        assert words - allowed(case, KINDS["P12"], [on_the_day]) == set(), state.name
        seen |= words
    assert {"step.text", "level.name_sv", "mentee.preferred_name"} <= {case.marks[word].field for word in seen}


def _holds_today(state: State) -> bool:
    """It is for no meeting: the day of the print is all."""
    return state.holds or state.name == "today but not at the meeting"


@pytest.mark.long
def test_papers_of_nobody_name_nobody(store: Store, case: MarkedCase, press: Press) -> None:
    """P17, and the blank forms, in both languages."""
    found = set[str]()
    of_nobody = [("P17", about) for about in case.disposals] + [("P09", None)]
    of_nobody += [("P04", about) for about in case.abouts]
    for code, about in of_nobody:
        for texts in (SV, EN):
            try:
                found |= press.marks(prints.preview(store, Order(template=code, about=about), texts=texts).pdf)
            except MentorError:
                continue
    marks = [case.marks[word] for word in found]
    assert {one.field for one in marks if one.owner is not None} == set()
    assert {"disposal.rule", "disposal.decided_by", "scale_item.text_sv"} <= {one.field for one in marks}


BROKEN = (
    ("plan_sheets", "GoalBlock", "P01", THE_MENTEE, "none"),
    ("summary_sheets", "OpenPromiseBlock", "P02", Asker(Audience.CASEWORKER), "only PLAN"),
    ("at_work_sheets", "TextBlock", "P03", Asker(Audience.EMPLOYER), "only WORK"),
    ("meeting_sheets", "ItemBlock", "P07", Asker(Audience.SCHOOL), "only PLAN"),
    ("meeting_sheets", "PointBlock", "P08", Asker(Audience.GUARDIAN), "only PLAN"),
    ("extracts", "FactBlock", "P10", THE_MENTEE, "none"),
)
"""Where it is gathered, the block, the paper, who asks, and what was agreed to."""


def test_one_block_of_the_wrong_class_is_found(
    store: Store, case: MarkedCase, press: Press, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule broken on purpose in one place, where a block is given its class, with the gate as it is."""
    for room, name, code, asker, agreed in BROKEN:
        module = importlib.import_module(f"mentorapp.store.{room}")
        walk = Walk(store, case, press, day)
        state = next(one for one in STATES if one.name == agreed)
        walk.all_for(asker, [state], [code])
        assert walk.count.too_much == []
        with monkeypatch.context() as broken:
            wrong = C.WORK if asker.audience is Audience.EMPLOYER else C.PLAN
            broken.setattr(module, name, _of_class(getattr(module, name), wrong))
            walk.all_for(asker, [state], [code])
        assert walk.count.too_much != [], code


def _of_class(block: Callable[..., Any], wrong: InfoClass) -> Callable[..., Any]:
    return lambda **values: block(**{**values, "info_class": wrong, "also": frozenset()})


def test_a_broken_gate_is_found(
    store: Store, case: MarkedCase, press: Press, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = sharing.rule_for

    def broken(audience: Audience, info_class: InfoClass) -> Rule:
        return Rule.ALLOWED if info_class in (C.PRIVATE, C.THIRD) else asked(audience, info_class)

    monkeypatch.setattr(sharing, "rule_for", broken)
    walk = Walk(store, case, press, day)
    walk.all_for(THE_MENTEE, STATES[:1], ["P01"])
    assert any("THIRD" in line or "PRIVATE" in line for line in walk.count.too_much)
