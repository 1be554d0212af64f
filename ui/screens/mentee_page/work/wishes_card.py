"""What the mentee wishes and needs at work, from the vocational profile, beside the placements (P4, W4)."""

from PySide6.QtCore import Signal

from mentorapp.domain.mapping import VocationalProfile
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.text import Text

from ..reading import Person
from ..words import own_words
from .reading import Work

WISHES = ("interests", "wanted", "unwanted", "conditions", "task_preferences", "environment", "skills", "experience",
          "commuting", )  # fmt: skip


class WishesCard(Card):
    """Signal `change_wanted`: it is written in the mapping."""

    change_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("work.wishes"))
        self._texts = texts
        self._shown: object = None
        self.change = Button(
            theme, texts("around.change"), kind=Kind.QUIET, size=Size.ROW, name=texts("work.wishes_change")
        )
        self.change.clicked.connect(self.change_wanted)
        self.head.addWidget(self.change)
        self.head.setContentsMargins(SIDE, 8, 6, 4)

    def show_work(self, person: Person, work: Work) -> None:
        if (work.profile, person.name) == self._shown:
            return
        self._shown = work.profile, person.name
        self.clear()
        lines = [*wishes_of(self._texts, work.profile), *_told(self._texts, work.profile)]
        if not lines:
            self.add(Text(self.theme, self._texts("work.wishes_empty"), tone="ink2", wrap=True))
        for place, (label, words) in enumerate(lines):
            self.add(Text(self.theme, label, Role.SMALL, bold=True), above=4 if place else 0, below=0)
            self.add(Text(self.theme, words, wrap=True), below=12 if place == len(lines) - 1 else 2)


def wishes_of(texts: Texts, profile: VocationalProfile | None) -> list[tuple[str, str]]:
    """What is filled in, with its label."""
    found = ((name, getattr(profile, name)) for name in WISHES) if profile else ()
    return [(texts(f"mapping.profile_{name}"), words) for name, words in found if words]


def _told(texts: Texts, profile: VocationalProfile | None) -> list[tuple[str, str]]:
    """What the employer may know stands in the mentee's own words."""
    if profile is None or not profile.disclosure_words:
        return []
    return [(texts("mapping.profile_disclosure_words"), own_words(texts, profile.disclosure_words))]
