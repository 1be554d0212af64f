"""Att tänka på: what is good to know before the next contact, the weightiest first. Never a judgement of a person."""

from mentorapp.domain.ages import AGE_LIMITS, birthdays_ahead
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.language import Texts
from mentorapp.language.dates import short_date
from ui.theme import Family
from ui.widgets.chip import ChipLook

from .words import Person

_DAYS_AHEAD = 90


def coming_age(person: Person) -> tuple[int, int] | None:
    """(age, days until) for an age at which something changes, within three months."""
    nearest = next(iter(birthdays_ahead(person.line.birth_date, AGE_LIMITS, person.today)), None)
    return None if nearest is None or nearest.days > _DAYS_AHEAD else (nearest.age, nearest.days)


def notices(texts: Texts, person: Person) -> tuple[ChipLook, ...]:
    """All there is to think of; the list shows the first and names the rest."""
    line = person.line
    found = []
    if person.is_protected:
        found.append(ChipLook(texts("mentees.protected"), "shield"))
    found += _of_intake(texts, person)
    turning = coming_age(person)
    if turning is not None:
        age, days = turning
        found.append(ChipLook(_turns(texts, age, days), "cal", Family.AMBER))
    if line.status is EnrolmentStatus.PAUSED:
        found.append(ChipLook(texts("codes.enrolment_status_paused"), "pause"))
    if line.interpreter_language or line.needs_easy_read:
        parts = (
            texts("mentees.interpreter") if line.interpreter_language else "",
            texts("mentees.easy_read") if line.needs_easy_read else "",
        )
        words = " · ".join(part for part in parts if part)
        found.append(ChipLook(words[:1].upper() + words[1:], "talk"))
    if person.renamed:
        found.append(ChipLook(texts("mentees.new_name"), "tag"))
    return tuple(found)


def _of_intake(texts: Texts, person: Person) -> list[ChipLook]:
    """When to ask again, and from when somebody who said no is to be erased."""
    waiting = person.waiting
    if waiting.erase_on is not None:
        return [ChipLook(texts("mentees.erase_on", day=short_date(texts, waiting.erase_on)), "x", Family.AMBER)]
    if waiting.answer_by is not None:
        return [ChipLook(texts("mentees.ask_again", day=short_date(texts, waiting.answer_by)), "talk")]
    return []


def _turns(texts: Texts, age: int, days: int) -> str:
    if days == 0:
        return texts("mentees.turns_today", age=age)
    return texts("mentees.turns_in", age=age, count=days)
