"""Att tänka på: what is good to know before the next contact, the weightiest first. Never a judgement of a person."""

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.reminder_rules import Rule
from mentorapp.language import Texts
from mentorapp.language.dates import short_date
from mentorapp.language.reminder_words import date_chip, watch_chip
from ui.theme import Family
from ui.widgets.chip import ChipLook

from .words import Person

_ON_THE_WAY_IN = frozenset({Rule.THINKING, Rule.ERASE})
"""Said of somebody on the way in from the day they are asked, not only when the day comes near."""


def notices(texts: Texts, person: Person) -> tuple[ChipLook, ...]:
    """All there is to think of, dates and what asks for care by the same rules as Idag; the list shows the first and
    names the rest."""
    line = person.line
    found = []
    if person.is_protected:
        found.append(ChipLook(texts("mentees.protected"), "shield"))
    found += _of_intake(texts, person)
    found += _of_rules(texts, person)
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
    return (*found, *_of_forms(texts, person))


def _of_intake(texts: Texts, person: Person) -> list[ChipLook]:
    """When to ask again, and from when somebody who said no is to be erased."""
    waiting = person.waiting
    if waiting.erase_on is not None:
        return [ChipLook(texts("mentees.erase_on", day=short_date(texts, waiting.erase_on)), "x", Family.AMBER)]
    if waiting.answer_by is not None:
        return [ChipLook(texts("mentees.ask_again", day=short_date(texts, waiting.answer_by)), "talk")]
    return []


def _of_rules(texts: Texts, person: Person) -> list[ChipLook]:
    """Birthdays and other days first, the nearest before the others: they do not wait."""
    attention = person.attention
    dates = [one for one in attention.dates if one.rule not in _ON_THE_WAY_IN | {Rule.ROUND_MISSING}]
    found = [ChipLook(date_chip(texts, one), "cal", Family.AMBER) for one in dates]
    chips = dict.fromkeys(watch_chip(texts, one) for one in attention.watches)  # ORS and SRS say the same
    return found + [ChipLook(words, "eye", Family.AMBER) for words in chips]


def _of_forms(texts: Texts, person: Person) -> list[ChipLook]:
    """A form to fill in can wait for all the rest."""
    waiting = [one for one in person.attention.dates if one.rule is Rule.ROUND_MISSING]
    return [ChipLook(date_chip(texts, one), "chart") for one in waiting]
