"""Verbs on filled forms. What was measured is kept as it was; a form that was wrong is voided with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.periods import check_after_birth, check_not_future
from mentorapp.domain.scale_marks import FilledHow, Mark, MarkNote, ScaleResponse, check_marks, check_totals
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import LINE_MM, Respondent, ScaleDefinition, ScaleKind, ScaleUse, heaviest
from mentorapp.domain.session_ratings import ORS, SRS
from mentorapp.domain.sharing import InfoClass

from .address_book import contact_row
from .births import birth_of
from .enrolment_rows import enrolment_row
from .follow_ups import follow_up_row
from .hidden_classes import hidden_for
from .placements import placement_row
from .scale_definitions import get_scale, keep_version
from .scale_rounds import next_round, settle_round
from .settings import get_settings
from .straight import reader
from .tables.scales import ScaleMarkRow, ScaleResponseRow

_TEXTS = ("comment", "oral_note")
_PLAIN = ("event_date", "filled_how", "line_length_mm", "round", "round_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewResponse:
    """A filled form as it is written. `version` None is the newest; `round` None is the occasion that is due.

    `respondent` None is whom the form is for. With `follow_up_id` it belongs to that follow-up's placement.
    """

    mentee_id: UUID
    code: str
    event_date: date
    marks: tuple[Mark, ...] = ()
    version: int | None = None
    enrolment_id: UUID | None = None
    respondent: Respondent | None = None
    round: RoundKind | None = None
    round_of: str = ""
    filled_how: FilledHow = FilledHow.ALONE
    line_length_mm: Decimal = LINE_MM
    comment: str = ""
    oral_note: str = ""
    placement_id: UUID | None = None
    follow_up_id: UUID | None = None
    contact_id: UUID | None = None


def add_response(session: Session, new: NewResponse) -> UUID:
    """A filled form. InputError `event_date`, `marks`, `line_length_mm`, `oral_note` or `code`."""
    scale = get_scale(session, new.code, new.version)
    _refuse_unlicensed(session, scale)
    row = ScaleResponseRow(
        mentee_id=new.mentee_id,
        enrolment_id=_enrolment_of(session, new),
        definition_id=keep_version(session, scale.code, scale.version),
        code=scale.code,
        version=scale.version,
        respondent=new.respondent or scale.respondent,
        event_date=new.event_date,
        filled_how=new.filled_how,
        line_length_mm=new.line_length_mm,
        comment=wording.text("comment", new.comment),
        oral_note=wording.text("oral_note", new.oral_note),
        placement_id=_placement_of(session, new),
        follow_up_id=new.follow_up_id,
        contact_id=_contact_of(session, new.contact_id),
        info_class=heaviest(scale.classes),
    )
    enrolment = _enrolment_with_rounds(row, scale)
    row.round, row.round_of = settle_round(session, enrolment, scale.code, new.event_date, new.round, new.round_of)
    _set_marks(row, scale, new.marks)
    _refuse_hidden(scale, new.marks, hidden_for(session, row.mentee_id))
    _check(session, row, scale)
    session.add(row)
    session.flush()
    return row.id


def change_response(session: Session, response_id: UUID, marks: Sequence[Mark] | None = None, **details: Any) -> None:
    """Puts right what was typed wrong: marks, and fields of `ScaleResponse` that are the form's own.

    Marks that are hidden now stay as they are. A round that was set by itself follows the day, unless one is given.
    """
    row = _row(session, response_id)
    scale = get_scale(session, row.code, row.version)
    follows_day = "round" not in details and _due_round(session, row, scale) == (row.round, row.round_of)
    for name, value in details.items():
        if name in _TEXTS:
            value = wording.text(name, value)
        elif name == "contact_id":
            value = _contact_of(session, value)
        elif name not in _PLAIN:
            raise TypeError(f"a filled form has no {name} to change")
        setattr(row, name, value)
    if follows_day:
        row.round, row.round_of = _due_round(session, row, scale)
    if marks is not None:
        hidden = hidden_for(session, row.mentee_id)
        _refuse_hidden(scale, marks, hidden)
        _set_marks(row, scale, (*marks, *_out_of_sight(row, scale, marks, hidden)))
    _check(session, row, scale)


def void_response(session: Session, response_id: UUID, reason: str = "") -> None:
    """It counts no more and stays to be seen."""
    row = _row(session, response_id)
    row.voided_on = session.info["clock"].today()
    row.void_reason = wording.line("void_reason", reason)


def get_response(session: Session, response_id: UUID) -> ScaleResponse:
    session.flush()
    found = _read(session, "p.id = ?", response_id.bytes)
    if not found:
        raise NotFoundError("response_unknown")
    return found[0]


def list_responses(
    session: Session, mentee_id: UUID, codes: Iterable[str] = (), *, voided: bool = False
) -> tuple[ScaleResponse, ...]:
    """The filled forms about somebody, oldest first, of some forms or of all; with `voided` also those that count no
    more."""
    session.flush()
    rest = "" if voided else " AND p.voided_on IS NULL"
    chosen = tuple(codes)
    if chosen:
        rest += f" AND p.code IN ({', '.join('?' * len(chosen))})"
    return _read(session, f"p.mentee_id = ?{rest}", mentee_id.bytes, *chosen)


def list_placement_responses(session: Session, placement_id: UUID) -> tuple[ScaleResponse, ...]:
    """The forms about a placement, oldest first."""
    session.flush()
    return _read(session, "p.placement_id = ? AND p.voided_on IS NULL", placement_id.bytes)


def list_session_ratings(session: Session, mentee_id: UUID) -> tuple[ScaleResponse, ...]:
    """ORS and SRS, oldest first."""
    return list_responses(session, mentee_id, (ORS, SRS))


def _read(session: Session, where: str, *values: object) -> tuple[ScaleResponse, ...]:
    of_response: dict[bytes, list[Mark]] = {}
    marks = reader(Mark, ScaleMarkRow, "m")
    rest = f'FROM scale_response AS p JOIN scale_mark AS m ON m.response_id = p.id WHERE {where} ORDER BY m."order"'
    for key, *row in marks.rows(session, rest, *values, first="p.id, "):
        of_response.setdefault(key, []).append(marks.make(tuple(row)))
    found = reader(ScaleResponse, ScaleResponseRow, "p", "marks")
    rest = f"FROM scale_response AS p WHERE {where} ORDER BY p.event_date, p.id"
    rows = found.rows(session, rest, *values, first="p.id, ")
    return tuple(found.make(tuple(row), marks=tuple(of_response.get(key, ()))) for key, *row in rows)


def _set_marks(row: ScaleResponseRow, scale: ScaleDefinition, marks: Iterable[Mark]) -> None:
    """A mark in the order of the form for every item that is answered or left blank on purpose; what is neither is
    no mark."""
    said = [mark for mark in marks if mark.value is not None or mark.note is not MarkNote.NONE]
    check_marks(scale, said, row.line_length_mm)
    given = {mark.item: mark for mark in said}
    there = {mark.item: mark for mark in row.marks}
    kept = []
    for order, item in enumerate(scale.items):
        mark = given.pop(item.code, None)
        if mark is not None:
            found = there.get(item.code) or ScaleMarkRow(item=item.code, order=order)
            found.value, found.note = mark.value, mark.note
            kept.append(found)
    row.marks = kept


def _check(session: Session, row: ScaleResponseRow, scale: ScaleDefinition) -> None:
    today = session.info["clock"].today()
    check_not_future("event_date", row.event_date, today)
    check_after_birth("event_date", row.event_date, birth_of(session, row.mentee_id))
    marks = [Mark(item=one.item, value=one.value, note=one.note) for one in row.marks]
    check_marks(scale, marks, row.line_length_mm)
    check_totals(scale, marks)
    if row.filled_how is FilledHow.ORAL:
        if not row.oral_note:
            raise InputError("oral_note", "oral_note_missing")
    elif all(mark.value is None for mark in marks):
        raise InputError("marks", "scale_without_marks")


def _out_of_sight(
    row: ScaleResponseRow, scale: ScaleDefinition, marks: Iterable[Mark], hidden: frozenset[InfoClass]
) -> tuple[Mark, ...]:
    """The marks that somebody who puts the others right does not see."""
    given = {mark.item for mark in marks}
    unseen = (one for one in row.marks if one.item not in given and scale.item(one.item).info_class in hidden)
    return tuple(Mark(item=one.item, value=one.value, note=one.note) for one in unseen)


def _refuse_hidden(scale: ScaleDefinition, marks: Iterable[Mark], hidden: frozenset[InfoClass]) -> None:
    """While only the youth duty holds, nothing about health and the like is written down (B.3): no such mark, and no
    word either on a form that is about nothing else."""
    asked = {scale.item(mark.item).info_class for mark in marks if mark.value is not None}
    if asked & hidden or scale.classes <= hidden:
        raise InputError("marks", "youth_duty_hides")


def _refuse_unlicensed(session: Session, scale: ScaleDefinition) -> None:
    """Somebody else's instrument needs a yes to the question about its licence; KASAM a reference to a permission."""
    settings = get_settings(session)
    if scale.kind is ScaleKind.EXTERNAL_LINES and not settings.session_rating_licence:
        raise InputError("code", "scale_licence_missing")
    if scale.kind is ScaleKind.EXTERNAL_TOTAL and not settings.kasam_permission:
        raise InputError("code", "scale_permission_missing")


