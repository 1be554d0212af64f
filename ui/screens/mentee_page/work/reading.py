"""Everything that only this tab shows, read in one go as frozen values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.closing import AfterSupport
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import VocationalProfile
from mentorapp.domain.placements import Placement, Progress
from mentorapp.domain.progress import steps_taken
from mentorapp.domain.routines import Checklist, ItemState, RoutineEntry
from mentorapp.domain.studies import StudyPlan
from mentorapp.domain.work_begun import is_work_to_say
from mentorapp.domain.workplace_support import SeStage, StageEntry
from mentorapp.domain.workplaces import Workplace
from mentorapp.store.address_book import contacts_by_id
from mentorapp.store.after_support import list_after_support
from mentorapp.store.placements import list_placements
from mentorapp.store.routines import list_routine
from mentorapp.store.se_stages import list_stages
from mentorapp.store.study_plans import list_study_plans
from mentorapp.store.vocational_profiles import get_vocational_profile
from mentorapp.store.word_lists import list_words
from mentorapp.store.workplaces import list_workplaces

from ..reading import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """`stages` are of the enrolment that matters; `tasks_left` says how much is open in each. `titles` are the
    occupations of those in the support team who are in the register."""

    placements: tuple[Placement, ...]
    stages: tuple[StageEntry, ...]
    tasks_left: Mapping[SeStage, int]
    plans: tuple[StudyPlan, ...]
    sed: tuple[RoutineEntry, ...]
    given: tuple[AfterSupport, ...]
    profile: VocationalProfile | None
    titles: Mapping[UUID, str]

    def steps(self, today: date) -> tuple[Progress, ...]:
        """Those taken, in the order in which they began."""
        return steps_taken(self.placements, [one.studies for one in self.plans], self.given, today)


def read_work(session: Session, person: Person) -> Work:
    enrolment, mentee_id = person.enrolment, person.mentee.id
    plans = list_study_plans(session, mentee_id)
    sed = list_routine(session, mentee_id, Checklist.SED)
    people = {helper.contact_id for plan in plans for helper in plan.team if helper.contact_id}
    return Work(
        placements=list_placements(session, mentee_id),
        stages=list_stages(session, enrolment.id) if enrolment else (),
        tasks_left=_tasks_left(list_routine(session, mentee_id, Checklist.SE)),
        plans=plans,
        sed=sed if plans or any(entry.said for entry in sed) else (),
        given=list_after_support(session, enrolment.id) if enrolment else (),
        profile=get_vocational_profile(session, mentee_id),
        titles={key: contact.title for key, contact in contacts_by_id(session, people).items()},
    )


def read_places(session: Session, language: str) -> tuple[tuple[Workplace, ...], dict[str, str]]:
    """The bank, and the names of the sectors."""
    words = list_words(session, WordList.SECTOR, all_=True)
    return list_workplaces(session), {word.code: word.name(language) for word in words}


def _tasks_left(entries: Iterable[RoutineEntry]) -> dict[SeStage, int]:
    left = dict.fromkeys(SeStage, 0)
    for entry in entries:
        stage = entry.word.get("stage")
        if stage and entry.state is ItemState.OPEN:
            left[SeStage(stage)] += 1
    return left


def work_to_say(person: Person, work: Work) -> Placement | None:
    """The paid placement that has begun, while nobody has said that work has."""
    found = (one for one in work.placements if is_work_to_say(one, person.enrolment, work.given, person.today))
    return next(found, None)
