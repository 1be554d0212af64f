"""What the tab says: periods, stays, reasons and destinations in the words of the chosen language."""

from datetime import date

from mentorapp.domain.closing import AfterSupport, Closure, Heading
from mentorapp.domain.enrolments import Enrolment, LevelEntry, Pause, ReferralSource, Track
from mentorapp.domain.programmes import Level
from mentorapp.domain.stays import level_week, planned_end
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts

from ..reading import Person
from ..words import DOT, day_in_full
from .reading import Case, Words


def period(texts: Texts, first: date, last: date | None, today: date) -> str:
    """3 september till 12 november; sedan 12 november."""
    start = day_in_full(texts, first, today)
    if last is None:
        return texts("closing.since", day=start)
    return texts("closing.period", start=start, end=day_in_full(texts, last, today))


def word(texts: Texts, words: Words, code: str) -> str:
    """The name of a code; the code itself where the list has lost it."""
    return words[code].name(texts.language) if code in words else code


def level_title(texts: Texts, level: Level) -> str:
    return texts("mentee.level_named", number=level.order, name=level.name(texts.language))


def stay_line(texts: Texts, case: Case, stay: LevelEntry, level: Level, person: Person) -> str:
    """sedan 5 november · vecka 3 av 8 · planerat till 31 december · mot studier."""
    today = person.today
    parts = [period(texts, stay.entered_on, stay.left_on, today)]
    if stay.left_on is None:
        parts += _weeks(texts, case, stay, level, today)
    if stay.track is not Track.NONE:
        towards = texts(f"closing.towards_{stay.track.value}")
        parts.append(f"{towards}: {stay.track_text}" if stay.track_text and not person.mentee.is_protected else towards)
    return DOT.join(parts)


def _weeks(texts: Texts, case: Case, stay: LevelEntry, level: Level, today: date) -> list[str]:
    week = level_week(stay.entered_on, today, case.pauses)
    end = planned_end(stay.entered_on, level.planned_weeks, case.pauses, today)
    if end is None:
        return [texts("closing.week", week=week)]
    planned = day_in_full(texts, end, today)
    return [texts("closing.week_of", week=week, weeks=level.planned_weeks), texts("closing.planned_to", day=planned)]


def stay_words(texts: Texts, stay: LevelEntry) -> list[str]:
    """Why, in whose words: the mentee's own, and the mentor's view where it is another (F37)."""
    said = [stay.reason] if stay.reason else []
    if stay.mentee_words:
        said.append(texts("mentee.quoted", words=stay.mentee_words))
    if stay.mentor_view:
        said.append(texts("closing.mentor_sees", words=stay.mentor_view))
    return said


def pause_line(texts: Texts, pause: Pause, today: date) -> str:
    parts = [period(texts, pause.from_date, pause.to_date, today)]
    if pause.who_keeps_contact:
        parts.append(texts("closing.keeps_contact", name=pause.who_keeps_contact))
    return DOT.join(parts)


def referrer_line(texts: Texts, case: Case, person: Person) -> str:
    """Försäkringskassan · Frida Fiktiv · 3 mars 2026; of a protected person's school nothing but that it was one."""
    referral = case.referral
    kind = word(texts, case.referrers, referral.referrer_type) if referral.referrer_type else ""
    if not kind and referral.source is not None:
        kind = texts(f"codes.referral_source_{referral.source.value}")
    if referral.source is ReferralSource.OTHER and referral.source_other:
        kind = referral.source_other
    telling = not (person.mentee.is_protected and referral.source is ReferralSource.SCHOOL)
    who = referral.contact if telling else ""
    place = referral.organisation if telling and referral.organisation != kind else ""
    day = full_date(texts, referral.on) if referral.on else ""
    return DOT.join(part for part in (kind, place, who, day) if part)


def destination(texts: Texts, heading: Heading) -> str:
    """Studier, 50 procent."""
    name = heading.other or texts(f"codes.destination_{heading.destination.value}")
    if heading.extent_percent is None:
        return name
    return texts("closing.with_percent", name=name, percent=heading.extent_percent)


def reason(texts: Texts, case: Case, closure: Closure) -> str:
    name = word(texts, case.reasons, closure.detail)
    return texts("closing.reason_with", name=name, words=closure.reason_other) if closure.reason_other else name


def work_line(texts: Texts, one: AfterSupport, person: Person) -> str:
    """Arbete med stöd, 50 procent · Café Låtsas · sedan 12 november; no place for a protected person."""
    heading = Heading(destination=one.entry, extent_percent=one.extent_percent)
    since = texts("closing.since", day=day_in_full(texts, one.started_on, person.today))
    place = "" if person.mentee.is_protected else one.place
    return DOT.join(part for part in (destination(texts, heading), place, since) if part)


def enrolment_period(texts: Texts, enrolment: Enrolment, today: date) -> str:
    if enrolment.started_on is None:
        return texts(f"codes.enrolment_status_{enrolment.status.value}")
    return period(texts, enrolment.started_on, enrolment.closed_on, today)