def _enrolment_of(session: Session, new: NewResponse) -> UUID | None:
    if new.enrolment_id is not None and enrolment_row(session, new.enrolment_id).mentee_id != new.mentee_id:
        raise NotFoundError("enrolment_unknown")
    return new.enrolment_id


def _enrolment_with_rounds(row: ScaleResponseRow, scale: ScaleDefinition) -> UUID | None:
    """Only self-ratings have occasions."""
    return row.enrolment_id if scale.use is ScaleUse.SELF else None


def _due_round(session: Session, row: ScaleResponseRow, scale: ScaleDefinition) -> tuple[RoundKind, str]:
    """What the round of a form that is there is when its day decides."""
    return next_round(session, _enrolment_with_rounds(row, scale), row.code, row.event_date, but=row.id).key


def _placement_of(session: Session, new: NewResponse) -> UUID | None:
    """Of the follow-up where the form belongs to one; never somebody else's."""
    of_follow_up = None if new.follow_up_id is None else follow_up_row(session, new.follow_up_id).placement_id
    placement = of_follow_up or new.placement_id
    if placement is not None and placement_row(session, placement).mentee_id != new.mentee_id:
        raise NotFoundError("placement_unknown")
    return placement


def _contact_of(session: Session, contact_id: UUID | None) -> UUID | None:
    return None if contact_id is None else contact_row(session, contact_id).id


def _row(session: Session, response_id: UUID) -> ScaleResponseRow:
    row = session.get(ScaleResponseRow, response_id)
    if row is None:
        raise NotFoundError("response_unknown")
    return row
