"""Must show 1: a word of its own in every text field; all prints, all who ask, all consents: only what may be is there.

What may be there is read off the table of the specification (`tests/domain/secrecy_rules.py`), not asked of the gate.
"""

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from mentorapp.domain import sharing
from mentorapp.domain.sharing import Audience, InfoClass, Rule
from mentorapp.exchange import prints
from mentorapp.exchange.orders import KINDS
from mentorapp.store.store import Store
from tests.exchange.marked_case import MarkedCase, class_of_column, marked_case, text_columns
from tests.exchange.marked_prints import STATES, Press, State, allowed, made, orders, set_state

C = InfoClass
CORE_STATES = tuple(one for one in STATES if one.name in ("none", "only HEALTH", "all", "withdrawn"))
_log = logging.getLogger(__name__)


@dataclass
class Count:
    combinations: int = 0
    papers: int = 0
    seen: set[str] = field(default_factory=set)
    too_much: list[str] = field(default_factory=list)
    not_made: set[str] = field(default_factory=set)


@pytest.fixture
def case(store: Store, day: date) -> MarkedCase:
    return marked_case(store, day)


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Press:
    found = Press(tmp_path)
    monkeypatch.setattr(prints, "KINDS", found.kinds())
    return found


_WORD = re.compile(r"Zqx\d{4}w")


def walk(
    store: Store, case: MarkedCase, press: Press, day: date, states: Sequence[State], audiences: Iterable[Audience],
    codes: Iterable[str] = (), ticks: Sequence[bool] = (False, True),
) -> Count:  # fmt: skip
    count = Count()
    read: dict[bytes, set[str]] = {}
    wanted = tuple(codes) or tuple(KINDS)
    for audience in audiences:
        found = {code: orders(store, case, code, audience) for code in wanted}
        count.not_made |= {code for code, one in found.items() if not one}
        for state in states:
            set_state(store, case, audience, state, day)
            for code in wanted:
                for order in found[code]:
                    for ticked in ticks:
                        count.combinations += 1
                        paper, text = made(store, order, ticked=ticked, press=press)
                        words = read.setdefault(paper.pdf, set(_WORD.findall(text)))
                        count.seen |= words
                        beyond = words - allowed(case, KINDS[code], audience, state, ticked=ticked)
                        count.too_much += [
                            f"{code} to {audience} with {state.name}, ticked {ticked}: {case.marks[one].field} "
                            f"{sorted(case.marks[one].classes or ())}"
                            for one in beyond
                        ]
    count.papers = press.drawn
    return count


FOR_SUPERVISION = ("P24", "P25")
ASKING = (Audience.MENTEE, Audience.GUARDIAN, Audience.CASEWORKER, Audience.EMPLOYER, Audience.SCHOOL, Audience.CARE,
          Audience.NEW_MENTOR, Audience.OTHER)  # fmt: skip


def test_every_text_field_of_the_store_has_a_class(case: MarkedCase) -> None:
    columns = {(row.__tablename__, column) for row, column, _ in text_columns()}  # type: ignore[attr-defined]
    for row, column, _ in text_columns():
        class_of_column(row, column)
    marked = {mark.field for mark in case.marks.values()}
    unmarked = {f"{table}.{column}" for table, column in columns} - marked
    assert unmarked == set()


def test_the_core_of_it_every_day(store: Store, case: MarkedCase, press: Press, day: date) -> None:
    """All prints for those who may see the most and the least."""
    few = (Audience.MENTEE, Audience.CASEWORKER, Audience.EMPLOYER)
    count = walk(store, case, press, day, CORE_STATES[:1], few[:1])
    own = walk(store, case, press, day, CORE_STATES[:1], (Audience.SUPERVISION,), codes=FOR_SUPERVISION)
    assert own.too_much == []
    assert own.seen
    others = walk(store, case, press, day, CORE_STATES, few[1:])
    assert count.too_much + others.too_much == []
    assert count.seen


@pytest.mark.long
def test_all_prints_to_all_with_all_consents(store: Store, case: MarkedCase, press: Press, day: date) -> None:
    count = walk(store, case, press, day, STATES[:1], (*ASKING[:1], Audience.SUPERVISION))
    others = walk(store, case, press, day, STATES, ASKING[1:])
    seen = count.seen | others.seen
    never = {mark.field for mark in case.marks.values()} - {case.marks[word].field for word in seen}
    _log.info("%s combinations, %s different papers", count.combinations + others.combinations, others.papers)
    _log.info("on no paper: %s", sorted(never))
    assert count.too_much + others.too_much == []
    assert (count.not_made & others.not_made) - {"P17"} == set(), "the record of a disposal is about nobody"


def test_a_rule_that_is_broken_is_found(
    store: Store, case: MarkedCase, press: Press, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the tests above would prove nothing: the gate lets all of HEALTH through, and they see it."""
    asked = sharing.rule_for

    def broken(audience: Audience, info_class: InfoClass) -> Rule:
        return Rule.ALLOWED if info_class in (C.PRIVATE, C.THIRD) else asked(audience, info_class)

    monkeypatch.setattr(sharing, "rule_for", broken)
    count = walk(store, case, press, day, STATES[:1], (Audience.MENTEE,), codes=("P01",))
    assert any("THIRD" in line or "PRIVATE" in line for line in count.too_much)
