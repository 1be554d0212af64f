"""Why a row stands on Idag, in one line. Facts about days only: no word of blame for anybody."""

from dataclasses import dataclass
from datetime import date, datetime

from mentorapp.domain.calendar import days_between
from mentorapp.domain.plans import CommitmentState, Who
from mentorapp.domain.reminders import Booking, PhaseEnding, Promise, ReviewDue, Silence
from mentorapp.domain.sessions import SessionKind
from mentorapp.language import Texts, long_date, time_of_day
from mentorapp.language.naming import Naming as Naming
from mentorapp.language.naming import shared_names as shared_names
from mentorapp.language.numbers import plain
from mentorapp.language.relative import ago, ahead, capital, in_time, span_ago
from mentorapp.store.today_good import GoodThing

DOT = " · "
_SAID_LIMITS = (7, 14, 21, 30)


@dataclass(frozen=True, slots=True)
class Needs:
    """What the words about a booking must know of the person: the interpreter's language, and whether places are kept
    off the screen."""

    interpreter_language: str = ""
    protected: bool = False


def starts_at(booking: Booking, now: datetime) -> datetime | None:
    """The beginning of a booking, in the time zone of `now`; None when it has no hour."""
    return None if booking.at is None else datetime.combine(booking.on, booking.at, now.tzinfo)


def booking_words(texts: Texts, booking: Booking, needs: Needs, now: datetime | None = None) -> str:
    """Promenad, 45 minuter · om en timme. `now` is given for the booking that comes next."""
    parts = [_what(texts, booking, "" if needs.protected else booking.place)]
    if booking.with_interpreter:
        language = needs.interpreter_language
        parts.append(texts("today.interpreter", language=language) if language else texts("today.interpreter_only"))
    start = starts_at(booking, now) if now else None
    if start is not None and now is not None:
        parts.append(in_time(texts, start, now))
    return DOT.join(part for part in parts if part)


def passed_words(texts: Texts, booking: Booking, needs: Needs, today: date) -> str:
    """Besök på Påhittade Bygg i går 14.00."""
    day = ago(texts, booking.on, today)
    when = day if booking.at is None else texts("today.at_time", day=day, time=time_of_day(texts, booking.at))
    return f"{_what(texts, booking, '' if needs.protected else booking.place)} {when}"


def _what(texts: Texts, booking: Booking, place: str) -> str:
    if place and booking.kind is SessionKind.ACCOMPANIMENT:
        return texts("today.accompanies", place=place)
    if place and booking.kind is SessionKind.WORKPLACE_VISIT:
        return texts("today.visits", place=place)
    kind = texts(f"codes.session_kind_{booking.kind}")
    if booking.duration_min:
        kind = texts("today.minutes", kind=kind, minutes=booking.duration_min)
    return DOT.join(part for part in (kind, place) if part)


def silence_words(texts: Texts, silence: Silence) -> str:
    """9 dagar sedan ni pratade · ni brukar höras var sjunde dag."""
    tried = texts("today.tried", count=silence.attempts) if silence.attempts else ""
    if silence.paused:
        parts = (texts("today.paused", count=silence.days), tried)
    elif silence.never:
        parts = (texts("today.never", ago=span_ago(texts, silence.days)), tried)
    else:
        since = texts("today.days_since", ago=span_ago(texts, silence.days))
        parts = (since, tried or _limit(texts, silence.limit))
    return DOT.join(part for part in parts if part)


def _limit(texts: Texts, days: int) -> str:
    return texts(f"today.limit_{days}") if days in _SAID_LIMITS else texts("today.limit", count=days)


def promise_words(texts: Texts, promise: Promise, who: str, today: date) -> str:
    """Farah Sagolik · senast i morgon."""
    return f"{who}{DOT}{_promise_day(texts, promise, today)}"


def _promise_day(texts: Texts, promise: Promise, today: date) -> str:
    commitment = promise.commitment
    if commitment.state is CommitmentState.DONE:
        return texts("today.promise_kept")
    if commitment.by is None:
        return texts("today.promise_no_day")
    if commitment.by >= today:
        return texts("today.promise_by", day=ahead(texts, commitment.by, today))
    waits = not (promise.is_mine or commitment.is_nobodys)
    key = "today.promise_waiting" if waits else "today.promise_was_by"
    return texts(key, day=ahead(texts, commitment.by, today))


def promised_by(texts: Texts, promise: Promise) -> str:
    """Who of the others has promised it, or that nobody has yet."""
    if promise.commitment.is_nobodys:
        return texts("today.others_nobody")
    named = promise.commitment.who is Who.CONTACT
    return texts("today.others_who", who=promise.commitment.who_name if named else texts("today.mentee_self"))


def phase_words(texts: Texts, phase: PhaseEnding, who: str) -> str:
    return texts("today.phase", who=who, week=phase.week, weeks=phase.weeks, step=phase.level_order)


def review_words(texts: Texts, review: ReviewDue, today: date) -> str:
    key = "today.review_why" if days_between(today, review.on) >= 0 else "today.review_since"
    return texts(key, day=ahead(texts, review.on, today))


def good_words(texts: Texts, good: GoodThing) -> str:
    """A step or a milestone in its own words, else what kind it is; a level by its name; work and studies as what they
    are. Of a protected person it is not said where (F5)."""
    if not good.label.startswith("today."):
        return good.text or texts(good.label)
    key = f"{good.label}_hidden" if good.person.protected and texts.has(f"{good.label}_hidden") else good.label
    hours = "" if good.hours is None else plain(texts, good.hours)
    kind = texts(f"codes.study_date_kind_{good.kind}") if good.label == "today.good_study_date" else ""
    return texts(key, name=good.text, hours=hours, kind=kind)


def draft_words(texts: Texts, changed: datetime, today: date) -> str:
    return texts("today.draft", day=ago(texts, changed.astimezone().date(), today))


def begun_words(texts: Texts, form: str, changed: datetime, today: date) -> tuple[str, str]:
    """Ett löfte; utkast från i går. A form that this version does not know is something begun."""
    key = "drafts.form_" + form.partition(":")[0].replace(".", "_")
    day = ago(texts, changed.astimezone().date(), today)
    return texts(key if texts.has(key) else "drafts.form_other"), texts("drafts.since", day=day)


def heading(texts: Texts, today: date) -> str:
    """Onsdag 25 november."""
    return capital(long_date(texts, today))
