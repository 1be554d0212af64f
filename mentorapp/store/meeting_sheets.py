"""Gathers the agenda and the protocol of a meeting. The protocol has a place for all parties, and for nothing else."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meeting_sheets import (
    AgendaSheet,
    DecisionBlock,
    ItemBlock,
    PartyBlock,
    PointBlock,
    ProtocolSheet,
    QuestionBlock,
    WhenBlock,
    WhereBlock,
)
from mentorapp.domain.meetings import AgendaItem, Attended, Meeting, MeetingInvitee, MeetingKind
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.network import TELLS_WHERE, NetworkLink, NetworkRole, Organisation, OrganisationKind, link_class
from mentorapp.domain.plans import Commitment, CommitmentState, Origin, Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import AddresseeBlock, PersonBlock
from mentorapp.language import Texts

from .commitments import list_commitments
from .meetings import get_meeting, list_meetings
from .mentees import get_mentee
from .network import list_links
from .profile import get_profile
from .protocols import list_protocol, not_reading
from .sheet_parts import doer_block, mentor_block, person_block

_EMPLOYERS = frozenset({OrganisationKind.EMPLOYER, OrganisationKind.SOCIAL_ENTERPRISE})
_WORKPLACE = frozenset({MeetingKind.WORKPLACE_THREE_PARTY})


def gather_agenda_sheet(session: Session, meeting_id: UUID, to: AddresseeBlock, *, texts: Texts) -> AgendaSheet:
    """The agenda before release. What the mentee does not want raised has no place in it."""
    meeting = get_meeting(session, meeting_id)
    mentee = get_mentee(session, meeting.mentee_id)
    return AgendaSheet(
        to=to,
        mentor=mentor_block(session, about=meeting.id),
        person=_person(meeting, mentee),
        when=_when(meeting, mentee),
        question=_question(meeting, meeting.purpose, "purpose"),
        raised=_question(meeting, meeting.wants_raised, "raised"),
        parties=_parties(session, meeting, mentee, texts),
        items=tuple(_item(one, texts) for one in meeting.agenda),
    )


def gather_protocol_sheet(session: Session, meeting_id: UUID, *, texts: Texts) -> ProtocolSheet:
    """The protocol before release to all parties at once: what was said, who does what, and when to meet again."""
    meeting = get_meeting(session, meeting_id)
    mentee = get_mentee(session, meeting.mentee_id)
    return ProtocolSheet(
        mentor=mentor_block(session, about=meeting.id),
        person=_person(meeting, mentee),
        when=_when(meeting, mentee),
        question=_question(meeting, meeting.purpose, "purpose"),
        parties=_parties(session, meeting, mentee, texts),
        points=tuple(
            PointBlock(
                info_class=one.info_class, workplace_relevant=one.workplace_relevant, about=meeting.id,
                item=f"point:{one.id}", text=one.text,
            )
            for one in list_protocol(session, meeting.id)
        ),
        decisions=_decisions(session, meeting, mentee, texts),
        next_on=_next(meeting),
    )  # fmt: skip


def _person(meeting: Meeting, mentee: Mentee) -> PersonBlock:
    whole = person_block(mentee)
    return replace(whole, family_name="") if _with_employer(meeting) else whole


def _named(meeting: Meeting, mentee: Mentee) -> str:
    return _person(meeting, mentee).full_name


def _with_employer(meeting: Meeting) -> bool:
    """Among people of a workplace a first name is enough (D.1)."""
    return any(
        one.workplace_id is not None or (one.organisation is not None and one.organisation.kind in _EMPLOYERS)
        for one in meeting.outside
    )


def _when(meeting: Meeting, mentee: Mentee) -> WhenBlock:
    return WhenBlock(
        info_class=InfoClass.PRESENCE,
        about=meeting.id,
        invitation=True,
        on=meeting.event_date,
        at=meeting.start_time,
        minutes=meeting.duration_min,
        form=meeting.form.value,
        where=_where(meeting, mentee),
    )


def _where(meeting: Meeting, mentee: Mentee) -> WhereBlock | None:
    """Whoever is invited knows where to go, even where the person is protected; on the mentee's own it is ticked."""
    if not meeting.place:
        return None
    also = frozenset({InfoClass.LOCATION}) if mentee.is_protected else frozenset[InfoClass]()
    return WhereBlock(
        info_class=InfoClass.PRESENCE, also=also, about=meeting.id, invitation=True, item="place", place=meeting.place
    )


def _next(meeting: Meeting) -> WhenBlock | None:
    """Only the day: where is for the invitation to the next meeting to say."""
    if meeting.next_on is None:
        return None
    return WhenBlock(
        info_class=InfoClass.PRESENCE, about=meeting.id, invitation=True, on=meeting.next_on, at=None, minutes=None,
        form=meeting.form.value, where=None,
    )  # fmt: skip


