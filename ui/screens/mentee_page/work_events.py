"""What the timeline says about workplaces, studies and filled forms."""

from uuid import UUID

from mentorapp.language.texts import Texts
from mentorapp.store.timeline_items import WorkEvent, WorkItem
from ui.requests import DraftRequest, PlacementRequest
from ui.theme import Family
from ui.widgets.class_chip import class_look
from ui.widgets.delegates import TwoLines

_LOOKS = {
    WorkEvent.BEGUN: ("work", Family.BLUE),
    WorkEvent.HOURS: ("stairs", Family.BLUE),
    WorkEvent.ENDED: ("work", Family.SLATE),
    WorkEvent.FOLLOW_UP: ("flag", Family.BLUE),
    WorkEvent.PHASE: ("book", Family.BLUE),
    WorkEvent.RATING: ("chart", Family.OK),
}


def work_lines(texts: Texts, item: WorkItem, right: str) -> TwoLines:
    icon, family = _LOOKS[item.event]
    title, second = _words(texts, item)
    return TwoLines(title, second, icon, family, chip=class_look(texts, item.info_class), right=right)


def _words(texts: Texts, item: WorkItem) -> tuple[str, str]:
    name = (item.name_sv if texts.language == "sv" else item.name_en) or item.name_sv
    if item.event is WorkEvent.HOURS:
        moved = texts("work.event_hours_more", before=item.before, percent=item.percent)
        return texts("work.event_hours", percent=item.percent), _at(texts, name, moved)
    if item.event is WorkEvent.BEGUN:
        kind = texts(f"codes.placement_type_{item.code}")
        hours = texts("work.percent", percent=item.percent) if item.percent is not None else ""
        return _at(texts, name, kind), hours
    if item.event is WorkEvent.ENDED:
        reason = item.text or (texts(f"codes.end_reason_{item.code}") if item.code else "")
        return texts("work.event_ended", name=name) if name else texts("work.event_ended_unnamed"), reason
    if item.event is WorkEvent.FOLLOW_UP:
        form = texts(f"codes.follow_up_form_{item.code}")
        title = texts("work.event_follow_up", name=name) if name else texts("work.event_follow_up_unnamed")
        return title, " ".join(item.text.split()) or form
    if item.event is WorkEvent.PHASE:
        return texts("around.name_state", name=name, state=texts(f"codes.study_phase_{item.code}")), ""
    return texts("work.event_rating", name=name), texts(f"codes.respondent_{item.code}")


def _at(texts: Texts, name: str, words: str) -> str:
    """Fantasihallen: praktik; the words alone where the place is not named."""
    return texts("around.name_state", name=name, state=words[:1].lower() + words[1:]) if name else words


def leads_to(item: WorkItem, mentee_id: UUID) -> PlacementRequest | DraftRequest:
    """Enter on it: the placement's page; the form of the studies, and filled forms, on their tab."""
    if item.event is WorkEvent.PHASE:
        return DraftRequest(mentee_id, f"work.studies:{item.about}")
    if item.event is WorkEvent.RATING:
        return DraftRequest(mentee_id, f"scales.answers:{item.about}")
    return PlacementRequest(mentee_id, item.about)
