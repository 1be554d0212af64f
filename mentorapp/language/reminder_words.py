"""What a rule of Idag has found, in one line: facts about days, without a word of blame for anybody."""

from datetime import date

from mentorapp.domain.calendar import days_between
from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.reminder_rules import AFTER, COUNTS, TOLD, Rule, RuleSetting
from mentorapp.domain.studies import StudyDateKind
from mentorapp.domain.watch import Watch

from .dates import short_date
from .rating_words import rating_words
from .relative import ago, ahead, in_days
from .texts import Texts

_BIRTHDAYS = frozenset({Rule.TURNS_ADULT, Rule.LEAVES_YOUTH_DUTY, Rule.PROGRAMME_AGE})


def date_words(texts: Texts, one: DateAhead, who: str, today: date) -> tuple[str, str]:
    """("Alva fyller 20 om 35 dagar", "Vem tar över?"); of what is no birthday whose it is, and what."""
    if one.rule in _BIRTHDAYS:
        key = "reminders.turns" if one.days >= 0 else "reminders.turned"
        when = in_days(texts, one.days) if one.days >= 0 else ago(texts, one.on, today)
        return texts(key, who=who, age=one.age, when=when), _then(texts, one)
    if one.rule is Rule.ROUND_MISSING:
        return who, _round(texts, one)
    suggested = one.rule is Rule.WORKPLACE_FOLLOW_UP and one.lacking
    key = f"reminders.{one.rule}_suggested" if suggested else f"reminders.{one.rule}"
    if one.days < 0 and texts.has(f"{key}_since"):
        key = f"{key}_since"
    return who, texts(key, day=ahead(texts, one.on, today), count=one.age or 0, what=_what(texts, one))


def _what(texts: Texts, one: DateAhead) -> str:
    """Praktik på Café Låtsas; sista dag att söka: Undersköterska. Of a protected person without where (F5)."""
    if one.rule is Rule.STUDY_DATE:
        kind = texts(f"codes.study_date_kind_{one.kind}")
        if one.person.protected:
            return kind
        return one.name if one.kind == StudyDateKind.OTHER else f"{kind}: {one.name}"
    if not one.kind:
        return one.name
    kind = texts(f"codes.placement_type_{one.kind}")
    return kind if one.person.protected else texts("reminders.at_place", kind=kind, name=one.name)


def _round(texts: Texts, one: DateAhead) -> str:
    """Skattning efter nivå 2: Hur har jag det?"""
    said = texts(f"reminders.round_{one.kind}", of=one.age, count=one.age or 0)
    *first, last = [sv if texts.language == "sv" else en for sv, en in one.forms]
    forms = texts("reminders.and", first=", ".join(first), last=last) if first else last
    return texts("reminders.round_missing", round=said, forms=forms)


def _then(texts: Texts, one: DateAhead) -> str:
    """What the birthday brings with it."""
    if one.rule is Rule.LEAVES_YOUTH_DUTY:
        return texts("reminders.leaves_lacking" if one.lacking else "reminders.leaves_received")
    if one.rule is Rule.TURNS_ADULT:
        return texts("reminders.turns_adult")
    return texts("reminders.programme_age", name=one.name, age=(one.age or 1) - 1)


def watch_words(texts: Texts, one: Watch, today: date) -> str:
    """Ingen känd inkomst från 5 mars; tre bokade träffar i rad blev inte av."""
    day = "" if one.on is None else ahead(texts, one.on, today)
    if one.rule is Rule.NO_SHOWS:
        return texts("reminders.no_shows", count=one.count)
    if one.rule is Rule.MOVED:
        return texts("reminders.moved", what=one.name, count=one.count)
    if one.rule is Rule.INCOME_GAP:
        comes = one.on is not None and days_between(today, one.on) > 0
        return texts("reminders.income_gap" if comes else "reminders.income_gap_since", day=day)
    if one.rule is Rule.CONTACT_LEFT:
        key = "reminders.contact_left" if one.placement_id is None else "reminders.supervisor_left"
        return texts(key, name=one.name, day=day)
    if one.sign is not None:
        return rating_words(texts, one)
    name = texts(f"codes.intervention_kind_{one.kind}") if one.person.protected or not one.name else one.name
    if one.on is None:
        return texts("reminders.nobody", name=name)
    key = "reminders.nobody_after" if one.on >= today else "reminders.nobody_since"
    return texts(key, name=name, day=day)


def date_chip(texts: Texts, one: DateAhead) -> str:
    """20 år om 35 dagar: as short as the list has room for."""
    if one.rule in _BIRTHDAYS:
        if one.days < 0:
            return texts("reminders.chip_age_since", age=one.age)
        return texts("reminders.chip_age", age=one.age, when=in_days(texts, one.days))
    return texts(f"reminders.chip_{one.rule}", day=short_date(texts, one.on))


def watch_chip(texts: Texts, one: Watch) -> str:
    """No value of a rating: the list always shows names."""
    return texts(f"reminders.chip_{one.rule}", count=one.count)


def why_words(texts: Texts, rule: Rule, setting: RuleSetting) -> str:
    """The rule and its days, and where they are changed."""
    said = texts(f"reminders.why_{rule}")
    days = days_words(texts, rule, setting.days)
    return " ".join(part for part in (said, days, texts("reminders.why_settings")) if part)


def days_words(texts: Texts, rule: Rule, days: tuple[int, ...]) -> str:
    """Visas 180, 90 och 30 dagar före."""
    if not days:
        return ""
    *first, last = [str(one) for one in days]
    listed = texts("reminders.and", first=", ".join(first), last=last) if first else last
    if rule in COUNTS:
        return texts("reminders.from_count", count=days[0])
    if rule in AFTER:
        return texts("reminders.after_days", count=days[0])
    if rule in TOLD:
        return texts("reminders.for_days", count=days[0])
    if days == (0,):
        return texts("reminders.on_the_day")
    return texts("reminders.day_before") if days == (1,) else texts("reminders.days_before", days=listed)
