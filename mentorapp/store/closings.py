"""Closing an enrolment: reason and destinations, who takes over what, and what ends or goes on with it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.closing import (
    CloseReason,
    Closure,
    Destination,
    Heading,
    NewClosure,
    Receiver,
    ResultClass,
    check_headings,
    has_checks,
    mode_of,
    needs_receivers,
)
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError, MentorError, NotFoundError
from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.periods import check_not_future, check_order
from mentorapp.domain.sharing import InfoClass

from .attempts import attempt_log
from .closing_effects import call_off, give_over, note_death, open_interventions
from .enrolment_rows import after_support_rows, enrolment_row, started_row
from .enrolments import end_enrolment
from .hidden_classes import hidden_for
from .outcome_checks import add_checks, remove_planned_checks
from .reverting import revert_step, step_that_made
from .tables import value_of
from .tables.closing import ClosureHeadingRow, ClosureRow
from .tables.enrolments import EnrolmentRow
from .word_lists import get_word, list_words

_TEXTS = {"known_from": wording.line, "mentee_words": wording.text}
_PLAIN = ("farewell_held", "last_scale_done", "contact_after")


def close_enrolment(
    session: Session, enrolment_id: UUID, new: NewClosure, *, receivers: Mapping[UUID, Receiver] | None = None
) -> UUID:
    """Ends an enrolment. Stays and pauses end with it, bookings ahead are called off, after-support goes on.

    InputError names what is missing; as not reachable only after enough tries and a talk with the manager (S6).
    """
    enrolment = started_row(session, enrolment_id)
    word = reason_word(session, new.detail)
    reason = reason_of(word)
    _check(session, enrolment, new, reason)
    row = _row_of(enrolment_id, new, reason)
    hidden = hidden_for(session, enrolment.mentee_id)
    give_over(session, enrolment.mentee_id, receivers or {})
    if needs_receivers(reason):
        _check_receivers(session, enrolment.mentee_id, hidden)
    session.add(row)
    end_enrolment(session, enrolment, new.closed_on)
    call_off(session, enrolment, new.closed_on, death=reason is CloseReason.DECEASED)
    if reason is CloseReason.DECEASED:
        note_death(session, enrolment, new.closed_on)
    if has_checks(reason, new.contact_after):
        add_checks(session, enrolment_id, new.closed_on)
    session.flush()
    return row.id


def get_closure(session: Session, enrolment_id: UUID) -> Closure | None:
    """None while it is open, and for one that was closed before closures were written down."""
    row = _closure_row(session, enrolment_id)
    if row is None:
        return None
    headings = tuple(value_of(Heading, one) for one in row.headings)
    detail_class = get_word(session, WordList.CLOSE_REASON, row.detail).info_class
    return value_of(Closure, row, headings=headings, detail_class=detail_class)


def change_closure(session: Session, enrolment_id: UUID, **changes: Any) -> None:
    """Changes what may be known later: words, farewell, last rating, where to, and the yes to contact afterwards."""
    row = _closure_row(session, enrolment_id)
    if row is None:
        raise NotFoundError("closure_unknown")
    for name, value in changes.items():
        if name == "headings":
            check_headings(value)
            row.headings.clear()
            session.flush()
            row.headings.extend(_heading_rows(value))
            continue
        if name in _TEXTS:
            value = _TEXTS[name](name, value)
        elif name not in _PLAIN:
            raise TypeError(f"a closure has no {name} to change")
        setattr(row, name, value)
    if "contact_after" in changes:
        if has_checks(row.reason, row.contact_after):
            add_checks(session, enrolment_id, row.closed_on)
        else:
            remove_planned_checks(session, enrolment_id)
    session.flush()


def can_reopen(session: Session, enrolment_id: UUID) -> bool:
    """Whether the closing is of today, and can be taken back."""
    row = _closure_row(session, enrolment_id)
    step = step_that_made(session, row) if row is not None else None
    return step is not None and bool(step.at.astimezone().date() == session.info["clock"].today())


def reopen_enrolment(session: Session, enrolment_id: UUID) -> None:
    """Takes the closing back with all it did, within the day; also when the store has been locked between."""
    row = _closure_row(session, enrolment_id)
    if row is None:
        raise NotFoundError("closure_unknown")
    if not can_reopen(session, enrolment_id):
        raise MentorError("reopen_too_late")
    enrolment = enrolment_row(session, enrolment_id)
    query = select(EnrolmentRow.id).where(
        EnrolmentRow.mentee_id == enrolment.mentee_id,
        EnrolmentRow.programme_id == enrolment.programme_id,
        EnrolmentRow.status != EnrolmentStatus.CLOSED,
    )
    if session.scalar(query) is not None:
        raise InputError("programme", "enrolment_still_open")
    revert_step(session, step_that_made(session, row).number)


def reason_word(session: Session, detail: str) -> Word:
    """The reason of that code; InputError when none is chosen."""
    words = {word.code: word for word in list_words(session, WordList.CLOSE_REASON, all_=True)}
    if detail not in words:
        raise InputError("detail", "close_reason_missing")
    return words[detail]


def reason_of(word: Word) -> CloseReason:
    """The axis that a reason of the list lies on; one of the unit's own without a place there is "other"."""
    code = word.get("reason")
    return CloseReason(code) if code in set(CloseReason) else CloseReason.OTHER


