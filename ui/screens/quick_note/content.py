"""What a quick note holds while it is written: as a draft in the store, and as the write-up it becomes.

Numbers stay as typed until the note is saved, so that a draft keeps what cannot be read too.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, time
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

from mentorapp.domain.network import ContactChoice
from mentorapp.domain.numbers_typed import kilometres, whole
from mentorapp.domain.plans import Who
from mentorapp.domain.sessions import Attendance, NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.write_up import WriteUp

CodeT = TypeVar("CodeT", bound=Enum)

BOX_CLASSES = (
    InfoClass.HEALTH,
    InfoClass.INCOME,
    InfoClass.SOCIAL,
    InfoClass.WORK,
    InfoClass.EDU,
    InfoClass.PRIVATE,
)
"""The boxes that can be added, in the order of Ctrl+Shift+1 to 6. One text has one class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """`boxes` are (class, text) below the first box, whose class is PLAN."""

    day: date
    at: time | None = None
    kind: SessionKind = SessionKind.WALK_AND_TALK
    minutes: str = ""
    attendance: Attendance = Attendance.HELD
    text: str = ""
    boxes: tuple[tuple[InfoClass, str], ...] = ()
    next_step: str = ""
    who: Who = Who.MENTOR
    who_name: str = ""
    step_by: date | None = None
    step_id: UUID | None = None
    next_day: date | None = None
    next_at: time | None = None
    place: str = ""
    distance: str = ""
    mood_in: str = ""
    mood_out: str = ""
    mood_word: str = ""
    with_interpreter: bool = False
    support_kinds: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    exercise: str = ""
    fact_values: str = ""
    fact_obstacle: str = ""
    fact_step: str = ""
    came_late: bool = False
    unplanned: bool = False
    attempt_way: SessionKind | None = None
    contact_id: UUID | None = None
    contact_name: str = ""
    consent_reference: str = ""
    safety: str = ""

    def texts(self) -> tuple[str, ...]:
        """Everything that was written in words."""
        more = (self.next_step, self.exercise, self.fact_values, self.fact_obstacle, self.fact_step, self.mood_word)
        return tuple(t for t in (self.text, *(text for _, text in self.boxes), *more) if t.strip())


def to_draft(content: Content) -> dict[str, Any]:
    """As JSON can hold it; what is empty is left out."""
    values = {name: value for name, value in asdict(content).items() if value not in ("", None, (), False)}
    for name in ("day", "at", "step_by", "next_day", "next_at"):
        if name in values:
            values[name] = values[name].isoformat()
    values["boxes"] = [[info_class.value, text] for info_class, text in content.boxes]
    for name in ("step_id", "contact_id"):
        if name in values:
            values[name] = str(values[name])
    return values


def from_draft(values: Mapping[str, Any], empty: Content) -> Content:
    """The draft again. What an older or newer version wrote and this one cannot read stays as in `empty`."""
    known = {f.name for f in fields(Content)}
    content = empty
    for name, value in values.items():
        if name in known:
            try:
                content = replace(content, **{name: _read(name, value)})
            except (TypeError, ValueError):
                continue
    return content


def _read(name: str, value: Any) -> Any:
    readers = {
        "day": date.fromisoformat,
        "at": time.fromisoformat,
        "step_by": date.fromisoformat,
        "next_day": date.fromisoformat,
        "next_at": time.fromisoformat,
        "kind": SessionKind,
        "attendance": Attendance,
        "who": Who,
        "step_id": UUID,
        "with_interpreter": bool,
        "came_late": bool,
        "unplanned": bool,
        "attempt_way": SessionKind,
        "contact_id": UUID,
        "support_kinds": _codes,
        "methods": _codes,
        "topics": _codes,
        "boxes": _boxes,
    }
    return readers.get(name, str)(value)


def _boxes(values: Any) -> tuple[tuple[InfoClass, str], ...]:
    return tuple((InfoClass(info_class), str(text)) for info_class, text in values)


def _codes(values: Any) -> tuple[str, ...]:
    return tuple(str(code) for code in values)


_ONE_OF_TWO = (
    "minutes", "next_step", "who_name", "step_by", "step_id", "next_day", "next_at", "place", "distance", "mood_in",
    "mood_out", "mood_word", "with_interpreter", "support_kinds", "methods", "topics", "exercise", "fact_values",
    "fact_obstacle", "fact_step", "came_late", "unplanned", "attempt_way", "consent_reference",
)  # fmt: skip


def joined(earlier: Content, later: Content) -> Content:
    """Two drafts about the same person made one: texts stand after one another, else the later one holds."""
    boxes = dict(earlier.boxes)
    for info_class, text in later.boxes:
        boxes[info_class] = _both(boxes.get(info_class, ""), text)
    kept = {name: getattr(later, name) or getattr(earlier, name) for name in _ONE_OF_TWO}
    whom = later if later.contact_id or later.contact_name else earlier
    return replace(
        later,
        text=_both(earlier.text, later.text),
        boxes=tuple(boxes.items()),
        contact_id=whom.contact_id,
        contact_name=whom.contact_name,
        safety=_both(earlier.safety, later.safety).replace("\n", " "),
        **kept,
    )


def _both(first: str, second: str) -> str:
    return "\n".join(text for text in (first.rstrip(), second) if text.strip())


def to_write_up(content: Content, mentee_id: UUID, booking_id: UUID | None, enrolment_id: UUID | None) -> WriteUp:
    """What is saved. InputError names the field that cannot be read."""
    segments = ((InfoClass.PLAN, content.text), *content.boxes)
    open_segments = [(c, text) for c, text in segments if c is not InfoClass.PRIVATE and text.strip()]
    return WriteUp(
        new=NewSession(
            mentee_id=mentee_id,
            enrolment_id=enrolment_id,
            kind=content.kind,
            event_date=content.day,
            start_time=content.at,
            attendance=content.attendance,
            duration_min=whole("duration_min", content.minutes),
            place=content.place,
            distance_km=kilometres(content.distance),
            mood_in=whole("mood_in", content.mood_in),
            mood_out=whole("mood_out", content.mood_out),
            mood_word=content.mood_word,
            topics=content.topics,
            came_late=content.came_late,
            unplanned=content.unplanned,
            support_kinds=content.support_kinds,
            methods=content.methods,
            exercise=content.exercise,
            fact_values=content.fact_values,
            fact_obstacle=content.fact_obstacle,
            fact_step=content.fact_step,
            attempt_way=content.attempt_way,
            consent_reference=content.consent_reference,
            with_interpreter=content.with_interpreter,
            next_step=content.next_step,
            segments=tuple(NoteSegment(text=text, info_class=info_class) for info_class, text in open_segments),
        ),
        booking=booking_id,
        private=tuple(text for c, text in content.boxes if c is InfoClass.PRIVATE and text.strip()),
        who=content.who,
        who_name=content.who_name if content.who is Who.CONTACT else "",
        next_step_by=content.step_by,
        ticked_step=content.step_id,
        next_contact_on=content.next_day,
        next_contact_at=content.next_at,
        contact=ContactChoice(content.contact_id, content.contact_name.strip()),
        safety=content.safety,
    )
