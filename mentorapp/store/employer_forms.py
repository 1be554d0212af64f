"""Gathers P04 and P05 for an employer: the supervisor's own form, their own marks, and what was agreed together.

What the mentee marked and said is never read here (W8).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.filled_forms import Forms, filled_block, is_theirs, round_before, up_to
from mentorapp.domain.filled_sheet import AgreedBlock, AnswerBlock, FilledBlock, FilledSheet, NextBlock, WhereBlock
from mentorapp.domain.form_sheet import AliasBlock, FormBlock, FormSheet
from mentorapp.domain.network import Contact
from mentorapp.domain.placements import Placement
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scales import Respondent
from mentorapp.domain.sharing import InfoClass, Recipient
from mentorapp.domain.sheet_parts import AddresseeBlock
from mentorapp.domain.workplace_support import WorkplaceFollowUp

from .adaptations import list_adaptations
from .filled_sheets import agreed_words, is_for_the_screen
from .follow_ups import get_follow_up, list_follow_ups
from .form_sheets import gather_form_sheet
from .mentees import get_mentee
from .placements import get_placement, list_placements
from .scale_definitions import get_scale
from .scale_responses import get_response, list_placement_responses
from .settings import get_settings
from .sheet_parts import mentor_block, person_block
from .tables.workplaces import WorkplaceFollowUpRow

ALIAS = "alias"
"""The item that puts the alias on a blank form: never there unless it is asked for."""


def gather_employer_form(
    session: Session, mentee_id: UUID | None, definition_id: UUID, to: AddresseeBlock, items: Iterable[str], *,
    language: str,
) -> FormSheet:  # fmt: skip
    """The blank form for a supervisor: it is about nobody, so it is for whoever is to fill it in. InputError
    `form_of_the_mentee` for one that the mentee fills in."""
    sheet = gather_form_sheet(session, definition_id, language=language)
    if sheet.form is None or sheet.form.respondent is not Respondent.SUPERVISOR:
        raise InputError("code", "form_of_the_mentee")
    alias = get_mentee(session, mentee_id).display_alias if mentee_id and ALIAS in items else ""
    return FormSheet(
        form=_blank(sheet.form, to.about),
        to=to,
        alias=AliasBlock(info_class=InfoClass.ID, item=ALIAS, text=alias) if alias else None,
    )


def _blank(form: FormBlock, about: UUID | None) -> FormBlock:
    """Questions without an answer tell of nobody: like a day to meet, they are for whom they are meant."""
    asked = tuple(replace(one, info_class=InfoClass.PRESENCE, about=about, invitation=True) for one in form.asked)
    return replace(form, info_class=InfoClass.PRESENCE, about=about, invitation=True, asked=asked)


def gather_employer_filled(
    session: Session, mentee_id: UUID, recipient: Recipient, to: AddresseeBlock, about: UUID | None, *, language: str
) -> FilledSheet:
    """A follow-up as the workplace has it; without `about` the newest at a place of the recipient's own. NotFoundError
    `nothing_filled` where there is none."""
    met, placement = _follow_up(session, mentee_id, recipient, about)
    workplace = placement.workplace_id
    others = [one for one in list_placement_responses(session, placement.id) if is_theirs(one)]
    theirs = [one for one in others if one.follow_up_id == met.id and _is_shown(session, one)]
    needs = tuple(one.text for one in list_adaptations(session, placement.id) if one.agreed_on == met.event_date)
    agreed = agreed_words(met.agreed_changes, needs)
    return FilledSheet(
        to=to,
        person=replace(person_block(get_mentee(session, mentee_id)), family_name=""),
        mentor=mentor_block(session, about=to.about),
        met=NextBlock(info_class=InfoClass.WORK, about=workplace, on=met.event_date),
        where=WhereBlock(info_class=InfoClass.WORK, about=workplace, name=placement.workplace.name)
        if placement.workplace
        else None,
        forms=tuple(_form(session, one, others, workplace, language) for one in theirs),
        totals=None,
        said=(),
        agreed=AgreedBlock(
            info_class=InfoClass.WORK, about=workplace, item=f"agreed:{met.id}", text=agreed[0], needs=agreed[1]
        )
        if agreed
        else None,
        next_on=NextBlock(info_class=InfoClass.WORK, about=workplace, on=met.next_on) if met.next_on else None,
    )


def _follow_up(
    session: Session, mentee_id: UUID, recipient: Recipient, about: UUID | None
) -> tuple[WorkplaceFollowUp, Placement]:
    if about is not None:
        is_met = session.get(WorkplaceFollowUpRow, about) is not None
        key = about if is_met else get_response(session, about).follow_up_id
        found = [get_follow_up(session, key)] if key else []
    else:
        own = [one for one in list_placements(session, mentee_id) if one.workplace_id in recipient.own]
        found = [met for one in own for met in list_follow_ups(session, one.id)]
    if not found:
        raise NotFoundError("nothing_filled")
    met = max(found, key=lambda one: (one.event_date, one.id))
    placement = get_placement(session, met.placement_id)
    if placement.mentee_id != mentee_id:
        raise NotFoundError("follow_up_unknown")
    return met, placement


def supervisor_of(session: Session, mentee_id: UUID, about: UUID | None) -> Contact | None:
    """Who supervises where a follow-up was; None where it is about no follow-up, or there is nobody."""
    if about is None or session.get(WorkplaceFollowUpRow, about) is None:
        return None
    placement = get_placement(session, get_follow_up(session, about).placement_id)
    today = session.info["clock"].today()
    who = placement.supervisor
    return who if placement.mentee_id == mentee_id and who is not None and not who.has_left(today) else None


def _is_shown(session: Session, response: ScaleResponse) -> bool:
    return response.voided_on is None and bool(response.marks) and not is_for_the_screen(session, response)


def _form(
    session: Session, theirs: ScaleResponse, others: Sequence[ScaleResponse], workplace: UUID, language: str
) -> FilledBlock:
    """Their own marks where they stood, beside their own of the round before."""
    forms = Forms(
        scale=get_scale(session, theirs.code, theirs.version),
        own=theirs,
        before=round_before(theirs, others),
        occasions=len(up_to(theirs, others)),
    )
    made = filled_block(forms, InfoClass.WORK, language, get_settings(session).change_mm)
    return replace(
        made,
        about=workplace,
        item=f"filled:{theirs.code}",
        answers=tuple(_answer(one, workplace) for one in made.answers),
    )


def _answer(answer: AnswerBlock, workplace: UUID) -> AnswerBlock:
    """How they think that the work goes is of the work; what is more sensitive than that stays so."""
    is_rating = answer.info_class is InfoClass.RATING
    return replace(answer, info_class=InfoClass.WORK if is_rating else answer.info_class, about=workplace)
