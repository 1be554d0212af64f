"""What the screen says of meetings: values in, words of the chosen language out."""

from datetime import date

from mentorapp.domain.consents import Light, Standing
from mentorapp.domain.meetings import Meeting, MeetingStatus, PapersState, Phase
from mentorapp.language.consent_words import meeting_light_words
from mentorapp.language.dates import short_weekday_date, time_of_day
from mentorapp.language.texts import Texts
from mentorapp.store.meeting_state import MeetingLine
from ui.theme import Family

DOT = " · "
PAPERS = {
    PapersState.NOT_PREPARED: ("pencil", Family.SLATE),
    PapersState.READY: ("check", Family.OK),
    PapersState.REDO: ("warn", Family.AMBER),
}


def day_words(texts: Texts, day: date, today: date) -> str:
    """ons 2 dec; with the year where it is another."""
    if day == today:
        return texts("meeting.today")
    said = short_weekday_date(texts, day)
    return said if day.year == today.year else f"{said} {day.year}"


def kind_words(texts: Texts, meeting: Meeting) -> str:
    return texts(f"meeting.kind_{meeting.kind.value}")


def light_words(texts: Texts, light: Light) -> str:
    """Of one that holds today and ends before the meeting its last day is said."""
    if light.standing is Standing.NOT_THAT_DAY:
        return meeting_light_words(texts, light)
    return texts(f"meeting.light_{light.standing.value}")


def details(texts: Texts, line: MeetingLine, named: bool) -> str:
    """Place, form and interpreter; of somebody protected no place (F 5). The question, which can name somebody, where
    names are shown."""
    meeting = line.meeting
    place = "" if line.person.protected else meeting.place
    form = "" if meeting.form == "in_person" else texts(f"meeting.form_{meeting.form.value}")
    interpreter = texts("meeting.with_interpreter") if meeting.with_interpreter else ""
    again = texts("meeting.every_weeks", count=meeting.repeat_days // 7) if meeting.repeat_days else ""
    parts = (place, form, interpreter, again, meeting.purpose if named else "")
    return DOT.join(part for part in parts if part)


def standing_words(texts: Texts, line: MeetingLine, today: date) -> str:
    """What became of it: called off, moved from, held."""
    meeting = line.meeting
    if meeting.status is MeetingStatus.CANCELLED:
        return DOT.join(part for part in (texts("meeting.called_off"), meeting.status_reason) if part)
    if line.phase is Phase.EARLIER:
        return texts("meeting.was_held")
    if meeting.moved_from is not None and line.phase is Phase.AHEAD:
        return texts("meeting.moved_from", day=day_words(texts, meeting.moved_from, today))
    return ""


def when_lead(texts: Texts, meeting: Meeting, today: date) -> tuple[str, str]:
    at = time_of_day(texts, meeting.start_time) if meeting.start_time else " "
    return day_words(texts, meeting.event_date, today), at
