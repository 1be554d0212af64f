"""Scales and forms as versioned data: what is asked, of whom, and at which end of a line the good lies (B.8).

A definition that has been filled in is never changed: a change is the next version, and two versions are never
compared. The items of instruments that belong to others (`EXTERNAL_LINES`, `EXTERNAL_TOTAL`) have no text at all:
their wording is protected, and a definition that brings some is refused.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .sharing import InfoClass as C

LINE_MM = Decimal(100)
"""The length of an answer line on paper at 100 %."""
WELL_BEING = "well_being"
"""The form that everybody is asked for at every occasion; others only where somebody has begun with them."""
MOST_ITEMS = 30
LIKERT_STEPS = (2, 10)
PROTECTED_NAMES = frozenset({"ors", "srs", "kasam"})
"""Names of others' instruments: a form with wording of its own must not be called by them."""
ITEM_TEXTS = (
    "text_sv", "text_en", "easy_sv", "easy_en", "label_sv", "label_en", "left_sv", "left_en", "right_sv", "right_en",
)  # fmt: skip
"""Every field of an item that holds words."""


class ScaleKind(StrEnum):
    """VAS_FORM are lines in millimetres, LIKERT steps 1 to `steps`, EXTERNAL_LINES lines in centimetres on somebody
    else's form, EXTERNAL_TOTAL totals counted on paper elsewhere."""

    VAS_FORM = "vas_form"
    LIKERT = "likert"
    EXTERNAL_LINES = "external_lines"
    EXTERNAL_TOTAL = "external_total"


EXTERNAL = frozenset({ScaleKind.EXTERNAL_LINES, ScaleKind.EXTERNAL_TOTAL})
EXTERNAL_CODES = {
    ScaleKind.EXTERNAL_LINES: ("line_1", "line_2", "line_3", "line_4"),
    ScaleKind.EXTERNAL_TOTAL: ("total", "part_1", "part_2", "part_3"),
}
"""All that items of somebody else's instrument are called, in this order: no wording hides in a code either."""


class Respondent(StrEnum):
    MENTEE = "mentee"
    SUPERVISOR = "supervisor"
    MENTOR = "mentor"


