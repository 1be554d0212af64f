"""What stands under the words of a goal: who, when or to which level, at work too, and the latest rating."""

from mentorapp.domain.plans import RATING_MAX, Goal
from mentorapp.language.texts import Texts

from .reading import Person
from .words import DOT, day_said


def goal_facts(texts: Texts, person: Person, goal: Goal) -> str:
    """Farah och Siv · till 2 dec · nivå Arbetsträning · syns på arbetsplatsen · 6 av 10, 12 nov."""
    parts = [goal.who]
    if goal.target_date is not None:
        parts.append(texts("plan.goal_until", day=day_said(texts, goal.target_date, person.today)))
    level = next((step.level for step in person.stairs if step.level.id == goal.target_level_id), None)
    if level is not None:
        parts.append(texts("plan.goal_until_level", level=level.name(texts.language)))
    if goal.workplace_relevant:
        parts.append(texts("plan.goal_at_work"))
    if goal.rating is not None and goal.rated_on is not None:
        day = day_said(texts, goal.rated_on, person.today)
        parts.append(texts("plan.goal_rated", rating=goal.rating, most=RATING_MAX, day=day))
    return DOT.join(part for part in parts if part)
