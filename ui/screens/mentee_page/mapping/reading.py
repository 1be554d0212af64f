"""What the tab shows beside the person: the areas, the versions, the profile and the checklist, read in one go."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.mapping import WISHES, Mapping, MappingAnswer, VocationalProfile, answered_of
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.goals_from_mapping import list_goal_words
from mentorapp.store.mappings import list_mappings
from mentorapp.store.onboarding import OnboardingStep, list_onboarding
from mentorapp.store.safety_questions import list_questions
from mentorapp.store.vocational_profiles import list_vocational_profiles
from mentorapp.store.word_lists import list_words

from ..reading import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`areas` are those that may be written down, without the dreams, which have a card of their own."""

    areas: tuple[Word, ...]
    wishes_in_use: bool
    mappings: tuple[Mapping, ...]
    goals: dict[UUID, str]  # the wordings of goals that needs and wishes have led to
    profiles: tuple[VocationalProfile, ...]
    onboarding: tuple[OnboardingStep, ...]
    safety_asked_on: date | None

    @property
    def mapping(self) -> Mapping | None:
        """The newest version."""
        return next(iter(self.mappings), None)

    @property
    def wishes(self) -> MappingAnswer | None:
        return self.mapping.answer(WISHES) if self.mapping else None

    def answer(self, area: str) -> MappingAnswer | None:
        return self.mapping.answer(area) if self.mapping else None

    def goal_words(self, goal_id: UUID | None) -> str:
        return self.goals.get(goal_id, "") if goal_id else ""

    def progress(self) -> tuple[int, int]:
        """(asked, all): the question about safety counts when it has been asked, wherever that was written down."""
        codes = [area.code for area in self.areas if not is_safety(area)] + [WISHES] * self.wishes_in_use
        done, count = answered_of(codes, self.mapping)
        safety = sum(is_safety(area) for area in self.areas)
        return done + (safety if self.safety_asked_on else 0), count + safety


def is_safety(area: Word) -> bool:
    """The area that is asked about by a question of its own, and never written about here."""
    return area.info_class is InfoClass.VIOLENCE


def read_known(session: Session, person: Person) -> Known:
    words = [word for word in list_words(session, WordList.LIFE_AREA) if word.info_class not in person.hidden]
    mappings = list_mappings(session, person.enrolment.id) if person.enrolment else ()
    questions = list_questions(session, person.mentee.id) if InfoClass.VIOLENCE not in person.hidden else ()
    enrolment = person.enrolment.id if person.enrolment else None
    return Known(
        areas=tuple(word for word in words if word.code != WISHES),
        wishes_in_use=any(word.code == WISHES for word in words),
        mappings=mappings,
        goals=_goals(session, person, mappings),
        profiles=list_vocational_profiles(session, person.mentee.id),
        onboarding=list_onboarding(session, person.mentee.id, enrolment) if enrolment else (),
        safety_asked_on=questions[0].asked_on if questions else None,
    )


def _goals(session: Session, person: Person, mappings: tuple[Mapping, ...]) -> dict[UUID, str]:
    """Those of the current plan are known already; one of an earlier version is read."""
    here = {goal.id: goal.wording for goal in (person.plan.goals if person.plan else ())}
    answers = [answer for mapping in mappings for answer in mapping.answers]
    wanted = {answer.goal_id for answer in answers} | {text.goal_id for one in answers for text in one.texts}
    elsewhere = [key for key in wanted if key is not None and key not in here]
    return {**here, **list_goal_words(session, elsewhere)}
