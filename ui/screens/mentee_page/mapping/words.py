"""What the tab says about areas, versions and goals: values in, words of the chosen language out."""

from mentorapp.domain.lists import Word
from mentorapp.domain.mapping import AnswerStatus, Mapping, MappingAnswer, StillTrue
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Family
from ui.widgets.class_chip import class_icon

from ..words import DOT, own_words
from .area_row import AreaLook
from .importance import importance_words
from .reading import Known, is_safety
from .status_look import safety_look, status_look


def area_look(texts: Texts, known: Known, area: Word) -> AreaLook:
    answer = None if is_safety(area) else known.answer(area.code)
    status = safety_look(texts, known.safety_asked_on) if is_safety(area) else status_look(texts, answer)
    words = _said(texts, answer)
    goal = known.goal_words(answer.goal_id if answer else None)
    became = texts("mapping.became_goal", goal=goal) if goal else ""
    importance = answer.importance if answer else 0
    icon, family = class_icon(area.info_class)
    if is_safety(area):
        words, family = texts("mapping.safety_elsewhere"), Family.SLATE
    spoken = [status.text, importance_words(texts, importance) if importance else "", words, became]
    return AreaLook(
        area=area.code,
        name=area.name(texts.language),
        icon=icon,
        family=family,
        status=status,
        importance=importance,
        words=words,
        goal=became,
        spoken=". ".join(part for part in spoken if part),
        can_be_goal=answer is not None and answer.status is not AnswerStatus.NOT_ASKED,
    )


def _said(texts: Texts, answer: MappingAnswer | None) -> str:
    """The mentee's words before all else; what is needed, or the mentor's view, where there are none."""
    if answer is None:
        return ""
    return own_words(texts, answer.words) if answer.words else answer.needs or answer.view


def version_words(texts: Texts, mapping: Mapping) -> str:
    """Version 2 · uppföljning · från 12 november 2026 · klar 30 november 2026."""
    parts = [
        texts("mapping.version", version=mapping.version),
        texts(f"codes.mapping_type_{mapping.type.value}"),
        texts("mapping.from_day", day=full_date(texts, mapping.started_on)),
    ]
    if mapping.completed_on is not None:
        parts.append(texts("mapping.done_day", day=full_date(texts, mapping.completed_on)))
    return DOT.join(parts)


def answered_words(texts: Texts, answer: MappingAnswer | None) -> str:
    """When it was asked about, and whether that was before this version."""
    if answer is None or answer.answered_on is None:
        return ""
    key = "mapping.said_earlier" if answer.still_true is StillTrue.TO_CONFIRM else "mapping.said_on"
    return texts(key, day=full_date(texts, answer.answered_on))
