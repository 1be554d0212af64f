"""What the plan says in words, in both versions: dates, promises, the next meeting."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.plan_sheet import CommitmentBlock, NextMeetingBlock, StepBlock
from mentorapp.domain.sheet_parts import MentorBlock
from mentorapp.language import Texts, day_and_month, full_date, long_date, time_of_day

from .lines import Span

_BY_TELEPHONE = frozenset({"phone", "sms_chat", "letter"})
_SAID_BY_THE_PLACE = frozenset({"home_visit", "office", "workplace_visit"})


@dataclass(frozen=True, slots=True)
class Words:
    """`printed_on` decides whether a date needs its year."""

    texts: Texts
    printed_on: date

    def day(self, day: date) -> str:
        """2 december, with the year when it is another one."""
        return day_and_month(self.texts, day) if day.year == self.printed_on.year else full_date(self.texts, day)

    def step_when(self, step: StepBlock) -> str:
        """When a step was done, or is to be done."""
        if step.done_on:
            return self.texts("print.step_done", date=self.day(step.done_on))
        return self.texts("print.step_due", date=self.day(step.due)) if step.due else ""

    def tick(self, step: StepBlock) -> str:
        return self.texts("print.box_done" if step.done_on else "print.box_open")

    def promise(self, promise: CommitmentBlock) -> tuple[Span, ...]:
        """What is promised as a sentence: after a name, words that begin small go on, others stand for themselves."""
        what = ended(promise.what)
        if promise.own or not promise.who.strip():
            return (Span(what),)
        goes_on = what[:1].islower()
        return Span(promise.who if goes_on else f"{promise.who}:", bold=True), Span(what)

    def meeting_heading(self, meeting: NextMeetingBlock) -> str:
        return self.texts(f"print.{self.meeting_key(meeting)}")

    def meeting_key(self, meeting: NextMeetingBlock) -> str:
        return "talk_again" if meeting.kind in _BY_TELEPHONE else "meet_again"

    def meeting_day(self, meeting: NextMeetingBlock) -> str:
        """måndag 30 november."""
        day = long_date(self.texts, meeting.on)
        return day if meeting.on.year == self.printed_on.year else f"{day} {meeting.on.year}"

    def meeting_where(self, meeting: NextMeetingBlock, *, easy: bool) -> str:
        """klockan 10, Café Låtsas - or what of it is known."""
        place = meeting.place.place if meeting.place else ""
        return ", ".join(part for part in (self._clock(meeting, easy), place) if part)

    def meeting_how(self, meeting: NextMeetingBlock) -> list[str]:
        """Sentences about the meeting: how, unless the place says it, and the interpreter."""
        return [self.texts(f"print.{key}") for key in self.meeting_keys(meeting)]

    def meeting_keys(self, meeting: NextMeetingBlock) -> list[str]:
        keys = []
        key = f"kind_{meeting.kind}"
        if self.texts.has(f"print.{key}") and not (meeting.place and meeting.kind in _SAID_BY_THE_PLACE):
            keys.append(key)
        if meeting.interpreter:
            keys.append("interpreter")
        return keys

    def call(self, mentor: MentorBlock) -> str:
        """Ring Moa:"""
        name = mentor.name.split(" ", 1)[0]
        return self.texts("print.call", name=name) if name else self.texts("print.call_mentor")

    def _clock(self, meeting: NextMeetingBlock, easy: bool) -> str:
        if meeting.at is None:
            return ""
        if easy and meeting.at.minute == 0:
            return self.texts("print.at_hour", hour=meeting.at.hour)
        return self.texts("print.at_time", time=time_of_day(self.texts, meeting.at))


def ended(sentence: str) -> str:
    """The sentence with a full stop, if it has no end of its own."""
    sentence = sentence.strip().rstrip(",;")
    return f"{sentence}." if sentence and sentence[-1] not in ".!?:\u2026" else sentence


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with a small first letter, unless its first word is written in capitals."""
    first = text.split(" ", 1)[0]
    return text if len(first) > 1 and first.isupper() else text[:1].lower() + text[1:]
