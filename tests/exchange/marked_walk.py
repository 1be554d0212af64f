"""The walk over all papers of a marked mentee: what was found on them, what may be there, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentorapp.domain.sharing import Audience
from mentorapp.exchange.orders import KINDS, Kind, Order
from mentorapp.language import Texts
from mentorapp.store.store import Store
from tests.exchange.marked_case import MarkedCase
from tests.exchange.marked_never import ON_NO_PAPER, on_no_paper
from tests.exchange.marked_prints import SV, Press, State, made, orders, set_state, who_came
from tests.exchange.marked_rules import IN_SUPERVISION, THE_MENTEE, Asked, Asker, allowed

FROM_OUTSIDE = (
    *(Asker(one) for one in (Audience.GUARDIAN, Audience.CASEWORKER, Audience.EMPLOYER, Audience.SCHOOL, Audience.CARE,
                             Audience.NEW_MENTOR, Audience.OTHER)),
    Asker(Audience.NEW_MENTOR, internal=True),
)  # fmt: skip
WITHOUT_CONSENT = (THE_MENTEE, IN_SUPERVISION)
"""Those for whom no consent counts: one state is as any other."""
EVERYBODY = (*WITHOUT_CONSENT, *FROM_OUTSIDE)


@dataclass
class Count:
    combinations: int = 0
    seen: set[str] = field(default_factory=set)
    may_be: set[str] = field(default_factory=set)
    too_much: list[str] = field(default_factory=list)
    made: set[str] = field(default_factory=set)


@dataclass
class Walk:
    store: Store
    case: MarkedCase
    press: Press
    day: date
    texts: Texts = SV
    count: Count = field(default_factory=Count)
    may: dict[Any, set[str]] = field(default_factory=dict)

    def all_for(
        self, asker: Asker, states: Sequence[State], codes: Iterable[str] = KINDS, most: int | None = None
    ) -> None:
        """All prints for one who asks, in each state of consent, with nothing and with everything ticked; at `most` so
        many of a kind."""
        self.press.forget()
        who_came(self.store, self.case, asker)
        ordered = [one for code in codes for one in orders(self.store, self.case, code, asker, self.texts, most)]
        self.count.made |= {one.template for one in ordered}
        for state in states:
            set_state(self.store, self.case, asker, state, self.day)
            self.press.forget(consents_only=True)
            self.press.looks_again = state is states[-1]
            for order in ordered:
                for ticked in (False, True):
                    self._look(order, asker, state, ticked)
        self.press.looks_again = False

    def _look(self, order: Order, asker: Asker, state: State, ticked: bool) -> None:
        kind = KINDS[order.template]
        asked = Asked(Asker(asker.audience) if kind.common else asker, state.agreed, ticked)
        parties = {asked, Asked(THE_MENTEE, frozenset(), ticked)} if kind.common else {asked}
        self.paper(order, kind, parties, f"{asker} with {state.name}", ticked)

    def paper(self, order: Order, kind: Kind, parties: Iterable[Asked], said: str, ticked: bool) -> None:
        key = (order.template, frozenset(parties))
        if key not in self.may:
            self.may[key] = allowed(self.case, kind, parties)
            self.count.may_be |= self.may[key]
        may = self.may[key]
        self.count.combinations += 1 + kind.has_easy
        words = self.press.marks(made(self.store, order, ticked=ticked, texts=self.texts))
        self.count.seen |= words
        for word in words - may:
            said_of = self.case.marks[word].in_class
            self.count.too_much.append(f"{order.template} to {said}, ticked {ticked}: {said_of}")

    def missing(self) -> list[str]:
        """Fields, in each class that they occur in, of which something may be on a paper and nothing is on any."""
        found = {self.case.marks[word].in_class for word in self.count.seen}
        marks = [self.case.marks[word] for word in self.count.may_be - self.count.seen]
        language, protected = self.texts.language, self.case.protected
        return sorted({one.in_class for one in marks if not on_no_paper(one, language, protected=protected)} - found)

    def needless(self) -> list[str]:
        """What the list says is on no paper though it is on one."""
        return sorted({self.case.marks[word].field for word in self.count.seen} & set(ON_NO_PAPER))
