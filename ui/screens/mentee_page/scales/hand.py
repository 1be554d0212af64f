"""What is in hand for one person: which chip, which form, and how far it has been opened."""

from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.placements import Placement
from mentorapp.domain.scale_rounds import DueRound

from .groups import WORKPLACE, Group
from .reading import Ratings
from .subject import Subject, subject_named


@dataclass(slots=True)
class Hand:
    """`subject` is the key of a Subject, of the group; empty is the first form there is. `opened` says that the form
    was asked for, `due` for which occasion. `version` is the one whose chart is looked at. `asked` are forms whose
    change has been answered with *the new ones only*."""

    group: str = ""
    subject: str = ""
    opened: bool = False
    due: DueRound | None = None
    version: int | None = None
    asked: frozenset[str] = frozenset()

    def turn(self, group: str) -> None:
        """To another chip."""
        if group != self.group:
            self.group = group
            self.lay_down()

    def open(self, subject: Subject, due: DueRound | None = None) -> None:
        self.subject, self.opened, self.due, self.version = subject.key, True, due, None

    def take(self, subject: Subject) -> None:
        """Another form of the same chip, as far as it has come."""
        self.lay_down()
        self.subject = subject.key

    def look_at(self, version: int) -> None:
        self.version = version

    def lay_down(self) -> None:
        """Nothing of the group is chosen by hand any more."""
        self.subject, self.opened, self.due, self.version = "", False, None, None


def group_in(ratings: Ratings, hand: Hand) -> Group | None:
    """The chip in hand; before one is chosen that of the form filled in last, else the first there is."""
    return ratings.group(hand.group) or _last_filled(ratings) or next(iter(ratings.groups), None)


def _last_filled(ratings: Ratings) -> Group | None:
    """What is followed up at work has its own page, and so does not come first here."""
    for response in reversed(ratings.responses):
        for group in ratings.groups:
            if (
                group.key != WORKPLACE
                and response.voided_on is None
                and response.code in {one.code for one in group.scales}
            ):
                return group
    return None


def subject_in(ratings: Ratings, group: Group, hand: Hand) -> Subject | None:
    """The form in hand, else the first of the group, at work about the latest placement."""
    chosen = subject_named(ratings, hand.subject) if hand.subject else None
    if chosen is not None and chosen.scale.code in {one.code for one in group.scales}:
        return chosen
    if not group.scales:
        return None
    first = Subject(group.scales[0])
    return Subject(first.scale, latest_placement(ratings)) if first.is_at_work else first


def latest_placement(ratings: Ratings) -> Placement | None:
    """One that goes on before one that has ended."""
    key = ratings.today
    return max(ratings.placements, key=lambda one: (one.is_open(key), one.from_date), default=None)


def offers_both(ratings: Ratings, subject: Subject, hand: Hand) -> Subject | None:
    """The form as it was, where its questions have changed and nobody has answered the new ones yet (F 21)."""
    newest = newest_of(ratings, subject).scale.version
    filled = ratings.versions_filled(subject.scale.code)
    if not filled or filled[0].version == newest or subject.scale.code in hand.asked:
        return None
    return Subject(filled[0], subject.placement)


def newest_of(ratings: Ratings, subject: Subject) -> Subject:
    """The same form as it is now."""
    number = max(number for code, number in ratings.versions if code == subject.scale.code)
    return Subject(ratings.versions[subject.scale.code, number], subject.placement)


def placement_with(ratings: Ratings, placement_id: UUID) -> Placement | None:
    return next((one for one in ratings.placements if one.id == placement_id), None)
