"""Gathers the summary at the end of an enrolment (P27, D6). What is sensitive about why and whereto is "annat" (C4)."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.closing import Closure, Destination, closure_class
from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.record_sheet import EntryBlock, FactBlock, PartBlock, RecordSheet, RowBlock, SentenceBlock
from mentorapp.domain.sharing import InfoClass
from mentorapp.language import Texts, full_date

from .after_support import count_contacts, list_after_support
from .closings import get_closure
from .education_supports import list_education_supports
from .enrolments import list_enrolments, list_level_entries, that_matters
from .mentees import get_mentee
from .milestones import list_milestones
from .placements import list_placements
from .programmes import get_programme
from .sheet_parts import mentor_block, person_block
from .workplaces import get_workplace

_C = InfoClass.PLAN


def gather_closing_summary(session: Session, mentee_id: UUID, *, texts: Texts) -> RecordSheet:
    """Of the enrolment that matters; while it is open the paper says how far it has come."""
    mentee = get_mentee(session, mentee_id)
    enrolment = that_matters(list_enrolments(session, mentee_id))
    parts: tuple[PartBlock, ...] = ()
    if enrolment:
        closure = get_closure(session, enrolment.id)
        parts = (
            _period(session, enrolment, texts),
            _levels(session, enrolment, texts),
            _done(session, mentee, enrolment, texts),
            _outcome(closure, texts),
            _after(session, enrolment, texts),
            _words(closure, texts),
        )
    return RecordSheet(person=person_block(mentee), mentor=mentor_block(session), lead=None, parts=parts)


def _fact(label: str, value: str, info_class: InfoClass = _C) -> FactBlock:
    return FactBlock(info_class=info_class, label=label, value=value)


def _period(session: Session, enrolment: Enrolment, texts: Texts) -> PartBlock:
    facts = [_fact(texts("record.programme"), get_programme(session, enrolment.programme_id).name)]
    for key, day in (("start", enrolment.started_on), ("end", enrolment.closed_on)):
        if day:
            facts.append(_fact(texts(f"record.{key}"), full_date(texts, day)))
    held = count_held(session, enrolment.id)
    if held:
        facts.append(_fact(texts("record.contacts"), str(held), InfoClass.PRESENCE))
    return PartBlock(info_class=_C, heading=texts("record.period"), facts=tuple(facts))


def count_held(session: Session, enrolment_id: UUID) -> int:
    held = "attendance = 'held' AND is_contact AND voided_at IS NULL"
    query = f"SELECT count(*) FROM session WHERE enrolment_id = ? AND {held}"  # noqa: S608 - a condition of our own
    return int(session.connection().exec_driver_sql(query, (enrolment_id.bytes,)).scalar_one())


def _levels(session: Session, enrolment: Enrolment, texts: Texts) -> PartBlock:
    names = {one.id: one.name(texts.language) for one in get_programme(session, enrolment.programme_id).levels}
    rows = tuple(
        RowBlock(
            info_class=_C,
            cells=(
                names.get(stay.level_id, ""),
                full_date(texts, stay.entered_on),
                full_date(texts, stay.left_on) if stay.left_on else "",
            ),
        )
        for stay in list_level_entries(session, enrolment.id)
    )
    columns = (texts("record.column_level"), texts("print.column_from"), texts("print.column_to"))
    return PartBlock(
        info_class=_C, heading=texts("record.levels"), columns=columns, shares=(0.5, 0.25, 0.25), rows=rows
    )


def _done(session: Session, mentee: Mentee, enrolment: Enrolment, texts: Texts) -> PartBlock:
    entries = sorted(activities(session, mentee, enrolment, texts), key=lambda one: one[0])
    made = tuple(block for _day, block in entries)
    return PartBlock(info_class=_C, heading=texts("record.activities"), entries=made)


def activities(
    session: Session, mentee: Mentee, enrolment: Enrolment, texts: Texts
) -> Iterator[tuple[date, EntryBlock]]:
    """Placements, studies and milestones of an enrolment, each with its first day and a key to choose it by."""
    place_class = frozenset({InfoClass.LOCATION}) if mentee.is_protected else frozenset()
    for one in list_placements(session, mentee.id):
        if one.enrolment_id == enrolment.id and one.from_date:
            said = [
                _fact("", texts(f"codes.placement_type_{one.type.value}"), InfoClass.WORK),
                FactBlock(
                    info_class=InfoClass.WORK,
                    also=place_class,
                    label="",
                    value=get_workplace(session, one.workplace_id).name,
                ),
            ]
            if one.tasks:
                said.append(_fact(texts("record.tasks"), one.tasks, InfoClass.WORK))
            yield one.from_date, _entry(InfoClass.WORK, f"placement:{one.id}", one.from_date, one.to_date, said, texts)
    for study in list_education_supports(session, mentee.id):
        if study.enrolment_id == enrolment.id and study.from_date and (study.course or study.school):
            said = [_fact("", study.course, InfoClass.EDU)] if study.course else []
            if study.school:
                school = FactBlock(info_class=InfoClass.EDU, also=place_class, label="", value=study.school)
                said.append(school)
            yield (
                study.from_date,
                _entry(InfoClass.EDU, f"study:{study.id}", study.from_date, study.to_date, said, texts),
            )
    for stone in list_milestones(session, mentee.id):
        if stone.mentee_wants_shown and (stone.enrolment_id in (None, enrolment.id)):
            name = stone.note or stone.kind_other or texts(f"codes.milestone_kind_{stone.kind.value}")
            said = [_fact("", name, stone.info_class)]
            yield (
                stone.event_date,
                _entry(stone.info_class, f"milestone:{stone.id}", stone.event_date, stone.event_date, said, texts),
            )


def _entry(
    info_class: InfoClass, item: str, first: date, last: date | None, facts: list[FactBlock], texts: Texts
) -> EntryBlock:
    when = full_date(texts, first)
    if last and last != first:
        when = f"{when} – {full_date(texts, last)}"
    elif last is None:
        when = texts("record.since", day=when)
    return EntryBlock(info_class=info_class, item=item, when=when, facts=tuple(facts))


def _outcome(closure: Closure | None, texts: Texts) -> PartBlock:
    facts = tuple(outcome_facts(closure, texts)) if closure else ()
    return PartBlock(info_class=_C, heading=texts("record.outcome"), facts=facts)


def outcome_facts(closure: Closure, texts: Texts) -> Iterator[FactBlock]:
    """Why and whereto; what is sensitive of it is "annat"."""
    yield _fact(texts("record.reason"), texts(f"codes.close_reason_{closure.printed_reason.value}"))
    for heading in closure.headings:
        hidden = closure_class(closure.reason, (heading.destination,)) is not _C or closure.info_class is not _C
        told = Destination.OTHER if hidden else heading.destination
        yield _fact(texts("record.destination"), texts(f"codes.destination_{told.value}"))


def _after(session: Session, enrolment: Enrolment, texts: Texts) -> PartBlock:
    facts = [
        _fact(
            texts("record.after"),
            texts(
                "record.after_text",
                first=full_date(texts, one.started_on),
                last=full_date(texts, one.last_day),
                count=count_contacts(session, enrolment.id),
            ),
        )
        for one in list_after_support(session, enrolment.id)
    ]
    return PartBlock(info_class=_C, heading=texts("record.after_heading"), facts=tuple(facts))


def _words(closure: Closure | None, texts: Texts) -> PartBlock:
    said = closure.mentee_words.strip() if closure else ""
    quoted = SentenceBlock(info_class=_C, text=said) if said else None
    return PartBlock(info_class=_C, heading=texts("record.own_words"), quoted=quoted)
