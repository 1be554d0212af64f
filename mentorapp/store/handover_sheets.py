"""Gathers the handover to a new mentor (P11): who it is, what is agreed, what is next. No private note is read here."""

from collections.abc import Iterator
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import ConsentKind
from mentorapp.domain.enrolments import Enrolment, StepState
from mentorapp.domain.handover_sheet import IDNUM, TRUST, HandoverSheet
from mentorapp.domain.mentees import Mentee, Pronoun
from mentorapp.domain.plans import Commitment, Goal, Plan, Step, Who
from mentorapp.domain.record_sheet import EntryBlock, FactBlock, PartBlock, RowBlock, SentenceBlock
from mentorapp.domain.sharing import InfoClass, Recipient
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.language import Texts, full_date, long_date, short_date, time_of_day

from .commitments import list_commitments
from .consents import list_consents
from .drafts import get_draft
from .enrolments import list_enrolments, staircase_of, that_matters
from .handover_around import Around, fact, shown_part
from .meeting_state import next_meeting
from .mentees import get_mentee
from .plans import get_current_plan
from .programmes import get_programme
from .sessions import next_booking
from .sheet_parts import mentor_block, person_block

_C = InfoClass
FORM = "preview.handover"
"""How to build trust is a draft of this form, kept with the person until they are erased or it is written anew."""


def gather_handover_sheet(
    session: Session, mentee_id: UUID, recipient: Recipient, to: AddresseeBlock, *, texts: Texts
) -> HandoverSheet:
    """The whole handover before release."""
    mentee = get_mentee(session, mentee_id)
    enrolment = that_matters(list_enrolments(session, mentee_id))
    plan = get_current_plan(session, enrolment.id) if enrolment else None
    about = recipient.contact_id
    around = Around(session, mentee, about, texts)
    parts = (
        _basis(session, mentee_id, recipient, texts),
        _person(mentee, about, session.info["clock"].today(), texts),
        shown_part(about, texts("handover.trust"), quoted=_trust(session, mentee_id)),
        _now(session, enrolment, plan, about, texts),
        _goals(plan, about, texts),
        _promises(session, enrolment, about, texts),
        _times(session, mentee, about, texts),
        around.people(),
        around.obstacles(),
        around.support(),
        around.done(enrolment),
        around.adaptations(),
        around.incomes(),
        around.consents(),
        around.safety(),
    )
    return HandoverSheet(to=to, mentor=mentor_block(session, about=about), person=person_block(mentee), parts=parts)


def _basis(session: Session, mentee_id: UUID, recipient: Recipient, texts: Texts) -> PartBlock:
    """By what right it is handed over (D8)."""
    today = session.info["clock"].today()
    facts = []
    if recipient.internal:
        facts.append(fact(_C.PLAN, "", texts("handover.basis"), texts("handover.basis_internal")))
    for one in list_consents(session, mentee_id, ConsentKind.SECRECY):
        if one.is_for(recipient) and one.is_valid(today):
            said = texts("handover.basis_consent", day=full_date(texts, one.valid_to))
            facts.append(fact(_C.PLAN, "", texts("handover.basis"), said))
    return shown_part(recipient.contact_id, texts("handover.about"), facts=tuple(facts))


def _person(mentee: Mentee, about: UUID | None, today: date, texts: Texts) -> PartBlock:
    facts = [
        fact(info_class, item, texts(f"handover.{item}"), value, also)
        for info_class, item, value, also in _known(mentee, today, texts)
        if value
    ]
    return shown_part(about, texts("handover.person"), facts=tuple(facts))


def _known(mentee: Mentee, today: date, texts: Texts) -> Iterator[tuple[InfoClass, str, str, frozenset[InfoClass]]]:
    """Class, item, what is known, and what else it tells: of a protected person all contact does (B.2)."""
    lives = frozenset({_C.LOCATION}) if mentee.is_protected else frozenset[InfoClass]()
    none = frozenset[InfoClass]()
    born = full_date(texts, mentee.birth_date) if mentee.birth_date else str(mentee.birth_year or "")
    yield _C.ID, "born", born, none
    yield _C.ID, "pronoun", _pronoun(mentee, texts), none
    yield _C.IDNUM, IDNUM, mentee.id_number, none
    yield _C.CONTACT, "phone", ", ".join(mentee.phones), lives
    yield _C.CONTACT, "email", mentee.email, lives
    yield _C.CONTACT, "safe_contact", mentee.safe_contact, lives
    yield _C.CONTACT, "address", mentee.address_on(today), lives
    yield _C.CONTACT, "municipality", mentee.municipality_on(today), lives
    language = mentee.interpreter_language
    key = f"preview.language_{language}"
    yield _C.ID, "interpreter", texts(key) if texts.has(key) else language, none
    yield _C.ID, "easy_read", texts("handover.easy_read_yes") if mentee.needs_easy_read else "", none
    yield _C.ID, "communication", mentee.communication_needs, none


def _pronoun(mentee: Mentee, texts: Texts) -> str:
    if mentee.pronoun is Pronoun.UNKNOWN:
        return ""
    return mentee.pronoun_other or texts(f"codes.pronoun_{mentee.pronoun.value}")


