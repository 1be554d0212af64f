"""What is around a generated person: people, money, support by others, mapping, milestones, obstacles, the end."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.closing import CloseMode, CloseReason, Destination
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import WISHES, AnswerStatus, MappingType, Voice
from mentorapp.domain.milestones import MilestoneKind, milestone_class
from mentorapp.domain.network import link_class
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.occupation import Occupation
from mentorapp.domain.plans import Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import (
    IncomeSource,
    IncomeState,
    InterventionKind,
    InterventionState,
    intervention_class,
)
from mentorapp.store.tables.closing import ClosureHeadingRow, ClosureRow
from mentorapp.store.tables.enrolments import PauseRow, TargetGroupPeriodRow
from mentorapp.store.tables.mapping import MappingAnswerRow, MappingRow, MappingTextRow
from mentorapp.store.tables.milestones import MilestoneRow
from mentorapp.store.tables.network import NetworkLinkRow
from mentorapp.store.tables.occupation import OccupationPeriodRow
from mentorapp.store.tables.support import (
    IncomePeriodRow,
    IncomeStateRow,
    InterventionStateRow,
    ObstacleRow,
    ParallelInterventionRow,
)
from mentorapp.store.word_lists import shipped_words

from .register import Known
from .rows import Ids, Row, Rows
from .words import Writer

_AREAS = 9
_LINKS = 4
_MILESTONES = [one for one in MilestoneKind if one is not MilestoneKind.OTHER]
_SUPPORT = [one for one in InterventionKind if one is not InterventionKind.OTHER]
_OBSTACLES = [ObstacleKind.WAITING, ObstacleKind.TRANSPORT, ObstacleKind.MONEY, ObstacleKind.RULES]
_BENEFITS = [IncomeSource.SOCIAL_ASSISTANCE, IncomeSource.ACTIVITY_SUPPORT, IncomeSource.ACTIVITY_BENEFIT]
_STATUSES = [AnswerStatus.WORKS, AnswerStatus.PARTLY, AnswerStatus.NEEDS_SUPPORT, AnswerStatus.DECLINED]
_TARGETS = ("young_adults_16_29", "activity_benefit_19_29", "without_benefit_19_24")


class Around:
    """Writes the rows of one person after another, drawing by `chance`."""

    def __init__(self, rows: Rows, ids: Ids, known: list[Known], writer: Writer, chance: random.Random) -> None:
        self._rows, self._ids, self._known = rows, ids, known
        self._writer, self._chance = writer, chance
        self._areas = [one for one in shipped_words(WordList.LIFE_AREA) if one.info_class is not InfoClass.VIOLENCE]

    def add(self, mentee: UUID, enrolment: UUID, first: date, closed: date | None) -> None:
        """`closed` is the last day of what is over."""
        self._add_links(mentee, first)
        self._add_income(mentee, first, closed)
        self._add_interventions(mentee, first)
        self._add_occupation(mentee, first, closed)
        self._add_mapping(enrolment, first + timedelta(days=14))
        self._add_milestones(mentee, enrolment, first)
        self._add_obstacle(mentee, first)
        self._row(TargetGroupPeriodRow, first, enrolment_id=enrolment, target_group=self._chance.choice(_TARGETS),
                  from_date=first)  # fmt: skip
        if self._chance.random() < 1 / 8:
            rest = first + timedelta(days=200)
            self._row(PauseRow, rest, enrolment_id=enrolment, from_date=rest, to_date=rest + timedelta(days=42))
        if closed is not None:
            self._add_end(enrolment, closed)

    def _row(self, table: type[Any], day: date, **values: Any) -> Row:
        row = self._ids.row(datetime.combine(day, time(11), UTC), **values)
        self._rows.setdefault(table, []).append(row)
        return row

    def _add_links(self, mentee: UUID, first: date) -> None:
        for one in self._chance.sample(self._known, _LINKS):
            self._row(
                NetworkLinkRow, first, mentee_id=mentee, contact_id=one.contact, organisation_id=one.organisation,
                role=one.role, from_date=first, info_class=link_class(one.role, one.kind),
            )  # fmt: skip

    def _add_income(self, mentee: UUID, first: date, closed: date | None) -> None:
        """A benefit from before, another from the middle on, and a wage after a good end."""
        turn = first + timedelta(days=self._chance.randrange(120, 300))
        before, then = self._chance.sample(_BENEFITS, 2)
        self._add_period(mentee, before, first - timedelta(days=400), turn - timedelta(days=1))
        self._add_period(mentee, then, turn, closed)
        if closed is not None:
            self._add_period(mentee, IncomeSource.WAGE, closed + timedelta(days=1), None)

    def _add_period(self, mentee: UUID, source: IncomeSource, first: date, last: date | None) -> None:
        decided = last is None and source is not IncomeSource.WAGE
        period = self._row(
            IncomePeriodRow, first, mentee_id=mentee, source=source, from_date=first, to_date=last,
            extent=self._chance.choice((None, 50, 100)), state=IncomeState.GRANTED, state_on=first,
            decision_until=first + timedelta(days=700) if decided else None,
        )  # fmt: skip
        self._row(IncomeStateRow, first, income_id=period["id"], state=IncomeState.GRANTED, since=first)

    def _add_interventions(self, mentee: UUID, first: date) -> None:
        for place, kind in enumerate(self._chance.sample(_SUPPORT, 2)):
            by, since = self._chance.choice(self._known), first + timedelta(days=60 + 40 * place)
            states = (InterventionState.APPLIED, self._chance.choice(_AFTER_APPLYING))
            row = self._row(
                ParallelInterventionRow, since, mentee_id=mentee, kind=kind, actor=by.at, contact_id=by.contact,
                organisation_id=by.organisation, state=states[-1], from_date=since,
                next_step=self._writer.sentence(), info_class=intervention_class(kind),
            )  # fmt: skip
            for number, state in enumerate(states):
                self._row(
                    InterventionStateRow, since, intervention_id=row["id"], state=state,
                    since=since + timedelta(days=45 * number),
                )  # fmt: skip

    def _add_occupation(self, mentee: UUID, first: date, closed: date | None) -> None:
        before = first - timedelta(days=500)
        self._row(OccupationPeriodRow, first, mentee_id=mentee, occupation=Occupation.NEITHER, from_date=before,
                  to_date=closed)  # fmt: skip
        if closed is not None:
            now = self._chance.choice((Occupation.WORKS, Occupation.STUDIES))
            self._row(OccupationPeriodRow, closed, mentee_id=mentee, occupation=now,
                      from_date=closed + timedelta(days=1), to_date=None)  # fmt: skip

    def _add_mapping(self, enrolment: UUID, day: date) -> None:
        """Some areas over the first weeks, each in the words of the person; wishes have no status to speak of."""
        mapping = self._row(MappingRow, day, enrolment_id=enrolment, version=1, type=MappingType.START, started_on=day,
                            completed_on=day + timedelta(days=45))  # fmt: skip
        for place, area in enumerate(self._chance.sample(self._areas, _AREAS)):
            wish = area.code == WISHES
            status = AnswerStatus.PARTLY if wish else self._chance.choice(_STATUSES)
            on = day + timedelta(days=5 * place)
            answer = self._row(
                MappingAnswerRow, on, mapping_id=mapping["id"], area=area.code, status=status, answered_on=on,
                importance=self._chance.randrange(4), info_class=area.info_class,
            )  # fmt: skip
            if status is not AnswerStatus.DECLINED:
                self._row(MappingTextRow, on, answer_id=answer["id"], order=0, voice=Voice.MENTEE,
                          text=self._writer.sentence(), info_class=area.info_class)  # fmt: skip

    def _add_milestones(self, mentee: UUID, enrolment: UUID, first: date) -> None:
        for place, kind in enumerate(self._chance.sample(_MILESTONES, 3)):
            day = first + timedelta(days=110 * (place + 1))
            self._row(MilestoneRow, day, mentee_id=mentee, enrolment_id=enrolment, kind=kind, event_date=day,
                      info_class=milestone_class(kind))  # fmt: skip

    def _add_obstacle(self, mentee: UUID, first: date) -> None:
        since = first + timedelta(days=90)
        cleared = since + timedelta(days=60) if self._chance.random() < 1 / 2 else None
        self._row(
            ObstacleRow, since, mentee_id=mentee, text=self._writer.sentence(), kind=self._chance.choice(_OBSTACLES),
            owner=Who.MENTOR, since=since, cleared_on=cleared,
        )  # fmt: skip

    def _add_end(self, enrolment: UUID, closed: date) -> None:
        reason, detail, to = self._chance.choice(_ENDS)
        closure = self._row(
            ClosureRow, closed, enrolment_id=enrolment, closed_on=closed, mode=CloseMode.COMPLETED, reason=reason,
            detail=detail, farewell_held=True, contact_after=True,
        )  # fmt: skip
        self._row(ClosureHeadingRow, closed, closure_id=closure["id"], destination=to, order=0, primary=True)


_AFTER_APPLYING = [InterventionState.WAITING, InterventionState.ONGOING, InterventionState.ONGOING]
_ENDS = [
    (CloseReason.GOAL_REACHED, "work_regular", Destination.EMPLOYMENT_REGULAR),
    (CloseReason.GOAL_REACHED, "work_subsidised", Destination.EMPLOYMENT_SUBSIDISED),
    (CloseReason.GOAL_REACHED, "studies", Destination.STUDIES_REGULAR),
]
