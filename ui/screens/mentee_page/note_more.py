"""What is seldom changed about a contact that was written before: what was given, how it felt, where, and marks."""

from typing import Any

from mentorapp.domain.lists import WordList
from mentorapp.domain.numbers_typed import kilometres, whole
from mentorapp.domain.sessions import Session
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.word_lists import get_word, list_words
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.given import Given
from ui.widgets.tick_box import TickBox

_LISTS = {"support_kinds": WordList.SUPPORT_KIND, "methods": WordList.METHOD, "topics": WordList.TOPIC}
_FELT = ("mood_in", "mood_out", "mood_word")
_MARKS = ("came_late", "unplanned", "with_interpreter")


class NoteMore:
    """Adds its fields to a sheet. Where health is not written down, how it felt stays as it was."""

    def __init__(self, sheet: FormSheet, contact: Session, hidden: frozenset[InfoClass]) -> None:
        theme, texts = sheet.theme, sheet.texts
        self._hidden = hidden
        self.given = Given(theme, texts)
        self.given.set_words(self._words(sheet, contact))
        self.given.fill(contact)
        sheet.body.addWidget(self.given)
        for name, field in self.given.fields().items():
            sheet.register(name, field)
        self.place = LineField(theme, texts("note.place"), contact.place)
        far = contact.distance_km
        self.distance = LineField(theme, texts("note.distance"), "" if far is None else f"{far}".replace(".", ","))
        sheet.add_beside(("place", self.place), ("distance_km", self.distance))
        self.felt = {name: LineField(theme, texts(f"note.{name}"), _written(getattr(contact, name))) for name in _FELT}
        if InfoClass.HEALTH not in hidden:
            sheet.add_beside(*self.felt.items())
        self.marks = {name: TickBox(theme, texts(f"note.{name}")) for name in _MARKS}
        for name, box in self.marks.items():
            box.setChecked(getattr(contact, name))
            sheet.add(name, box)

    def values(self) -> dict[str, Any]:
        """For the new version; InputError names the field that cannot be read."""
        felt: dict[str, Any] = {}
        if InfoClass.HEALTH not in self._hidden:
            felt = {name: whole(name, self.felt[name].text()) for name in _FELT[:2]}
            felt["mood_word"] = self.felt["mood_word"].text()
        return {
            **self.given.values(),
            **felt,
            "place": self.place.text(),
            "distance_km": kilometres(self.distance.text()),
            **{name: box.isChecked() for name, box in self.marks.items()},
        }

    def _words(self, sheet: FormSheet, contact: Session) -> dict[WordList, tuple[tuple[str, str], ...]]:
        """The words in use, and those of the contact that are put away by now."""
        language = sheet.texts.language
        with sheet.store.read() as session:
            found = {}
            for name, list_ in _LISTS.items():
                words = [w for w in list_words(session, list_) if w.info_class not in self._hidden]
                known = {word.code for word in words}
                words += [get_word(session, list_, code) for code in getattr(contact, name) if code not in known]
                found[list_] = tuple((word.code, word.name(language)) for word in words)
        return found


def _written(value: object) -> str:
    return "" if value is None else str(value)