def _trust(session: Session, mentee_id: UUID) -> SentenceBlock | None:
    draft = get_draft(session, FORM, mentee_id)
    said = str(draft.content.get("trust", "")).strip() if draft else ""
    if not said:
        return None
    return SentenceBlock(info_class=_C.PLAN, also=frozenset({_C.ID}), item=TRUST, text=said)


def _now(
    session: Session, enrolment: Enrolment | None, plan: Plan | None, about: UUID | None, texts: Texts
) -> PartBlock:
    facts: list[FactBlock] = []
    if enrolment:
        programme = get_programme(session, enrolment.programme_id)
        facts.append(fact(_C.PLAN, "programme", texts("record.programme"), programme.name))
        for key, day in (("start", enrolment.started_on), ("end", enrolment.closed_on)):
            if day:
                facts.append(fact(_C.PLAN, key, texts(f"record.{key}"), full_date(texts, day)))
        here = [one for one in staircase_of(session, enrolment) if one.state is StepState.HERE]
        facts += [fact(_C.PLAN, "level", texts("record.column_level"), one.level.name(texts.language)) for one in here]
    if plan:
        facts.append(fact(_C.PLAN, "review", texts("handover.review"), full_date(texts, plan.review_on)))
        if plan.mentee_participation:
            said = plan.mentee_participation
            facts.append(fact(_C.PLAN, "participation", texts("handover.participation"), said))
        facts += [
            fact(one.info_class, f"goal:{one.id}", texts("handover.main_goal"), one.wording)
            for one in plan.main_goals
            if not one.steps
        ]
    return shown_part(about, texts("handover.now"), facts=tuple(facts))


def _goals(plan: Plan | None, about: UUID | None, texts: Texts) -> PartBlock:
    """What is agreed: each goal with the steps that are still ahead."""
    goals = (*plan.main_goals[:1], *plan.goals_in_order) if plan else ()
    rows = tuple(
        RowBlock(info_class=one.info_class, item=f"goal:{one.id}", cells=(one.wording, _ahead(one, texts)))
        for one in goals
        if one.steps or one not in (plan.main_goals if plan else ())
    )
    columns = (texts("handover.column_goal"), texts("handover.column_steps"))
    return shown_part(about, texts("handover.agreed"), columns=columns, shares=(0.45, 0.55), rows=rows)


def _ahead(goal: Goal, texts: Texts) -> str:
    return "\n".join(_step(one, texts) for one in goal.steps if not one.is_done)


def _step(step: Step, texts: Texts) -> str:
    return texts("handover.step_by", step=step.text, day=short_date(texts, step.due)) if step.due else step.text


def _promises(session: Session, enrolment: Enrolment | None, about: UUID | None, texts: Texts) -> PartBlock:
    """Who does what by when: nobody is named but those who are named in the promise itself."""
    rows = tuple(
        RowBlock(
            info_class=one.info_class,
            item=f"commitment:{one.id}",
            cells=(_who(one, texts), one.what, full_date(texts, one.by) if one.by else ""),
        )
        for one in (list_commitments(session, enrolment.id, open_only=True) if enrolment else ())
    )
    columns = (texts("print.column_who"), texts("print.column_what"), texts("print.column_by"))
    return shown_part(about, texts("handover.promises"), columns=columns, shares=(0.24, 0.5, 0.26), rows=rows)


def _who(one: Commitment, texts: Texts) -> str:
    if one.who is Who.CONTACT and one.who_name:
        return one.who_name
    return texts(f"handover.who_{'nobody' if one.who is Who.CONTACT else one.who.value}")


def _times(session: Session, mentee: Mentee, about: UUID | None, texts: Texts) -> PartBlock:
    """The next booked contact, and the next meeting with others."""
    entries = []
    booked, meeting = next_booking(session, mentee.id), next_meeting(session, mentee.id)
    if booked:
        said = texts(f"codes.session_kind_{booked.kind.value}")
        when = _when(booked.event_date, booked.start_time, texts)
        entries.append(_time(mentee, f"booking:{booked.id}", when, said, booked.place))
    if meeting:
        said = texts(f"extract.meeting_kind_{meeting.kind.value}")
        when = _when(meeting.event_date, meeting.start_time, texts)
        entries.append(_time(mentee, f"meeting:{meeting.id}", when, said[:1].upper() + said[1:], meeting.place))
    return shown_part(about, texts("handover.times"), entries=tuple(entries))


def _when(day: date, at: time | None, texts: Texts) -> str:
    said = long_date(texts, day)
    return f"{said} {time_of_day(texts, at)}" if at else said


def _time(mentee: Mentee, item: str, when: str, what: str, place: str) -> EntryBlock:
    told = frozenset({mentee.place_class()}) - {_C.PRESENCE}
    facts = [fact(_C.PRESENCE, item, "", what)]
    if place:
        facts.append(fact(_C.PRESENCE, item, "", place, told))
    return EntryBlock(info_class=_C.PRESENCE, item=item, when=when, facts=tuple(facts))
