"""Gathers the certificate at the end (P16): what the mentee chose, line by line, and the mentor's own words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.record_sheet import EntryBlock, FactBlock, PartBlock, RecordSheet, SentenceBlock
from mentorapp.domain.sharing import InfoClass
from mentorapp.language import Texts, full_date

from .closing_summaries import activities
from .drafts import get_draft
from .enrolments import list_enrolments, that_matters
from .mentees import get_mentee
from .sheet_parts import mentor_block, person_block
from .vocational_profiles import get_vocational_profile

FORM = "preview.certificate"
"""The mentor's words are a draft of this form, kept with the person until they are erased or written anew."""

PERIOD, SKILLS = "period", "skills"
_CHOSEN = frozenset({InfoClass.WORK, InfoClass.EDU, InfoClass.PLAN})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be chosen for the certificate."""

    item: str
    words: str


def list_lines(session: Session, mentee_id: UUID, *, texts: Texts) -> tuple[Line, ...]:
    """What there is to choose among, in the order of the paper."""
    sheet = gather_certificate(session, mentee_id, texts=texts)
    lines = []
    for part in sheet.parts:
        lines += [Line(one.item, one.value) for one in part.facts]
        lines += [Line(one.item, " · ".join([one.when, *(fact.value for fact in one.facts)])) for one in part.entries]
    return tuple(lines)


def gather_certificate(session: Session, mentee_id: UUID, *, texts: Texts) -> RecordSheet:
    """Never level, benefit or health: only WORK, EDU and PLAN are gathered, each line by its own tick. Who signs is no
    line to choose."""
    mentee = get_mentee(session, mentee_id)
    enrolment = that_matters(list_enrolments(session, mentee_id))
    draft = get_draft(session, FORM, mentee_id)
    praise = str(draft.content.get("praise", "")).strip() if draft else ""
    entries = tuple(
        _chosen(block)
        for _day, block in sorted(
            activities(session, mentee, enrolment, texts) if enrolment else (), key=lambda one: one[0]
        )
        if block.info_class in _CHOSEN
    )
    said = SentenceBlock(info_class=InfoClass.ID, text=praise) if praise else None
    parts = (
        PartBlock(
            info_class=InfoClass.ID,
            heading=texts("record.certificate_about"),
            facts=tuple(_facts(session, mentee_id, enrolment, texts)),
        ),
        PartBlock(info_class=InfoClass.ID, heading=texts("record.activities"), entries=entries),
        PartBlock(info_class=InfoClass.ID, heading=texts("record.praise"), quoted=said),
    )
    return RecordSheet(
        person=person_block(mentee),
        mentor=replace(mentor_block(session), info_class=InfoClass.ID),
        lead=None,
        parts=parts,
    )


def _chosen(block: EntryBlock) -> EntryBlock:
    """A line is chosen as a whole: all that it says goes by the same tick."""
    return replace(block, facts=tuple(replace(fact, item=block.item) for fact in block.facts))


def _facts(session: Session, mentee_id: UUID, enrolment: Enrolment | None, texts: Texts) -> Iterator[FactBlock]:
    if enrolment and enrolment.started_on:
        first = full_date(texts, enrolment.started_on)
        if enrolment.closed_on:
            value = texts("record.from_to", first=first, last=full_date(texts, enrolment.closed_on))
        else:
            value = texts("record.since", day=first)
        yield FactBlock(info_class=InfoClass.PLAN, item=PERIOD, label=texts("record.period"), value=value)
    profile = get_vocational_profile(session, mentee_id)
    if profile and profile.skills:
        yield FactBlock(info_class=InfoClass.WORK, item=SKILLS, label=texts("record.skills"), value=profile.skills)
