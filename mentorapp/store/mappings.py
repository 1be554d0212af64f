"""Verbs on the mapping: versions of an enrolment, answers by life area, wishes, and the goals that they lead to."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import (
    WISHES,
    AnswerStatus,
    Mapping,
    MappingAnswer,
    MappingText,
    MappingType,
    StillTrue,
    Voice,
    check_importance,
)
from mentorapp.domain.sharing import InfoClass

from .hidden_classes import hidden_classes
from .straight import reader
from .tables.mapping import MappingAnswerRow, MappingRow, MappingTextRow
from .word_lists import get_word

_COPIED = ("area", "status", "importance", "resources", "needs", "answered_on", "goal_id", "info_class")
_DETAILS = ("status", "importance", "resources", "needs", "words", "view", "words_class", "view_class", "answered_on")


def begin_mapping(
    session: Session,
    enrolment_id: UUID,
    type_: MappingType = MappingType.START,
    started_on: date | None = None,
) -> UUID:
    """The next version. What the one before says comes along, to be asked about once more ("fortfarande sant?")."""
    started = _not_ahead(session, "started_on", started_on)
    earlier = _current_row(session, enrolment_id)
    if earlier is not None and started < earlier.started_on:
        raise InputError("started_on", "mapping_before_earlier")
    version = 1 if earlier is None else earlier.version + 1
    row = MappingRow(enrolment_id=enrolment_id, version=version, type=type_, started_on=started)
    session.add(row)
    session.flush()
    if earlier is not None:
        _copy_answers(session, earlier, row, with_goals=True)
    return row.id


def prefill_from(session: Session, old_enrolment_id: UUID, new_enrolment_id: UUID) -> UUID | None:
    """The first mapping of a new enrolment from the last of an old one; None when the old one has nothing to give.

    What only the youth duty lets nobody write down does not come along. A mapping that is there stays as it is.
    """
    there = _current_row(session, new_enrolment_id)
    if there is not None:
        return there.id
    old = _current_row(session, old_enrolment_id)
    if old is None or not any(answer.status is not AnswerStatus.NOT_ASKED for answer in old.answers):
        return None
    today = session.info["clock"].today()
    row = MappingRow(enrolment_id=new_enrolment_id, version=1, type=MappingType.START, started_on=today)
    session.add(row)
    session.flush()
    _copy_answers(session, old, row, with_goals=False)
    return row.id


def _copy_answers(session: Session, old: MappingRow, new: MappingRow, *, with_goals: bool) -> None:
    hidden = hidden_classes(session, new.enrolment_id)
    for answer in old.answers:
        if answer.status is AnswerStatus.NOT_ASKED or answer.info_class in hidden:
            continue
        values = {name: getattr(answer, name) for name in _COPIED if with_goals or name != "goal_id"}
        copy = MappingAnswerRow(mapping_id=new.id, still_true=StillTrue.TO_CONFIRM, **values)
        copy.texts = [
            MappingTextRow(
                order=text.order,
                voice=text.voice,
                text=text.text,
                info_class=text.info_class,
                goal_id=text.goal_id if with_goals else None,
            )
            for text in answer.texts
            if text.info_class not in hidden
        ]
        session.add(copy)
    session.flush()


def set_answer(session: Session, mapping_id: UUID, area: str, **details: Any) -> UUID:
    """Answers an area, or changes its answer: status, importance, resources, needs, words (the mentee's), view (the
    mentor's), words_class and view_class, answered_on.

    InputError when the version is done, when the area may not be written down, or for words about violence: that is
    what the question about safety is for.
    """
    unknown = next((name for name in details if name not in _DETAILS), None)
    if unknown:
        raise TypeError(f"an answer has no {unknown} to change")
    row = _answer_for(session, mapping_id, area)
    if row.info_class is InfoClass.VIOLENCE and any(details.get(name) for name in ("words", "view", "needs")):
        raise InputError("words", "mapping_no_words_on_safety")
    if "importance" in details:
        check_importance(details["importance"])
        row.importance = details["importance"]
    for name in ("resources", "needs"):
        if name in details:
            setattr(row, name, wording.text(name, details[name]))
    for voice, name in ((Voice.MENTEE, "words"), (Voice.MENTOR, "view")):
        if name in details or f"{name}_class" in details:
            _set_text(session, row, voice, details.get(name), details.get(f"{name}_class"))
    _settle(session, row, details.get("status"), details.get("answered_on"))
    session.flush()
    return row.id


def _settle(session: Session, row: MappingAnswerRow, status: AnswerStatus | None, on: date | None) -> None:
    """What is written about has been asked: words alone make an area answered in part."""
    row.still_true = StillTrue.OWN
    if status is not None:
        row.status = status
    elif row.status is AnswerStatus.NOT_ASKED and (row.texts or row.resources or row.needs):
        row.status = AnswerStatus.PARTLY
    if row.status is AnswerStatus.NOT_ASKED:
        row.answered_on = None
    else:
        row.answered_on = _not_ahead(session, "answered_on", on)


def _set_text(
    session: Session, row: MappingAnswerRow, voice: Voice, words: str | None, info_class: InfoClass | None
) -> None:
    """One text for each voice; without words it goes. Wishes have verbs of their own."""
    there = next((text for text in row.texts if text.voice is voice), None)
    cleaned = wording.text("words", words) if words is not None else there.text if there else ""
    chosen = info_class or (there.info_class if there else row.info_class)
    _check_class(session, row, chosen)
    if there is None and cleaned:
        row.texts.append(MappingTextRow(order=len(row.texts), voice=voice, text=cleaned, info_class=chosen))
    elif there is not None and cleaned:
        there.text, there.info_class = cleaned, chosen
    elif there is not None:
        row.texts.remove(there)


def confirm_answer(session: Session, mapping_id: UUID, area: str) -> None:
    """Yes, it is still true: asked about today."""
    row = _answer_for(session, mapping_id, area)
    row.still_true, row.answered_on = StillTrue.CONFIRMED, session.info["clock"].today()


def add_wish(session: Session, mapping_id: UUID, text: str, info_class: InfoClass | None = None) -> UUID:
    """A dream or a wish in the mentee's words; who wishes something has answered."""
    row = _answer_for(session, mapping_id, WISHES)
    words = wording.text("wish", text, required=True)
    order = max((one.order for one in row.texts), default=-1) + 1
    chosen = info_class or row.info_class
    _check_class(session, row, chosen)
    wish = MappingTextRow(order=order, voice=Voice.MENTEE, text=words, info_class=chosen)
    row.texts.append(wish)
    status = row.status if row.status is not AnswerStatus.NOT_ASKED else AnswerStatus.WORKS
    _settle(session, row, status, None)
    session.flush()
    return wish.id


def change_wish(session: Session, wish_id: UUID, text: str) -> None:
    wish = _open_text(session, wish_id)
    wish.text = wording.text("wish", text, required=True)


def remove_wish(session: Session, wish_id: UUID) -> None:
    """A wish that is no longer one; the goal it led to stays."""
    wish = _open_text(session, wish_id)
    answer = session.get_one(MappingAnswerRow, wish.answer_id)
    answer.texts.remove(wish)


def complete_mapping(session: Session, mapping_id: UUID, on: date | None = None) -> None:
    """Done for this time, however much was asked. From then on it is read; the next version takes what changes."""
    row = _open_row(session, mapping_id)
    done = _not_ahead(session, "completed_on", on)
    if done < row.started_on:
        raise InputError("completed_on", "mapping_done_before_begun")
    row.completed_on = done


def current_mapping(session: Session, enrolment_id: UUID) -> Mapping | None:
    """The newest version, or None before the first."""
    return next(iter(list_mappings(session, enrolment_id)), None)


def list_mappings(session: Session, enrolment_id: UUID) -> tuple[Mapping, ...]:
    """All versions, newest first; three statements, however much was said."""
    session.flush()
    return _read(session, "m.enrolment_id = ?", enrolment_id)


def get_mapping(session: Session, mapping_id: UUID) -> Mapping:
    session.flush()
    found = _read(session, "m.id = ?", mapping_id)
    if not found:
        raise NotFoundError("mapping_unknown")
    return found[0]


def _read(session: Session, where: str, key: UUID) -> tuple[Mapping, ...]:
    mappings, answers = (
        reader(Mapping, MappingRow, "m", "answers"),
        reader(MappingAnswer, MappingAnswerRow, "a", "texts"),
    )
    texts = reader(MappingText, MappingTextRow, "t")
    joined = "FROM mapping AS m JOIN mapping_answer AS a ON a.mapping_id = m.id"
    rest = f'{joined} JOIN mapping_text AS t ON t.answer_id = a.id WHERE {where} ORDER BY t."order"'
    of_answer: dict[bytes, list[MappingText]] = {}
    for answer, *row in texts.rows(session, rest, key.bytes, first="a.id, "):
        of_answer.setdefault(answer, []).append(texts.make(tuple(row)))
    of_mapping: dict[bytes, list[MappingAnswer]] = {}
    rest = f"{joined} WHERE {where} ORDER BY a.created_at, a.id"
    for mapping, answer, *row in answers.rows(session, rest, key.bytes, first="m.id, a.id, "):
        said = answers.make(tuple(row), texts=tuple(of_answer.get(answer, ())))
        of_mapping.setdefault(mapping, []).append(said)
    rows = mappings.rows(session, f"FROM mapping AS m WHERE {where} ORDER BY m.version DESC", key.bytes, first="m.id, ")
    return tuple(mappings.make(tuple(row), answers=tuple(of_mapping.get(mapping, ()))) for mapping, *row in rows)


def _mappings(enrolment_id: UUID) -> Any:
    answers = selectinload(MappingRow.answers).selectinload(MappingAnswerRow.texts)
    query = select(MappingRow).where(MappingRow.enrolment_id == enrolment_id).options(answers)
    return query.order_by(MappingRow.version.desc())


def _current_row(session: Session, enrolment_id: UUID) -> MappingRow | None:
    row: MappingRow | None = session.scalars(_mappings(enrolment_id).limit(1)).first()
    return row


def _row(session: Session, mapping_id: UUID) -> MappingRow:
    row = session.get(MappingRow, mapping_id)
    if row is None:
        raise NotFoundError("mapping_unknown")
    return row


def _open_row(session: Session, mapping_id: UUID) -> MappingRow:
    row = _row(session, mapping_id)
    if row.completed_on is not None:
        raise InputError("status", "mapping_is_done")
    return row


def _answer_for(session: Session, mapping_id: UUID, area: str) -> MappingAnswerRow:
    """The answer of an area in a version that is still open, made when it is not there."""
    mapping = _open_row(session, mapping_id)
    query = select(MappingAnswerRow).where(MappingAnswerRow.mapping_id == mapping.id, MappingAnswerRow.area == area)
    row = session.scalars(query).first()
    if row is None:
        info_class = get_word(session, WordList.LIFE_AREA, area).info_class
        row = MappingAnswerRow(
            mapping_id=mapping.id,
            area=area,
            info_class=info_class,
            status=AnswerStatus.NOT_ASKED,
            importance=0,
            resources="",
            needs="",
            still_true=StillTrue.OWN,
        )
    _check_class(session, row, row.info_class, mapping.enrolment_id)
    session.add(row)
    session.flush()
    return row


def _open_text(session: Session, text_id: UUID) -> MappingTextRow:
    text = session.get(MappingTextRow, text_id)
    if text is None:
        raise NotFoundError("mapping_unknown")
    _open_row(session, session.get_one(MappingAnswerRow, text.answer_id).mapping_id)
    return text


def _check_class(
    session: Session, row: MappingAnswerRow, info_class: InfoClass, enrolment_id: UUID | None = None
) -> None:
    enrolment = enrolment_id or session.get_one(MappingRow, row.mapping_id).enrolment_id
    if info_class in hidden_classes(session, enrolment):
        raise InputError("words", "youth_duty_hides")


def _not_ahead(session: Session, field: str, day: date | None) -> date:
    today: date = session.info["clock"].today()
    if day is not None and day > today:
        raise InputError(field, "mapping_in_future")
    return day or today
