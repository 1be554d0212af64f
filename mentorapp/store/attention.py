"""The rules on dates and on what asks for care, applied to everybody: for Idag, the list and the terminal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.dates_ahead import Ages, DateAhead, Dated, dates_ahead, in_order
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.reminder_rules import TOLD, Group, Rule, RuleSetting, rules_of
from mentorapp.domain.reminders import Person, Promise
from mentorapp.domain.rounds_ahead import Rounds, rounds_ahead
from mentorapp.domain.watch import Watch, Watched, to_watch
from mentorapp.domain.work_ahead import AtWork, work_ahead
from mentorapp.domain.work_days import WorkDays, work_days

from .hidden_classes import hidden_people
from .overviews import MenteeLine
from .profile import get_profile
from .promises import read_promises
from .rating_facts import read_rounds
from .reminder_settings import get_rules
from .settings import StoreSettings, get_settings
from .snoozes import list_put_away
from .today_facts import read_facts
from .work_facts import read_work

ATTENTION_TABLES = frozenset(
    {"commitment", "pause", "after_support", "outcome_check", "youth_duty", "safety_question", "network_link",
     "contact", "income_period", "income_state", "parallel_intervention", "intervention_state", "snooze", "setting",
     "mentor_profile", "mentee", "enrolment", "programme", "session", "scale_response", "scale_mark",
     "scale_definition", "level_entry", "closure", "placement", "workplace", "support_intensity",
     "workplace_follow_up", "education_support", "study_date", "study_conference", "check_in"}
)  # fmt: skip
"""Tables that the rules look at."""

Key = tuple[UUID | None, str, str]


def person_of(line: MenteeLine) -> Person:
    protected = line.protected_identity is not ProtectedIdentity.NONE
    return Person(mentee_id=line.mentee_id, name=line.full_name, alias=line.alias, protected=protected)


class Ruled:
    """One session's rules and facts, each read when it is first asked for; what is put away is left out.

    `people` are the living ones: nobody else gives a row.
    """

    def __init__(self, session: Session, lines: Sequence[MenteeLine], people: Mapping[UUID, Person]) -> None:
        self._session, self._lines, self._people = session, lines, people
        self._today = session.info["clock"].today()

    @cached_property
    def settings(self) -> StoreSettings:
        return get_settings(self._session)

    @cached_property
    def rules(self) -> Mapping[Rule, RuleSetting]:
        return get_rules(self._session)

    @cached_property
    def work(self) -> WorkDays:
        return work_days(get_profile(self._session))

    @cached_property
    def put_away(self) -> frozenset[Key]:
        return frozenset((one.mentee_id, one.rule, one.subject) for one in list_put_away(self._session))

    @cached_property
    def _facts(self) -> tuple[tuple[Dated, ...], tuple[Watched, ...]]:
        days = max(self.rules[rule].days[0] for rule in (Rule.ORS, Rule.SRS))
        return read_facts(self._session, self._lines, self._people, self.settings, days)

    @cached_property
    def _at_work(self) -> tuple[AtWork, ...]:
        return read_work(self._session, self._living)

    @cached_property
    def _rounds(self) -> tuple[Rounds, ...]:
        """Of nobody for whom only the youth duty holds: forms ask about health."""
        hidden = hidden_people(self._session)
        people = {key: person for key, person in self._living.items() if key not in hidden}
        return read_rounds(self._session, people, self.rules[Rule.ROUND_MISSING].days[0])

    @cached_property
    def _living(self) -> Mapping[UUID, Person]:
        """The facts on dates are those of the living."""
        return {dated.person.mentee_id: dated.person for dated in self._facts[0]}

    def dates(self, group: Group) -> tuple[DateAhead, ...]:
        """Those of FOLLOW_UPS or of DATES."""
        ages = Ages(self.settings.youth_duty_age, self.settings.benefit_age)
        rules = rules_of(group, self.rules)
        today, spoken_on = self._today, self.work.latest(self._today)
        found = in_order(
            (
                *dates_ahead(self._facts[0], rules, today, ages, spoken_on),
                *work_ahead(self._at_work, rules, today, spoken_on),
                *rounds_ahead(self._rounds, rules, today, spoken_on),
            )
        )
        return tuple(one for one in found if (one.person.mentee_id, one.rule.value, one.subject) not in self.put_away)

    def watches(self, promises: Iterable[Promise]) -> tuple[Watch, ...]:
        asked = [promise for promise in promises if promise.commitment.state is CommitmentState.OPEN]
        found = to_watch(self._facts[1], asked, self.rules, self._today, self.settings.session_limits)
        return tuple(one for one in found if (one.person.mentee_id, one.rule.value, one.subject) not in self.put_away)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """What there is to think of about one person."""

    watches: tuple[Watch, ...] = ()
    dates: tuple[DateAhead, ...] = ()


def read_attention(session: Session, lines: Sequence[MenteeLine]) -> Mapping[UUID, Attention]:
    """By person; somebody of whom nothing is to be said is not among them."""
    people = {line.mentee_id: person_of(line) for line in lines}
    ruled = Ruled(session, lines, people)
    today = session.info["clock"].today()
    watches: dict[UUID, list[Watch]] = {}
    for watch in ruled.watches(read_promises(session, people, today)):
        watches.setdefault(watch.person.mentee_id, []).append(watch)
    dates: dict[UUID, list[DateAhead]] = {}
    for one in (*ruled.dates(Group.FOLLOW_UPS), *ruled.dates(Group.DATES)):
        dates.setdefault(one.person.mentee_id, []).append(one)
    return {
        key: Attention(watches=tuple(watches.get(key, ())), dates=tuple(sorted(dates.get(key, ()), key=_day)))
        for key in watches.keys() | dates.keys()
    }


def _day(one: DateAhead) -> tuple[bool, int]:
    """A form that waits is told of after what has a day of its own."""
    return one.rule in TOLD, one.days