def _question(meeting: Meeting, text: str, item: str) -> QuestionBlock | None:
    if not text.strip():
        return None
    at_work = meeting.kind in _WORKPLACE
    return QuestionBlock(info_class=InfoClass.PLAN, workplace_relevant=at_work, item=item, text=text)


def _item(item: AgendaItem, texts: Texts) -> ItemBlock:
    return ItemBlock(
        info_class=item.info_class,
        workplace_relevant=item.workplace_relevant,
        item=f"agenda:{item.code or item.id}",
        title=item.title or texts(f"papers.agenda_{item.code}"),
        minutes=item.minutes,
        owner=item.owner,
    )


def _parties(session: Session, meeting: Meeting, mentee: Mentee, texts: Texts) -> tuple[PartyBlock, ...]:
    """That somebody of the care is there says something about health: each party has the class of the link."""
    links = {one.contact_id: one for one in list_links(session, meeting.mentee_id) if one.contact_id}
    without = not_reading(session, meeting.id)
    found = (
        (one, _party(session, meeting, one, mentee, links.get(one.contact_id) if one.contact_id else None, texts))
        for one in meeting.invitees
    )
    return tuple(replace(block, signs=one.id not in without) for one, block in found)


def _party(
    session: Session, meeting: Meeting, one: MeetingInvitee, mentee: Mentee, link: NetworkLink | None, texts: Texts
) -> PartyBlock:
    came = {Attended.CAME: True, Attended.CAME_NOT: False}.get(one.attended)
    if one.is_mentee:
        return PartyBlock(
            info_class=InfoClass.ID, name=_named(meeting, mentee), role=texts("papers.role_mentee"), came=came
        )
    if one.is_mentor:
        profile = get_profile(session)
        role = profile.title or texts("print.role_mentor")
        return PartyBlock(
            info_class=InfoClass.PRESENCE,
            about=one.meeting_id,
            invitation=True,
            name=profile.name,
            role=role,
            came=came,
        )
    kind = one.organisation.kind if one.organisation else None
    info_class = link.info_class if link else link_class(NetworkRole.OTHER, kind)
    if kind in _EMPLOYERS:
        info_class = InfoClass.WORK
    party = PartyBlock(
        info_class=info_class,
        about=one.organisation_id,
        workplace_relevant=True,
        item=f"party:{one.contact_id or one.id}",
        name=one.name,
        role=one.role,
        came=came,
    )
    return replace(party, place=_place(party, one.organisation, mentee))


def _place(party: PartyBlock, place: Organisation | None, mentee: Mentee) -> WhereBlock | None:
    """Where the party is from, shown as the party is; the workplace of a protected person says where they are (F 5)."""
    if place is None:
        return None
    tells = mentee.is_protected and place.kind in TELLS_WHERE
    return WhereBlock(
        info_class=party.info_class, also=frozenset({InfoClass.LOCATION} if tells else ()), about=party.about,
        workplace_relevant=True, item=party.item, place=place.name,
    )  # fmt: skip


def _decisions(session: Session, meeting: Meeting, mentee: Mentee, texts: Texts) -> tuple[DecisionBlock, ...]:
    """Those of this meeting first, then what earlier meetings left open (S11)."""
    if meeting.enrolment_id is None:
        return ()
    of_meetings = {one.id for one in list_meetings(session, meeting.mentee_id) if one.event_date <= meeting.event_date}
    every = [
        one
        for one in list_commitments(session, meeting.enrolment_id)
        if one.origin is Origin.MEETING and one.origin_id in of_meetings and one.state is not CommitmentState.DROPPED
    ]
    here = [one for one in every if one.origin_id == meeting.id]
    earlier = [one for one in every if one.origin_id != meeting.id and one.state is CommitmentState.OPEN]
    mentor = get_profile(session).name
    return tuple(_decision(one, meeting, mentee, mentor, texts) for one in (*here, *earlier))


def _decision(one: Commitment, meeting: Meeting, mentee: Mentee, mentor: str, texts: Texts) -> DecisionBlock:
    names = {Who.MENTEE: texts("papers.the_mentee"), Who.MENTOR: mentor, Who.CONTACT: one.who_name}
    return DecisionBlock(
        info_class=one.info_class,
        about=one.origin_id,
        workplace_relevant=meeting.kind in _WORKPLACE,
        item=f"promise:{one.id}",
        who=names[one.who] or one.who_name,
        doer=doer_block(one, mentee),
        what=one.what,
        by=one.by,
        done=one.state is CommitmentState.DONE,
        earlier=one.origin_id != meeting.id,
        need=one.need,
    )
