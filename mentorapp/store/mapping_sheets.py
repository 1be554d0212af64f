"""Gathers what "Min kartläggning" is made of: the newest version, with the mentee's words only."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import WISHES, Mapping, MappingAnswer, Voice
from mentorapp.domain.mapping_sheet import AreaBlock, MappingFactsBlock, MappingSheet, UnaskedBlock, WordsBlock
from mentorapp.domain.sharing import InfoClass

from .enrolments import current_enrolment
from .hidden_classes import hidden_classes
from .mappings import current_mapping
from .mentees import get_mentee
from .sheet_parts import mentor_block, person_block
from .word_lists import list_words


def gather_mapping_sheet(session: Session, mentee_id: UUID, *, language: str) -> MappingSheet:
    """The sheet of a person before release; nothing but names where there is no mapping.

    That violence is asked about is on no paper that lies about at home.
    """
    mentee = get_mentee(session, mentee_id)
    enrolment = current_enrolment(session, mentee_id)
    mapping = current_mapping(session, enrolment.id) if enrolment else None
    hidden = hidden_classes(session, enrolment.id) if enrolment else frozenset()
    left_out = hidden | {InfoClass.VIOLENCE}
    words = [w for w in list_words(session, WordList.LIFE_AREA) if w.info_class not in left_out and w.code != WISHES]
    answers = {a.area: a for a in mapping.answers if a.is_answered} if mapping else {}
    names = {word.code: word.name(language) for word in words}
    unasked = tuple(name for code, name in names.items() if code not in answers)
    return MappingSheet(
        person=person_block(mentee),
        mentor=mentor_block(session),
        facts=_facts(mapping),
        wishes=_words(mapping.answer(WISHES)) if mapping else (),
        areas=tuple(_area(answers[code], name) for code, name in names.items() if code in answers),
        unasked=UnaskedBlock(info_class=InfoClass.PLAN, names=unasked) if mapping and unasked else None,
    )


def _facts(mapping: Mapping | None) -> MappingFactsBlock | None:
    if mapping is None:
        return None
    return MappingFactsBlock(
        info_class=InfoClass.PLAN,
        version=mapping.version,
        type=mapping.type.value,
        started_on=mapping.started_on,
        completed_on=mapping.completed_on,
    )


def _area(answer: MappingAnswer, name: str) -> AreaBlock:
    return AreaBlock(
        info_class=answer.info_class,
        name=name,
        status=answer.status.value,
        importance=answer.importance,
        resources=answer.resources,
        needs=answer.needs,
        words=_words(answer),
    )


def _words(answer: MappingAnswer | None) -> tuple[WordsBlock, ...]:
    texts = answer.texts if answer else ()
    return tuple(WordsBlock(info_class=t.info_class, text=t.text) for t in texts if t.voice is Voice.MENTEE)