class FavourableEnd(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


class ScaleUse(StrEnum):
    """Where a form belongs: among the self-ratings, at a placement, or at the end of its two weeks of introduction."""

    SELF = "self"
    SESSION = "session"
    WORKPLACE = "workplace"
    INTRO_WEEKS = "intro_weeks"


class Dimension(StrEnum):
    """What an item is about, so that figures of several forms can be told apart (I7, H7). NONE is for own items."""

    READINESS = "readiness"
    SELF_ESTEEM = "self_esteem"
    EXERCISE = "exercise"
    LIFE_SATISFACTION = "life_satisfaction"
    MENTAL_WELLBEING = "mental_wellbeing"
    DIET = "diet"
    PHYSICAL_HEALTH = "physical_health"
    AUTHORITIES = "authorities"
    FAMILY = "family"
    HOPE = "hope"
    BELONGING = "belonging"
    COHERENCE = "coherence"
    EQUALITY = "equality"
    WORK = "work"
    NONE = "none"


DIMENSION_CLASS = {
    Dimension.EXERCISE: C.HEALTH,
    Dimension.LIFE_SATISFACTION: C.HEALTH,
    Dimension.MENTAL_WELLBEING: C.HEALTH,
    Dimension.DIET: C.HEALTH,
    Dimension.PHYSICAL_HEALTH: C.HEALTH,
    Dimension.BELONGING: C.HEALTH,
    Dimension.COHERENCE: C.HEALTH,
    Dimension.AUTHORITIES: C.SOCIAL,
    Dimension.FAMILY: C.SOCIAL,
    Dimension.WORK: C.WORK,
}
"""The class of an item by what it is about; of the rest it is RATING (B.1). A row may be raised, never lowered."""
_LIGHT_TO_HEAVY = (
    C.ID, C.CONTACT, C.PLAN, C.PRESENCE, C.RATING, C.WORK, C.EDU, C.SOCIAL, C.INCOME, C.HEALTH, C.ALLIANCE, C.IDNUM,
    C.LOCATION, C.THIRD, C.VIOLENCE, C.PRIVATE,
)  # fmt: skip


@entity
class ScaleItem:
    """One line, step row, part sum. Texts are empty in what belongs to others.

    `label_*` is the short name in charts; `easy_*` is what the easy-read form says instead, where it is given.
    """

    code: str = internal()
    text_sv: str = classed(C.RATING, default="")
    text_en: str = classed(C.RATING, default="")
    easy_sv: str = classed(C.RATING, default="")
    easy_en: str = classed(C.RATING, default="")
    label_sv: str = classed(C.RATING, default="")
    label_en: str = classed(C.RATING, default="")
    left_sv: str = classed(C.RATING, default="")
    left_en: str = classed(C.RATING, default="")
    right_sv: str = classed(C.RATING, default="")
    right_en: str = classed(C.RATING, default="")
    favourable: FavourableEnd = internal(default=FavourableEnd.RIGHT)
    dimension: Dimension = internal(default=Dimension.NONE)
    info_class: C = internal(default=C.RATING)

    def text(self, language: str, *, easy: bool = False) -> str:
        """What is asked, in that language, else in Swedish; the language comes before the easy words."""
        swedish, english = (self.text_sv, self.text_en)
        if easy:
            swedish, english = self.easy_sv or swedish, self.easy_en or english
        return _said(swedish, english, language)

    def label(self, language: str) -> str:
        return _said(self.label_sv, self.label_en, language) or self.text(language)

    def ends(self, language: str) -> tuple[str, str]:
        """The words at the left and at the right end, in the order of the paper."""
        return _said(self.left_sv, self.left_en, language), _said(self.right_sv, self.right_en, language)


@entity
class ScaleDefinition:
    """One version of a form. `code` names the form, `version` counts from 1; `mirror_of` is the code of the mentee's
    form that the supervisor's is the other voice of: their items bear the same codes.

    `highest` is the largest total of an EXTERNAL_TOTAL, `lowest` the least; `steps` those of a LIKERT.
    """

    id: UUID = internal()
    code: str = internal()
    version: int = internal()
    kind: ScaleKind = internal()
    use: ScaleUse = internal(default=ScaleUse.SELF)
    respondent: Respondent = internal(default=Respondent.MENTEE)
    title_sv: str = classed(C.RATING)
    title_en: str = classed(C.RATING, default="")
    intro_sv: str = classed(C.RATING, default="")
    intro_en: str = classed(C.RATING, default="")
    licence_note: str = internal(default="")
    mirror_of: str = internal(default="")
    steps: int | None = internal(default=None)
    lowest: int | None = internal(default=None)
    highest: int | None = internal(default=None)
    in_use: bool = internal(default=True)
    shipped: bool = internal(default=False)
    items: tuple[ScaleItem, ...] = classed(C.RATING, default=())

    def title(self, language: str) -> str:
        return _said(self.title_sv, self.title_en, language)

    def intro(self, language: str) -> str:
        return _said(self.intro_sv, self.intro_en, language)

    def item(self, code: str) -> ScaleItem:
        """KeyError for a code that is none of this version's."""
        found = next((one for one in self.items if one.code == code), None)
        if found is None:
            raise KeyError(code)
        return found

    @property
    def is_external(self) -> bool:
        return self.kind in EXTERNAL

    @property
    def is_for_the_screen(self) -> bool:
        """SRS, and whatever else asks how the two of them have it together, is on no paper at all (B.8)."""
        return C.ALLIANCE in self.classes

    @property
    def classes(self) -> frozenset[C]:
        return frozenset(item.info_class for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewScale:
    """A form as it is written in the window or in a file, before it has an identifier and a version."""

    code: str
    kind: ScaleKind
    title_sv: str
    title_en: str = ""
    use: ScaleUse = ScaleUse.SELF
    respondent: Respondent = Respondent.MENTEE
    intro_sv: str = ""
    intro_en: str = ""
    licence_note: str = ""
    mirror_of: str = ""
    steps: int | None = None
    lowest: int | None = None
    highest: int | None = None
    items: tuple[ScaleItem, ...] = ()


def item_class(dimension: Dimension, chosen: C | None = None) -> C:
    """The class of what an item is about, or a heavier one that is chosen; where it is about nothing that has a class
    the one that is chosen, RATING otherwise."""
    given = DIMENSION_CLASS.get(dimension)
    if given is None:
        return chosen or C.RATING
    return heaviest((given, chosen or given))


def heaviest(classes: Iterable[C]) -> C:
    """The class that the fewest may see: what a row of several parts has as a whole."""
    return max(classes, key=_LIGHT_TO_HEAVY.index)


def check_scale(new: NewScale) -> None:
    """Refuses a form that could not be filled in, and every wording in what belongs to others. InputError."""
    if not new.title_sv.strip():
        raise InputError("title_sv", "scale_title_missing")
    if new.kind in EXTERNAL:
        refuse_wording(new)
    else:
        _refuse_protected_name(new)
    if not new.items:
        raise InputError("items", "scale_without_items")
    if len(new.items) > MOST_ITEMS:
        raise InputError("items", "scale_too_many_items", highest=MOST_ITEMS)
    if len({item.code for item in new.items}) < len(new.items) or not all(item.code for item in new.items):
        raise InputError("items", "scale_codes_twice")
    if new.kind is ScaleKind.LIKERT and not (new.steps and LIKERT_STEPS[0] <= new.steps <= LIKERT_STEPS[1]):
        raise InputError("steps", "number_range", lowest=LIKERT_STEPS[0], highest=LIKERT_STEPS[1])
    if new.kind is ScaleKind.EXTERNAL_TOTAL and not _is_range(new.lowest, new.highest):
        raise InputError("highest", "scale_totals_missing")
    if new.kind not in EXTERNAL:
        _check_own(new.items)


def refuse_wording(new: NewScale) -> None:
    """The rule that keeps protected wording out for good: an item of somebody else's instrument is a number only."""
    if new.intro_sv or new.intro_en:
        raise InputError("intro_sv", "scale_wording_protected")
    codes = tuple(item.code for item in new.items)
    if codes != EXTERNAL_CODES[new.kind][: len(codes)]:
        raise InputError("items", "scale_wording_protected")
    for item in new.items:
        if any(getattr(item, name) for name in ITEM_TEXTS):
            raise InputError("items", "scale_wording_protected")


def item_fault(item: ScaleItem) -> tuple[str, str] | None:
    """What an item with wording lacks: the name of the field and the key of the sentence."""
    if not item.text_sv.strip():
        return "text_sv", "scale_item_empty"
    for end in ("left_sv", "right_sv"):
        if not getattr(item, end).strip():
            return end, "scale_ends_missing"
    return None


def _check_own(items: Iterable[ScaleItem]) -> None:
    for item in items:
        fault = item_fault(item)
        if fault is not None:
            raise InputError("items", fault[1])


def _refuse_protected_name(new: NewScale) -> None:
    for name in ("title_sv", "title_en"):
        words = set(re.findall(r"[^\W\d_]+", getattr(new, name).casefold()))
        if words & PROTECTED_NAMES:
            raise InputError(name, "scale_name_protected")


def _is_range(lowest: int | None, highest: int | None) -> bool:
    return lowest is not None and highest is not None and 0 <= lowest < highest


def _said(swedish: str, english: str, language: str) -> str:
    return (swedish if language == "sv" else english) or swedish
