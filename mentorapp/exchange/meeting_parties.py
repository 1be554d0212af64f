"""The parties of a meeting, each with the papers that are made for them; and what may stand on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import Consent, Light, Standing, light_of
from mentorapp.domain.meeting_grid import GridRow, Party, PartyPaper, meeting_grid
from mentorapp.domain.meetings import Meeting, MeetingInvitee, PartyChoices, recipient_key
from mentorapp.domain.sharing import NO_CHOICES, Audience, Choices
from mentorapp.language import Texts
from mentorapp.store.consents import list_consents
from mentorapp.store.meeting_papers import get_choices, last_choices
from mentorapp.store.meetings import get_meeting
from mentorapp.store.recipients import recipient_of_invitee

from .addressees import To
from .orders import KINDS, Order

AGENDA, SUMMARY, AT_WORK, PLAN, PROTOCOL = "P07", "P02", "P03", "P01", "P08"
_OWN_PAPER = {Audience.MENTEE: PLAN, Audience.EMPLOYER: AT_WORK}
_RED = frozenset({Standing.NONE, Standing.WITHDRAWN, Standing.ENDED, Standing.NOT_THAT_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedParty:
    """One who gets papers: a column of the grid, how it stands with consent, and the orders of the papers."""

    invitee: MeetingInvitee
    party: Party
    light: Light | None
    orders: tuple[Order, ...]
    last: Choices | None

    @property
    def key(self) -> str:
        return self.party.key

    @property
    def audience(self) -> Audience:
        return self.party.recipient.audience

    @property
    def standing(self) -> Standing | None:
        """None of the mentee: of one's own papers there is nothing to ask."""
        return None if self.light is None else self.light.standing

    @property
    def is_red(self) -> bool:
        """Without consent: the agenda shrinks, but nobody is left out of the meeting."""
        return self.standing in _RED


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCase:
    """A meeting with its parties, the grid, and the days that a paper for it has to hold on."""

    meeting: Meeting
    parties: tuple[InvitedParty, ...]
    consents: tuple[Consent, ...]
    days: frozenset[date]
    rows: tuple[GridRow, ...]


def read_case(session: Session, meeting_id: UUID, texts: Texts) -> MeetingCase:
    """All that the wizard shows of who may see what. The mentor is no party: all of it is the mentor's own."""
    meeting = get_meeting(session, meeting_id)
    consents = list_consents(session, meeting.mentee_id)
    today = session.info["clock"].today()
    days = frozenset({today, meeting.event_date})
    gathered = _Gathered(session, texts)
    invited = [one for one in meeting.invitees if not one.is_mentor]
    parties = tuple(_party(session, meeting, one, consents, days, gathered) for one in _in_order(invited))
    return MeetingCase(
        meeting=meeting,
        parties=parties,
        consents=consents,
        days=days,
        rows=meeting_grid([one.party for one in parties], consents, days),
    )


def _in_order(invited: Sequence[MeetingInvitee]) -> list[MeetingInvitee]:
    """Those from outside as they were invited, the mentee last: the order of the pack."""
    return sorted(invited, key=lambda one: (one.is_mentee, one.order))


def orders_for(
    meeting: Meeting, invitee: MeetingInvitee, audience: Audience, choices: Choices, *, red: bool
) -> tuple[Order, ...]:
    """The party's own sheet, and the agenda. Without any consent the agenda is all: when and where."""
    own = () if red else (_OWN_PAPER.get(audience, SUMMARY),)
    codes = [code for code in (*own, AGENDA) if _is_for(code, audience)]
    to = To(contact_id=invitee.contact_id, meeting_id=meeting.id, invitee_id=invitee.id)
    return tuple(
        Order(
            mentee_id=meeting.mentee_id, template=code, to=to, ticks=choices.classes, items=choices.items,
            left_out=choices.left_out,
        )
        for code in codes
    )  # fmt: skip


def _is_for(code: str, audience: Audience) -> bool:
    return code in KINDS and audience in KINDS[code].template.audiences


class _Gathered:
    """Sheets as they were gathered: what two parties share is read once."""

    def __init__(self, session: Session, texts: Texts) -> None:
        self._session, self._texts = session, texts
        self.today = session.info["clock"].today()

    def paper(self, order: Order) -> PartyPaper:
        kind = KINDS[order.template]
        return PartyPaper(kind.template, kind.gather(self._session, order, self._texts))


def _party(
    session: Session,
    meeting: Meeting,
    invitee: MeetingInvitee,
    consents: Sequence[Consent],
    days: frozenset[date],
    gathered: _Gathered,
) -> InvitedParty:
    recipient = recipient_of_invitee(session, meeting.mentee_id, invitee)
    key = recipient_key(invitee)
    choices = _choices(get_choices(session, meeting.id, key))
    light = None if invitee.is_mentee else light_of(consents, recipient, gathered.today, days)
    red = light is not None and light.standing in _RED
    orders = orders_for(meeting, invitee, recipient.audience, choices, red=red)
    papers = tuple(gathered.paper(one) for one in orders)
    last = last_choices(session, meeting.id, key)
    return InvitedParty(
        invitee=invitee,
        party=Party(key, recipient, papers, choices),
        light=light,
        orders=orders,
        last=None if last is None else _choices(last),
    )


def _choices(kept: PartyChoices | None) -> Choices:
    if kept is None:
        return NO_CHOICES
    return Choices(classes=kept.classes, items=kept.items, left_out=kept.left_out)


def party_choices(key: str, choices: Choices) -> PartyChoices:
    """As the store keeps them."""
    return PartyChoices(key, choices.items, choices.left_out, choices.classes)
