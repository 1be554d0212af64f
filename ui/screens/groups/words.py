"""What the screen says about groups: values in, words of the chosen language out."""

from datetime import date

from mentorapp.domain.groups import SMALL_GROUP, GroupActivity, GroupMeeting, size_is_unusual
from mentorapp.language.dates import full_date, short_weekday_date, time_of_day
from mentorapp.language.texts import Texts

DOT = " · "


def kind_words(texts: Texts, activity: GroupActivity) -> str:
    return activity.kind_other or texts(f"codes.group_kind_{activity.kind.value}")


def period_words(texts: Texts, activity: GroupActivity) -> str:
    """1 september 2026 – 1 december 2026; what is known of it."""
    first, last = activity.from_date, activity.to_date
    if first and last:
        return f"{full_date(texts, first)} – {full_date(texts, last)}"
    if first:
        return texts("groups.from", day=full_date(texts, first))
    return texts("groups.until", day=full_date(texts, last)) if last else ""


def activity_line(texts: Texts, activity: GroupActivity) -> str:
    online = texts("groups.online") if activity.online else ""
    parts = (kind_words(texts, activity), activity.organiser, online, period_words(texts, activity))
    return DOT.join(part for part in parts if part)


def meeting_title(texts: Texts, meeting: GroupMeeting) -> str:
    return meeting.topic or texts("groups.meeting")


def meeting_when(texts: Texts, meeting: GroupMeeting, today: date) -> str:
    day = short_weekday_date(texts, meeting.event_date)
    if meeting.event_date.year != today.year:
        day += f" {meeting.event_date.year}"
    return day if meeting.start_time is None else f"{day} {time_of_day(texts, meeting.start_time)}"


def meeting_present(texts: Texts, meeting: GroupMeeting, today: date) -> str:
    """5 av 6; how many are invited to what is ahead; nothing while nobody is."""
    if not meeting.invited:
        return ""
    if meeting.event_date > today:
        return texts("groups.invited", count=meeting.invited)
    return texts("groups.present", present=meeting.present, invited=meeting.invited)


def size_words(texts: Texts, members: int) -> str:
    """How many, and softly when it is outside of what suits most (S20)."""
    if not members:
        return ""
    count = texts("groups.members", count=members)
    if not size_is_unusual(members):
        return count
    return f"{count}. {texts('groups.size', least=SMALL_GROUP[0], most=SMALL_GROUP[1])}"
