"""Att tänka på: what is good to know before the next contact, the weightiest first. Never a judgement of a person."""

from mentorapp.domain.calendar import birthday_in, days_between
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.language import Texts
from ui.theme import Family
from ui.widgets.chip import ChipLook

from .words import Person

_AGES = (18, 20, 25, 30)
_DAYS_AHEAD = 90


def coming_age(person: Person) -> tuple[int, int] | None:
    """(age, days until) for an age at which something changes, within three months."""
    born = person.line.birth_date
    if born is None:
        return None
    for age in _AGES:
        days = days_between(person.today, birthday_in(born, born.year + age))
        if 0 <= days <= _DAYS_AHEAD:
            return age, days
    return None


def notices(texts: Texts, person: Person) -> tuple[ChipLook, ...]:
    """All there is to think of; the list shows the first and names the rest."""
    line = person.line
    found = []
    if person.is_protected:
        found.append(ChipLook(texts("mentees.protected"), "shield"))
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


def _turns(texts: Texts, age: int, days: int) -> str:
    if days == 0:
        return texts("mentees.turns_today", age=age)
    return texts("mentees.turns_in", age=age, count=days)
