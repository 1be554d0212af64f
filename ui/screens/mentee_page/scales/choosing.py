"""The chips of the tab: which kind of form, whose, about which placement, and which version is looked at."""

from datetime import date

from mentorapp.domain.placements import Placement
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.language.texts import Texts
from ui.widgets.choice_chips import Choice

from ..reading import Person
from ..words import day_said
from ..work.words import placement_title
from .groups import SESSION, WORKPLACE, Group
from .hand import Hand
from .pages import Pages
from .reading import Ratings
from .subject import Subject

_VOICES = {
    "workplace_mentee": "scales.voice_own",
    "workplace_supervisor": "scales.voice_supervisor",
    "intro_weeks": "scales.voice_intro",
}
_SEVERAL = 2


def group_name(texts: Texts, group: Group) -> str:
    if group.key == SESSION:
        return " / ".join(one.title(texts.language) for one in group.scales)
    if group.scales and group.key != WORKPLACE:
        return group.scales[0].title(texts.language)
    return texts(f"scales.group_{group.key}")


def fill_chips(texts: Texts, pages: Pages, ratings: Ratings, group: Group | None) -> None:
    choices = tuple(Choice(one.key, group_name(texts, one)) for one in ratings.groups)
    pages.chips.fill(choices, group.key if group else "")
    pages.hidden.setVisible(ratings.keeps_away)


def fill_voices(texts: Texts, pages: Pages, person: Person, ratings: Ratings, group: Group, subject: Subject) -> None:
    """Whose form of those at work, and about which placement where there are several."""
    voices = tuple(Choice(one.code, _voice(texts, person, one)) for one in group.scales)
    pages.voices.fill(voices, subject.scale.code, _SEVERAL)
    newest_first = sorted(ratings.placements, key=lambda one: one.from_date, reverse=True)
    places = tuple(Choice(str(one.id), _place(texts, person, one, ratings.today)) for one in newest_first)
    pages.places.fill(places, str(subject.placement_id), _SEVERAL)


def fill_versions(texts: Texts, pages: Pages, ratings: Ratings, subject: Subject, hand: Hand) -> None:
    """Charts never go across versions: where there are several one is looked at."""
    filled = ratings.versions_filled(subject.scale.code)
    choices = tuple(Choice(str(one.version), texts("scales.version", number=one.version)) for one in filled)
    pages.shown_version.fill(choices, str(hand.version or (filled[0].version if filled else "")), _SEVERAL)


def _voice(texts: Texts, person: Person, scale: ScaleDefinition) -> str:
    key = _VOICES.get(scale.code)
    return texts(key, name=person.name) if key else scale.title(texts.language)


def _place(texts: Texts, person: Person, placement: Placement, today: date) -> str:
    """Where, and from when: somebody may come back to the same place."""
    day = day_said(texts, placement.from_date, today)
    place = placement_title(texts, placement, protected=person.mentee.is_protected)
    return texts("scales.place_from", place=place, day=day)