def destinations_of(word: Word) -> tuple[Destination, ...]:
    """Where the reason says that the person goes; the first is the most important."""
    return tuple(Destination(code) for code in word.get("destinations").split() if code in set(Destination))


def result_of(word: Word) -> ResultClass:
    """What a closing of that reason counts as."""
    code = word.get("result")
    return ResultClass(code) if code in set(ResultClass) else ResultClass.OTHER_REASON


def _check(session: Session, enrolment: EnrolmentRow, new: NewClosure, reason: CloseReason) -> None:
    today = session.info["clock"].today()
    check_not_future("closed_on", new.closed_on, today)
    if enrolment.started_on and new.closed_on < enrolment.started_on:
        raise InputError("closed_on", "closed_before_start")
    if any(new.closed_on < one.started_on for one in after_support_rows(session, enrolment.id)):
        raise InputError("closed_on", "closed_before_work")
    check_headings(new.headings)
    if reason is CloseReason.NOT_REACHABLE:
        log = attempt_log(session, enrolment.mentee_id)
        if not log.is_enough:
            rule = log.rule
            raise InputError("detail", "attempts_missing", attempts=rule.attempts, kinds=rule.kinds, days=rule.days)
        if new.manager_talk_on is None:
            raise InputError("manager_talk_on", "manager_talk_missing")
    check_not_future("manager_talk_on", new.manager_talk_on, today)
    check_order("manager_talk_on", enrolment.started_on, new.manager_talk_on)


def _check_receivers(session: Session, mentee_id: UUID, hidden: frozenset[InfoClass]) -> None:
    left = [one for one in open_interventions(session, mentee_id) if one.info_class not in hidden]
    if any(not one.has_receiver for one in left):
        raise InputError("receivers", "receiver_missing")


def _row_of(enrolment_id: UUID, new: NewClosure, reason: CloseReason) -> ClosureRow:
    given = {f.name: getattr(new, f.name) for f in fields(NewClosure)}
    words = wording.other("reason_other", new.reason_other) if reason is CloseReason.OTHER else ""
    given |= {name: clean(name, given[name]) for name, clean in _TEXTS.items()}
    given |= {"headings": _heading_rows(new.headings), "reason_other": words}
    return ClosureRow(enrolment_id=enrolment_id, mode=mode_of(reason), reason=reason, **given)


def _heading_rows(headings: tuple[Heading, ...]) -> list[ClosureHeadingRow]:
    """The most important first."""
    return [
        ClosureHeadingRow(
            order=order,
            destination=one.destination,
            primary=one.primary,
            extent_percent=one.extent_percent,
            other=wording.other("heading_other", one.other) if one.destination is Destination.OTHER else "",
        )
        for order, one in enumerate(sorted(headings, key=lambda heading: not heading.primary))
    ]


def _closure_row(session: Session, enrolment_id: UUID) -> ClosureRow | None:
    return session.scalars(select(ClosureRow).where(ClosureRow.enrolment_id == enrolment_id)).first()
