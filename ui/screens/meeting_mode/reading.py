"""What may be seen while somebody sits beside: one person's own page, the meeting of the day, their own marks.

The page is what the mentee's own print would hold: it goes through `release()` to the mentee, with nothing ticked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.decisions import Party, parties
from mentorapp.domain.meetings import AgendaItem, Meeting, MeetingInvitee, MeetingStatus
from mentorapp.domain.plan_sheet import MIN_PLAN, PlanSheet
from mentorapp.domain.plans import Commitment, Who
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scales import ScaleDefinition, ScaleUse
from mentorapp.domain.sharing import THE_MENTEE, InfoClass, release
from mentorapp.domain.stairs_sheet import STAIRS, StairBlock
from mentorapp.language.texts import Texts
from mentorapp.store.decisions import list_decisions
from mentorapp.store.meetings import get_meeting, list_meetings
from mentorapp.store.mentees import get_mentee
from mentorapp.store.overviews import list_lines
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.profile import get_profile
from mentorapp.store.scale_definitions import list_versions
from mentorapp.store.scale_responses import list_responses
from mentorapp.store.stairs_sheets import gather_stairs_sheet

_SHOWN = frozenset({InfoClass.PLAN, InfoClass.PRESENCE})
_ALOUD = frozenset({InfoClass.PLAN, InfoClass.RATING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """One form of the person's own, oldest first."""

    scale: ScaleDefinition
    forms: tuple[ScaleResponse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that meeting mode knows. `agenda` has only what may be read by everybody in the room."""

    mentee_id: UUID
    name: str
    mentor: str
    plan: PlanSheet
    stairs: tuple[StairBlock, ...]
    marks: tuple[Marks, ...]
    meeting_id: UUID | None
    agenda: tuple[AgendaItem, ...]
    outside: tuple[MeetingInvitee, ...]
    parties: tuple[Party, ...]
    decisions: tuple[Commitment, ...]
    today: date

    @property
    def names(self) -> dict[Who, str]:
        return {Who.MENTEE: self.name, Who.MENTOR: self.mentor}


def read_shown(session: Session, mentee_id: UUID, meeting_id: UUID | None, texts: Texts) -> Shown:
    """Of one person, and the meeting that is named or held today."""
    today = session.info["clock"].today()
    mentee, profile = get_mentee(session, mentee_id), get_profile(session)
    meeting = get_meeting(session, meeting_id) if meeting_id else of_today(list_meetings(session, mentee_id), today)
    outside = meeting.outside if meeting else ()
    mentor = profile.first_name or texts("mentee.the_mentor")
    plan = release(gather_plan_sheet(session, mentee_id, and_word=texts("exchange.and")), MIN_PLAN, THE_MENTEE)
    stairs = release(gather_stairs_sheet(session, mentee_id, texts=texts), STAIRS, THE_MENTEE)
    return Shown(
        mentee_id=mentee_id,
        name=mentee.preferred_name,
        mentor=mentor,
        plan=plan.sheet,
        stairs=stairs.sheet.stairs,
        marks=_marks(session, mentee_id),
        meeting_id=meeting.id if meeting else None,
        agenda=tuple(one for one in meeting.agenda if one.code or one.info_class in _SHOWN) if meeting else (),
        outside=outside,
        parties=parties(mentee.preferred_name, mentor, outside, texts("plan.promise_nobody_yet")),
        decisions=_said_aloud(list_decisions(session, meeting.id)) if meeting else (),
        today=today,
    )


def of_today(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The meeting that is held today, if there is one."""
    on = [one for one in meetings if one.event_date == today and one.status is not MeetingStatus.CANCELLED]
    return on[0] if on else None


def list_aliases(session: Session) -> tuple[tuple[UUID, str], ...]:
    """Nobody's name."""
    return tuple(sorted(((one.mentee_id, one.alias) for one in list_lines(session)), key=lambda one: one[1]))


def _said_aloud(decisions: Iterable[Commitment]) -> tuple[Commitment, ...]:
    return tuple(one for one in decisions if one.info_class in _SHOWN)


def _marks(session: Session, mentee_id: UUID) -> tuple[Marks, ...]:
    """Own lines, and of them the questions that are ratings and nothing more: no health, and nothing about how the two
    of them have it together."""
    found: dict[tuple[str, int], list[ScaleResponse]] = {}
    for one in list_responses(session, mentee_id):
        if not one.is_oral:
            found.setdefault((one.code, one.version), []).append(one)
    versions = {(one.code, one.version): _open_part(one) for one in list_versions(session)}
    shown = ((versions[key], forms) for key, forms in found.items())
    return tuple(Marks(scale=scale, forms=tuple(forms)) for scale, forms in shown if scale.items)


def _open_part(scale: ScaleDefinition) -> ScaleDefinition:
    """The form with only what may be read aloud."""
    own = scale.use is ScaleUse.SELF and not scale.is_external and not scale.is_for_the_screen
    kept = tuple(item for item in scale.items if item.info_class in _ALOUD) if own else ()
    return replace(scale, items=kept)
