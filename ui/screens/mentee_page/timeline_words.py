"""The items of the timeline as rows: which icon, which words, which chip, and how the day is written."""

from datetime import date

from mentorapp.domain.enrolments import DecidedBy, Direction
from mentorapp.domain.plans import DoneBy
from mentorapp.domain.private_notes import PrivateNote
from mentorapp.domain.sessions import Attendance, is_attempt, way_of
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.dates import short_weekday_date
from mentorapp.language.texts import Texts
from mentorapp.store.timeline import (
    ContactItem,
    DamagedItem,
    LevelItem,
    MeetingItem,
    MilestoneItem,
    MovedItem,
    PauseItem,
    StepItem,
    TimelineItem,
    WorkItem,
)
from ui.theme import Family
from ui.widgets.class_chip import class_look
from ui.widgets.delegates import TwoLines
from ui.widgets.kind_icons import kind_family, kind_icon

from .words import DOT, contact_title, day_in_full, own_words
from .work_events import work_lines

Shown = TimelineItem | MovedItem | PrivateNote


def day_of(item: Shown) -> date:
    return item.event_date if isinstance(item, PrivateNote) else item.on


def lines_of(texts: Texts, item: Shown, name: str, today: date) -> TwoLines:
    """The row of an item; `name` is what the mentee is called."""
    right = _day(texts, day_of(item), today)
    if isinstance(item, ContactItem):
        return _contact(texts, item, right)
    if isinstance(item, StepItem):
        title = texts("mentee.line_step", step=own_words(texts, item.text))
        return TwoLines(title, _who(texts, item, name), "check", Family.OK, right=right)
    if isinstance(item, LevelItem):
        return TwoLines(_level_title(texts, item), _level_second(texts, item), "stairs", Family.RUST, right=right)
    if isinstance(item, PauseItem):
        return _pause(texts, item, today, right)
    if isinstance(item, MilestoneItem):
        return _milestone(texts, item, right)
    if isinstance(item, MeetingItem):
        return _meeting(texts, item, right)
    if isinstance(item, WorkItem):
        return work_lines(texts, item, right)
    if isinstance(item, MovedItem):
        moved = texts("contacts.moved_away", day=day_in_full(texts, item.moved_on, today))
        return TwoLines(texts("contacts.moved"), moved, "right", right=right)
    if isinstance(item, DamagedItem):
        return TwoLines(texts("mentee.line_damaged"), texts("mentee.line_damaged_more"), "warn", right=right)
    chip = class_look(texts, InfoClass.PRIVATE, texts("mentee.private_never_printed"))
    return TwoLines(texts("mentee.line_private"), _one_line(item.text), "lock", Family.HEATHER, chip=chip, right=right)


def _pause(texts: Texts, item: PauseItem, today: date, right: str) -> TwoLines:
    until = (
        texts("contacts.pause_until", day=day_in_full(texts, item.to, today)) if item.to else texts("contacts.pause")
    )
    keeps = texts("contacts.pause_keeps", name=item.who_keeps_contact) if item.who_keeps_contact else ""
    second = DOT.join(part for part in (_one_line(item.reason), keeps) if part)
    return TwoLines(until, second, "pause", Family.SLATE, right=right)


def _milestone(texts: Texts, item: MilestoneItem, right: str) -> TwoLines:
    title = item.kind_other or texts(f"codes.milestone_kind_{item.kind.value}")
    chip = class_look(texts, item.info_class)
    return TwoLines(title, _one_line(item.note), "star", Family.AMBER, chip=chip, right=right)


def _meeting(texts: Texts, item: MeetingItem, right: str) -> TwoLines:
    """Trepartsmöte, start, 45 minuter, with who came and the question; of one called off only that."""
    kind = texts(f"meeting.kind_{item.kind.value}")
    if not item.held:
        title = texts("mentee.contact_not_held", title=kind, happened=texts("meeting.called_off"))
        return TwoLines(title, item.place, "meeting", Family.SLATE, right=right)
    title = texts("mentee.contact_minutes", title=kind, count=item.duration_min) if item.duration_min else kind
    parts = (", ".join(item.people), item.place, _one_line(item.purpose))
    chip = class_look(texts, InfoClass.PLAN)
    second = DOT.join(part for part in parts if part)
    return TwoLines(title, second, "meeting", Family.HEATHER, chip=chip, right=right)


def said_of(lines: TwoLines) -> str:
    """What a screen reader says about a row."""
    chip = lines.chip.text if lines.chip else ""
    return ". ".join(part for part in (lines.right, lines.title, lines.second, chip) if part)


def _contact(texts: Texts, item: ContactItem, right: str) -> TwoLines:
    attempt = is_attempt(item.kind, item.attendance)
    happened = item.attendance is Attendance.HELD
    way = way_of(item.kind, item.attempt_way)
    icon, family = kind_icon(way), kind_family(way)
    if attempt or not happened:
        family = Family.SLATE
    parts = [_one_line(item.text) or item.next_step]
    if item.written_late_days:
        parts.insert(0, texts("mentee.written_late", count=item.written_late_days))
    if item.group:
        parts.insert(0, DOT.join(part for part in (item.group, item.group_topic) if part))
    tried = way if item.attendance is Attendance.NOT_REACHED else item.kind
    if way is not tried:
        parts.insert(0, texts(f"codes.session_kind_{way.value}"))
    title = contact_title(texts, tried, item.attendance, item.duration_min, item.place)
    chip = class_look(texts, item.classes[0]) if item.classes else None
    return TwoLines(title, DOT.join(part for part in parts if part), icon, family, chip=chip, right=right)


def _who(texts: Texts, item: StepItem, name: str) -> str:
    if item.done_by is DoneBy.OTHER:
        return texts("mentee.ticked_by", name=item.done_by_name)
    if item.done_by is DoneBy.MENTOR:
        return texts("mentee.ticked_by_you")
    key = "ticked_together" if item.done_by is DoneBy.TOGETHER else "ticked_by"
    return texts(f"mentee.{key}", name=name)


def _level_title(texts: Texts, item: LevelItem) -> str:
    name = item.name_sv if texts.language == "sv" else item.name_en
    key = "line_level_first" if item.direction is Direction.INITIAL else "line_level"
    return texts(f"mentee.{key}", number=item.order, name=name)


def _level_second(texts: Texts, item: LevelItem) -> str:
    if item.mentee_words:
        return own_words(texts, _one_line(item.mentee_words))
    if item.reason:
        return _one_line(item.reason)
    together = item.decided_by is DecidedBy.TOGETHER
    return texts("mentee.decided_together") if together else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _day(texts: Texts, day: date, today: date) -> str:
    """mån 23 nov; another year is said."""
    words = short_weekday_date(texts, day)
    return words if day.year == today.year else f"{words} {day.year}"
