"""Gathers what P05 is made of: a follow-up at a workplace, or one filled form. Words of others are never read here."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.filled_forms import Forms, filled_block, is_theirs, round_before, totals_block, up_to
from mentorapp.domain.filled_sheet import AgreedBlock, FilledBlock, FilledSheet, NextBlock, SaidBlock, WhereBlock
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scales import ScaleUse
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.workplace_rounds import answered_rounds
from mentorapp.domain.workplace_support import WorkplaceFollowUp

from .adaptations import list_adaptations
from .follow_ups import get_follow_up, list_follow_ups
from .mentees import get_mentee
from .placements import get_placement, list_placements, placement_row
from .scale_definitions import get_scale
from .scale_responses import get_response, list_placement_responses, list_responses
from .settings import get_settings
from .sheet_parts import mentor_block, person_block
from .tables.workplaces import WorkplaceFollowUpRow
from .workplaces import get_workplace


def gather_filled_sheet(session: Session, mentee_id: UUID, about: UUID, *, language: str) -> FilledSheet:
    """The sheet before release; `about` is a follow-up or a filled form of that person, else NotFoundError.

    InputError `form_on_screen_only` for what is on the mentor's screen and on no paper.
    """
    mentee = get_mentee(session, mentee_id)
    if session.get(WorkplaceFollowUpRow, about) is not None:
        return _follow_up(session, mentee, get_follow_up(session, about), language)
    response = get_response(session, about)
    if response.mentee_id != mentee_id or response.voided_on is not None:
        raise NotFoundError("response_unknown")
    if is_for_the_screen(session, response):
        raise InputError("code", "form_on_screen_only")
    if response.follow_up_id is not None:
        return _follow_up(session, mentee, get_follow_up(session, response.follow_up_id), language)
    return _response(session, mentee, response, language)


def newest_filled(session: Session, mentee_id: UUID) -> UUID:
    """The newest follow-up of a person, else the newest form of their own; NotFoundError `nothing_filled`."""
    placements = list_placements(session, mentee_id)
    met = [one for placement in placements for one in list_follow_ups(session, placement.id)]
    if met:
        return max(met, key=lambda one: (one.event_date, one.id)).id
    newest_first = reversed(list_responses(session, mentee_id))
    shown = next((one for one in newest_first if not is_for_the_screen(session, one)), None)
    if shown is None:
        raise NotFoundError("nothing_filled")
    return shown.id


def is_for_the_screen(session: Session, response: ScaleResponse) -> bool:
    """What is on no paper."""
    return get_scale(session, response.code, response.version).is_for_the_screen


def _follow_up(session: Session, mentee: Mentee, met: WorkplaceFollowUp, language: str) -> FilledSheet:
    placement = get_placement(session, met.placement_id)
    if placement.mentee_id != mentee.id:
        raise NotFoundError("follow_up_unknown")
    about_it = list_placement_responses(session, placement.id)
    rounds = answered_rounds(about_it, list_follow_ups(session, placement.id))
    answers = next((one.answers for one in rounds if one.follow_up_id == met.id), ())
    at_it = [one for one in answers if not is_for_the_screen(session, one)]
    needs = tuple(one.text for one in list_adaptations(session, placement.id) if one.agreed_on == met.event_date)
    return FilledSheet(
        person=person_block(mentee),
        mentor=mentor_block(session),
        met=NextBlock(info_class=InfoClass.WORK, on=met.event_date),
        where=_where(session, mentee, placement.id),
        forms=_forms(session, at_it, about_it, language),
        totals=None,
        said=(*_words(met), *(said for one in at_it for said in _said(one))),
        agreed=_agreed(met.agreed_changes, needs),
        next_on=_next(met.next_on),
    )


def _response(session: Session, mentee: Mentee, response: ScaleResponse, language: str) -> FilledSheet:
    """A form by itself: its lines, or the totals of somebody else's instrument."""
    scale = get_scale(session, response.code, response.version)
    others = list_responses(session, mentee.id, (response.code,))
    totals = None
    if scale.is_external:
        limits = get_settings(session).session_limits
        totals = totals_block(scale, up_to(response, others), limits, mentee.born, language)
    return FilledSheet(
        person=person_block(mentee),
        mentor=mentor_block(session),
        met=None,
        where=_where(session, mentee, response.placement_id) if response.placement_id else None,
        forms=() if scale.is_external else _forms(session, [response], others, language),
        totals=totals,
        said=() if scale.is_external else tuple(_said(response)),
        agreed=None,
        next_on=None,
    )


def _forms(
    session: Session, filled: Sequence[ScaleResponse], others: Sequence[ScaleResponse], language: str
) -> tuple[FilledBlock, ...]:
    """The forms of one occasion: the mentee's, each with the supervisor's mirror of it, or that alone."""
    change_mm = get_settings(session).change_mm
    theirs = {_mirrored(session, one): one for one in filled if is_theirs(one) and one.marks}
    own = {one.code: one for one in filled if not is_theirs(one) and one.marks}
    return tuple(
        filled_block(
            _pair(session, code, own.get(code), theirs.get(code), others), _class_of(session, code), language, change_mm
        )
        for code in dict.fromkeys((*own, *theirs))
    )


def _pair(
    session: Session,
    code: str,
    own: ScaleResponse | None,
    theirs: ScaleResponse | None,
    others: Sequence[ScaleResponse],
) -> Forms:
    return Forms(
        scale=get_scale(session, code, own.version if own else None),
        own=own,
        other=theirs,
        mirror=get_scale(session, theirs.code, theirs.version) if theirs else None,
        before=round_before(own, others) if own else None,
        occasions=len(up_to(own, others)) if own else 0,
    )


def _mirrored(session: Session, response: ScaleResponse) -> str:
    """The code of the mentee's form that a supervisor's is the other voice of; its own where it is none."""
    return get_scale(session, response.code, response.version).mirror_of or response.code


def _class_of(session: Session, code: str) -> InfoClass:
    return InfoClass.RATING if get_scale(session, code).use is ScaleUse.SELF else InfoClass.WORK


def _where(session: Session, mentee: Mentee, placement_id: UUID) -> WhereBlock:
    """A protected person's workplace says where they are (F 5)."""
    workplace = get_workplace(session, placement_row(session, placement_id).workplace_id)
    info_class = InfoClass.LOCATION if mentee.is_protected else InfoClass.WORK
    return WhereBlock(info_class=info_class, name=workplace.name)


def _words(met: WorkplaceFollowUp) -> tuple[SaidBlock, ...]:
    if not met.mentee_words:
        return ()
    return (SaidBlock(info_class=InfoClass.WORK, text=met.mentee_words, talked=met.oral_instead),)


def _said(response: ScaleResponse) -> list[SaidBlock]:
    """The mentee's comment and what was talked about instead, in the class of the form."""
    if is_theirs(response):
        return []
    words = ((response.oral_note, True), (response.comment, False))
    return [SaidBlock(info_class=response.info_class, text=text, talked=talked) for text, talked in words if text]


def _agreed(text: str, needs: tuple[str, ...]) -> AgreedBlock | None:
    said = agreed_words(text, needs)
    return AgreedBlock(info_class=InfoClass.WORK, text=said[0], needs=said[1]) if said else None


def agreed_words(text: str, needs: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """What was agreed, and the needs agreed that day: those that were made of lines of the text stand there already."""
    lines = {_plain(line) for line in text.splitlines()}
    others = tuple(need for need in needs if _plain(need) not in lines)
    return (text, others) if text or others else None


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()


def _next(on: date | None) -> NextBlock | None:
    return NextBlock(info_class=InfoClass.WORK, on=on) if on else None
