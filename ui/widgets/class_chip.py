"""The sixteen information classes as the screen shows them: one word, one icon, one family, one mark beyond colour.

`ClassChip(theme, texts, info_class, label="")` shows; `class_look(texts, info_class)` is its value for delegates and
for `ChipButton`.
"""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme

from .chip import Chip, ChipLook

_I = InfoClass
_ICONS = {
    _I.ID: ("tag", Family.SLATE),
    _I.CONTACT: ("phone", Family.SLATE),
    _I.IDNUM: ("key", Family.SLATE),
    _I.PLAN: ("tree", Family.OK),
    _I.PRESENCE: ("cal", Family.SLATE),
    _I.WORK: ("work", Family.BLUE),
    _I.EDU: ("book", Family.BLUE),
    _I.INCOME: ("coins", Family.AMBER),
    _I.HEALTH: ("heart", Family.NO),
    _I.SOCIAL: ("home", Family.CLAY),
    _I.RATING: ("chart", Family.OK),
    _I.ALLIANCE: ("talk", Family.HEATHER),
    _I.VIOLENCE: ("shield", Family.SLATE),
    _I.LOCATION: ("shield", Family.SLATE),
    _I.THIRD: ("people", Family.SLATE),
    _I.PRIVATE: ("lock", Family.HEATHER),
}
_DOTTED = frozenset({_I.IDNUM, _I.LOCATION})
_HATCHED = frozenset({_I.VIOLENCE, _I.PRIVATE})
_EXPLAINED = frozenset({_I.ALLIANCE, _I.PRIVATE})


def class_icon(info_class: InfoClass) -> tuple[str, Family]:
    """The icon of a class and the family it is coloured in."""
    return _ICONS[info_class]


def class_label(texts: Texts, info_class: InfoClass) -> str:
    return texts(f"classes.{info_class.value}")


def class_look(texts: Texts, info_class: InfoClass, label: str = "") -> ChipLook:
    """The chip of a class; `label` takes the place of its word where the context needs a narrower one."""
    icon, family = _ICONS[info_class]
    why = texts(f"classes.{info_class.value}_mark") if info_class in _EXPLAINED else ""
    text = label or class_label(texts, info_class)
    return ChipLook(text, icon, family, info_class in _DOTTED, info_class in _HATCHED, why)


class ClassChip(Chip):
    """The same chip on the note box, in the filter, in the wizard and in the list of what is held back."""

    def __init__(
        self, theme: Theme, texts: Texts, info_class: InfoClass, label: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent=parent)
        self.info_class = info_class
        self.set_look(class_look(texts, info_class, label))
