"""What the fields of the tab show of a person, and how what was typed in one is stored."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import Education, Gender, Mentee, Pronoun, ProtectedIdentity
from mentorapp.store.mentees import change_mentee
from mentorapp.store.store import Store
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.field import LineField

_CODES: Mapping[str, type[Any]] = {
    "pronoun": Pronoun,
    "gender": Gender,
    "protected_identity": ProtectedIdentity,
    "highest_education": Education,
}
_WITH_WORDS = ("pronoun", "gender")
_YEAR_FIGURES = 4


class FieldStore:
    """`mentee_id` is of whom the fields are: while a person is turned to, still the one before."""

    def __init__(self, store: Store, fields: Mapping[str, QWidget]) -> None:
        self._store, self._fields = store, fields
        self.mentee_id: UUID | None = None

    def commit(self, name: str, value: Any) -> None:
        """InputError names what is the matter; the words stay in the field."""
        choice = name.removesuffix("_other")
        if choice != name:
            if self._choice(choice) == "other":
                self.change("mentee_changed", **{choice: _CODES[choice]("other"), name: value})
        elif name in _WITH_WORDS and value == "other":
            self._commit_other(name)
        elif name in _CODES:
            self.change("mentee_changed", **{name: _CODES[name](value)})
        else:
            self.change("mentee_changed", **{name: _read(name, value)})

    def change(self, label: str, **values: Any) -> None:
        assert self.mentee_id is not None
        with self._store.write(label) as session:
            change_mentee(session, self.mentee_id, **values)

    def _commit_other(self, name: str) -> None:
        """`other` is stored with its words; until they are there it is a draft, and the field for them is next."""
        words = self._fields[f"{name}_other"]
        assert isinstance(words, LineField)
        if words.text().strip():
            self.change("mentee_changed", **{name: _CODES[name]("other"), f"{name}_other": words.text()})
        else:
            words.setFocus(Qt.FocusReason.OtherFocusReason)
            raise InputError(name, f"{name}_words_wanted")

    def _choice(self, name: str) -> str:
        chips = self._fields[name]
        assert isinstance(chips, ChoiceChips)
        return chips.current()


def values_of(mentee: Mentee) -> dict[str, Any]:
    """What each field shows, as it is typed."""
    return {
        "preferred_name": mentee.preferred_name,
        "family_name": mentee.family_name,
        "pronoun": mentee.pronoun.value,
        "pronoun_other": mentee.pronoun_other,
        "gender": mentee.gender.value,
        "gender_other": mentee.gender_other,
        "birth_date": mentee.birth_date,
        "birth_year": "" if mentee.birth_year is None else str(mentee.birth_year),
        "display_alias": mentee.display_alias,
        "phones": ", ".join(mentee.phones),
        "email": mentee.email,
        "safe_contact": mentee.safe_contact,
        "communication_needs": mentee.communication_needs,
        "interpreter_language": mentee.interpreter_language,
        "needs_easy_read": mentee.needs_easy_read,
        "protected_identity": mentee.protected_identity.value,
        "highest_education": mentee.highest_education.value,
        "public_support_months_before": (
            "" if mentee.public_support_months_before is None else str(mentee.public_support_months_before)
        ),
    }


def _read(name: str, value: Any) -> Any:
    """What was typed as the store wants it."""
    if name == "phones":
        return tuple(part for part in value.split(",") if part.strip())
    if name == "birth_year":
        return _whole(name, value, "birth_year_digits", _YEAR_FIGURES)
    if name == "public_support_months_before":
        return _whole(name, value, "number_digits", 0)
    return value


def _whole(name: str, typed: str, key: str, figures: int) -> int | None:
    """A whole number; nothing typed is none."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or (figures and len(text) != figures):
        raise InputError(name, key)
    return int(text)
