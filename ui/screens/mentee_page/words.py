"""What the page says about people, steps, promises and contacts: values in, words of the chosen language out."""

from datetime import date

from mentorapp.domain.mentees import Mentee, Pronoun
from mentorapp.domain.plans import Commitment, CommitmentState, DoneBy, Step, Who
from mentorapp.domain.programmes import Level
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.language.dates import day_in_full as day_in_full
from mentorapp.language.dates import day_said as day_said
from mentorapp.language.names import genitive as genitive
from mentorapp.language.names import own_words as own_words
from mentorapp.language.texts import Texts

from .reading import Person

DOT = " · "
_PRONOUNS = (Pronoun.HON, Pronoun.HAN, Pronoun.HEN)


def person_line(texts: Texts, mentee: Mentee, today: date) -> str:
    """LM 207 · 24 år · han · Provköping; no place for a protected person."""
    parts = [mentee.display_alias]
    age = mentee.age(today)
    if age is not None:
        parts.append(texts("mentee.age", count=age))
    parts.append(_pronoun(texts, mentee))
    if not mentee.is_protected:
        parts.append(mentee.municipality_on(today))
    return DOT.join(part for part in parts if part)


def _pronoun(texts: Texts, mentee: Mentee) -> str:
    if mentee.pronoun is Pronoun.OTHER:
        return mentee.pronoun_other
    return "" if mentee.pronoun is Pronoun.UNKNOWN else texts(f"codes.pronoun_{mentee.pronoun.value}")


def pronoun_key(mentee: Mentee) -> str:
    """Which form of a sentence fits: hon, han, hen, or one without a pronoun."""
    return mentee.pronoun.value if mentee.pronoun in _PRONOUNS else "none"


def support_words(texts: Texts, mentee: Mentee) -> str:
    """Tolk · lättläst, as the chip in the head says it; empty when neither is needed."""
    parts = []
    if mentee.interpreter_language:
        parts.append(texts("mentee.interpreter"))
    if mentee.needs_easy_read:
        parts.append(texts("mentee.easy_read" if not parts else "mentee.easy_read_after"))
    return DOT.join(parts)


def level_name(texts: Texts, level: Level) -> str:
    return level.name(texts.language)


def who_did(texts: Texts, person: Person, by: DoneBy | None, name: str) -> str:
    """Farah, Farah och Moa, Moa, or the name that was written."""
    mentor = person.mentor.first_name or texts("mentee.the_mentor")
    if by is DoneBy.OTHER:
        return name
    if by is DoneBy.TOGETHER:
        return texts("mentee.two_names", first=person.name, second=mentor)
    return mentor if by is DoneBy.MENTOR else person.name if by is DoneBy.MENTEE else ""


def step_right(texts: Texts, person: Person, step: Step) -> str:
    """12 nov · Farah when done; senast 2 dec · Farah och Siv when not."""
    if step.done_on is not None:
        who = who_did(texts, person, step.done_by, step.done_by_name)
        return DOT.join(part for part in (day_said(texts, step.done_on, person.today), who) if part)
    due = texts("plan.by", day=day_said(texts, step.due, person.today)) if step.due else ""
    return DOT.join(part for part in (due, step.who) if part)


def promise_who(texts: Texts, person: Person, promise: Commitment) -> str:
    """Who has promised; where nobody has yet, the question."""
    if promise.is_nobodys:
        return texts("plan.promise_nobodys")
    if promise.who is Who.MENTEE:
        return person.name
    if promise.who is Who.MENTOR:
        return person.mentor.first_name or texts("mentee.the_mentor")
    return promise.who_name


def promise_when(texts: Texts, promise: Commitment, today: date) -> str:
    """senast 1 december; for another's promise whose day has passed, since when it is awaited."""
    if promise.state is CommitmentState.DONE and promise.state_on is not None:
        return texts("plan.done_on", day=day_in_full(texts, promise.state_on, today))
    others = promise.who is Who.CONTACT and not promise.is_nobodys
    waiting = others and (promise.by is None or promise.by < today)
    if waiting and promise.since is not None:
        return texts("plan.waiting_since", day=day_in_full(texts, promise.since, today))
    return texts("plan.by", day=day_in_full(texts, promise.by, today)) if promise.by else ""


def contact_title(texts: Texts, kind: SessionKind, attendance: Attendance, minutes: int | None, place: str = "") -> str:
    """Promenad, 40 minuter; Promenad: utebliven; Besök på Fantasihallen."""
    if kind is SessionKind.WORKPLACE_VISIT and place:
        title = texts("mentee.visit_at", place=place)
    else:
        title = texts(f"codes.session_kind_{kind.value}")
    if attendance is not Attendance.HELD:
        happened = texts(f"codes.attendance_{attendance.value}")
        return texts("mentee.contact_not_held", title=title, happened=happened[:1].lower() + happened[1:])
    return texts("mentee.contact_minutes", title=title, count=minutes) if minutes else title
