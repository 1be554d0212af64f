"""How the status of an area looks: a word, an icon and a family; what is not asked is dotted, never a reproach."""

from datetime import date

from mentorapp.domain.mapping import AnswerStatus, MappingAnswer, StillTrue
from mentorapp.language.dates import short_date
from mentorapp.language.texts import Texts
from ui.theme import Family
from ui.widgets.chip import ChipLook

_LOOKS = {
    AnswerStatus.NOT_ASKED: (None, Family.SLATE),
    AnswerStatus.WORKS: ("check", Family.OK),
    AnswerStatus.PARTLY: ("flag", Family.BLUE),
    AnswerStatus.NEEDS_SUPPORT: ("hand", Family.AMBER),
    AnswerStatus.DECLINED: ("pause", Family.SLATE),
}


def status_words(texts: Texts, status: AnswerStatus) -> str:
    return texts(f"codes.answer_status_{status.value}")


def status_look(texts: Texts, answer: MappingAnswer | None) -> ChipLook:
    status = answer.status if answer else AnswerStatus.NOT_ASKED
    if answer is not None and answer.still_true is StillTrue.TO_CONFIRM:
        return ChipLook(texts("mapping.still_true"), "history", Family.AMBER, dotted=True)
    icon, family = _LOOKS[status]
    return ChipLook(status_words(texts, status), icon, family, dotted=status is AnswerStatus.NOT_ASKED)


def safety_look(texts: Texts, asked_on: date | None) -> ChipLook:
    """Only that it was asked, and when."""
    if asked_on is None:
        return status_look(texts, None)
    return ChipLook(texts("mapping.safety_asked", day=short_date(texts, asked_on)), "check", Family.OK)
